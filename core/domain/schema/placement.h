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

// placed first-review towards-home trial-at-home settled ended
inline constexpr TextField kStage{{{14}, "stage", FieldKind::Code, MergeRule::Status, Category::Placement, 2}};
inline constexpr TextField kTrialFrom{{{15}, "trial_from", FieldKind::Date, MergeRule::Status, Category::Placement, 2}};
inline constexpr TextField kTrialUntil{
    {{16}, "trial_until", FieldKind::Date, MergeRule::Status, Category::Placement, 2}};
inline constexpr TextField kTown{{{17}, "town", FieldKind::Text, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kPostcode{{{18}, "postcode", FieldKind::Text, MergeRule::Authority, Category::Placement}};
// of the home
inline constexpr TextField kPhone{{{19}, "phone", FieldKind::Text, MergeRule::Authority, Category::Placement}};
// who is asked to be the next reviewing officer; absent: nobody
inline constexpr WorkerField kOfficerOffered{
    {{20}, "officer_offered", FieldKind::Worker, MergeRule::Status, Category::Placement, 3}};
inline constexpr WorkerField kOfficerOfferedBy{
    {{21}, "officer_offered_by", FieldKind::Worker, MergeRule::Status, Category::Placement, 3}};
inline constexpr TimeField kOfficerOfferedAt{
    {{22}, "officer_offered_at", FieldKind::Time, MergeRule::Status, Category::Placement, 3}};
inline constexpr TextField kOfficerOfferWords{
    {{23}, "officer_offer_words", FieldKind::Prose, MergeRule::Status, Category::Placement, 3, Searchable::No, 4096}};
inline constexpr TextField kWishAskedOn{
    {{24}, "wish_asked_on", FieldKind::Date, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kWishNotAskedBecause{{{25},
                                                 "wish_not_asked_because",
                                                 FieldKind::Prose,
                                                 MergeRule::Authority,
                                                 Category::Placement,
                                                 0,
                                                 Searchable::No,
                                                 4096}};
inline constexpr TextField kOutcomeWords{
    {{26}, "outcome_words", FieldKind::Prose, MergeRule::Prose, Category::Placement, 0, Searchable::No, 4096}};
// met partly-met against not-known: how the outcome stands to the person's own wish
inline constexpr TextField kOutcomeWish{
    {{27}, "outcome_wish", FieldKind::Code, MergeRule::Authority, Category::Placement, 1}};
inline constexpr TextField kNextReviewDue{
    {{28}, "next_review_due", FieldKind::Date, MergeRule::Authority, Category::Placement}};
// days after discharge at which reviews fall due: "42,91,182"
inline constexpr TextField kIntervals{{{29}, "intervals", FieldKind::Text, MergeRule::Authority, Category::Placement}};

inline constexpr FieldSpec kFields[] = {kFrom,
                                        kDischargedOn,
                                        kPathway,
                                        kPlacedAt,
                                        kKind,
                                        kFundedBy,
                                        kWeeklyCostPence,
                                        kReviewingOfficer,
                                        kFirstReviewDue,
                                        kOutcome,
                                        kOutcomeOn,
                                        kOwnWish,
                                        kReaders,
                                        kStage,
                                        kTrialFrom,
                                        kTrialUntil,
                                        kTown,
                                        kPostcode,
                                        kPhone,
                                        kOfficerOffered,
                                        kOfficerOfferedBy,
                                        kOfficerOfferedAt,
                                        kOfficerOfferWords,
                                        kWishAskedOn,
                                        kWishNotAskedBecause,
                                        kOutcomeWords,
                                        kOutcomeWish,
                                        kNextReviewDue,
                                        kIntervals};

} // namespace frontsheet::placement
