#include "tests/app/screen_reader/own_desktop.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <unistd.h>

namespace frontsheet::testing {

namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

// A busy machine is slow, and a missing program is seen at once: this is for what hangs.
constexpr seconds kStart{30};

fs::path findProgram(const std::string& name) {
    if (name.find('/') != std::string::npos) {
        return name;
    }
    const char* path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "/usr/bin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const fs::path file = fs::path(folder) / name;
        if (::access(file.c_str(), X_OK) == 0) {
            return file;
        }
    }
    throw std::runtime_error(name + " is not installed, and without it the app cannot be read as a screen reader "
                                    "reads it: ./dev setup installs it");
}

void set(const char* name, const std::string& value) { ::setenv(name, value.c_str(), 1); }

} // namespace

OwnDesktop::OwnDesktop() {
    // Nothing of whoever runs the test is read or written: neither settings nor services.
    for (const char* place : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"}) {
        const fs::path folder = m_folder.path() / place;
        fs::create_directory(folder);
        fs::permissions(folder, fs::perms::owner_all); // a runtime folder that others can read is refused
        set(place, folder.string());
    }
    set("GSETTINGS_BACKEND", "memory");
    set("LC_ALL", "C.UTF-8");
    for (const char* theirs : {"AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "NO_AT_BRIDGE", "QT_ACCESSIBILITY",
                               "QT_IM_MODULE", "WAYLAND_DISPLAY", "XAUTHORITY", "XMODIFIERS"}) {
        ::unsetenv(theirs);
    }

    m_screen = start("Xvfb", {"-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"}, "xvfb.log");
    const auto display = m_screen.waitForLine("", kStart);
    if (!display) {
        throw std::runtime_error("the virtual X server did not start:\n" + said("xvfb.log"));
    }
    set("DISPLAY", ":" + *display);
    m_bus =
        start("dbus-daemon", {"--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address=1"}, "bus.log");
    const auto address = m_bus.waitForLine("", kStart);
    if (!address) {
        throw std::runtime_error("the D-Bus session bus did not start:\n" + said("bus.log"));
    }
    set("DBUS_SESSION_BUS_ADDRESS", *address);
    findAccessibilityBus();
}

// Asked here because libatspi gives up with less to read.
void OwnDesktop::findAccessibilityBus() {
    auto asked = start(
        "dbus-send", {"--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"},
        "ask.log");
    if (!asked.wait(kStart).succeeded()) {
        throw std::runtime_error("there is no accessibility bus; is at-spi2-core installed? (./dev setup)\n" +
                                 said("ask.log") + said("bus.log"));
    }
}

OwnDesktop::~OwnDesktop() {
    // The bus first: what it started leaves by itself, and the folder is empty of sockets by then.
    for (demo::ChildProcess* process : {&m_bus, &m_screen}) {
        if (process->running()) {
            process->send(SIGTERM);
            static_cast<void>(process->wait(seconds{5}));
        }
    }
}

demo::ChildProcess OwnDesktop::start(const std::string& program, std::vector<std::string> words, const std::string& log,
                                     std::map<std::string, std::string> environment) {
    words.insert(words.begin(), {"--pdeathsig", "TERM", "--", findProgram(program).string()});
    auto started = demo::ChildProcess::start({.program = findProgram("setpriv"),
                                              .arguments = std::move(words),
                                              .environment = std::move(environment),
                                              .log = m_folder.path() / log});
    if (!started) {
        throw std::runtime_error(describe(started.error()));
    }
    return std::move(*started);
}

std::string OwnDesktop::said(const std::string& log) const {
    std::ifstream file(m_folder.path() / log);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace frontsheet::testing
