#include "core/store/record_changes.h"

#include "core/domain/schema/record_schema.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace frontsheet::store {

namespace {

// What the outbox makes of a record.
struct Working {
    std::optional<Record> record; // none: there is nothing to show
    bool edited = false;          // differs from the mirror, or has none
    bool waiting = false;         // an edit is queued
};

bool isRefusal(IntentOutcome outcome) { return outcome == IntentOutcome::Refused || outcome == IntentOutcome::Held; }

Working worked(std::optional<Record> mirror, const std::vector<OutboxRow>& edits) {
    const HomeVersion held = mirror ? mirror->version : HomeVersion{};
    Working out;
    out.record = std::move(mirror);
    bool creationSetAside = false;
    for (const auto& edit : edits) {
        if (edit.apart) {
            continue; // it is on its way to the late inbox
        }
        if (edit.state == OpState::Attention) {
            // Its words are in the intent. What was built on a record that it should have made stands on nothing.
            creationSetAside = creationSetAside || (held.n == 0 && isRefusal(edit.outcome));
            continue;
        }
        out.waiting = out.waiting || edit.state == OpState::Queued;
        if (edit.state == OpState::Applied && held.n > 0 && held >= edit.version) {
            continue; // the mirror has it
        }
        if (edit.state == OpState::Applied && edit.outcome == IntentOutcome::Conflict) {
            continue; // its words come as another version beside what stands
        }
        if (!out.record && (creationSetAside || edit.intent.base.n > 0)) {
            continue; // an edit of what is no longer here
        }
        out.record = withIntent(std::move(out.record), edit.intent);
        out.record->version = std::max(out.record->version, edit.version);
        out.edited = true;
    }
    return out;
}

} // namespace

Result<void> RecordChanges::forgetJournal(const RecordId& id) {
    if (!m_hasJournal) {
        FS_ASSIGN(const bool empty, m_outbox.isJournalEmpty());
        m_hasJournal = !empty;
    }
    return *m_hasJournal ? m_outbox.forgetJournal(id) : ok();
}

Result<void> RecordChanges::project(std::int64_t no, const Record& working) {
    if (isSearchable(working.type)) {
        FS_TRY(m_index.queue(no));
        m_queued.push_back(no);
    }
    FS_ASSIGN(const bool lost, m_attachments.put(no, working));
    m_lostFiles = m_lostFiles || lost;
    return m_people.put(no, working);
}

Result<void> RecordChanges::nowSays(std::int64_t no, const Record& working, BytesView body, const RecordView& said) {
    if (said.exists && body == said.body && working.occurredAt == said.occurredAt) {
        return ok(); // as when a page brings what was written here
    }
    if (isSearchable(working.type) && said.exists) {
        FS_TRY(m_index.takeOut(no, working.type, said.body));
    }
    return project(no, working);
}

// A version with fewer fields (entered in error, released in part) takes words away: they must leave the WAL as well.
Result<bool> RecordChanges::losesFields(BytesView before, BytesView after) {
    if (before == after) {
        return false;
    }
    const auto was = m_codec.decode(before);
    const auto is = m_codec.decode(after);
    if (!was || !is) {
        return {ErrorCode::StoreDamaged, "a record's body"};
    }
    const auto& others = is->others();
    const auto isLost = [&](const auto& field) {
        const Value* now = is->find(field.first);
        const auto* had = std::get_if<std::vector<std::string>>(&field.second);
        const auto* has = now != nullptr ? std::get_if<std::vector<std::string>>(now) : nullptr;
        // A file that was taken off takes its key away.
        return now == nullptr ||
               (had != nullptr && has != nullptr && !std::includes(has->begin(), has->end(), had->begin(), had->end()));
    };
    return std::any_of(was->begin(), was->end(), isLost) ||
           std::any_of(was->others().begin(), was->others().end(), [&](const OtherVersion& other) {
               return std::find(others.begin(), others.end(), other) == others.end();
           });
}

Result<void> RecordChanges::upsert(const IncomingRecord& incoming) {
    const Record& header = incoming.header;
    FS_ASSIGN(auto row, m_rows.find(header.id));
    RecordView said;
    std::int64_t no = 0;
    if (row && (row->flags & kFlagDoubted) != 0 && row->header.home == header.home) {
        FS_TRY(eraseDoubted(*row));
        row.reset();
    }
    if (row) {
        if (row->header.home != header.home || row->header.type != header.type || row->header.person != header.person) {
            return {ErrorCode::WrongTenant, "a record of another home, kind or person"};
        }
        if (header.version < row->header.version && (row->flags & kFlagStale) == 0) {
            return ok();
        }
        no = row->no;
        FS_ASSIGN(said, m_rows.view(no));
        FS_ASSIGN(const bool withheld, losesFields(said.body, incoming.body));
        m_erased += withheld ? 1 : 0;
    }
    m_dirty.erase(header.id);
    if (!row) {
        FS_TRY(m_outbox.rejoin(header.id)); // the author's own unsent edits stand on it again
    }
    FS_ASSIGN(const auto edits, m_outbox.against(header.id, header.version));
    if (edits.reached) {
        FS_TRY(m_outbox.setReached(header.id, header.version, m_safeSeq));
    }
    if (!row) {
        FS_ASSIGN(no, m_rows.insertMirror(header, incoming.body));
    } else if (edits.beyond) {
        FS_TRY(m_rows.replaceMirror(no, header, incoming.body));
    } else {
        FS_TRY(m_rows.replaceBoth(no, header, incoming.body));
    }
    if (edits.beyond) {
        FS_ASSIGN(row, m_rows.find(header.id));
        return rework(header.id, row, said);
    }
    Record record = header;
    const bool same = said.exists && incoming.body == said.body && header.occurredAt == said.occurredAt;
    if ((isProjected(header.type) || filesFieldOf(header.type) != nullptr) && !same) {
        auto fields = m_codec.decode(incoming.body);
        if (!fields) {
            return std::move(fields).error();
        }
        record.fields = std::move(fields).value();
    }
    return nowSays(no, record, incoming.body, said);
}

Result<void> RecordChanges::rework(const RecordId& id) {
    m_dirty.erase(id);
    FS_ASSIGN(const auto row, m_rows.find(id));
    RecordView said;
    if (row) {
        FS_ASSIGN(said, m_rows.view(row->no));
    }
    return rework(id, row, said);
}

Result<void> RecordChanges::reworkNow() {
    const auto dirty = std::exchange(m_dirty, {});
    for (const auto& id : dirty) {
        FS_TRY(rework(id));
    }
    return ok();
}

Result<void> RecordChanges::rework(const RecordId& id, const std::optional<RecordRow>& row, const RecordView& said) {
    FS_ASSIGN(const auto edits, m_outbox.of(id));
    std::optional<Record> mirror;
    if (row && row->hasMirror()) {
        FS_ASSIGN(mirror, m_rows.mirror(*row));
        const HomeVersion held = row->header.version;
        const bool reached = std::any_of(edits.begin(), edits.end(), [held](const OutboxRow& edit) {
            return edit.state == OpState::Applied && edit.version <= held;
        });
        // The page that brought it came before the answer.
        FS_TRY(reached && (row->flags & kFlagStale) == 0 ? m_outbox.setReached(id, held, m_safeSeq) : ok());
    }
    const Working now = worked(std::move(mirror), edits);
    if (!now.record) {
        return row ? erase(*row, said.body) : ok();
    }
    const std::int64_t waiting = now.waiting ? kFlagWaiting : 0;
    const Bytes body = m_codec.encode(now.record->fields);
    if (!row) {
        FS_ASSIGN(const auto no, m_rows.insertWorking(*now.record, body, waiting));
        return project(no, *now.record);
    }
    if ((row->flags & kFlagLeaving) != 0 && !now.waiting) {
        // The author's own edits are settled, and nothing else keeps it here.
        FS_TRY(forgetJournal(id));
        return erase(*row, said.body);
    }
    const std::int64_t flags = (row->flags & ~kFlagWaiting) | waiting;
    if (now.edited || row->hasWorking || flags != row->flags) {
        FS_TRY(m_rows.setWorking(row->no, now.edited ? &*now.record : nullptr, body, flags));
    }
    return nowSays(row->no, *now.record, body, said);
}

Result<void> RecordChanges::erase(const RecordRow& row, BytesView said) {
    if (isSearchable(row.header.type)) {
        FS_TRY(m_index.takeOut(row.no, row.header.type, said));
        FS_TRY(m_index.unqueue(row.no));
    }
    FS_TRY(m_people.remove(row.no, row.header.type));
    FS_ASSIGN(const bool lost, m_attachments.remove(row.no, row.header.type));
    m_lostFiles = m_lostFiles || lost;
    FS_TRY(m_outbox.setSafe(row.header.id));
    FS_TRY(m_rows.erase(row.no));
    ++m_erased;
    return ok();
}

Result<bool> RecordChanges::hasMirror(const RecordId& id) {
    FS_ASSIGN(const auto row, m_rows.find(id));
    return row && row->hasMirror();
}

Result<RecordChanges::Unmirrored> RecordChanges::unmirrored(const RecordId& id) {
    FS_ASSIGN(const auto row, m_rows.find(id));
    if (!row || row->hasMirror()) {
        return Unmirrored::No;
    }
    FS_ASSIGN(const bool awaited, isAwaited(*row));
    return awaited ? Unmirrored::Waiting : Unmirrored::Settled;
}

Result<bool> RecordChanges::isAwaited(const RecordRow& row) {
    return (row.flags & kFlagWaiting) != 0 ? m_outbox.anyOnItsWay(row.header.id) : Result<bool>{false};
}

Result<void> RecordChanges::releaseUncovered(const RecordId& id, const HeldScopes& held) {
    FS_ASSIGN(const auto row, m_rows.find(id));
    if (!row || row->hasMirror()) {
        return ok();
    }
    FS_ASSIGN(const auto record, scoped(*row));
    return held.anyCovers(record) ? ok() : releaseUnmirrored(id);
}

Result<void> RecordChanges::releaseUnmirrored(const RecordId& id) {
    FS_ASSIGN(const auto row, m_rows.find(id));
    if (!row || row->hasMirror()) {
        return ok();
    }
    FS_ASSIGN(const bool awaited, isAwaited(*row));
    if (awaited) {
        return ok();
    }
    FS_ASSIGN(const auto said, m_rows.view(row->no));
    return erase(*row, said.body);
}

Result<void> RecordChanges::finish() {
    FS_TRY(reworkNow());
    FS_TRY(m_people.finish());
    return m_index.finish();
}

} // namespace frontsheet::store
