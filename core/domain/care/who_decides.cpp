#include "core/domain/care/who_decides.h"

#include "core/domain/schema/safety.h"

namespace frontsheet::care {

namespace a = advance_plan;

bool namesDecisionMaker(const Record& record) {
    const auto kind = record.fields.text(a::kKind);
    return record.type == RecordType::AdvancePlan &&
           (kind == "attorney-health" || kind == "attorney-money" || kind == "deputy");
}

Power powerOf(const Record& plan) {
    const auto& f = plan.fields;
    if (f.text(a::kKind) == "deputy") {
        return Power::NotSaid;
    }
    return f.find(a::kRegistered.tag) == nullptr ? Power::NotSaid
           : f.get(a::kRegistered) == 1          ? Power::InForce
                                                 : Power::NotRegistered;
}

} // namespace frontsheet::care
