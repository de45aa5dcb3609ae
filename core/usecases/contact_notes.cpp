#include "core/usecases/contact_notes.h"

#include "core/domain/schema/contact_note.h"

#include <algorithm>

namespace frontsheet {

Record ContactNotes::noteRecord(const NoteText& note) const {
    Record record;
    record.type = RecordType::ContactNote;
    record.home = m_work.me.agency;
    record.person = note.person;
    record.category = note.category;
    record.author = m_work.me.worker;
    record.authorAgency = m_work.me.agency;
    record.occurredAt = note.occurredAt.isKnown() ? note.occurredAt : m_work.clock.now();
    record.fields.put(contact_note::kText, note.text);
    record.fields.put(contact_note::kKind, note.kind);
    record.fields.put(contact_note::kAddendumTo, note.addendumTo);
    record.fields.put(contact_note::kAuthor, m_work.me.worker);
    return record;
}

Result<RecordId> ContactNotes::save(const RecordId& draft, const NoteText& note, const std::string& state) {
    std::optional<Record> before;
    if (!draft.isNull()) {
        FS_ASSIGN(auto found, m_work.reader.record(draft));
        if (!found) {
            return {ErrorCode::NotFound, "draft"};
        }
        before = std::move(found->record);
    }
    Record after = noteRecord(note);
    if (before) {
        after.id = before->id;
        after.category = before->category;
        after.occurredAt = before->occurredAt;
    } else {
        after.id = m_work.ids.timeOrdered<RecordId>(m_work.clock.now());
    }
    after.fields.put(contact_note::kState, state);
    if (state == "signed") {
        after.fields.put(contact_note::kSignedAt, m_work.clock.now());
    }
    if (before && before->fields == after.fields) {
        return after.id;
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    FS_TRY(m_work.writer.save({intent}));
    return after.id;
}

Result<RecordId> ContactNotes::saveDraft(const RecordId& draft, const NoteText& note) {
    if (draft.isNull() && note.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return {ErrorCode::InvalidArgument, "blank note"};
    }
    return save(draft, note, "draft");
}

Result<RecordId> ContactNotes::sign(const RecordId& draft, const NoteText& note) { return save(draft, note, "signed"); }

Result<void> ContactNotes::enterInError(const RecordId& id, const std::string& reason) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::ContactNote) {
        return {ErrorCode::NotFound, "note"};
    }
    Record after = found->record;
    after.fields.put(contact_note::kState, std::string{"entered-in-error"});
    after.fields.put(contact_note::kErrorReason, reason);
    after.fields.put(contact_note::kErrorBy, m_work.me.worker);
    FS_ASSIGN(auto intent, intentFor(m_work, found->record, after));
    return m_work.writer.save({intent});
}

Result<std::vector<Record>> ContactNotes::drafts() {
    constexpr std::size_t kLimit = 100000;
    FS_ASSIGN(auto notes, m_work.reader.ofType(RecordType::ContactNote, kLimit));
    std::vector<Record> mine;
    for (auto& note : notes) {
        if (note.record.fields.text(contact_note::kState) == "draft" &&
            note.record.fields.get(contact_note::kAuthor) == m_work.me.worker) {
            mine.push_back(std::move(note.record));
        }
    }
    std::sort(mine.begin(), mine.end(), [](const Record& a, const Record& b) { return a.occurredAt > b.occurredAt; });
    return mine;
}

Result<std::vector<AudienceGroup>> ContactNotes::audience(const NoteText& note) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, note.person));
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    return audienceOf(noteRecord(note), about.records, directory);
}

} // namespace frontsheet
