#include "sync/peer/peer_link.h"

#include "sync/client/answer.h"
#include "sync/peer/peer_tuning.h"
#include "sync/wire/pack.h"

#include <algorithm>
#include <limits>

namespace frontsheet {

Result<Bytes> PeerLink::exchange(const AgencyId& server, std::string_view verb, BytesView message) {
    const auto answer = m_transport.post(server, verb, wire::pack(message), peer_tuning::kMaxAnswerBytes);
    auto read = ReadAnswer::of(answer, peer_tuning::kMaxMessageBytes);
    if (!read.isMessage()) {
        return read.refused().error;
    }
    return std::move(read.message());
}

Result<PulledFacts> PeerLink::pull(const AgencyId& partner, PeerStore& store) {
    PulledFacts pulled;
    for (std::size_t page = 0; page < peer_tuning::kMaxPagesPerPull; ++page) {
        FS_ASSIGN(const auto cursor, store.cursor(partner));
        FS_ASSIGN(auto answers, store.answers(partner));
        pulled.answers += answers.acknowledgements.size();
        FS_ASSIGN(const auto message,
                  exchange(partner, "peer/pull",
                           wire::encode(wire::PeerPull{partner, cursor.directorySeq, cursor.revocationSeq,
                                                       cursor.noticeSeq, std::move(answers.acknowledgements)})));
        FS_ASSIGN(const auto facts, wire::decodePeerFacts(message, partner));
        if (facts.directorySeq < cursor.directorySeq || facts.revocationSeq < cursor.revocationSeq ||
            facts.noticeSeq < cursor.noticeSeq) {
            // A restored ledger counts anew; its facts are all taken again (newer versions win), and told all answers again.
            FS_TRY(store.startOver(partner));
            continue;
        }
        const bool moved = facts.directorySeq != cursor.directorySeq || facts.revocationSeq != cursor.revocationSeq ||
                           facts.noticeSeq != cursor.noticeSeq;
        if (moved) {
            FS_TRY(store.take(partner, facts));
        }
        const bool answered = answers.upTo != cursor.answeredSeq;
        if (answered) {
            FS_TRY(store.answered(partner, answers.upTo));
        }
        pulled.directory += facts.directory.size();
        pulled.revocations += facts.revocations.size();
        pulled.notices += facts.notices.size();
        pulled.heads = {facts.logHead, facts.heldHead};
        if (!(facts.more && moved) && !(answers.more && answered)) {
            return pulled;
        }
    }
    return pulled; // the rest at the next visit
}

Result<LogHeads> PeerLink::heads(const AgencyId& partner) {
    // Everything is held already: no directory, no revocations and no notices come with it.
    constexpr auto kAll = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    FS_ASSIGN(const auto message,
              exchange(partner, "peer/pull", wire::encode(wire::PeerPull{partner, kAll, kAll, wire::kNoNotices, {}})));
    FS_ASSIGN(auto facts, wire::decodePeerFacts(message, partner));
    return LogHeads{std::move(facts.logHead), std::move(facts.heldHead)};
}

Result<void> PeerLink::feed(const AgencyId& index, std::span<const wire::Identity> identities) {
    std::size_t at = 0;
    do {
        const auto part = identities.subspan(at, std::min(peer_tuning::kIdentitiesPerPart, identities.size() - at));
        wire::MatchFeed message;
        message.agency = m_self;
        message.identities.assign(part.begin(), part.end());
        message.first = at == 0;
        at += part.size();
        message.last = at == identities.size();
        FS_ASSIGN(const auto answer, exchange(index, "peer/match/feed", wire::encode(message)));
        FS_ASSIGN(const auto taken, wire::decodeMatchPairs(answer));
        (void)taken;
    } while (at < identities.size());
    return ok();
}

Result<PeerLink::Pairs> PeerLink::ask(const AgencyId& index) {
    Pairs all;
    for (std::size_t page = 0; page < peer_tuning::kMaxPagesPerPull; ++page) {
        FS_ASSIGN(const auto answer,
                  exchange(index, "peer/match/ask", wire::encode(wire::MatchAsk{m_self, all.pairs.size()})));
        FS_ASSIGN(auto part, wire::decodeMatchPairs(answer));
        all.ready = part.ready;
        const bool more = part.more && !part.pairs.empty();
        std::move(part.pairs.begin(), part.pairs.end(), std::back_inserter(all.pairs));
        if (!more) {
            return all;
        }
    }
    return all;
}

} // namespace frontsheet
