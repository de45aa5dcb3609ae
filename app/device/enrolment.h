// Making a new profile: the device makes its key and keeps it, an invitation becomes a certificate.
#pragma once

#include "app/device/invitation.h"

#include <filesystem>
#include <string>

namespace frontsheet {
class Transport;
}

namespace frontsheet::device {

class DeviceSession;
struct CertificateDates;
struct DeviceIdentity;

// Makes the profile folder with its store, enrols at the invitation's server, and keeps the identity in the store. When it
// fails or is cut off, calling it again with the same passphrase goes on with the same key: an invitation whose answer
// was lost is still good. Duplicate when an enrolled profile is there; EnrolmentRefused, Unreachable and the
// transport's other errors; the store's.
[[nodiscard]] Result<void> enrol(const std::filesystem::path& folder, const std::string& passphrase,
                                 const Invitation& invitation);

// Of the certificate that the identity holds; none where it cannot be read.
[[nodiscard]] CertificateDates datesOf(const DeviceIdentity& identity);
// Asks the device's own server for the next certificate over the transport, with a new key, and keeps it. The old one stays until
// the new one is kept, so failing costs nothing but another try. ClockWrong: the new one does not hold by this device's clock,
// where the old one does. The session's transport() calls this by itself.
[[nodiscard]] Result<void> renew(DeviceSession& session, Transport& transport);

} // namespace frontsheet::device
