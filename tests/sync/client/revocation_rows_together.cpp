// Loss together with something else, and in the middle of fetching.
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

std::vector<RevocationRow> togetherRows() {
    return {
        // --- together with something else
        {"One person goes and another comes in one exchange",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.leaves(t.edith, a);
             t.joins(t.arthur, a);
             a.settle();
             EXPECT_TRUE(a.holds(t.arthursNote));
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"A note entered in error goes by its words where the grant stays",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.entersInError(t.edithsNote);
             a.settle();
             EXPECT_FALSE(a.holdsWords(t.wordsOf(t.edithsNote)));
         }},
        {"A note entered in error and the person lost in one exchange",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.entersInError(t.edithsNote);
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"A note entered in error after the person was lost is not heard of",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.leaves(t.edith, a);
             a.settle();
             t.entersInError(t.edithsNote);
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"A change of a record and its loss in one exchange leave neither the old nor the new words",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             for (const auto& [id, record] : t.ledgerOf(kTrustHome)) {
                 if (record.type == RecordType::Registration && record.person == t.edith) {
                     t.changes(id, registration::kTown, "Upper Jorvikcombe");
                 }
             }
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_FALSE(a.holdsWords("Jorvikcombe"));
             EXPECT_FALSE(a.holdsWords("Marlowe"));
         }},
        {"A person lost who is linked to another that stays",
         [](Town& t, TownTablet& a) {
             t.links(t.edith, t.arthur);
             withBoth(t, a);
             EXPECT_THAT(a.store().sameHuman(t.edith).value(), SizeIs(2));
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_TRUE(a.holds(t.arthursNote));
             EXPECT_EQ(a.store().caseload(RecordReader::CaseloadOf::Everyone, {}, {}, 0, 10)->total, 1U);
         }},
        {"A link taken back and the person lost in one exchange",
         [](Town& t, TownTablet& a) {
             t.links(t.edith, t.arthur);
             withBoth(t, a);
             t.unlinks(t.edith);
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_TRUE(a.holds(t.arthursNote));
         }},
        {"Hundreds of notes at once, and the search finds none of them",
         [](Town& t, TownTablet& a) {
             t.notes(t.edith, 400);
             t.notes(t.arthur, 30);
             withBoth(t, a);
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_THAT(a.store().search("visited", 1000).value(), SizeIs(30));
         }},
        {"Forty people at once",
         [](Town& t, TownTablet& a) {
             std::vector<PersonId> people;
             for (int i = 0; i < 40; ++i) {
                 people.push_back(t.registers("Fallon" + std::to_string(i)));
                 t.notes(people.back());
                 t.joins(people.back(), a);
             }
             a.settle();
             for (const auto& person : people) {
                 t.leaves(person, a);
             }
             a.settle();
             EXPECT_FALSE(a.holdsWords("Fallon"));
         }},
        {"Loss before the words were indexed for search",
         [](Town& t, TownTablet& a) {
             t.joins(t.edith, a);
             a.sync();
             a.sync();
             ASSERT_TRUE(a.holds(t.edithsNote));
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_THAT(a.store().search("zorquel", 5).value(), IsEmpty());
         }},
        // --- in the middle of fetching
        {"Loss during a paged first sync",
         [](Town& t, TownTablet& a) {
             t.notes(t.edith, 300, 600);
             t.joins(t.edith, a);
             a.pageBytes = 16 * 1024;
             a.meanwhileAt = 3;
             a.meanwhile = [&t, &a] { t.leaves(t.edith, a); };
             a.settle();
             EXPECT_FALSE(a.meanwhile) << "it was paged";
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"Loss of one person while another's pages come",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.notes(t.arthur, 300, 600);
             t.joins(t.arthur, a);
             a.pageBytes = 16 * 1024;
             a.meanwhileAt = a.requests + 3;
             a.meanwhile = [&t, &a] { t.leaves(t.edith, a); };
             a.settle();
             EXPECT_FALSE(a.meanwhile);
             EXPECT_TRUE(a.holds(t.arthursNote));
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"Loss and regain during a paged first sync",
         [](Town& t, TownTablet& a) {
             t.notes(t.edith, 300, 600);
             t.joins(t.edith, a);
             a.pageBytes = 16 * 1024;
             a.meanwhileAt = 3;
             a.meanwhile = [&t, &a] {
                 t.leaves(t.edith, a);
                 t.joins(t.edith, a);
             };
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
         }},
        {"Loss while the store was closed half way through its pages",
         [](Town& t, TownTablet& a) {
             t.notes(t.edith, 300, 600);
             t.joins(t.edith, a);
             a.pageBytes = 16 * 1024;
             a.meanwhileAt = 3;
             a.meanwhile = [&a] { a.unreachable = {kTrustHome}; };
             a.sync();
             a.open();
             a.unreachable.clear();
             t.leaves(t.edith, a);
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
    };
}

} // namespace frontsheet::test
