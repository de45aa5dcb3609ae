// The invitation an administrator hands out: where to enrol, whom to believe there, and the one-time code. A text file of
// "name = value" lines with the server's CA certificate after them (docs: app/agency_server, verb enrol).
#pragma once

#include "core/base/id.h"

#include <string>
#include <string_view>

namespace frontsheet::device {

struct Invitation {
    AgencyId agency;
    WorkerId worker;
    std::string role;
    std::string url; // "https://host:port"
    std::string code;
    std::string serverCa; // PEM
};

// Malformed when it is not an invitation, or when the certificate in it is not the one it names: a file that was tampered
// with on its way must be changed in both places to pass, and a worker can read the digits aloud to the administrator.
[[nodiscard]] Result<Invitation> parseInvitation(std::string_view text);

} // namespace frontsheet::device
