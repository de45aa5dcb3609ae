// Between opening a page and its first rows: it says that it reads, and nothing says that there is nothing. "No alerts are written down",
// said of what has not been read yet, could harm somebody.
#include "tests/app/support/plan_town.h"
#include "tests/app/support/whole_pages.h"

namespace frontsheet::testing {
namespace {

class LoadingPages : public WholePages {
protected:
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        static_cast<void>(planEdith(kitley));
    }
    void TearDown() override {
        m_screens->reads.letGo();
        settle();
        WholePages::TearDown();
    }
    // Opens it while the disk gives nothing yet, looks at it for longer than a moment, and lets it be read.
    void opens(const char* name, const std::function<void()>& open) {
        m_screens->reads.hold();
        open();
        EXPECT_TRUE(m_screens->until([&] { return reads(QStringLiteral("Reading what is on this device.")); })) << name;
        static_cast<void>(m_shell->window()->grabWindow());
        walk(m_frame, [&](QQuickItem* item) {
            if (QString::fromLatin1(item->metaObject()->className()).startsWith(QLatin1String("EmptyState"))) {
                ADD_FAILURE() << name
                              << " says of what is not read yet: " << item->property("text").toString().toStdString();
            }
        });
        m_screens->reads.letGo();
        settle();
        EXPECT_FALSE(reads(QStringLiteral("Reading what is on this device."))) << name << ", once it is read";
    }
    template <class... Words>
    void opensBy(const char* method, const Words&... words) {
        opens(method, [&] { QMetaObject::invokeMethod(m_frame, method, Q_ARG(QString, words)...); });
    }
};

TEST_P(LoadingPages, thePlacesSayThatTheyAreRead) {
    m_screens->app.lockNow();
    settle();
    opens("today", [&] {
        m_screens->app.unlock(QStringLiteral("orchard row"));
        ASSERT_TRUE(m_screens->until([&] { return m_screens->app.lock() == AppModel::Open; }));
    });
    for (const char* place : {"people", "referrals", "ring", "sharing"}) {
        m_screens->app.lockNow();
        settle();
        opens(place, [&] {
            m_screens->app.unlock(QStringLiteral("orchard row"));
            ASSERT_TRUE(m_screens->until([&] { return m_screens->app.lock() == AppModel::Open; }));
            QMetaObject::invokeMethod(m_frame, "go", Q_ARG(QString, QString::fromLatin1(place)));
        });
    }
    for (const char* page : {"waiting", "proposals"}) {
        m_screens->app.lockNow();
        settle();
        opens(page, [&] {
            m_screens->app.unlock(QStringLiteral("orchard row"));
            ASSERT_TRUE(m_screens->until([&] { return m_screens->app.lock() == AppModel::Open; }));
            QMetaObject::invokeMethod(m_frame, "visit", Q_ARG(QString, QString::fromLatin1(page)));
        });
    }
}

TEST_P(LoadingPages, aPersonsPagesSayThatTheyAreReadForEachPersonAnew) {
    const Kitley& kitley = m_screens->kitley;
    for (const PersonId& person : {kitley.ivy, kitley.edith}) {
        opensBy("openPerson", id(person));
        QObject* page = m_frame->findChild<QObject*>(QStringLiteral("personPage"));
        for (int tab = 1; tab < 4; ++tab) {
            go("today");
            m_screens->app.frontSheet()->open(id(kitley.mira));
            settle();
            opens("a tab", [&] {
                QMetaObject::invokeMethod(m_frame, "openPerson", Q_ARG(QString, id(person)));
                page->setProperty("tab", tab);
            });
        }
        opensBy("openPermissions", id(person));
        opensBy("openCareTeam", id(person));
        opensBy("openSamePerson", id(person));
        opensBy("openMessages", id(person));
    }
    opensBy("openReferral", id(kitley.fallsReferral));
    opensBy("refer", id(kitley.edith), QString{});
}

INSTANTIATE_TEST_SUITE_P(Rooms, LoadingPages,
                         ::testing::Values(Room{"tabletTall", 800, 1280, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
