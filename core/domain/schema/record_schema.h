// What a record type is made of, and the registry of all of them.
#pragma once

#include "core/domain/record.h"
#include "core/domain/schema/field.h"

#include <span>
#include <string_view>

namespace frontsheet {

enum class Subject : std::uint8_t { Person, Directory };
// Whether records of a type may go to partners at all. `HomeOnly` ones are the home's own workers', whatever an agreement says.
enum class Reach : std::uint8_t { Shared, HomeOnly };

struct RecordSchema {
    RecordType type;
    std::string_view name; // as in mapping files and canonical dumps: lower case, hyphens
    Category category;     // of the record as a whole, unless its author chose another
    Subject subject;
    std::span<const FieldSpec> fields; // ascending tags
    Reach reach = Reach::Shared;
    [[nodiscard]] const FieldSpec* field(FieldTag tag) const;
    [[nodiscard]] const FieldSpec* field(std::string_view name) const;
};

// All record types this program knows, in the order of their numbers.
[[nodiscard]] std::span<const RecordSchema> allSchemas();
// nullptr for a type of a newer schema: such records are kept and passed back, never shown.
[[nodiscard]] const RecordSchema* schemaOf(RecordType type);
[[nodiscard]] const RecordSchema* schemaNamed(std::string_view name);

// An error with the field's name when a value does not fit its declaration: wrong shape, too
// long, text that is not UTF-8, an impossible date, an agency, worker or service that is no code, a set out of order, a
// tag outside 1 to 1023. Fields of unknown types and tags only have the general limits. Malformed, TooLarge, NotText,
// ImpossibleDate.
[[nodiscard]] Result<void> checkFields(RecordType type, const FieldSet& fields);

// Types are numbered low, so that a table over their numbers finds one without a search.
inline constexpr std::size_t kTypeNumbers = 64;
inline constexpr std::size_t kMaxFields = 128; // per record
inline constexpr std::uint16_t kMaxFieldTag = 1023;
inline constexpr std::size_t kMaxSetMembers = 256;
inline constexpr std::uint32_t kMaxUnknownFieldBytes = 65536;
inline constexpr std::uint32_t kMaxFieldBytes = 768 * 1024; // of any field of any type: an agreement's text
inline constexpr std::uint32_t kMaxProseBytes = 64 * 1024;  // 10,000 characters of any script fit with room

} // namespace frontsheet
