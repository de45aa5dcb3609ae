// One TCP socket, closed when it goes. Addresses are "10.88.1.2:8443": IPv4 and a port. Linux.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <string>

namespace frontsheet::blackbox {

class SocketEnd {
public:
    SocketEnd() = default;
    explicit SocketEnd(int descriptor) : m_descriptor(descriptor) {}
    ~SocketEnd();
    SocketEnd(const SocketEnd&) = delete;
    SocketEnd& operator=(const SocketEnd&) = delete;
    SocketEnd(SocketEnd&& other) noexcept;
    SocketEnd& operator=(SocketEnd&& other) noexcept;

    // Unreachable.
    [[nodiscard]] static Result<SocketEnd> listenAt(const std::string& address);
    [[nodiscard]] static Result<SocketEnd> connectTo(const std::string& address);
    // Empty when the listener is gone.
    [[nodiscard]] SocketEnd accept() const;

    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    void patience(std::chrono::seconds limit) const; // for blocking reads and writes
    void dontBlock() const;
    void reset();            // closes with RST
    void endWriting() const; // a clean FIN
    void close();

private:
    int m_descriptor = -1;
};

} // namespace frontsheet::blackbox
