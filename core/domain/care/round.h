// A worker's round: the visits of one day in the order in which they are made, and how far each has come. Pure.
#pragma once

#include "core/domain/record.h"

#include <optional>
#include <span>
#include <vector>

namespace frontsheet::care {

enum class VisitStage : std::uint8_t { Planned, OnTheWay, There, Done, NoReply, Cancelled, Stopped };

[[nodiscard]] VisitStage stageOf(const Record& visit);

// The moment it stands at in the round: where it was put by hand, else its hour. A place of another day, since the visit was put off,
// counts no more.
[[nodiscard]] WallTime placeOf(const Record& visit);
void inVisitingOrder(std::vector<Record>& round);

// What one is to do next: the visit one is at or on the way to, else the first that is planned. nullopt: the round is done.
[[nodiscard]] std::optional<std::size_t> nextOf(std::span<const Record> round);

struct NewPlace {
    RecordId visit;
    std::int64_t order = 0; // for appointment::kOrder
};
// What brings the visit at `from` to stand at `to`, in a round in visiting order. One edit as a rule, since two devices of one worker may
// both be moving visits; several only where two neighbours stand at the same moment. Empty: nothing to do.
[[nodiscard]] std::vector<NewPlace> moved(std::span<const Record> round, std::size_t from, std::size_t to);

} // namespace frontsheet::care
