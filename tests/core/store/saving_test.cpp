// What is written on the tablet: saved, folded, shown, sent once, answered.
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using test::kCouncil;
using test::kTrust;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

class Saving : public ::testing::Test {
protected:
    test::Tablet m_tablet;
    PersonId m_edith = m_tablet.newId<PersonId>();

    DeviceStore& store() { return m_tablet.store(); }
    [[nodiscard]] OutboxItem only() {
        const auto items = store().outbox().value();
        EXPECT_THAT(items, SizeIs(1));
        return items.empty() ? OutboxItem{} : items.front();
    }
};

TEST_F(Saving, ANoteIsThereAfterTheTabletWasShutAndOpened) {
    const Record note = m_tablet.note(m_edith, "Kettle cold, Edith in her chair, says she is not hungry.");
    m_tablet.mustSave({m_tablet.creation(note)});
    ASSERT_TRUE(m_tablet.open());
    const auto held = m_tablet.held(note.id);
    ASSERT_TRUE(held);
    EXPECT_TRUE(held->waiting);
    EXPECT_EQ(held->record.version.n, 0u);
    EXPECT_EQ(held->record.fields, note.fields);
    EXPECT_EQ(held->record.person, m_edith);
    EXPECT_EQ(held->record.home, kTrust);
    EXPECT_EQ(only().state, OutboxState::Queued);
    EXPECT_EQ(only().savedAt, m_tablet.clock().now());
}

TEST_F(Saving, TypingOnDoesNotFloodTheOutbox) {
    Record draft = m_tablet.note(m_edith, "Door", "draft");
    m_tablet.mustSave({m_tablet.creation(draft)});
    const OpId first = only().intent.op;
    OpId last;
    for (const char* text : {"Door opened", "Door opened by the son", "Door opened by the son, who"}) {
        Record before = m_tablet.held(draft.id)->record;
        draft.fields.put(contact_note::kText, std::string{text});
        const Intent more = m_tablet.edit(before, draft);
        last = more.op;
        m_tablet.mustSave({more});
    }
    EXPECT_EQ(only().intent.op, first);
    EXPECT_EQ(m_tablet.textOf(draft.id), "Door opened by the son, who");
    // Something that waits for the last edit waits for what it was folded into.
    Intent message = m_tablet.creation(m_tablet.note(m_edith, "after it"));
    message.after = last;
    m_tablet.mustSave({message});
    EXPECT_EQ(store().outbox().value().back().state, OutboxState::WaitsForAnother);
    EXPECT_THAT(m_tablet.outgoing(), SizeIs(1));
}

TEST_F(Saving, WhatWasHandedOutNeverChangesItsBytes) {
    Record draft = m_tablet.note(m_edith, "Door", "draft");
    m_tablet.mustSave({m_tablet.creation(draft)});
    const auto sent = m_tablet.outgoing();
    ASSERT_THAT(sent, SizeIs(1));
    ASSERT_TRUE(m_tablet.open()) << "the mark outlives the process";
    const Record before = m_tablet.held(draft.id)->record;
    draft.fields.put(contact_note::kText, std::string{"Door opened"});
    m_tablet.mustSave({m_tablet.edit(before, draft)});
    EXPECT_THAT(store().outbox().value(), SizeIs(2));
    const auto again = m_tablet.outgoing();
    ASSERT_THAT(again, SizeIs(1)) << "the second edit waits for the first one's answer";
    EXPECT_EQ(again.front().intent, sent.front().intent);
    EXPECT_EQ(m_tablet.textOf(draft.id), "Door opened");
}

TEST_F(Saving, AnEditMadeBeforeTheAnswerStandsOnTheVersionTheAnswerGave) {
    Record draft = m_tablet.note(m_edith, "Door", "draft");
    m_tablet.mustSave({m_tablet.creation(draft)});
    const auto sent = m_tablet.outgoing();
    const Record before = m_tablet.held(draft.id)->record;
    draft.fields.put(contact_note::kText, std::string{"Door opened"});
    m_tablet.mustSave({m_tablet.edit(before, draft)});
    m_tablet.mustApply(m_tablet.answer(sent.front().intent.op, IntentOutcome::Applied, 1));
    const auto next = m_tablet.outgoing();
    ASSERT_THAT(next, SizeIs(1));
    EXPECT_EQ(next.front().intent.base.n, 1u);
    EXPECT_EQ(next.front().intent.edits.front().before, Value{std::string{"Door"}});
    // And one begun on the screen before the answer, saved after it.
    m_tablet.mustApply(m_tablet.answer(next.front().intent.op, IntentOutcome::Applied, 2));
    Record later = draft;
    later.fields.put(contact_note::kText, std::string{"Door opened wide"});
    m_tablet.mustSave({m_tablet.edit(draft, later)});
    EXPECT_EQ(m_tablet.outgoing().front().intent.base.n, 2u);
}

TEST_F(Saving, SavingTheSameAgainIsOneNote) {
    const Intent note = m_tablet.creation(m_tablet.note(m_edith, "once"));
    m_tablet.mustSave({note});
    m_tablet.mustSave({note});
    EXPECT_THAT(store().outbox().value(), SizeIs(1));
    Intent other = m_tablet.creation(m_tablet.note(m_edith, "another"));
    other.op = note.op;
    const auto clash = store().save({other});
    ASSERT_FALSE(clash);
    EXPECT_EQ(clash.error().code, ErrorCode::Duplicate);
}

TEST_F(Saving, AllOfThemOrNone) {
    const Record good = m_tablet.note(m_edith, "good");
    Intent bad = m_tablet.creation(m_tablet.note(m_edith, "bad"));
    bad.home = AgencyId{"no such/agency"};
    const auto saved = store().save({m_tablet.creation(good), bad});
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::InvalidArgument);
    EXPECT_FALSE(m_tablet.held(good.id));
    EXPECT_THAT(store().outbox().value(), SizeIs(0));
}

TEST_F(Saving, TheNoteDoesNotVanishBetweenTheAnswerAndThePage) {
    const Record note = m_tablet.note(m_edith, "Dressing changed.");
    m_tablet.mustSave({m_tablet.creation(note)});
    const auto sent = m_tablet.outgoing();
    m_tablet.mustApply(m_tablet.answer(sent.front().intent.op, IntentOutcome::Applied, 1));
    const auto answered = m_tablet.held(note.id);
    ASSERT_TRUE(answered);
    EXPECT_FALSE(answered->waiting);
    EXPECT_EQ(answered->record.version.n, 1u);
    EXPECT_EQ(answered->record.fields, note.fields);
    EXPECT_THAT(store().outbox().value(), SizeIs(0));
    EXPECT_THAT(m_tablet.outgoing(), SizeIs(0)) << "never sent again";
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 1)}));
    const auto mirrored = m_tablet.held(note.id);
    EXPECT_EQ(mirrored->record.fields, note.fields);
    EXPECT_TRUE(mirrored->record.recordedAt.isKnown());
}

TEST_F(Saving, AnOlderPageDoesNotBringTheOldTextBack) {
    Record note = m_tablet.note(m_edith, "old", "draft");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 5)}));
    const Record before = m_tablet.held(note.id)->record;
    note.fields.put(contact_note::kText, std::string{"new"});
    m_tablet.mustSave({m_tablet.edit(before, note)});
    const auto sent = m_tablet.outgoing();
    m_tablet.mustApply(m_tablet.answer(sent.front().intent.op, IntentOutcome::Applied, 7));
    Record others = before; // somebody else's version 6 comes first
    others.fields.put(contact_note::kKind, std::string{"phone-call"});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(others, 6)}));
    EXPECT_EQ(m_tablet.textOf(note.id), "new");
    EXPECT_EQ(m_tablet.held(note.id)->record.fields.get(contact_note::kKind), "phone-call");
    others.fields.put(contact_note::kText, std::string{"new, as the home has it"});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(others, 7)}));
    EXPECT_EQ(m_tablet.textOf(note.id), "new, as the home has it");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(before, 5)}));
    EXPECT_EQ(m_tablet.textOf(note.id), "new, as the home has it") << "an older version is left";
}

TEST_F(Saving, ARefusedNoteIsSetAsideWithItsWordsAndHoldsUpNothingElse) {
    const Record refused = m_tablet.note(m_edith, "refused words");
    const Record fine = m_tablet.note(m_edith, "fine");
    m_tablet.mustSave({m_tablet.creation(refused)});
    m_tablet.mustSave({m_tablet.creation(fine)});
    const auto sent = m_tablet.outgoing();
    ASSERT_THAT(sent, SizeIs(2));
    m_tablet.mustApply(m_tablet.answer(sent[0].intent.op, IntentOutcome::Refused, 0, ErrorCode::NotPermitted));
    EXPECT_FALSE(m_tablet.held(refused.id));
    const auto items = store().outbox().value();
    ASSERT_THAT(items, SizeIs(2));
    EXPECT_EQ(items[0].state, OutboxState::NeedsAttention);
    EXPECT_EQ(items[0].outcome, IntentOutcome::Refused);
    EXPECT_EQ(items[0].reason, ErrorCode::NotPermitted);
    EXPECT_EQ(withIntent(std::nullopt, items[0].intent).fields.get(contact_note::kText), "refused words");
    EXPECT_THAT(m_tablet.outgoing(), SizeIs(1));
    EXPECT_THAT(m_tablet.dump().back(), HasSubstr("{\"needs_attention\":\"" + sent[0].intent.op.hex()));
    ASSERT_TRUE(store().settle(sent[0].intent.op));
    EXPECT_THAT(store().outbox().value(), SizeIs(1));
    EXPECT_TRUE(store().settle(sent[0].intent.op)) << "seen already";
    const auto unknown = store().settle(m_tablet.ids().random<OpId>());
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::NotFound);
}

TEST_F(Saving, ARefusedEditGivesTheHomesWordsBack) {
    Record note = m_tablet.note(m_edith, "as at home", "draft");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 3)}));
    const Record before = m_tablet.held(note.id)->record;
    note.fields.put(contact_note::kText, std::string{"as typed here"});
    m_tablet.mustSave({m_tablet.edit(before, note)});
    EXPECT_EQ(m_tablet.textOf(note.id), "as typed here");
    const auto sent = m_tablet.outgoing();
    m_tablet.mustApply(m_tablet.answer(sent.front().intent.op, IntentOutcome::Conflict, 3));
    EXPECT_EQ(m_tablet.textOf(note.id), "as at home");
    EXPECT_FALSE(m_tablet.held(note.id)->waiting);
}

TEST_F(Saving, WordsThatMetOthersComeBackBesideThemAndWaitOnAList) {
    Record note = m_tablet.note(m_edith, "as at home", "draft");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 3)}));
    const Record before = m_tablet.held(note.id)->record;
    Record typed = note;
    typed.fields.put(contact_note::kText, std::string{"as typed here"});
    m_tablet.mustSave({m_tablet.edit(before, typed)});
    const auto op = m_tablet.outgoing().front().intent.op;
    m_tablet.mustApply(m_tablet.answer(op, IntentOutcome::Conflict, 4));
    EXPECT_EQ(m_tablet.textOf(note.id), "as at home") << "also until the page comes";
    EXPECT_THAT(store().outbox().value(), SizeIs(0)) << "the home has the words: nothing is left to send";

    OtherVersion other;
    other.op = op;
    other.agency = kTrust;
    other.author = test::kNurse;
    other.writtenAt = m_tablet.clock().now();
    other.says = {{contact_note::kText.tag, Value{std::string{"as typed here"}}, std::nullopt}};
    note.fields.setOthers({other});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 4)}));
    ASSERT_TRUE(m_tablet.open());
    EXPECT_THAT(m_tablet.held(note.id)->record.fields.others(), ElementsAre(other));
    EXPECT_THAT(store().worklist(Worklist::TwoVersions, test::kNurse.str(), 10).value(), SizeIs(1));

    Intent settling = m_tablet.edit(m_tablet.held(note.id)->record, m_tablet.held(note.id)->record);
    settling.settles = {op};
    m_tablet.mustSave({settling});
    EXPECT_THAT(m_tablet.held(note.id)->record.fields.others(), SizeIs(0)) << "at once";
    EXPECT_THAT(store().worklist(Worklist::TwoVersions, test::kNurse.str(), 10).value(), SizeIs(0));
}

TEST_F(Saving, WhatWaitsForAnAcceptanceIsNotSentBeforeItAndFallsWithIt) {
    const Record referral = m_tablet.referral(m_edith, "rails", kCouncil);
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(referral, 1)}), kCouncil);
    Record accepted = m_tablet.held(referral.id)->record;
    accepted.fields.put(referral::kState, std::string{"accepted"});
    const Intent acceptance = m_tablet.edit(m_tablet.held(referral.id)->record, accepted);
    const auto txn = m_tablet.ids().random<TransactionId>();
    Intent registration = m_tablet.creation(m_tablet.registration(m_edith, "Marlowe", "Edith"));
    Intent member = m_tablet.creation(m_tablet.membership(m_edith, kTrust, test::kNurse));
    for (Intent* own : {&registration, &member}) {
        own->after = acceptance.op;
        own->transaction = txn;
    }
    m_tablet.mustSave({acceptance, registration, member});
    EXPECT_THAT(m_tablet.outgoing(kTrust), SizeIs(0));
    EXPECT_THAT(m_tablet.outgoing(kCouncil), SizeIs(1));

    m_tablet.mustApply(m_tablet.answer(acceptance.op, IntentOutcome::Refused, 0, ErrorCode::WrongState), kCouncil);
    EXPECT_THAT(m_tablet.outgoing(kTrust), SizeIs(0)) << "still waiting, until a person decides";
    ASSERT_TRUE(store().settle(acceptance.op));
    EXPECT_THAT(store().outbox().value(), SizeIs(0));
    EXPECT_FALSE(m_tablet.held(registration.record));
    EXPECT_THAT(m_tablet.outgoing(kTrust), SizeIs(0));
}

TEST_F(Saving, TransactionsGoWholeOrNotAtAll) {
    const auto txn = m_tablet.ids().random<TransactionId>();
    std::vector<Intent> four;
    for (int i = 0; i < 4; ++i) {
        four.push_back(m_tablet.creation(m_tablet.note(m_edith, "part " + std::to_string(i))));
        four.back().transaction = txn;
    }
    m_tablet.mustSave({m_tablet.creation(m_tablet.note(m_edith, "alone"))});
    m_tablet.mustSave(four);
    EXPECT_THAT(store().outgoing(kTrust, 0, 3, 1 << 20).value(), SizeIs(1));
    EXPECT_THAT(store().outgoing(kTrust, 0, 5, 1 << 20).value(), SizeIs(5));
    m_tablet.mustApply(m_tablet.answer(m_tablet.outgoing().front().intent.op, IntentOutcome::Applied));
    EXPECT_THAT(store().outgoing(kTrust, 0, 1, 1).value(), SizeIs(4)) << "at least one transaction, however large";
}

TEST_F(Saving, ACorrectionTakesTheRefusedIntentsPlace) {
    Record note = m_tablet.note(m_edith, "wrong");
    const Intent wrong = m_tablet.creation(note);
    Intent follow = m_tablet.creation(m_tablet.note(m_edith, "follows"));
    follow.after = wrong.op;
    m_tablet.mustSave({wrong, follow});
    (void)m_tablet.outgoing();
    m_tablet.mustApply(m_tablet.answer(wrong.op, IntentOutcome::Refused));
    note.fields.put(contact_note::kText, std::string{"right"});
    Intent right = m_tablet.creation(note);
    right.replaces = wrong.op;
    m_tablet.mustSave({right});
    EXPECT_EQ(m_tablet.textOf(note.id), "right");
    ASSERT_THAT(m_tablet.outgoing(), SizeIs(1));
    EXPECT_EQ(m_tablet.outgoing().front().intent.op, right.op);
    EXPECT_TRUE(store().settle(wrong.op)) << "settled by the correction";
    m_tablet.mustApply(m_tablet.answer(right.op, IntentOutcome::Applied));
    ASSERT_THAT(m_tablet.outgoing(), SizeIs(1));
    EXPECT_EQ(m_tablet.outgoing().front().intent.op, follow.op);
}

TEST_F(Saving, ResultsOfAnotherServerOrAnOldExchangeChangeNothing) {
    const Record note = m_tablet.note(m_edith, "words");
    m_tablet.mustSave({m_tablet.creation(note)});
    const auto op = m_tablet.outgoing().front().intent.op;
    m_tablet.mustApply(m_tablet.answer(op, IntentOutcome::Applied), kCouncil);
    EXPECT_THAT(store().outbox().value(), SizeIs(1));
    m_tablet.mustApply(m_tablet.answer(op, IntentOutcome::Applied));
    m_tablet.mustApply(m_tablet.answer(op, IntentOutcome::Refused));
    EXPECT_THAT(store().outbox().value(), SizeIs(0));
    EXPECT_EQ(m_tablet.textOf(note.id), "words");
}

} // namespace
} // namespace frontsheet
