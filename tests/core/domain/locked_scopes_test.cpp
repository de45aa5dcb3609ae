// What a device may show of what it holds, by how long ago each home answered.
#include "core/base/id_source.h"
#include "core/domain/locked_scopes.h"
#include "core/domain/schema/contact_note.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

const AgencyId kTrust{"community_trust"};
const AgencyId kCouncil{"council"};
constexpr WallTime kMonday{1'795'424'400'000};

class Locked : public ::testing::Test {
protected:
    SeededIdSource m_ids{82};
    Principal m_nurse{kTrust, WorkerId{"W012"}, "community nurse", {}};
    PersonId m_edith = m_ids.random<PersonId>();
    PersonId m_arthur = m_ids.random<PersonId>();

    Record note(const PersonId& person, Category category = Category::ContactNote) {
        Record out;
        out.id = m_ids.random<RecordId>();
        out.type = RecordType::ContactNote;
        out.home = kCouncil;
        out.authorAgency = kCouncil;
        out.author = WorkerId{"W001"};
        out.person = person;
        out.category = category;
        out.version.n = 1;
        return out;
    }
    [[nodiscard]] LockedScopes after(milliseconds without, std::vector<LeasedScope> scopes,
                                     Contactable reach = Contactable::Nobody) const {
        LockedScopes out{m_nurse};
        out.add(kCouncil, kMonday, scopes, without, reach);
        return out;
    }
};

TEST_F(Locked, WhatOneScopeCoversFollowsItsLimits) {
    const std::vector<LeasedScope> scopes{{Scope::ofPerson(m_edith, Category::ContactNote), {48, 168}},
                                          {Scope::ofPerson(m_arthur, Category::ContactNote), {}}};
    const auto state = [&](hours time, const PersonId& person, Contactable reach = Contactable::Nobody) {
        return after(time, scopes, reach).stateOf(note(person), OwnEdits::None);
    };
    EXPECT_EQ(state(hours{47}, m_edith), LeaseState::Open);
    EXPECT_TRUE(after(hours{47}, scopes).empty());
    EXPECT_EQ(state(hours{48}, m_edith), LeaseState::ReasonNeeded);
    EXPECT_EQ(state(hours{48}, m_edith, Contactable::OwnServer), LeaseState::Open);
    EXPECT_EQ(state(hours{168}, m_edith), LeaseState::Hidden);
    EXPECT_EQ(state(hours{168}, m_edith, Contactable::OwnServer), LeaseState::Hidden);
    EXPECT_EQ(state(hours{1000}, m_arthur), LeaseState::Open) << "no limit";
}

TEST_F(Locked, OfTwoScopesTheMoreGenerousCounts) {
    const auto locked = after(hours{180}, {{Scope::ofPerson(m_edith, Category::ContactNote), {48, 168}},
                                           {Scope::everyone(Category::ContactNote), {24, 200}}});
    EXPECT_EQ(locked.stateOf(note(m_edith), OwnEdits::None), LeaseState::ReasonNeeded);
    // A limit that one has and the other has not is not taken from the one and the other by halves.
    const auto mixed = after(hours{180}, {{Scope::ofPerson(m_edith, Category::ContactNote), {0, 168}},
                                          {Scope::everyone(Category::ContactNote), {24, 200}}});
    EXPECT_EQ(mixed.stateOf(note(m_edith), OwnEdits::None), LeaseState::ReasonNeeded);
}

TEST_F(Locked, AnotherHomesSilenceAndAnotherCategoryAreNothingToIt) {
    const auto locked = after(hours{200}, {{Scope::ofPerson(m_edith, Category::ContactNote), {48, 168}}});
    Record ours = note(m_edith);
    ours.home = kTrust;
    EXPECT_EQ(locked.stateOf(ours, OwnEdits::None), LeaseState::Open);
    EXPECT_EQ(locked.stateOf(note(m_edith, Category::Housing), OwnEdits::None), LeaseState::Open)
        << "no scope covers it: its home has said nothing about it";
    ASSERT_EQ(locked.homes().size(), 1u);
    EXPECT_EQ(locked.homes()[0].home, kCouncil);
    EXPECT_EQ(locked.homes()[0].lastContact, kMonday);
    EXPECT_TRUE(locked.homes()[0].anyHidden);
    EXPECT_FALSE(locked.homes()[0].anyNeedsReason);
}

TEST_F(Locked, ATypedReasonOpensOneHomesItemsAboutOnePersonAndNothingHidden) {
    auto locked = after(hours{100}, {{Scope::everyone(Category::ContactNote), {48, 168}},
                                     {Scope::everyone(Category::MentalHealth), {24, 72}}});
    locked.openWithReason(kCouncil, m_edith);
    EXPECT_EQ(locked.stateOf(note(m_edith), OwnEdits::None), LeaseState::Open);
    EXPECT_EQ(locked.stateOf(note(m_arthur), OwnEdits::None), LeaseState::ReasonNeeded);
    EXPECT_EQ(locked.stateOf(note(m_edith, Category::MentalHealth), OwnEdits::None), LeaseState::Hidden);
}

TEST_F(Locked, AWorkersOwnUnsentWordsAreNeverLockedAway) {
    const auto locked = after(hours{200}, {{Scope::everyone(Category::ContactNote), {48, 168}}});
    Record fresh = note(m_edith);
    fresh.version.n = 0;
    EXPECT_EQ(locked.stateOf(fresh, OwnEdits::Waiting), LeaseState::Open) << "on this device alone";
    Record draft = note(m_edith);
    draft.authorAgency = m_nurse.agency;
    draft.author = m_nurse.worker;
    EXPECT_EQ(locked.stateOf(draft, OwnEdits::Waiting), LeaseState::Open);
    EXPECT_EQ(locked.stateOf(draft, OwnEdits::None), LeaseState::Hidden) << "it is at its home";
    EXPECT_EQ(locked.stateOf(note(m_edith), OwnEdits::Waiting), LeaseState::Hidden)
        << "another's words, with an edit of hers on them";
}

TEST_F(Locked, TheShortestLimitsOfSeveralAreEachsByItself) {
    EXPECT_EQ(shortestOf({48, 168}, {72, 100}), (sharing::Lease{48, 100}));
    EXPECT_EQ(shortestOf({0, 168}, {72, 0}), (sharing::Lease{72, 168}));
    EXPECT_EQ(shortestOf({}, {}), (sharing::Lease{}));
}

} // namespace
} // namespace frontsheet
