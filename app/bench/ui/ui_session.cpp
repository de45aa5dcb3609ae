#include "app/bench/ui/ui_session.h"

#include "app/bench/machine_facts.h"
#include "app/bench/ui/watched_window.h"
#include "app/frontsheet/device_desk.h"
#include "app/frontsheet/language.h"
#include "app/frontsheet/shell_window.h"
#include "core/store/key_file.h"
#include "platform/given_back.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <nlohmann/json.hpp>

#include "qml/theme/fonts.h"

namespace frontsheet::bench {

namespace {

constexpr int kUntilQuietMs = 1500; // the first round of exchanges, with nobody there, is over
constexpr double kPixelsAFrame = 90;
constexpr double kFrameMs = 1000.0 / 60; // a frame later than this is missed
constexpr std::size_t kSwitches = 40;
constexpr int kBetweenKeysMs = 60; // of the fastest typists, within a word
constexpr std::size_t kLong = 5;

void must(bool done, const char* what) {
    if (!done) {
        std::fprintf(stderr, "frontsheet-bench-ui: %s did not come within ten seconds\n", what);
        std::exit(1);
    }
}

// Of the calling thread: what it cost whoever else was at work.
double threadMs() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1e6;
}

QString hex(const PersonId& person) { return QString::fromStdString(person.hex()); }

// The program frontsheet but for its options.
class Session {
public:
    Session(const UiSettings& settings, int& argc, char** argv)
        : m_settings(settings), m_application((prepare(), argc), argv), m_door(profile(settings)),
          m_app({m_door, m_executor, m_ui, m_clock,
                 Wording{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone("Europe/London"), m_clock},
                 QString{}, Form::Laptop}),
          m_shell(withWords(), Look{Form::Laptop, false, 1}), m_window(opened(m_shell)) {
        m_frame = m_shell.window()->findChild<QObject*>(QStringLiteral("shell"));
        QObject::connect(m_app.caseload(), &CaseloadModel::changed, &m_window, [this] { ++m_listed; });
        QObject::connect(m_app.frontSheet(), &FrontSheetModel::changed, &m_window, [this] { ++m_sheets; });
    }

    Measurements start() {
        Measurements figures;
        must(m_window.drawn(), "the window");
        note(figures, "process to the page that asks for the passphrase", 0);
        unlock();
        note(figures, "process to today's list, key derivation apart", 1000);
        go("people");
        must(m_window.drawn([this] { return m_app.caseload()->rows()->size() > 0; }), "the list of people");
        note(figures, "process to the list of people, key derivation apart", 1000);
        return figures;
    }

    Measurements work() {
        forgetPeak();
        must(m_window.drawn(), "the window");
        unlock();
        m_highest = peakMiB();
        m_figures.note("memory once unlocked, key derivation included", m_highest, "MiB");
        forgetPeak();
        m_figures.note("memory once unlocked", peakMiB(), "MiB", Reach::atMost(150));
        m_window.quieten(kUntilQuietMs);
        measured(&Session::firstRows, "memory after lists were switched");
        measured(&Session::typing, "memory after typing");
        measured(&Session::scrolling, "memory after scrolling");
        measured(&Session::frontSheets, "memory after front sheets");
        m_figures.note("memory at its highest, key derivation included", m_highest, "MiB", Reach::atMost(150));
        return m_figures;
    }

private:
    void measured(void (Session::*part)(), const char* memory) {
        (this->*part)();
        m_highest = std::max(m_highest, peakMiB());
        forgetPeak();
        m_figures.note(memory, peakMiB(), "MiB");
        sayWhatIsKnown();
    }
    // Into the log: a part takes minutes on a busy machine.
    void sayWhatIsKnown() const {
        std::fputs(m_figures.table("so far", nlohmann::ordered_json::object()).c_str(), stderr);
    }

    // A frame is drawn when something has changed, not when a display that is not there would be ready again.
    static void prepare() {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        giveBackMemory();
        qputenv("QT_QUICK_BACKEND", "software");
        qputenv("QT_QPA_UPDATE_IDLE_TIME", "0");
        QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    }
    static std::filesystem::path profile(const UiSettings& settings) {
        return std::filesystem::path{settings.folder} / "profile";
    }
    AppModel& withWords() {
        useFrontsheetFonts();
        useLanguage(m_application, QLocale(QLocale::English, QLocale::UnitedKingdom));
        return m_app;
    }
    static QQuickWindow* opened(const ShellWindow& shell) {
        if (shell.window() == nullptr) {
            std::fprintf(stderr, "frontsheet-bench-ui: the window could not be made\n");
            std::exit(1);
        }
        shell.window()->resize(1440, 900);
        return shell.window();
    }
    void note(Measurements& figures, const char* key, double atMost) const {
        const double now = std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
        figures.note(key, (now - m_settings.startedAt) * 1000, "ms", atMost > 0 ? Reach::atMost(atMost) : Reach{});
    }

    void unlock() {
        m_app.unlock(QString::fromLatin1(kDistrictPassphrase));
        must(m_window.drawn([this] { return m_app.lock() == AppModel::Open && m_app.today()->loaded(); }), "today");
    }
    void go(const char* place) { QMetaObject::invokeMethod(m_frame, "go", Q_ARG(QString, QString::fromLatin1(place))); }
    // What every page asks for when it is shown has been answered.
    void rest() {
        for (int round = 0; round < 4; ++round) {
            m_executor.drain();
            must(m_window.drawn(), "a frame");
        }
    }

    void firstRows() {
        Samples rows;
        Samples page;
        go("people");
        must(m_window.drawn([this] { return m_app.caseload()->rows()->size() > 0; }), "the list of people");
        rest();
        m_figures.note("people on the list", m_app.caseload()->total(), "");
        for (std::size_t i = 0; i < kSwitches; ++i) {
            const std::size_t before = m_listed;
            const Stopwatch watch;
            m_app.caseload()->setEveryone(i % 2 == 0);
            must(m_window.drawn([&] { return m_listed > before; }), "rows");
            rows.add(watch.milliseconds());
        }
        for (std::size_t i = 0; i < kSwitches; ++i) {
            go("today");
            rest();
            m_app.caseload()->clear();
            const Stopwatch watch;
            go("people");
            must(m_window.drawn([this] { return m_app.caseload()->rows()->size() > 0; }), "rows");
            page.add(watch.milliseconds());
        }
        m_figures.note("first rows, mine or everybody's, p50", rows.quantile(0.5), "ms");
        m_figures.note("first rows, mine or everybody's, slowest", rows.quantile(1), "ms", Reach::atMost(100));
        m_figures.note("Today to the first rows of People, p50", page.quantile(0.5), "ms");
        m_figures.note("Today to the first rows of People, slowest", page.quantile(1), "ms", Reach::atMost(100));
        rest();
    }

    struct Typed {
        Samples answered;
        Samples drawn;
        Samples busy;
        std::size_t found = 0;
    };

    // Letter by letter into the field, each waited for: the rows that it finds are drawn. The next comes so many milliseconds after.
    Typed typed(std::size_t keys, int pause) {
        Typed all;
        for (std::size_t word = 0; all.drawn.count() < keys; ++word) {
            const QString wanted = QString::fromStdString(typedFor(m_settings.district, word));
            for (qsizetype at = 0; at < wanted.size() && all.drawn.count() < keys; ++at) {
                const QString letter = wanted.mid(at, 1);
                if (letter.at(0).isSurrogate()) {
                    continue;
                }
                if (pause > 0) {
                    m_window.quieten(pause);
                }
                const std::size_t before = m_listed;
                double waited = 0;
                const double thread = threadMs();
                const Stopwatch watch;
                m_window.press(letter.at(0).toUpper().unicode(), letter.toStdString());
                must(m_window.drawn([&] {
                    const bool here = m_listed > before;
                    waited = here ? watch.milliseconds() : 0;
                    return here;
                }),
                     "what was searched for");
                all.drawn.add(watch.milliseconds());
                all.busy.add(threadMs() - thread);
                all.answered.add(waited);
                all.found += m_app.caseload()->rows()->size();
            }
            m_window.press(Qt::Key_Escape);
            rest();
        }
        return all;
    }

    void typing() {
        m_app.caseload()->setEveryone(true);
        rest();
        Typed keys = typed(m_settings.typed, 0);
        m_figures.note("keys typed into the search", static_cast<double>(keys.drawn.count()), "");
        m_figures.note("rows found per key", static_cast<double>(keys.found) / static_cast<double>(keys.drawn.count()),
                       "");
        m_figures.note("key to the rows in the model, p50", keys.answered.quantile(0.5), "ms");
        m_figures.note("key to the rows in the model, p99", keys.answered.quantile(0.99), "ms");
        m_figures.note("key to the rows drawn, p50", keys.drawn.quantile(0.5), "ms");
        m_figures.note("key to the rows drawn, p99", keys.drawn.quantile(0.99), "ms", Reach::atMost(10));
        m_figures.note("of it processor time on the screens' thread, p50", keys.busy.quantile(0.5), "ms");
        m_figures.note("of it processor time on the screens' thread, p99", keys.busy.quantile(0.99), "ms");
        keys = typed(m_settings.typed / 2, kBetweenKeysMs);
        m_figures.note("typed as fast as anybody types, key to the rows drawn, p50", keys.drawn.quantile(0.5), "ms");
        m_figures.note("typed as fast as anybody types, key to the rows drawn, p99", keys.drawn.quantile(0.99), "ms",
                       Reach::atMost(10));
    }

    // As fast as a hard flick, down the whole district as far as the frames go, pages of rows fetched on the way.
    void scrolling() {
        Samples wall;
        Samples busy;
        std::size_t late = 0;
        QQuickItem* list = m_window.shown("QQuickListView");
        must(list != nullptr, "the list");
        for (std::size_t frame = 0; frame < m_settings.frames; ++frame) {
            const double thread = threadMs();
            const Stopwatch watch;
            const double end =
                list->property("originY").toDouble() + list->property("contentHeight").toDouble() - list->height();
            list->setProperty("contentY", std::min(list->property("contentY").toDouble() + kPixelsAFrame, end));
            must(m_window.drawn(), "a frame");
            wall.add(watch.milliseconds());
            busy.add(threadMs() - thread);
            late += watch.milliseconds() > kFrameMs ? 1 : 0;
        }
        m_figures.note("frames scrolled", static_cast<double>(wall.count()), "");
        m_figures.note("rows fetched on the way", static_cast<double>(m_app.caseload()->rows()->size()), "");
        m_figures.note("a frame of scrolling, p50", wall.quantile(0.5), "ms");
        m_figures.note("a frame of scrolling, p99", wall.quantile(0.99), "ms");
        m_figures.note("a frame of scrolling, slowest", wall.quantile(1), "ms", Reach::atMost(16));
        m_figures.note("a frame of scrolling, processor time, slowest", busy.quantile(1), "ms");
        m_figures.note("frames late for 60 a second", static_cast<double>(late), "");
    }

    struct Opened {
        Samples answered;
        Samples drawn;
        Samples busy;
    };
    void open(const PersonId& person, Opened& opened) {
        const std::size_t before = m_sheets;
        double waited = 0;
        const double thread = threadMs();
        const Stopwatch watch;
        QMetaObject::invokeMethod(m_frame, "openPerson", Q_ARG(QString, hex(person)));
        must(m_window.drawn([&] {
            const bool here = m_sheets > before && m_app.frontSheet()->loaded();
            waited = here ? watch.milliseconds() : 0;
            return here;
        }),
             "a front sheet");
        opened.drawn.add(watch.milliseconds());
        opened.busy.add(threadMs() - thread);
        opened.answered.add(waited);
        rest();
    }

    void frontSheets() {
        Opened others;
        Opened fiveYears;
        Opened longest;
        for (std::size_t i = 0; i < m_settings.opened; ++i) {
            open(neighbour(m_settings.district, 37 * i), others);
            open(edith(), fiveYears);
        }
        m_figures.note("items of five years from five agencies, notes", m_app.frontSheet()->noteCount(), "");
        m_figures.note("their timeline", m_app.frontSheet()->timeline()->total(), "");
        m_figures.note("front sheet, five years of five agencies, in the model, p50", fiveYears.answered.quantile(0.5),
                       "ms");
        m_figures.note("front sheet, five years of five agencies, drawn, p50", fiveYears.drawn.quantile(0.5), "ms",
                       Reach::atMost(50));
        m_figures.note("front sheet, five years of five agencies, drawn, p99", fiveYears.drawn.quantile(0.99), "ms");
        m_figures.note("of it processor time on the screens' thread, for five years, p50", fiveYears.busy.quantile(0.5),
                       "ms");
        m_figures.note("front sheet of anybody, in the model, p50", others.answered.quantile(0.5), "ms");
        m_figures.note("front sheet of anybody, drawn, p50", others.drawn.quantile(0.5), "ms");
        m_figures.note("of it processor time on the screens' thread, for anybody, p50", others.busy.quantile(0.5),
                       "ms");
        for (std::size_t i = 0; i < kLong; ++i) {
            open(harold(), longest);
            open(neighbour(m_settings.district, i), others);
        }
        m_figures.note("front sheet with 2,000 notes, in the model, p50", longest.answered.quantile(0.5), "ms");
        m_figures.note("front sheet with 2,000 notes, drawn, p50", longest.drawn.quantile(0.5), "ms");
    }

    const UiSettings& m_settings;
    QGuiApplication m_application;
    SystemClock m_clock;
    DeviceDoor m_door;
    UiDispatcher m_ui;
    BackgroundExecutor m_executor;
    AppModel m_app;
    ShellWindow m_shell;
    WatchedWindow m_window;
    QObject* m_frame = nullptr;
    std::size_t m_listed = 0;
    std::size_t m_sheets = 0;
    double m_highest = 0; // MiB
    Measurements m_figures;
};

} // namespace

Measurements measureStarting(const UiSettings& settings, int& argc, char** argv) {
    return Session(settings, argc, argv).start();
}

Measurements measureWorking(const UiSettings& settings, int& argc, char** argv) {
    return Session(settings, argc, argv).work();
}

} // namespace frontsheet::bench
