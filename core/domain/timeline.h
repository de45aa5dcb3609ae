// What happened with one human, moment by moment, whoever recorded it; and a choice from it by agency and by kind. Pure.
#pragma once

#include "core/domain/record.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace frontsheet {

struct Happening {
    // Of one record a later step stands behind an earlier one: where both fell in the same moment, it is the newer.
    enum class Kind : std::uint8_t {
        Note,
        ReferralSent,
        ReferralAnswered,
        ReferralDone,
        Placed,
        PlacementReviewed,
        PlacementEnded,
        VisitMade,
        NoReply, // nobody came to the door
        FoundSafe,
        PlanOpened,
        PlanClosed,
        NeedFound,
        GoalEnded,
        ActionDone,
        ViewSaid,
        ConferenceHeld,
        MeasureTaken,
    };
    WallTime at;
    AgencyId agency;
    RecordId record;
    Kind kind = Kind::Note;
    WorkerId worker;       // nobody: the record does not say who
    std::string text;      // its own words, or the first of them: what was needed, found, done, said
    std::string code = {}; // of what sort it is, where the record says so by a code
    bool wholeDay = false; // the day is known, and not the hour
};

enum class TimelinePart : std::uint8_t { Notes, Visits, Referrals, Placements, Plan, Conferences, Measures };
[[nodiscard]] TimelinePart partOf(Happening::Kind kind);

// Gathers what records say happened.
class Timeline {
public:
    void take(const Record& record);
    // Newest first by stated time, never before its cause, ties by agency and record. Leaves nothing here.
    [[nodiscard]] std::vector<Happening> inOrder();

private:
    // With the time it is ordered by: a clock that is off puts no answer before its question.
    struct Placed {
        Happening happening;
        WallTime order;
        AgencyId home; // of the record
    };
    void add(const Record& record, Happening happening);
    void addNote(const Record& record);
    void addReferral(const Record& record);
    void addPlacement(const Record& record);
    void addReview(const Record& record);
    void addVisit(const Record& record);
    void addPlan(const Record& record);
    void addPartOfPlan(const Record& record);
    void addConference(const Record& record);
    void addMeasure(const Record& record);

    std::vector<Placed> m_placed;
};

// Everything, while nothing is chosen.
struct TimelineChoice {
    std::optional<TimelinePart> part;
    AgencyId agency; // empty: any
    [[nodiscard]] bool isEverything() const { return !part && agency.empty(); }
    friend bool operator==(const TimelineChoice&, const TimelineChoice&) = default;
};

struct ChosenTimeline {
    std::vector<std::size_t> rows; // of the timeline, in its order
    // How many there would be of each, with the other half of the choice as it is: what a chip promises is what it gives. All
    // parts and agencies of the whole timeline are there, with 0 where nothing would be left.
    std::map<TimelinePart, std::size_t> parts;
    std::map<AgencyId, std::size_t> agencies;
};
[[nodiscard]] ChosenTimeline chosenFrom(std::span<const Happening> timeline, const TimelineChoice& choice);

} // namespace frontsheet
