// The one shared plan. Needs are apart from what can be provided; every action has one owner, a date and a report back. All parts
// of a plan are at the agency that leads it; partners' workers on the care team add to them. Machines and rules:
// core/domain/care/.
#pragma once

#include "core/domain/schema/field.h"

// The plan itself: who leads it, since when, agreed by whom. A person has one open plan at an agency; an agency takes the lead over by a
// plan of its own that continues this one.
namespace frontsheet::care_plan {

// open closed
inline constexpr TextField kState{{{1}, "state", FieldKind::Code, MergeRule::Status, Category::CarePlan, 1}};
inline constexpr TextField kClosedOn{{{2}, "closed_on", FieldKind::Date, MergeRule::Status, Category::CarePlan, 1}};
inline constexpr TextField kClosedBecause{
    {{3}, "closed_because", FieldKind::Prose, MergeRule::Status, Category::CarePlan, 1, Searchable::No, 4096}};
// exactly one while the plan is open, of the home agency
inline constexpr WorkerField kCaseOwner{
    {{4}, "case_owner", FieldKind::Worker, MergeRule::Status, Category::CarePlan, 2}};
inline constexpr TimeField kOwnerSince{{{5}, "owner_since", FieldKind::Time, MergeRule::Status, Category::CarePlan, 2}};
// who is asked to be the next case owner; absent: nobody
inline constexpr WorkerField kOfferedTo{
    {{6}, "offered_to", FieldKind::Worker, MergeRule::Status, Category::CarePlan, 3}};
inline constexpr WorkerField kOfferedBy{
    {{7}, "offered_by", FieldKind::Worker, MergeRule::Status, Category::CarePlan, 3}};
inline constexpr TimeField kOfferedAt{{{8}, "offered_at", FieldKind::Time, MergeRule::Status, Category::CarePlan, 3}};
inline constexpr TextField kOfferWords{
    {{9}, "offer_words", FieldKind::Prose, MergeRule::Status, Category::CarePlan, 3, Searchable::No, 4096}};
// what the plan is for, in a paragraph
inline constexpr TextField kSummary{
    {{10}, "summary", FieldKind::Prose, MergeRule::Prose, Category::CarePlan, 0, Searchable::Yes, 16 * 1024}};
inline constexpr TextField kOpenedOn{{{11}, "opened_on", FieldKind::Date, MergeRule::Authority, Category::CarePlan}};
inline constexpr TextField kReviewDue{
    {{12}, "review_due", FieldKind::Date, MergeRule::Authority, Category::CarePlan, 4}};
inline constexpr TextField kReviewedOn{
    {{13}, "reviewed_on", FieldKind::Date, MergeRule::Authority, Category::CarePlan, 4}};
// "Edith", "her son Tom", "Dr Lim": who agreed, in plain names
inline constexpr SetField kAgreedWith{
    {{14}, "agreed_with", FieldKind::Set, MergeRule::SetUnion, Category::CarePlan, 0, Searchable::No, 4096}};
inline constexpr TextField kAgreedOn{{{15}, "agreed_on", FieldKind::Date, MergeRule::Authority, Category::CarePlan}};
// the plan of the agency that led before
inline constexpr RecordField kContinues{
    {{16}, "continues", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
inline constexpr AgencyField kContinuesOf{
    {{17}, "continues_of", FieldKind::Agency, MergeRule::Authority, Category::CarePlan}};
// the plan of the agency that leads now
inline constexpr RecordField kContinuedBy{
    {{18}, "continued_by", FieldKind::Record, MergeRule::Status, Category::CarePlan, 1}};
inline constexpr AgencyField kContinuedOf{
    {{19}, "continued_of", FieldKind::Agency, MergeRule::Status, Category::CarePlan, 1}};

inline constexpr FieldSpec kFields[] = {kState,     kClosedOn,    kClosedBecause, kCaseOwner,  kOwnerSince,
                                        kOfferedTo, kOfferedBy,   kOfferedAt,     kOfferWords, kSummary,
                                        kOpenedOn,  kReviewDue,   kReviewedOn,    kAgreedWith, kAgreedOn,
                                        kContinues, kContinuesOf, kContinuedBy,   kContinuedOf};

} // namespace frontsheet::care_plan

namespace frontsheet::need {

// "help to wash in the morning"
inline constexpr TextField kText{
    {{1}, "text", FieldKind::Text, MergeRule::Prose, Category::CarePlan, 0, Searchable::Yes, 1024}};
// personal-care meals mobility medicines home-safety memory mood social money housing nursing carer other
inline constexpr TextField kDomain{{{2}, "domain", FieldKind::Code, MergeRule::Authority, Category::CarePlan}};
inline constexpr TextField kDetail{
    {{3}, "detail", FieldKind::Prose, MergeRule::Prose, Category::CarePlan, 0, Searchable::No, 16 * 1024}};
// how the person puts it, verbatim
inline constexpr TextField kPersonSays{
    {{4}, "person_says", FieldKind::Prose, MergeRule::Prose, Category::CarePlan, 0, Searchable::No, 4096}};
// open met part-met unmet ended
inline constexpr TextField kState{{{5}, "state", FieldKind::Code, MergeRule::Status, Category::CarePlan, 1}};
// no-service waiting-list not-eligible person-declines no-money other
inline constexpr TextField kUnmetBecause{
    {{6}, "unmet_because", FieldKind::Code, MergeRule::Status, Category::CarePlan, 1}};
// the reason in words that the person could read
inline constexpr TextField kUnmetWords{
    {{7}, "unmet_words", FieldKind::Prose, MergeRule::Status, Category::CarePlan, 1, Searchable::No, 4096}};
// what is done until it is met
inline constexpr TextField kMeanwhile{
    {{8}, "meanwhile", FieldKind::Prose, MergeRule::Prose, Category::CarePlan, 0, Searchable::No, 4096}};
inline constexpr TextField kNextLook{{{9}, "next_look", FieldKind::Date, MergeRule::Authority, Category::CarePlan}};
inline constexpr RecordField kPlan{{{10}, "plan", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
inline constexpr TextField kEndedBecause{
    {{11}, "ended_because", FieldKind::Prose, MergeRule::Status, Category::CarePlan, 1, Searchable::No, 4096}};

inline constexpr FieldSpec kFields[] = {kText,       kDomain,    kDetail,   kPersonSays, kState,       kUnmetBecause,
                                        kUnmetWords, kMeanwhile, kNextLook, kPlan,       kEndedBecause};

} // namespace frontsheet::need

namespace frontsheet::goal {

// in the person's words
inline constexpr TextField kWords{
    {{1}, "words", FieldKind::Prose, MergeRule::Prose, Category::CarePlan, 0, Searchable::Yes, 4096}};
// how everybody will know that it is reached
inline constexpr TextField kLooksLike{
    {{2}, "looks_like", FieldKind::Prose, MergeRule::Prose, Category::CarePlan, 0, Searchable::No, 4096}};
inline constexpr TextField kBy{{{3}, "by", FieldKind::Date, MergeRule::Authority, Category::CarePlan}};
// set reached part-reached not-reached given-up
inline constexpr TextField kState{{{4}, "state", FieldKind::Code, MergeRule::Status, Category::CarePlan, 1}};
inline constexpr TextField kResult{
    {{5}, "result", FieldKind::Prose, MergeRule::Status, Category::CarePlan, 1, Searchable::No, 4096}};
inline constexpr TextField kResultOn{{{6}, "result_on", FieldKind::Date, MergeRule::Status, Category::CarePlan, 1}};
inline constexpr RecordField kPlan{{{7}, "plan", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
// a rehabilitation goal after a discharge
inline constexpr RecordField kPlacement{
    {{8}, "placement", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
inline constexpr RecordField kNeed{{{9}, "need", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};

// Something to be done by one worker of one agency. Offered to another than its author it waits for their answer.

inline constexpr FieldSpec kFields[] = {kWords, kLooksLike, kBy, kState, kResult, kResultOn, kPlan, kPlacement, kNeed};

} // namespace frontsheet::goal

namespace frontsheet::action {

inline constexpr TextField kWhat{
    {{1}, "what", FieldKind::Text, MergeRule::Prose, Category::CarePlan, 0, Searchable::Yes, 1024}};
inline constexpr TextField kDetail{
    {{2}, "detail", FieldKind::Prose, MergeRule::Prose, Category::CarePlan, 0, Searchable::No, 16 * 1024}};
inline constexpr AgencyField kOwnerAgency{
    {{3}, "owner_agency", FieldKind::Agency, MergeRule::Status, Category::CarePlan, 1}};
inline constexpr WorkerField kOwner{{{4}, "owner", FieldKind::Worker, MergeRule::Status, Category::CarePlan, 1}};
// offered accepted declined done cancelled
inline constexpr TextField kState{{{5}, "state", FieldKind::Code, MergeRule::Status, Category::CarePlan, 1}};
// why declined or cancelled
inline constexpr TextField kAnswer{
    {{6}, "answer", FieldKind::Prose, MergeRule::Status, Category::CarePlan, 1, Searchable::No, 4096}};
inline constexpr TimeField kAnsweredAt{{{7}, "answered_at", FieldKind::Time, MergeRule::Status, Category::CarePlan, 1}};
// what came of it
inline constexpr TextField kReport{
    {{8}, "report", FieldKind::Prose, MergeRule::Status, Category::CarePlan, 1, Searchable::Yes, 16 * 1024}};
inline constexpr TimeField kReportedAt{{{9}, "reported_at", FieldKind::Time, MergeRule::Status, Category::CarePlan, 1}};
inline constexpr TextField kDue{{{10}, "due", FieldKind::Date, MergeRule::Authority, Category::CarePlan}};
inline constexpr WorkerField kAskedBy{{{11}, "asked_by", FieldKind::Worker, MergeRule::Authority, Category::CarePlan}};
inline constexpr AgencyField kAskedByAgency{
    {{12}, "asked_by_agency", FieldKind::Agency, MergeRule::Authority, Category::CarePlan}};
// where it is done, for an escort or a home visit
inline constexpr TextField kPlace{{{13}, "place", FieldKind::Text, MergeRule::Authority, Category::CarePlan}};
inline constexpr RecordField kPlan{{{14}, "plan", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
inline constexpr RecordField kNeed{{{15}, "need", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
inline constexpr RecordField kGoal{{{16}, "goal", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
inline constexpr RecordField kPlacement{
    {{17}, "placement", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
// of the way home that it is to get ready
inline constexpr RecordField kChecklistItem{
    {{18}, "checklist_item", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
// that decided it
inline constexpr RecordField kConference{
    {{19}, "conference", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
// that asked for it: an answer that must not be left alone
inline constexpr RecordField kMeasure{{{20}, "measure", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};

// One line of the package of care: who does what, how often, for how long, who pays. Allocated is what was agreed, delivered is what was
// reported.

inline constexpr FieldSpec kFields[] = {kWhat,    kDetail,        kOwnerAgency,   kOwner,      kState,
                                        kAnswer,  kAnsweredAt,    kReport,        kReportedAt, kDue,
                                        kAskedBy, kAskedByAgency, kPlace,         kPlan,       kNeed,
                                        kGoal,    kPlacement,     kChecklistItem, kConference, kMeasure};

} // namespace frontsheet::action

namespace frontsheet::package_line {

// "help to wash and dress"
inline constexpr TextField kTask{
    {{1}, "task", FieldKind::Text, MergeRule::Prose, Category::CarePlan, 0, Searchable::Yes, 1024}};
inline constexpr TextField kProvider{{{2}, "provider", FieldKind::Text, MergeRule::Authority, Category::CarePlan, 1}};
inline constexpr ServiceField kProviderService{
    {{3}, "provider_service", FieldKind::Service, MergeRule::Authority, Category::CarePlan, 1}};
inline constexpr IntegerField kVisitsAWeek{
    {{4}, "visits_a_week", FieldKind::Integer, MergeRule::Authority, Category::CarePlan, 2}};
inline constexpr IntegerField kMinutesAVisit{
    {{5}, "minutes_a_visit", FieldKind::Integer, MergeRule::Authority, Category::CarePlan, 2}};
// 2: double-handed; 0 counts as 1
inline constexpr IntegerField kWorkersAVisit{
    {{6}, "workers_a_visit", FieldKind::Integer, MergeRule::Authority, Category::CarePlan, 2}};
// "mornings, before 9"
inline constexpr TextField kWhen{{{7}, "when", FieldKind::Text, MergeRule::Authority, Category::CarePlan, 2}};
// of one worker each
inline constexpr IntegerField kDeliveredMinutesAWeek{
    {{8}, "delivered_minutes_a_week", FieldKind::Integer, MergeRule::Authority, Category::CarePlan, 3}};
inline constexpr TextField kDeliveredAsOf{
    {{9}, "delivered_as_of", FieldKind::Date, MergeRule::Authority, Category::CarePlan, 3}};
// all payers together
inline constexpr IntegerField kWeeklyCostPence{
    {{10}, "weekly_cost_pence", FieldKind::Integer, MergeRule::Authority, Category::Finance, 4}};
inline constexpr IntegerField kCouncilPence{
    {{11}, "council_pence", FieldKind::Integer, MergeRule::Authority, Category::Finance, 4}};
inline constexpr IntegerField kNhsPence{
    {{12}, "nhs_pence", FieldKind::Integer, MergeRule::Authority, Category::Finance, 4}};
inline constexpr IntegerField kPersonPence{
    {{13}, "person_pence", FieldKind::Integer, MergeRule::Authority, Category::Finance, 4}};
inline constexpr IntegerField kOtherPence{
    {{14}, "other_pence", FieldKind::Integer, MergeRule::Authority, Category::Finance, 4}};
inline constexpr TextField kOtherPayer{
    {{15}, "other_payer", FieldKind::Text, MergeRule::Authority, Category::Finance, 4}};
inline constexpr TextField kStartsOn{{{16}, "starts_on", FieldKind::Date, MergeRule::Authority, Category::CarePlan, 5}};
inline constexpr TextField kEndsOn{{{17}, "ends_on", FieldKind::Date, MergeRule::Authority, Category::CarePlan, 5}};
// arranging running suspended ended
inline constexpr TextField kState{{{18}, "state", FieldKind::Code, MergeRule::Status, Category::CarePlan, 6}};
inline constexpr TextField kStateBecause{
    {{19}, "state_because", FieldKind::Prose, MergeRule::Status, Category::CarePlan, 6, Searchable::No, 4096}};
inline constexpr RecordField kPlan{{{20}, "plan", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};
inline constexpr RecordField kNeed{{{21}, "need", FieldKind::Record, MergeRule::Authority, Category::CarePlan}};

// Mental health: what to look out for and whom to call. Part of the plan and apart from it, since others may read it.

inline constexpr FieldSpec kFields[] = {kTask,
                                        kProvider,
                                        kProviderService,
                                        kVisitsAWeek,
                                        kMinutesAVisit,
                                        kWorkersAVisit,
                                        kWhen,
                                        kDeliveredMinutesAWeek,
                                        kDeliveredAsOf,
                                        kWeeklyCostPence,
                                        kCouncilPence,
                                        kNhsPence,
                                        kPersonPence,
                                        kOtherPence,
                                        kOtherPayer,
                                        kStartsOn,
                                        kEndsOn,
                                        kState,
                                        kStateBecause,
                                        kPlan,
                                        kNeed};

} // namespace frontsheet::package_line

namespace frontsheet::crisis_part {

inline constexpr TextField kEarlySigns{
    {{1}, "early_signs", FieldKind::Prose, MergeRule::Prose, Category::MentalHealth, 0, Searchable::No, 16 * 1024}};
inline constexpr TextField kWhatHelps{
    {{2}, "what_helps", FieldKind::Prose, MergeRule::Prose, Category::MentalHealth, 0, Searchable::No, 16 * 1024}};
inline constexpr TextField kWhatDoesNot{
    {{3}, "what_does_not", FieldKind::Prose, MergeRule::Prose, Category::MentalHealth, 0, Searchable::No, 16 * 1024}};
inline constexpr TextField kWhomToCall{
    {{4}, "whom_to_call", FieldKind::Prose, MergeRule::Prose, Category::MentalHealth, 0, Searchable::No, 4096}};
inline constexpr TextField kSafePlace{
    {{5}, "safe_place", FieldKind::Prose, MergeRule::Prose, Category::MentalHealth, 0, Searchable::No, 4096}};
// children, others cared for, animals: who looks after them
inline constexpr TextField kWhoDepends{
    {{6}, "who_depends", FieldKind::Prose, MergeRule::Prose, Category::MentalHealth, 0, Searchable::No, 4096}};
inline constexpr IntegerField kPersonAgrees{
    {{7}, "person_agrees", FieldKind::YesNo, MergeRule::Authority, Category::MentalHealth, 1}};
inline constexpr TextField kAgreedOn{
    {{8}, "agreed_on", FieldKind::Date, MergeRule::Authority, Category::MentalHealth, 1}};
inline constexpr TextField kReviewDue{
    {{9}, "review_due", FieldKind::Date, MergeRule::Authority, Category::MentalHealth}};
inline constexpr RecordField kPlan{{{10}, "plan", FieldKind::Record, MergeRule::Authority, Category::MentalHealth}};
// as on a contact note
inline constexpr SetField kReaders{
    {{11}, "readers", FieldKind::Set, MergeRule::Authority, Category::MentalHealth, 0, Searchable::No, 16 * 1024}};

inline constexpr FieldSpec kFields[] = {kEarlySigns,   kWhatHelps, kWhatDoesNot, kWhomToCall, kSafePlace, kWhoDepends,
                                        kPersonAgrees, kAgreedOn,  kReviewDue,   kPlan,       kReaders};

} // namespace frontsheet::crisis_part
