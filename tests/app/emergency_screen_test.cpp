// Opening somebody's records in an emergency, as the nurse sees it.
#include "core/domain/schema/registration.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"

#include <mutex>
#include <vector>

namespace frontsheet::testing {
namespace {

// A home that answers as it is told to.
class Line final : public EmergencyLine {
public:
    Result<EmergencyOpening> open(const AgencyId& home, const EmergencyWish& wish, const OpId& request) override {
        const std::lock_guard lock(mutex);
        asked.push_back({home, wish, request});
        return answer;
    }
    Result<void> end(const AgencyId&, const RecordId& access) override {
        const std::lock_guard lock(mutex);
        ended.push_back(access);
        return ok();
    }
    Result<void> review(const AgencyId&, const RecordId&, EmergencyVerdict, const std::string&) override {
        return ok();
    }
    struct Asked {
        AgencyId home;
        EmergencyWish wish;
        OpId request;
    };
    std::mutex mutex;
    std::vector<Asked> asked;
    std::vector<RecordId> ended;
    Result<EmergencyOpening> answer{ErrorCode::Unreachable, "not said"};
};

class EmergencyScreen : public AppTest {
protected:
    EmergencyScreen() {
        m_screens.kitley.emergencies = &line;
        m_screens.unlock();
        model.start(QStringLiteral("Olive Tranter"));
        m_screens.settle();
    }
    void fillIn() {
        model.setBorn(QStringLiteral("3/11/1941"));
        model.setReason(QStringLiteral("Found on the pavement, confused, no answer at home"));
        for (int n = 0; n < model.agencies().size(); ++n) {
            if (model.agencies()[n].toMap().value("title").toString().contains(QStringLiteral("Council"))) {
                model.setAgency(n);
            }
        }
    }
    void open() {
        model.open();
        m_screens.settle();
    }
    Screens m_screens;
    Line line;
    EmergencyModel& model = *m_screens.app.emergency();
};

TEST_F(EmergencyScreen, beginsWithWhatWasSearchedForAndOnesOwnAgency) {
    EXPECT_EQ(model.familyName(), QStringLiteral("Tranter"));
    EXPECT_EQ(model.givenName(), QStringLiteral("Olive"));
    ASSERT_GE(model.agencies().size(), 3);
    EXPECT_EQ(model.agencies().constFirst().toMap().value("detail").toString(),
              QStringLiteral("Your own agency, people you are not involved with"));
    model.start(QStringLiteral("999 526 0182"));
    EXPECT_EQ(model.nhsNumber(), QStringLiteral("999 526 0182"));
    EXPECT_TRUE(model.familyName().isEmpty());
}

TEST_F(EmergencyScreen, saysAllThatIsMissingAndAsksNobody) {
    model.setFamilyName({});
    open();
    EXPECT_FALSE(model.bornFault().isEmpty());
    EXPECT_FALSE(model.personFault().isEmpty());
    EXPECT_FALSE(model.reasonFault().isEmpty());
    model.setNhsNumber(QStringLiteral("123"));
    open();
    EXPECT_FALSE(model.numberFault().isEmpty());
    EXPECT_TRUE(model.personFault().isEmpty());
    EXPECT_TRUE(line.asked.empty());
}

TEST_F(EmergencyScreen, readsTheDateAsPeopleWriteItAndShowsHowItWasRead) {
    for (const char* typed : {"3/11/1941", "03.11.1941", "1941-11-03"}) {
        model.setBorn(QString::fromLatin1(typed));
        EXPECT_EQ(model.bornRead(), QStringLiteral("3 November 1941")) << typed;
    }
    model.setBorn(QStringLiteral("31/2/1941"));
    EXPECT_TRUE(model.bornRead().isEmpty());
}

TEST_F(EmergencyScreen, opensAndLeadsToTheFrontSheetOnceTheRecordsAreHere) {
    fillIn();
    EmergencyOpening opening;
    opening.persons = {PersonId{}};
    opening.persons[0].bytes[0] = 99;
    opening.accesses = {RecordId{}};
    opening.accesses[0].bytes[0] = 98;
    opening.until = kKitleyNow + std::chrono::hours{4};
    line.answer = opening;
    open();
    ASSERT_EQ(line.asked.size(), 1U);
    EXPECT_EQ(line.asked[0].home, AgencyId{"council"});
    EXPECT_EQ(line.asked[0].wish.person.born, "1941-11-03");
    EXPECT_EQ(line.asked[0].wish.duration, std::chrono::hours{4});
    EXPECT_EQ(model.openedTitle(), QStringLiteral("Open until today, 14:12"));
    EXPECT_TRUE(model.personId().isEmpty());

    Record registration;
    registration.id.bytes[0] = 97;
    registration.type = RecordType::Registration;
    registration.home = AgencyId{"council"};
    registration.person = opening.persons[0];
    registration.version.n = 1;
    registration.fields.put(registration::kFamilyName, std::string{"Tranter"});
    m_screens.kitley.store.hold(registration);
    model.refresh();
    m_screens.settle();
    EXPECT_EQ(model.personId(), id(opening.persons[0]));

    model.end();
    m_screens.settle();
    EXPECT_EQ(line.ended, opening.accesses);
    EXPECT_EQ(model.openedTitle(), QStringLiteral("Ended"));
}

TEST_F(EmergencyScreen, asksAgainUnderTheSameNameAfterAnAnswerThatWasLost) {
    fillIn();
    open();
    EXPECT_EQ(model.errorTitle(), QStringLiteral("No signal."));
    open();
    ASSERT_EQ(line.asked.size(), 2U);
    EXPECT_EQ(line.asked[0].request, line.asked[1].request);
    model.setReason(model.reason() + QStringLiteral(", getting worse"));
    open();
    EXPECT_NE(line.asked[1].request, line.asked[2].request) << "another question";
}

TEST_F(EmergencyScreen, saysWhatToDoWhenTheHomeSaysNo) {
    fillIn();
    line.answer = {ErrorCode::NotFound, "nobody"};
    open();
    EXPECT_TRUE(model.personFault().contains(QStringLiteral("date of birth"))) << qPrintable(model.personFault());
    line.answer = {ErrorCode::Duplicate, "several"};
    open();
    EXPECT_TRUE(model.numberFault().contains(QStringLiteral("NHS number")));
    line.answer = {ErrorCode::NotPermitted, "no clause"};
    open();
    EXPECT_TRUE(model.personFault().contains(QStringLiteral("duty officer")));
    EXPECT_TRUE(model.openedTitle().isEmpty());
}

TEST_F(EmergencyScreen, theFrontSheetSaysWhoOpenedItWhyAndUntilWhen) {
    m_screens.kitley.eventfulNight();
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    sheet.open(id(m_screens.kitley.edith));
    m_screens.settle();
    ASSERT_EQ(sheet.emergencies().size(), 2);
    const QVariantMap mine = sheet.emergencies().at(0).toMap();
    EXPECT_TRUE(mine.value("mine").toBool());
    EXPECT_EQ(mine.value("title").toString(), QStringLiteral("You opened these records in an emergency."));
    const QVariantMap other = sheet.emergencies().at(1).toMap();
    EXPECT_TRUE(other.value("open").toBool());
    EXPECT_FALSE(other.value("mine").toBool());
    for (const char* word : {"Tom Adeyemi", "social work assessor", "Kitley Council"}) {
        EXPECT_TRUE(other.value("title").toString().contains(QLatin1String(word)))
            << other.value("title").toString().toStdString();
    }
    EXPECT_TRUE(other.value("text").toString().contains(QStringLiteral("Found on the landing")));

    sheet.endEmergency(mine.value("home").toString(), mine.value("record").toString());
    m_screens.settle();
    ASSERT_EQ(line.ended.size(), 1u);
    EXPECT_EQ(shown(line.ended.front().hex()), mine.value("record").toString());

    m_screens.kitley.clock.advance(std::chrono::hours{24});
    m_screens.app.refresh();
    m_screens.settle();
    ASSERT_EQ(sheet.emergencies().size(), 2) << "who comes back to work tomorrow is told too";
    EXPECT_FALSE(sheet.emergencies().at(1).toMap().value("open").toBool());
    m_screens.kitley.clock.advance(std::chrono::hours{24 * 8});
    m_screens.app.refresh();
    m_screens.settle();
    EXPECT_TRUE(sheet.emergencies().isEmpty()) << "the sheet is about Edith";
}

TEST_F(EmergencyScreen, forgetsEverythingOnceLocked) {
    fillIn();
    m_screens.app.lockNow();
    EXPECT_TRUE(model.reason().isEmpty());
    EXPECT_TRUE(model.born().isEmpty());
}

} // namespace
} // namespace frontsheet::testing
