#include "core/domain/decision.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/record_view.h"
#include "sync/server/grants.h"
#include "tests/sync/server/agency_world.h"

namespace frontsheet::test {

class Grants : public AgencyWorld {
public:
    void SetUp() override {
        AgencyWorld::SetUp();
        nurse = std::make_unique<Device>(device("trust", "W012", "trust", "community nurse"));
        assessor = std::make_unique<Device>(device("council", "W001", "trust", "social work assessor"));
        person = newPerson();
        registration = nurse->registers(person, "Wood");
        note = nurse->writesNote(person, "lives alone, unsteady");
        nurse->sync({registration, note});
    }

    // Under whatever terms.
    static bool holdsScope(const Device& device, const Scope& scope) {
        return std::any_of(device.held.begin(), device.held.end(), [&](const auto& entry) {
            const auto key = ScopeKey::named(entry.first);
            return key && key->scope == scope;
        });
    }

    std::unique_ptr<Device> nurse;
    std::unique_ptr<Device> assessor;
    PersonId person;
    Intent registration;
    Intent note;
};

TEST_F(Grants, APartnerWithoutARelationshipHoldsNobody) {
    assessor->sync();
    EXPECT_TRUE(assessor->mirror.empty());
    ASSERT_EQ(assessor->held.size(), 1U);
    EXPECT_EQ(assessor->held.begin()->first, "directory");
}

TEST_F(Grants, AnAddressedReferralBringsItselfAndWhoThePersonIs) {
    assessor->sync();
    const auto sent = nurse->refers(person, AgencyId{"council"}, WorkerId{"W001"});
    nurse->sync({sent});
    assessor->sync();

    EXPECT_TRUE(holdsScope(*assessor, Scope::ofReferral(sent.record, person)));
    EXPECT_TRUE(assessor->holds(sent.record));
    EXPECT_FALSE(assessor->holds(note.record));
    const auto known = assessor->fieldsOf(registration.record);
    EXPECT_EQ(known.get(registration::kFamilyName), "Wood");
    EXPECT_EQ(known.get(registration::kTown), "Saltmarsh");
    EXPECT_EQ(known.get(registration::kFrailty), ""); // not before a care team forms
}

TEST_F(Grants, AcceptingBringsTheWholePersonInFull) {
    const auto sent = nurse->refers(person, AgencyId{"council"});
    nurse->sync({sent});
    assessor->sync();
    assessor->sync({assessor->accepts(sent.record)});
    assessor->sync();
    EXPECT_TRUE(holdsScope(*assessor, Scope::ofPerson(person, Category::ContactNote)));
    EXPECT_TRUE(assessor->holds(note.record));
    // The registration has not changed since, but more of it is granted now: it must have come again.
    EXPECT_EQ(assessor->fieldsOf(registration.record).get(registration::kFrailty), "CFS 7");
}

TEST_F(Grants, LeavingTheCareTeamTakesEverythingBack) {
    const auto joined = nurse->joins(person, assessor->who);
    nurse->sync({joined});
    assessor->sync();
    ASSERT_TRUE(assessor->holds(note.record));
    nurse->sync({nurse->edits(joined.record, {{care_team::kUntil.tag, std::nullopt, timeValue(clock.now())}})});
    assessor->sync();
    EXPECT_FALSE(assessor->lastGone.empty());
    EXPECT_FALSE(holdsScope(*assessor, Scope::ofPerson(person, Category::ContactNote)));
    EXPECT_TRUE(assessor->mirror.empty());
}

TEST_F(Grants, AMembershipEndsByTheClockAlone) {
    auto joined = nurse->joins(person, assessor->who);
    joined.edits.push_back({care_team::kUntil.tag, std::nullopt, timeValue(clock.now() + std::chrono::hours{5})});
    nurse->sync({joined});
    assessor->sync();
    ASSERT_TRUE(assessor->holds(note.record));
    clock.advance(std::chrono::hours{6});
    assessor->sync();
    EXPECT_FALSE(assessor->holds(note.record));
}

TEST_F(Grants, WhoKeepsOnlyAReferralKeepsNothingOfTheWiderScope) {
    const auto sent = nurse->refers(person, AgencyId{"council"}, WorkerId{"W001"});
    const auto joined = nurse->joins(person, assessor->who);
    nurse->sync({sent, joined});
    assessor->sync();
    ASSERT_TRUE(assessor->holds(note.record));
    ASSERT_EQ(assessor->fieldsOf(registration.record).get(registration::kFrailty), "CFS 7");
    nurse->sync({nurse->edits(joined.record, {{care_team::kUntil.tag, std::nullopt, timeValue(clock.now())}})});
    assessor->sync();
    EXPECT_FALSE(assessor->holds(note.record));
    EXPECT_TRUE(assessor->holds(sent.record));
    EXPECT_EQ(assessor->fieldsOf(registration.record).get(registration::kFamilyName), "Wood");
    EXPECT_EQ(assessor->fieldsOf(registration.record).get(registration::kFrailty), "");
}

TEST_F(Grants, AClosedReferralTakesItsScopeWithIt) {
    const auto sent = nurse->refers(person, AgencyId{"council"}, WorkerId{"W001"});
    nurse->sync({sent});
    assessor->sync();
    ASSERT_TRUE(assessor->holds(sent.record));
    nurse->sync({nurse->edits(sent.record, {{referral::kState.tag, textValue("sent"), textValue("withdrawn")}})});
    assessor->sync();
    EXPECT_TRUE(assessor->mirror.empty());
}

TEST_F(Grants, ReaddressingMovesTheReferralFromOneWorkerToTheOther) {
    auto other = device("council", "W002", "trust");
    const auto sent = nurse->refers(person, AgencyId{"council"}, WorkerId{"W001"});
    nurse->sync({sent});
    assessor->sync();
    other.sync();
    ASSERT_TRUE(assessor->holds(sent.record));
    ASSERT_FALSE(other.holds(sent.record));
    nurse->sync({nurse->edits(sent.record, {{referral::kToWorker.tag, textValue("W001"), textValue("W002")}})});
    assessor->sync();
    other.sync();
    EXPECT_FALSE(assessor->holds(sent.record));
    EXPECT_TRUE(other.holds(sent.record));
}

TEST_F(Grants, ACareTeamOfManyComesInFewExchanges) {
    std::vector<Intent> intents;
    for (int i = 0; i < 400; ++i) {
        const auto someone = newPerson();
        intents.push_back(nurse->registers(someone, "Patel"));
        intents.push_back(nurse->joins(someone, assessor->who));
    }
    nurse->sync(intents);
    int exchanges = 0;
    for (bool more = true; more; ++exchanges) {
        auto reply = assessor->exchange();
        ASSERT_TRUE(reply);
        more = reply->more;
    }
    EXPECT_EQ(assessor->countOf(RecordType::Registration), 400U);
    EXPECT_LE(exchanges, 4);
}

// Whatever happens to relationships, a device holds exactly what the domain releases to it, once it has synced.
class GrantsOfSeed : public Grants, public ::testing::WithParamInterface<unsigned> {};

// 50 to 387: what two scopes share goes a second time while it is still being fetched from the first.
INSTANTIATE_TEST_SUITE_P(Seeds, GrantsOfSeed, ::testing::Values(1U, 2U, 3U, 50U, 75U, 196U, 298U, 372U, 387U));

TEST_P(GrantsOfSeed, DevicesHoldWhatTheDecisionReleasesWhateverChanges) {
    std::mt19937 chance{GetParam()};
    const auto pick = [&chance](std::size_t below) {
        return std::uniform_int_distribution<std::size_t>{0, below - 1}(chance);
    };
    std::vector<PersonId> people{person};
    std::vector<Device> partners{device("council", "W001", "trust"), device("council", "W002", "trust"),
                                 device("housing", "W028", "trust")};
    for (auto& partner : partners) {
        partner.maxBytes = 1;
    }
    std::vector<RecordId> memberships;
    std::vector<RecordId> referrals;
    for (int step = 0; step < 150; ++step) {
        clock.advance(std::chrono::minutes{1});
        auto& partner = partners[pick(partners.size())];
        const auto& about = people[pick(people.size())];
        switch (pick(7)) {
        case 0: {
            people.push_back(newPerson());
            nurse->sync({nurse->registers(people.back(), "Price")});
            break;
        }
        case 1:
            nurse->sync({nurse->writesNote(about, "step " + std::to_string(step))});
            break;
        case 2: {
            const auto joined = nurse->joins(about, partner.who);
            memberships.push_back(joined.record);
            nurse->sync({joined});
            break;
        }
        case 3: {
            const auto sent = nurse->refers(about, partner.who.agency, pick(2) == 0 ? partner.who.worker : WorkerId{});
            referrals.push_back(sent.record);
            nurse->sync({sent});
            break;
        }
        case 4:
            if (!memberships.empty()) {
                const auto& id = memberships[pick(memberships.size())];
                const auto until = nurse->fieldsOf(id).get(care_team::kUntil);
                if (!until.isKnown()) {
                    nurse->sync({nurse->edits(id, {{care_team::kUntil.tag, std::nullopt, timeValue(clock.now())}})});
                }
            }
            break;
        case 5:
            if (!referrals.empty()) {
                const auto& id = referrals[pick(referrals.size())];
                if (nurse->fieldsOf(id).text(referral::kState) == "sent") {
                    nurse->sync(
                        {nurse->edits(id, {{referral::kState.tag, textValue("sent"), textValue("withdrawn")}})});
                }
            }
            break;
        default:
            (void)partner.exchange(); // sometimes only a part comes before the next change
            break;
        }
    }
    const auto ledger = ledgerOf(AgencyId{"trust"});
    for (auto& partner : partners) {
        partner.sync();
        partner.sync();
        std::map<PersonId, Relationships> relations;
        for (const auto& [id, record] : ledger) {
            if (isCurrentMember(partner.who, record, clock.now())) {
                relations[record.person].careTeam = true;
            }
            if (isAddressedTo(partner.who, record) && record.fields.text(referral::kState) == "sent") {
                relations[record.person].addressedReferral = true;
            }
        }
        std::map<RecordId, FieldSet> expected;
        for (const auto& [id, record] : ledger) {
            const auto& relation = relations[record.person];
            const sharing::RecordView view{record, partner.who, relation};
            const auto decision =
                sharing::decide({partner.who, sharing::PurposeSet::all(), sharing::relationshipSet(relation)},
                                view.facts(), this->sharing->agreements, {}, clock.now());
            // A referral that is no longer open reaches its receiver by no scope any more.
            const bool over = record.type == RecordType::Referral && !relation.careTeam &&
                              record.fields.text(referral::kState) != "sent";
            if (decision.releases() && !over) {
                expected[id] = sharing::redact(record, decision).fields;
            }
        }
        std::map<RecordId, FieldSet> got;
        for (const auto& [id, record] : partner.mirror) {
            got[id] = partner.fieldsOf(id);
        }
        EXPECT_EQ(got.size(), expected.size()) << partner.who.worker.str();
        EXPECT_TRUE(got == expected) << partner.who.worker.str();
    }
}

// Through the real ledger, as at the first exchange after anything changed. In this build, beside whatever else runs: a bound
// that only a mistake of order breaks.
TEST_F(Grants, AreWorkedOutSoonForManyPeople) {
    std::size_t people = 0;
    for (const std::size_t wanted : {std::size_t{10}, std::size_t{100}, std::size_t{500}, std::size_t{1000}}) {
        while (people < wanted) {
            std::vector<Intent> intents;
            for (; people < wanted && intents.size() < 800; ++people) {
                const auto someone = newPerson();
                intents.push_back(nurse->registers(someone, "Patel"));
                intents.push_back(nurse->joins(someone, assessor->who));
                for (const auto category :
                     {Category::ContactNote, Category::Wishes, Category::CarePlan, Category::MentalHealth}) {
                    intents.push_back(nurse->writesNote(someone, "words"));
                    intents.back().category = category;
                }
            }
            ASSERT_TRUE(nurse->exchange(intents));
        }
        auto reads = server->ledgerOf(AgencyId{"trust"})->read();
        ASSERT_TRUE(reads);
        std::vector<double> took;
        std::size_t scopes = 0;
        for (int n = 0; n < 7; ++n) {
            const auto from = std::chrono::steady_clock::now();
            const auto set =
                GrantSet::of(**reads, assessor->who, this->sharing, std::make_shared<const Statements>(), clock.now());
            took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
            ASSERT_TRUE(set);
            scopes = set->scopes().size();
        }
        std::sort(took.begin(), took.end());
        std::printf("  %zu people, %zu scopes: %.2f ms\n", wanted, scopes, took[took.size() / 2]);
        EXPECT_EQ(scopes, 1 + wanted * 5);
        EXPECT_LT(took.front(), 500.0);
    }
}

} // namespace frontsheet::test
