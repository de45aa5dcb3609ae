// The tables of states themselves, and that core/README.md draws what they say.
#include "core/domain/care/obligations.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/record_schema.h"
#include "tests/support/source_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace frontsheet::care {
namespace {

std::string_view inWords(Awaited awaited) {
    switch (awaited) {
    case Awaited::Nobody:
        return "nobody";
    case Awaited::CaseOwner:
        return "the case owner";
    case Awaited::ReviewingOfficer:
        return "the reviewing officer";
    case Awaited::Owner:
        return "its owner";
    case Awaited::Asker:
        return "who asked";
    case Awaited::Receiver:
        return "whom it is put to";
    case Awaited::Chair:
        return "the chair";
    case Awaited::Author:
        return "its author";
    }
    return "";
}

std::string padded(std::string_view text, std::size_t width) {
    std::string out{text};
    out.resize(std::max(width, out.size()), ' ');
    return out;
}

std::string drawn(const StateMachine& machine) {
    std::string out = "    " + std::string{schemaOf(machine.type)->name} + "\n";
    for (const auto& state : machine.states) {
        std::string next;
        for (const auto& arrow : machine.arrows) {
            if (arrow.from == state.name) {
                next += (next.empty() ? "" : ", ") + std::string{arrow.to};
            }
        }
        const bool begins = std::any_of(machine.arrows.begin(), machine.arrows.end(), [&](const Arrow& arrow) {
            return arrow.from.empty() && arrow.to == state.name;
        });
        std::string line = std::string{"      "} + (begins ? "\u25cb " : "  ") + padded(state.name, 18) +
                           padded(inWords(state.awaited), 24) + (next.empty() ? "" : "\u2500\u2500\u25ba " + next);
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

TEST(Machines, AreDrawnInTheReadme) {
    std::ifstream file(sourceFolder() / "core/README.md");
    std::stringstream text;
    text << file.rdbuf();
    for (const auto& machine : allMachines()) {
        EXPECT_NE(text.str().find(drawn(machine)), std::string::npos) << "core/README.md should have\n"
                                                                      << drawn(machine);
    }
}

TEST(Machines, EveryStateIsReachedAndEveryOpenOneLeadsSomewhere) {
    for (const auto& machine : allMachines()) {
        const auto name = schemaOf(machine.type)->name;
        std::set<std::string_view> reached;
        for (const auto& arrow : machine.arrows) {
            if (arrow.from.empty()) {
                reached.insert(arrow.to);
            }
        }
        for (std::size_t round = 0; round < machine.states.size(); ++round) {
            for (const auto& arrow : machine.arrows) {
                if (reached.contains(arrow.from)) {
                    reached.insert(arrow.to);
                }
            }
        }
        for (const auto& state : machine.states) {
            EXPECT_TRUE(reached.contains(state.name)) << name << ' ' << state.name;
            const bool leads = std::any_of(machine.arrows.begin(), machine.arrows.end(),
                                           [&](const Arrow& arrow) { return arrow.from == state.name; });
            EXPECT_TRUE(leads || state.awaited == Awaited::Nobody) << name << ' ' << state.name << " waits for ever";
            EXPECT_TRUE(state.open == Open::Yes || state.awaited == Awaited::Nobody)
                << name << ' ' << state.name << " has ended and waits";
        }
        EXPECT_EQ(reached.size(), machine.states.size()) << name << " has an arrow to a state that it has not";
    }
}

TEST(Machines, EachIsOfAFieldThatTheTypeHas) {
    std::set<RecordType> types;
    for (const auto& machine : allMachines()) {
        EXPECT_TRUE(types.insert(machine.type).second);
        const auto* field = schemaOf(machine.type)->field(machine.field.tag);
        ASSERT_NE(field, nullptr);
        EXPECT_EQ(field->name, machine.field.name);
        EXPECT_EQ(field->merge, MergeRule::Status) << "two who move it at once are judged by the table";
    }
}

TEST(Obligations, AreOfFieldsAndStatesThatThereAre) {
    std::size_t seen = 0;
    for (const auto& schema : allSchemas()) {
        const auto* obligations = obligationsOf(schema.type);
        if (obligations == nullptr) {
            continue;
        }
        ++seen;
        for (const auto tag : obligations->always) {
            EXPECT_NE(schema.field(tag), nullptr) << schema.name << ' ' << tag.number;
        }
        for (const auto tag : obligations->fixed) {
            EXPECT_NE(schema.field(tag), nullptr) << schema.name << ' ' << tag.number;
        }
        for (const auto& needed : obligations->inState) {
            EXPECT_NE(schema.field(needed.field), nullptr) << schema.name << ' ' << needed.field.number;
            const auto* machine = machineOf(schema.type);
            ASSERT_NE(machine, nullptr) << schema.name;
            EXPECT_NE(machine->state(needed.state), nullptr) << schema.name << ' ' << needed.state;
        }
    }
    EXPECT_GE(seen, 27U);
}

TEST(Machines, AStateOfANewerProgramIsNobodysToForget) {
    Record action;
    action.type = RecordType::Action;
    action.fields.put(machineOf(RecordType::Action)->field, std::string{"paused"});
    EXPECT_TRUE(isOpen(action));
    EXPECT_NE(awaitedBy(action), Awaited::Nobody);
}

} // namespace
} // namespace frontsheet::care
