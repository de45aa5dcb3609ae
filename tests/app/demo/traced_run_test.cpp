#include "app/demo/traced_run.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace frontsheet::demo {

const Command kEcho{"/bin/echo", {"saved"}, {}, {}};

class TracedRun : public ::testing::Test {
protected:
    void SetUp() override {
        if (!canTrace()) {
            GTEST_SKIP() << "this system does not let a program be watched";
        }
    }
};

TEST_F(TracedRun, AMomentIsCountedFromTheLastSendOrSync) {
    using enum CallKind;
    const std::vector<CallKind> calls{Other, Sync, Write, Other, Send, Say};
    const auto at = [&](std::size_t index) { return momentOf(calls, index); };
    EXPECT_EQ(at(0).landmarks, 0U);
    EXPECT_EQ(at(1).callsAfter, 1U); // the sync itself
    EXPECT_EQ(at(2).landmarks, 1U);
    EXPECT_EQ(at(2).callsAfter, 0U);
    EXPECT_EQ(at(4).callsAfter, 2U);
    EXPECT_EQ(at(5).landmarks, 2U);
    EXPECT_EQ(at(5).callsAfter, 0U);
}

TEST_F(TracedRun, SeesAProgramsCallsAndItsEnd) {
    const auto run = trace(kEcho);
    ASSERT_TRUE(run) << describe(run.error());
    EXPECT_TRUE(run->finished.succeeded());
    EXPECT_EQ(run->finished.output, "saved\n");
    EXPECT_EQ(std::count(run->calls.begin(), run->calls.end(), CallKind::Say), 1);
}

TEST_F(TracedRun, ACallItIsKilledAtIsNeverMade) {
    const auto run = trace(kEcho);
    ASSERT_TRUE(run);
    const auto said = static_cast<std::size_t>(
        std::distance(run->calls.begin(), std::find(run->calls.begin(), run->calls.end(), CallKind::Say)));
    ASSERT_LT(said + 1, run->calls.size());
    const auto before = killAt(kEcho, momentOf(run->calls, said));
    ASSERT_TRUE(before) << describe(before.error());
    EXPECT_TRUE(before->killed());
    EXPECT_EQ(before->output, "");
    const auto after = killAt(kEcho, momentOf(run->calls, said + 1));
    ASSERT_TRUE(after);
    EXPECT_TRUE(after->killed());
    EXPECT_EQ(after->output, "saved\n");
}

TEST_F(TracedRun, WhatEndsBeforeTheMomentIsSaidToHaveEnded) {
    const auto run = killAt(kEcho, {99, 0});
    ASSERT_TRUE(run);
    EXPECT_TRUE(run->succeeded());
    EXPECT_EQ(run->output, "saved\n");
}

} // namespace frontsheet::demo
