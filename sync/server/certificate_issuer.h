// The port to an agency's certificate authority and its signature, kept outside the library because it handles the CA's
// private key.
#pragma once

#include "core/base/clock.h"
#include "core/domain/principal.h"

#include <string>

namespace frontsheet {

struct IssuedCertificate {
    std::string pem;
    WallTime notAfter;
};

class CertificateIssuer {
public:
    virtual ~CertificateIssuer() = default;
    // For the key in a PKCS#10 request (DER). Malformed when it is none or does not prove the key. Any thread.
    [[nodiscard]] virtual Result<IssuedCertificate> issue(BytesView request, const Principal& principal,
                                                          WallTime now) = 0;
    [[nodiscard]] virtual std::string authorityPem() const = 0;
    // What the agency's devices seal unsent work to when they are wiped, 32 bytes; empty: it has made none.
    [[nodiscard]] virtual Bytes rescueKey() const { return {}; }
    // The same, where it is another than that of the mark; empty where that one stands, or there is none.
    [[nodiscard]] virtual Bytes rescueKeyUnless(std::uint64_t /*mark*/) const { return {}; }
    // The agency's own signature on a statement (not a certificate), and whether one is. Any thread.
    [[nodiscard]] virtual Result<Bytes> sign(BytesView statement) = 0;
    [[nodiscard]] virtual bool hasSigned(BytesView statement, BytesView signature) const = 0;
};

} // namespace frontsheet
