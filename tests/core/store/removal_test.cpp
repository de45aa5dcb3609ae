// A home takes something back: what is left on the disk, when the home is told, and what becomes of unsent work.
#include "tests/core/store/decrypted_file.h"
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>

#include <future>
#include <thread>

namespace frontsheet {
namespace {

using test::kTrust;
using test::personScope;
using test::personScopes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class Removals : public ::testing::Test {
protected:
    test::Tablet m_tablet;
    PersonId m_edith = m_tablet.newId<PersonId>();
    PersonId m_arthur = m_tablet.newId<PersonId>();

    DeviceStore& store() { return m_tablet.store(); }
    [[nodiscard]] std::vector<std::string> places(const std::string& words) {
        return test::placesWith(m_tablet.folder(), test::kPassphrase, words);
    }
    [[nodiscard]] SyncStore::Exchange taking(const PersonId& person, std::uint64_t number = 77) {
        auto exchange = m_tablet.exchange();
        exchange.grants.gone = personScopes(person);
        exchange.removal = number;
        return exchange;
    }
    // The answer by which the home takes a note of this worker about Edith, at place 90 of its feed.
    [[nodiscard]] SyncStore::Exchange takenNoteOfMine() {
        m_tablet.mustApply(m_tablet.page({}, personScope(m_edith)));
        m_tablet.mustSave({m_tablet.creation(m_tablet.note(m_edith, "zorquel of mine"))});
        const auto sent = m_tablet.outgoing();
        EXPECT_THAT(sent, SizeIs(1));
        auto answer = m_tablet.answer(sent.at(0).intent.op, IntentOutcome::Applied, 1);
        answer.feedHead = 90;
        return answer;
    }
    [[nodiscard]] std::vector<std::uint64_t> toTell() { return store().evidence(kTrust, 10)->removed; }
    void holdNotes(const PersonId& person, int count, const std::string& words) {
        std::vector<IncomingRecord> records{m_tablet.sent(m_tablet.registration(person, "Quaxby", "Edith"))};
        for (int i = 0; i < count; ++i) {
            records.push_back(m_tablet.sent(m_tablet.note(person, words + " number" + std::to_string(i))));
        }
        auto page = m_tablet.page(std::move(records), personScope(person));
        page.grants.granted.push_back({personScope(person, Category::Identity), 0, {}});
        page.pages.push_back({personScope(person, Category::Identity), {}, true, {}, {}, 0});
        m_tablet.mustApply(page);
        m_tablet.mustIndex();
    }
};

TEST_F(Removals, AreToldOnceNothingIsLeftAndNotAgainOnceTheHomeKnows) {
    holdNotes(m_edith, 3, "zorquel");
    ASSERT_THAT(places("zorquel"), ::testing::Not(IsEmpty()));
    m_tablet.mustApply(taking(m_edith));
    EXPECT_THAT(places("zorquel"), IsEmpty());
    EXPECT_THAT(places("quaxby"), IsEmpty());
    EXPECT_THAT(toTell(), ElementsAre(77U));
    ASSERT_TRUE(m_tablet.open());
    EXPECT_THAT(toTell(), ElementsAre(77U)) << "a restart forgets nothing";
    auto answered = m_tablet.exchange();
    answered.removedTaken = {77, 5};
    m_tablet.mustApply(answered);
    EXPECT_THAT(toTell(), IsEmpty());
}

TEST_F(Removals, OfScopesThatHeldNothingAreToldAsWell) {
    auto granted = m_tablet.exchange();
    granted.grants.granted.push_back({Scope::everyone(Category::Housing).name(), 0, {}});
    granted.grants.granted.push_back({personScope(m_edith, Category::Housing), 0, {}});
    m_tablet.mustApply(granted);
    auto taken = m_tablet.exchange();
    taken.grants.gone = {Scope::everyone(Category::Housing).name(), personScope(m_edith, Category::Housing)};
    taken.removal = 78;
    m_tablet.mustApply(taken);
    EXPECT_THAT(toTell(), ElementsAre(78U)) << "nothing was there, and its home waits for word of that";
    EXPECT_THAT(places(m_edith.hex()), IsEmpty()) << "that there was something about her was said by the name alone";
}

TEST_F(Removals, OfHundredsLeaveTheWordsOfOthersFoundAndTheirOwnNot) {
    holdNotes(m_edith, 400, "zorquel shared");
    holdNotes(m_arthur, 300, "vexbright shared");
    m_tablet.mustApply(taking(m_edith));
    EXPECT_THAT(places("zorquel"), IsEmpty());
    EXPECT_THAT(store().search("zorq", 5).value(), IsEmpty());
    EXPECT_THAT(store().search("shared", 500).value(), SizeIs(300));
    EXPECT_THAT(store().search("vexbright number299", 5).value(), SizeIs(1));
    EXPECT_TRUE(store().checkIntegrity());
}

TEST_F(Removals, WhileSomebodyReadsTheDiskIsNotEmptiedAndTheHomeIsNotTold) {
    holdNotes(m_edith, 3, "zorquel");
    std::promise<void> reading;
    std::promise<void> mayEnd;
    std::thread reader([&] {
        bool first = true;
        (void)store().dumpCanonical([&](std::string_view) {
            if (std::exchange(first, false)) {
                reading.set_value();
                mayEnd.get_future().wait();
            }
            return ok();
        });
    });
    reading.get_future().wait();
    m_tablet.mustApply(taking(m_edith));
    EXPECT_THAT(m_tablet.dump(), IsEmpty()) << "the rows have gone for every new reader";
    EXPECT_THAT(places("zorquel"), ::testing::Not(IsEmpty())) << "but the one that reads keeps old pages";
    EXPECT_THAT(toTell(), IsEmpty());
    mayEnd.set_value();
    reader.join();
    EXPECT_THAT(toTell(), ElementsAre(77U)) << "and the next exchange makes up for it";
    EXPECT_THAT(places("zorquel"), IsEmpty());
}

TEST_F(Removals, AnEditOnItsWayHoldsTheTellingBackUntilItsHomeHasAnswered) {
    const Record note = m_tablet.note(m_edith, "zorquel of the home", "draft");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 2)}, personScope(m_edith)));
    const Intent edit = m_tablet.rewording(note.id, "vexbright of the author");
    m_tablet.mustSave({edit});
    ASSERT_THAT(m_tablet.outgoing(), SizeIs(1));
    m_tablet.mustApply(taking(m_edith));
    EXPECT_THAT(toTell(), IsEmpty()) << "its bytes may not change while the home may have it";
    EXPECT_EQ(m_tablet.outgoing().front().intent, edit);
    m_tablet.mustApply(m_tablet.answer(edit.op, IntentOutcome::Held));
    EXPECT_THAT(places("zorquel"), IsEmpty());
    EXPECT_THAT(places("vexbright"), ::testing::Not(IsEmpty()));
    EXPECT_THAT(toTell(), ElementsAre(77U));
    const auto items = store().outbox().value();
    ASSERT_THAT(items, SizeIs(1));
    EXPECT_EQ(items[0].outcome, IntentOutcome::Held);
    EXPECT_EQ(items[0].reason, ErrorCode::NotPermitted);
}

// Both were at home once; the restored home refuses the first, so the second stays behind it and is on its way no more.
TEST_F(Removals, WhatWasSentBeforeItsHomeWasRestoredHoldsTheTellingBackNoLonger) {
    const Record note = m_tablet.note(m_edith, "zorquel of the home", "draft");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 2)}, personScope(m_edith)));
    std::vector<Intent> edits;
    for (const char* words : {"vexbright begun", "vexbright ended"}) {
        edits.push_back(m_tablet.rewording(note.id, words));
        m_tablet.mustSave({edits.back()});
        ASSERT_THAT(m_tablet.outgoing(), Not(IsEmpty()));
        auto answer = m_tablet.exchange();
        answer.results.push_back({edits.back().op, IntentOutcome::Applied, ErrorCode{}, {edits.size() + 2}});
        answer.feedHead = 90;
        answer.safeSeq = 12;
        m_tablet.mustApply(answer);
    }

    const auto epoch = m_tablet.ids().random<Epoch>();
    ASSERT_TRUE(store().startOver(kTrust, epoch));
    ASSERT_THAT(m_tablet.outgoing(), Not(IsEmpty()));
    auto refused = m_tablet.answer(edits[0].op, IntentOutcome::Refused);
    refused.epoch = epoch;
    m_tablet.mustApply(refused);
    auto taken = taking(m_edith);
    taken.epoch = epoch;
    m_tablet.mustApply(taken);
    EXPECT_THAT(toTell(), ElementsAre(77U));
    EXPECT_THAT(places("zorquel"), IsEmpty());
    const auto items = store().outbox().value();
    ASSERT_THAT(items, SizeIs(2)) << "both of its author's, to be seen to";
    EXPECT_EQ(items[0].state, OutboxState::NeedsAttention);
    EXPECT_EQ(items[1].state, OutboxState::WaitsForAnother);
}

TEST_F(Removals, AnEditOnItsWayWhoseScopeComesAgainHoldsTheTellingBackNoLonger) {
    const Record note = m_tablet.note(m_edith, "zorquel of the home", "draft");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 2)}, personScope(m_edith)));
    m_tablet.mustSave({m_tablet.rewording(note.id, "vexbright of the author")});
    ASSERT_THAT(m_tablet.outgoing(), SizeIs(1));
    m_tablet.mustApply(taking(m_edith));
    ASSERT_THAT(toTell(), IsEmpty());
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 2)}, personScope(m_edith)));
    EXPECT_EQ(m_tablet.textOf(note.id), "vexbright of the author");
    EXPECT_THAT(toTell(), ElementsAre(77U));
}

TEST_F(Removals, UnsentWorkComesBackIntoViewWithItsScope) {
    const Record note = m_tablet.note(m_edith, "of the home", "draft");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 2)}, personScope(m_edith)));
    m_tablet.mustSave({m_tablet.rewording(note.id, "of the author")});
    const Record own = m_tablet.note(m_edith, "a new one");
    m_tablet.mustSave({m_tablet.creation(own)});
    m_tablet.mustApply(taking(m_edith));
    EXPECT_FALSE(m_tablet.held(note.id));
    EXPECT_FALSE(m_tablet.held(own.id));
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 3)}, personScope(m_edith)));
    EXPECT_EQ(m_tablet.textOf(note.id), "of the author");
    EXPECT_EQ(m_tablet.textOf(own.id), "a new one");
    EXPECT_THAT(m_tablet.outgoing(), SizeIs(2));
}

TEST_F(Removals, WhatIsWrittenOnInTheOpenEditorStandsApartToo) {
    Record draft = m_tablet.note(m_edith, "begun", "draft");
    m_tablet.mustApply(m_tablet.page({}, personScope(m_edith)));
    m_tablet.mustSave({m_tablet.creation(draft)});
    m_tablet.mustApply(taking(m_edith));
    const Record before = draft;
    draft.fields.put(contact_note::kText, std::string{"begun and ended"});
    m_tablet.mustSave({m_tablet.edit(before, draft)});
    EXPECT_FALSE(m_tablet.held(draft.id));
    const auto sent = m_tablet.outgoing();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_EQ(sent[0].intent.edits.front().after, textValue("begun and ended"));
}

// Found by simulation: the home came back from a backup of before it took the edit, and it was nowhere.
TEST_F(Removals, WhatTheHomeMayLoseStaysInItsAuthorsWordsAloneUntilItHasAVerifiedCopy) {
    enum class Taken { BeforeTheScopeGoes, After };
    for (const auto when : {Taken::BeforeTheScopeGoes, Taken::After}) {
        const Record note = m_tablet.note(m_edith, "zorquel of the home", "draft");
        m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 2)}, personScope(m_edith)));
        const Intent edit = m_tablet.rewording(note.id, "vexbright of the author");
        m_tablet.mustSave({edit});
        ASSERT_THAT(m_tablet.outgoing(), SizeIs(1));
        auto answer = m_tablet.answer(edit.op, IntentOutcome::Applied, 3);
        answer.feedHead = 90;
        answer.safeSeq = 12;
        const std::uint64_t number = when == Taken::After ? 78 : 77;
        auto taken = taking(m_edith, number);
        taken.safeSeq = 12;
        m_tablet.mustApply(when == Taken::After ? taken : answer);
        m_tablet.mustApply(when == Taken::After ? answer : taken);
        EXPECT_THAT(places("zorquel"), IsEmpty());
        EXPECT_THAT(places("vexbright"), Not(IsEmpty()));
        EXPECT_THAT(toTell(), ElementsAre(number)) << "they hold nothing up";
        EXPECT_FALSE(m_tablet.held(note.id));
        EXPECT_THAT(store().outbox().value(), IsEmpty()) << "nobody has to see to them";
        EXPECT_THAT(m_tablet.outgoing(), IsEmpty());

        if (when == Taken::After) {
            const auto epoch = m_tablet.ids().random<Epoch>();
            ASSERT_TRUE(store().startOver(kTrust, epoch));
            const auto again = m_tablet.outgoing();
            ASSERT_THAT(again, SizeIs(1));
            EXPECT_EQ(again[0].intent, wordsAloneOf(edit));
            answer.epoch = epoch;
            m_tablet.mustApply(answer);
        }
        auto backedUp = m_tablet.exchange();
        backedUp.epoch = answer.epoch;
        backedUp.feedHead = backedUp.safeSeq = 90;
        backedUp.removedTaken = {number};
        m_tablet.mustApply(backedUp);
        EXPECT_THAT(places("vexbright"), IsEmpty());
    }
}

TEST_F(Removals, AHomeThatClosesToTheDeviceIsSentNothingAgain) {
    m_tablet.mustApply(takenNoteOfMine());
    ASSERT_THAT(places("zorquel"), Not(IsEmpty()));
    ASSERT_TRUE(store().closeHome(kTrust, 5, SyncStore::HomeClosing::KeepOwnWords));
    EXPECT_THAT(places("zorquel"), IsEmpty());
}

TEST_F(Removals, WhatTheHomeHasTakenGoesAtOnceEvenBeforeItsPageCame) {
    auto both = takenNoteOfMine();
    both.safeSeq = 90;
    both.grants.gone = personScopes(m_edith);
    both.removal = 3;
    m_tablet.mustApply(both);
    EXPECT_THAT(places("zorquel"), IsEmpty());
    EXPECT_THAT(m_tablet.dump(), IsEmpty());
    EXPECT_THAT(toTell(), ElementsAre(3U));
}

TEST_F(Removals, AClosedHomeLeavesItsAuthorsWordsOrNothing) {
    for (const auto how : {SyncStore::HomeClosing::KeepOwnWords, SyncStore::HomeClosing::LeaveNothing}) {
        holdNotes(m_edith, 5, "zorquel");
        const Record own = m_tablet.note(m_edith, "vexbright");
        const Intent creation = m_tablet.creation(own);
        m_tablet.mustSave({creation});
        const HomeReading reading{kTrust, {m_tablet.newId<RecordId>(), {1}, ReadingHow::Shown, test::kMonday}};
        ASSERT_TRUE(store().noteReadings({&reading, 1}));
        ASSERT_THAT(store().handIn(kTrust, 0, 10, 1 << 20).value(), SizeIs(::testing::Ge(1)));
        ASSERT_TRUE(
            store().takeResults(kTrust, {{creation.op, IntentOutcome::Held, ErrorCode::Revoked, HomeVersion{}}}, {}));
        ASSERT_TRUE(store().closeHome(kTrust, 9, how));
        EXPECT_THAT(places("zorquel"), IsEmpty());
        EXPECT_THAT(places(m_edith.raw()).empty(), how == SyncStore::HomeClosing::LeaveNothing);
        EXPECT_THAT(places("vexbright").empty(), how == SyncStore::HomeClosing::LeaveNothing);
        EXPECT_THAT(toTell(), ElementsAre(9U));
        EXPECT_THAT(store().position(kTrust)->held, IsEmpty());
        EXPECT_THAT(store().evidence(kTrust, 10)->readings, IsEmpty());
    }
}

} // namespace
} // namespace frontsheet
