// The agreements in the place of the rule in use (decision 042): what changes for whom, on records as they are stored.
#include "core/domain/decision.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/record_view.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet::sharing {
namespace {

using namespace std::string_literals;

class TakingOver : public testing::Test {
protected:
    TakingOver() {
        std::vector<CompiledAgreement> all;
        for (const auto* name : {"locality-partnership", "own-agency"}) {
            auto agreement = readAgreement(shippedAgreement(name), {kFridayMorning, {}, {}}).agreement.value();
            AgreementStanding standing;
            for (const auto& party : agreement.parties) {
                standing.bound.push_back(party.agency);
            }
            all.push_back(CompiledAgreement::of(std::move(agreement), std::move(standing)).value());
        }
        forces = AgreementsInForce::of(std::move(all)).value();
        const auto edith = ids.timeOrdered<PersonId>(kFridayMorning);
        auto& registration = records.emplace_back(sampleRegistration(ids, "council", edith));
        registration.fields.put(registration::kFrailty, "CFS 7"s);
        registration.fields.set(FieldTag{1000}, textValue("of a newer schema"));
        records.push_back(sampleMembership(ids, "council", edith, "community_trust", "W012"));
        records.push_back(sampleLink(ids, "council", edith, "community_trust", edith));
        records.push_back(sampleLink(ids, "council", edith, "community_trust", edith, "proposed"));
        for (const auto* state : {"signed", "draft", "entered-in-error", "of a newer schema"}) {
            records.push_back(sampleNote(ids, "council", edith, "W001", "Looked well", kFridayMorning, state));
        }
        for (const auto* to : {"W012", "", "W013"}) {
            Record referral = sampleRegistration(ids, "council", edith);
            referral.type = RecordType::Referral;
            referral.category = Category::Referral;
            referral.fields = {};
            referral.fields.put(referral::kNeed, "Dressings"s);
            referral.fields.put(referral::kToAgency, AgencyId{"community_trust"});
            referral.fields.put(referral::kToWorker, WorkerId{to});
            records.push_back(referral);
        }
        Record copy = records.back();
        copy.type = RecordType::ReceivedCopy;
        records.push_back(copy);
    }

    [[nodiscard]] Decision now(const Principal& who, const Record& record, Relationships relationships) const {
        const RecordView view(record, who, relationships, {});
        const Viewer viewer{who, forces.purposesOf(who, record.home), relationshipSet(relationships)};
        return decide(viewer, view.facts(), forces, {}, kFridayMorning);
    }

    SeededIdSource ids{3};
    AgreementsInForce forces;
    std::vector<Record> records;
    Principal nurse{AgencyId{"community_trust"}, WorkerId{"W012"}, "community nurse", {}};
    Principal assessor{AgencyId{"council"}, WorkerId{"W001"}, "social work assessor", {}};
    Principal colleague{AgencyId{"council"}, WorkerId{"W002"}, "social work assessor", {}};
};

// Whoever is on the care team has had everything until now: for them agreements only narrow.
TEST_F(TakingOver, ForTheCareTeamAgreementsOnlyNarrow) {
    int released = 0;
    for (const auto& record : records) {
        const auto before = redact(record, frontsheet::decide(nurse, record, {true, false}));
        const auto after = redact(record, now(nurse, record, {true, false}));
        for (const auto& [tag, value] : after.fields) {
            ASSERT_NE(before.fields.find(tag), nullptr) << static_cast<int>(record.type) << "." << tag.number;
            EXPECT_EQ(*before.fields.find(tag), value);
        }
        released += after.fields.empty() ? 0 : 1;
    }
    EXPECT_GE(released, 6);
}

TEST_F(TakingOver, WithoutARelationshipNeitherReleasesAnything) {
    for (const auto& record : records) {
        const bool theirs = record.type == RecordType::Referral && isAddressedTo(nurse, record);
        EXPECT_EQ(frontsheet::decide(nurse, record, {}).releases(), theirs);
        EXPECT_EQ(now(nurse, record, {}).releases(), theirs) << static_cast<int>(record.type);
        // A role that no agreement names sees nothing whatever joins it to the person.
        const Principal gardener{nurse.agency, nurse.worker, "gardener", {}};
        EXPECT_FALSE(now(gardener, record, {true, true}).releases());
    }
}

TEST_F(TakingOver, DraftsStubsAndProposalsAreWhatTheyWere) {
    for (const auto& record : records) {
        if (record.type == RecordType::ContactNote || record.type == RecordType::PersonLink) {
            for (const auto* who : {&assessor, &colleague, &nurse}) {
                const auto before = frontsheet::redact(record, frontsheet::decide(*who, record, {true, true}));
                const auto after = redact(record, now(*who, record, {true, true}));
                EXPECT_EQ(before.fields, after.fields)
                    << who->worker.str() << " " << record.fields.text(contact_note::kState);
            }
        }
    }
}

TEST_F(TakingOver, OwnWorkersNeedARelationshipNowForMoreThanWhoIsWho) {
    const auto& registration = records[0];
    const auto involved = redact(registration, now(colleague, registration, {true, false}));
    EXPECT_EQ(involved.fields, registration.fields); // all of it, what a newer program added too
    const auto other = redact(registration, now(colleague, registration, {}));
    EXPECT_LT(other.fields.size(), involved.fields.size());
    EXPECT_FALSE(other.fields.empty());
    for (const auto& record : records) {
        if (record.type == RecordType::ContactNote) {
            const bool draft = RecordView(record, assessor, {}, {}).facts().standing == Standing::Draft;
            EXPECT_EQ(now(assessor, record, {}).releases(), draft); // its author's
            EXPECT_FALSE(now(colleague, record, {}).releases());
        }
    }
}

TEST_F(TakingOver, ARoleActsForWhatItsClausesAreFor) {
    PurposeSet nurses{Purpose::DirectCare};
    nurses.add(Purpose::Safeguarding);
    EXPECT_EQ(forces.purposesOf(nurse, AgencyId{"council"}), nurses);
    PurposeSet officers{Purpose::TenancySupport};
    officers.add(Purpose::Safeguarding);
    officers.add(Purpose::AgreedReferral);
    EXPECT_EQ(forces.purposesOf({AgencyId{"housing"}, WorkerId{"W028"}, "housing officer", {}}, AgencyId{"council"}),
              officers);
    EXPECT_EQ(forces.purposesOf({AgencyId{"stranger"}, WorkerId{"W1"}, "community nurse", {}}, AgencyId{"council"}),
              PurposeSet{});
    PurposeSet own{Purpose::DirectCare};
    own.add(Purpose::Safeguarding);
    EXPECT_EQ(forces.purposesOf(assessor, AgencyId{"council"}), own);
}

} // namespace
} // namespace frontsheet::sharing
