// What the rules of every record type ask of a change. Included by rules only.
#pragma once

#include "core/domain/calendar.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/type_rules.h"

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>

namespace frontsheet {

[[nodiscard]] inline Result<void> missing(const FieldSpec& field) {
    return {ErrorCode::Missing, "field " + std::string{field.name}};
}
// What it says and what another field says cannot both be.
[[nodiscard]] inline Result<void> misfit(const FieldSpec& field) {
    return {ErrorCode::Malformed, "field " + std::string{field.name}};
}
[[nodiscard]] inline Result<void> tooLarge(const FieldSpec& field) {
    return {ErrorCode::TooLarge, "field " + std::string{field.name}};
}
[[nodiscard]] inline Result<void> impossible(const FieldSpec& field) {
    return {ErrorCode::ImpossibleDate, "field " + std::string{field.name}};
}
// A day ahead is a device's clock, or a time zone; two days are a slip of the pen.
[[nodiscard]] inline bool isAhead(std::string_view date, WallTime now) {
    const auto day = fullDate(date);
    return day &&
           std::chrono::sys_days{*day}.time_since_epoch() > std::chrono::milliseconds{now.ms} + std::chrono::hours{48};
}
[[nodiscard]] inline Result<void> fixed(const FieldSpec& field) {
    return {ErrorCode::Immutable, "field " + std::string{field.name}};
}

// Whether an existing record's field would become another.
[[nodiscard]] inline bool changes(const Change& c, FieldTag field) {
    const Value* was = c.before->fields.find(field);
    const Value* is = c.after.fields.find(field);
    return (was == nullptr) != (is == nullptr) || (was != nullptr && *was != *is);
}
[[nodiscard]] inline bool changes(const Change& c, const FieldSpec& field) { return changes(c, field.tag); }

// Whether every field of an existing record that would become another is one of these.
[[nodiscard]] inline bool changesOnly(const Change& c, std::initializer_list<FieldTag> allowed) {
    const auto edits = difference(c.before->fields, c.after.fields);
    return std::all_of(edits.begin(), edits.end(), [&](const FieldEdit& edit) {
        return std::find(allowed.begin(), allowed.end(), edit.field) != allowed.end();
    });
}

// Whether nothing changes but what answers a request: fields that a state machine moves. What was asked is not its receiver's.
[[nodiscard]] inline bool answersAlone(const Change& c) {
    const auto* schema = schemaOf(c.after.type);
    const auto edits = difference(c.before->fields, c.after.fields);
    return std::all_of(edits.begin(), edits.end(), [schema](const FieldEdit& edit) {
        const auto* spec = schema == nullptr ? nullptr : schema->field(edit.field);
        return spec != nullptr && spec->merge == MergeRule::Status;
    });
}

} // namespace frontsheet
