#include "tests/blackbox/proxy/impostor.h"

#include "app/agency_server/server_folder.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace frontsheet::blackbox {

namespace {

Result<TlsContext> contextWith(const SSL_METHOD* method, const PrivateKey* key, const Certificate* certificate) {
    TlsContext context{SSL_CTX_new(method)};
    bool good = context != nullptr && SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION) == 1;
    if (key != nullptr) {
        good = good && SSL_CTX_use_certificate(context.get(), certificate->get()) == 1 &&
               SSL_CTX_use_PrivateKey(context.get(), key->get()) == 1;
    }
    if (!good) {
        ERR_clear_error();
        return {ErrorCode::CertificateRejected, "context"};
    }
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context.get(), 0);
    return context;
}

int believeAnybody(int /*good*/, X509_STORE_CTX* /*store*/) { return 1; }

Result<Tls> shakeHands(ssl_ctx_st* context, const SocketEnd& end, int (*how)(SSL*)) {
    Tls connection{SSL_new(context)};
    if (connection == nullptr || SSL_set_fd(connection.get(), end.get()) != 1 || how(connection.get()) != 1) {
        ERR_clear_error();
        return {ErrorCode::CertificateRejected, "handshake"};
    }
    return connection;
}

} // namespace

void FreeSsl::operator()(ssl_st* connection) const { SSL_free(connection); }
void FreeSsl::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }

Result<void> Impostor::learn(const std::filesystem::path& serverFolder) {
    FS_ASSIGN(const auto folder, ServerFolder::open(serverFolder));
    FS_ASSIGN(const auto hosted, folder.hosted());
    for (const auto& agency : hosted) {
        FS_ASSIGN(auto authority, folder.authorityOf(agency));
        m_authorities.emplace(agency, std::move(authority));
    }
    return ok();
}

Result<ssl_ctx_st*> Impostor::contextFor(const AgencyId& agency, const std::string& host) {
    const std::lock_guard lock(m_mutex);
    auto& kept = m_answering[agency.str() + " " + host];
    if (kept == nullptr) {
        const auto authority = m_authorities.find(agency);
        if (authority == m_authorities.end()) {
            return {ErrorCode::NotFound, "authority"};
        }
        FS_ASSIGN(const auto key, PrivateKey::generate());
        FS_ASSIGN(const auto certificate, authority->second.issueToServer(key, agency, {host}, m_clock.now(), m_ids));
        FS_ASSIGN(kept, contextWith(TLS_server_method(), &key, &certificate));
        SSL_CTX_set_verify(kept.get(), SSL_VERIFY_PEER, believeAnybody);
    }
    return kept.get();
}

Result<ssl_ctx_st*> Impostor::contextAs(const Certificate& shown) {
    const std::lock_guard lock(m_mutex);
    auto& kept = m_calling[shown.sha256()];
    if (kept == nullptr) {
        FS_ASSIGN(const auto subject, shown.subject());
        const auto authority = m_authorities.find(subject.principal.agency);
        if (authority == m_authorities.end()) {
            return {ErrorCode::NotFound, "authority"};
        }
        FS_ASSIGN(const auto key, PrivateKey::generate());
        Result<Certificate> made{ErrorCode::Internal, "certificate"};
        if (subject.use == CertificateUse::AgencyServer) {
            made = authority->second.issueToServer(key, subject.principal.agency, {}, m_clock.now(), m_ids);
        } else {
            FS_ASSIGN(const auto request, key.certificateRequest());
            // Its life ends when the shown one's does.
            made = authority->second.issueToDevice(request, subject.principal,
                                                   shown.notAfter() + -kDeviceCertificateLife, m_ids);
        }
        FS_ASSIGN(const auto certificate, std::move(made));
        FS_ASSIGN(kept, contextWith(TLS_client_method(), &key, &certificate));
    }
    return kept.get();
}

Result<Tls> Impostor::answer(const SocketEnd& device, const AgencyId& agency, const std::string& host) {
    FS_ASSIGN(auto* const context, contextFor(agency, host));
    return shakeHands(context, device, SSL_accept);
}

Result<Tls> Impostor::call(const SocketEnd& server, ssl_st* device) {
    const std::unique_ptr<X509, decltype(&X509_free)> shown{SSL_get1_peer_certificate(device), X509_free};
    if (shown == nullptr) {
        static const auto nobody = contextWith(TLS_client_method(), nullptr, nullptr);
        return nobody ? shakeHands(nobody->get(), server, SSL_connect) : Result<Tls>{nobody.error()};
    }
    FS_ASSIGN(auto* const context, contextAs(Certificate::sharing(shown.get())));
    return shakeHands(context, server, SSL_connect);
}

} // namespace frontsheet::blackbox
