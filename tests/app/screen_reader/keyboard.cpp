#include "tests/app/screen_reader/keyboard.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <stdexcept>

namespace frontsheet::testing {

struct Keyboard::Connection {
    Display* display = XOpenDisplay(nullptr);

    Connection() = default;
    ~Connection() {
        if (display != nullptr) {
            XCloseDisplay(display);
        }
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
};

Keyboard::Keyboard() : m_connection(std::make_shared<Connection>()) {
    if (m_connection->display == nullptr) {
        throw std::runtime_error("the test's X server cannot be reached");
    }
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; }); // a window that went while it was asked about
    XAutoRepeatOff(m_connection->display);                      // a busy machine is no key held down
}

bool Keyboard::giveTo(const std::string& windowTitle) {
    Display* display = m_connection->display;
    Window root = 0;
    Window parent = 0;
    Window* windows = nullptr;
    unsigned count = 0;
    if (XQueryTree(display, XDefaultRootWindow(display), &root, &parent, &windows, &count) == 0) {
        return false;
    }
    bool given = false;
    for (unsigned at = 0; at < count && !given; ++at) {
        char* title = nullptr;
        XWindowAttributes seen{};
        if (XFetchName(display, windows[at], &title) != 0 && windowTitle == title &&
            XGetWindowAttributes(display, windows[at], &seen) != 0 && seen.map_state == IsViewable) {
            XSetInputFocus(display, windows[at], RevertToParent, CurrentTime);
            given = true;
        }
        XFree(title);
    }
    XFree(windows);
    XSync(display, False);
    return given;
}

void Keyboard::press(Key key) {
    switch (key) {
    case Key::Tab:
        return stroke(XK_Tab);
    case Key::BackTab:
        return stroke(XK_ISO_Left_Tab);
    case Key::Return:
        return stroke(XK_Return);
    case Key::Escape:
        return stroke(XK_Escape);
    case Key::PageDown:
        return stroke(XK_Page_Down);
    }
}

void Keyboard::type(std::string_view words) {
    for (const char letter : words) {
        stroke(static_cast<unsigned char>(letter)); // of ASCII, symbols and letters have one number
    }
}

void Keyboard::stroke(unsigned long symbol) {
    Display* display = m_connection->display;
    const KeyCode code = XKeysymToKeycode(display, symbol);
    if (code == 0) {
        throw std::runtime_error("the test's keyboard has no key for symbol " + std::to_string(symbol));
    }
    const bool shifted = XkbKeycodeToKeysym(display, code, 0, 0) != symbol;
    const KeyCode shift = XKeysymToKeycode(display, XK_Shift_L);
    if (shifted) {
        XTestFakeKeyEvent(display, shift, True, CurrentTime);
    }
    XTestFakeKeyEvent(display, code, True, CurrentTime);
    XTestFakeKeyEvent(display, code, False, CurrentTime);
    if (shifted) {
        XTestFakeKeyEvent(display, shift, False, CurrentTime);
    }
    XSync(display, False);
}

} // namespace frontsheet::testing
