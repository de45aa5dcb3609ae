// Loss with one's own work on the way, and when something breaks in between.
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"
#include "tests/sync/client/revocation_rows.h"

#include <gmock/gmock.h>

#include <future>
#include <thread>

namespace frontsheet::test {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<RevocationRow> workRows() {
    return {
        // --- with one's own work
        {"Loss of what was just pushed",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             a.settle();
             const auto message = a.writesMessage(referral, t.edith, "vexbright, just sent");
             a.meanwhileAt = a.requests + 1;
             a.meanwhile = [&t, referral] { t.withdraws(referral); };
             a.settle();
             EXPECT_FALSE(a.holds(message));
             EXPECT_FALSE(a.holdsWords("vexbright")) << "the home has it";
             EXPECT_TRUE(t.ledgerOf(kTrustHome).contains(message));
         }},
        {"Loss with an unsent message: held, and its author is told",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             a.settle();
             a.writesMessage(referral, t.edith, "vexbright, never sent");
             t.withdraws(referral);
             a.settle();
             ASSERT_THAT(a.outbox(), SizeIs(1));
             EXPECT_EQ(a.outbox()[0].outcome, IntentOutcome::Held);
             EXPECT_TRUE(a.holdsWords("vexbright")) << "the author's own words stay with the author";
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
         }},
        {"Loss with an unsent edit of what the home wrote",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             a.settle();
             a.edits(referral, [](FieldSet& fields) { fields.put(referral::kState, std::string{"accepted"}); });
             t.withdraws(referral);
             a.settle();
             EXPECT_FALSE(a.holds(referral));
             EXPECT_FALSE(a.holdsWords("assessment at home")) << "the home's words about what is needed";
         }},
        {"Work typed after the loss, before the tablet heard of it, is held",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             a.settle();
             t.withdraws(referral);
             a.writesMessage(referral, t.edith, "vexbright");
             a.settle();
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
         }},
        {"Work whose answer was lost together with the news of the loss is there once",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             a.settle();
             a.writesMessage(referral, t.edith, "vexbright");
             t.withdraws(referral);
             a.loseReplies = 1;
             a.sync();
             a.settle();
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
         }},
        {"Unsent work, a loss and a regain before the next contact: applied as if nothing had been",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             t.joins(t.edith, a);
             a.settle();
             const auto message = a.writesMessage(referral, t.edith, "vexbright");
             t.leaves(t.edith, a);
             t.joins(t.edith, a);
             a.settle();
             EXPECT_TRUE(t.ledgerOf(kTrustHome).contains(message));
             EXPECT_EQ(t.inboxOf(kTrustHome), 0U);
         }},
        {"Unsent work while away from the care team is held, and joining again does not release it by itself",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             a.settle();
             t.withdraws(referral);
             a.writesMessage(referral, t.edith, "vexbright");
             a.settle();
             t.joins(t.edith, a);
             a.settle();
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
         }},
        {"Work refused and let go leaves with its person",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             // Nobody of another agency writes in the trust's own notes.
             const auto note = Device{t, a.who, kTrustHome}.writesNote(t.edith, "vexbright");
             a.saves(note);
             a.settle();
             ASSERT_THAT(a.outbox(), SizeIs(1));
             EXPECT_EQ(a.outbox()[0].outcome, IntentOutcome::Refused);
             ASSERT_TRUE(a.store().settle(note.op));
             a.work.clear();
             EXPECT_TRUE(a.holdsWords("vexbright"));
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_FALSE(a.holdsWords("vexbright"));
         }},
        {"Readings not told yet are told before they go",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             const HomeReading seen{kTrustHome, {t.edithsNote, {1}, ReadingHow::Printed, t.clock.now()}};
             ASSERT_TRUE(a.store().noteReadings({&seen, 1}));
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_THAT(a.store().evidence(kTrustHome, 10)->readings, IsEmpty());
             EXPECT_FALSE(a.holdsWords(t.edithsNote.hex())) << "nor the name of what was read";
         }},
        // --- when something breaks in between
        {"The answer that takes it away is lost, and comes again",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.leaves(t.edith, a);
             a.loseReplies = 2;
             a.sync();
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"What tells that it has gone is lost, and goes again",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.leaves(t.edith, a);
             a.meanwhileAt = a.requests + 2;
             a.meanwhile = [&a] { a.unreachable = {kTrustHome}; };
             (void)a.exchange(kTrustHome);
             a.unreachable.clear();
             a.settle();
         }},
        {"The program ends between the removal and the telling",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.leaves(t.edith, a);
             a.meanwhileAt = a.requests + 2;
             a.meanwhile = [&a] { a.unreachable = {kTrustHome}; };
             (void)a.exchange(kTrustHome);
             a.open();
             EXPECT_FALSE(a.holdsWords(t.wordsOf(t.edithsNote)));
             a.unreachable.clear();
             a.settle();
         }},
        {"A reader is open, so that the disk cannot be emptied: not told until it has been",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             std::promise<void> reading;
             std::promise<void> mayEnd;
             std::thread reader([&] {
                 bool first = true;
                 (void)a.store().dumpCanonical([&](std::string_view) {
                     if (std::exchange(first, false)) {
                         reading.set_value();
                         mayEnd.get_future().wait();
                     }
                     return ok();
                 });
             });
             reading.get_future().wait();
             t.leaves(t.edith, a);
             (void)a.exchange(kTrustHome);
             {
                 const auto reads = t.server->ledgerOf(kTrustHome)->read();
                 const auto asked = (*reads)->removals().removalsFrom(a.who.device).value();
                 for (const auto& removal : asked) {
                     EXPECT_FALSE(removal.confirmedAt.isKnown());
                 }
             }
             mayEnd.set_value();
             reader.join();
             a.settle();
         }},
        {"A tablet restored from a copy made before the loss loses it again",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             a.copyTo("backup");
             t.leaves(t.edith, a);
             a.settle();
             a.restoreFrom("backup");
             EXPECT_TRUE(a.holds(t.edithsNote)) << "until it has been in contact";
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"A tablet restored from a copy with unsent work of before the loss hands it in once",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             a.settle();
             a.writesMessage(referral, t.edith, "vexbright");
             a.copyTo("backup");
             t.withdraws(referral);
             a.settle();
             a.restoreFrom("backup");
             a.settle();
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
         }},
        {"The server was restored meanwhile: what is still granted is fetched again, what is not goes",
         [](Town& t, TownTablet& a) {
             withBoth(t, a);
             t.leaves(t.edith, a);
             t.newEpoch(kTrustHome);
             a.settle();
             EXPECT_TRUE(a.holds(t.arthursNote));
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"The server was restored while unsent work of a lost referral waits",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             a.settle();
             a.writesMessage(referral, t.edith, "vexbright");
             t.withdraws(referral);
             t.newEpoch(kTrustHome);
             a.settle();
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
         }},
    };
}

} // namespace frontsheet::test
