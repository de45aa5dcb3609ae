#include "core/domain/care/due_at_visit.h"

#include "core/domain/calendar.h"
#include "core/domain/care/instruments.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/safety.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace frontsheet::care {

namespace {

using What = DueAtVisit::What;

constexpr int kReviewSoonDays = 7;

bool isBy(std::string_view date, std::string_view today, int daysAhead) {
    const auto days = daysBetween(today, date);
    return days && *days <= daysAhead;
}

// "2,1" of the tenth and "4,0" of the twelfth are two of one instrument: the twelfth's counts.
bool isNewer(const Record& a, const Record& b) {
    return std::tuple{a.fields.text(measure::kTakenOn), a.occurredAt, a.id} >
           std::tuple{b.fields.text(measure::kTakenOn), b.occurredAt, b.id};
}

} // namespace

std::vector<DueAtVisit> dueAtVisit(std::span<const Record> about, const WorkerId& visitor, std::string_view today) {
    std::vector<DueAtVisit> out;
    std::map<std::string_view, const Record*> newest;
    for (const auto& record : about) {
        const auto& f = record.fields;
        if (record.type == RecordType::Measure && f.text(measure::kState) == "taken") {
            auto& last = newest[f.text(measure::kInstrument)];
            last = last == nullptr || isNewer(record, *last) ? &record : last;
            if (awaitsSafety(record)) {
                out.push_back({What::SafetyAction, f.get(measure::kInstrument), {}, record.id});
            }
        }
        if (!isOpen(record)) {
            continue;
        }
        if (record.type == RecordType::Action && f.get(action::kOwner) == visitor &&
            isBy(f.text(action::kDue), today, 0)) {
            out.push_back({What::Action, f.get(action::kWhat), f.get(action::kDue), record.id});
        }
        if (record.type == RecordType::CarePlan && isBy(f.text(care_plan::kReviewDue), today, kReviewSoonDays)) {
            out.push_back({What::PlanReview, {}, f.get(care_plan::kReviewDue), record.id});
        }
        if (record.type == RecordType::RiskAlert && isBy(f.text(risk_alert::kReviewOn), today, 0)) {
            out.push_back({What::AlertReview, f.get(risk_alert::kText), f.get(risk_alert::kReviewOn), record.id});
        }
    }
    for (const auto& [instrument, record] : newest) {
        if (isBy(record->fields.text(measure::kAgainOn), today, 0)) {
            out.push_back(
                {What::MeasureAgain, std::string{instrument}, record->fields.get(measure::kAgainOn), record->id});
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return std::tie(a.what, a.on) < std::tie(b.what, b.on); });
    return out;
}

} // namespace frontsheet::care
