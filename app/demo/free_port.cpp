#include "app/demo/free_port.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace frontsheet::demo {

std::uint16_t freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto* general = reinterpret_cast<sockaddr*>(&address);
    std::uint16_t port = 0;
    if (socket >= 0 && ::bind(socket, general, length) == 0 && ::getsockname(socket, general, &length) == 0) {
        port = ntohs(address.sin_port);
    }
    if (socket >= 0) {
        ::close(socket);
    }
    return port;
}

} // namespace frontsheet::demo
