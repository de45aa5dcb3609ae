// Contact note: what a worker wrote of a visit, call or meeting. A draft (its author's alone) until signed; then never
// changed: corrected by an addendum (a note with kAddendumTo) or marked entered in error. Text and state are one merge
// group: whoever signs, signs the words they saw.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::contact_note {

inline constexpr TextField kText{
    {{1}, "text", FieldKind::Prose, MergeRule::Prose, Category::ContactNote, 1, Searchable::Yes, 64 * 1024}};
inline constexpr TextField kState{
    {{2}, "state", FieldKind::Code, MergeRule::Status, Category::ContactNote, 1}}; // draft signed entered-in-error
inline constexpr TextField kKind{
    {{3}, "kind", FieldKind::Code, MergeRule::Authority, Category::ContactNote}}; // visit phone-call meeting no-reply
inline constexpr TimeField kSignedAt{{{4}, "signed_at", FieldKind::Time, MergeRule::Status, Category::ContactNote, 1}};
inline constexpr RecordField kAddendumTo{
    {{5}, "addendum_to", FieldKind::Record, MergeRule::Authority, Category::ContactNote}};
inline constexpr TextField kErrorReason{
    {{6}, "error_reason", FieldKind::Prose, MergeRule::Status, Category::ContactNote, 1, Searchable::No, 4096}};
inline constexpr WorkerField kErrorBy{
    {{7}, "error_by", FieldKind::Worker, MergeRule::Status, Category::ContactNote, 1}};
inline constexpr WorkerField kAuthor{{{8}, "author", FieldKind::Worker, MergeRule::Authority, Category::ContactNote}};

// "agency/worker" members (core/domain/sharing/named_reader.h); absent: not restricted. Authority: of two edits that each take one
// reader away, a merged set could end up empty, that is open to all.
inline constexpr SetField kReaders{
    {{9}, "readers", FieldKind::Set, MergeRule::Authority, Category::ContactNote, 0, Searchable::No, 16 * 1024}};
// Whom the note was really about, where it was entered under the wrong person.
inline constexpr PersonField kRightPerson{
    {{10}, "right_person", FieldKind::Person, MergeRule::Status, Category::ContactNote, 1}};

// Photos, documents and signatures (core/domain/attachment.h); fixed when the note is signed. In no group with the text: a photo
// added on the tablet and words written on the laptop are one worker's draft, and hinder each other in nothing.
inline constexpr SetField kFiles{
    {{11}, "files", FieldKind::Files, MergeRule::SetUnion, Category::ContactNote, 0, Searchable::No, 16 * 1024}};

inline constexpr FieldSpec kFields[] = {kText,    kState,  kKind,    kSignedAt,    kAddendumTo, kErrorReason,
                                        kErrorBy, kAuthor, kReaders, kRightPerson, kFiles};

} // namespace frontsheet::contact_note
