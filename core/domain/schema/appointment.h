// A visit or another appointment, of one worker.
#pragma once

#include "core/domain/schema/field.h"

namespace frontsheet::appointment {

inline constexpr WorkerField kWorker{
    {{1}, "worker", FieldKind::Worker, MergeRule::Authority, Category::Involvement, 1}};
inline constexpr TimeField kStartsAt{
    {{2}, "starts_at", FieldKind::Time, MergeRule::Authority, Category::Involvement, 1}};
inline constexpr IntegerField kMinutes{
    {{3}, "minutes", FieldKind::Integer, MergeRule::Authority, Category::Involvement, 1}};
// its place in the day's round where it was moved by hand, as the moment (ms) it was put at; 0: by the hour
inline constexpr IntegerField kOrder{{{4}, "order", FieldKind::Integer, MergeRule::Authority, Category::Involvement}};
// home phone clinic care-home hospital
inline constexpr TextField kAt{{{5}, "at", FieldKind::Code, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kPlace{{{6}, "place", FieldKind::Text, MergeRule::Authority, Category::Involvement}};
inline constexpr TextField kWhy{
    {{7}, "why", FieldKind::Text, MergeRule::Prose, Category::Involvement, 0, Searchable::No, 1024}};
// planned done no-reply cancelled stopped
inline constexpr TextField kState{{{8}, "state", FieldKind::Code, MergeRule::Status, Category::Involvement, 2}};
inline constexpr TimeField kEndedAt{{{9}, "ended_at", FieldKind::Time, MergeRule::Status, Category::Involvement, 2}};
inline constexpr TextField kStateBecause{
    {{10}, "state_because", FieldKind::Prose, MergeRule::Status, Category::Involvement, 2, Searchable::No, 4096}};
// what was written of it
inline constexpr RecordField kNote{{{11}, "note", FieldKind::Record, MergeRule::Authority, Category::Involvement}};
// no reply: to whom it was passed on
inline constexpr WorkerField kTold{{{12}, "told", FieldKind::Worker, MergeRule::Status, Category::Involvement, 3}};
inline constexpr TimeField kToldAt{{{13}, "told_at", FieldKind::Time, MergeRule::Status, Category::Involvement, 3}};
// no reply: how it became known that the person is safe
inline constexpr TextField kSafeBecause{
    {{14}, "safe_because", FieldKind::Prose, MergeRule::Status, Category::Involvement, 3, Searchable::No, 4096}};
// referral, action, plan
inline constexpr RecordField kBecauseOf{
    {{15}, "because_of", FieldKind::Record, MergeRule::Authority, Category::Involvement}};
// how far a visitor has come while it is planned: on the way since, at the door since
inline constexpr TimeField kSetOutAt{
    {{16}, "set_out_at", FieldKind::Time, MergeRule::Status, Category::Involvement, 4}};
inline constexpr TimeField kArrivedAt{
    {{17}, "arrived_at", FieldKind::Time, MergeRule::Status, Category::Involvement, 4}};

// who is asked to make it instead; absent: nobody. Until they say yes it stays its worker's
inline constexpr WorkerField kOfferedTo{
    {{18}, "offered_to", FieldKind::Worker, MergeRule::Status, Category::Involvement, 5}};
inline constexpr WorkerField kOfferedBy{
    {{19}, "offered_by", FieldKind::Worker, MergeRule::Status, Category::Involvement, 5}};
inline constexpr TimeField kOfferedAt{
    {{20}, "offered_at", FieldKind::Time, MergeRule::Status, Category::Involvement, 5}};

inline constexpr FieldSpec kFields[] = {kWorker,   kStartsAt,  kMinutes,   kOrder,       kAt,
                                        kPlace,    kWhy,       kState,     kEndedAt,     kStateBecause,
                                        kNote,     kTold,      kToldAt,    kSafeBecause, kBecauseOf,
                                        kSetOutAt, kArrivedAt, kOfferedTo, kOfferedBy,   kOfferedAt};

} // namespace frontsheet::appointment
