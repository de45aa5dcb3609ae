// Who is who, and the rows that lists show. Reads only; each call inside its caller's snapshot. Given `visible`, what is past its
// hard lease is left out: people of whom nothing else is registered here, and other agencies' spellings of the others. Given
// `hidden`, nothing that says where those people live is shown or found by.
#pragma once

#include "core/base/result.h"
#include "core/sqlite/connection.h"
#include "core/store/hidden_people.h"
#include "core/store/visible_people.h"
#include "core/usecases/ports/body_codec.h"
#include "core/usecases/ports/record_reader.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace frontsheet::store {

// Whom a worker has on their list, in order of name. Finding that out walks all of them; a screen asks for a page at a time.
struct CaseList {
    std::vector<std::int64_t> humans;
    WallTime from;  // when it was read
    WallTime until; // when the next of them leaves it by time alone; not known: nobody does
    [[nodiscard]] bool holdsAt(WallTime now) const { return from <= now && (!until.isKnown() || now < until); }
};

class PeopleQueries {
public:
    // `visible` null: everything may be shown. `hidden` null: nobody hides where they live.
    PeopleQueries(sqlite::Connection& db, const BodyCodec& codec, const VisiblePeople* visible,
                  const HiddenPeople* hidden = nullptr)
        : m_db(db), m_codec(codec), m_visible(visible), m_hidden(hidden) {}

    [[nodiscard]] bool leavesOut() const { return m_visible != nullptr; }
    [[nodiscard]] Result<std::vector<PersonId>> sameHuman(const PersonId& person);
    [[nodiscard]] Result<PersonRow> row(const PersonId& person);
    [[nodiscard]] Result<RecordReader::CaseloadPage> everyone(std::size_t offset, std::size_t limit);
    // While everything may be shown; a page of it after that.
    [[nodiscard]] Result<CaseList> caseListOf(const AgencyId& agency, const WorkerId& worker, WallTime now);
    [[nodiscard]] Result<RecordReader::CaseloadPage> pageOf(const CaseList& list, std::size_t offset,
                                                            std::size_t limit);
    // While something is locked.
    [[nodiscard]] Result<RecordReader::CaseloadPage> visibleCasePage(const AgencyId& agency, const WorkerId& worker,
                                                                     WallTime now, std::size_t offset,
                                                                     std::size_t limit);
    // The first rows of at most `limit`: `limit` itself, or no more than three quarters of it.
    [[nodiscard]] Result<std::vector<PersonRow>> search(const std::string& typed, std::size_t limit, std::size_t first);

private:
    struct Found {
        std::int64_t human = 0;
        std::string sortKey;
    };
    [[nodiscard]] PersonRow hushed(PersonRow row) const; // without the town of who hides it
    [[nodiscard]] Result<PersonRow> rowOf(std::int64_t human);
    [[nodiscard]] Result<PersonRow> visibleRow(std::int64_t human);
    [[nodiscard]] Result<RecordReader::CaseloadPage> visiblePage(const std::unordered_set<std::int64_t>* humans,
                                                                 std::size_t offset, std::size_t limit);
    [[nodiscard]] Result<std::unordered_set<std::int64_t>> visibleCaseOf(const AgencyId& agency, const WorkerId& worker,
                                                                         WallTime now);
    [[nodiscard]] Result<std::vector<std::int64_t>> namedLike(const std::string& folded, std::size_t limit);
    [[nodiscard]] Result<std::vector<std::int64_t>> withWords(const std::vector<std::string>& words, std::size_t limit);
    [[nodiscard]] Result<std::vector<PersonRow>> people(const std::vector<std::string>& words, std::size_t limit);
    [[nodiscard]] Result<std::vector<PersonRow>> notes(const std::vector<std::string>& words, std::size_t limit);

    sqlite::Connection& m_db;
    const BodyCodec& m_codec;
    const VisiblePeople* m_visible;
    const HiddenPeople* m_hidden;
};

} // namespace frontsheet::store
