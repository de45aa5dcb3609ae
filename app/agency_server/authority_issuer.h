// The server library's port to the CA, over the one on disk.
#pragma once

#include "app/agency_server/identity/certificate_authority.h"
#include "app/agency_server/rescue/rescue_keys.h"
#include "sync/server/certificate_issuer.h"

namespace frontsheet {

class AuthorityIssuer final : public CertificateIssuer {
public:
    AuthorityIssuer(CertificateAuthority authority, IdSource& ids, std::filesystem::path rescueFolder = {})
        : m_authority(std::move(authority)), m_ids(ids), m_rescue(std::move(rescueFolder)) {}

    Result<IssuedCertificate> issue(BytesView request, const Principal& principal, WallTime now) override {
        FS_ASSIGN(const auto certificate, m_authority.issueToDevice(request, principal, now, m_ids));
        return IssuedCertificate{certificate.pem(), certificate.notAfter()};
    }
    std::string authorityPem() const override { return m_authority.certificate().pem(); }
    // Read each time: it may be made or replaced while the server runs.
    Bytes rescueKey() const override {
        const auto key = m_rescue.publicKey();
        return key ? key->raw() : Bytes{};
    }
    Bytes rescueKeyUnless(std::uint64_t mark) const override {
        const auto key = m_rescue.publicKey();
        return key && key->markNumber() != mark ? key->raw() : Bytes{};
    }
    Result<Bytes> sign(BytesView statement) override { return m_authority.key().sign(statement); }
    bool hasSigned(BytesView statement, BytesView signature) const override {
        return m_authority.certificate().hasSigned(statement, signature);
    }

private:
    CertificateAuthority m_authority;
    IdSource& m_ids;
    RescueKeys m_rescue;
};

} // namespace frontsheet
