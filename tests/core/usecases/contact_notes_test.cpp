#include "core/usecases/sharing.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

class NotesStory : public Story {
protected:
    ContactNotes notes{nurse().workplace()};
    const AgencyId trust{"community_trust"};
};

TEST_F(NotesStory, WhatIsTypedIsSavedAsItIsTypedAndGoesOutOnce) {
    RecordId draft;
    for (const auto* text : {"W", "Wound", "Wound clean", "Wound clean. Ate well."}) {
        draft = must(notes.saveDraft(draft, visit(text)));
        EXPECT_EQ(nurse().store.record(draft).value()->record.fields.get(contact_note::kText), text);
    }
    EXPECT_EQ(nurse().store.outbox().value().size(), 1u) << "one intent, however often it was saved";
    must(notes.sign(draft, visit("Wound clean. Ate well.")));
    EXPECT_EQ(nurse().store.outbox().value().size(), 1u);
    world.sync(nurse());
    EXPECT_TRUE(nurse().store.outbox().value().empty());
    EXPECT_EQ(world.count(trust, RecordType::ContactNote), 1u);
    EXPECT_EQ(at("community_trust", draft).fields.get(contact_note::kState), "signed");
    EXPECT_EQ(at("community_trust", draft).author, WorkerId{"W012"});
}

TEST_F(NotesStory, ADraftIsSeenByItsAuthorAloneUntilSheSigns) {
    const auto draft = must(notes.saveDraft({}, visit("Not yet said")));
    world.sync(nurse());
    world.sync(colleague());
    EXPECT_FALSE(holds(colleague(), draft));
    ASSERT_EQ(must(notes.drafts()).size(), 1u);
    EXPECT_TRUE(must(ContactNotes{colleague().workplace()}.drafts()).empty());
    must(notes.sign(draft, visit("Said")));
    world.sync(nurse());
    world.sync(colleague());
    world.sync(officer());
    EXPECT_TRUE(holds(colleague(), draft));
    EXPECT_FALSE(holds(officer(), draft)) << "housing has no relationship";
    EXPECT_TRUE(must(notes.drafts()).empty());
}

// The reply to the first save was lost on the way; the server has it, the tablet does not know.
TEST_F(NotesStory, SigningAfterALostReplyIsTakenAllTheSame) {
    const auto draft = must(notes.saveDraft({}, visit("Wound clean")));
    const auto sent = nurse().store.takeOutgoing(trust);
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(world.home(trust).take(nurse().me, sent[0], world.now()).outcome, IntentOutcome::Applied);
    must(notes.sign(draft, visit("Wound clean and dry")));
    EXPECT_EQ(nurse().store.outbox().value().size(), 2u) << "nothing is folded into what is on its way";
    world.sync(nurse());
    EXPECT_TRUE(nurse().store.outbox().value().empty()) << "neither refused nor doubled";
    EXPECT_EQ(world.count(trust, RecordType::ContactNote), 1u);
    EXPECT_EQ(at("community_trust", draft).fields.get(contact_note::kText), "Wound clean and dry");
    EXPECT_EQ(at("community_trust", draft).fields.get(contact_note::kState), "signed");
}

TEST_F(NotesStory, ASignThatFailsLeavesTheDraftAsItWasSaved) {
    const auto draft = must(notes.saveDraft({}, visit("Wound clean")));
    nurse().store.failNextSave(ErrorCode::DiskFull);
    EXPECT_EQ(refused(notes.sign(draft, visit("Wound clean, dressing changed"))), ErrorCode::DiskFull);
    auto held = nurse().store.record(draft).value();
    ASSERT_TRUE(held);
    EXPECT_EQ(held->record.fields.get(contact_note::kText), "Wound clean");
    EXPECT_EQ(held->record.fields.get(contact_note::kState), "draft");
    EXPECT_EQ(refused(notes.sign(draft, visit("  "))), ErrorCode::Missing);
    EXPECT_EQ(refused(notes.sign(draft, visit(std::string(70000, 'x')))), ErrorCode::TooLarge);
    held = nurse().store.record(draft).value();
    EXPECT_EQ(held->record.fields.get(contact_note::kText), "Wound clean");
    must(notes.sign(draft, visit("Wound clean, dressing changed")));
}

TEST_F(NotesStory, ASecondTapIsNoSecondEdit) {
    const auto draft = must(notes.saveDraft({}, visit("Wound clean")));
    const auto saves = nurse().store.saves();
    EXPECT_EQ(must(notes.saveDraft(draft, visit("Wound clean"))), draft);
    EXPECT_EQ(nurse().store.saves(), saves);
    must(notes.sign(draft, visit("Wound clean")));
    EXPECT_EQ(must(notes.sign(draft, visit("Wound clean"))), draft) << "signed already, word for word";
    EXPECT_EQ(nurse().store.saves(), saves + 1);
    EXPECT_EQ(refused(notes.sign(draft, visit("Other words"))), ErrorCode::Immutable);
    EXPECT_EQ(refused(notes.saveDraft(draft, visit("Other words"))), ErrorCode::Immutable);
}

TEST_F(NotesStory, TimeAndCategoryCanBePutRightUntilItIsSigned) {
    auto note = visit("Low in mood");
    const auto draft = must(notes.saveDraft({}, note));
    note.category = Category::MentalHealth;
    note.occurredAt = kFridayMorning + -3h;
    must(notes.saveDraft(draft, note));
    world.sync(nurse());
    EXPECT_EQ(at("community_trust", draft).category, Category::MentalHealth);
    EXPECT_EQ(at("community_trust", draft).occurredAt, kFridayMorning + -3h);
    note.category = Category::ContactNote;
    must(notes.saveDraft(draft, note));
    world.sync(nurse());
    EXPECT_EQ(at("community_trust", draft).category, Category::ContactNote) << "once it is at its home too";
    note.occurredAt = {};
    must(notes.sign(draft, note));
    world.sync(nurse());
    EXPECT_EQ(at("community_trust", draft).occurredAt, kFridayMorning + -3h) << "0: what the draft already says";
}

TEST_F(NotesStory, FieldsOfANewerProgramStayOnADraftThisOneEdits) {
    const auto draft = must(notes.saveDraft({}, visit("Wound clean")));
    world.sync(nurse());
    auto record = at("community_trust", draft);
    record.fields.set(FieldTag{900}, Value{"of tomorrow"s});
    world.home(trust).hold(record, world.now());
    world.sync(nurse());
    must(notes.sign(draft, visit("Wound clean and dry")));
    world.sync(nurse());
    EXPECT_NE(at("community_trust", draft).fields.find(FieldTag{900}), nullptr);
}

TEST_F(NotesStory, ASignedNoteIsCorrectedByAnAddendum) {
    const auto note = must(notes.sign({}, visit("Left leg")));
    auto addendum = visit("It was the right leg");
    addendum.addendumTo = note;
    const auto added = must(notes.sign({}, addendum));
    world.sync(nurse());
    const auto sheet = must(People{nurse().workplace()}.frontSheet(edith));
    ASSERT_EQ(sheet.notes.size(), 2u);
    EXPECT_EQ(sheet.notes[0].id, note);
    EXPECT_EQ(sheet.notes[1].id, added);
    addendum.addendumTo = must(notes.saveDraft({}, visit("a draft")));
    EXPECT_EQ(refused(notes.sign({}, addendum)), ErrorCode::WrongState);
    addendum.addendumTo = world.ids().random<RecordId>();
    EXPECT_EQ(refused(notes.sign({}, addendum)), ErrorCode::NotFound);
    addendum.addendumTo = note;
    addendum.person = world.ids().random<PersonId>();
    EXPECT_EQ(refused(notes.sign({}, addendum)), ErrorCode::InvalidArgument) << "about somebody else";
}

TEST_F(NotesStory, WhatIsEnteredInErrorLeavesItsWordsAtHomeAlone) {
    const auto note = must(notes.sign({}, visit("About somebody else")));
    world.sync(nurse());
    world.sync(colleague());
    EXPECT_EQ(refused(notes.enterInError(note, " ")), ErrorCode::Missing);
    must(notes.enterInError(note, "wrong person"));
    world.sync(nurse());
    world.sync(colleague());
    EXPECT_EQ(at("community_trust", note).fields.get(contact_note::kText), "About somebody else");
    for (auto* desk : {&nurse(), &colleague()}) {
        const auto held = desk->store.record(note).value();
        ASSERT_TRUE(held);
        EXPECT_EQ(held->record.fields.get(contact_note::kText), "");
        EXPECT_EQ(held->record.fields.get(contact_note::kErrorReason), "wrong person");
    }
    EXPECT_EQ(refused(notes.enterInError(note, "again")), ErrorCode::Immutable);
    const auto draft = must(notes.saveDraft({}, visit("a draft")));
    EXPECT_EQ(refused(notes.enterInError(draft, "wrong person")), ErrorCode::WrongState);
    EXPECT_EQ(refused(notes.enterInError(world.ids().random<RecordId>(), "x")), ErrorCode::NotFound);
}

TEST_F(NotesStory, NamesAndWordsOfEveryScriptComeBackExactly) {
    for (const auto& text : {"Null"s, "True"s, "O'Neill said \"no\"\n\ttab"s, "محمد"s, "李小龍 😀"s,
                             std::string(10000, 'x'), "e\u0301 \u200F"s}) {
        const auto note = must(notes.sign({}, visit(text)));
        world.sync(nurse());
        EXPECT_EQ(at("community_trust", note).fields.get(contact_note::kText), text);
    }
}

TEST_F(NotesStory, ABlankNoteIsNotStarted) {
    EXPECT_EQ(refused(notes.saveDraft({}, visit(" \n"))), ErrorCode::InvalidArgument);
    const auto draft = must(notes.saveDraft({}, visit("something")));
    must(notes.saveDraft(draft, visit(""))); // taking all words out again is not losing the draft
    EXPECT_TRUE(holds(nurse(), draft));
    EXPECT_EQ(refused(notes.saveDraft(world.ids().random<RecordId>(), visit("x"))), ErrorCode::NotFound);
}

// A joined page may have been opened by the council's id of her, which says nothing to the trust.
TEST_F(NotesStory, WhatIsWrittenOnAPageOpenedByAPartnersIdIsFiledUnderTheOwn) {
    const auto atCouncil = world.ids().timeOrdered<PersonId>(kFridayMorning);
    world.hold({sampleRegistration(world.ids(), "council", atCouncil),
                sampleMembership(world.ids(), "council", atCouncil, "community_trust", "W012"),
                sampleLink(world.ids(), "council", atCouncil, "community_trust", edith),
                sampleLink(world.ids(), "community_trust", edith, "council", atCouncil)});
    world.sync(nurse());
    ASSERT_EQ(must(nurse().store.sameHuman(atCouncil)).size(), 2u);
    auto words = visit("Wound clean");
    words.person = atCouncil;
    const auto draft = must(notes.saveDraft({}, words));
    words.text = "Wound clean. Ate well.";
    EXPECT_EQ(must(notes.saveDraft(draft, words)), draft) << "typing goes on in the same draft";
    must(notes.sign(draft, words));
    auto asked = assessment();
    asked.person = atCouncil;
    const auto referral = must(Referrals{nurse().workplace()}.send(asked));
    world.sync(nurse());
    EXPECT_TRUE(nurse().store.outbox().value().empty()) << "nothing is refused";
    EXPECT_EQ(at("community_trust", draft).person, edith);
    EXPECT_EQ(at("community_trust", referral).person, edith);
}

TEST_F(NotesStory, WhoWillSeeItIsSaidBeforeItIsSaved) {
    const auto seen = [&] { return must(Sharing{nurse().workplace()}.whoWillSee(notes.draftOf(visit("x")))).roles; };
    EXPECT_EQ(seen().front().agency.code, trust);
    EXPECT_EQ(seen()[1].extent, sharing::Extent::Nothing);
    const auto accepted = must(Referrals{nurse().workplace()}.send(assessment()));
    world.sync(nurse());
    world.sync(assessor());
    must(Referrals{assessor().workplace()}.answer(accepted, Answer::Accept, "Thursday"));
    world.sync(assessor());
    world.sync(nurse());
    EXPECT_EQ(seen()[1].agency.code, AgencyId{"council"});
    EXPECT_EQ(seen()[1].workers.at(0).name, "Bethan Price");
}

} // namespace
} // namespace frontsheet
