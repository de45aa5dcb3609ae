#include "sync/server/match_service.h"

#include "core/base/log.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::string_view kGeneration = "match generation";
constexpr std::size_t kPairsPerReply = 4'000;

std::string fedKey(const AgencyId& agency) { return "match fed " + agency.str(); }

MatchIdentity matchIdentityOf(const AgencyId& agency, const wire::Identity& in) {
    MatchIdentity identity;
    identity.agency = agency;
    identity.person = in.person;
    identity.nhsNumber = in.nhsNumber;
    identity.name = {in.title, in.givenName, in.familyName};
    identity.born = in.born;
    identity.address = in.address;
    identity.postcode = in.postcode;
    identity.phone = in.phone;
    return identity;
}

wire::MatchedPair pairOf(const MatchStatement& statement) {
    return {statement.own,
            statement.other,
            statement.otherAgency,
            statement.isCertain,
            codesOf(statement.evidence),
            statement.isCertain ? std::string{codeOf(statement.basis)} : std::string{},
            statement.question};
}

} // namespace

Result<void> MatchService::feed(const wire::MatchFeed& feed) {
    return m_ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        if (feed.first) {
            FS_TRY(writes.beginIdentities(feed.agency));
        }
        for (const auto& identity : feed.identities) {
            FS_TRY(writes.addIdentity(feed.agency, identity.person, wire::encode(identity)));
        }
        if (!feed.last) {
            return ok();
        }
        FS_TRY(writes.replaceIdentities(feed.agency));
        FS_TRY(writes.keepNote(fedKey(feed.agency), "1"));
        FS_ASSIGN(const auto generation, writes.note(kGeneration));
        const auto next = generation ? std::stoull(*generation) + 1 : 1;
        return writes.keepNote(kGeneration, std::to_string(next));
    });
}

Result<wire::MatchPairs> MatchService::ask(const wire::MatchAsk& ask, const std::vector<AgencyId>& partners) {
    FS_ASSIGN(const auto reads, m_ledger.read());
    wire::MatchPairs reply;
    reply.ready = true;
    for (const auto& partner : partners) {
        FS_ASSIGN(const auto fed, reads->note(fedKey(partner)));
        reply.ready = reply.ready && fed.has_value();
    }
    FS_ASSIGN(const auto statements, statementsOf(*reads, ask.agency));
    const std::size_t from = std::min<std::size_t>(ask.offset, statements->size());
    const std::size_t to = std::min(from + kPairsPerReply, statements->size());
    for (std::size_t i = from; i < to; ++i) {
        reply.pairs.push_back(pairOf((*statements)[i]));
    }
    reply.more = to < statements->size();
    // Logged as sharing.md asks: who asked, how much was told.
    logEvent("match-told", {{"agency", ask.agency}, {"pairs", static_cast<std::int64_t>(reply.pairs.size())}});
    return reply;
}

Result<std::shared_ptr<const MatchService::Statements>> MatchService::statementsOf(LedgerReads& reads,
                                                                                   const AgencyId& agency) {
    FS_ASSIGN(const auto generation, reads.note(kGeneration));
    const std::lock_guard lock(m_mutex);
    if (m_result == nullptr || m_generation != generation.value_or("")) {
        MatchIndex index;
        FS_TRY(reads.identities([&index](const AgencyId& whose, BytesView bytes) -> Result<void> {
            FS_ASSIGN(const auto identity, wire::decodeIdentity(bytes));
            index.add(matchIdentityOf(whose, identity));
            return ok();
        }));
        m_result = std::make_shared<const MatchResult>(index.match());
        m_generation = generation.value_or("");
        m_statements.clear();
    }
    auto& kept = m_statements[agency];
    if (kept == nullptr) {
        kept = std::make_shared<const Statements>(statementsFor(*m_result, agency));
    }
    return kept;
}

} // namespace frontsheet
