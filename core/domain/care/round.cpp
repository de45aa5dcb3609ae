#include "core/domain/care/round.h"

#include "core/domain/schema/appointment.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <tuple>

namespace frontsheet::care {

namespace {

constexpr std::int64_t kDayMs = 24 * 60 * 60 * 1000;
constexpr std::int64_t kStepMs = 60'000; // between neighbours, where there is no room left

} // namespace

VisitStage stageOf(const Record& visit) {
    const auto& f = visit.fields;
    const auto state = f.text(appointment::kState);
    if (state == "done") {
        return VisitStage::Done;
    }
    if (state == "no-reply") {
        return VisitStage::NoReply;
    }
    if (state == "cancelled") {
        return VisitStage::Cancelled;
    }
    if (state == "stopped") {
        return VisitStage::Stopped;
    }
    return f.get(appointment::kArrivedAt).isKnown()  ? VisitStage::There
           : f.get(appointment::kSetOutAt).isKnown() ? VisitStage::OnTheWay
                                                     : VisitStage::Planned;
}

WallTime placeOf(const Record& visit) {
    const WallTime hour = visit.fields.get(appointment::kStartsAt);
    const std::int64_t put = visit.fields.get(appointment::kOrder);
    return put != 0 && std::abs(put - hour.ms) < kDayMs ? WallTime{put} : hour;
}

void inVisitingOrder(std::vector<Record>& round) {
    std::sort(round.begin(), round.end(), [](const Record& a, const Record& b) {
        return std::tuple{placeOf(a), a.id} < std::tuple{placeOf(b), b.id};
    });
}

std::optional<std::size_t> nextOf(std::span<const Record> round) {
    std::optional<std::size_t> found;
    auto furthest = VisitStage::Planned;
    for (std::size_t at = 0; at < round.size(); ++at) {
        const auto stage = stageOf(round[at]);
        if (stage <= VisitStage::There && (!found || stage > furthest)) {
            found = at;
            furthest = stage;
        }
    }
    return found;
}

std::vector<NewPlace> moved(std::span<const Record> round, std::size_t from, std::size_t to) {
    if (from >= round.size() || to >= round.size() || from == to) {
        return {};
    }
    std::vector<const Record*> wanted;
    for (const auto& visit : round) {
        wanted.push_back(&visit);
    }
    const Record* visit = wanted[from];
    wanted.erase(wanted.begin() + static_cast<std::ptrdiff_t>(from));
    wanted.insert(wanted.begin() + static_cast<std::ptrdiff_t>(to), visit);
    if (to == 0) {
        return {{visit->id, placeOf(*wanted[1]).ms - kStepMs}};
    }
    const std::int64_t before = placeOf(*wanted[to - 1]).ms;
    if (to + 1 == wanted.size()) {
        return {{visit->id, before + kStepMs}};
    }
    const std::int64_t after = placeOf(*wanted[to + 1]).ms;
    if (after - before > 1) {
        return {{visit->id, before + (after - before) / 2}};
    }
    std::vector<NewPlace> out;
    std::int64_t next = placeOf(*wanted.front()).ms;
    for (const auto* one : wanted) {
        if (placeOf(*one).ms != next) {
            out.push_back({one->id, next});
        }
        next += kStepMs;
    }
    return out;
}

} // namespace frontsheet::care
