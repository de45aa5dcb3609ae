#include "app/device/output.h"
#include "app/device/verbs.h"
#include "core/domain/schema/record_schema.h"
#include "core/usecases/care_records.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

constexpr std::array kCareOptions{
    Option{"--type", Value, Required, "the record's type, as the schema names it: need, appointment, measure"},
    Option{"--person", Value, Required, "whom it is about, 32 hexadecimal digits"},
    Option{"--fields-file", Value, Required,
           "a JSON object: each field by its name in the schema; times and numbers as numbers, members of a set as a "
           "list"},
};

// The value as the field's kind holds it.
Result<frontsheet::Value> valueOf(const FieldSpec& field, const nlohmann::json& given) {
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Time:
    case FieldKind::YesNo:
        if (given.is_number_integer()) {
            return frontsheet::Value{given.get<std::int64_t>()};
        }
        break;
    case FieldKind::Record:
    case FieldKind::Person:
        if (given.is_string()) {
            FS_ASSIGN(const auto id, AnyId::fromHex(given.get<std::string>()));
            return frontsheet::Value{id};
        }
        break;
    case FieldKind::Set:
    case FieldKind::Files:
        if (given.is_array() &&
            std::all_of(given.begin(), given.end(), [](const auto& one) { return one.is_string(); })) {
            auto members = given.get<std::vector<std::string>>();
            std::sort(members.begin(), members.end());
            return frontsheet::Value{std::move(members)};
        }
        break;
    default:
        if (given.is_string()) {
            return frontsheet::Value{given.get<std::string>()};
        }
        break;
    }
    return {ErrorCode::InvalidArgument, "field " + std::string{field.name} + " takes another kind of value"};
}

Result<void> care(DeviceSession& session, const Arguments& arguments) {
    const auto* schema = schemaNamed(arguments.value("--type"));
    if (schema == nullptr) {
        return {ErrorCode::InvalidArgument, "there is no such type of record"};
    }
    FS_ASSIGN(const auto person, arguments.id<PersonId>("--person"));
    FS_ASSIGN(const auto text, arguments.textFile("--fields-file"));
    const auto given = nlohmann::json::parse(text, nullptr, false);
    if (!given.is_object()) {
        return {ErrorCode::InvalidArgument, "--fields-file is no JSON object"};
    }
    CareRecords records(session.workplace());
    FS_ASSIGN(auto record, records.begin(schema->type, person));
    for (const auto& [name, value] : given.items()) {
        const auto* field = schema->field(std::string_view{name});
        if (field == nullptr) {
            return {ErrorCode::InvalidArgument, "the type has no field " + name};
        }
        FS_ASSIGN(auto set, valueOf(*field, value));
        record.fields.set(field->tag, std::move(set));
    }
    FS_ASSIGN(const auto id, records.save(std::nullopt, std::move(record)));
    saySaved(id);
    return ok();
}

constexpr std::array kVerbs{
    Verb{"care", "writes a record of the care work: a need, a visit, an alert, a measure", kCareOptions, care},
};

} // namespace

std::span<const Verb> careVerbs() { return kVerbs; }

} // namespace frontsheet::device
