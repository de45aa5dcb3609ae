#include "core/sqlite/fault_disk.h"
#include "core/sqlite/transaction.h"
#include "sync/server/embedded/ledger_schema.h"
#include "sync/server/push.h"
#include "tests/sync/server/agency_world.h"
#include "tests/sync/server/open_agreement.h"

#include <fstream>
#include <random>
#include <thread>

namespace frontsheet::test {

namespace {

constexpr std::array<std::uint8_t, 32> kKey{1, 2, 3, 4};
const AgencyId kTrust{"trust"};

Intent noteOf(IdSource& ids, WallTime now) {
    Intent intent;
    intent.op = ids.random<OpId>();
    intent.record = ids.timeOrdered<RecordId>(now);
    intent.type = RecordType::Registration;
    intent.home = kTrust;
    intent.person = ids.timeOrdered<PersonId>(now);
    intent.category = Category::Identity;
    intent.edits = {{FieldTag{5}, std::nullopt, textValue(std::string(900, 'x').substr(0, 400))}};
    return intent;
}

std::size_t countOf(Ledger& ledger) {
    const auto reads = ledger.read();
    EXPECT_TRUE(reads);
    std::size_t count = 0;
    EXPECT_TRUE((*reads)->records({}, [&](const KeptRecord&) -> Result<Walk> {
        ++count;
        return Walk::On;
    }));
    return count;
}

} // namespace

class LedgerOnDisk : public ::testing::Test {
public:
    Result<std::vector<IntentResult>> push(Ledger& ledger, const Intent& intent) {
        std::vector<IntentResult> results;
        FS_TRY(ledger.write(WriteKind::Push, [&](LedgerWrites& writes) -> Result<void> {
            wire::SyncRequest request;
            request.agency = kTrust;
            request.push.push_back({1, intent});
            Push taking{writes, nurse, *test::openSharing(), ids, now};
            FS_ASSIGN(results, taking.take(request));
            return ok();
        }));
        return results;
    }

    TemporaryFolder folder;
    SeededIdSource ids{3};
    WallTime now{1'795'000'000'000};
    Principal nurse{kTrust, WorkerId{"W012"}, "community nurse", ids.random<DeviceId>()};
};

TEST_F(LedgerOnDisk, AFullDiskIsSaidNothingIsLostAndLaterItGoesOn) {
    sqlite::FaultDisk disk;
    const auto path = folder.file("trust.db");
    ASSERT_TRUE(EmbeddedLedger::create(path, kKey, kTrust, ids, disk.vfs()));
    auto ledger = EmbeddedLedger::open(path, kKey, kTrust, disk.vfs());
    ASSERT_TRUE(ledger) << describe(ledger.error());
    disk.fillAfter(400 * 1024);
    std::vector<Intent> acknowledged;
    Intent refused;
    for (;;) {
        const auto intent = noteOf(ids, now);
        const auto results = push(**ledger, intent);
        if (!results) {
            EXPECT_EQ(results.error().code, ErrorCode::DiskFull) << describe(results.error());
            refused = intent;
            break;
        }
        acknowledged.push_back(intent);
        ASSERT_LT(acknowledged.size(), 10'000U) << "the disk never fills";
    }
    EXPECT_GT(acknowledged.size(), 5U);
    EXPECT_EQ(countOf(**ledger), acknowledged.size()); // still readable, and nothing of the refused one
    disk.makeRoom();
    const auto again = push(**ledger, refused);
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_EQ((*again)[0].outcome, IntentOutcome::Applied);
    EXPECT_EQ(countOf(**ledger), acknowledged.size() + 1);
    ledger->reset();
}

TEST_F(LedgerOnDisk, WhatWasAcknowledgedIsThereAfterAPowerCutAnywhere) {
    const auto seed = static_cast<unsigned>(::testing::UnitTest::GetInstance()->random_seed());
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 chance{seed};
    std::size_t cutInPush = 0;
    for (int round = 0; round < 25; ++round) {
        sqlite::FaultDisk disk{chance()};
        const auto path = folder.file("trust" + std::to_string(round) + ".db");
        ASSERT_TRUE(EmbeddedLedger::create(path, kKey, kTrust, ids, disk.vfs()));
        std::vector<Intent> acknowledged;
        std::optional<Intent> unanswered;
        {
            auto ledger = EmbeddedLedger::open(path, kKey, kTrust, disk.vfs());
            ASSERT_TRUE(ledger);
            const auto how = round % 2 == 0 ? sqlite::PowerCut::DropUnsynced : sqlite::PowerCut::KeepSome;
            disk.cutPowerAt(std::uniform_int_distribution<std::uint64_t>{1, 120}(chance), how);
            while (!unanswered) {
                const auto intent = noteOf(ids, now);
                if (push(**ledger, intent)) {
                    acknowledged.push_back(intent);
                } else {
                    unanswered = intent;
                }
                ASSERT_LT(acknowledged.size(), 500U) << "power never goes";
            }
            EXPECT_TRUE(disk.powerIsOut());
            ++cutInPush;
        }
        disk.restorePower();
        auto ledger = EmbeddedLedger::open(path, kKey, kTrust, disk.vfs());
        ASSERT_TRUE(ledger) << describe(ledger.error());
        {
            const auto reads = (*ledger)->read();
            ASSERT_TRUE(reads);
            for (const auto& intent : acknowledged) {
                const auto record = (*reads)->record(intent.record);
                ASSERT_TRUE(record);
                EXPECT_TRUE(record->has_value()) << "acknowledged and lost";
            }
        }
        // The device asks again about all of them: each is there once.
        acknowledged.push_back(*unanswered);
        for (const auto& intent : acknowledged) {
            const auto results = push(**ledger, intent);
            ASSERT_TRUE(results) << describe(results.error());
            EXPECT_EQ((*results)[0].outcome, IntentOutcome::Applied);
        }
        EXPECT_EQ(countOf(**ledger), acknowledged.size());
        std::uint64_t last = 0;
        const auto reads = (*ledger)->read();
        EXPECT_TRUE((*reads)->feed(0, [&](const FeedEntry& entry) -> Result<Walk> {
            EXPECT_EQ(entry.seq, ++last);
            return Walk::On;
        }));
        EXPECT_EQ(last, acknowledged.size());
    }
    EXPECT_EQ(cutInPush, 25U);
}

TEST_F(LedgerOnDisk, OneCallersFailureIsNotTheOthers) {
    const auto path = folder.file("trust.db");
    ASSERT_TRUE(EmbeddedLedger::create(path, kKey, kTrust, ids));
    auto ledger = EmbeddedLedger::open(path, kKey, kTrust);
    ASSERT_TRUE(ledger);
    std::vector<std::thread> callers;
    std::atomic<int> failed{0};
    for (int i = 0; i < 12; ++i) {
        callers.emplace_back([&, i] {
            const auto done = (*ledger)->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
                FS_TRY(writes.keepNote("caller " + std::to_string(i), "was here"));
                if (i % 3 == 0) {
                    return {ErrorCode::Malformed, "on second thoughts"};
                }
                if (i % 3 == 1) {
                    throw std::runtime_error("a bug");
                }
                return ok();
            });
            failed += done ? 0 : 1;
        });
    }
    for (auto& caller : callers) {
        caller.join();
    }
    EXPECT_EQ(failed, 8);
    const auto reads = (*ledger)->read();
    for (int i = 0; i < 12; ++i) {
        EXPECT_EQ((*reads)->note("caller " + std::to_string(i))->has_value(), i % 3 == 2) << i;
    }
}

TEST_F(LedgerOnDisk, AReaderSeesOneStateHoweverMuchIsWritten) {
    const auto path = folder.file("trust.db");
    ASSERT_TRUE(EmbeddedLedger::create(path, kKey, kTrust, ids));
    auto ledger = EmbeddedLedger::open(path, kKey, kTrust);
    ASSERT_TRUE(push(**ledger, noteOf(ids, now)));
    const auto reads = (*ledger)->read();
    EXPECT_EQ((*reads)->head()->feedSeq, 1U);
    ASSERT_TRUE(push(**ledger, noteOf(ids, now)));
    EXPECT_EQ((*reads)->head()->feedSeq, 1U);
    EXPECT_EQ((*(*ledger)->read())->head()->feedSeq, 2U);
}

TEST_F(LedgerOnDisk, WhatIsWrongWithAFileIsSaidAndNothingIsMadeAnew) {
    const auto path = folder.file("trust.db");
    EXPECT_EQ(EmbeddedLedger::open(path, kKey, kTrust).error().code, ErrorCode::StoreMissing);
    EXPECT_FALSE(std::filesystem::exists(path));
    ASSERT_TRUE(EmbeddedLedger::create(path, kKey, kTrust, ids));
    EXPECT_EQ(EmbeddedLedger::create(path, kKey, kTrust, ids).error().code, ErrorCode::Duplicate);
    EXPECT_EQ(EmbeddedLedger::open(path, kKey, AgencyId{"council"}).error().code, ErrorCode::WrongTenant);
    std::array<std::uint8_t, 32> other{9};
    EXPECT_EQ(EmbeddedLedger::open(path, other, kTrust).error().code, ErrorCode::StoreDamaged);
    {
        auto db = sqlite::Connection::open(path, kKey);
        ASSERT_TRUE(db);
        auto transaction = sqlite::Transaction::begin(**db, sqlite::TransactionKind::Write);
        ASSERT_TRUE((*db)->setUserVersion(kLedgerSchema + 1));
        ASSERT_TRUE(transaction->commit());
    }
    EXPECT_EQ(EmbeddedLedger::open(path, kKey, kTrust).error().code, ErrorCode::StoreNewer);
    {
        std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(4000);
        file.write("damaged", 7);
    }
    EXPECT_EQ(EmbeddedLedger::open(path, kKey, kTrust).error().code, ErrorCode::StoreDamaged);
}

TEST_F(LedgerOnDisk, NothingPersonalIsReadableInTheFile) {
    const auto path = folder.file("trust.db");
    ASSERT_TRUE(EmbeddedLedger::create(path, kKey, kTrust, ids));
    {
        auto ledger = EmbeddedLedger::open(path, kKey, kTrust);
        auto intent = noteOf(ids, now);
        intent.edits[0].after = textValue("CANARY-Featherstonehaugh");
        ASSERT_TRUE(push(**ledger, intent));
    }
    for (const auto& entry : std::filesystem::directory_iterator{folder.path()}) {
        std::ifstream file{entry.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
        EXPECT_EQ(bytes.find("CANARY"), std::string::npos) << entry.path();
        EXPECT_EQ(bytes.find("SQLite format"), std::string::npos) << entry.path();
    }
}

} // namespace frontsheet::test
