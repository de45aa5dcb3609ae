#include "core/domain/audience.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "tests/core/domain/rules_fixture.h"

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

using namespace std::string_literals;

class AudienceTest : public RulesFixture {
protected:
    std::vector<Record> records = sampleDirectory(ids);
    Directory directory{records};
    Record draft = sampleNote(ids, "community_trust", edith, "W012", "Wound clean", now, "draft");

    [[nodiscard]] const AudienceGroup& group(const std::vector<AudienceGroup>& groups,
                                             const std::string& agency) const {
        for (const auto& g : groups) {
            if (g.agency.code == AgencyId{agency}) {
                return g;
            }
        }
        throw std::logic_error("no group " + agency);
    }
    [[nodiscard]] Record referral(const std::string& toWorker, const std::string& state = "sent") {
        Record record = sampleMembership(ids, "community_trust", edith, "", "");
        record.type = RecordType::Referral;
        record.fields = {};
        record.fields.put(referral::kToAgency, AgencyId{"council"});
        record.fields.put(referral::kToWorker, WorkerId{toWorker});
        record.fields.put(referral::kState, state);
        return record;
    }
};

TEST_F(AudienceTest, AloneOnTheCaseANurseWritesForHerAgency) {
    const auto groups = audienceOf(draft, {}, directory, now);
    ASSERT_EQ(groups.size(), 9u) << "every agency of the partnership says whether it will see";
    EXPECT_EQ(groups.front().agency.code, AgencyId{"community_trust"});
    EXPECT_EQ(groups.front().fields, Fields::All);
    EXPECT_EQ(groups.front().reason, DecisionReason::OwnAgency);
    ASSERT_EQ(groups.front().workers.size(), 1u);
    EXPECT_EQ(groups.front().workers[0].name, "Jo Marsh");
    EXPECT_EQ(groups.front().others, 10u) << "eleven workers of the trust, herself among them";
    for (std::size_t i = 1; i < groups.size(); ++i) {
        EXPECT_EQ(groups[i].fields, Fields::None) << groups[i].agency.name;
        EXPECT_TRUE(groups[i].workers.empty());
        EXPECT_EQ(groups[i].others, 0u);
        EXPECT_EQ(groups[i].reason, DecisionReason::NotOnCareTeam);
    }
}

TEST_F(AudienceTest, APartnerOnTheCareTeamIsNamedAndComesNext) {
    const std::vector<Record> about{sampleMembership(ids, "community_trust", edith, "council", "W001"),
                                    sampleMembership(ids, "community_trust", edith, "community_trust", "W015"),
                                    sampleMembership(ids, "council", edith, "housing", "W028")};
    const auto groups = audienceOf(draft, about, directory, now);
    EXPECT_EQ(groups[0].workers.size(), 2u) << "the author and her colleague on the case";
    EXPECT_EQ(groups[0].others, 9u);
    EXPECT_EQ(groups[1].agency.code, AgencyId{"council"});
    ASSERT_EQ(groups[1].workers.size(), 1u);
    EXPECT_EQ(groups[1].workers[0].name, "Bethan Price");
    EXPECT_EQ(groups[1].reason, DecisionReason::CareTeam);
    EXPECT_EQ(group(groups, "housing").fields, Fields::None) << "another home's care team opens nothing here";
}

TEST_F(AudienceTest, AReferralOpensThePersonAndNotTheNotes) {
    const std::vector<Record> about{referral("W001")};
    EXPECT_EQ(group(audienceOf(draft, about, directory, now), "council").fields, Fields::None);
    const auto registration = sampleRegistration(ids, "community_trust", edith);
    EXPECT_EQ(group(audienceOf(registration, about, directory, now), "council").fields, Fields::IdentityAndContact);
    const std::vector<Record> closed{referral("W001", "declined")};
    EXPECT_EQ(group(audienceOf(registration, closed, directory, now), "council").fields, Fields::None);
}

TEST_F(AudienceTest, AnEndedMembershipEndsIt) {
    auto membership = sampleMembership(ids, "community_trust", edith, "council", "W001");
    membership.fields.put(care_team::kUntil, now);
    EXPECT_EQ(group(audienceOf(draft, std::span{&membership, 1}, directory, now), "council").fields, Fields::None);
    membership.fields.put(care_team::kUntil, now + std::chrono::hours{1});
    EXPECT_EQ(group(audienceOf(draft, std::span{&membership, 1}, directory, now), "council").fields, Fields::All);
}

// A directory that has not arrived yet must not make the list shorter than the truth.
TEST_F(AudienceTest, WhoIsNotInTheDirectoryIsStillListed) {
    const std::vector<Record> about{sampleMembership(ids, "community_trust", edith, "hospice", "W777"),
                                    sampleMembership(ids, "community_trust", edith, "council", "W888")};
    const auto groups = audienceOf(draft, about, directory, now);
    EXPECT_EQ(group(groups, "hospice").workers.at(0).name, "W777");
    EXPECT_EQ(group(groups, "council").workers.at(0).name, "W888");
    const auto bare = audienceOf(draft, about, Directory{}, now);
    EXPECT_EQ(bare.front().agency.code, AgencyId{"community_trust"});
    EXPECT_EQ(bare.front().workers.at(0).code, WorkerId{"W012"});
}

TEST_F(AudienceTest, WhatIsInErrorIsNotShownAsReadable) {
    draft.fields.put(contact_note::kState, "entered-in-error"s);
    EXPECT_EQ(audienceOf(draft, {}, directory, now).front().fields, Fields::Stub);
}

// The preview and the release are one decision: for any care team, whoever is listed could read, and nobody else.
RC_GTEST_PROP(AudienceProperties, ListsExactlyThoseWhomTheDecisionLetsRead, ()) {
    SeededIdSource ids{6};
    const auto person = ids.random<PersonId>();
    const auto records = sampleDirectory(ids);
    const Directory directory{records};
    std::vector<Record> about;
    const auto codes = [&] {
        std::vector<WorkerEntry> all;
        for (const auto& [code, entry] : directory.workers()) {
            all.push_back(entry);
        }
        return all;
    }();
    const auto members = *rc::gen::inRange(0, 6);
    for (int i = 0; i < members; ++i) {
        const auto& who = codes[*rc::gen::inRange<std::size_t>(0, codes.size())];
        about.push_back(sampleMembership(ids, *rc::gen::element("community_trust"s, "council"s), person,
                                         who.agency.str(), who.code.str()));
        if (*rc::gen::arbitrary<bool>()) {
            about.back().fields.put(care_team::kUntil, kFridayMorning + std::chrono::hours{*rc::gen::inRange(-5, 6)});
        }
        if (*rc::gen::arbitrary<bool>()) {
            about.back().type = RecordType::Referral;
            about.back().fields = {};
            about.back().fields.put(referral::kToAgency, who.agency);
            about.back().fields.put(referral::kToWorker, *rc::gen::arbitrary<bool>() ? who.code : WorkerId{});
            about.back().fields.put(referral::kState, *rc::gen::element("sent"s, "accepted"s, "declined"s));
        }
    }
    const bool isNote = *rc::gen::arbitrary<bool>();
    const Record draft = isNote ? sampleNote(ids, "community_trust", person, "W012", "x", kFridayMorning)
                                : sampleRegistration(ids, "community_trust", person);
    std::set<WorkerId> listed;
    std::size_t counted = 0;
    for (const auto& group : audienceOf(draft, about, directory, kFridayMorning)) {
        for (const auto& one : group.workers) {
            RC_ASSERT(listed.insert(one.code).second);
        }
        counted += group.workers.size() + group.others;
    }
    std::size_t readers = 0;
    for (const auto& one : codes) {
        const Principal viewer{one.agency, one.code, one.role, {}};
        const bool reads = decide(viewer, draft, relationshipsOf(viewer, draft.home, about, kFridayMorning)).releases();
        readers += reads ? 1 : 0;
        if (one.agency != draft.home) {
            RC_ASSERT(listed.contains(one.code) == reads);
        }
    }
    RC_ASSERT(counted == readers);
}

} // namespace
} // namespace frontsheet
