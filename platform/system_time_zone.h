// The device's own time zone, by the operating system.
#pragma once

#include "core/usecases/ports/time_zone.h"

namespace frontsheet {

class SystemTimeZone final : public TimeZone {
public:
    [[nodiscard]] LocalMoment local(WallTime time) const override;
};

} // namespace frontsheet
