// Who is named as a carer becomes somebody: with a registration and a care team of their own, and nothing taken from whom they care for.
#include "core/domain/care/naming_carer.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/registration.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class NamingACarer : public CareFixture {
protected:
    [[nodiscard]] static Record carerCalled(const char* name) {
        Record record;
        record.type = RecordType::Carer;
        record.fields.put(carer::kName, std::string{name});
        return record;
    }
    [[nodiscard]] static FieldSet registered(const char* name) {
        Record blank;
        blank.type = RecordType::Registration;
        return care::registrationOfCarer(blank, carerCalled(name)).fields;
    }
};

TEST_F(NamingACarer, TheirNameIsTakenApartAsItWasTyped) {
    const auto harold = registered("Mr Harold Pike");
    EXPECT_EQ(harold.text(registration::kTitle), "Mr");
    EXPECT_EQ(harold.text(registration::kGivenName), "Harold");
    EXPECT_EQ(harold.text(registration::kFamilyName), "Pike");
    EXPECT_EQ(registered("PIKE, Harold").text(registration::kGivenName), "Harold");
    EXPECT_EQ(registered("Anna van der Berg").text(registration::kFamilyName), "van der Berg");
    EXPECT_EQ(registered("Hilda").text(registration::kFamilyName), "Hilda");
    EXPECT_FALSE(harold.text(registration::kLocalId).empty()) << "until the agency gives its own number";
}

TEST_F(NamingACarer, OnlySomebodyNewIsMade) {
    EXPECT_TRUE(care::namesSomebodyNew(carerCalled("Harold Pike")));
    EXPECT_FALSE(care::namesSomebodyNew(carerCalled("  "))) << "nobody was named";
    auto known = carerCalled("Harold Pike");
    known.fields.put(carer::kCarer, ids.random<PersonId>());
    EXPECT_FALSE(care::namesSomebodyNew(known)) << "they have a record of their own";
    Record need;
    need.type = RecordType::Need;
    EXPECT_FALSE(care::namesSomebodyNew(need));
}

TEST_F(NamingACarer, WhoNamesThemIsTheFirstWhoIsInvolvedWithThem) {
    Record blank;
    blank.occurredAt = now;
    const auto member = care::membershipOfWhoNames(blank, assessor).fields;
    EXPECT_EQ(member.get(care_team::kWorker), assessor.worker);
    EXPECT_EQ(member.get(care_team::kAgency), assessor.agency);
    EXPECT_EQ(member.get(care_team::kSince), now);
    EXPECT_FALSE(member.get(care_team::kUntil).isKnown());
}

TEST_F(NamingACarer, WhoAskedIsWhoSaysSo) {
    auto carer = carerCalled("Harold Pike");
    carer.fields.put(carer::kWilling, "not-asked"s);
    care::sayWhoAsked(nullptr, carer, assessor);
    EXPECT_TRUE(carer.fields.get(carer::kAskedBy).empty()) << "nobody asked yet";
    auto asked = carer;
    asked.fields.put(carer::kWilling, "within-limits"s);
    care::sayWhoAsked(&carer, asked, assessor);
    EXPECT_EQ(asked.fields.get(carer::kAskedBy), assessor.worker);
    auto again = asked;
    again.fields.put(carer::kWilling, "not-willing"s);
    care::sayWhoAsked(&asked, again, nurse);
    EXPECT_EQ(again.fields.get(carer::kAskedBy), nurse.worker) << "another answer, another who asked";
    auto later = again;
    later.fields.put(carer::kHoursAWeek, 20);
    care::sayWhoAsked(&again, later, assessor);
    EXPECT_EQ(later.fields.get(carer::kAskedBy), nurse.worker) << "the answer is the same";
}

TEST_F(NamingACarer, AnAssessmentIsDoneBySomebody) {
    Record assessment;
    assessment.type = RecordType::CarerAssessment;
    assessment.fields.put(carer_assessment::kState, "draft"s);
    care::sayWhoAsked(nullptr, assessment, assessor);
    EXPECT_TRUE(assessment.fields.get(carer_assessment::kAssessedBy).empty());
    assessment.fields.put(carer_assessment::kState, "done"s);
    care::sayWhoAsked(nullptr, assessment, assessor);
    EXPECT_EQ(assessment.fields.get(carer_assessment::kAssessedBy), assessor.worker);
}

} // namespace
} // namespace frontsheet
