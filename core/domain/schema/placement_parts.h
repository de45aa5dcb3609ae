// What belongs to a placement: its reviews, what slipped and why, the way home, and a hospital-at-home episode.
#pragma once

#include "core/domain/schema/field.h"

// A review that is due, or was held. What the person says comes first.
namespace frontsheet::placement_review {

inline constexpr RecordField kPlacement{
    {{1}, "placement", FieldKind::Record, MergeRule::Authority, Category::Placement}};
// first six-weeks three-months yearly trial extra
inline constexpr TextField kKind{{{2}, "kind", FieldKind::Code, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kDue{{{3}, "due", FieldKind::Date, MergeRule::Status, Category::Placement, 1}};
// due held cancelled
inline constexpr TextField kState{{{4}, "state", FieldKind::Code, MergeRule::Status, Category::Placement, 1}};
inline constexpr TextField kHeldOn{{{5}, "held_on", FieldKind::Date, MergeRule::Status, Category::Placement, 1}};
inline constexpr TextField kOwnWords{
    {{6}, "own_words", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 0, Searchable::Yes, 16 * 1024}};
// why they could not be asked
inline constexpr TextField kOwnWordsMissing{
    {{7}, "own_words_missing", FieldKind::Prose, MergeRule::Prose, Category::Placement, 0, Searchable::No, 4096}};
inline constexpr TextField kFindings{
    {{8}, "findings", FieldKind::Prose, MergeRule::Prose, Category::Placement, 0, Searchable::No, 16 * 1024}};
// stay towards-home trial-at-home home move settled
inline constexpr TextField kConclusion{{{9}, "conclusion", FieldKind::Code, MergeRule::Status, Category::Placement, 1}};
inline constexpr WorkerField kReviewer{
    {{10}, "reviewer", FieldKind::Worker, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kNextDue{{{11}, "next_due", FieldKind::Date, MergeRule::Authority, Category::Placement}};

// A date that was not kept. Written once, never changed.

inline constexpr FieldSpec kFields[] = {kPlacement,       kKind,     kDue,        kState,    kHeldOn, kOwnWords,
                                        kOwnWordsMissing, kFindings, kConclusion, kReviewer, kNextDue};

} // namespace frontsheet::placement_review

namespace frontsheet::slippage {

inline constexpr RecordField kPlacement{
    {{1}, "placement", FieldKind::Record, MergeRule::Authority, Category::Placement}};
// or the trial, where absent
inline constexpr RecordField kReview{{{2}, "review", FieldKind::Record, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kFrom{{{3}, "from", FieldKind::Date, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kTo{{{4}, "to", FieldKind::Date, MergeRule::Authority, Category::Placement}};
// person-unwell family-away home-not-ready no-provider no-transport staff-short waiting-for-decision other
inline constexpr TextField kBecause{{{5}, "because", FieldKind::Code, MergeRule::Authority, Category::Placement}};
inline constexpr TextField kWords{
    {{6}, "words", FieldKind::Prose, MergeRule::Authority, Category::Placement, 0, Searchable::No, 4096}};

// One thing that must be ready before somebody can go home.

inline constexpr FieldSpec kFields[] = {kPlacement, kReview, kFrom, kTo, kBecause, kWords};

} // namespace frontsheet::slippage

namespace frontsheet::checklist_item {

inline constexpr RecordField kPlacement{
    {{1}, "placement", FieldKind::Record, MergeRule::Authority, Category::Placement}};
// heating food keys equipment transport medicines carer-ready other
inline constexpr TextField kItem{{{2}, "item", FieldKind::Code, MergeRule::Authority, Category::Placement}};
// what exactly; for other: what it is
inline constexpr TextField kText{
    {{3}, "text", FieldKind::Text, MergeRule::Prose, Category::Placement, 0, Searchable::No, 1024}};
// open asked ready not-needed
inline constexpr TextField kState{{{4}, "state", FieldKind::Code, MergeRule::Status, Category::Placement, 1}};
inline constexpr TextField kReadyOn{{{5}, "ready_on", FieldKind::Date, MergeRule::Status, Category::Placement, 1}};
inline constexpr WorkerField kSaidBy{{{6}, "said_by", FieldKind::Worker, MergeRule::Status, Category::Placement, 1}};
inline constexpr AgencyField kSaidByAgency{
    {{7}, "said_by_agency", FieldKind::Agency, MergeRule::Status, Category::Placement, 1}};
// the task that is to get it ready
inline constexpr RecordField kAction{{{8}, "action", FieldKind::Record, MergeRule::Authority, Category::Placement}};

// Acute care at home instead of on a ward.

inline constexpr FieldSpec kFields[] = {kPlacement, kItem, kText, kState, kReadyOn, kSaidBy, kSaidByAgency, kAction};

} // namespace frontsheet::checklist_item

namespace frontsheet::hospital_at_home {

inline constexpr TextField kReason{
    {{1}, "reason", FieldKind::Text, MergeRule::Prose, Category::HealthSummary, 0, Searchable::No, 1024}};
inline constexpr TextField kStartedOn{
    {{2}, "started_on", FieldKind::Date, MergeRule::Authority, Category::HealthSummary}};
// planned
inline constexpr TextField kEndsOn{{{3}, "ends_on", FieldKind::Date, MergeRule::Authority, Category::HealthSummary}};
inline constexpr WorkerField kLead{{{4}, "lead", FieldKind::Worker, MergeRule::Authority, Category::HealthSummary}};
inline constexpr TextField kConsultant{
    {{5}, "consultant", FieldKind::Text, MergeRule::Authority, Category::HealthSummary}};
// observations, and when to ring
inline constexpr TextField kWatchFor{
    {{6}, "watch_for", FieldKind::Prose, MergeRule::Prose, Category::HealthSummary, 0, Searchable::No, 4096}};
// whom, at any hour
inline constexpr TextField kRing{{{7}, "ring", FieldKind::Text, MergeRule::Authority, Category::HealthSummary}};
// running ended
inline constexpr TextField kState{{{8}, "state", FieldKind::Code, MergeRule::Status, Category::HealthSummary, 1}};
inline constexpr TextField kEndedOn{{{9}, "ended_on", FieldKind::Date, MergeRule::Status, Category::HealthSummary, 1}};
// recovered admitted moved-on died other
inline constexpr TextField kOutcome{{{10}, "outcome", FieldKind::Code, MergeRule::Status, Category::HealthSummary, 1}};
inline constexpr TextField kOutcomeWords{
    {{11}, "outcome_words", FieldKind::Prose, MergeRule::Status, Category::HealthSummary, 1, Searchable::No, 4096}};

inline constexpr FieldSpec kFields[] = {kReason, kStartedOn, kEndsOn,  kLead,    kConsultant,  kWatchFor,
                                        kRing,   kState,     kEndedOn, kOutcome, kOutcomeWords};

} // namespace frontsheet::hospital_at_home
