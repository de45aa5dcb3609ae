#include "core/domain/referral_passing.h"

#include "core/domain/calendar.h"
#include "core/domain/referral_machine.h"
#include "core/domain/schema/referral.h"

#include <algorithm>
#include <array>
#include <optional>

namespace frontsheet {

namespace {

constexpr std::size_t kMostStops = 60; // fits the field; the count goes on

// "02 council/SVC01/W001": the number keeps a set in order.
std::string written(std::size_t number, const ReferralStop& stop) {
    std::string out = std::to_string(number);
    out.insert(0, out.size() < 2 ? "0" : "");
    return out + " " + stop.agency.str() + "/" + stop.service.str() + "/" + stop.worker.str();
}

std::optional<ReferralStop> stopIn(const std::string& text) {
    const auto begins = text.find(' ');
    const auto first = text.find('/');
    const auto second = first == std::string::npos ? first : text.find('/', first + 1);
    if (begins == std::string::npos || second == std::string::npos || begins > first) {
        return std::nullopt;
    }
    return ReferralStop{AgencyId{text.substr(begins + 1, first - begins - 1)},
                        ServiceId{text.substr(first + 1, second - first - 1)}, WorkerId{text.substr(second + 1)}};
}

void addStop(FieldSet& f, const ReferralStop& stop) {
    auto stops = f.get(referral::kPassedThrough);
    if (stops.size() < kMostStops) {
        stops.push_back(written(stops.size() + 1, stop));
        std::sort(stops.begin(), stops.end());
        f.put(referral::kPassedThrough, std::move(stops));
    }
}

std::optional<ReferralState> stateOf(const Record& referral) {
    return referralState(referral.fields.text(referral::kState));
}

bool isTaken(std::optional<ReferralState> state) {
    return state == ReferralState::Accepted || state == ReferralState::Started;
}

constexpr std::array kLastAnswer{
    referral::kAcceptedBy.tag, referral::kAnsweredBy.tag,    referral::kAnsweredAt.tag,
    referral::kAnswer.tag,     referral::kSuggestion.tag,    referral::kSuggestedService.tag,
    referral::kOutcome.tag,    referral::kOutcomeAt.tag,     referral::kSeenBy.tag,
    referral::kSeenAt.tag,     referral::kOutcomeReadBy.tag, referral::kOutcomeReadAt.tag};

void keep(const FieldSet& from, FieldSet& to, FieldTag tag) {
    const Value* value = from.find(tag);
    value == nullptr ? to.erase(tag) : to.set(tag, *value);
}

// While it waits for the sender the receiver's time does not run.
void stopClockWhileAsked(const Record& before, Record& after, WallTime now) {
    const WallTime asked = before.fields.get(referral::kWaitsSince);
    const WallTime due = before.fields.get(referral::kAnswerBy);
    const auto to = stateOf(after);
    const bool answered = to == ReferralState::UnderReview || to == ReferralState::Sent;
    if (stateOf(before) == ReferralState::InfoAsked && answered && asked.isKnown() && due.isKnown() && now > asked) {
        after.fields.put(referral::kAnswerBy, due + (now - asked));
    }
}

// As long as it was promised, from now.
void restartClock(const Record& before, Record& after, WallTime now) {
    const auto& was = before.fields;
    if (const auto due = dueAfter(now, after.fields.text(referral::kRespondWithin))) {
        after.fields.put(referral::kAnswerBy, *due);
    } else if (was.get(referral::kAnswerBy).isKnown() && was.get(referral::kArrivedAt).isKnown()) {
        after.fields.put(referral::kAnswerBy, now + (was.get(referral::kAnswerBy) - was.get(referral::kArrivedAt)));
    }
}

} // namespace

ReferralStop stopOf(const Record& referral) {
    const auto& f = referral.fields;
    return {f.get(referral::kToAgency), f.get(referral::kToService), f.get(referral::kToWorker)};
}

std::vector<ReferralStop> stopsBefore(const FieldSet& referral) {
    std::vector<ReferralStop> stops;
    for (const auto& text : referral.get(referral::kPassedThrough)) {
        if (auto stop = stopIn(text)) {
            stops.push_back(std::move(*stop));
        }
    }
    return stops;
}

bool isPassedOn(const Record& before, const Record& after) {
    return before.fields.get(referral::kToService) != after.fields.get(referral::kToService) ||
           before.fields.get(referral::kToWorker) != after.fields.get(referral::kToWorker);
}

bool isReopened(const Record& before, const Record& after) {
    const auto was = stateOf(before);
    return was && !isOpen(*was) && stateOf(after) == ReferralState::Sent;
}

bool isOfTheLastAnswer(FieldTag tag) {
    return std::find(kLastAnswer.begin(), kLastAnswer.end(), tag) != kLastAnswer.end();
}

bool isCountedByHome(FieldTag tag) {
    return tag == referral::kRedirects.tag || tag == referral::kReopened.tag || tag == referral::kPassedThrough.tag ||
           tag == referral::kWaitsSince.tag;
}

void sendAnew(Record& referral) {
    referral.fields.put(referral::kState, std::string{name(ReferralState::Sent)});
    for (const FieldTag tag : kLastAnswer) {
        referral.fields.erase(tag);
    }
}

void countPassing(const Record& before, Record& after) {
    auto& f = after.fields;
    if (isPassedOn(before, after)) {
        f.put(referral::kRedirects, before.fields.get(referral::kRedirects) + 1);
        addStop(f, stopOf(before));
    }
    if (isReopened(before, after)) {
        f.put(referral::kReopened, before.fields.get(referral::kReopened) + 1);
    }
}

void settlePassing(const Record& before, Record& after, WallTime now) {
    auto& f = after.fields;
    for (const FieldTag tag :
         {referral::kRedirects.tag, referral::kReopened.tag, referral::kPassedThrough.tag, referral::kWaitsSince.tag}) {
        keep(before.fields, f, tag);
    }
    if (stateOf(after) != stateOf(before)) {
        f.put(referral::kWaitsSince, now);
        stopClockWhileAsked(before, after, now);
    }
    const bool passed = isPassedOn(before, after);
    const bool reopened = isReopened(before, after);
    if (!passed && !reopened) {
        return;
    }
    countPassing(before, after);
    // Whoever reviewed it or asked for more did so at the desk before.
    const auto was = stateOf(before);
    const bool considered = was == ReferralState::UnderReview || was == ReferralState::InfoAsked;
    if (considered && stateOf(after) == was) {
        f.put(referral::kState, std::string{name(ReferralState::Sent)});
        stopClockWhileAsked(before, after, now);
    }
    for (const FieldTag tag : kLastAnswer) {
        f.erase(tag);
    }
    f.put(referral::kWaitsSince, now);
    if (reopened || isTaken(was)) {
        restartClock(before, after, now);
    }
}

void followOn(Record& referral, const Record& declined) {
    auto& f = referral.fields;
    f.put(referral::kRedirects, declined.fields.get(referral::kRedirects) + 1);
    f.put(referral::kPassedThrough, declined.fields.get(referral::kPassedThrough));
    addStop(f, stopOf(declined));
    f.put(referral::kRedirectedBecause, declined.fields.get(referral::kAnswer));
}

} // namespace frontsheet
