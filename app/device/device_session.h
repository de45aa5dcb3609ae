// One profile, opened: who works here and everything a verb or a screen needs. The one composition of a device without its
// window. The store's ports may be used from several threads; engine() and stop() belong to the sync thread.
#pragma once

#include "app/shelf/record_shelf.h"
#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/store/device_store.h"
#include "core/usecases/workplace.h"
#include "sync/client/transport.h"
#include "sync/wire/messages.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace frontsheet::device {

// Who this device is to the agency servers. Kept inside the encrypted store, never beside it.
struct DeviceIdentity {
    Principal me;
    std::string certificate; // PEM
    std::string privateKey;  // PEM, PKCS#8
    std::vector<wire::AgencyAddress> partnership;
    Bytes rescueKey; // of the agency: what this device cannot hand in is sealed to it; empty: it has given none

    [[nodiscard]] std::vector<AgencyId> servers() const; // every agency of the partnership, own first
};

[[nodiscard]] Result<void> keepIdentity(DeviceFacts& facts, const DeviceIdentity& identity);
// EnrolmentRefused when this store was never enrolled.
[[nodiscard]] Result<DeviceIdentity> readIdentity(DeviceFacts& facts);

class DeviceSession {
public:
    // The store's errors (WrongPassphrase, KeyFileDamaged, StoreDamaged, StoreMissing, StoreBusy ...), NotFound for a folder
    // without a profile, EnrolmentRefused for a store that was never enrolled.
    [[nodiscard]] static Result<std::unique_ptr<DeviceSession>> open(const std::filesystem::path& folder,
                                                                     const std::string& passphrase);
    ~DeviceSession();
    DeviceSession(const DeviceSession&) = delete;
    DeviceSession& operator=(const DeviceSession&) = delete;

    [[nodiscard]] Workplace workplace();
    [[nodiscard]] DeviceStore& store() { return *m_store; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    // As it is now: a renewal may change its certificate at any time. Any thread.
    [[nodiscard]] DeviceIdentity identity() const;
    // Keeps a renewed identity; the next connection uses it. Any thread.
    [[nodiscard]] Result<void> become(const DeviceIdentity& identity);
    // A connection to the servers with this device's certificate, which it renews in time (renewing_transport.h); a new one each
    // time. The session outlives it.
    [[nodiscard]] Result<std::unique_ptr<Transport>> transport();

private:
    DeviceSession() = default;
    [[nodiscard]] Result<std::unique_ptr<Transport>> connect() const;

    SystemClock m_clock;
    SystemIdSource m_ids;
    std::unique_ptr<BodyCodec> m_codec;
    std::unique_ptr<TimeZone> m_zone;
    std::unique_ptr<DeviceStore> m_store;
    std::unique_ptr<RecordShelf> m_shelf;
    mutable std::mutex m_mutex; // guards the identity
    DeviceIdentity m_identity;
};

} // namespace frontsheet::device
