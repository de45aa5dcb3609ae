// Making a new profile: the device makes its key and keeps it, an invitation becomes a certificate.
#pragma once

#include "app/device/invitation.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace frontsheet::device {

class DeviceSession;

// Makes the profile folder with its store, enrols at the invitation's server, and keeps the identity in the store. When it
// fails or is cut off, calling it again with the same passphrase goes on with the same key: an invitation whose answer
// was lost is still good. Duplicate when an enrolled profile is there; EnrolmentRefused, Unreachable and the
// transport's other errors; the store's.
[[nodiscard]] Result<void> enrol(const std::filesystem::path& folder, const std::string& passphrase,
                                 const Invitation& invitation);

// When a third of the certificate's life is left, asks the device's own server for the next one, with a new key. The old
// one stays until the new one is kept, so failing costs nothing but another try. Talks to the network.
enum class Renewal : std::uint8_t { NotDue, Done };
[[nodiscard]] Result<Renewal> renewWhenDue(DeviceSession& session);

} // namespace frontsheet::device
