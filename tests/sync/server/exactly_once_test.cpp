#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "tests/sync/server/agency_world.h"

namespace frontsheet::test {

using ExactlyOnce = AgencyWorld;

TEST_F(ExactlyOnce, ANoteThatIsSentAgainIsThereOnce) {
    auto nurse = device("trust", "W012", "trust");
    const auto person = newPerson();
    const auto note = nurse.writesNote(person, "dressing changed");
    const auto first = nurse.sync({note});
    const auto again = nurse.sync({note}); // the reply was lost on the way
    restart();
    const auto later = nurse.sync({note}); // and she tries again after the server's restart

    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].outcome, IntentOutcome::Applied);
    EXPECT_EQ(first[0].version.n, 1U);
    EXPECT_EQ(again, first);
    EXPECT_EQ(later, first);
    EXPECT_EQ(feedOf(AgencyId{"trust"}).size(), 1U);
}

TEST_F(ExactlyOnce, TheSameIdentityWithOtherWordsIsRefused) {
    auto nurse = device("trust", "W012", "trust");
    const auto person = newPerson();
    const auto note = nurse.writesNote(person, "5 mg at night");
    nurse.sync({note});
    auto forged = note;
    forged.record = ids.timeOrdered<RecordId>(clock.now());
    forged.edits[0].after = textValue("10 mg in the morning");
    const auto results = nurse.sync({forged});

    ASSERT_EQ(results.size(), 1U);
    EXPECT_EQ(results[0].outcome, IntentOutcome::Refused);
    EXPECT_EQ(results[0].reason, ErrorCode::Duplicate);
    EXPECT_EQ(ledgerOf(AgencyId{"trust"}).size(), 1U);
}

// A device whose scope has gone lets go of what its home had written there.
TEST_F(ExactlyOnce, TheSameWordsWithoutWhatTheirAuthorSawAreTheSameEdit) {
    auto nurse = device("trust", "W012", "trust");
    const auto note = nurse.writesNote(newPerson(), "5 mg at night");
    nurse.sync({note});
    auto edit = note;
    edit.op = ids.timeOrdered<OpId>(clock.now());
    edit.base = HomeVersion{1};
    edit.edits = {{contact_note::kReaders.tag, textValue("before"), std::nullopt}};
    const auto first = nurse.sync({edit});
    const auto again = nurse.sync({wordsAloneOf(edit)});
    EXPECT_NE(edit, wordsAloneOf(edit));
    EXPECT_EQ(again, first);
    edit.edits[0].after = textValue("other words");
    EXPECT_EQ(nurse.sync({wordsAloneOf(edit)})[0].reason, ErrorCode::Duplicate);
}

TEST_F(ExactlyOnce, ARefusalIsFinalAndRemembered) {
    auto nurse = device("trust", "W012", "trust");
    const auto empty = nurse.writesNote(newPerson(), "   ");
    const auto first = nurse.sync({empty});
    const auto again = nurse.sync({empty});

    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].outcome, IntentOutcome::Refused);
    EXPECT_EQ(first[0].reason, ErrorCode::Missing);
    EXPECT_EQ(again, first);
    EXPECT_TRUE(feedOf(AgencyId{"trust"}).empty());
}

TEST_F(ExactlyOnce, ARefusedIntentDoesNotHoldUpTheOthers) {
    auto nurse = device("trust", "W012", "trust");
    const auto person = newPerson();
    const auto results =
        nurse.sync({nurse.writesNote(person, "one"), nurse.writesNote(person, ""), nurse.writesNote(person, "three")});

    ASSERT_EQ(results.size(), 3U);
    EXPECT_EQ(results[0].outcome, IntentOutcome::Applied);
    EXPECT_EQ(results[1].outcome, IntentOutcome::Refused);
    EXPECT_EQ(results[2].outcome, IntentOutcome::Applied);
    EXPECT_EQ(ledgerOf(AgencyId{"trust"}).size(), 2U);
}

TEST_F(ExactlyOnce, ATransactionAppliesWholeOrNotAtAll) {
    auto nurse = device("trust", "W012", "trust");
    const auto person = newPerson();
    auto good = nurse.writesNote(person, "kept together");
    auto bad = nurse.writesNote(person, "");
    good.transaction = bad.transaction = ids.random<TransactionId>();
    const auto alone = nurse.writesNote(person, "alone");
    const auto results = nurse.sync({good, alone, bad});

    ASSERT_EQ(results.size(), 3U);
    EXPECT_EQ(results[0].outcome, IntentOutcome::Refused);
    EXPECT_EQ(results[1].outcome, IntentOutcome::Applied);
    EXPECT_EQ(results[2].outcome, IntentOutcome::Refused);
    EXPECT_EQ(results[0].op, good.op);
    EXPECT_EQ(results[2].op, bad.op);
    const auto ledger = ledgerOf(AgencyId{"trust"});
    EXPECT_EQ(ledger.size(), 1U);
    EXPECT_TRUE(ledger.contains(alone.record));
}

TEST_F(ExactlyOnce, TwoEditsUnderOneIdentityInOneTransactionAreBothRefused) {
    auto nurse = device("trust", "W012", "trust");
    auto one = nurse.writesNote(newPerson(), "one");
    auto two = nurse.writesNote(newPerson(), "two");
    two.op = one.op;
    one.transaction = two.transaction = ids.random<TransactionId>();
    const auto results = nurse.sync({one, two});
    ASSERT_EQ(results.size(), 2U);
    EXPECT_EQ(results[0].reason, ErrorCode::Duplicate);
    EXPECT_EQ(results[1].reason, ErrorCode::Duplicate);
    EXPECT_TRUE(ledgerOf(AgencyId{"trust"}).empty());
}

TEST_F(ExactlyOnce, AnswersAreForgottenAfterTheirTimeAndNotBefore) {
    auto nurse = device("trust", "W012", "trust");
    const auto note = nurse.writesNote(newPerson(), "long ago");
    nurse.sync({note});
    clock.advance(std::chrono::hours{24 * 399});
    ASSERT_TRUE(server->tidy());
    EXPECT_EQ(nurse.sync({note})[0].outcome, IntentOutcome::Applied);
    clock.advance(std::chrono::hours{24 * 2});
    ASSERT_TRUE(server->tidy());
    // Forgotten, but the record's own identity still keeps it single: what it asks for stands already.
    const auto again = nurse.sync({note})[0];
    EXPECT_EQ(again.outcome, IntentOutcome::Applied);
    EXPECT_EQ(again.version.n, 1U);
    EXPECT_EQ(ledgerOf(AgencyId{"trust"}).size(), 1U);
}

TEST_F(ExactlyOnce, AcceptingAddsTheCareTeamInTheSameTransactionAndOnce) {
    auto nurse = device("trust", "W012", "trust");
    const auto person = newPerson();
    const auto sent = nurse.refers(person, AgencyId{"council"}, WorkerId{"W001"});
    nurse.sync({nurse.registers(person, "Wood"), sent});
    auto assessor = device("council", "W001", "trust", "social work assessor");
    assessor.sync();
    const auto acceptance = assessor.accepts(sent.record);
    const auto first = assessor.sync({acceptance});
    const auto again = assessor.sync({acceptance});

    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].outcome, IntentOutcome::Applied);
    EXPECT_EQ(again, first);
    std::size_t memberships = 0;
    for (const auto& [id, record] : ledgerOf(AgencyId{"trust"})) {
        memberships += record.type == RecordType::CareTeamMembership ? 1 : 0;
    }
    EXPECT_EQ(memberships, 1U);
    const auto feed = feedOf(AgencyId{"trust"});
    ASSERT_EQ(feed.size(), 4U); // registration, referral, then acceptance and membership together
    EXPECT_FALSE(feed[2].endsTransaction);
    EXPECT_TRUE(feed[3].endsTransaction);
}

TEST_F(ExactlyOnce, BothTextsOfAProseConflictAreKept) {
    auto nurse = device("trust", "W012", "trust");
    auto other = device("trust", "W013", "trust");
    const auto person = newPerson();
    auto registration = nurse.registers(person, "Wood");
    registration.edits.push_back({registration::kAlert.tag, std::nullopt, textValue("dog in the yard")});
    std::sort(registration.edits.begin(), registration.edits.end(),
              [](const FieldEdit& a, const FieldEdit& b) { return a.field < b.field; });
    nurse.sync({registration});
    other.sync();
    const auto mine =
        nurse.edits(registration.record,
                    {{registration::kAlert.tag, textValue("dog in the yard"), textValue("dog in the house now")}});
    const auto theirs = other.edits(
        registration.record, {{registration::kAlert.tag, textValue("dog in the yard"), textValue("no dog any more")}});
    EXPECT_EQ(nurse.sync({mine})[0].outcome, IntentOutcome::Applied);
    EXPECT_EQ(other.sync({theirs})[0].outcome, IntentOutcome::Conflict);

    const auto ledger = ledgerOf(AgencyId{"trust"});
    const auto& held = ledger.at(registration.record);
    EXPECT_EQ(held.fields.get(registration::kAlert), "dog in the house now");
    EXPECT_EQ(held.author, WorkerId{"W012"}) << "what stands is still its author's";
    ASSERT_EQ(held.fields.others().size(), 1U);
    const auto& kept = held.fields.others().front();
    EXPECT_EQ(kept.op, theirs.op);
    EXPECT_EQ(kept.author, WorkerId{"W013"});
    EXPECT_EQ(kept.standingAuthor, WorkerId{"W012"});
    ASSERT_EQ(kept.says.size(), 1U);
    EXPECT_EQ(kept.says.front().value, textValue("no dog any more"));
}

} // namespace frontsheet::test
