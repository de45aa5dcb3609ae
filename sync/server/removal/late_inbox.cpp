#include "sync/server/removal/late_inbox.h"

#include "sync/server/limits.h"
#include "sync/server/push.h"
#include "sync/server/restoring/journal.h"
#include "sync/wire/body_codec.h"

#include <algorithm>

namespace frontsheet::removal {

Result<LateInbox::Past> LateInbox::past(const Intent& intent, const std::optional<Record>& current) {
    auto& rows = m_ledger.removals();
    Past past;
    FS_ASSIGN(past.waits, rows.waitsAbout(m_author.device, intent.record));
    const PersonId& person = current ? current->person : intent.person;
    const Categories bit = bitOf(current ? current->category : intent.category);
    for (const auto& about : {person, PersonId{}}) {
        FS_ASSIGN(const auto once, rows.grantedOnce(m_author.device, about));
        past.could = past.could || (once && (once->categories & bit) != 0);
    }
    return past;
}

Result<std::vector<IntentResult>> LateInbox::hold(std::span<const Intent* const> intents, ErrorCode reason) {
    auto& rows = m_ledger.removalWrites();
    if (!m_waiting) {
        FS_ASSIGN(m_waiting, rows.waitingFrom(m_author.device));
    }
    InboxShare with{m_waiting->intents + intents.size(), m_waiting->bytes};
    for (const Intent* intent : intents) {
        with.bytes += wire::WireBodyCodec{}.encodeIntent(*intent).size();
    }
    const bool full = with.intents > server_limits::kHeldPerDevice || with.bytes > server_limits::kHeldBytesPerDevice;
    if (!full) {
        m_waiting = with;
    }
    std::vector<IntentResult> results;
    for (const Intent* intent : intents) {
        if (full) {
            results.push_back({intent->op, IntentOutcome::Refused, ErrorCode::TooLarge, HomeVersion{}});
            continue;
        }
        HeldIntent held;
        held.author = m_author;
        held.receivedAt = m_now;
        held.reason = reason;
        held.intent = *intent;
        FS_TRY(rows.hold(held));
        FS_TRY(m_ledger.journal({m_now, restoring::HeldBack{held}}));
        results.push_back({intent->op, IntentOutcome::Held, reason, HomeVersion{}});
    }
    return results;
}

namespace {

Result<HeldIntent> waitingUnder(LedgerWrites& ledger, std::uint64_t number) {
    FS_ASSIGN(auto held, ledger.removals().held(number));
    if (!held || held->state != HeldState::Waiting) {
        return {ErrorCode::NotFound, "nothing waits under that number"};
    }
    return std::move(*held);
}

// What waits under that number, with the rest of what its author sent in the same transaction: all of it is released or none.
Result<std::vector<HeldIntent>> waitingTogether(LedgerWrites& ledger, std::uint64_t number) {
    FS_ASSIGN(auto held, waitingUnder(ledger, number));
    if (held.intent.transaction.isNull()) {
        return std::vector<HeldIntent>{std::move(held)};
    }
    FS_ASSIGN(auto together, ledger.removals().inbox(HeldState::Waiting));
    std::erase_if(together, [&](const HeldIntent& other) {
        return other.author.device != held.author.device || other.intent.home != held.intent.home ||
               other.intent.transaction != held.intent.transaction;
    });
    return together;
}

} // namespace

Result<IntentOutcome> accept(LedgerWrites& ledger, const Settling& settling, IdSource& ids, WallTime now) {
    FS_ASSIGN(const auto together, waitingTogether(ledger, settling.number));
    const HeldIntent& first = together.front();
    if (first.intent.home != ledger.home()) {
        return {ErrorCode::WrongTenant, "for another agency's records"};
    }
    std::vector<const Intent*> intents;
    for (const auto& one : together) {
        intents.push_back(&one.intent);
    }
    // Released by a person at the home: no agreement is asked.
    const SharingInForce none;
    Push push{ledger, first.author, none, ids, now};
    FS_ASSIGN(const auto results, push.release(intents));
    for (const auto& one : together) {
        FS_TRY(ledger.removalWrites().settleHeld(one.number, HeldState::Accepted, settling.by, settling.words, now));
    }
    return results.front().outcome;
}

Result<void> close(LedgerWrites& ledger, const Settling& settling, WallTime now) {
    if (settling.words.empty()) {
        return {ErrorCode::Missing, "the reason"};
    }
    FS_ASSIGN(const auto together, waitingTogether(ledger, settling.number));
    for (const auto& one : together) {
        FS_TRY(ledger.removalWrites().settleHeld(one.number, HeldState::Closed, settling.by, settling.words, now));
    }
    return ok();
}

Result<Intent> withWhatWasSeen(LedgerReads& ledger, const std::optional<Record>& current, Intent intent) {
    const auto unseen = [](const FieldEdit& edit) { return !edit.before; };
    if (!current || intent.base.n == 0 || intent.base > current->version ||
        std::none_of(intent.edits.begin(), intent.edits.end(), unseen)) {
        return intent;
    }
    FieldSet then = current->fields;
    if (intent.base != current->version) {
        bool found = false;
        FS_TRY(ledger.history(intent.record, [&](const KeptRecord& kept) -> Result<Walk> {
            if (kept.header.version != intent.base) {
                return Walk::On;
            }
            FS_ASSIGN(then, wire::decodeBody(kept.body));
            found = true;
            return Walk::Stop;
        }));
        if (!found) {
            return intent;
        }
    }
    for (auto& edit : intent.edits) {
        if (!edit.before) {
            const Value* value = then.find(edit.field);
            edit.before = value == nullptr ? std::nullopt : std::optional{*value};
        }
    }
    return intent;
}

} // namespace frontsheet::removal
