#include "app/agency_server/identity/private_key.h"

#include "app/agency_server/identity/openssl_handles.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <cstring>

namespace frontsheet {

namespace {

// Always given, so that OpenSSL never falls back to asking on the terminal.
int givePassphrase(char* buffer, int size, int /*writing*/, void* given) {
    const auto& passphrase = *static_cast<const std::string_view*>(given);
    const auto length = std::min(passphrase.size(), static_cast<std::size_t>(size));
    std::memcpy(buffer, passphrase.data(), length);
    return static_cast<int>(length);
}

} // namespace

void PrivateKey::Free::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }

Result<PrivateKey> PrivateKey::generate() {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    if (key == nullptr) {
        return {ErrorCode::Internal, "key generation"};
    }
    return PrivateKey{key};
}

Result<PrivateKey> PrivateKey::fromPem(std::string_view pem, std::string_view passphrase) {
    const auto bio = openssl::reading(pem);
    EVP_PKEY* key = PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassphrase, &passphrase);
    ERR_clear_error();
    if (key == nullptr) {
        const bool encrypted = pem.find("BEGIN ENCRYPTED PRIVATE KEY") != std::string_view::npos;
        return {encrypted ? ErrorCode::WrongPassphrase : ErrorCode::KeyFileDamaged, "private key"};
    }
    return PrivateKey{key};
}

Result<std::string> PrivateKey::toPem(std::string_view passphrase) const {
    const openssl::Bio bio{BIO_new(BIO_s_mem())};
    const EVP_CIPHER* cipher = passphrase.empty() ? nullptr : EVP_aes_256_cbc();
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key.get(), cipher, nullptr, 0, givePassphrase, &passphrase) != 1) {
        ERR_clear_error();
        return {ErrorCode::Internal, "writing a private key"};
    }
    return openssl::contents(bio);
}

Result<std::string> PrivateKey::sign(std::string_view statement) const {
    const openssl::Digest digest{EVP_MD_CTX_new()};
    std::string signature(static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get())), '\0');
    std::size_t size = signature.size();
    if (digest == nullptr || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(statement.data()), statement.size()) != 1) {
        ERR_clear_error();
        return {ErrorCode::Internal, "signing"};
    }
    signature.resize(size);
    return signature;
}

Result<std::string> PrivateKey::certificateRequest() const {
    const openssl::Request request{X509_REQ_new()};
    if (request == nullptr || X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) != 1 ||
        X509_REQ_set_pubkey(request.get(), m_key.get()) != 1 ||
        X509_REQ_sign(request.get(), m_key.get(), EVP_sha256()) <= 0) {
        ERR_clear_error();
        return {ErrorCode::Internal, "certificate request"};
    }
    unsigned char* der = nullptr;
    const int size = i2d_X509_REQ(request.get(), &der);
    if (size <= 0) {
        return {ErrorCode::Internal, "certificate request"};
    }
    std::string bytes{reinterpret_cast<char*>(der), static_cast<std::size_t>(size)};
    OPENSSL_free(der);
    return bytes;
}

} // namespace frontsheet
