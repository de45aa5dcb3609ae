#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/registration.h"
#include "tests/sync/server/agency_world.h"

#include <thread>

namespace frontsheet::test {

using Feed = AgencyWorld;

TEST_F(Feed, IsDenseAndEachChangeStandsInItOnce) {
    auto nurse = device("trust", "W012", "trust");
    for (int i = 0; i < 5; ++i) {
        nurse.sync({nurse.writesNote(newPerson(), "note"), nurse.writesNote(newPerson(), "")});
    }
    const auto feed = feedOf(AgencyId{"trust"});
    ASSERT_EQ(feed.size(), 5U); // refusals leave no gap
    for (std::size_t i = 0; i < feed.size(); ++i) {
        EXPECT_EQ(feed[i].seq, i + 1);
        EXPECT_TRUE(feed[i].endsTransaction);
    }
}

TEST_F(Feed, StaysDenseWhenManyDevicesPushAtOnce) {
    constexpr int kDevices = 8;
    constexpr int kNotes = 25;
    std::vector<Device> devices;
    std::vector<std::vector<Intent>> notes(kDevices);
    for (int d = 0; d < kDevices; ++d) {
        devices.push_back(device("trust", ("W" + std::to_string(100 + d)).c_str(), "trust"));
        for (int n = 0; n < kNotes; ++n) {
            notes[static_cast<std::size_t>(d)].push_back(devices.back().writesNote(newPerson(), "at once"));
        }
    }
    std::vector<std::thread> threads;
    for (std::size_t d = 0; d < kDevices; ++d) {
        threads.emplace_back([&, d] {
            for (const auto& note : notes[d]) {
                const auto request = devices[d].request({note});
                EXPECT_EQ(devices[d].send(request).status, 200);
                EXPECT_EQ(devices[d].send(request).status, 200); // a repeat in the middle of it
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    const auto feed = feedOf(AgencyId{"trust"});
    ASSERT_EQ(feed.size(), static_cast<std::size_t>(kDevices * kNotes));
    for (std::size_t i = 0; i < feed.size(); ++i) {
        EXPECT_EQ(feed[i].seq, i + 1);
    }
    auto manager = device("trust", "W900", "trust");
    manager.sync();
    EXPECT_EQ(manager.mirror.size(), feed.size());
}

TEST_F(Feed, NeverCutsATransactionBetweenPages) {
    auto nurse = device("trust", "W012", "trust");
    auto reader = device("trust", "W013", "trust");
    reader.sync();
    reader.maxBytes = 1; // the server's smallest page
    std::map<TransactionId, std::vector<RecordId>> transactions;
    for (int t = 0; t < 30; ++t) {
        std::vector<Intent> intents;
        const auto id = ids.random<TransactionId>();
        for (int i = 0; i < 7; ++i) {
            intents.push_back(nurse.writesNote(newPerson(), std::string(2000, 'x')));
            intents.back().transaction = id;
            transactions[id].push_back(intents.back().record);
        }
        nurse.sync(intents);
    }
    int pages = 0;
    for (bool more = true; more; ++pages) {
        auto reply = reader.exchange();
        ASSERT_TRUE(reply);
        more = reply->more;
        for (const auto& [id, records] : transactions) {
            const auto there =
                std::count_if(records.begin(), records.end(), [&](const RecordId& r) { return reader.holds(r); });
            EXPECT_TRUE(there == 0 || there == 7) << there;
        }
    }
    EXPECT_GT(pages, 3);
    EXPECT_EQ(reader.mirror.size(), 210U);
}

TEST_F(Feed, SendsARecordThatChangedOftenOnceAndNew) {
    auto nurse = device("trust", "W012", "trust");
    auto reader = device("trust", "W013", "trust");
    reader.sync();
    const auto registration = nurse.registers(newPerson(), "Marsh");
    nurse.sync({registration});
    std::string town = "Saltmarsh";
    for (int i = 0; i < 10; ++i) {
        const std::string next = "Town " + std::to_string(i);
        nurse.sync({nurse.edits(registration.record, {{registration::kTown.tag, textValue(town), textValue(next)}})});
        town = next;
    }
    auto reply = reader.exchange();
    ASSERT_TRUE(reply);
    std::size_t sent = 0;
    for (const auto& page : reply->pages) {
        sent += page.upserts.size();
    }
    EXPECT_EQ(sent, 1U);
    EXPECT_EQ(reader.fieldsOf(registration.record).get(registration::kTown), "Town 9");
    EXPECT_EQ(reader.mirror.at(registration.record).header.version.n, 11U);
}

TEST_F(Feed, FirstSyncGoesOnWhereItWasCutAndMissesNothingWrittenMeanwhile) {
    auto nurse = device("trust", "W012", "trust");
    std::vector<Intent> notes;
    for (int i = 0; i < 300; ++i) {
        notes.push_back(nurse.writesNote(newPerson(), std::string(1500, 'x')));
    }
    nurse.sync(notes);
    auto reader = device("trust", "W013", "trust");
    reader.maxBytes = 1;
    int exchanges = 0;
    for (bool more = true; more; ++exchanges) {
        // Between any two pages the world goes on: new notes, and changes of what was sent already and of what was not.
        if (exchanges % 2 == 1) {
            nurse.sync({nurse.writesNote(newPerson(), "meanwhile")});
        }
        const bool lostOnTheWay = exchanges % 3 == 2;
        auto before = reader;
        auto reply = reader.exchange();
        ASSERT_TRUE(reply);
        more = reply->more;
        if (lostOnTheWay && more) {
            reader.held = before.held;
            reader.mirror = before.mirror;
            reader.feedSeq = before.feedSeq;
        }
        ASSERT_LT(exchanges, 500);
    }
    EXPECT_GT(exchanges, 10);
    EXPECT_EQ(reader.mirror.size(), ledgerOf(AgencyId{"trust"}).size());
}

TEST_F(Feed, NothingNewIsSmall) {
    auto nurse = device("trust", "W012", "trust");
    nurse.sync({nurse.writesNote(newPerson(), "note")});
    const auto request = nurse.request({});
    const auto response = nurse.send(request);
    EXPECT_EQ(response.status, 200);
    EXPECT_LT(response.body.size(), 200U);
}

TEST_F(Feed, ADraftIsItsAuthorsAloneUntilSigned) {
    auto nurse = device("trust", "W012", "trust");
    auto colleague = device("trust", "W013", "trust");
    const auto draft = nurse.writesNote(newPerson(), "not finished", "draft");
    nurse.sync({draft});
    colleague.sync();
    EXPECT_TRUE(nurse.holds(draft.record));
    EXPECT_FALSE(colleague.holds(draft.record));
    nurse.sync({nurse.edits(draft.record, {{contact_note::kState.tag, textValue("draft"), textValue("signed")}})});
    colleague.sync();
    EXPECT_TRUE(colleague.holds(draft.record));
}

TEST_F(Feed, ARestoredLedgerMakesDevicesStartOver) {
    auto nurse = device("trust", "W012", "trust");
    nurse.sync({nurse.writesNote(newPerson(), "note")});
    nurse.epoch = ids.random<Epoch>(); // as if the ledger had been restored since
    auto reply = nurse.exchange();
    ASSERT_TRUE(reply);
    EXPECT_TRUE(reply->pages.empty());
    nurse.sync();
    EXPECT_EQ(nurse.mirror.size(), 1U);
}

// It may build on what went with the old ledger, which the device sends again first.
TEST_F(Feed, WhatWasSentToTheLedgerThatIsGoneIsTakenOnlyOnceItsAuthorKnows) {
    auto nurse = device("trust", "W012", "trust");
    nurse.sync({nurse.writesNote(newPerson(), "before")});
    nurse.epoch = ids.random<Epoch>();
    const auto note = nurse.writesNote(newPerson(), "meanwhile");
    const auto before = feedOf(nurse.server).size();
    const auto told = nurse.exchange({note});
    ASSERT_TRUE(told);
    EXPECT_TRUE(told->results.empty());
    EXPECT_TRUE(told->more);
    EXPECT_EQ(feedOf(nurse.server).size(), before);
    nurse.sync({note});
    EXPECT_TRUE(nurse.holds(note.record));
}

TEST_F(Feed, ACursorFromTheFutureIsServedAnew) {
    auto nurse = device("trust", "W012", "trust");
    nurse.sync({nurse.writesNote(newPerson(), "note")});
    nurse.mirror.clear();
    auto request = nurse.request({});
    request.have.feedSeq = 1000;
    const auto response = nurse.send(request);
    EXPECT_EQ(response.status, 200);
    // It must list what it holds; then everything is taken and given again.
    nurse.feedSeq = 1000;
    nurse.held.clear();
    nurse.feedSeq = 0;
    nurse.sync();
    EXPECT_EQ(nurse.mirror.size(), 1U);
}

} // namespace frontsheet::test
