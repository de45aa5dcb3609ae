#include "core/domain/care/plan_sheet.h"

#include "core/domain/calendar.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/said_right.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/view.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace frontsheet::care {

namespace {

// Where a word stands in a list; words of a newer program in front, since nobody here knows how much they matter.
template <std::size_t N>
std::size_t rankOf(const std::array<std::string_view, N>& order, std::string_view word) {
    const auto found = std::find(order.begin(), order.end(), word);
    return found == order.end() ? 0 : static_cast<std::size_t>(found - order.begin()) + 1;
}

constexpr std::array<std::string_view, 5> kNeeds{"unmet", "part-met", "open", "met", "ended"};
constexpr std::array<std::string_view, 4> kLines{"running", "arranging", "suspended", "ended"};
constexpr std::array<std::string_view, 8> kWhose{"person",   "carer", "family", "friend",
                                                 "advocate", "gp",    "worker", "other"};

bool isNewer(const Record& a, const Record& b) {
    return a.occurredAt != b.occurredAt ? b.occurredAt < a.occurredAt : a.id < b.id;
}

template <std::size_t N>
void sortBy(std::vector<Record>& records, const TextField& field, const std::array<std::string_view, N>& order) {
    std::sort(records.begin(), records.end(), [&](const Record& a, const Record& b) {
        const auto rankA = rankOf(order, a.fields.text(field));
        const auto rankB = rankOf(order, b.fields.text(field));
        return rankA != rankB ? rankA < rankB : isNewer(a, b);
    });
}

// Open ones first, by date; without a date last.
bool comesBefore(const Record& a, const Record& b, const TextField& date) {
    if (isOpen(a) != isOpen(b)) {
        return isOpen(a);
    }
    const auto dateA = a.fields.text(date);
    const auto dateB = b.fields.text(date);
    if (dateA.empty() != dateB.empty()) {
        return !dateA.empty();
    }
    return dateA != dateB ? dateA < dateB : isNewer(a, b);
}

void sortActions(std::vector<PlannedAction>& actions) {
    std::sort(actions.begin(), actions.end(), [](const PlannedAction& a, const PlannedAction& b) {
        const bool bothEnded = !isOpen(a.record) && !isOpen(b.record);
        return bothEnded ? isNewer(a.record, b.record) : comesBefore(a.record, b.record, action::kDue);
    });
}

void add(PackageTotals& totals, const Record& line) {
    namespace p = package_line;
    const auto& f = line.fields;
    const auto state = f.text(p::kState);
    if (state != "running" && state != "arranging") {
        return;
    }
    const auto allocated = allocatedMinutes(line);
    totals.allocatedMinutes += allocated;
    if (!f.text(p::kDeliveredAsOf).empty()) {
        totals.deliveredMinutes +=
            f.get(p::kDeliveredMinutesAWeek) * std::max<std::int64_t>(f.get(p::kWorkersAVisit), 1);
        totals.reportedAllocated += allocated;
    }
    totals.pence += f.get(p::kWeeklyCostPence);
    totals.councilPence += f.get(p::kCouncilPence);
    totals.nhsPence += f.get(p::kNhsPence);
    totals.personPence += f.get(p::kPersonPence);
    totals.otherPence += f.get(p::kOtherPence);
}

const TextField* dueFieldOf(RecordType type) {
    switch (type) {
    case RecordType::CarePlan:
        return &care_plan::kReviewDue;
    case RecordType::Need:
        return &need::kNextLook;
    case RecordType::Goal:
        return &goal::kBy;
    case RecordType::Action:
        return &action::kDue;
    default:
        return nullptr;
    }
}

const RecordField* planFieldOf(RecordType type) {
    switch (type) {
    case RecordType::Need:
        return &need::kPlan;
    case RecordType::Goal:
        return &goal::kPlan;
    case RecordType::Action:
        return &action::kPlan;
    case RecordType::PackageLine:
        return &package_line::kPlan;
    default:
        return nullptr;
    }
}

AwaitedWorker caseOwnerOf(const Record& part, std::span<const Record> plans) {
    const auto* field = planFieldOf(part.type);
    const auto id = part.type == RecordType::CarePlan ? part.id
                    : field == nullptr                ? RecordId{}
                                                      : part.fields.get(*field);
    const auto leads = [](const Record& plan) {
        return AwaitedWorker{plan.home, plan.fields.get(care_plan::kCaseOwner)};
    };
    const auto own = std::find_if(plans.begin(), plans.end(), [&](const Record& plan) { return plan.id == id; });
    if (own != plans.end() && isOpen(*own)) {
        return leads(*own);
    }
    const auto open = std::find_if(plans.begin(), plans.end(), isOpen);
    return open == plans.end() ? AwaitedWorker{} : leads(*open);
}

void take(PlanSheet& sheet, const Record& record, std::string_view today) {
    switch (record.type) {
    case RecordType::CarePlan:
        sheet.plans.push_back(record);
        break;
    case RecordType::Need:
        if (isOpen(record)) {
            sheet.needs.push_back(record);
        }
        break;
    case RecordType::Goal:
        sheet.goals.push_back(record);
        break;
    case RecordType::Action:
        sheet.actions.push_back({record, daysLate(record, today), {}});
        break;
    case RecordType::PackageLine:
        sheet.lines.push_back(record);
        add(sheet.totals, record);
        break;
    case RecordType::View:
        if (isOpen(record) && !isSaidRight(record)) { // that is the front sheet's
            sheet.views.push_back(record);
        }
        break;
    case RecordType::CrisisPart:
        sheet.crisis.push_back(record);
        break;
    case RecordType::Carer:
        if (record.fields.text(carer::kEndedOn).empty()) {
            sheet.carers.push_back(record);
        }
        break;
    default:
        break;
    }
}

} // namespace

std::int64_t allocatedMinutes(const Record& line) {
    namespace p = package_line;
    const auto& f = line.fields;
    return f.get(p::kVisitsAWeek) * f.get(p::kMinutesAVisit) * std::max<std::int64_t>(f.get(p::kWorkersAVisit), 1);
}

int daysLate(const Record& record, std::string_view today) {
    const auto* due = dueFieldOf(record.type);
    if (due == nullptr || !isOpen(record) ||
        (record.type == RecordType::Need && awaitedBy(record) == Awaited::Nobody)) {
        return 0;
    }
    return std::max(daysBetween(record.fields.text(*due), today).value_or(0), 0);
}

AwaitedWorker awaitedWorker(const Record& record, std::span<const Record> plans) {
    const auto& f = record.fields;
    const bool isAction = record.type == RecordType::Action;
    switch (awaitedBy(record)) {
    case Awaited::CaseOwner:
        return caseOwnerOf(record, plans);
    case Awaited::Owner:
    case Awaited::Receiver:
        return isAction ? AwaitedWorker{f.get(action::kOwnerAgency), f.get(action::kOwner)} : AwaitedWorker{};
    case Awaited::Asker:
        return isAction ? AwaitedWorker{f.get(action::kAskedByAgency), f.get(action::kAskedBy)} : AwaitedWorker{};
    default:
        return {};
    }
}

std::vector<Record> provisionsOf(const PlanSheet& sheet, const RecordId& need) {
    std::vector<Record> out;
    std::copy_if(sheet.lines.begin(), sheet.lines.end(), std::back_inserter(out),
                 [&](const Record& line) { return isOpen(line) && line.fields.get(package_line::kNeed) == need; });
    return out;
}

PlanSheet planSheet(std::span<const Record> records, std::string_view today) {
    PlanSheet sheet;
    for (const auto& record : records) {
        take(sheet, record, today);
    }
    std::sort(sheet.plans.begin(), sheet.plans.end(),
              [](const Record& a, const Record& b) { return isOpen(a) != isOpen(b) ? isOpen(a) : isNewer(a, b); });
    for (auto& action : sheet.actions) {
        action.awaited = awaitedWorker(action.record, sheet.plans);
    }
    sheet.twoLeads = sheet.plans.size() > 1 && isOpen(sheet.plans[1]);
    sortBy(sheet.needs, need::kState, kNeeds);
    std::sort(sheet.goals.begin(), sheet.goals.end(),
              [](const Record& a, const Record& b) { return comesBefore(a, b, goal::kBy); });
    sortActions(sheet.actions);
    sortBy(sheet.lines, package_line::kState, kLines);
    sortBy(sheet.views, view::kWhose, kWhose);
    sheet.wishes = standingWishes(records);
    sheet.ownWishMissing =
        sheet.wishes.empty() && std::none_of(sheet.views.begin(), sheet.views.end(), [](const Record& view) {
            return view.fields.text(view::kWhose) == "person" && !view.fields.text(view::kSaid).empty();
        });
    std::sort(sheet.crisis.begin(), sheet.crisis.end(), isNewer);
    std::sort(sheet.carers.begin(), sheet.carers.end(), isNewer);
    return sheet;
}

} // namespace frontsheet::care
