// What a form says beside its own table: what stands against it, what is wrong with an answer.
#pragma once

#include "app/viewmodels/forms/form_spec.h"
#include "app/viewmodels/forms/form_values.h"
#include "core/base/error_code.h"
#include "core/domain/care/beside_others.h"
#include "core/domain/schema/field.h"

#include <QString>
#include <QVariantMap>

namespace frontsheet {

// A text of the forms' own context; empty where there is none.
[[nodiscard]] QString formWords(const char* text);
// As pages know it.
[[nodiscard]] QString widgetName(FormWidget widget);
// {text, stops, call, goes, record}, as FormModel::findings
[[nodiscard]] QVariantMap findingRow(const care::Finding& finding);
// Under an answer that the rule book refuses.
[[nodiscard]] QString faultWords(RecordType type, const FieldSpec& field, ErrorCode code);
// Under an answer that is no value at all.
[[nodiscard]] QString typedFaultWords(TypedFault fault);

} // namespace frontsheet
