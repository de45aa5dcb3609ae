#include "app/bench/sync/written_notes.h"

#include "core/domain/schema/contact_note.h"
#include "core/usecases/people.h"
#include "core/usecases/workplace.h"

#include <iterator>
#include <string>

namespace frontsheet::bench {

namespace {

constexpr std::size_t kPeople = 500; // a large caseload
constexpr std::size_t kTextBytes = 560;
constexpr std::string_view kWords[] = {"dressing", "changed", "walking", "steady",  "daughter",   "present",
                                       "kettle",   "stairs",  "rail",    "asked",   "medicines",  "checked",
                                       "pressure", "wound",   "smaller", "spirits", "breathless", "home"};

std::string textOf(std::size_t number) {
    std::string text = std::string{kNoteBegins} + std::to_string(number) + ". ";
    std::uint64_t chance = number * 0x9E3779B97F4A7C15u + 1;
    while (text.size() < kTextBytes) {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        text += kWords[chance % std::size(kWords)];
        text += ' ';
        // One word in four is one of a hundred thousand, as names and doses are.
        if (chance >> 32 & 3) {
            continue;
        }
        for (std::uint64_t left = chance >> 40 & 0xFFFF; left > 0; left /= 26) {
            text += static_cast<char>('a' + left % 26);
        }
        text += ' ';
    }
    return text;
}

} // namespace

Result<NoteWriter> NoteWriter::on(device::DeviceSession& session) {
    FS_ASSIGN(const auto page, People(session.workplace()).caseload(RecordReader::CaseloadOf::Everyone, 0, kPeople));
    if (page.rows.empty()) {
        return {ErrorCode::NotFound, "people"};
    }
    std::vector<PersonId> people;
    for (const auto& row : page.rows) {
        people.push_back(row.person);
    }
    return NoteWriter{session, std::move(people)};
}

Result<std::vector<Intent>> NoteWriter::next(std::size_t count) {
    const auto work = m_session.workplace();
    std::vector<Intent> notes;
    notes.reserve(count);
    for (std::size_t n = 0; n < count; ++n) {
        Record note;
        note.id = work.ids.timeOrdered<RecordId>(work.clock.now());
        note.type = RecordType::ContactNote;
        note.home = work.me.agency;
        note.person = m_people[m_written % m_people.size()];
        note.category = Category::ContactNote;
        note.occurredAt = work.clock.now();
        note.fields.put(contact_note::kText, textOf(m_written++));
        note.fields.put(contact_note::kState, std::string{"signed"});
        note.fields.put(contact_note::kKind, std::string{"visit"});
        note.fields.put(contact_note::kSignedAt, note.occurredAt);
        note.fields.put(contact_note::kAuthor, work.me.worker);
        FS_ASSIGN(auto intent, intentFor(work, std::nullopt, note));
        notes.push_back(std::move(intent));
    }
    return notes;
}

} // namespace frontsheet::bench
