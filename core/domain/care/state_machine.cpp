#include "core/domain/care/state_machine.h"

#include <algorithm>
#include <string>

namespace frontsheet::care {

const State* StateMachine::state(std::string_view name) const {
    const auto found = std::find_if(states.begin(), states.end(), [&](const State& one) { return one.name == name; });
    return found == states.end() ? nullptr : &*found;
}

const StateMachine* machineOf(RecordType type) {
    const auto all = allMachines();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const StateMachine& machine) { return machine.type == type; });
    return found == all.end() ? nullptr : &*found;
}

Result<void> checkArrow(const StateMachine& machine, std::string_view from, std::string_view to, Movers who) {
    if (to.empty()) {
        return {ErrorCode::Missing, "field " + std::string{machine.field.name}};
    }
    if (from == to) {
        return ok();
    }
    bool any = false;
    for (const auto& arrow : machine.arrows) {
        if (arrow.from == from && arrow.to == to) {
            if (arrow.by.shares(who)) {
                return ok();
            }
            any = true;
        }
    }
    return any ? Result<void>{ErrorCode::NotPermitted, "that move is another's"}
               : Result<void>{ErrorCode::WrongState, "no such move"};
}

Awaited awaitedBy(const Record& record) {
    const auto* machine = machineOf(record.type);
    if (machine == nullptr) {
        return Awaited::Nobody;
    }
    const auto* state = machine->state(record.fields.text(machine->field));
    return state == nullptr ? Awaited::CaseOwner : state->awaited;
}

bool isOpen(const Record& record) {
    const auto* machine = machineOf(record.type);
    if (machine == nullptr) {
        return false;
    }
    const auto* state = machine->state(record.fields.text(machine->field));
    return state == nullptr || state->open == Open::Yes;
}

} // namespace frontsheet::care
