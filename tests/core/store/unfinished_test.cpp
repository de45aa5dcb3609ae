// Forms that are not finished: kept as they were left, by this device alone.
#include "core/domain/schema/care_plan.h"
#include "core/usecases/ports/device_facts.h"
#include "tests/core/store/tablet.h"

namespace frontsheet {
namespace {

using test::kMonday;
using test::kTrust;

class UnfinishedForms : public testing::Test {
public:
    [[nodiscard]] Unfinished need(const std::string& words, WallTime at = kMonday) {
        Unfinished work;
        work.keptAt = at;
        work.intent.op = tablet.ids().random<OpId>();
        work.intent.record = tablet.newId<RecordId>();
        work.intent.type = RecordType::Need;
        work.intent.home = kTrust;
        work.intent.person = edith;
        work.intent.category = Category::CarePlan;
        work.intent.edits.push_back({need::kText.tag, std::nullopt, Value{words}});
        return work;
    }
    void keeps(const Unfinished& work) {
        const auto kept = tablet.store().keepUnfinished(work);
        ASSERT_TRUE(kept) << describe(kept.error());
    }
    [[nodiscard]] std::vector<std::string> words() {
        std::vector<std::string> out;
        const auto all = tablet.store().unfinished();
        for (const auto& work : *all) {
            out.push_back(std::get<std::string>(*work.intent.edits[0].after));
        }
        return out;
    }
    test::Tablet tablet;
    PersonId edith = tablet.newId<PersonId>();
};

TEST_F(UnfinishedForms, AreThereAfterTheBatteryWasEmptyNewestFirst) {
    keeps(need("first"));
    keeps(need("second", kMonday + std::chrono::minutes{1}));
    ASSERT_TRUE(tablet.open());
    EXPECT_EQ(words(), (std::vector<std::string>{"second", "first"}));
    EXPECT_TRUE(tablet.store().outbox().value().empty()) << "nothing of it is on its way";
}

TEST_F(UnfinishedForms, OneOfARecordIsReplacedAndDropped) {
    auto work = need("Help to");
    keeps(work);
    work.intent.edits[0].after = Value{std::string{"Help to wash"}};
    keeps(work);
    EXPECT_EQ(words(), std::vector<std::string>{"Help to wash"});
    ASSERT_TRUE(tablet.store().dropUnfinished(work.intent.record));
    EXPECT_TRUE(words().empty());
    EXPECT_TRUE(tablet.store().dropUnfinished(work.intent.record)) << "there is none to drop";
}

TEST_F(UnfinishedForms, KeepWhatTheirAuthorTypedAndNotWhatItsHomeHadThere) {
    auto work = need("mine");
    work.intent.base.n = 3;
    work.intent.edits[0].before = Value{std::string{"what the council wrote"}};
    keeps(work);
    const auto all = tablet.store().unfinished();
    EXPECT_FALSE(all->front().intent.edits[0].before.has_value());
}

TEST_F(UnfinishedForms, HaveABound) {
    for (std::size_t n = 0; n < kMostUnfinished; ++n) {
        keeps(need(std::to_string(n)));
    }
    const auto all = tablet.store().unfinished();
    const auto again = all->front();
    EXPECT_EQ(tablet.store().keepUnfinished(need("one more")).error().code, ErrorCode::TooLarge);
    EXPECT_TRUE(tablet.store().keepUnfinished(again)) << "those that are there may go on";
}

TEST_F(UnfinishedForms, CountAsUnsentWhenAProfileCloses) {
    keeps(need("never saved"));
    EXPECT_EQ(tablet.store().unsent().value(), 1U);
    ASSERT_TRUE(tablet.store().leaveNothing({}));
    EXPECT_TRUE(words().empty());
}

TEST_F(UnfinishedForms, AndWordsTypedOnASheetGoWithTheProfileThatCloses) {
    ASSERT_TRUE(tablet.store().keepFacts({{std::string{kTypedWordsFact}, "what she said of her son"}}));
    ASSERT_TRUE(tablet.store().leaveNothing({}));
    EXPECT_EQ(tablet.store().fact(kTypedWordsFact).value(), std::nullopt);
}

} // namespace
} // namespace frontsheet
