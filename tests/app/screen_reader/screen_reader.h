// Somebody who listens to an app by way of AT-SPI, from a process of their own, as Orca does. What is not heard within the time
// throws NotHeard, whose words say what was looked for and list what was heard instead.
#pragma once

#include "tests/app/screen_reader/heard_page.h"

#include <deque>
#include <functional>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace frontsheet::testing {

class NotHeard : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class ScreenReader {
public:
    using Said = std::pair<std::string, std::string>; // role and name

    // The desktop must be there.
    ScreenReader();
    ScreenReader(const ScreenReader&) = delete;
    ScreenReader& operator=(const ScreenReader&) = delete;

    // From now on listens to this process, which may just have been started; `runs` says whether it still does.
    void turnTo(pid_t app, std::function<bool()> runs);

    // Everything, once nothing changes any more.
    [[nodiscard]] HeardPage listen();
    // Waits for it.
    HeardThing hear(const std::string& role, const std::string& name);
    void hearNoMore(const std::string& role, const std::string& name);
    // In this order, whatever is between them.
    HeardPage hearInOrder(const std::vector<Said>& parts);
    void hearKeyboardOn(const std::string& role, const std::string& name);
    // What is in an entry.
    std::string textIn(const std::string& role, const std::string& name);
    // All that any program on the bus is given: names, descriptions, texts and values of what is shown, names of what is not, and what
    // was told of unasked since beginAnew().
    [[nodiscard]] std::vector<std::string> everyWord();

    // As a switch or a voice does it: no mouse, no key. With a sheet open, what is on it.
    void press(const std::string& role, const std::string& name, const std::string& action = "Press");
    void takeTheKeyboardTo(const std::string& role, const std::string& name);

    // Where the keyboard went by what the app announced, the oldest first; waits for one.
    [[nodiscard]] HeardThing nextFocused();
    // Forgets what was announced so far; what comes of the next key or press is new.
    void beginAnew();
    // That an alert came up is announced without being asked.
    void hearAlert(const std::string& name);
    // That what is called so was ticked or chosen.
    void hearChecked(const std::string& name);

    // Turns events until it holds; `what` completes "… was waited for".
    void until(const std::function<bool()>& holds, const std::string& what);

private:
    [[nodiscard]] HeardPage atOnce();
    [[nodiscard]] HeardThing inReach(const std::string& role, const std::string& name);

    std::deque<Accessible> m_focused;
    std::deque<Accessible> m_cameUp;
    std::deque<Accessible> m_checked;
    std::vector<std::string> m_told;
    AccessibilityBus m_bus;
    Accessible m_app;
    std::function<bool()> m_runs;
};

} // namespace frontsheet::testing
