// The front sheet: one page for one human, joined from every agency that may share. Pure. Nothing is chosen between
// agencies: where they disagree every version stands, each with its agency and date.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/record.h"
#include "core/domain/referral_machine.h"

#include <span>
#include <string>
#include <vector>

namespace frontsheet {

struct Source {
    AgencyId agency;
    WallTime asOf; // recorded there; occurredAt while it is only here
};

// One value and everyone who says so, newest first.
struct Version {
    std::string value;
    std::vector<Source> sources;
};

// What all agencies together say of one thing. Versions that only differ in spacing, case or accents count as one.
// More than one version is a disagreement. Empty: not known.
struct Stated {
    std::vector<Version> versions; // the viewer's own agency's first, then newest
    [[nodiscard]] bool known() const { return !versions.empty(); }
    [[nodiscard]] bool disputed() const { return versions.size() > 1; }
    [[nodiscard]] std::string first() const { return versions.empty() ? std::string{} : versions.front().value; }
};

struct Alert {
    enum class Kind : std::uint8_t { Access, Alert, LegalStatus, Housing } kind = Kind::Alert;
    std::string text;
    Source source;
};

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
    WorkerId fromWorker;
    AgencyId toAgency;
    ServiceId toService;
    WorkerId toWorker;
    std::string urgency;
    WallTime sentAt;
    WallTime recordedAt; // reached the sender's server
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
    std::string firstReviewDue;
    WorkerId reviewingOfficer;
};

struct Happening {
    WallTime at;
    AgencyId agency;
    RecordId record;
    enum class Kind : std::uint8_t { Note, ReferralSent, ReferralAnswered, ReferralDone, Placement } kind = Kind::Note;
    WorkerId worker;
    std::string text; // the need, or the first words of the note
};

struct FrontSheet {
    std::vector<PersonId> persons;
    Stated familyName, givenName, title, preferredName, born, gender, nhsNumber, died;
    Stated address, phone, language, living, practice, frailty, team, keyWorkerName, tenancyType;
    std::vector<Source> registrations;
    std::vector<Alert> alerts;
    std::vector<Involved> careTeam;
    std::vector<ReferralSummary> referrals; // open ones first, then newest
    std::vector<NoteSummary> notes;         // newest first; addenda follow their note
    std::vector<PlacementSummary> placements;
    std::vector<Happening> timeline; // newest first; by stated time, ties by agency
};

struct FrontSheetInput {
    std::span<const Record> records;   // everything held about the human
    std::span<const RecordId> waiting; // those with edits on the way, ascending
    AgencyId viewer;                   // whose version of a disagreement stands first
};

[[nodiscard]] FrontSheet assembleFrontSheet(const FrontSheetInput& input, const Directory& directory);
[[nodiscard]] ReferralSummary summarise(const Record& referral);
// Nobody has answered by the time promised. A question back to the sender is an answer.
[[nodiscard]] bool isOverdue(const ReferralSummary& referral, WallTime now);

} // namespace frontsheet
