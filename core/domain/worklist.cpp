#include "core/domain/worklist.h"

#include "core/domain/calendar.h"
#include "core/domain/care/after_death.h"
#include "core/domain/care/instruments.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/emergency_access.h"
#include "core/domain/message_reading.h"
#include "core/domain/referral_course.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/two_versions.h"

#include <algorithm>
#include <map>
#include <utility>

namespace frontsheet {

namespace {

void place(std::vector<WorklistPlace>& places, Worklist list, const std::string& owner, WallTime at) {
    if (!owner.empty()) {
        places.push_back({list, owner, at});
    }
}

void placeReferral(std::vector<WorklistPlace>& places, const Record& record) {
    const auto& f = record.fields;
    const WallTime sent = f.get(referral::kSentAt);
    place(places, Worklist::ReferralsSent, f.get(referral::kFromWorker).str(), sent);
    if (isOpenLoop(record)) {
        place(places, Worklist::LoopsOfAgency, record.home.str(), sent);
    }
    const auto state = referralState(f.text(referral::kState));
    if (state && !isOpen(*state)) {
        return; // a state of a newer schema counts as open: rather one row too many than one gone quiet
    }
    const auto worker = f.get(referral::kToWorker);
    if (worker.empty()) {
        place(places, Worklist::ReferralsToAgency, f.get(referral::kToAgency).str(), sent);
    } else {
        place(places, Worklist::ReferralsToWorker, worker.str(), sent);
        if (f.get(referral::kAcceptedBy).empty()) {
            place(places, Worklist::ReferralsNamed, f.get(referral::kToAgency).str(), sent);
        }
    }
    place(places, Worklist::ReferralsTaken, f.get(referral::kAcceptedBy).str(), sent);
}

std::optional<WallTime> noonOf(std::string_view date) {
    const auto day = fullDate(date);
    if (!day) {
        return std::nullopt;
    }
    const auto noon = std::chrono::sys_days{*day}.time_since_epoch() + std::chrono::hours{12};
    return WallTime{std::chrono::duration_cast<std::chrono::milliseconds>(noon).count()};
}

void placePlacement(std::vector<WorklistPlace>& places, const Record& record) {
    const auto& f = record.fields;
    const auto officer = f.get(placement::kReviewingOfficer).str();
    if (const auto due = noonOf(care::reviewDueOn(record))) {
        place(places, Worklist::ReviewsDue, officer, *due);
    }
    if (!care::hasEnded(record)) {
        const auto since = noonOf(f.text(placement::kDischargedOn)).value_or(record.occurredAt);
        place(places, Worklist::Placements, officer, since);
        place(places, Worklist::PlacementsAtAgency, record.home.str(), since);
        place(places, Worklist::OfferedToYou, f.get(placement::kOfficerOffered).str(),
              f.get(placement::kOfficerOfferedAt));
    } else {
        const auto ended = noonOf(f.text(placement::kOutcomeOn)).value_or(record.occurredAt);
        place(places, Worklist::PlacementsEnded, officer, ended);
        place(places, Worklist::PlacementsEndedAtAgency, record.home.str(), ended);
    }
}

// A date of death may be a month: then when it was recorded tells.
void placeDeath(std::vector<WorklistPlace>& places, const Record& record) {
    if (const auto on = care::deathSaidBy(record)) {
        place(places, Worklist::Deaths, kEverybody, noonOf(*on).value_or(record.occurredAt));
    }
}

void placeAction(std::vector<WorklistPlace>& places, const Record& record) {
    const auto& f = record.fields;
    const auto due = noonOf(f.text(action::kDue)).value_or(record.occurredAt);
    // Declined it is its asker's again, to ask somebody else.
    const bool declined = f.text(action::kState) == "declined";
    place(places, Worklist::Actions, declined ? std::string{} : f.get(action::kOwner).str(), due);
    place(places, Worklist::ActionsAsked, f.get(action::kAskedBy).str(), due);
    place(places, Worklist::ActionsAtAgency, f.get(declined ? action::kAskedByAgency : action::kOwnerAgency).str(),
          due);
}

void placePlan(std::vector<WorklistPlace>& places, const Record& record) {
    const auto& f = record.fields;
    const auto at = noonOf(f.text(care_plan::kReviewDue)).value_or(record.occurredAt);
    place(places, Worklist::Plans, f.get(care_plan::kCaseOwner).str(), at);
    place(places, Worklist::PlansAtAgency, record.home.str(), at);
    place(places, Worklist::OfferedToYou, f.get(care_plan::kOfferedTo).str(), f.get(care_plan::kOfferedAt));
}

void placeVisit(std::vector<WorklistPlace>& places, const Record& record) {
    const auto& f = record.fields;
    const auto worker = f.get(appointment::kWorker).str();
    const WallTime at = f.get(appointment::kStartsAt);
    if (f.text(appointment::kState) == "planned") {
        place(places, Worklist::Appointments, worker, at);
        place(places, Worklist::OfferedToYou, f.get(appointment::kOfferedTo).str(), f.get(appointment::kOfferedAt));
    } else if (f.text(appointment::kState) == "no-reply") {
        const auto told = f.get(appointment::kTold).str();
        place(places, Worklist::NoReply, worker, at);
        place(places, Worklist::NoReply, told == worker ? std::string{} : told, at);
        place(places, Worklist::NoReplyAtAgency, record.home.str(), at);
    } else {
        place(places, Worklist::VisitsMade, worker, at); // the rest of a day's round
    }
}

void placeMessage(std::vector<WorklistPlace>& places, const Record& record, const WorkerId& worker,
                  const AgencyId& agency) {
    if (isUnread(record)) {
        place(places, worker.empty() ? Worklist::MessagesAtAgency : Worklist::Messages,
              worker.empty() ? agency.str() : worker.str(), record.occurredAt);
    }
}

void placeMeasure(std::vector<WorklistPlace>& places, const Record& record) {
    if (care::awaitsSafety(record)) {
        place(places, Worklist::UnsafeAnswers, record.fields.get(measure::kTakenBy).str(), record.occurredAt);
        place(places, Worklist::UnsafeAtAgency, record.home.str(), record.occurredAt);
    }
}

void placeNeed(std::vector<WorklistPlace>& places, const Record& record) {
    const auto& f = record.fields;
    if (f.text(need::kState) != "met") {
        place(places, Worklist::NeedsAtAgency, record.home.str(),
              noonOf(f.text(need::kNextLook)).value_or(record.occurredAt));
    }
}

void placeOfCare(std::vector<WorklistPlace>& places, const Record& record) {
    const auto& f = record.fields;
    if (record.type == RecordType::Message) {
        placeMessage(places, record, f.get(message::kToWorker), f.get(message::kToAgency));
        return;
    }
    if (record.type == RecordType::Placement) {
        placePlacement(places, record);
        return;
    }
    if (record.type == RecordType::PlacementReview || record.type == RecordType::Slippage ||
        record.type == RecordType::ChecklistItem) {
        place(places, Worklist::PlacementParts, record.home.str(), record.occurredAt);
        return;
    }
    if (record.type == RecordType::Appointment) {
        placeVisit(places, record);
        return;
    }
    if (!care::isOpen(record)) {
        return;
    }
    switch (record.type) {
    case RecordType::Action:
        placeAction(places, record);
        break;
    case RecordType::CarePlan:
        placePlan(places, record);
        break;
    case RecordType::Need:
        placeNeed(places, record);
        break;
    case RecordType::Measure:
        placeMeasure(places, record);
        break;
    case RecordType::Conference:
        place(places, Worklist::Invitations, f.get(conference::kChair).str(), f.get(conference::kStartsAt));
        break;
    case RecordType::Invitation:
        if (f.text(invitation::kAttended).empty()) {
            const WallTime starts = f.get(invitation::kStartsAt);
            place(places, Worklist::Invitations, f.get(invitation::kWorker).str(),
                  starts.isKnown() ? starts : record.occurredAt);
        }
        break;
    default:
        break;
    }
}

void placeNotice(std::vector<WorklistPlace>& places, const Record& record) {
    const auto& f = record.fields;
    const bool withdrawn = f.get(permission_notice::kWithdrawnAt).isKnown();
    const auto answered =
        f.get(withdrawn ? permission_notice::kWithdrawalAcknowledgedAt : permission_notice::kAcknowledgedAt);
    if (!answered.isKnown()) {
        place(places, Worklist::NoticesToAcknowledge, record.home.str(), f.get(permission_notice::kReceivedAt));
    }
}

// One place an owner, at the newest: settling is done a record at a time.
void placeVersions(std::vector<WorklistPlace>& places, const Record& record) {
    std::map<std::pair<Worklist, std::string>, WallTime> newest;
    for (const auto& other : record.fields.others()) {
        const auto owner = ownerOf(record, other);
        for (const auto& list : {std::pair{Worklist::TwoVersions, owner.worker.str()},
                                 std::pair{Worklist::TwoVersionsAtAgency, owner.agency.str()}}) {
            auto& at = newest[list];
            at = std::max(at, other.writtenAt);
        }
    }
    for (const auto& [list, at] : newest) {
        place(places, list.first, list.second, at);
    }
}

} // namespace

std::vector<WorklistPlace> worklistsOf(const Record& record) {
    std::vector<WorklistPlace> places;
    const auto& f = record.fields;
    switch (record.type) {
    case RecordType::ContactNote:
        if (f.text(contact_note::kState) == "draft") {
            place(places, Worklist::Drafts, f.get(contact_note::kAuthor).str(), record.occurredAt);
        }
        break;
    case RecordType::Referral:
        placeReferral(places, record);
        break;
    case RecordType::ReferralMessage:
        placeMessage(places, record, f.get(referral_message::kToWorker), f.get(referral_message::kToAgency));
        break;
    case RecordType::PersonLink:
        if (f.text(person_link::kState) == "proposed") {
            place(places, Worklist::LinkProposals, record.home.str(), record.occurredAt);
        }
        break;
    case RecordType::PermissionNotice:
        placeNotice(places, record);
        break;
    case RecordType::ObjectionReview:
        if (f.text(objection_review::kState) == "awaiting") {
            place(places, Worklist::ObjectionReviews, record.home.str(), f.get(objection_review::kSentAt));
        }
        break;
    case RecordType::EmergencyAccess:
        if (awaitsReview(record)) {
            place(places, Worklist::EmergenciesToReview, record.home.str(), record.occurredAt);
        }
        break;
    default:
        placeOfCare(places, record);
        break;
    }
    placeDeath(places, record);
    placeVersions(places, record);
    return places;
}

} // namespace frontsheet
