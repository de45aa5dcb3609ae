// Writing notes: saved as typed, a draft until signed, then corrected only by an addendum or marked entered in error.
// Not for the UI thread: each call reaches the disk.
#pragma once

#include "core/domain/audience.h"
#include "core/domain/sharing/named_reader.h"
#include "core/usecases/workplace.h"

#include <optional>
#include <string>

namespace frontsheet {

struct NoteText {
    PersonId person;
    std::string text;
    std::string kind = "visit"; // visit, phone-call, meeting, no-reply
    Category category = Category::ContactNote;
    WallTime occurredAt;                       // 0: now
    RecordId addendumTo;                       // null: a note of its own
    std::vector<sharing::NamedReader> readers; // beside the author, these alone; none: not restricted
};

class ContactNotes {
public:
    explicit ContactNotes(Workplace workplace) : m_work(workplace) {}

    // Saves what is typed so far: text, kind, category and stated time. `draft` null starts one. Returns its id; saved when
    // this returns. A blank new note is InvalidArgument; unchanged text is a success without a write. On any error what was
    // saved before stands: the caller keeps what is on the screen.
    [[nodiscard]] Result<RecordId> saveDraft(const RecordId& draft, const NoteText& note);
    // Saves and signs. From here on the text never changes. Missing when blank: the draft stays a draft. Signing again
    // what is signed, word for word, is a success without a write.
    [[nodiscard]] Result<RecordId> sign(const RecordId& draft, const NoteText& note);
    // WrongState for a draft, Immutable when it is in error already, Missing without a reason.
    // `rightPerson`: whom it was really about, where that is known.
    [[nodiscard]] Result<void> enterInError(const RecordId& note, const std::string& reason,
                                            const PersonId& rightPerson = {});
    // Who alone may read a signed note of this worker's from now on; none: whoever may by the agreements.
    [[nodiscard]] Result<void> restrictTo(const RecordId& note, const std::vector<sharing::NamedReader>& readers);
    // This worker's drafts, newest first.
    [[nodiscard]] Result<std::vector<Record>> drafts();
    // The note as it would be saved, for asking who will see it (sharing.h).
    [[nodiscard]] Record draftOf(const NoteText& note) const { return newNote(note); }

private:
    [[nodiscard]] Record newNote(const NoteText& note) const;
    [[nodiscard]] Result<std::optional<Record>> existing(const RecordId& draft, const NoteText& note);
    [[nodiscard]] Result<void> checkAddendum(const NoteText& note);
    [[nodiscard]] Result<RecordId> save(const RecordId& draft, const NoteText& note, const std::string& state);

    Workplace m_work;
};

} // namespace frontsheet
