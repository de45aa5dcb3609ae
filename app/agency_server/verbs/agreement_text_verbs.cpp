// The verbs that read an agreement's text and change nothing.
#include "app/agency_server/files.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/verb.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/sharing/agreement_matrix.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/version_comparison.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"
#include "sync/server/relationship_rows.h"
#include "sync/wire/body_codec.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

namespace frontsheet {

namespace {

using namespace sharing;

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

// The words of the file, with its mistakes on standard error.
Result<Agreement> readNoting(const std::string& file, const CheckAgainst& against) {
    FS_ASSIGN(const auto text, readFile(file, kMaxAgreementBytes));
    auto read = readAgreement(text, against);
    for (const auto& problem : read.problems) {
        std::fprintf(stderr, "%s:%s\n", file.c_str(), describe(problem).c_str());
    }
    if (!read.agreement) {
        return {ErrorCode::Malformed, file + " cannot be signed as it stands"};
    }
    return std::move(*read.agreement);
}

// What an agency's ledger says of who is whose and works where.
struct Involvement {
    std::vector<DirectoryRole> roles;
    std::map<std::pair<AgencyId, WorkerId>, std::string> roleOf;
    // By receiver and role: the people of whose care team such a worker is, and who have an open referral to one.
    std::map<std::pair<AgencyId, std::string>, std::set<PersonId>> careTeam;
    std::map<std::pair<AgencyId, std::string>, std::set<PersonId>> referral;
};

Result<Involvement> involvementAt(const std::string& path, const AgencyId& agency) {
    FS_ASSIGN(const auto folder, ServerFolder::open(path));
    FS_ASSIGN(const auto partnership, readPartnership(folder.partnershipFile()));
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    FS_ASSIGN(const auto reads, ledger->read());
    Involvement out;
    FS_TRY(reads->records({RecordRange::Of::Directory, {}, {}}, [&](const KeptRecord& kept) -> Result<Walk> {
        const auto* home = partnership.find(kept.header.home);
        if (kept.header.type == RecordType::Worker && home != nullptr) {
            FS_ASSIGN(const auto fields, wire::decodeBody(kept.body));
            const auto role = fields.get(worker::kRole);
            out.roleOf[{kept.header.home, fields.get(worker::kCode)}] = role;
            if (const auto kind = fromWord<AgencyKind>(home->kind)) {
                out.roles.push_back({*kind, role});
            }
        }
        return Walk::On;
    }));
    FS_TRY(reads->records({RecordRange::Of::Everything, {}, {}}, [&](const KeptRecord& kept) -> Result<Walk> {
        Record record = kept.header;
        if (record.type != RecordType::CareTeamMembership && record.type != RecordType::Referral) {
            return Walk::On;
        }
        FS_ASSIGN(record.fields, wire::decodeBody(kept.body));
        if (const auto membership = membershipIn(record); membership && !membership->until.isKnown()) {
            const auto role = out.roleOf.find({membership->agency, membership->worker});
            if (role != out.roleOf.end()) {
                out.careTeam[{membership->agency, role->second}].insert(record.person);
            }
        }
        if (const auto address = addressIn(record)) {
            for (const auto& [who, role] : out.roleOf) {
                if (who.first == address->toAgency && (address->toWorker.empty() || address->toWorker == who.second)) {
                    out.referral[{who.first, role}].insert(record.person);
                }
            }
        }
        return Walk::On;
    }));
    return out;
}

} // namespace

Result<void> runAgreementTemplate(const Arguments& arguments, VerbContext& /*context*/) {
    const auto text = shippedAgreement(arguments.position(0));
    if (text.empty()) {
        return {ErrorCode::InvalidArgument, "there is no template " + arguments.position(0)};
    }
    print(std::string{text});
    return ok();
}

Result<void> runAgreementLint(const Arguments& arguments, VerbContext& context) {
    CheckAgainst against;
    against.now = context.clock.now();
    if (const auto file = arguments.value("partnership")) {
        FS_ASSIGN(const auto partnership, readPartnership(*file));
        for (const auto& [agency, entry] : partnership.agencies) {
            against.agencies.push_back(agency);
        }
    }
    if (const auto folder = arguments.value("folder")) {
        FS_ASSIGN(const auto agency, arguments.required("agency"));
        FS_ASSIGN(auto involvement, involvementAt(*folder, AgencyId{agency}));
        against.roles = std::move(involvement.roles);
        const auto less = [](const DirectoryRole& a, const DirectoryRole& b) {
            return std::tie(a.kind, a.name) < std::tie(b.kind, b.name);
        };
        std::sort(against.roles.begin(), against.roles.end(), less);
        against.roles.erase(std::unique(against.roles.begin(), against.roles.end(),
                                        [&](const auto& a, const auto& b) { return !less(a, b) && !less(b, a); }),
                            against.roles.end());
    }
    FS_ASSIGN(const auto agreement, readNoting(arguments.position(0), against));
    std::printf("%s: version %u of %s can be signed: %zu parties, %zu roles, %zu clauses\n",
                arguments.position(0).c_str(), agreement.version, agreement.id.c_str(), agreement.parties.size(),
                agreement.roles.size(), agreement.clauses.size());
    return ok();
}

Result<void> runAgreementShow(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto agreement, readNoting(arguments.position(0), {context.clock.now(), {}, {}}));
    print(describe(agreement));
    return ok();
}

Result<void> runAgreementDiff(const Arguments& arguments, VerbContext& /*context*/) {
    // Whether they may still be signed is not the question here.
    const CheckAgainst whenever{WallTime{1}, {}, {}};
    FS_ASSIGN(const auto before, readNoting(arguments.position(0), whenever));
    FS_ASSIGN(const auto after, readNoting(arguments.position(1), whenever));
    if (before.id != after.id) {
        return {ErrorCode::InvalidArgument, "these are two agreements: " + before.id + " and " + after.id};
    }
    Involvement involvement;
    PeopleConcerned people;
    if (const auto folder = arguments.value("folder")) {
        FS_ASSIGN(const auto agency, arguments.required("agency"));
        FS_ASSIGN(involvement, involvementAt(*folder, AgencyId{agency}));
        people = [&involvement, own = AgencyId{agency}](const AgencyId& home, const AgencyId& receiver,
                                                        const std::string& role,
                                                        RelationshipSet by) -> std::optional<std::size_t> {
            if (home != own) {
                return std::nullopt; // its own server knows
            }
            std::set<PersonId> concerned;
            if (by.has(Relationship::CareTeam)) {
                concerned.merge(std::set<PersonId>{involvement.careTeam[{receiver, role}]});
            }
            if (by.has(Relationship::AddressedReferral)) {
                concerned.merge(std::set<PersonId>{involvement.referral[{receiver, role}]});
            }
            return concerned.size();
        };
    }
    const auto differences = compareVersions(before, after, people);
    for (const auto& difference : differences) {
        print(describe(difference) + "\n");
    }
    if (differences.empty()) {
        print("Nothing is released to anybody more or less than before.\n");
    }
    return ok();
}

} // namespace frontsheet
