#include "core/domain/referral_machine.h"

#include <array>
#include <utility>

namespace frontsheet {

namespace {

constexpr std::array<std::pair<ReferralState, std::string_view>, 9> kNames{{
    {ReferralState::Draft, "draft"},
    {ReferralState::Sent, "sent"},
    {ReferralState::UnderReview, "under-review"},
    {ReferralState::InfoAsked, "info-asked"},
    {ReferralState::Accepted, "accepted"},
    {ReferralState::Started, "started"},
    {ReferralState::Completed, "completed"},
    {ReferralState::Declined, "declined"},
    {ReferralState::Withdrawn, "withdrawn"},
}};

bool receiverMay(ReferralState from, ReferralState to) {
    using enum ReferralState;
    switch (from) {
    case Sent:
        return to == UnderReview || to == InfoAsked || to == Accepted || to == Declined;
    case UnderReview:
        return to == InfoAsked || to == Accepted || to == Declined || to == Sent;
    case InfoAsked:
        return to == UnderReview || to == Accepted || to == Declined;
    case Accepted:
        return to == Started || to == Completed || to == Declined || to == Sent;
    case Started:
        return to == Completed || to == Sent;
    case Draft:
    case Completed:
    case Declined:
    case Withdrawn:
        return false;
    }
    return false;
}

bool senderMay(ReferralState from, ReferralState to) {
    using enum ReferralState;
    if (to == Withdrawn) {
        return isOpen(from);
    }
    if (to == Sent) {
        return from == Draft || from == UnderReview || from == InfoAsked || !isOpen(from);
    }
    return from == InfoAsked && to == UnderReview;
}

} // namespace

std::string_view name(ReferralState state) {
    for (const auto& [known, text] : kNames) {
        if (known == state) {
            return text;
        }
    }
    return "unknown";
}

std::optional<ReferralState> referralState(std::string_view stored) {
    for (const auto& [known, text] : kNames) {
        if (text == stored) {
            return known;
        }
    }
    return std::nullopt;
}

WaitsFor waitsFor(ReferralState state) {
    using enum ReferralState;
    switch (state) {
    case Draft:
    case InfoAsked:
        return WaitsFor::Sender;
    case Sent:
    case UnderReview:
    case Accepted:
    case Started:
        return WaitsFor::Receiver;
    case Completed:
    case Declined:
    case Withdrawn:
        return WaitsFor::Nobody;
    }
    return WaitsFor::Nobody;
}

bool isOpen(ReferralState state) { return waitsFor(state) != WaitsFor::Nobody; }

Result<void> checkMove(ReferralState from, ReferralState to, ReferralSide side) {
    const bool may = side == ReferralSide::Receiver ? receiverMay(from, to) : senderMay(from, to);
    if (!may) {
        return {ErrorCode::WrongState, "referral move"};
    }
    return ok();
}

} // namespace frontsheet
