// What was granted to devices and taken from them again, and what came from them too late: the ledger port's part for the
// late inbox and for "removed from 3 of 4 devices". Rows in, rows out; what they mean is in late_inbox.h and
// removal_views.h.
//
// Errors as of every call of the ledger.
#pragma once

#include "core/base/clock.h"
#include "core/domain/intent.h"
#include "core/domain/principal.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace frontsheet::removal {

// A bit a category, by its number.
using Categories = std::uint64_t;
[[nodiscard]] constexpr Categories bitOf(Category category) {
    const auto number = static_cast<unsigned>(category);
    return number < 64 ? Categories{1} << number : 0;
}
inline constexpr Categories kEveryCategory = ~Categories{0};

// What a device was ever granted about one person; null: about everybody.
struct GrantedOnce {
    DeviceId device;
    PersonId person;
    AgencyId agency; // whose device
    WorkerId worker;
    Categories categories = 0;
    WallTime at; // the first time
};

// What a device was last asked to remove of one scope.
struct Removal {
    DeviceId device;
    std::string scope; // as it was granted; kEverything when all of this home went
    PersonId person;   // null: of nobody alone
    AgencyId agency;   // whose device
    WorkerId worker;
    std::uint64_t number = 0; // of the reply that asked
    WallTime askedAt;
    WallTime confirmedAt; // unknown: the device has not said yet that nothing is left
};
inline constexpr const char* kEverything = "everything";

enum class HeldState : std::uint8_t { Waiting = 1, Accepted = 2, Closed = 3 };

// An intent in the late inbox.
struct HeldIntent {
    std::uint64_t number = 0; // in the inbox
    Principal author;
    WallTime receivedAt;
    ErrorCode reason =
        ErrorCode::NotPermitted; // NotPermitted: the grant had gone; Revoked, CertificateRejected: closing
    HeldState state = HeldState::Waiting;
    WallTime settledAt;
    std::string settledBy;
    std::string words; // why
    Intent intent;
};

// What of one device waits in the late inbox.
struct InboxShare {
    std::size_t intents = 0;
    std::uint64_t bytes = 0; // of the intents as they are stored
};

class RemovalReads {
public:
    virtual ~RemovalReads() = default;
    // nullopt: never anything about this person alone.
    [[nodiscard]] virtual Result<std::optional<GrantedOnce>> grantedOnce(const DeviceId& device,
                                                                         const PersonId& person) = 0;
    // Every device that was ever granted something about the person by name, in order of id.
    [[nodiscard]] virtual Result<std::vector<GrantedOnce>> grantedAbout(const PersonId& person) = 0;
    // Whether anything was ever granted to that device as another agency's.
    [[nodiscard]] virtual Result<bool> isAnothers(const DeviceId& device, const AgencyId& agency) = 0;
    [[nodiscard]] virtual Result<std::vector<Removal>> removalsAbout(const PersonId& person) = 0;
    [[nodiscard]] virtual Result<std::vector<Removal>> removalsFrom(const DeviceId& device) = 0;
    using RemovalVisitor = std::function<Result<void>(const Removal&)>;
    [[nodiscard]] virtual Result<void> removals(const RemovalVisitor& visitor) = 0;

    [[nodiscard]] virtual Result<std::optional<HeldIntent>> held(std::uint64_t number) = 0;
    [[nodiscard]] virtual Result<std::optional<HeldIntent>> heldAs(const DeviceId& device, const OpId& op) = 0;
    // Oldest first. Of every state when `state` is nullopt.
    [[nodiscard]] virtual Result<std::vector<HeldIntent>> inbox(std::optional<HeldState> state) = 0;
    [[nodiscard]] virtual Result<InboxShare> waitingFrom(const DeviceId& device) = 0;
    // Whether an intent of the device about the record waits there.
    [[nodiscard]] virtual Result<bool> waitsAbout(const DeviceId& device, const RecordId& record) = 0;
};

class RemovalWrites : public RemovalReads {
public:
    // Adds to what is known of the device and person.
    [[nodiscard]] virtual Result<void> noteGranted(const GrantedOnce& granted) = 0;
    // In place of an earlier asking for the same scope.
    [[nodiscard]] virtual Result<void> noteAsked(const Removal& removal) = 0;
    [[nodiscard]] virtual Result<void> noteConfirmed(const DeviceId& device, std::uint64_t number, WallTime at) = 0;
    // Gives it its number. Once per device and op: again is nothing.
    [[nodiscard]] virtual Result<void> hold(const HeldIntent& intent) = 0;
    // From Waiting. NotFound otherwise.
    [[nodiscard]] virtual Result<void> settleHeld(std::uint64_t number, HeldState state, const std::string& by,
                                                  const std::string& words, WallTime at) = 0;
};

} // namespace frontsheet::removal
