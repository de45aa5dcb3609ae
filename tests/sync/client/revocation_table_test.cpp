// What happens to a tablet when something is taken away, as a table. Each row plays a story and settles; then every tablet
// must hold exactly what a new device of its worker would be given, its work be accounted for, and the words of everything
// else be nowhere on its disk: on no page, used or free, in no frame of the WAL, in no file.
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"
#include "tests/sync/client/revocation_town.h"

#include <gmock/gmock.h>

#include <future>
#include <thread>

namespace frontsheet::test {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Row {
    const char* story;
    void (*play)(Town& t, TownTablet& a);
};

void withEdith(Town& t, TownTablet& a) {
    t.joins(t.edith, a);
    a.settle();
    ASSERT_TRUE(a.holds(t.edithsNote));
    ASSERT_TRUE(a.holdsWords(t.wordsOf(t.edithsNote))) << "found before";
}

void withBoth(Town& t, TownTablet& a) {
    t.joins(t.edith, a);
    t.joins(t.arthur, a);
    a.settle();
    ASSERT_TRUE(a.holds(t.edithsNote) && a.holds(t.arthursNote));
}

const Row kRows[] = {
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

class RevocationTable : public Town, public ::testing::WithParamInterface<Row> {};

TEST_P(RevocationTable, LeavesWhatTheDecisionLeaves) {
    SCOPED_TRACE(GetParam().story);
    GetParam().play(*this, assessor());
    if (!HasFatalFailure()) {
        checkEverything();
    }
}

static_assert(std::size(kRows) >= 40);

std::string nameOf(const ::testing::TestParamInfo<Row>& row) {
    std::string name = std::to_string(row.index + 1) + "_";
    bool capital = true;
    for (const char* c = row.param.story; *c != '\0'; ++c) {
        const bool letter = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z');
        if (letter) {
            name.push_back(capital && *c >= 'a' ? static_cast<char>(*c - 32) : *c);
        }
        capital = !letter;
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(Rows, RevocationTable, ::testing::ValuesIn(kRows), nameOf);

} // namespace
} // namespace frontsheet::test
