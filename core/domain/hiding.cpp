#include "core/domain/hiding.h"

#include "core/domain/sharing/field_mask.h"
#include "core/domain/sharing/permission_codec.h"

#include <algorithm>

namespace frontsheet {

bool isAddressHidden(std::span<const Record> records, WallTime now) {
    return std::any_of(records.begin(), records.end(), [now](const Record& record) {
        if (record.type != RecordType::PermissionStatement) {
            return false;
        }
        const auto said = sharing::statementIn(record);
        return said && said->kind == sharing::StatementKind::RestrictedLocation && sharing::isInForce(*said, now);
    });
}

Record withoutAddress(Record record) {
    const auto* type = sharing::typeFieldsOf(record.type);
    FieldSet kept;
    for (const auto& [tag, value] : record.fields) {
        const auto bit = sharing::bitOf(record.type, tag);
        if (!bit || type == nullptr || !type->locating.has(*bit)) {
            kept.set(tag, value);
        }
    }
    record.fields = std::move(kept);
    return record;
}

} // namespace frontsheet
