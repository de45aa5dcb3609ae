#include "core/sqlite/memory_disk.h"
#include "tests/core/sqlite/ledger_fixture.h"

#include <gtest/gtest.h>

#if defined(FRONTSHEET_FAULTS)

namespace frontsheet::sqlite {
namespace {

class DiskInMemory : public ::testing::Test {
protected:
    MemoryDisk m_disk{7};

    [[nodiscard]] static std::int64_t count(Connection& db) { return db.integer("SELECT count(*) FROM note").value(); }
};

// The same promises as of the bad disk on files: it is to stand in for it.
TEST_F(DiskInMemory, LosesNothingSavedWhicheverWriteThePowerGoesAt) {
    for (const auto how : {PowerCut::DropUnsynced, PowerCut::KeepSome}) {
        bool cutAtAll = true;
        for (std::uint64_t at = 1; cutAtAll; ++at) {
            m_disk.load({});
            auto db = madeWithNotes("/store.db", m_disk.vfs());
            m_disk.cutPowerAt(at, how);
            std::int64_t saved = 0;
            for (std::int64_t no = 1; no <= 6; ++no) {
                if (!write(*db, no, std::string(5000, 'w'))) {
                    break;
                }
                saved = no;
                if (no == 3) {
                    (void)db->checkpoint(Checkpoint::Truncate);
                }
            }
            cutAtAll = m_disk.powerIsOut();
            db.reset();
            m_disk.restorePower();
            db = opened("/store.db", OpenMode::Existing, m_disk.vfs());
            ASSERT_TRUE(db);
            EXPECT_GE(count(*db), saved) << "cut at " << at;
            EXPECT_LE(count(*db), saved + 1) << "cut at " << at;
            EXPECT_TRUE(db->checkIntegrity()) << "cut at " << at;
            ASSERT_LT(at, 500u);
        }
    }
}

TEST_F(DiskInMemory, ForgetsACommitThatDidNotWaitForTheDisk) {
    auto db = madeWithNotes("/store.db", m_disk.vfs());
    ASSERT_TRUE(write(*db, 1, "durable"));
    ASSERT_TRUE(db->setDurability(Durability::Deferred));
    ASSERT_TRUE(write(*db, 2, "deferred"));
    m_disk.cutPower(PowerCut::DropUnsynced);
    EXPECT_FALSE(write(*db, 3, "no power"));
    db.reset();
    m_disk.restorePower();
    db = opened("/store.db", OpenMode::Existing, m_disk.vfs());
    EXPECT_EQ(count(*db), 1);
}

TEST_F(DiskInMemory, FillsUpAndFailsToSyncAndSaysSo) {
    auto db = madeWithNotes("/store.db", m_disk.vfs());
    m_disk.fillAfter(20000);
    std::int64_t no = 1;
    Result<void> full;
    while (full = write(*db, no, std::string(6000, 'x')), full) {
        ++no;
        ASSERT_LT(no, 100);
    }
    EXPECT_EQ(full.error().code, ErrorCode::DiskFull);
    EXPECT_EQ(count(*db), no - 1);
    m_disk.makeRoom();
    m_disk.failSyncs(1);
    EXPECT_FALSE(write(*db, no, "not on the disk"));
    EXPECT_TRUE(write(*db, no, "again"));
    EXPECT_TRUE(db->checkIntegrity());
}

// A commit whose sync failed stands in the log all the same: who opens the file next reads it, and answers by it.
TEST_F(DiskInMemory, KeepsWhateverIsReadOnceItIsOpened) {
    auto db = madeWithNotes("/store.db", m_disk.vfs());
    ASSERT_TRUE(write(*db, 1, "on the disk"));
    m_disk.failSyncs(100);
    ASSERT_FALSE(write(*db, 2, "written, perhaps not on the disk"));
    db.reset();
    m_disk.failSyncs(0);
    db = opened("/store.db", OpenMode::Existing, m_disk.vfs());
    ASSERT_EQ(count(*db), 2);
    m_disk.cutPower(PowerCut::DropUnsynced);
    db.reset();
    m_disk.restorePower();
    db = opened("/store.db", OpenMode::Existing, m_disk.vfs());
    EXPECT_EQ(count(*db), 2);
}

TEST_F(DiskInMemory, ServesReadersOnTheirSnapshotsBesideTheWriter) {
    auto writer = madeWithNotes("/store.db", m_disk.vfs());
    ASSERT_TRUE(write(*writer, 1, "before"));
    auto reader = opened("/store.db", OpenMode::ReadOnly, m_disk.vfs());
    auto snapshot = Transaction::begin(*reader, TransactionKind::Snapshot);
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(count(*reader), 1);
    ASSERT_TRUE(write(*writer, 2, "meanwhile"));
    EXPECT_EQ(count(*reader), 1);
    EXPECT_EQ(writer->checkpoint(Checkpoint::Truncate).error().code, ErrorCode::StoreBusy);
    ASSERT_TRUE(snapshot->commit());
    EXPECT_EQ(count(*reader), 2);
    EXPECT_TRUE(writer->checkpoint(Checkpoint::Truncate));
}

TEST_F(DiskInMemory, IsCopiedWhole) {
    auto db = madeWithNotes("/store.db", m_disk.vfs());
    ASSERT_TRUE(write(*db, 1, "kept"));
    const auto copy = m_disk.image();
    ASSERT_TRUE(write(*db, 2, "later"));
    db.reset();
    MemoryDisk other;
    other.load(copy);
    db = opened("/store.db", OpenMode::Existing, other.vfs());
    EXPECT_EQ(count(*db), 1);
    EXPECT_EQ(Connection::open("/other.db", keyOf(1), {OpenMode::Existing, 0, other.vfs()}).error().code,
              ErrorCode::StoreMissing);
    EXPECT_EQ(Connection::open("/store.db", keyOf(1), {OpenMode::Create, 0, other.vfs()}).error().code,
              ErrorCode::Duplicate);
    db.reset(); // before its disk
}

} // namespace
} // namespace frontsheet::sqlite

#endif
