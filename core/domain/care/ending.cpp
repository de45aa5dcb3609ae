#include "core/domain/care/ending.h"

#include "core/domain/care/movers.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

#include <algorithm>

namespace frontsheet::care {

namespace {

struct Way {
    RecordType type;
    Ending how;
    std::string_view state; // that its machine moves to; empty: it has none, and its date says so
    const TextField* because = nullptr;
    const TextField* on = nullptr;
    const WorkerField* by = nullptr;
};

constexpr Way kWays[] = {
    {RecordType::RiskAlert, Ending::NoLonger, "ended", &risk_alert::kEndedBecause, &risk_alert::kEndedOn},
    {RecordType::Allergy, Ending::Refuted, "refuted", &allergy::kEndedBecause},
    {RecordType::Allergy, Ending::EnteredInError, "entered-in-error", &allergy::kEndedBecause},
    {RecordType::AdvancePlan, Ending::NoLonger, "ended", &advance_plan::kEndedBecause, &advance_plan::kEndedOn},
    {RecordType::CommunicationNeed, Ending::NoLonger, "", nullptr, &communication_need::kEndedOn},
    {RecordType::RelatedPerson, Ending::NoLonger, "", nullptr, &related_person::kEndedOn},
    {RecordType::View, Ending::EnteredInError, "entered-in-error", &view::kErrorReason},
    {RecordType::Measure, Ending::EnteredInError, "entered-in-error", &measure::kErrorReason},
    {RecordType::Death, Ending::EnteredInError, "entered-in-error", &death::kErrorReason, nullptr, &death::kErrorBy},
};

const Way* wayOf(RecordType type, Ending how) {
    const auto* at = std::find_if(std::begin(kWays), std::end(kWays),
                                  [&](const Way& way) { return way.type == type && way.how == how; });
    return at == std::end(kWays) ? nullptr : at;
}

bool isOpenTo(const Way& way, const Record& record, const Principal& who) {
    if (!way.state.empty()) {
        return mayMove(record, who, way.state);
    }
    return who.agency == record.home && record.fields.text(*way.on).empty();
}

} // namespace

std::vector<Ending> endingsOf(const Record& record, const Principal& who) {
    std::vector<Ending> out;
    for (const auto& way : kWays) {
        if (way.type == record.type && isOpenTo(way, record, who)) {
            out.push_back(way.how);
        }
    }
    return out;
}

bool needsWords(RecordType type, Ending how) {
    const auto* way = wayOf(type, how);
    return way != nullptr && way->because != nullptr;
}

Result<Record> ended(Record record, Ending how, std::string_view because, const Principal& who,
                     std::string_view today) {
    const auto* way = wayOf(record.type, how);
    if (way == nullptr || !isOpenTo(*way, record, who)) {
        return {ErrorCode::WrongState, "it does not end so"};
    }
    auto& f = record.fields;
    if (way->because != nullptr) {
        if (isBlank(because)) {
            return {ErrorCode::Missing, "field " + std::string{way->because->name}};
        }
        f.put(*way->because, std::string{because});
    }
    if (!way->state.empty()) {
        f.put(machineOf(record.type)->field, std::string{way->state});
    }
    if (way->on != nullptr) {
        f.put(*way->on, std::string{today});
    }
    if (way->by != nullptr) {
        f.put(*way->by, who.worker);
    }
    return record;
}

} // namespace frontsheet::care
