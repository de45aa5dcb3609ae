#include "core/domain/timeline.h"

#include "core/base/utf8.h"
#include "core/domain/calendar.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/said_right.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/view.h"

#include <algorithm>
#include <chrono>
#include <tuple>

namespace frontsheet {

namespace {

using Kind = Happening::Kind;

std::string firstWords(const std::string& text) {
    constexpr std::size_t kEnough = 160;
    const auto line = std::string_view{text}.substr(0, text.find('\n'));
    const auto words = firstCodePoints(line, kEnough);
    return std::string{words} + (words.size() < text.size() ? "…" : "");
}

// A day as a moment: noon, so that it is the same day wherever it is read.
void putDay(Happening& happening, std::string_view iso) {
    if (const auto day = fullDate(iso)) {
        const auto noon = std::chrono::sys_days{*day}.time_since_epoch() + std::chrono::hours{12};
        happening.at = WallTime{std::chrono::duration_cast<std::chrono::milliseconds>(noon).count()};
        happening.wholeDay = true;
    }
}

Happening of(const Record& record, Kind kind, const WorkerId& worker, const std::string& text) {
    return {record.occurredAt, record.home, record.id, kind, worker, firstWords(text)};
}

WallTime firstKnown(WallTime a, WallTime b) { return a.isKnown() ? a : b; }

} // namespace

TimelinePart partOf(Kind kind) {
    switch (kind) {
    case Kind::Note:
        return TimelinePart::Notes;
    case Kind::ReferralSent:
    case Kind::ReferralAnswered:
    case Kind::ReferralDone:
        return TimelinePart::Referrals;
    case Kind::Placed:
    case Kind::PlacementReviewed:
    case Kind::PlacementEnded:
        return TimelinePart::Placements;
    case Kind::VisitMade:
    case Kind::NoReply:
    case Kind::FoundSafe:
        return TimelinePart::Visits;
    case Kind::ConferenceHeld:
        return TimelinePart::Conferences;
    case Kind::MeasureTaken:
        return TimelinePart::Measures;
    case Kind::PlanOpened:
    case Kind::PlanClosed:
    case Kind::NeedFound:
    case Kind::GoalEnded:
    case Kind::ActionDone:
    case Kind::ViewSaid:
        break;
    }
    return TimelinePart::Plan;
}

void Timeline::add(const Record& record, Happening happening) {
    const auto order = happening.at;
    m_placed.push_back({std::move(happening), order, record.home});
}

void Timeline::take(const Record& record) {
    switch (record.type) {
    case RecordType::ContactNote:
        addNote(record);
        break;
    case RecordType::Referral:
        addReferral(record);
        break;
    case RecordType::Placement:
        addPlacement(record);
        break;
    case RecordType::PlacementReview:
        addReview(record);
        break;
    case RecordType::Appointment:
        addVisit(record);
        break;
    case RecordType::CarePlan:
        addPlan(record);
        break;
    case RecordType::Need:
    case RecordType::Goal:
    case RecordType::Action:
    case RecordType::View:
        addPartOfPlan(record);
        break;
    case RecordType::Conference:
        addConference(record);
        break;
    case RecordType::Measure:
        addMeasure(record);
        break;
    default:
        break;
    }
}

void Timeline::addNote(const Record& record) {
    const auto& f = record.fields;
    if (f.text(contact_note::kState) == "signed") {
        auto note = of(record, Kind::Note, f.get(contact_note::kAuthor), f.get(contact_note::kText));
        note.code = f.get(contact_note::kKind);
        add(record, std::move(note));
    }
}

void Timeline::addReferral(const Record& record) {
    const auto& f = record.fields;
    const auto need = f.get(referral::kNeed);
    const auto receiver = f.get(referral::kToAgency);
    WallTime order = f.get(referral::kSentAt);
    const auto step = [&](WallTime at, const AgencyId& agency, Kind kind, const WorkerId& worker) {
        order = std::max(order, at);
        m_placed.push_back({{at, agency, record.id, kind, worker, need}, order, record.home});
    };
    step(order, record.home, Kind::ReferralSent, f.get(referral::kFromWorker));
    if (const auto at = f.get(referral::kAnsweredAt); at.isKnown()) {
        step(at, receiver, Kind::ReferralAnswered, f.get(referral::kAnsweredBy));
    }
    if (const auto at = f.get(referral::kOutcomeAt); at.isKnown()) {
        step(at, receiver, Kind::ReferralDone, f.get(referral::kAnsweredBy));
    }
}

void Timeline::addPlacement(const Record& record) {
    const auto& f = record.fields;
    auto placed = of(record, Kind::Placed, {}, f.get(placement::kPlacedAt));
    placed.code = f.get(placement::kKind);
    putDay(placed, f.text(placement::kDischargedOn));
    const auto began = placed.at;
    add(record, std::move(placed));
    if (care::hasEnded(record)) {
        auto ended = of(record, Kind::PlacementEnded, {}, f.get(placement::kPlacedAt));
        ended.code = f.get(placement::kOutcome);
        putDay(ended, f.text(placement::kOutcomeOn));
        const auto order = std::max(began, ended.at);
        m_placed.push_back({std::move(ended), order, record.home});
    }
}

void Timeline::addReview(const Record& record) {
    const auto& f = record.fields;
    if (f.text(placement_review::kState) == "held") {
        auto held =
            of(record, Kind::PlacementReviewed, f.get(placement_review::kReviewer), f.get(placement_review::kFindings));
        putDay(held, f.text(placement_review::kHeldOn));
        add(record, std::move(held));
    }
}

void Timeline::addVisit(const Record& record) {
    const auto& f = record.fields;
    const auto state = f.text(appointment::kState);
    const auto worker = f.get(appointment::kWorker);
    const auto came = firstKnown(f.get(appointment::kArrivedAt), f.get(appointment::kStartsAt));
    const bool nobodyCame = state == "no-reply" || !f.text(appointment::kSafeBecause).empty();
    if (nobodyCame) {
        auto knocked = of(record, Kind::NoReply, worker, f.get(appointment::kWhy));
        knocked.at = came;
        add(record, std::move(knocked));
        if (state != "no-reply") {
            auto safe = of(record, Kind::FoundSafe, worker, f.get(appointment::kSafeBecause));
            safe.at = firstKnown(f.get(appointment::kEndedAt), came);
            const auto order = std::max(came, safe.at);
            m_placed.push_back({std::move(safe), order, record.home});
        }
    } else if (state == "done") {
        auto made = of(record, Kind::VisitMade, worker, f.get(appointment::kWhy));
        made.code = f.get(appointment::kAt);
        made.at = came;
        add(record, std::move(made));
    }
}

void Timeline::addPlan(const Record& record) {
    const auto& f = record.fields;
    auto opened = of(record, Kind::PlanOpened, {}, f.get(care_plan::kSummary));
    putDay(opened, f.text(care_plan::kOpenedOn));
    const auto began = opened.at;
    add(record, std::move(opened));
    if (f.text(care_plan::kState) == "closed") {
        auto closed = of(record, Kind::PlanClosed, {}, f.get(care_plan::kClosedBecause));
        putDay(closed, f.text(care_plan::kClosedOn));
        const auto order = std::max(began, closed.at);
        m_placed.push_back({std::move(closed), order, record.home});
    }
}

void Timeline::addPartOfPlan(const Record& record) {
    const auto& f = record.fields;
    if (record.type == RecordType::Need) {
        add(record, of(record, Kind::NeedFound, {}, f.get(need::kText)));
    } else if (record.type == RecordType::Goal) {
        if (f.text(goal::kState) != "set") {
            auto ended = of(record, Kind::GoalEnded, {}, f.get(goal::kWords));
            ended.code = f.get(goal::kState);
            putDay(ended, f.text(goal::kResultOn));
            add(record, std::move(ended));
        }
    } else if (record.type == RecordType::Action) {
        if (f.text(action::kState) == "done") {
            auto done = of(record, Kind::ActionDone, f.get(action::kOwner), f.get(action::kWhat));
            done.agency = f.get(action::kOwnerAgency);
            done.at = firstKnown(f.get(action::kReportedAt), record.occurredAt);
            add(record, std::move(done));
        }
    } else if (f.text(view::kState) == "said" && !isSaidRight(record) && !f.text(view::kSaid).empty()) {
        const bool own = f.text(view::kWhose) == "person";
        auto said = of(record, Kind::ViewSaid, f.get(view::kRecordedBy),
                       own ? f.get(view::kSaid) : f.get(view::kName) + ": " + f.get(view::kSaid));
        said.code = f.get(view::kWhose);
        putDay(said, f.text(view::kSaidOn));
        add(record, std::move(said));
    }
}

void Timeline::addConference(const Record& record) {
    const auto& f = record.fields;
    if (f.text(conference::kState) == "held") {
        auto held = of(record, Kind::ConferenceHeld, f.get(conference::kChair), f.get(conference::kAbout));
        putDay(held, f.text(conference::kHeldOn));
        add(record, std::move(held));
    }
}

void Timeline::addMeasure(const Record& record) {
    const auto& f = record.fields;
    if (f.text(measure::kState) == "taken") {
        auto taken = of(record, Kind::MeasureTaken, f.get(measure::kTakenBy), {});
        taken.code = f.get(measure::kInstrument);
        putDay(taken, f.text(measure::kTakenOn));
        add(record, std::move(taken));
    }
}

std::vector<Happening> Timeline::inOrder() {
    std::sort(m_placed.begin(), m_placed.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.order, a.home, a.happening.record, a.happening.kind) >
               std::tie(b.order, b.home, b.happening.record, b.happening.kind);
    });
    std::vector<Happening> out;
    out.reserve(m_placed.size());
    for (auto& placed : m_placed) {
        out.push_back(std::move(placed.happening));
    }
    m_placed.clear();
    return out;
}

ChosenTimeline chosenFrom(std::span<const Happening> timeline, const TimelineChoice& choice) {
    ChosenTimeline out;
    for (std::size_t at = 0; at < timeline.size(); ++at) {
        const auto part = partOf(timeline[at].kind);
        const auto& agency = timeline[at].agency;
        const bool fitsPart = !choice.part || *choice.part == part;
        const bool fitsAgency = choice.agency.empty() || choice.agency == agency;
        out.parts[part] += fitsAgency ? 1 : 0;
        out.agencies[agency] += fitsPart ? 1 : 0;
        if (fitsPart && fitsAgency) {
            out.rows.push_back(at);
        }
    }
    return out;
}

} // namespace frontsheet
