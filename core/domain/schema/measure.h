// A structured measure. Which instruments there are, what their answers mean and what of their text may be shown is in
// core/domain/care/instruments.h.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::measure {

// phq-9 gad-7 clinical-frailty-scale barthel ...
inline constexpr TextField kInstrument{
    {{1}, "instrument", FieldKind::Code, MergeRule::Authority, Category::FunctionalAssessment, 1}};
inline constexpr IntegerField kScore{
    {{2}, "score", FieldKind::Integer, MergeRule::Authority, Category::FunctionalAssessment, 1}};
// "2,1,0,3": one number an item in its order; absent where the text may not be used
inline constexpr TextField kAnswers{
    {{3}, "answers", FieldKind::Text, MergeRule::Authority, Category::FunctionalAssessment, 1}};
// how difficult it makes things, 0 to 3, PHQ-9 and GAD-7; -1 or absent: not asked
inline constexpr IntegerField kImpairment{
    {{4}, "impairment", FieldKind::Integer, MergeRule::Authority, Category::FunctionalAssessment, 1}};
inline constexpr TextField kTakenOn{
    {{5}, "taken_on", FieldKind::Date, MergeRule::Authority, Category::FunctionalAssessment}};
inline constexpr WorkerField kTakenBy{
    {{6}, "taken_by", FieldKind::Worker, MergeRule::Authority, Category::FunctionalAssessment}};
// who was there or answered: "with her daughter"
inline constexpr TextField kWith{{{7}, "with", FieldKind::Text, MergeRule::Authority, Category::FunctionalAssessment}};
inline constexpr TextField kNote{
    {{8}, "note", FieldKind::Prose, MergeRule::Prose, Category::FunctionalAssessment, 0, Searchable::No, 4096}};
// taken entered-in-error
inline constexpr TextField kState{
    {{9}, "state", FieldKind::Code, MergeRule::Status, Category::FunctionalAssessment, 2}};
inline constexpr TextField kErrorReason{
    {{10}, "error_reason", FieldKind::Text, MergeRule::Status, Category::FunctionalAssessment, 2}};
// what was done about an answer that must not be left alone: asked-and-safe action-made handed-to-crisis-team
inline constexpr TextField kSafety{
    {{11}, "safety", FieldKind::Code, MergeRule::Status, Category::FunctionalAssessment, 3}};
inline constexpr TextField kSafetyWords{{{12},
                                         "safety_words",
                                         FieldKind::Prose,
                                         MergeRule::Status,
                                         Category::FunctionalAssessment,
                                         3,
                                         Searchable::No,
                                         4096}};
inline constexpr WorkerField kSafetyBy{
    {{13}, "safety_by", FieldKind::Worker, MergeRule::Status, Category::FunctionalAssessment, 3}};
// when it is to be taken again, as who took it said; absent: not said
inline constexpr TextField kAgainOn{
    {{14}, "again_on", FieldKind::Date, MergeRule::Authority, Category::FunctionalAssessment}};

inline constexpr FieldSpec kFields[] = {kInstrument, kScore,       kAnswers,  kImpairment, kTakenOn,
                                        kTakenBy,    kWith,        kNote,     kState,      kErrorReason,
                                        kSafety,     kSafetyWords, kSafetyBy, kAgainOn};

} // namespace frontsheet::measure
