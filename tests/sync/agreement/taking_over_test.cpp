// The agreements in the place of the rule in use (decision 042): what changes for whom, on records as they are stored.
#include "core/domain/decision.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/readership.h"
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
        const RecordView view(record, who, relationships);
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

// Whatever the person says, a worker may tell the council's safeguarding contact; exactly that, and exactly them.
TEST_F(TakingOver, ASafeguardingConcernReachesWhomItIsAddressedToDespiteAnObjectionAndNothingElseDoes) {
    PermissionStatement no; // to everybody, about everything
    no.askedAt = kFridayMorning;
    const std::vector<PermissionStatement> said{no};
    const auto asked = [&](const Principal& who, const Record& record, Relationships relationships) {
        const RecordView view(record, who, relationships);
        const Viewer viewer{who, forces.purposesOf(who, record.home), relationshipSet(relationships)};
        return decide(viewer, view.facts(), forces, said, kFridayMorning);
    };
    Record concern = sampleRegistration(ids, "housing", ids.timeOrdered<PersonId>(kFridayMorning));
    const Record registration = concern;
    concern.type = RecordType::Referral;
    concern.category = Category::Safeguarding;
    concern.fields = {};
    concern.fields.put(referral::kNeed, "Bruises on both arms"s);
    concern.fields.put(referral::kToAgency, assessor.agency);
    concern.fields.put(referral::kToWorker, assessor.worker);
    concern.fields.put(referral::kDespiteObjection, "She may be hurt again"s);
    const Relationships addressed{false, true};
    const auto sent = asked(assessor, concern, addressed);
    EXPECT_TRUE(sent.releases());
    EXPECT_TRUE(sent.mayContribute()) << "it must be acknowledged";
    const auto got = redact(concern, sent);
    EXPECT_EQ(got.fields, concern.fields) << "the reason for overruling her is theirs to read, too";
    EXPECT_FALSE(asked(colleague, concern, {}).releases()) << "not to the whole council";
    EXPECT_FALSE(asked(nurse, concern, {false, true}).releases()) << "not to a nurse whom another referral names";
    EXPECT_TRUE(asked(nurse, concern, {true, false}).releases())
        << "who goes into her home hears of it, by a clause of theirs";
    EXPECT_FALSE(asked(assessor, registration, addressed).releases()) << "nothing else of her";
    Record plain = concern;
    plain.category = Category::Referral;
    EXPECT_EQ(asked(assessor, plain, addressed).reason, Reason::Objection);
}

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
            const bool draft = RecordView(record, assessor, {}).facts().standing == Standing::Draft;
            EXPECT_EQ(now(assessor, record, {}).releases(), draft); // its author's
            EXPECT_FALSE(now(colleague, record, {}).releases());
        }
    }
}

TEST_F(TakingOver, ARoleActsForWhatItsClausesAreFor) {
    PurposeSet nurses{Purpose::DirectCare};
    nurses.add(Purpose::Safeguarding);
    nurses.add(Purpose::Emergency); // what it opens waits for emergency access
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
    own.add(Purpose::Emergency);
    EXPECT_EQ(forces.purposesOf(assessor, AgencyId{"council"}), own);
}

class WhoWillSeeThis : public TakingOver {
protected:
    [[nodiscard]] Readership of(const std::string& agency, const std::string& role) const {
        const AgencyId home{"council"};
        const WorkerId author{"W001"};
        const RecordFacts note{home, RecordType::ContactNote, category, {}, {}, home, author, readers};
        for (auto& one : readershipOf(note, forces, said, kFridayMorning)) {
            if (one.agency.str() == agency && one.role == role) {
                return one;
            }
        }
        ADD_FAILURE() << "no " << role << " of " << agency;
        return {};
    }

    Category category = Category::ContactNote;
    std::vector<NamedReader> readers;
    std::vector<PermissionStatement> said;
};

TEST_F(WhoWillSeeThis, ChangesWithTheCategory) {
    EXPECT_EQ(of("community_trust", "community nurse").extent, Extent::Whole);
    EXPECT_EQ(of("community_trust", "community nurse").by, RelationshipSet{Relationship::CareTeam});
    EXPECT_EQ(of("gp_Y99001", "GP").by,
              RelationshipSet{Relationship::CareTeam} | RelationshipSet{Relationship::PracticeList});
    EXPECT_EQ(of("housing", "housing officer").extent, Extent::Nothing);
    EXPECT_EQ(of("housing", "housing officer").reason, Reason::NoClause);
    EXPECT_EQ(of("council", "social work assessor").access, Access::Contribute);
    category = Category::MentalHealth;
    EXPECT_EQ(of("community_trust", "community nurse").reason, Reason::NoPermission);
    EXPECT_EQ(of("mental_health_trust", "key worker").extent, Extent::Whole);
    category = Category::CarerPrivate;
    for (const auto* role : {"community nurse", "physiotherapist"}) {
        EXPECT_EQ(of("community_trust", role).reason, Reason::CarerPrivate);
    }
    EXPECT_EQ(of("council", "social work assessor").by, RelationshipSet{Relationship::CareTeam});
    EXPECT_EQ(of("council", "team manager").extent, Extent::Nothing);
}

TEST_F(WhoWillSeeThis, ChangesWithReadersAndWithWhatThePersonSays) {
    PermissionStatement objection;
    objection.receiver = AgencyId{"community_trust"};
    said = {objection};
    EXPECT_EQ(of("community_trust", "community nurse").reason, Reason::Objection);
    EXPECT_EQ(of("gp_Y99001", "GP").extent, Extent::Whole);
    said.clear();
    readers = {{AgencyId{"gp_Y99001"}, WorkerId{"W020"}}};
    EXPECT_EQ(of("community_trust", "community nurse").reason, Reason::NotNamedReader);
    EXPECT_EQ(of("council", "social work assessor").reason, Reason::NotNamedReader);
    EXPECT_EQ(of("gp_Y99001", "GP").extent, Extent::Whole);
    EXPECT_EQ(of("gp_Y99002", "GP").extent, Extent::Nothing);
}

// Nobody more and nobody fewer than the decision lets read.
TEST_F(WhoWillSeeThis, IsWhatIsDecidedThen) {
    for (const auto& record : records) {
        const RecordView view(record, nurse, {});
        if (view.facts().standing == Standing::Draft) {
            continue; // nobody's yet
        }
        for (const auto& one : readershipOf(view.facts(), forces, {}, kFridayMorning)) {
            const Principal who{one.agency, WorkerId{"W999"}, one.role, {}};
            for (const auto relationship : {Relationship::CareTeam, Relationship::PracticeList, Relationship::Duty}) {
                auto facts = view.facts();
                if (record.type == RecordType::Referral) {
                    facts.addressing = Addressing::ToOthers;
                }
                const bool releases =
                    decide({who, PurposeSet::all(), relationship}, facts, forces, {}, kFridayMorning).releases();
                EXPECT_EQ(releases, one.by.has(relationship)) << one.role << " " << static_cast<int>(record.type);
            }
        }
    }
}

} // namespace
} // namespace frontsheet::sharing
