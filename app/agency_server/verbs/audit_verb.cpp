#include "app/agency_server/authority_issuer.h"
#include "app/agency_server/peer/peer_transport.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/asked_agencies.h"
#include "app/agency_server/verbs/audit_lines.h"
#include "app/agency_server/verbs/removal_lines.h"
#include "app/agency_server/verbs/verb.h"
#include "core/base/utf8.h"
#include "core/domain/schema/registration.h"
#include "sync/peer/peer_link.h"
#include "sync/server/disclosure/disclosure_index.h"
#include "sync/server/joined.h"
#include "sync/server/removal/removal_views.h"
#include "sync/wire/body_codec.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace frontsheet {

namespace {

AuditForm formOf(const Arguments& arguments) { return arguments.has("json") ? AuditForm::Json : AuditForm::Words; }

// What every partner that answers holds of this agency's log.
Result<std::vector<PartnersHead>> headsHeldOf(const AgencyId& self, const ServerFolder& folder,
                                              const Arguments& arguments, VerbContext& context) {
    std::vector<PartnersHead> partners;
    if (arguments.has("offline")) {
        return partners;
    }
    FS_ASSIGN(const auto partnership,
              readPartnership(arguments.valueOr("partnership", folder.partnershipFile().string())));
    FS_ASSIGN(const auto authority, folder.authorityOf(self));
    FS_ASSIGN(const auto transport, openPeerTransport(folder, partnership, self, context.clock.now(), context.ids));
    PeerLink link{*transport, self};
    for (const auto& [partner, address] : partnership.agencies) {
        if (partner == self) {
            continue;
        }
        PartnersHead one{partner, PartnersHead::State::HoldsNone, {}};
        const auto heads = link.heads(partner);
        const auto head = heads ? disclosure::decodeHead(heads->heldOfOurs)
                                : Result<disclosure::LogHead>{ErrorCode::NotFound, "head"};
        if (!heads) {
            one.state = PartnersHead::State::Unreachable;
        } else if (head) {
            const bool ours =
                authority.certificate().hasSigned(disclosure::headStatement(self, *head), head->signature);
            one.state = ours ? PartnersHead::State::Holds : PartnersHead::State::NotSigned;
            one.head = ours ? *head : disclosure::LogHead{};
        }
        partners.push_back(std::move(one));
    }
    return partners;
}

std::vector<disclosure::LogHead> headsIn(const std::vector<PartnersHead>& partners) {
    std::vector<disclosure::LogHead> heads;
    for (const auto& partner : partners) {
        if (partner.state == PartnersHead::State::Holds) {
            heads.push_back(partner.head);
        }
    }
    return heads;
}

Result<void> verifyLogs(const ServerFolder& folder, const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto agencies, askedAgencies(folder, arguments));
    std::string broken;
    for (const auto& agency : agencies) {
        FS_ASSIGN(const auto partners, headsHeldOf(agency, folder, arguments, context));
        FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
        FS_ASSIGN(const auto reads, ledger->read());
        FS_ASSIGN(const auto log, disclosure::verify(*reads, agency, headsIn(partners)));
        printVerification(formOf(arguments), agency, log, partners);
        if (!log.isWhole()) {
            broken += (broken.empty() ? "" : "; ") + agency.str() + ": " + inWords(log.breaks.front());
        }
        FS_ASSIGN(const bool indexed, disclosure::indexAgrees(*reads));
        if (!indexed) {
            broken += (broken.empty() ? "" : "; ") + agency.str() +
                      ": the index of who saw what says other than the log; the running server makes it anew";
        }
    }
    return broken.empty() ? ok() : Result<void>{ErrorCode::StoreDamaged, "disclosure log of " + broken};
}

// Every id under which this agency has a registration with that number.
Result<std::vector<PersonId>> peopleNumbered(LedgerReads& reads, const std::string& nhsNumber) {
    std::vector<PersonId> people;
    FS_TRY(reads.records({RecordRange::Of::Everything, {}, {}}, [&](const KeptRecord& kept) -> Result<Walk> {
        if (kept.header.type == RecordType::Registration) {
            FS_ASSIGN(const auto fields, wire::decodeBody(kept.body));
            if (fields.text(registration::kNhsNumber) == nhsNumber) {
                people.push_back(kept.header.person);
            }
        }
        return Walk::On;
    }));
    return people.empty() ? Result<std::vector<PersonId>>{ErrorCode::NotFound, "nobody is registered under that number"}
                          : people;
}

Result<std::vector<PersonId>> personAsked(LedgerReads& reads, const Arguments& arguments) {
    std::vector<PersonId> people;
    if (const auto number = arguments.value("nhs-number")) {
        std::string digits = *number;
        std::erase(digits, ' ');
        FS_ASSIGN(people, peopleNumbered(reads, digits));
        return people;
    }
    FS_ASSIGN(const auto text, arguments.required("person"));
    const auto id = PersonId::fromHex(text);
    if (!id) {
        return {ErrorCode::InvalidArgument, "--person takes 32 hexadecimal digits"};
    }
    people.push_back(*id);
    return people;
}

Result<void> showPerson(const ServerFolder& folder, const Arguments& arguments) {
    FS_ASSIGN(const auto agency, arguments.required("agency"));
    FS_ASSIGN(const auto ledger, folder.ledgerOf(AgencyId{agency}));
    FS_ASSIGN(const auto reads, ledger->read());
    FS_ASSIGN(const auto people, personAsked(*reads, arguments));
    FS_ASSIGN(const auto view, disclosure::aboutPerson(*reads, people));
    return printView(formOf(arguments), view, *reads);
}

Result<void> showRemovals(const ServerFolder& folder, const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto agency, arguments.required("agency"));
    FS_ASSIGN(const auto ledger, folder.ledgerOf(AgencyId{agency}));
    FS_ASSIGN(const auto reads, ledger->read());
    if (!arguments.value("person") && !arguments.value("nhs-number")) {
        return printOpenRemovals(formOf(arguments), *reads);
    }
    FS_ASSIGN(const auto people, personAsked(*reads, arguments));
    FS_ASSIGN(const auto partnership, readPartnership(folder.partnershipFile().string()));
    SharingInForce nothing; // what joins them to the person, whatever clauses make of it
    for (const auto& [partner, entry] : partnership.agencies) {
        if (!entry.odsCode.empty()) {
            nothing.practices.emplace(partner, entry.odsCode);
        }
    }
    const auto granted = [&](const Principal& who, const PersonId& person) -> Result<removal::Categories> {
        const Principal viewer{who.agency, who.worker, {}, {}};
        FS_ASSIGN(const auto posts, Posts::of(*reads, viewer, nothing));
        FS_ASSIGN(const auto joined, joinedTo(*reads, viewer, posts, person, context.clock.now()));
        const bool theirs = who.agency == AgencyId{agency} || joined.direct.careTeam ||
                            joined.direct.addressedReferral || joined.all.has(sharing::Relationship::PracticeList);
        return theirs ? removal::kEveryCategory : removal::Categories{0};
    };
    FS_ASSIGN(const auto lines, removal::devicesOf(*reads, people, granted));
    printRemovals(formOf(arguments), lines);
    return ok();
}

Result<void> showWorker(const ServerFolder& folder, const Arguments& arguments) {
    FS_ASSIGN(const auto agency, arguments.required("agency"));
    FS_ASSIGN(const auto worker, arguments.required("worker"));
    FS_ASSIGN(const auto ledger, folder.ledgerOf(AgencyId{agency}));
    FS_ASSIGN(const auto reads, ledger->read());
    FS_ASSIGN(const auto view,
              disclosure::ofWorker(*reads, AgencyId{arguments.valueOr("of", agency)}, WorkerId{worker}));
    return printView(formOf(arguments), view, *reads);
}

Result<void> showEmergencies(const ServerFolder& folder, const Arguments& arguments) {
    FS_ASSIGN(const auto agencies, askedAgencies(folder, arguments));
    for (const auto& agency : agencies) {
        FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
        FS_ASSIGN(const auto reads, ledger->read());
        FS_ASSIGN(auto cases, disclosure::emergencies(*reads));
        if (formOf(arguments) == AuditForm::Words) {
            std::printf("%s\n", agency.str().c_str());
        }
        printEmergencies(formOf(arguments), std::move(cases));
    }
    return ok();
}

Result<void> enterRestore(const ServerFolder& folder, const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto code, arguments.required("agency"));
    FS_ASSIGN(const auto reason, arguments.required("reason"));
    if (!isText(reason) || reason.empty() || reason.size() > 1000) {
        return {ErrorCode::InvalidArgument, "--reason takes some words"};
    }
    const AgencyId agency{code};
    FS_ASSIGN(const auto partners, headsHeldOf(agency, folder, arguments, context));
    std::uint64_t found = 0; // numbers that partners hold heads of are not given again
    for (const auto& head : headsIn(partners)) {
        found = std::max(found, head.number);
    }
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    std::uint64_t number = 0;
    FS_TRY(ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(number, disclosure::openSegment(writes, disclosure::SegmentCause::Restored, found, reason,
                                                  context.clock.now()));
        return ok();
    }));
    std::printf("%s: the gap is entered as entry %llu%s\n", agency.str().c_str(),
                static_cast<unsigned long long>(number), found == 0 ? "; no partner that answers holds a head" : "");
    return ok();
}

} // namespace

Result<void> runAudit(const Arguments& arguments, VerbContext& context) {
    const std::string& what = arguments.position(0);
    static constexpr std::array<std::string_view, 6> kViews{"verify",    "person",   "worker",
                                                            "emergency", "removals", "restored"};
    if (std::find(kViews.begin(), kViews.end(), what) == kViews.end()) {
        return {ErrorCode::InvalidArgument,
                "say verify, person, worker, emergency, removals or restored, then the folder"};
    }
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(1)));
    if (what == "verify") {
        return verifyLogs(folder, arguments, context);
    }
    if (what == "person") {
        return showPerson(folder, arguments);
    }
    if (what == "removals") {
        return showRemovals(folder, arguments, context);
    }
    if (what == "worker") {
        return showWorker(folder, arguments);
    }
    return what == "emergency" ? showEmergencies(folder, arguments) : enterRestore(folder, arguments, context);
}

} // namespace frontsheet
