#include "core/domain/open_work.h"

#include "core/domain/calendar.h"
#include "core/domain/care/instruments.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/concern.h"
#include "core/domain/referral_course.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"

#include <algorithm>
#include <tuple>

namespace frontsheet {

namespace {

// A visit or a conference of which nobody has said a day later what became of it was forgotten, or its record was.
constexpr auto kForgottenAfter = std::chrono::hours{24};
constexpr std::string_view kNoticeWithin = "2 working days";

OpenWork begun(const Record& record, WorkKind kind) {
    OpenWork work;
    work.kind = kind;
    work.record = record.id;
    work.home = record.home;
    work.person = record.person;
    return work;
}

void own(OpenWork& work, const WorkerId& worker, const AgencyId& agency) {
    work.owner = worker;
    work.ownerAgency = worker.empty() ? AgencyId{} : agency;
}

// Also of states of a newer program: rather one row too many than one gone quiet.
std::optional<OpenWork> ofReferral(const Record& record, const AgencyId& agency) {
    const auto& f = record.fields;
    const auto state = referralState(f.text(referral::kState));
    const bool open = !state || isOpen(*state);
    const bool unread = hasUnreadOutcome(record);
    const bool sent = record.home == agency;
    const bool received = f.get(referral::kToAgency) == agency;
    if ((!sent && !received) || (!open && !(sent && unread))) {
        return std::nullopt;
    }
    const bool waitsForSender = unread || (state && waitsFor(*state) == WaitsFor::Sender);
    const bool ours = received && !(sent && waitsForSender);
    auto work = begun(record, ours             ? WorkKind::Referral
                              : waitsForSender ? WorkKind::OwnReferral
                                               : WorkKind::SentReferral);
    work.elsewhere = ours ? waitsForSender : !waitsForSender;
    const auto taker = f.get(referral::kAcceptedBy);
    const auto receiver = taker.empty() ? f.get(referral::kToWorker) : taker;
    own(work, ours ? receiver : f.get(referral::kFromWorker), agency);
    // Nobody could have answered what is on this device alone.
    if (!waitsForSender && taker.empty() && record.recordedAt.isKnown()) {
        work.by = f.get(referral::kAnswerBy);
    }
    return work;
}

OpenWork ofAction(const Record& record) {
    const auto& f = record.fields;
    auto work = begun(record, WorkKind::Action);
    work.what = f.get(action::kWhat);
    work.due = f.get(action::kDue);
    work.askedBy = f.get(action::kAskedBy);
    work.askedByAgency = f.get(action::kAskedByAgency);
    const auto state = f.text(action::kState);
    if (state == "offered") {
        work.asked = f.get(action::kOwner);
        work.ownerAgency = f.get(action::kOwnerAgency);
        return work;
    }
    work.declined = state == "declined";
    own(work, f.get(action::kOwner), f.get(action::kOwnerAgency));
    return work;
}

OpenWork ofPlan(const Record& record) {
    const auto& f = record.fields;
    auto work = begun(record, WorkKind::Plan);
    own(work, f.get(care_plan::kCaseOwner), record.home);
    work.asked = f.get(care_plan::kOfferedTo);
    work.askedBy = f.get(care_plan::kOfferedBy);
    work.askedAt = f.get(care_plan::kOfferedAt);
    work.due = f.get(care_plan::kReviewDue);
    return work;
}

OpenWork ofPlacement(const Record& record) {
    const auto& f = record.fields;
    auto work = begun(record, WorkKind::Placement);
    own(work, f.get(placement::kReviewingOfficer), record.home);
    work.what = f.get(placement::kPlacedAt);
    work.asked = f.get(placement::kOfficerOffered);
    work.askedBy = f.get(placement::kOfficerOfferedBy);
    work.askedAt = f.get(placement::kOfficerOfferedAt);
    work.due = std::string{care::reviewDueOn(record)};
    return work;
}

std::optional<OpenWork> ofVisit(const Record& record) {
    const auto& f = record.fields;
    const auto state = f.text(appointment::kState);
    if (state != "planned" && state != "no-reply") {
        return std::nullopt;
    }
    auto work = begun(record, state == "planned" ? WorkKind::Visit : WorkKind::NoReply);
    own(work, f.get(appointment::kWorker), record.home);
    work.what = f.get(appointment::kWhy);
    if (work.kind == WorkKind::Visit) {
        work.by = f.get(appointment::kStartsAt);
        work.asked = f.get(appointment::kOfferedTo);
        work.askedBy = f.get(appointment::kOfferedBy);
        work.askedAt = f.get(appointment::kOfferedAt);
    } else {
        const auto told = f.get(appointment::kTold);
        own(work, told.empty() ? work.owner : told, record.home);
        work.since = f.get(appointment::kStartsAt);
    }
    return work;
}

std::optional<OpenWork> ofMessage(const Record& record, const AgencyId& agency) {
    const auto& f = record.fields;
    if (!f.get(message::kReadBy).empty() || f.get(message::kToAgency) != agency || f.get(message::kToWorker).empty()) {
        return std::nullopt;
    }
    auto work = begun(record, WorkKind::Message);
    own(work, f.get(message::kToWorker), agency);
    work.since = record.occurredAt;
    return work;
}

std::optional<OpenWork> ofNotice(const Record& record) {
    const auto& f = record.fields;
    const bool withdrawn = f.get(permission_notice::kWithdrawnAt).isKnown();
    const auto answered =
        f.get(withdrawn ? permission_notice::kWithdrawalAcknowledgedAt : permission_notice::kAcknowledgedAt);
    if (answered.isKnown()) {
        return std::nullopt;
    }
    auto work = begun(record, WorkKind::Notice);
    work.since = f.get(permission_notice::kReceivedAt);
    work.by = dueAfter(work.since, kNoticeWithin).value_or(WallTime{});
    return work;
}

OpenWork ofConference(const Record& record) {
    const auto& f = record.fields;
    auto work = begun(record, WorkKind::Conference);
    own(work, f.get(conference::kChair), record.home);
    work.what = f.get(conference::kAbout);
    work.by = f.get(conference::kStartsAt);
    return work;
}

bool isOfDoubtfulSafety(const OpenWork& work) {
    return work.kind == WorkKind::NoReply || work.kind == WorkKind::UnsafeAnswer;
}

// The day, for ordering what has one beside what has a moment.
std::string dayOf(const OpenWork& work) {
    if (!work.due.empty()) {
        return work.due;
    }
    return work.by.isKnown() ? isoDate(work.by) : std::string{"9999"};
}

// What has no day waits for its owner today and tomorrow alike; a plan or a placement waits for its review.
bool isWantedBy(const OpenWork& work, std::string_view last) {
    const bool dated = !work.due.empty() || work.by.isKnown();
    return dated ? dayOf(work) <= last : work.kind != WorkKind::Plan && work.kind != WorkKind::Placement;
}

int urgencyOf(const OpenWork& work) { return isOfDoubtfulSafety(work) ? 0 : work.concern ? 1 : 2; }

} // namespace

std::optional<OpenWork> openWorkOf(const Record& record, const AgencyId& agency) {
    const bool ours = record.home == agency;
    switch (record.type) {
    case RecordType::Referral: {
        auto work = ofReferral(record, agency);
        if (work) {
            work->what = record.fields.get(referral::kNeed);
            work->since = courseOf(record).waitsSince;
            work->concern = isConcern(record);
        }
        return work;
    }
    case RecordType::Action: {
        const auto& f = record.fields;
        const bool concerns = ours || f.get(action::kOwnerAgency) == agency || f.get(action::kAskedByAgency) == agency;
        return concerns && care::isOpen(record) ? std::optional{ofAction(record)} : std::nullopt;
    }
    case RecordType::CarePlan:
        return ours && care::isOpen(record) ? std::optional{ofPlan(record)} : std::nullopt;
    case RecordType::Placement:
        return ours && !care::hasEnded(record) ? std::optional{ofPlacement(record)} : std::nullopt;
    case RecordType::Appointment:
        return ours ? ofVisit(record) : std::nullopt;
    case RecordType::Measure:
        if (ours && care::awaitsSafety(record)) {
            auto work = begun(record, WorkKind::UnsafeAnswer);
            own(work, record.fields.get(measure::kTakenBy), record.home);
            work.since = record.occurredAt;
            return work;
        }
        return std::nullopt;
    case RecordType::Conference:
        return ours && care::isOpen(record) && record.fields.text(conference::kState) == "planned"
                   ? std::optional{ofConference(record)}
                   : std::nullopt;
    case RecordType::Message:
        return ofMessage(record, agency);
    case RecordType::PermissionNotice:
        return ours ? ofNotice(record) : std::nullopt;
    default:
        return std::nullopt;
    }
}

bool isOverdue(const OpenWork& work, std::string_view today, WallTime now) {
    if (isOfDoubtfulSafety(work)) {
        return true;
    }
    if (work.by.isKnown()) {
        const bool takesPlace = work.kind == WorkKind::Visit || work.kind == WorkKind::Conference;
        return now > (takesPlace ? work.by + kForgottenAfter : work.by);
    }
    const auto days = daysBetween(today, work.due);
    return days && *days < 0;
}

bool comesBefore(const OpenWork& a, const OpenWork& b) {
    const auto rank = [](const OpenWork& work) {
        return std::tuple{urgencyOf(work), dayOf(work), work.by, work.since, work.record};
    };
    return rank(a) < rank(b);
}

Held heldBy(const OpenWork& work, const Directory& directory) {
    const auto isThere = [&](const WorkerId& worker) { return directory.workers().contains(worker); };
    if (!work.asked.empty() && isThere(work.asked)) {
        return Held::Offered;
    }
    if (work.declined) {
        return Held::Declined;
    }
    if (work.owner.empty()) {
        return work.asked.empty() ? Held::Nobody : Held::Gone; // who was asked has gone
    }
    return isThere(work.owner) ? Held::Theirs : Held::Gone;
}

bool isUnowned(Held held) { return held == Held::Nobody || held == Held::Declined || held == Held::Gone; }

std::vector<OpenWork> dueWithin(std::span<const OpenWork> works, const WorkerId& worker, std::string_view last) {
    std::vector<OpenWork> out;
    for (const auto& work : works) {
        const bool theirs = (work.owner == worker && !work.declined) || work.asked == worker;
        if (theirs && work.kind != WorkKind::SentReferral && (last.empty() || isWantedBy(work, last))) {
            out.push_back(work);
        }
    }
    std::sort(out.begin(), out.end(), comesBefore);
    return out;
}

} // namespace frontsheet
