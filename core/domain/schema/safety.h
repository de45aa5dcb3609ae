// What everybody who comes to the door must know first: alerts, allergies, medicines, what was decided in advance, and a death.
#pragma once

#include "core/domain/schema/field.h"

// A risk, to the person or to who visits. It stands until somebody ends it and says why.
namespace frontsheet::risk_alert {

// lone-worker violence infection falls self-neglect self-harm environment fire animals other
inline constexpr TextField kKind{{{1}, "kind", FieldKind::Code, MergeRule::Authority, Category::Alerts}};
// what the risk is
inline constexpr TextField kText{
    {{2}, "text", FieldKind::Prose, MergeRule::Prose, Category::Alerts, 0, Searchable::No, 4096}};
// what to do about it: "visit in pairs, not after dark"
inline constexpr TextField kDoThis{
    {{3}, "do_this", FieldKind::Prose, MergeRule::Prose, Category::Alerts, 0, Searchable::No, 4096}};
inline constexpr TextField kReviewOn{{{4}, "review_on", FieldKind::Date, MergeRule::Authority, Category::Alerts}};
// current ended
inline constexpr TextField kState{{{5}, "state", FieldKind::Code, MergeRule::Status, Category::Alerts, 1}};
inline constexpr TextField kEndedBecause{
    {{6}, "ended_because", FieldKind::Prose, MergeRule::Status, Category::Alerts, 1, Searchable::No, 4096}};
inline constexpr TextField kEndedOn{{{7}, "ended_on", FieldKind::Date, MergeRule::Status, Category::Alerts, 1}};

// One substance. The words are those of its source; Frontsheet checks no interaction and is no prescribing system.

inline constexpr FieldSpec kFields[] = {kKind, kText, kDoThis, kReviewOn, kState, kEndedBecause, kEndedOn};

} // namespace frontsheet::risk_alert

namespace frontsheet::allergy {

// "penicillin"; with none_known: absent
inline constexpr TextField kSubstance{
    {{1}, "substance", FieldKind::Text, MergeRule::Authority, Category::HealthSummary, 1, Searchable::Yes}};
// "rash"; absent: not known
inline constexpr TextField kReaction{
    {{2}, "reaction", FieldKind::Text, MergeRule::Authority, Category::HealthSummary, 1}};
// mild severe not-known
inline constexpr TextField kSeverity{
    {{3}, "severity", FieldKind::Code, MergeRule::Authority, Category::HealthSummary, 1}};
// asked, and none known
inline constexpr IntegerField kNoneKnown{
    {{4}, "none_known", FieldKind::YesNo, MergeRule::Authority, Category::HealthSummary, 1}};
// "GP record", "discharge letter", "her daughter"
inline constexpr TextField kSource{{{5}, "source", FieldKind::Text, MergeRule::Authority, Category::HealthSummary, 2}};
inline constexpr TextField kAsOf{{{6}, "as_of", FieldKind::Date, MergeRule::Authority, Category::HealthSummary, 2}};
// current refuted entered-in-error
inline constexpr TextField kState{{{7}, "state", FieldKind::Code, MergeRule::Status, Category::HealthSummary, 3}};
inline constexpr TextField kEndedBecause{
    {{8}, "ended_because", FieldKind::Text, MergeRule::Status, Category::HealthSummary, 3}};

// One medicine as somebody saw or was told it.

inline constexpr FieldSpec kFields[] = {kSubstance, kReaction, kSeverity, kNoneKnown,
                                        kSource,    kAsOf,     kState,    kEndedBecause};

} // namespace frontsheet::allergy

namespace frontsheet::medicine {

// with strength and form: "furosemide 40 mg tablets"
inline constexpr TextField kName{
    {{1}, "name", FieldKind::Text, MergeRule::Authority, Category::HealthSummary, 1, Searchable::Yes}};
// "1 in the morning"
inline constexpr TextField kDose{{{2}, "dose", FieldKind::Text, MergeRule::Authority, Category::HealthSummary, 1}};
inline constexpr IntegerField kAsNeeded{
    {{3}, "as_needed", FieldKind::YesNo, MergeRule::Authority, Category::HealthSummary, 1}};
// who gives it: "her husband"; absent: takes it without help
inline constexpr TextField kGivenBy{
    {{4}, "given_by", FieldKind::Text, MergeRule::Authority, Category::HealthSummary, 1}};
inline constexpr TextField kSource{{{5}, "source", FieldKind::Text, MergeRule::Authority, Category::HealthSummary, 2}};
inline constexpr TextField kAsOf{{{6}, "as_of", FieldKind::Date, MergeRule::Authority, Category::HealthSummary, 2}};
inline constexpr TextField kNote{
    {{7}, "note", FieldKind::Prose, MergeRule::Prose, Category::HealthSummary, 0, Searchable::No, 4096}};
inline constexpr TextField kStoppedOn{
    {{8}, "stopped_on", FieldKind::Date, MergeRule::Status, Category::HealthSummary, 3}};
inline constexpr TextField kStoppedBecause{
    {{9}, "stopped_because", FieldKind::Text, MergeRule::Status, Category::HealthSummary, 3}};

// What the person decided in advance, or who may decide for them. Frontsheet says that it is there and where; the paper or the
// holder's record is what counts.
//
// respect: Recommended Summary Plan for Emergency Care and Treatment (Resuscitation Council UK). dnacpr: do not attempt
// cardiopulmonary resuscitation. advance-decision, attorney-health, attorney-money: Mental Capacity Act 2005, sections 24 and 9.

inline constexpr FieldSpec kFields[] = {kName, kDose, kAsNeeded,  kGivenBy,       kSource,
                                        kAsOf, kNote, kStoppedOn, kStoppedBecause};

} // namespace frontsheet::medicine

namespace frontsheet::advance_plan {

// respect dnacpr advance-decision advance-statement attorney-health attorney-money deputy other
inline constexpr TextField kKind{{{1}, "kind", FieldKind::Code, MergeRule::Authority, Category::HealthSummary}};
// in words, as the form has it
inline constexpr TextField kSummary{
    {{2}, "summary", FieldKind::Prose, MergeRule::Prose, Category::HealthSummary, 0, Searchable::No, 4096}};
// attorney, deputy; or who wrote the form
inline constexpr TextField kHolderName{
    {{3}, "holder_name", FieldKind::Text, MergeRule::Authority, Category::HealthSummary, 1}};
inline constexpr TextField kHolderPhone{
    {{4}, "holder_phone", FieldKind::Text, MergeRule::Authority, Category::HealthSummary, 1}};
inline constexpr TextField kMadeOn{{{5}, "made_on", FieldKind::Date, MergeRule::Authority, Category::HealthSummary, 2}};
// with the Office of the Public Guardian
inline constexpr IntegerField kRegistered{
    {{6}, "registered", FieldKind::YesNo, MergeRule::Authority, Category::HealthSummary, 2}};
inline constexpr TextField kReference{
    {{7}, "reference", FieldKind::Text, MergeRule::Authority, Category::HealthSummary, 2}};
// "yellow folder by the fridge"
inline constexpr TextField kKeptWhere{
    {{8}, "kept_where", FieldKind::Text, MergeRule::Authority, Category::HealthSummary}};
// who saw the paper itself; absent: told of, not seen
inline constexpr WorkerField kSeenBy{
    {{9}, "seen_by", FieldKind::Worker, MergeRule::Authority, Category::HealthSummary, 3}};
inline constexpr TextField kSeenOn{
    {{10}, "seen_on", FieldKind::Date, MergeRule::Authority, Category::HealthSummary, 3}};
// current ended
inline constexpr TextField kState{{{11}, "state", FieldKind::Code, MergeRule::Status, Category::HealthSummary, 4}};
inline constexpr TextField kEndedOn{{{12}, "ended_on", FieldKind::Date, MergeRule::Status, Category::HealthSummary, 4}};
inline constexpr TextField kEndedBecause{
    {{13}, "ended_because", FieldKind::Text, MergeRule::Status, Category::HealthSummary, 4}};
inline constexpr SetField kFiles{
    {{14}, "files", FieldKind::Files, MergeRule::SetUnion, Category::HealthSummary, 0, Searchable::No, 16 * 1024}};

// The person has died. Stops visits, and reaches everybody involved. Taken back only as entered in error.

inline constexpr FieldSpec kFields[] = {kKind,       kSummary,   kHolderName,   kHolderPhone, kMadeOn,
                                        kRegistered, kReference, kKeptWhere,    kSeenBy,      kSeenOn,
                                        kState,      kEndedOn,   kEndedBecause, kFiles};

} // namespace frontsheet::advance_plan

namespace frontsheet::death {

// "2026-11" where the day is not known
inline constexpr TextField kDiedOn{{{1}, "died_on", FieldKind::Date, MergeRule::Authority, Category::Identity, 1}};
// home hospital care-home hospice elsewhere not-known
inline constexpr TextField kPlace{{{2}, "place", FieldKind::Code, MergeRule::Authority, Category::Identity, 1}};
// who told the agency: "her son", "ward 4"
inline constexpr TextField kToldBy{{{3}, "told_by", FieldKind::Text, MergeRule::Authority, Category::Identity, 1}};
// recorded entered-in-error
inline constexpr TextField kState{{{4}, "state", FieldKind::Code, MergeRule::Status, Category::Identity, 2}};
inline constexpr TextField kErrorReason{
    {{5}, "error_reason", FieldKind::Text, MergeRule::Status, Category::Identity, 2}};
inline constexpr WorkerField kErrorBy{{{6}, "error_by", FieldKind::Worker, MergeRule::Status, Category::Identity, 2}};

inline constexpr FieldSpec kFields[] = {kDiedOn, kPlace, kToldBy, kState, kErrorReason, kErrorBy};

} // namespace frontsheet::death
