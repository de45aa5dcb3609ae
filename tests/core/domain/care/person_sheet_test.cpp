// What everybody at the door must know, and what is looked at again when.
#include "core/domain/care/person_sheet.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"
#include "tests/core/domain/care/care_fixture.h"

#include <gmock/gmock.h>

#include <random>

namespace frontsheet {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;

class PersonSheet : public CareFixture {
protected:
    template <class Fill>
    [[nodiscard]] Record said(const Principal& who, RecordType type, Fill fill) {
        now = now + std::chrono::minutes{1};
        return writes(who, type, fill);
    }
    [[nodiscard]] Record allergyTo(const char* substance, const char* severity) {
        return said(assessor, RecordType::Allergy, [&](FieldSet& f) {
            f.put(allergy::kSource, "GP record"s);
            f.put(allergy::kAsOf, "2026-11-20"s);
            f.put(allergy::kState, "current"s);
            f.put(allergy::kSeverity, std::string{severity});
            if (*substance == '\0') {
                f.put(allergy::kNoneKnown, 1);
            } else {
                f.put(allergy::kSubstance, std::string{substance});
            }
        });
    }
    [[nodiscard]] Record risk(const char* kind, const char* words) {
        return said(assessor, RecordType::RiskAlert, [&](FieldSet& f) {
            f.put(risk_alert::kKind, std::string{kind});
            f.put(risk_alert::kText, std::string{words});
            f.put(risk_alert::kState, "current"s);
        });
    }
    [[nodiscard]] Record relative(const char* name, std::int64_t emergency, std::int64_t order) {
        return said(assessor, RecordType::RelatedPerson, [&](FieldSet& f) {
            f.put(related_person::kName, std::string{name});
            f.put(related_person::kEmergencyContact, emergency);
            f.put(related_person::kOrder, order);
        });
    }
    template <class Rows>
    static std::vector<std::string> words(const Rows& rows, const TextField& field) {
        std::vector<std::string> out;
        for (const auto& row : rows) {
            out.push_back(row.fields.get(field));
        }
        return out;
    }
};

TEST_F(PersonSheet, WhatAnAgencysRegistrationWarnsOfStandsWithTheAlerts) {
    const auto registered = said(nurse, RecordType::Registration, [](FieldSet& f) {
        f.put(registration::kAlert, "Missed gas check"s);
        f.put(registration::kAccessNote, "Key safe by the door"s);
        f.put(registration::kLegalStatus, "None"s);
    });
    const auto detained = said(assessor, RecordType::Registration,
                               [](FieldSet& f) { f.put(registration::kLegalStatus, "Section 117"s); });
    const auto sheet = care::personSheet(std::vector{registered, detained});
    ASSERT_EQ(sheet.registered.size(), 2U) << "how to get in is not a warning";
    EXPECT_EQ(sheet.registered[0].text, "Section 117");
    EXPECT_EQ(sheet.registered[1].text, "Missed gas check");
    EXPECT_EQ(sheet.registered[1].source.agency, nurse.agency);
}

TEST_F(PersonSheet, WhatHarmsWhoVisitsStandsFirst) {
    const auto sheet = care::personSheet(
        std::vector{risk("falls", "Falls"), risk("fire", "Smokes in bed"), risk("lone-worker", "Visit in pairs")});
    EXPECT_EQ(sheet.risks.front().fields.get(risk_alert::kText), "Visit in pairs");
    EXPECT_EQ(sheet.risks.size(), 3U);
}

TEST_F(PersonSheet, ASevereAllergyStandsFirstAndNoneKnownBesideItIsADispute) {
    const auto mild = allergyTo("plasters", "mild");
    const auto severe = allergyTo("penicillin", "severe");
    const auto sheet = care::personSheet(std::vector{mild, severe});
    EXPECT_THAT(words(sheet.allergies, allergy::kSubstance), ElementsAre("penicillin", "plasters"));
    EXPECT_FALSE(sheet.allergyDisputed);
    const auto both = care::personSheet(std::vector{allergyTo("", "not-known"), mild});
    EXPECT_TRUE(both.allergyDisputed);
    EXPECT_EQ(both.allergies.front().fields.get(allergy::kSubstance), "plasters")
        << "never hidden by who knows of none";
    EXPECT_FALSE(care::personSheet(std::vector{allergyTo("", "not-known")}).allergyDisputed);
}

TEST_F(PersonSheet, WhatIsOverIsNotShown) {
    auto refuted = allergyTo("penicillin", "severe");
    refuted.fields.put(allergy::kState, "refuted"s);
    auto ended = risk("animals", "Dog bites");
    ended.fields.put(risk_alert::kState, "ended"s);
    auto stopped = said(assessor, RecordType::Medicine, [](FieldSet& f) {
        f.put(medicine::kName, "furosemide"s);
        f.put(medicine::kSource, "GP record"s);
        f.put(medicine::kAsOf, "2026-11-20"s);
    });
    stopped.fields.put(medicine::kStoppedOn, "2026-11-20"s);
    auto moved = relative("Tom", 1, 1);
    moved.fields.put(related_person::kEndedOn, "2026-11-20"s);
    const auto sheet = care::personSheet(std::vector{refuted, ended, stopped, moved});
    EXPECT_TRUE(sheet.allergies.empty() && sheet.risks.empty() && sheet.medicines.empty() && sheet.contacts.empty());
}

TEST_F(PersonSheet, WhomToRingInAnEmergencyStandsFirstInTheirOrder) {
    const auto sheet = care::personSheet(
        std::vector{relative("Anna", 0, 0), relative("Tom", 1, 2), relative("Jean", 1, 1), relative("Will", 1, 0)});
    EXPECT_THAT(words(sheet.contacts, related_person::kName), ElementsAre("Jean", "Tom", "Will", "Anna"));
}

TEST_F(PersonSheet, OfEachAgencyWhatThePersonSaidLast) {
    const auto says = [&](const Principal& who, const char* words) {
        return said(who, RecordType::AboutMe, [&](FieldSet& f) {
            f.put(about_me::kImportant, std::string{words});
            f.put(about_me::kSaidOn, "2026-11-20"s);
        });
    };
    const auto earlier = says(assessor, "My garden");
    const auto sheet =
        care::personSheet(std::vector{earlier, says(nurse, "My dog"), says(assessor, "My garden and my dog")});
    EXPECT_THAT(words(sheet.aboutMe, about_me::kImportant), ElementsAre("My garden and my dog", "My dog"));
}

TEST_F(PersonSheet, WhatIsToBeLookedAtAgainStandsByItsDayAndLateOnesSaySo) {
    auto lead = plan();
    lead.fields.put(care_plan::kReviewedOn, "2026-10-01"s);
    lead.fields.put(care_plan::kReviewDue, "2026-11-24"s);
    auto crisis = said(assessor, RecordType::CrisisPart, [](FieldSet& f) { f.put(crisis_part::kWhatHelps, "Tea"s); });
    crisis.fields.put(crisis_part::kReviewDue, "2026-11-18"s);
    auto placed = said(reviewer, RecordType::Placement, [&](FieldSet& f) {
        f.put(placement::kPlacedAt, "Tern House"s);
        f.put(placement::kStage, "placed"s);
        f.put(placement::kReviewingOfficer, reviewer.worker);
        f.put(placement::kDischargedOn, "2026-11-01"s);
        f.put(placement::kFirstReviewDue, "2026-11-29"s);
    });
    auto lines = care::reviewsAbout(std::vector{lead, placed, crisis, risk("falls", "Falls")}, "2026-11-20");
    ASSERT_EQ(lines.size(), 3U) << "a risk without a day is not on the list";
    EXPECT_EQ(lines[0].record.id, crisis.id);
    EXPECT_EQ(lines[0].daysLate, 2);
    EXPECT_EQ(lines[1].record.id, lead.id);
    EXPECT_EQ(lines[1].last, "2026-10-01");
    EXPECT_EQ(lines[2].next, "2026-11-29");
    EXPECT_EQ(lines[2].daysLate, 0);

    const auto held = said(reviewer, RecordType::PlacementReview, [&](FieldSet& f) {
        f.put(placement_review::kPlacement, placed.id);
        f.put(placement_review::kState, "held"s);
        f.put(placement_review::kDue, "2026-11-29"s);
        f.put(placement_review::kHeldOn, "2026-11-20"s);
        f.put(placement_review::kConclusion, "stay"s);
        f.put(placement_review::kReviewer, reviewer.worker);
        f.put(placement_review::kOwnWords, "I like it here"s);
    });
    lines = care::reviewsAbout(std::vector{placed, held}, "2026-11-20");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].last, "2026-11-20");
    EXPECT_EQ(lines[0].next, "") << "the first has been; nobody set another";
}

} // namespace
} // namespace frontsheet
