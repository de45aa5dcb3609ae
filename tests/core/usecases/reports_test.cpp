// A worker's reports over what their device holds, and a manager's over their agency's.
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/usecases/reports.h"
#include "tests/support/partnership.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using namespace std::string_literals;

class ReportsOfAWorker : public testing::Test {
protected:
    static Principal worker(const std::string& code, const std::string& role) {
        return {AgencyId{"council"}, WorkerId{code}, role, {}};
    }
    void placed(Desk& desk, const std::string& home, const std::string& officer, const std::string& on) {
        Record record;
        record.id = desk.ids.timeOrdered<RecordId>(kFridayMorning);
        record.type = RecordType::Placement;
        record.home = AgencyId{home};
        record.person = desk.ids.random<PersonId>();
        record.version.n = 1;
        record.fields.put(placement::kDischargedOn, on);
        record.fields.put(placement::kReviewingOfficer, WorkerId{officer});
        desk.store.hold(std::move(record));
    }
    void sent(Desk& desk, const std::string& home, const std::string& from, const std::string& to) {
        Record record;
        record.id = desk.ids.timeOrdered<RecordId>(kFridayMorning);
        record.type = RecordType::Referral;
        record.home = AgencyId{home};
        record.person = desk.ids.random<PersonId>();
        record.version.n = 1;
        auto& f = record.fields;
        f.put(referral::kState, "sent"s);
        f.put(referral::kFromWorker, WorkerId{from});
        f.put(referral::kToAgency, AgencyId{"council"});
        f.put(referral::kToWorker, WorkerId{to});
        f.put(referral::kArrivedAt, kFridayMorning);
        desk.store.hold(std::move(record));
    }
    const report::ReportPeriod year{"2026-01-01", "2026-12-31"};
};

TEST_F(ReportsOfAWorker, AreOfTheirOwnCaseload) {
    Desk desk{worker("W005", "reviewing officer"), kFridayMorning, 3};
    Reports reports{desk.workplace(), desk.store};
    placed(desk, "council", "W005", "2026-06-01");
    placed(desk, "council", "W006", "2026-06-01");
    placed(desk, "community_trust", "W005", "2026-06-01");
    placed(desk, "council", "W005", "2025-06-01");
    EXPECT_EQ(reports.cohort(year, ReportScope::Mine)->people.size(), 1U);

    sent(desk, "council", "W005", "");
    sent(desk, "community_trust", "W012", "W005");
    sent(desk, "community_trust", "W012", "W006");
    EXPECT_EQ(reports.referrals(year, ReportScope::Mine, LoopSide::Sent)->courses.size(), 1U);
    EXPECT_EQ(reports.referrals(year, ReportScope::Mine, LoopSide::Came)->courses.size(), 1U);

    EXPECT_FALSE(reports.managesAgency());
    EXPECT_EQ(reports.cohort(year, ReportScope::MyAgencys).error().code, ErrorCode::NotPermitted);
    EXPECT_EQ(reports.referrals(year, ReportScope::MyAgencys, LoopSide::Sent).error().code, ErrorCode::NotPermitted);
}

TEST_F(ReportsOfAWorker, AreOfTheAgencyForWhoManagesIt) {
    Desk desk{worker("W030", "team manager"), kFridayMorning, 3};
    Reports reports{desk.workplace(), desk.store};
    placed(desk, "council", "W005", "2026-06-01");
    placed(desk, "council", "W006", "2026-06-01");
    placed(desk, "community_trust", "W005", "2026-06-01");
    sent(desk, "council", "W005", "");
    sent(desk, "community_trust", "W012", "W005");
    EXPECT_TRUE(reports.managesAgency());
    EXPECT_TRUE(reports.cohort(year, ReportScope::Mine)->people.empty());
    EXPECT_EQ(reports.cohort(year, ReportScope::MyAgencys)->people.size(), 2U);
    sent(desk, "community_trust", "W012", "W006");
    EXPECT_EQ(reports.referrals(year, ReportScope::MyAgencys, LoopSide::Sent)->courses.size(), 1U);
    EXPECT_EQ(reports.referrals(year, ReportScope::MyAgencys, LoopSide::Came)->courses.size(), 3U) << "one is its own";
}

} // namespace
} // namespace frontsheet
