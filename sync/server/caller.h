// Who is on the other end of a connection, as its certificate says. Made by the process around the library; nothing of
// it ever comes from a message.
#pragma once

#include "core/base/clock.h"
#include "core/domain/principal.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace frontsheet {

// The role of an agency's own server when it calls on a partner's. No worker can be enrolled with it.
inline constexpr std::string_view kAgencyServerRole = "agency-server";

enum class CallerKind : std::uint8_t { Nobody, Device, AgencyServer };

struct Caller {
    CallerKind kind = CallerKind::Nobody; // Nobody: no certificate was shown; only enrolment is open to it
    Principal principal;                  // of an agency's server: worker empty, role kAgencyServerRole
    WallTime notBefore;                   // the certificate's validity
    WallTime notAfter;
};

} // namespace frontsheet
