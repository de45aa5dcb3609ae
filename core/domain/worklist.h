// Worklists: the short lists a worker's day is made of. Which lists a record stands on is read off the record itself, so
// that a store can keep an index of them and open a list of ten without reading ten thousand records. Pure.
#pragma once

#include "core/domain/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace frontsheet {

// Numbers are in the device's database; never reused.
enum class Worklist : std::uint8_t {
    Drafts = 1,            // unsigned notes, of their author (a worker)
    ReferralsToWorker = 2, // open referrals that name this worker as receiver
    ReferralsToAgency = 3, // open referrals to this agency with nobody named
    ReferralsSent = 4,     // every referral this worker sent, open or closed
    ReferralsTaken = 5,    // open referrals this worker accepted
    LinkProposals = 6,     // same-human proposals that wait for a worker of this agency
    ReviewsDue = 7,        // placements of which a review is still to be held, of their reviewing officer; by its date
    NoticesToAcknowledge = 8, // what other agencies asked of this agency and nobody here has answered
    ObjectionReviews = 9,     // concerns of this agency's that went out despite an objection and wait to be looked at
    EmergenciesToReview = 10, // emergency accesses to this agency's records that nobody has reviewed
    TwoVersions = 11,         // records with another version of their words that this worker is asked to settle
    TwoVersionsAtAgency = 12, // the same, of any worker at this agency
    Actions = 13,             // open actions that are this worker's, or offered to them; by the day they are due
    ActionsAsked = 14,        // open actions that this worker asked for
    ActionsAtAgency = 15,     // open actions of this agency's workers
    Plans = 16,               // open plans of which this worker is case owner
    PlansAtAgency = 17,       // open plans that this agency leads
    OfferedToYou = 18,        // plans, placements and visits that this worker is asked to take over
    Placements = 19,          // placements that have not ended, of their reviewing officer; by the discharge
    PlacementsAtAgency = 20,  // the same, of this agency
    Appointments = 21,        // planned visits of this worker; by their time
    NoReply = 22,             // visits that nobody answered, of the visitor and of who was told
    NoReplyAtAgency = 23,     // the same, of this agency
    Messages = 24,            // unread messages to this worker, about a person or on a referral
    MessagesAtAgency = 25,    // unread messages to whoever is on duty at this agency
    Invitations = 26,         // conferences that are still to come, of who chairs or is asked to come; by their time
    UnsafeAnswers = 27,       // measures with an answer that must not be left alone, of who took them
    UnsafeAtAgency = 28,      // the same, of this agency
    NeedsAtAgency = 29,       // needs of people whose plan this agency leads that are not met
    LoopsOfAgency = 30,   // this agency's own referrals that are open, or ended with words that nobody here has read
    VisitsMade = 31,      // visits of this worker that are done, cancelled or stopped; by their time
    Deaths = 40,          // what says that somebody has died, whoever said it; of kEverybody
    PlacementsEnded = 41, // placements that have ended, of their reviewing officer; by their end
    PlacementsEndedAtAgency = 42, // the same, of this agency
    ReferralsNamed =
        44, // referrals to this agency that name a worker and that nobody has answered; for whoever is on duty
    PlacementParts = 43, // reviews, slipped dates and what is to be ready at home, of placements of this agency
};

// The owner of lists that belong to whoever works on this device.
inline constexpr const char* kEverybody = "*";

struct WorklistPlace {
    Worklist list = Worklist::Drafts;
    std::string owner; // a WorkerId's or AgencyId's text, or kEverybody; never empty
    WallTime at;       // lists are read newest first by this, ties by record id
    friend bool operator==(const WorklistPlace&, const WorklistPlace&) = default;
};

// The lists this record stands on as it is now; empty for most records. Of the working view, not of the mirror alone. Of a date the
// moment is its noon in UTC.
[[nodiscard]] std::vector<WorklistPlace> worklistsOf(const Record& record);

} // namespace frontsheet
