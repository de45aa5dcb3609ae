#include "core/domain/care/beside_others.h"

#include "core/domain/calendar.h"
#include "core/domain/care/after_death.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/referral_machine.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/safety.h"

#include <algorithm>

namespace frontsheet::care {

namespace {

using What = Finding::What;
using Weight = Finding::Weight;

// What is to be done for somebody alive. What was seen, said or measured before may still be written down afterwards.
bool isForTheLiving(const Record& record) {
    switch (record.type) {
    case RecordType::Need:
    case RecordType::Goal:
    case RecordType::PackageLine:
    case RecordType::CrisisPart:
    case RecordType::Conference:
    case RecordType::HospitalAtHome:
    case RecordType::Placement:
    case RecordType::CarePlan:
    case RecordType::Referral:
        return true;
    case RecordType::Appointment:
        return record.fields.text(appointment::kState) == "planned";
    case RecordType::PlacementReview:
        return record.fields.text(placement_review::kState) == "due";
    default:
        return false; // an action too: equipment is fetched and keys are given back after a death
    }
}

class Looking {
public:
    Looking(const Record& record, std::span<const Record> about, const Directory& directory, std::string_view today)
        : m_record(record), m_about(about), m_directory(directory), m_today(today) {}

    std::vector<Finding> findings() {
        if (const auto died = diedAmong(m_about); died && isForTheLiving(m_record) && isBeginning()) {
            add(What::PersonHasDied, Weight::Stops, died->because.id);
        }
        for (const auto& other : m_about) {
            if (other.id != m_record.id) {
                besides(other);
            }
        }
        if (m_record.type == RecordType::Referral) {
            lookAtService();
        }
        std::stable_sort(m_out.begin(), m_out.end(),
                         [](const Finding& a, const Finding& b) { return a.weight > b.weight; });
        return std::move(m_out);
    }

private:
    void add(What what, Weight weight, const RecordId& because) { m_out.push_back({what, weight, because}); }

    // Ending what was begun before the death goes on.
    [[nodiscard]] bool isBeginning() const {
        return std::none_of(m_about.begin(), m_about.end(), [&](const Record& r) { return r.id == m_record.id; });
    }

    void besides(const Record& other) {
        const auto& f = m_record.fields;
        const bool sameType = other.type == m_record.type;
        if (sameType && m_record.type == RecordType::CarePlan && other.home == m_record.home && isOpen(other) &&
            isOpen(m_record)) {
            add(What::SecondPlan, Weight::Stops, other.id);
        }
        if (sameType && m_record.type == RecordType::Carer && other.home == m_record.home &&
            other.fields.get(carer::kCarer) == f.get(carer::kCarer) && other.fields.text(carer::kEndedOn).empty()) {
            add(What::AlreadyTheirCarer, Weight::Stops, other.id);
        }
        if (sameType && m_record.type == RecordType::Death && other.home == m_record.home && isOpen(other) &&
            isOpen(m_record)) {
            add(What::SecondDeath, Weight::Stops, other.id);
        }
        if (m_record.type == RecordType::PlacementReview && other.id == f.get(placement_review::kPlacement)) {
            const bool held = f.text(placement_review::kState) == "held";
            const auto& on = held ? placement_review::kHeldOn : placement_review::kDue;
            const auto days = daysBetween(other.fields.text(placement::kDischargedOn), f.text(on));
            if (days && *days < 0) {
                add(What::ReviewBeforeDischarge, Weight::Stops, other.id);
            }
        }
        if (sameType && m_record.type == RecordType::Referral) {
            const auto state = referralState(other.fields.text(referral::kState));
            // By the kind of need; where either does not say one, by the service.
            const auto& theirs = other.fields;
            const bool coded = !f.text(referral::kNeedCode).empty() && !theirs.text(referral::kNeedCode).empty();
            const FieldSpec by = coded ? FieldSpec{referral::kNeedCode} : FieldSpec{referral::kToService};
            const bool same = !f.text(by).empty() && f.text(by) == theirs.text(by);
            if (same && (!state || frontsheet::isOpen(*state))) {
                add(What::SameNeedIsOpen, Weight::Warns, other.id);
            }
        }
    }

    void lookAtService() {
        const auto* service = m_directory.service(m_record.fields.get(referral::kToService));
        if (service != nullptr && Directory::isClosed(*service, m_today)) {
            add(What::ServiceHasClosed, Weight::Stops, RecordId{});
        }
    }

    const Record& m_record;
    std::span<const Record> m_about;
    const Directory& m_directory;
    std::string_view m_today;
    std::vector<Finding> m_out;
};

} // namespace

std::vector<Finding> besideOthers(const Record& record, std::span<const Record> about, const Directory& directory,
                                  std::string_view today) {
    return Looking{record, about, directory, today}.findings();
}

} // namespace frontsheet::care
