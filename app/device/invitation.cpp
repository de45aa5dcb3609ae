#include "app/device/invitation.h"

#include "core/base/byte_size.h"
#include "core/base/utf8.h"
#include "sync/wire/enrol_codec.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <array>
#include <map>
#include <memory>

namespace frontsheet::device {

namespace {

constexpr std::size_t kMaxInvitationBytes = 64_KiB;
constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----";

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
        text.remove_suffix(1);
    }
    return text;
}

// Lower-case hexadecimal SHA-256 of the certificate's DER; empty when it is no certificate.
std::string fingerprintOf(const std::string& pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                        &BIO_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), &X509_free);
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(), digest.data(), &length) != 1 || length != 32) {
        return {};
    }
    return frontsheet::detail::toHex(std::span{digest}.first(length));
}

} // namespace

Result<Invitation> parseInvitation(std::string_view text) {
    if (text.size() > kMaxInvitationBytes || !isText(text)) {
        return {ErrorCode::Malformed, "not an invitation"};
    }
    const auto begin = text.find(kBegin);
    if (begin == std::string_view::npos) {
        return {ErrorCode::Malformed, "the invitation has no certificate"};
    }
    std::map<std::string, std::string, std::less<>> values;
    std::string_view lines = text.substr(0, begin);
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        const auto line = trimmed(lines.substr(0, end));
        lines = end == std::string_view::npos ? std::string_view{} : lines.substr(end + 1);
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const auto equals = line.find('=');
        if (equals == std::string_view::npos) {
            return {ErrorCode::Malformed, "invitation line"};
        }
        values.emplace(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
    }
    if (values["frontsheet-invitation"] != "1") {
        return {ErrorCode::Malformed, "not an invitation this version knows"};
    }
    Invitation invitation{
        AgencyId{values["agency"]},     WorkerId{values["worker"]}, values["role"], values["url"], values["code"],
        std::string{text.substr(begin)}};
    if (!invitation.agency.isWellFormed() || !invitation.worker.isWellFormed() || invitation.code.empty() ||
        !wire::isServerUrl(invitation.url)) {
        return {ErrorCode::Malformed, "the invitation lacks agency, worker, url or code"};
    }
    const auto fingerprint = fingerprintOf(invitation.serverCa);
    if (fingerprint.empty()) {
        return {ErrorCode::Malformed, "the certificate in the invitation is cut or damaged"};
    }
    if (fingerprint != values["server_ca_sha256"]) {
        return {ErrorCode::CertificateRejected, "the certificate in the invitation is not the one it names"};
    }
    return invitation;
}

} // namespace frontsheet::device
