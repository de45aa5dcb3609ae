// Attempts to be told more by a home's log than is one's own, or without leaving a trace in it; and what a page of it may not get
// wrong.
#include "core/domain/schema/emergency_access.h"
#include "core/sqlite/fault_disk.h"
#include "sync/server/disclosure/disclosure_index.h"
#include "sync/server/disclosure/disclosure_limits.h"
#include "sync/wire/body_codec.h"
#include "tests/sync/server/evidence_world.h"

#include <gmock/gmock.h>

namespace frontsheet::test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class EvidenceAttacks : public Evidence {
public:
    void TearDown() override { server.reset(); } // before the disk it may be on
    // The trust's own policy and the partnership, each changed.
    void decideBy(const std::function<void(sharing::Agreement&)>& change) {
        auto out = std::make_shared<SharingInForce>();
        std::vector<sharing::CompiledAgreement> all;
        for (const auto& compiled : sharing->agreements.all()) {
            sharing::Agreement agreement = compiled.agreement();
            sharing::AgreementStanding standing;
            for (const auto& party : agreement.parties) {
                standing.bound.push_back(party.agency);
            }
            change(agreement);
            all.push_back(sharing::CompiledAgreement::of(std::move(agreement), std::move(standing)).value());
        }
        out->agreements = sharing::AgreementsInForce::of(std::move(all)).value();
        ASSERT_TRUE(server->decideBy(AgencyId{"trust"}, out));
    }
    // The nurse reads the note this often, a minute apart; when the first was, by the home's clock.
    WallTime readsTheNote(std::size_t times) {
        clock.advance(std::chrono::minutes{1});
        const WallTime first = clock.now();
        for (std::size_t n = 0; n < times; ++n) {
            nurse.readings.push_back({note.record, HomeVersion{1}, ReadingHow::Shown, clock.now()});
            nurse.sync();
            clock.advance(std::chrono::minutes{1});
        }
        return first;
    }
    void onFaultDisk() {
        server.reset();
        server = std::make_unique<AgencyServer>(clock, ids);
        constexpr std::array<std::uint8_t, 32> kKey{1, 2, 3, 4};
        auto ledger = EmbeddedLedger::open(folder.file("trust.db"), kKey, AgencyId{"trust"}, disk.vfs());
        ASSERT_TRUE(ledger);
        hostOpened(std::move(*ledger));
    }

    sqlite::FaultDisk disk;
};

TEST_F(EvidenceAttacks, APersonOfOnesOwnIsNoKeyToAnotherView) {
    ASSERT_TRUE(asks(nurse.who, about(edith)));
    for (const auto view : {EvidenceView::Worker, EvidenceView::Emergencies, EvidenceView::Holdings}) {
        auto ask = about(edith, view);
        ask.workerAgency = nurse.who.agency;
        ask.worker = nurse.who.worker;
        EXPECT_EQ(refusal(nurse.who, ask), ErrorCode::NotPermitted) << static_cast<int>(view);
    }
}

TEST_F(EvidenceAttacks, AnEmergencyOpensTheRecordsAndNotWhoReadThem) {
    Device stranger = device("trust", "W050", "trust", "community nurse");
    Record access;
    access.id = ids.timeOrdered<RecordId>(clock.now());
    access.type = RecordType::EmergencyAccess;
    access.home = AgencyId{"trust"};
    access.person = edith;
    access.category = Category::Involvement;
    access.authorAgency = access.home;
    access.version.n = 1;
    access.recordedAt = clock.now();
    access.fields.put(emergency_access::kAgency, stranger.who.agency);
    access.fields.put(emergency_access::kWorker, stranger.who.worker);
    access.fields.put(emergency_access::kEndsAt, clock.now() + std::chrono::hours{4});
    ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& writes) {
        const RecordWrite write{access, wire::encodeBody(access.fields)};
        return writes.append({&write, 1});
    }));
    stranger.sync();
    EXPECT_TRUE(stranger.holds(access.id) || stranger.holds(note.record)) << "there is an emergency";
    EXPECT_EQ(refusal(stranger.who, about(edith)), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(stranger.who, about(edith, EvidenceView::Devices)), ErrorCode::NotPermitted);
}

TEST_F(EvidenceAttacks, ThatADeviceHoldsWhatTheViewerMayNotKnowOfIsNotTold) {
    auto concern = nurse.writesNote(edith, "canary-of-a-concern");
    concern.category = Category::Safeguarding;
    ASSERT_EQ(nurse.sync({concern}).at(0).outcome, IntentOutcome::Applied);
    decideBy([](sharing::Agreement& agreement) {
        std::erase_if(agreement.clauses, [](const sharing::Clause& clause) { return clause.id == "council-who"; });
        for (auto& clause : agreement.clauses) {
            if (clause.id == "council-team") {
                clause.categories = {Category::Safeguarding};
            } else if (clause.id == "OWN") {
                auto leads = clause;
                leads.id = "LEAD";
                leads.roles = {"governance lead"};
                std::erase(clause.roles, "governance lead");
                std::erase(clause.categories, Category::Safeguarding);
                agreement.clauses.push_back(leads);
                break;
            }
        }
    });
    Device second = device("council", "W002", "trust", "social work assessor");
    nurse.sync({nurse.joins(edith, second.who)});
    second.sync();
    ASSERT_TRUE(second.holds(concern.record));
    const auto hasSecond = [&](const EvidencePage& page) {
        return std::any_of(page.devices.begin(), page.devices.end(),
                           [&](const EvidenceDevice& one) { return one.worker == second.who.worker; });
    };
    EXPECT_TRUE(hasSecond(asks(lead, about(edith, EvidenceView::Devices)).value()));
    const auto told = asks(nurse.who, about(edith, EvidenceView::Devices)).value();
    EXPECT_FALSE(hasSecond(told));
    EXPECT_FALSE(told.devices.empty()) << "of what the first assessor was given she knows";
}

TEST_F(EvidenceAttacks, NoAnswerLeavesThatTheLogDidNotTake) {
    onFaultDisk();
    for (const auto view : {EvidenceView::Person, EvidenceView::Holdings, EvidenceView::Devices}) {
        const auto before = askings().size();
        disk.failSyncs(1);
        const auto page = asks(lead, about(edith, view));
        EXPECT_FALSE(page);
        EXPECT_LE(askings().size(), before + 1);
        EXPECT_TRUE(asks(lead, about(edith, view))) << "when the disk is well again";
    }
}

TEST_F(EvidenceAttacks, ThatARevokedDeviceAskedWhileItWasRevokedIsNotAnswered) {
    revoke(nurse.who);
    const auto before = askings().size();
    EXPECT_EQ(refusal(nurse.who, about(edith)), ErrorCode::Revoked);
    EXPECT_EQ(askings().size(), before);
}

TEST_F(EvidenceAttacks, ThatTheLeadLooksIntoItIsNotToldToWhoMayBeMeant) {
    ASSERT_TRUE(asks(lead, about(edith)));
    ASSERT_TRUE(asks(lead, ofWorker(nurse.who)));
    const auto told = asks(nurse.who, about(edith)).value();
    EXPECT_THAT(of(told, EvidenceKind::Asked), IsEmpty());
    const auto again = asks(nurse.who, about(edith)).value();
    EXPECT_THAT(of(again, EvidenceKind::Asked), SizeIs(1)) << "their own asking is";
    EXPECT_EQ(again.rowsInAll, told.rowsInAll + 1) << "nor does a count say so";
    // Another lead reads both, so that leads are looked at too.
    const auto second = device("trust", "W901", "trust", "governance lead").who;
    EXPECT_THAT(of(*asks(second, about(edith)), EvidenceKind::Asked, lead.worker), SizeIs(1));
    EXPECT_THAT(of(*asks(second, ofWorker(lead)), EvidenceKind::Asked), SizeIs(2));
}

// What was taken away after the backup was made may not be known here: partners wait until somebody has looked.
TEST_F(EvidenceAttacks, ARestoredHomeTellsItsOwnWorkersAloneUntilItIsOpened) {
    EXPECT_EQ(refusal(assessor.who, about(edith)), ErrorCode::NotPermitted) << "nothing joins them";
    ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.beginLine(ids.random<Epoch>(), 1);
    }));
    EXPECT_EQ(refusal(assessor.who, about(edith)), ErrorCode::ServerBusy);
    EXPECT_TRUE(asks(nurse.who, about(edith)));
    EXPECT_TRUE(asks(lead, about(edith)));
    ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [](LedgerWrites& writes) {
        return writes.setOpen();
    }));
    EXPECT_NE(refusal(assessor.who, about(edith)), ErrorCode::ServerBusy);
}

TEST_F(EvidenceAttacks, WhoMayNotAskAtAllTakesNobodysTurn) {
    revoke(nurse.who);
    auto peer = callerOf(assessor.who);
    peer.kind = CallerKind::AgencyServer;
    for (int n = 0; n < 100; ++n) {
        EXPECT_EQ(refusal(nurse.who, about(edith)), ErrorCode::Revoked);
        EXPECT_EQ(asks(peer, about(edith)).error().code, ErrorCode::CertificateRejected);
    }
    EXPECT_TRUE(asks(lead, about(edith)));
}

TEST_F(EvidenceAttacks, APageOfExactlyAsManyRowsIsTheLastAndOneMoreIsNotLost) {
    const WallTime first = readsTheNote(201);
    const auto rowsOf = [&](std::size_t count) {
        auto ask = about(edith);
        ask.from = first;
        ask.until = first + std::chrono::minutes{1} * static_cast<std::int64_t>(count);
        std::vector<std::size_t> pages;
        std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
        do {
            const auto page = asks(lead, ask).value();
            EXPECT_EQ(page.rowsInAll, count);
            pages.push_back(page.rows.size());
            for (const auto& row : page.rows) {
                EXPECT_LT(row.entry, last) << "none twice";
                last = row.entry;
            }
            ask.asOf = page.asOf;
            ask.offset = page.next;
        } while (ask.offset != 0 && pages.size() < 10);
        return pages;
    };
    using ::testing::ElementsAre;
    EXPECT_THAT(rowsOf(99), ElementsAre(99));
    EXPECT_THAT(rowsOf(100), ElementsAre(100));
    EXPECT_THAT(rowsOf(101), ElementsAre(100, 1));
    EXPECT_THAT(rowsOf(199), ElementsAre(100, 99));
    EXPECT_THAT(rowsOf(200), ElementsAre(100, 100));
    EXPECT_THAT(rowsOf(201), ElementsAre(100, 100, 1));
}

TEST_F(EvidenceAttacks, HoldingsInPagesAreEachRecordOnceAndEachARelease) {
    for (int n = 0; n < 120; ++n) {
        nurse.sync({nurse.writesNote(edith, "note " + std::to_string(n))});
    }
    auto ask = about(edith, EvidenceView::Holdings);
    std::set<RecordId> held;
    std::size_t records = 0;
    std::size_t mayRead = 0;
    do {
        const auto page = asks(lead, ask).value();
        for (const auto& holding : page.holdings) {
            held.insert(holding.record.id);
            mayRead += holding.mayRead ? 1U : 0U;
            ++records;
        }
        ASSERT_TRUE(page.next == 0 || page.next > ask.offset);
        ask.offset = page.next;
        ask.asOf = page.asOf;
    } while (ask.offset != 0);
    EXPECT_GT(records, 120U);
    EXPECT_EQ(held.size(), records);
    std::uint64_t released = 0;
    for (const auto& row : of(*asks(lead, ofWorker(lead)), EvidenceKind::Released)) {
        released += row.recordCount;
    }
    EXPECT_EQ(released, mayRead);
}

TEST_F(EvidenceAttacks, ARevokedDeviceHoldsWhatItHeldAndIsNotCountedAsGranted) {
    revoke(assessor.who);
    const auto page = asks(lead, about(edith, EvidenceView::Devices)).value();
    ASSERT_THAT(page.devices, SizeIs(1));
    EXPECT_EQ(page.devices[0].standing, DeviceStanding::NotAsked) << "it has not been told to wipe yet";
}

// Else a day of first syncs would be read by everybody who asks in it.
TEST_F(EvidenceAttacks, WhoeverAsksTakesInWhatTheIndexLacks) {
    const auto behind = [&] { return disclosure::notIndexed(**server->ledgerOf(AgencyId{"trust"})->read()).value(); };
    const auto before = behind();
    ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        for (std::uint64_t n = 0; n < disclosure::limits::kNotIndexedForLong; ++n) {
            FS_TRY(disclosure::append(writes, disclosure::Delivered{nurse.who, n + 1}, clock.now()));
        }
        return ok();
    }));
    EXPECT_EQ(behind(), before + disclosure::limits::kNotIndexedForLong);
    const auto first = asks(lead, about(edith)).value();
    EXPECT_LE(behind(), 1U);
    EXPECT_EQ(asks(lead, about(edith)).value().rowsInAll, first.rowsInAll + 1) << "the same, and the first asking";
}

} // namespace frontsheet::test
