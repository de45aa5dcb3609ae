#include "tests/app/support/care_team_town.h"

#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"

#include <chrono>
#include <optional>

namespace frontsheet::testing {

namespace {

using std::chrono::hours;

constexpr hours kDay{24};

struct Came {
    const char* home;
    const char* agency;
    const char* worker;
    const char* role;
    const char* source;
    const char* byAgency;
    const char* by;
    int daysAgo;
    int untilDaysAgo = 0; // 0: still involved
    RecordId because{};
};

RecordId actionOf(Kitley& kitley, const char* worker) {
    const auto actions = kitley.store.ofType(RecordType::Action, 1000).value();
    for (const auto& [record, waiting] : actions) {
        if (record.fields.get(action::kOwner) == WorkerId{worker}) {
            return record.id;
        }
    }
    return {};
}

void hold(Kitley& kitley, Record record, const Came& came) {
    auto& f = record.fields;
    f.put(care_team::kAgency, AgencyId{came.agency});
    f.put(care_team::kWorker, WorkerId{came.worker});
    f.put(care_team::kRole, std::string{came.role});
    f.put(care_team::kSince, kitley.clock.now() + -came.daysAgo * kDay);
    if (came.untilDaysAgo > 0) {
        f.put(care_team::kUntil, kitley.clock.now() + -came.untilDaysAgo * kDay);
    }
    f.put(care_team::kSource, std::string{came.source});
    f.put(care_team::kBecauseOf, came.because);
    record.authorAgency = AgencyId{came.byAgency};
    record.author = WorkerId{came.by};
    kitley.store.hold(std::move(record));
}

std::optional<Record> membershipOf(Kitley& kitley, const char* worker) {
    const auto all = kitley.store.ofType(RecordType::CareTeamMembership, 1000).value();
    for (const auto& [record, waiting] : all) {
        if (record.person == kitley.edith && record.fields.get(care_team::kWorker) == WorkerId{worker}) {
            return record;
        }
    }
    return std::nullopt;
}

} // namespace

void sayHowEdithsTeamCame(Kitley& kitley) {
    const auto asked = actionOf(kitley, "W020");
    const Came there[] = {
        {"harbour", "harbour", "W110", "community nurse", "extract", "harbour", "", 40},
        {"harbour", "priory", "W200", "GP", "extract", "harbour", "", 40},
        {"harbour", "council", "W001", "case owner", "worker", "harbour", "W110", 38},
        {"harbour", "council", "W020", "occupational therapist", asked.isNull() ? "worker" : "asked", "harbour", "W110",
         12, 0, asked},
        {"harbour", "neighbourhood", "W500", "befriending", "worker", "harbour", "W111", 26},
    };
    for (const auto& came : there) {
        if (auto record = membershipOf(kitley, came.worker)) {
            hold(kitley, std::move(*record), came);
        }
    }
    const Came more[] = {
        {"priory", "harbour", "W110", "community nurse", "worker", "priory", "W200", 33},
        {"harbour", "harbour", "W112", "hospital at home nurse", "offer", "harbour", "W111", 75, 43},
        {"harbour", "tidewell", "W400", "tenancy support officer", "worker", "harbour", "W110", 130, 95},
    };
    for (const auto& came : more) {
        Record record;
        record.id = kitley.ids.timeOrdered<RecordId>(kitley.clock.now());
        record.type = RecordType::CareTeamMembership;
        record.category = Category::Involvement;
        record.home = AgencyId{came.home};
        record.person = kitley.edith;
        record.occurredAt = kitley.clock.now() + -came.daysAgo * kDay;
        record.recordedAt = record.occurredAt;
        record.version.n = 1;
        hold(kitley, std::move(record), came);
    }
}

} // namespace frontsheet::testing
