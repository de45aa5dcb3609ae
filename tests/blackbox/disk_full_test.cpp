// A disk that is really full: a small tmpfs under the device's profile, and under the server's folder. In tests/app/hostile a disk of
// the product's own plays full at a chosen byte; this one is the kernel's.

#include "tests/blackbox/scenario.h"

#include <fstream>

namespace frontsheet::blackbox {

namespace {

namespace fs = std::filesystem;

constexpr const char* kFull =
    "The disk is full. What was saved before is safe; this was not saved. Free some space and try again.";

// Takes all room but `left` bytes.
void fill(const fs::path& folder, std::uintmax_t left) {
    const auto space = fs::space(folder).available;
    std::ofstream filler(folder / "filler", std::ios::binary | std::ios::app);
    const std::string page(4096, 'f');
    for (auto room = space; room > left + page.size(); room -= page.size()) {
        filler << page;
    }
}

void makeRoom(const fs::path& folder) { fs::remove(folder / "filler"); }

} // namespace

class DiskFull : public Scenario {
protected:
    void SetUp() override {
        Scenario::SetUp();
        if (liveApart() == Apart::OnLoopback) {
            GTEST_SKIP() << "NOT TESTED: mounting is forbidden on this machine";
        }
    }
};

TEST_F(DiskFull, OnTheTabletItIsSaidWhatWasSavedStaysAndTheWorkGoesOn) {
    const auto small = county().root() / "devices/small";
    fs::create_directories(small);
    ASSERT_TRUE(mountSmallDisk(small, 24'000'000));
    const auto device = county().enrolled("small", {"nurse", "community_trust", "W012"});
    const auto her = [&](const std::vector<std::string>& words) { return county().act(device, words); };
    ASSERT_TRUE(her({"sync", "--server", "community_trust"}).done());
    ASSERT_TRUE(her(noteWords("before the tablet's disk was full")).done());
    long long saved = 0;
    for (const std::uintmax_t left : {0U, 8'000U, 40'000U, 100'000U}) {
        SCOPED_TRACE(left);
        fill(small, left);
        const auto words = "with room for " + std::to_string(left);
        const auto told = her(noteWords(words));
        printRow("the tablet's disk full but for " + std::to_string(left), told);
        const bool said = told.out.find("\"saved\":true") != std::string::npos;
        EXPECT_EQ(said, told.done());
        if (!said) {
            EXPECT_EQ(told.sentence(), kFull) << told.err;
        }
        const auto synced = her({"sync", "--server", "community_trust"});
        printRow("and it syncs", synced);
        if (!synced.done()) {
            EXPECT_EQ(synced.sentence(), kFull) << synced.err;
        }
        makeRoom(small);
        const auto dump = device.dump();
        ASSERT_TRUE(dump);
        const auto there =
            dump->countWhere([&](const demo::DumpedRecord& r) { return r.field("text") == "canary-" + words; });
        EXPECT_EQ(there, said ? 1 : 0);
        EXPECT_TRUE(her({"check"}).done());
        saved += said ? 1 : 0;
    }
    EXPECT_TRUE(her({"sync", "--server", "community_trust"}).done());
    EXPECT_EQ(atTrust("before the tablet's disk was full"), 1);
    long long sent = 0;
    for (const char* left : {"0", "8000", "40000", "100000"}) {
        sent += atTrust(std::string{"with room for "} + left);
    }
    EXPECT_EQ(sent, saved);
    unmountDisk(small);
}

TEST_F(DiskFull, AtTheServerTheWorkWaitsAndGoesOutWhenThereIsRoomWithoutARestart) {
    const auto folder = trust().folder();
    const auto aside = county().root() / "trust-aside";
    ASSERT_EQ(trust().stop().exitCode, 0);
    fs::copy(folder, aside, fs::copy_options::recursive);
    ASSERT_TRUE(mountSmallDisk(folder, 48'000'000));
    fs::copy(aside, folder, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    county().serve("community_trust");
    for (const std::uintmax_t left : {0U, 12'000U, 60'000U}) {
        SCOPED_TRACE(left);
        const auto words = "server with room for " + std::to_string(left);
        fill(folder, left);
        (void)note(words);
        const auto told = sync();
        printRow("the server's disk full but for " + std::to_string(left), told);
        if (!told.done()) {
            EXPECT_TRUE(told.says("Your work is safe here and will be sent later.")) << told.err;
        }
        EXPECT_TRUE(trust().running());
        makeRoom(folder);
        goesOutOnce(words);
    }
    ASSERT_EQ(trust().stop().exitCode, 0);
    fs::remove_all(aside);
    fs::copy(folder, aside, fs::copy_options::recursive);
    unmountDisk(folder);
    fs::copy(aside, folder, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    county().serve("community_trust");
    EXPECT_TRUE(sync().done());
}

} // namespace frontsheet::blackbox
