// Holds the test agencies' authorities, as no attacker does: so that the proxy can sit inside a connection that both sides
// believe, and break what is there.
#pragma once

#include "app/agency_server/identity/certificate_authority.h"
#include "core/base/id_source.h"
#include "tests/blackbox/proxy/socket_end.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

struct ssl_st;
struct ssl_ctx_st;

namespace frontsheet::blackbox {

struct FreeSsl {
    void operator()(ssl_st* connection) const;
    void operator()(ssl_ctx_st* context) const;
};
using Tls = std::unique_ptr<ssl_st, FreeSsl>;
using TlsContext = std::unique_ptr<ssl_ctx_st, FreeSsl>;

class Impostor {
public:
    // A server's folder with its agencies' authorities and keys.
    [[nodiscard]] Result<void> learn(const std::filesystem::path& serverFolder);
    [[nodiscard]] bool knowsAny() const { return !m_authorities.empty(); }

    // As the server that answers at `host` for devices that believe `agency`. CertificateRejected when they do not.
    [[nodiscard]] Result<Tls> answer(const SocketEnd& device, const AgencyId& agency, const std::string& host);
    // To the real one, with a certificate that says what the device's said, for as long as that one; none where it showed
    // none.
    [[nodiscard]] Result<Tls> call(const SocketEnd& server, ssl_st* device);

private:
    [[nodiscard]] Result<ssl_ctx_st*> contextFor(const AgencyId& agency, const std::string& host);
    [[nodiscard]] Result<ssl_ctx_st*> contextAs(const Certificate& shown);

    std::mutex m_mutex;
    SystemIdSource m_ids;
    SystemClock m_clock;
    std::map<AgencyId, CertificateAuthority> m_authorities;
    std::map<std::string, TlsContext> m_answering; // by agency and host
    std::map<std::string, TlsContext> m_calling;   // by the certificate's hash
};

} // namespace frontsheet::blackbox
