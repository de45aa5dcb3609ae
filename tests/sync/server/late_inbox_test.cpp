// What comes after the grant has gone is held for a person at the home; what never was allowed is refused.
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "sync/server/removal/late_inbox.h"
#include "sync/server/removal/removal_views.h"
#include "tests/sync/server/agency_world.h"

#include <gmock/gmock.h>

namespace frontsheet::test {

using removal::HeldState;
using ::testing::SizeIs;

class LateInbox : public AgencyWorld {
public:
    void SetUp() override {
        AgencyWorld::SetUp();
        nurse = std::make_unique<Device>(device("trust", "W012", "trust", "community nurse"));
        assessor = std::make_unique<Device>(device("council", "W001", "trust", "social work assessor"));
        person = newPerson();
        referral = nurse->refers(person, AgencyId{"council"}, WorkerId{"W001"});
        nurse->sync({nurse->registers(person, "Wood"), referral});
        assessor->sync();
    }
    Intent message(const Device& author, const std::string& text) const {
        FieldSet fields;
        fields.put(referral_message::kReferral, referral.record);
        fields.put(referral_message::kText, text);
        fields.put(referral_message::kToAgency, AgencyId{"trust"});
        fields.put(referral_message::kToWorker, WorkerId{"W012"});
        return author.creates(RecordType::ReferralMessage, person, std::move(fields));
    }
    void withdrawn() {
        nurse->sync(
            {nurse->edits(referral.record, {{referral::kState.tag, textValue("sent"), textValue("withdrawn")}})});
    }
    std::vector<removal::HeldIntent> inbox(std::optional<HeldState> state = HeldState::Waiting) {
        return (*server->ledgerOf(AgencyId{"trust"})->read())->removals().inbox(state).value();
    }
    template <class Work>
    auto atHome(Work work) {
        decltype(work(std::declval<LedgerWrites&>())) outcome{ErrorCode::Internal, "not run"};
        (void)server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            outcome = work(writes);
            return outcome ? ok() : Result<void>{outcome.error()};
        });
        return outcome;
    }

    std::unique_ptr<Device> nurse;
    std::unique_ptr<Device> assessor;
    PersonId person;
    Intent referral;
};

TEST_F(LateInbox, WhatWasWrittenWhileTheGrantStoodIsHeldOnceHoweverOftenItComes) {
    const auto late = message(*assessor, "she was in when I called");
    withdrawn();
    const auto first = assessor->sync({late});
    ASSERT_THAT(first, SizeIs(1));
    EXPECT_EQ(first[0].outcome, IntentOutcome::Held);
    EXPECT_EQ(first[0].reason, ErrorCode::NotPermitted);
    EXPECT_EQ(assessor->sync({late}), first);
    restart();
    EXPECT_EQ(assessor->sync({late}), first);
    ASSERT_THAT(inbox(), SizeIs(1));
    const auto held = inbox().front();
    EXPECT_EQ(held.author, assessor->who);
    EXPECT_EQ(held.receivedAt, clock.now());
    EXPECT_EQ(held.intent.op, late.op);
    EXPECT_EQ(held.intent.edits, late.edits) << "with its words";
    EXPECT_FALSE(ledgerOf(AgencyId{"trust"}).contains(late.record)) << "and the record knows nothing of it";
}

TEST_F(LateInbox, WhoNeverCouldIsRefused) {
    Device stranger = device("housing", "H001", "trust", "housing officer");
    stranger.sync();
    const auto refused = stranger.sync({message(stranger, "let me in")});
    ASSERT_THAT(refused, SizeIs(1));
    EXPECT_EQ(refused[0].outcome, IntentOutcome::Refused);
    EXPECT_EQ(refused[0].reason, ErrorCode::NotPermitted);
    // A colleague's grant is not this device's own, and a claim of the past counts for nothing.
    Device colleague = device("council", "W002", "trust", "social work assessor");
    colleague.sync();
    auto claimed = message(colleague, "as W001 I could");
    claimed.occurredAt = clock.now() + -std::chrono::hours{24};
    EXPECT_EQ(colleague.sync({claimed})[0].outcome, IntentOutcome::Refused);
    // Nor does a grant about one person open the inbox for another.
    withdrawn();
    assessor->sync();
    auto aboutAnother = message(*assessor, "and him");
    aboutAnother.person = newPerson();
    EXPECT_EQ(assessor->sync({aboutAnother})[0].outcome, IntentOutcome::Refused);
    EXPECT_TRUE(inbox().empty());
}

TEST_F(LateInbox, WhatNobodyInThatPlaceMayWriteIsRefusedWhateverWasGranted) {
    nurse->sync({nurse->joins(person, assessor->who)});
    assessor->sync();
    const auto refused = assessor->sync({assessor->writesNote(person, "in the trust's own notes")});
    EXPECT_EQ(refused[0].outcome, IntentOutcome::Refused);
    EXPECT_TRUE(inbox().empty());
}

TEST_F(LateInbox, WhatBuildsOnWhatIsHeldIsHeldWithIt) {
    const auto late = message(*assessor, "first");
    withdrawn();
    auto second = late;
    second.op = ids.random<OpId>();
    second.edits = {{referral_message::kText.tag, textValue("first"), textValue("first, corrected")}};
    const auto results = assessor->sync({late, second});
    ASSERT_THAT(results, SizeIs(2));
    EXPECT_EQ(results[1].outcome, IntentOutcome::Held);
    EXPECT_THAT(inbox(), SizeIs(2));
}

TEST_F(LateInbox, ATransactionIsHeldWhole) {
    auto one = message(*assessor, "one");
    auto two = message(*assessor, "two");
    one.transaction = two.transaction = ids.random<TransactionId>();
    withdrawn();
    const auto results = assessor->sync({one, two});
    EXPECT_EQ(results[0].outcome, IntentOutcome::Held);
    EXPECT_EQ(results[1].outcome, IntentOutcome::Held);
    const auto accepted = atHome([&](LedgerWrites& writes) {
        return removal::accept(writes, {inbox().front().number, "M001", "both stand"}, ids, clock.now());
    });
    ASSERT_TRUE(accepted) << describe(accepted.error());
    EXPECT_TRUE(inbox().empty());
    EXPECT_TRUE(ledgerOf(AgencyId{"trust"}).contains(one.record));
    EXPECT_TRUE(ledgerOf(AgencyId{"trust"}).contains(two.record));
}

// Else the other half would be released alone later.
TEST_F(LateInbox, ATransactionIsClosedWhole) {
    auto one = message(*assessor, "one");
    auto two = message(*assessor, "two");
    one.transaction = two.transaction = ids.random<TransactionId>();
    const auto alone = message(*assessor, "another matter");
    withdrawn();
    assessor->sync({one, two, alone});
    ASSERT_THAT(inbox(), SizeIs(3));
    ASSERT_TRUE(atHome([&](LedgerWrites& writes) -> Result<void> {
        return removal::close(writes, {inbox()[1].number, "M001", "spoken about on the phone"}, clock.now());
    }));
    ASSERT_THAT(inbox(), SizeIs(1));
    EXPECT_EQ(inbox().front().intent.op, alone.op);
    EXPECT_THAT(inbox(HeldState::Closed), SizeIs(2));
}

TEST_F(LateInbox, ReleasedItEntersTheRecordAsItsAuthorsOnce) {
    const auto late = message(*assessor, "the key is with the neighbour");
    withdrawn();
    assessor->sync({late});
    const auto number = inbox().front().number;
    const auto release = [&](LedgerWrites& writes) {
        return removal::accept(writes, {number, "M001", "needed for the visit"}, ids, clock.now());
    };
    ASSERT_TRUE(atHome(release));
    const auto record = ledgerOf(AgencyId{"trust"}).at(late.record);
    EXPECT_EQ(record.author, WorkerId{"W001"});
    EXPECT_EQ(record.authorAgency, AgencyId{"council"});
    EXPECT_EQ(record.fields.get(referral_message::kText), "the key is with the neighbour");
    EXPECT_EQ(atHome(release).error().code, ErrorCode::NotFound);
    const auto settled = inbox(HeldState::Accepted);
    ASSERT_THAT(settled, SizeIs(1));
    EXPECT_EQ(settled[0].settledBy, "M001");
    nurse->sync();
    EXPECT_TRUE(nurse->holds(late.record)) << "and goes to whom it was for";
}

TEST_F(LateInbox, WhatCannotStandAnyMoreWaitsOnWithTheReason) {
    const auto accepting = assessor->accepts(referral.record);
    withdrawn();
    ASSERT_TRUE(atHome([&](LedgerWrites& writes) {
        const Intent* late[] = {&accepting};
        return removal::LateInbox(writes, assessor->who, clock.now()).hold(late, ErrorCode::Revoked);
    }));
    const auto tried = atHome([&](LedgerWrites& writes) {
        return removal::accept(writes, {inbox().front().number, "M001", "they had accepted it"}, ids, clock.now());
    });
    EXPECT_EQ(tried.error().code, ErrorCode::Immutable);
    EXPECT_THAT(inbox(), SizeIs(1));
    EXPECT_EQ(ledgerOf(AgencyId{"trust"}).at(referral.record).fields.get(referral::kState), "withdrawn");
}

TEST_F(LateInbox, ClosedItKeepsItsWordsAndSaysWhy) {
    withdrawn();
    assessor->sync({message(*assessor, "too late")});
    const auto number = inbox().front().number;
    EXPECT_EQ(atHome([&](LedgerWrites& writes) -> Result<void> {
                  return removal::close(writes, {number, "M001", ""}, clock.now());
              })
                  .error()
                  .code,
              ErrorCode::Missing);
    EXPECT_TRUE(atHome([&](LedgerWrites& writes) -> Result<void> {
        return removal::close(writes, {number, "M001", "spoken about on the phone"}, clock.now());
    }));
    EXPECT_TRUE(inbox().empty());
    ASSERT_THAT(inbox(HeldState::Closed), SizeIs(1));
    EXPECT_EQ(inbox(HeldState::Closed)[0].words, "spoken about on the phone");
}

TEST_F(LateInbox, AnEditWithoutWhatItsAuthorSawIsJudgedByTheVersionItWasMadeOn) {
    const auto registration = nurse->registers(person, "Wood");
    nurse->sync({registration});
    nurse->sync();
    auto edit = nurse->edits(registration.record, {{registration::kTown.tag, std::nullopt, textValue("Upper Combe")}});
    nurse->sync(
        {nurse->edits(registration.record, {{registration::kFrailty.tag, textValue("CFS 7"), textValue("CFS 8")}})});
    const auto results = nurse->sync({edit});
    ASSERT_THAT(results, SizeIs(1));
    EXPECT_EQ(results[0].outcome, IntentOutcome::Merged) << "the town it was made on is in the history";
    // Where that has changed meanwhile it is as much a conflict as if the device had said so.
    auto tooOld = edit;
    tooOld.op = ids.random<OpId>();
    tooOld.edits[0].after = textValue("Harbour");
    EXPECT_EQ(nurse->sync({tooOld})[0].reason, ErrorCode::Conflict);
}

} // namespace frontsheet::test
