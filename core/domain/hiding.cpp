#include "core/domain/hiding.h"

#include "core/domain/said_right.h"
#include "core/domain/sharing/field_mask.h"
#include "core/domain/sharing/permission_codec.h"
#include "core/domain/two_versions.h"

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
    if (isSaidRight(record) && record.category == Category::ContactDetails) {
        record.fields = {}; // "this address is right" says it as well as the registration does
        return record;
    }
    const auto* type = sharing::typeFieldsOf(record.type);
    const auto stays = [&](FieldTag tag) {
        const auto bit = sharing::bitOf(record.type, tag);
        return !bit || type == nullptr || !type->locating.has(*bit);
    };
    FieldSet kept;
    for (const auto& [tag, value] : record.fields) {
        if (stays(tag)) {
            kept.set(tag, value);
        }
    }
    kept.setOthers(seenOf(record.fields.others(), stays));
    record.fields = std::move(kept);
    return record;
}

} // namespace frontsheet
