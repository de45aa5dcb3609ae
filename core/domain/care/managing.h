// Who may see to other workers' work: reassign, cover an absence, keep the rota.
#pragma once

#include "core/domain/principal.h"

namespace frontsheet::care {

// By the role on the certificate: "team manager", "duty manager", "practice manager".
[[nodiscard]] bool mayManage(const Principal& worker);
// Whose week is made of placements: reviewing officers, and who manages them.
[[nodiscard]] bool reviewsPlacements(const Principal& worker);

} // namespace frontsheet::care
