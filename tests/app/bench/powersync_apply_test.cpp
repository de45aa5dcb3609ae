#include "app/bench/sync/peer_programs.h"
#include "app/bench/sync/powersync_apply.h"
#include "tests/app/bench/peer_records.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace frontsheet::bench {

namespace {

class PowerSync : public ::testing::Test {
protected:
    void SetUp() override {
        const auto programs = PeerPrograms::find();
        if (!programs) {
            GTEST_SKIP() << "PowerSync is NOT TRIED: " << programs.error().context;
        }
        m_core = programs->powerSyncCore();
    }

    std::string m_core;
};

TEST_F(PowerSync, HoldsEveryRecordItWasGivenInAFileNobodyReadsWithoutTheKey) {
    const PeerRecords given(250);
    const auto figures =
        applyWithPowerSync({m_core, given.records().string(), (given.folder() / "device").string(), 100});
    ASSERT_TRUE(figures) << describe(figures.error());
    EXPECT_EQ(figures->at("records"), 250);
    EXPECT_GT(figures->at("records_per_s").get<double>(), 0);

    std::ifstream file(given.folder() / "device/powersync.db", std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    EXPECT_GT(bytes.size(), 8192u);
    EXPECT_EQ(bytes.find("SQLite format"), std::string::npos);
    EXPECT_EQ(bytes.find("Visit number"), std::string::npos);
}

TEST_F(PowerSync, RefusesWhatIsNoRecord) {
    const PeerRecords given(3);
    given.append("{\"person\":");
    const auto figures = applyWithPowerSync({m_core, given.records().string(), given.folder().string(), 0});
    ASSERT_FALSE(figures);
    EXPECT_EQ(figures.error().code, ErrorCode::Malformed);
}

TEST_F(PowerSync, TheSameRecordTwiceIsNotTwoRecords) {
    const PeerRecords given(3);
    std::ifstream file(given.records());
    std::string first;
    std::getline(file, first);
    given.append(first);
    const auto figures = applyWithPowerSync({m_core, given.records().string(), given.folder().string(), 0});
    ASSERT_FALSE(figures); // counted afterwards: four were given, three are held
    EXPECT_EQ(figures.error().code, ErrorCode::Internal);
}

} // namespace

} // namespace frontsheet::bench
