// Work that passes from one worker to another, and each change held to the rules that judge it.
#include "core/domain/care/passing_on.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;
using care::PassingOn;

class PassingOnTest : public CareFixture {
protected:
    // The change, judged as its author's edit.
    [[nodiscard]] Record made(const Principal& author, const Record& before, const Record& after) {
        return taken(author, before, edit(before, after.fields), kOnTheTeam);
    }
    [[nodiscard]] ErrorCode refusedMaking(const Principal& author, const Record& before, const Record& after) {
        return refusal(author, before, edit(before, after.fields), kOnTheTeam);
    }
    [[nodiscard]] Record offeredTo(const Record& work, const Principal& next) {
        return made(manager, work, care::offered(work, {next.worker, "She likes to be rung"}, manager, now));
    }
    [[nodiscard]] Record placed() {
        return writes(assessor, RecordType::Placement, [&](FieldSet& f) {
            f.put(placement::kPlacedAt, "Tern House"s);
            f.put(placement::kReviewingOfficer, reviewer.worker);
            f.put(placement::kStage, "placed"s);
        });
    }
    [[nodiscard]] Record visit() {
        return writes(assessor, RecordType::Appointment, [&](FieldSet& f) {
            f.put(appointment::kWorker, assessor.worker);
            f.put(appointment::kStartsAt, now);
            f.put(appointment::kState, "planned"s);
        });
    }
};

TEST_F(PassingOnTest, AManagerOffersAPlanAPlacementAndAVisitAndEachStaysItsHoldersUntilTheColleagueSaysYes) {
    const std::pair<Record, const WorkerField&> works[] = {
        {plan(), care_plan::kCaseOwner}, {placed(), placement::kReviewingOfficer}, {visit(), appointment::kWorker}};
    for (const auto& [work, holder] : works) {
        ASSERT_EQ(care::passingOn(work, manager), PassingOn::Offer);
        EXPECT_EQ(care::passingOn(work, nurse), PassingOn::NotPassed) << "of another agency";
        const auto offer = offeredTo(work, colleagueAtCouncil);
        EXPECT_EQ(offer.fields.get(holder), work.fields.get(holder)) << "not yet";
        EXPECT_TRUE(care::isOfferedTo(offer, colleagueAtCouncil));
        EXPECT_FALSE(care::isOfferedTo(offer, manager));
        EXPECT_EQ(care::offeredBy(offer), manager.worker);
        EXPECT_EQ(refusedMaking(manager, offer, care::takenOver(offer, manager, now)), ErrorCode::NotPermitted)
            << "nobody takes it for them";
        const auto theirs = made(colleagueAtCouncil, offer, care::takenOver(offer, colleagueAtCouncil, now));
        EXPECT_EQ(theirs.fields.get(holder), colleagueAtCouncil.worker);
        EXPECT_FALSE(care::isOfferedTo(theirs, colleagueAtCouncil));
        EXPECT_TRUE(care::offeredBy(theirs).empty());
    }
}

TEST_F(PassingOnTest, WhoIsAskedMaySayNoAndWhoAskedMayTakeItBack) {
    const auto offer = offeredTo(placed(), colleagueAtCouncil);
    const auto no = made(colleagueAtCouncil, offer, care::refused(offer, "I am away", now));
    EXPECT_EQ(no.fields.get(placement::kReviewingOfficer), reviewer.worker) << "hers as before";
    EXPECT_FALSE(care::isOfferedTo(no, colleagueAtCouncil));
    EXPECT_TRUE(care::mayTakeBack(offer, manager));
    EXPECT_TRUE(care::mayTakeBack(offer, reviewer)) << "whose it is";
    EXPECT_FALSE(care::mayTakeBack(offer, assessor));
    EXPECT_FALSE(care::mayTakeBack(no, manager)) << "nobody is asked";
    EXPECT_FALSE(care::isOfferedTo(made(manager, offer, care::takenBack(offer)), colleagueAtCouncil));
}

TEST_F(PassingOnTest, AVisitIsMovedByBeingTakenAndByNobodyForSomebody) {
    const auto hers = visit();
    EXPECT_EQ(
        refusedChange(manager, hers, [&](FieldSet& f) { f.put(appointment::kWorker, colleagueAtCouncil.worker); }),
        ErrorCode::NotPermitted);
    const auto done = changed(assessor, hers, [](FieldSet& f) { f.put(appointment::kState, "done"s); });
    EXPECT_EQ(care::passingOn(done, manager), PassingOn::NotPassed);
    const auto inOrder = changed(assessor, hers, [&](FieldSet& f) {
        f.put(appointment::kOrder, now.ms);
        f.put(appointment::kSetOutAt, now);
    });
    const auto offer = offeredTo(inOrder, colleagueAtCouncil);
    const auto theirs = made(colleagueAtCouncil, offer, care::takenOver(offer, colleagueAtCouncil, now));
    EXPECT_EQ(theirs.fields.get(appointment::kOrder), 0) << "its place was one in her round";
    EXPECT_FALSE(theirs.fields.get(appointment::kSetOutAt).isKnown());
}

TEST_F(PassingOnTest, AnActionIsOfferedToAnotherAndAtAPartnersOnlyByWhoHasIt) {
    const auto accepted = action(assessor);
    ASSERT_EQ(care::passingOn(accepted, manager), PassingOn::Offer);
    const auto offer = offeredTo(accepted, colleagueAtCouncil);
    EXPECT_EQ(offer.fields.text(action::kState), "offered");
    EXPECT_EQ(care::passingOn(offer, manager), PassingOn::Offer) << "to somebody else, while they have not answered";
    EXPECT_FALSE(care::mayTakeBack(offer, manager)) << "it would be nobody's";
    const auto no = made(colleagueAtCouncil, offer, care::refused(offer, "No room", now));
    EXPECT_EQ(no.fields.text(action::kState), "declined");
    EXPECT_EQ(no.fields.get(action::kAnswer), "No room");
    const auto again = offeredTo(no, reviewer);
    EXPECT_TRUE(again.fields.text(action::kAnswer).empty());
    EXPECT_EQ(made(reviewer, again, care::takenOver(again, reviewer, now)).fields.text(action::kState), "accepted");

    Record atTheTrust = action(nurse);
    atTheTrust.home = nurse.agency;
    atTheTrust.fields.put(action::kOwner, assessor.worker);
    atTheTrust.fields.put(action::kOwnerAgency, assessor.agency);
    atTheTrust.fields.put(action::kState, "accepted"s);
    EXPECT_EQ(care::passingOn(atTheTrust, manager), PassingOn::OwnerOnly);
    EXPECT_EQ(care::passingOn(atTheTrust, assessor), PassingOn::Offer);
}

TEST_F(PassingOnTest, AReferralThatWasAcceptedIsAskedOfTheColleagueAnewAndItsSenderReadsWhy) {
    FieldSet asks;
    asks.put(referral::kNeed, "Rails"s);
    asks.put(referral::kToAgency, assessor.agency);
    asks.put(referral::kToWorker, assessor.worker);
    asks.put(referral::kFromWorker, reviewer.worker);
    asks.put(referral::kState, "sent"s);
    asks.put(referral::kSentAt, now);
    const auto sent = taken(reviewer, std::nullopt, creation(reviewer, RecordType::Referral, asks));
    const auto hers = taken(assessor, sent, edited(sent, [&](FieldSet& f) {
                                f.put(referral::kState, "accepted"s);
                                f.put(referral::kAcceptedBy, assessor.worker);
                                f.put(referral::kAnsweredBy, assessor.worker);
                            }));
    ASSERT_EQ(care::passingOn(hers, manager), PassingOn::AsksAnew);
    const auto passed = offeredTo(hers, colleagueAtCouncil);
    EXPECT_EQ(passed.fields.text(referral::kState), "sent");
    EXPECT_EQ(passed.fields.get(referral::kToWorker), colleagueAtCouncil.worker);
    EXPECT_TRUE(passed.fields.get(referral::kAcceptedBy).empty());
    EXPECT_EQ(passed.fields.get(referral::kRedirectedBecause), "She likes to be rung");
    EXPECT_EQ(passed.fields.get(referral::kRedirects), 1);

    Record fromTheTrust = hers;
    fromTheTrust.home = nurse.agency;
    EXPECT_EQ(care::passingOn(fromTheTrust, manager), PassingOn::OwnerOnly) << "that home knows nobody but who has it";
    EXPECT_EQ(care::passingOn(fromTheTrust, assessor), PassingOn::AsksAnew);
    Record toTheTrust = sent;
    toTheTrust.fields.put(referral::kToAgency, nurse.agency);
    EXPECT_EQ(care::passingOn(toTheTrust, manager), PassingOn::SenderOnly);
}

} // namespace
} // namespace frontsheet
