// Finding people, their front sheet, whom to ring, and what the sync line says.
#include "core/domain/schema/registration.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"
#include "tests/app/support/silent_homes.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace frontsheet::testing {
namespace {

class PeopleScreens : public AppTest {
protected:
    PeopleScreens() { m_screens.unlock(); }
    Screens m_screens;

    void addNeighbours(int count) {
        for (int n = 0; n < count; ++n) {
            Record one;
            one.id = m_screens.kitley.ids.timeOrdered<RecordId>(m_screens.kitley.clock.now());
            one.type = RecordType::Registration;
            one.home = AgencyId{"harbour"};
            one.person = m_screens.kitley.ids.timeOrdered<PersonId>(m_screens.kitley.clock.now());
            one.version.n = 1;
            one.fields.put(registration::kFamilyName, "Neighbour " + std::to_string(n));
            m_screens.kitley.store.hold(std::move(one));
        }
    }
};

TEST_F(PeopleScreens, aWrongPassphraseSaysSoAndOpensNothing) {
    m_screens.app.lockNow();
    m_screens.app.unlock(QStringLiteral("guess"));
    EXPECT_EQ(m_screens.app.lock(), AppModel::Opening);
    m_screens.settle();
    EXPECT_EQ(m_screens.app.lock(), AppModel::Locked);
    EXPECT_EQ(m_screens.app.faultTitle(), QStringLiteral("That passphrase does not open this device."));
    EXPECT_TRUE(m_screens.app.workerName().isEmpty());
}

TEST_F(PeopleScreens, theBannerFollowsThePatientBannerRules) {
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    sheet.open(id(m_screens.kitley.edith));
    m_screens.settle();
    EXPECT_EQ(sheet.name(), QStringLiteral("HARGREAVE, Edith (Mrs)"));
    EXPECT_EQ(sheet.born(), QStringLiteral("11 February 1939 (87y)"));
    EXPECT_EQ(sheet.gender(), QStringLiteral("Female"));
    EXPECT_EQ(sheet.nhsNumber(), QStringLiteral("999 526 0182"));
    EXPECT_EQ(sheet.calledName(), QStringLiteral("Edie"));
}

TEST_F(PeopleScreens, whatNobodyRecordedIsNotKnown) {
    m_screens.app.caseload()->setSearch(QStringLiteral("dunne"));
    m_screens.settle();
    CaseloadRows& rows = *m_screens.app.caseload()->rows();
    ASSERT_EQ(rows.count(), 1);
    EXPECT_EQ(rows.data(rows.index(0), CaseloadRows::NhsRole).toString().replace(QChar::Nbsp, u' '),
              QStringLiteral("NHS No. not known"));
    m_screens.app.frontSheet()->open(rows.data(rows.index(0), CaseloadRows::PersonIdRole).toString());
    m_screens.settle();
    EXPECT_EQ(m_screens.app.frontSheet()->nhsNumber(), QStringLiteral("Not known"));
}

// What draws a row is kept for the next key, and is nobody's meanwhile.
TEST_F(PeopleScreens, rowsThatAreKeptForALongerListAreNobodys) {
    CaseloadModel& caseload = *m_screens.app.caseload();
    CaseloadRows& rows = *caseload.rows();
    caseload.setEveryone(true);
    m_screens.settle();
    const int everybody = rows.count();
    ASSERT_GT(everybody, 2);
    const QPersistentModelIndex second = rows.index(1);
    caseload.setSearch(QStringLiteral("dunne"));
    m_screens.settle();
    ASSERT_EQ(rows.count(), 1);
    ASSERT_TRUE(second.isValid()) << "a key typed would have to draw it anew";
    EXPECT_TRUE(rows.index(0).data(CaseloadRows::HereRole).toBool());
    for (int at = 1; at < rows.rowCount(); ++at) {
        EXPECT_FALSE(rows.index(at).data(CaseloadRows::HereRole).toBool());
        for (const int role : {CaseloadRows::NameRole, CaseloadRows::PersonIdRole, CaseloadRows::NhsRole}) {
            EXPECT_EQ(rows.index(at).data(role).toString(), QString{});
        }
    }
    caseload.setSearch(QString{});
    m_screens.settle();
    EXPECT_EQ(rows.count(), everybody);
    EXPECT_TRUE(second.data(CaseloadRows::HereRole).toBool());
    EXPECT_FALSE(second.data(CaseloadRows::NameRole).toString().isEmpty());
}

TEST_F(PeopleScreens, agenciesThatDisagreeStandSideBySideEachWithItsDate) {
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    sheet.open(id(m_screens.kitley.edith));
    m_screens.settle();
    EXPECT_TRUE(sheet.addressDisputed());
    for (const QVariant& entry : sheet.disagreements()) {
        if (entry.toMap().value("subject").toString() == QStringLiteral("Address")) {
            const QVariantList versions = entry.toMap().value("versions").toList();
            EXPECT_EQ(all(versions, "value"),
                      (QStringList{"14 Orchard Row, Kitley", "Flat 2, 41 Mill Street, Kitley"}));
            EXPECT_EQ(all(versions, "shortName"), (QStringList{"Harbour Health", "Priory Road Surgery"}));
            EXPECT_EQ(versions.constLast().toMap().value("date").toString(), QStringLiteral("11 August 2025"));
            return;
        }
    }
    FAIL() << "no disagreement about the address";
}

// The words are on the page only where they are covered, and nothing else says them.
TEST_F(PeopleScreens, howToGetInIsCoveredUntilSomebodyAsks) {
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    sheet.open(id(m_screens.kitley.edith));
    m_screens.settle();
    int covered = 0;
    for (const QVariant& row : sheet.alerts()) {
        const QVariantMap alert = row.toMap();
        EXPECT_FALSE(alert.value("detail").toString().contains(QLatin1String("Key safe")));
        EXPECT_FALSE(alert.value("title").toString().contains(QLatin1String("Key safe")));
        if (alert.value("secret").toString().startsWith(QLatin1String("Key safe"))) {
            ++covered;
            EXPECT_FALSE(alert.value("record").toString().isEmpty());
        }
    }
    EXPECT_EQ(covered, 1);
}

TEST_F(PeopleScreens, aPhoneWrittenWithOtherSpacesIsTheSamePhone) {
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    sheet.open(id(m_screens.kitley.edith));
    m_screens.settle();
    for (const QVariant& entry : sheet.disagreements()) {
        EXPECT_NE(entry.toMap().value("subject").toString(), QStringLiteral("Phone"));
    }
}

TEST_F(PeopleScreens, aNoteEnteredInErrorKeepsItsStubAndLosesItsWords) {
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    sheet.open(id(m_screens.kitley.edith));
    m_screens.settle();
    sheet.enterInError(id(m_screens.kitley.drawnUpNote), QStringLiteral("Written about another person"));
    m_screens.settle();
    for (const QVariant& row : sheet.notes()) {
        const QVariantMap note = row.toMap();
        if (note.value("id").toString() == id(m_screens.kitley.drawnUpNote)) {
            EXPECT_TRUE(note.value("inError").toBool());
            EXPECT_TRUE(note.value("text").toString().isEmpty());
            EXPECT_EQ(note.value("reason").toString(), QStringLiteral("Written about another person"));
            return;
        }
    }
    FAIL() << "the stub is gone too";
}

TEST_F(PeopleScreens, searchAnswersTheLastQuestionOnly) {
    CaseloadModel& people = *m_screens.app.caseload();
    const QAbstractItemModelTester tester(people.rows(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (const char* typed : {"h", "ha", "har", "hargr"}) { // faster than any answer
        people.setSearch(QString::fromLatin1(typed));
    }
    m_screens.settle();
    ASSERT_EQ(people.rows()->count(), 1);
    EXPECT_EQ(people.rows()->data(people.rows()->index(0), CaseloadRows::NameRole).toString(),
              QStringLiteral("HARGREAVE, Edith (Mrs)"));
    people.setSearch({});
    m_screens.settle();
    EXPECT_EQ(people.total(), 10) << "the nurse's own people";
}

TEST_F(PeopleScreens, aSearchShowsAScreenfulAndTheRestToWhoeverScrolls) {
    addNeighbours(90);
    CaseloadModel& people = *m_screens.app.caseload();
    CaseloadRows& rows = *people.rows();
    people.setSearch(QStringLiteral("neighbour"));
    m_screens.settle();
    EXPECT_TRUE(people.more());
    EXPECT_EQ(people.total(), 40);
    EXPECT_EQ(rows.count(), 40);
    rows.more();
    m_screens.settle();
    EXPECT_FALSE(people.more());
    EXPECT_EQ(people.total(), 90);
    rows.more();
    EXPECT_EQ(rows.count(), 90);
    people.setSearch(QStringLiteral("neighbour 1"));
    m_screens.settle();
    EXPECT_FALSE(people.more()) << "eleven of them";
    EXPECT_EQ(people.total(), 11);
    EXPECT_FALSE(rows.canFetchMore({}));
}

// The marks that underline what matched are no words to be heard.
TEST_F(PeopleScreens, aNoteThatWasFoundIsSaidAsItIsWritten) {
    CaseloadModel& people = *m_screens.app.caseload();
    CaseloadRows& rows = *people.rows();
    PersonRow hit;
    hit.familyName = "Pike";
    hit.givenName = "Edith";
    hit.born = "1938-02-11";
    hit.town = "Kitley";
    const auto spoken = [&] { return rows.data(rows.index(0), CaseloadRows::SpokenRole).toString(); };
    hit.snippet = "a \x02"
                  "fall\x03 <again>";
    rows.replace({hit}, 1);
    EXPECT_EQ(rows.data(rows.index(0), CaseloadRows::SnippetRole).toString(),
              QStringLiteral("a <u>fall</u> &lt;again&gt;"));
    EXPECT_TRUE(spoken().startsWith(QStringLiteral("PIKE, Edith, "))) << spoken().toStdString();
    EXPECT_TRUE(spoken().endsWith(QStringLiteral(", Born 11 February 1938, Kitley, a fall <again>")))
        << spoken().toStdString();
    hit.matchedNote = m_screens.kitley.drawnUpNote;
    hit.matchedType = RecordType::ContactNote;
    hit.matchedAt = WallTime{1'767'225'600'000}; // midnight, 1 January 2026
    rows.replace({hit}, 1);
    EXPECT_TRUE(spoken().endsWith(QStringLiteral(", Note, 1 January 2026: a fall <again>"))) << spoken().toStdString();
}

TEST_F(PeopleScreens, aRowsAgenciesAreWordedAnewWhenTheirNamesCome) {
    CaseloadModel& people = *m_screens.app.caseload();
    m_screens.settle();
    CaseloadRows& rows = *people.rows();
    const QSignalSpy heard(&rows, &CaseloadRows::directoryChanged);
    const auto codes = rows.data(rows.index(0), CaseloadRows::CodesRole).toString();
    const auto badges = rows.badges(codes);
    ASSERT_FALSE(badges.isEmpty());
    EXPECT_FALSE(badges.constFirst().toMap().value("shortName").toString().isEmpty());
    EXPECT_TRUE(rows.badges({}).isEmpty());
    people.refresh();
    m_screens.settle();
    EXPECT_EQ(heard.count(), 1);
}

TEST_F(PeopleScreens, aListThatIsLeftWhileItAsksForMoreIsNotMixedWithTheNext) {
    addNeighbours(150);
    CaseloadModel& people = *m_screens.app.caseload();
    CaseloadRows& rows = *people.rows();
    people.setEveryone(true);
    m_screens.settle();
    const auto reachTheEnd = [&rows] { // of what the view still shows
        while (rows.canFetchMore({})) {
            rows.fetchMore({});
        }
    };
    const std::size_t page = rows.held();
    ASSERT_LT(page, 150U) << "there is more to ask for";
    people.setEveryone(false);
    reachTheEnd();
    m_screens.settle();
    EXPECT_EQ(rows.held(), static_cast<std::size_t>(people.total())) << "mine alone, and all of them";
    EXPECT_LT(rows.held(), page);
    people.setEveryone(true);
    m_screens.settle();
    people.setSearch(QStringLiteral("neighbour"));
    reachTheEnd();
    m_screens.settle();
    EXPECT_EQ(rows.held(), static_cast<std::size_t>(people.total())) << "nobody stands there twice";
    reachTheEnd();
    EXPECT_EQ(rows.rowCount(), people.total());
}

TEST_F(PeopleScreens, whatIsOnNoPageInFrontIsReadWhenItComes) {
    AppModel& app = m_screens.app;
    app.look(QStringLiteral("people"));
    m_screens.settle();
    const QSignalSpy today(app.today(), &TodayModel::changed);
    const QSignalSpy waiting(app.waiting(), &WaitingModel::changed);
    app.refresh(); // an exchange brought something
    m_screens.settle();
    EXPECT_EQ(today.count(), 0);
    EXPECT_GT(waiting.count(), 0) << "the frame is on every page";
    app.look(QStringLiteral("today"));
    m_screens.settle();
    EXPECT_EQ(today.count(), 1);
}

TEST_F(PeopleScreens, aPersonWhoIsOpenedIsReadOnce) {
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    const QSignalSpy changed(&sheet, &FrontSheetModel::changed);
    sheet.open(id(m_screens.kitley.edith));
    m_screens.app.look(QStringLiteral("person")); // as the shell does, in the same breath
    m_screens.settle();
    EXPECT_EQ(changed.count(), 2) << "emptied of the one before, and filled";
}

TEST_F(PeopleScreens, namesOfEveryScriptAreShownAsTheyAre) {
    CaseloadModel& people = *m_screens.app.caseload();
    QStringList names;
    m_screens.settle();
    for (int row = 0; row < people.rows()->rowCount(); ++row) {
        names << people.rows()->data(people.rows()->index(row), CaseloadRows::NameRole).toString();
    }
    EXPECT_TRUE(names.contains(QString::fromUtf8("陳, 美玲 (Ms)")));
    EXPECT_TRUE(names.contains(QString::fromUtf8("ŁUKASZEWSKI, Zbigniew (Mr)")));
    EXPECT_TRUE(names.contains(QString::fromUtf8("O'SHAUGHNESSY-D’ARCY, True Null (Mr)")));
}

TEST_F(PeopleScreens, whoToRingGivesOnePersonWithANumber) {
    RingModel& ring = *m_screens.app.ring();
    ring.setWords(QStringLiteral("fallen, lives alone, Kitley"));
    m_screens.settle();
    EXPECT_FALSE(ring.first().value("number").toString().isEmpty());
    EXPECT_FALSE(ring.first().value("who").toString().isEmpty());
    EXPECT_TRUE(all(ring.taken(), "text").contains(QStringLiteral("in Kitley")));
    EXPECT_FALSE(ring.emergency());
    ring.setWords(QStringLiteral("on the floor and bleeding"));
    m_screens.settle();
    EXPECT_TRUE(ring.emergency());
}

// Ruth is away: her deputy's number is on the button, and it is said why.
TEST_F(PeopleScreens, whoToRingSaysWhoStandsInAndWhatToExpect) {
    m_screens.kitley.onTheRota();
    RingModel& ring = *m_screens.app.ring();
    ring.openFor(id(m_screens.kitley.edith), QStringLiteral("Edie"));
    ring.setWords(QStringLiteral("help at home"));
    m_screens.settle();
    const QVariantMap first = ring.first();
    EXPECT_EQ(first.value("who").toString(), QStringLiteral("Tom Adeyemi"));
    EXPECT_EQ(first.value("number").toString(), QStringLiteral("01632 960 142"));
    EXPECT_EQ(first.value("away").toString(),
              QStringLiteral("Ruth Okafor is away until 25 September 2026. Tom Adeyemi stands in. “Back on Monday the "
                             "28th”"));
    EXPECT_TRUE(first.value("expect").toString().startsWith(QLatin1String("We ring within a day")));
    EXPECT_TRUE(first.value("why").toStringList().contains(QStringLiteral("Stands in")));
    EXPECT_EQ(find(first.value("others").toList(), "when", QStringLiteral("Duty officer today"), "name"),
              QStringLiteral("Tom Ainsley"));
}

// Two taps: the page, and the number.
TEST_F(PeopleScreens, whatIsKeptAtHandStandsOnTopWhileNothingIsAsked) {
    RingModel& ring = *m_screens.app.ring();
    ring.setWords(QStringLiteral("crisis line"));
    m_screens.settle();
    EXPECT_EQ(ring.first().value("service").toString(), QStringLiteral("Crisis line"));
    EXPECT_FALSE(ring.first().value("favourite").toBool());
    ring.toggleFavourite(ring.first().value("serviceId").toString(), ring.first().value("workerId").toString());
    m_screens.settle();
    EXPECT_TRUE(ring.first().value("favourite").toBool());
    EXPECT_TRUE(ring.favourites().isEmpty()) << "something is asked";
    ring.setWords({});
    m_screens.settle();
    ASSERT_EQ(ring.favourites().size(), 1);
    EXPECT_EQ(ring.favourites().constFirst().toMap().value("number").toString(), QStringLiteral("01632 960 906"));
    ring.toggleFavourite(QStringLiteral("SVC08"), {});
    m_screens.settle();
    EXPECT_TRUE(ring.favourites().isEmpty());
}

TEST_F(PeopleScreens, aServiceThatHasClosedIsSaidAndWhoTookOverIsRung) {
    m_screens.kitley.onTheRota();
    RingModel& ring = *m_screens.app.ring();
    ring.setWords(QStringLiteral("lunch club"));
    m_screens.settle();
    ASSERT_EQ(ring.closed().size(), 1);
    EXPECT_EQ(ring.closed().constFirst().toMap().value("title").toString(),
              QStringLiteral("Lunch club and lifts closed on 1 September 2026"));
    EXPECT_EQ(ring.closed().constFirst().toMap().value("text").toString(),
              QStringLiteral("The hall was sold. Befriending, shopping, lifts takes over."));
    EXPECT_EQ(ring.first().value("service").toString(), QStringLiteral("Befriending, shopping, lifts"));
}

TEST_F(PeopleScreens, theSyncLineIsOneSentenceAboutSavingAndOneAboutSignal) {
    WaitingModel& line = *m_screens.app.waiting();
    EXPECT_EQ(line.savedText(), QStringLiteral("Saved on this tablet. Nothing waiting to send."));
    EXPECT_EQ(line.stateText(), QStringLiteral("No signal since 09:41"));
    EXPECT_TRUE(line.offline());
    m_screens.app.note()->open(id(m_screens.kitley.ivy));
    m_screens.app.note()->setText(QStringLiteral("Seen."));
    m_screens.app.note()->finish();
    m_screens.settle();
    EXPECT_EQ(line.savedText(), QStringLiteral("Saved on this tablet. 1 item waiting to send."));
    EXPECT_EQ(line.linkText(), QStringLiteral("See the 1 item"));
    const auto outbox = m_screens.kitley.store.outbox();
    m_screens.kitley.refuse(outbox->front().intent.record, ErrorCode::NotPermitted);
    m_screens.app.refresh();
    m_screens.settle();
    EXPECT_EQ(line.needsAttention(), 1);
    EXPECT_EQ(line.savedText(), QStringLiteral("Saved on this tablet. 1 item needs you."));
    ASSERT_EQ(line.attention().size(), 1);
    EXPECT_EQ(line.attention().constFirst().toMap().value("problem").toString(),
              QStringLiteral("Harbour Health did not take this: it is not yours to write there."));
    EXPECT_EQ(line.attention().constFirst().toMap().value("askNumber").toString(), QStringLiteral("01632 960 200"));
}

// A partner's server that came back from a backup, and its administrator has not looked yet.
TEST_F(PeopleScreens, theSyncLineSaysFromWhomNothingNewComes) {
    m_screens.kitley.serverIsLookedThrough(AgencyId{"council"});
    m_screens.app.refresh();
    m_screens.settle();
    WaitingModel& line = *m_screens.app.waiting();
    EXPECT_FALSE(line.offline());
    EXPECT_EQ(line.stateText(),
              QStringLiteral("Up to date with 2 of 3 agencies. Nothing new from Kitley Council yet: its records came "
                             "back from a backup."));
    ASSERT_EQ(line.servers().size(), 3);
    EXPECT_EQ(
        all(line.servers(), "restored"),
        (QStringList{QString{},
                     QStringLiteral("Its records came back from a backup. Nothing new reaches you from here until "
                                    "its administrator has confirmed. What you write is kept and sent."),
                     QString{}}));
    // One's own agency's goes on as it did.
    m_screens.kitley.serverIsLookedThrough(AgencyId{"harbour"});
    m_screens.app.refresh();
    m_screens.settle();
    EXPECT_TRUE(line.stateText().startsWith(QStringLiteral("Up to date at"))) << line.stateText().toStdString();
    EXPECT_TRUE(all(line.servers(), "restored").constFirst().contains(QStringLiteral("Partner agencies get nothing")));
}

TEST_F(PeopleScreens, onALaptopTheSentenceSaysLaptop) {
    Screens laptop(Kitley::nurse(), Form::Laptop);
    laptop.unlock();
    EXPECT_EQ(laptop.app.waiting()->savedText(), QStringLiteral("Saved on this laptop. Nothing waiting to send."));
}

TEST_F(PeopleScreens, aLikelyPairIsDecidedByAWorkerAndGone) {
    ProposalsModel& pairs = *m_screens.app.proposals();
    ASSERT_EQ(pairs.proposals().size(), 1);
    const QVariantMap pair = pairs.proposals().constFirst().toMap();
    EXPECT_EQ(pair.value("name").toString(), QStringLiteral("PELLOW, George"));
    EXPECT_EQ(find(pair.value("rows").toList(), "label", QStringLiteral("Surname"), "right"), QStringLiteral("Pelloe"));
    EXPECT_EQ(find(pair.value("rows").toList(), "label", QStringLiteral("Born"), "same"), QStringLiteral("true"));
    EXPECT_EQ(find(pair.value("rows").toList(), "label", QStringLiteral("Surname"), "same"), QStringLiteral("false"));
    pairs.decide(pair.value("link").toString(), true);
    m_screens.settle();
    EXPECT_TRUE(pairs.proposals().isEmpty());
}

class Words : public AppTest {
protected:
    ManualClock m_clock{kKitleyNow};
    Wording m_wording{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/London"), m_clock};
    static WallTime hoursFromNow(int hours) { return kKitleyNow + std::chrono::hours{hours}; }
};

TEST_F(Words, datesAreLongAndNearOnesAreNamed) {
    EXPECT_EQ(m_wording.todayInFull(), QStringLiteral("Tuesday 15 September 2026"));
    EXPECT_EQ(m_wording.dateTime(hoursFromNow(-1)), QStringLiteral("today, 09:12"));
    EXPECT_EQ(m_wording.dateTime(hoursFromNow(-20)), QStringLiteral("yesterday, 14:12"));
    EXPECT_EQ(m_wording.date(hoursFromNow(-24 * 4)), QStringLiteral("11 September 2026"));
    EXPECT_EQ(m_wording.weekday(hoursFromNow(-24 * 4)), QStringLiteral("Friday 11 September"));
    EXPECT_EQ(m_wording.date({}), QString{});
    EXPECT_EQ(QStringLiteral("The council told us %1.").arg(m_wording.onDate(hoursFromNow(-1))),
              QStringLiteral("The council told us today."));
    EXPECT_EQ(m_wording.onDateTime(hoursFromNow(-24 * 4)), QStringLiteral("on 11 September 2026, 10:12"));
}

TEST_F(Words, partsOfADateAreShownAsFarAsTheyAreKnown) {
    EXPECT_EQ(m_wording.isoDate("1939-02-11"), QStringLiteral("11 February 1939"));
    EXPECT_EQ(m_wording.isoDate("1939-02"), QStringLiteral("February 1939"));
    EXPECT_EQ(m_wording.isoDate("1939"), QStringLiteral("1939"));
    EXPECT_EQ(m_wording.born("1939", ""), QStringLiteral("1939"));
    EXPECT_EQ(m_wording.born("", ""), QStringLiteral("Not known"));
    EXPECT_EQ(m_wording.born("1939-09-16", ""), QStringLiteral("16 September 1939 (86y)")) << "87 tomorrow";
    EXPECT_EQ(m_wording.born("1939-02-11", "2020-02-10"), QStringLiteral("11 February 1939 (80y)"))
        << "the age at death";
}

TEST_F(Words, workingDaysLeaveTheWeekendOut) {
    EXPECT_EQ(m_wording.workingDays(kKitleyNow, hoursFromNow(24)), 1);
    EXPECT_EQ(m_wording.workingDays(kKitleyNow, hoursFromNow(24 * 7)), 5);
    EXPECT_EQ(m_wording.workingDays(hoursFromNow(24 * 3), hoursFromNow(24 * 6)), 1) << "Friday to Monday";
    EXPECT_EQ(m_wording.workingDays(hoursFromNow(24 * 6), hoursFromNow(24 * 3)), -1);
}

TEST_F(Words, poundsStandBeforeTheNumberWhateverTheMachineSays) {
    const Wording nowhere{QLocale::c(), QTimeZone("Europe/London"), m_clock};
    EXPECT_EQ(nowhere.money(154'00), QStringLiteral("£154.00"));
    EXPECT_EQ(m_wording.money(1'154'50), QStringLiteral("£1,154.50"));
}

TEST_F(Words, aDoctorIsNotCalledDr) {
    EXPECT_EQ(initialsOf(QStringLiteral("Dr Amara Obi")), QStringLiteral("AO"));
    EXPECT_EQ(givenOf(QStringLiteral("Dr Amara Obi")), QStringLiteral("Amara"));
    EXPECT_EQ(givenOf(QStringLiteral("Dr. Amara Obi")), QStringLiteral("Amara"));
    EXPECT_EQ(givenOf(QStringLiteral("Dr Obi")), QStringLiteral("Dr Obi")) << "nobody is called by a family name alone";
    EXPECT_EQ(givenOf(QStringLiteral("Jo Marsh")), QStringLiteral("Jo"));
    EXPECT_EQ(initialsOf(QStringLiteral("Jo Marsh")), QStringLiteral("JM"));
    EXPECT_EQ(givenOf(QString{}), QString{});
}

TEST_F(PeopleScreens, whatIsWithheldIsSaidWithClauseAndWhomToAsk) {
    m_screens.kitley.agree();
    const auto estuary = m_screens.kitley.shelf.of(AgencyId{"estuary"}).value();
    const auto& clause = estuary->deciding("kitley-locality")->agreement.clauses.front();
    m_screens.kitley.store.withhold(AgencyId{"estuary"}, Scope::withheld(m_screens.kitley.edith, Category::MentalHealth,
                                                                         "kitley-locality." + clause.id));
    // Of an agreement whose text is not here: whose and which kind, and the agency's own number.
    m_screens.kitley.store.withhold(AgencyId{"tidewell"},
                                    Scope::withheld(m_screens.kitley.edith, Category::Housing, "other.C1"));
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    sheet.open(id(m_screens.kitley.edith));
    m_screens.settle();
    ASSERT_EQ(sheet.withheld().size(), 2);
    const QVariantMap mental = sheet.withheld().at(0).toMap();
    EXPECT_EQ(mental.value("what").toString(), QStringLiteral("Mental health"));
    EXPECT_EQ(mental.value("badge").toMap().value("shortName").toString(), QStringLiteral("Estuary Mental Health"));
    EXPECT_TRUE(mental.value("reason").toString().contains(QString::fromStdString(clause.words)));
    EXPECT_FALSE(mental.value("number").toString().isEmpty());
    EXPECT_EQ(sheet.withheld().at(1).toMap().value("reason").toString(), QStringLiteral("Not shared with you."));
    EXPECT_EQ(sheet.withheld().at(1).toMap().value("number").toString(),
              QString::fromStdString(m_screens.kitley.shelf.of(AgencyId{"tidewell"})
                                         .value()
                                         ->inForce.whomToAsk(AgencyId{"tidewell"})
                                         ->contactPhone));
    sheet.open(id(m_screens.kitley.ivy));
    m_screens.settle();
    EXPECT_TRUE(sheet.withheld().isEmpty()) << "what is silent leaves no gap";
}

class SilentHomesOnScreen : public AppTest {
protected:
    SilentHomesOnScreen() {
        const WallTime since = m_screens.kitley.clock.now() + -std::chrono::hours{50};
        m_homes.silent = {{AgencyId{"council"}, LeaseState::ReasonNeeded, since},
                          {AgencyId{"priory"}, LeaseState::Hidden, since}};
        m_screens.kitley.leases = &m_homes;
        m_screens.unlock();
        m_screens.app.frontSheet()->open(id(m_screens.kitley.edith));
        m_screens.settle();
    }
    SilentHomes m_homes;
    Screens m_screens;
};

TEST_F(SilentHomesOnScreen, eachIsSaidWithSinceWhenAndTheWayBack) {
    const QVariantList rows = m_screens.app.frontSheet()->locked();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(all(rows, "state"), (QStringList{"reason", "hidden"}));
    EXPECT_TRUE(rows[1].toMap().value("text").toString().startsWith(
        QStringLiteral("What Priory Road Surgery shared is hidden because this tablet has not heard from it since")))
        << rows[1].toMap().value("text").toString().toStdString();
    EXPECT_TRUE(rows[0].toMap().value("text").toString().contains(QStringLiteral("reads your reason")));
    EXPECT_TRUE(m_screens.app.lockedText().contains(QStringLiteral("Priory Road Surgery, not heard from since")));
    EXPECT_FALSE(m_screens.app.lockedText().contains(QStringLiteral("Council"))) << "lists lead to it";
}

TEST_F(SilentHomesOnScreen, aReasonOpensAndNothingElseDoes) {
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    sheet.openWithReason(QStringLiteral("council"), QStringLiteral(" . "));
    m_screens.settle();
    EXPECT_EQ(sheet.reasonFault(), QStringLiteral("Say in a few words why you need it now."));
    EXPECT_EQ(sheet.locked().size(), 2);
    sheet.openWithReason(QStringLiteral("council"), QStringLiteral("With her now,\nshe has fallen"));
    m_screens.settle();
    EXPECT_TRUE(sheet.reasonFault().isEmpty());
    EXPECT_EQ(m_homes.reasons, std::vector<std::string>{"With her now, she has fallen"});
    EXPECT_EQ(all(sheet.locked(), "state"), QStringList{"hidden"});
}

TEST_F(SilentHomesOnScreen, contactBringsItBackWithoutARestart) {
    m_homes.silent.clear();
    m_screens.door.tellChanged();
    ASSERT_TRUE(m_screens.until([&] { return m_screens.app.frontSheet()->locked().isEmpty(); }));
    EXPECT_TRUE(m_screens.app.lockedTitle().isEmpty());
}

TEST_F(PeopleScreens, aProfileThatIsShutOutLocksAndSaysWhatBecameOfTheWork) {
    ClosedProfile closed;
    closed.at = m_screens.kitley.clock.now();
    closed.agency = AgencyId{"harbour"};
    closed.name = "Harbour Health";
    closed.phone = "01632 960111";
    closed.handedIn = {{AgencyId{"harbour"}, "Harbour Health", 3}};
    closed.sealed = {{AgencyId{"council"}, "Kitley Council", 1}};
    closed.file = "unsent.rescue";
    closed.files = 2;
    m_screens.kitley.closed = closed;
    m_screens.door.tellChanged();
    ASSERT_TRUE(m_screens.until([&] { return m_screens.app.lock() == AppModel::Closed; }));
    EXPECT_TRUE(m_screens.app.frontSheet()->name().isEmpty()) << "nobody is left on the screen";
    const QStringList lines = m_screens.app.closedLines();
    ASSERT_EQ(lines.size(), 5);
    EXPECT_EQ(lines[1],
              QStringLiteral("3 items you had not sent went to Harbour Health. A person there looks at them."));
    EXPECT_EQ(lines[2],
              QStringLiteral("1 item for Kitley Council could not be sent and is sealed for Harbour Health."));
    EXPECT_EQ(lines[3], QStringLiteral("2 photos or documents could not be sent. They lie sealed in the folder "
                                       "unsent.files of this profile: take this device to Harbour Health."));
    EXPECT_TRUE(lines[4].contains(QStringLiteral("unsent.rescue")));
    EXPECT_EQ(m_screens.app.closedNumber(), QStringLiteral("01632 960111"));
    m_screens.app.unlock(QStringLiteral("orchard row"));
    m_screens.settle();
    EXPECT_EQ(m_screens.app.lock(), AppModel::Closed) << "there is nothing to open";
}

} // namespace
} // namespace frontsheet::testing
