// Certificates that run out while they are in use, and clocks that are wrong or jump. The clocks of programs are turned by a file
// (core/base/clock.h) that may change at any moment; TLS's own look at dates is turned by faketime in tests/app/hostile.

#include "tests/blackbox/scenario.h"

#include <fstream>
#include <thread>

namespace frontsheet::blackbox {

constexpr const char* kClock =
    "The date and time of this device and of the server do not fit together. Set this device's clock "
    "if it is wrong, then try again; if it is right, tell your agency. Your work is safe here.";
constexpr std::int64_t kDay = 24LL * 3600 * 1000;

class Dates : public Scenario {
protected:
    void SetUp() override {
        Scenario::SetUp();
        m_trustClock = county().root() / "clock-trust";
        m_nurseClock = county().root() / "clock-nurse";
        turn(m_trustClock, 0);
        turn(m_nurseClock, 0);
        ASSERT_EQ(trust().stop().exitCode, 0);
        county().serve("community_trust", {{"FRONTSHEET_CLOCK_FILE", m_trustClock.string()}});
    }
    void TearDown() override {
        Scenario::TearDown();
        EXPECT_EQ(trust().stop().exitCode, 0);
        county().serve("community_trust");
    }

    // A clock that is looked at while it is turned must never be seen half written.
    static void turn(const std::filesystem::path& clock, std::int64_t days) {
        const auto next = clock.string() + ".next";
        std::ofstream(next, std::ios::trunc) << days * kDay << std::endl;
        std::filesystem::rename(next, clock);
    }
    void turnBoth(std::int64_t days) {
        turn(m_trustClock, days);
        turn(m_nurseClock, days);
    }
    // A device of the nurse's for this test alone, with a clock that can be turned.
    Told her(const demo::Device& device, const std::vector<std::string>& words) const {
        return county().act(device, words, {{"FRONTSHEET_CLOCK_FILE", m_nurseClock.string()}});
    }
    static demo::Device anotherDevice(const std::string& name) {
        const auto device = county().enrolled(name, {"nurse", "community_trust", "W012"});
        EXPECT_TRUE(county().act(device, {"sync", "--server", "community_trust"}).done());
        return device;
    }
    Told syncOf(const demo::Device& device) const { return her(device, {"sync", "--server", "community_trust"}); }
    static long long enrolments() { return county().proxy().tally()["to-enrol"]; }

    std::filesystem::path m_trustClock;
    std::filesystem::path m_nurseClock;
};

TEST_F(Dates, ACertificateThatRunsOutInMidSyncIsRenewedAndTheSyncGoesOn) {
    const auto device = anotherDevice("mid-sync");
    ASSERT_TRUE(her(device, noteWords("sent while the certificate ran out")).done());
    // Each message takes its time, and time jumps when the first answer is on its way.
    county().proxy().weather("open=1000 delay=3000");
    const auto answers = [&] { return county().proxy().tally()["answers"]; };
    const auto before = answers();
    const auto enrolled = enrolments();
    Told told;
    std::thread syncing{[&] { told = syncOf(device); }};
    while (answers() == before) {
        std::this_thread::yield();
    }
    turnBoth(31);
    syncing.join();
    printRow("a certificate runs out in mid-sync", told);
    EXPECT_TRUE(told.done()) << told.err;
    EXPECT_EQ(enrolments(), enrolled + 1);
    EXPECT_EQ(atTrust("sent while the certificate ran out"), 1);
}

TEST_F(Dates, ARenewalThatIsLostIsAskedForAgain) {
    const auto device = anotherDevice("lost-renewal");
    ASSERT_TRUE(her(device, noteWords("sent after a lost renewal")).done());
    turnBoth(40);
    // Issued, and its answer never comes: twice, once because it is due and once because the server refused the old one.
    county().proxy().weather("open=1000 lose=1000 only=enrol");
    const auto told = syncOf(device);
    printRow("a certificate ran out, and its renewal is lost", told);
    EXPECT_FALSE(told.done());
    EXPECT_EQ(told.sentence(),
              "The server's or this device's certificate was not accepted. Your work is safe here. Ask your agency.");
    county().proxy().calm();
    EXPECT_TRUE(syncOf(device).done());
    EXPECT_EQ(atTrust("sent after a lost renewal"), 1);
}

TEST_F(Dates, AServersClockThatJumpsShutsNobodyOut) {
    for (const std::int64_t years : {10, -10, 1, -1}) {
        const auto by = std::to_string(years) + " years";
        SCOPED_TRACE(by);
        const auto words = "written when the server's clock jumped by " + by;
        ASSERT_TRUE(act(noteWords(words)).done());
        turn(m_trustClock, years * 365);
        const auto told = sync();
        printRow("a running server's clock jumps by " + by, told);
        EXPECT_EQ(told.sentence(), kClock) << told.err;
        EXPECT_EQ(atTrust(words), 0);
        turn(m_trustClock, 0);
        goesOutOnce(words);
    }
}

TEST_F(Dates, ADevicesClockYearsOffAndBackLosesNothing) {
    const auto device = anotherDevice("clock-off");
    for (const std::int64_t years : {10, -10}) {
        const auto by = std::to_string(years) + " years";
        SCOPED_TRACE(by);
        const auto words = "written by a clock that was off by " + by;
        turn(m_nurseClock, years * 365);
        ASSERT_TRUE(her(device, noteWords(words)).done());
        const auto told = syncOf(device);
        printRow("the tablet's clock off by " + by, told);
        turn(m_nurseClock, 0);
        const auto after = syncOf(device);
        EXPECT_TRUE(after.done()) << after.err;
        EXPECT_EQ(atTrust(words), 1);
    }
}

// What shuts a device out is a person's word, also where its certificate ran out meanwhile and its clock says otherwise.
TEST_F(Dates, ARevokedDeviceIsShutOutWhateverTheClocksSay) {
    const auto& person = county().people("community_trust").front();
    ASSERT_TRUE(act({"involve", "--person", person, "--worker", "W013"}).done());
    ASSERT_TRUE(sync().done());
    closeDesk();
    const auto device = county().enrolled("revoked", {"second-nurse", "community_trust", "W013"});
    ASSERT_TRUE(syncOf(device).done());
    ASSERT_TRUE(her(device, noteWords("unsent when access was taken away")).done());
    ASSERT_TRUE(
        county().admin("community_trust", {"revoke", "--agency", "community_trust", "--worker", "W013"}).done());
    turn(m_trustClock, 31);
    const auto told = syncOf(device);
    printRow("revoked, and by the server's clock run out", told);
    EXPECT_EQ(told.exit, 4) << told.err;
    EXPECT_TRUE(told.says("Handed in at community_trust: 1.")) << told.err;
}

} // namespace frontsheet::blackbox
