// What looks at every page for words that cannot be read sees each way in which they can be lost, and nothing where all is well.
#include "tests/app/app_fixture.h"
#include "tests/app/support/cut_text.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QQuickItem>
#include <QQuickWindow>

#include <memory>

Q_IMPORT_QML_PLUGIN(Frontsheet_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Frontsheet_ControlsPlugin)

namespace frontsheet::testing {
namespace {

class CutText : public AppTest {
protected:
    CutText() { m_engine.addImportPath(QStringLiteral("qrc:/qt/qml")); }
    // Of what is drawn in a window of 300 by 200.
    QStringList faults(const char* qml) {
        QQuickWindow window;
        window.resize(300, 200);
        QQmlComponent component(&m_engine);
        component.setData(QByteArray("import QtQuick\nimport QtQuick.Templates as T\nimport Frontsheet.Theme\n"
                                     "import Frontsheet.Controls\n") +
                              qml,
                          {});
        std::unique_ptr<QObject> made(component.create());
        auto* item = qobject_cast<QQuickItem*>(made.get());
        EXPECT_NE(item, nullptr) << component.errorString().toStdString();
        if (item == nullptr) {
            return {};
        }
        item->setParentItem(window.contentItem());
        static_cast<void>(window.grabWindow()); // lays everything out
        return cutTexts(*window.contentItem());
    }
    // Says that the one fault begins so.
    void expectOne(const char* beginning, const char* qml) {
        const QStringList found = faults(qml);
        ASSERT_EQ(found.size(), 1) << beginning << ": " << found.join(QLatin1Char('\n')).toStdString();
        EXPECT_TRUE(found.first().startsWith(QLatin1String(beginning))) << found.first().toStdString();
    }
    QQmlEngine m_engine;
};

TEST_F(CutText, whatIsWholeIsNoFault) {
    const QStringList found = faults(R"(Item { width: 300; height: 200
        Label { width: 300; text: "A few words that go over more than one line of a window as narrow as this" }
        Flickable { y: 60; width: 300; height: 40; clip: true; contentWidth: width; contentHeight: 400
            Label { y: 300; text: "Reached by scrolling" } }
        PrimaryButton { y: 110; text: "Save" }
        Field { y: 150; width: 300; text: "Short" } })");
    EXPECT_TRUE(found.isEmpty()) << found.join(QLatin1Char('\n')).toStdString();
}

TEST_F(CutText, aTextThatIsShortenedIsSeenWhereverItMayElide) {
    expectOne(
        "cut by its own lines",
        R"(Label { width: 60; maximumLineCount: 1; elide: Text.ElideRight; text: "Does not want resuscitation" })");
    expectOne("cut by its own lines",
              R"(Label { width: 60; height: 20; elide: Text.ElideRight; text: "Does not want resuscitation" })");
}

TEST_F(CutText, whatIsOutsideWhatClipsItOrTheWindowIsSeen) {
    expectOne(
        "clipped",
        R"(Item { width: 50; height: 40; clip: true; Label { wrapMode: Text.NoWrap; text: "Ring the office before" } })");
    expectOne("cut by its own box",
              R"(Label { width: 50; height: 20; clip: true; wrapMode: Text.NoWrap; text: "Ring the office before" })");
    expectOne("outside the window", R"(Item { width: 300; height: 200; Label { y: 190; text: "Under the edge" } })");
    expectOne(
        "beyond what scrolls",
        R"(Flickable { width: 300; height: 40; contentWidth: 300; contentHeight: 100; Label { y: 120; text: "Never reached" } })");
}

TEST_F(CutText, aButtonThatIsLowerThanItsWordsIsSeen) {
    expectOne("outside its control", R"(PrimaryButton { width: 80; height: 20; text: "Send the referral" })");
}

TEST_F(CutText, aFieldThatShowsAPartOfItsTextIsSeen) {
    expectOne(
        "does not fit its field",
        R"(T.TextField { width: 80; height: 30; clip: true; text: "Ask again about thoughts of death or self-harm" })");
}

TEST_F(CutText, twoTextsInOnePlaceAreSeen) {
    expectOne(
        "over",
        R"(Item { width: 300; height: 200; Label { text: "1 worker will read all of it" } Label { y: 4; text: "Saved on this tablet" } })");
}

} // namespace
} // namespace frontsheet::testing
