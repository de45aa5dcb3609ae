// One human, several agencies' ids: what is written here is filed under the id that the writer's own agency knows them by,
// whichever page it was written from. Under a partner's id the home would find nobody of its own, and refuse it.
#pragma once

#include "core/usecases/ports/record_reader.h"

namespace frontsheet {

// As given where the agency has no registration of them, or where the store does not say.
[[nodiscard]] PersonId ownIdOf(RecordReader& reader, const AgencyId& agency, const PersonId& person);

} // namespace frontsheet
