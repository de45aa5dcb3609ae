#include "tests/app/screen_reader/page_rules.h"

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <string>

namespace frontsheet::testing {

namespace {

const std::set<std::string>& rolesOfControls() {
    static const std::set<std::string> kRoles{"button", "checkbox",  "choice", "choice list", "drawing", "entry",
                                              "link",   "menu item", "number", "password",    "slider",  "tab"};
    return kRoles;
}

bool isBlank(const std::string& words) {
    return std::all_of(words.begin(), words.end(), [](char letter) { return letter == ' ' || letter == '\n'; });
}

// Where on the page a thing without a name is: the nearest before it that has one.
std::string after(const HeardPage& page, std::size_t at) {
    while (at > 0) {
        const HeardThing& before = page.things[--at];
        if (!isBlank(before.name)) {
            return "after " + before.inWords();
        }
    }
    return "at the top";
}

bool isControl(const HeardThing& thing) { return thing.canBePressed() || thing.takesTheKeyboard(); }

// The nearest around it that is pressed as a whole.
const HeardThing* controlAround(const HeardPage& page, const HeardThing& thing) {
    for (auto around = thing.around; around; around = page.things[*around].around) {
        if (rolesOfControls().contains(page.things[*around].role)) {
            return &page.things[*around];
        }
    }
    return nullptr;
}

bool hasSlipsOfTheProgram(const std::string& name) {
    static constexpr std::array kSlips{"undefined", "[object", "NaN", "%1", "%n", "qrc:", ".,"};
    return std::any_of(kSlips.begin(), kSlips.end(),
                       [&](const char* slip) { return name.find(slip) != std::string::npos; });
}

// What a person is never shown: the number of a record, a name from the code, a sign alone.
bool isOfTheProgram(const std::string& name) {
    static const std::regex kIds{"[0-9a-f]{16,}|[a-z]_[a-z]|^[[:punct:] ]+$"};
    return std::regex_search(name, kIds);
}

void judge(const HeardPage& page, std::size_t at, std::vector<std::string>& faults) {
    const HeardThing& thing = page.things[at];
    const std::string& name = thing.name;
    if (isBlank(name)) {
        faults.push_back("a " + thing.role + " without a name, " + after(page, at) +
                         (isControl(thing) ? ": a listener hears \"" + thing.role + "\" and not what it does"
                                           : ": a listener stops at nothing") +
                         "; give it an Accessible.name, or let it be ignored when it only decorates");
        return;
    }
    if (hasSlipsOfTheProgram(name) || (thing.role != "application" && isOfTheProgram(name))) {
        faults.push_back(thing.inWords() + " is said as nobody would say it");
    }
    if (isControl(thing) && !rolesOfControls().contains(thing.role)) {
        faults.push_back(thing.inWords() + " can be used, and is said to be a " + thing.role);
    }
    if (rolesOfControls().contains(thing.role) && !isControl(thing)) {
        faults.push_back(thing.inWords() + " can neither be pressed nor have the keyboard");
    }
    if (thing.role == "text" || thing.role == "heading") {
        const HeardThing* control = controlAround(page, thing);
        if (control != nullptr && control->name.find(name) != std::string::npos) {
            faults.push_back(thing.inWords() + " is said a second time within " + control->inWords() +
                             "; let it be ignored");
        }
        const HeardThing* next = at + 1 < page.things.size() ? &page.things[at + 1] : nullptr;
        if (next != nullptr && thing.role == "text" && next->name == name) {
            faults.push_back(thing.inWords() + " is said twice, and then as a " + next->role + "; let it be ignored");
        }
    }
}

} // namespace

std::vector<std::string> faultsOf(const HeardPage& page) {
    std::vector<std::string> faults;
    for (std::size_t at = 0; at < page.things.size(); ++at) {
        judge(page, at, faults);
    }
    // Two that do different things, in one part of the page. What rings one number does the same.
    std::map<std::string, int> names;
    for (const HeardThing& thing : page.things) {
        if (isControl(thing) && !thing.name.starts_with("Ring ")) {
            auto around = thing.around;
            while (around && isBlank(page.things[*around].name)) {
                around = page.things[*around].around;
            }
            if (++names[thing.role + '/' + thing.name + '/' + (around ? std::to_string(*around) : "")] == 2) {
                faults.push_back(thing.inWords() + " is not the only one of that name there");
            }
        }
    }
    for (const HeardThing& thing : page.underHidden) {
        faults.push_back(thing.inWords() + " is said to be there, within something that is hidden");
    }
    std::set<int> depths;
    for (const HeardThing& thing : page.things) {
        if (thing.is(State::Focused) && !depths.insert(thing.depth).second) {
            faults.push_back(thing.inWords() + " is the second beside another");
        }
    }
    return faults;
}

} // namespace frontsheet::testing
