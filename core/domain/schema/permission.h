// What a person said about sharing, as records. A statement stands at the agency that recorded it; every other agency it
// names is told of it by a notice. None of the three types ever leaves its home but for the notice itself, which agency
// servers pass one another. How they are read: core/domain/sharing/permission_codec.h.
#pragma once

#include "core/domain/schema/field.h"

// One permission or objection. What was said never changes: a correction is a new statement, and a change of mind withdraws.
// Waits for: the agencies it names, each of which must acknowledge it.
namespace frontsheet::permission_statement {

inline constexpr TextField kKind{{{1},
                                  "kind",
                                  FieldKind::Code,
                                  MergeRule::Authority,
                                  Category::Involvement}}; // permission objection restricted-location
// What it is about. An absent agency, category or purpose: every one.
inline constexpr AgencyField kHome{
    {{2}, "home", FieldKind::Agency, MergeRule::Authority, Category::Involvement}}; // whose records
inline constexpr AgencyField kReceiver{
    {{3}, "receiver", FieldKind::Agency, MergeRule::Authority, Category::Involvement}}; // shown to whom
inline constexpr TextField kCategory{{{4}, "category", FieldKind::Code, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kPurpose{{{5}, "purpose", FieldKind::Code, MergeRule::Authority, Category::Involvement}};
// How it came about.
inline constexpr TimeField kAskedAt{{{6}, "asked_at", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr WorkerField kAskedBy{
    {{7}, "asked_by", FieldKind::Worker, MergeRule::Authority, Category::Involvement}};
inline constexpr AgencyField kAskedByAgency{
    {{8}, "asked_by_agency", FieldKind::Agency, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kHow{{{9},
                                 "how",
                                 FieldKind::Code,
                                 MergeRule::Authority,
                                 Category::Involvement}}; // face-to-face telephone in-writing with-interpreter video
inline constexpr TextField kGivenBy{
    {{10}, "given_by", FieldKind::Code, MergeRule::Authority, Category::Involvement}}; // person attorney deputy
inline constexpr TextField kAuthority{{{11},
                                       "authority",
                                       FieldKind::Text,
                                       MergeRule::Authority,
                                       Category::Involvement}}; // the power's or order's reference
inline constexpr TextField kCapacity{
    {{12}, "capacity", FieldKind::Code, MergeRule::Authority, Category::Involvement}}; // presumed best-interests
inline constexpr WorkerField kDecidedBy{
    {{13}, "decided_by", FieldKind::Worker, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kDecidedWhy{
    {{14}, "decided_why", FieldKind::Prose, MergeRule::Authority, Category::Wishes, 0, Searchable::No, 4096}};
// When it holds.
inline constexpr TimeField kFrom{{{15}, "from", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kUntil{{{16}, "until", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kWithdrawnAt{
    {{17}, "withdrawn_at", FieldKind::Time, MergeRule::Status, Category::Involvement, 1}};
inline constexpr WorkerField kWithdrawnBy{
    {{18}, "withdrawn_by", FieldKind::Worker, MergeRule::Status, Category::Involvement, 1}};
inline constexpr TextField kWithdrawnWhy{{{19},
                                          "withdrawn_why",
                                          FieldKind::Code,
                                          MergeRule::Status,
                                          Category::Involvement,
                                          1}}; // changed-mind recorded-wrongly
inline constexpr TextField kWords{{{20},
                                   "words",
                                   FieldKind::Prose,
                                   MergeRule::Authority,
                                   Category::Wishes,
                                   0,
                                   Searchable::No,
                                   4096}}; // the person's own
inline constexpr RecordField kCorrects{{{21},
                                        "corrects",
                                        FieldKind::Record,
                                        MergeRule::Authority,
                                        Category::Involvement}}; // the statement it stands in for
// Of a restricted location: "agency/worker" who may know it (core/domain/sharing/named_reader.h), and for which visits,
// "worker/milliseconds".
inline constexpr SetField kReaders{
    {{22}, "readers", FieldKind::Set, MergeRule::Authority, Category::Involvement, 0, Searchable::No, 16 * 1024}};
inline constexpr SetField kVisits{
    {{23}, "visits", FieldKind::Set, MergeRule::SetUnion, Category::Involvement, 0, Searchable::No, 16 * 1024}};
// Where that is, and how to get in. Kept here and nowhere else while it is restricted, so that no list, index, print or export can
// have it: it goes to a named reader with a visit about now (sharing_decision.h, step 7), and is erased when the restriction ends.
inline constexpr TextField kWhere{
    {{24}, "where", FieldKind::Prose, MergeRule::Authority, Category::ContactDetails, 0, Searchable::No, 4096}};
// What became of it at each agency it names. The home alone sets them, from what its partners' servers say.
inline constexpr SetField kDeliveries{
    {{30}, "deliveries", FieldKind::Set, MergeRule::Authority, Category::Involvement, 0, Searchable::No, 64 * 1024}};

inline constexpr FieldSpec kFields[] = {
    kKind,         kHome,      kReceiver, kCategory,  kPurpose,    kAskedAt, kAskedBy,   kAskedByAgency, kHow,
    kGivenBy,      kAuthority, kCapacity, kDecidedBy, kDecidedWhy, kFrom,    kUntil,     kWithdrawnAt,   kWithdrawnBy,
    kWithdrawnWhy, kWords,     kCorrects, kReaders,   kVisits,     kWhere,   kDeliveries};

} // namespace frontsheet::permission_statement

// What another agency asks this one to stop, or tells it it may do. Made by the peer link alone; about the person under the
// sender's id, which this agency's own stated links join to its own. Waits for: a worker here, who acknowledges it, once as
// given and once more when it is withdrawn.
namespace frontsheet::permission_notice {

inline constexpr RecordField kStatement{
    {{1}, "statement", FieldKind::Record, MergeRule::Authority, Category::Involvement}};
inline constexpr IntegerField kStatementVersion{
    {{2}, "statement_version", FieldKind::Integer, MergeRule::Authority, Category::Involvement}};
inline constexpr AgencyField kFromAgency{
    {{3}, "from_agency", FieldKind::Agency, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kReceivedAt{
    {{4}, "received_at", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kAcknowledgedAt{
    {{5}, "acknowledged_at", FieldKind::Time, MergeRule::Status, Category::Involvement, 1}};
inline constexpr WorkerField kAcknowledgedBy{
    {{6}, "acknowledged_by", FieldKind::Worker, MergeRule::Status, Category::Involvement, 1}};
inline constexpr TextField kAcknowledgedWords{
    {{7}, "acknowledged_words", FieldKind::Text, MergeRule::Status, Category::Involvement, 1}};
inline constexpr TimeField kWithdrawalAcknowledgedAt{
    {{8}, "withdrawal_acknowledged_at", FieldKind::Time, MergeRule::Status, Category::Involvement, 2}};
inline constexpr WorkerField kWithdrawalAcknowledgedBy{
    {{9}, "withdrawal_acknowledged_by", FieldKind::Worker, MergeRule::Status, Category::Involvement, 2}};
inline constexpr TextField kWithdrawalAcknowledgedWords{
    {{10}, "withdrawal_acknowledged_words", FieldKind::Text, MergeRule::Status, Category::Involvement, 2}};

// As in the statement; what the person's own words and the reasons were stays there.
inline constexpr TextField kKind{{{20}, "kind", FieldKind::Code, MergeRule::Authority, Category::Involvement}};
inline constexpr AgencyField kHome{{{21}, "home", FieldKind::Agency, MergeRule::Authority, Category::Involvement}};
inline constexpr AgencyField kReceiver{
    {{22}, "receiver", FieldKind::Agency, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kCategory{{{23}, "category", FieldKind::Code, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kPurpose{{{24}, "purpose", FieldKind::Code, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kAskedAt{{{25}, "asked_at", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr WorkerField kAskedBy{
    {{26}, "asked_by", FieldKind::Worker, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kHow{{{27}, "how", FieldKind::Code, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kGivenBy{{{28}, "given_by", FieldKind::Code, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kAuthority{
    {{29}, "authority", FieldKind::Text, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kCapacity{{{30}, "capacity", FieldKind::Code, MergeRule::Authority, Category::Involvement}};
inline constexpr WorkerField kDecidedBy{
    {{31}, "decided_by", FieldKind::Worker, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kFrom{{{32}, "from", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kUntil{{{33}, "until", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kWithdrawnAt{
    {{34}, "withdrawn_at", FieldKind::Time, MergeRule::Authority, Category::Involvement}};

inline constexpr FieldSpec kFields[] = {kStatement,
                                        kStatementVersion,
                                        kFromAgency,
                                        kReceivedAt,
                                        kAcknowledgedAt,
                                        kAcknowledgedBy,
                                        kAcknowledgedWords,
                                        kWithdrawalAcknowledgedAt,
                                        kWithdrawalAcknowledgedBy,
                                        kWithdrawalAcknowledgedWords,
                                        kKind,
                                        kHome,
                                        kReceiver,
                                        kCategory,
                                        kPurpose,
                                        kAskedAt,
                                        kAskedBy,
                                        kHow,
                                        kGivenBy,
                                        kAuthority,
                                        kCapacity,
                                        kDecidedBy,
                                        kFrom,
                                        kUntil,
                                        kWithdrawnAt};

} // namespace frontsheet::permission_notice

// That a safeguarding concern was sent although the person had objected, for its sender's agency to look at afterwards. Made by
// the home with the referral itself. Waits for: somebody of the agency other than who sent it.
namespace frontsheet::objection_review {

inline constexpr RecordField kReferral{
    {{1}, "referral", FieldKind::Record, MergeRule::Authority, Category::Involvement}};
inline constexpr AgencyField kToAgency{
    {{2}, "to_agency", FieldKind::Agency, MergeRule::Authority, Category::Involvement}};
inline constexpr WorkerField kSentBy{{{3}, "sent_by", FieldKind::Worker, MergeRule::Authority, Category::Involvement}};
inline constexpr TimeField kSentAt{{{4}, "sent_at", FieldKind::Time, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kReason{
    {{5}, "reason", FieldKind::Prose, MergeRule::Authority, Category::Involvement, 0, Searchable::No, 4096}};
inline constexpr TextField kState{
    {{6}, "state", FieldKind::Code, MergeRule::Status, Category::Involvement, 1}}; // awaiting right not-right
inline constexpr WorkerField kReviewedBy{
    {{7}, "reviewed_by", FieldKind::Worker, MergeRule::Status, Category::Involvement, 1}};
inline constexpr TimeField kReviewedAt{
    {{8}, "reviewed_at", FieldKind::Time, MergeRule::Status, Category::Involvement, 1}};
inline constexpr TextField kWords{
    {{9}, "words", FieldKind::Prose, MergeRule::Status, Category::Involvement, 1, Searchable::No, 4096}};

inline constexpr FieldSpec kFields[] = {kReferral, kToAgency,   kSentBy,     kSentAt, kReason,
                                        kState,    kReviewedBy, kReviewedAt, kWords};

} // namespace frontsheet::objection_review
