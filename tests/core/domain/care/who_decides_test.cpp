// Who may decide for somebody, and whether they may yet.
#include "core/domain/care/who_decides.h"
#include "core/domain/schema/safety.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace frontsheet::care {
namespace {

Record power(const std::string& kind, std::optional<int> registered) {
    Record record;
    record.type = RecordType::AdvancePlan;
    record.fields.put(advance_plan::kKind, kind);
    if (registered) {
        record.fields.put(advance_plan::kRegistered, *registered);
    }
    return record;
}

TEST(WhoDecides, AnAttorneysPowerHasNoForceUntilItIsRegistered) {
    for (const auto* kind : {"attorney-health", "attorney-money"}) {
        EXPECT_TRUE(namesDecisionMaker(power(kind, std::nullopt)));
        EXPECT_EQ(powerOf(power(kind, 0)), Power::NotRegistered) << kind;
        EXPECT_EQ(powerOf(power(kind, 1)), Power::InForce) << kind;
        EXPECT_EQ(powerOf(power(kind, std::nullopt)), Power::NotSaid) << kind;
    }
}

TEST(WhoDecides, OfADeputyOnlyTheOrderTellsWhateverIsRegistered) {
    EXPECT_TRUE(namesDecisionMaker(power("deputy", 0)));
    for (const auto registered : {std::optional<int>{}, std::optional{0}, std::optional{1}}) {
        EXPECT_EQ(powerOf(power("deputy", registered)), Power::NotSaid);
    }
}

TEST(WhoDecides, WhatSomebodyDecidedThemselvesNamesNobodyWhoDecides) {
    for (const auto* kind : {"respect", "dnacpr", "advance-decision", "other", ""}) {
        EXPECT_FALSE(namesDecisionMaker(power(kind, 1))) << kind;
    }
    auto allergy = power("deputy", 1);
    allergy.type = RecordType::Allergy;
    EXPECT_FALSE(namesDecisionMaker(allergy));
}

} // namespace
} // namespace frontsheet::care
