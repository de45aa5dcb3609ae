// A message about a record, from one worker to another. Written once. What it is about stays where it is.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::message {

// absent: about the person
inline constexpr RecordField kAbout{{{1}, "about", FieldKind::Record, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kText{
    {{2}, "text", FieldKind::Prose, MergeRule::Authority, Category::Involvement, 0, Searchable::Yes, 16 * 1024}};
inline constexpr AgencyField kToAgency{
    {{3}, "to_agency", FieldKind::Agency, MergeRule::Authority, Category::Involvement}};
// absent: whoever is on duty there
inline constexpr WorkerField kToWorker{
    {{4}, "to_worker", FieldKind::Worker, MergeRule::Authority, Category::Involvement}};
inline constexpr RecordField kReplyTo{
    {{5}, "reply_to", FieldKind::Record, MergeRule::Authority, Category::Involvement}};
inline constexpr WorkerField kReadBy{{{6}, "read_by", FieldKind::Worker, MergeRule::Status, Category::Involvement, 1}};
inline constexpr TimeField kReadAt{{{7}, "read_at", FieldKind::Time, MergeRule::Status, Category::Involvement, 1}};

inline constexpr FieldSpec kFields[] = {kAbout, kText, kToAgency, kToWorker, kReplyTo, kReadBy, kReadAt};

} // namespace frontsheet::message
