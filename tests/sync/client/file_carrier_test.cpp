// Attached files on their way: in turn, where they broke off, behind every record, and round in no circles.
#include "sync/client/file_carrier.h"
#include "sync/client/sync_tuning.h"
#include "tests/sync/client/file_homes.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace frontsheet {
namespace {

using attachment_limits::kChunkBytes;
using test::addressOf;
using test::FileHomes;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const AgencyId kTrust{"trust"};
constexpr std::uint64_t kFive = 5ULL * kChunkBytes - 7;

class AFileCarrier : public ::testing::Test {
protected:
    Carried carry() { return m_carrier.carry(kTrust, m_goOn); }
    // Put there by this device's worker, on a record that its home has.
    FileOnRecord& own(char name, std::uint64_t size) {
        homes.sizes[addressOf(name)] = size;
        return shelf.add(name, size, kTrust, true);
    }
    // Somebody else's, whose first `chunks` are at its home.
    FileOnRecord& theirs(char name, std::uint64_t size, std::uint32_t chunks) {
        homes.sizes[addressOf(name)] = size;
        for (std::uint32_t at = 0; at < chunks; ++at) {
            homes.kept[addressOf(name)].emplace_back(sealedChunkBytes(size, at), static_cast<char>('A' + at));
        }
        return shelf.add(name, size, kTrust, false);
    }
    [[nodiscard]] auto times(const std::string& what) const {
        return std::count(homes.asked.begin(), homes.asked.end(), what);
    }
    [[nodiscard]] std::vector<std::string> askedSince(std::size_t from) const {
        return {homes.asked.begin() + static_cast<std::ptrdiff_t>(from), homes.asked.end()};
    }

    test::ListedShelf shelf;
    FileHomes homes;
    FileCarrier::GoOn m_goOn = [] { return true; };
    FileCarrier m_carrier{shelf, homes};
};

TEST_F(AFileCarrier, SendsInOrderAfterAskingHowFarItGot) {
    own('A', kFive);
    const auto done = carry();
    EXPECT_THAT(homes.asked, ElementsAre("put trust A?", "put trust A0", "put trust A1", "put trust A2", "put trust A3",
                                         "put trust A4"));
    EXPECT_EQ(homes.kept[addressOf('A')], shelf.files[0].chunks);
    EXPECT_EQ(done.chunksSent, 5U);
    EXPECT_EQ(done.filesSent, 1U);
    EXPECT_FALSE(done.failure);
    EXPECT_TRUE(shelf.files[0].facts.sent);
    EXPECT_EQ(carry().chunksSent, 0U);
    EXPECT_EQ(homes.asked.size(), 6U) << "what is sent is not asked about again";
}

TEST_F(AFileCarrier, GoesOnFromTheLastWholeChunkOfEitherEnd) {
    own('A', kFive);
    for (std::uint32_t at = 0; at < 3; ++at) {
        homes.kept[addressOf('A')].push_back(shelf.files[0].chunks[at]);
    }
    theirs('B', kFive, 5);
    shelf.files[1].chunks.emplace_back(sealedChunkBytes(kFive, 0), 'A');
    const auto done = carry();
    EXPECT_THAT(homes.asked, ElementsAre("put trust A?", "put trust A3", "put trust A4", "get trust B1"));
    EXPECT_EQ(done.chunksSent, 2U);
    EXPECT_EQ(done.chunksTaken, 4U);
    EXPECT_EQ(shelf.files[1].chunks, homes.kept[addressOf('B')]);
}

TEST_F(AFileCarrier, StopsBetweenAnyTwoChunksWhereItIsToldToAndHasLostNothing) {
    own('A', kFive);
    own('B', kChunkBytes);
    int left = 3;
    m_goOn = [&] { return left-- > 0; };
    const auto done = carry();
    EXPECT_THAT(homes.asked, ElementsAre("put trust A?", "put trust A0", "put trust A1"));
    EXPECT_FALSE(done.failure);
    m_goOn = [] { return true; };
    EXPECT_EQ(carry().chunksSent, 4U);
    EXPECT_EQ(times("put trust A1"), 1);
}

TEST_F(AFileCarrier, WhatHasNotComeYetHoldsUpNobody) {
    theirs('A', kFive, 0);
    theirs('B', kFive, 2);               // its author is half way
    shelf.add('C', kFive, kTrust, true); // its record is not there yet
    own('D', 10);
    const auto done = carry();
    EXPECT_EQ(done.waiting, 3U);
    EXPECT_EQ(done.filesSent, 1U);
    EXPECT_FALSE(done.failure);
    EXPECT_EQ(shelf.troubles[addressOf('A')], ErrorCode::NotFound);
    EXPECT_EQ(shelf.troubles[addressOf('C')], ErrorCode::NotFound);
    EXPECT_FALSE(shelf.troubles.contains(addressOf('D')));
    homes.asked.clear();
    (void)carry();
    EXPECT_EQ(times("put trust C?"), 1) << "asked about each time: a note arrives at any moment";
}

// What no record here speaks of any more may be any home's: each is asked, more and more seldom, and the one whose it is takes it.
TEST_F(AFileCarrier, WhatWasSetAsideIsOfferedToEachHomeAndPestersNone) {
    const AgencyId council{"council"};
    for (const auto& home : {kTrust, council}) {
        shelf.add('A', kFive, home, true).aside = true;
    }
    for (int look = 0; look < 20; ++look) {
        (void)m_carrier.carry(kTrust, m_goOn);
        (void)m_carrier.carry(council, m_goOn);
    }
    EXPECT_EQ(times("put trust A?"), 5);
    EXPECT_EQ(times("put council A?"), 5) << "that one knows nothing of it says nothing of the other";
    homes.sizes[addressOf('A')] = kFive; // its note was let in
    for (int look = 0; look < 20; ++look) {
        (void)m_carrier.carry(council, m_goOn);
    }
    EXPECT_EQ(homes.kept[addressOf('A')].size(), 5U);
}

TEST_F(AFileCarrier, ABusyOrSilentHomeIsLeftAtOnceAndItsWishPassedOn) {
    own('A', kFive);
    own('B', kFive);
    homes.instead = [](const std::string& asked) -> std::optional<Result<HttpAnswer>> {
        return asked == "put trust A1" ? std::optional<Result<HttpAnswer>>{FileHomes::refusal(
                                             ErrorCode::ServerBusy, std::chrono::milliseconds{90'000})}
                                       : std::nullopt;
    };
    const auto busy = carry();
    EXPECT_EQ(busy.failure->code, ErrorCode::ServerBusy);
    EXPECT_EQ(busy.retryAfter.count(), 90'000);
    EXPECT_EQ(shelf.troubles[addressOf('A')], ErrorCode::ServerBusy);
    EXPECT_THAT(homes.asked, ElementsAre("put trust A?", "put trust A0", "put trust A1"));
    homes.instead = [](const std::string&) { return Result<HttpAnswer>{ErrorCode::Unreachable, "no signal"}; };
    homes.asked.clear();
    EXPECT_EQ(carry().failure->code, ErrorCode::Unreachable);
    EXPECT_EQ(homes.asked.size(), 1U);
    homes.instead = nullptr;
    EXPECT_EQ(carry().filesSent, 2U) << "and nothing is lost by it";
    EXPECT_TRUE(shelf.troubles.empty());
}

// Its home's disk is full: said by 507, which is the server's trouble and not this device's.
TEST_F(AFileCarrier, AFullHomeIsAFailureOfTheHomeAndAFullDeviceOfTheDevice) {
    own('A', kFive);
    homes.instead = [](const std::string&) { return FileHomes::refusal(ErrorCode::DiskFull); };
    EXPECT_EQ(carry().failure->code, ErrorCode::ServerFailed);
    EXPECT_EQ(shelf.troubles[addressOf('A')], ErrorCode::ServerFailed);
    homes.instead = nullptr;
    theirs('B', kFive, 5);
    theirs('C', kFive, 5);
    shelf.takes = [](const FileAddress&, std::uint32_t chunk) {
        return chunk < 2 ? ok() : Result<void>{ErrorCode::DiskFull, "files"};
    };
    const auto full = carry();
    EXPECT_EQ(full.failure->code, ErrorCode::DiskFull);
    EXPECT_EQ(full.chunksTaken, 2U);
    EXPECT_EQ(times("get trust C0"), 0) << "there is no room for another either";
    EXPECT_EQ(shelf.troubles[addressOf('B')], ErrorCode::DiskFull);
    shelf.takes = nullptr;
    EXPECT_EQ(carry().filesTaken, 2U);
    EXPECT_EQ(times("get trust B0"), 1) << "what was there is not fetched again";
}

// A home that says 413, or that the file is not what it says: tried again ever more seldom, and the others go on.
TEST_F(AFileCarrier, WhatAHomeWillNotTakeRestsLongerEachTimeAndTheNextGoes) {
    for (const auto code : {ErrorCode::TooLarge, ErrorCode::Malformed}) {
        SCOPED_TRACE(static_cast<int>(code));
        test::ListedShelf shelves;
        FileHomes refusing;
        FileCarrier carrier{shelves, refusing};
        refusing.sizes[addressOf('A')] = refusing.sizes[addressOf('B')] = kFive;
        shelves.add('A', kFive, kTrust, true);
        shelves.add('B', kFive, kTrust, true);
        refusing.instead = [code](const std::string& asked) -> std::optional<Result<HttpAnswer>> {
            return asked == "put trust A0" ? std::optional<Result<HttpAnswer>>{FileHomes::refusal(code)} : std::nullopt;
        };
        std::vector<std::size_t> triedAt;
        for (std::size_t look = 0; look < 20; ++look) {
            refusing.asked.clear();
            const auto done = carrier.carry(kTrust, m_goOn);
            EXPECT_FALSE(done.failure);
            EXPECT_EQ(done.waiting, 1U);
            if (!refusing.asked.empty() && refusing.asked[0] == "put trust A?") {
                triedAt.push_back(look);
            }
        }
        EXPECT_THAT(triedAt, ElementsAre(0, 2, 5, 10, 19));
        EXPECT_TRUE(shelves.files[1].facts.sent);
        EXPECT_EQ(shelves.troubles[addressOf('A')], code);
        refusing.instead = nullptr;
        for (int look = 0; look < 40; ++look) {
            (void)carrier.carry(kTrust, m_goOn);
        }
        EXPECT_TRUE(shelves.files[0].facts.sent) << "it is never given up";
    }
}

// A box on the way breaks what passes: that says nothing about the file.
TEST_F(AFileCarrier, DamageOnTheWayIsNoWordAboutTheFile) {
    own('A', kFive);
    const std::vector<HttpAnswer> broken{{400, "text/html", "Bad Request", {}},
                                         {404, "text/html", "Not Found", {}},
                                         {200, "text/html", "<html>sign in</html>", {}},
                                         FileHomes::message("no message of ours"),
                                         FileHomes::message(wire::encode(AgencyId{"council"}, {3, true}))};
    for (const auto& answer : broken) {
        homes.instead = [&](const std::string&) { return Result<HttpAnswer>{answer}; };
        const auto done = carry();
        EXPECT_TRUE(done.failure) << answer.body;
        EXPECT_FALSE(shelf.files[0].facts.sent) << "a word from another agency's server is none";
    }
    homes.instead = nullptr;
    EXPECT_EQ(carry().filesSent, 1U) << "at the very next look";
}

TEST_F(AFileCarrier, WhatIsTakenOffOrTakenAwayInTheMiddleEndsThere) {
    own('A', kFive);
    theirs('B', kFive, 5);
    homes.instead = [this](const std::string& asked) -> std::optional<Result<HttpAnswer>> {
        if (asked == "put trust A2") { // the nurse takes it off meanwhile
            shelf.at(addressOf('A'))->chunks.clear();
        }
        return std::nullopt;
    };
    shelf.takes = [this](const FileAddress& file, std::uint32_t chunk) -> Result<void> {
        if (chunk == 1) {
            shelf.at(file)->chunks.clear();
            return {ErrorCode::NotFound, "its record is gone"};
        }
        return ok();
    };
    const auto done = carry();
    EXPECT_FALSE(done.failure);
    EXPECT_EQ(done.waiting, 2U);
    EXPECT_EQ(times("put trust A3"), 0);
    EXPECT_EQ(times("get trust B1"), 0);
}

TEST_F(AFileCarrier, WhatItsHomeHasForgottenIsBroughtAgain) {
    auto& file = own('A', kFive);
    (void)carry();
    homes.kept.clear(); // an older backup
    file.sent = false;  // which is what the store says after a new epoch
    EXPECT_EQ(carry().chunksSent, 5U);
    EXPECT_EQ(homes.kept[addressOf('A')].size(), 5U);
}

// Each answer denies what was taken before: no device sends for ever.
TEST_F(AFileCarrier, AHomeThatGoesRoundInCirclesIsLeft) {
    for (const int way : {0, 1, 2}) {
        test::ListedShelf shelves;
        FileHomes circling;
        FileCarrier carrier{shelves, circling};
        circling.sizes[addressOf('A')] = kFive;
        shelves.add('A', kFive, kTrust, true);
        int turn = 0;
        circling.claims = [&](const FileAddress& file, std::uint32_t) -> std::uint32_t {
            circling.kept[file].clear();
            ++turn;
            return way == 0 ? 0U : way == 1 ? static_cast<std::uint32_t>(turn % 2) : 4'000'000'000U;
        };
        const auto done = carrier.carry(kTrust, m_goOn);
        EXPECT_LE(done.chunksSent, 5U + sync_tuning::kChunksSentAgain) << way;
        EXPECT_EQ(shelves.troubles[addressOf('A')], way == 2 ? ErrorCode::TooLarge : ErrorCode::Malformed);
        EXPECT_FALSE(shelves.files[0].facts.sent);
    }
}

// All chunks, and no word that they are the file: it is not sent, and what is not sent is set aside when its record goes.
TEST_F(AFileCarrier, AllChunksAreNotYetTheFile) {
    own('A', kFive);
    homes.instead = [](const std::string&) {
        return std::optional<Result<HttpAnswer>>{FileHomes::message(wire::encode(kTrust, {5, false}))};
    };
    (void)carry();
    EXPECT_FALSE(shelf.files[0].facts.sent);
    EXPECT_LT(shelf.files[0].facts.chunksSent, 5U);
}

// However large a file: one request holds one chunk, one answer four.
TEST_F(AFileCarrier, NeverHoldsMoreThanAFewChunks) {
    const std::uint64_t largest = attachment_limits::kMaxFileBytes;
    theirs('A', largest, chunksOf(largest));
    std::size_t asks = 0;
    homes.instead = [&](const std::string&) {
        ++asks;
        return std::optional<Result<HttpAnswer>>{};
    };
    const auto done = carry();
    EXPECT_EQ(done.filesTaken, 1U);
    EXPECT_EQ(asks, chunksOf(largest) / wire::kMaxChunksPerReply);
    std::vector<Bytes> many(100, Bytes(kChunkBytes + kSealBytes, 'x'));
    theirs('B', largest, 1);
    homes.instead = [&](const std::string&) {
        return std::optional<Result<HttpAnswer>>{FileHomes::message(wire::encodeFileChunks(kTrust, many))};
    };
    const auto flooded = carry();
    EXPECT_EQ(flooded.chunksTaken, 0U) << "more than was asked for is not read";
    EXPECT_EQ(shelf.troubles[addressOf('B')], ErrorCode::TooLarge);
}

} // namespace
} // namespace frontsheet
