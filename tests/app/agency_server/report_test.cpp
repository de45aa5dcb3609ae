// The agency's reports from the real program: the council's extract imported into its encrypted ledger, as it came and altered.
#include "tests/app/agency_server/agency_process.h"
#include "tests/support/source_folder.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace frontsheet::test {

using ::testing::HasSubstr;
using ::testing::Not;

class ReportTest : public AgencyProcessTest {
public:
    static std::string placements() {
        std::ifstream stream{sourceFolder() / "tests/data/extracts/council_placements.csv", std::ios::binary};
        std::stringstream text;
        text << stream.rdbuf();
        return text.str();
    }
    void import(const std::string& text) {
        const auto file = temporary.file("placements.csv");
        std::ofstream{file, std::ios::binary} << text;
        const auto done = runAgency(
            {"import", folder.string(), "--agency", "council", "--mapping", "council-placements", "--file", file});
        ASSERT_EQ(done.code, 0) << done.err;
    }
    [[nodiscard]] Finished report(const std::vector<std::string>& more, const std::string& what = "cohort") {
        std::vector<std::string> words{"report", what,         folder.string(), "--agency",  "council",
                                       "--from", "2025-04-01", "--to",          "2026-04-30"};
        words.insert(words.end(), more.begin(), more.end());
        return runAgency(words);
    }
};

TEST_F(ReportTest, TheCohortIsTheExtractsAndFollowsIt) {
    import(placements());
    const auto json = report({"--json"});
    ASSERT_EQ(json.code, 0) << json.err;
    EXPECT_THAT(json.out, HasSubstr(R"("discharged":85,"others":69,"died_within_two_months":16)"));
    EXPECT_THAT(json.out, HasSubstr(R"("returned_home":23)"));
    EXPECT_THAT(json.out, HasSubstr(R"("went_home_against_their_wish":0)"));
    EXPECT_THAT(json.out, Not(HasSubstr("\"person\""))) << "nobody is named in what is passed on";
    const auto words = report({});
    EXPECT_THAT(words.out, HasSubstr("85 people were discharged."));
    EXPECT_THAT(words.out, HasSubstr("16 of them died within two months."));
    EXPECT_THAT(words.out, HasSubstr("23 went home again: 23 as they wished"));

    auto altered = placements();
    const std::string row = "2025-07-13,returned home,2025-11-11,home";
    altered.replace(altered.find(row), row.size(), "2025-07-13,returned home,2025-11-11,stay");
    import(altered);
    const auto shown = report({"--people", "--json"});
    EXPECT_THAT(shown.out, HasSubstr(R"("went_home_as_wished":22,)"));
    EXPECT_THAT(shown.out, HasSubstr(R"("went_home_against_their_wish":1,)"));
    EXPECT_THAT(shown.out, HasSubstr(R"("wish":"went_home_against_their_wish")"));
    EXPECT_THAT(report({"--people"}).out, HasSubstr("home against their wish: person "));
    // One is not told to everybody, nor how many the others were.
    const auto guarded = report({"--json"});
    EXPECT_THAT(guarded.out, HasSubstr(R"("went_home_as_wished":null)"));
    EXPECT_THAT(guarded.out, HasSubstr(R"("went_home_against_their_wish":null)"));
    EXPECT_THAT(report({}).out, HasSubstr("(not shown): fewer than 5"));
}

TEST_F(ReportTest, AnEmptyPeriodIsSaidInPlainWords) {
    import(placements());
    const auto none = runAgency(
        {"report", "cohort", folder.string(), "--agency", "council", "--from", "2020-01-01", "--to", "2020-12-31"});
    EXPECT_EQ(none.code, 0);
    EXPECT_THAT(none.out, HasSubstr("Nobody was discharged to care in these days"));
    EXPECT_THAT(report({}, "referrals").out, HasSubstr("Nothing was sent in these days"));
    EXPECT_THAT(report({"--json"}, "referrals").out, HasSubstr(R"("arrived":0)"));
}

TEST_F(ReportTest, DaysThatCannotBeAreRefusedInWords) {
    const auto backwards =
        runAgency({"report", "cohort", folder.string(), "--from", "2026-04-30", "--to", "2026-04-01"});
    EXPECT_EQ(backwards.code, 1);
    EXPECT_THAT(backwards.err, HasSubstr("The last day is before the first."));
    const auto noDay = runAgency({"report", "cohort", folder.string(), "--from", "2026-02-30", "--to", "2026-04-01"});
    EXPECT_EQ(noDay.code, 2);
    EXPECT_EQ(runAgency({"report", "everything", folder.string(), "--from", "2026-01-01", "--to", "2026-04-01"}).code,
              2);
    EXPECT_EQ(runAgency({"report", "cohort", folder.string(), "--from", "2026-01-01"}).code, 2);
}

} // namespace frontsheet::test
