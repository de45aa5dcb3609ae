// Who to ring on a given day: rota, absence, deputies, bank holidays, closed services, and what cannot wait.
#include "core/domain/schema/directory.h"
#include "core/domain/schema/rota.h"
#include "core/domain/who_to_ring.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace frontsheet {
namespace {

using namespace std::string_literals;

const LocalMoment kFridayTen{5, 10 * 60, "2026-11-20"};
const LocalMoment kFridayNight{5, 23 * 60, "2026-11-20"};
const LocalMoment kSaturdayTwo{6, 2 * 60, "2026-11-21"};
const LocalMoment kBoxingMonday{1, 10 * 60, "2026-12-28"};

class RingToday : public testing::Test {
protected:
    Record& add(RecordType type, const char* home) {
        Record record;
        record.id = ids.random<RecordId>();
        record.type = type;
        record.home = AgencyId{home};
        records.push_back(record);
        return records.back();
    }
    void away(const char* home, const char* worker, const char* until, const char* deputy = "",
              const char* words = "") {
        auto& f = add(RecordType::Absence, home).fields;
        f.put(absence::kWorker, WorkerId{worker});
        f.put(absence::kFrom, "2026-11-16"s);
        f.put(absence::kUntil, std::string{until});
        f.put(absence::kDeputy, WorkerId{deputy});
        f.put(absence::kWords, std::string{words});
    }
    void rota(const char* home, const char* service, const char* worker, const char* day, const char* kind = "duty",
              const char* hours = "", const char* phone = "") {
        auto& f = add(RecordType::RotaEntry, home).fields;
        f.put(rota_entry::kService, ServiceId{service});
        f.put(rota_entry::kWorker, WorkerId{worker});
        f.put(rota_entry::kFrom, std::string{day});
        f.put(rota_entry::kKind, std::string{kind});
        f.put(rota_entry::kHours, std::string{hours});
        f.put(rota_entry::kPhone, std::string{phone});
    }
    template <class Change>
    void change(const char* service, Change edit) {
        for (auto& record : records) {
            if (record.type == RecordType::Service && record.fields.get(service::kCode) == ServiceId{service}) {
                edit(record.fields);
            }
        }
    }
    [[nodiscard]] RingAnswer ask(const std::string& words, const RingFor& person = {},
                                 const LocalMoment& now = kFridayTen) const {
        return whoToRing({words, person, now}, Directory{records});
    }
    [[nodiscard]] RingSuggestion first(const std::string& words, const RingFor& person = {},
                                       const LocalMoment& now = kFridayTen) const {
        const auto answer = ask(words, person, now);
        return answer.suggestions.empty() ? RingSuggestion{} : answer.suggestions.front();
    }
    [[nodiscard]] static bool says(const RingSuggestion& s, RingReason why) {
        return std::find(s.why.begin(), s.why.end(), why) != s.why.end();
    }

    SeededIdSource ids{12};
    std::vector<Record> records = sampleDirectory(ids);
    const RingFor kitley{"Y99002", "Kitley", 84};
};

TEST_F(RingToday, WhoeverIsAwayIsStoodInForAndItIsSaid) {
    away("council", "W002", "2026-11-27", "W001", "Back on Monday the 30th");
    const auto s = first("help at home", kitley);
    EXPECT_EQ(s.service.code, ServiceId{"SVC01"});
    EXPECT_EQ(s.worker->name, "Bethan Price");
    ASSERT_TRUE(s.away);
    EXPECT_EQ(s.away->name, "Tom Adeyemi");
    EXPECT_EQ(s.awayUntil, "2026-11-27");
    EXPECT_EQ(s.awayWords, "Back on Monday the 30th");
    EXPECT_TRUE(says(s, RingReason::StandsIn));
    EXPECT_TRUE(says(s, RingReason::CoversPractice)) << "on behalf of who covers it";
    EXPECT_EQ(first("help at home", kitley, {1, 600, "2026-11-30"}).worker->name, "Tom Adeyemi") << "back again";
}

TEST_F(RingToday, WithoutADeputyTheNextOfTheSameRoleElseWhoeverIsOnDuty) {
    away("community_trust", "W013", "");
    const auto nurse = first("wound, Kitley");
    EXPECT_EQ(nurse.worker->name, "Mark Tan") << "the other nurse for Kitley";
    EXPECT_EQ(nurse.away->name, "Lena Wójcik");
    away("council", "W002", "2026-11-27");
    auto assessor = first("help at home", kitley);
    EXPECT_FALSE(assessor.worker) << "nobody else covers the practice";
    EXPECT_EQ(assessor.dutyPhone, "01632 960900");
    rota("council", "SVC01", "W003", "2026-11-20", "duty", "", "01632 960950");
    assessor = first("help at home", kitley);
    EXPECT_EQ(assessor.worker->name, "Ruth Kowalski");
    EXPECT_EQ(assessor.worker->phone, "01632 960950") << "the duty telephone she carries today";
    EXPECT_TRUE(says(assessor, RingReason::OnDutyNow));
}

TEST_F(RingToday, TheRotaNamesTodaysDutyOfficerWhileTheirTurnLasts) {
    rota("housing", "SVC09", "W029", "2026-11-20", "duty", "09:00-13:00");
    EXPECT_EQ(first("eviction").worker->name, first("eviction").onDuty->name) << "no town is known: the duty officer";
    EXPECT_EQ(first("eviction").worker->code, WorkerId{"W029"});
    EXPECT_FALSE(first("eviction", {}, {5, 14 * 60, "2026-11-20"}).worker) << "the turn is over";
    EXPECT_FALSE(first("eviction", {}, {6, 10 * 60, "2026-11-21"}).onDuty) << "another day";
    away("housing", "W029", "");
    EXPECT_FALSE(first("eviction").onDuty) << "on the rota, and away";
}

TEST_F(RingToday, ATurnByNightLastsUntilTheMorning) {
    rota("council", "SVC03", "W009", "2026-11-20", "out-of-hours", "", "01632 960977");
    EXPECT_EQ(first("immediate risk", {}, kFridayNight).atNight->code, WorkerId{"W009"});
    const auto early = first("immediate risk", {}, kSaturdayTwo);
    EXPECT_EQ(early.service.code, ServiceId{"SVC03"});
    ASSERT_TRUE(early.atNight) << "Friday's turn";
    EXPECT_EQ(early.atNightPhone, "01632 960977");
    EXPECT_FALSE(first("immediate risk", {}, {6, 10 * 60, "2026-11-21"}).atNight) << "nobody's turn on Saturday";
}

TEST_F(RingToday, AServiceThatIsClosedIsRungAtNightWhereItsRotaSaysSo) {
    EXPECT_EQ(first("wound, Kitley", {}, kFridayNight).service.code, ServiceId{"SVC03"}) << "nobody else answers";
    rota("community_trust", "SVC04", "W011", "2026-11-20", "out-of-hours", "", "01632 960299");
    away("community_trust", "W013", "");
    const auto nurse = first("wound, Kitley", {}, kFridayNight);
    EXPECT_EQ(nurse.service.code, ServiceId{"SVC04"});
    EXPECT_EQ(nurse.worker->code, WorkerId{"W011"}) << "not who covers Kitley by day";
    EXPECT_EQ(nurse.worker->phone, "01632 960299");
    EXPECT_TRUE(nurse.onCallNow);
    EXPECT_FALSE(nurse.openNow);
    EXPECT_FALSE(nurse.away) << "who is away by day is not missed at night";
    EXPECT_TRUE(says(nurse, RingReason::OnCallNow));
    EXPECT_FALSE(says(nurse, RingReason::NamedWorker));
    const auto byDay = first("wound, Kitley");
    EXPECT_FALSE(byDay.onCallNow);
    EXPECT_NE(byDay.worker->code, WorkerId{"W011"});
    EXPECT_EQ(byDay.atNight->code, WorkerId{"W011"});
}

TEST_F(RingToday, OnABankHolidayTheDutyTeamAnswersInTheMorning) {
    const auto answer = ask("help at home", kitley, kBoxingMonday);
    EXPECT_TRUE(answer.bankHoliday);
    EXPECT_TRUE(answer.holidaysKnown);
    EXPECT_EQ(answer.suggestions.front().service.name, "Emergency duty team");
    EXPECT_FALSE(answer.suggestions[1].openNow);
    EXPECT_EQ(answer.suggestions[1].opensNext->daysAhead, 1) << "on Tuesday";
    EXPECT_FALSE(ask("help at home", kitley).bankHoliday);
    EXPECT_FALSE(ask("help at home", kitley, {1, 600, "2029-01-15"}).holidaysKnown);
}

TEST_F(RingToday, AClosedServiceIsNotRungAndWhoTookOverIs) {
    change("SVC11", [](FieldSet& f) {
        f.put(service::kClosedOn, "2026-11-01"s);
        f.put(service::kClosedWords, "The money ended"s);
        f.put(service::kInstead, ServiceId{"SVC10"});
    });
    const auto answer = ask("befriending, shopping", {"", "Fennick", 80});
    ASSERT_EQ(answer.closed.size(), 1U);
    EXPECT_EQ(answer.closed[0].service.closedWords, "The money ended");
    EXPECT_EQ(answer.suggestions.front().service.code, ServiceId{"SVC10"});
    EXPECT_EQ(answer.suggestions.front().closedInstead, "Befriending, shopping, lifts");
    for (const auto& s : answer.suggestions) {
        EXPECT_NE(s.service.code, ServiceId{"SVC11"});
    }
    EXPECT_TRUE(ask("befriending", {"", "Kitley", 80}).closed.empty()) << "it never was for Kitley";
    EXPECT_TRUE(ask("befriending", {"", "Fennick", 80}, {5, 600, "2026-10-30"}).closed.empty()) << "the week before";
}

// A crisis waits for nothing, whatever else the question is about.
TEST_F(RingToday, TheCrisisLineComesFirstWhateverElseIsAsked) {
    for (const auto* words :
         {"crisis line", "rent arrears and suicidal", "tenant, eviction, self harm, Saltmarsh", "fallen, overdose",
          "carer exhausted, says she is suicidal", "low mood, crisis", "crisis"}) {
        for (const auto& person : {RingFor{}, RingFor{"Y99001", "Saltmarsh", 84}, RingFor{"", "Kitley", 40}}) {
            EXPECT_EQ(first(words, person).service.name, "Crisis line") << words;
            EXPECT_EQ(first(words, person, kSaturdayTwo).service.name, "Crisis line") << words << " at night";
        }
    }
    EXPECT_NE(first("hospital tonight").service.name, "Crisis line") << "urgent is no crisis";
}

TEST_F(RingToday, AServiceAskedForByItsNameIsMeant) {
    EXPECT_EQ(first("hospital at home", kitley).service.name, "Hospital at home");
    EXPECT_TRUE(says(first("community nursing", kitley), RingReason::ByName));
    EXPECT_EQ(first("emergency duty team").service.name, "Emergency duty team") << "also by day, when it is closed";
    EXPECT_EQ(first("tenancy support, fallen, alone").service.name, "Tenancy support");
}

TEST_F(RingToday, WhoIsAskedForByNameAndIsAwayIsNotHidden) {
    away("council", "W001", "2026-11-27", "W002");
    const auto s = first("Bethan Price");
    EXPECT_EQ(s.away->name, "Bethan Price");
    EXPECT_EQ(s.worker->name, "Tom Adeyemi");
}

} // namespace
} // namespace frontsheet
