// An answer that must not be left alone: what may be decided about it, and the action that is offered. Whether one is asked for is in
// instruments.h (awaitsSafety). Pure.
//
// Source. NICE guideline NG225 (Self-harm: assessment, management and preventing recurrence, 2022): a score decides nothing about
// somebody's safety; whoever is with them asks, agrees what is done, and writes it down.
#pragma once

#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <optional>
#include <span>
#include <string_view>

namespace frontsheet::care {

enum class SafetyDecision : std::uint8_t {
    AskedAndSafe, // asked more, and not in danger now; what they said is written down
    ActionMade,   // an action with an owner and a day
    HandedOver,   // to a crisis team, which took it; who and when is written down
};

[[nodiscard]] std::string_view name(SafetyDecision decision); // as measure::kSafety has it
[[nodiscard]] std::optional<SafetyDecision> safetyDecision(std::string_view name);

// Prefills the action that is offered: asked for by `author` and theirs, due today, because of the measure. `action` was begun for
// the same person.
void offerSafetyAction(Record& action, const Record& measure, const Principal& author, std::string_view today);

} // namespace frontsheet::care
