#include "sync/server/disclosure/tidings.h"

#include "sync/server/disclosure/disclosure_views.h"
#include "sync/server/limits.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>
#include <unordered_set>

namespace frontsheet::disclosure {

namespace {

SettledWork told(const removal::HeldIntent& held) {
    return {held.intent.op, held.state == removal::HeldState::Accepted ? Settlement::TakenIn : Settlement::Closed,
            held.settledAt, held.settledBy.substr(0, wire::kMaxSettledBy),
            held.words.size() <= wire::kMaxSettledWords ? held.words : std::string{}};
}

class Telling {
public:
    Telling(LedgerReads& ledger, Tidings& tidings) : m_ledger(ledger), m_tidings(tidings) {}

    Result<void> referral(const RecordId& id) {
        if (!m_told.insert(id).second || m_tidings.reached.size() >= wire::kMaxTidings) {
            return ok();
        }
        FS_ASSIGN(const auto reach, reachOf(m_ledger, id));
        if (reach) {
            m_tidings.reached.push_back(*reach);
        }
        return ok();
    }

private:
    LedgerReads& m_ledger;
    Tidings& m_tidings;
    std::unordered_set<RecordId> m_told;
};

// Whether the viewer may read the referral now: else how far it has come is not theirs to know either.
Result<bool> mayRead(LedgerReads& ledger, const Pull& pull, const RecordId& id) {
    FS_ASSIGN(const auto found, ledger.record(id));
    if (!found) {
        return false;
    }
    FS_ASSIGN(const auto shown, pull.shown(KeptRecord{found->header, found->body}));
    return shown.has_value();
}

} // namespace

Result<Tidings> tidingsFor(LedgerReads& ledger, const Principal& viewer, const Pull& pull, const wire::SyncReply& reply,
                           std::uint64_t after) {
    Tidings tidings;
    Telling telling{ledger, tidings};
    auto& rows = ledger.disclosures();
    FS_ASSIGN(const auto last, rows.lastTiding());
    const bool own = viewer.agency == ledger.home();
    if (last == 0) {
        return tidings;
    }
    if (own) {
        for (const auto& page : reply.pages) {
            for (const auto& record : page.upserts) {
                FS_TRY(record.header.type == RecordType::Referral ? telling.referral(record.header.id) : ok());
            }
        }
    }
    if (after >= last) {
        return tidings;
    }
    const auto of = own ? TidingsOf::HeldWorkAndReferrals : TidingsOf::HeldWork;
    FS_ASSIGN(const auto news, rows.tidings(after, viewer.device, of, server_limits::kTidingsPerReply));
    for (const auto& one : news) {
        if (one.held == 0) {
            FS_ASSIGN(const bool theirs, mayRead(ledger, pull, one.referral));
            FS_TRY(theirs ? telling.referral(one.referral) : ok());
            continue;
        }
        FS_ASSIGN(const auto held, ledger.removals().held(one.held));
        if (held && held->author.device == viewer.device && held->state != removal::HeldState::Waiting) {
            tidings.settled.push_back(told(*held));
        }
    }
    tidings.upTo = news.size() < server_limits::kTidingsPerReply ? last : news.back().seq;
    return tidings;
}

Result<std::uint64_t> newlyTold(LedgerReads& ledger, const DeviceId& device, std::uint64_t says) {
    if (says == 0) {
        return std::uint64_t{0};
    }
    FS_ASSIGN(const auto before, ledger.disclosures().toldTo(device));
    FS_ASSIGN(const auto last, ledger.disclosures().lastTiding());
    const auto told = std::min(says, last); // nobody keeps what was never told
    return told > before ? told : 0;
}

} // namespace frontsheet::disclosure
