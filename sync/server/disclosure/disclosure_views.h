// Reading the log: by person, by worker, and emergency accesses with what became of them. One pass over the chain each,
// since whoever asks wants what the chain says and not what stands beside it; where the answer is one among many that a page is
// made of, by the index (disclosure_index.h).
#pragma once

#include "core/domain/tidings.h"
#include "sync/server/ledger.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

namespace frontsheet::disclosure {

// Records released under one entry and the same terms.
struct ReleaseLine {
    std::uint64_t entry = 0;
    WallTime at;
    Principal who;
    std::string scope; // empty: of the feed
    Terms terms;
    std::size_t records = 0;
    std::size_t people = 0;
    std::vector<SentRecord> sent; // of the person asked about; a worker's view counts only
    WallTime deliveredAt;         // unknown: the device has not said that it has it
    std::uint64_t receipt = 0;
};

struct ReadingLine {
    std::uint64_t entry = 0;
    WallTime at; // the server's clock, when it was reported
    Principal who;
    LoggedReading reading;
};

// What a person asked for is sought by every id they go by here.
struct LogView {
    std::vector<ReleaseLine> releases; // in order of the log
    std::vector<ReadingLine> readings;
    std::uint64_t unreadable = 0; // entries that could not be read, which audit verify names
};

enum class ReadBy : std::uint8_t { Chain, Index };
[[nodiscard]] Result<LogView> aboutPerson(LedgerReads& ledger, std::span<const PersonId> person,
                                          ReadBy by = ReadBy::Chain);
[[nodiscard]] Result<LogView> ofWorker(LedgerReads& ledger, const AgencyId& agency, const WorkerId& worker);

// What a device was ever sent of the records about these people, by the index.
struct SentToDevice {
    std::unordered_set<RecordId> records;
    bool isWhole =
        true; // false: the log was found broken or cut off, or an entry of it cannot be read: it may have been more
};
[[nodiscard]] Result<SentToDevice> sentTo(LedgerReads& ledger, const DeviceId& device,
                                          std::span<const PersonId> people);

struct EmergencyCase {
    EmergencyId access;
    PersonId person;
    Principal who;
    std::string reason;
    WallTime openedAt;
    WallTime until;
    WallTime endedAt; // unknown: by itself, at `until`
    WallTime reviewedAt;
    Principal reviewer;
    std::string finding;
    std::size_t records = 0; // released under it
    std::size_t readings = 0;

    [[nodiscard]] bool awaitsReview() const { return !reviewedAt.isKnown(); }
};
// In order of opening.
[[nodiscard]] Result<std::vector<EmergencyCase>> emergencies(LedgerReads& ledger);

// How far a referral has come at its receiver's, by what devices there have said. nullopt: it has not been sent to anybody there.
[[nodiscard]] Result<std::optional<ReferralReach>> reachOf(LedgerReads& ledger, const RecordId& referral);

// The reason that releases under an emergency access carry.
inline constexpr std::string_view kEmergencyReason = "emergency";

} // namespace frontsheet::disclosure
