// Turns pairs that a worker should look at into as few questions as can be: registrations already linked are asked about
// together, and groups that may all be one human are one question.
#pragma once

#include "core/domain/matching/grouping.h"
#include "core/domain/matching/locality.h"
#include "core/domain/matching/match_index.h"

#include <vector>

namespace frontsheet::matching {

// Pairs within one group, and pairs of groups of which some members exclude one another, raise no question.
[[nodiscard]] std::vector<MatchQuestion> askAbout(const std::vector<JudgedPair>& pairs, const Groups& groups,
                                                  const Locality& locality);

} // namespace frontsheet::matching
