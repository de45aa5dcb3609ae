// The thread that carries files: behind every exchange, back when it may be, and gone at once when the program closes.
#include "sync/client/file_loop.h"
#include "tests/sync/client/file_homes.h"
#include "tests/sync/client/silent_server.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <future>

namespace frontsheet {
namespace {

using attachment_limits::kChunkBytes;
using test::addressOf;
using test::FileHomes;

const AgencyId kTrust{"trust"};
const AgencyId kCouncil{"council"};

// What has been asked for, waited for without waiting for a length of time.
class Watched {
public:
    void note(const std::string& asked) {
        const std::lock_guard lock(m_mutex);
        m_asked.push_back(asked);
        m_changed.notify_all();
    }
    void until(const std::string& asked, std::ptrdiff_t times = 1) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return std::count(m_asked.begin(), m_asked.end(), asked) >= times; });
    }
    std::ptrdiff_t times(const std::string& asked) {
        const std::lock_guard lock(m_mutex);
        return std::count(m_asked.begin(), m_asked.end(), asked);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::string> m_asked;
};

class AFileLoop : public ::testing::Test {
protected:
    void own(char name, std::uint64_t size, const AgencyId& home) {
        homes.sizes[addressOf(name)] = size;
        shelf.add(name, size, home, true);
    }
    FileLoop::Parts parts() { return {shelf, homes, clock, 1}; }

    test::ListedShelf shelf;
    FileHomes homes;
    SystemClock clock;
    Watched watched;
};

TEST_F(AFileLoop, NoChunkGoesWhileRecordsAreOnTheLineAndAllGoAfterwards) {
    own('A', 3ULL * kChunkBytes, kTrust);
    std::promise<void> inTheMiddle;
    std::promise<void> exchangeBegan;
    homes.instead = [&](const std::string& asked) -> std::optional<Result<HttpAnswer>> {
        if (asked == "put trust A0") {
            inTheMiddle.set_value();
            exchangeBegan.get_future().wait(); // a note is saved while this chunk is on its way
        }
        watched.note(asked);
        return std::nullopt;
    };
    FileLoop loop{parts(), {kTrust}, nullptr};
    loop.start();
    inTheMiddle.get_future().wait();
    loop.exchangeBegins();
    loop.exchangeBegins(); // with another home as well
    exchangeBegan.set_value();
    watched.until("put trust A0");
    loop.exchangeEnds();
    EXPECT_EQ(watched.times("put trust A1"), 0) << "one is still on the line";
    loop.exchangeEnds();
    watched.until("put trust A2");
    loop.stop();
    EXPECT_TRUE(shelf.files[0].facts.sent);
}

TEST_F(AFileLoop, AHomeIsNotAskedBeforeTheTimeItNamedHoweverOftenOneSavesAndAnotherIs) {
    own('A', kChunkBytes, kTrust);
    own('B', kChunkBytes, kCouncil);
    homes.instead = [&](const std::string& asked) -> std::optional<Result<HttpAnswer>> {
        watched.note(asked);
        return asked.starts_with("put trust")
                   ? std::optional<Result<HttpAnswer>>{FileHomes::refusal(ErrorCode::ServerBusy, std::chrono::hours{1})}
                   : std::optional<Result<HttpAnswer>>{Result<HttpAnswer>{FileHomes::refusal(ErrorCode::NotFound)}};
    };
    FileLoop loop{parts(), {kTrust, kCouncil}, nullptr};
    loop.start();
    watched.until("put council B?");
    watched.until("put trust A?");
    for (std::ptrdiff_t times = 2; times < 8; ++times) {
        loop.wake();
        watched.until("put council B?", times);
    }
    loop.stop();
    EXPECT_EQ(watched.times("put trust A?"), 1);
}

TEST_F(AFileLoop, SaysWhatMovedAndNothingWhereNothingDid) {
    own('A', 2ULL * kChunkBytes, kTrust);
    std::promise<Carried> moved;
    FileLoop loop{parts(), {kCouncil, kTrust}, [&](const AgencyId& home, const Carried& carried) {
                      EXPECT_EQ(home, kTrust);
                      moved.set_value(carried); // a second time would throw
                  }};
    loop.start();
    const auto carried = moved.get_future().get();
    EXPECT_EQ(carried.filesSent, 1U);
    loop.wake();
    loop.stop();
}

TEST_F(AFileLoop, StopsAtOnceWhileAHomeKeepsSilentAndWhileItGivesWay) {
    test::SilentServer silent;
    own('A', kChunkBytes, kTrust);
    {
        FileLoop loop{{shelf, silent, clock, 1}, {kTrust}, nullptr};
        loop.start();
        silent.reached.get_future().wait();
        loop.stop();
    }
    FileLoop waiting{parts(), {kTrust}, nullptr};
    waiting.exchangeBegins();
    waiting.start();
    waiting.stop();
    EXPECT_TRUE(homes.asked.empty());
    FileLoop never{parts(), {}, nullptr};
    never.start();
    never.stop();
    never.stop();
}

} // namespace
} // namespace frontsheet
