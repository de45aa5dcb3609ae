// Making a new profile: the device makes its key and keeps it, an invitation becomes a certificate.
#pragma once

#include "app/device/invitation.h"

#include <filesystem>
#include <string>

namespace frontsheet::device {

// Makes the profile folder with its store, enrols at the invitation's server, and keeps the identity in the store. When
// anything fails the new folder is taken away again: nobody's work is in it yet. Duplicate when a profile is there already;
// EnrolmentRefused, Unreachable and the transport's other errors; the store's.
[[nodiscard]] Result<void> enrol(const std::filesystem::path& folder, const std::string& passphrase,
                                 const Invitation& invitation);

} // namespace frontsheet::device
