// Discharges of the last year of which Kitley's worker is the reviewing officer, and referrals that went round: enough for a report.
#pragma once

#include "tests/app/support/kitley.h"

namespace frontsheet::testing {

// 24 people left hospital for care: 4 died within two months, 7 of the others went home again, one of them against her wish (Olive Tranter).
void holdDischarges(Kitley& kitley);
// 12 referrals that the worker sent to the council's assessors since August, from answered the same day to never.
void holdRoundReferrals(Kitley& kitley);

} // namespace frontsheet::testing
