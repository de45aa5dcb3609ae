// A connection passed on byte by byte, without looking inside: the harm that any network does.
#pragma once

#include "tests/blackbox/proxy/socket_end.h"
#include "tests/blackbox/proxy/weather.h"

namespace frontsheet::blackbox {

// Until both ways have ended, or the harm ended them. `fate`: what befalls this connection.
void relayLine(SocketEnd device, SocketEnd server, const Weather& weather, std::optional<Harm> fate,
               std::mt19937_64& chance);

} // namespace frontsheet::blackbox
