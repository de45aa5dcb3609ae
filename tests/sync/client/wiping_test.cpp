// A worker's own agency shuts their tablet out: all homes' data goes, what nobody took is sealed for the agency, and a kill at
// any moment loses nothing and leaves nothing.
#include "core/domain/schema/care_plan.h"
#include "core/rescue/rescue_file.h"
#include "core/store/closed_profile.h"
#include "tests/core/store/decrypted_file.h"
#include "tests/sync/client/tablet_process.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace frontsheet::test {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

constexpr const char* kPassphrase = "correct horse battery staple";

class Wiping : public Town {
protected:
    RescueSecret m_agencys = RescueSecret::random();
    Intent m_toTrust;   // not sent: a message about a referral of the trust's
    Intent m_toCouncil; // not sent: a note of the own agency's
    RecordId m_referral;

    enum class Key { Given, None };
    // The assessor holds the trust's record of Edith and one of the council's own, and has unsent work for both.
    TownTablet& shutOut(Key key = Key::Given) {
        TownTablet& a = assessor();
        a.mayHoldNothing = a.confirmsNothing = true;
        a.wipes = true;
        a.open();
        if (key == Key::Given) {
            EXPECT_TRUE(a.store().keepFacts({{kRescueKeyFact, m_agencys.publicKey().raw()}}));
        }
        m_referral = refers(edith);
        joins(edith, a);
        Device own{*this, a.who, kCouncilHome};
        const auto person = newPerson();
        own.sync({own.registers(person, "Trevithick")});
        a.settle();
        EXPECT_TRUE(a.holdsWords(wordsOf(edithsNote))) << "found before";
        EXPECT_TRUE(a.holdsWords("Trevithick")) << "found before";
        a.writesMessage(m_referral, edith, "vexbright");
        m_toTrust = a.work.back();
        a.saves(own.writesNote(person, "quillmore"));
        m_toCouncil = a.work.back();
        revokes(a, kCouncilHome);
        return a;
    }
    // Everybody knows that it is revoked.
    void tellPartners(const TownTablet& a) {
        revokes(a, kTrustHome);
        revokes(a, kHousingHome);
    }
    std::vector<std::string> filesOf(const TownTablet& a) {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(a.folder())) {
            names.push_back(fs::relative(entry.path(), a.folder()).string());
        }
        return names;
    }
    bool anyFileHas(const TownTablet& a, const std::string& words) {
        for (const auto& entry : fs::recursive_directory_iterator(a.folder())) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
            if (bytes.find(words) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
    void expectNothingLeft(TownTablet& a) {
        for (const auto& words : {wordsOf(edithsNote), std::string{"Marlowe"}, std::string{"Trevithick"},
                                  std::string{"vexbright"}, std::string{"quillmore"}, std::string{"W001"}}) {
            EXPECT_FALSE(anyFileHas(a, words)) << words;
        }
        for (const auto& name : filesOf(a)) {
            EXPECT_TRUE(name == "store.lock" || name == "profile.closed" || name == "unsent.rescue") << name;
        }
        a.close();
        EXPECT_EQ(DeviceStore::open(a.folder(), kPassphrase, {m_codec, clock, {64, 1, 1}, {}}).error().code,
                  ErrorCode::ProfileClosed);
        EXPECT_EQ(DeviceStore::create(a.folder(), kPassphrase, {m_codec, clock, {64, 1, 1}, {}}).error().code,
                  ErrorCode::ProfileClosed)
            << "what was sealed is not written over";
    }
    std::vector<OpId> sealedIn(const TownTablet& a) {
        std::ifstream file(a.folder() + "/unsent.rescue", std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
        std::vector<OpId> ops;
        if (bytes.empty()) {
            return ops;
        }
        const auto opened = rescue_file::opened(bytes, m_agencys, m_codec);
        EXPECT_TRUE(opened) << describe(opened.error());
        EXPECT_EQ(opened->author.device, a.who.device);
        for (const auto& one : opened->intents) {
            ops.push_back(one.intent.op);
        }
        return ops;
    }
    ClosedProfile noteOf(const TownTablet& a) {
        auto note = closed_profile::read(a.folder()).value();
        EXPECT_TRUE(note.has_value());
        return note.value_or(ClosedProfile{});
    }
    wire::WireBodyCodec m_codec;
};

TEST_F(Wiping, WhereEveryHomeAnswersAllIsHandedInAndNothingIsLeft) {
    TownTablet& a = shutOut();
    tellPartners(a);
    const auto done = a.exchange(kCouncilHome);
    EXPECT_EQ(done.closing, Exchanged::Closing::Wiped);
    EXPECT_EQ(done.answered, 2U);
    EXPECT_TRUE(isHeldAt(kCouncilHome, m_toCouncil.op));
    EXPECT_TRUE(isHeldAt(kTrustHome, m_toTrust.op));
    const auto note = noteOf(a);
    EXPECT_EQ(note.agency, kCouncilHome);
    EXPECT_THAT(note.handedIn, SizeIs(2));
    EXPECT_THAT(note.sealed, IsEmpty());
    EXPECT_EQ(note.file, "");
    expectNothingLeft(a);
    for (const auto& home : {kCouncilHome, kTrustHome}) {
        const auto reads = server->ledgerOf(home)->read();
        const auto asked = (*reads)->removals().removalsFrom(a.who.device).value();
        EXPECT_TRUE(std::all_of(asked.begin(), asked.end(), [](const auto& one) { return one.confirmedAt.isKnown(); }))
            << home.str();
        EXPECT_FALSE(asked.empty()) << home.str();
    }
}

TEST_F(Wiping, WhatAHomeThatDidNotAnswerWasToGetIsSealedForTheAgencyAlone) {
    TownTablet& a = shutOut();
    tellPartners(a);
    a.unreachable = {kTrustHome, kHousingHome};
    EXPECT_EQ(a.exchange(kCouncilHome).closing, Exchanged::Closing::Wiped);
    EXPECT_TRUE(isHeldAt(kCouncilHome, m_toCouncil.op));
    EXPECT_FALSE(isHeldAt(kTrustHome, m_toTrust.op));
    EXPECT_THAT(sealedIn(a), ::testing::ElementsAre(m_toTrust.op));
    const auto note = noteOf(a);
    ASSERT_THAT(note.sealed, SizeIs(1));
    EXPECT_EQ(note.sealed[0].home, kTrustHome);
    EXPECT_EQ(note.sealed[0].count, 1U);
    EXPECT_EQ(note.file, "unsent.rescue");
    expectNothingLeft(a);
}

TEST_F(Wiping, AFormThatWasNeverSavedIsSealedForTheAgencyAndDisclosesNothingOfThePartners) {
    TownTablet& a = shutOut();
    tellPartners(a);
    Unfinished form;
    form.keptAt = clock.now();
    form.intent = m_toTrust;
    form.intent.op = ids.random<OpId>();
    form.intent.record = ids.timeOrdered<RecordId>(clock.now());
    form.intent.type = RecordType::Need;
    form.intent.category = Category::CarePlan;
    form.intent.edits = {{need::kText.tag, Value{std::string{"gravelthwaite"}}, Value{std::string{"larkmoor"}}}};
    ASSERT_TRUE(a.store().keepUnfinished(form));
    EXPECT_EQ(a.exchange(kCouncilHome).closing, Exchanged::Closing::Wiped);
    std::ifstream file(a.folder() + "/unsent.rescue", std::ios::binary);
    const auto opened = rescue_file::opened(std::string{std::istreambuf_iterator<char>{file}, {}}, m_agencys, m_codec);
    ASSERT_TRUE(opened) << describe(opened.error());
    ASSERT_THAT(opened->intents, SizeIs(1)) << "what was saved both homes took; nobody was asked to take this";
    const auto& sealed = opened->intents.front().intent;
    EXPECT_EQ(sealed.record, form.intent.record);
    ASSERT_THAT(sealed.edits, SizeIs(1));
    EXPECT_EQ(sealed.edits[0].after, Value{std::string{"larkmoor"}});
    EXPECT_FALSE(sealed.edits[0].before.has_value());
    EXPECT_FALSE(anyFileHas(a, "larkmoor"));
    expectNothingLeft(a);
}

TEST_F(Wiping, APartnerThatHasNotHeardYetIsNoReasonToWait) {
    TownTablet& a = shutOut();
    EXPECT_EQ(a.exchange(kCouncilHome).closing, Exchanged::Closing::Wiped);
    EXPECT_THAT(sealedIn(a), ::testing::ElementsAre(m_toTrust.op));
    expectNothingLeft(a);
}

TEST_F(Wiping, WithoutAKeyToSealToTheOwnWordsWaitAndTheRestGoes) {
    TownTablet& a = shutOut(Key::None);
    tellPartners(a);
    a.unreachable = {kTrustHome, kHousingHome};
    EXPECT_EQ(a.exchange(kCouncilHome).closing, Exchanged::Closing::Closed);
    EXPECT_FALSE(a.holdsWords(wordsOf(edithsNote)));
    EXPECT_FALSE(a.holdsWords("Trevithick"));
    EXPECT_TRUE(a.holdsWords("vexbright")) << "encrypted, and nobody else has it";
    a.open();
    a.unreachable.clear();
    EXPECT_EQ(a.exchange(kCouncilHome).closing, Exchanged::Closing::Wiped);
    EXPECT_TRUE(isHeldAt(kTrustHome, m_toTrust.op));
    expectNothingLeft(a);
}

TEST_F(Wiping, ACertificateThatMayBeRenewedWipesNothing) {
    TownTablet& a = assessor();
    a.wipes = true;
    a.open();
    joins(edith, a);
    a.settle();
    a.certifiedUntil = clock.now() + -std::chrono::hours{24 * 20};
    EXPECT_EQ(a.exchange(kCouncilHome).closing, Exchanged::Closing::RenewFirst);
    EXPECT_TRUE(a.holds(edithsNote));
    EXPECT_FALSE(closed_profile::read(a.folder())->has_value());
    a.certifiedUntil = {};
}

TEST_F(Wiping, TheOwnAgencyOutOfReachWipesNothing) {
    TownTablet& a = shutOut();
    a.unreachable = {kCouncilHome};
    (void)a.exchange(kCouncilHome);
    EXPECT_TRUE(a.holds(edithsNote));
    EXPECT_THAT(a.outbox(), SizeIs(2));
    a.unreachable.clear();
    EXPECT_EQ(a.exchange(kCouncilHome).closing, Exchanged::Closing::Wiped);
}

TEST_F(Wiping, AnEmptiedProfileTakesNoNewWork) {
    TownTablet& a = shutOut();
    tellPartners(a);
    a.meanwhileAt = a.requests + 6; // the own agency hears nothing of the removal
    ASSERT_TRUE(a.store().prepare());
    ASSERT_TRUE(a.store().leaveNothing({{kCouncilHome, 7}}));
    a.open();
    Device own{*this, a.who, kCouncilHome};
    EXPECT_EQ(a.store().save({own.writesNote(newPerson(), "too late")}).error().code, ErrorCode::ProfileClosed);
    a.meanwhileAt = 0;
    EXPECT_EQ(a.exchange(kCouncilHome).closing, Exchanged::Closing::Wiped);
    EXPECT_THAT(sealedIn(a), UnorderedElementsAre(m_toTrust.op, m_toCouncil.op)) << "sealed before it was emptied";
    expectNothingLeft(a);
}

// What is on the disk after a kill is what was there a moment before: the next start goes on from it.
class WipingKilled : public Wiping, public ::testing::WithParamInterface<const char*> {};

TEST_P(WipingKilled, LosesNothingAndLeavesNothing) {
    TownTablet& a = shutOut();
    tellPartners(a);
    a.unreachable = {kTrustHome, kHousingHome};
    EXPECT_EQ(exchangeInAProcess(a, {kCouncilHome}, GetParam()), Ended::Killed) << "this point is not passed";
    EXPECT_EQ(exchangeInAProcess(a, {kCouncilHome}, ""), Ended::ProfileClosed);
    EXPECT_TRUE(isHeldAt(kCouncilHome, m_toCouncil.op));
    EXPECT_EQ(inboxOf(kCouncilHome), 1U) << "and once";
    EXPECT_THAT(sealedIn(a), ::testing::ElementsAre(m_toTrust.op));
    expectNothingLeft(a);
}

INSTANTIATE_TEST_SUITE_P(AtEveryPoint, WipingKilled,
                         ::testing::Values("sync.wipe.handed-in", "store.rescue.before-file", "durable.before-rename",
                                           "store.rescue.after-file", "sync.wipe.before-removal",
                                           "store.wipe.before-commit", "store.wipe.after-commit",
                                           "store.removal.before-done", "sync.wipe.before-told", "sync.wipe.before-end",
                                           "store.wipe.before-key", "store.wipe.after-key"),
                         [](const auto& point) {
                             std::string name = point.param;
                             std::replace_if(
                                 name.begin(), name.end(), [](char c) { return c == '.' || c == '-'; }, '_');
                             return name;
                         });

// A scope is taken back while work about it waits; the tablet is killed on the way.
class PurgeKilled : public Wiping {};

TEST_F(PurgeKilled, AtEveryPointNothingIsLostAndNothingLeft) {
    for (const auto* point :
         {"store.apply.before-commit", "store.apply.after-commit", "store.removal.before-done", "sync.after-apply"}) {
        SCOPED_TRACE(point);
        TownTablet& a = tablet(std::string{"t"} + point, "council", "W001");
        const auto person = registers("Ackworth");
        const auto note = notes(person);
        const auto referral = refers(person);
        joins(person, a);
        a.settle();
        ASSERT_TRUE(a.holdsWords(wordsOf(note))) << "found before";
        withdraws(referral);
        leaves(person, a);
        a.writesMessage(referral, person, "vexbright");
        const auto op = a.work.back().op;
        EXPECT_EQ(exchangeInAProcess(a, {kTrustHome}, point), Ended::Killed) << "this point is not passed";
        EXPECT_EQ(exchangeInAProcess(a, {kTrustHome}, ""), Ended::Done);
        EXPECT_EQ(exchangeInAProcess(a, {kTrustHome}, ""), Ended::Done);
        EXPECT_THAT(placesWith(a.folder(), kPassphrase, wordsOf(note)), IsEmpty());
        EXPECT_THAT(placesWith(a.folder(), kPassphrase, "Ackworth"), IsEmpty());
        EXPECT_TRUE(isHeldAt(kTrustHome, op) || ledgerOf(kTrustHome).contains(a.work.back().record))
            << "handed in once";
        const auto reads = server->ledgerOf(kTrustHome)->read();
        const auto asked = (*reads)->removals().removalsFrom(a.who.device).value();
        EXPECT_TRUE(std::all_of(asked.begin(), asked.end(), [](const auto& one) { return one.confirmedAt.isKnown(); }));
        EXPECT_FALSE(asked.empty());
        a.open();
    }
}

} // namespace
} // namespace frontsheet::test
