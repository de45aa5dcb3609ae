// What an answer over HTTP means: a message of an agency server, its refusal, or something else on the way that
// answered in its place.
#pragma once

#include "sync/client/transport.h"

namespace frontsheet {

struct Refused {
    Error error;
    std::chrono::milliseconds retryAfter{0}; // 0: not said
    bool byHome = false; // an agency server's own word; else what something on the way said, or nobody
};

// The unpacked message of a 200. NotOurServer for HTML with a 200 (a captive portal) and for any other content type;
// ServerBusy, Revoked and the like as the server put it; Truncated, TooLarge or Malformed when the body does not unpack.
class ReadAnswer {
public:
    static ReadAnswer of(const Result<HttpAnswer>& answer, std::size_t maxMessage);

    [[nodiscard]] bool isMessage() const { return m_refused.error.code == ErrorCode{}; }
    [[nodiscard]] Bytes& message() { return m_message; }
    [[nodiscard]] const Refused& refused() const { return m_refused; }

private:
    Bytes m_message;
    Refused m_refused{Error{ErrorCode{}, {}}, {}};
};

// How the failure of an exchange is told to a person. What came and could not be read is, to whoever holds the tablet, something on
// the way that is not the agency's server: NotOurServer. Everything else as it is.
[[nodiscard]] ErrorCode asTold(ErrorCode failure);

} // namespace frontsheet
