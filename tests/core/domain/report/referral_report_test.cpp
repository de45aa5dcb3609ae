// Referrals on their way round, and what the report says of them. Friday 20 November 2026, nine in the morning, is now.
#include "core/domain/calendar.h"
#include "core/domain/report/referral_report.h"
#include "core/domain/schema/referral.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet::report {
namespace {

using namespace std::string_literals;
using std::chrono::hours;
using std::chrono::minutes;

constexpr WallTime daysAgo(int days) { return {kFridayMorning.ms - std::int64_t{days} * 24 * 3600 * 1000}; }

class ReferralLoopTest : public testing::Test {
protected:
    Record& sent(WallTime at, ReferralState state = ReferralState::Sent, const std::string& service = "SVC01",
                 const std::string& promised = "2 working days") {
        Record record;
        record.id = ids.timeOrdered<RecordId>(at);
        record.type = RecordType::Referral;
        record.home = AgencyId{"gp_Y99001"};
        record.person = ids.random<PersonId>();
        record.category = Category::Referral;
        record.recordedAt = at;
        auto& f = record.fields;
        f.put(referral::kNeed, "help at home"s);
        f.put(referral::kToAgency, AgencyId{"council"});
        f.put(referral::kToService, ServiceId{service});
        f.put(referral::kFromWorker, WorkerId{"W020"});
        f.put(referral::kState, std::string{name(state)});
        f.put(referral::kSentAt, at);
        f.put(referral::kArrivedAt, at);
        f.put(referral::kRespondWithin, promised);
        f.put(referral::kAnswerBy, dueAfter(at, promised).value_or(WallTime{}));
        return records.emplace_back(std::move(record));
    }
    [[nodiscard]] ReferralLoop report(LoopOf of = {}) {
        ReferralReader reader{*periodBetween("2026-10-01", "2026-11-30"), kFridayMorning, std::move(of)};
        for (const auto& record : records) {
            reader.read(record);
        }
        return reader.finish();
    }
    [[nodiscard]] ReferralLoop::Sums sums() { return report().sums(ReferralLoop::kAllServices); }
    [[nodiscard]] Spread spread(Step step, Pace pace = Pace::WorkingDays) {
        return report().spread(step, pace, ReferralLoop::kAllServices);
    }

    SeededIdSource ids{9};
    std::vector<Record> records;
};

TEST_F(ReferralLoopTest, WorkingTimeIsCountedWhereTheClockIsInWorkingTime) {
    EXPECT_EQ(workingDaysBetween(daysAgo(0), daysAgo(0)), 0);
    EXPECT_EQ(workingDaysBetween(daysAgo(1), daysAgo(0)), 1);
    EXPECT_EQ(workingDaysBetween(daysAgo(4), daysAgo(0)), 4) << "from Monday";
    EXPECT_EQ(workingDaysBetween(daysAgo(7), daysAgo(0)), 5) << "a weekend lies between";
    EXPECT_EQ(workingDaysBetween(daysAgo(7), daysAgo(5)), 0) << "over a weekend";
    EXPECT_EQ(workingDaysBetween(daysAgo(0), daysAgo(3)), 0) << "backwards";

    auto& overTheWeekend = sent(daysAgo(7), ReferralState::Accepted); // Friday to Monday
    overTheWeekend.fields.put(referral::kAnsweredAt, daysAgo(4));
    EXPECT_EQ(spread(Step::Acknowledged).within(50), 1);
    EXPECT_EQ(spread(Step::Acknowledged, Pace::Minutes).all(), 0U);

    auto& byTheHour = sent(daysAgo(7), ReferralState::Accepted, "SVC03", "1 hour");
    byTheHour.fields.put(referral::kAnsweredAt, daysAgo(7) + minutes{40});
    EXPECT_EQ(spread(Step::Acknowledged, Pace::Minutes).within(50), 40);
    auto& byTheWeek = sent(daysAgo(14), ReferralState::Accepted, "SVC09", "1 week");
    byTheWeek.fields.put(referral::kAnsweredAt, daysAgo(11));
    EXPECT_EQ(spread(Step::Acknowledged, Pace::Minutes).within(100), 3 * 24 * 60);
}

TEST_F(ReferralLoopTest, SeenOrAnsweredWhicheverWasFirstAcknowledges) {
    auto& referral = sent(daysAgo(4), ReferralState::Accepted);
    referral.fields.put(referral::kAnsweredAt, daysAgo(0));
    EXPECT_EQ(spread(Step::Acknowledged).within(50), 4);
    records.back().fields.put(referral::kSeenAt, daysAgo(3));
    EXPECT_EQ(spread(Step::Acknowledged).within(50), 1);
    records.back().fields.put(referral::kSeenAt, daysAgo(5)); // their clock is slow
    EXPECT_EQ(spread(Step::Acknowledged).within(50), 0);
}

TEST_F(ReferralLoopTest, EachStepIsMeasuredFromTheArrival) {
    auto& done = sent(daysAgo(14), ReferralState::Completed);
    done.fields.put(referral::kSeenAt, daysAgo(14) + hours{1});
    done.fields.put(referral::kAnsweredAt, daysAgo(11));
    done.fields.put(referral::kFirstContactAt, daysAgo(10));
    done.fields.put(referral::kOutcomeAt, daysAgo(7));
    EXPECT_EQ(spread(Step::Acknowledged).within(50), 0);
    EXPECT_EQ(spread(Step::Contacted).within(50), 2);
    EXPECT_EQ(spread(Step::Ended).within(50), 5);
}

TEST_F(ReferralLoopTest, WhatEndedWithoutAStepIsNotWaitedFor) {
    sent(daysAgo(7), ReferralState::Declined).fields.put(referral::kAnsweredAt, daysAgo(4));
    sent(daysAgo(7), ReferralState::Withdrawn);
    EXPECT_EQ(spread(Step::Contacted).all(), 0U) << "declined and withdrawn: nobody was to ring";
    EXPECT_EQ(spread(Step::Acknowledged).all(), 1U);
    EXPECT_EQ(spread(Step::Ended).all(), 1U);
    EXPECT_EQ(spread(Step::Ended).within(50), 1) << "declining with a reason ends it";
    sent(daysAgo(7));
    EXPECT_EQ(spread(Step::Contacted).all(), 1U);
    EXPECT_EQ(spread(Step::Contacted).within(50), std::nullopt) << "not yet";
    sent(daysAgo(14), ReferralState::Completed).fields.put(referral::kOutcomeAt, daysAgo(7));
    EXPECT_EQ(spread(Step::Contacted).measured(), 0U) << "completed, and nobody has said when the person was rung";
    EXPECT_EQ(spread(Step::Contacted).all(), 2U);
}

TEST_F(ReferralLoopTest, OneTakenUpAgainHasNotEnded) {
    sent(daysAgo(14), ReferralState::Started).fields.put(referral::kOutcomeAt, daysAgo(7));
    EXPECT_EQ(spread(Step::Ended).measured(), 0U);
    EXPECT_EQ(sums().open, 1U);
}

TEST_F(ReferralLoopTest, FeedbackIsWordsThatTheReferrerCanRead) {
    sent(daysAgo(7), ReferralState::Completed).fields.put(referral::kOutcome, "She has her rail."s);
    sent(daysAgo(7), ReferralState::Completed).fields.put(referral::kOutcome, "  "s);
    auto& declined = sent(daysAgo(7), ReferralState::Declined);
    declined.fields.put(referral::kAnswer, "Not in our area: ring Bola."s);
    declined.fields.put(referral::kOutcomeReadAt, daysAgo(1));
    sent(daysAgo(7), ReferralState::Accepted).fields.put(referral::kAnswer, "I'll come."s);
    EXPECT_EQ(sums().feedbackGiven, 2U);
    EXPECT_EQ(sums().feedbackRead, 1U);
    EXPECT_EQ(sums().completed, 2U);
    EXPECT_EQ(sums().declined, 1U);
}

TEST_F(ReferralLoopTest, TheOldestOpenLoopsAreNotLostWithThePeriod) {
    sent(daysAgo(100));                           // long before the period, and nobody has answered
    sent(daysAgo(101), ReferralState::Completed); // as old, and round
    sent(daysAgo(21), ReferralState::InfoAsked);
    sent(daysAgo(1));
    sent(daysAgo(1), ReferralState::Accepted).fields.put(referral::kAcceptedBy, WorkerId{"W001"});
    const auto is = sums();
    EXPECT_EQ(is.arrived, 3U);
    EXPECT_EQ(is.open, 4U);
    EXPECT_EQ(is.overdue, 1U);
    EXPECT_EQ(is.unowned, 3U);
    EXPECT_EQ(is.waitsForSender, 1U);
    EXPECT_EQ(is.openFor[static_cast<std::size_t>(OpenFor::UpToTwoDays)], 2U);
    EXPECT_EQ(is.openFor[static_cast<std::size_t>(OpenFor::UpToFourWeeks)], 1U);
    EXPECT_EQ(is.openFor[static_cast<std::size_t>(OpenFor::Longer)], 1U);
    EXPECT_EQ(spread(Step::Acknowledged).all(), 3U) << "times are of those that arrived in the period";
}

TEST_F(ReferralLoopTest, ServicesStandApartAndConcernsBesideThem) {
    sent(daysAgo(1), ReferralState::Sent, "SVC04");
    sent(daysAgo(1));
    sent(daysAgo(1));
    sent(daysAgo(1), ReferralState::Sent, "SVC03", "1 hour").category = Category::Safeguarding;
    sent(daysAgo(1), ReferralState::Sent, "SVC03", "1 hour");
    const auto loop = report();
    ASSERT_EQ(loop.services.size(), 4U);
    EXPECT_EQ(loop.services[0].service, ServiceId{"SVC01"});
    EXPECT_EQ(loop.sums(0).arrived, 2U);
    EXPECT_EQ(loop.services[1].asked, Asked::Referral);
    EXPECT_EQ(loop.services[2].asked, Asked::Concern);
    EXPECT_EQ(loop.sums(2).arrived, 1U);
    EXPECT_EQ(loop.sums(3).arrived, 1U);
    EXPECT_EQ(loop.sums(ReferralLoop::kAllServices).arrived, 5U);
}

TEST_F(ReferralLoopTest, AWorkersLoopIsWhatTheySentOrWhatCameToThem) {
    sent(daysAgo(1)).fields.put(referral::kFromWorker, WorkerId{"W021"});
    sent(daysAgo(1)).fields.put(referral::kToWorker, WorkerId{"W001"});
    auto& takenByAnother = sent(daysAgo(1), ReferralState::Accepted);
    takenByAnother.fields.put(referral::kToWorker, WorkerId{"W001"});
    takenByAnother.fields.put(referral::kAcceptedBy, WorkerId{"W002"});
    EXPECT_EQ(report({{}, WorkerId{"W020"}, {}}).courses.size(), 2U);
    EXPECT_EQ(report({{}, {}, WorkerId{"W001"}}).courses.size(), 1U);
    EXPECT_EQ(report({{}, {}, WorkerId{"W002"}}).courses.size(), 1U);
}

TEST_F(ReferralLoopTest, AnEmptyPeriodHasNothingAndSaysNothing) {
    EXPECT_TRUE(report().courses.empty());
    EXPECT_EQ(sums().arrived, 0U);
    EXPECT_EQ(spread(Step::Ended).within(90), std::nullopt);
}

} // namespace
} // namespace frontsheet::report
