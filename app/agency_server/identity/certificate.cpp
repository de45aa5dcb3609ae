#include "app/agency_server/identity/certificate.h"

#include "app/agency_server/identity/openssl_handles.h"
#include "core/base/utf8.h"
#include "sync/server/caller.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <ctime>

namespace frontsheet {

namespace {

// Empty unless the part is there exactly once: two agencies in one subject name nobody.
std::string part(const X509_NAME* name, int nid) {
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(name, nid, at) >= 0) {
        return {};
    }
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0) {
        return {};
    }
    std::string text{reinterpret_cast<char*>(utf8), static_cast<std::size_t>(size)};
    OPENSSL_free(utf8);
    return isText(text) ? text : std::string{};
}

WallTime wallTime(const ASN1_TIME* time) {
    std::tm utc{};
    if (ASN1_TIME_to_tm(time, &utc) != 1) {
        return {};
    }
    return {static_cast<std::int64_t>(timegm(&utc)) * 1000};
}

} // namespace

Result<Certificate> Certificate::fromPem(std::string_view pem) {
    const auto bio = openssl::reading(pem);
    X509* certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr);
    ERR_clear_error();
    if (certificate == nullptr) {
        return {ErrorCode::Malformed, "certificate"};
    }
    return Certificate{std::shared_ptr<x509_st>{certificate, X509_free}};
}

Certificate Certificate::sharing(x509_st* certificate) {
    X509_up_ref(certificate);
    return Certificate{std::shared_ptr<x509_st>{certificate, X509_free}};
}

std::string Certificate::pem() const {
    const openssl::Bio bio{BIO_new(BIO_s_mem())};
    return PEM_write_bio_X509(bio.get(), m_certificate.get()) == 1 ? openssl::contents(bio) : std::string{};
}

Bytes Certificate::serial() const {
    const ASN1_INTEGER* serial = X509_get0_serialNumber(m_certificate.get());
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(serial)),
            static_cast<std::size_t>(ASN1_STRING_length(serial))};
}

WallTime Certificate::notBefore() const { return wallTime(X509_get0_notBefore(m_certificate.get())); }
WallTime Certificate::notAfter() const { return wallTime(X509_get0_notAfter(m_certificate.get())); }

std::string Certificate::sha256() const {
    std::array<std::uint8_t, 32> digest{};
    unsigned int size = 0;
    X509_digest(m_certificate.get(), EVP_sha256(), digest.data(), &size);
    return detail::toHex(digest);
}

Result<CertificateSubject> Certificate::subject() const {
    const X509_NAME* name = X509_get_subject_name(m_certificate.get());
    CertificateSubject subject;
    subject.principal.agency = AgencyId{part(name, NID_organizationName)};
    subject.principal.role = part(name, NID_title);
    const auto use = part(name, NID_organizationalUnitName);
    const auto device = DeviceId::fromHex(part(name, NID_serialNumber));
    if (!subject.principal.agency.isWellFormed() || !device) {
        return {ErrorCode::CertificateRejected, "subject of a certificate"};
    }
    subject.principal.device = *device;
    if (use == kAgencyServerRole) {
        subject.use = CertificateUse::AgencyServer;
        subject.principal.role = kAgencyServerRole;
        return subject;
    }
    subject.principal.worker = WorkerId{part(name, NID_commonName)};
    if (use != "device" || !subject.principal.worker.isWellFormed() || subject.principal.role.empty() ||
        subject.principal.role == kAgencyServerRole) {
        return {ErrorCode::CertificateRejected, "subject of a certificate"};
    }
    return subject;
}

bool Certificate::hasSigned(std::string_view statement, std::string_view signature) const {
    const openssl::Digest digest{EVP_MD_CTX_new()};
    EVP_PKEY* key = X509_get0_pubkey(m_certificate.get());
    const bool good =
        digest != nullptr && key != nullptr &&
        EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
        EVP_DigestVerify(digest.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                         reinterpret_cast<const unsigned char*>(statement.data()), statement.size()) == 1;
    ERR_clear_error();
    return good;
}

bool Certificate::isIssuedBy(const Certificate& authority) const {
    const bool named = X509_check_issued(authority.get(), m_certificate.get()) == X509_V_OK;
    const bool good = named && X509_verify(m_certificate.get(), X509_get0_pubkey(authority.get())) == 1;
    ERR_clear_error();
    return good;
}

} // namespace frontsheet
