// Who is involved, as each agency says it: how they came, since when, and who was there before.
#include "core/base/id_source.h"
#include "core/domain/care_team_sheet.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/rota.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

constexpr WallTime kNow{1'800'000'000'000};
constexpr std::chrono::hours kDay{24};

class TheCareTeam : public testing::Test {
protected:
    TheCareTeam() {
        worker("council", "W001", "Ruth Okafor");
        worker("trust", "W110", "Bronwen Price");
        worker("trust", "W111", "Kofi Asante");
    }
    void worker(const char* agency, const char* code, const char* name) {
        Record r;
        r.id = ids.random<RecordId>();
        r.type = RecordType::Worker;
        r.home = AgencyId{agency};
        r.fields.put(worker::kCode, WorkerId{code});
        r.fields.put(worker::kName, std::string{name});
        r.fields.put(worker::kAgency, AgencyId{agency});
        r.fields.put(worker::kRole, std::string{"community nurse"});
        directory.push_back(std::move(r));
    }
    Record& joins(const char* home, const char* agency, const char* code, int daysAgo, const char* source = "worker") {
        Record r;
        r.id = ids.random<RecordId>();
        r.type = RecordType::CareTeamMembership;
        r.home = AgencyId{home};
        r.version.n = 1;
        r.authorAgency = AgencyId{home};
        r.author = WorkerId{"W111"};
        r.fields.put(care_team::kAgency, AgencyId{agency});
        r.fields.put(care_team::kWorker, WorkerId{code});
        r.fields.put(care_team::kSince, kNow + -daysAgo * kDay);
        r.fields.put(care_team::kSource, std::string{source});
        about.push_back(std::move(r));
        return about.back();
    }
    [[nodiscard]] CareTeamSheet sheet() const {
        return careTeamSheet({about, waiting, me, "2027-01-15", kNow}, Directory{directory});
    }

    SeededIdSource ids{3};
    std::vector<Record> directory, about;
    std::vector<RecordId> waiting;
    Principal me{AgencyId{"trust"}, WorkerId{"W110"}, "community nurse", {}};
};

TEST_F(TheCareTeam, EachHomeSaysItForItselfAndOnesOwnFirst) {
    joins("council", "council", "W001", 50);
    joins("trust", "council", "W001", 40);
    joins("trust", "trust", "W110", 30);
    const auto team = sheet();
    ASSERT_EQ(team.now.size(), 2U);
    EXPECT_EQ(team.now[0].worker.name, "Bronwen Price") << "of this worker's own agency";
    ASSERT_EQ(team.now[1].said.size(), 2U) << "two statements, and neither is chosen";
    EXPECT_EQ(team.now[1].said[0].home.code, AgencyId{"trust"});
    EXPECT_EQ(team.now[1].said[1].home.code, AgencyId{"council"});
    EXPECT_EQ(team.now[1].role, "community nurse") << "as the directory has it where nobody gave one";
}

TEST_F(TheCareTeam, WhatTheyJoinedByIsSaidInItsOwnWords) {
    Record asked;
    asked.id = ids.random<RecordId>();
    asked.type = RecordType::Referral;
    asked.fields.put(referral::kNeed, std::string{"Assessment at home"});
    about.push_back(asked);
    joins("trust", "council", "W001", 3, "referral").fields.put(care_team::kBecauseOf, asked.id);
    joins("trust", "trust", "W110", 2, "of a newer program");
    const auto team = sheet();
    ASSERT_EQ(team.now.size(), 2U);
    EXPECT_EQ(team.now[0].said[0].how, JoinedBy::NotSaid);
    EXPECT_EQ(team.now[0].said[0].by, WorkerId{"W111"});
    EXPECT_EQ(team.now[1].said[0].how, JoinedBy::Referral);
    EXPECT_EQ(team.now[1].said[0].because, RecordType::Referral);
    EXPECT_EQ(team.now[1].said[0].what, "Assessment at home");
}

TEST_F(TheCareTeam, WhoLeftStandsBelowUnlessSomethingStillSaysThatTheyAreThere) {
    joins("trust", "trust", "W110", 90).fields.put(care_team::kUntil, kNow + -20 * kDay);
    joins("trust", "council", "W001", 90).fields.put(care_team::kUntil, kNow + -20 * kDay);
    joins("council", "council", "W001", 10);
    joins("trust", "trust", "W111", 80).fields.put(care_team::kUntil, kNow + -5 * kDay);
    joins("trust", "trust", "W111", 200).fields.put(care_team::kUntil, kNow + -100 * kDay);
    const auto team = sheet();
    ASSERT_EQ(team.now.size(), 1U);
    EXPECT_EQ(team.now[0].said.size(), 1U) << "what stands, and not what stood";
    ASSERT_EQ(team.before.size(), 2U);
    EXPECT_EQ(team.before[0].worker.code, WorkerId{"W111"}) << "who left last";
    EXPECT_EQ(team.before[0].said.size(), 2U);
}

TEST_F(TheCareTeam, WhoIsAwayOrHasGoneIsSaidSo) {
    joins("trust", "trust", "W110", 10);
    joins("trust", "trust", "W199", 10);
    joins("trust", "housing", "W400", 10);
    Record away;
    away.id = ids.random<RecordId>();
    away.type = RecordType::Absence;
    away.home = AgencyId{"trust"};
    away.fields.put(absence::kWorker, WorkerId{"W110"});
    away.fields.put(absence::kFrom, std::string{"2027-01-11"});
    away.fields.put(absence::kUntil, std::string{"2027-01-22"});
    away.fields.put(absence::kDeputy, WorkerId{"W111"});
    directory.push_back(away);
    for (const auto& one : sheet().now) {
        EXPECT_EQ(one.away.has_value(), one.worker.code == WorkerId{"W110"});
        EXPECT_EQ(one.gone, one.worker.code == WorkerId{"W199"}) << "of housing there is no directory here at all";
    }
}

TEST_F(TheCareTeam, WhatIsOnItsWayIsMarked) {
    auto& unsent = joins("trust", "trust", "W111", 0);
    unsent.version.n = 0;
    unsent.author = {};
    waiting = {unsent.id};
    const auto said = sheet().now.front().said.front();
    EXPECT_TRUE(said.waiting);
    EXPECT_EQ(said.by, me.worker) << "nobody else writes on this device";
}

TEST_F(TheCareTeam, WhoChangedItSinceIsNotSaidToHaveBegunIt) {
    joins("trust", "trust", "W110", 30).version.n = 3;
    EXPECT_TRUE(sheet().now.front().said.front().by.empty());
}

} // namespace
} // namespace frontsheet
