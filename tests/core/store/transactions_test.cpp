// What was saved to apply together or not at all: a person who lets some of it go, or corrects some of it, never sends the rest
// alone.
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace frontsheet {
namespace {

using ::testing::SizeIs;

class Transactions : public ::testing::Test {
protected:
    test::Tablet m_tablet;
    PersonId m_edith = m_tablet.newId<PersonId>();

    DeviceStore& store() { return m_tablet.store(); }
    Intent part(const char* words, const TransactionId& transaction) {
        Intent intent = m_tablet.creation(m_tablet.note(m_edith, words));
        intent.transaction = transaction;
        return intent;
    }
    TransactionId newTransaction() { return m_tablet.ids().random<TransactionId>(); }
    void refuse(const std::vector<Intent>& intents, IntentOutcome outcome = IntentOutcome::Refused) {
        (void)m_tablet.outgoing();
        for (const auto& intent : intents) {
            m_tablet.mustApply(m_tablet.answer(intent.op, outcome, 0, ErrorCode::NotPermitted));
        }
    }
    std::size_t waiting() { return store().outbox().value().size(); }
    OutboxState stateOf(const OpId& op) {
        const auto items = store().outbox().value();
        const auto item =
            std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.intent.op == op; });
        EXPECT_NE(item, items.end());
        return item == items.end() ? OutboxState{} : item->state;
    }
};

// A registration that waits for a refused acceptance falls with it: so does the membership that was saved with it, though it
// waits for nothing itself, and what was saved with that.
TEST_F(Transactions, WhatWasSavedWithWhatFallsFallsToo) {
    const Intent refused = m_tablet.creation(m_tablet.note(m_edith, "refused"));
    const auto transaction = newTransaction();
    Intent waits = part("waits for it", transaction);
    waits.after = refused.op;
    const Intent along = part("saved with that", transaction);
    Intent further = part("and what waits for this", newTransaction());
    further.after = along.op;
    const Intent other = part("saved with the last", further.transaction);
    const Intent apart = m_tablet.creation(m_tablet.note(m_edith, "another matter"));
    m_tablet.mustSave({refused});
    m_tablet.mustSave({waits, along});
    m_tablet.mustSave({further, other});
    m_tablet.mustSave({apart});
    refuse({refused});
    ASSERT_TRUE(store().settle(refused.op));
    ASSERT_THAT(m_tablet.outgoing(), SizeIs(1)) << "the other matter, and nothing of what fell";
    EXPECT_EQ(m_tablet.outgoing().front().intent.op, apart.op);
    EXPECT_EQ(waiting(), 1U);
    for (const auto& gone : std::vector<Intent>{waits, along, further, other}) {
        EXPECT_FALSE(m_tablet.held(gone.record)) << "in no list either";
        EXPECT_TRUE(store().settle(gone.op)) << "its words are in the journal";
    }
}

TEST_F(Transactions, RefusedTogetherTheyAreLetGoTogether) {
    const auto transaction = newTransaction();
    const std::vector<Intent> parts{part("one", transaction), part("two", transaction), part("three", transaction)};
    m_tablet.mustSave(parts);
    refuse(parts);
    EXPECT_EQ(waiting(), 3U);
    ASSERT_TRUE(store().settle(parts[1].op));
    EXPECT_EQ(waiting(), 0U);
    EXPECT_THAT(m_tablet.outgoing(), SizeIs(0));
}

// What its home holds is all there: the home decides about the whole, and each is seen by its author before it leaves the list.
TEST_F(Transactions, HeldTogetherEachIsSeenByItself) {
    const auto transaction = newTransaction();
    const std::vector<Intent> parts{part("one", transaction), part("two", transaction)};
    m_tablet.mustSave(parts);
    refuse(parts, IntentOutcome::Held);
    ASSERT_TRUE(store().settle(parts[0].op));
    ASSERT_EQ(waiting(), 1U);
    EXPECT_EQ(stateOf(parts[1].op), OutboxState::NeedsAttention);
}

// Some of it held, some not answered yet: what was not answered goes on to where the rest is.
TEST_F(Transactions, WhatWaitsForItsAnswerStaysWhenTheHeldPartIsPutAway) {
    const auto transaction = newTransaction();
    const std::vector<Intent> parts{part("one", transaction), part("two", transaction)};
    m_tablet.mustSave(parts);
    refuse({parts[0]}, IntentOutcome::Held);
    ASSERT_TRUE(store().settle(parts[0].op));
    EXPECT_EQ(waiting(), 1U);
    ASSERT_THAT(m_tablet.outgoing(), SizeIs(1));
    EXPECT_EQ(m_tablet.outgoing().front().intent.op, parts[1].op);
}

TEST_F(Transactions, ACorrectionOfOneWaitsForTheOthersAndGoesWithThem) {
    const auto transaction = newTransaction();
    const std::vector<Intent> parts{part("one", transaction), part("two", transaction)};
    m_tablet.mustSave(parts);
    refuse(parts);
    Intent first = m_tablet.creation(m_tablet.note(m_edith, "one, corrected"));
    first.replaces = parts[0].op;
    m_tablet.mustSave({first});
    EXPECT_THAT(m_tablet.outgoing(), SizeIs(0)) << "half of it is still refused";
    EXPECT_EQ(stateOf(first.op), OutboxState::WaitsForAnother);
    Intent second = m_tablet.creation(m_tablet.note(m_edith, "two, corrected"));
    second.replaces = parts[1].op;
    m_tablet.mustSave({second});
    const auto sent = m_tablet.outgoing();
    ASSERT_THAT(sent, SizeIs(2));
    EXPECT_EQ(sent[0].intent.transaction, transaction);
    EXPECT_EQ(sent[1].intent.transaction, transaction);
}

// Only restored copies bring that about: a home decides about the whole.
TEST_F(Transactions, ACorrectionGoesAloneWhereItsHomeHasTheRest) {
    const auto transaction = newTransaction();
    const std::vector<Intent> together{part("one", transaction), part("two", transaction)};
    m_tablet.mustSave(together);
    (void)m_tablet.outgoing();
    m_tablet.mustApply(m_tablet.answer(together[1].op, IntentOutcome::Applied, 1));
    m_tablet.mustApply(m_tablet.answer(together[0].op, IntentOutcome::Refused, 0, ErrorCode::Duplicate));
    Intent corrected = m_tablet.creation(m_tablet.note(m_edith, "one, corrected"));
    corrected.replaces = together[0].op;
    m_tablet.mustSave({corrected});
    EXPECT_EQ(stateOf(corrected.op), OutboxState::Queued);
    const auto sent = m_tablet.outgoing();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_EQ(sent.front().intent.op, corrected.op);
}

TEST_F(Transactions, ACorrectionFallsWhereTheRestIsLetGo) {
    const auto transaction = newTransaction();
    const std::vector<Intent> parts{part("one", transaction), part("two", transaction)};
    m_tablet.mustSave(parts);
    refuse(parts);
    Intent first = m_tablet.creation(m_tablet.note(m_edith, "one, corrected"));
    first.replaces = parts[0].op;
    m_tablet.mustSave({first});
    ASSERT_TRUE(store().settle(parts[1].op));
    EXPECT_EQ(waiting(), 0U);
    EXPECT_THAT(m_tablet.outgoing(), SizeIs(0));
}

} // namespace
} // namespace frontsheet
