// What a home tells devices beside records: how far what they sent has come, what became of what was held, and which agreements it
// goes by.
#include "core/domain/schema/referral.h"
#include "core/domain/sharing/standing.h"
#include "sync/server/limits.h"
#include "sync/server/removal/late_inbox.h"
#include "tests/sync/server/agency_world.h"

#include <gmock/gmock.h>

namespace frontsheet::test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

// The trust's nurse refers Edith to the council; the trust is the home of the referral, and its log says what became of it.
class Tidings : public AgencyWorld {
public:
    void SetUp() override {
        AgencyWorld::SetUp();
        nurse.sync();
        referral = nurse.refers(edith, AgencyId{"council"}, WorkerId{"W001"});
        nurse.sync({nurse.registers(edith, "Marsh"), referral});
    }
    void reads(Device& reader, WallTime at) {
        reader.readings.push_back({referral.record, HomeVersion{1}, ReadingHow::Shown, at});
        reader.sync();
    }
    std::uint64_t toldTo(const Device& device) {
        return (*server->ledgerOf(AgencyId{"trust"})->read())->disclosures().toldTo(device.who.device).value();
    }

    PersonId edith = newPerson();
    Device nurse = device("trust", "W012", "trust", "community nurse");
    Device assessor = device("council", "W001", "trust", "social work assessor");
    Intent referral;
};

TEST_F(Tidings, DeliveredAndSeenReachTheSenderFromTheLog) {
    nurse.sync();
    EXPECT_THAT(nurse.reached, IsEmpty());
    ASSERT_TRUE(assessor.exchange());
    nurse.sync();
    EXPECT_THAT(nurse.reached, IsEmpty()) << "sent is not delivered";
    clock.advance(std::chrono::minutes{5});
    assessor.sync(); // says that it has it
    const WallTime delivered = clock.now();
    nurse.sync();
    ASSERT_TRUE(nurse.reached.contains(referral.record));
    EXPECT_EQ(nurse.reached[referral.record].deliveredAt, delivered);
    EXPECT_FALSE(nurse.reached[referral.record].seenAt.isKnown());
    clock.advance(std::chrono::minutes{40});
    reads(assessor, clock.now());
    nurse.sync();
    EXPECT_EQ(nurse.reached[referral.record].seenAt, clock.now());
    EXPECT_EQ(nurse.reached[referral.record].seenBy, assessor.who.worker);
    EXPECT_EQ(nurse.reached[referral.record].seenAgency, assessor.who.agency);
}

TEST_F(Tidings, AreToldUntilTheDeviceSaysThatItKeepsThemAndThenNoMore) {
    assessor.sync();
    assessor.sync();
    nurse.sync();
    const auto lost = nurse.timesTold;
    nurse.tidings = 0; // the answer never arrived, or the tablet was put back to an older copy
    nurse.tidings = toldTo(nurse);
    nurse.sync();
    const auto before = nurse.timesTold;
    EXPECT_GE(before, lost);
    nurse.sync();
    nurse.sync();
    EXPECT_EQ(nurse.timesTold, before);
    EXPECT_EQ(toldTo(nurse), nurse.tidings);
    nurse.tidings = 1'000'000; // nobody keeps what was never told
    nurse.sync();
    EXPECT_LT(toldTo(nurse), 1'000'000U);
}

TEST_F(Tidings, ANewTabletHearsOfWhatWasDeliveredBeforeItsTime) {
    assessor.sync();
    assessor.sync();
    reads(assessor, clock.now());
    Device second = device("trust", "W012", "trust", "community nurse");
    second.sync();
    ASSERT_TRUE(second.reached.contains(referral.record));
    EXPECT_TRUE(second.reached[referral.record].seenAt.isKnown());
}

TEST_F(Tidings, APageThatWasLostOnTheWayIsNotDeliveredByTheReceiptOfAnother) {
    assessor.sync();
    assessor.sync();
    const auto second = nurse.refers(edith, AgencyId{"council"}, WorkerId{"W001"});
    nurse.sync({second});
    ASSERT_TRUE(assessor.exchange()); // it is on her disk, and she has not said so
    const auto third = nurse.refers(edith, AgencyId{"council"}, WorkerId{"W001"});
    nurse.sync({third});
    // Her next request says that she has the second; the answer, with the third, is lost.
    ASSERT_EQ(assessor.send(assessor.request({})).status, 200);
    nurse.sync();
    ASSERT_TRUE(nurse.reached.contains(second.record));
    EXPECT_TRUE(nurse.reached[second.record].deliveredAt.isKnown());
    EXPECT_FALSE(nurse.reached.contains(third.record)) << "sent is not delivered";
    assessor.sync();
    assessor.sync();
    nurse.sync();
    EXPECT_TRUE(nurse.reached[third.record].deliveredAt.isKnown());
}

TEST_F(Tidings, SeenIsBySomebodyWhoReadItAndNotByWhoElseHasIt) {
    auto shared = nurse.refers(edith, AgencyId{"council"});
    nurse.sync({shared});
    Device first = device("council", "W005", "trust", "duty officer");
    Device second = device("council", "W006", "trust", "duty officer");
    for (Device* one : {&first, &second}) {
        one->sync();
        one->sync();
        ASSERT_TRUE(one->holds(shared.record));
    }
    clock.advance(std::chrono::minutes{3});
    second.readings.push_back({shared.record, HomeVersion{1}, ReadingHow::Shown, clock.now()});
    second.sync();
    nurse.sync();
    EXPECT_EQ(nurse.reached[shared.record].seenBy, second.who.worker);
}

TEST_F(Tidings, MoreThanOneReplyTellsComeWithTheNext) {
    constexpr std::size_t kMany = server_limits::kTidingsPerReply + 100;
    std::vector<Intent> many;
    for (std::size_t n = 0; n < kMany; ++n) {
        many.push_back(nurse.refers(edith, AgencyId{"council"}, WorkerId{"W001"}));
    }
    nurse.sync(many);
    nurse.sync();
    nurse.reached.clear();
    assessor.sync();
    assessor.sync();
    nurse.sync();
    nurse.sync();
    EXPECT_EQ(nurse.reached.size(), kMany + 1) << "and the first of all";
}

TEST_F(Tidings, GoToNobodyElse) {
    nurse.sync();
    Device partner = device("council", "W005", "trust", "social work assessor");
    partner.sync();
    assessor.sync();
    assessor.sync();
    reads(assessor, clock.now());
    for (Device* other : {&assessor, &partner}) {
        other->sync();
        EXPECT_THAT(other->reached, IsEmpty()) << "a partner learns nothing of who has read what";
        other->tidings = 0;
        other->sync();
        EXPECT_THAT(other->reached, IsEmpty());
    }
    // A draft of a colleague's that was never sent on is not there for others; how far it came neither.
    Device colleague = device("trust", "W099", "trust", "community nurse");
    colleague.sync();
    const auto restricted = nurse.refers(edith, AgencyId{"council"}, WorkerId{"W001"});
    nurse.sync({restricted});
    assessor.sync();
    assessor.sync();
    const auto agreements = openSharing();
    SharingInForce nothing;
    ASSERT_TRUE(server->decideBy(AgencyId{"trust"}, std::make_shared<SharingInForce>(nothing)));
    colleague.reached.clear();
    colleague.sync();
    EXPECT_FALSE(colleague.reached.contains(restricted.record)) << "who may not read it is not told how far it came";
}

TEST_F(Tidings, WhatBecameOfHeldWorkIsToldToItsAuthorsDeviceAlone) {
    assessor.sync();
    FieldSet fields;
    fields.put(referral_message::kReferral, referral.record);
    fields.put(referral_message::kText, std::string{"she was in when I called"});
    fields.put(referral_message::kToAgency, AgencyId{"trust"});
    fields.put(referral_message::kToWorker, WorkerId{"W012"});
    const auto late = assessor.creates(RecordType::ReferralMessage, edith, std::move(fields));
    nurse.sync({nurse.edits(referral.record, {{referral::kState.tag, textValue("sent"), textValue("withdrawn")}})});
    ASSERT_EQ(assessor.sync({late}).at(0).outcome, IntentOutcome::Held);
    assessor.sync();
    EXPECT_THAT(assessor.settled, IsEmpty());
    ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return removal::close(writes, {1, "Farida Noor", "she had moved by then"}, clock.now());
    }));
    Device namesake = device("council", "W001", "trust", "social work assessor"); // another tablet of hers
    namesake.sync();
    EXPECT_THAT(namesake.settled, IsEmpty());
    nurse.sync();
    EXPECT_THAT(nurse.settled, IsEmpty());
    // Housing's own authority writes the number of the council's tablet, which housing has seen, into one of its certificates.
    Device forged = device("housing", "W028", "trust", "housing officer");
    forged.who.device = assessor.who.device;
    const auto refused = forged.exchange();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CertificateRejected);
    EXPECT_FALSE(forged.closing());
    EXPECT_THAT(forged.settled, IsEmpty());
    assessor.sync();
    ASSERT_THAT(assessor.settled, SizeIs(1));
    EXPECT_EQ(assessor.settled[0].op, late.op);
    EXPECT_EQ(assessor.settled[0].how, Settlement::Closed);
    EXPECT_EQ(assessor.settled[0].by, "Farida Noor");
    EXPECT_EQ(assessor.settled[0].words, "she had moved by then");
    EXPECT_EQ(assessor.settled[0].at, clock.now());
    restart();
    assessor.sync();
    EXPECT_THAT(assessor.settled, SizeIs(1)) << "told once";
}

TEST_F(Tidings, EveryReplyNamesWhatTheHomeDecidesByAndAnOldAgreementOpensNothing) {
    nurse.sync();
    EXPECT_EQ(nurse.agreementHash, sharing::markOf(openSharing()->agreements));
    const auto before = nurse.agreementHash;
    assessor.sync();
    ASSERT_TRUE(assessor.holds(referral.record));
    // The home goes over to a version that takes referrals from everybody; the device still holds the text it knew.
    const auto narrower = openSharingBut([](sharing::Agreement& agreement) { agreement.clauses.clear(); });
    ASSERT_TRUE(server->decideBy(AgencyId{"trust"}, narrower));
    assessor.sync();
    EXPECT_NE(assessor.agreementHash, before);
    EXPECT_EQ(assessor.agreementHash, sharing::markOf(narrower->agreements));
    EXPECT_FALSE(assessor.holds(referral.record)) << "what the device believes opens nothing";
}

} // namespace frontsheet::test
