// HTTPS with mutual TLS in front of a service: sockets, limits, time-outs, certificates, a graceful stop. It knows
// nothing of records. TLS 1.3 only, HTTP/1.1 with keep-alive, sessions resumed by ticket.
#pragma once

#include "app/agency_server/https/tls_material.h"
#include "sync/server/service.h"

#include <cstdint>
#include <memory>
#include <string>

namespace frontsheet {

struct HttpsOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;       // 0: any free one; see port()
    std::uint16_t healthPort = 0; // always on the loopback; 0: any free one
    unsigned ioThreads = 2;       // TLS and HTTP
    unsigned workers = 16;        // requests handled at once; pushes among them share one fsync
};

class HttpsServer {
public:
    // Binds and starts serving. The service outlives the server. Unreachable when the address cannot be bound,
    // CertificateRejected when the material is unusable.
    static Result<std::unique_ptr<HttpsServer>> start(const HttpsOptions& options, const TlsMaterial& material,
                                                      Service& service);
    // Stops when nobody did.
    ~HttpsServer();

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::uint16_t healthPort() const;

    // For connections from now on. Any thread.
    [[nodiscard]] Result<void> replace(const TlsMaterial& material);

    // Takes no new work, lets requests in flight be answered (https_limits::kFinish at most), closes. Any thread but the server's.
    void stop();

private:
    struct Parts;
    explicit HttpsServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace frontsheet
