// Where the services are, clocks show local time; records keep UTC.
#pragma once

#include "core/base/clock.h"
#include "core/domain/opening_hours.h"

namespace frontsheet {

class TimeZone {
public:
    virtual ~TimeZone() = default;
    [[nodiscard]] virtual LocalMoment local(WallTime time) const = 0; // any thread
};

} // namespace frontsheet
