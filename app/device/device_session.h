// One profile, opened: who works here and everything a verb or a screen needs. The one composition of a device without its
// window. Lives on one thread; the ports it hands out say their own rules.
#pragma once

#include "core/usecases/workplace.h"
#include "sync/wire/messages.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace frontsheet {

class DeviceStore;
class Transport;
class SyncEngine;

} // namespace frontsheet

namespace frontsheet::device {

// Who this device is to the agency servers. Kept inside the encrypted store, never beside it.
struct DeviceIdentity {
    Principal me;
    std::string workerName;         // as the directory has it; empty before the first sync
    std::string certificate;        // PEM
    std::string privateKey;         // PEM, PKCS#8
    std::string agencyCa;           // PEM
    std::vector<wire::AgencyAddress> partnership;
};

class DeviceSession {
public:
    // Errors: the store's (WrongPassphrase, KeyFileDamaged, StoreDamaged, StoreMissing, StoreBusy ...), NotFound for a
    // folder without a profile, EnrolmentRefused for a store that was never enrolled.
    [[nodiscard]] static Result<std::unique_ptr<DeviceSession>> open(const std::filesystem::path& folder,
                                                                     const std::string& passphrase);
    ~DeviceSession();

    [[nodiscard]] Workplace workplace();
    [[nodiscard]] DeviceStore& store();
    [[nodiscard]] const DeviceIdentity& identity() const;
    // Made at first use, so that reading a store never touches the network code.
    [[nodiscard]] Result<SyncEngine*> engine();

private:
    DeviceSession();
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace frontsheet::device
