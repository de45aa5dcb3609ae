#include "core/base/log.h"

#include <gtest/gtest.h>

#include <regex>

namespace frontsheet {
namespace {

TEST(Log, OneLineOfAnEventAndItsNumbers) {
    testing::internal::CaptureStderr();
    logEvent("sync.done", {{"agency", AgencyId{"gp_Y99001"}},
                           {"records", std::int64_t{42}},
                           {"seconds", 1.5},
                           {"error", ErrorCode::Unreachable}});
    const auto line = testing::internal::GetCapturedStderr();
    EXPECT_TRUE(
        std::regex_match(line, std::regex{R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z sync\.done agency=gp_Y99001 )"
                                          R"(records=42 seconds=1\.500 error=Unreachable\n)"}))
        << line;
}

// An agency code comes from outside in a request's path: it cannot forge a second line or carry words.
TEST(Log, AnAgencyThatIsNoCodeIsNotWritten) {
    testing::internal::CaptureStderr();
    logEvent("request.refused", {{"agency", AgencyId{"x\n2026 forged"}}});
    const auto line = testing::internal::GetCapturedStderr();
    EXPECT_EQ(line.find("forged"), std::string::npos);
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
}

} // namespace
} // namespace frontsheet
