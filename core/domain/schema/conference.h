// A case conference: with the person and the carer there, or a reason why not. What is decided becomes actions, each with an owner.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::conference {

inline constexpr TextField kAbout{
    {{1}, "about", FieldKind::Text, MergeRule::Prose, Category::Conference, 0, Searchable::Yes, 1024}};
inline constexpr TimeField kStartsAt{{{2}, "starts_at", FieldKind::Time, MergeRule::Status, Category::Conference, 1}};
inline constexpr TextField kPlace{{{3}, "place", FieldKind::Text, MergeRule::Authority, Category::Conference}};
inline constexpr WorkerField kChair{{{4}, "chair", FieldKind::Worker, MergeRule::Authority, Category::Conference}};
inline constexpr TextField kWhy{
    {{5}, "why", FieldKind::Prose, MergeRule::Prose, Category::Conference, 0, Searchable::No, 16 * 1024}};
// planned held cancelled
inline constexpr TextField kState{{{6}, "state", FieldKind::Code, MergeRule::Status, Category::Conference, 1}};
inline constexpr TextField kHeldOn{{{7}, "held_on", FieldKind::Date, MergeRule::Status, Category::Conference, 1}};
// there represented chose-not-to unable not-invited
inline constexpr TextField kPersonThere{
    {{8}, "person_there", FieldKind::Code, MergeRule::Status, Category::Conference, 2}};
inline constexpr TextField kPersonAbsentBecause{
    {{9}, "person_absent_because", FieldKind::Prose, MergeRule::Status, Category::Conference, 2, Searchable::No, 4096}};
inline constexpr TextField kSummary{
    {{10}, "summary", FieldKind::Prose, MergeRule::Prose, Category::Conference, 0, Searchable::No, 64 * 1024}};
inline constexpr TextField kCancelledBecause{
    {{11}, "cancelled_because", FieldKind::Prose, MergeRule::Status, Category::Conference, 1, Searchable::No, 4096}};
inline constexpr RecordField kPlacement{
    {{12}, "placement", FieldKind::Record, MergeRule::Authority, Category::Conference}};
inline constexpr RecordField kPlan{{{13}, "plan", FieldKind::Record, MergeRule::Authority, Category::Conference}};

inline constexpr FieldSpec kFields[] = {
    kAbout,   kStartsAt,         kPlace,     kChair, kWhy, kState, kHeldOn, kPersonThere, kPersonAbsentBecause,
    kSummary, kCancelledBecause, kPlacement, kPlan};

} // namespace frontsheet::conference

// Somebody asked to come: a worker of any agency, or the person, a carer, family by name. It says by itself what to, when and where:
// who is asked need not be on the care team, and may have nothing else of the conference.
namespace frontsheet::invitation {

inline constexpr RecordField kConference{
    {{1}, "conference", FieldKind::Record, MergeRule::Authority, Category::Conference}};
inline constexpr AgencyField kAgency{{{2}, "agency", FieldKind::Agency, MergeRule::Authority, Category::Conference}};
inline constexpr WorkerField kWorker{{{3}, "worker", FieldKind::Worker, MergeRule::Authority, Category::Conference}};
// who is no worker
inline constexpr TextField kName{{{4}, "name", FieldKind::Text, MergeRule::Authority, Category::Conference}};
// "himself", "nephew"
inline constexpr TextField kRelation{{{5}, "relation", FieldKind::Text, MergeRule::Authority, Category::Conference}};
// asked coming cannot sends-deputy called-off
inline constexpr TextField kAnswer{{{6}, "answer", FieldKind::Code, MergeRule::Status, Category::Conference, 1}};
inline constexpr TextField kAnswerWords{
    {{7}, "answer_words", FieldKind::Text, MergeRule::Status, Category::Conference, 1}};
inline constexpr TimeField kAnsweredAt{
    {{8}, "answered_at", FieldKind::Time, MergeRule::Status, Category::Conference, 1}};
// there by-phone apologies absent
inline constexpr TextField kAttended{{{9}, "attended", FieldKind::Code, MergeRule::Status, Category::Conference, 2}};
// what who cannot come wants said
inline constexpr TextField kWordsSent{
    {{10}, "words_sent", FieldKind::Prose, MergeRule::Status, Category::Conference, 1, Searchable::No, 16 * 1024}};
// as whom they come: person carer family friend advocate gp worker other
inline constexpr TextField kComesAs{{{11}, "comes_as", FieldKind::Code, MergeRule::Authority, Category::Conference}};
inline constexpr TextField kAbout{
    {{12}, "about", FieldKind::Text, MergeRule::Authority, Category::Conference, 3, Searchable::No, 1024}};
inline constexpr TimeField kStartsAt{
    {{13}, "starts_at", FieldKind::Time, MergeRule::Authority, Category::Conference, 3}};
inline constexpr TextField kPlace{{{14}, "place", FieldKind::Text, MergeRule::Authority, Category::Conference, 3}};

inline constexpr FieldSpec kFields[] = {kConference, kAgency,      kWorker,     kName,     kRelation,
                                        kAnswer,     kAnswerWords, kAnsweredAt, kAttended, kWordsSent,
                                        kComesAs,    kAbout,       kStartsAt,   kPlace};

} // namespace frontsheet::invitation

// Corrected as entered in error alone. Who disagrees says so in a view of their own about it (view::kAboutRecord), then or later.
namespace frontsheet::conference_decision {

inline constexpr RecordField kConference{
    {{1}, "conference", FieldKind::Record, MergeRule::Authority, Category::Conference}};
inline constexpr IntegerField kOrder{{{2}, "order", FieldKind::Integer, MergeRule::Authority, Category::Conference}};
inline constexpr TextField kText{
    {{3}, "text", FieldKind::Prose, MergeRule::Prose, Category::Conference, 0, Searchable::No, 16 * 1024}};
// who disagreed as it was written down, and in which words; absent: nobody, or by views
inline constexpr TextField kDissent{
    {{4}, "dissent", FieldKind::Prose, MergeRule::Prose, Category::Conference, 0, Searchable::No, 16 * 1024}};
// decided entered-in-error
inline constexpr TextField kState{{{5}, "state", FieldKind::Code, MergeRule::Status, Category::Conference, 1}};
inline constexpr TextField kErrorReason{
    {{6}, "error_reason", FieldKind::Text, MergeRule::Status, Category::Conference, 1}};

inline constexpr FieldSpec kFields[] = {kConference, kOrder, kText, kDissent, kState, kErrorReason};

} // namespace frontsheet::conference_decision
