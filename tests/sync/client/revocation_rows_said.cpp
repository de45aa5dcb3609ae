// What the person says, and whom an author names.
#include "tests/sync/client/revocation_rows.h"

namespace frontsheet::test {

namespace {

using sharing::PermissionMode;
using sharing::StatementKind;

// Notes go under a clause that asks for the person's word so.
void notesGo(Town& t, PermissionMode mode) {
    t.agrees([mode](sharing::Agreement& agreement) {
        for (auto& clause : agreement.clauses) {
            if (clause.relationships == sharing::RelationshipSet{sharing::Relationship::CareTeam}) {
                clause.permission = mode;
            }
        }
    });
}

} // namespace

std::vector<RevocationRow> saidRows() {
    return {
        {"An objection takes what went unless the person objects",
         [](Town& t, TownTablet& a) {
             notesGo(t, PermissionMode::ObjectionHonoured);
             withBoth(t, a);
             (void)t.says(t.edith, StatementKind::Objection);
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
             EXPECT_FALSE(a.holdsWords(t.wordsOf(t.edithsNote)));
             EXPECT_TRUE(a.holds(t.arthursNote)) << "she spoke for herself alone";
         }},
        {"An objection taken back brings again what it took",
         [](Town& t, TownTablet& a) {
             notesGo(t, PermissionMode::ObjectionHonoured);
             withEdith(t, a);
             const auto objection = t.says(t.edith, StatementKind::Objection);
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
             t.takesBack(objection);
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
         }},
        {"A permission taken back takes what went by it alone",
         [](Town& t, TownTablet& a) {
             notesGo(t, PermissionMode::PermissionRequired);
             t.joins(t.edith, a);
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote)) << "nobody has asked her yet";
             const auto yes = t.says(t.edith, StatementKind::Permission);
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
             EXPECT_TRUE(a.holdsWords(t.wordsOf(t.edithsNote)));
             t.takesBack(yes);
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"An objection while work on a referral waits: the notes go, and the work arrives",
         [](Town& t, TownTablet& a) {
             notesGo(t, PermissionMode::ObjectionHonoured);
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             (void)a.writesMessage(referral, t.edith, "vexbright");
             (void)t.says(t.edith, StatementKind::Objection);
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"Readers named after the fact: who is not among them loses the note and keeps the rest",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             const auto second = t.notes(t.edith);
             a.settle();
             t.restricts(t.edithsNote, {{AgencyId{"trust"}, WorkerId{"W016"}}});
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
             EXPECT_TRUE(a.holds(second));
         }},
        {"Named as a reader, and later not",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             t.restricts(t.edithsNote, {{a.who.agency, a.who.worker}});
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
             t.restricts(t.edithsNote, {{AgencyId{"trust"}, WorkerId{"W016"}}});
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
    };
}

} // namespace frontsheet::test
