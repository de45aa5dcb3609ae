#include "core/domain/report/referral_report.h"

#include "core/domain/calendar.h"
#include "core/domain/concern.h"
#include "core/domain/front_sheet.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/referral.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace frontsheet::report {

namespace {

Pace paceOf(std::string_view promised) {
    if (promised.find("working") != std::string_view::npos) {
        return Pace::WorkingDays;
    }
    for (const std::string_view unit : {" hour", " day", " week"}) {
        if (promised.find(unit) != std::string_view::npos && promised != "same day") {
            return Pace::Minutes;
        }
    }
    return Pace::WorkingDays;
}

// Devices' clocks and the home's differ: what seems to have come before the arrival took no time.
std::int32_t tookFrom(WallTime arrived, WallTime until, Pace pace) {
    if (until <= arrived) {
        return 0;
    }
    if (pace == Pace::WorkingDays) {
        return workingDaysBetween(arrived, until);
    }
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(until - arrived).count();
    return static_cast<std::int32_t>(std::min<std::int64_t>(minutes, std::numeric_limits<std::int32_t>::max()));
}

WallTime firstOf(std::initializer_list<WallTime> times) {
    WallTime first;
    for (const auto& time : times) {
        if (time.isKnown() && (!first.isKnown() || time < first)) {
            first = time;
        }
    }
    return first;
}

WallTime arrivalOf(const Record& record) {
    const auto arrived = record.fields.get(referral::kArrivedAt);
    if (arrived.isKnown()) {
        return arrived;
    }
    const auto sent = record.fields.get(referral::kSentAt); // still on this device, or of an earlier program's
    return sent.isKnown() ? sent : record.occurredAt;
}

void measure(ReferralJourney& course, const FieldSet& f, WallTime arrived) {
    const WallTime answered = f.get(referral::kAnsweredAt);
    const WallTime contacted = f.get(referral::kFirstContactAt);
    const WallTime completed = f.get(referral::kOutcomeAt);
    const bool ended = course.state == ReferralState::Completed || course.state == ReferralState::Declined;
    // A referral that was taken up again has an outcome from before; it has not ended.
    const WallTime end = course.state == ReferralState::Completed  ? completed
                         : course.state == ReferralState::Declined ? answered
                                                                   : WallTime{};
    const WallTime reached[] = {firstOf({f.get(referral::kSeenAt), answered, contacted, completed}), contacted, end};
    for (const Step step : kSteps) {
        const auto at = static_cast<std::size_t>(step);
        const bool isDue = isOpen(course.state) || (step == Step::Ended && ended) ||
                           (step == Step::Acknowledged && ended) ||
                           (step == Step::Contacted && course.state == ReferralState::Completed);
        course.took[at] = reached[at].isKnown() ? tookFrom(arrived, reached[at], course.pace)
                          : isDue               ? ReferralJourney::kNotYet
                                                : ReferralJourney::kNotDue;
    }
}

bool isOf(const LoopOf& of, const Record& record) {
    const auto& f = record.fields;
    if (!of.home.empty() && record.home != of.home) {
        return false;
    }
    if (!of.to.empty() && f.get(referral::kToAgency) != of.to) {
        return false;
    }
    if (!of.sentBy.empty() && f.get(referral::kFromWorker) != of.sentBy) {
        return false;
    }
    const auto taken = f.get(referral::kAcceptedBy);
    return of.cameTo.empty() || (taken.empty() ? f.get(referral::kToWorker) : taken) == of.cameTo;
}

} // namespace

OpenFor openForOf(std::int32_t days) {
    if (days <= 2) {
        return OpenFor::UpToTwoDays;
    }
    if (days <= 5) {
        return OpenFor::UpToAWeek;
    }
    if (days <= 10) {
        return OpenFor::UpToTwoWeeks;
    }
    return days <= 20 ? OpenFor::UpToFourWeeks : OpenFor::Longer;
}

ReferralReader::ReferralReader(ReportPeriod period, WallTime now, LoopOf of)
    : m_period(std::move(period)), m_now(now), m_of(std::move(of)) {}

void ReferralReader::read(const Record& record) {
    if (record.type != RecordType::Referral || !isOf(m_of, record)) {
        return;
    }
    const auto& f = record.fields;
    // A state of a newer schema counts as open: rather one too many than one gone quiet.
    const auto state = referralState(f.text(referral::kState)).value_or(ReferralState::UnderReview);
    const WallTime arrived = arrivalOf(record);
    ReferralJourney course;
    course.state = state;
    course.inPeriod = holds(m_period, arrived);
    const bool before = isoDate(arrived + std::chrono::milliseconds{summerTimeAt(arrived)}) < m_period.from;
    if (state == ReferralState::Draft || (!course.inPeriod && !(before && isOpen(state)))) {
        return;
    }
    course.referral = record.id;
    course.person = record.person;
    course.pace = paceOf(f.text(referral::kRespondWithin));
    measure(course, f, arrived);
    if (isOpen(state)) {
        course.openDays = workingDaysBetween(arrived, m_now);
        course.overdue = isOverdue(summarise(record), m_now);
        course.unowned = f.get(referral::kAcceptedBy).empty();
    }
    course.feedbackGiven = (state == ReferralState::Completed && !isBlank(f.text(referral::kOutcome))) ||
                           (state == ReferralState::Declined && !isBlank(f.text(referral::kAnswer)));
    course.feedbackRead = course.feedbackGiven && f.get(referral::kOutcomeReadAt).isKnown();
    const ReferralService service{f.get(referral::kToAgency), f.get(referral::kToService),
                                  isConcern(record) ? Asked::Concern : Asked::Referral};
    course.service = m_services.try_emplace(service, static_cast<std::uint32_t>(m_services.size())).first->second;
    m_courses.push_back(course);
}

ReferralLoop ReferralReader::finish() const {
    ReferralLoop loop{m_period, m_now, {}, m_courses};
    std::vector<std::uint32_t> places(m_services.size());
    for (const auto& [service, came] : m_services) {
        places[came] = static_cast<std::uint32_t>(loop.services.size());
        loop.services.push_back(service);
    }
    for (auto& course : loop.courses) {
        course.service = places[course.service];
    }
    std::sort(loop.courses.begin(), loop.courses.end(),
              [](const ReferralJourney& a, const ReferralJourney& b) { return a.referral < b.referral; });
    return loop;
}

ReferralLoop::Sums ReferralLoop::sums(std::uint32_t service) const {
    Sums sums;
    for (const auto& course : courses) {
        if (service != kAllServices && course.service != service) {
            continue;
        }
        if (course.inPeriod) {
            ++sums.arrived;
            sums.completed += course.state == ReferralState::Completed ? 1 : 0;
            sums.declined += course.state == ReferralState::Declined ? 1 : 0;
            sums.withdrawn += course.state == ReferralState::Withdrawn ? 1 : 0;
            sums.stillOpen += isOpen(course.state) ? 1 : 0;
            sums.feedbackGiven += course.feedbackGiven ? 1 : 0;
            sums.feedbackRead += course.feedbackRead ? 1 : 0;
        }
        if (isOpen(course.state)) {
            ++sums.open;
            sums.overdue += course.overdue ? 1 : 0;
            sums.unowned += course.unowned ? 1 : 0;
            sums.waitsForSender += waitsFor(course.state) == WaitsFor::Sender ? 1 : 0;
            ++sums.openFor[static_cast<std::size_t>(openForOf(course.openDays))];
        }
    }
    return sums;
}

Spread ReferralLoop::spread(Step step, Pace pace, std::uint32_t service) const {
    Spread spread;
    for (const auto& course : courses) {
        const auto took = course.took[static_cast<std::size_t>(step)];
        if (!course.inPeriod || course.pace != pace || (service != kAllServices && course.service != service)) {
            continue;
        }
        if (took >= 0) {
            spread.add(took);
        } else if (took == ReferralJourney::kNotYet) {
            spread.addNotYet();
        }
    }
    return spread;
}

} // namespace frontsheet::report
