// POST /v1/{agency}/enrol as protobuf bytes (packed like every other message).
#pragma once

#include "sync/wire/messages.h"

namespace frontsheet::wire {

[[nodiscard]] Bytes encode(const EnrolRequest& request);
[[nodiscard]] Bytes encode(const EnrolReply& reply);

// Malformed, NotText or TooLarge by wire_limits.h. Addresses are https, with a host and nothing after the port.
[[nodiscard]] Result<EnrolRequest> decodeEnrolRequest(BytesView bytes);
[[nodiscard]] Result<EnrolReply> decodeEnrolReply(BytesView bytes);

// Where the agencies of a partnership are: an invitation file and the device's store hold these bytes too.
[[nodiscard]] Bytes encode(const std::vector<AgencyAddress>& partnership);
[[nodiscard]] Result<std::vector<AgencyAddress>> decodePartnership(BytesView bytes);

[[nodiscard]] bool isServerUrl(std::string_view url);

} // namespace frontsheet::wire
