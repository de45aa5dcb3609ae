// What a screen reader is given of an app at one moment, in the order in which it reads.
#pragma once

#include "tests/app/screen_reader/accessibility_bus.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::testing {

// By AT-SPI's numbers.
enum class State : std::uint8_t {
    Checked = 4,
    Enabled = 8,
    Focusable = 11,
    Focused = 12,
    Selected = 23,
    Showing = 25, // in the window: of Qt what is scrolled out of it is said to be hidden
};

struct HeardThing {
    Accessible handle;
    std::string role; // in short words: "button", "heading", "entry"
    std::string name;
    std::string description;
    std::set<std::string> actions; // Ask::Everything
    std::uint32_t states = 0;
    int depth = 0;
    std::optional<std::size_t> around; // what it is in, by its place on the page

    [[nodiscard]] bool is(State state) const { return ((states >> static_cast<unsigned>(state)) & 1U) != 0; }
    [[nodiscard]] bool canBePressed() const { return actions.contains("Press") || actions.contains("Toggle"); }
    // Qt says so of every text as well, which then can be read word by word.
    [[nodiscard]] bool takesTheKeyboard() const { return is(State::Focusable) && role != "text" && role != "heading"; }
    // `button "Open"`, with what else is said of it.
    [[nodiscard]] std::string inWords() const;
};

struct HeardPage {
    std::vector<HeardThing> things;
    // Ask::Everything alone.
    std::vector<HeardThing> underHidden; // said to be there, within something that is not
    std::vector<std::string> unheard;    // names that the app gives of what it hides; readers pass over them

    // nullptr: it is not there. A name that ends with "…" is a beginning.
    [[nodiscard]] const HeardThing* find(const std::string& role, const std::string& name) const;
    // The innermost that has the keyboard.
    [[nodiscard]] const HeardThing* focus() const;
    [[nodiscard]] std::string inWords() const; // a line each
};

enum class Ask { WhatIsSaid, Everything }; // Everything: also what can be done with it, and what is hidden
[[nodiscard]] HeardThing listenTo(AccessibilityBus& bus, const Accessible& thing, Ask ask);
[[nodiscard]] HeardPage listenToAll(AccessibilityBus& bus, const Accessible& app, Ask ask);

} // namespace frontsheet::testing
