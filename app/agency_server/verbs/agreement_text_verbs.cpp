// The verbs that read an agreement's text and change nothing.
#include "app/agency_server/agreement/involvement.h"
#include "app/agency_server/files.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/verb.h"
#include "core/domain/sharing/agreement_matrix.h"
#include "core/domain/sharing/terms_comparison.h"
#include "core/domain/sharing/version_comparison.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"

#include <cstdio>
#include <optional>

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

Result<Involvement> involvementAt(const std::string& path, const AgencyId& agency) {
    FS_ASSIGN(const auto folder, ServerFolder::open(path));
    FS_ASSIGN(const auto partnership, readPartnership(folder.partnershipFile()));
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    return Involvement::in(*ledger, agency, partnership);
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
        FS_ASSIGN(const auto involvement, involvementAt(*folder, AgencyId{agency}));
        against.roles = involvement.roles();
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
    std::optional<Involvement> involvement;
    PeopleConcerned people;
    if (const auto folder = arguments.value("folder")) {
        FS_ASSIGN(const auto agency, arguments.required("agency"));
        FS_ASSIGN(involvement, involvementAt(*folder, AgencyId{agency}));
        people = [&involvement](const AgencyId& home, const AgencyId& receiver, const std::string& role,
                                RelationshipSet by) { return involvement->people(home, receiver, role, by); };
    }
    const auto differences = compareVersions(before, after, people);
    for (const auto& difference : differences) {
        print(describe(difference) + "\n");
    }
    if (differences.empty()) {
        print("Nothing is released to anybody more or less than before.\n");
    }
    for (const auto& change : compareTerms(before, after)) {
        print(describe(change) + "\n");
    }
    return ok();
}

} // namespace frontsheet
