// Several tablets and homes, changed agreements, and devices that are shut out.
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

std::vector<RevocationRow> homesRows() {
    return {
        // --- several tablets, several homes
        {"Two tablets of one worker both lose it",
         [](Town& t, TownTablet& a) {
             TownTablet& second = t.tablet("second", "council", "W001");
             withEdith(t, a);
             second.settle();
             t.leaves(t.edith, a);
             a.settle();
             second.settle();
             EXPECT_FALSE(second.holds(t.edithsNote));
         }},
        {"Of two tablets the one in a drawer is known not to have been asked",
         [](Town& t, TownTablet& a) {
             TownTablet& drawer = t.tablet("second", "council", "W001");
             withEdith(t, a);
             drawer.settle();
             t.leaves(t.edith, a);
             a.settle();
             const auto reads = t.server->ledgerOf(kTrustHome)->read();
             EXPECT_THAT((*reads)->removals().removalsFrom(drawer.who.device).value(), IsEmpty());
             EXPECT_THAT((*reads)->removals().grantedAbout(t.edith).value(), SizeIs(::testing::Ge(2)));
             drawer.settle();
         }},
        {"What another home keeps about a person stays when this home takes its own",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             Device own{t, a.who, kCouncilHome};
             const auto note = own.writesNote(t.edith, "vexbright of the council");
             own.sync({note});
             a.settle();
             ASSERT_TRUE(a.holds(note.record));
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_TRUE(a.holds(note.record));
         }},
        // --- the agreement changes
        {"A clause suspended takes what only it opened, and no more",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.agrees([](sharing::Agreement& agreement) {
                 std::erase_if(agreement.clauses, [](const auto& clause) { return clause.id == "council-team"; });
             });
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
             EXPECT_TRUE(a.holdsWords("Marlowe")) << "who the person is, another clause still opens";
         }},
        {"A clause suspended and taken up again brings back what it took",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.agrees([](sharing::Agreement& agreement) { agreement.clauses.clear(); });
             a.settle();
             EXPECT_FALSE(a.holdsWords("Marlowe"));
             t.agrees([](sharing::Agreement&) {});
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
         }},
        {"An agreement that lapses takes everything by the clock alone",
         [](Town& t, TownTablet& a) {
             const WallTime end = t.clock.now() + std::chrono::hours{24};
             t.agrees([end](sharing::Agreement& agreement) { agreement.expires = end; });
             withEdith(t, a);
             t.clock.advance(std::chrono::hours{25});
             a.settle();
             EXPECT_FALSE(a.holdsWords("Marlowe"));
         }},
        {"A role that a clause no longer names loses what it opened to that role",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.agrees([](sharing::Agreement& agreement) {
                 for (auto& clause : agreement.clauses) {
                     std::erase(clause.roles, "social work assessor");
                 }
             });
             a.settle();
             EXPECT_FALSE(a.holdsWords("Marlowe"));
         }},
        {"One category narrowed away leaves the others",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.agrees([](sharing::Agreement& agreement) {
                 for (auto& clause : agreement.clauses) {
                     std::erase(clause.categories, Category::ContactNote);
                 }
             });
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
             EXPECT_TRUE(a.holdsWords("Marlowe"));
         }},
        {"Terms that change under a grant take the old and bring the new, with nothing lost",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.agrees([](sharing::Agreement& agreement) {
                 for (auto& clause : agreement.clauses) {
                     clause.lease = {24, 48};
                 }
             });
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
         }},
        {"Reading left where writing was taken: what waits goes to nobody's record",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             a.settle();
             const auto message = a.writesMessage(referral, t.edith, "vexbright");
             t.agrees([](sharing::Agreement& agreement) {
                 for (auto& clause : agreement.clauses) {
                     clause.access = sharing::Access::Read;
                 }
             });
             a.settle();
             EXPECT_FALSE(t.ledgerOf(kTrustHome).contains(message));
             ASSERT_THAT(a.outbox(), SizeIs(1));
         }},
        {"A clause suspended while work waits: held",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             a.settle();
             a.writesMessage(referral, t.edith, "vexbright");
             t.agrees([](sharing::Agreement& agreement) { agreement.clauses.clear(); });
             a.settle();
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
         }},
        {"A clause suspended in the middle of a first sync",
         [](Town& t, TownTablet& a) {
             t.notes(t.edith, 300, 600);
             t.joins(t.edith, a);
             a.pageBytes = 16 * 1024;
             a.meanwhileAt = 3;
             a.meanwhile = [&t] { t.agrees([](sharing::Agreement& agreement) { agreement.clauses.clear(); }); };
             a.settle();
             EXPECT_FALSE(a.meanwhile);
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        // --- shut out
        {"Revoked at a partner between two contacts: all of that home goes, own work of it is handed in",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             a.writesMessage(referral, t.edith, "vexbright");
             t.revokes(a, kTrustHome);
             a.settle();
             a.mayHoldNothing = true;
             ASSERT_THAT(a.outbox(), SizeIs(1));
             EXPECT_EQ(a.outbox()[0].reason, ErrorCode::Revoked);
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
         }},
        {"Revoked in the middle of a sync",
         [](Town& t, TownTablet& a) {
             t.notes(t.edith, 300, 600);
             t.joins(t.edith, a);
             a.pageBytes = 16 * 1024;
             a.meanwhileAt = 3;
             a.meanwhile = [&t, &a] { t.revokes(a, kTrustHome); };
             a.settle();
             a.mayHoldNothing = true;
         }},
        {"Revoked, and the answer to the handing in is lost",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             a.writesMessage(referral, t.edith, "vexbright");
             t.revokes(a, kTrustHome);
             a.meanwhileAt = a.requests + 1;
             a.meanwhile = [&a] { a.loseReplies = 1; };
             (void)a.exchange(kTrustHome);
             EXPECT_TRUE(a.holds(t.edithsNote)) << "nothing goes before it has been handed in";
             a.settle();
             a.mayHoldNothing = true;
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
         }},
        {"Revoked by the own agency: of its own home nothing is left, not even one's words",
         [](Town& t, TownTablet& a) {
             Device own{t, a.who, kCouncilHome};
             const auto person = t.newPerson();
             own.sync({own.registers(person, "Trevithick")});
             a.settle();
             a.saves(own.writesNote(person, "vexbright"));
             t.revokes(a, kCouncilHome);
             a.settle();
             a.mayHoldNothing = true;
             EXPECT_FALSE(a.holdsWords("vexbright"));
             EXPECT_FALSE(a.holdsWords("Trevithick"));
             EXPECT_EQ(t.inboxOf(kCouncilHome), 1U);
         }},
        {"A certificate that ran out and may be renewed loses nothing",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             const auto message = a.writesMessage(referral, t.edith, "vexbright");
             a.certifiedUntil = t.clock.now() + -std::chrono::hours{24 * 20};
             EXPECT_EQ(a.exchange(kTrustHome).closing, Exchanged::Closing::RenewFirst);
             EXPECT_TRUE(a.holds(t.edithsNote));
             EXPECT_EQ(t.inboxOf(kTrustHome), 0U);
             a.certifiedUntil = {};
             a.settle();
             EXPECT_TRUE(t.ledgerOf(kTrustHome).contains(message));
         }},
        {"A certificate that ran out too long ago is shut out",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             a.writesMessage(referral, t.edith, "vexbright");
             a.certifiedUntil = t.clock.now() + -std::chrono::hours{24 * 100};
             EXPECT_EQ(a.exchange(kTrustHome).closing, Exchanged::Closing::Closed);
             a.settle();
             a.mayHoldNothing = true;
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
         }},
        {"Something on the way that says 401 shuts nobody out",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             a.unreachable = {kTrustHome};
             EXPECT_EQ(a.exchange(kTrustHome).closing, Exchanged::Closing::No);
             a.unreachable.clear();
             EXPECT_TRUE(a.holds(t.edithsNote));
         }},
    };
}

} // namespace frontsheet::test
