#include "core/domain/directory.h"
#include "core/domain/schema/directory.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <map>

namespace frontsheet::sharing {
namespace {

// What the sample locality's directory has: agencies, and roles by their agencies' kinds.
CheckAgainst sampleLocality() {
    CheckAgainst against;
    against.now = kFridayMorning;
    SeededIdSource ids{1};
    const auto directory = sampleDirectory(ids);
    std::map<AgencyId, AgencyKind> kinds;
    for (const auto& record : directory) {
        if (record.type == RecordType::Agency) {
            const auto code = record.fields.get(agency::kCode);
            against.agencies.push_back(code);
            kinds[code] = fromWord<AgencyKind>(record.fields.text(agency::kKind)).value();
        }
    }
    for (const auto& record : directory) {
        if (record.type == RecordType::Worker) {
            against.roles.push_back({kinds.at(record.home), record.fields.get(worker::kRole)});
        }
    }
    return against;
}

TEST(ShippedAgreements, AreWithoutFault) {
    ASSERT_EQ(shippedAgreements().size(), 3U);
    for (const auto& shipped : shippedAgreements()) {
        CheckAgainst against;
        against.now = kFridayMorning;
        const auto read = readAgreement(shipped.text, against);
        for (const auto& problem : read.problems) {
            ADD_FAILURE() << shipped.name << ":" << describe(problem);
        }
        ASSERT_TRUE(read.agreement) << shipped.name;
        EXPECT_TRUE(CompiledAgreement::of(*read.agreement, {})) << shipped.name;
    }
    EXPECT_TRUE(shippedAgreement("another").empty());
}

// A role that is spelt otherwise in certificates would see nothing.
TEST(ShippedAgreements, KnowEveryRoleOfTheSampleDirectory) {
    const auto against = sampleLocality();
    ASSERT_GE(against.agencies.size(), 9U);
    ASSERT_GE(against.roles.size(), 30U);
    for (const auto* name : {"locality-partnership", "own-agency"}) {
        const auto read = readAgreement(shippedAgreement(name), against);
        ASSERT_TRUE(read.agreement);
        for (const auto& problem : read.problems) {
            // The governance lead sees nothing of partners' records, by intention.
            EXPECT_NE(problem.words.find("information governance lead"), std::string::npos)
                << name << ":" << describe(problem);
        }
    }
}

} // namespace
} // namespace frontsheet::sharing
