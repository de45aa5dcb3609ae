#include "core/domain/calendar.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/registration.h"
#include "core/usecases/messages.h"
#include "core/usecases/ports/home_tidings.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

class ReferralStory : public Story {
protected:
    Referrals sender{nurse().workplace()};
    Referrals receiver{assessor().workplace()};
    const AgencyId trust{"community_trust"};
    const AgencyId council{"council"};

    // The directory of their own device names them.
    void goesOnDuty(Desk& desk) {
        Record point;
        point.id = world.ids().timeOrdered<RecordId>(kFridayMorning);
        point.type = RecordType::ContactPoint;
        point.home = desk.me.agency;
        point.fields.put(contact_point::kName, "Duty desk"s);
        point.fields.put(contact_point::kAgency, desk.me.agency);
        point.fields.put(contact_point::kPurpose, "duty"s);
        point.fields.put(contact_point::kWorker, desk.me.worker);
        desk.store.hold(point);
    }
    [[nodiscard]] RecordId sentAndDelivered(const NewReferral& referral) {
        const auto id = must(sender.send(referral));
        world.sync(nurse());
        world.sync(assessor());
        return id;
    }
    void bothSync() {
        world.sync(assessor());
        world.sync(nurse());
        world.sync(assessor());
    }
    [[nodiscard]] std::vector<Record> ofType(const AgencyId& home, RecordType type) {
        std::vector<Record> out;
        for (const auto& [id, record] : world.home(home).records()) {
            if (record.type == type) {
                out.push_back(record);
            }
        }
        return out;
    }
    [[nodiscard]] std::size_t needingAttention(Desk& desk) const {
        std::size_t count = 0;
        const auto outbox = desk.store.outbox().value();
        for (const auto& item : outbox) {
            count += item.state == OutboxState::NeedsAttention ? 1 : 0;
        }
        return count;
    }
};

TEST_F(ReferralStory, FromSentToCompletedTheSenderAlwaysSeesTheTrueState) {
    const auto id = must(sender.send(assessment()));
    auto track = must(sender.track(id));
    EXPECT_TRUE(track.referral.waiting) << "queued on this device";
    EXPECT_EQ(track.referral.state, ReferralState::Sent);
    EXPECT_EQ(track.waitsFor, WaitsFor::Receiver);
    EXPECT_EQ(track.personName, "Edith Marlowe");
    EXPECT_FALSE(track.mineToAnswer);
    EXPECT_EQ(track.referral.answerBy, dueAfter(kFridayMorning, "2 working days").value());
    world.sync(nurse());
    EXPECT_FALSE(must(sender.track(id)).referral.waiting);

    world.sync(assessor());
    auto waiting = must(receiver.waitingForMe());
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].referral.id, id);
    EXPECT_TRUE(waiting[0].mineToAnswer);
    EXPECT_EQ(waiting[0].personName, "Edith Marlowe") << "an addressed referral says who the person is";
    must(receiver.markSeen(id));
    must(receiver.markSeen(id));
    bothSync();
    EXPECT_EQ(must(sender.track(id)).referral.seenBy, WorkerId{"W001"});

    must(receiver.answer(id, Answer::StartReview, ""));
    must(receiver.answer(id, Answer::Accept, "I'll come on Thursday"));
    EXPECT_TRUE(must(receiver.waitingForMe()).empty());
    EXPECT_EQ(must(receiver.takenByMe()).size(), 1u);
    bothSync();
    track = must(sender.track(id));
    EXPECT_EQ(track.referral.state, ReferralState::Accepted);
    EXPECT_EQ(track.referral.acceptedBy, WorkerId{"W001"});
    EXPECT_EQ(track.referral.answer, "I'll come on Thursday");

    EXPECT_EQ(refused(receiver.answer(id, Answer::Complete, "")), ErrorCode::Missing) << "an end needs words";
    must(receiver.answer(id, Answer::Start, ""));
    must(receiver.answer(id, Answer::Complete, "Rail fitted"));
    bothSync();
    track = must(sender.track(id));
    EXPECT_EQ(track.referral.state, ReferralState::Completed);
    EXPECT_EQ(track.referral.outcome, "Rail fitted");
    EXPECT_EQ(track.waitsFor, WaitsFor::Nobody);
    EXPECT_TRUE(must(receiver.takenByMe()).empty());
    EXPECT_EQ(must(sender.sentByMe()).size(), 1u);
    EXPECT_EQ(world.count(trust, RecordType::Referral), 1u);
    EXPECT_EQ(needingAttention(nurse()) + needingAttention(assessor()), 0u);
}

TEST_F(ReferralStory, AcceptingOfflineMakesTheReceiversOwnRecordsWaitForTheAcceptance) {
    const auto id = sentAndDelivered(assessment());
    must(receiver.answer(id, Answer::Accept, "Thursday"));
    const auto outbox = assessor().store.outbox().value();
    ASSERT_EQ(outbox.size(), 5u) << "acceptance, registration, link, received copy, membership";
    const auto& acceptance = outbox[0].intent;
    EXPECT_EQ(acceptance.home, trust);
    std::set<RecordType> made;
    for (std::size_t i = 1; i < outbox.size(); ++i) {
        EXPECT_EQ(outbox[i].intent.after, acceptance.op);
        EXPECT_EQ(outbox[i].intent.home, council);
        EXPECT_EQ(outbox[i].intent.transaction, outbox[1].intent.transaction);
        EXPECT_FALSE(outbox[i].intent.transaction.isNull());
        made.insert(outbox[i].intent.type);
    }
    EXPECT_EQ(made, (std::set{RecordType::Registration, RecordType::PersonLink, RecordType::ReceivedCopy,
                              RecordType::CareTeamMembership}));
    // Nothing of it goes to the council before the trust has taken the acceptance.
    EXPECT_TRUE(assessor().store.takeOutgoing(council).empty());
    world.sync(assessor());

    const auto registration = ofType(council, RecordType::Registration).at(0);
    EXPECT_EQ(registration.fields.get(registration::kFamilyName), "Marlowe");
    EXPECT_EQ(registration.fields.get(registration::kNhsNumber), "9990000018");
    EXPECT_TRUE(registration.fields.get(registration::kPractice).empty()) << "only what was released to her";
    EXPECT_NE(registration.person, edith) << "the council's own id";
    const auto link = ofType(council, RecordType::PersonLink).at(0);
    EXPECT_EQ(link.person, registration.person);
    EXPECT_EQ(link.fields.get(person_link::kOther), edith);
    EXPECT_EQ(link.fields.get(person_link::kState), "stated");
    const auto copy = ofType(council, RecordType::ReceivedCopy).at(0);
    EXPECT_EQ(copy.fields.get(received_copy::kReferral), id);
    EXPECT_EQ(copy.fields.get(received_copy::kReason), "Third fall this month");
    EXPECT_EQ(copy.fields.get(received_copy::kFromWorker), WorkerId{"W012"});
    EXPECT_EQ(world.count(council, RecordType::CareTeamMembership), 1u);
    const auto atTrust = ofType(trust, RecordType::CareTeamMembership);
    ASSERT_EQ(atTrust.size(), 2u) << "the nurse's, and by accepting the assessor's";
    EXPECT_EQ(must(People{assessor().workplace()}.frontSheet(edith)).persons.size(), 2u) << "joined by the link";
}

TEST_F(ReferralStory, WhomTheReceiverKnowsAlreadyIsNotRegisteredAgain) {
    const auto atCouncil = world.ids().timeOrdered<PersonId>(kFridayMorning);
    world.hold({sampleRegistration(world.ids(), "council", atCouncil),
                sampleLink(world.ids(), "council", atCouncil, "community_trust", edith),
                sampleMembership(world.ids(), "council", atCouncil, "council", "W001")});
    const auto id = sentAndDelivered(assessment());
    must(receiver.answer(id, Answer::Accept, "Thursday"));
    world.sync(assessor());
    EXPECT_EQ(world.count(council, RecordType::Registration), 1u);
    EXPECT_EQ(world.count(council, RecordType::PersonLink), 1u);
    EXPECT_EQ(world.count(council, RecordType::CareTeamMembership), 1u);
    EXPECT_EQ(ofType(council, RecordType::ReceivedCopy).at(0).person, atCouncil);
}

// The trust says that the two are one; the council's own server grants only on what the council has stated.
TEST_F(ReferralStory, ALinkOfTheSendersIsStatedByTheReceiverToo) {
    const auto atCouncil = world.ids().timeOrdered<PersonId>(kFridayMorning);
    world.hold({sampleRegistration(world.ids(), "council", atCouncil),
                sampleLink(world.ids(), "community_trust", edith, "council", atCouncil)});
    const auto id = sentAndDelivered(assessment());
    must(receiver.answer(id, Answer::Accept, "Thursday"));
    world.sync(assessor());
    EXPECT_EQ(world.count(council, RecordType::Registration), 1u);
    const auto link = ofType(council, RecordType::PersonLink).at(0);
    EXPECT_EQ(link.person, atCouncil);
    EXPECT_EQ(link.fields.get(person_link::kOther), edith);
}

TEST_F(ReferralStory, AnAcceptanceThatCameTooLateMakesNothingAtTheReceivers) {
    const auto id = sentAndDelivered(assessment());
    must(receiver.answer(id, Answer::Accept, "Thursday")); // offline
    must(sender.withdraw(id, "She is in hospital"));
    world.sync(nurse());
    world.sync(assessor());
    EXPECT_EQ(world.count(council, RecordType::Registration), 0u);
    EXPECT_EQ(world.count(council, RecordType::ReceivedCopy), 0u);
    EXPECT_EQ(world.count(trust, RecordType::CareTeamMembership), 1u);
    EXPECT_EQ(needingAttention(assessor()), 1u) << "she is told";
    const auto track = must(receiver.track(id));
    EXPECT_EQ(track.referral.state, ReferralState::Withdrawn);
    ASSERT_EQ(track.messages.size(), 1u) << "and why, though the referral is closed";
    EXPECT_EQ(track.messages[0].text, "She is in hospital");
}

TEST_F(ReferralStory, TwoAssessorsTakeItFromTheTrayAndTheFirstHasIt) {
    const auto id = sentAndDelivered(assessment(""));
    world.sync(otherAssessor());
    Referrals other{otherAssessor().workplace()};
    ASSERT_EQ(must(other.waitingForMe()).size(), 1u);
    must(other.answer(id, Answer::Accept, "I take it"));
    must(receiver.answer(id, Answer::Accept, "I take it"));
    world.sync(assessor());
    world.sync(otherAssessor());
    EXPECT_EQ(at("community_trust", id).fields.get(referral::kAcceptedBy), WorkerId{"W001"});
    EXPECT_EQ(needingAttention(otherAssessor()), 1u);
    EXPECT_EQ(world.count(council, RecordType::ReceivedCopy), 1u) << "only the one who has it";
    EXPECT_TRUE(must(other.waitingForMe()).empty());
}

TEST_F(ReferralStory, AQuestionGoesBackAndTheAnswerComesWithIt) {
    const auto id = sentAndDelivered(assessment());
    must(receiver.answer(id, Answer::AskForInformation, "Is there a rail?"));
    bothSync();
    auto track = must(sender.track(id));
    EXPECT_EQ(track.waitsFor, WaitsFor::Sender);
    EXPECT_EQ(track.referral.answer, "Is there a rail?");
    EXPECT_FALSE(track.overdue);
    EXPECT_EQ(refused(sender.giveInformation(id, " ")), ErrorCode::Missing);
    EXPECT_EQ(must(sender.track(id)).referral.state, ReferralState::InfoAsked) << "neither half was saved";
    must(sender.giveInformation(id, "No rail, twelve steps"));
    track = must(sender.track(id));
    ASSERT_EQ(track.messages.size(), 1u);
    EXPECT_TRUE(track.messages[0].waiting);
    EXPECT_EQ(track.messages[0].from, WorkerId{"W012"}) << "named before it has reached its home";
    bothSync();
    track = must(receiver.track(id));
    EXPECT_EQ(track.referral.state, ReferralState::UnderReview);
    EXPECT_EQ(track.messages.at(0).text, "No rail, twelve steps");
    EXPECT_EQ(refused(sender.giveInformation(id, "more")), ErrorCode::WrongState) << "nothing was asked";
    EXPECT_EQ(must(sender.track(id)).messages.size(), 1u) << "and nothing half-sent";
}

TEST_F(ReferralStory, ADeclineHasAReasonAndSaysWhereToGo) {
    const auto id = sentAndDelivered(assessment());
    EXPECT_EQ(refused(receiver.answer(id, Answer::Decline, "", "Housing")), ErrorCode::Missing);
    must(receiver.answer(id, Answer::Decline, "Not of our practice", "Ring Tom Adeyemi"));
    bothSync();
    const auto track = must(sender.track(id));
    EXPECT_EQ(track.referral.state, ReferralState::Declined);
    EXPECT_EQ(track.referral.answer, "Not of our practice");
    EXPECT_EQ(track.referral.suggestion, "Ring Tom Adeyemi");
    EXPECT_EQ(refused(receiver.answer(id, Answer::Accept, "after all")), ErrorCode::Immutable);
}

TEST_F(ReferralStory, MessagesPassBothWaysAndReachNobodyElse) {
    const auto id = sentAndDelivered(assessment());
    const auto asked = must(receiver.sendMessage(id, "Which floor?"));
    EXPECT_NE(asked, id); // the message's own id, by which it can be found again
    bothSync();
    (void)must(sender.sendMessage(id, "The second"));
    bothSync();
    for (auto* side : {&sender, &receiver}) {
        const auto messages = must(side->track(id)).messages;
        ASSERT_EQ(messages.size(), 2u);
        EXPECT_EQ(messages[0].text, "Which floor?");
        EXPECT_EQ(messages[0].fromAgency, council);
        EXPECT_EQ(messages[1].text, "The second");
    }
    for (auto* desk : {&officer(), &otherAssessor()}) {
        world.sync(*desk);
        EXPECT_TRUE(desk->store.ofType(RecordType::ReferralMessage, 10).value().empty());
        EXPECT_TRUE(desk->store.ofType(RecordType::Referral, 10).value().empty());
    }
    EXPECT_EQ(refused(receiver.sendMessage(id, "")), ErrorCode::Missing);
}

// A question on a referral waits on Today until it is read, and who asked sees whether it was.
TEST_F(ReferralStory, AMessageOnItWaitsUntilItIsRead) {
    const auto id = sentAndDelivered(assessment());
    Messages atNurse{nurse().workplace()};
    Messages atAssessor{assessor().workplace()};
    (void)must(receiver.sendMessage(id, "Which floor?"));
    EXPECT_TRUE(must(atAssessor.unread()).empty()) << "one's own";
    bothSync();
    const auto waiting = must(atNurse.unread());
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting.front().message.fields.get(referral_message::kReferral), id);
    EXPECT_TRUE(must(sender.track(id)).messages.at(0).unread);
    EXPECT_FALSE(must(receiver.track(id)).messages.at(0).unread);
    EXPECT_TRUE(must(receiver.track(id)).messages.at(0).readBy.empty());
    must(atNurse.readOnReferral(id));
    must(atNurse.readOnReferral(id));
    EXPECT_TRUE(must(atNurse.unread()).empty());
    EXPECT_EQ(nurse().store.outbox().value().size(), 1U) << "said once";
    bothSync();
    const auto message = must(receiver.track(id)).messages.at(0);
    EXPECT_EQ(message.readBy, WorkerId{"W012"});
    EXPECT_TRUE(message.readAt.isKnown());
}

// The receiver's side reads what stands at the sender's home.
TEST_F(ReferralStory, ItsReceiverSaysWhatTheyHaveRead) {
    const auto id = sentAndDelivered(assessment());
    (void)must(sender.sendMessage(id, "The dog bites"));
    bothSync();
    Messages atAssessor{assessor().workplace()};
    ASSERT_EQ(must(atAssessor.unread()).size(), 1U);
    must(atAssessor.readOnReferral(id));
    bothSync();
    EXPECT_TRUE(assessor().store.outbox().value().empty()) << "and its home takes it";
    EXPECT_EQ(must(sender.track(id)).messages.at(0).readBy, WorkerId{"W001"});
}

// The tablet's clock is two years ahead. Its own estimate is wrong; the promise is the server's.
TEST_F(ReferralStory, AClockYearsOffNeitherHastensNorSilencesAReferral) {
    nurse().clock.set(kFridayMorning + 24h * 365 * 2);
    const auto id = must(sender.send(assessment()));
    EXPECT_FALSE(must(sender.track(id)).overdue);
    world.sync(nurse());
    world.sync(assessor());
    EXPECT_EQ(must(receiver.track(id)).referral.answerBy, dueAfter(kFridayMorning, "2 working days").value());
    world.pass(24h * 5);
    EXPECT_TRUE(must(receiver.track(id)).overdue) << "nobody answered in the time promised";
    EXPECT_EQ(must(receiver.waitingForMe()).size(), 1u);
}

TEST_F(ReferralStory, ASavedReferralThatCannotBeSavedSaysSoAndLeavesNothing) {
    nurse().store.failNextSave(ErrorCode::DiskFull);
    EXPECT_EQ(refused(sender.send(assessment())), ErrorCode::DiskFull);
    EXPECT_TRUE(must(sender.sentByMe()).empty());
    const auto id = sentAndDelivered(assessment());
    assessor().store.failNextSave(ErrorCode::DiskFull);
    EXPECT_EQ(refused(receiver.answer(id, Answer::Accept, "Thursday")), ErrorCode::DiskFull);
    EXPECT_TRUE(assessor().store.outbox().value().empty()) << "neither half of an acceptance";
}

TEST_F(ReferralStory, ARequestNamesItsReceiverRightly) {
    auto referral = assessment();
    referral.need = " ";
    EXPECT_EQ(refused(sender.send(referral)), ErrorCode::Missing);
    referral = assessment("");
    referral.toAgency = {};
    referral.toService = {};
    EXPECT_EQ(refused(sender.send(referral)), ErrorCode::Missing);
    referral.toService = ServiceId{"SVC01"};
    EXPECT_EQ(at("none", must(sender.send(referral))).id, RecordId{});
    EXPECT_EQ(must(sender.sentByMe()).at(0).referral.toAgency, council) << "the service's agency";
    referral = assessment("W028");
    EXPECT_EQ(refused(sender.send(referral)), ErrorCode::InvalidArgument) << "a housing officer of the council's";
    referral = assessment();
    referral.toAgency = AgencyId{"housing"};
    EXPECT_EQ(refused(sender.send(referral)), ErrorCode::InvalidArgument);
}

TEST_F(ReferralStory, EveryReferralHasATimeToAnswer) {
    auto referral = assessment("");
    referral.toService = {};
    const auto answerBy = [&](const NewReferral& r) {
        return must(sender.track(must(sender.send(r)))).referral.answerBy;
    };
    EXPECT_EQ(answerBy(referral), dueAfter(kFridayMorning, "2 working days").value()) << "none promised";
    referral.urgency = "today";
    EXPECT_EQ(answerBy(referral), dueAfter(kFridayMorning, "same day").value());
    referral = assessment("");
    referral.toAgency = {};
    referral.toService = ServiceId{"SVC05"};
    EXPECT_EQ(answerBy(referral), kFridayMorning + 4h) << "what hospital at home promises";
}

TEST_F(ReferralStory, WithinOneAgencyAColleagueAnswers) {
    auto referral = assessment("");
    referral.toAgency = trust;
    referral.toService = ServiceId{"SVC05"};
    const auto id = must(sender.send(referral));
    world.sync(nurse());
    world.sync(colleague());
    Referrals other{colleague().workplace()};
    EXPECT_TRUE(must(sender.waitingForMe()).empty()) << "not one's own";
    ASSERT_EQ(must(other.waitingForMe()).size(), 1u);
    must(other.markSeen(id));
    must(other.answer(id, Answer::Accept, "Tomorrow"));
    world.sync(colleague());
    EXPECT_EQ(world.count(trust, RecordType::ReceivedCopy), 0u) << "an agency keeps no copy of its own";
    EXPECT_EQ(at("community_trust", id).fields.get(referral::kSeenBy), WorkerId{"W016"});
    EXPECT_EQ(world.count(trust, RecordType::CareTeamMembership), 2u);
}

TEST_F(ReferralStory, SeenIsWhatTheLogOfItsHomeSays) {
    class Told final : public HomeTidings {
    public:
        Result<std::optional<ReferralReach>> reachOf(const RecordId&) override { return reach; }
        Result<std::map<OpId, SettledWork>> settledWork() override { return std::map<OpId, SettledWork>{}; }
        Result<std::optional<std::uint64_t>> agreementsOf(const AgencyId&) override {
            return std::optional<std::uint64_t>{};
        }
        std::optional<ReferralReach> reach;
    } told;
    auto workplace = nurse().workplace();
    workplace.tidings = &told;
    Referrals asking{workplace};
    const auto id = must(asking.send(assessment()));
    world.sync(nurse());
    EXPECT_FALSE(must(asking.track(id)).referral.seenAt.isKnown());
    // The log heard of it before the receiver's record says so, from whoever read it first.
    told.reach = ReferralReach{};
    told.reach->referral = id;
    told.reach->seenAt = kFridayMorning + 1h;
    told.reach->seenBy = WorkerId{"W002"};
    EXPECT_EQ(must(asking.track(id)).referral.seenBy, WorkerId{"W002"});
    world.sync(assessor());
    world.pass(2h);
    must(receiver.markSeen(id));
    bothSync();
    EXPECT_EQ(at("community_trust", id).fields.get(referral::kSeenBy), WorkerId{"W001"});
    const auto track = must(asking.track(id));
    EXPECT_EQ(track.referral.seenBy, WorkerId{"W002"}) << "and stands above it";
    EXPECT_EQ(track.referral.seenAt, kFridayMorning + 1h);
}

// Ruth does not answer. What her agency's server gives whoever is on duty lies on their device from the first, and comes up when
// the time has passed.
TEST_F(ReferralStory, WhatItsWorkerDoesNotAnswerComesToTheDutyDesk) {
    const auto id = sentAndDelivered(assessment());
    Desk& duty = otherAssessor();
    Referrals atTheDesk{duty.workplace()};
    duty.store.hold(at("community_trust", id));
    EXPECT_TRUE(must(atTheDesk.waitingForMe()).empty()) << "it is Ruth's";
    world.pass(24h * 7);
    EXPECT_TRUE(must(atTheDesk.waitingForMe()).empty()) << "and not everybody's at her agency";
    EXPECT_FALSE(must(atTheDesk.track(id)).mineToAnswer);
    goesOnDuty(duty);
    const auto waiting = must(atTheDesk.waitingForMe());
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_TRUE(waiting[0].standsIn);
    EXPECT_TRUE(must(atTheDesk.track(id)).mineToAnswer);
    EXPECT_EQ(must(receiver.waitingForMe()).size(), 1u) << "Ruth can still answer";
    EXPECT_FALSE(must(receiver.track(id)).standsIn);
}

TEST_F(ReferralStory, AndSoDoesWhatOneColleagueSentAnother) {
    auto referral = assessment("W016");
    referral.toAgency = trust;
    referral.toService = ServiceId{"SVC05"};
    const auto id = must(sender.send(referral));
    world.sync(nurse());
    world.pass(24h * 7);
    Desk& duty = world.desk("W009");
    duty.store.hold(at("community_trust", id));
    Referrals atTheDesk{duty.workplace()};
    EXPECT_TRUE(must(atTheDesk.waitingForMe()).empty()) << "not everybody's";
    goesOnDuty(duty);
    const auto waiting = must(atTheDesk.waitingForMe());
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_TRUE(waiting[0].standsIn);
}

TEST_F(ReferralStory, TheSoonestDueComesFirst) {
    auto later = assessment();
    auto sooner = assessment();
    sooner.need = "Today please";
    sooner.urgency = "today";
    (void)sentAndDelivered(later);
    (void)sentAndDelivered(sooner);
    const auto waiting = must(receiver.waitingForMe());
    ASSERT_EQ(waiting.size(), 2u);
    EXPECT_EQ(waiting[0].referral.need, "Today please");
}

} // namespace
} // namespace frontsheet
