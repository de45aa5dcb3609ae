#include "app/agency_server/identity/signature.h"

#include "app/agency_server/identity/openssl_handles.h"

#include <openssl/err.h>

namespace frontsheet {

namespace {

using DigestContext = std::unique_ptr<EVP_MD_CTX, openssl::Deleter<EVP_MD_CTX_free>>;

const unsigned char* bytes(BytesView view) { return reinterpret_cast<const unsigned char*>(view.data()); }

} // namespace

Bytes sha256(BytesView message) {
    Bytes out(32, '\0');
    unsigned int size = 0;
    EVP_Digest(message.data(), message.size(), reinterpret_cast<unsigned char*>(out.data()), &size, EVP_sha256(),
               nullptr);
    return out;
}

Result<Bytes> signMessage(const PrivateKey& key, BytesView message) {
    const DigestContext context{EVP_MD_CTX_new()};
    std::size_t size = 0;
    if (context == nullptr || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, bytes(message), message.size()) != 1) {
        ERR_clear_error();
        return {ErrorCode::Internal, "signing"};
    }
    Bytes out(size, '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size, bytes(message),
                       message.size()) != 1) {
        ERR_clear_error();
        return {ErrorCode::Internal, "signing"};
    }
    out.resize(size); // ECDSA in DER is a byte or two shorter than the bound
    return out;
}

bool isSignedBy(const Certificate& authority, BytesView message, BytesView signature) {
    EVP_PKEY* key = X509_get0_pubkey(authority.get());
    const DigestContext context{EVP_MD_CTX_new()};
    const bool good =
        key != nullptr && context != nullptr &&
        EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
        EVP_DigestVerify(context.get(), bytes(signature), signature.size(), bytes(message), message.size()) == 1;
    ERR_clear_error();
    return good;
}

} // namespace frontsheet
