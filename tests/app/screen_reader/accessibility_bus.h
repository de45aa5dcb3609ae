// The accessibility bus of the desktop, spoken to in AT-SPI's own D-Bus messages, as Orca's library does. That library asks for one child
// after another, for each of which Qt walks the whole window, and waits for every answer: a page took seconds. Here all questions about a
// page are on their way at once. Names and numbers: at-spi2-core, xml/*.xml and atspi-constants.h.
#pragma once

#include <functional>
#include <gio/gio.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <sys/types.h>
#include <vector>

namespace frontsheet::testing {

// Something on the bus; of an app that changes it may be gone.
struct Accessible {
    std::string app; // its name on the bus
    std::string path;
};

using Words = std::shared_ptr<GVariant>; // of a message; never null in an answer

struct Question {
    Accessible of;
    const char* interface;
    const char* member;
    Words words{}; // null: none
};

// An answer that did not come: what was asked about went, or its app did.
class Interrupted : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class AccessibilityBus {
public:
    // `changed` is told of every state that somebody on the bus gains; called while answers are waited for, or turnEvents() runs.
    using Changed = std::function<void(const std::string& state, const Accessible& thing)>;
    // And of every event about anything, with all that it carries, in D-Bus's own notation.
    using Told = std::function<void(const std::string& event)>;

    // Asks the session bus where it is. Throws std::runtime_error when there is none.
    AccessibilityBus(Changed changed, Told told);
    ~AccessibilityBus();
    AccessibilityBus(const AccessibilityBus&) = delete;
    AccessibilityBus& operator=(const AccessibilityBus&) = delete;

    // In the order of the questions; throws Interrupted when one has no answer.
    [[nodiscard]] std::vector<Words> ask(const std::vector<Question>& questions);
    [[nodiscard]] Words ask(const Question& question) { return ask(std::vector{question}).front(); }
    [[nodiscard]] std::vector<Accessible> apps();
    [[nodiscard]] pid_t process(const Accessible& app);
    void turnEvents();

private:
    void askFor(const char* event);
    static void onStateChanged(GDBusConnection* bus, const char* sender, const char* path, const char* interface,
                               const char* member, GVariant* words, void* self);

    static void onEvent(GDBusConnection* bus, const char* sender, const char* path, const char* interface,
                        const char* member, GVariant* words, void* self);

    Changed m_changed;
    Told m_told;
    GDBusConnection* m_bus = nullptr;
};

[[nodiscard]] Words words(GVariant* floating);
// (a(so)), as children are given.
[[nodiscard]] std::vector<Accessible> accessiblesIn(const Words& answer);
// (v) with a string, as a property is.
[[nodiscard]] std::string textIn(const Words& answer);

} // namespace frontsheet::testing
