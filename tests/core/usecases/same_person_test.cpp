#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/person_link.h"
#include "core/usecases/people.h"
#include "core/usecases/same_person.h"
#include "tests/core/usecases/story.h"

#include <set>

namespace frontsheet {
namespace {

using namespace std::chrono_literals;

// What a front sheet says, as far as joining could change it.
struct Seen {
    std::vector<PersonId> persons;
    std::vector<std::string> addresses;
    std::set<RecordId> notes, registrations;
    friend bool operator==(const Seen&, const Seen&) = default;
};

class SamePersonStory : public Story {
protected:
    SamePersonStory() {
        SamplePerson landlords;
        landlords.address = "3 Mill Hill";
        landlords.nhsNumber = "";
        world.hold({sampleRegistration(world.ids(), "housing", tenant, landlords),
                    sampleMembership(world.ids(), "housing", tenant, "housing", "W028"),
                    sampleMembership(world.ids(), "housing", tenant, "community_trust", "W012"),
                    sampleMembership(world.ids(), "housing", tenant, "community_trust", "W016"),
                    sampleMembership(world.ids(), "community_trust", edith, "community_trust", "W016"),
                    sampleNote(world.ids(), "community_trust", edith, "W012", "Dressing changed", kFridayMorning + -1h),
                    sampleNote(world.ids(), "housing", tenant, "W028", "Boiler mended", kFridayMorning)});
        meet();
    }
    void meet() {
        for (int round = 0; round < 2; ++round) {
            for (auto* desk : {&nurse(), &colleague(), &officer()}) {
                world.sync(*desk);
            }
        }
    }
    [[nodiscard]] static Seen seen(Desk& desk, const PersonId& person) {
        const auto sheet = must(People{desk.workplace()}.frontSheet(person));
        Seen out;
        out.persons = sheet.persons;
        for (const auto& version : sheet.address.versions) {
            out.addresses.push_back(version.value);
        }
        for (const auto& note : sheet.notes) {
            out.notes.insert(note.id);
        }
        for (const auto& one : sheet.registrations) {
            out.registrations.insert(one.record);
        }
        return out;
    }
    [[nodiscard]] static bool together(Desk& desk, const PersonId& a, const PersonId& b) {
        const auto same = desk.store.sameHuman(a).value();
        return std::find(same.begin(), same.end(), b) != same.end();
    }

    PersonId tenant = world.ids().timeOrdered<PersonId>(kFridayMorning);
    SamePerson hers{nurse().workplace()};
};

TEST_F(SamePersonStory, IsSaidFromEitherPageAndStandsOnAColleaguesDeviceToo) {
    const auto pair = must(hers.compare(tenant, edith));
    EXPECT_EQ(pair.left.home, AgencyId{"community_trust"}) << "her own record first, whichever page it is";
    EXPECT_EQ(pair.refusal, JoinRefusal::None);
    must(hers.join(tenant, edith));
    EXPECT_TRUE(together(nurse(), edith, tenant)) << "shown at once, without signal";
    EXPECT_EQ(seen(nurse(), edith).notes.size(), 2u);
    meet();
    EXPECT_TRUE(together(colleague(), edith, tenant));
    EXPECT_EQ(seen(colleague(), tenant), seen(nurse(), edith)) << "one front sheet, from whichever record";
    EXPECT_EQ(refused(hers.join(edith, tenant)), ErrorCode::Duplicate);
}

TEST_F(SamePersonStory, TakenBackBothFrontSheetsAreAsBeforeOnASecondDeviceToo) {
    const auto hersBefore = seen(nurse(), edith);
    const auto theirsBefore = seen(nurse(), tenant);
    must(hers.join(edith, tenant));
    meet();
    world.pass(1h);
    NoteText note = visit("Written while they stood together");
    note.person = tenant;
    const auto written = must(ContactNotes(nurse().workplace()).sign({}, note));
    meet();
    const auto look = must(hers.lookAtParting(edith, tenant));
    ASSERT_EQ(look.writtenSince.size(), 1u) << "about whom is it?";
    EXPECT_EQ(look.writtenSince[0].id, written);
    EXPECT_TRUE(look.stillSaidBy.empty());
    must(hers.part(edith, tenant));
    auto withNote = hersBefore;
    withNote.notes.insert(written);
    for (const bool synced : {false, true}) {
        if (synced) {
            meet();
        }
        EXPECT_EQ(seen(nurse(), edith), withNote) << "the note stays with the id it was filed under";
        EXPECT_EQ(seen(nurse(), tenant), theirsBefore);
    }
    EXPECT_EQ(seen(colleague(), edith), withNote);
    EXPECT_EQ(seen(colleague(), tenant), theirsBefore);
    EXPECT_EQ(refused(hers.part(edith, tenant)), ErrorCode::NotFound) << "nothing is said any longer";
    must(hers.join(edith, tenant));
    meet();
    EXPECT_TRUE(together(colleague(), edith, tenant)) << "and said again, on the same statement";
    EXPECT_EQ(world.count(AgencyId{"community_trust"}, RecordType::PersonLink), 1u);
}

TEST_F(SamePersonStory, ANoPartsThemOnItsOwnAgencysDevicesThoughAnotherAgencySaysYes) {
    world.hold({sampleLink(world.ids(), "housing", tenant, "community_trust", edith)});
    meet();
    ASSERT_TRUE(together(nurse(), edith, tenant)) << "the landlord says so";
    const auto rows = must(hers.joined(edith));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].registration.home, AgencyId{"community_trust"});
    EXPECT_FALSE(rows[0].mayPart);
    EXPECT_TRUE(rows[1].mayPart);
    ASSERT_EQ(rows[1].said.size(), 1u);
    EXPECT_EQ(rows[1].said[0].by, AgencyId{"housing"});
    must(hers.part(edith, tenant));
    EXPECT_FALSE(together(nurse(), edith, tenant));
    meet();
    EXPECT_FALSE(together(nurse(), edith, tenant));
    EXPECT_FALSE(together(colleague(), edith, tenant));
    EXPECT_TRUE(together(officer(), edith, tenant)) << "what the landlord says counts on the landlord's devices";
}

TEST_F(SamePersonStory, TwoValidNumbersThatDifferAreRefused) {
    SamplePerson another;
    another.nhsNumber = "9434765919";
    const auto stranger = world.ids().timeOrdered<PersonId>(kFridayMorning);
    world.hold({sampleRegistration(world.ids(), "housing", stranger, another),
                sampleMembership(world.ids(), "housing", stranger, "community_trust", "W012")});
    meet();
    EXPECT_EQ(must(hers.compare(edith, stranger)).refusal, JoinRefusal::NhsNumbersDiffer);
    EXPECT_EQ(refused(hers.join(edith, stranger)), ErrorCode::NotPermitted);
    meet();
    EXPECT_FALSE(together(nurse(), edith, stranger));
    EXPECT_EQ(refused(hers.compare(edith, world.ids().random<PersonId>())), ErrorCode::NotFound);
}

TEST_F(SamePersonStory, OthersAreFoundWithoutWhoIsThisPersonAlready) {
    const auto found = must(hers.others(edith, "marlowe", 5));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].person, tenant);
    must(hers.join(edith, tenant));
    EXPECT_TRUE(must(hers.others(edith, "marlowe", 5)).empty());
}

} // namespace
} // namespace frontsheet
