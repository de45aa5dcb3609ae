// A partner who is asked for something by name hears of it and answers it, under the agreement that ships: an action, an invitation, a
// message. And a plan that several agencies share is added to by all of its team, as far as their clauses let them.
#include "core/domain/decision.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "tests/sync/server/agency_world.h"
#include "tests/sync/server/shipped_locality.h"

#include <tuple>

namespace frontsheet::test {
namespace {

const AgencyId kCouncil{"council"};

class Asking : public AgencyWorld {
public:
    void SetUp() override {
        sharing = shippedLocality(clock.now());
        AgencyWorld::SetUp();
        person = newPerson();
        ruth = std::make_unique<Device>(device("council", "W001", "council", "social work assessor"));
        nurse = std::make_unique<Device>(device("community_trust", "W012", "council", "community nurse"));
        const auto took = ruth->sync({ruth->registers(person, "Wood"), joins(ruth->who), opensPlan()});
        ASSERT_EQ(took.back().outcome, IntentOutcome::Applied) << static_cast<int>(took.back().reason);
    }
    // Filed where the agreement looks for it.
    [[nodiscard]] Intent writes(const Device& author, RecordType type, FieldSet fields) const {
        auto intent = author.creates(type, person, std::move(fields));
        intent.category = schemaOf(type)->category;
        return intent;
    }
    [[nodiscard]] Intent joins(const Principal& who) const {
        auto intent = ruth->joins(person, who);
        intent.category = Category::Involvement;
        return intent;
    }
    Intent opensPlan() {
        FieldSet f;
        f.put(care_plan::kState, std::string{"open"});
        f.put(care_plan::kCaseOwner, ruth->who.worker);
        f.put(care_plan::kOpenedOn, std::string{"2026-11-20"});
        auto intent = writes(*ruth, RecordType::CarePlan, std::move(f));
        plan = intent.record;
        return intent;
    }
    Intent asks(const Device& asker, const Principal& whom, const char* what) const {
        FieldSet f;
        f.put(action::kWhat, std::string{what});
        f.put(action::kOwnerAgency, whom.agency);
        f.put(action::kOwner, whom.worker);
        f.put(action::kDue, std::string{"2027-01-04"});
        f.put(action::kState, std::string{"offered"});
        f.put(action::kAskedBy, asker.who.worker);
        f.put(action::kAskedByAgency, asker.who.agency);
        f.put(action::kPlan, plan);
        return writes(asker, RecordType::Action, std::move(f));
    }
    Intent answers(const Device& owner, const RecordId& id, const char* state) const {
        return owner.edits(id,
                           {{action::kState.tag, textValue(owner.fieldsOf(id).get(action::kState)), textValue(state)},
                            {action::kAnsweredAt.tag, std::nullopt, Value{std::int64_t{clock.now().ms}}}});
    }
    IntentResult takes(Device& device, const Intent& intent) {
        const auto results = device.sync({intent});
        return results.empty() ? IntentResult{} : results.back();
    }
    std::size_t timesOnTheTeam(const Principal& who) {
        std::size_t times = 0;
        for (const auto& [id, record] : ledgerOf(kCouncil)) {
            times += isCurrentMember(who, record, clock.now()) ? 1 : 0;
        }
        return times;
    }

    PersonId person;
    RecordId plan;
    std::unique_ptr<Device> ruth;
    std::unique_ptr<Device> nurse;
};

TEST_F(Asking, ReachesWhoWasNotInvolvedYetAndIsAnswered) {
    const auto asked = asks(*ruth, nurse->who, "Check the pressure areas");
    ASSERT_EQ(takes(*ruth, asked).outcome, IntentOutcome::Applied);
    EXPECT_EQ(timesOnTheTeam(nurse->who), 1U) << "else nobody at the trust would ever hear of it";
    nurse->sync();
    ASSERT_TRUE(nurse->holds(asked.record));
    EXPECT_EQ(takes(*nurse, answers(*nurse, asked.record, "accepted")).outcome, IntentOutcome::Applied);
    ruth->sync();
    EXPECT_EQ(ruth->fieldsOf(asked.record).get(action::kState), "accepted");
    // Asked twice, or back after an answer, nobody joins twice.
    const auto another = asks(*ruth, nurse->who, "Teach Hilda the drops");
    ASSERT_EQ(takes(*ruth, another).outcome, IntentOutcome::Applied);
    EXPECT_EQ(timesOnTheTeam(nurse->who), 1U);
}

TEST_F(Asking, ForTwoThingsAtOnceJoinsOnce) {
    auto first = asks(*ruth, nurse->who, "Check the pressure areas");
    auto second = asks(*ruth, nurse->who, "Teach Hilda the drops");
    first.transaction = second.transaction = ids.random<TransactionId>();
    ruth->sync({first, second});
    EXPECT_EQ(timesOnTheTeam(nurse->who), 1U);
}

// By an agency's own policy too, a plan is read by those who have to do with the person.
TEST_F(Asking, ReachesAColleagueOfTheHome) {
    Device colleague = device("council", "W002", "council", "social work assessor");
    colleague.sync();
    const auto asked = asks(*ruth, colleague.who, "Ring the housing officer");
    ASSERT_EQ(takes(*ruth, asked).outcome, IntentOutcome::Applied);
    colleague.sync();
    EXPECT_TRUE(colleague.holds(asked.record));
}

TEST_F(Asking, ToTakeThePlanOverReachesTheColleague) {
    Device colleague = device("council", "W002", "council", "social work assessor");
    colleague.sync();
    ASSERT_FALSE(colleague.holds(plan));
    const auto offer =
        ruth->edits(plan, {{care_plan::kOfferedTo.tag, std::nullopt, textValue("W002")},
                           {care_plan::kOfferedBy.tag, std::nullopt, textValue("W001")},
                           {care_plan::kOfferedAt.tag, std::nullopt, Value{std::int64_t{clock.now().ms}}}});
    ASSERT_EQ(takes(*ruth, offer).outcome, IntentOutcome::Applied);
    colleague.sync();
    EXPECT_TRUE(colleague.holds(plan));
}

TEST_F(Asking, OneselfJoinsNobodyTwice) {
    ASSERT_EQ(takes(*ruth, asks(*ruth, ruth->who, "Ring the housing officer")).outcome, IntentOutcome::Applied);
    EXPECT_EQ(timesOnTheTeam(ruth->who), 1U);
}

TEST_F(Asking, ByAPartnerOfAStrangerIsRefusedAndSaysSo) {
    ASSERT_EQ(takes(*ruth, asks(*ruth, nurse->who, "Check the pressure areas")).outcome, IntentOutcome::Applied);
    nurse->sync();
    const Principal stranger{AgencyId{"mental_health_trust"}, WorkerId{"W021"}, "key worker", {}};
    EXPECT_EQ(takes(*nurse, asks(*nurse, stranger, "See her mood")).reason, ErrorCode::NotPermitted)
        << "whom it opens the plan to is the council's to say";
    EXPECT_EQ(takes(*nurse, asks(*nurse, ruth->who, "Order the bed")).outcome, IntentOutcome::Applied)
        << "the team's own plan";
}

TEST_F(Asking, NobodyElseAnswers) {
    const auto asked = asks(*ruth, nurse->who, "Check the pressure areas");
    ruth->sync({asked});
    Device colleague = device("community_trust", "W013", "council", "community nurse");
    ruth->sync({joins(colleague.who)});
    colleague.sync();
    ASSERT_TRUE(colleague.holds(asked.record));
    EXPECT_NE(takes(colleague, answers(colleague, asked.record, "accepted")).outcome, IntentOutcome::Applied);
}

// Released to read alone, and asked by name.
TEST_F(Asking, ToAConferenceIsAnsweredByWhomTheAgreementLetsReadIt) {
    FieldSet f;
    f.put(invitation::kConference, ids.random<RecordId>());
    f.put(invitation::kAgency, nurse->who.agency);
    f.put(invitation::kWorker, nurse->who.worker);
    f.put(invitation::kComesAs, std::string{"worker"});
    f.put(invitation::kAnswer, std::string{"asked"});
    f.put(invitation::kAbout, std::string{"Review at six weeks"});
    const auto invitation = writes(*ruth, RecordType::Invitation, std::move(f));
    ASSERT_EQ(takes(*ruth, invitation).outcome, IntentOutcome::Applied);
    nurse->sync();
    ASSERT_TRUE(nurse->holds(invitation.record));
    const auto answer = nurse->edits(
        invitation.record, {{invitation::kAnswer.tag, textValue("asked"), textValue("coming")},
                            {invitation::kAnsweredAt.tag, std::nullopt, Value{std::int64_t{clock.now().ms}}}});
    EXPECT_EQ(takes(*nurse, answer).outcome, IntentOutcome::Applied);
    Device colleague = device("community_trust", "W013", "council", "community nurse");
    ruth->sync({joins(colleague.who)});
    colleague.sync();
    const auto another =
        colleague.edits(invitation.record, {{invitation::kAnswer.tag, textValue("coming"), textValue("cannot")}});
    EXPECT_EQ(takes(colleague, another).reason, ErrorCode::NotPermitted);
}

TEST_F(Asking, AMessageIsMarkedReadByWhomItIsTo) {
    ruth->sync({joins(nurse->who)});
    FieldSet f;
    f.put(message::kAbout, plan);
    f.put(message::kText, std::string{"Is Thursday good for you?"});
    f.put(message::kToAgency, nurse->who.agency);
    f.put(message::kToWorker, nurse->who.worker);
    const auto sent = writes(*ruth, RecordType::Message, std::move(f));
    ASSERT_EQ(takes(*ruth, sent).outcome, IntentOutcome::Applied);
    nurse->sync();
    ASSERT_TRUE(nurse->holds(sent.record));
    const auto read =
        nurse->edits(sent.record, {{message::kReadBy.tag, std::nullopt, textValue(nurse->who.worker.str())},
                                   {message::kReadAt.tag, std::nullopt, Value{std::int64_t{clock.now().ms}}}});
    EXPECT_EQ(takes(*nurse, read).outcome, IntentOutcome::Applied);
}

// What is written on a referral goes to whom it was sent to, on no care team yet: they say that they have read it, and nobody else.
TEST_F(Asking, AMessageOnAReferralIsMarkedReadByItsReceiver) {
    auto referral = ruth->refers(person, nurse->who.agency, nurse->who.worker);
    referral.category = Category::Referral;
    ASSERT_EQ(takes(*ruth, referral).outcome, IntentOutcome::Applied);
    FieldSet f;
    f.put(referral_message::kReferral, referral.record);
    f.put(referral_message::kText, std::string{"The dog bites"});
    f.put(referral_message::kToAgency, nurse->who.agency);
    f.put(referral_message::kToWorker, nurse->who.worker);
    const auto sent = writes(*ruth, RecordType::ReferralMessage, std::move(f));
    ASSERT_EQ(takes(*ruth, sent).outcome, IntentOutcome::Applied);
    nurse->sync();
    ASSERT_TRUE(nurse->holds(sent.record));
    const auto reads = [&](const Device& who) {
        return who.edits(sent.record,
                         {{referral_message::kReadBy.tag, std::nullopt, textValue(who.who.worker.str())},
                          {referral_message::kReadAt.tag, std::nullopt, Value{std::int64_t{clock.now().ms}}}});
    };
    EXPECT_EQ(takes(*ruth, reads(*ruth)).reason, ErrorCode::NotPermitted) << "who wrote it";
    EXPECT_EQ(takes(*nurse, reads(*nurse)).outcome, IntentOutcome::Applied);
    ruth->sync();
    EXPECT_EQ(ruth->fieldsOf(sent.record).get(referral_message::kReadBy), nurse->who.worker);
}

TEST_F(Asking, AWorkerOfThePlansTeamAddsToIt) {
    ruth->sync({joins(nurse->who)});
    nurse->sync();
    FieldSet f;
    f.put(need::kText, std::string{"Pressure relief at night"});
    f.put(need::kState, std::string{"open"});
    const auto added = writes(*nurse, RecordType::Need, std::move(f));
    EXPECT_EQ(takes(*nurse, added).outcome, IntentOutcome::Applied);
}

// What the page of a person's care team writes.
TEST_F(Asking, WhoIsPutOnTheTeamReceivesTheRecordGivesItBackOnceOffItAndGetsItAgain) {
    for (const auto& [agency, worker, role] : {std::tuple{"community_trust", "W012", "community nurse"},
                                               std::tuple{"council", "W002", "social work assessor"}}) {
        Device colleague = device(agency, worker, "council", role);
        colleague.sync();
        ASSERT_FALSE(colleague.holds(plan)) << role;
        const auto membership = joins(colleague.who);
        ASSERT_EQ(takes(*ruth, membership).outcome, IntentOutcome::Applied) << role;
        colleague.sync();
        EXPECT_TRUE(colleague.holds(plan)) << role;
        clock.advance(std::chrono::hours{1});
        const auto ends = std::int64_t{clock.now().ms};
        const auto off = ruth->edits(membership.record, {{care_team::kUntil.tag, std::nullopt, Value{ends}}});
        ASSERT_EQ(takes(*ruth, off).outcome, IntentOutcome::Applied) << role;
        colleague.sync();
        EXPECT_FALSE(colleague.holds(plan)) << role;
        // A mistake, taken back.
        const auto again = ruth->edits(membership.record, {{care_team::kUntil.tag, Value{ends}, std::nullopt}});
        ASSERT_EQ(takes(*ruth, again).outcome, IntentOutcome::Applied) << role;
        colleague.sync();
        EXPECT_TRUE(colleague.holds(plan)) << role;
    }
}

} // namespace
} // namespace frontsheet::test
