// Who asks. On the server it always comes from the certificate, never from a message.
#pragma once

#include "core/base/id.h"

#include <string>

namespace frontsheet {

struct Principal {
    AgencyId agency;
    WorkerId worker;
    std::string role; // as in the directory: "community nurse"
    DeviceId device;

    friend bool operator==(const Principal&, const Principal&) = default;
};

} // namespace frontsheet
