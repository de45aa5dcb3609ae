// What must hold whatever the agreement says. Each property draws many cases; a failure prints the seed of its case.
#include "tests/core/domain/sharing/random_sharing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace frontsheet::sharing {
namespace {

// Enough that the rarest branch is met several times over, whatever a new field does to the draws.
constexpr std::uint64_t kCases = 12000;

template <class Property>
void forManyCases(Property property, std::uint64_t cases = kCases) {
    for (std::uint64_t seed = 1; seed <= cases; ++seed) {
        RandomSharing random(seed);
        const RandomCase one = random.next();
        property(random, one, seed);
        if (testing::Test::HasFailure()) {
            FAIL() << "seed " << seed;
        }
    }
}

void expectNoWider(const Decision& before, const Decision& after) {
    EXPECT_TRUE(after.fields.isWithin(before.fields));
    EXPECT_TRUE(after.newer == NewerFields::Withheld || before.newer == NewerFields::Released);
    EXPECT_TRUE(!after.mayContribute() || before.mayContribute());
    EXPECT_TRUE(after.furtherRelease == FurtherRelease::NotAllowed || before.furtherRelease == FurtherRelease::Allowed);
}

TEST(SharingProperties, BothEvaluatorsSayTheSame) {
    std::map<Reason, int> met;
    int stubs = 0;
    int masked = 0;
    int told = 0;
    int partly = 0;
    forManyCases(
        [&](RandomSharing&, const RandomCase& one, std::uint64_t) {
            const auto decision = one.decided();
            const auto product = naive::inWords(decision, one.type, one.compiled());
            const auto naively = one.decidedNaively();
            EXPECT_EQ(product, naively) << naive::describe(product) << "\nand naively\n" << naive::describe(naively);
            ++met[decision.reason];
            stubs += decision.releases() && one.standing == Standing::EnteredInError ? 1 : 0;
            masked += decision.masked.empty() ? 0 : 1;
            told += decision.toViewer == ViewerReason::NotShared ? 1 : 0;
            partly += decision.releases() && !decision.announced.empty() ? 1 : 0;
        },
        4 * kCases);
    // Each branch was met, so that agreeing means something.
    for (const auto reason : kAllReasons) {
        EXPECT_GT(met[reason], 3) << wordsForLog(reason);
    }
    EXPECT_GT(stubs, 30);
    EXPECT_GT(masked, 30);
    EXPECT_GT(told, 30);
    EXPECT_GT(partly, 10);
}

TEST(SharingProperties, EveryAnswerHasItsReason) {
    forManyCases([](RandomSharing&, const RandomCase& one, std::uint64_t) {
        const auto decision = one.decided();
        EXPECT_EQ(decision.releases(), releases(decision.reason));
        EXPECT_FALSE(wordsForLog(decision.reason).empty());
        EXPECT_EQ(decision.releases(), decision.toViewer == ViewerReason::Released);
        EXPECT_TRUE(decision.masked.isWithin(decision.fields));
        EXPECT_TRUE((decision.announced & decision.fields).empty());
        EXPECT_TRUE(decision.releases() || (decision.access == Access::Read && decision.lease == Lease{}));
    });
}

TEST(SharingProperties, TheOrderOfAnythingIsNothing) {
    forManyCases([](RandomSharing& random, const RandomCase& one, std::uint64_t seed) {
        RandomCase other = one;
        std::mt19937_64 chance(seed);
        std::shuffle(other.agreements.begin(), other.agreements.end(), chance);
        std::shuffle(other.statements.begin(), other.statements.end(), chance);
        for (auto& active : other.agreements) {
            auto& agreement = active.agreement;
            std::shuffle(agreement.clauses.begin(), agreement.clauses.end(), chance);
            std::shuffle(agreement.roles.begin(), agreement.roles.end(), chance);
            std::shuffle(agreement.parties.begin(), agreement.parties.end(), chance);
            for (auto& clause : agreement.clauses) {
                std::shuffle(clause.categories.begin(), clause.categories.end(), chance);
                std::shuffle(clause.roles.begin(), clause.roles.end(), chance);
                std::shuffle(clause.only.begin(), clause.only.end(), chance);
            }
        }
        EXPECT_EQ(one.decided(), other.decided());
        (void)random;
    });
}

TEST(SharingProperties, AnObjectionNeverWidens) {
    int narrowed = 0;
    forManyCases([&](RandomSharing& random, const RandomCase& one, std::uint64_t) {
        RandomCase other = one;
        other.statements.push_back(random.statement(StatementKind::Objection, one.now));
        expectNoWider(one.decided(), other.decided());
        narrowed += one.decided() == other.decided() ? 0 : 1;
    });
    EXPECT_GT(narrowed, 30);
}

TEST(SharingProperties, AWithdrawnPermissionNeverWidens) {
    int narrowed = 0;
    forManyCases([&](RandomSharing& random, const RandomCase& one, std::uint64_t) {
        RandomCase before = one;
        before.statements.push_back(random.statement(StatementKind::Permission, one.now));
        RandomCase after = before;
        after.statements.back().withdrawnAt = one.now;
        expectNoWider(before.decided(), after.decided());
        narrowed += before.decided() == after.decided() ? 0 : 1;
    });
    EXPECT_GT(narrowed, 10);
}

TEST(SharingProperties, ARemovedClauseNeverWidens) {
    int narrowed = 0;
    forManyCases([&](RandomSharing& random, const RandomCase& one, std::uint64_t) {
        RandomCase other = one;
        const auto at = random.someClause(one);
        if (!at) {
            return;
        }
        auto& clauses = other.agreements[at->agreement].agreement.clauses;
        clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(at->clause));
        expectNoWider(one.decided(), other.decided());
        narrowed += one.decided() == other.decided() ? 0 : 1;
    });
    EXPECT_GT(narrowed, 30);
}

TEST(SharingProperties, ASuspendedClauseNeverWidens) {
    int narrowed = 0;
    forManyCases([&](RandomSharing& random, const RandomCase& one, std::uint64_t) {
        RandomCase other = one;
        const auto at = random.someClause(one);
        if (!at) {
            return;
        }
        auto& active = other.agreements[at->agreement];
        active.stops.push_back({one.home, {active.agreement.clauses[at->clause].id}});
        expectNoWider(one.decided(), other.decided());
        narrowed += one.decided() == other.decided() ? 0 : 1;
    });
    EXPECT_GT(narrowed, 30);
}

TEST(SharingProperties, ARestrictionNeverWidens) {
    forManyCases([](RandomSharing& random, const RandomCase& one, std::uint64_t) {
        RandomCase open = one;
        open.readers.clear();
        RandomCase restricted = one;
        restricted.readers.push_back({AgencyId{random.oneIn(2) ? "trust" : "council"}, WorkerId{"W001"}});
        expectNoWider(open.decided(), restricted.decided());
    });
}

TEST(SharingProperties, ARestrictedLocationKeepsEveryAddressAndGivesWhatItKeepsToVisitorsAlone) {
    int narrowed = 0;
    int visited = 0;
    forManyCases(
        [&](RandomSharing& random, const RandomCase& one, std::uint64_t) {
            RandomCase other = one;
            other.statements.push_back(random.statement(StatementKind::RestrictedLocation, one.now));
            if (random.oneIn(3)) {
                // Whoever asks hides behind the restriction, and may be its visitor.
                other.type = RecordType::PermissionStatement;
                other.category = Category::Involvement;
                other.addressing = Addressing::NotOfAReferral;
                other.following = Following::No;
                other.home = other.principal.agency;
            }
            RandomCase open = other;
            open.statements.pop_back();
            const auto before = open.decided();
            const auto after = other.decided();
            const TypeFields* type = typeFieldsOf(other.type);
            const bool directory = other.type == RecordType::Worker;
            if (type == nullptr || directory || after.reason == Reason::AuthorsDraft) {
                return;
            }
            const auto& newest = other.statements.back();
            const bool stands = isInForce(newest, other.now) && (newest.home.empty() || newest.home == other.home);
            auto widest = before;
            if (stands && !(after.fields & type->hiding).empty()) {
                EXPECT_EQ(other.principal.agency, other.home) << "the home's own";
                EXPECT_EQ(whereabouts({other.principal.agency, other.principal.worker}, other.home, other.statements,
                                      other.now),
                          Whereabouts::ForVisitor);
                EXPECT_TRUE((after.fields & type->hiding).isWithin(after.masked));
                EXPECT_LE(after.lease.hardHours, 16);
                EXPECT_GT(after.lease.hardHours, 0);
                widest.fields = widest.fields | type->hiding; // it alone is gained, and by nobody else
                widest.lease = after.lease;
                ++visited;
            }
            expectNoWider(widest, after);
            if (stands) {
                EXPECT_TRUE((after.fields & type->locating).isWithin(type->hiding))
                    << "of no ordinary record, to nobody";
            }
            narrowed += before == after ? 0 : 1;
        },
        2 * kCases);
    EXPECT_GT(narrowed, 30);
    EXPECT_GT(visited, 10);
}

TEST(SharingProperties, WhereSomebodyHidIsNobodysWithoutARestrictionInForce) {
    int asked = 0;
    forManyCases([&](RandomSharing&, const RandomCase& one, std::uint64_t) {
        RandomCase other = one;
        other.type = RecordType::PermissionStatement;
        other.category = Category::Involvement;
        other.addressing = Addressing::NotOfAReferral;
        other.following = Following::No;
        std::erase_if(other.statements,
                      [](const auto& said) { return said.kind == StatementKind::RestrictedLocation; });
        const auto decision = other.decided();
        if (decision.releases() && decision.reason != Reason::AuthorsDraft) {
            EXPECT_TRUE((decision.fields & typeFieldsOf(other.type)->hiding).empty());
            ++asked;
        }
    });
    EXPECT_GT(asked, 30);
}

TEST(SharingProperties, LosingARelationshipAPurposeOrASignatureNeverWidens) {
    forManyCases([](RandomSharing& random, const RandomCase& one, std::uint64_t) {
        RandomCase other = one;
        other.relationships =
            RelationshipSet::ofBits(static_cast<std::uint8_t>(one.relationships.bits() & random.below(32)));
        expectNoWider(one.decided(), other.decided());
        other = one;
        other.purposes = random.oneIn(2) ? PurposeSet{} : PurposeSet{Purpose::Safeguarding};
        if (one.purposes.has(Purpose::Safeguarding) || other.purposes == PurposeSet{}) {
            expectNoWider(one.decided(), other.decided());
        }
        other = one;
        for (auto& active : other.agreements) {
            if (!active.bound.empty()) {
                active.bound.pop_back();
            }
        }
        expectNoWider(one.decided(), other.decided());
    });
}

TEST(SharingProperties, CarerPrivateMaterialNeverLeavesWhateverAClauseSays) {
    int kept = 0;
    forManyCases([&](RandomSharing&, const RandomCase& one, std::uint64_t) {
        RandomCase other = one;
        other.category = Category::CarerPrivate;
        if (other.principal.agency != other.home && other.type != RecordType::Worker) {
            EXPECT_FALSE(other.decided().releases());
            EXPECT_EQ(other.decided().toViewer, ViewerReason::NothingToSay);
            ++kept;
        }
    });
    EXPECT_GT(kept, 100);
}

TEST(SharingProperties, AnythingWithheldOnlySaysSoToWhoIsJoinedToThePerson) {
    forManyCases([](RandomSharing&, const RandomCase& one, std::uint64_t) {
        RandomCase stranger = one;
        stranger.relationships = {};
        stranger.addressing = Addressing::NotOfAReferral;
        for (auto& active : stranger.agreements) {
            for (auto& clause : active.agreement.clauses) {
                clause.relationships = clause.relationships.without(Relationship::NoneNeeded);
            }
        }
        const auto decision = stranger.decided();
        EXPECT_NE(decision.toViewer, ViewerReason::NotShared);
        EXPECT_TRUE(decision.announced.empty());
    });
}

} // namespace
} // namespace frontsheet::sharing
