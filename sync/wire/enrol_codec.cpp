#include "sync/wire/enrol_codec.h"

#include "core/base/utf8.h"
#include "sync/wire/field_reader.h"

#include <algorithm>

#include "frontsheet/v1/enrol.pb.h"

namespace frontsheet::wire {

namespace {

Result<std::string> textOf(BytesView bytes, std::size_t most, const char* what) {
    if (bytes.size() > most) {
        return {ErrorCode::TooLarge, what};
    }
    if (!isText(bytes)) {
        return {ErrorCode::NotText, what};
    }
    return std::string{bytes};
}

template <class Code>
Result<void> readCode(BytesView bytes, Code& out, const char* what) {
    out = Code{std::string{bytes.substr(0, 65)}};
    return out.isWellFormed() ? ok() : Result<void>{ErrorCode::Malformed, what};
}

Result<AgencyAddress> decodeAddress(BytesView bytes) {
    AgencyAddress address;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::AgencyAddress::kAgencyFieldNumber:
            FS_TRY(readCode(reader.bytes(), address.agency, "agency"));
            break;
        case v1::AgencyAddress::kUrlFieldNumber: {
            FS_ASSIGN(address.url, textOf(reader.bytes(), kMaxUrl, "address"));
            break;
        }
        case v1::AgencyAddress::kHostedByFieldNumber:
            FS_TRY(readCode(reader.bytes(), address.hostedBy, "host agency"));
            break;
        case v1::AgencyAddress::kServerCaFieldNumber: {
            FS_ASSIGN(address.serverCa, textOf(reader.bytes(), kMaxPemBytes, "server CA"));
            break;
        }
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (address.agency.empty() || address.serverCa.empty() || !isServerUrl(address.url)) {
        return {ErrorCode::Malformed, "agency address"};
    }
    return address;
}

void fill(v1::Partnership& out, const std::vector<AgencyAddress>& partnership) {
    for (const auto& address : partnership) {
        auto& line = *out.add_agencies();
        line.set_agency(address.agency.str());
        line.set_url(address.url);
        line.set_hosted_by(address.hostedBy.str());
        line.set_server_ca(address.serverCa);
    }
}

} // namespace

bool isServerUrl(std::string_view url) {
    constexpr std::string_view kScheme = "https://";
    if (!url.starts_with(kScheme)) {
        return false;
    }
    url.remove_prefix(kScheme.size());
    const auto colon = url.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == url.size() || url.size() - colon > 6) {
        return false;
    }
    const auto isHost = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == ':' || c == '[' || c == ']';
    };
    const auto host = url.substr(0, colon);
    const auto port = url.substr(colon + 1);
    return std::all_of(host.begin(), host.end(), isHost) &&
           std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Bytes encode(const EnrolRequest& request) {
    v1::EnrolRequest out;
    out.set_code(request.code);
    out.set_certificate_request(request.certificateRequest);
    out.set_device(request.device.raw());
    return out.SerializeAsString();
}

Result<EnrolRequest> decodeEnrolRequest(BytesView bytes) {
    EnrolRequest request;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::EnrolRequest::kCodeFieldNumber: {
            FS_ASSIGN(request.code, textOf(reader.bytes(), kMaxEnrolCode, "enrolment code"));
            break;
        }
        case v1::EnrolRequest::kCertificateRequestFieldNumber:
            if (reader.bytes().size() > kMaxPemBytes) {
                return {ErrorCode::TooLarge, "certificate request"};
            }
            request.certificateRequest = Bytes{reader.bytes()};
            break;
        case v1::EnrolRequest::kDeviceFieldNumber: {
            FS_ASSIGN(request.device, DeviceId::fromRaw(reader.bytes()));
            break;
        }
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    // Without a code it asks to renew the certificate it was sent with.
    if (request.certificateRequest.empty() || request.device.isNull()) {
        return {ErrorCode::Malformed, "enrolment request"};
    }
    return request;
}

Bytes encode(const EnrolReply& reply) {
    v1::EnrolReply out;
    out.set_certificate(reply.certificate);
    out.set_agency_ca(reply.agencyCa);
    fill(*out.mutable_partnership(), reply.partnership);
    out.set_agency(reply.agency.str());
    out.set_worker(reply.worker.str());
    out.set_role(reply.role);
    out.set_rescue_key(reply.rescueKey);
    return out.SerializeAsString();
}

Result<EnrolReply> decodeEnrolReply(BytesView bytes) {
    EnrolReply reply;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::EnrolReply::kCertificateFieldNumber: {
            FS_ASSIGN(reply.certificate, textOf(reader.bytes(), kMaxPemBytes, "certificate"));
            break;
        }
        case v1::EnrolReply::kAgencyCaFieldNumber: {
            FS_ASSIGN(reply.agencyCa, textOf(reader.bytes(), kMaxPemBytes, "agency CA"));
            break;
        }
        case v1::EnrolReply::kPartnershipFieldNumber: {
            FS_ASSIGN(reply.partnership, decodePartnership(reader.bytes()));
            break;
        }
        case v1::EnrolReply::kAgencyFieldNumber:
            FS_TRY(readCode(reader.bytes(), reply.agency, "agency"));
            break;
        case v1::EnrolReply::kWorkerFieldNumber:
            FS_TRY(readCode(reader.bytes(), reply.worker, "worker"));
            break;
        case v1::EnrolReply::kRoleFieldNumber: {
            FS_ASSIGN(reply.role, textOf(reader.bytes(), kMaxRole, "role"));
            break;
        }
        case v1::EnrolReply::kRescueKeyFieldNumber:
            reply.rescueKey = Bytes{reader.bytes()};
            if (reply.rescueKey.size() != kRescueKeyBytes && !reply.rescueKey.empty()) {
                return {ErrorCode::Malformed, "rescue key"};
            }
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (reply.certificate.empty() || reply.agencyCa.empty() || reply.agency.empty() || reply.worker.empty() ||
        reply.partnership.empty()) {
        return {ErrorCode::Malformed, "enrolment reply"};
    }
    return reply;
}

Bytes encode(const std::vector<AgencyAddress>& partnership) {
    v1::Partnership out;
    fill(out, partnership);
    return out.SerializeAsString();
}

Result<std::vector<AgencyAddress>> decodePartnership(BytesView bytes) {
    std::vector<AgencyAddress> partnership;
    FieldReader reader{bytes};
    while (reader.next()) {
        if (reader.number() != v1::Partnership::kAgenciesFieldNumber) {
            continue;
        }
        if (partnership.size() == kMaxAgencies) {
            return {ErrorCode::TooLarge, "number of agencies"};
        }
        FS_ASSIGN(auto address, decodeAddress(reader.bytes()));
        partnership.push_back(std::move(address));
    }
    FS_TRY(reader.finish());
    return partnership;
}

} // namespace frontsheet::wire
