#include "sync/client/answer.h"

#include "sync/wire/http_mapping.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"

namespace frontsheet {

namespace {

// "text/html; charset=utf-8" is text/html; types are compared without regard to case (RFC 9110, 8.3.1).
bool isOurs(std::string_view contentType) {
    const auto end = contentType.find_first_of("; \t");
    const auto type = contentType.substr(0, end);
    if (type.size() != wire::kContentType.size()) {
        return false;
    }
    for (std::size_t i = 0; i < type.size(); ++i) {
        const char c = type[i] >= 'A' && type[i] <= 'Z' ? static_cast<char>(type[i] + 32) : type[i];
        if (c != wire::kContentType[i]) {
            return false;
        }
    }
    return true;
}

Refused refusedBy(const HttpAnswer& answer) {
    const ErrorCode byStatus = wire::errorOfHttpStatus(answer.status);
    Refused refused{{byStatus, "status " + std::to_string(answer.status)}, answer.retryAfter, false};
    if (!isOurs(answer.contentType)) {
        return refused;
    }
    const auto message = wire::unpack(answer.body, wire::kMaxRefusalBytes);
    if (!message) {
        return refused;
    }
    const auto refusal = wire::decodeRefusal(*message);
    if (!refusal) {
        return refused;
    }
    refused.byHome = true;
    refused.error.code = refusal->code;
    if (refusal->retryAfter.count() > 0) {
        refused.retryAfter = refusal->retryAfter;
    }
    if (name(refusal->code) == "Unknown" || refusal->code == ErrorCode::Internal) {
        refused.error.code = byStatus;
    }
    // The server's own troubles with its disk are not this device's.
    if (answer.status >= 500 && refused.error.code != ErrorCode::ServerBusy) {
        refused.error.code = byStatus;
    }
    return refused;
}

} // namespace

ReadAnswer ReadAnswer::of(const Result<HttpAnswer>& answer, std::size_t maxMessage) {
    ReadAnswer read;
    if (!answer) {
        read.m_refused = {answer.error(), {}, false};
        return read;
    }
    if (answer->status != 200) {
        read.m_refused = refusedBy(*answer);
        return read;
    }
    if (!isOurs(answer->contentType)) {
        read.m_refused = {{ErrorCode::NotOurServer, "content type"}, {}, false};
        return read;
    }
    auto message = wire::unpack(answer->body, maxMessage);
    if (!message) {
        read.m_refused = {message.error(), {}, false};
        return read;
    }
    read.m_message = std::move(*message);
    return read;
}

ErrorCode asTold(ErrorCode failure) {
    switch (failure) {
    case ErrorCode::Malformed:
    case ErrorCode::Truncated:
    case ErrorCode::NotText:
    case ErrorCode::TooLarge:
        return ErrorCode::NotOurServer;
    default:
        return failure;
    }
}

} // namespace frontsheet
