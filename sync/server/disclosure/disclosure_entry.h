// One entry of the disclosure log: what was released, what of it arrived, what was read, and what became of the log
// itself. Who reads it in ten years has nothing but these bytes, so reasons, clauses and fields stand as text.
//
// Canonical bytes, which the chain's hashes are over (disclosure_chain.h). Numbers are varints (LEB128, shortest form) or,
// where a width is given, little-endian; text and lists have their length before them; ids are 16 bytes as they are.
//
//   entry     = layout:u8 (1)  kind:u8  number  segment  at:i64 (ms since the epoch, the server's clock)  what
//   party     = agency:text  worker:text  role:text  device:id
//   release   = party  scope:text  receipt:u64  n people:id*  n part*
//   part      = reason:text  clause:text  purpose:text  fields:text  n record*
//   record    = shared:u8  rest of the id  version  person          shared: first bytes that the id before it has too, at
//                                                                    most 15; person: place in `people` from 1, 0 nobody
//   delivered = party  receipt:u64
//   readings  = party  n (record:id  version  person:id  how:u8  at:i64)*
//   emergency = step:u8  access:id  person:id  until:i64  party  words:text
//   segment   = cause:u8  after  found  words:text
//   asked     = view:u8  answered:u8  person:id  party  agency:text  worker:text
#pragma once

#include "core/base/clock.h"
#include "core/domain/evidence.h"
#include "core/domain/principal.h"
#include "core/domain/reading.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace frontsheet::disclosure {

// Under what a record was let go, as the sharing decision said it.
struct Terms {
    std::string reason;  // "care-team"
    std::string clause;  // agreement, version and clause; empty where none was needed
    std::string purpose; // "direct-care"; empty where the decision knows none
    std::string fields;  // "all", or the fields' names
    friend bool operator==(const Terms&, const Terms&) = default;
};

struct SentRecord {
    RecordId record;
    HomeVersion version;
    PersonId person; // null: of the directory
    friend bool operator==(const SentRecord&, const SentRecord&) = default;
};

struct SentPart {
    Terms terms;
    std::vector<SentRecord> records;
    friend bool operator==(const SentPart&, const SentPart&) = default;
};

// One page of one scope, committed before its bytes leave.
struct Release {
    Principal who;
    std::string scope;         // empty: a page of the feed
    std::uint64_t receipt = 0; // what the device sends back once the page is on its disk
    std::vector<SentPart> parts;
    friend bool operator==(const Release&, const Release&) = default;
};

// The device has the pages with this receipt on its disk.
struct Delivered {
    Principal who;
    std::uint64_t receipt = 0;
    friend bool operator==(const Delivered&, const Delivered&) = default;
};

struct LoggedReading {
    Reading reading;
    PersonId person;
    friend bool operator==(const LoggedReading&, const LoggedReading&) = default;
};

struct Readings {
    Principal who;
    std::vector<LoggedReading> readings;
    friend bool operator==(const Readings&, const Readings&) = default;
};

using EmergencyId = Id128<struct EmergencyTag>;

// Sought: somebody asked and it was refused; whom they meant is not kept.
enum class EmergencyStep : std::uint8_t { Opened = 1, Ended = 2, Reviewed = 3, Sought = 4 };

// A break-glass access. Its releases name the reason "emergency".
struct Emergency {
    EmergencyStep step = EmergencyStep::Opened;
    EmergencyId access;
    PersonId person;
    WallTime until; // opened: when it ends by itself
    Principal who;  // who opened, ended or reviewed it
    std::string words;
    friend bool operator==(const Emergency&, const Emergency&) = default;
};

enum class SegmentCause : std::uint8_t {
    Broken = 1, // the chain was found broken at entry `found`
    Restored =
        2,     // the ledger came back from a backup; `found` is the last entry known to have been there, 0: not known
    CutOff = 3 // a signed head speaks of entry `found`, which is not here or not as it was
};

// The log goes on after something happened to it, and says what. Numbers that others hold heads of are not given again.
struct NewSegment {
    SegmentCause cause = SegmentCause::Broken;
    std::uint64_t after = 0; // the entry before this one in the file; 0: none is left
    std::uint64_t found = 0;
    std::string words;
    friend bool operator==(const NewSegment&, const NewSegment&) = default;
};

enum class AskedOutcome : std::uint8_t { Refused = 0, Answered = 1 };

// Somebody looked at this log, or wanted to. Refused: whom they meant is not kept.
struct Asked {
    EvidenceView view = EvidenceView::Person;
    AskedOutcome outcome = AskedOutcome::Refused;
    PersonId person;
    Principal who;
    AgencyId agency; // whose worker, of EvidenceView::Worker
    WorkerId worker;
    friend bool operator==(const Asked&, const Asked&) = default;
};

using What = std::variant<Release, Delivered, Readings, Emergency, NewSegment, Asked>;

struct Entry {
    std::uint64_t number = 0;  // from 1
    std::uint64_t segment = 1; // counts up at every NewSegment
    WallTime at;
    What what;
    friend bool operator==(const Entry&, const Entry&) = default;
};

[[nodiscard]] Bytes encode(const Entry& entry);
// Malformed: not the bytes of an entry (too short, too long, a longer form than needed); TooLarge; Unsupported: of a newer
// layout or kind. Takes memory in proportion to the bytes given.
[[nodiscard]] Result<Entry> decode(BytesView bytes);

[[nodiscard]] std::string_view name(ReadingHow how);
[[nodiscard]] std::string_view name(EmergencyStep step);
[[nodiscard]] std::string_view name(SegmentCause cause);

} // namespace frontsheet::disclosure
