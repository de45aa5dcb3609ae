#include "core/sqlite/transaction.h"
#include "core/store/migrations/migrations.h"
#include "core/store/posting_lists.h"
#include "tests/core/sqlite/ledger_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <random>
#include <set>

namespace frontsheet::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr auto kAll = std::numeric_limits<std::size_t>::max();

TEST(PackedNumbers, ComeBackAsTheyWent) {
    std::mt19937 chance(11);
    for (int round = 0; round < 200; ++round) {
        std::set<std::uint16_t> numbers;
        const auto density = 1 + chance() % 4000;
        for (int i = 0; i < 300; ++i) {
            numbers.insert(static_cast<std::uint16_t>(chance() % density % kBlockRecords));
        }
        const std::vector<std::uint16_t> in(numbers.begin(), numbers.end());
        std::vector<std::uint16_t> out;
        ASSERT_TRUE(unpackNumbers(packedNumbers(in), out));
        EXPECT_EQ(out, in);
    }
    std::vector<std::uint16_t> ends;
    ASSERT_TRUE(unpackNumbers(packedNumbers({0, 8191}), ends));
    EXPECT_THAT(ends, ElementsAre(0, 8191));
}

TEST(PackedNumbers, RefuseWhatTheyNeverMake) {
    for (const std::string& bytes :
         {std::string{"\x80"}, std::string{"\xFF\xFF"}, std::string{"\xFF\xFF\x7F"}, std::string(9000, '\0')}) {
        std::vector<std::uint16_t> out;
        EXPECT_FALSE(unpackNumbers(bytes, out));
    }
}

class Postings : public ::testing::Test {
protected:
    test::TemporaryFolder m_folder;
    std::unique_ptr<sqlite::Connection> m_db = sqlite::opened(m_folder.file("index.db"), sqlite::OpenMode::Create);

    void SetUp() override { ASSERT_TRUE(migrate(*m_db)); }
    void write(PostingChanges& changes) {
        auto transaction = sqlite::Transaction::begin(*m_db, sqlite::TransactionKind::Write);
        ASSERT_TRUE(changes.write(*m_db));
        ASSERT_TRUE(transaction->commit());
    }
    [[nodiscard]] std::vector<std::int64_t> with(const std::vector<std::string>& prefixes, std::size_t enough = kAll) {
        return PostingSearch(*m_db).withAll(WordKind::Notes, prefixes, enough).value();
    }
};

TEST_F(Postings, FindNewestFirstAcrossBlocks) {
    PostingChanges changes;
    changes.add(WordKind::Notes, 5, {"fall", "stairs"});
    changes.add(WordKind::Notes, 8190, {"fallen"});
    changes.add(WordKind::Notes, 8192, {"fall"});
    changes.add(WordKind::Notes, 100000, {"falls", "stairs"});
    changes.add(WordKind::People, 7, {"fall"});
    write(changes);
    EXPECT_THAT(with({"fall"}), ElementsAre(100000, 8192, 8190, 5));
    EXPECT_THAT(with({"falls"}), ElementsAre(100000));
    EXPECT_THAT(with({"sta", "fa"}), ElementsAre(100000, 5));
    EXPECT_THAT(with({"fall"}, 2), ElementsAre(100000, 8192));
    EXPECT_THAT(with({"fallz"}), IsEmpty());
    EXPECT_THAT(with({}), IsEmpty());
    EXPECT_THAT(with({"fall", "nowhere"}), IsEmpty());
}

// Against a plain map, over many rounds of adding, changing and removing.
TEST_F(Postings, AreWhatAPlainMapSays) {
    constexpr unsigned kSeed = 20261121;
    std::mt19937 chance(kSeed);
    std::map<std::int64_t, std::set<std::string>> plain;
    const auto someWords = [&] {
        std::set<std::string> words;
        for (unsigned i = 0; i < 1 + chance() % 6; ++i) {
            words.insert(std::string(1 + chance() % 3, static_cast<char>('a' + chance() % 3)) +
                         std::to_string(chance() % 20));
        }
        return words;
    };
    const auto listed = [](const std::set<std::string>& words) {
        return std::vector<std::string>(words.begin(), words.end());
    };
    for (int round = 0; round < 60; ++round) {
        PostingChanges changes;
        for (int i = 0; i < 40; ++i) {
            const auto record = static_cast<std::int64_t>(chance() % 30000);
            if (auto at = plain.find(record); at != plain.end()) {
                changes.remove(WordKind::Notes, record, listed(at->second));
                plain.erase(at);
            }
            if (chance() % 3 != 0 && !plain.contains(record)) {
                const auto words = someWords();
                // A record taken out and put in again in one transaction goes through the queue, so not in one write.
                write(changes);
                changes.add(WordKind::Notes, record, listed(words));
                plain[record] = words;
            }
        }
        write(changes);
        for (const char* prefix : {"a", "aa", "b1", "ccc", "c"}) {
            std::vector<std::int64_t> expected;
            for (auto at = plain.rbegin(); at != plain.rend(); ++at) {
                const auto word = at->second.lower_bound(prefix);
                if (word != at->second.end() && word->starts_with(prefix)) {
                    expected.push_back(at->first);
                }
            }
            ASSERT_EQ(with({prefix}), expected) << "seed " << kSeed << ", round " << round;
        }
    }
    PostingChanges all;
    for (const auto& [record, words] : plain) {
        all.remove(WordKind::Notes, record, listed(words));
    }
    write(all);
    EXPECT_EQ(m_db->integer("SELECT count(*) FROM posting").value(), 0) << "no empty rows stay behind";
}

} // namespace
} // namespace frontsheet::store
