// The OpenSSL side of the HTTPS front.
#pragma once

#include "app/agency_server/https/tls_material.h"
#include "sync/server/caller.h"

#include <boost/asio/ssl/context.hpp>

#include <map>
#include <memory>

namespace frontsheet {

// One generation of certificates; connections keep the one they began with.
struct TlsGeneration {
    boost::asio::ssl::context context{boost::asio::ssl::context::tls_server};
    std::map<AgencyId, Certificate> authorities;
};

[[nodiscard]] Result<std::shared_ptr<TlsGeneration>> makeTlsGeneration(const TlsMaterial& material);

// Who the peer's certificate says it is. Nobody when it showed none. CertificateRejected unless the CA of the very agency
// that the certificate names has made it: a partner's CA cannot speak for anyone but the partner.
[[nodiscard]] Result<Caller> callerOf(SSL* connection, const TlsGeneration& generation);

} // namespace frontsheet
