// The loop over two agencies: passed on, opened again, met for the first time, answered, and read by who asked.
#include "core/domain/calendar.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/rota.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using What = ReferralCaution::What;

class ReferralLoop : public Story {
protected:
    Referrals sender{nurse().workplace()};
    Referrals receiver{assessor().workplace()};
    Referrals other{otherAssessor().workplace()};
    const AgencyId trust{"community_trust"};

    void syncAll() {
        for (int round = 0; round < 2; ++round) {
            for (auto* desk : {&assessor(), &otherAssessor(), &nurse()}) {
                world.sync(*desk);
            }
        }
    }
    [[nodiscard]] RecordId delivered(const NewReferral& referral) {
        const auto id = must(sender.send(referral));
        syncAll();
        return id;
    }
    [[nodiscard]] std::size_t needingAttention(Desk& desk) const {
        std::size_t count = 0;
        const auto outbox = desk.store.outbox().value();
        for (const auto& item : outbox) {
            count += item.state == OutboxState::NeedsAttention ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] std::size_t unsent(Desk& desk) const { return desk.store.outbox().value().size(); }
    void isAway(const char* worker, const char* until, const char* deputy) {
        Record record;
        record.id = world.ids().random<RecordId>();
        record.type = RecordType::Absence;
        record.category = Category::Directory;
        record.home = AgencyId{"council"};
        record.fields.put(absence::kWorker, WorkerId{worker});
        record.fields.put(absence::kFrom, "2026-11-16"s);
        record.fields.put(absence::kUntil, std::string{until});
        record.fields.put(absence::kDeputy, WorkerId{deputy});
        world.hold({record});
        syncAll();
    }
};

TEST_F(ReferralLoop, PassedOnToAColleagueItGoesFromOneDeskToTheOtherAndTheSenderSeesWhy) {
    const auto id = delivered(assessment());
    must(receiver.markSeen(id));
    EXPECT_EQ(refused(receiver.passOn(id, {{}, WorkerId{"W002"}}, " ")), ErrorCode::Missing);
    EXPECT_EQ(refused(receiver.passOn(id, {{}, WorkerId{"W001"}}, "me")), ErrorCode::InvalidArgument) << "it is there";
    EXPECT_EQ(refused(receiver.passOn(id, {{}, WorkerId{"W028"}}, "housing")), ErrorCode::InvalidArgument)
        << "another agency's worker";
    EXPECT_EQ(refused(receiver.passOn(id, {ServiceId{"SVC09"}, {}}, "housing")), ErrorCode::InvalidArgument);
    must(receiver.passOn(id, {{}, WorkerId{"W002"}}, "She has moved to Kitley"));
    syncAll();
    EXPECT_FALSE(holds(assessor(), id)) << "who passed it on has no part in it any more";
    EXPECT_EQ(unsent(assessor()), 0U);
    ASSERT_EQ(must(other.waitingForMe()).size(), 1U);
    const auto track = must(sender.track(id));
    EXPECT_EQ(track.referral.state, ReferralState::Sent);
    EXPECT_EQ(track.referral.toWorker, WorkerId{"W002"});
    EXPECT_EQ(track.course.passedOn, 1);
    EXPECT_EQ(track.course.passedOnBecause, "She has moved to Kitley");
    ASSERT_EQ(track.course.stops.size(), 1U);
    EXPECT_EQ(track.course.stops[0].worker, WorkerId{"W001"});
    EXPECT_FALSE(track.referral.seenAt.isKnown()) << "nobody there has opened it";
    EXPECT_FALSE(track.tooOften);
    must(other.answer(id, Answer::Accept, "On Monday"));
    syncAll();
    EXPECT_EQ(must(sender.track(id)).referral.acceptedBy, WorkerId{"W002"});
    EXPECT_EQ(needingAttention(nurse()) + needingAttention(assessor()) + needingAttention(otherAssessor()), 0U);
}

TEST_F(ReferralLoop, PassedOnThreeTimesItIsSaidThatNobodyHoldsItForTheirs) {
    const auto id = delivered(assessment(""));
    must(receiver.passOn(id, {ServiceId{"SVC02"}, {}}, "a placement, it seems"));
    syncAll();
    must(other.passOn(id, {ServiceId{"SVC03"}, {}}, "tonight's, surely"));
    syncAll();
    EXPECT_FALSE(must(sender.track(id)).tooOften);
    must(receiver.passOn(id, {ServiceId{"SVC01"}, {}}, "not at all"));
    syncAll();
    const auto track = must(sender.track(id));
    EXPECT_TRUE(track.tooOften);
    EXPECT_EQ(track.course.stops.size(), 3U);
    EXPECT_EQ(track.referral.answerBy, dueAfter(kFridayMorning, "2 working days").value()) << "the clock went on";
}

TEST_F(ReferralLoop, TheFirstContactReachesTheSenderWithItsWords) {
    const auto id = delivered(assessment());
    must(receiver.answer(id, Answer::Accept, "On Monday"));
    syncAll();
    world.pass(26h);
    must(receiver.noteFirstContact(id, kFridayMorning + 25h, "Rang her; she makes tea for us on Monday"));
    syncAll();
    const auto track = must(sender.track(id));
    EXPECT_EQ(track.course.firstContactAt, kFridayMorning + 25h);
    ASSERT_EQ(track.messages.size(), 1U);
    EXPECT_EQ(track.messages[0].text, "Rang her; she makes tea for us on Monday");
    EXPECT_EQ(track.referral.state, ReferralState::Accepted) << "to have met somebody is no state";
}

// Feedback always reaches the referrer, and says so.
TEST_F(ReferralLoop, TheOutcomeStaysOpenUntilWhoAskedHasReadIt) {
    const auto id = delivered(assessment());
    must(receiver.answer(id, Answer::Accept, "Monday"));
    must(receiver.answer(id, Answer::Complete, "Rail fitted, she is pleased"));
    syncAll();
    EXPECT_TRUE(must(sender.track(id)).outcomeUnread);
    EXPECT_EQ(refused(receiver.outcomeRead(id)), ErrorCode::NotPermitted);
    must(sender.outcomeRead(id));
    must(sender.outcomeRead(id));
    syncAll();
    EXPECT_FALSE(must(sender.track(id)).outcomeUnread);
    EXPECT_EQ(at("community_trust", id).fields.get(referral::kOutcomeReadBy), WorkerId{"W012"});
}

TEST_F(ReferralLoop, WhatWasDeclinedIsOpenedAgainByItsSenderAndAnsweredAfterAll) {
    const auto id = delivered(assessment());
    must(receiver.answer(id, Answer::Decline, "Not before Christmas"));
    syncAll();
    EXPECT_EQ(refused(sender.reopen(id, "")), ErrorCode::Missing);
    EXPECT_EQ(refused(receiver.reopen(id, "after all")), ErrorCode::Immutable);
    world.pass(24h * 3);
    must(sender.reopen(id, "She has fallen again"));
    syncAll();
    const auto track = must(receiver.track(id));
    EXPECT_TRUE(track.mineToAnswer);
    EXPECT_EQ(track.course.reopened, 1);
    EXPECT_EQ(track.course.reopenedBecause, "She has fallen again");
    EXPECT_EQ(track.course.waitsSince, kFridayMorning + 72h);
    EXPECT_FALSE(track.overdue) << "the time to answer begins anew";
    must(receiver.answer(id, Answer::Accept, "Tomorrow"));
    syncAll();
    EXPECT_EQ(must(sender.track(id)).referral.state, ReferralState::Accepted);
}

TEST_F(ReferralLoop, ADeclineNamesAServiceAndTheNextReferralSaysWhereItHasBeen) {
    const auto id = delivered(assessment());
    must(receiver.answer(id, Answer::Decline, "She is a tenant of theirs", "Ask for Gary", ServiceId{"SVC09"}));
    syncAll();
    EXPECT_EQ(must(sender.track(id)).course.suggestedService, ServiceId{"SVC09"});
    NewReferral next = assessment();
    next.toAgency = AgencyId{"housing"};
    next.toService = ServiceId{"SVC09"};
    next.toWorker = WorkerId{};
    next.follows = id;
    const auto after = must(sender.send(next));
    syncAll();
    EXPECT_FALSE(must(sender.track(id)).outcomeUnread) << "who goes on from it has read it";
    const auto track = must(sender.track(after));
    EXPECT_EQ(track.course.passedOn, 1);
    EXPECT_EQ(track.course.passedOnBecause, "She is a tenant of theirs");
    ASSERT_EQ(track.course.stops.size(), 1U);
    EXPECT_EQ(track.course.stops[0].agency, AgencyId{"council"});
    next.follows = after;
    EXPECT_EQ(refused(sender.send(next)), ErrorCode::InvalidArgument) << "that one was not declined";
}

TEST_F(ReferralLoop, AWithdrawalSaysWhy) {
    const auto id = delivered(assessment());
    EXPECT_EQ(refused(sender.withdraw(id, " \n")), ErrorCode::Missing);
    must(sender.withdraw(id, "She is in hospital"));
    syncAll();
    EXPECT_EQ(at("community_trust", id).fields.get(referral::kState), "withdrawn");
}

TEST_F(ReferralLoop, WhileTheAssessorIsAwayItIsRoutedToTheDeputyAndWhatIsUnderWayMayBeSentAfter) {
    const auto id = delivered(assessment());
    EXPECT_EQ(must(sender.routeFor(edith, ServiceId{"SVC01"})).worker, WorkerId{"W001"});
    EXPECT_FALSE(must(sender.track(id)).detour);
    isAway("W001", "2026-11-27", "W002");
    const auto route = must(sender.routeFor(edith, ServiceId{"SVC01"}));
    EXPECT_EQ(route.worker, WorkerId{"W002"});
    EXPECT_EQ(route.reaches, ReferralRoute::Reaches::Deputy);
    const auto track = must(sender.track(id));
    ASSERT_TRUE(track.detour);
    EXPECT_EQ(track.detour->worker, WorkerId{"W002"});
    must(sender.passOn(id, {{}, track.detour->worker}, "Bethan is away"));
    syncAll();
    EXPECT_EQ(must(other.waitingForMe()).size(), 1U);
    EXPECT_TRUE(must(receiver.waitingForMe()).empty());
}

TEST_F(ReferralLoop, NobodyIsReferredTwiceForTheSameOrToAClosedDoorUnwarned) {
    NewReferral wound = assessment();
    wound.need = "Wound on the left leg";
    const auto whats = [&](const NewReferral& referral) {
        std::vector<What> out;
        for (const auto& caution : must(sender.cautions(referral))) {
            out.push_back(caution.what);
        }
        return out;
    };
    EXPECT_TRUE(whats(wound).empty());
    const auto first = must(sender.send(wound));
    NewReferral again = wound;
    again.need = "Leg ulcer, dressing twice a week";
    again.toAgency = AgencyId{"community_trust"};
    again.toService = ServiceId{"SVC04"};
    again.toWorker = WorkerId{};
    EXPECT_EQ(whats(again), std::vector{What::SameNeedIsOpen}) << "in other words, and elsewhere";
    EXPECT_EQ(must(sender.cautions(again)).at(0).open->id, first);
    again.toAgency = AgencyId{"neighbourhood_care"};
    again.toService = ServiceId{"SVC11"};
    again.need = "Shopping on Thursdays";
    EXPECT_EQ(whats(again), std::vector{What::OtherArea}) << "for Fennick alone";
    must(sender.withdraw(first, "healed"));
    EXPECT_TRUE(whats(wound).empty()) << "what has ended hinders nothing";
}

// Nobody answers, nobody reads: their manager sees it, and may read it for who is gone.
TEST_F(ReferralLoop, WhatGoesQuietIsTheManagersToSee) {
    Principal manager = nurse().workplace().me;
    manager.worker = WorkerId{"W099"};
    manager.role = "team manager";
    Desk desk{manager, world.now(), 99};
    Referrals managing{desk.workplace()};
    const auto ends = [&] {
        desk.store.replaceHome(trust, world.home(trust).releasedTo(manager, world.now()));
        desk.clock.set(world.now());
        return must(managing.looseEnds());
    };
    const auto id = delivered(assessment());
    EXPECT_TRUE(ends().empty()) << "it is on time";
    world.pass(24h * 6);
    ASSERT_EQ(ends().size(), 1U) << "overdue";
    EXPECT_TRUE(must(sender.looseEnds()).empty()) << "a manager's list";
    must(receiver.answer(id, Answer::Accept, "Monday"));
    must(receiver.answer(id, Answer::Complete, "Rail fitted"));
    syncAll();
    EXPECT_TRUE(ends().empty()) << "she has a week to read it";
    world.pass(24h * 8);
    ASSERT_EQ(ends().size(), 1U);
    EXPECT_TRUE(ends().front().outcomeUnread);
}

} // namespace
} // namespace frontsheet
