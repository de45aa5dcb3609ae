#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

using namespace std::chrono_literals;

class WaitingStory : public Story {
protected:
    WaitingWork waiting{nurse().workplace()};
};

TEST_F(WaitingStory, CountsWhatWaitsAndNamesItByPersonAndWords) {
    ContactNotes notes{nurse().workplace()};
    Referrals referrals{nurse().workplace()};
    must(notes.sign({}, visit("Wound clean\nAte well")));
    must(referrals.send(assessment()));
    const auto state = must(waiting.state());
    EXPECT_EQ(state.toSend, 2u);
    EXPECT_EQ(state.needsAttention, 0u);
    const auto items = must(waiting.items());
    ASSERT_EQ(items.size(), 2u);
    EXPECT_EQ(items[0].personName, "Edith Marlowe");
    EXPECT_EQ(items[0].title, "Wound clean\nAte well");
    EXPECT_EQ(items[1].title, "Assessment at home");
    world.sync(nurse());
    EXPECT_EQ(must(waiting.state()).toSend, 0u);
}

// What was refused is no longer in the view; the words must still be there to be read and written again.
TEST_F(WaitingStory, ARefusedNoteKeepsItsWordsUntilSomebodySettlesIt) {
    ContactNotes notes{nurse().workplace()};
    must(notes.sign({}, visit("Only here")));
    const auto op = nurse().store.outbox().value().at(0).intent.op;
    nurse().store.settleResult({op, IntentOutcome::Refused, ErrorCode::NotPermitted, {}});
    EXPECT_EQ(must(waiting.state()).needsAttention, 1u);
    EXPECT_EQ(must(waiting.state()).toSend, 0u);
    auto items = must(waiting.items());
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].title, "Only here");
    EXPECT_EQ(items[0].item.reason, ErrorCode::NotPermitted);
    must(waiting.settle(op));
    EXPECT_TRUE(must(waiting.items()).empty());
    EXPECT_EQ(refused(waiting.settle(op)), ErrorCode::NotFound);
}

// An acceptance, a registration and a care team's member that were saved as one go as one: whoever lets go of the first is told so.
TEST_F(WaitingStory, WhatIsLetGoTogetherIsSaidBeforehand) {
    auto& store = nurse().store;
    const auto note = [&](const TransactionId& transaction, const OpId& after) {
        Intent intent;
        intent.op = nurse().ids.random<OpId>();
        intent.record = nurse().ids.random<RecordId>();
        intent.type = RecordType::ContactNote;
        intent.home = nurse().me.agency;
        intent.person = visit("x").person;
        intent.category = Category::ContactNote;
        intent.occurredAt = nurse().clock.now();
        intent.transaction = transaction;
        intent.after = after;
        return intent;
    };
    const auto first = note({}, {});
    const auto pair = nurse().ids.random<TransactionId>();
    const auto waits = note(pair, first.op);
    const auto along = note(pair, {});
    must(store.save({first, waits, along, note({}, {}), note(nurse().ids.random<TransactionId>(), {})}));
    store.settleResult({first.op, IntentOutcome::Refused, ErrorCode::NotPermitted, {}});
    const auto items = must(waiting.items());
    ASSERT_EQ(items.size(), 5U);
    EXPECT_EQ(items[0].along, 2U) << "what waits for it, and what was saved with that";
    for (std::size_t i = 1; i < items.size(); ++i) {
        EXPECT_EQ(items[i].along, 0U) << "nothing is asked about what only waits";
    }
    store.settleResult({first.op, IntentOutcome::Held, ErrorCode::NotPermitted, {}});
    EXPECT_EQ(must(waiting.items())[0].along, 0U);
}

// Another agency holds a message about somebody this nurse is no longer involved with there: her own agency keeps her words.
TEST_F(WaitingStory, WordsThatAnotherAgencyHoldsAreKeptAtOnesOwn) {
    auto& store = nurse().store;
    Intent message;
    message.op = nurse().ids.random<OpId>();
    message.record = nurse().ids.random<RecordId>();
    message.type = RecordType::ReferralMessage;
    message.home = AgencyId{"council"};
    message.person = visit("x").person;
    message.category = Category::Referral;
    message.occurredAt = nurse().clock.now();
    message.edits = {{referral_message::kText.tag, std::nullopt, textValue("She was in when I called")}};
    must(store.save({message}));
    EXPECT_EQ(refused(waiting.keepAtOwnAgency(message.op)), ErrorCode::WrongState) << "it is on its way";
    store.settleResult({message.op, IntentOutcome::Held, ErrorCode::NotPermitted, {}});
    EXPECT_TRUE(must(waiting.items()).at(0).mayKeep);
    must(waiting.keepAtOwnAgency(message.op));
    const auto items = must(waiting.items());
    ASSERT_EQ(items.size(), 1u);
    EXPECT_EQ(items[0].item.intent.type, RecordType::ContactNote);
    EXPECT_EQ(items[0].item.intent.home, nurse().me.agency);
    EXPECT_EQ(items[0].title, "She was in when I called");
    EXPECT_FALSE(items[0].mayKeep);
    EXPECT_EQ(refused(waiting.keepAtOwnAgency(message.op)), ErrorCode::WrongState) << "once";
}

// Refused there: nobody but this tablet has her words. All of them are at hand, and what was built on them says so.
TEST_F(WaitingStory, WordsThatAnotherAgencyRefusedAreReadWholeAndKeptAtOnesOwn) {
    auto& store = nurse().store;
    const std::string words = "Rang twice. " + std::string(300, 'r');
    const auto message = [&](const OpId& after) {
        Intent intent;
        intent.op = nurse().ids.random<OpId>();
        intent.record = nurse().ids.random<RecordId>();
        intent.type = RecordType::ReferralMessage;
        intent.home = AgencyId{"council"};
        intent.person = visit("x").person;
        intent.category = Category::Referral;
        intent.occurredAt = nurse().clock.now();
        intent.after = after;
        intent.edits = {{referral_message::kText.tag, std::nullopt, textValue(words)}};
        return intent;
    };
    const auto first = message({});
    const auto behind = message(first.op);
    must(store.save({first, behind, message(behind.op)}));
    for (const auto& item : must(waiting.items())) {
        EXPECT_FALSE(item.waitsForAuthor || item.mayKeep);
        EXPECT_TRUE(item.words.empty()) << "it is on its way";
    }
    store.settleResult({first.op, IntentOutcome::Refused, ErrorCode::WrongState, {}});
    auto items = must(waiting.items());
    EXPECT_EQ(items[0].words, words);
    EXPECT_LT(items[0].title.size(), words.size());
    EXPECT_TRUE(items[0].mayKeep);
    EXPECT_TRUE(items[1].waitsForAuthor);
    EXPECT_FALSE(items[2].waitsForAuthor) << "that one waits for what only waits";
    must(waiting.keepAtOwnAgency(first.op));
    items = must(waiting.items());
    EXPECT_EQ(items.back().item.intent.home, nurse().me.agency);
    EXPECT_EQ(items.back().item.intent.type, RecordType::ContactNote);
}

TEST_F(WaitingStory, SaysSinceWhenThereIsNoSignal) {
    const auto now = nurse().clock.now();
    const auto server = [&](const char* agency, WallTime answered, bool failing) {
        ServerState state;
        state.agency = AgencyId{agency};
        state.lastAnswered = answered;
        state.failing = failing;
        return state;
    };
    auto& store = nurse().store;
    EXPECT_FALSE(must(waiting.state()).noSignal) << "no server known yet is not no signal";
    store.setServers({server("community_trust", now + -1min, false), server("council", now + -2h, true)});
    auto state = must(waiting.state());
    EXPECT_FALSE(state.noSignal);
    EXPECT_TRUE(state.anyAnsweredRecently);
    EXPECT_EQ(state.noSignalSince, WallTime{});
    store.setServers({server("community_trust", now + -30min, true), server("council", now + -2h, true)});
    state = must(waiting.state());
    EXPECT_TRUE(state.noSignal);
    EXPECT_FALSE(state.anyAnsweredRecently);
    EXPECT_EQ(state.noSignalSince, now + -30min);
    store.setServers({server("community_trust", {}, true)});
    state = must(waiting.state());
    EXPECT_TRUE(state.noSignal) << "never answered at all";
    EXPECT_EQ(state.noSignalSince, WallTime{});
    // The clock was put back: an answer "in two years" is not recent.
    store.setServers({server("community_trust", now + 24h * 700, false)});
    EXPECT_FALSE(must(waiting.state()).anyAnsweredRecently);
}

} // namespace
} // namespace frontsheet
