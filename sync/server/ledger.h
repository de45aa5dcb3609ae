// The ledger port: what one agency's server keeps for ever, in order. The embedded encrypted ledger implements it; one on
// PostgreSQL will.
//
// feed_seq is dense and commit-ordered: entry n+1 is never visible before entry n. A transaction's entries stand together
// and the last of them is marked, so that no page is ever cut inside one.
//
// Errors of every call: DiskFull, DiskFailed, StoreBusy, StoreDamaged, StoreFailed; others where named.
#pragma once

#include "core/domain/intent.h"
#include "core/domain/record.h"
#include "core/domain/scope.h"
#include "sync/server/disclosure/disclosure_rows.h"
#include "sync/server/removal/removal_rows.h"
#include "sync/server/statements/statement_rows.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace frontsheet {

namespace restoring {
struct JournalEntry; // restoring/journal.h
}

struct LedgerHead {
    Epoch epoch;
    std::uint64_t feedSeq = 0;
    std::uint64_t safeSeq = 0; // what is in a verified backup; while none was ever begun, what is on this disk
    std::uint64_t line = 0;    // of the versions it writes (core/domain/version_line.h)
    bool backedUp = false;     // a verified backup was made, ever
    bool reconciling = false;  // restored, and not open to partners yet
};

// A record as it is kept: `header` without fields, the body packed. Views hold until the visitor returns.
struct KeptRecord {
    Record header;
    BytesView body;
};

struct FeedEntry {
    std::uint64_t seq = 0;
    RecordId record;
    PersonId person; // null: directory
    HomeVersion version;
    bool endsTransaction = false;
};

struct Operation {
    Bytes hash; // of the intent, 16 bytes
    IntentResult result;
};

struct Membership {
    RecordId record;
    PersonId person;
    AgencyId agency;
    WorkerId worker;
    WallTime until; // unknown: no end
};

struct AddressedReferral {
    RecordId record;
    PersonId person;
    AgencyId toAgency;
    WorkerId toWorker; // empty: anyone there
    Category category = Category::Referral;
};

// A safeguarding concern that one of the home's own workers sent (core/domain/concern.h); closed ones too.
struct SentConcern {
    RecordId record;
    PersonId person;
    WorkerId worker;
};

// Who of whatever is about a person may be granted it at all.
enum class CellStanding : std::uint8_t {
    Open = 0,
    HomeOnly = 1, // the home's own workers alone: received copies, proposed links
    Draft = 2,    // its author alone
};

// A portion of what the home holds about one person, as finely as it is granted.
struct Cell {
    PersonId person;
    Category category{};
    Audience audience;
    CellStanding standing = CellStanding::Open;
    friend auto operator<=>(const Cell&, const Cell&) = default;
};

// A contact point of the directory for whoever is on duty.
struct DutyPoint {
    AgencyId agency;
    WorkerId worker;   // empty: whoever has a role of the service
    ServiceId service; // empty: for the agency
};

struct RevokedDevice {
    std::uint64_t seq = 0;
    DeviceId device;
    AgencyId agency; // whose device
    WallTime at;
};

struct Invitation {
    Bytes codeHash; // SHA-256
    WorkerId worker;
    std::string role;
    WallTime createdAt;
    WallTime expiresAt;
    WallTime usedAt;   // unknown: not yet
    DeviceId device;   // that used it
    Bytes requestHash; // of the request it was used with: the same request may be answered again
};

struct EnrolledDevice {
    DeviceId device;
    WorkerId worker;
    std::string role;
    WallTime enrolledAt;
    WallTime certifiedUntil;
};

enum class Walk : std::uint8_t { On, Stop };

// Which records of this home, in order of id.
struct RecordRange {
    enum class Of : std::uint8_t { Everything, Directory, Person, Category, PersonsCategory };
    Of of = Of::Everything;
    PersonId person;     // Of::Person and Of::PersonsCategory
    RecordId after;      // exclusive; null: from the start
    Category category{}; // Of::Category, about anybody, and Of::PersonsCategory
};

// One consistent state. For one thread; short-lived, since an open one keeps old pages from being reused.
class LedgerReads {
public:
    virtual ~LedgerReads() = default;

    [[nodiscard]] virtual const AgencyId& home() const = 0;
    [[nodiscard]] virtual Result<LedgerHead> head() = 0;
    // NotFound is not an error here: nullopt. The body is copied out.
    struct Found {
        Record header;
        Bytes body;
    };
    [[nodiscard]] virtual Result<std::optional<Found>> record(const RecordId& id) = 0;
    using RecordVisitor = std::function<Result<Walk>(const KeptRecord&)>;
    [[nodiscard]] virtual Result<void> records(const RecordRange& range, const RecordVisitor& visitor) = 0;
    // Earlier versions of a record, newest first.
    [[nodiscard]] virtual Result<void> history(const RecordId& id, const RecordVisitor& visitor) = 0;
    using FeedVisitor = std::function<Result<Walk>(const FeedEntry&)>;
    [[nodiscard]] virtual Result<void> feed(std::uint64_t after, const FeedVisitor& visitor) = 0;

    [[nodiscard]] virtual Result<std::optional<Operation>> operation(const DeviceId& device, const OpId& op) = 0;

    // Relationships, kept in the transaction of the record that makes them. Whether one counts is core/domain's to say.
    [[nodiscard]] virtual Result<std::vector<Membership>> membershipsOf(const AgencyId& agency,
                                                                        const WorkerId& worker) = 0;
    [[nodiscard]] virtual Result<std::vector<AddressedReferral>> referralsTo(const AgencyId& agency) = 0;
    // Emergency accesses, over ones too; `until` is when each ends.
    [[nodiscard]] virtual Result<std::vector<Membership>> emergenciesOf(const AgencyId& agency,
                                                                        const WorkerId& worker) = 0;
    [[nodiscard]] virtual Result<std::vector<SentConcern>> concernsSentBy(const WorkerId& worker) = 0;
    [[nodiscard]] virtual Result<std::vector<Membership>> membershipsAbout(const PersonId& person) = 0;
    [[nodiscard]] virtual Result<std::vector<AddressedReferral>> referralsAbout(const PersonId& person) = 0;
    // Of any worker of the agency.
    [[nodiscard]] virtual Result<std::vector<Membership>> membershipsOfAgency(const AgencyId& agency) = 0;
    // The practices (ODS codes) that the home's own directory says its worker covers; of any other agency's none.
    [[nodiscard]] virtual Result<std::vector<std::string>> practicesCoveredBy(const WorkerId& worker) = 0;
    [[nodiscard]] virtual Result<std::vector<PersonId>> registeredWith(std::string_view practice) = 0;
    [[nodiscard]] virtual Result<std::vector<std::string>> practicesOf(const PersonId& person) = 0;
    [[nodiscard]] virtual Result<std::vector<DutyPoint>> dutyPointsOf(const AgencyId& agency) = 0;

    // Each once. What about a person is there at all.
    [[nodiscard]] virtual Result<std::vector<Cell>> cellsOf(const PersonId& person) = 0;
    // Where something is restricted to the worker by name or written by them under restriction, and their drafts.
    [[nodiscard]] virtual Result<std::vector<Cell>> cellsFor(const AgencyId& agency, const WorkerId& worker) = 0;
    // About whom there is anything of the category.
    [[nodiscard]] virtual Result<std::vector<PersonId>> personsIn(Category category) = 0;

    // Grows whenever what that agency's workers may be granted changes; by kPracticeCounter and a practice's code, what whoever
    // has its list may be. With everything that people say about sharing each of them grows.
    [[nodiscard]] virtual Result<std::uint64_t> grantCounter(std::string_view key) = 0;
    static constexpr std::string_view kPracticeCounter = "practice:";
    static constexpr std::string_view kEverybodysCounter = "*"; // of what concerns everybody alone

    [[nodiscard]] virtual Result<bool> isRevoked(const AgencyId& agency, const DeviceId& device) = 0;
    // This agency's own, after `seq`; partners' are only asked about one by one.
    [[nodiscard]] virtual Result<std::vector<RevokedDevice>> revocationsAfter(std::uint64_t seq, std::size_t limit) = 0;
    [[nodiscard]] virtual Result<std::optional<Invitation>> invitation(BytesView codeHash) = 0;
    [[nodiscard]] virtual Result<std::vector<EnrolledDevice>> devices() = 0;
    // Partners' directory entries as last told over the peer link. Headers carry their home.
    [[nodiscard]] virtual Result<void> partnerRecords(const RecordVisitor& visitor) = 0;
    // What agencies fed the matching index with, where this agency runs it.
    using IdentityVisitor = std::function<Result<void>(const AgencyId& agency, BytesView identity)>;
    [[nodiscard]] virtual Result<void> identities(const IdentityVisitor& visitor) = 0;

    [[nodiscard]] virtual Result<std::optional<Bytes>> note(std::string_view key) = 0;

    // What was released, delivered and read (disclosure/disclosure_rows.h).
    [[nodiscard]] virtual disclosure::DisclosureReads& disclosures() = 0;
    // What was taken from devices, and the late inbox (removal/removal_rows.h).
    [[nodiscard]] virtual removal::RemovalReads& removals() = 0;
    // What people said about sharing, and who is one human here (statements/statement_rows.h).
    [[nodiscard]] virtual statements::StatementReads& statements() = 0;
};

// A record in a new version. Its body is what `record.fields` encodes to.
struct RecordWrite {
    Record record; // version and recordedAt set
    Bytes body;
};

class LedgerWrites : public LedgerReads {
public:
    // One transaction of the feed: all of it or nothing, in this order. Keeps the versions replaced, the feed and the
    // relationships in step.
    [[nodiscard]] virtual Result<void> append(std::span<const RecordWrite> transaction) = 0;
    [[nodiscard]] virtual Result<void> remember(const DeviceId& device, const Operation& operation, WallTime now) = 0;
    // Forgets up to `limit` operations made before `before`; how many were forgotten.
    [[nodiscard]] virtual Result<std::size_t> forgetOperations(WallTime before, std::size_t limit) = 0;

    // Of this agency's devices, or told by a partner of its own.
    [[nodiscard]] virtual Result<void> revoke(const AgencyId& agency, const DeviceId& device, WallTime at) = 0;
    [[nodiscard]] virtual Result<void> keepInvitation(const Invitation& invitation) = 0; // new or changed
    [[nodiscard]] virtual Result<void> keepDevice(const EnrolledDevice& device) = 0;
    // Newer versions only.
    [[nodiscard]] virtual Result<void> keepPartnerRecord(const Record& header, BytesView body) = 0;
    // A new feed is gathered apart; it takes the place of the agency's last one when it is whole.
    [[nodiscard]] virtual Result<void> beginIdentities(const AgencyId& agency) = 0;
    [[nodiscard]] virtual Result<void> addIdentity(const AgencyId& agency, const PersonId& person,
                                                   BytesView identity) = 0;
    [[nodiscard]] virtual Result<void> replaceIdentities(const AgencyId& agency) = 0;
    // Small facts of other parts (cursors, import state), by a fixed key.
    [[nodiscard]] virtual Result<void> keepNote(std::string_view key, BytesView value) = 0;
    // A verified backup has the feed up to there. Never goes back. 0, before the first is copied: what devices tell from now on may
    // not be in it, so they keep it.
    [[nodiscard]] virtual Result<void> noteSafe(std::uint64_t feedSeq) = 0;
    // What a restored ledger begins: another epoch and line of versions, the feed going on above the line's floor, closed to partners
    // until setOpen(). Before anything else is written.
    [[nodiscard]] virtual Result<void> beginLine(const Epoch& epoch, std::uint64_t line) = 0;
    [[nodiscard]] virtual Result<void> setOpen() = 0;
    // Into the journal that is kept apart, on the disk before this transaction is. Revocations, statements, agreements, enrolments,
    // invitations and answers that say "held" go there by themselves.
    [[nodiscard]] virtual Result<void> journal(const restoring::JournalEntry& entry) = 0;
    [[nodiscard]] virtual disclosure::DisclosureWrites& disclosureWrites() = 0;
    [[nodiscard]] virtual removal::RemovalWrites& removalWrites() = 0;
};

enum class WriteKind : std::uint8_t { Push, Other };

class Ledger {
public:
    virtual ~Ledger() = default;

    // Any thread.
    [[nodiscard]] virtual Result<std::unique_ptr<LedgerReads>> read() = 0;
    // Runs `work` alone on the ledger; when it succeeds and this returns, its effect is on the disk, and when either fails
    // there is none. Calls from several threads share one fsync. `work` may not call the ledger itself.
    using Work = std::function<Result<void>(LedgerWrites&)>;
    [[nodiscard]] virtual Result<void> write(WriteKind kind, const Work& work) = 0;
    // The same, begun: the caller goes on with something else and waits when it needs to know. Dropping it waits too.
    class Begun {
    public:
        virtual ~Begun() = default;
        [[nodiscard]] virtual Result<void> wait() = 0;
    };
    [[nodiscard]] virtual std::unique_ptr<Begun> begin(WriteKind kind, Work work) = 0;
    [[nodiscard]] virtual const AgencyId& agency() const = 0;
};

} // namespace frontsheet
