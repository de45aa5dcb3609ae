// The machines of a simulated partnership: agencies' servers and workers' devices with the product's own parts, on disks and a
// clock of their own. What goes over the network between them is the world's.
#pragma once

#include "core/base/id_source.h"
#include "core/sqlite/memory_disk.h"
#include "core/store/device_store.h"
#include "sync/client/sync_engine.h"
#include "sync/server/agency_server.h"
#include "sync/server/restoring/restore.h"
#include "sync/wire/body_codec.h"
#include "tests/sim/model_home.h"
#include "tests/sim/terms.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace frontsheet::sim {

struct WorldTime {
    WallTime now{1'795'000'000'000};
    std::chrono::milliseconds monotonic{1000};
    void pass(std::chrono::milliseconds by) {
        now = now + by;
        monotonic += by;
    }
};

class MachineClock final : public Clock {
public:
    explicit MachineClock(const WorldTime& world) : m_world(world) {}
    [[nodiscard]] WallTime now() const override { return m_world.now + skew; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_world.monotonic; }
    std::chrono::milliseconds skew{0};

private:
    const WorldTime& m_world;
};

// An agency's server: one process with one ledger on one disk.
class HomeNode {
public:
    HomeNode(const AgencyId& agency, const WorldTime& time, IdSource& ids, std::uint64_t seed);
    ~HomeNode();

    // After power came back, or anew; false: the ledger does not open.
    [[nodiscard]] bool start();
    void stop(); // the process ends; the disk is as it is
    [[nodiscard]] bool isUp() const { return m_server != nullptr && !disk.powerIsOut(); }
    [[nodiscard]] AgencyServer& server() { return *m_server; }
    [[nodiscard]] Ledger& ledger() { return *m_server->ledgerOf(agency); }
    // Nothing of what was sent to another ledger is taken: it comes again, after what is lost.
    [[nodiscard]] bool takesWhatKnows(const Epoch& epoch) const { return epoch.isNull() || epoch == m_epoch; }
    void decideAnew(); // after terms changed
    // As after a restore from a backup of this very moment: the same, under another epoch.
    void takeNewEpoch(const Epoch& epoch);
    // Stopped, and as it was at `image`: with what the journal knows, in another line. The line.
    [[nodiscard]] std::uint64_t restore(const sqlite::MemoryDisk::Image& image, IdSource& ids, WallTime now);

    const AgencyId agency;
    sqlite::MemoryDisk disk;
    HomeTerms terms;
    ModelHome model;
    std::optional<ModelHome::Judged> inDoubt; // a push that the power cut took the answer to
    std::optional<ModelHome::Judged> failed;  // the last push that a failing disk refused

    struct Backup {
        sqlite::MemoryDisk::Image image;
        ModelHome model;
    };
    std::optional<Backup> backup; // the newest
    std::vector<restoring::JournalEntry> journal;
    bool reconciling = false;

private:
    MachineClock m_clock;
    IdSource& m_ids;
    Epoch m_epoch;
    std::unique_ptr<AgencyServer> m_server;
};

class DeviceNode final : public Transport {
public:
    using Carry =
        std::function<Result<HttpAnswer>(DeviceNode&, const AgencyId&, std::string_view, BytesView, std::size_t)>;
    DeviceNode(std::string name, Principal who, const WorldTime& time, std::uint64_t seed, Carry carry);
    ~DeviceNode() override;

    [[nodiscard]] bool start(); // false: the store does not open
    void shutDown();
    [[nodiscard]] bool isUp() const { return m_store != nullptr && !disk.powerIsOut(); }
    [[nodiscard]] DeviceStore& store() { return *m_store; }
    [[nodiscard]] SyncEngine& engine() { return *m_engine; }
    void becomes(const Principal& principal);
    // Shut down, and its tables changed as no program of ours would.
    bool damage(const std::string& sql); // false: there was nothing to do it to

    const std::string name;
    Principal who;
    MachineClock clock;
    sqlite::MemoryDisk disk;
    Lane::Runs network = Lane::Runs::WhenWaitedFor;
    WallTime certifiedUntil;
    std::set<AgencyId> shutOutBy; // homes that have revoked it
    std::uint32_t pageBytes = 0;  // what its line lets through; 0: whatever is asked

    Result<HttpAnswer> post(const AgencyId& server, std::string_view verb, BytesView body,
                            std::size_t maxAnswer) override;
    void stop() override {}

private:
    Carry m_carry;
    wire::WireBodyCodec m_codec;
    std::unique_ptr<DeviceStore> m_store;
    std::unique_ptr<SyncEngine> m_engine;
};

// Where the words of a device's database stand as bytes on its disk, decrypted: in pages, free ones too, and in its log.
[[nodiscard]] std::vector<std::string> decryptedPagesOf(const sqlite::MemoryDisk& disk);

} // namespace frontsheet::sim
