#include "core/store/people_queries.h"

#include "core/base/utf8.h"
#include "core/domain/hiding.h"
#include "core/domain/schema/record_schema.h"
#include "core/store/posting_lists.h"
#include "core/store/record_rows.h"
#include "core/store/snippet.h"
#include "core/store/tuning.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace frontsheet::store {

namespace {

#define FS_PERSON_ROW                                                                                 \
    "SELECT c.person, r.family, r.given, r.title, r.born, r.nhs_number, r.town, c.agencies, c.human " \
    "FROM caseload c JOIN registration r ON r.record = c.registration "

PersonRow readRow(const sqlite::Statement& row) {
    PersonRow out;
    out.person = row.id<PersonId>(0);
    out.familyName = row.text(1);
    out.givenName = row.text(2);
    out.title = row.text(3);
    out.born = row.text(4);
    out.nhsNumber = row.text(5);
    out.town = row.text(6);
    const auto codes = row.text(7);
    std::size_t at = 0;
    while (at < codes.size()) {
        const std::size_t end = std::min(codes.find(' ', at), codes.size());
        out.agencies.emplace_back(std::string{codes.substr(at, end - at)});
        at = end + 1;
    }
    return out;
}

template <class Read>
Result<void> eachRow(sqlite::Statement& rows, Read read) {
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return ok();
        }
        read();
    }
}

// Above every text that begins with a prefix.
std::string afterAll(const std::string& prefix) { return prefix + "\xF4\x8F\xBF\xBF"; }

} // namespace

Result<std::vector<PersonId>> PeopleQueries::sameHuman(const PersonId& person) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT o.person FROM human h JOIN human o ON o.human = h.human "
                                      "WHERE h.person = ? ORDER BY o.person"));
    rows.bind(person);
    std::vector<PersonId> same;
    FS_TRY(eachRow(rows, [&] { same.push_back(rows.id<PersonId>(0)); }));
    if (same.empty()) {
        same.push_back(person);
    }
    return same;
}

PersonRow PeopleQueries::hushed(PersonRow row) const {
    if (m_hidden != nullptr && m_hidden->has(row.person)) {
        row.town.clear();
    }
    return row;
}

Result<PersonRow> PeopleQueries::visibleRow(std::int64_t human) {
    const auto* visible = m_visible->find(human);
    if (visible == nullptr) {
        return PersonRow{};
    }
    FS_ASSIGN(auto row,
              m_db.prepare("SELECT person, family, given, title, born, nhs_number, town, '' FROM registration "
                           "WHERE record = ?"));
    FS_ASSIGN(const bool found, row.bind(visible->shown.record).next());
    PersonRow out = found ? readRow(row) : PersonRow{};
    out.person = visible->person;
    for (const auto& code : visible->agencies) {
        out.agencies.emplace_back(code);
    }
    return hushed(std::move(out));
}

// In order of name, of these humans alone (null: of everyone).
Result<RecordReader::CaseloadPage> PeopleQueries::visiblePage(const std::unordered_set<std::int64_t>* humans,
                                                              std::size_t offset, std::size_t limit) {
    RecordReader::CaseloadPage page;
    for (const auto& person : m_visible->byName()) {
        if (humans != nullptr && !humans->contains(person.human)) {
            continue;
        }
        if (page.total >= offset && page.rows.size() < limit) {
            FS_ASSIGN(auto row, visibleRow(person.human));
            page.rows.push_back(std::move(row));
        }
        ++page.total;
    }
    return page;
}

Result<PersonRow> PeopleQueries::row(const PersonId& person) {
    if (m_visible != nullptr) {
        FS_ASSIGN(auto human, m_db.prepare("SELECT human FROM human WHERE person = ?"));
        FS_ASSIGN(const bool known, human.bind(person).next());
        PersonRow out;
        if (known) {
            FS_ASSIGN(out, visibleRow(human.integer(0)));
        }
        out.person = person;
        return out;
    }
    FS_ASSIGN(auto row, m_db.prepare(FS_PERSON_ROW "JOIN human h ON h.human = c.human WHERE h.person = ?"));
    FS_ASSIGN(const bool found, row.bind(person).next());
    PersonRow out = found ? readRow(row) : PersonRow{};
    out.person = person;
    return hushed(std::move(out));
}

Result<PersonRow> PeopleQueries::rowOf(std::int64_t human) {
    if (m_visible != nullptr) {
        return visibleRow(human);
    }
    FS_ASSIGN(auto row, m_db.prepare(FS_PERSON_ROW "WHERE c.human = ?"));
    FS_ASSIGN(const bool found, row.bind(human).next());
    return found ? hushed(readRow(row)) : PersonRow{};
}

Result<RecordReader::CaseloadPage> PeopleQueries::everyone(std::size_t offset, std::size_t limit) {
    if (m_visible != nullptr) {
        return visiblePage(nullptr, offset, limit);
    }
    RecordReader::CaseloadPage page;
    FS_ASSIGN(const auto total, m_db.integer("SELECT count(*) FROM caseload"));
    page.total = static_cast<std::size_t>(total);
    FS_ASSIGN(auto rows, m_db.prepare(FS_PERSON_ROW "ORDER BY c.sort_key, c.human LIMIT ? OFFSET ?"));
    rows.bind(limit, offset);
    FS_TRY(eachRow(rows, [&] { page.rows.push_back(hushed(readRow(rows))); }));
    return page;
}

// By memberships that may be shown.
Result<std::unordered_set<std::int64_t>> PeopleQueries::visibleCaseOf(const AgencyId& agency, const WorkerId& worker,
                                                                      WallTime now) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT h.human, " FS_LEASED_COLUMNS " FROM membership m "
                                      "JOIN human h ON h.person = m.person JOIN record x ON x.no = m.record "
                                      "WHERE m.agency = ? AND m.worker = ? AND (m.until = 0 OR m.until > ?)"));
    rows.bind(agency, worker, now);
    std::unordered_set<std::int64_t> humans;
    FS_TRY(eachRow(rows, [&] {
        if (leaseStateOf(rows, 1, m_visible->locked()) != LeaseState::Hidden) {
            humans.insert(rows.integer(0));
        }
    }));
    return humans;
}

Result<RecordReader::CaseloadPage> PeopleQueries::visibleCasePage(const AgencyId& agency, const WorkerId& worker,
                                                                  WallTime now, std::size_t offset, std::size_t limit) {
    FS_ASSIGN(const auto humans, visibleCaseOf(agency, worker, now));
    return visiblePage(&humans, offset, limit);
}

Result<CaseList> PeopleQueries::caseListOf(const AgencyId& agency, const WorkerId& worker, WallTime now) {
    CaseList list;
    list.from = now;
    FS_ASSIGN(auto rows, m_db.prepare("SELECT c.human FROM caseload c WHERE c.human IN (SELECT h.human "
                                      "FROM membership m JOIN human h ON h.person = m.person "
                                      "WHERE m.agency = ? AND m.worker = ? AND (m.until = 0 OR m.until > ?)) "
                                      "ORDER BY c.sort_key, c.human"));
    rows.bind(agency, worker, now);
    FS_TRY(eachRow(rows, [&] { list.humans.push_back(rows.integer(0)); }));
    FS_ASSIGN(
        const auto next,
        m_db.integer("SELECT coalesce(min(until), 0) FROM membership WHERE agency = ? AND worker = ? AND until > ?",
                     agency, worker, now));
    list.until = WallTime{next};
    return list;
}

Result<RecordReader::CaseloadPage> PeopleQueries::pageOf(const CaseList& list, std::size_t offset, std::size_t limit) {
    RecordReader::CaseloadPage page;
    page.total = list.humans.size();
    for (std::size_t at = offset; at < list.humans.size() && page.rows.size() < limit; ++at) {
        FS_ASSIGN(auto row, rowOf(list.humans[at]));
        if (!row.person.isNull()) { // gone since the list was read
            page.rows.push_back(std::move(row));
        }
    }
    return page;
}

// In order of name: those whose family name (and then given name) begins with what is typed.
Result<std::vector<std::int64_t>> PeopleQueries::namedLike(const std::string& folded, std::size_t limit) {
    if (m_visible != nullptr) {
        std::vector<std::int64_t> visible;
        for (const auto& person : m_visible->byName()) {
            if (visible.size() < limit && person.shown.sortKey.starts_with(folded)) {
                visible.push_back(person.human);
            }
        }
        return visible;
    }
    FS_ASSIGN(auto rows, m_db.prepare("SELECT human FROM caseload WHERE sort_key >= ? AND sort_key < ? "
                                      "ORDER BY sort_key, human LIMIT ?"));
    rows.bind(folded, afterAll(folded), limit);
    std::vector<std::int64_t> humans;
    FS_TRY(eachRow(rows, [&] { humans.push_back(rows.integer(0)); }));
    return humans;
}

// In order of name: those of whom one registration holds all the words.
Result<std::vector<std::int64_t>> PeopleQueries::withWords(const std::vector<std::string>& words, std::size_t limit) {
    FS_ASSIGN(auto records,
              PostingSearch(m_db).withAll(WordKind::People, words, std::numeric_limits<std::size_t>::max()));
    std::vector<std::int64_t> humans;
    if (m_visible != nullptr) {
        std::erase_if(records, [&](std::int64_t record) { return !m_visible->mayFind(record); });
    }
    if (m_hidden != nullptr) {
        std::erase_if(records, [&](std::int64_t record) { return !m_hidden->mayFind(record, words); });
    }
    if (m_visible == nullptr && records.size() > kFewHits) {
        const std::unordered_set<std::int64_t> hits(records.begin(), records.end());
        std::int64_t last = 0;
        FS_ASSIGN(auto rows, m_db.prepare("SELECT c.human, r.record FROM caseload c JOIN human h ON h.human = c.human "
                                          "JOIN registration r ON r.person = h.person ORDER BY c.sort_key, c.human"));
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more || humans.size() == limit) {
                return humans;
            }
            if (rows.integer(0) != last && hits.contains(rows.integer(1))) {
                last = rows.integer(0);
                humans.push_back(last);
            }
        }
    }
    std::vector<Found> found;
    FS_ASSIGN(auto row,
              m_db.prepare("SELECT c.human, c.sort_key FROM registration r JOIN human h ON h.person = r.person "
                           "JOIN caseload c ON c.human = h.human WHERE r.record = ?"));
    for (const auto record : records) {
        FS_ASSIGN(const bool there, row.bind(record).next());
        const auto* visible = there && m_visible != nullptr ? m_visible->find(row.integer(0)) : nullptr;
        if (there) {
            found.push_back({row.integer(0), visible != nullptr ? visible->shown.sortKey : std::string{row.text(1)}});
        }
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::tie(a.sortKey, a.human) < std::tie(b.sortKey, b.human);
    });
    for (const auto& one : found) {
        if (humans.size() < limit && (humans.empty() || humans.back() != one.human)) {
            humans.push_back(one.human);
        }
    }
    return humans;
}

Result<std::vector<PersonRow>> PeopleQueries::people(const std::vector<std::string>& words, std::size_t limit) {
    std::string folded;
    std::string squashed;
    for (const auto& word : words) {
        folded += (folded.empty() ? "" : " ") + word;
        squashed += word;
    }
    FS_ASSIGN(auto humans, namedLike(folded, limit));
    const auto add = [&](const std::vector<std::int64_t>& more) {
        for (const auto human : more) {
            if (humans.size() < limit && std::find(humans.begin(), humans.end(), human) == humans.end()) {
                humans.push_back(human);
            }
        }
    };
    // Numbers and postcodes, typed with blanks anywhere.
    const bool number = std::any_of(squashed.begin(), squashed.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (humans.size() < limit && words.size() > 1 && number && squashed.size() <= kMaxWordBytes) {
        FS_ASSIGN(const auto joined, withWords({squashed}, limit));
        add(joined);
    }
    if (humans.size() < limit) {
        FS_ASSIGN(const auto worded, withWords(words, limit));
        add(worded);
    }
    std::vector<PersonRow> rows;
    rows.reserve(humans.size());
    for (const auto human : humans) {
        FS_ASSIGN(auto row, rowOf(human));
        rows.push_back(std::move(row));
    }
    return rows;
}

namespace {

std::string snippetOf(const Record& record, const std::vector<std::string>& words) {
    const RecordSchema* schema = schemaOf(record.type);
    std::string best;
    for (const auto& field : schema != nullptr ? schema->fields : std::span<const FieldSpec>{}) {
        if (field.searchable == Searchable::Yes && best.empty()) {
            best = snippet(record.fields.text(field), words, kSnippetCharacters);
        }
    }
    return best;
}

} // namespace

Result<std::vector<PersonRow>> PeopleQueries::notes(const std::vector<std::string>& words, std::size_t limit) {
    FS_ASSIGN(const auto records, PostingSearch(m_db).withAll(WordKind::Notes, words,
                                                              m_visible == nullptr && m_hidden == nullptr
                                                                  ? limit
                                                                  : std::numeric_limits<std::size_t>::max()));
    std::vector<PersonRow> rows;
    RecordRows read(m_db, m_codec);
    for (const auto record : records) {
        if (rows.size() == limit) {
            break;
        }
        FS_ASSIGN(auto held, read.working(record));
        if (held && m_hidden != nullptr && m_hidden->has(held->record.person)) {
            held->record = withoutAddress(std::move(held->record));
            if (!haveAll(wordsOf(held->record), words)) {
                continue;
            }
        }
        const auto state =
            !held || m_visible == nullptr
                ? LeaseState::Open
                : m_visible->locked().stateOf(held->record, held->waiting ? OwnEdits::Waiting : OwnEdits::None);
        if (!held || state == LeaseState::Hidden) {
            continue;
        }
        FS_ASSIGN(auto who, row(held->record.person));
        who.matchedNote = held->record.id;
        who.matchedType = held->record.type;
        who.matchedAt = held->record.occurredAt;
        who.snippet = state == LeaseState::Open ? snippetOf(held->record, words) : std::string{};
        rows.push_back(std::move(who));
    }
    return rows;
}

Result<std::vector<PersonRow>> PeopleQueries::search(const std::string& typed, std::size_t limit, std::size_t first) {
    auto words = typedWords(typed);
    if (words.size() > kMaxTypedWords) {
        words.resize(kMaxTypedWords);
    }
    std::vector<PersonRow> rows;
    if (words.empty() || limit == 0) {
        return rows;
    }
    const auto whole = limit;
    limit = std::min(limit, first);
    FS_ASSIGN(rows, people(words, limit));
    // One letter finds nearly every note; a character of a script without spaces is a word.
    const bool letter = words.size() == 1 && words.front().size() == 1;
    if (letter || (limit < whole && rows.size() == limit)) {
        return rows; // of the first rows, the notes come later
    }
    // A quarter of the list is kept for notes, so that a common family name does not hide them all.
    const std::size_t room = limit < whole ? limit - rows.size() : std::max(limit / 4, limit - rows.size());
    FS_ASSIGN(auto found, notes(words, room));
    rows.resize(std::min(rows.size(), limit - std::min(found.size(), limit)));
    std::move(found.begin(), found.end(), std::back_inserter(rows));
    return rows;
}

} // namespace frontsheet::store
