// A certificate (RFC 5280) as this product uses them: who it names, how long it holds, whether an agency's CA made it.
//
// Subject: O = agency code; OU = "device" or "agency-server"; CN = worker code (or the agency's code for a server);
// title = the worker's role; serialNumber = device id, 32 hexadecimal digits. A server's names are in its SAN.
#pragma once

#include "core/base/clock.h"
#include "core/domain/principal.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct x509_st;

namespace frontsheet {

enum class CertificateUse : std::uint8_t { Device, AgencyServer };

struct CertificateSubject {
    CertificateUse use = CertificateUse::Device;
    Principal principal; // of an agency's server: worker empty, role kAgencyServerRole
};

inline constexpr std::size_t kMaxRoleBytes = 64; // X.520's upper bound of a title

class Certificate {
public:
    // The first certificate of a PEM text. Malformed.
    static Result<Certificate> fromPem(std::string_view pem);
    // Shares the object; takes no ownership of the caller's reference.
    static Certificate sharing(x509_st* certificate);

    [[nodiscard]] std::string pem() const;
    [[nodiscard]] Bytes serial() const; // big-endian
    [[nodiscard]] WallTime notBefore() const;
    [[nodiscard]] WallTime notAfter() const;
    [[nodiscard]] std::string sha256() const; // hexadecimal, of the DER: what an invitation pins
    // CertificateRejected when a part is missing or malformed: not a certificate of this product.
    [[nodiscard]] Result<CertificateSubject> subject() const;
    // The signature and the names alone; dates are the caller's to judge, since an expired one may still renew.
    [[nodiscard]] bool isIssuedBy(const Certificate& authority) const;
    // Whether the key of this certificate made the signature (PrivateKey::sign).
    [[nodiscard]] bool hasSigned(std::string_view statement, std::string_view signature) const;

    [[nodiscard]] x509_st* get() const { return m_certificate.get(); }

private:
    explicit Certificate(std::shared_ptr<x509_st> certificate) : m_certificate(std::move(certificate)) {}
    std::shared_ptr<x509_st> m_certificate;
};

} // namespace frontsheet
