// The device's encrypted store: one SQLCipher file with the mirror of every home, the outbox, and what is read off them.
// It implements every port of the use cases and of the sync engine.
//
// Threads: any. Writes go one at a time through one connection; reads run beside them on snapshots of their own. Not for the
// UI thread: each call may wait for the disk.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/principal.h"
#include "core/store/key_file.h"
#include "core/usecases/ports/body_codec.h"
#include "core/usecases/ports/device_facts.h"
#include "core/usecases/ports/file_shelf.h"
#include "core/usecases/ports/home_tidings.h"
#include "core/usecases/ports/intent_writer.h"
#include "core/usecases/ports/lease_keeper.h"
#include "core/usecases/ports/outbox_reader.h"
#include "core/usecases/ports/profile_keeper.h"
#include "core/usecases/ports/reading_journal.h"
#include "core/usecases/ports/record_reader.h"
#include "core/usecases/ports/record_walk.h"
#include "core/usecases/ports/sync_store.h"
#include "core/usecases/ports/unfinished_work.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace frontsheet {

struct DeviceStoreParts {
    const BodyCodec& codec; // outlive the store
    const Clock& clock;
    KdfCost cost = {}; // of a store that is made
    std::string vfs;   // a registered VFS (core/sqlite/fault_disk.h); empty: the system's
};

class DeviceStore final : public RecordReader,
                          public RecordWalk,
                          public IntentWriter,
                          public OutboxReader,
                          public SyncStore,
                          public DeviceFacts,
                          public ReadingJournal,
                          public HomeTidings,
                          public LeaseKeeper,
                          public ProfileKeeper,
                          public UnfinishedWork,
                          public FileShelf {
public:
    // Makes an empty store inside `folder` (made too when missing) and opens it. Duplicate when one is there, ProfileClosed
    // where one was: its note and what it sealed stay. Interrupted
    // anywhere, there is either a whole store or none.
    [[nodiscard]] static Result<std::unique_ptr<DeviceStore>>
    create(const std::string& folder, std::string_view passphrase, const DeviceStoreParts& parts);
    // ProfileClosed (closed_profile.h says more; what was left to remove is removed), NotFound (no store), WrongPassphrase, KeyFileDamaged, StoreMissing (half of it is gone), StoreDamaged, StoreNewer,
    // StoreBusy (open elsewhere), DiskFailed, DiskFull. Nothing is ever made anew because it would not open. Takes as
    // long as the passphrase's derivation, plus milliseconds.
    [[nodiscard]] static Result<std::unique_ptr<DeviceStore>>
    open(const std::string& folder, std::string_view passphrase, const DeviceStoreParts& parts);
    // With the key at hand: no key file, no lock and no folder, for a disk that is this process's own (core/sqlite/memory_disk.h).
    // The database is `folder`/store/store.db. A profile opened so cannot be destroyed.
    [[nodiscard]] static Result<std::unique_ptr<DeviceStore>> createWith(StoreKey key, const std::string& folder,
                                                                         const DeviceStoreParts& parts);
    [[nodiscard]] static Result<std::unique_ptr<DeviceStore>> openWith(StoreKey key, const std::string& folder,
                                                                       const DeviceStoreParts& parts);
    [[nodiscard]] static bool isIn(const std::string& folder);
    // WrongPassphrase and the key file's other errors. The store may be open.
    [[nodiscard]] static Result<void> changePassphrase(const std::string& folder, std::string_view from,
                                                       std::string_view to, const KdfCost& cost = {});
    ~DeviceStore() override;

    // Whose device this is: whose words are never locked away, and whose server's answer extends leases. Until told, nobody's.
    void belongsTo(const Principal& me);

    // RecordReader. What is past its lease (LeaseKeeper) is not shown: NeedsReason or OutOfContact for a record asked for by
    // id, left out elsewhere. Lists keep what needs a reason, so that it can be found; search shows none of its words.
    Result<std::vector<WithheldHere>> withheldAbout(std::span<const PersonId> persons) override;
    [[nodiscard]] Result<std::optional<WorkingRecord>> record(const RecordId& id) override;
    [[nodiscard]] Result<std::vector<PersonId>> sameHuman(const PersonId& person) override;
    [[nodiscard]] Result<std::vector<WorkingRecord>> aboutPersons(std::span<const PersonId> persons) override;
    [[nodiscard]] Result<std::vector<WorkingRecord>> ofType(RecordType type, std::size_t limit) override;
    [[nodiscard]] Result<void> eachOfType(RecordType type, const RecordVisitor& visitor) override;
    [[nodiscard]] Result<std::vector<WorkingRecord>> worklist(Worklist list, const std::string& owner,
                                                              std::size_t limit) override;
    [[nodiscard]] Result<std::vector<PersonRow>> personRows(std::span<const PersonId> persons) override;
    [[nodiscard]] Result<CaseloadPage> caseload(CaseloadOf whose, const AgencyId& agency, const WorkerId& worker,
                                                std::size_t offset, std::size_t limit) override;
    [[nodiscard]] Result<std::vector<PersonRow>> search(const std::string& typed, std::size_t limit) override;
    [[nodiscard]] Result<FirstFound> searchFirst(const std::string& typed, std::size_t limit,
                                                 std::size_t first) override;

    // IntentWriter
    [[nodiscard]] Result<void> save(const std::vector<Intent>& intents) override;

    // OutboxReader
    [[nodiscard]] Result<std::vector<OutboxItem>> outbox() override;
    [[nodiscard]] Result<std::vector<ServerState>> servers() override;
    [[nodiscard]] Result<void> settle(const OpId& op) override;

    // SyncStore
    [[nodiscard]] Result<SyncPosition> position(const AgencyId& server) override;
    [[nodiscard]] Result<std::vector<OutgoingIntent>> outgoing(const AgencyId& server, std::uint64_t afterNo,
                                                               std::size_t maxCount, std::size_t maxBytes) override;
    [[nodiscard]] Result<void> apply(const AgencyId& server, const Exchange& exchange) override;
    [[nodiscard]] Result<void> startOver(const AgencyId& server, const Epoch& epoch) override;
    [[nodiscard]] Result<std::vector<HeldSpan>> spansToCompare(const AgencyId& server, std::size_t maxRecords) override;
    [[nodiscard]] Result<Differences> differences(const AgencyId& server, const std::vector<HeldSpan>& parts) override;
    [[nodiscard]] Result<void> comparedUpTo(const AgencyId& server, const HeldPoint& point) override;
    [[nodiscard]] Result<void> noteFailure(const AgencyId& server, ErrorCode error, WallTime at) override;
    [[nodiscard]] Result<std::size_t> indexSome(std::size_t maxRecords) override;

    [[nodiscard]] Result<std::vector<OutgoingIntent>> handIn(const AgencyId& server, std::uint64_t afterNo,
                                                             std::size_t maxCount, std::size_t maxBytes) override;
    [[nodiscard]] Result<void> takeResults(const AgencyId& server, const std::vector<IntentResult>& results,
                                           const std::vector<Reading>& readingsTaken) override;
    [[nodiscard]] Result<void> closeHome(const AgencyId& server, std::uint64_t removal, HomeClosing how) override;
    [[nodiscard]] Result<Evidence> evidence(const AgencyId& server, std::size_t maxReadings) override;

    // ReadingJournal
    [[nodiscard]] Result<void> noteReadings(std::span<const HomeReading> readings) override;

    // HomeTidings
    [[nodiscard]] Result<std::optional<ReferralReach>> reachOf(const RecordId& referral) override;
    [[nodiscard]] Result<std::map<OpId, SettledWork>> settledWork() override;
    [[nodiscard]] Result<std::optional<std::uint64_t>> agreementsOf(const AgencyId& home) override;

    // LeaseKeeper
    [[nodiscard]] Result<std::vector<LockedHere>> lockedAbout(std::span<const PersonId> persons) override;
    [[nodiscard]] Result<std::vector<LockedHere>> lockedAnywhere() override;
    [[nodiscard]] Result<void> openWithReason(const AgencyId& home, std::span<const PersonId> persons,
                                              const std::string& reason) override;

    // UnfinishedWork
    [[nodiscard]] Result<std::vector<Unfinished>> unfinished() override;
    [[nodiscard]] Result<void> keepUnfinished(const Unfinished& work) override;
    [[nodiscard]] Result<void> dropUnfinished(const RecordId& record) override;

    // ProfileKeeper
    [[nodiscard]] FileShelf* shelf() override { return this; }
    [[nodiscard]] Result<std::vector<AgencyId>> openHomes() override;
    [[nodiscard]] Result<void> noteHandedIn(const AgencyId& home, std::size_t count) override;
    [[nodiscard]] Result<std::size_t> unsent() override;
    [[nodiscard]] Result<void> prepare() override;
    [[nodiscard]] Result<void> leaveNothing(const std::map<AgencyId, std::uint64_t>& removals) override;
    [[nodiscard]] Result<bool> isEmptied() override;
    [[nodiscard]] Result<std::vector<AgencyId>> removalsToTell() override;
    [[nodiscard]] Result<void> destroy() override;

    // FileShelf. The files lie beside the database, sealed, each under its address.
    [[nodiscard]] Result<std::vector<FileOnRecord>> filesAt(const AgencyId& home) override;
    [[nodiscard]] Result<std::vector<FileOnRecord>> filesOf(const RecordId& record) override;
    [[nodiscard]] Result<Kept> keepFile(BytesView plain) override;
    [[nodiscard]] Result<void> takeChunk(const RecordId& record, const FileAddress& address, std::uint32_t chunk,
                                         BytesView sealed) override;
    [[nodiscard]] Result<Bytes> sealedChunk(const FileOnRecord& file, std::uint32_t chunk) override;
    [[nodiscard]] Result<Bytes> plainChunk(const Attachment& file, std::uint32_t chunk) override;
    [[nodiscard]] Result<void> noteSent(const FileOnRecord& file) override;
    void noteProgress(const FileAddress& address, std::uint32_t chunksSent) override;
    void noteTrouble(const FileAddress& address, ErrorCode met) override;
    [[nodiscard]] Result<std::size_t> setAside(const AgencyId& home) override;

    // DeviceFacts
    [[nodiscard]] Result<std::optional<Bytes>> fact(std::string_view key) override;
    [[nodiscard]] Result<void> keepFacts(const std::map<std::string, Bytes>& facts) override;

    // The canonical dump (core/domain/canonical.h): one line per record of the working view in order of id, `"waiting":1`
    // added where edits wait, then one line {"needs_attention":op,...} per item that needs a person, and one {"locked":home,...}
    // per home of which something is past its lease and left out. The sink gets lines
    // without their end; an error from it stops the dump. One snapshot, constant memory.
    using LineSink = std::function<Result<void>(std::string_view line)>;
    [[nodiscard]] Result<void> dumpCanonical(const LineSink& sink);

    // Every page authenticates, every tree hangs together, and the projections are what the records say. StoreDamaged if not.
    // Reads the whole file; readers wait.
    [[nodiscard]] Result<void> checkIntegrity();
    // Counts up with every committed change: what was read is out of date once it differs. Never blocks.
    [[nodiscard]] std::uint64_t revision() const;

private:
    struct Impl;
    explicit DeviceStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace frontsheet
