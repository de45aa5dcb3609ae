// What can be written about a person, as it is offered: by what it is for, and found by typing.
#pragma once

#include "core/domain/record.h"

#include <QString>
#include <QVariantList>

#include <span>

namespace frontsheet {

struct FormKind {
    RecordType type;
    const char* group; // context Forms, as the rest
    const char* name;
    const char* says; // what it is for
    const char* also; // other words that people look for it by
};

// In the order in which they are offered; those of one group lie together.
[[nodiscard]] std::span<const FormKind> formKinds();

// {group, rows: [{type, name, says}]}, `type` as the schema names it; all of them where nothing is typed. Words are found by their beginnings.
[[nodiscard]] QVariantList formKindsFor(const QString& typed);

} // namespace frontsheet
