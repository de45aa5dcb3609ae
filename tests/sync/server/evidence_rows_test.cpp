// The log as rows, from entries written one by one: what of it belongs to a question, and what to nobody who asked.
#include "sync/server/disclosure/disclosure_index.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/disclosure/disclosure_views.h"
#include "sync/server/disclosure/evidence_rows.h"
#include "tests/sync/server/agency_world.h"

#include <gmock/gmock.h>

namespace frontsheet::test {

using disclosure::AskedOutcome;
using disclosure::EmergencyStep;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// A log at the trust: Edith's and Olive's records, a nurse of the trust and her namesake of the council's.
class EvidenceRowsOf : public AgencyWorld {
public:
    std::uint64_t log(disclosure::What what) {
        std::uint64_t number = 0;
        EXPECT_TRUE(ledger().write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            FS_ASSIGN(number, disclosure::append(writes, std::move(what), clock.now()));
            return ok();
        }));
        clock.advance(std::chrono::minutes{1});
        return number;
    }
    Ledger& ledger() { return *server->ledgerOf(AgencyId{"trust"}); }

    static disclosure::Release sends(const Principal& who, std::uint64_t receipt,
                                     std::vector<disclosure::SentRecord> records, const char* reason = "care-team") {
        disclosure::Release release{who, "scope", receipt, {}};
        release.parts.push_back({{reason, "open/1/team", "direct-care", "all"}, std::move(records)});
        return release;
    }
    disclosure::SentRecord of(const PersonId& person, std::uint64_t version = 1) {
        return {ids.random<RecordId>(), HomeVersion{version}, person};
    }
    disclosure::Readings reads(const Principal& who, const PersonId& person) {
        return {who, {{{ids.random<RecordId>(), HomeVersion{1}, ReadingHow::Shown, clock.now()}, person}}};
    }
    disclosure::EvidenceRows rows(const EvidenceAsk& ask, std::size_t most = 100) {
        std::vector<PersonId> person;
        if (!ask.person.isNull()) {
            person.push_back(ask.person);
        }
        const auto snapshot = ledger().read();
        return disclosure::evidenceRows(
                   **snapshot, ask, person,
                   [&](const RecordId& record) -> Result<bool> { return record != unknowable; }, most)
            .value();
    }
    std::vector<std::uint64_t> numbers(const EvidenceAsk& ask) {
        std::vector<std::uint64_t> out;
        for (const auto& row : rows(ask).rows) {
            out.push_back(row.entry);
        }
        return out;
    }
    static EvidenceAsk about(const PersonId& person) {
        EvidenceAsk ask;
        ask.person = person;
        return ask;
    }
    static EvidenceAsk ofWorker(const Principal& who) {
        EvidenceAsk ask;
        ask.view = EvidenceView::Worker;
        ask.workerAgency = who.agency;
        ask.worker = who.worker;
        return ask;
    }
    static EvidenceAsk ofEmergencies() {
        EvidenceAsk ask;
        ask.view = EvidenceView::Emergencies;
        return ask;
    }

    PersonId edith = newPerson();
    PersonId olive = newPerson();
    RecordId unknowable = ids.random<RecordId>();
    Principal nurse = device("trust", "W012", "trust", "community nurse").who;
    Principal namesake = device("council", "W012", "trust", "social work assessor").who;
};

TEST_F(EvidenceRowsOf, APersonAreTheirsAloneWhateverElseThePageHad) {
    const auto both = log(sends(nurse, 1, {of(edith), of(olive), of(edith), of({})}));
    log(sends(nurse, 2, {of(olive)}));
    log(reads(nurse, olive));
    const auto read = log(reads(namesake, edith));
    const auto found = rows(about(edith));
    EXPECT_THAT(numbers(about(edith)), ElementsAre(both, read));
    EXPECT_EQ(found.rows[0].recordCount, 2U);
    EXPECT_EQ(found.rows[0].peopleCount, 1U);
    EXPECT_THAT(found.rows[0].records, SizeIs(2));
    EXPECT_EQ(found.rows[1].person, edith);
    EXPECT_EQ(found.asOf, 4U);
}

TEST_F(EvidenceRowsOf, ARecordThatTheViewerMayNotKnowOfIsNotCounted) {
    const auto page = log(sends(nurse, 1, {of(edith), {unknowable, HomeVersion{1}, edith}}));
    log(sends(nurse, 2, {{unknowable, HomeVersion{2}, edith}}));
    log(disclosure::Readings{nurse, {{{unknowable, HomeVersion{1}, ReadingHow::Printed, clock.now()}, edith}}});
    EXPECT_THAT(numbers(about(edith)), ElementsAre(page));
    EXPECT_EQ(rows(about(edith)).rows[0].recordCount, 1U);
}

TEST_F(EvidenceRowsOf, APageIsDeliveredWhenItsOwnDeviceSaysSoAndNotBefore) {
    log(sends(nurse, 7, {of(edith)}));
    log(sends(nurse, 8, {of(edith)}));
    log(sends(namesake, 7, {of(edith)})); // the same number by chance, of another device
    for (const auto& row : rows(about(edith)).rows) {
        EXPECT_FALSE(row.deliveredAt.isKnown()) << "nobody has said so";
    }
    const auto before = rows(about(edith)).asOf;
    const WallTime said = clock.now();
    log(disclosure::Delivered{nurse, 7});
    const auto found = rows(about(edith));
    EXPECT_EQ(found.rows[0].deliveredAt, said);
    EXPECT_FALSE(found.rows[1].deliveredAt.isKnown());
    EXPECT_FALSE(found.rows[2].deliveredAt.isKnown());
    auto asItStood = about(edith);
    asItStood.asOf = before;
    EXPECT_FALSE(rows(asItStood).rows[0].deliveredAt.isKnown()) << "nor in a page of the log before it";
}

TEST_F(EvidenceRowsOf, AWorkerIsOneOfTheirOwnAgency) {
    const auto sent = log(sends(nurse, 1, {of(edith), of(olive)}));
    log(sends(namesake, 2, {of(edith)}));
    log(reads(namesake, edith));
    const auto read = log(reads(nurse, olive));
    log(disclosure::Asked{EvidenceView::Person, AskedOutcome::Answered, edith, namesake, {}, {}});
    const auto asked = log(disclosure::Asked{EvidenceView::Person, AskedOutcome::Answered, edith, nurse, {}, {}});
    const auto vain = log(disclosure::Asked{EvidenceView::Worker, AskedOutcome::Refused, {}, nurse, {}, {}});
    log(disclosure::Emergency{EmergencyStep::Opened, {}, edith, clock.now(), namesake, "no answer at the door"});
    const auto opened = log(disclosure::Emergency{EmergencyStep::Opened, {}, olive, clock.now(), nurse, "fell"});
    EXPECT_THAT(numbers(ofWorker(nurse)), ElementsAre(sent, read, asked, vain, opened));
    const auto found = rows(ofWorker(nurse));
    EXPECT_EQ(found.rows[0].peopleCount, 2U);
    EXPECT_EQ(found.rows[2].kind, EvidenceKind::Asked);
    EXPECT_EQ(found.rows[3].kind, EvidenceKind::AskedInVain);
    EXPECT_THAT(numbers(ofWorker({AgencyId{"housing"}, WorkerId{"W012"}, {}, {}})), IsEmpty());
}

TEST_F(EvidenceRowsOf, AWorkersRowNamesWhomItIsAboutWhereThatIsOne) {
    log(sends(nurse, 1, {of(edith), of(edith)}));
    log(sends(nurse, 2, {of(edith), of(olive)}));
    log(sends(nurse, 3, {of(PersonId{})}));
    log(reads(nurse, olive));
    log(reads(nurse, PersonId{}));
    const auto found = rows(ofWorker(nurse)).rows;
    ASSERT_THAT(found, SizeIs(5));
    EXPECT_EQ(found[0].person, edith);
    EXPECT_EQ(found[0].peopleCount, 1U);
    EXPECT_TRUE(found[1].person.isNull());
    EXPECT_EQ(found[1].peopleCount, 2U);
    EXPECT_TRUE(found[2].person.isNull()) << "the directory is about nobody";
    EXPECT_EQ(found[2].peopleCount, 0U);
    EXPECT_EQ(found[3].person, olive);
    EXPECT_TRUE(found[4].person.isNull()) << "a reading of what is not here";
    EXPECT_EQ(found[4].peopleCount, 0U);
    EXPECT_EQ(found[4].recordCount, 1U);
    // Whoever asks about a person is not told by which of their ids others know them.
    for (const auto& row : rows(about(edith)).rows) {
        EXPECT_TRUE(row.person.isNull() || row.kind != EvidenceKind::Released);
    }
    EXPECT_THAT(rows(about(edith)).rows, SizeIs(2));
}

TEST_F(EvidenceRowsOf, EmergenciesAreThoseAndWhatWasOpenedUnderThem) {
    const auto opened =
        log(disclosure::Emergency{EmergencyStep::Opened, {}, olive, clock.now(), namesake, "found on the stairs"});
    log(sends(nurse, 1, {of(olive)}));
    const auto under = log(sends(namesake, 2, {of(olive), of(olive)}, "emergency"));
    log(reads(namesake, olive));
    const WallTime said = clock.now();
    log(disclosure::Delivered{namesake, 2});
    const auto sought = log(disclosure::Emergency{EmergencyStep::Sought, {}, {}, {}, namesake, "who?"});
    const auto reviewed = log(disclosure::Emergency{EmergencyStep::Reviewed, {}, olive, {}, nurse, "justified"});
    EXPECT_THAT(numbers(ofEmergencies()), ElementsAre(opened, under, sought, reviewed));
    const auto found = rows(ofEmergencies());
    EXPECT_EQ(found.rows[0].words, "found on the stairs");
    EXPECT_EQ(found.rows[1].recordCount, 2U);
    EXPECT_EQ(found.rows[1].deliveredAt, said);
    EXPECT_EQ(found.rows[2].kind, EvidenceKind::EmergencySought);
    // Of a person: who sought one in vain meant somebody, and whom is not known.
    EXPECT_THAT(numbers(about(edith)), IsEmpty());
    EXPECT_THAT(numbers(about(olive)), SizeIs(5));
}

TEST_F(EvidenceRowsOf, DatesAreFromTheFirstUntilBeforeTheLast) {
    const auto at = clock.now();
    const auto first = log(reads(nurse, edith));
    const auto second = log(reads(nurse, edith));
    const auto third = log(reads(nurse, edith));
    auto ask = about(edith);
    ask.from = at;
    ask.until = at + std::chrono::minutes{2};
    EXPECT_THAT(numbers(ask), ElementsAre(first, second)) << "exclusive at its end";
    ask.from = at + std::chrono::minutes{1};
    ask.until = {};
    EXPECT_THAT(numbers(ask), ElementsAre(second, third)) << "inclusive at its beginning";
}

TEST_F(EvidenceRowsOf, MoreThanAViewKeepsAreCountedAndTheNewestStay) {
    for (std::uint64_t receipt = 1; receipt <= 9; ++receipt) {
        log(sends(nurse, receipt, {of(edith)}));
    }
    log(disclosure::Delivered{nurse, 2}); // left out by then
    const WallTime said = clock.now();
    log(disclosure::Delivered{nurse, 8});
    const auto found = rows(about(edith), 4);
    ASSERT_THAT(found.rows, SizeIs(4));
    EXPECT_EQ(found.olderLeft, 5U);
    for (std::size_t at = 0; at < 4; ++at) {
        EXPECT_EQ(found.rows[at].entry, at + 6);
        EXPECT_EQ(found.rows[at].deliveredAt, at == 2 ? said : WallTime{}) << "entry " << at + 6;
    }
    EXPECT_EQ(rows(about(edith), 9).olderLeft, 0U) << "exactly as many as it keeps";
}

TEST_F(EvidenceRowsOf, ThePageOfAnEarlierLogEndsWithItsLastEntry) {
    const auto first = log(reads(nurse, edith));
    const auto second = log(reads(nurse, edith));
    log(reads(nurse, edith));
    auto ask = about(edith);
    ask.asOf = second;
    EXPECT_THAT(numbers(ask), ElementsAre(first, second));
    EXPECT_EQ(rows(ask).asOf, second);
}

TEST_F(EvidenceRowsOf, AGapAndAnEntryThatCannotBeReadAreSaidInEveryView) {
    log(reads(nurse, edith));
    EXPECT_TRUE(ledger().write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.disclosureWrites().append({2, "not an entry", Bytes(32, 'h')}, 1);
    }));
    const auto gap = log(disclosure::NewSegment{disclosure::SegmentCause::Broken, 0, 2, "entry 2 cannot be read"});
    for (const auto& ask : {about(edith), ofWorker(nurse), ofEmergencies()}) {
        const auto found = rows(ask);
        EXPECT_EQ(found.unreadable, 1U) << "in the log that is not in the index yet";
    }
    ASSERT_TRUE(ledger().write(WriteKind::Other, [](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN([[maybe_unused]] const bool more, disclosure::indexMore(writes, 1000));
        return ok();
    }));
    for (const auto& ask : {about(edith), ofWorker(nurse), ofEmergencies()}) {
        const auto found = rows(ask);
        EXPECT_EQ(found.unreadable, 1U);
        ASSERT_FALSE(found.rows.empty());
        EXPECT_EQ(found.rows.back().entry, gap);
        EXPECT_EQ(found.rows.back().kind, EvidenceKind::Gap);
        EXPECT_EQ(found.rows.back().reason, "broken");
    }
    EXPECT_THAT(numbers(about(olive)), ElementsAre(gap));
}

TEST_F(EvidenceRowsOf, WhoAskedAboutAPersonIsSaidOfThatPersonAlone) {
    const auto asked = log(disclosure::Asked{EvidenceView::Person, AskedOutcome::Answered, edith, nurse, {}, {}});
    log(disclosure::Asked{EvidenceView::Person, AskedOutcome::Refused, {}, namesake, {}, {}});
    log(disclosure::Asked{
        EvidenceView::Worker, AskedOutcome::Answered, {}, nurse, AgencyId{"trust"}, WorkerId{"W099"}});
    EXPECT_THAT(numbers(about(edith)), ElementsAre(asked));
    EXPECT_THAT(numbers(about(olive)), IsEmpty());
    EXPECT_THAT(numbers(ofEmergencies()), IsEmpty());
}

} // namespace frontsheet::test
