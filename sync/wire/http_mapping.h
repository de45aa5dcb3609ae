// How the exchange sits on HTTP: paths, the one content type, and which status stands for which refusal. Used by the
// device, the peer link and the server, so that the two sides cannot drift apart.
#pragma once

#include "core/base/error_code.h"
#include "core/base/id.h"

#include <string>
#include <string_view>

namespace frontsheet::wire {

// Every body both ways: a packed protobuf message. Anything else with a 200 is not an agency server.
inline constexpr std::string_view kContentType = "application/vnd.frontsheet.v1+zstd";

// verb: "sync", "enrol", "closing", "peer/pull", ...
[[nodiscard]] std::string pathOf(const AgencyId& agency, std::string_view verb);

// The status a server answers a failed request with; the body is a packed Refusal with the code itself.
[[nodiscard]] int httpStatusOf(ErrorCode code);
// What a device makes of a status without a readable Refusal.
[[nodiscard]] ErrorCode errorOfHttpStatus(int status);

} // namespace frontsheet::wire
