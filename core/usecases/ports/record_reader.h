// What screens read: the working view, that is the mirror of every home with this device's waiting edits on top. Each
// call sees one consistent snapshot. Any thread but the UI's; several may read at once.
#pragma once

#include "core/domain/intent.h"
#include "core/domain/record.h"
#include "core/domain/scope.h"
#include "core/domain/worklist.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace frontsheet {

struct WorkingRecord {
    Record record;        // with waiting edits applied
    bool waiting = false; // an edit of it has not reached its home yet
};

// A row of the caseload or of a search, ready to show without opening the record.
struct PersonRow {
    PersonId person;
    std::string familyName; // as registered
    std::string givenName;
    std::string title;
    std::string born; // ISO 8601, may be empty
    std::string nhsNumber;
    std::string town;
    std::vector<AgencyId> agencies; // that hold a registration of this human, as far as this device knows
    RecordId matchedNote;           // search hit in a note or referral; null when the person matched
    RecordType matchedType{};       // of the hit
    WallTime matchedAt;             // when it happened, as its author states it
    std::string snippet;            // of the hit, with the matched words between U+0002 and U+0003
};

// Something about a person that a home withholds, and says so.
struct WithheldHere {
    AgencyId home;
    Scope scope; // of Kind::Withheld
};

class RecordReader {
public:
    virtual ~RecordReader() = default;

    [[nodiscard]] virtual Result<std::optional<WorkingRecord>> record(const RecordId& id) = 0;
    // All ids that stated links on this device join with `person`, itself included, ascending.
    [[nodiscard]] virtual Result<std::vector<PersonId>> sameHuman(const PersonId& person) = 0;
    // Everything held about these ids, newest occurredAt first.
    [[nodiscard]] virtual Result<std::vector<WorkingRecord>> aboutPersons(std::span<const PersonId> persons) = 0;
    // What homes withhold about these ids and let it be said; in no order.
    [[nodiscard]] virtual Result<std::vector<WithheldHere>> withheldAbout(std::span<const PersonId> /*persons*/) {
        return std::vector<WithheldHere>{};
    }
    // In order of record id (that is, oldest first). For the directory and for tools: a screen never reads a whole type.
    [[nodiscard]] virtual Result<std::vector<WorkingRecord>> ofType(RecordType type, std::size_t limit) = 0;
    // What stands on this list of this worker or agency (core/domain/worklist.h), newest first. Costs what it returns:
    // the store keeps the places in an index and never reads other records for it.
    [[nodiscard]] virtual Result<std::vector<WorkingRecord>> worklist(Worklist list, const std::string& owner,
                                                                      std::size_t limit) = 0;
    // One row per id, in the order asked: who that is, without opening what is held about them. An id of which no
    // registration is held gives a row with empty names. `matchedNote` and `snippet` stay empty.
    [[nodiscard]] virtual Result<std::vector<PersonRow>> personRows(std::span<const PersonId> persons) = 0;
    // One row per human in order of folded name, from `offset`; humans joined by links are one row. `mineOnly` by care team.
    struct CaseloadPage {
        std::vector<PersonRow> rows;
        std::size_t total = 0;
    };
    enum class CaseloadOf : std::uint8_t { Worker, Everyone };
    [[nodiscard]] virtual Result<CaseloadPage> caseload(CaseloadOf whose, const AgencyId& agency,
                                                        const WorkerId& worker, std::size_t offset,
                                                        std::size_t limit) = 0;
    // People first (prefixes of names, NHS number with or without spaces, postcode, phone), then notes and referrals.
    [[nodiscard]] virtual Result<std::vector<PersonRow>> search(const std::string& typed, std::size_t limit) = 0;
    // The first `first` rows of what search(typed, limit) gives, and whether there are more: what a screen shows while somebody types.
    // `first` is at most three quarters of `limit`.
    struct FirstFound {
        std::vector<PersonRow> rows;
        bool more = false;
    };
    [[nodiscard]] virtual Result<FirstFound> searchFirst(const std::string& typed, std::size_t limit,
                                                         std::size_t first) = 0;
};

} // namespace frontsheet
