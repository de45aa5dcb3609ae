// Who is there when: duty and absence. Part of the directory, so every device has it without contact.
#pragma once

#include "core/domain/schema/field.h"

// Who is on duty for a service, day by day. Where days overlap the entry that begins last counts.
namespace frontsheet::rota_entry {

inline constexpr ServiceField kService{{{1}, "service", FieldKind::Service, MergeRule::Authority, Category::Directory}};
inline constexpr WorkerField kWorker{{{2}, "worker", FieldKind::Worker, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kFrom{{{3}, "from", FieldKind::Date, MergeRule::Authority, Category::Directory}};
// the last day; absent: the same as from
inline constexpr TextField kUntil{{{4}, "until", FieldKind::Date, MergeRule::Authority, Category::Directory}};
// as a service's; absent: the service's own
inline constexpr TextField kHours{{{5}, "hours", FieldKind::Text, MergeRule::Authority, Category::Directory}};
// duty out-of-hours
inline constexpr TextField kKind{{{6}, "kind", FieldKind::Code, MergeRule::Authority, Category::Directory}};
// absent: the worker's
inline constexpr TextField kPhone{{{7}, "phone", FieldKind::Text, MergeRule::Authority, Category::Directory}};
inline constexpr AgencyField kAgency{{{8}, "agency", FieldKind::Agency, MergeRule::Authority, Category::Directory}};

// A worker is away. Why is nobody's business.

inline constexpr FieldSpec kFields[] = {kService, kWorker, kFrom, kUntil, kHours, kKind, kPhone, kAgency};

} // namespace frontsheet::rota_entry

namespace frontsheet::absence {

inline constexpr WorkerField kWorker{{{1}, "worker", FieldKind::Worker, MergeRule::Authority, Category::Directory}};
inline constexpr TextField kFrom{{{2}, "from", FieldKind::Date, MergeRule::Authority, Category::Directory}};
// the last day; absent: not known yet
inline constexpr TextField kUntil{{{3}, "until", FieldKind::Date, MergeRule::Authority, Category::Directory}};
// absent: the service's duty officer
inline constexpr WorkerField kDeputy{{{4}, "deputy", FieldKind::Worker, MergeRule::Authority, Category::Directory}};
// what callers are to know: "back on Monday, ring Bola Ade until then"
inline constexpr TextField kWords{{{5}, "words", FieldKind::Text, MergeRule::Authority, Category::Directory}};
// came back before
inline constexpr TextField kEndedOn{{{6}, "ended_on", FieldKind::Date, MergeRule::Authority, Category::Directory}};
inline constexpr AgencyField kAgency{{{7}, "agency", FieldKind::Agency, MergeRule::Authority, Category::Directory}};

inline constexpr FieldSpec kFields[] = {kWorker, kFrom, kUntil, kDeputy, kWords, kEndedOn, kAgency};

} // namespace frontsheet::absence
