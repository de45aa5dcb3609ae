// Registration: what one agency itself knows of one person. One agency may hold several for one human (duplicates);
// they are linked, never merged.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::registration {

inline constexpr TextField kLocalId{{{1}, "local_id", FieldKind::Text, MergeRule::Authority, Category::Identity}};
// Ten digits without separators, valid by modulus 11, or absent. Kept as text: an identifier is not a number.
inline constexpr TextField kNhsNumber{
    {{2}, "nhs_number", FieldKind::Text, MergeRule::Authority, Category::Identity, 0, Searchable::Yes}};
// What stood in the NHS number box where it is not a valid number, exactly as it stood.
inline constexpr TextField kNhsNumberAsGiven{
    {{3}, "nhs_number_as_given", FieldKind::Text, MergeRule::Authority, Category::Identity}};
inline constexpr TextField kTitle{{{4}, "title", FieldKind::Text, MergeRule::Authority, Category::Identity}};
inline constexpr TextField kFamilyName{
    {{5}, "family_name", FieldKind::Text, MergeRule::Authority, Category::Identity, 0, Searchable::Yes}};
inline constexpr TextField kGivenName{
    {{6}, "given_name", FieldKind::Text, MergeRule::Authority, Category::Identity, 0, Searchable::Yes}};
inline constexpr TextField kPreferredName{
    {{7}, "preferred_name", FieldKind::Text, MergeRule::Authority, Category::Identity, 0, Searchable::Yes}};
inline constexpr TextField kBorn{{{8}, "born", FieldKind::Date, MergeRule::Authority, Category::Identity}};
inline constexpr TextField kBornAsGiven{
    {{9}, "born_as_given", FieldKind::Text, MergeRule::Authority, Category::Identity}};
inline constexpr TextField kGender{
    {{10}, "gender", FieldKind::Code, MergeRule::Authority, Category::Identity}}; // female male indeterminate not-known
inline constexpr TextField kDied{{{11}, "died", FieldKind::Date, MergeRule::Authority, Category::Identity}};
inline constexpr TextField kAddress{{{12},
                                     "address",
                                     FieldKind::Text,
                                     MergeRule::Authority,
                                     Category::ContactDetails,
                                     1,
                                     Searchable::Yes}}; // lines joined by ", "
inline constexpr TextField kTown{
    {{13}, "town", FieldKind::Text, MergeRule::Authority, Category::ContactDetails, 1, Searchable::Yes}};
inline constexpr TextField kPostcode{
    {{14}, "postcode", FieldKind::Text, MergeRule::Authority, Category::ContactDetails, 1, Searchable::Yes}};
inline constexpr TextField kPhone{
    {{15}, "phone", FieldKind::Text, MergeRule::Authority, Category::ContactDetails, 0, Searchable::Yes}}; // as written
inline constexpr TextField kLanguage{{{16}, "language", FieldKind::Text, MergeRule::Authority, Category::Wishes}};
inline constexpr TextField kLiving{{{17}, "living", FieldKind::Text, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kPractice{
    {{18}, "practice", FieldKind::Text, MergeRule::Authority, Category::Involvement}}; // ODS code, "Y99001"
inline constexpr TextField kFrailty{{{19},
                                     "frailty",
                                     FieldKind::Text,
                                     MergeRule::Authority,
                                     Category::FunctionalAssessment}}; // score or band with its scale's name
inline constexpr TextField kAccessNote{
    {{20}, "access_note", FieldKind::Prose, MergeRule::Prose, Category::HomeAccess, 0, Searchable::No, 4096}};
inline constexpr TextField kAlert{
    {{21}, "alert", FieldKind::Prose, MergeRule::Prose, Category::Alerts, 0, Searchable::No, 4096}};
inline constexpr TextField kLegalStatus{
    {{22}, "legal_status", FieldKind::Text, MergeRule::Authority, Category::LegalStatus}};
inline constexpr TextField kKeyWorkerName{{{23},
                                           "key_worker_name",
                                           FieldKind::Text,
                                           MergeRule::Authority,
                                           Category::Involvement}}; // as the extract spells it
inline constexpr TextField kTeam{{{24}, "team", FieldKind::Text, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kTenancyType{
    {{25}, "tenancy_type", FieldKind::Text, MergeRule::Authority, Category::Housing}};
inline constexpr IntegerField kArrearsPence{
    {{26}, "arrears_pence", FieldKind::Integer, MergeRule::Authority, Category::Finance}};

inline constexpr FieldSpec kFields[] = {kLocalId,       kNhsNumber,     kNhsNumberAsGiven,
                                        kTitle,         kFamilyName,    kGivenName,
                                        kPreferredName, kBorn,          kBornAsGiven,
                                        kGender,        kDied,          kAddress,
                                        kTown,          kPostcode,      kPhone,
                                        kLanguage,      kLiving,        kPractice,
                                        kFrailty,       kAccessNote,    kAlert,
                                        kLegalStatus,   kKeyWorkerName, kTeam,
                                        kTenancyType,   kArrearsPence};

} // namespace frontsheet::registration
