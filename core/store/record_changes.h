// One write transaction's changes to records: the mirror, the working view over it, the projections and the search index are
// changed together or not at all. Used by save, apply and settle; finish() once before the commit.
#pragma once

#include "core/base/result.h"
#include "core/sqlite/connection.h"
#include "core/store/attachment_rows.h"
#include "core/store/outbox_rows.h"
#include "core/store/people_rows.h"
#include "core/store/record_rows.h"
#include "core/store/search_index.h"
#include "core/store/server_rows.h"
#include "core/usecases/ports/sync_store.h"

#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

namespace frontsheet::store {

// Whether some scope covers all that a home has applied and not sent back yet.
enum class Coverage : std::uint8_t { ToCheck, Checked };

// Of one home: what it has applied and no page has brought yet. While coverage is to check, the outbox alone knows.
struct AwaitedPages {
    Coverage coverage = Coverage::ToCheck;
    std::vector<RecordId> records;
};

class RecordChanges {
public:
    RecordChanges(sqlite::Connection& db, const BodyCodec& codec)
        : m_db(db), m_codec(codec), m_rows(db, codec), m_outbox(db, codec), m_people(db), m_attachments(db),
          m_index(db, codec) {}

    // The home's verified copy reaches so far in its feed: what it has need not be kept to be sent again. 0 until told.
    void homeIsSafeUpTo(std::uint64_t seq) { m_safeSeq = seq; }
    // Newer or equal versions replace what is held; older ones are left. WrongTenant when the record is another home's.
    [[nodiscard]] Result<void> upsert(const IncomingRecord& incoming);
    // What is here of it is not what its home says it sent: it is asked for again, and replaced by whatever comes, also by an
    // earlier version, another kind or another person. Of that home alone.
    [[nodiscard]] Result<void> doubt(const AgencyId& home, const RecordId& id);
    // No scope held here covers it any more: it goes if it is that home's. The author's own unsent edits are set apart.
    [[nodiscard]] Result<void> removeOf(const AgencyId& home, const RecordId& id);
    // Makes the working view from the mirror and the outbox as they now are.
    [[nodiscard]] Result<void> rework(const RecordId& id);
    // The same, before finish() at the latest: a page of the same exchange may bring the record anyway.
    void reworkLater(const RecordId& id) { m_dirty.insert(id); }
    [[nodiscard]] Result<void> reworkNow();
    // Removes every record of `home` that one of `gone` covers, whatever else does, and what it sent about the same people that
    // nothing covers, with words, projections, queues, history and what the home wrote in unsent edits; those are set apart.
    // `held`: what is held besides.
    [[nodiscard]] Result<void> removeScopes(const AgencyId& home, const std::vector<Scope>& gone,
                                            const HeldScopes& held);
    // What was set apart and is covered again.
    [[nodiscard]] Result<void> rejoinScopes(const AgencyId& home, const std::vector<Scope>& granted);
    [[nodiscard]] Result<void> removeHome(const AgencyId& home);
    [[nodiscard]] Result<void> markStale(const AgencyId& home);
    // What has not come again since the home was restored: taken away, where no scope held covers it, or lost by its home.
    [[nodiscard]] Result<void> removeStale(const AgencyId& home, const HeldScopes& held);
    // Whether it is in view though no page has brought it.
    enum class Unmirrored : std::uint8_t { No, Settled, Waiting }; // Waiting: something of it is not answered yet
    [[nodiscard]] Result<Unmirrored> unmirrored(const RecordId& id);
    // What the search index says by these numbers is not what their records say: it forgets them, and learns what is there.
    [[nodiscard]] Result<void> indexAnew(const std::vector<std::int64_t>& numbers);
    // Applied at home, but no scope held here will ever bring it.
    [[nodiscard]] Result<void> releaseUncovered(const RecordId& id, const HeldScopes& held);
    // Applied at home, and its page would have come by now.
    [[nodiscard]] Result<void> releaseUnmirrored(const RecordId& id);

    [[nodiscard]] Result<void> finish();
    // Numbers of the records whose words wait to be indexed because of this transaction.
    [[nodiscard]] const std::vector<std::int64_t>& queued() const { return m_queued; }
    [[nodiscard]] Result<bool> hasMirror(const RecordId& id);
    // What was erased without a record: an intent's words.
    void noteErased() { ++m_erased; }
    [[nodiscard]] bool erasedAny() const { return m_erased > 0; }
    // Some record speaks of a file no longer.
    [[nodiscard]] bool lostFiles() const { return m_lostFiles; }
    // The worker takes them off: what they added and nobody has need not outlive that.
    void filesAreTakenOff() { m_takenOff = true; }
    [[nodiscard]] bool losesFilesFromOutside() const { return m_lostFiles && !m_takenOff; }
    [[nodiscard]] AttachmentRows& attachments() { return m_attachments; }
    [[nodiscard]] PeopleRows& people() { return m_people; }
    [[nodiscard]] OutboxRows& outbox() { return m_outbox; }

private:
    // The working view of an existing or new row is to say `working` (encoded: `body`); before, it said `said`.
    [[nodiscard]] Result<void> nowSays(std::int64_t no, const Record& working, BytesView body, const RecordView& said);
    [[nodiscard]] Result<bool> isAwaited(const RecordRow& row); // an edit of it will be answered without its author
    [[nodiscard]] Result<bool> losesFields(BytesView before, BytesView after);
    [[nodiscard]] Result<void> project(std::int64_t no, const Record& working);
    [[nodiscard]] Result<void> rework(const RecordId& id, const std::optional<RecordRow>& row, const RecordView& said);
    [[nodiscard]] Result<void> remove(const RecordRow& row);
    [[nodiscard]] Result<void> erase(const RecordRow& row, BytesView said);
    [[nodiscard]] Result<void> eraseDoubted(const RecordRow& row);
    [[nodiscard]] Result<void> forgetJournal(const RecordId& id);
    [[nodiscard]] Result<ScopedRecord> scoped(const RecordRow& row);
    struct Leaving {
        std::int64_t no = 0;
        RecordId id;
        RecordType type{};
    };
    [[nodiscard]] Result<std::vector<Leaving>> covered(const AgencyId& home, const std::vector<Scope>& scopes,
                                                       const HeldScopes& held);
    [[nodiscard]] Result<std::vector<Leaving>> ofHome(const AgencyId& home, std::int64_t flags); // 0: any
    [[nodiscard]] Result<void> gather(sqlite::Statement& rows, const std::vector<Scope>& gone, const HeldScopes* held,
                                      std::vector<Leaving>& out);
    [[nodiscard]] Result<void> eraseAll(const AgencyId& home, std::vector<Leaving> leaving);
    [[nodiscard]] Result<void> takeOutOneByOne(const std::vector<Leaving>& leaving);

    sqlite::Connection& m_db;
    const BodyCodec& m_codec;
    RecordRows m_rows;
    OutboxRows m_outbox;
    PeopleRows m_people;
    AttachmentRows m_attachments;
    SearchIndex m_index;
    std::vector<std::int64_t> m_queued;
    std::unordered_set<RecordId> m_dirty;
    std::optional<bool> m_hasJournal;
    std::size_t m_erased = 0;
    bool m_lostFiles = false;
    bool m_takenOff = false;
    std::uint64_t m_safeSeq = 0;
};

} // namespace frontsheet::store
