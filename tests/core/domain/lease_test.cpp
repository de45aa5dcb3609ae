// How long what was released may be used without hearing from its home.
#include "core/domain/lease.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

constexpr WallTime kMonday{1'795'424'400'000};
constexpr sharing::Lease kTwoDaysThenAWeek{48, 168};
const Contact kContact{kMonday, kMonday, milliseconds{1000}};

TEST(Lease, IsOpenThenAsksThenHides) {
    const auto after = [](hours time) { return leaseState(kTwoDaysThenAWeek, time, Contactable::Nobody); };
    EXPECT_EQ(after(hours{0}), LeaseState::Open);
    EXPECT_EQ(leaseState(kTwoDaysThenAWeek, hours{48} - milliseconds{1}, Contactable::Nobody), LeaseState::Open);
    EXPECT_EQ(after(hours{48}), LeaseState::ReasonNeeded);
    EXPECT_EQ(leaseState(kTwoDaysThenAWeek, hours{168} - milliseconds{1}, Contactable::Nobody),
              LeaseState::ReasonNeeded);
    EXPECT_EQ(after(hours{168}), LeaseState::Hidden);
    EXPECT_EQ(leaseState(kTwoDaysThenAWeek, milliseconds::max(), Contactable::Nobody), LeaseState::Hidden);
}

TEST(Lease, WithoutLimitsIsOpenForEver) {
    EXPECT_EQ(leaseState({}, milliseconds::max(), Contactable::Nobody), LeaseState::Open);
    EXPECT_EQ(leaseState({48, 0}, milliseconds::max(), Contactable::Nobody), LeaseState::ReasonNeeded);
    EXPECT_EQ(leaseState({0, 168}, hours{167}, Contactable::Nobody), LeaseState::Open);
}

TEST(Lease, WhileTheOwnServerAnswersAPartnerThatIsDownIsWaitedForUntilTheHardLimit) {
    EXPECT_EQ(leaseState(kTwoDaysThenAWeek, hours{100}, Contactable::OwnServer), LeaseState::Open);
    EXPECT_EQ(leaseState(kTwoDaysThenAWeek, hours{168}, Contactable::OwnServer), LeaseState::Hidden);
}

TEST(Contactable, IsTheOwnServersWhileItAnswers) {
    const Contact own{kMonday, kMonday, milliseconds{1000}};
    EXPECT_EQ(contactableNow(own, LastTry::Answered, milliseconds{1000}), Contactable::OwnServer);
    EXPECT_EQ(contactableNow(own, LastTry::Answered, milliseconds{999} + kAnswersNow), Contactable::OwnServer);
    EXPECT_EQ(contactableNow(own, LastTry::Answered, milliseconds{1000} + kAnswersNow), Contactable::Nobody)
        << "half an hour ago";
    EXPECT_EQ(contactableNow(own, LastTry::Failed, milliseconds{2000}), Contactable::Nobody);
    Contact restarted = own;
    restarted.monotonic.reset();
    EXPECT_EQ(contactableNow(restarted, LastTry::Answered, milliseconds{0}), Contactable::Nobody)
        << "before a restart: only a clock could say how long ago";
}

TEST(Reason, IsOneLineOfWordsWithinBounds) {
    EXPECT_EQ(leaseReason("  With her now,\n she has\tfallen ").value(), "With her now, she has fallen");
    for (const auto* nothing : {"", "  ", "no", "\n.\n"}) {
        EXPECT_EQ(leaseReason(nothing).error().code, ErrorCode::Missing) << nothing;
    }
    EXPECT_EQ(leaseReason(std::string(301, 'a')).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(leaseReason("abc\xFF").error().code, ErrorCode::NotText);
}

TEST(TimeWithoutContact, IsTheWallClocksOrTheMachinesWhicheverIsLonger) {
    EXPECT_EQ(withoutContact(kContact, kMonday + hours{5}, milliseconds{1000} + hours{5}), hours{5});
    EXPECT_EQ(withoutContact(kContact, kMonday + hours{5}, milliseconds{1000} + hours{7}), hours{7});
    EXPECT_EQ(withoutContact(kContact, kMonday + hours{9}, milliseconds{1000} + hours{7}), hours{9})
        << "asleep, the machine does not count";
}

TEST(TimeWithoutContact, IsNotShortenedByAClockSetBackByYears) {
    const WallTime yearsAgo = kMonday + -hours{24 * 365 * 5};
    EXPECT_EQ(withoutContact(kContact, yearsAgo, milliseconds{1000} + hours{60}), hours{60}) << "the machine counts on";
    Contact restarted = kContact;
    restarted.monotonic.reset();
    restarted.greatestSince = kMonday + hours{60};
    EXPECT_EQ(withoutContact(restarted, yearsAgo, milliseconds{0}), hours{60})
        << "started again: what was shown stands";
    restarted.greatestSince = kMonday;
    EXPECT_EQ(withoutContact(restarted, yearsAgo, milliseconds{0}), hours{0}) << "never negative";
}

TEST(TimeWithoutContact, WithAHomeThatNeverAnsweredIsForEver) {
    EXPECT_EQ(withoutContact({}, kMonday, milliseconds{0}), milliseconds::max());
}

} // namespace
} // namespace frontsheet
