// Loss, regain, and what two routes open.
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

std::vector<RevocationRow> routesRows() {
    return {
        // --- loss and regain
        {"Leaving the care team takes everything about the person",
         [](Town& t, TownTablet& a) {
             withBoth(t, a);
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"Joining again after a loss brings everything again",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.leaves(t.edith, a);
             a.settle();
             t.joins(t.edith, a);
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
         }},
        {"What was written while one was away is there when one joins again",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.leaves(t.edith, a);
             a.settle();
             const auto later = t.notes(t.edith);
             t.joins(t.edith, a);
             a.settle();
             EXPECT_TRUE(a.holds(later));
         }},
        {"A loss and a regain between two contacts leave no gap",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.leaves(t.edith, a);
             t.notes(t.edith);
             t.joins(t.edith, a);
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
         }},
        {"Lost, regained and lost again is lost",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             for (int i = 0; i < 2; ++i) {
                 t.leaves(t.edith, a);
                 a.settle();
                 if (i == 0) {
                     t.joins(t.edith, a);
                     a.settle();
                 }
             }
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"A membership that ends by the clock takes everything without anybody's doing",
         [](Town& t, TownTablet& a) {
             t.joins(t.edith, a, std::chrono::hours{5});
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
             t.clock.advance(std::chrono::hours{6});
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"A colleague's leaving changes nothing for this one",
         [](Town& t, TownTablet& a) {
             TownTablet& colleague = t.tablet("colleague", "council", "W002");
             withEdith(t, a);
             t.joins(t.edith, colleague);
             colleague.settle();
             t.leaves(t.edith, colleague);
             colleague.settle();
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
             EXPECT_FALSE(colleague.holds(t.edithsNote));
         }},
        // --- two routes
        {"Loss of the care team leaves what the referral opens, and no more of the registration",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_TRUE(a.holds(referral));
             EXPECT_FALSE(a.holds(t.edithsNote));
             EXPECT_FALSE(a.holdsWords("CFS 7")) << "what only the wider route showed";
         }},
        {"Loss of the referral leaves what the care team opens",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             t.withdraws(referral);
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
         }},
        {"Loss of both routes in one exchange takes all",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             t.withdraws(referral);
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_FALSE(a.holds(referral));
         }},
        {"Loss of one route and then of the other takes all",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             t.leaves(t.edith, a);
             a.settle();
             t.withdraws(referral);
             a.settle();
             EXPECT_FALSE(a.holds(referral));
         }},
        {"Two referrals about one person: one withdrawn, the other stays",
         [](Town& t, TownTablet& a) {
             const auto first = t.refers(t.edith);
             const auto second = t.refers(t.edith);
             a.settle();
             t.withdraws(first);
             a.settle();
             EXPECT_FALSE(a.holds(first));
             EXPECT_TRUE(a.holds(second));
         }},
        {"A referral passed on to a colleague leaves the first and reaches the second",
         [](Town& t, TownTablet& a) {
             TownTablet& colleague = t.tablet("colleague", "council", "W002");
             const auto referral = t.refers(t.edith);
             a.settle();
             t.withdraws(referral);
             const auto again = t.refers(t.edith, "W002");
             a.settle();
             colleague.settle();
             EXPECT_FALSE(a.holds(referral) || a.holds(again));
             EXPECT_TRUE(colleague.holds(again));
         }},
    };
}

} // namespace frontsheet::test
