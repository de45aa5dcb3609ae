// Person links, care-team memberships and received copies.
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"
#include "tests/core/domain/rules_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class LinkRules : public RulesFixture {
protected:
    [[nodiscard]] Intent decided(const Record& link, const std::string& state, const Principal& by) {
        return edited(link, [&](FieldSet& f) {
            f.put(person_link::kState, state);
            f.put(person_link::kBasis, "confirmed-by-worker"s);
            f.put(person_link::kDecidedBy, by.worker);
        });
    }
    [[nodiscard]] Record link(const std::string& state) {
        return sampleLink(ids, "community_trust", edith, "council", arthur, state);
    }
};

TEST_F(LinkRules, AStatementMovesAlongItsArrowsOnly) {
    const std::vector<std::string> states{"proposed", "stated", "refused", "withdrawn"};
    const std::set<std::pair<std::string, std::string>> arrows{{"proposed", "stated"},
                                                               {"proposed", "refused"},
                                                               {"stated", "withdrawn"},
                                                               {"refused", "stated"},
                                                               {"withdrawn", "stated"}};
    for (const auto& from : states) {
        for (const auto& to : states) {
            if (from != to) {
                const auto record = link(from);
                EXPECT_EQ(ask(nurse, record, decided(record, to, nurse)).has_value(), arrows.contains({from, to}))
                    << from << " to " << to;
            }
        }
    }
}

TEST_F(LinkRules, WhoDecidesIsNamed) {
    const auto record = link("proposed");
    EXPECT_EQ(refusal(nurse, record, decided(record, "stated", colleague)), ErrorCode::Missing);
    const auto nameless = edited(record, [](FieldSet& f) {
        f.put(person_link::kState, "refused"s);
        f.put(person_link::kBasis, "confirmed-by-worker"s);
    });
    EXPECT_EQ(refusal(nurse, record, nameless), ErrorCode::Missing);
}

TEST_F(LinkRules, AWorkersDecisionIsNeverCalledCertain) {
    // From a stolen tablet, say: two strangers made one, and nobody named for it.
    EXPECT_EQ(refusal(nurse, std::nullopt, creation(nurse, RecordType::PersonLink, link("stated").fields)),
              ErrorCode::Missing);
    auto named = link("stated").fields;
    named.put(person_link::kDecidedBy, nurse.worker);
    EXPECT_EQ(refusal(nurse, std::nullopt, creation(nurse, RecordType::PersonLink, named)), ErrorCode::NotPermitted);
    named.put(person_link::kBasis, "confirmed-by-worker"s);
    EXPECT_TRUE(ask(nurse, std::nullopt, creation(nurse, RecordType::PersonLink, named)));
}

TEST_F(LinkRules, WhatMatchingStatedIsWithdrawnByNameOnly) {
    const auto record = link("stated");
    EXPECT_EQ(refusal(nurse, record, edited(record, [](FieldSet& f) { f.put(person_link::kState, "withdrawn"s); })),
              ErrorCode::Missing);
    EXPECT_TRUE(ask(nurse, record, decided(record, "withdrawn", nurse)));
}

TEST_F(LinkRules, NobodyIsNamedForAnothersDecision) {
    auto record = link("stated");
    record.fields.put(person_link::kDecidedBy, nurse.worker);
    record.fields.put(person_link::kBasis, "confirmed-by-worker"s);
    const auto blamed = edited(record, [&](FieldSet& f) { f.put(person_link::kDecidedBy, colleague.worker); });
    EXPECT_EQ(refusal(nurse, record, blamed), ErrorCode::Immutable);
    const auto washed = edited(record, [](FieldSet& f) { f.put(person_link::kBasis, "certain"s); });
    EXPECT_EQ(refusal(nurse, record, washed), ErrorCode::Immutable);
}

TEST_F(LinkRules, AStatementAboutSomebodyElseIsAnotherStatement) {
    const auto record = link("stated");
    const auto other = edited(record, [&](FieldSet& f) { f.put(person_link::kOther, ids.timeOrdered<PersonId>(now)); });
    EXPECT_EQ(refusal(nurse, record, other), ErrorCode::Immutable);
    EXPECT_EQ(refusal(nurse, std::nullopt,
                      creation(nurse, RecordType::PersonLink,
                               sampleLink(ids, "community_trust", edith, "council", edith).fields)),
              ErrorCode::Malformed)
        << "with oneself";
    auto nobody = link("stated").fields;
    nobody.erase(person_link::kOther.tag);
    EXPECT_EQ(refusal(nurse, std::nullopt, creation(nurse, RecordType::PersonLink, nobody)), ErrorCode::Missing);
    EXPECT_EQ(refusal(nurse, std::nullopt, creation(nurse, RecordType::PersonLink, link("withdrawn").fields)),
              ErrorCode::WrongState);
}

TEST_F(LinkRules, OnlyTheAgencyThatStatesALinkDecidesOnIt) {
    const auto record = link("proposed");
    EXPECT_EQ(refusal(assessor, record, decided(record, "stated", assessor), {true, true}), ErrorCode::NotPermitted);
}

TEST_F(LinkRules, AMembershipIsOneWorkersAndStaysTheirs) {
    const auto record = sampleMembership(ids, "community_trust", edith, "council", "W001");
    EXPECT_TRUE(ask(nurse, record, edited(record, [&](FieldSet& f) { f.put(care_team::kUntil, now); })));
    const auto handed = edited(record, [](FieldSet& f) { f.put(care_team::kWorker, WorkerId{"W028"}); });
    EXPECT_EQ(refusal(nurse, record, handed), ErrorCode::Immutable);
    const auto agency = edited(record, [](FieldSet& f) { f.put(care_team::kAgency, AgencyId{"housing"}); });
    EXPECT_EQ(refusal(nurse, record, agency), ErrorCode::Immutable);
    FieldSet nobody;
    nobody.put(care_team::kAgency, AgencyId{"council"});
    EXPECT_EQ(refusal(nurse, std::nullopt, creation(nurse, RecordType::CareTeamMembership, nobody)),
              ErrorCode::Missing);
    // Nobody puts themselves on another agency's care team.
    EXPECT_EQ(
        refusal(officer, record, edited(record, [&](FieldSet& f) { f.put(care_team::kUntil, now); }), {true, true}),
        ErrorCode::NotPermitted);
}

TEST_F(LinkRules, AReceivedCopyIsKeptAsReceived) {
    FieldSet f;
    f.put(received_copy::kReferral, ids.random<RecordId>());
    EXPECT_EQ(refusal(assessor, std::nullopt, creation(assessor, RecordType::ReceivedCopy, f)), ErrorCode::Missing);
    f.put(received_copy::kFromAgency, AgencyId{"community_trust"});
    f.put(received_copy::kNeed, "Assessment"s);
    const auto record = taken(assessor, std::nullopt, creation(assessor, RecordType::ReceivedCopy, f));
    EXPECT_EQ(refusal(assessor, record, edited(record, [](FieldSet& c) { c.put(received_copy::kNeed, "Other"s); })),
              ErrorCode::Immutable);
}

} // namespace
} // namespace frontsheet
