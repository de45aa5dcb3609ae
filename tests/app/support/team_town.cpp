#include "tests/app/support/team_town.h"

#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/rota.h"

namespace frontsheet::testing {

namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

} // namespace

Principal TeamTown::manager() { return {AgencyId{"council"}, WorkerId{"W040"}, "team manager", DeviceId{}}; }

template <class Fill>
RecordId TeamTown::hold(RecordType type, const char* home, const PersonId& person, int daysAgo, Fill fill) {
    Record record;
    record.occurredAt = kKitleyNow + -24h * daysAgo;
    record.id = m_kitley.ids.timeOrdered<RecordId>(record.occurredAt);
    record.type = type;
    record.home = AgencyId{home};
    record.person = person;
    record.category = schemaOf(type)->category;
    record.authorAgency = record.home;
    record.recordedAt = record.occurredAt;
    record.version.n = 1;
    fill(record.fields);
    const auto id = record.id;
    m_kitley.store.hold(std::move(record));
    return id;
}

TeamTown::TeamTown(Kitley& kitley) : m_kitley(kitley), m_placements(kitley) {
    const auto person = [&](const char* family) {
        const auto rows = m_kitley.store.search(family, 5);
        for (const auto& row : rows.value()) {
            if (row.familyName == family && row.matchedNote.isNull()) {
                return row.person;
            }
        }
        return PersonId{};
    };
    hold(RecordType::Worker, "council", {}, 90, [](FieldSet& f) {
        f.put(worker::kCode, WorkerId{"W040"});
        f.put(worker::kName, "Moira Grant"s);
        f.put(worker::kRole, "team manager"s);
        f.put(worker::kBase, "County Hall"s);
        f.put(worker::kCovers, std::vector<std::string>{"all"});
        f.put(worker::kAgency, AgencyId{"council"});
    });
    hold(RecordType::Absence, "council", {}, 2, [](FieldSet& f) {
        f.put(absence::kWorker, WorkerId{"W020"});
        f.put(absence::kFrom, "2026-09-14"s);
        f.put(absence::kUntil, "2026-09-25"s);
        f.put(absence::kDeputy, WorkerId{"W002"});
        f.put(absence::kWords, "Back on Monday the 28th"s);
    });
    const auto plan = [&](const PersonId& whose, const char* owner, const char* due) {
        return hold(RecordType::CarePlan, "council", whose, 40, [&](FieldSet& f) {
            f.put(care_plan::kState, "open"s);
            f.put(care_plan::kCaseOwner, WorkerId{owner});
            f.put(care_plan::kReviewDue, std::string{due});
        });
    };
    const auto action = [&](const PersonId& whose, const char* what, const char* owner, const char* state,
                            const char* due, const char* answer = "") {
        return hold(RecordType::Action, "council", whose, 9, [&](FieldSet& f) {
            f.put(action::kWhat, std::string{what});
            f.put(action::kOwner, WorkerId{owner});
            f.put(action::kOwnerAgency, AgencyId{"council"});
            f.put(action::kState, std::string{state});
            f.put(action::kDue, std::string{due});
            f.put(action::kAnswer, std::string{answer});
            f.put(action::kAskedBy, WorkerId{"W001"});
            f.put(action::kAskedByAgency, AgencyId{"council"});
        });
    };
    const auto refer = [&](const char* from, const char* to, const PersonId& whose, const char* need,
                           const char* worker, const char* state, int daysAgo, int dueIn) {
        return hold(RecordType::Referral, from, whose, daysAgo, [&](FieldSet& f) {
            const bool ours = std::string_view{from} == "council";
            f.put(referral::kNeed, std::string{need});
            f.put(referral::kToAgency, AgencyId{to});
            f.put(referral::kToService, ServiceId{ours ? "SVC04" : "SVC01"});
            f.put(referral::kToWorker, WorkerId{worker});
            f.put(referral::kFromWorker, WorkerId{ours ? "W001" : "W110"});
            f.put(referral::kState, std::string{state});
            f.put(referral::kSentAt, kKitleyNow + -24h * daysAgo);
            f.put(referral::kArrivedAt, kKitleyNow + -24h * daysAgo);
            f.put(referral::kWaitsSince, kKitleyNow + -24h * daysAgo);
            f.put(referral::kAnswerBy, kKitleyNow + 24h * dueIn);
            if (std::string_view{state} == "started") {
                f.put(referral::kAcceptedBy, WorkerId{worker});
            }
        });
    };
    const auto arthur = m_placements.arthurHimself;
    const auto winifred = m_placements.winifredHerself;
    for (const auto& [whose, who] :
         {std::pair{arthur, "W001"}, std::pair{winifred, "W001"}, std::pair{m_kitley.ivyAtCouncil, "W001"},
          std::pair{winifred, "W005"}, std::pair{person("Rudge"), "W005"}, std::pair{person("Fenner"), "W002"}}) {
        hold(RecordType::CareTeamMembership, "council", whose, 60, [&, who = who](FieldSet& f) {
            f.put(care_team::kAgency, AgencyId{"council"});
            f.put(care_team::kWorker, WorkerId{who});
            f.put(care_team::kSince, kKitleyNow + -60 * 24h);
        });
    }
    arthursPlan = plan(arthur, "W001", "2026-10-02");
    unownedPlan = plan(winifred, "W031", "2026-09-29"); // of whom the directory knows nothing any more
    plan(person("Lusk"), "W002", "2026-09-08");
    orderedRails = action(arthur, "Order the second rail for the stairs", "W001", "accepted", "2026-09-13");
    action(winifred, "Ask her daughter about Sundays", "W002", "declined", "2026-09-18", "I do not know the family.");
    action(winifred, "Return the commode", "W020", "accepted", "2026-09-22");
    action(person("Fenner"), "Agree the second carer’s hours with the panel", "W040", "offered", "2026-09-17");
    deskReferral = refer("harbour", "council", arthur, "Key safe", "", "sent", 1, 1);
    takenReferral = refer("harbour", "council", winifred, "Package for four mornings", "W001", "started", 6, -4);
    fallenReferral = refer("harbour", "council", person("Ambler"), "Somebody to sit with her", "W001", "sent", 6, -2);
    refer("council", "harbour", arthur, "Dressing, twice a week", "W110", "sent", 5, -3);
    visit = hold(RecordType::Appointment, "council", arthur, 3, [](FieldSet& f) {
        f.put(appointment::kWorker, WorkerId{"W001"});
        f.put(appointment::kStartsAt, kKitleyNow + 50h);
        f.put(appointment::kWhy, "Look at the stairs with him"s);
        f.put(appointment::kState, "planned"s);
    });
    // One placement without a reviewing officer, one of which another is asked.
    const auto placements = m_kitley.store.ofType(RecordType::Placement, 100);
    for (const auto& held : placements.value()) {
        Record record = held.record;
        if (record.id == m_placements.leonard) {
            record.fields.erase(placement::kReviewingOfficer.tag);
        } else if (record.id == m_placements.sylvia) {
            asked = record.id;
            record.fields.put(placement::kOfficerOffered, WorkerId{"W002"});
            record.fields.put(placement::kOfficerOfferedBy, WorkerId{"W040"});
            record.fields.put(placement::kOfficerOfferedAt, kKitleyNow + -2h);
        } else {
            continue;
        }
        m_kitley.store.hold(std::move(record));
    }
}

void TeamTown::putOnDuty() {
    hold(RecordType::ContactPoint, "council", {}, 30, [](FieldSet& f) {
        f.put(contact_point::kAgency, AgencyId{"council"});
        f.put(contact_point::kName, "Team manager on duty"s);
        f.put(contact_point::kPurpose, "duty"s);
        f.put(contact_point::kWorker, WorkerId{"W040"});
    });
}

void TeamTown::askTheNurse() {
    nursesVisit = hold(RecordType::Appointment, "harbour", m_kitley.edith, 1, [](FieldSet& f) {
        f.put(appointment::kWorker, WorkerId{"W111"});
        f.put(appointment::kStartsAt, kKitleyNow + 26h);
        f.put(appointment::kWhy, "Dressing, left lower leg"s);
        f.put(appointment::kState, "planned"s);
        f.put(appointment::kOfferedTo, WorkerId{"W110"});
        f.put(appointment::kOfferedBy, WorkerId{"W111"});
        f.put(appointment::kOfferedAt, kKitleyNow + -1h);
    });
    hold(RecordType::Action, "council", m_kitley.ivyAtCouncil, 1, [](FieldSet& f) {
        f.put(action::kWhat, "See whether she can reach the pendant in the night"s);
        f.put(action::kOwner, WorkerId{"W110"});
        f.put(action::kOwnerAgency, AgencyId{"harbour"});
        f.put(action::kState, "offered"s);
        f.put(action::kDue, "2026-09-18"s);
        f.put(action::kAskedBy, WorkerId{"W001"});
        f.put(action::kAskedByAgency, AgencyId{"council"});
    });
}

} // namespace frontsheet::testing
