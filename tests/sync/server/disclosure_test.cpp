// Who got what, whether it arrived, who read it: as the agency that holds the records can show it.
#include "core/domain/schema/referral.h"
#include "core/sqlite/fault_disk.h"
#include "sync/server/disclosure/disclosure_limits.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/disclosure/disclosure_views.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/sync/server/agency_world.h"

#include <gmock/gmock.h>

namespace frontsheet::test {

using disclosure::Delivered;
using disclosure::Entry;
using disclosure::LogView;
using disclosure::NewSegment;
using disclosure::Readings;
using disclosure::Release;

namespace {
constexpr std::array<std::uint8_t, 32> kKey{1, 2, 3, 4};
}

// Edith is the trust's; a nurse of the trust writes, an assessor of the council is on her care team.
class Disclosure : public AgencyWorld {
public:
    void SetUp() override {
        AgencyWorld::SetUp();
        nurse.sync();
        nurse.sync({nurse.registers(edith, "Marsh"), nurse.writesNote(edith, "walks with a frame")});
        nurse.sync({nurse.joins(edith, assessor.who)});
    }
    void TearDown() override { server.reset(); } // before the disk it may be on
    std::vector<Entry> log(const char* agency = "trust") {
        std::vector<Entry> entries;
        const auto reads = server->ledgerOf(AgencyId{agency})->read();
        EXPECT_TRUE((*reads)->disclosures().entries(1, [&](const auto& stored) -> Result<Walk> {
            FS_ASSIGN(auto entry, disclosure::decode(stored.bytes));
            entries.push_back(std::move(entry));
            return Walk::On;
        }));
        return entries;
    }
    template <class Kind>
    std::vector<Kind> all(const WorkerId& worker) {
        std::vector<Kind> found;
        for (const auto& entry : log()) {
            if (const auto* one = std::get_if<Kind>(&entry.what); one && one->who.worker == worker) {
                found.push_back(*one);
            }
        }
        return found;
    }
    LogView about(const PersonId& person) {
        const auto reads = server->ledgerOf(AgencyId{"trust"})->read();
        return *disclosure::aboutPerson(**reads, std::array{person});
    }
    disclosure::Verification verified() {
        const auto reads = server->ledgerOf(AgencyId{"trust"})->read();
        return *disclosure::verify(**reads, AgencyId{"trust"});
    }
    std::optional<ReferralReach> reach(const RecordId& referral) {
        const auto reads = server->ledgerOf(AgencyId{"trust"})->read();
        return *disclosure::reachOf(**reads, referral);
    }
    // Somebody with the key, while the server is down.
    void tamper(const char* sql) {
        server.reset();
        auto db = sqlite::Connection::open(folder.file("trust.db"), kKey);
        ASSERT_TRUE(db);
        ASSERT_TRUE((*db)->execute(sql));
        db->reset();
        restart();
    }

    sqlite::FaultDisk disk;
    PersonId edith = newPerson();
    Device nurse = device("trust", "W012", "trust", "community nurse");
    Device assessor = device("council", "W001", "trust", "social work assessor");
};

TEST_F(Disclosure, EveryRecordThatReachesAPartnerIsInTheLogAndNothingElse) {
    assessor.sync();
    std::map<RecordId, HomeVersion> sent;
    for (const auto& release : all<Release>(assessor.who.worker)) {
        EXPECT_EQ(release.who, assessor.who); // device, worker, agency, role
        for (const auto& part : release.parts) {
            EXPECT_THAT(part.terms.reason, ::testing::AnyOf("care-team", "directory"));
            EXPECT_EQ(part.terms.fields, "all");
            for (const auto& record : part.records) {
                EXPECT_EQ(record.person, assessor.mirror.at(record.record).header.person);
                sent[record.record] = record.version;
            }
        }
    }
    ASSERT_EQ(sent.size(), assessor.mirror.size());
    for (const auto& [id, record] : assessor.mirror) {
        EXPECT_EQ(sent.at(id), record.header.version);
    }
    EXPECT_TRUE(verified().isWhole());
    EXPECT_TRUE(log("housing").empty());
}

TEST_F(Disclosure, WhoHoldsLessIsLoggedWithLess) {
    Device housing = device("housing", "W030", "trust");
    nurse.sync({nurse.refers(edith, AgencyId{"housing"})});
    housing.sync();
    bool found = false;
    for (const auto& release : all<Release>(housing.who.worker)) {
        for (const auto& part : release.parts) {
            for (const auto& record : part.records) {
                if (housing.mirror.at(record.record).header.type == RecordType::Registration) {
                    EXPECT_THAT(part.terms.fields, ::testing::StartsWith("local_id nhs_number"));
                    EXPECT_THAT(part.terms.fields, ::testing::Not(::testing::HasSubstr("frailty")));
                    EXPECT_EQ(part.terms.clause, "open/1/housing-who");
                    EXPECT_EQ(part.terms.purpose, "direct-care");
                    EXPECT_EQ(part.terms.reason, "addressed-referral");
                    found = true;
                }
            }
        }
    }
    EXPECT_TRUE(found);
}

TEST_F(Disclosure, ColleaguesOfTheSameAgencyAreLoggedLikeAnybody) {
    Device colleague = device("trust", "W077", "trust");
    colleague.sync();
    std::size_t records = 0;
    for (const auto& release : all<Release>(colleague.who.worker)) {
        for (const auto& part : release.parts) {
            EXPECT_EQ(part.terms.reason, "own-agency");
            records += part.records.size();
        }
    }
    EXPECT_EQ(records, colleague.mirror.size());
}

TEST_F(Disclosure, NothingNewWritesNothing) {
    assessor.sync();
    assessor.sync(); // the last receipt comes back
    const auto before = log().size();
    for (int i = 0; i < 5; ++i) {
        assessor.sync();
    }
    EXPECT_EQ(log().size(), before);
}

TEST_F(Disclosure, NothingLeavesThatCouldNotBeLogged) {
    const auto path = folder.file("council.db");
    server.reset();
    server = std::make_unique<AgencyServer>(clock, ids);
    auto ledger = EmbeddedLedger::open(path, kKey, AgencyId{"council"}, disk.vfs());
    ASSERT_TRUE(ledger);
    hostOpened(std::move(*ledger));
    Device worker = device("council", "W001", "council");
    worker.sync({worker.registers(newPerson(), "Holt")});
    Device colleague = device("council", "W002", "council");
    disk.failSyncs(1);
    auto request = colleague.request({});
    const auto refused = colleague.send(request);
    EXPECT_NE(refused.status, 200);
    EXPECT_EQ(wire::unpack(refused.body, 1 << 20)->find("Holt"), std::string::npos);
    ASSERT_TRUE(colleague.exchange());
    EXPECT_EQ(colleague.countOf(RecordType::Registration), 1U); // and when the disk is well again it goes on
}

// The same where nothing but the log is to be written: whoever holds all their scopes and is sent what changed.
TEST_F(Disclosure, NorDoesAChangeLeaveThatCouldNotBeLogged) {
    const auto path = folder.file("council.db");
    server.reset();
    server = std::make_unique<AgencyServer>(clock, ids);
    auto ledger = EmbeddedLedger::open(path, kKey, AgencyId{"council"}, disk.vfs());
    ASSERT_TRUE(ledger);
    hostOpened(std::move(*ledger));
    const PersonId holt = newPerson();
    Device worker = device("council", "W001", "council");
    Device colleague = device("council", "W002", "council");
    worker.sync({worker.registers(holt, "Holt")});
    colleague.sync();
    colleague.sync();
    worker.sync({worker.writesNote(holt, "canary-of-a-note")});
    disk.failSyncs(1);
    const auto refused = colleague.send(colleague.request({}));
    EXPECT_NE(refused.status, 200);
    EXPECT_EQ(wire::unpack(refused.body, 1 << 20)->find("canary"), std::string::npos);
    colleague.sync();
    EXPECT_EQ(colleague.countOf(RecordType::ContactNote), 1U);
}

TEST_F(Disclosure, ADeviceThatNeverSaysWhatArrivedKeepsNoMoreThanSomeWaiting) {
    Ledger& ledger = *server->ledgerOf(AgencyId{"trust"});
    ASSERT_TRUE(ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        for (std::uint64_t receipt = 1; receipt <= 100; ++receipt) {
            FS_TRY(writes.disclosureWrites().await(nurse.who.device, receipt, clock.now()));
        }
        return writes.disclosureWrites().await(assessor.who.device, 1, clock.now());
    }));
    const auto reads = ledger.read();
    const auto waits = [&](const Device& device, std::uint64_t receipt) {
        return (*reads)->disclosures().awaits(device.who.device, receipt).value();
    };
    EXPECT_FALSE(waits(nurse, 100 - disclosure::limits::kReceiptsAwaited));
    EXPECT_TRUE(waits(nurse, 101 - disclosure::limits::kReceiptsAwaited));
    EXPECT_TRUE(waits(nurse, 100));
    EXPECT_TRUE(waits(assessor, 1)) << "each by itself";
}

TEST_F(Disclosure, DeliveredIsWhatTheDeviceSaysIsOnItsDisk) {
    const auto reply = assessor.exchange(); // on the way back it is lost for the first time
    ASSERT_TRUE(reply);
    Device again = assessor;
    again.epoch = {};
    again.held.clear();
    again.mirror.clear();
    again.feedSeq = 0;
    again.receipt = 0;
    again.sync();
    EXPECT_NE(again.receipt, reply->receipt);
    again.sync();
    const auto releases = about(edith).releases;
    ASSERT_FALSE(releases.empty());
    std::size_t delivered = 0;
    for (const auto& line : releases) {
        if (line.who.worker == assessor.who.worker) {
            EXPECT_EQ(line.deliveredAt.isKnown(), line.receipt != reply->receipt) << line.entry;
            delivered += line.deliveredAt.isKnown() ? 1 : 0;
        }
    }
    EXPECT_GT(delivered, 0U);
}

TEST_F(Disclosure, AReceiptThatWasNeverGivenSaysNothing) {
    assessor.sync();
    assessor.receipt = 12345;
    const auto before = log().size();
    assessor.sync();
    EXPECT_EQ(log().size(), before);
    Device other = device("housing", "W030", "trust");
    nurse.sync({nurse.refers(edith, AgencyId{"housing"})});
    ASSERT_TRUE(other.exchange());
    ASSERT_TRUE(
        (*server->ledgerOf(AgencyId{"trust"})->read())->disclosures().awaits(other.who.device, other.receipt).value());
    Device thief = device("housing", "W031", "trust");
    thief.receipt = other.receipt; // another device's
    ASSERT_TRUE(thief.exchange());
    EXPECT_TRUE(all<Delivered>(thief.who.worker).empty());
}

TEST_F(Disclosure, AReferralIsSentThenDeliveredThenSeen) {
    Device housing = device("housing", "W030", "trust");
    const auto referral = nurse.refers(edith, AgencyId{"housing"});
    nurse.sync({referral});
    EXPECT_FALSE(reach(referral.record));
    clock.advance(std::chrono::minutes{5});
    ASSERT_TRUE(housing.exchange());
    const WallTime sent = clock.now();
    ASSERT_TRUE(reach(referral.record));
    EXPECT_EQ(reach(referral.record)->sentAt, sent);
    EXPECT_FALSE(reach(referral.record)->deliveredAt.isKnown());

    clock.advance(std::chrono::minutes{5});
    housing.sync();
    EXPECT_EQ(reach(referral.record)->deliveredAt, clock.now());
    EXPECT_FALSE(reach(referral.record)->seenAt.isKnown());

    // Read in a cellar, told an hour later.
    const WallTime read = clock.now() + std::chrono::minutes{10};
    clock.advance(std::chrono::hours{1});
    housing.readings.push_back({referral.record, HomeVersion{1}, ReadingHow::Shown, read});
    housing.sync();
    const auto seen = reach(referral.record);
    EXPECT_EQ(seen->seenAt, clock.now());
    EXPECT_EQ(seen->seenBy, housing.who.worker);
    const auto lines = about(edith).readings;
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].reading.reading.at, read);
    EXPECT_EQ(lines[0].who, housing.who);
    EXPECT_TRUE(verified().isWhole());
}

TEST_F(Disclosure, WhoAnswersAReferralHasSeenIt) {
    Device housing = device("housing", "W030", "trust");
    const auto referral = nurse.refers(edith, AgencyId{"housing"});
    nurse.sync({referral});
    ASSERT_TRUE(housing.exchange());
    housing.receipt = 0; // it says nothing of what arrived; but what was answered had
    const auto results = housing.sync({housing.accepts(referral.record)});
    ASSERT_EQ(results.at(0).outcome, IntentOutcome::Applied);
    EXPECT_EQ(reach(referral.record)->seenBy, housing.who.worker);
    EXPECT_TRUE(reach(referral.record)->deliveredAt.isKnown());
}

// A page that was lost on its way and is not asked for again did not arrive with the next one.
TEST_F(Disclosure, WhatWasLostOnItsWayIsNotDeliveredByAnother) {
    Device housing = device("housing", "W030", "trust");
    const auto lost = nurse.refers(edith, AgencyId{"housing"}, housing.who.worker);
    nurse.sync({lost});
    ASSERT_EQ(housing.send(housing.request({})).status, 200) << "and the line breaks";
    ASSERT_TRUE(reach(lost.record));
    nurse.sync({nurse.edits(lost.record, {{referral::kState.tag, textValue("sent"), textValue("withdrawn")}})});
    const auto next = nurse.refers(edith, AgencyId{"housing"}, housing.who.worker);
    nurse.sync({next});
    housing.sync();
    housing.sync();
    EXPECT_TRUE(reach(next.record)->deliveredAt.isKnown());
    EXPECT_FALSE(reach(lost.record)->deliveredAt.isKnown());
}

TEST_F(Disclosure, TheFirstWhoReadItIsWhoHasSeenIt) {
    Device housing = device("housing", "W030", "trust");
    Device colleague = device("housing", "W031", "trust");
    const auto referral = nurse.refers(edith, AgencyId{"housing"});
    nurse.sync({referral});
    std::vector<std::size_t> told;
    for (auto* one : {&housing, &colleague}) {
        one->sync();
        clock.advance(std::chrono::minutes{5});
        one->readings.push_back({referral.record, HomeVersion{1}, ReadingHow::Shown, clock.now()});
        one->sync();
        nurse.sync();
        told.push_back(nurse.timesTold);
    }
    EXPECT_EQ(told[0], told[1]) << "that others have read it, too, is no news";
    EXPECT_EQ(reach(referral.record)->seenBy, housing.who.worker);
    EXPECT_EQ(reach(referral.record)->seenAt, clock.now() + -std::chrono::minutes{5});
}

// Somebody may read it before their device has said that it came.
TEST_F(Disclosure, WhatWasReadHadArrived) {
    Device housing = device("housing", "W030", "trust");
    const auto referral = nurse.refers(edith, AgencyId{"housing"});
    nurse.sync({referral});
    for (int exchanges = 0; exchanges < 5 && !housing.holds(referral.record); ++exchanges) {
        ASSERT_TRUE(housing.exchange());
        housing.receipt = 0; // lost
    }
    ASSERT_TRUE(housing.holds(referral.record));
    ASSERT_FALSE(reach(referral.record)->deliveredAt.isKnown());
    clock.advance(std::chrono::minutes{5});
    housing.readings.push_back({referral.record, HomeVersion{1}, ReadingHow::Shown, clock.now()});
    ASSERT_TRUE(housing.exchange());
    EXPECT_EQ(reach(referral.record)->seenAt, clock.now());
    EXPECT_EQ(reach(referral.record)->deliveredAt, clock.now());
}

TEST_F(Disclosure, WhoseEditIsRefusedHasReadNothing) {
    Device stranger = device("housing", "W031", "trust");
    stranger.sync();
    const auto referral = nurse.refers(edith, AgencyId{"council"});
    nurse.sync({referral});
    auto guessed = stranger.creates(RecordType::Referral, edith, {});
    guessed.record = referral.record;
    guessed.base.n = 1;
    guessed.edits = {{referral::kState.tag, textValue("sent"), textValue("accepted")}};
    ASSERT_EQ(stranger.sync({guessed}).at(0).outcome, IntentOutcome::Refused);
    EXPECT_TRUE(about(edith).readings.empty());
}

TEST_F(Disclosure, TheSendersOwnReadingIsNotTheReceivers) {
    const auto referral = nurse.refers(edith, AgencyId{"housing"});
    nurse.sync({referral});
    nurse.readings.push_back({referral.record, HomeVersion{1}, ReadingHow::Shown, clock.now()});
    nurse.sync();
    EXPECT_FALSE(reach(referral.record));
    EXPECT_EQ(about(edith).readings.size(), 1U);
}

TEST_F(Disclosure, AReadingCountsOnceHoweverOftenItIsTold) {
    assessor.sync();
    const auto note = std::find_if(assessor.mirror.begin(), assessor.mirror.end(),
                                   [](const auto& one) { return one.second.header.type == RecordType::ContactNote; });
    ASSERT_NE(note, assessor.mirror.end());
    const Reading reading{note->first, HomeVersion{1}, ReadingHow::Shown, clock.now()};
    Reading printed = reading;
    printed.how = ReadingHow::Printed;
    for (int lost = 0; lost < 3; ++lost) {
        assessor.readings = {reading, printed};
        const auto reply = assessor.exchange();
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->readingsTaken, 2U);
    }
    EXPECT_EQ(about(edith).readings.size(), 2U);
    EXPECT_TRUE(assessor.readings.empty());
}

// Left out, a guess at what is here would be told by the wait for the disk; and who guesses would stand nowhere.
TEST_F(Disclosure, AReadingOfWhatWasNeverHereIsLoggedAsAboutNobody) {
    assessor.sync();
    assessor.sync();
    const auto before = log().size();
    const std::vector<Reading> made{{ids.random<RecordId>(), HomeVersion{1}, ReadingHow::Shown, clock.now()},
                                    {assessor.mirror.begin()->first, HomeVersion{99}, ReadingHow::Shown, clock.now()}};
    for (int told = 0; told < 2; ++told) {
        assessor.readings = made;
        assessor.sync();
        EXPECT_TRUE(assessor.readings.empty()) << "taken, so that the queue moves on";
    }
    EXPECT_EQ(log().size(), before + 1) << "once";
    const auto logged = all<Readings>(assessor.who.worker);
    ASSERT_EQ(logged.size(), 1U);
    ASSERT_EQ(logged[0].readings.size(), 2U);
    EXPECT_TRUE(logged[0].readings[0].person.isNull());
    EXPECT_TRUE(logged[0].readings[1].person.isNull());
    EXPECT_TRUE(about(edith).readings.empty()) << "and in nobody's own log";
    ASSERT_TRUE(verified().breaks.empty());
}

// Attacks on the file. The chain itself is tried byte by byte in disclosure_chain_test.
TEST_F(Disclosure, ABrokenChainIsFoundNamedAndDoesNotStopCare) {
    assessor.sync();
    tamper("UPDATE disclosure SET entry = substr(entry, 1, 30) || x'ff' || substr(entry, 32) WHERE number = 2");
    ASSERT_EQ(verified().breaks.size(), 1U);
    EXPECT_EQ(verified().breaks[0].number, 2U);
    // Care first: the server answers as before.
    nurse.sync({nurse.writesNote(edith, "slept well")});
    assessor.sync();
    EXPECT_EQ(assessor.countOf(RecordType::ContactNote), 2U);
    // Then the hourly check names it, once.
    ASSERT_TRUE(server->tidy());
    ASSERT_TRUE(server->tidy());
    const auto after = verified();
    ASSERT_EQ(after.segments.size(), 1U);
    EXPECT_EQ(after.segments[0].segment.found, 2U);
    EXPECT_EQ(after.segments[0].segment.words, "entry 2 was altered");
    ASSERT_EQ(after.breaks.size(), 1U);
    EXPECT_TRUE(after.isNamed(after.breaks[0]));
    nurse.sync({nurse.writesNote(edith, "ate well")});
    assessor.sync();
    EXPECT_EQ(verified().breaks.size(), 1U); // the new segment is whole
    EXPECT_EQ(log().back().segment, 2U);
}

TEST_F(Disclosure, ATruncatedLogIsToldByTheNextDeviceThatHoldsItsHead) {
    assessor.sync();
    assessor.sync(); // gets the head of its own last page
    const auto held = *disclosure::decodeHead(assessor.logHead);
    tamper("DELETE FROM disclosure WHERE number > 2");
    EXPECT_TRUE(verified().isWhole()); // by itself it looks whole
    assessor.sync();
    const auto after = verified();
    ASSERT_EQ(after.segments.size(), 1U);
    EXPECT_EQ(after.segments[0].segment.cause, disclosure::SegmentCause::CutOff);
    EXPECT_EQ(after.segments[0].segment.found, held.number);
    EXPECT_GT(after.segments[0].number, held.number);
    assessor.sync();
    assessor.sync();
    EXPECT_EQ(verified().segments.size(), 1U); // said once
}

TEST_F(Disclosure, AnOlderFilePutInPlaceIsToldEvenWhenItHasGrownSince) {
    nurse.sync();
    server.reset();
    std::filesystem::copy_file(folder.file("trust.db"), folder.file("older.db"));
    restart();
    assessor.sync();
    assessor.sync();
    const auto held = *disclosure::decodeHead(assessor.logHead);
    server.reset();
    std::filesystem::rename(folder.file("older.db"), folder.file("trust.db"));
    std::filesystem::remove(folder.file("trust.db-wal"));
    std::filesystem::remove(folder.file("trust.db-shm"));
    restart();
    for (int i = 0; i < 12; ++i) {
        nurse.sync({nurse.writesNote(edith, "after the old file was put back")});
    }
    ASSERT_GT(log().size(), held.number);
    EXPECT_TRUE(verified().isWhole());
    ASSERT_TRUE(assessor.exchange());
    const auto after = verified();
    ASSERT_EQ(after.segments.size(), 1U);
    EXPECT_EQ(after.segments[0].segment.found, held.number);
}

TEST_F(Disclosure, AHeadThatTheAgencyNeverSignedIsNoEvidence) {
    assessor.sync();
    disclosure::LogHead forged{1'000'000, {9}, clock.now(), "signed by me"};
    assessor.logHead = disclosure::encode(forged);
    const auto before = log().size();
    ASSERT_TRUE(assessor.exchange());
    assessor.logHead = Bytes(200, '\xFF');
    ASSERT_TRUE(assessor.exchange());
    EXPECT_LE(log().size(), before + 1); // the receipt
    EXPECT_TRUE(verified().segments.empty());
}

TEST_F(Disclosure, AnOldHeadShownAgainIsNoAlarm) {
    assessor.sync();
    assessor.sync();
    const auto old = assessor.logHead;
    nurse.sync({nurse.writesNote(edith, "more")});
    assessor.sync();
    assessor.logHead = old;
    assessor.sync();
    EXPECT_TRUE(verified().segments.empty());
    EXPECT_TRUE(verified().isWhole());
}

TEST_F(Disclosure, APartnerKeepsTheNewestHeadAndNoticesOneThatGoesBack) {
    Ledger& ledger = *server->ledgerOf(AgencyId{"council"});
    const auto hold = [&](std::uint64_t number, std::uint8_t hash) {
        return ledger.write(WriteKind::Other, [&](LedgerWrites& writes) {
            return disclosure::holdHead(writes, AgencyId{"trust"}, {number, {hash}, clock.now(), "signature"});
        });
    };
    EXPECT_TRUE(hold(5, 1));
    EXPECT_TRUE(hold(9, 2));
    EXPECT_TRUE(hold(9, 2));
    EXPECT_EQ(hold(9, 3).error().code, ErrorCode::WrongState);
    EXPECT_EQ(hold(7, 1).error().code, ErrorCode::WrongState);
    const auto reads = ledger.read();
    EXPECT_EQ(disclosure::decodeHead(*disclosure::heldHeadOf(**reads, AgencyId{"trust"}))->number, 9U);
}

TEST_F(Disclosure, AnEmergencyAccessWaitsForItsReview) {
    Ledger& ledger = *server->ledgerOf(AgencyId{"trust"});
    const auto access = ids.random<disclosure::EmergencyId>();
    const auto write = [&](disclosure::What what) {
        EXPECT_TRUE(ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            FS_ASSIGN(const auto number, disclosure::append(writes, what, clock.now()));
            (void)number;
            return ok();
        }));
    };
    const auto cases = [&] { return *disclosure::emergencies(**ledger.read()); };
    const auto doctor = device("council", "W050", "trust", "duty officer").who;
    write(disclosure::Emergency{disclosure::EmergencyStep::Opened, access, edith, clock.now() + std::chrono::hours{4},
                                doctor, "found on the stairs"});
    Release release{doctor, "person:" + edith.hex(), 1, {}};
    release.parts.push_back({{"emergency", "", "", "all"}, {{ids.random<RecordId>(), HomeVersion{1}, edith}}});
    write(release);
    ASSERT_EQ(cases().size(), 1U);
    EXPECT_TRUE(cases()[0].awaitsReview());
    EXPECT_EQ(cases()[0].records, 1U);
    EXPECT_EQ(cases()[0].reason, "found on the stairs");
    clock.advance(std::chrono::hours{20});
    const auto lead = device("trust", "W900", "trust", "governance lead").who;
    write(disclosure::Emergency{disclosure::EmergencyStep::Reviewed, access, edith, {}, lead, "justified"});
    EXPECT_FALSE(cases()[0].awaitsReview());
    EXPECT_EQ(cases()[0].reviewer.worker, lead.worker);
    EXPECT_EQ(cases()[0].finding, "justified");
}

TEST_F(Disclosure, AWorkersViewCountsWhatTheyWereSent) {
    assessor.sync();
    const auto reads = server->ledgerOf(AgencyId{"trust"})->read();
    const auto view = *disclosure::ofWorker(**reads, assessor.who.agency, assessor.who.worker);
    std::size_t records = 0;
    for (const auto& line : view.releases) {
        records += line.records;
        EXPECT_LE(line.people, 1U);
    }
    EXPECT_EQ(records, assessor.mirror.size());
    EXPECT_TRUE(disclosure::ofWorker(**reads, assessor.who.agency, WorkerId{"W999"})->releases.empty());
}

} // namespace frontsheet::test
