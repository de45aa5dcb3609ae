// The front sheet: one page for one human, joined from every agency that may share. Pure. Nothing is chosen between
// agencies: where they disagree every version stands, each with its agency and date.
#pragma once

#include "core/domain/alert.h"
#include "core/domain/directory.h"
#include "core/domain/record.h"
#include "core/domain/referral_machine.h"
#include "core/domain/stated.h"
#include "core/domain/timeline.h"

#include <span>
#include <string>
#include <vector>

namespace frontsheet {

struct Involved {
    WorkerEntry worker;
    AgencyEntry agency;
    std::string role;
    WallTime since;
    bool because = false; // joined by accepting a referral
};

struct ReferralSummary {
    RecordId id;
    PersonId person;
    AgencyId home;
    std::string need;
    std::string reason;
    ReferralState state = ReferralState::Sent;
    bool waiting = false; // still on this device
    bool concern = false; // about somebody's safety: filed under safeguarding
    WorkerId fromWorker;
    AgencyId toAgency;
    ServiceId toService;
    WorkerId toWorker;
    std::string urgency;
    WallTime sentAt;
    WallTime recordedAt; // last changed at the sender's server; 0 while only on this device
    WallTime arrivedAt;  // at the sender's server
    WallTime answerBy;
    WallTime seenAt;
    WorkerId seenBy;
    WorkerId acceptedBy;
    WorkerId answeredBy;
    WallTime answeredAt;
    std::string answer;
    std::string suggestion;
    std::string outcome;
    WallTime outcomeAt;
};

struct NoteSummary {
    RecordId id;
    AgencyId agency;
    WorkerId author;
    std::string text; // empty when entered in error
    std::string kind;
    std::string state;
    Category category = Category::ContactNote;
    WallTime occurredAt;
    WallTime recordedAt;
    RecordId addendumTo;
    std::string errorReason;
    bool waiting = false;
    std::size_t files = 0;   // attached
    bool restricted = false; // to named readers
};

struct PlacementSummary {
    AgencyId agency;
    std::string from;
    std::string dischargedOn;
    std::string placedAt;
    std::string kind;
    std::string ownWish;
    std::string outcome;
    std::string outcomeOn;
    std::string reviewDue; // of the next review, ISO; empty: none is
    WorkerId reviewingOfficer;
    RecordId id{};
    bool restricted = false; // to named readers
};

// Another version of some words, which nobody has settled yet.
struct OpenVersion {
    RecordId record;
    RecordType type = RecordType::Registration;
    OpId op;
    FieldTag field;
    std::string text; // what it says; empty: that nothing should stand there
    AgencyEntry agency;
    WorkerEntry author;
    WallTime at;
};

// An agency's own registration of the person.
struct Registered {
    RecordId record;
    AgencyId agency;
    WallTime asOf; // as Source
};

struct FrontSheet {
    std::vector<PersonId> persons;
    bool addressHidden = false; // this agency keeps it so: no part of the sheet says where the person lives
    Stated familyName, givenName, title, preferredName, born, gender, nhsNumber, died;
    Stated address, phone, language, living, practice, frailty, team, keyWorkerName, tenancyType;
    std::vector<Registered> registrations;
    std::vector<Alert> alerts;
    std::vector<OpenVersion> versions;        // newest first
    std::vector<Involved> careTeam;           // those of the viewer's agency first, then by agency and name
    std::vector<ReferralSummary> referrals;   // open ones first, then newest
    std::vector<NoteSummary> notes;           // newest first; addenda follow their note
    std::vector<PlacementSummary> placements; // newest discharge first
    std::vector<Record> emergencies;          // accesses opened with a reason, newest first
    std::vector<Happening> timeline;          // newest first
};

struct FrontSheetInput {
    std::span<const Record> records;   // everything held about the human
    std::span<const RecordId> waiting; // those with edits on the way, ascending
    AgencyId viewer;                   // whose version of a disagreement stands first
    WallTime now;                      // who is still involved
};

// Agencies whose workers are involved and of whose records about the person none is here: what is missing on the sheet, an allergy or
// an alert, may stand there. Of those that hold such things; not the viewer's own. By name.
[[nodiscard]] std::vector<AgencyEntry> involvedAndNotHere(const FrontSheet& sheet, const AgencyId& viewer);
[[nodiscard]] FrontSheet assembleFrontSheet(const FrontSheetInput& input, const Directory& directory);
[[nodiscard]] ReferralSummary summarise(const Record& referral);
[[nodiscard]] PlacementSummary placementOf(const Record& placement);
// Nobody has answered by the time promised. A question back to the sender is an answer. Not while it is only on this
// device: nobody could have answered.
[[nodiscard]] bool isOverdue(const ReferralSummary& referral, WallTime now);

} // namespace frontsheet
