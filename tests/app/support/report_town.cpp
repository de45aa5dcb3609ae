#include "tests/app/support/report_town.h"

#include "core/domain/calendar.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "tests/support/sample_records.h"

#include <chrono>

namespace frontsheet::testing {

namespace {

struct Discharge {
    const char* family;
    const char* given;
    const char* title;
    const char* born;
    const char* left;
    const char* outcome;
    const char* outcomeOn;
    const char* ownWish;
    const char* wish;
};

constexpr Discharge kDischarges[] = {
    {"Tranter", "Olive", "Miss", "1934-03-02", "2026-02-11", "returned-home", "2026-05-20",
     "I'd sooner stay where there are people about.", "against"},
    {"Featherstonehaugh-Cholmondeley", "Bartholomew", "Mr", "1931-08-19", "2025-11-03", "returned-home", "2026-01-30",
     "My own chair, my own window.", "met"},
    {"Akande", "Folasade", "Mrs", "1940-12-01", "2025-12-08", "returned-home", "2026-02-16", "Home to my sister.",
     "met"},
    {"Pocock", "Reginald", "Mr", "1936-05-27", "2026-01-19", "returned-home", "2026-03-09", "Home.", "met"},
    {"Novak", "Ludmila", "Mrs", "1938-10-10", "2026-02-02", "returned-home", "2026-04-27", "I want my garden.", "met"},
    {"Bright", "Hilda", "Mrs", "1933-01-15", "2026-03-16", "returned-home", "2026-06-01", "Home with Harold.", "met"},
    {"Osei", "Kwabena", "Mr", "1944-07-07", "2026-04-13", "returned-home", "2026-06-22", "", ""},
    {"Marsh", "Dilys", "Mrs", "1930-02-28", "2025-10-06", "died", "2025-11-01", "Not to be a bother.", "not-known"},
    {"Whitcombe", "Arthur", "Mr", "1929-06-12", "2025-12-01", "died", "2026-01-04", "", ""},
    {"Sandhu", "Gurdev", "Mr", "1935-09-30", "2026-03-02", "died", "2026-03-20", "", ""},
    {"Lacey", "Vera", "Mrs", "1932-11-23", "2026-05-04", "died", "2026-06-11", "", ""},
    {"Jessop", "Norman", "Mr", "1937-04-04", "2025-10-20", "still-there", "2025-12-01", "Home, if I could manage.",
     "against"},
    {"Ramdin", "Indira", "Mrs", "1941-03-19", "2025-11-17", "still-there", "2026-01-05", "I like it here.", "met"},
    {"Colley", "Winifred", "Mrs", "1934-08-08", "2025-11-24", "still-there", "2026-01-12", "Home.", "against"},
    {"Bhatt", "Harshad", "Mr", "1939-05-05", "2026-01-05", "still-there", "2026-02-16", "Home.", "against"},
    {"Dunn", "Ivor", "Mr", "1938-09-17", "2026-01-26", "still-there", "2026-03-09", "", ""},
    {"Eccles", "Maud", "Miss", "1931-07-21", "2026-02-23", "still-there", "2026-04-06", "I like it here.", "met"},
    {"Farrant", "Cyril", "Mr", "1936-12-12", "2026-03-09", "moved", "2026-05-18", "Nearer my son.", "met"},
    {"Gwilliam", "Betty", "Mrs", "1940-06-06", "2026-04-20", "still-there", "2026-06-01", "Home.", "against"},
    {"Hamid", "Yusuf", "Mr", "1937-02-14", "2026-05-18", "hospital", "2026-08-03", "", ""},
    {"Ingram", "Joan", "Mrs", "1935-10-31", "2026-06-08", "still-there", "2026-07-20", "Home.", "against"},
    {"Kaur", "Surinder", "Mrs", "1939-01-01", "2026-06-29", "", "", "", ""},
    {"Loveday", "Percy", "Mr", "1933-03-03", "2026-07-27", "", "", "To see the sea.", ""},
    {"Mottram", "Elsie", "Mrs", "1932-04-16", "2026-08-24", "", "", "Home.", ""},
};

void round(Kitley& kitley, const PersonId& person, int daysAgo, const char* need, ReferralState state, int answered,
           int contacted, int ended) {
    const WallTime sent = kitley.clock.now() + -std::chrono::hours{24 * daysAgo};
    const auto after = [&](int days) { return sent + std::chrono::hours{24 * days}; };
    Record record;
    record.id = kitley.ids.timeOrdered<RecordId>(sent);
    record.type = RecordType::Referral;
    record.home = kitley.me.agency;
    record.person = person;
    record.category = Category::Referral;
    record.version.n = 1;
    record.occurredAt = record.recordedAt = sent;
    auto& f = record.fields;
    f.put(referral::kNeed, std::string{need});
    f.put(referral::kToAgency, AgencyId{"council"});
    f.put(referral::kToService, ServiceId{"SVC01"});
    f.put(referral::kFromWorker, kitley.me.worker);
    f.put(referral::kState, std::string{name(state)});
    f.put(referral::kSentAt, sent);
    f.put(referral::kArrivedAt, sent);
    f.put(referral::kRespondWithin, std::string{"2 working days"});
    f.put(referral::kAnswerBy, dueAfter(sent, "2 working days").value_or(WallTime{}));
    if (answered >= 0) {
        f.put(referral::kAnsweredAt, after(answered));
        f.put(referral::kAnsweredBy, WorkerId{"W001"});
        f.put(referral::kAnswer, std::string{"I will ring them."});
    }
    if (contacted >= 0) {
        f.put(referral::kFirstContactAt, after(contacted));
    }
    if (state == ReferralState::Completed) {
        f.put(referral::kOutcome, std::string{"Package arranged from Monday."});
        f.put(referral::kOutcomeAt, after(ended));
    }
    kitley.store.hold(std::move(record));
}

} // namespace

void holdDischarges(Kitley& kitley) {
    for (const auto& each : kDischarges) {
        const auto person = kitley.ids.timeOrdered<PersonId>(kitley.clock.now());
        SamplePerson about;
        about.family = each.family;
        about.given = each.given;
        about.title = each.title;
        about.born = each.born;
        about.nhsNumber.clear();
        about.town = "Kitley";
        auto registration = sampleRegistration(kitley.ids, kitley.me.agency.str(), person, about);
        registration.version.n = 1;
        registration.occurredAt = registration.recordedAt = kitley.clock.now();
        kitley.store.hold(std::move(registration));
        Record record;
        record.id = kitley.ids.timeOrdered<RecordId>(kitley.clock.now());
        record.type = RecordType::Placement;
        record.home = kitley.me.agency;
        record.person = person;
        record.category = Category::Placement;
        record.version.n = 1;
        record.occurredAt = record.recordedAt = kitley.clock.now();
        auto& f = record.fields;
        f.put(placement::kFrom, std::string{"Saltmarsh Royal, Ward 7"});
        f.put(placement::kDischargedOn, std::string{each.left});
        f.put(placement::kPathway, std::string{"3"});
        f.put(placement::kPlacedAt, std::string{"Tern House"});
        f.put(placement::kReviewingOfficer, kitley.me.worker);
        f.put(placement::kOutcome, std::string{each.outcome});
        f.put(placement::kOutcomeOn, std::string{each.outcomeOn});
        f.put(placement::kOwnWish, std::string{each.ownWish});
        f.put(placement::kOutcomeWish, std::string{each.wish});
        kitley.store.hold(std::move(record));
    }
}

void holdRoundReferrals(Kitley& kitley) {
    const auto& to = kitley.ivy;
    round(kitley, to, 40, "Help to wash in the morning", ReferralState::Completed, 0, 1, 9);
    round(kitley, kitley.edith, 38, "Meals while her daughter is away", ReferralState::Completed, 1, 2, 12);
    round(kitley, kitley.beryl, 36, "A key safe", ReferralState::Completed, 0, 0, 5);
    round(kitley, to, 33, "Somebody to shop with", ReferralState::Declined, 2, -1, -1);
    round(kitley, kitley.edith, 31, "Night sitting", ReferralState::Completed, 1, 6, 20);
    round(kitley, kitley.beryl, 27, "Laundry", ReferralState::Withdrawn, -1, -1, -1);
    round(kitley, to, 24, "Rails at the back door", ReferralState::Started, 3, 8, -1);
    round(kitley, kitley.edith, 20, "A second carer to lift", ReferralState::Accepted, 1, -1, -1);
    round(kitley, kitley.beryl, 17, "Day centre on Tuesdays", ReferralState::InfoAsked, 2, -1, -1);
    round(kitley, to, 12, "Assessment for a move", ReferralState::Sent, -1, -1, -1);
    round(kitley, kitley.edith, 6, "Respite in October", ReferralState::UnderReview, -1, -1, -1);
    round(kitley, kitley.beryl, 1, "Bath board", ReferralState::Sent, -1, -1, -1);
}

} // namespace frontsheet::testing
