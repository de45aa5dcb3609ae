// Full disks and wrong clocks, at either end: what is said, that nothing is lost, and that the work goes out once when the
// disk has room and the clock is right again.

#include "tests/app/hostile/town.h"

#include <chrono>
#include <cstdlib>

namespace frontsheet::test {

namespace fs = std::filesystem;

class DiskAndClock : public TownTest {
protected:
    static Environment fullAfter(std::size_t bytes, const fs::path& folder) {
        return {{"FRONTSHEET_FAULT_VFS", "full-after-" + std::to_string(bytes) + ":" + folder.string()}};
    }

    // faketime(1)'s library, which moves the wall clock of one process and leaves its monotonic clock alone.
    static Environment clockOff(const std::string& by) {
        return {{"LD_PRELOAD", FRONTSHEET_FAKETIME}, {"FAKETIME", by}, {"DONT_FAKE_MONOTONIC", "1"}};
    }

    static Told note(const std::string& words, const Environment& environment = {}) {
        return town().device(town().nurse(), town().nurse().noteWords(s_person, words), environment);
    }
    static Told sync(const Environment& environment = {}) {
        return town().device(town().nurse(), {"sync"}, environment);
    }

    void SetUp() override {
        if (s_person.empty()) {
            s_person = town().somePerson();
        }
    }
    // One suite's town is another's no more.
    static void TearDownTestSuite() {
        s_person.clear();
        TownTest::TearDownTestSuite();
    }

    static long long nowMs() {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    }

    static inline std::string s_person;
};

TEST_F(DiskAndClock, AFullDiskOnTheTabletIsSaidAndWhatWasSavedStays) {
    ASSERT_TRUE(note("before the disk was full").done());
    for (const std::size_t room : {0U, 20000U, 2'000'000U}) {
        const auto words = "with room for " + std::to_string(room) + " bytes";
        SCOPED_TRACE(words);
        const auto told = note(words, fullAfter(room, town().nurse().profile()));
        printRow("the tablet's disk full, " + words, told);
        // Either it says saved, and it is; or it says that it is not, and what to do.
        const bool said = told.out.find("\"saved\":true") != std::string::npos;
        EXPECT_EQ(said, told.done());
        if (!said) {
            EXPECT_TRUE(told.says("The disk is full") && told.says("Free some space")) << told.err;
        }
        const auto dump = town().nurse().dump();
        ASSERT_TRUE(dump) << "the store opens";
        const auto there = [&](const std::string& text) {
            return dump->countWhere([&](const demo::DumpedRecord& r) { return r.field("text") == text; });
        };
        EXPECT_EQ(there(words), said ? 1 : 0);
        EXPECT_EQ(there("before the disk was full"), 1);
    }
    EXPECT_FALSE(note("no room at all", fullAfter(0, town().nurse().profile())).done());
    EXPECT_TRUE(note("when there was room again").done());
    EXPECT_TRUE(sync().done());
    EXPECT_EQ(town().notesAtTrust("before the disk was full"), 1);
    EXPECT_EQ(town().notesAtTrust("when there was room again"), 1);
    EXPECT_EQ(town().notesAtTrust("no room at all"), 0);
}

TEST_F(DiskAndClock, AFullDiskAtTheServerIsSaidAndTheWorkWaits) {
    auto& trust = town().trust();
    for (const std::size_t room : {0U, 30000U, 2'000'000U}) {
        const auto words = "server with room for " + std::to_string(room) + " bytes";
        SCOPED_TRACE(words);
        ASSERT_EQ(trust.stop().exitCode, 0);
        ASSERT_TRUE(note(words).done());
        // The ledger's folder only: the rest of the machine is as it was.
        ASSERT_TRUE(trust.serve(fullAfter(room, trust.folder())));
        const auto told = sync();
        printRow(words, told);
        if (!told.done()) {
            EXPECT_EQ(told.exit, 3);
            EXPECT_TRUE(told.says("Your work is safe here")) << told.err;
        }
        EXPECT_TRUE(trust.running());
        EXPECT_TRUE(Town::isUp(trust));
        EXPECT_EQ(town().log(trust).find("server with room"), std::string::npos);
        trust.kill();
        ASSERT_TRUE(trust.serve());
        EXPECT_TRUE(sync().done());
        EXPECT_EQ(town().notesAtTrust(words), 1);
    }
    ASSERT_EQ(trust.stop().exitCode, 0);
    ASSERT_TRUE(note("no room at the server at all").done());
    ASSERT_TRUE(trust.serve(fullAfter(0, trust.folder())));
    EXPECT_EQ(sync().exit, 3);
    trust.kill();
    ASSERT_TRUE(trust.serve());
    EXPECT_TRUE(sync().done());
    EXPECT_EQ(town().notesAtTrust("no room at the server at all"), 1);
}

class WrongClock : public DiskAndClock {
protected:
    void SetUp() override {
        if (!fs::exists(FRONTSHEET_FAKETIME)) {
            FAIL() << "faketime is not installed: ./dev setup installs it";
        }
        DiskAndClock::SetUp();
    }
};

TEST_F(WrongClock, ATabletYearsOffSavesSaysSoAndSendsWhenItIsRight) {
    for (const std::string by : {"+10y", "-10y", "+100d", "+1d", "-1d"}) {
        SCOPED_TRACE(by);
        const auto words = "written with the clock " + by + "#";
        const auto saved = note(words, clockOff(by));
        printRow("the tablet's clock " + by + ", writing", saved);
        EXPECT_TRUE(saved.done()) << saved.err;
        const auto told = sync(clockOff(by));
        printRow("the tablet's clock " + by + ", sending", told);
        if (by.ends_with("y")) {
            EXPECT_EQ(told.exit, 3);
            EXPECT_TRUE(told.says("date and time of this device") && told.says("Set this device's clock") &&
                        told.says("Your work is safe here"))
                << told.err;
            EXPECT_EQ(town().notesAtTrust(words), 0);
        }
        // Right again: at once, without waiting for what the wrong clock had planned.
        const auto after = sync();
        EXPECT_TRUE(after.done()) << after.err;
        EXPECT_EQ(town().notesAtTrust(words), 1);
        const auto ledger = town().trust().dump("community_trust");
        ASSERT_TRUE(ledger);
        for (const auto& record : ledger->records()) {
            if (record.field("text") == words) {
                EXPECT_EQ(record.version, 1);
            }
        }
    }
}

TEST_F(WrongClock, AServerYearsOffLosesNothingAndGoesOnWhenItIsRight) {
    auto& trust = town().trust();
    for (const std::string by : {"+10y", "-10y", "+2d", "-2d"}) {
        SCOPED_TRACE(by);
        const auto words = "sent to a server with the clock " + by + "#";
        ASSERT_TRUE(note(words).done());
        ASSERT_EQ(trust.stop().exitCode, 0);
        const auto started = trust.serve(clockOff(by));
        if (started) {
            const auto told = sync();
            printRow("the server's clock " + by + ", sending", told);
            if (by.ends_with("y")) {
                EXPECT_EQ(told.exit, 3);
                EXPECT_TRUE(told.says("Your work is safe here")) << told.err;
            }
            EXPECT_TRUE(Town::isUp(trust));
            EXPECT_EQ(trust.stop().exitCode, 0);
        } else {
            const auto told = town().server(trust, {"serve", "--port", "0"}, clockOff(by));
            printRow("the server's clock " + by + ", starting", told);
            EXPECT_TRUE(told.says("clock")) << told.err;
        }
        ASSERT_TRUE(trust.serve());
        const auto after = sync();
        EXPECT_TRUE(after.done()) << after.err;
        EXPECT_EQ(town().notesAtTrust(words), 1);
        // And what comes afterwards still comes.
        ASSERT_TRUE(note("after the server's clock was " + by + "#").done());
        EXPECT_TRUE(sync().done());
        EXPECT_EQ(town().notesAtTrust("after the server's clock was " + by + "#"), 1);
        const auto dump = town().nurse().dump();
        ASSERT_TRUE(dump);
        EXPECT_EQ(dump->countWhere([](const demo::DumpedRecord& r) { return r.waiting; }), 0);
    }
}

} // namespace frontsheet::test
