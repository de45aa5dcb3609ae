#include "app/agency_server/identity/certificate_authority.h"

#include "app/agency_server/identity/openssl_handles.h"
#include "sync/server/caller.h"

#include <openssl/err.h>

#include <arpa/inet.h>

namespace frontsheet {

namespace {

struct NamePart {
    int nid;
    std::string_view text;
};

// Collects failures, so that a certificate is built in one breath and judged at the end.
class Builder {
public:
    Builder(WallTime now, std::chrono::hours life, IdSource& ids) : m_certificate(X509_new()) {
        std::array<std::uint8_t, 16> serial{};
        ids.random16(serial);
        serial[0] =
            static_cast<std::uint8_t>((serial[0] & 0x3f) | 0x40); // positive and always 16 bytes (RFC 5280, 4.1.2.2)
        X509* c = m_certificate.get();
        m_good = c != nullptr && X509_set_version(c, X509_VERSION_3) == 1 &&
                 BN_to_ASN1_INTEGER(numberOf(serial).get(), X509_get_serialNumber(c)) != nullptr &&
                 ASN1_TIME_set(X509_getm_notBefore(c), seconds(now + -kBackdating)) != nullptr &&
                 ASN1_TIME_set(X509_getm_notAfter(c), seconds(now + life)) != nullptr;
    }

    void subject(std::initializer_list<NamePart> parts) {
        X509_NAME* name = X509_get_subject_name(m_certificate.get());
        for (const auto& part : parts) {
            m_good = m_good && X509_NAME_add_entry_by_NID(name, part.nid, MBSTRING_UTF8,
                                                          reinterpret_cast<const unsigned char*>(part.text.data()),
                                                          static_cast<int>(part.text.size()), -1, 0) == 1;
        }
    }

    void publicKey(EVP_PKEY* key) { m_good = m_good && X509_set_pubkey(m_certificate.get(), key) == 1; }

    // `issuer` null: by itself.
    void issuer(X509* issuer) {
        m_issuer = issuer != nullptr ? issuer : m_certificate.get();
        m_good = m_good && X509_set_issuer_name(m_certificate.get(), X509_get_subject_name(m_issuer)) == 1;
    }

    void extension(int nid, const char* value) {
        X509V3_CTX context;
        X509V3_set_ctx_nodb(&context);
        X509V3_set_ctx(&context, m_issuer, m_certificate.get(), nullptr, nullptr, 0);
        const openssl::Extension made{X509V3_EXT_conf_nid(nullptr, &context, nid, value)};
        m_good = m_good && made != nullptr && X509_add_ext(m_certificate.get(), made.get(), -1) == 1;
    }

    Result<Certificate> sign(const PrivateKey& key) {
        m_good = m_good && X509_sign(m_certificate.get(), key.get(), EVP_sha256()) > 0;
        ERR_clear_error();
        if (!m_good) {
            return {ErrorCode::InvalidArgument, "certificate contents"};
        }
        return Certificate::sharing(m_certificate.get());
    }

private:
    using BigNumber = std::unique_ptr<BIGNUM, openssl::Deleter<BN_free>>;
    static BigNumber numberOf(std::span<const std::uint8_t> bytes) {
        return BigNumber{BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr)};
    }
    static std::time_t seconds(WallTime t) { return static_cast<std::time_t>(t.ms / 1000); }

    openssl::X509Owner m_certificate;
    X509* m_issuer = nullptr;
    bool m_good = false;
};

bool isAcceptableKey(EVP_PKEY* key) {
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_ED25519) {
        return true;
    }
    char group[32] = {};
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
           EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1 &&
           (std::string_view{group} == "prime256v1" || std::string_view{group} == "secp384r1");
}

bool isAddress(const std::string& host) {
    std::array<unsigned char, 16> parsed{};
    return inet_pton(AF_INET, host.c_str(), parsed.data()) == 1 ||
           inet_pton(AF_INET6, host.c_str(), parsed.data()) == 1;
}

bool isHostName(std::string_view host) {
    return !host.empty() && host.size() <= 253 &&
           host.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.") ==
               std::string_view::npos;
}

} // namespace

Result<CertificateAuthority> CertificateAuthority::make(const AgencyId& agency, WallTime now, IdSource& ids) {
    FS_ASSIGN(auto key, PrivateKey::generate());
    Builder builder{now, kAuthorityLife, ids};
    const auto mark = ids.random<DeviceId>().hex(); // two agencies that chose one code still differ by name
    builder.subject(
        {{NID_organizationName, agency.str()}, {NID_commonName, "Frontsheet agency CA " + mark.substr(0, 16)}});
    builder.publicKey(key.get());
    builder.issuer(nullptr);
    builder.extension(NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    builder.extension(NID_key_usage, "critical,keyCertSign,cRLSign");
    builder.extension(NID_subject_key_identifier, "hash");
    FS_ASSIGN(auto certificate, builder.sign(key));
    return CertificateAuthority{std::move(certificate), std::move(key)};
}

Result<CertificateAuthority> CertificateAuthority::load(std::string_view certificatePem, std::string_view keyPem,
                                                        std::string_view passphrase) {
    FS_ASSIGN(auto certificate, Certificate::fromPem(certificatePem));
    FS_ASSIGN(auto key, PrivateKey::fromPem(keyPem, passphrase));
    if (X509_check_private_key(certificate.get(), key.get()) != 1) {
        ERR_clear_error();
        return {ErrorCode::KeyFileDamaged, "the CA's key is not its certificate's"};
    }
    return CertificateAuthority{std::move(certificate), std::move(key)};
}

Result<Certificate> CertificateAuthority::issueToDevice(BytesView requestDer, const Principal& principal, WallTime now,
                                                        IdSource& ids) const {
    const auto* at = reinterpret_cast<const unsigned char*>(requestDer.data());
    const auto* end = at + requestDer.size();
    const openssl::Request request{d2i_X509_REQ(nullptr, &at, static_cast<long>(requestDer.size()))};
    EVP_PKEY* key = request != nullptr && at == end ? X509_REQ_get0_pubkey(request.get()) : nullptr;
    const bool proven = key != nullptr && isAcceptableKey(key) && X509_REQ_verify(request.get(), key) == 1;
    ERR_clear_error();
    if (!proven) {
        return {ErrorCode::Malformed, "certificate request"};
    }
    if (!principal.agency.isWellFormed() || !principal.worker.isWellFormed() || principal.role.empty() ||
        principal.role.size() > kMaxRoleBytes || principal.role == kAgencyServerRole || principal.device.isNull()) {
        return {ErrorCode::InvalidArgument, "subject of a device certificate"};
    }
    Builder builder{now, kDeviceCertificateLife, ids};
    builder.subject({{NID_organizationName, principal.agency.str()},
                     {NID_organizationalUnitName, "device"},
                     {NID_commonName, principal.worker.str()},
                     {NID_title, principal.role},
                     {NID_serialNumber, principal.device.hex()}});
    builder.publicKey(key);
    builder.issuer(m_certificate.get());
    builder.extension(NID_basic_constraints, "critical,CA:FALSE");
    builder.extension(NID_key_usage, "critical,digitalSignature");
    builder.extension(NID_ext_key_usage, "clientAuth");
    builder.extension(NID_authority_key_identifier, "keyid:always");
    return builder.sign(m_key);
}

Result<Certificate> CertificateAuthority::issueToServer(const PrivateKey& key, const AgencyId& agency,
                                                        const std::vector<std::string>& hosts, WallTime now,
                                                        IdSource& ids) const {
    std::string names;
    for (const auto& host : hosts) {
        const bool address = isAddress(host);
        if (!address && !isHostName(host)) {
            return {ErrorCode::InvalidArgument, "host name"};
        }
        names += (names.empty() ? "" : ",") + std::string{address ? "IP:" : "DNS:"} + host;
    }
    const auto mark = ids.random<DeviceId>().hex();
    Builder builder{now, kServerCertificateLife, ids};
    builder.subject({{NID_organizationName, agency.str()},
                     {NID_organizationalUnitName, kAgencyServerRole},
                     {NID_commonName, agency.str()},
                     {NID_serialNumber, mark}});
    builder.publicKey(key.get());
    builder.issuer(m_certificate.get());
    builder.extension(NID_basic_constraints, "critical,CA:FALSE");
    builder.extension(NID_key_usage, "critical,digitalSignature");
    builder.extension(NID_ext_key_usage, "serverAuth,clientAuth");
    builder.extension(NID_authority_key_identifier, "keyid:always");
    if (!names.empty()) {
        builder.extension(NID_subject_alt_name, names.c_str());
    }
    return builder.sign(m_key);
}

} // namespace frontsheet
