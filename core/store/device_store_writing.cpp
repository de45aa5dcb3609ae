// DeviceStore as IntentWriter, and the person's side of the outbox.
#include "core/store/device_store_impl.h"
#include "core/store/evidence_rows.h"

#include <algorithm>
#include <map>

namespace frontsheet {

using store::OpState;
using store::OutboxRow;
using store::OutboxRows;
using store::RecordChanges;

namespace {

class Saving {
public:
    Saving(RecordChanges& changes, store::RecordRows rows, WallTime now)
        : m_changes(changes), m_outbox(changes.outbox()), m_rows(rows), m_now(now) {}

    Result<void> save(Intent intent) {
        if (intent.op.isNull() || intent.record.isNull() || !intent.home.isWellFormed()) {
            return {ErrorCode::InvalidArgument, "intent identity"};
        }
        FS_ASSIGN(const bool again, isSavedAgain(intent));
        if (again) {
            return ok();
        }
        if (!intent.after.isNull()) {
            FS_ASSIGN(intent.after, m_outbox.resolved(intent.after));
        }
        FS_ASSIGN(const auto place, takePlaceOfReplaced(intent));
        FS_ASSIGN(const auto earlier, m_outbox.of(intent.record));
        if (!place) {
            FS_ASSIGN(const bool done, foldInto(earlier, intent));
            if (done) {
                return m_changes.rework(intent.record);
            }
        }
        FS_TRY(raiseBase(earlier, intent));
        FS_TRY(m_outbox.insert(intent, m_now, place));
        const bool apart =
            std::any_of(earlier.begin(), earlier.end(), [](const OutboxRow& edit) { return edit.apart; });
        if (apart) {
            FS_TRY(m_outbox.setApart(intent.record)); // its scope went while its author was writing
        }
        return m_changes.rework(intent.record);
    }

private:
    // The same words under the same id: the caller did not hear that they were saved.
    Result<bool> isSavedAgain(const Intent& intent) {
        FS_ASSIGN(const auto known, m_outbox.find(intent.op));
        if (!known) {
            return false;
        }
        if (known->intent.record != intent.record) {
            return {ErrorCode::Duplicate, "operation id"};
        }
        return true;
    }

    // A correction stands where the refused intent stood: what waited for that waits for this, and what was refused together
    // with it goes together with this.
    Result<std::optional<std::int64_t>> takePlaceOfReplaced(Intent& intent) {
        std::optional<std::int64_t> place;
        if (intent.replaces.isNull()) {
            return place;
        }
        FS_ASSIGN(const auto replaced, m_outbox.find(intent.replaces));
        if (!replaced || replaced->state != OpState::Attention) {
            return place;
        }
        FS_ASSIGN(const auto waiting, m_outbox.waitingFor(replaced->intent.op));
        for (auto row : waiting) {
            row.intent.after = intent.op;
            FS_TRY(m_outbox.rewrite(row.no, row.intent));
        }
        FS_TRY(m_outbox.moveToJournal(*replaced, ErrorCode::Internal, m_now));
        place = replaced->no;
        if (replaced->outcome == IntentOutcome::Refused && intent.home == replaced->intent.home) {
            intent.transaction = replaced->intent.transaction;
        }
        if (replaced->intent.record != intent.record) {
            FS_TRY(m_changes.rework(replaced->intent.record));
        }
        return place;
    }

    Result<bool> foldInto(const std::vector<OutboxRow>& earlier, const Intent& intent) {
        if (earlier.empty() || earlier.back().state != OpState::Queued || earlier.back().handedOut) {
            return false;
        }
        const auto both = folded(earlier.back().intent, intent);
        if (!both) {
            return false;
        }
        FS_TRY(m_outbox.rewrite(earlier.back().no, *both));
        FS_TRY(m_outbox.touch(earlier.back().no, m_now));
        FS_TRY(m_outbox.rememberFolded(intent.op, earlier.back().intent.op));
        return true;
    }

    // The author may have begun before the home's answer to an earlier edit came: what this device itself put there is no
    // one else's change.
    Result<void> raiseBase(const std::vector<OutboxRow>& earlier, Intent& intent) {
        for (const auto& edit : earlier) {
            if (edit.state == OpState::Applied) {
                intent.base = std::max(intent.base, edit.version);
            }
        }
        if (intent.base.n == 0) {
            FS_ASSIGN(const auto held, m_rows.find(intent.record));
            if (held) {
                intent.base = held->header.version;
            }
        }
        return ok();
    }

    RecordChanges& m_changes;
    OutboxRows& m_outbox;
    store::RecordRows m_rows;
    WallTime m_now;
};

} // namespace

Result<void> DeviceStore::Impl::index(const std::vector<std::int64_t>& records) {
    // Nothing is lost if this is: the records are still in the queue. So it need not wait for the disk.
    FS_TRY(writer->setDurability(sqlite::Durability::Deferred));
    const auto done = [&]() -> Result<void> {
        FS_ASSIGN(auto transaction, sqlite::Transaction::begin(*writer, sqlite::TransactionKind::Write));
        FS_TRY(store::SearchIndex(*writer, parts.codec).indexThese(records));
        return transaction.commit();
    }();
    FS_TRY(writer->setDurability(sqlite::Durability::Durable));
    return done;
}

Result<void> DeviceStore::save(const std::vector<Intent>& intents) {
    if (intents.empty()) {
        return ok();
    }
    const std::lock_guard lock(m_impl->mutex);
    if (m_impl->savesNothing.load(std::memory_order_acquire)) {
        return {ErrorCode::ProfileClosed, "this profile is closed"};
    }
    std::vector<std::int64_t> queued;
    FS_TRY(m_impl->commit(
        "store.save.before-commit", "store.save.after-commit", [&](RecordChanges& changes) -> Result<void> {
            changes.filesAreTakenOff();
            Saving saving(changes, store::RecordRows(*m_impl->writer, m_impl->parts.codec), m_impl->parts.clock.now());
            for (const auto& intent : intents) {
                FS_TRY(saving.save(intent));
            }
            queued = changes.queued();
            return ok();
        }));
    m_impl->areOnRecords(intents);
    // Found at once by what was just typed. It is saved whatever becomes of this.
    (void)m_impl->index(queued);
    return ok();
}

namespace {

// A refused intent that is let go takes with it what was built upon it, and what was to apply together with it or not at all.
Result<void> letGo(RecordChanges& changes, OutboxRow row, WallTime now) {
    OutboxRows& outbox = changes.outbox();
    FS_ASSIGN(auto along, outbox.waitingFor(row.intent.op));
    const auto reason = row.state == OpState::Attention ? row.reason : ErrorCode::Cancelled;
    FS_TRY(outbox.moveToJournal(row, reason, now));
    if (row.outcome != IntentOutcome::Conflict) {
        const bool isAtItsHome = row.state == OpState::Attention && row.outcome == IntentOutcome::Held;
        if (!isAtItsHome) { // which decides about all of it
            FS_ASSIGN(const auto members, outbox.unapplied(row.intent.home, row.intent.transaction));
            along.insert(along.end(), members.begin(), members.end());
        }
        for (const auto& one : along) {
            FS_ASSIGN(auto still, outbox.find(one.intent.op)); // it may have gone with one before it
            if (still) {
                still->outcome = row.outcome;
                FS_TRY(letGo(changes, std::move(*still), now));
            }
        }
        FS_ASSIGN(const bool standing, changes.hasMirror(row.intent.record));
        if (!standing) {
            FS_ASSIGN(const auto edits, outbox.of(row.intent.record));
            for (auto edit : edits) {
                const bool onIt = edit.state == OpState::Queued && edit.no > row.no && edit.intent.replaces.isNull();
                if (onIt) {
                    edit.outcome = row.outcome;
                    FS_TRY(letGo(changes, std::move(edit), now));
                    break; // which has taken the later ones along
                }
            }
        }
    }
    return changes.rework(row.intent.record);
}

} // namespace

Result<void> DeviceStore::settle(const OpId& op) {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->commit(nullptr, nullptr, [&](RecordChanges& changes) -> Result<void> {
        changes.filesAreTakenOff();
        FS_ASSIGN(auto row, changes.outbox().find(op));
        if (row && row->state == OpState::Attention) {
            FS_TRY(store::EvidenceRows(*m_impl->writer).forgetSettled(row->intent.op));
            return letGo(changes, std::move(*row), m_impl->parts.clock.now());
        }
        FS_ASSIGN(const bool before, changes.outbox().isInJournal(op));
        return before ? ok() : Result<void>{ErrorCode::NotFound, "outbox item"};
    });
}

} // namespace frontsheet
