// What a home sends is applied in transactions that a person who saves does not notice, and never so that a cut in between
// loses or repeats anything.
#include "core/base/crash_point.h"
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

namespace frontsheet {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using test::kTrust;
using test::personScope;
using test::Tablet;
using ::testing::SizeIs;

class Applying : public ::testing::Test {
public:
    void TearDown() override { atCrashPoints({}); }

    // `count` notes about one person, as a page of a scope that goes on.
    [[nodiscard]] SyncStore::Exchange notes(Tablet& tablet, const PersonId& person, int count) {
        std::vector<IncomingRecord> records;
        for (int i = 0; i < count; ++i) {
            records.push_back(tablet.sent(tablet.note(person, "visited as planned, number " + std::to_string(i))));
        }
        auto page = tablet.page(std::move(records), personScope(person));
        page.pages[0].resumeKey = page.pages[0].upserts.back().header.id.raw();
        return page;
    }
    // What happens at each commit of apply().
    void atCommits(std::function<void(int number)> then) {
        atCrashPoints([this, then = std::move(then)](const char* name) {
            if (std::string_view{name} == "store.apply.after-commit") {
                then(++commits);
            }
        });
    }

    int commits = 0;
};

// A machine on which each record takes a millisecond.
class SlowCodec final : public BodyCodec {
public:
    explicit SlowCodec(ManualClock& clock) : m_clock(clock) {}
    Bytes encode(const FieldSet& fields) const override { return m_codec.encode(fields); }
    Result<FieldSet> decode(BytesView body) const override {
        m_clock.advance(milliseconds{1});
        return m_codec.decode(body);
    }
    std::uint64_t contentHash(const Record& header, BytesView body) const override {
        return m_codec.contentHash(header, body);
    }
    Bytes encodeIntent(const Intent& intent) const override { return m_codec.encodeIntent(intent); }
    Result<Intent> decodeIntent(BytesView bytes) const override { return m_codec.decodeIntent(bytes); }

private:
    ManualClock& m_clock;
    wire::WireBodyCodec m_codec;
};

TEST_F(Applying, ALongPageIsSeveralTransactionsOfFiveThousandRows) {
    Tablet tablet;
    const auto person = tablet.newId<PersonId>();
    auto page = notes(tablet, person, 5'600);
    atCommits([](int) {});
    tablet.mustApply(page);
    EXPECT_EQ(commits, 2);
    EXPECT_TRUE(tablet.store().position(kTrust)->partial.empty()) << "whole";
}

TEST_F(Applying, ASlowMachineMakesThemShorter) {
    Tablet tablet;
    const auto person = tablet.newId<PersonId>();
    const auto page = notes(tablet, person, 400);
    const SlowCodec slow{tablet.clock()};
    const auto folder = test::TemporaryFolder{};
    auto store =
        DeviceStore::create(folder.path().string(), test::kPassphrase, {slow, tablet.clock(), test::kQuickCost, {}});
    ASSERT_TRUE(store);
    std::vector<milliseconds> took;
    auto last = tablet.clock().monotonic();
    atCommits([&](int) {
        took.push_back(tablet.clock().monotonic() - last);
        last = tablet.clock().monotonic();
    });
    ASSERT_TRUE((*store)->apply(kTrust, page));
    EXPECT_GT(took.size(), 4U);
    for (const auto one : took) {
        EXPECT_LE(one, milliseconds{100}) << "40 ms, and the records until the clock is looked at again";
    }
}

TEST_F(Applying, CutBetweenTwoItGoesOnWhereItsCursorSays) {
    Tablet tablet;
    const auto person = tablet.newId<PersonId>();
    const auto page = notes(tablet, person, 5'600);
    const auto cut = test::TemporaryFolder{};
    atCommits([&](int number) {
        if (number == 1) { // what would be on the disk if the power went now
            fs::copy(tablet.folder(), cut.path() / "tablet", fs::copy_options::recursive);
        }
    });
    tablet.mustApply(page);
    atCrashPoints({});
    const auto whole = tablet.dump();
    auto store = DeviceStore::open((cut.path() / "tablet").string(), test::kPassphrase, tablet.parts());
    ASSERT_TRUE(store) << describe(store.error());
    const auto position = (*store)->position(kTrust).value();
    ASSERT_THAT(position.partial, SizeIs(1));
    EXPECT_EQ(position.partial[0].resumeKey, page.pages[0].upserts[4'999].header.id.raw());
    EXPECT_TRUE((*store)->record(page.pages[0].upserts[4'999].header.id).value());
    EXPECT_FALSE((*store)->record(page.pages[0].upserts[5'000].header.id).value());
    // The rest comes, and nothing before it again.
    auto rest = page;
    rest.grants = {};
    rest.pages[0].upserts.erase(rest.pages[0].upserts.begin(), rest.pages[0].upserts.begin() + 5'000);
    ASSERT_TRUE((*store)->apply(kTrust, rest));
    std::vector<std::string> lines;
    ASSERT_TRUE((*store)->dumpCanonical([&](std::string_view line) {
        lines.emplace_back(line);
        return ok();
    }));
    EXPECT_EQ(lines, whole);
}

TEST_F(Applying, WhatTheHomeDidInOneTransactionIsNeverHalfThere) {
    Tablet tablet;
    const auto person = tablet.newId<PersonId>();
    tablet.mustApply(notes(tablet, person, 1));
    std::vector<IncomingRecord> records;
    for (int i = 0; i < 5'200; ++i) {
        records.push_back(tablet.sent(tablet.note(person, "by the feed")));
    }
    atCommits([](int) {});
    tablet.mustApply(tablet.page(std::move(records)));
    EXPECT_EQ(commits, 1) << "a page of the feed ends where a transaction ends, and nowhere else";
}

// Measured, and printed: how long somebody who saves, or reads, waits at the most while 100,000 records come in.
TEST_F(Applying, PeopleWorkOnWhileAHundredThousandRecordsCome) {
    Tablet tablet;
    const SystemClock clock;
    const auto folder = test::TemporaryFolder{};
    auto made =
        DeviceStore::create(folder.path().string(), test::kPassphrase, {tablet.codec(), clock, test::kQuickCost, {}});
    ASSERT_TRUE(made);
    auto& store = **made;
    std::vector<SyncStore::Exchange> pages;
    const auto mine = tablet.newId<PersonId>();
    const auto seen = tablet.note(mine, "read all the while");
    auto first = tablet.page({tablet.sent(seen)}, personScope(mine));
    ASSERT_TRUE(store.apply(kTrust, first));
    for (int i = 0; i < 20; ++i) {
        pages.push_back(notes(tablet, tablet.newId<PersonId>(), 5'000));
    }
    std::atomic<bool> done{false};
    const auto longest = [](std::vector<double>& all) {
        std::sort(all.begin(), all.end());
        return all.empty() ? std::pair{0.0, 0.0} : std::pair{all[all.size() / 2], all.back()};
    };
    std::vector<double> reads;
    std::thread reader{[&] {
        while (!done) {
            const auto from = steady_clock::now();
            EXPECT_TRUE(store.record(seen.id).value()) << "the snapshot is always whole";
            reads.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - from).count());
            std::this_thread::yield();
        }
    }};
    std::vector<double> transactions;
    auto last = steady_clock::now();
    atCrashPoints([&](const char* name) {
        if (std::string_view{name} == "store.apply.after-commit") {
            transactions.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - last).count());
            last = steady_clock::now();
        }
    });
    const auto began = steady_clock::now();
    for (const auto& page : pages) {
        last = steady_clock::now();
        ASSERT_TRUE(store.apply(kTrust, page));
    }
    const auto took = std::chrono::duration<double>(steady_clock::now() - began).count();
    done = true;
    reader.join();
    const auto [usual, worst] = longest(transactions);
    const auto [usualRead, worstRead] = longest(reads);
    std::printf(
        "    100,000 records in %.1f s: %zu transactions, median %.1f ms, longest %.1f ms; %zu reads beside them, "
        "median %.2f ms, longest %.1f ms\n",
        took, transactions.size(), usual, worst, reads.size(), usualRead, worstRead);
    EXPECT_GE(transactions.size(), 20U);
    EXPECT_LT(usual, 250.0) << "on any machine that is not on its knees";
}

} // namespace
} // namespace frontsheet
