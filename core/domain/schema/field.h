// How a field is declared. One line of a schema file is all there is to a field: storage, wire, merge, redaction,
// search and the canonical dump follow from it (see core/README.md, "Adding a field").
#pragma once

#include "core/domain/value.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace frontsheet {

// A field's number within its record type: on the wire and on disk for ever. Never reused, 1 to 1023.
struct FieldTag {
    std::uint16_t number = 0;
    friend auto operator<=>(const FieldTag&, const FieldTag&) = default;
};

enum class FieldKind : std::uint8_t {
    Text,  // one line
    Prose, // many lines, written by a person
    Code,  // a word from a list; unknown words of a newer schema are kept
    Date,  // "2026-11-21", or "1939-02" or "1939" where no more is known (ISO 8601)
    Integer,
    Time,    // Integer: milliseconds since 1970-01-01T00:00:00Z
    YesNo,   // Integer: 0 or 1
    Record,  // Id
    Person,  // Id
    Agency,  // Text: an AgencyId
    Worker,  // Text: a WorkerId
    Service, // Text: a ServiceId
    Set,
    Files, // Set: members of core/domain/attachment.h, each with the key of its file
};

// What happens when the field was changed at home since the version an edit was made on.
enum class MergeRule : std::uint8_t {
    Authority, // the home's value stands; the edit is refused and shown
    Status,    // the record type's state machine decides
    SetUnion,  // members added and taken away separately
    Prose,     // both kept, as an open conflict; never merged inside the text
};

// Information classes of the sharing agreement. They have no order.
enum class Category : std::uint8_t {
    Identity = 1,
    ContactDetails = 2,
    HomeAccess = 3,
    Involvement = 4,
    Wishes = 5,
    Alerts = 6,
    CarePlan = 7,
    FunctionalAssessment = 8,
    HealthSummary = 9,
    MentalHealth = 10,
    SubstanceUse = 11,
    Safeguarding = 12,
    LegalStatus = 13,
    Housing = 14,
    Finance = 15,
    Carer = 16,
    CarerPrivate = 17,
    Placement = 18,
    ContactNote = 19,
    Referral = 20,
    Conference = 21,
    Directory = 22,
};

[[nodiscard]] std::string_view name(Category category);

enum class Searchable : std::uint8_t { No, Yes };

struct FieldSpec {
    FieldTag tag;
    std::string_view name; // as in mapping files and canonical dumps: lower case, underscores
    FieldKind kind = FieldKind::Text;
    MergeRule merge = MergeRule::Authority;
    Category category = Category::Identity;
    std::uint8_t mergeGroup = 0; // fields of one group (not 0) only mean something together: all or none apply
    Searchable searchable = Searchable::No;
    std::uint32_t maxBytes = 512; // of text, or of all members of a set together
};

// A field with its C++ type, so that a record's reader cannot take a date for a number.
template <class T>
struct Field : FieldSpec {
    using type = T;
};

using TextField = Field<std::string>;
using IntegerField = Field<std::int64_t>;
using TimeField = Field<WallTime>;
using RecordField = Field<RecordId>;
using PersonField = Field<PersonId>;
using AgencyField = Field<AgencyId>;
using WorkerField = Field<WorkerId>;
using ServiceField = Field<ServiceId>;
using SetField = Field<std::vector<std::string>>;

} // namespace frontsheet
