#include "app/agency_server/agreement/agreement_keeper.h"
#include "app/agency_server/care_team/care_team_rules.h"
#include "app/agency_server/care_team/care_team_run.h"
#include "app/agency_server/files.h"
#include "app/agency_server/peer/ledger_peer_store.h"
#include "app/agency_server/peer/link_statements.h"
#include "app/agency_server/peer/peer_transport.h"
#include "app/agency_server/verbs/asked_agencies.h"
#include "app/agency_server/verbs/verb.h"

#include <algorithm>
#include <cstdio>

namespace frontsheet {

namespace {

Error about(const AgencyId& agency, const Error& error) {
    return {error.code, agency.str() + (error.context.empty() ? "" : ": " + error.context)};
}

Result<void> pullAll(PeerLink& link, const AgencyId& self, const Partnership& partnership, Ledger& ledger,
                     const Clock& clock) {
    LedgerPeerStore store{ledger, clock};
    for (const auto& [partner, address] : partnership.agencies) {
        if (partner == self) {
            continue;
        }
        const auto pulled = link.pull(partner, store);
        if (!pulled) {
            return about(partner, pulled.error());
        }
        const auto authority = Certificate::fromPem(address.caPem);
        if (authority && !pulled->heads.theirs.empty()) {
            if (auto kept = keepPartnersHead(ledger, partner, *authority, pulled->heads.theirs); !kept) {
                return about(partner, kept.error());
            }
        }
        std::printf("%s from %s: %llu directory entries, %llu revocations, %llu permissions and objections\n",
                    self.str().c_str(), partner.str().c_str(), static_cast<unsigned long long>(pulled->directory),
                    static_cast<unsigned long long>(pulled->revocations),
                    static_cast<unsigned long long>(pulled->notices));
    }
    return ok();
}

} // namespace

Result<void> runPull(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto partnership,
              readPartnership(arguments.valueOr("partnership", folder.partnershipFile().string())));
    FS_ASSIGN(const auto agencies, askedAgencies(folder, arguments));
    for (const auto& self : agencies) {
        FS_ASSIGN(const auto transport, openPeerTransport(folder, partnership, self, context.clock.now(), context.ids));
        FS_ASSIGN(const auto ledger, folder.ledgerOf(self));
        PeerLink link{*transport, self};
        FS_TRY(pullAll(link, self, partnership, *ledger, context.clock));
        AgreementKeeper agreements{
            folder, [&](const AgencyId& agency) { return agency == self ? ledger.get() : nullptr; },
            [](const AgencyId&, const std::shared_ptr<const SharingInForce>&) {}, // decides nothing here
            context.clock};
        agreements.takeFromPartners(self, partnership);
    }
    return ok();
}

Result<void> runMatch(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto partnership,
              readPartnership(arguments.valueOr("partnership", folder.partnershipFile().string())));
    if (partnership.index.empty()) {
        return {ErrorCode::NotFound, "the partnership names no agency that runs the matching index"};
    }
    FS_ASSIGN(const auto agencies, askedAgencies(folder, arguments));
    const bool both = arguments.has("feed") == arguments.has("ask");
    for (const auto& self : agencies) {
        if (!both && !arguments.has("feed")) {
            break;
        }
        FS_ASSIGN(const auto transport, openPeerTransport(folder, partnership, self, context.clock.now(), context.ids));
        FS_ASSIGN(const auto ledger, folder.ledgerOf(self));
        PeerLink link{*transport, self};
        FS_ASSIGN(const auto identities, identitiesIn(*ledger, context.clock.now()));
        if (auto fed = link.feed(partnership.index, identities); !fed) {
            return about(partnership.index, fed.error());
        }
        std::printf("%s: %zu people fed to the index at %s\n", self.str().c_str(), identities.size(),
                    partnership.index.str().c_str());
    }
    if (!both && !arguments.has("ask")) {
        return ok();
    }
    for (const auto& self : agencies) {
        FS_ASSIGN(const auto transport, openPeerTransport(folder, partnership, self, context.clock.now(), context.ids));
        FS_ASSIGN(const auto ledger, folder.ledgerOf(self));
        PeerLink link{*transport, self};
        auto told = link.ask(partnership.index);
        if (!told) {
            return about(partnership.index, told.error());
        }
        FS_ASSIGN(const auto counts, stateLinks(*ledger, told->pairs, context.clock));
        std::printf("%s: %llu links stated, %llu proposed, %llu confirmed, %llu as they stood%s\n", self.str().c_str(),
                    static_cast<unsigned long long>(counts.stated), static_cast<unsigned long long>(counts.proposed),
                    static_cast<unsigned long long>(counts.confirmed), static_cast<unsigned long long>(counts.kept),
                    told->ready ? "" : "; not all partners have fed the index yet");
    }
    return ok();
}

Result<void> runCareTeams(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto partnership,
              readPartnership(arguments.valueOr("partnership", folder.partnershipFile().string())));
    FS_ASSIGN(const auto agencies, askedAgencies(folder, arguments));
    std::string text{shippedCareTeamRules()};
    if (const auto file = arguments.value("rules")) {
        FS_ASSIGN(text, readFile(*file));
    }
    FS_ASSIGN(const auto rules, parseCareTeamRules(text));
    for (const auto& self : agencies) {
        FS_ASSIGN(const auto ledger, folder.ledgerOf(self));
        FS_ASSIGN(const auto counts, applyCareTeamRules(rules, partnership, *ledger, context.clock));
        std::printf("%s: %llu people, %llu memberships new, %llu as they stood, %llu ended\n", self.str().c_str(),
                    static_cast<unsigned long long>(counts.people), static_cast<unsigned long long>(counts.created),
                    static_cast<unsigned long long>(counts.kept), static_cast<unsigned long long>(counts.ended));
        for (const auto& [rule, count] : counts.byRule) {
            std::printf("  %-40s %llu\n", rule.c_str(), static_cast<unsigned long long>(count));
        }
    }
    return ok();
}

} // namespace frontsheet
