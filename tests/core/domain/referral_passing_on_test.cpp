// A referral that goes on to another desk, or is opened again.
#include "core/domain/calendar.h"
#include "core/domain/referral_passing.h"
#include "core/domain/schema/care_team.h"
#include "tests/core/domain/referral_rules_fixture.h"

#include <utility>

namespace frontsheet {
namespace {

using namespace std::string_literals;
using namespace std::chrono_literals;

// Passing on

class PassingOn : public ReferralRules {
protected:
    [[nodiscard]] Record atTheDesk(const std::string& service, const std::string& toWorker = "") {
        auto fields = request(toWorker);
        fields.put(referral::kToService, ServiceId{service});
        return taken(nurse, std::nullopt, creation(nurse, RecordType::Referral, fields));
    }
    [[nodiscard]] Intent passing(const Record& record, const std::string& service, const std::string& toWorker,
                                 const std::string& why = "They live in Kitley") {
        return edited(record, [&](FieldSet& f) {
            f.put(referral::kState, "sent"s);
            f.put(referral::kToService, ServiceId{service});
            f.put(referral::kToWorker, WorkerId{toWorker});
            f.put(referral::kRedirectedBecause, why);
            for (const FieldTag tag : {referral::kAcceptedBy.tag, referral::kAnswer.tag, referral::kAnsweredAt.tag}) {
                f.erase(tag);
            }
        });
    }
};

TEST_F(PassingOn, TheReceiverSendsItToTheRightDeskAndSaysWhy) {
    auto record = atTheDesk("SVC01", "W001");
    record = taken(assessor, record, move(record, ReferralState::UnderReview, assessor), kAddressed);
    const auto due = record.fields.get(referral::kAnswerBy);
    now = now + 4h;
    record = taken(assessor, record, passing(record, "SVC01", "W002"), kAddressed);
    const auto& f = record.fields;
    EXPECT_EQ(f.get(referral::kToWorker), WorkerId{"W002"});
    EXPECT_EQ(f.get(referral::kState), "sent");
    EXPECT_EQ(f.get(referral::kRedirects), 1);
    EXPECT_EQ(f.get(referral::kRedirectedBecause), "They live in Kitley");
    EXPECT_EQ(stopsBefore(f), (std::vector{ReferralStop{AgencyId{"council"}, ServiceId{"SVC01"}, WorkerId{"W001"}}}));
    EXPECT_FALSE(f.get(referral::kSeenAt).isKnown()) << "nobody has seen it there";
    EXPECT_TRUE(f.get(referral::kAnsweredBy).empty());
    EXPECT_EQ(f.get(referral::kAnswerBy), due) << "passing on buys nobody time";
    // The first desk has nothing to say any more, the second answers.
    EXPECT_EQ(refusal(assessor, record, move(record, ReferralState::Accepted, assessor), kAddressed),
              ErrorCode::NotPermitted);
    EXPECT_TRUE(ask(otherAssessor, record, move(record, ReferralState::Accepted, otherAssessor), kAddressed));
}

TEST_F(PassingOn, WithoutAReasonOrWithAnAnswerItStaysWhereItIs) {
    const auto record = atTheDesk("SVC01");
    EXPECT_EQ(refusal(assessor, record, passing(record, "SVC02", "", " "), kAddressed), ErrorCode::Missing);
    auto answering = edited(record, [&](FieldSet& f) {
        f.put(referral::kToService, ServiceId{"SVC02"});
        f.put(referral::kRedirectedBecause, "not ours"s);
        f.put(referral::kAnswer, "I come on Thursday"s);
    });
    EXPECT_EQ(refusal(assessor, record, answering, kAddressed), ErrorCode::WrongState);
    auto elsewhere = edited(record, [&](FieldSet& f) {
        f.put(referral::kToAgency, AgencyId{"housing"});
        f.put(referral::kToService, ServiceId{"SVC09"});
        f.put(referral::kRedirectedBecause, "not ours"s);
    });
    EXPECT_EQ(refusal(assessor, record, elsewhere, kAddressed), ErrorCode::Immutable)
        << "what another agency sees is the sender's to say";
    const auto sameDesk = edited(record, [](FieldSet& f) { f.put(referral::kRedirectedBecause, "not ours"s); });
    EXPECT_EQ(refusal(assessor, record, sameDesk, kAddressed), ErrorCode::WrongState);
    EXPECT_EQ(refusal(officer, record, passing(record, "SVC02", ""), kAddressed), ErrorCode::NotPermitted);
}

// Found by fuzzing: a review that was asked for beside the passing on was sent all the same, and the same again was refused.
TEST_F(PassingOn, AsksForNoOtherStateThanSentAndIsKnownWhenItComesAgain) {
    auto record = atTheDesk("SVC01", "W001");
    record = taken(assessor, record, move(record, ReferralState::UnderReview, assessor), kAddressed);
    auto staying = passing(record, "SVC02", "");
    for (auto& edit : staying.edits) {
        if (edit.field == referral::kState.tag) {
            std::swap(edit.before, edit.after);
        }
    }
    EXPECT_EQ(refusal(assessor, record, staying, kAddressed), ErrorCode::WrongState);
    const auto intent = passing(record, "SVC02", "");
    const auto passed = taken(assessor, record, intent, kAddressed);
    const auto again = ask(assessor, passed, intent, kAddressed);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->changed);
}

// Whatever a device says of it: the home counts, and keeps where it was.
TEST_F(PassingOn, EachTimeIsCountedByTheHomeAndEveryDeskIsKept) {
    auto record = atTheDesk("SVC01");
    for (int i = 2; i < 14; ++i) {
        auto intent = passing(record, "SVC" + std::to_string(i), "", "not ours " + std::to_string(i));
        record = taken(assessor, record, intent, kAddressed);
    }
    EXPECT_EQ(record.fields.get(referral::kRedirects), 12);
    const auto stops = stopsBefore(record.fields);
    ASSERT_EQ(stops.size(), 12U);
    EXPECT_EQ(stops.front().service, ServiceId{"SVC01"});
    EXPECT_EQ(stops[1].service, ServiceId{"SVC2"});
    EXPECT_EQ(stops.back().service, ServiceId{"SVC12"}) << "in order, also past nine";
    const auto less = edited(record, [](FieldSet& f) {
        f.put(referral::kRedirects, std::int64_t{1});
        f.erase(referral::kPassedThrough.tag);
    });
    EXPECT_FALSE(ask(nurse, record, less)->changed);
    EXPECT_FALSE(ask(assessor, record, less, kAddressed)->changed);
}

TEST_F(PassingOn, WhoHadAcceptedItHandsItOverAndTheClockBeginsAnew) {
    auto record = accepted(atTheDesk("SVC01", "W001"));
    now = now + 24h * 9;
    record = taken(assessor, record, passing(record, "SVC01", "W002", "I leave on Friday"), kAddressed);
    EXPECT_TRUE(record.fields.get(referral::kAcceptedBy).empty());
    EXPECT_TRUE(record.fields.get(referral::kAnswer).empty()) << "what the first promised the second has not";
    EXPECT_EQ(record.fields.get(referral::kAnswerBy), dueAfter(now, "2 working days").value());
}

TEST_F(PassingOn, TheSenderPutsTheAddressRightUntilItIsTaken) {
    auto record = atTheDesk("SVC01", "W001");
    const auto to = [&](const Record& on, const std::string& worker) {
        return edited(on, [&](FieldSet& f) { f.put(referral::kToWorker, WorkerId{worker}); });
    };
    record = taken(assessor, record, move(record, ReferralState::UnderReview, assessor), kAddressed);
    record = taken(nurse, record, to(record, "W002"));
    EXPECT_EQ(record.fields.get(referral::kState), "sent") << "whoever reviewed it has it no longer";
    EXPECT_EQ(record.fields.get(referral::kRedirects), 1);
    const auto held = taken(otherAssessor, record, move(record, ReferralState::Accepted, otherAssessor), kAddressed);
    EXPECT_EQ(refusal(nurse, held, to(held, "W001")), ErrorCode::Immutable);
}

TEST_F(PassingOn, TwoWhoPassItOnAtOnceDoNotLoseIt) {
    const auto record = atTheDesk("SVC01");
    const auto first = passing(record, "SVC02", "");
    const auto second = passing(record, "SVC03", "");
    const auto after = taken(assessor, record, first, kAddressed);
    EXPECT_EQ(refusal(otherAssessor, after, second, kAddressed), ErrorCode::Conflict);
    EXPECT_EQ(after.fields.get(referral::kRedirects), 1);
    EXPECT_FALSE(ask(assessor, after, first, kAddressed)->changed) << "its answer was lost";
}

TEST_F(PassingOn, WhatFollowsADeclinedOneSaysWhereThatHasBeen) {
    auto record = atTheDesk("SVC01");
    record = taken(assessor, record, passing(record, "SVC02", ""), kAddressed);
    const auto declining = edited(record, [&](FieldSet& f) {
        f.put(referral::kState, "declined"s);
        f.put(referral::kAnsweredBy, assessor.worker);
        f.put(referral::kAnswer, "She is a tenant of theirs"s);
        f.put(referral::kSuggestedService, ServiceId{"SVC09"});
    });
    const auto declined = taken(assessor, record, declining, kAddressed);
    auto fields = request();
    fields.put(referral::kToAgency, AgencyId{"housing"});
    Record next;
    next.fields = fields;
    followOn(next, declined);
    next = taken(nurse, std::nullopt, creation(nurse, RecordType::Referral, next.fields));
    EXPECT_EQ(next.fields.get(referral::kRedirects), 2);
    EXPECT_EQ(next.fields.get(referral::kRedirectedBecause), "She is a tenant of theirs");
    ASSERT_EQ(stopsBefore(next.fields).size(), 2U);
    EXPECT_EQ(stopsBefore(next.fields)[1].service, ServiceId{"SVC02"});
    // Only who declines suggests.
    const auto asking = edited(record, [&](FieldSet& f) {
        f.put(referral::kState, "info-asked"s);
        f.put(referral::kAnsweredBy, assessor.worker);
        f.put(referral::kAnswer, "Is there a rail?"s);
        f.put(referral::kSuggestedService, ServiceId{"SVC09"});
    });
    EXPECT_EQ(refusal(assessor, record, asking, kAddressed), ErrorCode::WrongState);
}

// Opened again

class OpenedAgain : public ReferralRules {
protected:
    [[nodiscard]] Record declined() {
        const auto record = sent("W001");
        return taken(assessor, record, move(record, ReferralState::Declined, assessor, "No room"), kAddressed);
    }
    [[nodiscard]] Intent again(const Record& record, const std::string& why = "She has fallen once more") {
        return edited(record, [&](FieldSet& f) {
            f.put(referral::kState, "sent"s);
            f.put(referral::kReopenedBecause, why);
        });
    }
};

TEST_F(OpenedAgain, ByItsSenderWithAReasonAndAsANewQuestion) {
    const auto ended = declined();
    now = now + 24h * 5;
    EXPECT_EQ(refusal(nurse, ended, again(ended, "")), ErrorCode::Missing);
    EXPECT_EQ(refusal(assessor, ended, again(ended), kAddressed), ErrorCode::Immutable) << "by its sender";
    const auto record = taken(nurse, ended, again(ended));
    const auto& f = record.fields;
    EXPECT_EQ(f.get(referral::kState), "sent");
    EXPECT_EQ(f.get(referral::kReopened), 1);
    EXPECT_TRUE(f.get(referral::kAnswer).empty());
    EXPECT_EQ(f.get(referral::kAnswerBy), dueAfter(now, "2 working days").value());
    EXPECT_NE(f.get(referral::kArrivedAt), now) << "when it first came stays";
    EXPECT_TRUE(ask(assessor, record, move(record, ReferralState::Accepted, assessor), kAddressed));
    EXPECT_FALSE(ask(nurse, record, again(ended))->changed) << "its answer was lost";
}

TEST_F(OpenedAgain, NothingElseIsSaidByItAndNoDeviceSetsTheClock) {
    const auto ended = declined();
    const auto with = [&](auto change) {
        auto intent = edited(ended, [&](FieldSet& f) {
            f.put(referral::kState, "sent"s);
            f.put(referral::kReopenedBecause, "again"s);
            change(f);
        });
        return refusal(nurse, ended, intent);
    };
    EXPECT_EQ(with([&](FieldSet& f) { f.put(referral::kAnswerBy, now + 1h); }), ErrorCode::NotPermitted);
    EXPECT_EQ(with([&](FieldSet& f) { f.put(referral::kAnswer, "of course"s); }), ErrorCode::WrongState);
    EXPECT_EQ(with([&](FieldSet& f) { f.put(referral::kAcceptedBy, assessor.worker); }), ErrorCode::WrongState);
    EXPECT_EQ(with([&](FieldSet& f) { f.put(referral::kToAgency, AgencyId{"housing"}); }), ErrorCode::NotPermitted);
    const auto elsewhere = edited(ended, [](FieldSet& f) {
        f.put(referral::kState, "sent"s);
        f.put(referral::kReopenedBecause, "Tom has room"s);
        f.put(referral::kToWorker, WorkerId{"W002"});
        f.put(referral::kUrgency, "today"s);
    });
    const auto record = taken(nurse, ended, elsewhere);
    EXPECT_EQ(record.fields.get(referral::kRedirects), 1);
    EXPECT_EQ(record.fields.get(referral::kReopened), 1);
}

} // namespace
} // namespace frontsheet
