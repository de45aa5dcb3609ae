// A desktop for a screen reader's test, apart from whatever runs on this machine: an X server on a number of its own, a session bus, and
// the accessibility bus that the session bus starts when it is asked for. Gone with the test, even one that is killed.
#pragma once

#include "app/demo/child_process.h"
#include "tests/core/temporary_folder.h"

#include <string>

namespace frontsheet::testing {

class OwnDesktop {
public:
    // Sets this process's environment, so that everything started from now on is on this desktop. Throws std::runtime_error in
    // words that say what is missing.
    OwnDesktop();
    ~OwnDesktop();
    OwnDesktop(const OwnDesktop&) = delete;
    OwnDesktop& operator=(const OwnDesktop&) = delete;

    // A program of this desktop, named by its path or as PATH finds it; it ends when this process does. What it says on standard
    // error goes to `log`.
    [[nodiscard]] demo::ChildProcess start(const std::string& program, std::vector<std::string> words,
                                           const std::string& log, std::map<std::string, std::string> environment = {});
    // Everything the program said on standard error.
    [[nodiscard]] std::string said(const std::string& log) const;

private:
    void findAccessibilityBus();

    test::TemporaryFolder m_folder;
    demo::ChildProcess m_screen;
    demo::ChildProcess m_bus;
};

} // namespace frontsheet::testing
