// One version of a sharing agreement as its home holds it: the signed text and what became of it. Of the directory, so that
// every device and every partner holds it. Written by the home's server alone, from its agreements (app/agency_server/agreement).
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::sharing_agreement {

// An agreement of forty agencies has some hundred kilobytes. With the statements it fits one record's body (sync/wire).
inline constexpr std::uint32_t kMaxTextBytes = 768 * 1024; // kMaxFieldBytes (record_schema.h)
inline constexpr std::uint32_t kMaxStatementBytes = 192 * 1024;
inline constexpr std::uint32_t kMaxAgencyListBytes = 8 * 1024;

inline constexpr TextField kAgreement{{{1},
                                       "agreement",
                                       FieldKind::Text,
                                       MergeRule::Authority,
                                       Category::Directory}}; // its id, the same in every version
inline constexpr IntegerField kVersion{{{2}, "version", FieldKind::Integer, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kForm{
    {{3}, "form", FieldKind::Code, MergeRule::Authority, Category::Directory}}; // partnership own-agency-policy
inline constexpr TextField kTitle{{{4}, "title", FieldKind::Text, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kText{{{5},
                                  "text",
                                  FieldKind::Prose,
                                  MergeRule::Authority,
                                  Category::Directory,
                                  0,
                                  Searchable::No,
                                  kMaxTextBytes}}; // as signed
inline constexpr TextField kHash{
    {{6}, "hash", FieldKind::Text, MergeRule::Authority, Category::Directory}}; // SHA-256 of its canonical form, in hex
// proposed:  its text is here, the home has not signed it
// signed:    the home has signed it and does not decide by it yet
// active:    the home decides by it; single clauses may be suspended
// suspended: all of it is stopped, by the home or by another party
// replaced:  another version decides in its place
// retired:   the home, or all others, have ended it
inline constexpr TextField kState{{{7}, "state", FieldKind::Code, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kStatements{{{8},
                                        "statements",
                                        FieldKind::Prose,
                                        MergeRule::Authority,
                                        Category::Directory,
                                        0,
                                        Searchable::No,
                                        kMaxStatementBytes}}; // parties' signed statements (sync/agreement)
inline constexpr SetField kBound{{{9},
                                  "bound",
                                  FieldKind::Set,
                                  MergeRule::Authority,
                                  Category::Directory,
                                  0,
                                  Searchable::No,
                                  kMaxAgencyListBytes}}; // between whom it counts, while the home decides by it
inline constexpr SetField kSignedBy{{{10},
                                     "signed_by",
                                     FieldKind::Set,
                                     MergeRule::Authority,
                                     Category::Directory,
                                     0,
                                     Searchable::No,
                                     kMaxAgencyListBytes}}; // whose signatures the home has verified
inline constexpr TimeField kEffective{{{11}, "effective", FieldKind::Time, MergeRule::Authority, Category::Directory}};
inline constexpr TimeField kReview{{{12}, "review", FieldKind::Time, MergeRule::Authority, Category::Directory}};
inline constexpr TimeField kExpires{{{13}, "expires", FieldKind::Time, MergeRule::Authority, Category::Directory}};
inline constexpr TimeField kSince{
    {{14}, "since", FieldKind::Time, MergeRule::Authority, Category::Directory}}; // when the home began to decide by it

inline constexpr FieldSpec kFields[] = {kAgreement,  kVersion, kForm,     kTitle,     kText,   kHash,    kState,
                                        kStatements, kBound,   kSignedBy, kEffective, kReview, kExpires, kSince};

} // namespace frontsheet::sharing_agreement
