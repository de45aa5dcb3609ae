// The referral's states. Who is waited for is part of the state, so that nothing can go quiet.
//
//   sent ──seen──► sent (seen_by) ──► under-review ──► accepted ──► started ──► completed
//     │  ▲                              │   ▲  │
//     │  └─ passed on: by the receiver, │   │  └─► declined (reason, suggestion)
//     │     from any state but info-    ▼   │
//     │     asked; by the sender    info-asked─┘ (sender answers)
//     │     until it is accepted
//     └──► withdrawn (sender, any time before completed)
//
// What has ended waits for nobody. The sender may open it again, with a reason: it is sent anew.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace frontsheet {

enum class ReferralState : std::uint8_t {
    Draft,
    Sent,
    UnderReview,
    InfoAsked,
    Accepted,
    Started,
    Completed,
    Declined,
    Withdrawn
};

enum class WaitsFor : std::uint8_t { Sender, Receiver, Nobody };
enum class ReferralSide : std::uint8_t { Sender, Receiver };

[[nodiscard]] std::string_view name(ReferralState state); // "under-review", as stored
[[nodiscard]] std::optional<ReferralState> referralState(std::string_view stored);
[[nodiscard]] WaitsFor waitsFor(ReferralState state);
[[nodiscard]] bool isOpen(ReferralState state); // not completed, declined or withdrawn
// WrongState when there is no such arrow for that side.
[[nodiscard]] Result<void> checkMove(ReferralState from, ReferralState to, ReferralSide side);

} // namespace frontsheet
