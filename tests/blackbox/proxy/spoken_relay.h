// A connection whose TLS ends here: each request and each answer is whole in our hands, and may be broken, kept, repeated or
// made up.
#pragma once

#include "tests/blackbox/proxy/impostor.h"
#include "tests/blackbox/proxy/socket_end.h"
#include "tests/blackbox/proxy/weather.h"

#include <string>

namespace frontsheet::blackbox {

struct Route {
    std::string listen; // "10.88.100.1:8443": where devices and partners believe the server to be
    std::string target; // "10.88.1.2:8443": where it is
    AgencyId agency;    // whose authority signs that server's certificate; empty: TLS is never ended
};

// Until either side ends it. The server is called for the first request that is passed on.
void relaySpeech(SocketEnd device, const Route& route, Impostor& impostor, Sky& sky, std::mt19937_64& chance);

} // namespace frontsheet::blackbox
