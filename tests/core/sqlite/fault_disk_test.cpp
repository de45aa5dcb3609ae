#include "core/sqlite/fault_disk.h"
#include "tests/core/sqlite/ledger_fixture.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(FRONTSHEET_FAULTS)

namespace frontsheet::sqlite {
namespace {

class BadDisk : public ::testing::Test {
protected:
    test::TemporaryFolder m_folder;
    std::string m_path = m_folder.file("store.db");
    FaultDisk m_disk{7};

    [[nodiscard]] static std::int64_t count(Connection& db) { return db.integer("SELECT count(*) FROM note").value(); }
};

TEST_F(BadDisk, KeepsWhatWasCommittedWhenThePowerGoes) {
    auto db = madeWithNotes(m_path, m_disk.vfs());
    ASSERT_TRUE(write(*db, 1, "saved"));
    {
        auto open = Transaction::begin(*db, TransactionKind::Write);
        ASSERT_TRUE(db->run("INSERT INTO note VALUES (2, 'half way')"));
        m_disk.cutPower(PowerCut::DropUnsynced);
        EXPECT_FALSE(open->commit());
    }
    EXPECT_FALSE(write(*db, 3, "no power"));
    db.reset();
    m_disk.restorePower();
    db = opened(m_path, OpenMode::Existing, m_disk.vfs());
    EXPECT_EQ(count(*db), 1);
    EXPECT_TRUE(db->checkIntegrity());
}

// The disk is worth its name only if a careless commit shows: without the sync, the note is gone.
TEST_F(BadDisk, ForgetsACommitThatDidNotWaitForTheDisk) {
    auto db = madeWithNotes(m_path, m_disk.vfs());
    ASSERT_TRUE(write(*db, 1, "durable"));
    ASSERT_TRUE(db->setDurability(Durability::Deferred));
    ASSERT_TRUE(write(*db, 2, "deferred"));
    m_disk.cutPower(PowerCut::DropUnsynced);
    db.reset();
    m_disk.restorePower();
    db = opened(m_path, OpenMode::Existing, m_disk.vfs());
    EXPECT_EQ(count(*db), 1);
    EXPECT_TRUE(db->checkIntegrity());
}

TEST_F(BadDisk, LosesNothingSavedWhicheverWriteThePowerGoesAt) {
    for (const auto how : {PowerCut::DropUnsynced, PowerCut::KeepSome}) {
        bool cutAtAll = true;
        for (std::uint64_t at = 1; cutAtAll; ++at) {
            const std::string path =
                m_folder.file("cut-" + std::to_string(static_cast<int>(how)) + "-" + std::to_string(at));
            auto db = madeWithNotes(path, m_disk.vfs());
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
            db = opened(path, OpenMode::Existing, m_disk.vfs());
            ASSERT_TRUE(db);
            // A commit whose answer was lost may be there; one that was answered must be.
            EXPECT_GE(count(*db), saved) << "cut at " << at;
            EXPECT_LE(count(*db), saved + 1) << "cut at " << at;
            EXPECT_TRUE(db->checkIntegrity()) << "cut at " << at;
            ASSERT_LT(at, 500u);
        }
    }
}

TEST_F(BadDisk, SaysFullAndWorksAgainWhenThereIsRoom) {
    auto db = madeWithNotes(m_path, m_disk.vfs());
    ASSERT_TRUE(write(*db, 1, "before"));
    m_disk.fillAfter(20000);
    std::int64_t no = 2;
    Result<void> full;
    while (full = write(*db, no, std::string(6000, 'x')), full) {
        ++no;
        ASSERT_LT(no, 100);
    }
    EXPECT_EQ(full.error().code, ErrorCode::DiskFull);
    EXPECT_EQ(count(*db), no - 1);
    m_disk.makeRoom();
    EXPECT_TRUE(write(*db, no, "after"));
    EXPECT_EQ(count(*db), no);
    EXPECT_TRUE(db->checkIntegrity());
}

TEST_F(BadDisk, DoesNotSaySavedWhenTheSyncFails) {
    auto db = madeWithNotes(m_path, m_disk.vfs());
    m_disk.failSyncs(1);
    const auto failed = write(*db, 1, "not on the disk");
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::DiskFailed);
    EXPECT_EQ(count(*db), 0);
    EXPECT_TRUE(write(*db, 1, "now it is"));
}

// The switch that the demo turns: a process killed by SIGKILL leaves what it synced and nothing else. The switch is read
// once, so it takes a new process: this program again, running the part below alone.
TEST(PulledBattery, DISABLED_WritesAndIsKilled) {
    const char* path = std::getenv("FRONTSHEET_TEST_STORE");
    const char* durability = std::getenv("FRONTSHEET_TEST_DURABILITY");
    ASSERT_TRUE(path != nullptr && durability != nullptr);
    const bool durable = std::string{durability} == "durable";
    auto db = opened(path, OpenMode::Existing);
    ASSERT_TRUE(db->setDurability(durable ? Durability::Durable : Durability::Deferred));
    ASSERT_TRUE(write(*db, durable ? 1 : 2, "words"));
    ::raise(SIGKILL);
}

bool wasKilledWriting(const test::TemporaryFolder& folder, const char* durability) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv("FRONTSHEET_FAULT_VFS", ("forget-unsynced:" + folder.path().string()).c_str(), 1);
        ::setenv("FRONTSHEET_TEST_STORE", folder.file("store.db").c_str(), 1);
        ::setenv("FRONTSHEET_TEST_DURABILITY", durability, 1);
        ::execl("/proc/self/exe", "again", "--gtest_also_run_disabled_tests",
                "--gtest_filter=PulledBattery.DISABLED_WritesAndIsKilled", nullptr);
        ::_exit(3);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

TEST(PulledBattery, LeavesOnTheDiskOnlyWhatAKilledProcessSynced) {
    const test::TemporaryFolder folder;
    const std::string path = folder.file("store.db");
    { madeWithNotes(path); }
    ASSERT_TRUE(wasKilledWriting(folder, "durable"));
    ASSERT_TRUE(wasKilledWriting(folder, "deferred"));
    auto db = opened(path, OpenMode::Existing);
    EXPECT_EQ(db->integer("SELECT count(*) FROM note").value(), 1);
    EXPECT_EQ(db->integer("SELECT no FROM note").value(), 1);
    EXPECT_TRUE(db->checkIntegrity());
}

} // namespace
} // namespace frontsheet::sqlite

#endif
