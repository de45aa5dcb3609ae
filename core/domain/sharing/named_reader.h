// A worker to whom something is restricted by name.
#pragma once

#include "core/base/id.h"

namespace frontsheet::sharing {

struct NamedReader {
    AgencyId agency;
    WorkerId worker;
    friend auto operator<=>(const NamedReader&, const NamedReader&) = default;
};

} // namespace frontsheet::sharing
