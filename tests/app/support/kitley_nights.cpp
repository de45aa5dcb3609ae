// What happens in Kitley that must be hidden, or looked at afterwards: a place nobody may learn, and emergencies of a night.
#include "core/domain/said_right.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/permission_codec.h"
#include "tests/app/support/kitley.h"

#include <algorithm>

namespace frontsheet::testing {

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr int kDays = 24 * 60; // in minutes

WallTime ago(std::int64_t ms) { return {kKitleyNow.ms - ms}; }

} // namespace

void Kitley::hideMira() {
    namespace said = frontsheet::sharing;
    mira = person("harbour", "Sandhu", "Mira", "Ms", "1962-04-18", "female", "9998889990", "", "", "", 20);
    person("council", "Sandhu", "Mira", "Ms", "1962-04-18", "female", "9998889990", "40 Ferry Hill", "Kitley",
           "01632 960 140", 300, mira);
    involve("harbour", mira, "harbour", "W110", "community nurse");
    involve("harbour", mira, "harbour", "W111", "community nurse");
    said::PermissionStatement hidden;
    hidden.kind = said::StatementKind::RestrictedLocation;
    hidden.askedAt = ago(3 * kDays * kMinute);
    hidden.askedByAgency = AgencyId{"harbour"};
    hidden.askedBy = WorkerId{"W111"};
    hidden.words = "He must not find me again.";
    hidden.readers = {{AgencyId{"harbour"}, WorkerId{"W110"}}, {AgencyId{"harbour"}, WorkerId{"W111"}}};
    hidden.visits = {{WorkerId{"W110"}, kKitleyNow + std::chrono::hours{3}},
                     {WorkerId{"W111"}, kKitleyNow + std::chrono::hours{28}}};
    hidden.where = "Flat 3, 12 Ferry Lane. Ring twice and say who you are.";
    Record r = blank(RecordType::PermissionStatement, "harbour", mira, 3 * kDays);
    r.category = Category::Involvement;
    said::putStatement(r.fields, hidden);
    miraHidden = r.id;
    store.hold(std::move(r));
}

void Kitley::eventfulNight() {
    const auto opened = [&](const char* home, PersonId who, const char* agency, const char* worker, const char* role,
                            const char* reason, int minutesAgo, std::chrono::minutes lasting) {
        Record r = blank(RecordType::EmergencyAccess, home, who, minutesAgo);
        r.fields.put(emergency_access::kAgency, AgencyId{agency});
        r.fields.put(emergency_access::kWorker, WorkerId{worker});
        r.fields.put(emergency_access::kRole, std::string{role});
        r.fields.put(emergency_access::kReason, std::string{reason});
        r.fields.put(emergency_access::kOpenedAt, r.occurredAt);
        r.fields.put(emergency_access::kEndsAt, r.occurredAt + lasting);
        r.fields.put(emergency_access::kReview, std::string{"awaiting"});
        store.hold(std::move(r));
    };
    using std::chrono::hours;
    opened("harbour", edith, "council", "W002", "social work assessor",
           "Found on the landing at four in the morning by the warden, confused; her medicines and next of kin were "
           "needed before the ambulance came",
           25, hours{4});
    opened("harbour", edith, "harbour", "W110", "community nurse", "Called by her neighbour, no answer at the door", 10,
           hours{1});
    opened("council", ivyAtCouncil, "harbour", "W111", "community nurse",
           "Fell at the day centre; nobody there knew whether she lives alone", 9 * 60, hours{4});
    Record overruled = blank(RecordType::ObjectionReview, "council", ivyAtCouncil, 14 * 60);
    overruled.fields.put(objection_review::kState, std::string{"awaiting"});
    overruled.fields.put(objection_review::kSentBy, WorkerId{"W001"});
    overruled.fields.put(objection_review::kSentAt, overruled.occurredAt);
    overruled.fields.put(objection_review::kToAgency, AgencyId{"estuary"});
    overruled.fields.put(
        objection_review::kReason,
        std::string{"Her grandson has taken her bank card and she will not speak of it. Serious harm."});
    store.hold(std::move(overruled));
}

void Kitley::saidWhatIsRight() {
    // One after another: the assessor believed the surgery first.
    const auto says = [&](const char* home, const char* worker, const char* agency, int daysAgo) {
        const auto registrations = store.ofType(RecordType::Registration, 200).value();
        for (const auto& held : registrations) {
            const auto same = store.sameHuman(edith).value();
            if (held.record.home == AgencyId{agency} &&
                std::find(same.begin(), same.end(), held.record.person) != same.end()) {
                auto view = sayRight(blank(RecordType::View, home, edith, daysAgo * kDays), held.record,
                                     registration::kAddress.tag, loadDirectory(store).value().worker(WorkerId{worker}),
                                     "2026-09-01");
                store.hold(std::move(view));
                return;
            }
        }
    };
    says("council", "W001", "priory", 30);
    says("council", "W001", "harbour", 11);
    says("tidewell", "W400", "harbour", 9);
}

} // namespace frontsheet::testing
