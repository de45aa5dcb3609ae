// The disclosure log's part of the ledger port: rows in, rows out. What they mean is in disclosure_log.h. Beside the chain
// stands what is asked for often; all of it follows from the chain and is kept in the same transactions.
//
// Errors as of every call of the ledger.
#pragma once

#include "sync/server/disclosure/disclosure_chain.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace frontsheet {
enum class Walk : std::uint8_t;
}

namespace frontsheet::disclosure {

struct ChainEnd {
    std::uint64_t number = 0; // 0: nothing is logged yet
    std::uint64_t segment = 1;
    Hash hash{}; // of entry `number`; of an empty log zeroes: the caller knows where a chain starts
};

// A referral that went to a device of its receiver's.
struct Reached {
    RecordId referral;
    DeviceId device;
    AgencyId agency;
    WorkerId worker;
    std::uint64_t receipt = 0;
    WallTime sentAt;      // the server's clock, all three
    WallTime deliveredAt; // unknown: the device has not said yet that it has it
    WallTime seenAt;      // unknown: nobody has said that they read it
};

// Something that a device is to be told: a referral that has come further, or held work that was settled.
struct Tiding {
    std::uint64_t seq = 0;
    RecordId referral;      // null: of held work
    std::uint64_t held = 0; // its number in the late inbox; 0: of a referral
};
enum class TidingsOf : std::uint8_t { HeldWork, HeldWorkAndReferrals };

// Of the index of the log (disclosure_index.h).
struct IndexedEntry {
    std::uint64_t subject = 0;
    std::uint64_t entry = 0;
};
// How far it reaches: that entry, and its hash. Number 0: there is none.
struct Checkpoint {
    std::uint64_t number = 0;
    Hash hash{};
};

class DisclosureReads {
public:
    virtual ~DisclosureReads() = default;
    [[nodiscard]] virtual Result<ChainEnd> end() = 0;
    using EntryVisitor = std::function<Result<Walk>(const StoredEntry&)>;
    // From entry `from` on, ascending.
    [[nodiscard]] virtual Result<void> entries(std::uint64_t from, const EntryVisitor& visitor) = 0;
    [[nodiscard]] virtual Result<Checkpoint> indexedTo() = 0;
    // Adds the numbers of the entries about it, up to `last`.
    [[nodiscard]] virtual Result<void> indexed(std::uint64_t subject, std::uint64_t last,
                                               std::vector<std::uint64_t>& numbers) = 0;
    using IndexVisitor = std::function<void(const IndexedEntry&)>;
    [[nodiscard]] virtual Result<void> everythingIndexed(const IndexVisitor& visitor) = 0;
    // Whether pages went to the device with this receipt and it has not been sent back yet.
    [[nodiscard]] virtual Result<bool> awaits(const DeviceId& device, std::uint64_t receipt) = 0;
    // Every device the referral went to, in the order in which it did.
    [[nodiscard]] virtual Result<std::vector<Reached>> reached(const RecordId& referral) = 0;
    // After `seq`, ascending: what was settled of the device's own, and referrals, whosoever they are.
    [[nodiscard]] virtual Result<std::vector<Tiding>> tidings(std::uint64_t seq, const DeviceId& device, TidingsOf of,
                                                              std::size_t limit) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> lastTiding() = 0;
    // What the device has said that it keeps.
    [[nodiscard]] virtual Result<std::uint64_t> toldTo(const DeviceId& device) = 0;
};

class DisclosureWrites : public DisclosureReads {
public:
    [[nodiscard]] virtual Result<void> append(const StoredEntry& entry, std::uint64_t segment) = 0;
    // `entries` ascending by subject, none of them there yet.
    [[nodiscard]] virtual Result<void> index(std::span<const IndexedEntry> entries, const Checkpoint& to) = 0;
    [[nodiscard]] virtual Result<void> forgetIndex() = 0;
    [[nodiscard]] virtual Result<void> await(const DeviceId& device, std::uint64_t receipt, WallTime at) = 0;
    // The device has it: forgets it and what the device was sent before (lost on the way, or sent again since), and the
    // referrals sent with it are delivered.
    [[nodiscard]] virtual Result<void> arrived(const DeviceId& device, std::uint64_t receipt, WallTime at) = 0;
    // False when it was taken before. A referral that this device was sent counts as seen.
    [[nodiscard]] virtual Result<bool> read(const DeviceId& device, const Reading& reading, WallTime at) = 0;
    // The first time each device got it; later versions change nothing.
    [[nodiscard]] virtual Result<void> referralSent(const Reached& reached) = 0;
    [[nodiscard]] virtual Result<void> noteTold(const DeviceId& device, std::uint64_t seq, WallTime at) = 0;
};

} // namespace frontsheet::disclosure
