// A whole app in a window, offscreen: where one is led by pressing what is named, and what every page must keep to.
#pragma once

#include "app/frontsheet/shell_window.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/evidence_town.h"
#include "tests/app/support/history_town.h"
#include "tests/app/support/screens.h"
#include "tests/app/support/silent_homes.h"

#include <QQuickItem>
#include <QQuickWindow>

#include <functional>
#include <memory>
#include <string>

namespace frontsheet::testing {

struct Room {
    const char* name;
    int width;
    int height;
    Form form;
    double textScale;
};

inline std::ostream& operator<<(std::ostream& out, const Room& room) { return out << room.name; }

// Ends with a failure where QML warned of anything.
class WholePages : public AppTest, public ::testing::WithParamInterface<Room> {
protected:
    explicit WholePages(Principal who = Kitley::nurse()) : m_who(std::move(who)) {}
    void SetUp() override;
    void TearDown() override;
    virtual void furnish(Kitley& kitley);

    void go(const char* place);
    void settle();
    // A function of the shell, with its words.
    template <class... Words>
    void call(const char* method, const Words&... words) {
        QMetaObject::invokeMethod(m_frame, method, Q_ARG(QString, words)...);
        settle();
    }
    // Every item that is drawn, with what it is drawn in.
    static void walk(QQuickItem* item, const std::function<void(QQuickItem*)>& visit);
    static bool isButton(const QQuickItem* item) { return item->inherits("QQuickAbstractButton"); }
    // What assistive technology reads of it.
    static QString spoken(QQuickItem* item);
    bool reads(const QString& part);
    QQuickItem* button(const QString& name);
    // The largest that scrolls; null: nothing does.
    QQuickItem* scroller();
    // The first that is called so, scrolled to.
    void press(const QString& name);
    // The same of a row, which says more than what it is about.
    void pressRow(const QString& beginning);
    void type(const char* words);
    [[nodiscard]] std::string page() const { return m_frame->property("page").toString().toStdString(); }

    // Each control has a name, and is as high as a finger needs it.
    void controlsAreNamedAndFound(const std::string& page);
    // No text is cut, and none leaves the window (cut_text.h).
    void nothingIsCut(const std::string& page);
    // Tab comes to every control that can be pressed, each shows that it has the focus and says what it is; of a sheet, `within`.
    void tabComesToEveryControl(const std::string& page, QQuickItem* within = nullptr);

    Principal m_who;
    SilentHomes m_homes;
    std::unique_ptr<Screens> m_screens;
    std::unique_ptr<EvidenceTown> m_town;
    std::unique_ptr<HistoryTown> m_earlier;
    std::unique_ptr<ShellWindow> m_shell;
    QQuickItem* m_frame = nullptr;

private:
    void pressItem(QQuickItem* item);

    QtMessageHandler m_before = nullptr;
};

} // namespace frontsheet::testing
