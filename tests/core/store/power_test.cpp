// The promise itself: what the screen calls saved survives whatever happens to the machine.
#include "core/sqlite/fault_disk.h"
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#if defined(FRONTSHEET_FAULTS)

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sys/wait.h>
#include <unistd.h>

namespace frontsheet {
namespace {

using sqlite::FaultDisk;
using sqlite::PowerCut;
using test::kTrust;
using test::personScope;
using test::Tablet;
using ::testing::SizeIs;

// A visit round: notes saved one by one, a page from the server, results, a scope taken away. Says what was saved before
// something failed.
struct Round {
    std::vector<Record> saved;
    std::vector<OpId> answered;
    bool pageApplied = false;
    bool scopeGone = false;
    bool finished = false;
};

Round visitRound(Tablet& tablet, const PersonId& edith, const PersonId& arthur, const Record& fromServer,
                 const Record& ofArthur) {
    Round round;
    const auto failed = [](const Result<void>& result) { return !result.has_value(); };
    auto page = tablet.page({tablet.sent(fromServer)}, personScope(edith));
    page.grants.granted.push_back({personScope(arthur), 0, {}});
    page.pages.push_back({personScope(arthur), {}, true, {tablet.sent(ofArthur)}, {}, 0});
    if (failed(tablet.store().apply(kTrust, page))) {
        return round;
    }
    round.pageApplied = true;
    for (int i = 0; i < 3; ++i) {
        const Record note = tablet.note(edith, "visit " + std::to_string(i) + std::string(3000, 'v'));
        if (failed(tablet.store().save({tablet.creation(note)}))) {
            return round;
        }
        round.saved.push_back(note);
    }
    auto sent = tablet.store().outgoing(kTrust, 0, 2, 1 << 20);
    if (!sent) {
        return round;
    }
    auto answer = tablet.exchange();
    for (const auto& one : *sent) {
        answer.results.push_back({one.intent.op, IntentOutcome::Applied, {}, {1}});
    }
    if (failed(tablet.store().apply(kTrust, answer))) {
        return round;
    }
    for (const auto& one : *sent) {
        round.answered.push_back(one.intent.op);
    }
    if (!tablet.store().indexSome(100)) {
        return round;
    }
    auto gone = tablet.exchange();
    gone.grants.gone = {personScope(arthur)};
    if (failed(tablet.store().apply(kTrust, gone))) {
        return round;
    }
    round.scopeGone = true;
    round.finished = true;
    return round;
}

void expectKept(Tablet& tablet, const Round& round, const Record& fromServer, const Record& ofArthur,
                std::uint64_t at) {
    ASSERT_TRUE(tablet.isOpen());
    EXPECT_TRUE(tablet.store().checkIntegrity()) << "cut at " << at;
    for (const auto& note : round.saved) {
        const auto held = tablet.held(note.id);
        ASSERT_TRUE(held) << "cut at " << at;
        EXPECT_EQ(held->record.fields, note.fields) << "cut at " << at;
    }
    if (round.pageApplied) {
        EXPECT_TRUE(tablet.held(fromServer.id)) << "cut at " << at;
        EXPECT_FALSE(tablet.store().position(kTrust)->held.empty()) << "cut at " << at;
    }
    if (round.scopeGone) {
        EXPECT_FALSE(tablet.held(ofArthur.id)) << "cut at " << at;
    }
    // Page and cursor together, never one without the other.
    EXPECT_EQ(tablet.held(fromServer.id).has_value(), !tablet.store().position(kTrust)->held.empty())
        << "cut at " << at;
    // Nothing answered is offered again.
    const auto waiting = tablet.store().outbox().value();
    for (const auto& item : waiting) {
        EXPECT_THAT(round.answered, ::testing::Not(::testing::Contains(item.intent.op))) << "cut at " << at;
    }
}

void cutAtEveryWrite(PowerCut how) {
    for (std::uint64_t at = 1;; ++at) {
        FaultDisk disk(at);
        Tablet tablet(disk.vfs());
        const auto edith = tablet.newId<PersonId>();
        const auto arthur = tablet.newId<PersonId>();
        const Record fromServer = tablet.note(edith, "from the server");
        const Record ofArthur = tablet.note(arthur, "about Arthur");
        disk.cutPowerAt(at, how);
        const Round round = visitRound(tablet, edith, arthur, fromServer, ofArthur);
        const bool cut = disk.powerIsOut();
        EXPECT_NE(cut, round.finished) << "cut at " << at;
        tablet.close();
        disk.restorePower();
        const auto opened = tablet.open();
        ASSERT_TRUE(opened) << describe(opened.error()) << ", cut at " << at;
        expectKept(tablet, round, fromServer, ofArthur, at);
        if (!cut) {
            EXPECT_GT(at, 50u) << "the round was cut at every one of its writes";
            return;
        }
        ASSERT_LT(at, 3000u);
    }
}

TEST(Power, CutAtAnyWriteLosesNothingSaved) { cutAtEveryWrite(PowerCut::DropUnsynced); }
TEST(Power, CutAtAnyWriteWithTornPagesLosesNothingSaved) { cutAtEveryWrite(PowerCut::KeepSome); }

TEST(Power, CutWhileAStoreIsMadeLeavesAWholeOneOrNone) {
    const Tablet other; // for its clock and codec
    for (std::uint64_t at = 1; at < 200; ++at) {
        FaultDisk disk(at);
        const test::TemporaryFolder folder;
        const std::string path = folder.path().string();
        DeviceStoreParts parts = other.parts();
        parts.vfs = disk.vfs();
        disk.cutPowerAt(at, PowerCut::KeepSome);
        const bool made = DeviceStore::create(path, test::kPassphrase, parts).has_value();
        const bool cut = disk.powerIsOut();
        disk.restorePower();
        if (DeviceStore::isIn(path)) {
            const auto opened = DeviceStore::open(path, test::kPassphrase, parts);
            ASSERT_TRUE(opened) << describe(opened.error()) << ", cut at " << at;
        } else {
            EXPECT_FALSE(made);
            ASSERT_TRUE(DeviceStore::create(path, test::kPassphrase, parts)) << "cut at " << at;
        }
        if (!cut) {
            return;
        }
    }
    FAIL() << "making a store took more writes than thought";
}

TEST(FullDisk, SavingSaysSoKeepsEverythingAndGoesOnWhenThereIsRoom) {
    FaultDisk disk;
    Tablet tablet(disk.vfs());
    const auto edith = tablet.newId<PersonId>();
    const Record before = tablet.note(edith, "before");
    tablet.mustSave({tablet.creation(before)});
    disk.fillAfter(200000);
    std::vector<Record> saved{before};
    Record last;
    Result<void> outcome;
    do {
        last = tablet.note(edith, std::string(9000, 'w'));
        outcome = tablet.store().save({tablet.creation(last)});
        if (outcome) {
            saved.push_back(last);
        }
        ASSERT_LT(saved.size(), 500u);
    } while (outcome);
    EXPECT_EQ(outcome.error().code, ErrorCode::DiskFull);
    EXPECT_FALSE(tablet.held(last.id));
    EXPECT_THAT(tablet.store().outbox().value(), SizeIs(saved.size()));
    for (const auto& note : saved) {
        EXPECT_TRUE(tablet.held(note.id));
    }
    const auto page =
        tablet.store().apply(kTrust, tablet.page({tablet.sent(tablet.note(edith, std::string(60000, 'p')))}));
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, ErrorCode::DiskFull);
    // A restart with a full disk opens, shows, and still says full.
    ASSERT_TRUE(tablet.open());
    EXPECT_TRUE(tablet.held(before.id));
    disk.makeRoom();
    tablet.mustSave({tablet.creation(last)});
    EXPECT_EQ(tablet.textOf(last.id), std::string(9000, 'w'));
    EXPECT_TRUE(tablet.store().checkIntegrity());
}

TEST(BrokenDisk, AFailedSyncIsNotSaved) {
    FaultDisk disk;
    Tablet tablet(disk.vfs());
    const auto edith = tablet.newId<PersonId>();
    const Intent note = tablet.creation(tablet.note(edith, "not yet"));
    disk.failSyncs(1);
    const auto saved = tablet.store().save({note});
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::DiskFailed);
    EXPECT_THAT(tablet.store().outbox().value(), SizeIs(0));
    tablet.mustSave({note});
    EXPECT_THAT(tablet.store().outbox().value(), SizeIs(1));
}

// kill -9 at each named point, in a process of its own on a disk that forgets what was not synced.
TEST(Killed, DISABLED_Works) {
    const char* folder = std::getenv("FRONTSHEET_TEST_FOLDER");
    ASSERT_NE(folder, nullptr);
    const wire::WireBodyCodec codec;
    ManualClock clock(test::kMonday);
    auto store = DeviceStore::open(folder, test::kPassphrase, {codec, clock, test::kQuickCost, {}});
    ASSERT_TRUE(store);
    Record note;
    note.type = RecordType::ContactNote;
    note.id.bytes[15] = 1;
    note.person.bytes[15] = 2;
    note.home = kTrust;
    note.fields.put(contact_note::kText, std::string{"at the door"});
    Intent intent;
    intent.op.bytes[15] = 3;
    intent.record = note.id;
    intent.type = note.type;
    intent.home = note.home;
    intent.person = note.person;
    intent.edits = difference({}, note.fields);
    ASSERT_TRUE((*store)->save({intent}));
    note.id.bytes[15] = 4;
    note.version.n = 1;
    SyncStore::Exchange exchange;
    exchange.epoch.bytes[0] = 1;
    exchange.results.push_back({intent.op, IntentOutcome::Applied, {}, {1}});
    Record header = note;
    header.fields = {};
    exchange.pages.push_back({{}, {}, false, {{header, codec.encode(note.fields)}}, {}, 17});
    ASSERT_TRUE((*store)->apply(kTrust, exchange));
    ASSERT_TRUE((*store)->indexSome(100));
}

bool killedAt(const std::string& folder, const std::string& point) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::setenv("FRONTSHEET_CRASH_AT", point.c_str(), 1);
        ::setenv("FRONTSHEET_FAULT_VFS", ("forget-unsynced:" + folder).c_str(), 1);
        ::setenv("FRONTSHEET_TEST_FOLDER", folder.c_str(), 1);
        ::execl("/proc/self/exe", "again", "--gtest_also_run_disabled_tests", "--gtest_brief=1",
                "--gtest_filter=Killed.DISABLED_Works", nullptr);
        ::_exit(3);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

TEST(Killed, AtEachNamedPointLeavesAllOrNothing) {
    struct Case {
        const char* point;
        bool saved;
        bool applied;
    };
    for (const auto& c : {Case{"store.save.before-commit", false, false}, Case{"store.save.after-commit", true, false},
                          Case{"store.apply.before-commit", true, false}, Case{"store.apply.after-commit", true, true},
                          Case{"store.index.before-commit", true, true}}) {
        SCOPED_TRACE(c.point);
        Tablet tablet;
        tablet.close();
        ASSERT_TRUE(killedAt(tablet.folder(), c.point));
        ASSERT_TRUE(tablet.open());
        RecordId note;
        note.bytes[15] = 1;
        EXPECT_EQ(tablet.held(note).has_value(), c.saved);
        EXPECT_EQ(tablet.store().position(kTrust)->feedSeq, c.applied ? 17u : 0u);
        EXPECT_THAT(tablet.store().outbox().value(), SizeIs(c.saved && !c.applied ? 1 : 0));
        tablet.mustIndex();
        EXPECT_THAT(tablet.store().search("at the door", 10).value(),
                    SizeIs((c.saved ? 1u : 0u) + (c.applied ? 1u : 0u)));
        EXPECT_TRUE(tablet.store().checkIntegrity());
    }
}

} // namespace
} // namespace frontsheet

#endif
