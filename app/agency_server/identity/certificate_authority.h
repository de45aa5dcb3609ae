// An agency's certificate authority: it says which devices and servers are its own. Partners accept it as the agency's
// because its certificate is named in the partnership.
#pragma once

#include "app/agency_server/identity/certificate.h"
#include "app/agency_server/identity/private_key.h"
#include "core/base/id_source.h"

#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

// How long things hold. Short enough that a lost tablet's certificate soon dies by itself, long enough for a worker's
// leave; a device renews at its own server when a third is left.
inline constexpr std::chrono::hours kDeviceCertificateLife{24 * 30};
inline constexpr std::chrono::hours kServerCertificateLife{24 * 90};
inline constexpr std::chrono::hours kServerCertificateRenewal{24 * 30}; // `serve` makes a new one when less is left
inline constexpr std::chrono::hours kAuthorityLife{24 * 3650};
// Devices' clocks run behind; a certificate is good from the day before it was made.
inline constexpr std::chrono::hours kBackdating{24};

class CertificateAuthority {
public:
    static Result<CertificateAuthority> make(const AgencyId& agency, WallTime now, IdSource& ids);
    static Result<CertificateAuthority> load(std::string_view certificatePem, std::string_view keyPem,
                                             std::string_view passphrase);

    [[nodiscard]] const Certificate& certificate() const { return m_certificate; }
    [[nodiscard]] const PrivateKey& key() const { return m_key; }

    // From a device's PKCS#10 request in DER: its proof of possession and kind of key are checked, its subject is not
    // looked at. Malformed; InvalidArgument when the subject is not one (see kMaxRoleBytes).
    [[nodiscard]] Result<Certificate> issueToDevice(BytesView requestDer, const Principal& principal, WallTime now,
                                                    IdSource& ids) const;
    // For TLS at these host names and addresses, and for calling on partners as this agency's server.
    [[nodiscard]] Result<Certificate> issueToServer(const PrivateKey& key, const AgencyId& agency,
                                                    const std::vector<std::string>& hosts, WallTime now,
                                                    IdSource& ids) const;

private:
    CertificateAuthority(Certificate certificate, PrivateKey key)
        : m_certificate(std::move(certificate)), m_key(std::move(key)) {}

    Certificate m_certificate;
    PrivateKey m_key;
};

} // namespace frontsheet
