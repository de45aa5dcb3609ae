// Placement: where a person went after hospital, and how it ended.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::placement {

inline constexpr TextField kFrom{{{1}, "from", FieldKind::Text, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kDischargedOn{
    {{2}, "discharged_on", FieldKind::Date, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kPathway{
    {{3}, "pathway", FieldKind::Code, MergeRule::Authority, Category::Placement}}; // 0 1 2 3
inline constexpr TextField kPlacedAt{{{4}, "placed_at", FieldKind::Text, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kKind{{{5}, "kind", FieldKind::Code, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kFundedBy{{{6}, "funded_by", FieldKind::Code, MergeRule::Authority, Category::Finance}};
inline constexpr IntegerField kWeeklyCostPence{
    {{7}, "weekly_cost_pence", FieldKind::Integer, MergeRule::Authority, Category::Finance}};
inline constexpr WorkerField kReviewingOfficer{
    {{8}, "reviewing_officer", FieldKind::Worker, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kFirstReviewDue{
    {{9}, "first_review_due", FieldKind::Date, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kOutcome{{{10}, "outcome", FieldKind::Code, MergeRule::Authority, Category::Placement, 1}};
inline constexpr TextField kOutcomeOn{
    {{11}, "outcome_on", FieldKind::Date, MergeRule::Authority, Category::Placement, 1}};
inline constexpr TextField kOwnWish{
    {{12}, "own_wish", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 0, Searchable::No, 4096}};
// As on a contact note.
inline constexpr SetField kReaders{
    {{13}, "readers", FieldKind::Set, MergeRule::Authority, Category::Placement, 0, Searchable::No, 16 * 1024}};

inline constexpr FieldSpec kFields[] = {kFrom,      kDischargedOn,    kPathway,          kPlacedAt,       kKind,
                                        kFundedBy,  kWeeklyCostPence, kReviewingOfficer, kFirstReviewDue, kOutcome,
                                        kOutcomeOn, kOwnWish,         kReaders};

} // namespace frontsheet::placement
