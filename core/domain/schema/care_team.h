// Care-team membership: one worker is involved with one person, as the record's home agency sees it.
// It is what lets that worker's device hold what this home has about the person.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::care_team {

inline constexpr AgencyField kAgency{{{1}, "agency", FieldKind::Agency, MergeRule::Authority, Category::Involvement}};
inline constexpr WorkerField kWorker{{{2}, "worker", FieldKind::Worker, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kRole{{{3}, "role", FieldKind::Text, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kSince{{{4}, "since", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kUntil{
    {{5}, "until", FieldKind::Time, MergeRule::Authority, Category::Involvement}}; // absent: still involved
inline constexpr RecordField kBecauseOf{{{6},
                                         "because_of",
                                         FieldKind::Record,
                                         MergeRule::Authority,
                                         Category::Involvement}}; // the accepted referral, or what was asked
inline constexpr TextField kSource{{{7},
                                    "source",
                                    FieldKind::Code,
                                    MergeRule::Authority,
                                    Category::Involvement}}; // referral | extract | worker | offer | asked

inline constexpr FieldSpec kFields[] = {kAgency, kWorker, kRole, kSince, kUntil, kBecauseOf, kSource};

} // namespace frontsheet::care_team
