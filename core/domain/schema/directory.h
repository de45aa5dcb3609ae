// The directory: agencies, workers, services and contact points. No person is in it, so every device holds all of it.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::agency {

inline constexpr AgencyField kCode{{{1}, "code", FieldKind::Agency, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kName{
    {{2}, "name", FieldKind::Text, MergeRule::Authority, Category::Directory, 0, Searchable::Yes}};
inline constexpr TextField kShortName{
    {{3}, "short_name", FieldKind::Text, MergeRule::Authority, Category::Directory}}; // 20 characters
inline constexpr TextField kInitials{
    {{4}, "initials", FieldKind::Text, MergeRule::Authority, Category::Directory}}; // 2 letters, for the badge
inline constexpr TextField kKind{
    {{5},
     "kind",
     FieldKind::Code,
     MergeRule::Authority,
     Category::Directory}}; // council community-trust mental-health-trust gp-practice housing voluntary
inline constexpr TextField kPhone{{{6}, "phone", FieldKind::Text, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kOdsCode{
    {{7}, "ods_code", FieldKind::Text, MergeRule::Authority, Category::Directory}}; // of a GP practice

// days after a discharge on which its placements are looked at: "42,91,182"; empty: as the guidance has them
inline constexpr TextField kReviewDays{
    {{8}, "review_days", FieldKind::Text, MergeRule::Authority, Category::Directory}};

inline constexpr FieldSpec kFields[] = {kCode, kName, kShortName, kInitials, kKind, kPhone, kOdsCode, kReviewDays};

} // namespace frontsheet::agency

namespace frontsheet::worker {

inline constexpr WorkerField kCode{{{1}, "code", FieldKind::Worker, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kName{
    {{2}, "name", FieldKind::Text, MergeRule::Authority, Category::Directory, 0, Searchable::Yes}};
inline constexpr TextField kRole{
    {{3}, "role", FieldKind::Text, MergeRule::Authority, Category::Directory, 0, Searchable::Yes}};
inline constexpr TextField kBase{{{4}, "base", FieldKind::Text, MergeRule::Authority, Category::Directory}};
inline constexpr SetField kCovers{
    {{5}, "covers", FieldKind::Set, MergeRule::SetUnion, Category::Directory}}; // towns, ODS codes, teams or "all"
inline constexpr TextField kPhone{{{6}, "phone", FieldKind::Text, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kEmail{{{7}, "email", FieldKind::Text, MergeRule::Authority, Category::Directory}};
inline constexpr AgencyField kAgency{{{8}, "agency", FieldKind::Agency, MergeRule::Authority, Category::Directory}};

inline constexpr FieldSpec kFields[] = {kCode, kName, kRole, kBase, kCovers, kPhone, kEmail, kAgency};

} // namespace frontsheet::worker

namespace frontsheet::service {

inline constexpr ServiceField kCode{{{1}, "code", FieldKind::Service, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kName{
    {{2}, "name", FieldKind::Text, MergeRule::Authority, Category::Directory, 0, Searchable::Yes}};
inline constexpr TextField kCriteria{
    {{3}, "criteria", FieldKind::Text, MergeRule::Authority, Category::Directory, 0, Searchable::Yes}};
inline constexpr TextField kHours{
    {{4}, "hours", FieldKind::Text, MergeRule::Authority, Category::Directory}}; // "Mon-Fri 08:30-17:00"
inline constexpr TextField kRoutedBy{{{5},
                                      "routed_by",
                                      FieldKind::Text,
                                      MergeRule::Authority,
                                      Category::Directory}}; // practice | town | all | a town's name
inline constexpr TextField kRespondsWithin{
    {{6}, "responds_within", FieldKind::Text, MergeRule::Authority, Category::Directory}}; // "2 working days"
inline constexpr TextField kDutyPhone{{{7}, "duty_phone", FieldKind::Text, MergeRule::Authority, Category::Directory}};
inline constexpr SetField kRoles{
    {{8}, "roles", FieldKind::Set, MergeRule::SetUnion, Category::Directory}}; // whose workers answer it
inline constexpr SetField kKeywords{
    {{9}, "keywords", FieldKind::Set, MergeRule::SetUnion, Category::Directory, 0, Searchable::Yes, 2048}};
inline constexpr AgencyField kAgency{{{10}, "agency", FieldKind::Agency, MergeRule::Authority, Category::Directory}};

// what happens after a referral, in words for the referrer: "we ring within a day, then visit"
inline constexpr TextField kExpect{
    {{11}, "expect", FieldKind::Prose, MergeRule::Authority, Category::Directory, 0, Searchable::No, 2048}};
// whole years; 0: any
inline constexpr IntegerField kMinAge{{{12}, "min_age", FieldKind::Integer, MergeRule::Authority, Category::Directory}};
// whole years; 0: any
inline constexpr IntegerField kMaxAge{{{13}, "max_age", FieldKind::Integer, MergeRule::Authority, Category::Directory}};
// takes no referrals from that day on
inline constexpr TextField kClosedOn{{{14}, "closed_on", FieldKind::Date, MergeRule::Authority, Category::Directory}};
// why, and where to go instead
inline constexpr TextField kClosedWords{
    {{15}, "closed_words", FieldKind::Text, MergeRule::Authority, Category::Directory}};
// that takes its referrals since
inline constexpr ServiceField kInstead{
    {{16}, "instead", FieldKind::Service, MergeRule::Authority, Category::Directory}};
// "no referral needed: anybody may ring"
inline constexpr TextField kTakesWithout{
    {{17}, "takes_without", FieldKind::Text, MergeRule::Authority, Category::Directory}};

inline constexpr FieldSpec kFields[] = {kCode,      kName,     kCriteria,    kHours,   kRoutedBy,    kRespondsWithin,
                                        kDutyPhone, kRoles,    kKeywords,    kAgency,  kExpect,      kMinAge,
                                        kMaxAge,    kClosedOn, kClosedWords, kInstead, kTakesWithout};

} // namespace frontsheet::service

namespace frontsheet::contact_point {

inline constexpr TextField kName{
    {{1}, "name", FieldKind::Text, MergeRule::Authority, Category::Directory, 0, Searchable::Yes}};
inline constexpr TextField kPhone{{{2}, "phone", FieldKind::Text, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kHours{{{3}, "hours", FieldKind::Text, MergeRule::Authority, Category::Directory}};
inline constexpr ServiceField kService{{{4}, "service", FieldKind::Service, MergeRule::Authority, Category::Directory}};
inline constexpr WorkerField kWorker{{{5}, "worker", FieldKind::Worker, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kPurpose{{{6},
                                     "purpose",
                                     FieldKind::Code,
                                     MergeRule::Authority,
                                     Category::Directory}}; // duty out-of-hours governance front-desk named-worker
inline constexpr AgencyField kAgency{{{7}, "agency", FieldKind::Agency, MergeRule::Authority, Category::Directory}};

inline constexpr FieldSpec kFields[] = {kName, kPhone, kHours, kService, kWorker, kPurpose, kAgency};

} // namespace frontsheet::contact_point
