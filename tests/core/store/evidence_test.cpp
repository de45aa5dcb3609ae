// What a tablet keeps for the homes' disclosure logs: what was read on it, what has arrived, how far their logs were.
#include "core/rescue/rescue_key.h"
#include "core/usecases/ports/profile_keeper.h"
#include "tests/core/store/tablet.h"

namespace frontsheet {
namespace {

using test::kCouncil;
using test::kMonday;
using test::kTrust;

class Evidence : public testing::Test {
public:
    Reading shown(const RecordId& record, WallTime at = kMonday) const {
        return {record, HomeVersion{1}, ReadingHow::Shown, at};
    }
    void notes(const AgencyId& home, const Reading& reading) {
        const HomeReading one{home, reading};
        ASSERT_TRUE(tablet.store().noteReadings({&one, 1}));
    }
    std::vector<Reading> waiting(const AgencyId& home, std::size_t most = 100) {
        return tablet.store().evidence(home, most).value().readings;
    }
    SyncStore::Exchange answer() const {
        SyncStore::Exchange exchange;
        exchange.epoch.bytes[0] = 1;
        exchange.serverTime = kMonday;
        exchange.receivedAt = kMonday;
        return exchange;
    }

    test::Tablet tablet;
    RecordId letter = tablet.ids().random<RecordId>();
    RecordId note = tablet.ids().random<RecordId>();
};

TEST_F(Evidence, WhatWasReadWaitsForItsOwnHomeAcrossARestart) {
    notes(kTrust, shown(letter));
    notes(kCouncil, shown(note));
    ASSERT_TRUE(tablet.open());
    EXPECT_EQ(waiting(kTrust), std::vector{shown(letter)});
    EXPECT_EQ(waiting(kCouncil), std::vector{shown(note)});
    EXPECT_TRUE(waiting(AgencyId{"community"}).empty()); // whose name begins alike
}

TEST_F(Evidence, APageThatRefreshesItselfIsReadOnce) {
    notes(kTrust, shown(letter));
    for (int minute = 1; minute < 50; ++minute) {
        notes(kTrust, shown(letter, kMonday + std::chrono::minutes{minute}));
    }
    auto printed = shown(letter);
    printed.how = ReadingHow::Printed;
    notes(kTrust, printed);
    EXPECT_EQ(waiting(kTrust), (std::vector{shown(letter), printed}));
    EXPECT_EQ(waiting(kTrust, 1).size(), 1U);
}

TEST_F(Evidence, WhatTheHomeHasTakenIsToldNoMoreAndLaterReadingsAre) {
    notes(kTrust, shown(letter));
    notes(kTrust, shown(note));
    auto exchange = answer();
    exchange.readingsTaken = {shown(letter)};
    ASSERT_TRUE(tablet.store().apply(kTrust, exchange));
    EXPECT_EQ(waiting(kTrust), std::vector{shown(note)});
    const auto again = shown(letter, kMonday + std::chrono::hours{3});
    notes(kTrust, again);
    ASSERT_TRUE(tablet.store().apply(kTrust, exchange)); // a late repeat of the old answer
    EXPECT_EQ(waiting(kTrust).size(), 2U);
}

TEST_F(Evidence, ReceiptAndHeadAreKeptWithThePagesTheyCameWith) {
    auto exchange = answer();
    exchange.receipt = 0xFFFFFFFFFFFFFFF1;
    exchange.logHead = Bytes("a head\0", 7);
    ASSERT_TRUE(tablet.store().apply(kTrust, exchange));
    ASSERT_TRUE(tablet.store().apply(kTrust, answer())); // nothing new takes nothing away
    ASSERT_TRUE(tablet.open());
    const auto kept = tablet.store().evidence(kTrust, 10).value();
    EXPECT_EQ(kept.receipt, exchange.receipt);
    EXPECT_EQ(kept.logHead, exchange.logHead);
    EXPECT_EQ(tablet.store().evidence(kCouncil, 10).value().receipt, 0U);
    auto refused = answer();
    refused.epoch.bytes[0] = 9;
    refused.receipt = 5;
    EXPECT_FALSE(tablet.store().apply(kTrust, refused));
    EXPECT_EQ(tablet.store().evidence(kTrust, 10).value().receipt, exchange.receipt);
}

TEST_F(Evidence, TheRescueKeyInUseIsKeptFromTheOwnAgencyAlone) {
    tablet.store().belongsTo({kTrust, test::kNurse, "community nurse", tablet.ids().random<DeviceId>()});
    const auto markAt = [&](const AgencyId& server) { return tablet.store().evidence(server, 10)->rescueMark; };
    EXPECT_EQ(markAt(kTrust), 0U);
    const auto first = RescueSecret::random().publicKey();
    const auto second = RescueSecret::random().publicKey();
    const auto comes = [&](const AgencyId& from, const Bytes& key) {
        auto exchange = answer();
        exchange.rescueKey = key;
        ASSERT_TRUE(tablet.store().apply(from, exchange));
    };
    comes(kTrust, first.raw());
    EXPECT_EQ(markAt(kTrust), first.markNumber());
    EXPECT_EQ(markAt(kCouncil), 0U) << "partners are told nothing of it";
    comes(kCouncil, second.raw());
    comes(kTrust, {});
    comes(kTrust, Bytes(32, '\0'));
    EXPECT_EQ(tablet.store().fact(kRescueKeyFact).value(), first.raw())
        << "no other agency's, and none that nobody opens";
    comes(kTrust, second.raw());
    ASSERT_TRUE(tablet.open());
    EXPECT_EQ(tablet.store().fact(kRescueKeyFact).value(), second.raw());
}

TEST_F(Evidence, ItIsBoundedAndNothingOnTheScreenChangesByIt) {
    notes(kTrust, shown(letter));
    const auto revision = tablet.store().revision();
    std::vector<HomeReading> flood(100'001);
    for (std::size_t i = 0; i < flood.size(); ++i) {
        flood[i] = {kTrust, shown(tablet.ids().random<RecordId>())};
    }
    EXPECT_EQ(tablet.store().noteReadings(flood).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(waiting(kTrust), std::vector{shown(letter)});
    EXPECT_EQ(tablet.store().revision(), revision);
}

// What a home tells beside records.
class Told : public testing::Test {
public:
    Told() { tablet.mustApply(tablet.page({tablet.sent(referral)}, scopeOf(edith))); }
    static std::string scopeOf(const PersonId& person) { return Scope::ofPerson(person, Category::Identity).name(); }
    SyncStore::Exchange answer(std::uint64_t upTo) {
        auto exchange = tablet.page({});
        exchange.tidings.upTo = upTo;
        return exchange;
    }
    ReferralReach reach(const RecordId& id) const {
        return {id,       kMonday,         kMonday + std::chrono::minutes{5}, kMonday + std::chrono::hours{1},
                kCouncil, WorkerId{"W001"}};
    }
    test::Tablet tablet;
    PersonId edith = tablet.newId<PersonId>();
    Record referral = tablet.referral(edith, "A bath board");
};

TEST_F(Told, HowFarAReferralHasComeIsKeptWithTheNumberThatSaysSo) {
    auto exchange = answer(12);
    exchange.tidings.reached = {reach(referral.id), reach(tablet.newId<RecordId>())};
    exchange.agreementHash = 0xF000000000000001;
    tablet.mustApply(exchange);
    ASSERT_TRUE(tablet.open());
    EXPECT_EQ(tablet.store().reachOf(referral.id).value(), reach(referral.id));
    EXPECT_FALSE(tablet.store().reachOf(exchange.tidings.reached[1].referral).value())
        << "of what is not here nothing is kept";
    EXPECT_EQ(tablet.store().evidence(kTrust, 1)->tidings, 12U);
    EXPECT_EQ(tablet.store().agreementsOf(kTrust).value(), 0xF000000000000001);
    EXPECT_FALSE(tablet.store().agreementsOf(kCouncil).value());
    tablet.mustApply(answer(0)); // nothing new takes nothing away
    EXPECT_EQ(tablet.store().evidence(kTrust, 1)->tidings, 12U);
    EXPECT_TRUE(tablet.store().reachOf(referral.id).value());
    // Another ledger counts from the beginning.
    Epoch other;
    other.bytes[0] = 7;
    ASSERT_TRUE(tablet.store().startOver(kTrust, other));
    EXPECT_EQ(tablet.store().evidence(kTrust, 1)->tidings, 0U);
}

TEST_F(Told, ItGoesWithTheReferral) {
    auto exchange = answer(12);
    exchange.tidings.reached = {reach(referral.id)};
    tablet.mustApply(exchange);
    ASSERT_TRUE(tablet.store().reachOf(referral.id).value());
    auto gone = answer(0);
    gone.grants.gone = {scopeOf(edith)};
    tablet.mustApply(gone);
    EXPECT_FALSE(tablet.store().reachOf(referral.id).value());
}

TEST_F(Told, WhatBecameOfHeldWorkStaysUntilItsAuthorHasReadIt) {
    const Record note = tablet.note(edith, "she was in when I called");
    const Intent intent = tablet.creation(note);
    tablet.mustSave({intent});
    ASSERT_EQ(tablet.outgoing().size(), 1U);
    tablet.mustApply(tablet.answer(intent.op, IntentOutcome::Held));
    EXPECT_TRUE(tablet.store().settledWork()->empty());
    auto exchange = answer(13);
    const SettledWork closed{intent.op, Settlement::Closed, kMonday, "Farida\nNoor", "written twice,\nas I see it"};
    exchange.tidings.settled = {closed, {tablet.ids().random<OpId>(), Settlement::TakenIn, kMonday, "F", {}}};
    tablet.mustApply(exchange);
    ASSERT_TRUE(tablet.open());
    const auto settled = tablet.store().settledWork().value();
    ASSERT_EQ(settled.size(), 1U) << "of other devices' work nothing is kept";
    EXPECT_EQ(settled.at(intent.op).how, Settlement::Closed);
    EXPECT_EQ(settled.at(intent.op).by, "Farida Noor");
    EXPECT_EQ(settled.at(intent.op).words, closed.words);
    EXPECT_EQ(tablet.store().outbox()->size(), 1U) << "the words stay with their author";
    ASSERT_TRUE(tablet.store().settle(intent.op));
    EXPECT_TRUE(tablet.store().settledWork()->empty());
}

} // namespace
} // namespace frontsheet
