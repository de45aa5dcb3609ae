#include "core/domain/care/door_sheet.h"

#include "core/domain/care/after_death.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/safety.h"

#include <algorithm>
#include <limits>

namespace frontsheet::care {

namespace {

using Kind = DoorFact::Kind;

class Looking {
public:
    explicit Looking(DoorSheet& out) : m_out(out) {}

    void at(const Record& record) {
        switch (record.type) {
        case RecordType::RiskAlert:
            risk(record);
            break;
        case RecordType::Allergy:
            allergy(record);
            break;
        case RecordType::AdvancePlan:
            advance(record);
            break;
        case RecordType::CommunicationNeed:
            communication(record);
            break;
        case RecordType::RelatedPerson:
            related(record);
            break;
        default:
            break;
        }
    }

    void finish() {
        std::stable_sort(m_people.begin(), m_people.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (auto& [order, person] : m_people) {
            m_out.toRing.push_back(std::move(person));
        }
        m_out.noKnownAllergies = m_noneKnown && !m_out.has(Kind::Allergy);
    }

private:
    void add(Kind kind, const Record& record, std::string code, std::string text, std::string detail) {
        m_out.facts.push_back({kind,
                               std::move(code),
                               std::move(text),
                               std::move(detail),
                               {record.home, record.recordedAt.isKnown() ? record.recordedAt : record.occurredAt},
                               record.id});
    }

    void risk(const Record& record) {
        const auto& f = record.fields;
        if (!isOpen(record)) {
            return;
        }
        const auto code = f.get(risk_alert::kKind);
        const Kind kind = code == "lone-worker" || code == "violence" ? Kind::LoneWorker
                          : code == "animals"                         ? Kind::Animals
                                                                      : Kind::Risk;
        add(kind, record, code, f.get(risk_alert::kText), f.get(risk_alert::kDoThis));
    }

    void allergy(const Record& record) {
        const auto& f = record.fields;
        if (!isOpen(record)) {
            return;
        }
        if (f.get(allergy::kNoneKnown) == 1) {
            m_noneKnown = true;
            return;
        }
        add(Kind::Allergy, record, f.get(allergy::kSeverity), f.get(allergy::kSubstance), f.get(allergy::kReaction));
    }

    // Who may decide for them is on the front sheet; at the door it is what was decided.
    void advance(const Record& record) {
        const auto& f = record.fields;
        const auto code = f.get(advance_plan::kKind);
        if (isOpen(record) && (code == "dnacpr" || code == "respect" || code == "advance-decision")) {
            add(Kind::Advance, record, code, f.get(advance_plan::kSummary), f.get(advance_plan::kKeptWhere));
        }
    }

    void communication(const Record& record) {
        const auto& f = record.fields;
        if (f.text(communication_need::kEndedOn).empty()) {
            add(Kind::Communication, record, f.get(communication_need::kInterpreter),
                f.get(communication_need::kInterpreterLanguage), f.get(communication_need::kSupport));
        }
    }

    void related(const Record& record) {
        const auto& f = record.fields;
        if (!f.text(related_person::kEndedOn).empty()) {
            return;
        }
        if (f.get(related_person::kLivesWith) == 1) {
            add(Kind::LivesWith, record, {}, f.get(related_person::kName), f.get(related_person::kRelation));
        }
        const bool hasKey = f.get(related_person::kKeyHolder) == 1;
        const auto phone = f.get(related_person::kPhone);
        if (phone.empty() || (!hasKey && f.get(related_person::kEmergencyContact) != 1)) {
            return;
        }
        const auto said = f.get(related_person::kOrder);
        m_people.push_back(
            {said > 0 ? said : std::numeric_limits<std::int64_t>::max(),
             {f.get(related_person::kName), f.get(related_person::kRelation), phone, hasKey, record.id}});
    }

    DoorSheet& m_out;
    std::vector<std::pair<std::int64_t, ToRing>> m_people;
    bool m_noneKnown = false;
};

} // namespace

bool DoorSheet::has(DoorFact::Kind kind) const {
    return std::any_of(facts.begin(), facts.end(), [kind](const auto& fact) { return fact.kind == kind; });
}

DoorSheet doorSheet(const FrontSheet& sheet, std::span<const Record> about) {
    DoorSheet out;
    out.addressHidden = sheet.addressHidden;
    out.address = sheet.address.first();
    out.phone = sheet.phone.first();
    out.living = sheet.living.first();
    if (const auto died = diedAmong(about)) {
        const auto& says = died->because;
        out.hasDied = true;
        out.diedOn = died->on;
        out.facts.push_back({Kind::Death,
                             {},
                             died->on,
                             {},
                             {says.home, says.recordedAt.isKnown() ? says.recordedAt : says.occurredAt},
                             says.id});
    }
    Looking looking{out};
    for (const auto& record : about) {
        looking.at(record);
    }
    for (const auto& alert : sheet.alerts) {
        const bool access = alert.kind == Alert::Kind::Access;
        if (access || alert.kind == Alert::Kind::Alert) {
            out.facts.push_back(
                {access ? Kind::GettingIn : Kind::Risk, {}, alert.text, {}, alert.source, alert.record});
        }
    }
    looking.finish();
    std::stable_sort(out.facts.begin(), out.facts.end(), [](const auto& a, const auto& b) {
        return a.kind != b.kind ? a.kind < b.kind : b.source.asOf < a.source.asOf;
    });
    return out;
}

} // namespace frontsheet::care
