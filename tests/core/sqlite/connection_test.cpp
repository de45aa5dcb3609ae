#include "core/sqlite/connection.h"
#include "core/sqlite/transaction.h"
#include "core/sqlite/tuning.h"
#include "tests/core/sqlite/ledger_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

namespace frontsheet::sqlite {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Database : public ::testing::Test {
protected:
    test::TemporaryFolder m_folder;
    std::string m_path = m_folder.file("store.db");

    [[nodiscard]] std::string bytes(const std::string& suffix = {}) const {
        std::ifstream file(m_path + suffix, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void overwrite(std::size_t at, std::size_t length) const {
        std::fstream file(m_path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekg(static_cast<std::streamoff>(at));
        std::string old(length, '\0');
        file.read(old.data(), static_cast<std::streamsize>(length));
        for (char& c : old) {
            c = static_cast<char>(c ^ 0x5A);
        }
        file.seekp(static_cast<std::streamoff>(at));
        file.write(old.data(), static_cast<std::streamsize>(length));
    }
};

TEST_F(Database, KeepsEveryKindOfValueExactly) {
    auto db = opened(m_path, OpenMode::Create);
    ASSERT_TRUE(db->execute("CREATE TABLE kept (i, t, b, n, id, code, time)"));
    const std::string text = "O’Neill مريم 王小明 Null True";
    const Bytes blob{"\0\xFF\x00x", 4};
    const auto id = RecordId::fromHex("0190000000007000800000000000abcd").value();
    ASSERT_TRUE(db->run("INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?, ?)", std::int64_t{-7}, text, Blob{blob},
                        std::nullopt, id, AgencyId{"council"}, WallTime{1700000000123}));
    ASSERT_TRUE(db->run("INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?, ?)", 9, std::string_view{}, Blob{},
                        orNull(RecordId{}), orNull(id), std::optional<std::int64_t>{}, HomeVersion{42}));
    auto rows = db->prepare("SELECT * FROM kept ORDER BY rowid").value();
    ASSERT_TRUE(rows.bind().next().value());
    EXPECT_EQ(rows.integer(0), -7);
    EXPECT_EQ(rows.text(1), text);
    EXPECT_EQ(rows.blob(2), blob);
    EXPECT_TRUE(rows.isNull(3));
    EXPECT_EQ(rows.id<RecordId>(4), id);
    EXPECT_EQ(rows.code<AgencyId>(5), AgencyId{"council"});
    EXPECT_EQ(rows.time(6), WallTime{1700000000123});
    ASSERT_TRUE(rows.next().value());
    EXPECT_EQ(rows.text(1), "");
    EXPECT_FALSE(rows.isNull(1)) << "an empty text is not NULL";
    EXPECT_FALSE(rows.isNull(2)) << "an empty blob is not NULL";
    EXPECT_TRUE(rows.isNull(3));
    EXPECT_TRUE(rows.isNull(5));
    EXPECT_EQ(rows.integer(6), 42);
    EXPECT_FALSE(rows.next().value());
}

TEST_F(Database, IsOnePreparedStatementHoweverOftenAsked) {
    auto db = madeWithNotes(m_path);
    auto transaction = Transaction::begin(*db, TransactionKind::Write);
    for (int i = 0; i < 1000; ++i) {
        ASSERT_TRUE(db->run("INSERT INTO note VALUES (?, ?)", i, "words"));
    }
    // The same text while one is in use: a second statement, not a broken first.
    auto outer = db->prepare("SELECT no FROM note ORDER BY no").value();
    ASSERT_TRUE(outer.next().value());
    {
        auto inner = db->prepare("SELECT no FROM note ORDER BY no").value();
        ASSERT_TRUE(inner.next().value());
        EXPECT_EQ(inner.integer(0), 0);
    }
    ASSERT_TRUE(outer.next().value());
    EXPECT_EQ(outer.integer(0), 1);
}

TEST_F(Database, ShowsNothingOfWhatItHolds) {
    const std::string secret = "the key safe is 4711 by the door";
    auto db = madeWithNotes(m_path);
    ASSERT_TRUE(write(*db, 1, secret));
    EXPECT_THAT(bytes("-wal"), Not(HasSubstr(secret)));
    ASSERT_TRUE(db->checkpoint(Checkpoint::Truncate));
    EXPECT_EQ(bytes("-wal").size(), 0u);
    EXPECT_THAT(bytes(), Not(HasSubstr(secret)));
    EXPECT_THAT(bytes().substr(0, 16), Not(HasSubstr("SQLite format")));
}

TEST_F(Database, OpensOnlyWithItsOwnKeyAndSaysDamaged) {
    madeWithNotes(m_path);
    const auto wrong = Connection::open(m_path, keyOf(2));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::StoreDamaged);
    EXPECT_TRUE(opened(m_path, OpenMode::Existing));
}

TEST_F(Database, IsNeverMadeAnewWhenItShouldBeThere) {
    const auto absent = Connection::open(m_path, keyOf(1));
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().code, ErrorCode::StoreMissing);
    EXPECT_FALSE(std::filesystem::exists(m_path));
    std::ofstream(m_path).flush();
    const auto empty = Connection::open(m_path, keyOf(1));
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().code, ErrorCode::StoreDamaged);
    EXPECT_EQ(std::filesystem::file_size(m_path), 0u);
    const auto there = Connection::open(m_path, keyOf(1), {OpenMode::Create, 0, {}});
    ASSERT_FALSE(there);
    EXPECT_EQ(there.error().code, ErrorCode::Duplicate);
}

TEST_F(Database, FindsEveryDamagedPage) {
    {
        auto db = madeWithNotes(m_path);
        for (int i = 0; i < 200; ++i) {
            ASSERT_TRUE(db->run("INSERT INTO note VALUES (?, ?)", i, std::string(700, 'a')));
        }
        ASSERT_TRUE(db->checkIntegrity());
    }
    const auto whole = bytes();
    const std::size_t pages = whole.size() / kPageBytes;
    ASSERT_GT(pages, 10u);
    for (std::size_t page = 0; page < pages; ++page) {
        overwrite(page * kPageBytes + 3000, 1);
        auto db = Connection::open(m_path, keyOf(1));
        const auto sound = db ? (*db)->checkIntegrity() : Result<void>{db.error()};
        ASSERT_FALSE(sound) << "page " << page;
        EXPECT_EQ(sound.error().code, ErrorCode::StoreDamaged) << "page " << page;
        overwrite(page * kPageBytes + 3000, 1); // and back
    }
    EXPECT_TRUE(opened(m_path, OpenMode::Existing)->checkIntegrity());
}

TEST_F(Database, UndoesWhatWasNotCommitted) {
    auto db = madeWithNotes(m_path);
    {
        auto transaction = Transaction::begin(*db, TransactionKind::Write);
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(db->run("INSERT INTO note VALUES (1, 'left')"));
    }
    EXPECT_EQ(db->integer("SELECT count(*) FROM note").value(), 0);
    ASSERT_TRUE(write(*db, 1, "kept"));
    const auto twice = write(*db, 1, "again");
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ErrorCode::Duplicate);
    EXPECT_THAT(describe(twice.error()), Not(HasSubstr("again")));
    EXPECT_FALSE(db->inTransaction());
    EXPECT_EQ(db->integer("SELECT count(*) FROM note").value(), 1);
}

TEST_F(Database, LetsReadersKeepTheirSnapshotWhileTheWriterGoesOn) {
    auto writer = madeWithNotes(m_path);
    ASSERT_TRUE(write(*writer, 1, "first"));
    auto reader = opened(m_path, OpenMode::ReadOnly);
    auto snapshot = Transaction::begin(*reader, TransactionKind::Snapshot);
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(reader->integer("SELECT count(*) FROM note").value(), 1);
    ASSERT_TRUE(write(*writer, 2, "second"));
    EXPECT_EQ(reader->integer("SELECT count(*) FROM note").value(), 1);
    ASSERT_TRUE(snapshot->commit());
    EXPECT_EQ(reader->integer("SELECT count(*) FROM note").value(), 2);
    const auto refused = reader->run("INSERT INTO note VALUES (3, 'third')");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::DiskFailed);
}

TEST_F(Database, StopsWhenInterrupted) {
    auto db = opened(m_path, OpenMode::Create);
    std::atomic<bool> done{false};
    std::thread closer([&] {
        while (!done) {
            db->interrupt();
            std::this_thread::yield();
        }
    });
    const auto endless =
        db->integer("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c");
    done = true;
    closer.join();
    ASSERT_FALSE(endless);
    EXPECT_EQ(endless.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace frontsheet::sqlite
