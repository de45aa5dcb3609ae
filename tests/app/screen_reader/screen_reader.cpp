#include "tests/app/screen_reader/screen_reader.h"

#include <algorithm>
#include <chrono>
#include <poll.h>

namespace frontsheet::testing {

namespace {

using Clock = std::chrono::steady_clock;

// Of what is there within a second on a quiet machine.
constexpr std::chrono::seconds kPatience{30};
constexpr int kBetweenLooks = 40; // ms: every look costs the app as much as ourselves
constexpr const char* kText = "org.a11y.atspi.Text";
constexpr const char* kValue = "org.a11y.atspi.Value";
constexpr const char* kAccessible = "org.a11y.atspi.Accessible";
constexpr const char* kAction = "org.a11y.atspi.Action";

std::string described(const std::string& role, const std::string& name) { return role + " \"" + name + '"'; }

std::string inNotation(const Words& answer) {
    gchar* printed = g_variant_print(answer.get(), FALSE);
    std::string all = printed;
    g_free(printed);
    return all;
}

} // namespace

// Before an app starts, which then knows that somebody listens.
ScreenReader::ScreenReader()
    : m_bus(
          [this](const std::string& state, const Accessible& thing) {
              if (state == "focused") {
                  m_focused.push_back(thing);
              } else if (state == "showing") {
                  m_cameUp.push_back(thing);
              } else if (state == "checked") {
                  m_checked.push_back(thing);
              }
          },
          [this](const std::string& event) { m_told.push_back(event); }) {}

void ScreenReader::beginAnew() {
    m_bus.turnEvents();
    m_focused.clear();
    m_cameUp.clear();
    m_checked.clear();
    m_told.clear();
}

void ScreenReader::turnTo(pid_t app, std::function<bool()> runs) {
    beginAnew();
    m_app = {};
    m_runs = std::move(runs);
    until(
        [&] {
            for (const Accessible& one : m_bus.apps()) {
                if (m_bus.process(one) == app) {
                    m_app = one;
                }
            }
            return !m_app.path.empty();
        },
        "The app on the accessibility bus");
}

void ScreenReader::until(const std::function<bool()>& holds, const std::string& what) {
    const auto deadline = Clock::now() + kPatience;
    for (;;) {
        m_bus.turnEvents();
        try {
            if (holds()) {
                return;
            }
        } catch (const Interrupted&) { // looked at again; the deadline holds
        }
        if (!m_runs()) {
            throw NotHeard(what + " was waited for, and the app ended");
        }
        if (Clock::now() > deadline) {
            throw NotHeard(what + " was waited for in vain. What is heard, in this order:\n" +
                           (!m_app.path.empty() ? atOnce().inWords() : "nothing"));
        }
        ::poll(nullptr, 0, kBetweenLooks);
    }
}

HeardPage ScreenReader::atOnce() {
    for (int attempt = 0;; ++attempt) {
        try {
            return listenToAll(m_bus, m_app, Ask::WhatIsSaid);
        } catch (const Interrupted& why) {
            if (attempt == 20) {
                throw NotHeard(std::string("the app cannot be read: ") + why.what());
            }
        }
    }
}

HeardPage ScreenReader::listen() {
    HeardPage before;
    HeardPage now;
    until(
        [&] {
            before = std::move(now);
            now = listenToAll(m_bus, m_app, Ask::Everything);
            return !now.things.empty() && before.inWords() == now.inWords();
        },
        "A page that keeps still");
    return now;
}

HeardThing ScreenReader::hear(const std::string& role, const std::string& name) {
    HeardThing heard;
    until(
        [&] {
            const HeardPage page = listenToAll(m_bus, m_app, Ask::WhatIsSaid);
            const HeardThing* found = page.find(role, name);
            if (found != nullptr) {
                heard = *found;
            }
            return found != nullptr;
        },
        described(role, name));
    return heard;
}

void ScreenReader::hearNoMore(const std::string& role, const std::string& name) {
    until([&] { return listenToAll(m_bus, m_app, Ask::WhatIsSaid).find(role, name) == nullptr; },
          "The end of " + described(role, name));
}

HeardPage ScreenReader::hearInOrder(const std::vector<Said>& parts) {
    HeardPage page;
    std::size_t heard = 0;
    std::string missing;
    const auto inOrder = [&] {
        page = listenToAll(m_bus, m_app, Ask::WhatIsSaid);
        std::size_t from = 0;
        for (heard = 0; heard < parts.size(); ++heard) {
            const auto& [role, name] = parts[heard];
            HeardPage rest;
            rest.things.assign(page.things.begin() + static_cast<std::ptrdiff_t>(from), page.things.end());
            const HeardThing* found = rest.find(role, name);
            if (found == nullptr) {
                return false;
            }
            from += static_cast<std::size_t>(found - rest.things.data()) + 1;
        }
        return true;
    };
    try {
        until(inOrder, "An order");
    } catch (const NotHeard&) {
        const std::string after =
            heard == 0 ? "" : ", after " + described(parts[heard - 1].first, parts[heard - 1].second);
        throw NotHeard(described(parts.at(heard).first, parts.at(heard).second) + after +
                       ", was waited for in vain. What is heard, in this order:\n" + page.inWords());
    }
    return page;
}

void ScreenReader::hearKeyboardOn(const std::string& role, const std::string& name) {
    until(
        [&] {
            const HeardPage page = listenToAll(m_bus, m_app, Ask::WhatIsSaid);
            const HeardThing* at = page.focus();
            return at != nullptr && at == page.find(role, name);
        },
        "The keyboard on " + described(role, name));
}

std::string ScreenReader::textIn(const std::string& role, const std::string& name) {
    const HeardThing entry = hear(role, name);
    const Words answer = m_bus.ask({entry.handle, kText, "GetText", words(g_variant_new("(ii)", 0, -1))});
    const char* text = nullptr;
    g_variant_get(answer.get(), "(&s)", &text);
    return text;
}

std::vector<std::string> ScreenReader::everyWord() {
    std::vector<std::string> all;
    until(
        [&] {
            const HeardPage page = listenToAll(m_bus, m_app, Ask::Everything);
            all = page.unheard;
            std::vector<Question> questions;
            for (const HeardThing& one : page.things) {
                all.push_back(one.name);
                all.push_back(one.description);
                questions.push_back({one.handle, kAccessible, "GetInterfaces"});
            }
            const auto interfaces = m_bus.ask(questions);
            questions.clear();
            for (std::size_t at = 0; at < page.things.size(); ++at) {
                const std::string offered = inNotation(interfaces[at]);
                if (offered.find(kText) != std::string::npos) {
                    questions.push_back(
                        {page.things[at].handle, kText, "GetText", words(g_variant_new("(ii)", 0, -1))});
                }
                if (offered.find(kValue) != std::string::npos) {
                    questions.push_back({page.things[at].handle, "org.freedesktop.DBus.Properties", "GetAll",
                                         words(g_variant_new("(s)", kValue))});
                }
            }
            for (const Words& answer : m_bus.ask(questions)) {
                all.push_back(inNotation(answer));
            }
            return true;
        },
        "Every word that the app gives");
    all.insert(all.end(), m_told.begin(), m_told.end());
    return all;
}

HeardThing ScreenReader::inReach(const std::string& role, const std::string& name) {
    HeardThing heard;
    until(
        [&] {
            HeardPage page = listenToAll(m_bus, m_app, Ask::WhatIsSaid);
            const auto sheet = std::find_if(page.things.rbegin(), page.things.rend(),
                                            [](const HeardThing& one) { return one.role == "dialog"; });
            if (sheet != page.things.rend()) {
                page.things.erase(page.things.begin(), sheet.base());
            }
            const HeardThing* found = page.find(role, name);
            if (found != nullptr) {
                heard = *found;
            }
            return found != nullptr;
        },
        described(role, name));
    return heard;
}

void ScreenReader::press(const std::string& role, const std::string& name, const std::string& action) {
    HeardThing thing;
    Words offered;
    until(
        [&] {
            thing = inReach(role, name);
            offered = m_bus.ask({thing.handle, kAction, "GetActions"});
            return true;
        },
        "What can be done with " + described(role, name));
    GVariantIter* each = nullptr;
    g_variant_get(offered.get(), "(a(sss))", &each);
    const char* one = nullptr;
    bool found = false;
    int at = 0;
    for (; !found && g_variant_iter_next(each, "(&s&s&s)", &one, nullptr, nullptr) != 0; ++at) {
        found = one == action;
    }
    g_variant_iter_free(each);
    gboolean done = FALSE;
    if (found) {
        const Words answer = m_bus.ask({thing.handle, kAction, "DoAction", words(g_variant_new("(i)", at - 1))});
        g_variant_get(answer.get(), "(b)", &done);
    }
    if (done == FALSE) {
        throw NotHeard(thing.inWords() + " takes no \"" + action + "\" from a screen reader");
    }
}

void ScreenReader::takeTheKeyboardTo(const std::string& role, const std::string& name) {
    until(
        [&] {
            const HeardThing thing = inReach(role, name);
            const Words answer = m_bus.ask({thing.handle, "org.a11y.atspi.Component", "GrabFocus"});
            gboolean taken = FALSE;
            g_variant_get(answer.get(), "(b)", &taken);
            return taken != FALSE;
        },
        "That " + described(role, name) + " takes the keyboard");
    hearKeyboardOn(role, name);
}

HeardThing ScreenReader::nextFocused() {
    HeardThing heard;
    until(
        [&] {
            if (m_focused.empty()) {
                return false;
            }
            const Accessible thing = m_focused.front();
            m_focused.pop_front();
            heard = listenTo(m_bus, thing, Ask::Everything);
            return true;
        },
        "An announcement that the keyboard went somewhere");
    return heard;
}

void ScreenReader::hearAlert(const std::string& name) {
    until(
        [&] {
            HeardPage cameUp;
            for (const Accessible& thing : m_cameUp) {
                cameUp.things.push_back(listenTo(m_bus, thing, Ask::WhatIsSaid));
            }
            return cameUp.find("alert", name) != nullptr;
        },
        "The announcement of alert \"" + name + '"');
}

void ScreenReader::hearChecked(const std::string& name) {
    until(
        [&] {
            return std::any_of(m_checked.begin(), m_checked.end(), [&](const Accessible& thing) {
                return listenTo(m_bus, thing, Ask::WhatIsSaid).name == name;
            });
        },
        "The announcement that \"" + name + "\" is ticked");
}

} // namespace frontsheet::testing
