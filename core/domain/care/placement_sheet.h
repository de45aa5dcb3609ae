// One placement with what belongs to it, as its page and its card on the board show it. Pure.
#pragma once

#include "core/domain/care/after_death.h"
#include "core/domain/care/own_words.h"
#include "core/domain/care/review_schedule.h"
#include "core/domain/care/way_home.h"
#include "core/domain/record.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::care {

enum class Whereabouts : std::uint8_t { CareHome, Hospital, OwnHome };

// What somebody going through many placements needs of each.
struct PlacementCard {
    RecordId id;
    PersonId person;
    AgencyId home;
    WorkerId officer;
    std::string stage;
    std::string placedAt;
    std::string pathway; // 0 1 2 3, or empty
    Whereabouts where = Whereabouts::CareHome;
    std::string dischargedOn;
    int daysSince = 0;     // the discharge; of an ended one from the discharge to its end
    std::string reviewDue; // ISO; empty: none is
    int daysLeft = 0;      // until it is; negative: overdue
    std::string ownWords;  // what the person said last; empty: nobody has asked, or they could not be
    bool couldNotBeAsked = false;
    int trialDay = 0; // which day of the trial today is, from 1; 0: none runs
    int trialDays = 0;
    std::string trialUntil;
    Readiness readiness;
    int slips = 0;
    std::string slipBecause; // of the last
    std::string outcome, outcomeOn, outcomeWish, outcomeWords;
    bool changesHands = false; // another reviewing officer is asked
    bool hasDied = false;      // said by a record of any agency; its outcome may still be to be recorded
};

// `parts`: its reviews, slipped dates and checklist, of other placements too. `today`: ISO date. Of `hasDied` only what the placement says.
[[nodiscard]] PlacementCard placementCard(const Record& placement, std::span<const Record> parts,
                                          std::string_view today);
// What waits longest in front: overdue, then by the date of the next review; without one by the discharge.
[[nodiscard]] bool comesBefore(const PlacementCard& a, const PlacementCard& b);
// It is not settled yet, and nobody has said when it is looked at again.
[[nodiscard]] bool lacksReviewDate(const PlacementCard& card);
// Its review is overdue, or none is set. Not after a death.
[[nodiscard]] bool isOverdue(const PlacementCard& card);

struct WayHomeItem {
    Record item;
    std::optional<Record> task;
    ItemStands standing = ItemStands::Open;
};

struct PlacementSheet {
    Record placement;
    PlacementCard card;
    std::vector<OwnWords> ownWords; // newest first
    std::vector<ScheduledReview> schedule;
    std::vector<Record> reviews;        // held, newest first
    std::vector<Record> slips;          // newest first
    std::vector<WayHomeItem> checklist; // in the order of the list, others after it
    std::vector<Record> goals;          // of rehabilitation after this discharge, open ones first, by their date
    std::vector<Record> episodes;       // of hospital at home: one that runs first, then the newest
    std::optional<Died> died;
};

// `about`: everything held about the human, `placement` among it or not.
[[nodiscard]] PlacementSheet placementSheet(const Record& placement, std::span<const Record> about,
                                            std::string_view today);

} // namespace frontsheet::care
