// Whole pages in a window: they load without a warning, every control has a name and a target that a finger finds, nothing
// is cut when the reader doubles the text, and the keyboard gets everywhere.
#include "core/domain/schema/registration.h"
#include "tests/app/support/whole_pages.h"

#include <QFont>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace frontsheet::testing {
namespace {

class Pages : public WholePages {
protected:
    // Each page in turn.
    void onEveryPage(const std::function<void(const std::string&)>& look) {
        const Kitley& kitley = m_screens->kitley;
        for (const char* place : {"today", "people", "referrals", "ring", "sharing"}) {
            go(place);
            look(place);
        }
        QMetaObject::invokeMethod(m_frame, "openPerson", Q_ARG(QString, id(kitley.edith)));
        settle();
        for (int tab = 0; tab < 4; ++tab) {
            m_frame->findChild<QObject*>(QStringLiteral("personPage"))->setProperty("tab", tab);
            settle();
            look("person tab " + std::to_string(tab));
        }
        QMetaObject::invokeMethod(m_frame, "openReferral", Q_ARG(QString, id(kitley.fallsReferral)));
        settle();
        look("referral");
        QMetaObject::invokeMethod(m_frame, "writeNote", Q_ARG(QString, id(kitley.edith)), Q_ARG(QString, QString{}),
                                  Q_ARG(QString, QString{}));
        settle();
        look("note");
        QMetaObject::invokeMethod(m_frame, "refer", Q_ARG(QString, id(kitley.edith)), Q_ARG(QString, QString{}));
        settle();
        look("refer");
        QMetaObject::invokeMethod(m_frame, "openPermissions", Q_ARG(QString, id(kitley.edith)));
        settle();
        look("permissions");
        QMetaObject::invokeMethod(m_frame, "openDisclosure", Q_ARG(QString, id(kitley.edith)));
        settle();
        look("disclosure");
        m_screens->app.disclosure()->fetch();
        m_screens->settle();
        m_screens->app.disclosure()->fetchDevices();
        settle();
        look("disclosure answered");
        const QString held =
            m_screens->app.frontSheet()->holders().constFirst().toMap().value(QStringLiteral("record")).toString();
        QMetaObject::invokeMethod(m_frame, "openHistory", Q_ARG(QString, id(kitley.edith)), Q_ARG(QString, held));
        settle();
        look("earlier versions");
        m_screens->app.history()->askDay(m_screens->app.history()->dayHint());
        settle();
        look("as it stood on a day");
        QMetaObject::invokeMethod(m_frame, "openPerson", Q_ARG(QString, id(kitley.mira)));
        settle();
        look("person whose address is hidden");
        QMetaObject::invokeMethod(m_frame, "openPermissions", Q_ARG(QString, id(kitley.mira)));
        settle();
        look("permissions, address hidden");
        QMetaObject::invokeMethod(m_frame, "writeNote", Q_ARG(QString, id(kitley.mira)), Q_ARG(QString, QString{}),
                                  Q_ARG(QString, QString{}));
        settle();
        look("note, address hidden");
        QMetaObject::invokeMethod(m_frame, "refer", Q_ARG(QString, id(kitley.mira)), Q_ARG(QString, QString{}));
        settle();
        look("refer, address hidden");
        for (const auto state : {LeaseState::ReasonNeeded, LeaseState::Hidden}) {
            QMetaObject::invokeMethod(m_frame, "openReferral", Q_ARG(QString, id(kitley.fallsReferral)));
            settle();
            silence(state);
            m_screens->app.track()->refresh();
            settle();
            EXPECT_TRUE(m_screens->app.track()->isCovered());
            look(state == LeaseState::Hidden ? "referral, hidden" : "referral, opens with a reason");
            m_homes.silent.clear();
        }
        for (const char* page : {"waiting", "proposals"}) {
            QMetaObject::invokeMethod(m_frame, "visit", Q_ARG(QString, QString::fromLatin1(page)));
            settle();
            look(page);
        }
    }
    // The council, whose the referral is, has not answered for days.
    void silence(LeaseState state) {
        m_homes.silent = {{AgencyId{"council"}, state, m_screens->kitley.clock.now() + -std::chrono::hours{50}}};
    }
};

// A page costs nothing until somebody opens it.
TEST_P(Pages, noPageIsMadeBeforeItIsOpened) {
    go("today");
    EXPECT_EQ(m_frame->findChild<QObject*>(QStringLiteral("personPage")), nullptr);
    EXPECT_EQ(m_frame->findChild<QObject*>(QStringLiteral("formPage")), nullptr);
    QMetaObject::invokeMethod(m_frame, "openPerson", Q_ARG(QString, id(m_screens->kitley.edith)));
    settle();
    EXPECT_NE(m_frame->findChild<QObject*>(QStringLiteral("personPage")), nullptr);
    EXPECT_EQ(m_frame->findChild<QObject*>(QStringLiteral("planTab")), nullptr) << "nor a tab of one";
}

TEST_P(Pages, scrollingGoesOnToTheLastOfMoreThanOnePage) {
    Kitley& kitley = m_screens->kitley;
    for (int n = 0; n < 250; ++n) {
        Record one;
        one.id = kitley.ids.timeOrdered<RecordId>(kitley.clock.now());
        one.type = RecordType::Registration;
        one.home = AgencyId{"harbour"};
        one.person = kitley.ids.timeOrdered<PersonId>(kitley.clock.now());
        one.version.n = 1;
        one.fields.put(registration::kFamilyName, "Neighbour " + std::to_string(n));
        kitley.store.hold(std::move(one));
    }
    go("people");
    CaseloadModel& people = *m_screens->app.caseload();
    people.setEveryone(true);
    settle();
    QQuickItem* list = nullptr;
    walk(m_frame, [&](QQuickItem* item) { list = item->inherits("QQuickListView") ? item : list; });
    ASSERT_NE(list, nullptr);
    for (int screens = 0; screens < 200 && people.rows()->rowCount() < people.total(); ++screens) {
        const double end = list->property("contentHeight").toDouble() - list->height();
        list->setProperty("contentY", std::min(list->property("contentY").toDouble() + list->height(), end));
        settle();
    }
    EXPECT_EQ(people.rows()->rowCount(), people.total());
}

TEST_P(Pages, everyControlHasANameAndATargetThatAFingerFinds) {
    onEveryPage([&](const std::string& page) { controlsAreNamedAndFound(page); });
}

TEST_P(Pages, nothingIsCutAndNothingLeavesTheWindow) {
    onEveryPage([&](const std::string& page) { nothingIsCut(page); });
}

// In the rail, in the bottom bar, and under More.
TEST_P(Pages, theNamesOfThePlacesAreAsLargeAsAllText) {
    go("today");
    int places = 0;
    walk(m_shell->window()->contentItem(), [&](QQuickItem* item) {
        if (!item->inherits("QQuickTabButton")) {
            return;
        }
        walk(item, [&](QQuickItem* part) {
            if (part->inherits("QQuickText") && part->property("text") == item->property("text")) {
                const double small = GetParam().form == Form::Tablet ? 13 : 12;
                EXPECT_EQ(part->property("font").value<QFont>().pixelSize(), std::lround(small * GetParam().textScale))
                    << spoken(item).toStdString();
                ++places;
            }
        });
    });
    EXPECT_GE(places, 4);
}

TEST_P(Pages, aNoteIsWrittenAndFinishedByPressingWhatIsNamed) {
    QMetaObject::invokeMethod(m_frame, "openPerson", Q_ARG(QString, id(m_screens->kitley.ivy)));
    settle();
    press(QStringLiteral("Write note"));
    for (const char key : std::string{"Seen today"}) {
        QTest::keyClick(m_shell->window(), key);
    }
    settle();
    EXPECT_EQ(m_screens->app.note()->text(), QStringLiteral("Seen today"));
    press(QStringLiteral("Finish note"));
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("person")) << "back where it began";
    ASSERT_EQ(m_screens->kitley.notesAbout(m_screens->kitley.ivy).size(), 1U);
}

TEST_P(Pages, aReferralWhoseHomeIsSilentSaysWhyAndOpensWithAReason) {
    silence(LeaseState::ReasonNeeded);
    QMetaObject::invokeMethod(m_frame, "openReferral", Q_ARG(QString, id(m_screens->kitley.fallsReferral)));
    settle();
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("track")) << "it opens as its own page";
    EXPECT_TRUE(reads(QStringLiteral("Opens with a reason")));
    EXPECT_TRUE(reads(QStringLiteral("Connect, or say why you need what it shared.")));
    EXPECT_EQ(button(QStringLiteral("Accept")), nullptr);
    EXPECT_EQ(button(QStringLiteral("Send")), nullptr) << "nothing is written under what cannot be read";
    press(QStringLiteral("Open with a reason"));
    for (const char key : std::string{"With her now"}) {
        QTest::keyClick(m_shell->window(), key);
    }
    settle();
    press(QStringLiteral("Open"));
    EXPECT_EQ(m_homes.reasons, std::vector<std::string>{"With her now"});
    EXPECT_FALSE(m_screens->app.track()->isCovered());
    EXPECT_TRUE(m_screens->app.track()->loaded());
    EXPECT_FALSE(reads(QStringLiteral("Opens with a reason")));
    EXPECT_NE(button(QStringLiteral("Send")), nullptr);
}

TEST_P(Pages, whoRefersSomebodyWhoseAddressIsHiddenIsToldNotToWriteIt) {
    const auto refer = [&](const PersonId& person) {
        QMetaObject::invokeMethod(m_frame, "openPerson", Q_ARG(QString, id(person)));
        settle();
        QMetaObject::invokeMethod(m_frame, "refer", Q_ARG(QString, id(person)), Q_ARG(QString, QString{}));
        settle();
    };
    refer(m_screens->kitley.edith);
    EXPECT_FALSE(reads(QStringLiteral("is kept hidden")));
    refer(m_screens->kitley.mira);
    EXPECT_TRUE(reads(QStringLiteral("Where Mira lives is kept hidden. Do not write it here.")));
}

TEST_P(Pages, theKeyboardGoesRoundAndComesBack) {
    go("today");
    int reached = 0;
    QObject* first = nullptr;
    for (int tab = 0; tab < 80; ++tab) {
        QTest::keyClick(m_shell->window(), Qt::Key_Tab);
        QObject* focused = m_shell->window()->activeFocusItem();
        ASSERT_NE(focused, nullptr);
        if (first == nullptr) {
            first = focused;
        } else if (focused == first) {
            break;
        }
        ++reached;
    }
    EXPECT_GE(reached, 10) << "navigation, rows and the sync line";
    EXPECT_LT(reached, 79) << "the ring of focus closes";
    QTest::keyClick(m_shell->window(), Qt::Key_2, Qt::ControlModifier);
    settle();
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("people"));
    QTest::keyClick(m_shell->window(), Qt::Key_L, Qt::ControlModifier);
    settle();
    EXPECT_EQ(m_screens->app.lock(), AppModel::Locked);
}

TEST_P(Pages, whoeverUnlocksBeginsWithToday) {
    QMetaObject::invokeMethod(m_frame, "openReferral", Q_ARG(QString, id(m_screens->kitley.fallsReferral)));
    settle();
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("track"));
    m_screens->app.lockNow();
    settle();
    m_screens->unlock();
    settle();
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("today")) << "the referral was forgotten";
    EXPECT_FALSE(m_screens->app.today()->people().isEmpty());
}

// Without a mouse: Tab comes to every control that can be pressed, each shows that it has the focus, and says what it is.
TEST_P(Pages, tabComesToEveryControlOfEveryPage) {
    onEveryPage([&](const std::string& page) { tabComesToEveryControl(page); });
}

TEST_P(Pages, keysOpenWhatTheListOfKeysSays) {
    const auto key = [&](Qt::Key which, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(m_shell->window(), which, with);
        settle();
    };
    QMetaObject::invokeMethod(m_frame, "openPerson", Q_ARG(QString, id(m_screens->kitley.edith)));
    settle();
    key(Qt::Key_N, Qt::ControlModifier);
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("note"));
    key(Qt::Key_Escape);
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("person"));
    key(Qt::Key_R, Qt::ControlModifier);
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("compose"));
    key(Qt::Key_Escape);
    QObject* keys = m_frame->findChild<QObject*>(QStringLiteral("keys"));
    ASSERT_NE(keys, nullptr);
    m_shell->theme()->setProperty("reducedMotion", true); // it fades otherwise
    key(Qt::Key_F1);
    EXPECT_TRUE(keys->property("visible").toBool());
    key(Qt::Key_Escape);
    EXPECT_FALSE(keys->property("visible").toBool());
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("person")) << "closing the list leaves nothing else";
    key(Qt::Key_F, Qt::ControlModifier);
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("people"));
    key(Qt::Key_N, Qt::ControlModifier);
    EXPECT_EQ(m_frame->property("page").toString(), QStringLiteral("people")) << "about nobody there is no note";
}

INSTANTIATE_TEST_SUITE_P(Rooms, Pages,
                         ::testing::Values(Room{"tabletWide", 1280, 800, Form::Tablet, 1},
                                           Room{"tabletTall", 800, 1280, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1},
                                           Room{"laptopLarge", 1920, 1080, Form::Laptop, 1},
                                           Room{"tabletWideDoubled", 1280, 800, Form::Tablet, 2},
                                           Room{"tabletTallDoubled", 800, 1280, Form::Tablet, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
