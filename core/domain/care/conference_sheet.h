// A case conference as its page shows it, before, at and after: who is asked and who came, the person's own view before everybody
// else's, what is open in the plan, what was decided and who disagrees, which actions came of it, and what may be done. Pure.
#pragma once

#include "core/domain/care/placement_steps.h"
#include "core/domain/care/plan_sheet.h"
#include "core/domain/principal.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::care {

struct DecisionTaken {
    Record decision;
    std::vector<Record> dissent; // views about it, each its own; oldest first
};

// How many of those who are asked stand how.
struct Turnout {
    int asked = 0;
    int coming = 0; // and deputies sent
    int unanswered = 0;
    int there = 0; // by telephone too
    int apologies = 0;
    friend bool operator==(const Turnout&, const Turnout&) = default;
};

struct ConferenceSheet {
    Record conference;
    std::vector<Record> invited; // the person first, carers, family, friends, advocates, the GP, workers
    Turnout turnout;
    std::vector<Record> views;    // the person's own first, then side by side; none about a decision of this conference
    std::vector<OwnWords> wishes; // as PlanSheet's
    bool ownViewMissing = true;
    std::vector<DecisionTaken> decisions; // in their order, without those entered in error
    std::vector<PlannedAction> actions;   // that it decided
    std::vector<Record> openNeeds;        // of the plan, unmet first
    std::vector<PlannedAction> openActions;
    std::vector<Record> papers; // reviews held and measures taken, newest first
    std::vector<Record> plans;  // open ones first
    bool died = false;
};

// `about`: everything held about the human, `conference` among it or not.
[[nodiscard]] ConferenceSheet conferenceSheet(const Record& conference, std::span<const Record> about,
                                              std::string_view today);
// Every conference about the human: those to come, the next first, then those that are over, newest first.
[[nodiscard]] std::vector<ConferenceSheet> conferencesAmong(std::span<const Record> about, std::string_view today);

enum class ConferenceStep : std::uint8_t {
    Invite,
    Move, // to another hour or place
    CallOff,
    Attend, // say who came
    Decide,
    Agree, // an action
    Hold,
    AddToMinutes,
};
// What `who` may do with it as it stands. Of another agency: nothing; they answer their own invitation and say what they think. Of somebody
// who has died nothing is to come any more: it is called off.
[[nodiscard]] std::vector<ConferenceStep> stepsFrom(const Record& conference, const Principal& who, Alive person);

// Who came, as it is tapped: there by-phone apologies absent; empty takes it back.
[[nodiscard]] bool isAttendance(std::string_view code);
// "there" where the person was, themselves or by telephone; empty: their invitation does not say.
[[nodiscard]] std::string personThereBy(std::span<const Record> invited);
// What an invitation answers for the person who gets it.
[[nodiscard]] bool isAnswer(std::string_view code);

} // namespace frontsheet::care
