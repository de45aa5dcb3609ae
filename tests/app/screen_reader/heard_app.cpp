#include "tests/app/screen_reader/heard_app.h"

#include "tests/app/screen_reader/page_rules.h"

#include <csignal>
#include <cstdio>

namespace frontsheet::testing {

namespace {

struct Room {
    OwnDesktop desktop;
    ScreenReader reader; // leaves before the desktop does
    Keyboard keyboard;
};

std::unique_ptr<Room>& room() {
    static std::unique_ptr<Room> one;
    return one;
}

// One desktop for all tests of the program; gone before its libraries are.
class Desktops : public ::testing::Environment {
public:
    void TearDown() override { room().reset(); }
};

[[maybe_unused]] const auto* const kDesktops = ::testing::AddGlobalTestEnvironment(new Desktops);

constexpr const char* kLog = "app.log";
constexpr const char* kWindow = "Frontsheet";

} // namespace

ScreenReader& HeardApp::reader() { return room()->reader; }
Keyboard& HeardApp::keyboard() { return room()->keyboard; }

void HeardApp::SetUp() {
    if (!room()) {
        room() = std::make_unique<Room>();
    }
    m_app = room()->desktop.start(
        FRONTSHEET_PREVIEW, {"--as", m_who}, kLog,
        {{"QT_QPA_PLATFORM", "xcb"}, {"QT_QUICK_BACKEND", "software"}, {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1"}});
    reader().turnTo(m_app.id(), [this] { return m_app.running(); });
    reader().until([] { return keyboard().giveTo(kWindow); }, "The app's window");
}

void HeardApp::TearDown() {
    if (m_app.running()) {
        m_app.send(SIGTERM);
        static_cast<void>(m_app.wait(std::chrono::seconds{10}));
    } else if (room()) {
        ADD_FAILURE() << "the app ended by itself";
    }
    if (const std::string said = room() ? room()->desktop.said(kLog) : ""; HasFailure() && !said.empty()) {
        std::fprintf(stderr, "What the app said:\n%s\n", said.c_str());
    }
}

void HeardApp::unlock() {
    reader().hearKeyboardOn("password", "Passphrase");
    keyboard().type("orchard row");
    keyboard().press(Key::Return);
    reader().hear("heading", "Today");
}

void HeardApp::everythingIsSaid(const std::string& page) {
    const HeardPage heard = reader().listen();
    for (const std::string& fault : faultsOf(heard)) {
        ADD_FAILURE() << page << ": " << fault;
    }
}

void HeardApp::scrollDownTo(const std::string& role, const std::string& name) {
    for (int pages = 0; pages < 20; ++pages) {
        const HeardPage heard = reader().listen();
        if (heard.find(role, name) != nullptr) {
            return;
        }
        keyboard().press(Key::PageDown);
    }
    static_cast<void>(reader().hear(role, name));
}

void HeardApp::openPerson(const std::string& name) {
    reader().press("tab", "People");
    reader().hear("heading", "People");
    reader().press("button", name + "…");
}

void HeardApp::write(const std::string& entry, const std::string& words) {
    reader().takeTheKeyboardTo("entry", entry);
    keyboard().type(words);
    reader().until([&] { return reader().textIn("entry", entry).ends_with(words); },
                   "\"" + words + "\" in entry \"" + entry + "\"");
}

} // namespace frontsheet::testing
