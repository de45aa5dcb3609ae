#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/compiled_agreement.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace frontsheet::sharing {
namespace {

Agreement small() {
    Agreement agreement;
    agreement.id = "pair";
    for (const auto& [code, kind] :
         {std::pair{"council", AgencyKind::Council}, {"trust", AgencyKind::CommunityTrust}}) {
        Party party;
        party.agency = AgencyId{code};
        party.kind = kind;
        agreement.parties.push_back(party);
    }
    agreement.roles.push_back({"nurse", AgencyKind::CommunityTrust, ConfidentialityDuty::Professional, AuditRole::No});
    Clause clause;
    clause.id = "N1";
    clause.anyHome = Homes::Any;
    clause.receiverKind = AgencyKind::CommunityTrust;
    clause.roles = {"nurse"};
    clause.categories = {Category::Alerts, Category::Wishes};
    clause.choice = FieldChoice::AllOfCategory;
    clause.relationships = Relationship::CareTeam;
    agreement.clauses.push_back(clause);
    return agreement;
}

ErrorCode refusal(Agreement agreement) {
    const auto compiled = CompiledAgreement::of(std::move(agreement), {});
    return compiled ? ErrorCode{} : compiled.error().code;
}

TEST(CompiledAgreement, TwoClausesForOneCellAreAContradiction) {
    Agreement agreement = small();
    EXPECT_EQ(refusal(agreement), ErrorCode{});
    agreement.clauses.push_back(agreement.clauses[0]);
    agreement.clauses[1].id = "N2";
    const auto compiled = CompiledAgreement::of(agreement, {});
    ASSERT_FALSE(compiled);
    EXPECT_EQ(compiled.error().code, ErrorCode::Conflict);
    EXPECT_EQ(compiled.error().context, "clauses N1 and N2 cover the same cell");
    agreement.clauses[1].categories = {Category::Housing};
    EXPECT_EQ(refusal(agreement), ErrorCode{});
    agreement.clauses[1].categories = {Category::Alerts};
    agreement.clauses[1].purpose = Purpose::Safeguarding;
    EXPECT_EQ(refusal(agreement), ErrorCode{});
    // A clause for one home beside one for any: the home's cell is covered twice.
    agreement.clauses[1].purpose = Purpose::DirectCare;
    agreement.clauses[1].anyHome = Homes::Named;
    agreement.clauses[1].homes = {AgencyId{"council"}};
    EXPECT_EQ(refusal(agreement), ErrorCode::Conflict);
}

TEST(CompiledAgreement, WhatNamesSomethingThatIsNotThereIsRefused) {
    Agreement agreement = small();
    agreement.clauses[0].anyHome = Homes::Named;
    agreement.clauses[0].homes = {AgencyId{"housing"}};
    EXPECT_EQ(refusal(agreement), ErrorCode::Missing);
    agreement = small();
    agreement.clauses[0].choice = FieldChoice::Only;
    agreement.clauses[0].only = {{RecordType::Registration, FieldTag{900}}};
    EXPECT_EQ(refusal(agreement), ErrorCode::Missing);
    agreement = small();
    agreement.clauses[0].categories = {static_cast<Category>(200)};
    EXPECT_EQ(refusal(agreement), ErrorCode::InvalidArgument);
    agreement = small();
    agreement.clauses[0].purpose = static_cast<Purpose>(9);
    EXPECT_EQ(refusal(agreement), ErrorCode::InvalidArgument);
    agreement = small();
    agreement.clauses[0].receivers = Receivers::OwnAgency;
    EXPECT_EQ(refusal(agreement), ErrorCode::InvalidArgument);
    agreement = small();
    agreement.clauses.resize(kMaxClauses + 1, agreement.clauses[0]);
    EXPECT_EQ(refusal(agreement), ErrorCode::TooLarge);
}

TEST(CompiledAgreement, AHomeHasOneVersionOfEach) {
    std::vector<CompiledAgreement> twice;
    twice.push_back(CompiledAgreement::of(small(), {}).value());
    twice.push_back(CompiledAgreement::of(small(), {}).value());
    EXPECT_EQ(AgreementsInForce::of(std::move(twice)).error().code, ErrorCode::Duplicate);
}

TEST(FieldMask, EveryFieldOfEveryTypeHasItsBitInOneGroup) {
    for (const auto& schema : allSchemas()) {
        ASSERT_LE(schema.fields.size(), kMaxFieldsOfType) << schema.name;
        const TypeFields* type = typeFieldsOf(schema.type);
        ASSERT_NE(type, nullptr) << schema.name;
        EXPECT_EQ(type->all.count(), static_cast<int>(schema.fields.size()));
        ASSERT_FALSE(type->groups.empty());
        EXPECT_EQ(type->groups[0].category, schema.category);
        FieldMask seen;
        for (const auto& group : type->groups) {
            EXPECT_TRUE((seen & group.fields).empty());
            seen = seen | group.fields;
        }
        EXPECT_EQ(seen, type->all);
        for (std::size_t at = 0; at < schema.fields.size(); ++at) {
            EXPECT_EQ(bitOf(schema.type, schema.fields[at].tag), at);
            const auto category = schema.fields[at].category;
            EXPECT_TRUE(std::any_of(type->groups.begin(), type->groups.end(), [&](const FieldGroup& group) {
                return group.category == category && group.fields.has(at);
            })) << schema.fields[at].name;
        }
    }
    EXPECT_EQ(typeFieldsOf(static_cast<RecordType>(63)), nullptr);
    EXPECT_EQ(typeFieldsOf(static_cast<RecordType>(65535)), nullptr);
}

TEST(FieldMask, BitsBeyondTheFirstWordAreBitsToo) {
    const auto far = FieldMask::bit(64) | FieldMask::bit(127);
    EXPECT_EQ(far.count(), 2);
    EXPECT_TRUE(far.has(127));
    EXPECT_FALSE(far.has(63));
    EXPECT_EQ(far.without(FieldMask::bit(64)), FieldMask::bit(127));
    EXPECT_FALSE(far.isWithin(FieldMask::bit(64)));
}

// The words are in signed texts: the schema's, and ours, may never part.
TEST(AgreementWords, CategoriesAreCalledAsInTheSchemaAndAllAreThere) {
    EXPECT_EQ(words<Category>().size(), static_cast<std::size_t>(Category::Directory));
    for (const auto& entry : words<Category>()) {
        EXPECT_EQ(entry.word, name(entry.value));
        EXPECT_EQ(fromWord<Category>(entry.word), entry.value);
    }
    EXPECT_EQ(words<Purpose>().size(), kPurposes);
    EXPECT_EQ(fromWord<Category>("mental-helth"), std::nullopt);
}

} // namespace
} // namespace frontsheet::sharing
