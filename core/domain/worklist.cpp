#include "core/domain/worklist.h"

#include "core/domain/calendar.h"
#include "core/domain/emergency_access.h"
#include "core/domain/referral_machine.h"
#include "core/domain/schema/contact_note.h"
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

void placeReferral(std::vector<WorklistPlace>& places, const FieldSet& f) {
    const WallTime sent = f.get(referral::kSentAt);
    place(places, Worklist::ReferralsSent, f.get(referral::kFromWorker).str(), sent);
    const auto state = referralState(f.text(referral::kState));
    if (state && !isOpen(*state)) {
        return; // a state of a newer schema counts as open: rather one row too many than one gone quiet
    }
    const auto worker = f.get(referral::kToWorker);
    if (worker.empty()) {
        place(places, Worklist::ReferralsToAgency, f.get(referral::kToAgency).str(), sent);
    } else {
        place(places, Worklist::ReferralsToWorker, worker.str(), sent);
    }
    place(places, Worklist::ReferralsTaken, f.get(referral::kAcceptedBy).str(), sent);
}

// An outcome with its date was said at a review, or ended the placement: either way the first review has been.
void placePlacement(std::vector<WorklistPlace>& places, const FieldSet& f) {
    const auto due = fullDate(f.text(placement::kFirstReviewDue));
    if (due && f.text(placement::kOutcomeOn).empty()) {
        const auto noon = std::chrono::sys_days{*due}.time_since_epoch() + std::chrono::hours{12};
        place(places, Worklist::ReviewsDue, f.get(placement::kReviewingOfficer).str(),
              WallTime{std::chrono::duration_cast<std::chrono::milliseconds>(noon).count()});
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
        placeReferral(places, f);
        break;
    case RecordType::PersonLink:
        if (f.text(person_link::kState) == "proposed") {
            place(places, Worklist::LinkProposals, record.home.str(), record.occurredAt);
        }
        break;
    case RecordType::Placement:
        placePlacement(places, f);
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
        break;
    }
    placeVersions(places, record);
    return places;
}

} // namespace frontsheet
