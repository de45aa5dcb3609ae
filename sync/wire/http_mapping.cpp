#include "sync/wire/http_mapping.h"

namespace frontsheet::wire {

std::string pathOf(const AgencyId& agency, std::string_view verb) {
    return "/v1/" + agency.str() + "/" + std::string{verb};
}

int httpStatusOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::Malformed:
    case ErrorCode::Truncated:
    case ErrorCode::UnknownType:
    case ErrorCode::NotText:
        return 400;
    case ErrorCode::CertificateRejected:
    case ErrorCode::EnrolmentRefused:
        return 401;
    case ErrorCode::Revoked:
    case ErrorCode::WrongTenant:
    case ErrorCode::NotPermitted:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::Unsupported:
        return 426;
    case ErrorCode::ServerBusy:
    case ErrorCode::StoreBusy:
    case ErrorCode::Cancelled:
        return 503;
    case ErrorCode::DiskFull:
        return 507;
    default:
        return 500;
    }
}

ErrorCode errorOfHttpStatus(int status) {
    switch (status) {
    case 400:
        return ErrorCode::Malformed;
    case 401:
        return ErrorCode::CertificateRejected;
    case 407:
        return ErrorCode::ProxyRefused;
    case 413:
        return ErrorCode::TooLarge;
    case 429:
    case 503:
        return ErrorCode::ServerBusy;
    default:
        // 403 and 404 without our own body come from something on the way (a filter, a portal), as do redirects.
        return status >= 500 ? ErrorCode::ServerFailed : ErrorCode::NotOurServer;
    }
}

} // namespace frontsheet::wire
