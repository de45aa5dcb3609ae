// Transport over HTTPS with libcurl: TLS 1.3, this device's certificate, each server's CA pinned, connections kept and
// TLS sessions resumed. The address of an agency may be that of the server that hosts it.
#pragma once

#include "sync/client/transport.h"

#include <memory>
#include <string>
#include <vector>

namespace frontsheet {

struct ServerAddress {
    AgencyId agency;
    std::string url;   // "https://host:port"
    std::string caPem; // the only authority believed for this server
};

// Empty before enrolment, which is the one call made without a certificate.
struct ClientCertificate {
    std::string certificatePem;
    std::string privateKeyPem;
};

class CurlTransport final : public Transport {
public:
    struct Options {
        std::vector<ServerAddress> servers;
        ClientCertificate identity;
        std::string proxy; // "http://host:port"; empty: as the environment says, and none for this machine itself
    };
    // Internal: libcurl would not start.
    [[nodiscard]] static Result<std::unique_ptr<CurlTransport>> open(Options options);
    ~CurlTransport() override;

    [[nodiscard]] Result<HttpAnswer> post(const AgencyId& server, std::string_view verb, BytesView body,
                                          std::size_t maxAnswer) override;
    void stop() override;

private:
    struct Parts;
    explicit CurlTransport(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace frontsheet
