#include "core/domain/sharing/field_mask.h"

#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/record_schema.h"

#include <algorithm>
#include <array>
#include <vector>

namespace frontsheet::sharing {

namespace {

// Contact details and home access say where a person is; of other categories these do too.
constexpr std::pair<RecordType, FieldTag> kLocatingToo[] = {
    {RecordType::Placement, placement::kPlacedAt.tag},  {RecordType::Placement, placement::kTown.tag},
    {RecordType::Placement, placement::kPostcode.tag},  {RecordType::Placement, placement::kPhone.tag},
    {RecordType::Appointment, appointment::kPlace.tag}, {RecordType::Action, action::kPlace.tag},
    {RecordType::Conference, conference::kPlace.tag},   {RecordType::CrisisPart, crisis_part::kSafePlace.tag},
    {RecordType::Invitation, invitation::kPlace.tag},
};

bool locates(RecordType type, const FieldSpec& field) {
    return field.category == Category::ContactDetails || field.category == Category::HomeAccess ||
           std::find(std::begin(kLocatingToo), std::end(kLocatingToo), std::pair{type, field.tag}) !=
               std::end(kLocatingToo);
}

struct Tables {
    std::array<TypeFields, kTypeNumbers> types;
    std::array<bool, kTypeNumbers> known{};
    std::vector<std::vector<FieldGroup>> groups;

    Tables() {
        groups.reserve(allSchemas().size());
        for (const auto& schema : allSchemas()) {
            auto& groupsOfType = groups.emplace_back();
            groupsOfType.push_back({schema.category, {}});
            TypeFields fields;
            fields.type = schema.type;
            for (std::size_t at = 0; at < schema.fields.size() && at < kMaxFieldsOfType; ++at) {
                const auto& field = schema.fields[at];
                const auto bit = FieldMask::bit(at);
                fields.all = fields.all | bit;
                if (field.merge == MergeRule::Prose || field.kind == FieldKind::Files) {
                    fields.prose = fields.prose | bit;
                }
                if (locates(schema.type, field)) {
                    fields.locating = fields.locating | bit;
                }
                if (schema.type == RecordType::PermissionStatement && field.tag == permission_statement::kWhere.tag) {
                    fields.hiding = fields.hiding | bit;
                }
                auto group = std::find_if(groupsOfType.begin(), groupsOfType.end(),
                                          [&](const FieldGroup& g) { return g.category == field.category; });
                if (group == groupsOfType.end()) {
                    group = groupsOfType.insert(group, {field.category, {}});
                }
                group->fields = group->fields | bit;
            }
            fields.groups = groupsOfType;
            const auto number = static_cast<std::size_t>(schema.type);
            if (number < kTypeNumbers) {
                types[number] = fields;
                known[number] = true;
            }
        }
    }
};

const Tables& tables() {
    static const Tables kTables;
    return kTables;
}

} // namespace

const TypeFields* typeFieldsOf(RecordType type) {
    const auto number = static_cast<std::size_t>(type);
    const Tables& all = tables();
    return number < kTypeNumbers && all.known[number] ? &all.types[number] : nullptr;
}

std::optional<std::size_t> bitOf(RecordType type, FieldTag tag) {
    const RecordSchema* schema = schemaOf(type);
    const FieldSpec* field = schema == nullptr ? nullptr : schema->field(tag);
    if (field == nullptr) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(field - schema->fields.data());
}

Category effectiveCategory(RecordType type, const FieldSpec& field, Category recordCategory) {
    const RecordSchema* schema = schemaOf(type);
    return schema != nullptr && field.category == schema->category ? recordCategory : field.category;
}

} // namespace frontsheet::sharing
