// A nurse at night opens the records of somebody nobody she can reach knows.
#include "core/domain/emergency_access.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/registration.h"
#include "core/domain/type_rules.h"
#include "core/domain/worklist.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using std::chrono::hours;

const AgencyId kCouncil{"council"};
const Principal kNurse{AgencyId{"community_trust"}, WorkerId{"W012"}, "community nurse", {}};
const Principal kAssessor{kCouncil, WorkerId{"W001"}, "social work assessor", {}};
const Principal kLead{kCouncil, WorkerId{"W030"}, "information governance lead", {}};

class EmergencyAccessTest : public testing::Test {
protected:
    EmergencyAccessTest() {
        wish.person = {"", "Marlowe", "Edith", "1939-02-11"};
        wish.reason = "Found on the floor, nobody answers the telephone";
        person.bytes[0] = 7;
    }
    Record opened(const Principal& who = kNurse) {
        return openedInEmergency(who, kCouncil, person, wish, kFridayMorning);
    }
    SeededIdSource ids{1};
    PersonId person;
    EmergencyWish wish;
};

TEST_F(EmergencyAccessTest, NeedsAPersonAndAReasonThatCanBeReviewed) {
    EXPECT_TRUE(checkWish(wish));
    const auto refused = [&](auto change) {
        EmergencyWish other = wish;
        change(other);
        const auto checked = checkWish(other);
        return checked ? ErrorCode{} : checked.error().code;
    };
    EXPECT_EQ(refused([](auto& w) { w.person.born = ""; }), ErrorCode::Missing);
    EXPECT_EQ(refused([](auto& w) { w.person.born = "1939"; }), ErrorCode::ImpossibleDate);
    EXPECT_EQ(refused([](auto& w) { w.person.born = "1939-02-30"; }), ErrorCode::ImpossibleDate);
    EXPECT_EQ(refused([](auto& w) { w.person.givenName = " "; }), ErrorCode::Missing);
    EXPECT_EQ(refused([](auto& w) { w.person.nhsNumber = "999 000 0019"; }), ErrorCode::Malformed);
    EXPECT_EQ(refused([](auto& w) { w.person = {"999 000 0018", "", "", "1939-02-11"}; }), ErrorCode{});
    EXPECT_EQ(refused([](auto& w) { w.reason = "urgent . . . . . . . . . . . . ."; }), ErrorCode::Missing);
    EXPECT_EQ(refused([](auto& w) { w.reason = std::string(kLongestReason + 1, 'a'); }), ErrorCode::TooLarge);
    EXPECT_EQ(refused([](auto& w) { w.duration = hours{0}; }), ErrorCode::InvalidArgument);
    EXPECT_EQ(refused([](auto& w) { w.duration = hours{13}; }), ErrorCode::InvalidArgument);
}

TEST_F(EmergencyAccessTest, MeansThePersonWithTheNumberOrBothNamesAndAlwaysTheBirthDate) {
    Record registration = sampleRegistration(ids, "council", person);
    EXPECT_TRUE(isMeant(wish.person, registration));
    EXPECT_TRUE(isMeant({"", "MARLOWE", "edith", "1939-02-11"}, registration));
    EXPECT_TRUE(isMeant({"999 000 0018", "", "", "1939-02-11"}, registration));
    EXPECT_FALSE(isMeant({"999 000 0018", "", "", "1939-02-12"}, registration)) << "a number alone is not enough";
    EXPECT_FALSE(isMeant({"", "Marlowe", "Edna", "1939-02-11"}, registration));
    EXPECT_FALSE(isMeant({"", "Marlowe", "Edith", "1939-02-12"}, registration));
    registration.fields.put(registration::kPreferredName, std::string{"Edie"});
    EXPECT_TRUE(isMeant({"", "Marlowe", "Edie", "1939-02-11"}, registration));
}

TEST_F(EmergencyAccessTest, IsOpenToItsWorkerAloneAndEndsByItself) {
    const Record access = opened();
    EXPECT_TRUE(isOpenTo(kNurse, access, kFridayMorning));
    EXPECT_TRUE(isOpenTo(kNurse, access, kFridayMorning + (hours{4} - std::chrono::milliseconds{1})));
    EXPECT_FALSE(isOpenTo(kNurse, access, kFridayMorning + hours{4}));
    EXPECT_FALSE(isOpenTo(kAssessor, access, kFridayMorning));
    Principal colleague = kNurse;
    colleague.worker = WorkerId{"W013"};
    EXPECT_FALSE(isOpenTo(colleague, access, kFridayMorning));
}

TEST_F(EmergencyAccessTest, IsEndedEarlyByItsWorker) {
    const auto ended = endedEarly(kNurse, opened(), kFridayMorning + hours{1});
    ASSERT_TRUE(ended);
    EXPECT_EQ(endOf(*ended), kFridayMorning + hours{1});
    EXPECT_FALSE(isOpenTo(kNurse, *ended, kFridayMorning + hours{1}));
    EXPECT_TRUE(awaitsReview(*ended));
    EXPECT_EQ(endedEarly(kNurse, *ended, kFridayMorning + hours{2}).error().code, ErrorCode::WrongState);
    EXPECT_EQ(endedEarly(kAssessor, opened(), kFridayMorning).error().code, ErrorCode::NotPermitted);
    Principal colleague = kNurse;
    colleague.worker = WorkerId{"W013"};
    EXPECT_EQ(endedEarly(colleague, opened(), kFridayMorning).error().code, ErrorCode::NotPermitted)
        << "it is not theirs, whether it is over or not";
}

TEST_F(EmergencyAccessTest, IsReviewedOnceByAnotherOfTheHomeInWords) {
    const Record access = opened();
    const auto waiting = worklistsOf(access);
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0], (WorklistPlace{Worklist::EmergenciesToReview, "council", kFridayMorning}));
    const auto verdict = EmergencyVerdict::Justified;
    EXPECT_EQ(reviewed(kLead, access, verdict, " ", kFridayMorning).error().code, ErrorCode::Missing);
    EXPECT_EQ(reviewed(kNurse, access, verdict, "fine", kFridayMorning).error().code, ErrorCode::NotPermitted);
    EXPECT_EQ(reviewed(kAssessor, opened(kAssessor), verdict, "fine", kFridayMorning).error().code,
              ErrorCode::NotPermitted)
        << "nobody reviews their own";
    const auto done = reviewed(kLead, access, verdict, "Ambulance crew confirms", kFridayMorning + hours{30});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->fields.text(emergency_access::kReview), "justified");
    EXPECT_TRUE(worklistsOf(*done).empty());
    EXPECT_EQ(reviewed(kLead, *done, verdict, "again", kFridayMorning).error().code, ErrorCode::WrongState);
}

TEST_F(EmergencyAccessTest, IsNeverWrittenByADeviceAndStaysAtHome) {
    const Record access = opened();
    Intent intent;
    const Change change{kNurse, nullptr, access, intent, {}, kFridayMorning};
    EXPECT_EQ(checkTypeRules(change).error().code, ErrorCode::NotPermitted);
    EXPECT_EQ(schemaOf(RecordType::EmergencyAccess)->reach, Reach::HomeOnly);
}

} // namespace
} // namespace frontsheet
