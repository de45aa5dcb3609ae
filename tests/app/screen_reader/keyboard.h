// The keyboard of the test's desktop, by way of the X server: the app cannot tell it from a real one.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace frontsheet::testing {

enum class Key { Tab, BackTab, Return, Escape, PageDown };

class Keyboard {
public:
    Keyboard(); // of DISPLAY; throws std::runtime_error when there is none

    // Gives the keyboard to the window that is called so, as a window manager would, which this desktop lacks. False while there is
    // no such window.
    [[nodiscard]] bool giveTo(const std::string& windowTitle);
    void press(Key key);
    // ASCII, as a keyboard of this desktop has it.
    void type(std::string_view words);

private:
    void stroke(unsigned long symbol);

    struct Connection; // its header calls half the world None and Bool
    std::shared_ptr<Connection> m_connection;
};

} // namespace frontsheet::testing
