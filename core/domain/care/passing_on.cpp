#include "core/domain/care/passing_on.h"

#include "core/domain/care/managing.h"
#include "core/domain/care/movers.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/decision.h"
#include "core/domain/referral_machine.h"
#include "core/domain/referral_passing.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"

#include <optional>

namespace frontsheet::care {

namespace {

// The fields of a duty that one worker holds until another says yes.
struct OfferFields {
    const WorkerField& holder;
    const WorkerField& to;
    const WorkerField& by;
    const TimeField& at;
    const TextField* words = nullptr;
};

std::optional<OfferFields> offerFieldsOf(RecordType type) {
    switch (type) {
    case RecordType::CarePlan:
        return OfferFields{care_plan::kCaseOwner, care_plan::kOfferedTo, care_plan::kOfferedBy, care_plan::kOfferedAt,
                           &care_plan::kOfferWords};
    case RecordType::Placement:
        return OfferFields{placement::kReviewingOfficer, placement::kOfficerOffered, placement::kOfficerOfferedBy,
                           placement::kOfficerOfferedAt, &placement::kOfficerOfferWords};
    case RecordType::Appointment:
        return OfferFields{appointment::kWorker, appointment::kOfferedTo, appointment::kOfferedBy,
                           appointment::kOfferedAt};
    default:
        return std::nullopt;
    }
}

bool isWorkToBeDone(const Record& record) {
    switch (record.type) {
    case RecordType::Placement:
        return !hasEnded(record);
    case RecordType::Appointment:
        return record.fields.text(appointment::kState) == "planned";
    default:
        return isOpen(record);
    }
}

void unoffer(FieldSet& f, const OfferFields& fields) {
    f.erase(fields.to.tag);
    f.erase(fields.by.tag);
    f.erase(fields.at.tag);
    if (fields.words != nullptr) {
        f.erase(fields.words->tag);
    }
}

void put(FieldSet& f, const TextField& field, const char* code) { f.put(field, std::string{code}); }

PassingOn passingOnReferral(const Record& record, const Principal& who) {
    const auto& f = record.fields;
    const auto state = referralState(f.text(referral::kState));
    const auto side = sideOf(who, record);
    if (f.get(referral::kToAgency) != who.agency || !side || !state || !isOpen(*state)) {
        return PassingOn::SenderOnly;
    }
    if (*side == ReferralSide::Sender) {
        return *state == ReferralState::Sent || *state == ReferralState::UnderReview ? PassingOn::AsksAnew
                                                                                     : PassingOn::OwnerOnly;
    }
    if (*state == ReferralState::InfoAsked) {
        return PassingOn::NotPassed; // it waits for its sender, and is asked of whoever asked
    }
    return mayContribute(who, record.home, RecordType::Referral, &record, {}) ? PassingOn::AsksAnew
                                                                              : PassingOn::OwnerOnly;
}

} // namespace

PassingOn passingOn(const Record& record, const Principal& who) {
    if (record.type == RecordType::Referral) {
        return passingOnReferral(record, who);
    }
    if (record.type == RecordType::Action) {
        const bool asked = record.fields.text(action::kState) == "offered" && record.home == who.agency;
        return asked || mayMove(record, who, "offered") ? PassingOn::Offer : PassingOn::OwnerOnly;
    }
    return record.home == who.agency && offerFieldsOf(record.type) && isWorkToBeDone(record) ? PassingOn::Offer
                                                                                             : PassingOn::NotPassed;
}

Record offered(Record record, const Offer& offer, const Principal& by, WallTime now) {
    auto& f = record.fields;
    if (const auto fields = offerFieldsOf(record.type)) {
        f.put(fields->to, offer.to);
        f.put(fields->by, by.worker);
        f.put(fields->at, now);
        if (fields->words != nullptr) {
            f.put(*fields->words, offer.words);
        }
        return record;
    }
    if (record.type == RecordType::Action) {
        f.put(action::kOwner, offer.to);
        f.put(action::kOwnerAgency, by.agency);
        put(f, action::kState, "offered");
        // What the one before them answered is theirs, and stands in its history.
        f.erase(action::kAnswer.tag);
        f.erase(action::kAnsweredAt.tag);
        return record;
    }
    const Record before = record;
    f.put(referral::kToWorker, offer.to);
    sendAnew(record);
    countPassing(before, record);
    f.put(referral::kRedirectedBecause, offer.words);
    f.put(referral::kWaitsSince, now); // until its home says
    return record;
}

bool isOfferedTo(const Record& record, const Principal& who) {
    const auto& f = record.fields;
    if (!isWorkToBeDone(record)) {
        return false;
    }
    if (record.type == RecordType::Action) {
        return f.text(action::kState) == "offered" && isAskedOf(who, record);
    }
    const auto fields = offerFieldsOf(record.type);
    return fields && record.home == who.agency && !who.worker.empty() && f.get(fields->to) == who.worker;
}

Record takenOver(Record record, const Principal& by, WallTime now) {
    auto& f = record.fields;
    if (record.type == RecordType::Action) {
        put(f, action::kState, "accepted");
        f.put(action::kAnsweredAt, now);
        return record;
    }
    if (const auto fields = offerFieldsOf(record.type)) {
        f.put(fields->holder, by.worker);
        unoffer(f, *fields);
    }
    if (record.type == RecordType::CarePlan) {
        f.put(care_plan::kOwnerSince, now);
    } else if (record.type == RecordType::Appointment) {
        f.erase(appointment::kOrder.tag); // its place was one in another's round
        f.erase(appointment::kSetOutAt.tag);
        f.erase(appointment::kArrivedAt.tag);
    }
    return record;
}

Record refused(Record record, const std::string& words, WallTime now) {
    auto& f = record.fields;
    if (record.type == RecordType::Action) {
        put(f, action::kState, "declined");
        f.put(action::kAnswer, words);
        f.put(action::kAnsweredAt, now);
        return record;
    }
    return takenBack(std::move(record));
}

bool mayTakeBack(const Record& record, const Principal& who) {
    const auto fields = offerFieldsOf(record.type);
    const auto& f = record.fields;
    return fields && record.home == who.agency && !f.get(fields->to).empty() && isWorkToBeDone(record) &&
           (f.get(fields->by) == who.worker || f.get(fields->holder) == who.worker || mayManage(who));
}

Record takenBack(Record record) {
    if (const auto fields = offerFieldsOf(record.type)) {
        unoffer(record.fields, *fields);
    }
    return record;
}

WorkerId offeredBy(const Record& record) {
    if (record.type == RecordType::Action) {
        return record.fields.get(action::kAskedBy);
    }
    const auto fields = offerFieldsOf(record.type);
    return fields ? record.fields.get(fields->by) : WorkerId{};
}

} // namespace frontsheet::care
