// What a change means beside what is there already.
#include "core/domain/care/beside_others.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;
using care::besideOthers;
using care::Finding;
using What = Finding::What;

class BesideOthers : public CareFixture {
protected:
    [[nodiscard]] std::vector<What> found(const Record& record, const std::vector<Record>& about) const {
        std::vector<What> out;
        for (const auto& finding : besideOthers(record, about, directory, "2026-11-20")) {
            out.push_back(finding.what);
        }
        return out;
    }
    [[nodiscard]] Record died(const Principal& toldBy) {
        return writes(toldBy, RecordType::Death, [](FieldSet& f) {
            f.put(death::kDiedOn, "2026-11-18"s);
            f.put(death::kState, "recorded"s);
        });
    }
    [[nodiscard]] Record goal() {
        return writes(assessor, RecordType::Goal, [](FieldSet& f) {
            f.put(goal::kWords, "Walk to the shop"s);
            f.put(goal::kState, "set"s);
        });
    }
    [[nodiscard]] Record refers(const char* service, const char* need) {
        return writes(nurse, RecordType::Referral, [&](FieldSet& f) {
            f.put(referral::kNeed, "Help at home"s);
            f.put(referral::kNeedCode, std::string{need});
            f.put(referral::kToAgency, AgencyId{"council"});
            f.put(referral::kToService, ServiceId{service});
            f.put(referral::kState, "sent"s);
            f.put(referral::kFromWorker, nurse.worker);
        });
    }
    Directory directory;
};

TEST_F(BesideOthers, NoGoalIsSetForSomebodyWhoHasDied) {
    const auto new_ = goal();
    EXPECT_TRUE(found(new_, {}).empty());
    EXPECT_EQ(found(new_, {died(nurse)}), std::vector{What::PersonHasDied}) << "whoever recorded it";
    EXPECT_TRUE(found(new_, {new_, died(nurse)}).empty()) << "what was begun before is ended in peace";
    auto mistaken = died(nurse);
    mistaken.fields.put(death::kState, "entered-in-error"s);
    EXPECT_TRUE(found(new_, {mistaken}).empty());
}

TEST_F(BesideOthers, ADeathCountsWhereverItIsWritten) {
    const auto goal_ = goal();
    const auto registered =
        writes(reviewer, RecordType::Registration, [](FieldSet& f) { f.put(registration::kDied, "2026-11-01"s); });
    const auto placed = writes(reviewer, RecordType::Placement, [](FieldSet& f) {
        f.put(placement::kOutcome, "died"s);
        f.put(placement::kOutcomeOn, "2026-11-01"s);
    });
    EXPECT_EQ(found(goal_, {registered}), std::vector{What::PersonHasDied}) << "in a register";
    EXPECT_EQ(found(goal_, {placed}), std::vector{What::PersonHasDied}) << "as the end of a placement";
}

TEST_F(BesideOthers, EquipmentIsFetchedAfterADeath) { EXPECT_TRUE(found(action(nurse), {died(nurse)}).empty()); }

TEST_F(BesideOthers, ASecondPlanOfOneAgencyIsStoppedAndOfAnotherIsNot) {
    const auto first = plan();
    EXPECT_EQ(found(plan(), {first}), std::vector{What::SecondPlan});
    auto elsewhere = first;
    elsewhere.home = AgencyId{"mental_health_trust"};
    EXPECT_TRUE(found(plan(), {elsewhere}).empty()) << "two leads are shown and settled, not forbidden";
    auto closed = first;
    closed.fields.put(care_plan::kState, "closed"s);
    EXPECT_TRUE(found(plan(), {closed}).empty());
}

TEST_F(BesideOthers, AReviewFollowsItsDischarge) {
    const auto placement = writes(reviewer, RecordType::Placement, [](FieldSet& f) {
        f.put(placement::kDischargedOn, "2026-11-10"s);
        f.put(placement::kStage, "placed"s);
    });
    const auto review = [&](const char* due) {
        return writes(reviewer, RecordType::PlacementReview, [&](FieldSet& f) {
            f.put(placement_review::kPlacement, placement.id);
            f.put(placement_review::kDue, std::string{due});
            f.put(placement_review::kState, "due"s);
        });
    };
    EXPECT_EQ(found(review("2026-11-09"), {placement}), std::vector{What::ReviewBeforeDischarge});
    EXPECT_TRUE(found(review("2026-11-10"), {placement}).empty());
    auto held = review("2026-11-16");
    held.fields.put(placement_review::kState, "held"s);
    held.fields.put(placement_review::kHeldOn, "2026-11-09"s);
    EXPECT_EQ(found(held, {placement}), std::vector{What::ReviewBeforeDischarge}) << "whenever it was due";
}

TEST_F(BesideOthers, TheSameNeedAskedForTwiceIsWarnedOf) {
    const auto first = refers("HOME_CARE", "personal-care");
    EXPECT_EQ(found(refers("REABLEMENT", "personal-care"), {first}), std::vector{What::SameNeedIsOpen});
    EXPECT_TRUE(found(refers("HOME_CARE", "equipment"), {first}).empty());
    EXPECT_EQ(besideOthers(refers("X", "personal-care"), std::vector{first}, directory, "2026-11-20").front().weight,
              Finding::Weight::Warns);
    auto over = first;
    over.fields.put(referral::kState, "completed"s);
    EXPECT_TRUE(found(refers("REABLEMENT", "personal-care"), {over}).empty());
}

TEST_F(BesideOthers, AClosedServiceTakesNoReferral) {
    Record service;
    service.type = RecordType::Service;
    service.home = AgencyId{"council"};
    service.fields.put(service::kCode, ServiceId{"DAY_CENTRE"});
    service.fields.put(service::kClosedOn, "2026-11-20"s);
    directory = Directory{std::vector{service}};
    EXPECT_EQ(found(refers("DAY_CENTRE", ""), {}), std::vector{What::ServiceHasClosed});
    service.fields.put(service::kClosedOn, "2026-11-21"s);
    directory = Directory{std::vector{service}};
    EXPECT_TRUE(found(refers("DAY_CENTRE", ""), {}).empty()) << "not yet";
}

} // namespace
} // namespace frontsheet
