#include "tests/app/screen_reader/heard_page.h"

#include <algorithm>
#include <array>
#include <utility>

namespace frontsheet::testing {

namespace {

constexpr const char* kAccessible = "org.a11y.atspi.Accessible";
constexpr const char* kProperties = "org.freedesktop.DBus.Properties";

// What a listener is told that a thing is, by AT-SPI's number. Where two have one word, versions of Qt differ.
constexpr std::array kRoles{
    std::pair{2U, "alert"},        // ALERT
    std::pair{6U, "drawing"},      // CANVAS
    std::pair{7U, "checkbox"},     // CHECK_BOX
    std::pair{11U, "choice list"}, // COMBO_BOX
    std::pair{16U, "dialog"},      // DIALOG
    std::pair{23U, "window"},      // FRAME
    std::pair{29U, "text"},        // LABEL
    std::pair{31U, "list"},        // LIST
    std::pair{32U, "row"},         // LIST_ITEM
    std::pair{35U, "menu item"},   // MENU_ITEM
    std::pair{37U, "tab"},         // PAGE_TAB
    std::pair{38U, "tabs"},        // PAGE_TAB_LIST
    std::pair{39U, "group"},       // PANEL
    std::pair{40U, "password"},    // PASSWORD_TEXT
    std::pair{43U, "button"},      // BUTTON
    std::pair{44U, "choice"},      // RADIO_BUTTON
    std::pair{51U, "slider"},      // SLIDER
    std::pair{52U, "number"},      // SPIN_BUTTON
    std::pair{61U, "entry"},       // TEXT
    std::pair{62U, "toggle"},      // TOGGLE_BUTTON
    std::pair{73U, "text"},        // PARAGRAPH
    std::pair{75U, "application"}, // APPLICATION
    std::pair{79U, "entry"},       // ENTRY
    std::pair{83U, "heading"},     // HEADING
    std::pair{88U, "link"},        // LINK
    std::pair{99U, "group"},       // GROUPING
    std::pair{116U, "text"},       // STATIC
};

std::string wordFor(const Words& answer) {
    guint32 role = 0;
    g_variant_get(answer.get(), "(u)", &role);
    const auto* known = std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& one) { return one.first == role; });
    return known != kRoles.end() ? known->second : "thing of role " + std::to_string(role);
}

// The first of two numbers holds every state that is asked about.
std::uint32_t statesIn(const Words& answer) {
    if (!g_variant_is_of_type(answer.get(), G_VARIANT_TYPE("(au)"))) {
        throw Interrupted("an answer that is no list of states");
    }
    std::uint32_t states = 0;
    GVariantIter* each = nullptr;
    g_variant_get(answer.get(), "(au)", &each);
    g_variant_iter_next(each, "u", &states);
    g_variant_iter_free(each);
    return states;
}

std::set<std::string> actionsIn(const Words& answer) {
    std::set<std::string> names;
    if (!g_variant_is_of_type(answer.get(), G_VARIANT_TYPE("(a(sss))"))) {
        return names;
    }
    GVariantIter* each = nullptr;
    g_variant_get(answer.get(), "(a(sss))", &each);
    const char* name = nullptr;
    while (g_variant_iter_next(each, "(&s&s&s)", &name, nullptr, nullptr) != 0) {
        names.insert(name);
    }
    g_variant_iter_free(each);
    return names;
}

Question property(const Accessible& of, const char* name) {
    return {of, kProperties, "Get", words(g_variant_new("(ss)", kAccessible, name))};
}

struct Branch {
    HeardThing thing;
    std::vector<Branch> within;
};

enum class Around { Shown, Hidden };

// A level of the tree at a time: first who is there, then what is said of those.
void grow(AccessibilityBus& bus, std::vector<Branch*> level, Ask question, Around around, HeardPage& page) {
    std::vector<Branch*> hidden;
    while (!level.empty()) {
        std::vector<Question> questions;
        for (const Branch* one : level) {
            questions.push_back({one->thing.handle, kAccessible, "GetState"});
        }
        const auto states = bus.ask(questions);
        questions.clear();
        std::vector<Branch*> asked;
        for (std::size_t at = 0; at < level.size(); ++at) {
            Branch& one = *level[at];
            one.thing.states = statesIn(states[at]);
            // The application and its window are there whatever they say.
            const bool shown = one.thing.is(State::Showing) || (around == Around::Shown && one.thing.depth < 2);
            if (around == Around::Shown && !shown) {
                hidden.push_back(&one);
                continue;
            }
            asked.push_back(&one);
            const Accessible& handle = one.thing.handle;
            questions.push_back({handle, kAccessible, "GetRole"});
            questions.push_back(property(handle, "Name"));
            questions.push_back(property(handle, "Description"));
            questions.push_back({handle, kAccessible, "GetChildren"});
        }
        const auto answers = bus.ask(questions);
        level.clear();
        for (std::size_t at = 0; at < asked.size(); ++at) {
            Branch& one = *asked[at];
            one.thing.role = wordFor(answers[4 * at]);
            one.thing.name = textIn(answers[4 * at + 1]);
            one.thing.description = textIn(answers[4 * at + 2]);
            for (Accessible& child : accessiblesIn(answers[4 * at + 3])) {
                Branch& next = one.within.emplace_back();
                next.thing.handle = std::move(child);
                next.thing.depth = one.thing.depth + 1;
            }
            if (around == Around::Hidden) {
                page.unheard.push_back(one.thing.name);
                if (one.thing.is(State::Showing)) {
                    page.underHidden.push_back(one.thing);
                }
            }
        }
        for (Branch* one : asked) {
            for (Branch& next : one->within) {
                level.push_back(&next);
            }
        }
    }
    if (question == Ask::Everything && around == Around::Shown) {
        grow(bus, std::move(hidden), question, Around::Hidden, page);
    }
}

void inOrder(Branch& branch, std::optional<std::size_t> around, HeardPage& page) {
    const std::size_t here = page.things.size();
    branch.thing.around = around;
    page.things.push_back(std::move(branch.thing));
    for (Branch& next : branch.within) {
        if (!next.thing.role.empty() && (next.thing.is(State::Showing) || next.thing.depth < 2)) {
            inOrder(next, here, page);
        }
    }
}

void askWhatCanBeDone(AccessibilityBus& bus, HeardPage& page) {
    std::vector<Question> questions;
    questions.reserve(page.things.size());
    for (const HeardThing& one : page.things) {
        questions.push_back({one.handle, kAccessible, "GetInterfaces"});
    }
    const auto interfaces = bus.ask(questions);
    questions.clear();
    std::vector<HeardThing*> asked;
    for (std::size_t at = 0; at < page.things.size(); ++at) {
        gchar* all = g_variant_print(interfaces[at].get(), FALSE);
        if (std::string(all).find("org.a11y.atspi.Action") != std::string::npos) {
            asked.push_back(&page.things[at]);
            questions.push_back({page.things[at].handle, "org.a11y.atspi.Action", "GetActions"});
        }
        g_free(all);
    }
    const auto actions = bus.ask(questions);
    for (std::size_t at = 0; at < asked.size(); ++at) {
        asked[at]->actions = actionsIn(actions[at]);
    }
}

} // namespace

std::string HeardThing::inWords() const {
    std::string words = role + " \"" + name + '"';
    if (!description.empty() && description != name) {
        words += ", described as \"" + description + '"';
    }
    for (const auto& [state, word] : {std::pair{State::Selected, ", chosen"}, std::pair{State::Checked, ", ticked"},
                                      std::pair{State::Focused, ", has the keyboard"}}) {
        words += is(state) ? word : "";
    }
    words += !is(State::Enabled) && takesTheKeyboard() ? ", cannot be used now" : "";
    return words;
}

const HeardThing* HeardPage::find(const std::string& role, const std::string& name) const {
    static const std::string kAndSoOn = "…";
    const bool begins = name.ends_with(kAndSoOn);
    const std::string words = begins ? name.substr(0, name.size() - kAndSoOn.size()) : name;
    const auto found = std::find_if(things.begin(), things.end(), [&](const HeardThing& one) {
        return one.role == role && (begins ? one.name.starts_with(words) : one.name == words);
    });
    return found != things.end() ? &*found : nullptr;
}

const HeardThing* HeardPage::focus() const {
    const HeardThing* innermost = nullptr;
    for (const HeardThing& one : things) {
        if (one.is(State::Focused) && (innermost == nullptr || one.depth > innermost->depth)) {
            innermost = &one;
        }
    }
    return innermost;
}

std::string HeardPage::inWords() const {
    std::string words;
    for (const HeardThing& one : things) {
        words += std::string(static_cast<std::size_t>(2 * one.depth), ' ') + one.inWords() + '\n';
    }
    return words;
}

HeardThing listenTo(AccessibilityBus& bus, const Accessible& thing, Ask question) {
    HeardPage page;
    Branch branch;
    branch.thing.handle = thing;
    std::vector<Question> questions{{thing, kAccessible, "GetState"},
                                    {thing, kAccessible, "GetRole"},
                                    property(thing, "Name"),
                                    property(thing, "Description")};
    const auto answers = bus.ask(questions);
    HeardThing heard;
    heard.handle = thing;
    heard.states = statesIn(answers[0]);
    heard.role = wordFor(answers[1]);
    heard.name = textIn(answers[2]);
    heard.description = textIn(answers[3]);
    page.things.push_back(std::move(heard));
    if (question == Ask::Everything) {
        askWhatCanBeDone(bus, page);
    }
    return page.things.front();
}

HeardPage listenToAll(AccessibilityBus& bus, const Accessible& app, Ask question) {
    HeardPage page;
    Branch root;
    root.thing.handle = app;
    grow(bus, {&root}, question, Around::Shown, page);
    inOrder(root, std::nullopt, page);
    if (question == Ask::Everything) {
        askWhatCanBeDone(bus, page);
    }
    return page;
}

} // namespace frontsheet::testing
