#include "sync/client/sync_schedule.h"
#include "sync/client/sync_tuning.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using namespace std::chrono_literals;
using sync_tuning::milliseconds;

const AgencyId kTrust{"community_trust"};
const AgencyId kCouncil{"council"};

Exchanged failed(milliseconds retryAfter = 0ms) {
    Exchanged outcome;
    outcome.failure = Error{ErrorCode::Unreachable, {}};
    outcome.retryAfter = retryAfter;
    return outcome;
}

milliseconds dueOf(const SyncSchedule& schedule) { return schedule.next()->at; }

TEST(SyncSchedule, EveryServerIsDueAtTheStart) {
    const SyncSchedule schedule{{kTrust, kCouncil}, 100ms, 1};
    EXPECT_EQ(dueOf(schedule), 100ms);
    EXPECT_FALSE(SyncSchedule({}, 0ms, 1).next().has_value());
}

TEST(SyncSchedule, AServerThatAnswersIsAskedAgainAfterTheIntervalGiveOrTakeATenth) {
    std::set<std::int64_t> waits;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        SyncSchedule schedule{{kTrust}, 0ms, seed};
        schedule.finished(kTrust, Exchanged{}, 1000ms);
        const auto wait = dueOf(schedule) - 1000ms;
        EXPECT_GE(wait, sync_tuning::kIdleInterval * 9 / 10) << "seed " << seed;
        EXPECT_LE(wait, sync_tuning::kIdleInterval * 11 / 10) << "seed " << seed;
        waits.insert(wait.count());
    }
    EXPECT_GT(waits.size(), 150u) << "devices must not all come back in the same moment";
}

TEST(SyncSchedule, BacksOffWithFullJitterUpToABoundThatDoubles) {
    milliseconds longest{0};
    milliseconds shortest = sync_tuning::kBackoffCap;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        SyncSchedule schedule{{kTrust}, 0ms, seed};
        milliseconds now{0};
        for (int failures = 0; failures < 12; ++failures) {
            schedule.finished(kTrust, failed(), now);
            const auto wait = dueOf(schedule) - now;
            const auto bound = std::min(sync_tuning::kBackoffCap, sync_tuning::kBackoffBase * (1 << failures));
            ASSERT_GE(wait, 0ms) << "seed " << seed;
            ASSERT_LE(wait, bound) << "seed " << seed << " failure " << failures;
            if (failures == 11) {
                longest = std::max(longest, wait);
                shortest = std::min(shortest, wait);
            }
            now = dueOf(schedule);
        }
    }
    EXPECT_GT(longest, sync_tuning::kBackoffCap * 9 / 10) << "the whole width is used";
    EXPECT_LT(shortest, sync_tuning::kBackoffCap / 10);
}

TEST(SyncSchedule, ASuccessForgetsTheFailures) {
    SyncSchedule schedule{{kTrust}, 0ms, 7};
    for (int n = 0; n < 10; ++n) {
        schedule.finished(kTrust, failed(), 0ms);
    }
    schedule.finished(kTrust, Exchanged{}, 0ms);
    schedule.finished(kTrust, failed(), 0ms);
    EXPECT_LE(dueOf(schedule), sync_tuning::kBackoffBase);
}

TEST(SyncSchedule, TheServersWishIsKeptEvenWhenSomethingIsSaved) {
    SyncSchedule schedule{{kTrust}, 0ms, 7};
    schedule.finished(kTrust, failed(20s), 1000ms);
    EXPECT_GE(dueOf(schedule), 21s);
    EXPECT_LE(dueOf(schedule), 26s);
    schedule.wake(kTrust, 2000ms);
    EXPECT_EQ(dueOf(schedule), 21s);
}

TEST(SyncSchedule, ASaveWakesItsServerAtOnce) {
    SyncSchedule schedule{{kTrust, kCouncil}, 0ms, 7};
    schedule.finished(kTrust, Exchanged{}, 0ms);
    schedule.finished(kCouncil, Exchanged{}, 0ms);
    schedule.wake(kCouncil, 500ms);
    EXPECT_EQ(schedule.next()->server, kCouncil);
    EXPECT_EQ(dueOf(schedule), 500ms);
}

TEST(SyncSchedule, SavingFastDoesNotHammerAServerThatFails) {
    SyncSchedule schedule{{kTrust}, 0ms, 3};
    for (int n = 0; n < 8; ++n) {
        schedule.finished(kTrust, failed(), 10s);
    }
    schedule.wake(kTrust, 10s + 1ms);
    EXPECT_LE(dueOf(schedule), 10s + sync_tuning::kWakeSpacing);
    SyncSchedule other{{kTrust}, 0ms, 3};
    other.finished(kTrust, failed(), 10s);
    other.wake(kTrust, 60s);
    EXPECT_LE(dueOf(other), 60s);
}

// Saved after the exchange had read the outbox and before it ended.
TEST(SyncSchedule, WhatIsSavedDuringAnExchangeDoesNotWaitForTheNextInterval) {
    SyncSchedule schedule{{kTrust}, 0ms, 7};
    schedule.started(kTrust);
    schedule.wake(kTrust, 100ms);
    schedule.finished(kTrust, Exchanged{}, 200ms);
    EXPECT_EQ(dueOf(schedule), 200ms);
    schedule.started(kTrust);
    schedule.finished(kTrust, Exchanged{}, 300ms);
    EXPECT_GT(dueOf(schedule), 10s) << "once, not for ever";
}

TEST(SyncSchedule, WithMoreToFetchComesBackAtOnceAfterTheOthersHadTheirTurn) {
    SyncSchedule schedule{{kTrust, kCouncil}, 0ms, 7};
    Exchanged more;
    more.more = true;
    schedule.finished(kTrust, more, 50ms);
    EXPECT_EQ(schedule.next()->server, kCouncil);
    schedule.finished(kCouncil, more, 60ms);
    EXPECT_EQ(schedule.next()->server, kTrust);
}

} // namespace
} // namespace frontsheet
