#include "core/domain/care/no_longer.h"

#include "core/domain/care/state_machine.h"
#include "core/domain/said_right.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

#include <algorithm>
#include <optional>

namespace frontsheet::care {

namespace {

std::string text(const Record& record, const TextField* field) {
    return field == nullptr ? std::string{} : std::string{record.fields.text(*field)};
}

// Its state says so.
std::optional<StoodOnce> byState(const Record& record, const TextField* on, const TextField* because) {
    if (isOpen(record)) {
        return std::nullopt;
    }
    const auto state = record.fields.text(machineOf(record.type)->field);
    const auto how = state == "entered-in-error" ? Ending::EnteredInError
                     : state == "refuted"        ? Ending::Refuted
                                                 : Ending::NoLonger;
    return StoodOnce{record, how, text(record, on), text(record, because)};
}

// It has no states: the day says so.
std::optional<StoodOnce> byDay(const Record& record, const TextField& on, const TextField* because = nullptr) {
    return record.fields.text(on).empty()
               ? std::nullopt
               : std::optional{StoodOnce{record, Ending::NoLonger, text(record, &on), text(record, because)}};
}

std::optional<StoodOnce> ifItStoodOnce(const Record& record) {
    switch (record.type) {
    case RecordType::Need:
        return byState(record, nullptr, &need::kEndedBecause);
    case RecordType::View:
        return isSaidRight(record) ? std::nullopt : byState(record, nullptr, &view::kErrorReason);
    case RecordType::RiskAlert:
        return byState(record, &risk_alert::kEndedOn, &risk_alert::kEndedBecause);
    case RecordType::Allergy:
        return byState(record, nullptr, &allergy::kEndedBecause);
    case RecordType::AdvancePlan:
        return byState(record, &advance_plan::kEndedOn, &advance_plan::kEndedBecause);
    case RecordType::Death:
        return byState(record, nullptr, &death::kErrorReason);
    case RecordType::Medicine:
        return byDay(record, medicine::kStoppedOn, &medicine::kStoppedBecause);
    case RecordType::Carer:
        return byDay(record, carer::kEndedOn);
    case RecordType::CommunicationNeed:
        return byDay(record, communication_need::kEndedOn);
    case RecordType::RelatedPerson:
        return byDay(record, related_person::kEndedOn);
    default:
        return std::nullopt;
    }
}

} // namespace

std::vector<StoodOnce> stoodOnce(std::span<const Record> records) {
    std::vector<StoodOnce> out;
    for (const auto& record : records) {
        if (auto once = ifItStoodOnce(record)) {
            out.push_back(std::move(*once));
        }
    }
    std::sort(out.begin(), out.end(), [](const StoodOnce& a, const StoodOnce& b) {
        return a.on != b.on                                 ? b.on < a.on
               : a.record.occurredAt != b.record.occurredAt ? b.record.occurredAt < a.record.occurredAt
                                                            : a.record.id < b.record.id;
    });
    return out;
}

} // namespace frontsheet::care
