// What is said when something stands no longer, in words. Presentation only; what ends how is core/domain/care/ending's.
#pragma once

#include "core/domain/care/ending.h"

#include <QVariantList>

namespace frontsheet {

// Of each ending: {how, button, heading, under, hint, call, needsWords}. `how` is what PlanModel::end() takes.
[[nodiscard]] QVariantList endingWords(RecordType type, const std::vector<care::Ending>& endings);

} // namespace frontsheet
