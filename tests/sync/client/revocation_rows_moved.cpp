// A worker in another role, and a record filed elsewhere.
#include "core/domain/schema/referral.h"
#include "tests/sync/client/revocation_rows.h"

namespace frontsheet::test {

namespace {

// What the care team's clauses open is for assessors alone; who is who stays with everybody.
void teamIsForAssessors(Town& t) {
    t.agrees([](sharing::Agreement& agreement) {
        for (auto& clause : agreement.clauses) {
            if (clause.id.ends_with("-team")) {
                clause.roles = {"social work assessor"};
            }
        }
    });
}

// A draft is filed where its author says until it is signed; what others may read stays where it is.
RecordId drafts(Town& t, const PersonId& person, Category category) {
    t.clock.advance(std::chrono::milliseconds{1});
    auto draft = t.nurse().writesNote(person, "vexbright, to be thought over", "draft");
    draft.category = category;
    const auto results = t.nurse().sync({draft});
    EXPECT_EQ(results.at(0).outcome, IntentOutcome::Applied) << name(results.at(0).reason);
    return draft.record;
}

void files(Town& t, const RecordId& record, Category category, const FieldSpec& field, const char* value) {
    t.nurse().sync();
    const auto fields = t.nurse().fieldsOf(record);
    const Value* was = fields.find(field.tag);
    auto edit =
        t.nurse().edits(record, {{field.tag, was == nullptr ? std::nullopt : std::optional{*was}, textValue(value)}});
    edit.category = category;
    const auto results = t.nurse().sync({edit});
    ASSERT_EQ(results.at(0).outcome, IntentOutcome::Applied) << name(results.at(0).reason);
}

void filesDraft(Town& t, const RecordId& draft, Category category) {
    files(t, draft, category, contact_note::kText,
          (std::string{"vexbright, for "} + std::string{name(category)}).c_str());
}

void signs(Town& t, const RecordId& draft, Category category) {
    files(t, draft, category, contact_note::kState, "signed");
}

// Of what the care team sees, what is filed so is no longer for them.
void teamLoses(Town& t, Category category) {
    t.agrees([category](sharing::Agreement& agreement) {
        for (auto& clause : agreement.clauses) {
            std::erase(clause.categories, category);
        }
    });
}

} // namespace

std::vector<RevocationRow> movedRows() {
    return {
        {"A worker in another role loses what only the old one opened",
         [](Town& t, TownTablet& a) {
             teamIsForAssessors(t);
             withBoth(t, a);
             a.who.role = "duty officer"; // by a new certificate
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
             EXPECT_FALSE(a.holdsWords(t.wordsOf(t.arthursNote)));
         }},
        {"A worker back in the old role has it again",
         [](Town& t, TownTablet& a) {
             teamIsForAssessors(t);
             withEdith(t, a);
             a.who.role = "duty officer";
             a.settle();
             EXPECT_FALSE(a.holds(t.edithsNote));
             a.who.role = "social work assessor";
             a.settle();
             EXPECT_TRUE(a.holds(t.edithsNote));
         }},
        {"A role that no agreement knows is left nothing of partners",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             ASSERT_TRUE(a.holds(referral));
             a.who.role = "gardener";
             a.settle();
             EXPECT_FALSE(a.holds(referral));
             EXPECT_FALSE(a.holds(t.edithsNote));
         }},
        {"Another role while work waits: it is held, and the rest goes",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith);
             withEdith(t, a);
             (void)a.writesMessage(referral, t.edith, "vexbright");
             a.who.role = "gardener";
             a.settle();
             EXPECT_EQ(t.inboxOf(kTrustHome), 1U);
             EXPECT_FALSE(a.holds(referral));
         }},
        {"A draft filed elsewhere is filed so on its author's other tablet, and nobody else hears of it",
         [](Town& t, TownTablet& a) {
             auto& other = t.tablet("nurse's other", "trust", "W012");
             withEdith(t, a);
             const auto draft = drafts(t, t.edith, Category::ContactNote);
             other.settle();
             ASSERT_TRUE(other.holds(draft));
             filesDraft(t, draft, Category::CarerPrivate);
             other.settle();
             a.settle();
             EXPECT_EQ((*other.store().record(draft))->record.category, Category::CarerPrivate);
             EXPECT_FALSE(a.holdsWords("vexbright"));
         }},
        {"A draft filed under what stays at home and signed so is not for the care team",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             const auto draft = drafts(t, t.edith, Category::ContactNote);
             filesDraft(t, draft, Category::CarerPrivate);
             signs(t, draft, Category::CarerPrivate);
             a.settle();
             EXPECT_FALSE(a.holds(draft));
             EXPECT_TRUE(a.holds(t.edithsNote)) << "and nothing else goes";
         }},
        {"A draft filed and signed as the care team's comes by the other category's clause, and goes with that",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             const auto draft = drafts(t, t.edith, Category::CarerPrivate);
             a.settle();
             EXPECT_FALSE(a.holds(draft));
             signs(t, draft, Category::Housing);
             a.settle();
             ASSERT_TRUE(a.holds(draft));
             teamLoses(t, Category::Housing);
             a.settle();
             EXPECT_FALSE(a.holds(draft));
             EXPECT_FALSE(a.holdsWords("vexbright"));
             EXPECT_TRUE(a.holds(t.edithsNote));
         }},
        {"What others may read stays where it is filed, whatever a later edit says of it",
         [](Town& t, TownTablet& a) {
             const auto referral = t.refers(t.edith, "W002"); // not theirs to answer: by the care team alone
             withEdith(t, a);
             ASSERT_TRUE(a.holds(referral));
             files(t, referral, Category::Housing, referral::kUrgency, "urgent");
             a.settle();
             EXPECT_EQ((*a.store().record(referral))->record.category, Category::Referral);
             teamLoses(t, Category::Housing);
             a.settle();
             EXPECT_TRUE(a.holds(referral)) << "nothing of it was housing's";
         }},
        {"Entered in error and written anew elsewhere: the words go, and come to whom they concern",
         [](Town& t, TownTablet& a) {
             auto& second = t.tablet("second assessor", "council", "W002");
             withEdith(t, a);
             t.joins(t.arthur, second);
             second.settle();
             t.entersInError(t.edithsNote);
             const auto anew = t.notes(t.arthur);
             a.settle();
             second.settle();
             EXPECT_FALSE(a.holdsWords(t.wordsOf(t.edithsNote)));
             EXPECT_FALSE(a.holds(anew));
             EXPECT_TRUE(second.holds(anew));
         }},
        {"A scope under which nothing was is told as removed as well",
         [](Town& t, TownTablet& a) {
             withEdith(t, a);
             a.who.role = "gardener"; // whose own agency has nothing that they had
             a.settle();
             const auto reads = t.server->ledgerOf(kCouncilHome)->read();
             const auto asked = (*reads)->removals().removalsFrom(a.who.device).value();
             EXPECT_GT(asked.size(), 10U);
             for (const auto& removal : asked) {
                 EXPECT_TRUE(removal.confirmedAt.isKnown()) << removal.scope;
             }
         }},
    };
}

} // namespace frontsheet::test
