#include "core/domain/schema/registration.h"
#include "core/domain/sharing/agreement_matrix.h"
#include "core/domain/sharing/canonical_agreement.h"
#include "core/domain/sharing/version_comparison.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"
#include "tests/core/domain/sharing/random_sharing.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace frontsheet::sharing {
namespace {

const AgencyId kCouncil{"council"};
const AgencyId kTrust{"community_trust"};

class VersionComparisonTest : public testing::Test {
protected:
    VersionComparisonTest() : before(shipped("two-party")), after(before) { ++after.version; }

    static Agreement shipped(std::string_view name) {
        CheckAgainst against;
        against.now = kFridayMorning;
        return readAgreement(shippedAgreement(name), against).agreement.value();
    }
    static Clause& clause(Agreement& agreement, std::string_view id) {
        return *std::find_if(agreement.clauses.begin(), agreement.clauses.end(),
                             [&](const Clause& c) { return c.id == id; });
    }
    [[nodiscard]] std::vector<std::string> said(const PeopleConcerned& people = {}) const {
        std::vector<std::string> out;
        for (const auto& difference : compareVersions(before, after, people)) {
            out.push_back(describe(difference));
        }
        return out;
    }
    using Said = std::vector<std::string>;

    Agreement before;
    Agreement after;
};

TEST_F(VersionComparisonTest, TheSameTermsDifferInNothing) {
    EXPECT_EQ(said(), Said{});
    std::reverse(after.clauses.begin(), after.clauses.end());
    clause(after, "C1").words = "said otherwise";
    EXPECT_EQ(said(), Said{});
}

TEST_F(VersionComparisonTest, ANewCategoryWidensAndAnOldOneTakenAwayNarrows) {
    clause(after, "T2").categories.push_back(Category::MentalHealth);
    EXPECT_EQ(said(), (Said{"widens: for community nurse of community_trust, for direct care and support, "
                            "mental-health of council is released (care team; unless the person objects)"}));
    std::swap(before, after);
    EXPECT_EQ(said(), (Said{"narrows: for community nurse of community_trust, for direct care and support, "
                            "mental-health of council no longer is released (care team; unless the person objects)"}));
}

TEST_F(VersionComparisonTest, EachTermIsWeighedByItself) {
    auto& notes = clause(after, "C4");
    notes.relationships = RelationshipSet{Relationship::CareTeam} | Relationship::Duty;
    notes.permission = PermissionMode::ObjectionHonoured;
    notes.lease = {12, 24};
    const std::string who = "for social work assessor of council, for direct care and support, contact-note of "
                            "community_trust ";
    EXPECT_EQ(said(), (Said{"widens: " + who + "is released for one more reason: on duty",
                            "widens: " + who + "is released unless the person objects, no longer if the person permits",
                            "narrows: " + who + "is kept without contact for 12 to 24 hours, no longer 24 to 72"}));
    after = before;
    auto& who_is_who = clause(after, "C1");
    who_is_who.choice = FieldChoice::Only;
    who_is_who.only = {{RecordType::Registration, registration::kFamilyName.tag}};
    ASSERT_EQ(said().size(), 1U);
    EXPECT_EQ(said()[0].find("narrows"), 0U);
    before = after;
    clause(after, "C1").only.push_back({RecordType::Registration, registration::kPhone.tag});
    ASSERT_EQ(said().size(), 1U);
    EXPECT_NE(said()[0].find("is released in more fields: registration.phone"), std::string::npos) << said()[0];
}

TEST_F(VersionComparisonTest, WhatIsAlikeIsSaidOnceAndExactly) {
    before = shipped("locality-partnership");
    after = before;
    clause(after, "HO3").categories.push_back(Category::FunctionalAssessment);
    ASSERT_EQ(said().size(), 1U);
    EXPECT_EQ(said()[0],
              "widens: for housing officer of housing, for support with a tenancy, functional-assessment of every "
              "partner is released (care team; if the person permits)");
    // A GP practice does not receive from itself: each of three has all others as its partners.
    after = before;
    clause(after, "GP3").relationships = Relationship::PracticeList;
    const auto differences =
        compareVersions(before, after, [](const AgencyId&, const AgencyId&, const std::string&, RelationshipSet) {
            return std::size_t{1};
        });
    ASSERT_EQ(differences.size(), 2U);
    for (const auto& difference : differences) {
        EXPECT_EQ(difference.receivers.size(), 3U);
        EXPECT_TRUE(difference.homes.empty());
        EXPECT_EQ(difference.people, 3U * 8U);
    }
    // Of some homes alone they are named.
    after = before;
    clause(after, "GP3").anyHome = Homes::Named;
    clause(after, "GP3").homes = {kCouncil, kTrust};
    for (const auto& difference : compareVersions(before, after, {})) {
        EXPECT_EQ(difference.direction, Direction::Narrows);
        EXPECT_EQ(difference.receivers.size(), 1U);
        EXPECT_EQ(difference.homes.size(), 6U); // the other eight without these two
    }
}

TEST_F(VersionComparisonTest, ItSaysForHowManyPeople) {
    clause(after, "T2").categories.push_back(Category::MentalHealth);
    const auto counted = said([](const AgencyId& home, const AgencyId& receiver, const std::string& role,
                                 RelationshipSet by) -> std::optional<std::size_t> {
        EXPECT_EQ(home, kCouncil);
        EXPECT_EQ(receiver, kTrust);
        EXPECT_EQ(role, "community nurse");
        EXPECT_EQ(by, RelationshipSet{Relationship::CareTeam});
        return 41;
    });
    ASSERT_EQ(counted.size(), 1U);
    EXPECT_TRUE(counted[0].ends_with(". 41 people")) << counted[0];
}

TEST_F(VersionComparisonTest, AHomeNeedsBothSignaturesToWidenAndItsOwnToNarrow) {
    const std::vector<AgencyId> both{kCouncil, kTrust};
    // The first version: whoever has signed.
    EXPECT_EQ(activationFor(kCouncil, nullptr, {}, after, both).bound, (std::vector<AgencyId>{kTrust, kCouncil}));
    EXPECT_EQ(activationFor(kCouncil, nullptr, {}, after, {kCouncil}).missing, std::vector<AgencyId>{kTrust});
    EXPECT_EQ(activationFor(kCouncil, nullptr, {}, after, {kTrust}).missing, std::vector<AgencyId>{kCouncil});
    EXPECT_TRUE(activationFor(kCouncil, nullptr, {}, after, {kTrust}).bound.empty());
    // Narrowing what the trust receives of the council: the council alone.
    clause(after, "T2").permission = PermissionMode::PermissionRequired;
    auto activation = activationFor(kCouncil, &before, both, after, {kCouncil});
    EXPECT_EQ(activation.bound, (std::vector<AgencyId>{kTrust, kCouncil}));
    EXPECT_TRUE(activation.missing.empty());
    // Not for a trust that never signed anything.
    EXPECT_EQ(activationFor(kCouncil, &before, {kCouncil}, after, {kCouncil}).missing, std::vector<AgencyId>{kTrust});
    // Widening it beside: both.
    clause(after, "T1").access = Access::Contribute;
    EXPECT_EQ(activationFor(kCouncil, &before, both, after, {kCouncil}).missing, std::vector<AgencyId>{kTrust});
    EXPECT_TRUE(activationFor(kCouncil, &before, both, after, both).missing.empty());
    // What the council would receive of the trust is the trust's to activate.
    after = before;
    clause(after, "C1").access = Access::Contribute;
    EXPECT_TRUE(activationFor(kCouncil, &before, both, after, {kCouncil}).missing.empty());
    EXPECT_EQ(activationFor(kTrust, &before, both, after, {kTrust}).missing, std::vector<AgencyId>{kCouncil});
    // Holding longer is widening all of it.
    after = before;
    after.expires = after.expires + std::chrono::hours{24};
    EXPECT_EQ(activationFor(kCouncil, &before, both, after, {kCouncil}).missing, std::vector<AgencyId>{kTrust});
}

// Drawn at random: one term of one clause changes. Where the comparison sees nothing widened, no decision is wider.
TEST(VersionComparison, WhatItCallsNarrowerReleasesNoMore) {
    int narrowed = 0;
    int widened = 0;
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
        RandomSharing random(seed);
        const RandomCase one = random.next();
        const auto before = one.decided();
        if (before.clause.clause == kNoClause) {
            continue;
        }
        // The clause by which it was decided, so that most changes tell.
        const auto told = naive::inWords(before, one.type, one.compiled());
        RandomCase other = one;
        const auto at = std::find_if(other.agreements.begin(), other.agreements.end(),
                                     [&](const auto& active) { return active.agreement.id == told.agreement; });
        Agreement& changed = at->agreement;
        Clause& clause = *std::find_if(changed.clauses.begin(), changed.clauses.end(),
                                       [&](const Clause& c) { return c.id == told.clause; });
        switch (random.below(6)) {
        case 0:
            clause.relationships = RelationshipSet::ofBits(static_cast<std::uint8_t>(random.below(16)));
            break;
        case 1:
            clause.permission = static_cast<PermissionMode>(1 + random.below(3));
            break;
        case 2:
            clause.access = static_cast<Access>(1 + random.below(2));
            break;
        case 3:
            clause.choice = static_cast<FieldChoice>(1 + random.below(3));
            break;
        case 4:
            clause.categories.resize(random.below(clause.categories.size() + 1));
            break;
        default:
            clause.furtherRelease = static_cast<FurtherRelease>(1 + random.below(2));
            break;
        }
        const auto& original = one.agreements[static_cast<std::size_t>(at - other.agreements.begin())].agreement;
        const auto differences = compareVersions(original, changed, {});
        const bool anyWider = std::any_of(differences.begin(), differences.end(), [](const Difference& difference) {
            return difference.direction == Direction::Widens;
        });
        const auto after = other.decided();
        if (!anyWider) {
            EXPECT_TRUE(after.fields.isWithin(before.fields)) << "seed " << seed;
            EXPECT_TRUE(!after.mayContribute() || before.mayContribute()) << "seed " << seed;
            EXPECT_TRUE(after.furtherRelease == FurtherRelease::NotAllowed ||
                        before.furtherRelease == FurtherRelease::Allowed)
                << "seed " << seed;
            narrowed += before == after ? 0 : 1;
        } else {
            widened += before == after ? 0 : 1;
        }
    }
    EXPECT_GT(narrowed, 50);
    EXPECT_GT(widened, 20);
}

TEST_F(VersionComparisonTest, TheCanonicalFormIsTheMeaningAndNothingElse) {
    Agreement turned = before;
    std::reverse(turned.clauses.begin(), turned.clauses.end());
    std::reverse(turned.parties.begin(), turned.parties.end());
    std::reverse(turned.clauses[0].categories.begin(), turned.clauses[0].categories.end());
    EXPECT_EQ(canonicalForm(before), canonicalForm(turned));
    // Every property is in it.
    const auto differs = [&](auto change) {
        Agreement changed = before;
        change(changed);
        EXPECT_NE(canonicalForm(before), canonicalForm(changed));
    };
    differs([](Agreement& a) { a.version = 9; });
    differs([](Agreement& a) { a.title += "."; });
    differs([](Agreement& a) { a.dpia += "."; });
    differs([](Agreement& a) { a.rights += "."; });
    differs([](Agreement& a) { a.breach += "."; });
    differs([](Agreement& a) { a.ending += "."; });
    differs([](Agreement& a) { a.retention += "."; });
    differs([](Agreement& a) { a.effective.ms += 1; });
    differs([](Agreement& a) { a.review.ms += 1; });
    differs([](Agreement& a) { a.expires = {}; });
    differs([](Agreement& a) { a.form = AgreementForm::OwnAgencyPolicy; });
    differs([](Agreement& a) { a.parties[0].kind = AgencyKind::Housing; });
    differs([](Agreement& a) { a.parties[0].role = ControllerRole::Joint; });
    differs([](Agreement& a) { a.parties[0].contactEmail = ""; });
    differs([](Agreement& a) { a.parties[0].processorFor = {kTrust}; });
    differs([](Agreement& a) { a.roles[0].duty = ConfidentialityDuty::Contract; });
    differs([](Agreement& a) { a.roles[0].audit = AuditRole::Yes; });
    differs([](Agreement& a) { a.purposes[0].article6.clear(); });
    differs([](Agreement& a) { a.purposes[0].confidentiality.push_back(ConfidentialityBasis::Statute); });
    differs([](Agreement& a) { a.clauses[0].anyHome = Homes::Named; });
    differs([](Agreement& a) { a.clauses[0].homes = {kTrust}; });
    differs([](Agreement& a) { a.clauses[0].roles.push_back("GP"); });
    differs([](Agreement& a) { a.clauses[0].categories.pop_back(); });
    differs([](Agreement& a) { a.clauses[0].purpose = Purpose::Safeguarding; });
    differs([](Agreement& a) { a.clauses[0].choice = FieldChoice::Nothing; });
    differs([](Agreement& a) { a.clauses[0].only = {{RecordType::Registration, registration::kPhone.tag}}; });
    differs([](Agreement& a) { a.clauses[0].relationships = Relationship::NoneNeeded; });
    differs([](Agreement& a) { a.clauses[0].permission = PermissionMode::NotNeeded; });
    differs([](Agreement& a) { a.clauses[0].access = Access::Contribute; });
    differs([](Agreement& a) { a.clauses[0].lease.softHours += 1; });
    differs([](Agreement& a) { a.clauses[0].lease.hardHours += 1; });
    differs([](Agreement& a) { a.clauses[0].whenWithheld = WhenWithheld::Silent; });
    differs([](Agreement& a) { a.clauses[0].furtherRelease = FurtherRelease::Allowed; });
    // Words cannot be moved from one property into the next.
    Agreement left = before;
    left.rights = "a 1:b";
    left.breach = "c";
    Agreement right = before;
    right.rights = "a";
    right.breach = "b 1:c";
    EXPECT_NE(canonicalForm(left), canonicalForm(right));
}

TEST_F(VersionComparisonTest, AStatementSaysWhatWhichByWhomAndWhen) {
    const SignedStatement statement{SignedAct::Suspend, "locality",     3,  "hash", kCouncil,
                                    {"C2", "C1"},       kFridayMorning, "s"};
    EXPECT_EQ(statementBytes(statement),
              "frontsheet agreement statement 1\n"
              "statement 1:2 8:locality 1:3 4:hash 7:council 1:2 2:C1 2:C2 13:1795165200000\n");
}

TEST_F(VersionComparisonTest, TheMatrixSaysEachRolesTermsInWords) {
    const auto rows = matrixOf(before);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].role->name, "community nurse");
    EXPECT_EQ(rows[1].entries.size(), 11U);
    EXPECT_TRUE(std::is_sorted(rows[1].entries.begin(), rows[1].entries.end(),
                               [](const auto& a, const auto& b) { return a.category < b.category; }));
    EXPECT_EQ(
        inWords(clause(before, "C3")),
        "reads and adds (care team or referral addressed to them), unless the person objects, for direct care and "
        "support; kept 72 to 168 hours without contact; said when withheld");
    const auto text = describe(before);
    for (const auto* line : {"\n  contact-note          R?   R?\n", "\n  finance               .    .\n",
                             "\n  referral              A-   A-\n", "ask information governance lead, 01632 960900"}) {
        EXPECT_NE(text.find(line), std::string::npos) << line << "\nin\n" << text;
    }
}

} // namespace
} // namespace frontsheet::sharing
