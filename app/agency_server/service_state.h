// Tells systemd (sd_notify(3)'s protocol: a datagram to $NOTIFY_SOCKET) when the server is ready and when it stops.
#pragma once

#include <cstdint>

namespace frontsheet {

enum class ServiceState : std::uint8_t { Ready, Stopping };

// Does nothing where nobody listens.
void tellServiceManager(ServiceState state);

} // namespace frontsheet
