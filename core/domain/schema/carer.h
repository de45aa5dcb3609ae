// Carers in their own right. A carer is a person with an id, a registration and records of their own; on the cared-for person's record
// stands only who cares and how far they are willing. Care Act 2014, section 10 (carer's assessment).
#pragma once

#include "core/domain/schema/field.h"

// On the cared-for person's record. Never assumed willing.
namespace frontsheet::carer {

// their own record
inline constexpr PersonField kCarer{{{1}, "carer", FieldKind::Person, MergeRule::Authority, Category::Carer}};
inline constexpr TextField kName{{{2}, "name", FieldKind::Text, MergeRule::Authority, Category::Carer}};
inline constexpr TextField kRelation{{{3}, "relation", FieldKind::Text, MergeRule::Authority, Category::Carer}};
inline constexpr IntegerField kLivesWith{{{4}, "lives_with", FieldKind::YesNo, MergeRule::Authority, Category::Carer}};
// not-asked willing within-limits not-willing
inline constexpr TextField kWilling{{{5}, "willing", FieldKind::Code, MergeRule::Authority, Category::Carer, 1}};
// verbatim, what they will and will not do
inline constexpr TextField kWillingWords{
    {{6}, "willing_words", FieldKind::Prose, MergeRule::Authority, Category::Carer, 1, Searchable::No, 4096}};
inline constexpr TextField kAskedOn{{{7}, "asked_on", FieldKind::Date, MergeRule::Authority, Category::Carer, 1}};
inline constexpr WorkerField kAskedBy{{{8}, "asked_by", FieldKind::Worker, MergeRule::Authority, Category::Carer, 1}};
inline constexpr IntegerField kHoursAWeek{
    {{9}, "hours_a_week", FieldKind::Integer, MergeRule::Authority, Category::Carer}};
// who steps in if the carer cannot
inline constexpr TextField kIfUnable{
    {{10}, "if_unable", FieldKind::Prose, MergeRule::Prose, Category::Carer, 0, Searchable::No, 4096}};
// not-offered offered declined booked done
inline constexpr TextField kAssessment{{{11}, "assessment", FieldKind::Code, MergeRule::Authority, Category::Carer, 2}};
inline constexpr TextField kAssessmentOn{
    {{12}, "assessment_on", FieldKind::Date, MergeRule::Authority, Category::Carer, 2}};
inline constexpr TextField kEndedOn{{{13}, "ended_on", FieldKind::Date, MergeRule::Authority, Category::Carer}};

// On the carer's own record.

inline constexpr FieldSpec kFields[] = {kCarer,        kName,         kRelation, kLivesWith,  kWilling,
                                        kWillingWords, kAskedOn,      kAskedBy,  kHoursAWeek, kIfUnable,
                                        kAssessment,   kAssessmentOn, kEndedOn};

} // namespace frontsheet::carer

namespace frontsheet::carer_assessment {

// the cared-for person, where the agency knows a record of theirs
inline constexpr PersonField kCaresFor{{{1}, "cares_for", FieldKind::Person, MergeRule::Authority, Category::Carer}};
// what they do
inline constexpr TextField kDoes{
    {{2}, "does", FieldKind::Prose, MergeRule::Prose, Category::Carer, 0, Searchable::No, 16 * 1024}};
// on health, work, sleep, other people
inline constexpr TextField kEffect{
    {{3}, "effect", FieldKind::Prose, MergeRule::Prose, Category::Carer, 0, Searchable::No, 16 * 1024}};
// what they want from life beside caring
inline constexpr TextField kWishes{
    {{4}, "wishes", FieldKind::Prose, MergeRule::Prose, Category::Carer, 0, Searchable::No, 16 * 1024}};
inline constexpr TextField kNeeds{
    {{5}, "needs", FieldKind::Prose, MergeRule::Prose, Category::Carer, 0, Searchable::Yes, 16 * 1024}};
// support agreed
inline constexpr TextField kAgreed{
    {{6}, "agreed", FieldKind::Prose, MergeRule::Prose, Category::Carer, 0, Searchable::No, 16 * 1024}};
// as on carer
inline constexpr TextField kWilling{{{7}, "willing", FieldKind::Code, MergeRule::Authority, Category::Carer}};
inline constexpr TextField kAssessedOn{{{8}, "assessed_on", FieldKind::Date, MergeRule::Authority, Category::Carer}};
inline constexpr TextField kReviewDue{{{9}, "review_due", FieldKind::Date, MergeRule::Authority, Category::Carer}};
// draft done
inline constexpr TextField kState{{{10}, "state", FieldKind::Code, MergeRule::Status, Category::Carer, 1}};
inline constexpr WorkerField kAssessedBy{
    {{11}, "assessed_by", FieldKind::Worker, MergeRule::Authority, Category::Carer}};
// as on a contact note
inline constexpr SetField kReaders{
    {{12}, "readers", FieldKind::Set, MergeRule::Authority, Category::Carer, 0, Searchable::No, 16 * 1024}};

// their name where it knows none: one of the two is said
inline constexpr TextField kCaresForName{
    {{13}, "cares_for_name", FieldKind::Text, MergeRule::Authority, Category::Carer}};

inline constexpr FieldSpec kFields[] = {kCaresFor,   kDoes,      kEffect, kWishes,     kNeeds,   kAgreed,      kWilling,
                                        kAssessedOn, kReviewDue, kState,  kAssessedBy, kReaders, kCaresForName};

} // namespace frontsheet::carer_assessment

// On the carer's own record, and never released to another agency: what the cared-for person is not to read.
namespace frontsheet::carer_private {

inline constexpr TextField kText{
    {{1}, "text", FieldKind::Prose, MergeRule::Prose, Category::CarerPrivate, 0, Searchable::No, 64 * 1024}};
inline constexpr PersonField kCaresFor{
    {{2}, "cares_for", FieldKind::Person, MergeRule::Authority, Category::CarerPrivate}};
inline constexpr SetField kReaders{
    {{3}, "readers", FieldKind::Set, MergeRule::Authority, Category::CarerPrivate, 0, Searchable::No, 16 * 1024}};

inline constexpr FieldSpec kFields[] = {kText, kCaresFor, kReaders};

} // namespace frontsheet::carer_private
