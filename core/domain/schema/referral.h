// Referral: homed at the sender with all its states, messages and outcome; the receiver's workers contribute to it.
// Its states and who may move it are in core/domain/referral_machine.h.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::referral {

inline constexpr TextField kNeed{{{1},
                                  "need",
                                  FieldKind::Text,
                                  MergeRule::Prose,
                                  Category::Referral,
                                  0,
                                  Searchable::Yes}}; // what is asked for, in a line
inline constexpr TextField kReason{
    {{2}, "reason", FieldKind::Prose, MergeRule::Prose, Category::Referral, 0, Searchable::Yes, 64 * 1024}};
inline constexpr AgencyField kToAgency{{{3}, "to_agency", FieldKind::Agency, MergeRule::Authority, Category::Referral}};
inline constexpr ServiceField kToService{
    {{4}, "to_service", FieldKind::Service, MergeRule::Authority, Category::Referral}};
inline constexpr WorkerField kToWorker{{{5}, "to_worker", FieldKind::Worker, MergeRule::Authority, Category::Referral}};
inline constexpr TextField kUrgency{
    {{6}, "urgency", FieldKind::Code, MergeRule::Authority, Category::Referral}}; // routine soon today
inline constexpr TextField kState{{{7}, "state", FieldKind::Code, MergeRule::Status, Category::Referral, 1}};
inline constexpr WorkerField kFromWorker{
    {{8}, "from_worker", FieldKind::Worker, MergeRule::Authority, Category::Referral}};
inline constexpr TimeField kSentAt{{{9}, "sent_at", FieldKind::Time, MergeRule::Authority, Category::Referral}};
inline constexpr TimeField kAnswerBy{{{10}, "answer_by", FieldKind::Time, MergeRule::Authority, Category::Referral}};
inline constexpr WorkerField kSeenBy{{{11}, "seen_by", FieldKind::Worker, MergeRule::Status, Category::Referral, 2}};
inline constexpr TimeField kSeenAt{{{12}, "seen_at", FieldKind::Time, MergeRule::Status, Category::Referral, 2}};
inline constexpr WorkerField kAcceptedBy{
    {{13}, "accepted_by", FieldKind::Worker, MergeRule::Status, Category::Referral, 1}};
inline constexpr TimeField kAnsweredAt{
    {{14}, "answered_at", FieldKind::Time, MergeRule::Status, Category::Referral, 1}};
inline constexpr TextField kAnswer{{{15},
                                    "answer",
                                    FieldKind::Prose,
                                    MergeRule::Status,
                                    Category::Referral,
                                    1,
                                    Searchable::No,
                                    16 * 1024}}; // what the receiver said with it: plan, reason for declining, question
inline constexpr TextField kSuggestion{{{16},
                                        "suggestion",
                                        FieldKind::Prose,
                                        MergeRule::Status,
                                        Category::Referral,
                                        1,
                                        Searchable::No,
                                        16 * 1024}}; // where to go instead
inline constexpr TextField kOutcome{
    {{17}, "outcome", FieldKind::Prose, MergeRule::Status, Category::Referral, 1, Searchable::Yes, 16 * 1024}};
inline constexpr TimeField kOutcomeAt{{{18}, "outcome_at", FieldKind::Time, MergeRule::Status, Category::Referral, 1}};
inline constexpr WorkerField kAnsweredBy{
    {{19}, "answered_by", FieldKind::Worker, MergeRule::Status, Category::Referral, 1}};

// What the service promises ("2 working days"). The home works kAnswerBy out of it when the referral arrives, by its own
// clock: a device that was offline, or years off, neither shortens nor lengthens the time to answer.
inline constexpr TextField kRespondWithin{
    {{20}, "respond_within", FieldKind::Text, MergeRule::Authority, Category::Referral}};

// When it reached the sender's server, by its clock; the home alone sets it.
inline constexpr TimeField kArrivedAt{{{21}, "arrived_at", FieldKind::Time, MergeRule::Authority, Category::Referral}};

// Why a safeguarding concern is sent although the person objects; absent: nobody had to overrule the person.
inline constexpr TextField kDespiteObjection{
    {{22}, "despite_objection", FieldKind::Prose, MergeRule::Authority, Category::Referral, 0, Searchable::No, 4096}};

// Photos, documents and signatures that go with what is asked for; the sender's until it is accepted.
inline constexpr SetField kFiles{
    {{23}, "files", FieldKind::Files, MergeRule::SetUnion, Category::Referral, 0, Searchable::No, 16 * 1024}};

// which kind of need, as the directory's keywords name it: an open one for the same person is warned of
inline constexpr TextField kNeedCode{{{24}, "need_code", FieldKind::Code, MergeRule::Authority, Category::Referral}};
// how often it was passed on
inline constexpr IntegerField kRedirects{
    {{25}, "redirects", FieldKind::Integer, MergeRule::Status, Category::Referral, 1}};
inline constexpr TextField kRedirectedBecause{
    {{26}, "redirected_because", FieldKind::Prose, MergeRule::Status, Category::Referral, 1, Searchable::No, 4096}};
// where it was before, in order: "01 council/SVC01/W001" (core/domain/referral_passing.h)
inline constexpr SetField kPassedThrough{
    {{27}, "passed_through", FieldKind::Set, MergeRule::Status, Category::Referral, 1, Searchable::No, 4096}};
// the receiver's first word or visit to the person
inline constexpr TimeField kFirstContactAt{
    {{28}, "first_contact_at", FieldKind::Time, MergeRule::Status, Category::Referral, 3}};
inline constexpr IntegerField kReopened{
    {{29}, "reopened", FieldKind::Integer, MergeRule::Status, Category::Referral, 1}};
inline constexpr TextField kReopenedBecause{
    {{30}, "reopened_because", FieldKind::Prose, MergeRule::Status, Category::Referral, 1, Searchable::No, 4096}};
// at the sender's: the feedback has reached a person
inline constexpr WorkerField kOutcomeReadBy{
    {{31}, "outcome_read_by", FieldKind::Worker, MergeRule::Status, Category::Referral, 4}};
inline constexpr TimeField kOutcomeReadAt{
    {{32}, "outcome_read_at", FieldKind::Time, MergeRule::Status, Category::Referral, 4}};

// who could take it instead, of the directory; with what is said of it in words
inline constexpr ServiceField kSuggestedService{
    {{33}, "suggested_service", FieldKind::Service, MergeRule::Status, Category::Referral, 1}};

// since when it waits for whom its state waits for, by the home's clock; the home alone sets it
inline constexpr TimeField kWaitsSince{{{34}, "waits_since", FieldKind::Time, MergeRule::Status, Category::Referral}};

inline constexpr FieldSpec kFields[] = {kNeed,
                                        kReason,
                                        kToAgency,
                                        kToService,
                                        kToWorker,
                                        kUrgency,
                                        kState,
                                        kFromWorker,
                                        kSentAt,
                                        kAnswerBy,
                                        kSeenBy,
                                        kSeenAt,
                                        kAcceptedBy,
                                        kAnsweredAt,
                                        kAnswer,
                                        kSuggestion,
                                        kOutcome,
                                        kOutcomeAt,
                                        kAnsweredBy,
                                        kRespondWithin,
                                        kArrivedAt,
                                        kDespiteObjection,
                                        kFiles,
                                        kNeedCode,
                                        kRedirects,
                                        kRedirectedBecause,
                                        kPassedThrough,
                                        kFirstContactAt,
                                        kReopened,
                                        kReopenedBecause,
                                        kOutcomeReadBy,
                                        kOutcomeReadAt,
                                        kSuggestedService,
                                        kWaitsSince};

} // namespace frontsheet::referral

// A message on a referral, homed with it. Written once, never changed.
namespace frontsheet::referral_message {

inline constexpr RecordField kReferral{{{1}, "referral", FieldKind::Record, MergeRule::Authority, Category::Referral}};
inline constexpr TextField kText{
    {{2}, "text", FieldKind::Prose, MergeRule::Authority, Category::Referral, 0, Searchable::Yes, 64 * 1024}};
inline constexpr AgencyField kToAgency{{{3}, "to_agency", FieldKind::Agency, MergeRule::Authority, Category::Referral}};
inline constexpr WorkerField kToWorker{{{4}, "to_worker", FieldKind::Worker, MergeRule::Authority, Category::Referral}};

inline constexpr SetField kFiles{
    {{5}, "files", FieldKind::Files, MergeRule::Authority, Category::Referral, 0, Searchable::No, 16 * 1024}};

// by whom it was written to, or whoever of the agency opened it first; absent: nobody yet
inline constexpr WorkerField kReadBy{{{6}, "read_by", FieldKind::Worker, MergeRule::Status, Category::Referral, 1}};
inline constexpr TimeField kReadAt{{{7}, "read_at", FieldKind::Time, MergeRule::Status, Category::Referral, 1}};

inline constexpr FieldSpec kFields[] = {kReferral, kText, kToAgency, kToWorker, kFiles, kReadBy, kReadAt};

} // namespace frontsheet::referral_message

// Received copy: what the accepting agency keeps of a referral as released to it, under its own retention.
namespace frontsheet::received_copy {

inline constexpr RecordField kReferral{{{1}, "referral", FieldKind::Record, MergeRule::Authority, Category::Referral}};
inline constexpr AgencyField kFromAgency{
    {{2}, "from_agency", FieldKind::Agency, MergeRule::Authority, Category::Referral}};
inline constexpr WorkerField kFromWorker{
    {{3}, "from_worker", FieldKind::Worker, MergeRule::Authority, Category::Referral}};
inline constexpr IntegerField kFromVersion{
    {{4}, "from_version", FieldKind::Integer, MergeRule::Authority, Category::Referral}};
inline constexpr TextField kNeed{
    {{5}, "need", FieldKind::Text, MergeRule::Authority, Category::Referral, 0, Searchable::Yes}};
inline constexpr TextField kReason{
    {{6}, "reason", FieldKind::Prose, MergeRule::Authority, Category::Referral, 0, Searchable::Yes, 64 * 1024}};
inline constexpr TimeField kSentAt{{{7}, "sent_at", FieldKind::Time, MergeRule::Authority, Category::Referral}};
inline constexpr WorkerField kAcceptedBy{
    {{8}, "accepted_by", FieldKind::Worker, MergeRule::Authority, Category::Referral}};

inline constexpr FieldSpec kFields[] = {kReferral, kFromAgency, kFromWorker, kFromVersion,
                                        kNeed,     kReason,     kSentAt,     kAcceptedBy};

} // namespace frontsheet::received_copy
