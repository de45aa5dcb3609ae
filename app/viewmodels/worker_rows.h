// Finding a worker by what people type of them: name, role, agency.
#pragma once

#include "app/viewmodels/wording.h"

#include <QVariantList>

namespace frontsheet {

// {agency, worker, name, role, badge}: who fits every word that was typed, by name; nobody while none was. `agency`: of that one alone; empty: of
// any.
[[nodiscard]] QVariantList workersFound(const Directory& directory, const QString& typed, const AgencyId& agency = {});

} // namespace frontsheet
