#include "core/domain/care/holder.h"

#include "core/domain/change_checks.h"

namespace frontsheet::care {

namespace {

Result<void> checkOffer(const Change& c, const HeldDuty& duty) {
    const auto& f = c.after.fields;
    const auto to = f.get(duty.offeredTo);
    if (to.empty()) {
        return ok(); // taken back, or answered
    }
    if (to == f.get(duty.holder)) {
        return {ErrorCode::WrongState, "offered to who holds it"};
    }
    if (f.get(duty.offeredBy) != c.author.worker) {
        return {ErrorCode::NotPermitted, "field " + std::string{duty.offeredBy.name}};
    }
    return f.get(duty.offeredAt).isKnown() ? ok() : missing(duty.offeredAt);
}

} // namespace

Result<void> checkHeldDuty(const Change& c, const HeldDuty& duty) {
    const auto holder = c.after.fields.get(duty.holder);
    if (c.before == nullptr) {
        return checkOffer(c, duty);
    }
    const auto before = c.before->fields.get(duty.holder);
    if (holder != before) {
        if (holder.empty()) {
            return missing(duty.holder);
        }
        // Nobody gets it unasked: only who was offered it takes it, or, while it is nobody's, who takes it up.
        const bool asked = c.before->fields.get(duty.offeredTo) == holder || before.empty();
        if (holder != c.author.worker || !asked) {
            return {ErrorCode::NotPermitted, "taken by who was asked, and by nobody for them"};
        }
        return c.after.fields.get(duty.offeredTo).empty() ? ok() : checkOffer(c, duty);
    }
    return changes(c, duty.offeredTo) ? checkOffer(c, duty) : ok();
}

} // namespace frontsheet::care
