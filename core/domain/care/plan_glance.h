// What a front sheet says of the shared plan before anybody opens it: who leads it, when it is looked at next, what is open and what is
// late, what the person themselves wants. Pure.
#pragma once

#include "core/domain/care/own_words.h"
#include "core/domain/record.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::care {

struct PlanGlance {
    std::vector<Record> leads; // plans that are open; more than one: two leads
    int openActions = 0;
    int lateActions = 0;           // of those
    int unmetNeeds = 0;            // nothing is provided, with or without a reason
    std::optional<Record> crisis;  // the newest crisis part
    std::optional<Record> wish;    // the newest view of the person's own, in their words
    std::vector<OwnWords> wishes;  // as PlanSheet's
    std::optional<Record> matters; // the newest "about me" that says what is most important to them
};

// `records`: everything held about the human; `today`: ISO date.
[[nodiscard]] PlanGlance planGlance(std::span<const Record> records, std::string_view today);

} // namespace frontsheet::care
