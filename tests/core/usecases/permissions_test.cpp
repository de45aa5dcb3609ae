#include "core/domain/schema/permission.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/permission_codec.h"
#include "core/usecases/permissions.h"
#include "core/usecases/referrals.h"
#include "tests/core/usecases/story.h"

#include <gmock/gmock.h>

namespace frontsheet {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using sharing::StatementKind;
namespace notice = permission_notice;

class PermissionsStory : public Story {
protected:
    [[nodiscard]] NewStatement no() const {
        NewStatement said;
        said.person = edith;
        said.receiver = AgencyId{"housing"};
        said.category = Category::HealthSummary;
        said.words = "My knees are nobody's business but mine";
        return said;
    }
    // As the housing association's server told the trust's: about the person under housing's id.
    RecordId told(StatementKind kind, const PersonId& theirs, WallTime withdrawnAt = {}) {
        sharing::PermissionStatement statement;
        statement.kind = kind;
        statement.receiver = AgencyId{"community_trust"};
        statement.askedAt = world.now();
        statement.askedBy = WorkerId{"W028"};
        statement.askedByAgency = AgencyId{"housing"};
        statement.withdrawnAt = withdrawnAt;
        Record said;
        said.id = world.ids().timeOrdered<RecordId>(world.now());
        said.type = RecordType::PermissionStatement;
        said.home = AgencyId{"housing"};
        said.version.n = 1;
        sharing::putStatement(said.fields, statement);
        Record record = said;
        record.id = world.ids().timeOrdered<RecordId>(world.now());
        record.type = RecordType::PermissionNotice;
        record.home = trust;
        record.person = theirs;
        record.category = Category::Involvement;
        record.occurredAt = world.now();
        record.fields = sharing::noticeOf(said);
        record.fields.put(notice::kReceivedAt, world.now());
        world.home(trust).hold(record, world.now());
        return record.id;
    }
    void joins(const PersonId& other, const std::string& agency) {
        Record link;
        link.id = world.ids().timeOrdered<RecordId>(world.now());
        link.type = RecordType::PersonLink;
        link.home = trust;
        link.person = edith;
        link.category = Category::Identity;
        link.occurredAt = world.now();
        link.fields.put(person_link::kOther, other);
        link.fields.put(person_link::kOtherAgency, AgencyId{agency});
        link.fields.put(person_link::kState, "stated"s);
        world.home(trust).hold(link, world.now());
    }
    Permissions permissions{nurse().workplace()};
    const AgencyId trust{"community_trust"};
};

TEST_F(PermissionsStory, WhatSheSaysHoldsOnTheTabletAtOnceAndReachesEveryColleague) {
    const auto id = must(permissions.record(no()));
    auto found = must(permissions.of(edith));
    ASSERT_EQ(found.said.size(), 1u);
    EXPECT_TRUE(found.said[0].waiting);
    EXPECT_TRUE(found.said[0].mine);
    EXPECT_EQ(found.said[0].statement.words, "My knees are nobody's business but mine");
    EXPECT_EQ(found.said[0].statement.askedBy, WorkerId{"W012"});
    EXPECT_EQ(found.said[0].statement.capacity, sharing::Capacity::Presumed);
    EXPECT_TRUE(must(permissions.objects(edith, AgencyId{"housing"}, Category::HealthSummary)));
    EXPECT_FALSE(must(permissions.objects(edith, AgencyId{"council"}, Category::HealthSummary)));
    EXPECT_FALSE(must(permissions.objects(edith, AgencyId{"housing"}, Category::Housing)));
    world.sync(nurse());
    world.sync(colleague());
    world.sync(officer());
    EXPECT_TRUE(holds(colleague(), id));
    EXPECT_FALSE(holds(officer(), id)) << "what it is about is told by servers, never by this record";
    EXPECT_FALSE(must(permissions.of(edith)).said[0].waiting);
}

TEST_F(PermissionsStory, WithoutWhoAndWhyNobodyDecidesForHer) {
    auto said = no();
    said.givenBy = sharing::GivenBy::Attorney;
    EXPECT_EQ(refused(permissions.record(said)), ErrorCode::Missing);
    said.authority = "7001 2345 6789";
    must(permissions.record(said));
    world.pass(1min);
    said.decidedWhy = "Asked twice, she could not keep it in mind; her son and the GP were asked";
    must(permissions.record(said));
    const auto found = must(permissions.of(edith));
    ASSERT_EQ(found.said.size(), 2u);
    EXPECT_EQ(found.said[0].statement.capacity, sharing::Capacity::BestInterests);
    EXPECT_EQ(found.said[0].statement.decidedBy, WorkerId{"W012"});
}

TEST_F(PermissionsStory, SheMayChangeHerMindAndATwiceWithdrawnNoIsWithdrawnOnce) {
    const auto id = must(permissions.record(no()));
    world.sync(nurse());
    world.pass(2h);
    must(permissions.withdraw(id));
    must(permissions.withdraw(id));
    EXPECT_FALSE(must(permissions.objects(edith, AgencyId{"housing"}, Category::HealthSummary)));
    world.sync(nurse());
    EXPECT_TRUE(nurse().store.outbox().value().empty());
    const auto found = must(permissions.of(edith));
    EXPECT_EQ(found.said[0].statement.withdrawnBy, WorkerId{"W012"});
    EXPECT_EQ(found.said[0].statement.withdrawnWhy, sharing::WithdrawnWhy::ChangedMind);
}

TEST_F(PermissionsStory, SheMayChangeHerMindBeforeAnythingHasLeftTheTablet) {
    const auto id = must(permissions.record(no()));
    world.pass(5min);
    must(permissions.withdraw(id));
    EXPECT_FALSE(must(permissions.objects(edith, AgencyId{"housing"}, Category::HealthSummary)));
    world.sync(nurse());
    EXPECT_TRUE(nurse().store.outbox().value().empty()) << "both are at the home";
    EXPECT_EQ(must(permissions.of(edith)).said[0].statement.withdrawnBy, WorkerId{"W012"});
}

TEST_F(PermissionsStory, AWrongRecordIsTakenBackAndTheRightOneStandsForIt) {
    const auto wrong = must(permissions.record(no()));
    world.sync(nurse());
    auto right = no();
    right.receiver = AgencyId{"council"};
    const auto id = must(permissions.correct(wrong, right));
    EXPECT_FALSE(must(permissions.objects(edith, AgencyId{"housing"}, Category::HealthSummary)));
    EXPECT_TRUE(must(permissions.objects(edith, AgencyId{"council"}, Category::HealthSummary)));
    world.sync(nurse());
    EXPECT_TRUE(nurse().store.outbox().value().empty());
    const auto found = must(permissions.of(edith));
    ASSERT_EQ(found.said.size(), 2u);
    for (const auto& said : found.said) {
        if (said.statement.id == id) {
            EXPECT_EQ(said.statement.corrects, wrong);
        } else {
            EXPECT_EQ(said.statement.withdrawnWhy, sharing::WithdrawnWhy::RecordedWrongly);
        }
    }
    EXPECT_EQ(refused(permissions.correct(wrong, right)), ErrorCode::Immutable);
}

TEST_F(PermissionsStory, WhatBecameOfItIsSaidAgencyByAgency) {
    auto said = no();
    said.home = AgencyId{"council"};
    const auto id = must(permissions.record(said));
    world.sync(nurse());
    auto told = must(permissions.of(edith)).said.at(0).told;
    ASSERT_EQ(told.size(), 2u);
    EXPECT_FALSE(told[0].deliveredAt.isKnown());
    Record record = at("community_trust", id);
    auto deliveries = sharing::deliveriesIn(record.fields);
    EXPECT_TRUE(sharing::noteAcknowledged(
        deliveries, AgencyId{"council"},
        {id, sharing::DeliveryOf::Given, world.now(), WorkerId{"W001"}, "Taken off the shared list"}));
    EXPECT_TRUE(sharing::noteDelivered(deliveries, AgencyId{"housing"}, sharing::DeliveryOf::Given, world.now()));
    sharing::putDeliveries(record.fields, deliveries);
    world.home(trust).hold(record, world.now());
    world.sync(nurse());
    told = must(permissions.of(edith)).said.at(0).told;
    ASSERT_EQ(told.size(), 2u);
    EXPECT_EQ(told[0].acknowledgedBy, WorkerId{"W001"});
    EXPECT_EQ(told[0].words, "Taken off the shared list");
    EXPECT_TRUE(told[1].deliveredAt.isKnown());
    EXPECT_FALSE(told[1].acknowledgedAt.isKnown());
    must(permissions.withdraw(id));
    told = must(permissions.of(edith)).said.at(0).told;
    EXPECT_EQ(told[0].of, sharing::DeliveryOf::Withdrawal) << "they are to be told of that, too";
    EXPECT_FALSE(told[0].acknowledgedAt.isKnown());
}

TEST_F(PermissionsStory, WhatAnotherAgencyAskedOfUsWaitsForAWorkerAndIsAnsweredOnce) {
    const auto atHousing = world.ids().timeOrdered<PersonId>(world.now());
    const auto id = told(StatementKind::Objection, atHousing);
    world.sync(nurse());
    EXPECT_TRUE(must(permissions.toAcknowledge(10)).empty()) << "about nobody known here";
    joins(atHousing, "housing");
    world.sync(nurse());
    const auto waiting = must(permissions.toAcknowledge(10));
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].from, AgencyId{"housing"});
    EXPECT_TRUE(waiting[0].toAcknowledge);
    ASSERT_EQ(must(permissions.of(edith)).toldUs.size(), 1u) << "on her page, though it came under another id";
    must(permissions.acknowledge(id, "Nothing goes out any more"));
    must(permissions.acknowledge(id, "Again"));
    EXPECT_TRUE(must(permissions.toAcknowledge(10)).empty());
    world.sync(nurse());
    EXPECT_TRUE(nurse().store.outbox().value().empty());
    EXPECT_EQ(at("community_trust", id).fields.get(notice::kAcknowledgedWords), "Nothing goes out any more");
    EXPECT_EQ(at("community_trust", id).fields.get(notice::kAcknowledgedBy), WorkerId{"W012"});
}

TEST_F(PermissionsStory, AConcernGoesOutDespiteHerNoAndSomebodyElseLooksAtItAfterwards) {
    auto said = no();
    said.receiver = AgencyId{"council"};
    said.category = std::nullopt;
    must(permissions.record(said));
    NewReferral concern;
    concern.person = edith;
    concern.need = "Bruises on both arms, and she is afraid of him";
    concern.toAgency = AgencyId{"council"};
    concern.despiteObjection = "She may be hurt again before anybody else sees it";
    const auto id = must(Referrals{nurse().workplace()}.send(concern));
    world.sync(nurse());
    EXPECT_EQ(at("community_trust", id).category, Category::Safeguarding);
    EXPECT_THAT(at("community_trust", id).fields.get(referral::kReason),
                ::testing::StartsWith("Edith Marlowe, born 11 February 1939, NHS number 999 000 0018, Saltmarsh\n"))
        << "nothing else of her reaches the council";
    EXPECT_TRUE(must(permissions.reviews(10)).at(0).mine);
    const auto review = must(permissions.reviews(10)).at(0).review;
    EXPECT_EQ(refused(permissions.review(review, ReviewFinding::Right, "I was right")), ErrorCode::NotPermitted);
    world.sync(colleague());
    Permissions lead{colleague().workplace()};
    const auto waiting = must(lead.reviews(10));
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].referral, id);
    EXPECT_EQ(waiting[0].reason, "She may be hurt again before anybody else sees it");
    EXPECT_FALSE(waiting[0].mine);
    EXPECT_EQ(refused(lead.review(review, ReviewFinding::Right, " ")), ErrorCode::Missing);
    must(lead.review(review, ReviewFinding::Right, "Care Act, section 42; the risk outweighed it"));
    EXPECT_TRUE(must(lead.reviews(10)).empty());
    world.sync(colleague());
    EXPECT_TRUE(colleague().store.outbox().value().empty());
}

TEST_F(PermissionsStory, WhatAReceiverGoesOnHoldingIsNamed) {
    NewReferral referral;
    referral.person = edith;
    referral.need = "Assessment at home";
    referral.toAgency = AgencyId{"council"};
    const auto id = must(Referrals{nurse().workplace()}.send(referral));
    EXPECT_TRUE(must(permissions.of(edith)).kept.empty()) << "not taken yet";
    world.sync(nurse());
    world.sync(assessor());
    must(Referrals{assessor().workplace()}.answer(id, Answer::Accept, "Thursday"));
    world.sync(assessor());
    world.sync(nurse());
    const auto kept = must(permissions.of(edith)).kept;
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].agency, AgencyId{"council"});
    EXPECT_EQ(kept[0].need, "Assessment at home");
    EXPECT_TRUE(kept[0].since.isKnown());
}

// How to get into her home is covered on the screen; uncovering it is told to the home's log as a reading of its own.
TEST_F(PermissionsStory, UncoveringHowToGetInIsAReadingThatItsHomeHearsOf) {
    struct Heard final : ReadingJournal {
        Result<void> noteReadings(std::span<const HomeReading> readings) override {
            all.insert(all.end(), readings.begin(), readings.end());
            return ok();
        }
        std::vector<HomeReading> all;
    } heard;
    auto place = nurse().workplace();
    place.journal = &heard;
    People people{place};
    Record registration = sampleRegistration(world.ids(), "community_trust", edith);
    registration.fields.put(registration::kAccessNote, "Key safe by the side door"s);
    world.home(trust).hold(registration, world.now());
    world.sync(nurse());
    const auto sheet = must(people.frontSheet(edith));
    ASSERT_EQ(sheet.alerts.size(), 1u);
    for (const auto& reading : heard.all) {
        EXPECT_NE(reading.reading.how, ReadingHow::Revealed) << "nothing is uncovered yet";
    }
    heard.all.clear();
    must(people.revealed(sheet.alerts[0].record));
    ASSERT_EQ(heard.all.size(), 1u);
    EXPECT_EQ(heard.all[0].home, trust);
    EXPECT_EQ(heard.all[0].reading.record, registration.id);
    EXPECT_EQ(heard.all[0].reading.how, ReadingHow::Revealed);
}

} // namespace
} // namespace frontsheet
