// What is deleted leaves no copy in any page, however often rows have moved between pages before (core/decisions/004). With an
// SQLite that zeroes deleted rows alone, some of these stay.
#include "core/sqlite/connection.h"
#include "tests/core/store/decrypted_file.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

namespace frontsheet::test {
namespace {

constexpr int kNotes = 600;

std::string wordsOf(int note, int length) {
    std::string words = "zorquel" + std::to_string(10'000 + note);
    return words + std::string(static_cast<std::size_t>(length), '.');
}

TEST(Erasing, LeavesNoCopyOfWhatHasMovedBetweenPages) {
    TemporaryFolder folder;
    const std::string path = (folder.path() / "store.db").string();
    std::array<std::uint8_t, 32> key{};
    key.fill(7);
    std::mt19937 random(41); // the same rows at the same places each time
    const auto below = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::set<int> deleted;
    {
        auto db = sqlite::Connection::open(path, key, {sqlite::OpenMode::Create, 0, {}});
        ASSERT_TRUE(db) << describe(db.error());
        ASSERT_TRUE((*db)->execute("CREATE TABLE note (no INTEGER PRIMARY KEY, words TEXT NOT NULL);"
                                   "CREATE INDEX note_words ON note (words)"));
        // Written in any order, and longer each time somebody goes on writing: pages are split and filled anew.
        for (int i = 0; i < kNotes * 6; ++i) {
            const int note = below(kNotes);
            ASSERT_TRUE((*db)->run("INSERT INTO note VALUES (?1, ?2) ON CONFLICT (no) DO UPDATE SET words = ?2", note,
                                   wordsOf(note, 20 + below(700))));
        }
        for (int note = 0; note < kNotes; ++note) {
            if (below(2) == 0) {
                ASSERT_TRUE((*db)->run("DELETE FROM note WHERE no = ?", note));
                deleted.insert(note);
            }
        }
        ASSERT_TRUE((*db)->checkpoint(sqlite::Checkpoint::Truncate));
    }
    const auto pages = decryptedPages(path, key);
    const auto places = [&pages](int note) {
        int found = 0;
        for (const auto& page : pages) {
            found += page.find(wordsOf(note, 0)) != std::string::npos ? 1 : 0;
        }
        return found;
    };
    ASSERT_GT(deleted.size(), 200U);
    int kept = 0;
    for (int note = 0; note < kNotes; ++note) {
        if (deleted.contains(note)) {
            EXPECT_EQ(places(note), 0) << "note " << note << " was deleted";
        } else {
            kept += places(note) > 0 ? 1 : 0;
        }
    }
    EXPECT_GT(kept, 200) << "what is there must be found, or nothing was looked at";
}

} // namespace
} // namespace frontsheet::test
