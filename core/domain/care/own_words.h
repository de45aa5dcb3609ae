// What somebody said about where they want to live, in their own words: at their discharge, at a review, to anybody who wrote it down
// as a view. Pure.
#pragma once

#include "core/domain/record.h"

#include <span>
#include <string>
#include <vector>

namespace frontsheet::care {

struct OwnWords {
    std::string words;
    std::string on; // ISO
    enum class Where : std::uint8_t { AtDischarge, AtReview, InAView } where = Where::AtDischarge;
    RecordId record;
    AgencyId home; // of that record
};

// A review of this placement that has been held.
[[nodiscard]] bool isHeldReviewOf(const Record& part, const RecordId& placement);

// `about`: everything held about the human. Newest first, the same words of the same day once.
[[nodiscard]] std::vector<OwnWords> ownWordsAbout(const Record& placement, std::span<const Record> about);

// Of each placement what they said last, unless that is a view, which the plan shows by itself; the newest first.
[[nodiscard]] std::vector<OwnWords> standingWishes(std::span<const Record> about);

} // namespace frontsheet::care
