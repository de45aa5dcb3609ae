#include "app/bench/sync/delaying_relay.h"
#include "app/bench/sync/pouchdb_peer.h"
#include "tests/app/bench/peer_records.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace frontsheet::bench {

namespace {

class PouchDb : public ::testing::Test {
protected:
    void SetUp() override {
        const auto programs = PeerPrograms::find();
        if (!programs) {
            GTEST_SKIP() << "PouchDB is NOT TRIED: " << programs.error().context;
        }
        m_peer.emplace(*programs, m_given.folder());
        const auto started = m_peer->start();
        ASSERT_TRUE(started) << describe(started.error());
    }

    PeerRecords m_given{120};
    std::optional<PouchDbPeer> m_peer;
};

TEST_F(PouchDb, ADevicePullsWhatIsOffered) {
    ASSERT_TRUE(m_peer->offer(m_given.records(), 120));
    for (int run = 0; run < 2; ++run) { // an empty device each time
        const auto figures = m_peer->pull(m_peer->port());
        ASSERT_TRUE(figures) << describe(figures.error());
        EXPECT_EQ(figures->at("records"), 120);
        EXPECT_GT(figures->at("records_per_s").get<double>(), 0);
        EXPECT_GT(figures->at("device_processor_s").get<double>(), 0);
        EXPECT_GT(figures->at("server_processor_s").get<double>(), 0);
    }
}

TEST_F(PouchDb, ADevicePullsAtADistance) {
    ASSERT_TRUE(m_peer->offer(m_given.records(), 120));
    const auto relay = DelayingRelay::start(m_peer->port(), std::chrono::milliseconds{20});
    ASSERT_TRUE(relay);
    const auto figures = m_peer->pull((*relay)->port());
    ASSERT_TRUE(figures) << describe(figures.error());
    EXPECT_EQ(figures->at("records"), 120);
    EXPECT_GT(figures->at("seconds").get<double>(), 0.08); // a connection opened and a question answered at the least
}

TEST_F(PouchDb, ADevicePushesToAnEmptyServerEachTime) {
    for (int run = 0; run < 2; ++run) {
        const auto figures = m_peer->push(m_given.records(), 120 + static_cast<std::size_t>(run));
        ASSERT_TRUE(figures) << describe(figures.error());
        EXPECT_EQ(figures->at("records"), 120 + run);
        m_given.append(
            R"({"record":"01a1ffd2bedc72738ec0357905d86105","type":"contact-note","fields":{"text":"one more"}})");
    }
}

TEST_F(PouchDb, ARecordThatIsMissingIsAnErrorAndNotAFastRun) {
    EXPECT_FALSE(m_peer->offer(m_given.records(), 121));
    EXPECT_FALSE(m_peer->push(m_given.records(), 121));
}

TEST_F(PouchDb, ARecordThatIsNoneIsAnErrorAndNotAFastRun) {
    m_given.append("{\"person\":");
    EXPECT_FALSE(m_peer->offer(m_given.records(), 121));
}

} // namespace

} // namespace frontsheet::bench
