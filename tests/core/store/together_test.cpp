// A screen that reads, a worker who writes and a sync that applies, at once. What the thread sanitizer is for.
#include "tests/core/store/tablet.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace frontsheet {
namespace {

using test::kTrust;
using test::personScope;

TEST(Together, ReadersSeeWholeTransactionsWhileOthersWriteAndPurge) {
    test::Tablet tablet;
    const auto edith = tablet.newId<PersonId>();
    const auto arthur = tablet.newId<PersonId>();
    constexpr std::size_t kTogether = 7;
    // Everything the writers need is made beforehand: the tablet's clock and ids are for one thread.
    std::vector<SyncStore::Exchange> pages;
    std::vector<std::vector<Intent>> saves;
    for (int round = 0; round < 25; ++round) {
        std::vector<IncomingRecord> records;
        for (std::size_t i = 0; i < kTogether; ++i) {
            records.push_back(tablet.sent(tablet.note(arthur, "round " + std::to_string(round))));
        }
        pages.push_back(tablet.page(std::move(records), personScope(arthur)));
        auto gone = tablet.exchange();
        gone.grants.gone = {personScope(arthur)};
        pages.push_back(gone);
        saves.push_back({});
        for (std::size_t i = 0; i < kTogether; ++i) {
            saves.back().push_back(tablet.creation(tablet.note(edith, "typed " + std::to_string(round))));
        }
    }
    std::atomic<bool> done{false};
    std::atomic<int> torn{0};
    std::atomic<int> failed{0};
    std::vector<std::thread> threads;
    for (int reader = 0; reader < 5; ++reader) { // one more than there are connections
        threads.emplace_back([&] {
            while (!done) {
                const PersonId persons[] = {edith, arthur};
                const auto about = tablet.store().aboutPersons(persons);
                const auto found = tablet.store().search("round", 50);
                const auto waiting = tablet.store().outbox();
                failed += about && found && waiting ? 0 : 1;
                torn += about && about->size() % kTogether != 0 ? 1 : 0;
                torn += waiting && waiting->size() % kTogether != 0 ? 1 : 0;
            }
        });
    }
    std::thread sync([&] {
        for (const auto& page : pages) {
            failed += tablet.store().apply(kTrust, page) ? 0 : 1;
            failed += tablet.store().indexSome(3) ? 0 : 1;
            failed += tablet.store().outgoing(kTrust, 0, 10, 10000) ? 0 : 1;
        }
    });
    std::thread worker([&] {
        for (const auto& intents : saves) {
            failed += tablet.store().save(intents) ? 0 : 1;
        }
    });
    sync.join();
    worker.join();
    done = true;
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(torn, 0);
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(tablet.store().outbox()->size(), saves.size() * kTogether);
    EXPECT_TRUE(tablet.store().checkIntegrity());
    EXPECT_GE(tablet.store().revision(), pages.size() + saves.size());
}

} // namespace
} // namespace frontsheet
