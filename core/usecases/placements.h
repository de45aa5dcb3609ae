// The reviewing officer's week: what is due, the board of all placements, and one of them from discharge to outcome. What belongs together
// is saved together: a review with what it makes of the placement, an item of the way home with the task that gets it ready. Not for the UI
// thread.
#pragma once

#include "core/domain/care/placement_sheet.h"
#include "core/domain/care/placement_steps.h"
#include "core/domain/front_sheet.h"
#include "core/domain/sharing/named_reader.h"
#include "core/usecases/workplace.h"

#include <vector>

namespace frontsheet {

struct ReviewDue {
    PersonRow person;
    PlacementSummary placement;
    int daysLeft = 0; // until the next review is due; negative: overdue
    int daysSinceDischarge = 0;
};

struct PlacementOnBoard {
    PersonRow person;
    care::PlacementCard card;
};

struct PlacementPage {
    care::PlacementSheet sheet;
    PersonRow person;
    std::vector<care::PlacementStep> steps; // empty: not this worker's agency's
    std::string nextReview;                 // ISO: when the next would be, were one held today
    bool waiting = false;                   // something of it has not reached its home yet
};

struct HeldReview {
    std::string heldOn;   // ISO
    std::string ownWords; // or why they could not be asked
    std::string notAskedBecause;
    std::string findings;
    std::string conclusion; // towards-home trial-at-home home move settled
    std::string next;       // ISO; of a trial: its end; of what ends the placement: empty
    std::string wish;       // of what ends it, and words about it: as care::Outcome
    std::string words;
};

struct WayHomeTask {
    WorkerId owner;
    AgencyId agency;
    std::string due; // ISO
    std::string what;
    std::string detail;
};

class Placements {
public:
    explicit Placements(Workplace workplace) : m_work(workplace) {}
    // Reviews still to be held by this worker, soonest first: the overdue stand in front, however old. Nobody who has died.
    [[nodiscard]] Result<std::vector<ReviewDue>> reviewsDue();
    // Who alone may read a placement of this agency's from now on; none: whoever may by the agreements.
    [[nodiscard]] Result<void> restrictTo(const RecordId& placement, const std::vector<sharing::NamedReader>& readers);

    // Every placement of this agency that has not ended, and those that ended last; care::comesBefore.
    [[nodiscard]] Result<std::vector<PlacementOnBoard>> board();
    // NotFound when it is not here.
    [[nodiscard]] Result<PlacementPage> open(const RecordId& placement);

    // Each is saved when it returns, or nothing of it is: Missing, ImpossibleDate, WrongState, NotPermitted.
    [[nodiscard]] Result<void> holdReview(const RecordId& placement, const HeldReview& review);
    // It slips: from the date that was set to another, with a reason (slippage::kBecause) and words.
    [[nodiscard]] Result<void> moveDate(const RecordId& placement, const std::string& to, const std::string& because,
                                        const std::string& words);
    [[nodiscard]] Result<void> beginTrial(const RecordId& placement, const std::string& from, const std::string& until);
    // Of somebody who died: their death with it, and what stops.
    [[nodiscard]] Result<void> end(const RecordId& placement, const care::Outcome& outcome);
    [[nodiscard]] Result<void> takeUpAgain(const RecordId& placement);
    [[nodiscard]] Result<void> takeTrialBack(const RecordId& placement);

    // The list of what must be ready before they can go home; those items that are not on it yet.
    [[nodiscard]] Result<void> beginWayHome(const RecordId& placement);
    [[nodiscard]] Result<void> addToWayHome(const RecordId& placement, const std::string& what);
    // Asks one worker to get it ready: the task and the item in one save. WrongState while somebody has it.
    [[nodiscard]] Result<void> askFor(const RecordId& item, const WayHomeTask& task);
    enum class ItemIs : std::uint8_t { Ready, NotNeeded, Open };
    [[nodiscard]] Result<void> say(const RecordId& item, ItemIs how);

private:
    struct Found {
        Record record;
        About about;
    };
    [[nodiscard]] Result<Record> held(const RecordId& id, RecordType type);
    [[nodiscard]] Result<Found> openPlacement(const RecordId& id);
    [[nodiscard]] Record part(RecordType type, const Record& placement) const;
    // The change with what follows from it, and these new records, in one save.
    [[nodiscard]] Result<void> save(const Record& before, const Record& after, const std::vector<Record>& made = {});
    Workplace m_work;
};

} // namespace frontsheet
