// Who saw what, as a home answers for it: rows of its disclosure log and what devices still hold, in pages. Values alone.
#pragma once

#include "core/base/clock.h"
#include "core/domain/reading.h"
#include "core/domain/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace frontsheet {

// Numbers travel and are logged; never reused.
enum class EvidenceView : std::uint8_t {
    Person = 1,      // releases and readings of one person's records
    Worker = 2,      // of one worker's devices
    Emergencies = 3, // emergency accesses and what was opened under them
    Devices = 4,     // which devices were to remove what they held of one person, and have
    Holdings = 5     // every record held about one person, for answering a request of theirs
};

struct EvidenceAsk {
    EvidenceView view = EvidenceView::Person;
    PersonId person;       // Person, Devices, Holdings: by any id the person goes by here
    AgencyId workerAgency; // Worker
    WorkerId worker;       // Worker
    WallTime from;         // of the home's clock; unknown: from the beginning
    WallTime until;        // exclusive; unknown: to the end
    // The page: rows from `offset` on, newest first, of the log as it stood at entry `asOf` (0: as it stands now).
    std::uint64_t asOf = 0;
    std::uint64_t offset = 0;
    friend bool operator==(const EvidenceAsk&, const EvidenceAsk&) = default;
};

// Numbers travel; never reused. One of a newer program reads as Other.
enum class EvidenceKind : std::uint8_t {
    Other = 0,
    Released = 1,
    Read = 2,
    EmergencyOpened = 3,
    EmergencyEnded = 4,
    EmergencyReviewed = 5,
    EmergencySought = 6, // asked for and refused
    Asked = 7,           // somebody looked at this log
    AskedInVain = 8,     // and was refused
    Gap = 9              // the log goes on after something happened to it
};

struct EvidenceRecord {
    RecordId record;
    RecordType type{};
    Category category{};
    HomeVersion version;
    friend bool operator==(const EvidenceRecord&, const EvidenceRecord&) = default;
};

struct EvidenceRow {
    std::uint64_t entry = 0; // its number in the log
    EvidenceKind kind = EvidenceKind::Other;
    WallTime at; // the home's clock
    AgencyId agency;
    WorkerId worker;
    std::string role;
    DeviceId device; // null where the viewer is not told
    // Released
    std::string reason;
    std::string clause; // agreement/version/clause
    std::string purpose;
    std::string fields; // "all", or names
    WallTime deliveredAt;
    // Read
    ReadingHow how = ReadingHow::Shown;
    WallTime readAt; // the reader's device's clock
    // Emergency*, and of what they are about
    PersonId person;
    WallTime until;
    std::string words;

    std::uint64_t recordCount = 0;       // all of them
    std::uint64_t peopleCount = 0;       // of a worker's row
    std::vector<EvidenceRecord> records; // the first of them, at most kEvidenceRecordsPerRow
    friend bool operator==(const EvidenceRow&, const EvidenceRow&) = default;
};

// Numbers travel; never reused.
enum class DeviceStanding : std::uint8_t {
    Holds = 1,    // granted, and still theirs
    NotAsked = 2, // no longer theirs; it has not been in contact since
    Asked = 3,    // told to remove it, and has not said yet that it has
    Removed = 4
};

struct EvidenceDevice {
    DeviceId device; // null where the viewer is not told
    AgencyId agency;
    WorkerId worker;
    DeviceStanding standing = DeviceStanding::Holds;
    WallTime grantedAt;
    WallTime askedAt;
    WallTime confirmedAt;
    std::uint64_t printed = 0; // times, on paper or into a file
    friend bool operator==(const EvidenceDevice&, const EvidenceDevice&) = default;
};

// A record the home holds. `record` has fields only where the viewer may read it.
struct EvidenceHolding {
    Record record;
    bool mayRead = false;
    friend bool operator==(const EvidenceHolding&, const EvidenceHolding&) = default;
};

// How the log itself stands. A broken log is said and stops nothing.
struct LogStanding {
    std::uint64_t entries = 0;    // in the log now
    std::uint64_t verifiedTo = 0; // 0: not looked at yet since the server started
    WallTime verifiedAt;
    std::uint64_t breaks = 0;
    std::string firstBreak; // "entry 17 was altered"
    friend bool operator==(const LogStanding&, const LogStanding&) = default;
};

struct EvidencePage {
    std::vector<EvidenceRow> rows; // newest first
    std::vector<EvidenceDevice> devices;
    std::vector<EvidenceHolding> holdings;
    std::uint64_t rowsInAll = 0;  // of the view, over all pages; of rows, devices or holdings
    std::uint64_t olderLeft = 0;  // rows left out because there are more than a view has; narrow the dates
    std::uint64_t unreadable = 0; // entries that could not be read
    std::uint64_t asOf = 0;       // the last entry looked at
    std::uint64_t next = 0;       // offset of the next page; 0: this was the last
    WallTime serverTime;
    LogStanding log;
    friend bool operator==(const EvidencePage&, const EvidencePage&) = default;
};

inline constexpr std::size_t kEvidenceRecordsPerRow = 40;

} // namespace frontsheet
