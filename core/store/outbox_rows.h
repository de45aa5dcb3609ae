// The outbox table: intents from the moment they are saved until their effect is in the mirror and safe at home.
#pragma once

#include "core/base/result.h"
#include "core/domain/intent.h"
#include "core/sqlite/connection.h"
#include "core/usecases/ports/body_codec.h"
#include "core/usecases/ports/outbox_reader.h"
#include "core/usecases/ports/sync_store.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace frontsheet::store {

// Numbers are in the database; never reused.
enum class OpState : std::uint8_t {
    Queued = 1,    // saved here; at home perhaps, but no result has come
    Applied = 2,   // at home; kept in the working view until the page that brings it
    Attention = 3, // refused, in conflict or held
    Safe = 4,      // in the mirror too (or no longer held); kept to send again until the home's copy is verified
    Resend = 5,    // was Safe when the home went back to an older copy: sent again, but the working view has it
};

struct OutboxRow {
    std::int64_t no = 0;
    OpState state = OpState::Queued;
    bool handedOut = false;
    IntentOutcome outcome = IntentOutcome::Applied; // when it needs attention
    ErrorCode reason = ErrorCode::Internal;
    HomeVersion version; // once applied
    WallTime savedAt;
    bool apart = false; // its scope has gone: in no view, and handed in for the home's late inbox
    Intent intent;
};

class OutboxRows {
public:
    OutboxRows(sqlite::Connection& db, const BodyCodec& codec) : m_db(db), m_codec(codec) {}

    // Where an intent stands, without taking it apart.
    struct Standing {
        std::int64_t no = 0;
        OpState state = OpState::Queued;
        AgencyId home;
        RecordId record;
        bool apart = false;
    };
    [[nodiscard]] Result<std::optional<Standing>> standing(const OpId& op);
    // How the edits of a record stand to the version of it that the mirror has.
    struct Against {
        bool beyond = false;  // the working view differs from the mirror, or something is set aside
        bool reached = false; // an applied edit is in the mirror
    };
    [[nodiscard]] Result<Against> against(const RecordId& record, HomeVersion mirrored);
    [[nodiscard]] Result<bool> anyQueued(const RecordId& record);
    // Queued, and not behind a refused one of the same record: that one its author sees to first.
    [[nodiscard]] Result<bool> anyOnItsWay(const RecordId& record);
    [[nodiscard]] Result<bool> anyUnsent(const RecordId& record); // queued and never handed out
    // By its own name or one folded into it.
    [[nodiscard]] Result<std::optional<OutboxRow>> find(const OpId& op);
    [[nodiscard]] Result<OpId> resolved(const OpId& op); // the op that `op` was folded into, or itself
    // Queued, applied and attention, in the order they were saved.
    [[nodiscard]] Result<std::vector<OutboxRow>> of(const RecordId& record);
    [[nodiscard]] Result<std::vector<OutboxRow>> waitingFor(const OpId& op); // queued, by `after`
    // Of a transaction: what is queued or refused, and so never applied. None of the null transaction.
    [[nodiscard]] Result<std::vector<OutboxRow>> unapplied(const AgencyId& home, const TransactionId& transaction);

    // `no` null: next in order.
    [[nodiscard]] Result<void> insert(const Intent& intent, WallTime savedAt, std::optional<std::int64_t> no);
    [[nodiscard]] Result<void> rewrite(std::int64_t no, const Intent& intent); // never one that was handed out
    [[nodiscard]] Result<void> touch(std::int64_t no, WallTime savedAt);
    [[nodiscard]] Result<void> rememberFolded(const OpId& op, const OpId& into);
    [[nodiscard]] Result<void> setApplied(std::int64_t no, const IntentResult& result, std::uint64_t headSeq);
    [[nodiscard]] Result<void> setAttention(std::int64_t no, const IntentResult& result);
    [[nodiscard]] Result<void> setSafe(const RecordId& record); // every applied one of the record
    // What is applied up to `mirrored`, which the mirror now has: it goes where the home's verified copy (`safeSeq`) has it
    // too, and is safe otherwise.
    [[nodiscard]] Result<void> setReached(const RecordId& record, HomeVersion mirrored, std::uint64_t safeSeq);
    // Of one home: what is safe up to `safeSeq` goes. Once at the end of the transaction. Whether words were among it of which the
    // disk must keep nothing, since their scope has gone.
    [[nodiscard]] Result<bool> retire(const AgencyId& home, std::uint64_t safeSeq);
    // Records with edits that the home has applied and no page has brought.
    [[nodiscard]] Result<std::vector<RecordId>> appliedAt(const AgencyId& home);
    [[nodiscard]] Result<std::vector<RecordId>> requeueApplied(const AgencyId& home); // the records concerned
    // What was to be sent again and waits for something that is refused now, or that waits itself, is queued like any other: it is
    // shown as waiting, stands in the working view, and goes where that goes. The records concerned.
    [[nodiscard]] Result<std::vector<RecordId>> requeueWhatWaits(const AgencyId& home);
    [[nodiscard]] Result<void> moveToJournal(const OutboxRow& row, ErrorCode reason, WallTime at);
    [[nodiscard]] Result<bool> isJournalEmpty();
    [[nodiscard]] Result<bool> isInJournal(const OpId& op);
    [[nodiscard]] Result<void> forgetJournal(const RecordId& record);

    // Of a record whose scope has gone. What is queued is set apart and what its home wrote is taken out of it; of what needs
    // attention, and of what the home has taken and has in no verified copy yet, the author's words alone stay.
    [[nodiscard]] Result<void> setApart(const RecordId& record);
    // Of what is apart: its home has it now, and no page will bring it. The author's words alone are safe.
    [[nodiscard]] Result<void> setSafeApart(const OpId& op, const IntentResult& result, std::uint64_t headSeq);
    // The author's words alone, of what is settled for good.
    [[nodiscard]] Result<void> keepWordsAlone(const OpId& op);
    // What was handed out before its home was restored, is set apart, and now stands behind something that its author has to see to
    // is on its way no more: its author's words alone stay, and it holds up no removal. Whether there was any.
    [[nodiscard]] Result<bool> letGoOfWhatIsStuck(const AgencyId& home);
    [[nodiscard]] Result<void> dropSafe(const AgencyId& home); // to a home that is closed nothing is sent again
    [[nodiscard]] Result<void> rejoin(const RecordId& record); // its scope is back
    [[nodiscard]] Result<std::vector<OutboxRow>> apart(const AgencyId& home);
    [[nodiscard]] Result<std::vector<RecordId>> recordsOf(const AgencyId& home); // that any row is about
    using Chooser = std::function<bool(const Intent&)>;
    [[nodiscard]] Result<void> forgetJournal(const AgencyId& home, const Chooser& goes);
    [[nodiscard]] Result<void> dropAll(const AgencyId& home);
    // Work that no home has taken: without a result, or refused.
    [[nodiscard]] Result<std::vector<OutboxRow>> unsent();

    // Whatever still has its author's words here: without a result, or needing attention.
    [[nodiscard]] Result<std::vector<OutboxRow>> withWords();
    // Without its home's answer or with words that need attention, in no view, and on its way to the home's late inbox or there: its
    // files go after it.
    [[nodiscard]] Result<std::vector<OutboxRow>> late(const AgencyId& home);

    // Marks what it hands out.
    [[nodiscard]] Result<std::vector<OutgoingIntent>> handOut(const AgencyId& home, std::uint64_t afterNo,
                                                              std::size_t maxCount, std::size_t maxBytes);
    // Everything without a result, whatever it waits for: to a home that has closed to this device.
    [[nodiscard]] Result<std::vector<OutgoingIntent>> handIn(const AgencyId& home, std::uint64_t afterNo,
                                                             std::size_t maxCount, std::size_t maxBytes);
    [[nodiscard]] Result<std::vector<OutboxItem>> items();

private:
    [[nodiscard]] Result<void> keepWordsAlone(const OutboxRow& row);
    [[nodiscard]] Result<std::vector<OutboxRow>> read(sqlite::Statement& rows);
    [[nodiscard]] Result<void> forgetFolded();
    [[nodiscard]] Result<void> boundWhatIsKept(const AgencyId& home);

    sqlite::Connection& m_db;
    const BodyCodec& m_codec;
    std::int64_t m_gone = 0; // rows that went in this transaction
    std::int64_t m_kept = 0; // rows that turned safe in it
};

} // namespace frontsheet::store
