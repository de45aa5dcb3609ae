// Work passes from one worker to another on the screens of three colleagues, each with a device of their own and a server between them: led by
// the names that a screen reader is given.
#include "app/frontsheet/language.h"
#include "app/frontsheet/shell_window.h"
#include "core/domain/calendar.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/placement.h"
#include "core/usecases/care_records.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/desk_screens.h"
#include "tests/app/support/screens.h"
#include "tests/support/sample_records.h"

#include <QAccessible>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

namespace frontsheet::testing {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

// A colleague before their device.
class Seat {
public:
    explicit Seat(Desk& desk) : screens(desk), m_shell(screens.app, Look{Form::Laptop, false, 1}) {
        m_shell.theme()->setProperty("reducedMotion", true);
        m_shell.window()->resize(1280, 900);
        m_frame = m_shell.window()->findChild<QQuickItem*>(QStringLiteral("shell"));
        settle();
    }
    void goTo(const char* place) {
        m_shell.window()->requestActivate(); // one of several on this screen
        QTRY_VERIFY(m_shell.window()->isActive());
        QMetaObject::invokeMethod(m_frame, "go", Q_ARG(QString, QString::fromLatin1(place)));
        settle();
    }
    void press(const char* name) {
        QQuickItem* item = called(name, Whole);
        ASSERT_NE(item, nullptr) << "nothing to press is called " << name;
        ASSERT_TRUE(item->isEnabled()) << name;
        click(item);
    }
    void pressRow(const char* beginning) {
        QQuickItem* item = called(beginning, Beginning);
        ASSERT_NE(item, nullptr) << "no row begins with " << beginning;
        click(item);
    }
    void write(const char* field, const char* words) {
        QQuickItem* found = nullptr;
        eachInReach([&](QQuickItem* item) {
            const bool isField = item->inherits("QQuickTextInput") || item->inherits("QQuickTextEdit");
            found = found == nullptr && isField && spoken(item) == QString::fromUtf8(field) ? item : found;
        });
        ASSERT_NE(found, nullptr) << "no field is called " << field;
        click(found);
        ASSERT_TRUE(found->hasActiveFocus()) << field;
        for (const char key : std::string{words}) {
            QTest::keyClick(m_shell.window(), key);
        }
        settle();
    }
    [[nodiscard]] bool reads(const char* words) {
        bool found = false;
        eachInReach([&](QQuickItem* item) {
            found = found || (item->inherits("QQuickText") &&
                              item->property("text").toString().contains(QString::fromUtf8(words)));
        });
        return found;
    }
    [[nodiscard]] bool offers(const char* name) { return called(name, Whole) != nullptr; }
    void settle() {
        screens.settle();
        static_cast<void>(m_shell.window()->grabWindow()); // lays everything out
        screens.settle();
    }

    DeskScreens screens;

private:
    enum Named { Whole, Beginning };

    static QString spoken(QQuickItem* item) {
        QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(item);
        return seen != nullptr ? seen->text(QAccessible::Name) : QString{};
    }
    // Behind an open sheet nothing is in reach.
    void eachInReach(const std::function<void(QQuickItem*)>& visit) {
        QQuickItem* top = m_shell.window()->contentItem();
        for (QObject* sheet : m_shell.window()->findChildren<QObject*>()) {
            if (sheet->inherits("QQuickPopup") && sheet->property("visible").toBool()) {
                top = qvariant_cast<QQuickItem*>(sheet->property("contentItem"));
            }
        }
        walk(top, visit);
    }
    static void walk(QQuickItem* item, const std::function<void(QQuickItem*)>& visit) {
        if (item->isVisible()) {
            visit(item);
            for (QQuickItem* child : item->childItems()) {
                walk(child, visit);
            }
        }
    }
    QQuickItem* called(const char* name, Named named) {
        QQuickItem* found = nullptr;
        eachInReach([&](QQuickItem* item) {
            if (found == nullptr && item->inherits("QQuickAbstractButton")) {
                const QString said = spoken(item);
                const QString wanted = QString::fromUtf8(name);
                found = (named == Whole ? said == wanted : said.startsWith(wanted)) ? item : nullptr;
            }
        });
        return found;
    }
    void click(QQuickItem* item) {
        for (QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem()) {
            if (up->inherits("QQuickFlickable")) {
                const double top = item->mapToItem(up, QPointF{0, 0}).y();
                const double at = up->property("contentY").toDouble() + top - up->height() / 2;
                const double most = std::max(0.0, up->property("contentHeight").toDouble() - up->height());
                up->setProperty("contentY", std::clamp(at, 0.0, most));
            }
        }
        settle();
        const QPointF middle = item->mapToScene({item->width() / 2, std::min(item->height() / 2, 20.0)});
        QTest::mouseClick(m_shell.window(), Qt::LeftButton, {}, middle.toPoint());
        settle();
    }

    ShellWindow m_shell;
    QQuickItem* m_frame = nullptr;
};

class TeamJourney : public AppTest {
protected:
    TeamJourney() {
        useLanguage(*QCoreApplication::instance(), QLocale{QLocale::English, QLocale::UnitedKingdom});
        world.hold(sampleDirectory(world.ids()));
        world.hold({sampleRegistration(world.ids(), "council", edith),
                    sampleMembership(world.ids(), "council", edith, "council", "W001")});
        for (const char* worker : {"W001", "W002", "W032"}) {
            world.sync(world.desk(worker));
        }
        begins(RecordType::CarePlan, [](FieldSet&) {});
        begins(RecordType::Placement, [](FieldSet& f) {
            f.put(placement::kPlacedAt, "Tern House"s);
            f.put(placement::kDischargedOn, "2026-11-01"s);
        });
        visit = begins(RecordType::Appointment, [&](FieldSet& f) {
            f.put(appointment::kStartsAt, world.now() + 48h);
            f.put(appointment::kWhy, "Look at the stairs"s);
        });
        for (int round = 0; round < 2; ++round) {
            for (const char* worker : {"W001", "W002", "W032"}) {
                world.sync(world.desk(worker));
            }
        }
        moira.emplace(world.desk("W032"));
        tom.emplace(world.desk("W002"));
        bethan.emplace(world.desk("W001"));
    }
    template <class Fill>
    RecordId begins(RecordType type, Fill fill) {
        CareRecords care{world.desk("W001").workplace()};
        auto record = care.begin(type, edith).value();
        fill(record.fields);
        return care.save(std::nullopt, std::move(record)).value();
    }
    // Everybody has been in contact, and looks again.
    void meet() {
        for (int round = 0; round < 2; ++round) {
            for (auto* seat : {&*moira, &*tom, &*bethan}) {
                seat->settle();
                world.sync(seat->screens.desk());
            }
        }
        for (auto* seat : {&*moira, &*tom, &*bethan}) {
            seat->screens.app.refresh();
            seat->settle();
        }
    }
    void askTomForAll() {
        moira->goTo("team");
        moira->pressRow("Bethan Price, Social work assessor, 1 person, 1 plan, 1 placement");
        moira->press("Choose all 3 to hand over");
        moira->press("Ask a colleague to take over");
        moira->pressRow("Tom Adeyemi, Social work assessor");
        moira->press("Ask Tom Adeyemi");
        ASSERT_TRUE(moira->reads("Tom Adeyemi is asked about 3 things. Until they say yes nothing changes hands."));
        meet();
    }

    Partnership world{kFridayMorning, 2026};
    PersonId edith = world.ids().timeOrdered<PersonId>(kFridayMorning);
    RecordId visit;
    std::optional<Seat> moira, tom, bethan;
};

TEST_F(TeamJourney, whatALeaverHasIsOfferedInOneGoAndTakenOverOneByOne) {
    askTomForAll();
    EXPECT_TRUE(moira->reads("Offered, still theirs"));
    EXPECT_TRUE(moira->reads("Nothing that could be offered to a colleague."));

    tom->goTo("today");
    EXPECT_TRUE(tom->reads("You are asked to take over"));
    EXPECT_TRUE(tom->reads("Moira Grant asks you"));
    tom->press("I take it over: MARLOWE, Edith, Case owner of the plan");
    tom->press("I cannot: MARLOWE, Edith, A visit: Look at the stairs");
    tom->write("Why you cannot", "I am in court that day");
    tom->press("Say no");
    EXPECT_FALSE(tom->reads("Look at the stairs"));
    EXPECT_TRUE(tom->offers("I take it over: MARLOWE, Edith, Reviewing officer, placed at Tern House"));
    meet();

    moira->goTo("team");
    EXPECT_TRUE(moira->reads("1 person, 1 plan")) << "the plan is Tom's";
    moira->press("Offered, 1");
    EXPECT_TRUE(moira->reads("Tom Adeyemi is asked. Until they say yes Bethan Price has it."));
    moira->goTo("today");
    EXPECT_TRUE(moira->reads("I am in court that day")) << "who asked is told why not";
    const auto still = world.desk("W001").store.record(visit).value()->record;
    EXPECT_EQ(still.fields.get(appointment::kWorker), WorkerId{"W001"});
    EXPECT_TRUE(still.fields.get(appointment::kOfferedTo).empty());
}

TEST_F(TeamJourney, anOfferIsTakenBackWhileNobodyHasAnswered) {
    askTomForAll();
    moira->goTo("team");
    moira->press("Offered, 3");
    moira->press("Take the offer back: MARLOWE, Edith, Case owner of the plan");
    meet();
    EXPECT_TRUE(moira->offers("Offered, 2"));
    tom->goTo("today");
    EXPECT_FALSE(tom->reads("Case owner of the plan"));
    EXPECT_TRUE(tom->reads("Look at the stairs"));
}

TEST_F(TeamJourney, anAbsenceSaysWhatFallsDueAndWhoStandsIn) {
    moira->goTo("team");
    moira->pressRow("Bethan Price");
    moira->press("Mark as away");
    moira->write("First day", "tomorrow");
    moira->write("Last day", "in 1 week");
    EXPECT_TRUE(moira->reads("1 thing of theirs falls due or waits until then."));
    EXPECT_TRUE(moira->reads("A visit: Look at the stairs"));
    moira->press("Tom Adeyemi");
    moira->press("Mark as away");
    EXPECT_TRUE(moira->reads("Tom Adeyemi stands in."));
    meet();
    const auto directory = loadDirectory(world.desk("W002").store).value();
    const auto* away = directory.absenceOf(WorkerId{"W001"}, isoDate(world.now() + 72h));
    ASSERT_NE(away, nullptr) << "everybody in the directory has it";
    EXPECT_EQ(away->deputy, WorkerId{"W002"});
    moira->press("Call it off");
    EXPECT_TRUE(moira->reads("Not away, as far as is known."));
}

TEST_F(TeamJourney, aWorkerSaysThatTheyAreAwayAndHandsTheirWorkOver) {
    bethan->goTo("today");
    bethan->pressRow("What is in your hands");
    EXPECT_TRUE(bethan->reads("1 person in your caseload"));
    bethan->press("I shall be away");
    bethan->write("First day", "tomorrow");
    bethan->write("Last day", "in 1 week");
    EXPECT_TRUE(bethan->reads("1 thing of yours falls due or waits until then."));
    bethan->press("Tom Adeyemi");
    bethan->write("What callers are told", "Ring Tom until then");
    bethan->press("Say that I am away");
    EXPECT_TRUE(bethan->reads("Tom Adeyemi stands in."));
    EXPECT_TRUE(bethan->reads("Ring Tom until then"));
    bethan->press("Choose all 3 to hand over");
    bethan->press("Ask a colleague to take over");
    bethan->pressRow("Tom Adeyemi, Social work assessor");
    bethan->press("Ask Tom Adeyemi");
    meet();
    EXPECT_TRUE(bethan->reads("Offered, still yours"));
    tom->goTo("today");
    EXPECT_TRUE(tom->reads("Case owner of the plan"));
    EXPECT_TRUE(tom->reads("Bethan Price asks you"));
    const auto directory = loadDirectory(world.desk("W002").store).value();
    EXPECT_EQ(directory.absenceOf(WorkerId{"W001"}, isoDate(world.now() + 72h))->deputy, WorkerId{"W002"});
}

} // namespace
} // namespace frontsheet::testing
