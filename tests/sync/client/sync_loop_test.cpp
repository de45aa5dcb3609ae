#include "core/base/id_source.h"
#include "core/domain/schema/contact_note.h"
#include "sync/client/sync_loop.h"
#include "tests/sync/client/memory_sync_store.h"
#include "tests/sync/client/naive_home.h"
#include "tests/sync/client/silent_server.h"

#include <gtest/gtest.h>

#include <future>

namespace frontsheet {
namespace {

const AgencyId kTrust{"community_trust"};

// Tells when the n-th exchange has ended, so that no test has to wait for a length of time.
class Milestones {
public:
    SyncEvents events() {
        return {.started = nullptr,
                .finished =
                    [this](const AgencyId&, const Exchanged& outcome) {
                        const std::lock_guard lock(m_mutex);
                        m_outcomes.push_back(outcome);
                        m_changed.notify_all();
                    },
                .indexed =
                    [this](std::size_t left) {
                        const std::lock_guard lock(m_mutex);
                        m_left = left;
                        m_changed.notify_all();
                    }};
    }
    Exchanged exchange(std::size_t n) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_outcomes.size() >= n; });
        return m_outcomes[n - 1];
    }
    void untilIndexed() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_left == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Exchanged> m_outcomes;
    std::size_t m_left = 1;
};

class ASyncLoop : public testing::Test {
protected:
    ASyncLoop() {
        transport.add(kTrust, home);
        home.grants(edith);
        home.keeps(ids.timeOrdered<RecordId>(clock.now()), edith, "note");
    }
    SeededIdSource ids{1};
    SystemClock clock;
    PersonId edith = ids.timeOrdered<PersonId>(clock.now());
    NaiveHome home{kTrust};
    MemorySyncStore store;
    HomeTransport transport{1};
    Milestones milestones;
};

TEST_F(ASyncLoop, FetchesThenIndexesThenWaitsToBeWoken) {
    store.toIndex = 5000;
    SyncLoop loop{{store, transport, clock, 1}, {kTrust}, milestones.events()};
    loop.start();
    EXPECT_FALSE(milestones.exchange(1).failure);
    milestones.untilIndexed();
    loop.wake(kTrust);
    EXPECT_FALSE(milestones.exchange(2).failure);
    loop.stop();
    EXPECT_EQ(store.at(kTrust).mirror.size(), 1u);
    EXPECT_EQ(store.toIndex, 0u);
}

// The server takes the request and says nothing: closing the app must not wait for it.
TEST_F(ASyncLoop, StopsAtOnceEvenWhileAServerKeepsSilent) {
    test::SilentServer silent;
    SyncLoop loop{{store, silent, clock, 1}, {kTrust}, milestones.events()};
    loop.start();
    silent.reached.get_future().wait();
    loop.stop();
    EXPECT_EQ(milestones.exchange(1).failure->code, ErrorCode::Cancelled);
    EXPECT_FALSE(store.at(kTrust).lastFailure.has_value()) << "being closed is no failure of the server";
}

TEST_F(ASyncLoop, MayBeStoppedWithoutHavingStartedAndTwice) {
    SyncLoop loop{{store, transport, clock, 1}, {kTrust}, milestones.events()};
    loop.stop();
    loop.stop();
}

} // namespace
} // namespace frontsheet
