// Emergency access ("break-glass"): one worker opened one person's records with a typed reason, for a few hours. Homed at the
// agency whose records were opened, which alone writes it (core/domain/emergency_access.h) and whose governance lead reviews it.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::emergency_access {

inline constexpr AgencyField kAgency{{{1}, "agency", FieldKind::Agency, MergeRule::Authority, Category::Involvement}};
inline constexpr WorkerField kWorker{{{2}, "worker", FieldKind::Worker, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kRole{{{3}, "role", FieldKind::Text, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kReason{
    {{4}, "reason", FieldKind::Prose, MergeRule::Authority, Category::Involvement, 0, Searchable::No, 4096}};
inline constexpr TimeField kOpenedAt{{{5}, "opened_at", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kEndsAt{
    {{6}, "ends_at", FieldKind::Time, MergeRule::Authority, Category::Involvement}}; // by itself
inline constexpr TimeField kEndedAt{
    {{7}, "ended_at", FieldKind::Time, MergeRule::Authority, Category::Involvement}}; // by its worker, before that
inline constexpr TextField kReview{
    {{8}, "review", FieldKind::Code, MergeRule::Authority, Category::Involvement}}; // awaiting justified not-justified
inline constexpr WorkerField kReviewedBy{
    {{9}, "reviewed_by", FieldKind::Worker, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kReviewedAt{
    {{10}, "reviewed_at", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kReviewWords{
    {{11}, "review_words", FieldKind::Prose, MergeRule::Authority, Category::Involvement, 0, Searchable::No, 4096}};

inline constexpr FieldSpec kFields[] = {kAgency,  kWorker, kRole,       kReason,     kOpenedAt,   kEndsAt,
                                        kEndedAt, kReview, kReviewedBy, kReviewedAt, kReviewWords};

} // namespace frontsheet::emergency_access
