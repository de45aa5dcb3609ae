// A set of fields of one record type, as bits: bit n is the n-th field of the type's schema. For deciding, where a set of
// fields must cost two registers and no allocation.
#pragma once

#include "core/domain/record.h"
#include "core/domain/schema/field.h"

#include <bit>
#include <cstdint>
#include <span>

namespace frontsheet::sharing {

struct FieldMask {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    [[nodiscard]] static constexpr FieldMask bit(std::size_t at) {
        return at < 64 ? FieldMask{std::uint64_t{1} << at, 0} : FieldMask{0, std::uint64_t{1} << (at - 64)};
    }
    [[nodiscard]] constexpr bool empty() const { return (low | high) == 0; }
    [[nodiscard]] constexpr bool has(std::size_t at) const { return !(*this & bit(at)).empty(); }
    [[nodiscard]] constexpr int count() const { return std::popcount(low) + std::popcount(high); }
    [[nodiscard]] constexpr FieldMask without(FieldMask other) const { return {low & ~other.low, high & ~other.high}; }
    [[nodiscard]] constexpr bool isWithin(FieldMask other) const { return without(other).empty(); }
    friend constexpr FieldMask operator|(FieldMask a, FieldMask b) { return {a.low | b.low, a.high | b.high}; }
    friend constexpr FieldMask operator&(FieldMask a, FieldMask b) { return {a.low & b.low, a.high & b.high}; }
    friend constexpr bool operator==(const FieldMask&, const FieldMask&) = default;
};

inline constexpr std::size_t kMaxFieldsOfType = 128;

// The fields of one type that are in one category by their declaration.
struct FieldGroup {
    Category category = Category::Identity;
    FieldMask fields;
};

// What deciding needs to know of a record type.
struct TypeFields {
    RecordType type = RecordType::Registration;
    FieldMask all;
    FieldMask prose;    // free text: what a stub leaves out
    FieldMask locating; // says where the person lives or stays
    FieldMask hiding;   // of those: what a restriction of where that is keeps for who visits
    // First the fields of the type's own category, which follow the category that a record's author chose; then the others.
    std::span<const FieldGroup> groups;
};

// nullptr for a type this program does not know. Any thread; nothing is allocated.
[[nodiscard]] const TypeFields* typeFieldsOf(RecordType type);
// Position of a field in its type's schema, which is its bit; nullopt when there is no such field.
[[nodiscard]] std::optional<std::size_t> bitOf(RecordType type, FieldTag tag);
// The category that decides about a field of a record: the field's own, or, for fields of the type's own category, the
// record's. A note its author filed under mental-health is mental-health.
[[nodiscard]] Category effectiveCategory(RecordType type, const FieldSpec& field, Category recordCategory);

} // namespace frontsheet::sharing
