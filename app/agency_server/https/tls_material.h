// What the server shows and whom it believes.
#pragma once

#include "app/agency_server/identity/certificate.h"
#include "core/base/id.h"

#include <map>
#include <string>

namespace frontsheet {

struct TlsMaterial {
    std::string certificatePem;                  // of this server
    std::string keyPem;                          // in the clear: lives in memory only
    std::map<AgencyId, Certificate> authorities; // each agency's CA, hosted ones and partners
};

} // namespace frontsheet
