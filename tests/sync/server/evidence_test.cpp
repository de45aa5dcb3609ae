// Who saw what, as the home answers for it: whom it tells, what, and that it keeps who asked.
#include "tests/sync/server/evidence_world.h"

#include <gmock/gmock.h>

namespace frontsheet::test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(Evidence, TheGovernanceLeadIsToldEverythingAboutAPerson) {
    const auto page = asks(lead, about(edith));
    ASSERT_TRUE(page) << describe(page.error());
    const auto releases = of(*page, EvidenceKind::Released, assessor.who.worker);
    ASSERT_FALSE(releases.empty());
    for (const auto& row : releases) {
        EXPECT_EQ(row.agency, assessor.who.agency);
        EXPECT_EQ(row.role, "social work assessor");
        EXPECT_EQ(row.device, assessor.who.device);
        EXPECT_EQ(row.reason, "care-team");
        EXPECT_THAT(row.clause, ::testing::StartsWith("open/1/council-"));
        EXPECT_EQ(row.purpose, "direct-care");
        EXPECT_EQ(row.fields, "all");
        EXPECT_TRUE(row.deliveredAt.isKnown());
    }
    EXPECT_TRUE(std::any_of(releases.begin(), releases.end(), [&](const EvidenceRow& row) {
        return std::any_of(row.records.begin(), row.records.end(), [&](const EvidenceRecord& one) {
            return one.record == note.record && one.type == RecordType::ContactNote &&
                   one.category == Category::ContactNote && one.version == HomeVersion{1};
        });
    }));
    const auto readings = of(*page, EvidenceKind::Read);
    ASSERT_THAT(readings, SizeIs(1));
    EXPECT_EQ(readings[0].how, ReadingHow::Printed);
    EXPECT_EQ(readings[0].worker, assessor.who.worker);
    for (std::size_t n = 1; n < page->rows.size(); ++n) {
        EXPECT_GE(page->rows[n - 1].entry, page->rows[n].entry) << "newest first";
    }
    EXPECT_EQ(page->rowsInAll, page->rows.size());
    EXPECT_EQ(page->unreadable, 0U);
}

TEST_F(Evidence, WhoLooksAtTheLogStandsInItBeforeTheAnswerLeaves) {
    ASSERT_TRUE(asks(lead, about(edith)));
    ASSERT_THAT(askings(), SizeIs(1));
    EXPECT_EQ(askings()[0].who, lead);
    EXPECT_EQ(askings()[0].person, edith);
    EXPECT_EQ(askings()[0].outcome, disclosure::AskedOutcome::Answered);
    const auto again = asks(lead, about(edith));
    ASSERT_THAT(of(*again, EvidenceKind::Asked), SizeIs(1));
    EXPECT_EQ(of(*again, EvidenceKind::Asked)[0].worker, lead.worker);
    // Later pages are logged like first ones: a number made up opens nothing unseen.
    auto later = about(edith);
    later.asOf = again->asOf;
    later.offset = 3;
    ASSERT_TRUE(asks(lead, later));
    EXPECT_THAT(askings(), SizeIs(3));
    EXPECT_TRUE(disclosure::verify(**server->ledgerOf(AgencyId{"trust"})->read(), AgencyId{"trust"})->isWhole());
}

TEST_F(Evidence, AWorkerJoinedToThePersonIsToldOfWhatTheyMayReadThemselves) {
    Device colleague = device("trust", "W013", "trust", "community nurse");
    EXPECT_EQ(refusal(colleague.who, about(edith)), ErrorCode::NotPermitted);
    nurse.sync({nurse.joins(edith, colleague.who)});
    const auto page = asks(colleague.who, about(edith));
    ASSERT_TRUE(page) << describe(page.error());
    EXPECT_TRUE(names(*page, note.record));
    EXPECT_FALSE(names(*page, draft.record)) << "a colleague's draft is not there, in the log either";
    for (const auto& row : page->rows) {
        EXPECT_TRUE(row.device.isNull());
    }
    EXPECT_TRUE(names(*asks(lead, about(edith)), draft.record));
    EXPECT_TRUE(names(*asks(nurse.who, about(edith)), draft.record)) << "its author sees it";
    // By worker, emergencies and holdings are the audit role's.
    EXPECT_EQ(refusal(nurse.who, ofWorker(colleague.who)), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(nurse.who, ofWorker(nurse.who)), ErrorCode::NotPermitted);
    EvidenceAsk emergencies;
    emergencies.view = EvidenceView::Emergencies;
    EXPECT_EQ(refusal(nurse.who, emergencies), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(nurse.who, about(edith, EvidenceView::Holdings)), ErrorCode::NotPermitted);
}

TEST_F(Evidence, NobodyElseIsToldAnythingAndThatTheyAskedIsKept) {
    const auto partnersLead = device("council", "W900", "trust", "governance lead").who;
    const auto stranger = device("trust", "W050", "trust", "community nurse").who;
    const auto guessed = newPerson();
    EvidenceAsk emergencies;
    emergencies.view = EvidenceView::Emergencies;
    std::size_t refused = 0;
    for (const auto& who : {partnersLead, assessor.who, stranger}) {
        for (const auto& ask : {about(edith), about(edith, EvidenceView::Devices), about(edith, EvidenceView::Holdings),
                                about(guessed), ofWorker(assessor.who), emergencies}) {
            EXPECT_EQ(refusal(who, ask), ErrorCode::NotPermitted);
            ++refused;
        }
    }
    const auto kept = askings();
    ASSERT_EQ(kept.size(), refused);
    for (const auto& asked : kept) {
        EXPECT_EQ(asked.outcome, disclosure::AskedOutcome::Refused);
        EXPECT_TRUE(asked.person.isNull()) << "whom they meant is not kept";
        EXPECT_TRUE(asked.worker.empty());
    }
    EXPECT_THAT(of(*asks(lead, ofWorker(stranger)), EvidenceKind::AskedInVain), SizeIs(6));
    // A person that nobody knows is nobody to the lead, too.
    EXPECT_THAT(asks(lead, about(guessed))->rows, IsEmpty());
}

TEST_F(Evidence, ACertificateThatIsRevokedLapsedOrAServersOpensNothing) {
    revoke(lead);
    EXPECT_EQ(refusal(lead, about(edith)), ErrorCode::Revoked);
    auto lapsed = callerOf(nurse.who);
    lapsed.notAfter = clock.now() + -std::chrono::hours{1};
    EXPECT_EQ(asks(lapsed, about(edith)).error().code, ErrorCode::CertificateRejected);
    auto peer = callerOf(nurse.who);
    peer.kind = CallerKind::AgencyServer;
    EXPECT_EQ(asks(peer, about(edith)).error().code, ErrorCode::CertificateRejected);
    auto nobody = callerOf(nurse.who);
    nobody.kind = CallerKind::Nobody;
    EXPECT_EQ(asks(nobody, about(edith)).error().code, ErrorCode::CertificateRejected);
}

TEST_F(Evidence, PagesHangTogetherWhateverIsLoggedMeanwhile) {
    for (int visit = 0; visit < 130; ++visit) {
        clock.advance(std::chrono::minutes{1});
        nurse.readings = {{note.record, HomeVersion{1}, ReadingHow::Shown, clock.now()}};
        nurse.sync();
    }
    std::vector<EvidenceRow> all;
    auto ask = about(edith);
    std::size_t pages = 0;
    std::uint64_t inAll = 0;
    do {
        const auto page = asks(lead, ask);
        ASSERT_TRUE(page);
        EXPECT_LE(page->rows.size(), 100U);
        all.insert(all.end(), page->rows.begin(), page->rows.end());
        inAll = inAll == 0 ? page->rowsInAll : inAll;
        EXPECT_EQ(page->rowsInAll, inAll) << "the log of the first page";
        ask.asOf = page->asOf;
        ask.offset = page->next;
        ++pages;
        nurse.readings = {{note.record, HomeVersion{1}, ReadingHow::Shown, WallTime{static_cast<std::int64_t>(pages)}}};
        nurse.sync();
    } while (ask.offset != 0 && pages < 10);
    EXPECT_GE(pages, 2U);
    EXPECT_EQ(all.size(), inAll);
    EXPECT_GE(all.size(), 131U);
    for (std::size_t n = 1; n < all.size(); ++n) {
        EXPECT_GE(all[n - 1].entry, all[n].entry);
    }
    auto beyond = about(edith);
    beyond.offset = 1'000'000'000;
    EXPECT_THAT(asks(lead, beyond)->rows, IsEmpty());
}

TEST_F(Evidence, DatesNarrowIt) {
    auto ask = about(edith);
    ask.from = clock.now() + std::chrono::hours{1};
    EXPECT_THAT(asks(lead, ask)->rows, IsEmpty());
    ask.from = {};
    ask.until = WallTime{1};
    EXPECT_THAT(asks(lead, ask)->rows, IsEmpty());
}

TEST_F(Evidence, DevicesThatWereToRemoveAndHave) {
    const auto before = asks(lead, about(edith, EvidenceView::Devices));
    // Her own agency's nurses read by their role alone, about everybody: nothing about her is taken from them.
    ASSERT_THAT(before->devices, SizeIs(1));
    EXPECT_EQ(before->devices[0].worker, assessor.who.worker);
    EXPECT_EQ(before->devices[0].standing, DeviceStanding::Holds);
    // The council is no longer a party, while the assessor is away.
    auto audited = std::make_shared<SharingInForce>();
    std::vector<sharing::CompiledAgreement> all;
    for (const auto& compiled : sharing->agreements.all()) {
        if (compiled.isPolicy()) {
            all.push_back(compiled);
        }
    }
    audited->agreements = sharing::AgreementsInForce::of(std::move(all)).value();
    ASSERT_TRUE(server->decideBy(AgencyId{"trust"}, audited));
    const auto theirs = [&](const EvidencePage& page) {
        for (const auto& device : page.devices) {
            if (device.worker == assessor.who.worker) {
                return device;
            }
        }
        return EvidenceDevice{};
    };
    EXPECT_EQ(theirs(*asks(lead, about(edith, EvidenceView::Devices))).standing, DeviceStanding::NotAsked)
        << "not in contact since: missing from those that have removed it";
    ASSERT_TRUE(assessor.exchange());
    EXPECT_EQ(theirs(*asks(lead, about(edith, EvidenceView::Devices))).standing, DeviceStanding::Asked);
    assessor.sync();
    assessor.sync();
    const auto after = theirs(*asks(lead, about(edith, EvidenceView::Devices)));
    EXPECT_EQ(after.standing, DeviceStanding::Removed);
    EXPECT_TRUE(after.confirmedAt.isKnown());
    EXPECT_EQ(after.printed, 1U);
    // Her nurse is told as much, by name and without the device's number.
    const auto told = theirs(*asks(nurse.who, about(edith, EvidenceView::Devices)));
    EXPECT_EQ(told.standing, DeviceStanding::Removed);
    EXPECT_TRUE(told.device.isNull());
}

TEST_F(Evidence, HowManyHoldWhatOneMayNotKnowOfIsNotTold) {
    const auto colleague = device("trust", "W013", "trust", "community nurse").who; // who has written nothing herself
    nurse.sync({nurse.joins(edith, colleague)});
    ASSERT_EQ(asks(colleague, about(edith, EvidenceView::Devices))->rowsInAll, 1U);
    // The trust's policy opens nothing to its nurses any more; they stay on care teams.
    auto narrower = std::make_shared<SharingInForce>();
    std::vector<sharing::CompiledAgreement> all;
    for (const auto& compiled : sharing->agreements.all()) {
        sharing::Agreement agreement = compiled.agreement();
        sharing::AgreementStanding standing;
        for (const auto& party : agreement.parties) {
            standing.bound.push_back(party.agency);
        }
        for (auto& clause : agreement.clauses) {
            if (compiled.isPolicy()) {
                clause.roles = {"governance lead"};
            }
        }
        all.push_back(sharing::CompiledAgreement::of(std::move(agreement), std::move(standing)).value());
    }
    narrower->agreements = sharing::AgreementsInForce::of(std::move(all)).value();
    ASSERT_TRUE(server->decideBy(AgencyId{"trust"}, narrower));
    const auto page = asks(colleague, about(edith, EvidenceView::Devices));
    ASSERT_TRUE(page) << describe(page.error());
    EXPECT_THAT(page->devices, IsEmpty());
    EXPECT_EQ(page->rowsInAll, 0U);
    EXPECT_THAT(asks(lead, about(edith, EvidenceView::Devices))->devices, SizeIs(page->rowsInAll + 1));
}

TEST_F(Evidence, HoldingsAreWhatTheAuditRoleMayReadAndARelease) {
    const auto page = asks(lead, about(edith, EvidenceView::Holdings));
    ASSERT_TRUE(page) << describe(page.error());
    std::size_t read = 0;
    bool sawDraft = false;
    for (const auto& holding : page->holdings) {
        EXPECT_EQ(holding.record.person, edith);
        EXPECT_EQ(holding.mayRead, !holding.record.fields.empty());
        read += holding.mayRead ? 1 : 0;
        if (holding.record.id == draft.record) {
            sawDraft = true;
            EXPECT_FALSE(holding.mayRead) << "somebody's draft is counted and not shown";
        }
    }
    EXPECT_TRUE(sawDraft);
    EXPECT_GT(read, 2U);
    EXPECT_EQ(page->rowsInAll, page->holdings.size());
    const auto log = asks(lead, ofWorker(lead));
    std::uint64_t released = 0;
    for (const auto& row : of(*log, EvidenceKind::Released)) {
        released += row.recordCount;
    }
    EXPECT_EQ(released, read) << "what left for the lead's screen is a release";
}

TEST_F(Evidence, ABrokenLogIsSaidAndStillAnswers) {
    ASSERT_TRUE(server->tidy());
    auto page = asks(lead, about(edith));
    EXPECT_GT(page->log.verifiedTo, 0U);
    EXPECT_GE(page->log.entries, page->log.verifiedTo) << "of how many, so that a log that is cut shows";
    EXPECT_EQ(page->log.verifiedAt, clock.now());
    EXPECT_EQ(page->log.breaks, 0U);
    server.reset();
    {
        constexpr std::array<std::uint8_t, 32> kKey{1, 2, 3, 4};
        auto db = sqlite::Connection::open(folder.file("trust.db"), kKey);
        ASSERT_TRUE(db);
        ASSERT_TRUE((*db)->execute(
            "UPDATE disclosure SET entry = substr(entry, 1, 30) || x'ff' || substr(entry, 32) WHERE number = 2"));
    }
    restart();
    EXPECT_EQ(asks(lead, about(edith))->log.verifiedTo, 0U) << "not looked at since the start";
    ASSERT_TRUE(server->tidy());
    page = asks(lead, about(edith));
    EXPECT_EQ(page->log.breaks, 1U);
    EXPECT_EQ(page->log.firstBreak, "entry 2 was altered");
    EXPECT_FALSE(page->rows.empty());
    EXPECT_THAT(of(*page, EvidenceKind::Gap), SizeIs(1));
}

TEST_F(Evidence, TooManyQuestionsAtOnceAreSentAway) {
    std::size_t busy = 0;
    for (int n = 0; n < 200; ++n) {
        busy += refusal(lead, about(edith)) == ErrorCode::ServerBusy ? 1 : 0;
    }
    EXPECT_GT(busy, 100U);
}

} // namespace frontsheet::test
