// A file that something changed behind the store's back: what the search index says beyond its records, and that it goes.
#include "core/sqlite/connection.h"
#include "core/store/index_check.h"
#include "core/store/key_file.h"
#include "core/store/store_key.h"
#include "tests/core/store/decrypted_file.h"
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>

namespace frontsheet {
namespace {

using test::kTrust;
using test::personScope;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class IndexCheck : public ::testing::Test {
protected:
    test::Tablet m_tablet;
    PersonId m_edith = m_tablet.newId<PersonId>();
    Record m_note = m_tablet.note(m_edith, "zorquel upon the stairs");
    Record m_other = m_tablet.note(m_edith, "vexbright in the garden");

    void SetUp() override {
        m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_note), m_tablet.sent(m_other)}, personScope(m_edith)));
        m_tablet.mustIndex();
    }
    DeviceStore& store() { return m_tablet.store(); }
    [[nodiscard]] std::vector<std::string> places(const std::string& words) {
        return test::placesWith(m_tablet.folder(), test::kPassphrase, words);
    }
    // `look(connection)` with the file to itself.
    template <class Look>
    void inTheFile(Look look) {
        m_tablet.close();
        {
            const auto key = key_file::unlock(m_tablet.keyFile(), test::kPassphrase);
            ASSERT_TRUE(key);
            const auto db = sqlite::Connection::open(m_tablet.database(), key->view());
            ASSERT_TRUE(db);
            look(**db);
        }
        ASSERT_TRUE(m_tablet.open());
    }
    void damage(const std::string& sql) {
        inTheFile([&](sqlite::Connection& db) { ASSERT_TRUE(db.execute(sql.c_str())) << sql; });
    }
    [[nodiscard]] std::size_t countOfWrong() {
        std::size_t count = 0;
        inTheFile([&](sqlite::Connection& db) {
            const auto blocks = store::countOfBlocks(db).value();
            for (std::int64_t block = 0; block < blocks; ++block) {
                count += store::wronglyIndexed(db, m_tablet.codec(), block).value().size();
            }
        });
        return count;
    }
    static std::string of(const Record& record) { return "id = x'" + record.id.hex() + "'"; }
    void mustCompare(int times) {
        for (int i = 0; i < times; ++i) {
            ASSERT_TRUE(store().comparedUpTo(kTrust, {}));
        }
    }
    [[nodiscard]] SyncStore::Exchange takingEdith() {
        auto exchange = m_tablet.exchange();
        exchange.grants.gone = {personScope(m_edith)};
        exchange.removal = 77;
        return exchange;
    }
};

TEST_F(IndexCheck, FindsNothingWhereNothingWasDamaged) {
    EXPECT_EQ(countOfWrong(), 0U);
    Record draft = m_tablet.note(m_edith, "walking stick", "draft");
    m_tablet.mustSave({m_tablet.creation(draft)});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_tablet.note(m_edith, "waits to be indexed"))}));
    EXPECT_EQ(countOfWrong(), 0U) << "an edit on top, and a note in the queue";
    m_tablet.mustApply(takingEdith());
    EXPECT_EQ(countOfWrong(), 0U);
}

TEST_F(IndexCheck, ANoteWhoseRowWasLostLeavesNoWordsOnceItIsTakenAway) {
    damage("DELETE FROM record WHERE " + of(m_note));
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_note)})); // it comes again, by another number
    m_tablet.mustIndex();
    EXPECT_EQ(countOfWrong(), 1U);
    EXPECT_FALSE(store().checkIntegrity());
    mustCompare(1);
    EXPECT_TRUE(store().checkIntegrity());
    EXPECT_THAT(store().search("zorquel", 5).value(), SizeIs(1));
    m_tablet.mustApply(takingEdith());
    EXPECT_THAT(places("zorquel"), IsEmpty());
}

TEST_F(IndexCheck, ANoteThatSaidAnothersWordsForAWhileLeavesNoneOfItsOwn) {
    damage("UPDATE record SET body = (SELECT body FROM record WHERE " + of(m_other) + ") WHERE " + of(m_note));
    m_tablet.mustApply(takingEdith()); // before anything was compared
    EXPECT_THAT(places("zorquel"), Not(IsEmpty())) << "by what the row said, this word was never there";
    mustCompare(1);
    EXPECT_THAT(places("zorquel"), IsEmpty());
    EXPECT_TRUE(store().checkIntegrity());
}

TEST_F(IndexCheck, WordsThatWereLostAreFoundAgain) {
    damage("DELETE FROM posting WHERE word = 'zorquel'");
    ASSERT_THAT(store().search("zorquel", 5).value(), IsEmpty());
    mustCompare(1);
    m_tablet.mustIndex();
    EXPECT_THAT(store().search("zorquel", 5).value(), SizeIs(1));
    EXPECT_THAT(store().search("vexbright", 5).value(), SizeIs(1));
}

TEST_F(IndexCheck, ABodyThatCannotBeReadIsLeftToItsHome) {
    damage("UPDATE record SET body = x'FFFFFF' WHERE " + of(m_note));
    EXPECT_EQ(countOfWrong(), 0U);
    mustCompare(1);
    EXPECT_EQ(store().indexSome(100).value(), 0U) << "and does not stop the others from being indexed";
}

TEST_F(IndexCheck, WhereAHomeClosesTheWordsOfLostRowsGoWithTheOthers) {
    damage("DELETE FROM record WHERE " + of(m_note));
    ASSERT_TRUE(store().closeHome(kTrust, 9, SyncStore::HomeClosing::KeepOwnWords));
    EXPECT_THAT(places("zorquel"), IsEmpty());
    EXPECT_THAT(places("vexbright"), IsEmpty());
}

TEST_F(IndexCheck, EachBlockHasItsTurnAfterAsManyRecordsAsItMayHave) {
    damage("UPDATE record SET no = no + 8192 WHERE " + of(m_other));
    inTheFile([&](sqlite::Connection& db) {
        store::IndexTurn turn(db);
        const auto comparedUntilDue = [&]() -> std::pair<int, std::int64_t> {
            for (int times = 1; times < 1000; ++times) {
                EXPECT_TRUE(turn.compared());
                if (const auto block = turn.due().value()) {
                    EXPECT_TRUE(turn.lookedAt(*block));
                    return {times, *block};
                }
            }
            return {};
        };
        EXPECT_EQ(comparedUntilDue(), std::pair(128, std::int64_t{0}));
        EXPECT_EQ(comparedUntilDue(), std::pair(1, std::int64_t{1})) << "it may have three";
        EXPECT_EQ(comparedUntilDue(), std::pair(128, std::int64_t{0}));
        EXPECT_THAT(store::wronglyIndexed(db, m_tablet.codec(), 1).value(), SizeIs(1));
    });
}

} // namespace
} // namespace frontsheet
