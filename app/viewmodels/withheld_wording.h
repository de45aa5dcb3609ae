// What is not here and may be said to be somewhere: whose, which kind, by which clause, whom to ask.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/usecases/sharing.h"

namespace frontsheet {

// {what, badge, reason, ask, number}: said so that it gives nothing away.
[[nodiscard]] QVariantMap withheldRow(const WithheldItem& item);

} // namespace frontsheet
