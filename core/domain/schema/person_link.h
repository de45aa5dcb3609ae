// Person link: one agency's statement that two person ids are one human. The record's person is that agency's own id.
// Statements never merge records and can be withdrawn; a link by itself never widens who may see what.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::person_link {

inline constexpr PersonField kOther{{{1}, "other", FieldKind::Person, MergeRule::Authority, Category::Identity}};
inline constexpr AgencyField kOtherAgency{
    {{2}, "other_agency", FieldKind::Agency, MergeRule::Authority, Category::Identity}};
// proposed: waits for a worker. stated: holds. refused: a worker said no. withdrawn: held once.
inline constexpr TextField kState{{{3}, "state", FieldKind::Code, MergeRule::Status, Category::Identity, 1}};
inline constexpr TextField kBasis{
    {{4}, "basis", FieldKind::Code, MergeRule::Authority, Category::Identity, 1}}; // certain | confirmed-by-worker
inline constexpr TextField kEvidence{
    {{5}, "evidence", FieldKind::Prose, MergeRule::Authority, Category::Identity, 0, Searchable::No, 4096}};
inline constexpr WorkerField kDecidedBy{
    {{6}, "decided_by", FieldKind::Worker, MergeRule::Authority, Category::Identity, 1}};
inline constexpr TimeField kDecidedAt{
    {{7}, "decided_at", FieldKind::Time, MergeRule::Authority, Category::Identity, 1}};

inline constexpr FieldSpec kFields[] = {kOther, kOtherAgency, kState, kBasis, kEvidence, kDecidedBy, kDecidedAt};

} // namespace frontsheet::person_link
