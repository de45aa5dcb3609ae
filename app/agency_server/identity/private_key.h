// A key pair on the curve P-256: what OpenSSL, libcurl, Beast and hardware keys all take.
#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace frontsheet {

class PrivateKey {
public:
    // From the operating system's generator. Internal when OpenSSL cannot.
    static Result<PrivateKey> generate();
    // PKCS#8 PEM. WrongPassphrase when the passphrase does not open it, KeyFileDamaged when it is no key.
    static Result<PrivateKey> fromPem(std::string_view pem, std::string_view passphrase);

    // PKCS#8 PEM under AES-256; an empty passphrase leaves it in the clear (for tests and for pipes only).
    [[nodiscard]] Result<std::string> toPem(std::string_view passphrase) const;
    // A PKCS#10 request (RFC 2986) in DER, signed with this key. Its subject is not looked at: the agency decides it.
    [[nodiscard]] Result<std::string> certificateRequest() const;
    // ECDSA with SHA-256 (FIPS 186-5), in DER. A statement begins with words that say what it is, so that a signature on one
    // is never good for another, and none begins as a certificate does. Any thread.
    [[nodiscard]] Result<std::string> sign(std::string_view statement) const;

    [[nodiscard]] evp_pkey_st* get() const { return m_key.get(); }

private:
    struct Free {
        void operator()(evp_pkey_st* key) const;
    };
    explicit PrivateKey(evp_pkey_st* key) : m_key(key) {}

    std::unique_ptr<evp_pkey_st, Free> m_key;
};

} // namespace frontsheet
