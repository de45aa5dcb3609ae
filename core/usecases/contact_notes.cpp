#include "core/usecases/contact_notes.h"

#include "core/domain/intent.h"
#include "core/domain/schema/contact_note.h"
#include "core/usecases/own_person.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kAllDrafts = 10000;

bool isBlankText(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

void putText(Record& record, const NoteText& note) {
    record.category = note.category;
    if (note.occurredAt.isKnown()) {
        record.occurredAt = note.occurredAt;
    }
    record.fields.put(contact_note::kText, note.text);
    record.fields.put(contact_note::kKind, note.kind);
    record.fields.put(contact_note::kAddendumTo, note.addendumTo);
    sharing::putReaders(record.fields, contact_note::kReaders, note.readers);
}

} // namespace

Record ContactNotes::newNote(const NoteText& note) const {
    Record record = newRecord(m_work, RecordType::ContactNote, note.person, note.category);
    record.fields.put(contact_note::kAuthor, m_work.me.worker);
    putText(record, note);
    return record;
}

Result<std::optional<Record>> ContactNotes::existing(const RecordId& draft, const NoteText& note) {
    if (draft.isNull()) {
        return std::optional<Record>{};
    }
    FS_ASSIGN(auto found, m_work.reader.record(draft));
    if (!found || found->record.type != RecordType::ContactNote) {
        return {ErrorCode::NotFound, "draft"};
    }
    if (found->record.person != note.person &&
        found->record.person != ownIdOf(m_work.reader, m_work.me.agency, note.person)) {
        return {ErrorCode::InvalidArgument, "a draft about somebody else"};
    }
    return std::optional{std::move(found->record)};
}

Result<RecordId> ContactNotes::save(const RecordId& draft, const NoteText& note, const std::string& state) {
    FS_ASSIGN(const auto before, existing(draft, note));
    if (!note.addendumTo.isNull()) {
        FS_TRY(checkAddendum(note));
    }
    // From the record as it is, so that fields of a newer schema stay on it.
    Record after = before ? *before : newNote(note);
    if (before) {
        putText(after, note);
        if (before->fields == after.fields && before->category == after.category &&
            before->occurredAt == after.occurredAt && before->fields.text(contact_note::kState) == state) {
            return after.id; // saved or signed already; a second tap is no second edit
        }
    }
    after.fields.put(contact_note::kState, state);
    if (state == "signed") {
        after.fields.put(contact_note::kSignedAt, m_work.clock.now());
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    FS_TRY(m_work.writer.save({intent}));
    return after.id;
}

// An addendum belongs to a note on the record, about the same human.
Result<void> ContactNotes::checkAddendum(const NoteText& note) {
    FS_ASSIGN(const auto to, m_work.reader.record(note.addendumTo));
    if (!to || to->record.type != RecordType::ContactNote) {
        return {ErrorCode::NotFound, "the note it adds to"};
    }
    if (isDraft(to->record)) {
        return {ErrorCode::WrongState, "a draft takes no addendum"};
    }
    FS_ASSIGN(const auto same, m_work.reader.sameHuman(note.person));
    const bool about = std::find(same.begin(), same.end(), to->record.person) != same.end();
    return about ? ok() : Result<void>{ErrorCode::InvalidArgument, "an addendum about somebody else"};
}

Result<RecordId> ContactNotes::saveDraft(const RecordId& draft, const NoteText& note) {
    if (draft.isNull() && isBlankText(note.text)) {
        return {ErrorCode::InvalidArgument, "blank note"};
    }
    return save(draft, note, "draft");
}

Result<RecordId> ContactNotes::sign(const RecordId& draft, const NoteText& note) { return save(draft, note, "signed"); }

Result<void> ContactNotes::restrictTo(const RecordId& id, const std::vector<sharing::NamedReader>& readers) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::ContactNote) {
        return {ErrorCode::NotFound, "note"};
    }
    Record after = found->record;
    sharing::putReaders(after.fields, contact_note::kReaders, readers);
    if (after.fields == found->record.fields) {
        return ok();
    }
    FS_ASSIGN(auto intent, intentFor(m_work, found->record, after));
    return m_work.writer.save({intent});
}

Result<void> ContactNotes::enterInError(const RecordId& id, const std::string& reason, const PersonId& rightPerson) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::ContactNote) {
        return {ErrorCode::NotFound, "note"};
    }
    Record after = found->record;
    after.fields.put(contact_note::kState, std::string{"entered-in-error"});
    after.fields.put(contact_note::kErrorReason, reason);
    after.fields.put(contact_note::kErrorBy, m_work.me.worker);
    after.fields.put(contact_note::kRightPerson, rightPerson);
    FS_ASSIGN(auto intent, intentFor(m_work, found->record, after));
    return m_work.writer.save({intent});
}

Result<std::vector<Record>> ContactNotes::drafts() {
    FS_ASSIGN(auto held, m_work.reader.worklist(Worklist::Drafts, m_work.me.worker.str(), kAllDrafts));
    std::vector<Record> mine;
    mine.reserve(held.size());
    for (auto& draft : held) {
        mine.push_back(std::move(draft.record));
    }
    return mine;
}

} // namespace frontsheet
