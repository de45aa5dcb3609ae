// How long an intent is kept: until its effect is in the mirror and in a verified copy at home, in whatever order those come.
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using test::kTrust;
using test::personScope;
using ::testing::IsEmpty;
using ::testing::SizeIs;

enum class Arrival : std::uint8_t { AnswerFirst, Together, PageFirst };

class AppliedNote : public ::testing::TestWithParam<Arrival> {
protected:
    void SetUp() override { m_tablet.mustApply(m_tablet.page({}, personScope(m_edith))); }

    // The note is at home and in the mirror; its home's feed stood at `head` when it answered, its copy at `safe`.
    void arrive(std::uint64_t head, std::uint64_t safe) {
        m_tablet.mustSave({m_tablet.creation(m_note)});
        ASSERT_THAT(m_tablet.outgoing(), SizeIs(1));
        auto answer = m_tablet.answer(m_tablet.outgoing().front().intent.op, IntentOutcome::Applied, 1);
        answer.feedHead = head;
        auto page = m_tablet.page({m_tablet.sent(m_note, 1)});
        answer.safeSeq = page.safeSeq = safe;
        switch (GetParam()) {
        case Arrival::AnswerFirst:
            m_tablet.mustApply(answer);
            m_tablet.mustApply(page);
            break;
        case Arrival::Together:
            answer.pages = page.pages;
            m_tablet.mustApply(answer);
            break;
        case Arrival::PageFirst:
            m_tablet.mustApply(page);
            m_tablet.mustApply(answer);
            break;
        }
        EXPECT_THAT(m_tablet.outgoing(), IsEmpty());
        EXPECT_THAT(m_tablet.store().outbox().value(), IsEmpty());
        EXPECT_EQ(m_tablet.textOf(m_note.id), "Walked to the gate.");
        EXPECT_FALSE(m_tablet.held(m_note.id)->waiting);
    }
    // What goes out again when the home's ledger has been restored.
    [[nodiscard]] std::vector<OutgoingIntent> afterRestoring() {
        EXPECT_TRUE(m_tablet.store().startOver(kTrust, m_tablet.ids().random<Epoch>()));
        return m_tablet.outgoing();
    }

    test::Tablet m_tablet;
    PersonId m_edith = m_tablet.newId<PersonId>();
    Record m_note = m_tablet.note(m_edith, "Walked to the gate.");
};

TEST_P(AppliedNote, IsSentAgainToAHomeThatLostIt) {
    arrive(90, 89);
    EXPECT_THAT(afterRestoring(), SizeIs(1));
}

TEST_P(AppliedNote, NeedNotBeKeptWhenTheHomesCopyHasItAtOnce) {
    arrive(90, 90);
    EXPECT_THAT(afterRestoring(), IsEmpty());
}

TEST_P(AppliedNote, GoesWhenTheHomesCopyCatchesUp) {
    arrive(90, 12);
    auto later = m_tablet.exchange();
    later.safeSeq = 90;
    m_tablet.mustApply(later);
    EXPECT_THAT(afterRestoring(), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Orders, AppliedNote,
                         ::testing::Values(Arrival::AnswerFirst, Arrival::Together, Arrival::PageFirst));

// A home that answers and never makes a backup.
TEST(Outbox, DoesNotFillUpWithWhatIsKeptToBeSentAgain) {
    test::Tablet tablet;
    const auto edith = tablet.newId<PersonId>();
    tablet.mustApply(tablet.page({}, personScope(edith)));
    const std::string words(60 * 1024, 'w');
    constexpr int kNotes = 600; // 35 MiB
    std::vector<Intent> saved;
    std::vector<IncomingRecord> records;
    auto answer = tablet.exchange();
    for (int i = 0; i < kNotes; ++i) {
        const auto note = tablet.note(edith, std::to_string(i) + words);
        saved.push_back(tablet.creation(note));
        records.push_back(tablet.sent(note, 1));
        answer.results.push_back({saved.back().op, IntentOutcome::Applied, ErrorCode{}, {1}});
    }
    tablet.mustSave(saved);
    answer.pages = tablet.page(std::move(records)).pages;
    answer.feedHead = 1000;
    answer.safeSeq = 1;
    tablet.mustApply(answer);
    ASSERT_TRUE(tablet.store().startOver(kTrust, tablet.ids().random<Epoch>()));
    const auto again = tablet.store().outgoing(kTrust, 0, 1000, 1 << 30).value();
    EXPECT_GT(again.size(), 64U);
    EXPECT_LE(again.size(), 32U * 1024 * 1024 / words.size());
    ASSERT_FALSE(again.empty());
    EXPECT_EQ(again.back().intent.op, saved.back().op) << "the newest are kept";
}

// Both were at home once. Now the first is refused, and the second must not wait where nobody sees it.
TEST(Outbox, ShowsWhatWaitsForSomethingThatARestoredHomeRefuses) {
    test::Tablet tablet;
    const auto edith = tablet.newId<PersonId>();
    const auto first = tablet.note(edith, "She would like a rail by the bath.");
    const auto second = tablet.note(edith, "Rang the store about the rail.");
    auto rang = tablet.creation(second);
    tablet.mustApply(tablet.page({}, personScope(edith)));
    const auto asked = tablet.creation(first);
    rang.after = asked.op;
    tablet.mustSave({asked, rang});
    auto answer = tablet.answer(asked.op, IntentOutcome::Applied, 1);
    answer.results.push_back({rang.op, IntentOutcome::Applied, ErrorCode{}, {1}});
    answer.pages = tablet.page({tablet.sent(first, 1), tablet.sent(second, 1)}).pages;
    answer.feedHead = 90;
    answer.safeSeq = 12;
    tablet.mustApply(answer);
    ASSERT_THAT(tablet.store().outbox().value(), IsEmpty());

    const auto epoch = tablet.ids().random<Epoch>();
    ASSERT_TRUE(tablet.store().startOver(kTrust, epoch));
    EXPECT_THAT(tablet.outgoing(), SizeIs(1)) << "one after the other";
    auto refused = tablet.answer(asked.op, IntentOutcome::Refused, 0);
    refused.epoch = epoch;
    tablet.mustApply(refused);
    const auto items = tablet.store().outbox().value();
    ASSERT_THAT(items, SizeIs(2));
    EXPECT_EQ(items[0].state, OutboxState::NeedsAttention);
    EXPECT_EQ(items[1].state, OutboxState::WaitsForAnother);
    EXPECT_EQ(items[1].intent.op, rang.op);
    EXPECT_EQ(tablet.textOf(second.id), "Rang the store about the rail.");
    ASSERT_TRUE(tablet.store().settle(asked.op));
    EXPECT_THAT(tablet.store().outbox().value(), IsEmpty()) << "what was built on it goes with it, as ever";
}

// Two hundred notes in batches of seven: each goes out once, in the order it was saved, none while its result is awaited by
// the batch after it.
TEST(Outbox, HandsOutInTheOrderSavedBatchByBatch) {
    test::Tablet tablet;
    const auto edith = tablet.newId<PersonId>();
    std::vector<OpId> saved;
    for (int i = 0; i < 200; ++i) {
        const auto intent = tablet.creation(tablet.note(edith, "Note " + std::to_string(i)));
        saved.push_back(intent.op);
        tablet.mustSave({intent});
    }
    std::vector<OpId> sent;
    std::uint64_t after = 0;
    for (;;) {
        const auto batch = tablet.store().outgoing(kTrust, after, 7, 1 << 20).value();
        if (batch.empty()) {
            break;
        }
        for (const auto& one : batch) {
            sent.push_back(one.intent.op);
        }
        after = batch.back().opNo;
    }
    EXPECT_EQ(sent, saved);
    EXPECT_THAT(tablet.store().outgoing(kTrust, 0, 1000, 1 << 20).value(), SizeIs(200)) << "no result has come yet";
}

} // namespace
} // namespace frontsheet
