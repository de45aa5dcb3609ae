// What an administrator hands to a worker: where to enrol, whom to believe there, and the one-time code. Shape of
// settings_text.h with the CA's certificate after it:
//
//     frontsheet-invitation = 1
//     agency = council
//     worker = W001
//     role = social work assessor
//     url = https://council.example:8443
//     code = 7K3QX-M9D2T-PWA4C-J8F6R
//     expires = 2026-11-28T09:00:00Z
//     server_ca_sha256 = <64 hexadecimal digits, of the certificate below>
//     -----BEGIN CERTIFICATE-----
//     ...
//
// Good for one device until it expires; readable by its owner only.
#pragma once

#include "app/agency_server/identity/certificate.h"
#include "core/base/clock.h"
#include "core/base/id.h"

#include <string>

namespace frontsheet {

struct InvitationFile {
    AgencyId agency;
    WorkerId worker;
    std::string role;
    std::string url;
    std::string code;
    WallTime expires;
    std::string serverCaPem;
};

[[nodiscard]] Result<std::string> writeInvitation(const InvitationFile& invitation);

} // namespace frontsheet
