// The forms of the care work in a window: written by keyboard alone, led to what is missing, left and come back to.
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/safety.h"
#include "tests/app/support/whole_pages.h"

#include <QAccessible>
#include <QTest>

namespace frontsheet::testing {
namespace {

class FormPages : public WholePages {
protected:
    void SetUp() override {
        WholePages::SetUp();
        m_shell->theme()->setProperty("reducedMotion", true);
        call("openPerson", id(m_screens->kitley.edith));
    }
    FormModel& form() { return *m_screens->app.form(); }
    void openForm(const char* type, const QVariantMap& preset = {}) {
        QMetaObject::invokeMethod(m_frame, "openForm", Q_ARG(QString, QString::fromLatin1(type)),
                                  Q_ARG(QString, id(m_screens->kitley.edith)), Q_ARG(QVariant, preset));
        settle();
        ASSERT_TRUE(form().isOpen()) << form().errorTitle().toStdString();
    }
    void key(Qt::Key which, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(m_shell->window(), which, with);
        settle();
    }
    // What the focus is on, as assistive technology says it.
    QString onFocus() {
        QQuickItem* item = m_shell->window()->activeFocusItem();
        return item == nullptr ? QString{} : spoken(item);
    }
    static QString typeName(const QObject* thing) {
        return QString::fromLatin1(thing->metaObject()->className()).section(QLatin1String("_QML"), 0, 0);
    }
    QString lastSaved() { return m_saved; }
    void listen() {
        QObject::connect(&form(), &FormModel::saved, m_frame, [this](const QString& record) { m_saved = record; });
    }
    Record stored(const QString& record) {
        const auto id = RecordId::fromHex(record.toStdString());
        const auto found =
            id ? m_screens->kitley.store.record(*id) : Result<std::optional<WorkingRecord>>{std::nullopt};
        return found && *found ? (*found)->record : Record{};
    }

private:
    QString m_saved;
};

TEST_P(FormPages, everyFormKeepsToWhatAPageMust) {
    for (const char* kind : {"need", "action", "package-line", "view", "crisis-part", "allergy", "advance-plan",
                             "carer", "carer-assessment"}) {
        openForm(kind);
        controlsAreNamedAndFound(kind);
        nothingIsCut(kind);
        tabComesToEveryControl(kind);
        call("back");
        EXPECT_EQ(page(), "person") << kind;
    }
}

TEST_P(FormPages, aNeedIsWrittenByKeyboardAlone) {
    listen();
    openForm("need");
    EXPECT_EQ(page(), "form");
    EXPECT_TRUE(reads(QStringLiteral("A need of Edith Hargreave")));
    EXPECT_TRUE(reads(QStringLiteral("HARGREAVE, Edith"))) << "whose form it is";
    EXPECT_EQ(onFocus(), QStringLiteral("Need"));
    type("Help to wash");
    key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(page(), "person") << "back where it began";
    EXPECT_EQ(stored(lastSaved()).fields.get(need::kText), "Help to wash");
}

TEST_P(FormPages, whatIsMissingGetsTheFocusAndIsSaidToWhoCannotSee) {
    openForm("need");
    key(Qt::Key_Tab); // past it
    key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(page(), "form") << "nothing is saved, and nobody is sent away";
    EXPECT_EQ(onFocus(), QStringLiteral("Need"));
    EXPECT_TRUE(reads(QStringLiteral("This must be said.")));
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(m_shell->window()->activeFocusItem());
    ASSERT_NE(seen, nullptr);
    EXPECT_EQ(seen->text(QAccessible::Description), QStringLiteral("This must be said."));
    type("Company");
    EXPECT_FALSE(reads(QStringLiteral("This must be said."))) << "it goes when it is put right";
}

// Above the foot of the form, wherever its reader had scrolled to.
TEST_P(FormPages, theFirstThingThatIsWrongComesIntoSight) {
    const auto firstFault = [&] {
        QQuickItem* first = nullptr;
        walk(m_shell->window()->contentItem(), [&](QQuickItem* item) {
            if (typeName(item) == QStringLiteral("FaultLine") && !item->property("text").toString().isEmpty() &&
                (first == nullptr || item->mapToScene({}).y() < first->mapToScene({}).y())) {
                first = item;
            }
        });
        return first;
    };
    int wrong = 0;
    for (const char* kind : {"need", "action", "view", "allergy", "advance-plan", "carer"}) {
        openForm(kind);
        for (const double part : {0.0, 1.0}) { // from the top, and from the end
            QQuickItem* flick = scroller();
            if (flick != nullptr) {
                flick->setProperty("contentY", part * (flick->property("contentHeight").toDouble() - flick->height()));
            }
            settle();
            key(Qt::Key_S, Qt::ControlModifier);
            QQuickItem* fault = firstFault();
            if (fault == nullptr) {
                continue;
            }
            ++wrong;
            const QQuickItem* up = fault->parentItem();
            while (up != nullptr && !up->inherits("QQuickFlickable")) {
                up = up->parentItem();
            }
            ASSERT_NE(up, nullptr) << kind;
            const QRectF seen = up->mapRectToScene(up->boundingRect()).adjusted(-1, -1, 1, 1);
            EXPECT_TRUE(seen.contains(fault->mapRectToScene({0, 0, fault->width(), fault->height()})))
                << kind << ": " << fault->property("text").toString().toStdString() << " from " << part;
        }
        call("back");
    }
    EXPECT_GE(wrong, 4);
}

TEST_P(FormPages, aDaySaysHowItIsUnderstood) {
    openForm("need");
    QQuickItem* date = nullptr;
    walk(m_shell->window()->contentItem(), [&](QQuickItem* item) {
        date = item->inherits("QQuickTextField") && spoken(item) == QStringLiteral("Next look") ? item : date;
    });
    ASSERT_NE(date, nullptr);
    date->forceActiveFocus();
    type("in 2 weeks");
    EXPECT_TRUE(reads(QStringLiteral("Understood as Tuesday 29 September 2026")));
}

TEST_P(FormPages, whatIsChosenIsReachedByArrows) {
    openForm("need");
    QQuickItem* state = button(QStringLiteral("Not dealt with yet"));
    ASSERT_NE(state, nullptr);
    state->forceActiveFocus();
    EXPECT_EQ(button(QStringLiteral("No service")), nullptr) << "why it is unmet is asked once it is";
    key(Qt::Key_Right);
    EXPECT_EQ(onFocus(), QStringLiteral("Unmet"));
    EXPECT_NE(button(QStringLiteral("No service")), nullptr);
}

TEST_P(FormPages, aColleagueIsFoundByTypingAndChosenWithoutAMouse) {
    openForm("action");
    QQuickItem* other = button(QStringLiteral("Owner: Somebody else"));
    ASSERT_NE(other, nullptr);
    other->forceActiveFocus();
    key(Qt::Key_Return);
    type("sam whit");
    key(Qt::Key_Down);
    EXPECT_TRUE(onFocus().startsWith(QStringLiteral("Sam Whitlock"))) << onFocus().toStdString();
    key(Qt::Key_Return);
    EXPECT_TRUE(reads(QStringLiteral("Sam Whitlock")));
    EXPECT_EQ(onFocus(), QStringLiteral("Owner: Somebody else"));
}

TEST_P(FormPages, whatIsToBeWrittenIsFoundByAFewLetters) {
    key(Qt::Key_E, Qt::ControlModifier);
    EXPECT_TRUE(reads(QStringLiteral("Add to what is known of "))) << "the sheet";
    controlsAreNamedAndFound("add");
    nothingIsCut("add");
    type("penic");
    EXPECT_EQ(button(QStringLiteral("A need, What they need help with, met or not")), nullptr);
    key(Qt::Key_Return);
    EXPECT_EQ(page(), "form");
    EXPECT_TRUE(reads(QStringLiteral("An allergy of Edith Hargreave")));
}

TEST_P(FormPages, whatIsLeftIsOnTodayAndGoesOnWhereItStopped) {
    openForm("need");
    type("Help to wash");
    key(Qt::Key_Escape);
    EXPECT_EQ(page(), "person") << "Escape leaves, and keeps";
    m_screens->app.lockNow();
    settle();
    m_screens->unlock();
    settle();
    go("today");
    EXPECT_TRUE(reads(QStringLiteral("Forms to finish")));
    controlsAreNamedAndFound("today");
    nothingIsCut("today");
    tabComesToEveryControl("today");
    press(QStringLiteral("Not finished: A need of Edith Hargreave, today, 10:12"));
    EXPECT_EQ(page(), "form");
    EXPECT_EQ(find(form().fields(), "label", QStringLiteral("Need"), "text"), QStringLiteral("Help to wash"));
    EXPECT_TRUE(reads(QStringLiteral("as you type, last today, 10:12.")));
    EXPECT_NE(button(QStringLiteral("Give up")), nullptr) << "it is on the disk, typed on or not";
    key(Qt::Key_Escape);
    EXPECT_EQ(page(), "today") << "back where it was taken up";
}

TEST_P(FormPages, aFormOnWhichNothingWasTypedLeavesNothingBehind) {
    openForm("need", {{QStringLiteral("text"), QStringLiteral("Meals")}}); // another page filled it in
    key(Qt::Key_Escape);
    go("today");
    EXPECT_FALSE(reads(QStringLiteral("Forms to finish")));
}

TEST_P(FormPages, givingUpIsAskedFirstAndComesBack) {
    openForm("need");
    type("Help to wash");
    settle();
    press(QStringLiteral("Give up"));
    EXPECT_TRUE(reads(QStringLiteral("Give up what you typed?")));
    EXPECT_EQ(onFocus(), QStringLiteral("Go on writing")) << "the harmless answer is under the finger";
    press(QStringLiteral("Give it up"));
    EXPECT_EQ(page(), "person");
    EXPECT_TRUE(reads(QStringLiteral("Given up: A need of Edith Hargreave")));
    controlsAreNamedAndFound("given up");
    nothingIsCut("given up");
    EXPECT_TRUE(form().unfinished().isEmpty());
    press(QStringLiteral("Bring it back"));
    EXPECT_EQ(page(), "form");
    EXPECT_EQ(find(form().fields(), "label", QStringLiteral("Need"), "text"), QStringLiteral("Help to wash"));
    EXPECT_FALSE(reads(QStringLiteral("Given up:")));
}

TEST_P(FormPages, oneThatWasLeftIsGivenUpWhereItIsListed) {
    openForm("need");
    type("Help to wash");
    go("today");
    press(QStringLiteral("Give up: A need of Edith Hargreave"));
    press(QStringLiteral("Give it up"));
    EXPECT_FALSE(reads(QStringLiteral("Forms to finish")));
    EXPECT_TRUE(reads(QStringLiteral("Given up: A need of Edith Hargreave")));
    m_screens->app.lockNow();
    settle();
    m_screens->unlock();
    settle();
    EXPECT_FALSE(reads(QStringLiteral("Given up:"))) << "a locked device names nobody";
}

TEST_P(FormPages, whatStandsAgainstItIsSaidFirstAndLeadsOn) {
    openForm("death");
    form().type(death::kDiedOn.tag.number, QStringLiteral("yesterday"));
    form().save();
    settle();
    openForm("goal");
    EXPECT_TRUE(reads(QStringLiteral("This person has died.")));
    ASSERT_NE(button(QStringLiteral("Save")), nullptr);
    EXPECT_FALSE(button(QStringLiteral("Save"))->isEnabled());
    nothingIsCut("stopped");
    press(QStringLiteral("Write something to do"));
    EXPECT_TRUE(reads(QStringLiteral("Something to do for Edith Hargreave")));
    key(Qt::Key_Escape);
    EXPECT_EQ(page(), "person") << "the goal, on which nothing was typed, is not gone back to";
}

TEST_P(FormPages, oneFormOverAnotherLeadsBackToIt) {
    openForm("need");
    type("Help to wash");
    openForm("goal");
    key(Qt::Key_Escape);
    EXPECT_EQ(page(), "form");
    EXPECT_TRUE(reads(QStringLiteral("A need of Edith Hargreave")));
    EXPECT_EQ(find(form().fields(), "label", QStringLiteral("Need"), "text"), QStringLiteral("Help to wash"));
}

TEST_P(FormPages, aCarerIsNamedOrChosenFromThoseWhoHaveARecord) {
    listen();
    openForm("carer");
    EXPECT_EQ(onFocus(), QStringLiteral("Carer"));
    type("ivy");
    EXPECT_TRUE(reads(QStringLiteral("Somebody new, with a record of their own."))) << "what naming means";
    nothingIsCut("carer");
    key(Qt::Key_Down);
    const QString ivy = onFocus();
    EXPECT_TRUE(ivy.contains(QStringLiteral("Ivy"))) << ivy.toStdString();
    key(Qt::Key_Return);
    EXPECT_TRUE(onFocus().endsWith(QStringLiteral("Somebody else"))) << onFocus().toStdString();
    key(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(page(), "person") << form().errorTitle().toStdString();
    EXPECT_EQ(stored(lastSaved()).fields.get(carer::kCarer), m_screens->kitley.ivy);
}

INSTANTIATE_TEST_SUITE_P(Rooms, FormPages,
                         ::testing::Values(Room{"tabletWide", 1280, 800, Form::Tablet, 1},
                                           Room{"tabletTallDoubled", 800, 1280, Form::Tablet, 2},
                                           Room{"tabletWideDoubled", 1280, 800, Form::Tablet, 2},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1},
                                           Room{"laptopDoubled", 1440, 900, Form::Laptop, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
