// The agency's reports on standard output: sentences, or one JSON object on a line. To who answers for the people they also say whom a figure
// is about, by id.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/report/told_figures.h"

#include <string>

namespace frontsheet {

[[nodiscard]] std::string cohortInWords(const AgencyId& agency, const report::Cohort& cohort, report::ToldTo whom);
[[nodiscard]] std::string cohortInJson(const AgencyId& agency, const report::Cohort& cohort, report::ToldTo whom);
// `directory`: what services are called.
[[nodiscard]] std::string referralsInWords(const AgencyId& agency, const report::ReferralLoop& loop,
                                           const Directory& directory, report::ToldTo whom);
[[nodiscard]] std::string referralsInJson(const AgencyId& agency, const report::ReferralLoop& loop,
                                          report::ToldTo whom);

} // namespace frontsheet
