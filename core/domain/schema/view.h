// Somebody's opinion, in their words: the person's own first, then carer's, family's, GP's, workers'. Views stand side by side. None
// overwrites another, and nobody but its recorder's agency changes one.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::view {

// person carer family friend advocate gp worker other
inline constexpr TextField kWhose{{{1}, "whose", FieldKind::Code, MergeRule::Authority, Category::Wishes, 1}};
// "Tom Hale, her son"; absent for the person's own
inline constexpr TextField kName{{{2}, "name", FieldKind::Text, MergeRule::Authority, Category::Wishes, 1}};
inline constexpr TextField kRelation{{{3}, "relation", FieldKind::Text, MergeRule::Authority, Category::Wishes, 1}};
// verbatim
inline constexpr TextField kSaid{
    {{4}, "said", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 1, Searchable::Yes, 16 * 1024}};
// where-to-live plan placement discharge care conference disagreement other
inline constexpr TextField kAbout{{{5}, "about", FieldKind::Code, MergeRule::Authority, Category::Wishes}};
// plan, placement, conference, or the registration that is right in a disagreement
inline constexpr RecordField kAboutRecord{
    {{6}, "about_record", FieldKind::Record, MergeRule::Authority, Category::Wishes}};
// in a disagreement: the field's number
inline constexpr IntegerField kAboutField{
    {{7}, "about_field", FieldKind::Integer, MergeRule::Authority, Category::Wishes}};
inline constexpr TextField kSaidOn{{{8}, "said_on", FieldKind::Date, MergeRule::Authority, Category::Wishes}};
// face-to-face phone letter interpreter advocate not-asked
inline constexpr TextField kHow{{{9}, "how", FieldKind::Code, MergeRule::Authority, Category::Wishes}};
// why the person could not be asked
inline constexpr TextField kNotAskedBecause{
    {{10}, "not_asked_because", FieldKind::Prose, MergeRule::Authority, Category::Wishes, 0, Searchable::No, 4096}};
inline constexpr WorkerField kRecordedBy{
    {{11}, "recorded_by", FieldKind::Worker, MergeRule::Authority, Category::Wishes}};
// said entered-in-error
inline constexpr TextField kState{{{12}, "state", FieldKind::Code, MergeRule::Status, Category::Wishes, 2}};
inline constexpr TextField kErrorReason{
    {{13}, "error_reason", FieldKind::Text, MergeRule::Status, Category::Wishes, 2}};
// as on a contact note
inline constexpr SetField kReaders{
    {{14}, "readers", FieldKind::Set, MergeRule::Authority, Category::Wishes, 0, Searchable::No, 16 * 1024}};

inline constexpr FieldSpec kFields[] = {kWhose,       kName,       kRelation,    kSaid,   kAbout,
                                        kAboutRecord, kAboutField, kSaidOn,      kHow,    kNotAskedBecause,
                                        kRecordedBy,  kState,      kErrorReason, kReaders};

} // namespace frontsheet::view
