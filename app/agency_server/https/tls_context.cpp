#include "app/agency_server/https/tls_context.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <cstring>

namespace frontsheet {

namespace {

constexpr unsigned char kHttp11[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

int chooseProtocol(SSL* /*ssl*/, const unsigned char** out, unsigned char* outSize, const unsigned char* offered,
                   unsigned int offeredSize, void* /*unused*/) {
    unsigned char* chosen = nullptr;
    if (SSL_select_next_proto(&chosen, outSize, kHttp11, sizeof kHttp11, offered, offeredSize) !=
        OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_NOACK;
    }
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

// A certificate out of its dates gets as far as a clear answer in words (and renewal); everything else ends here.
int judge(int good, X509_STORE_CTX* store) {
    if (good != 0) {
        return 1;
    }
    const int error = X509_STORE_CTX_get_error(store);
    const bool dates = error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
    if (dates && X509_STORE_CTX_get_error_depth(store) == 0) {
        X509_STORE_CTX_set_error(store, X509_V_OK);
        return 1;
    }
    return 0;
}

} // namespace

Result<std::shared_ptr<TlsGeneration>> makeTlsGeneration(const TlsMaterial& material) {
    namespace ssl = boost::asio::ssl;
    auto generation = std::make_shared<TlsGeneration>();
    generation->authorities = material.authorities;
    SSL_CTX* context = generation->context.native_handle();
    boost::system::error_code failed;
    generation->context.use_certificate_chain(boost::asio::buffer(material.certificatePem), failed);
    if (!failed) {
        generation->context.use_private_key(boost::asio::buffer(material.keyPem), ssl::context::pem, failed);
    }
    if (failed || SSL_CTX_check_private_key(context) != 1) {
        ERR_clear_error();
        return {ErrorCode::CertificateRejected, "this server's certificate and key"};
    }
    X509_STORE* store = SSL_CTX_get_cert_store(context);
    for (const auto& [agency, certificate] : material.authorities) {
        if (X509_STORE_add_cert(store, certificate.get()) != 1) {
            ERR_clear_error();
            return {ErrorCode::CertificateRejected, "a partner's CA"};
        }
    }
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION);
    // Idle devices are many: buffers are given back between messages.
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_CLIENT_ONCE, judge);
    SSL_CTX_set_verify_depth(context, 1);
    SSL_CTX_set_alpn_select_cb(context, chooseProtocol, nullptr);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_SERVER);
    static constexpr unsigned char kSessions[] = "frontsheet-1";
    SSL_CTX_set_session_id_context(context, kSessions, sizeof kSessions - 1);
    return generation;
}

Result<Caller> callerOf(SSL* connection, const TlsGeneration& generation) {
    const std::unique_ptr<X509, decltype(&X509_free)> shown{SSL_get1_peer_certificate(connection), X509_free};
    if (shown == nullptr) {
        return Caller{};
    }
    const auto certificate = Certificate::sharing(shown.get());
    FS_ASSIGN(auto subject, certificate.subject());
    const auto authority = generation.authorities.find(subject.principal.agency);
    // Checked against the named agency's own CA, also when the session was resumed and no chain was sent.
    if (authority == generation.authorities.end() || !certificate.isIssuedBy(authority->second)) {
        return {ErrorCode::CertificateRejected, "issuer"};
    }
    Caller caller;
    caller.kind = subject.use == CertificateUse::AgencyServer ? CallerKind::AgencyServer : CallerKind::Device;
    caller.principal = std::move(subject.principal);
    caller.notBefore = certificate.notBefore();
    caller.notAfter = certificate.notAfter();
    return caller;
}

} // namespace frontsheet
