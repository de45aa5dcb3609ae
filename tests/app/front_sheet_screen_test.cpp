// A front sheet on the screens of two agencies: what they disagree on, who says which is right, and what happened, chosen by kind and agency.
#include "core/domain/schema/registration.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/desk_screens.h"
#include "tests/app/support/screens.h"
#include "tests/support/sample_records.h"

namespace frontsheet::testing {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

class FrontSheetScreens : public AppTest {
protected:
    FrontSheetScreens() {
        world.hold(sampleDirectory(world.ids()));
        SamplePerson moved;
        moved.address = "3 Mill Hill";
        moved.town = "Kitley";
        world.hold({sampleRegistration(world.ids(), "community_trust", edith),
                    sampleRegistration(world.ids(), "housing", edithAtHousing, moved),
                    sampleMembership(world.ids(), "community_trust", edith, "community_trust", "W012"),
                    sampleMembership(world.ids(), "community_trust", edith, "housing", "W028"),
                    sampleMembership(world.ids(), "housing", edithAtHousing, "housing", "W028"),
                    sampleMembership(world.ids(), "housing", edithAtHousing, "community_trust", "W012"),
                    sampleLink(world.ids(), "community_trust", edith, "housing", edithAtHousing),
                    sampleLink(world.ids(), "housing", edithAtHousing, "community_trust", edith)});
        for (int round = 0; round < 2; ++round) {
            world.sync(world.desk("W012"));
            world.sync(world.desk("W028"));
        }
        nurse.emplace(world.desk("W012"));
        officer.emplace(world.desk("W028"));
        look();
    }
    void look() {
        nurse->app.frontSheet()->open(id(edith));
        officer->app.frontSheet()->open(id(edithAtHousing));
        nurse->settle();
        officer->settle();
    }
    void meet() {
        nurse->settle();
        officer->settle();
        for (int round = 0; round < 2; ++round) {
            world.sync(nurse->desk());
            world.sync(officer->desk());
        }
        look();
    }
    static QVariantMap dispute(DeskScreens& who) {
        const auto disagreements = who.app.frontSheet()->disagreements();
        for (const QVariant& row : disagreements) {
            if (row.toMap().value(QStringLiteral("subject")).toString() == QStringLiteral("Address")) {
                return row.toMap();
            }
        }
        ADD_FAILURE() << "no disagreement about the address";
        return {};
    }
    static QVariantMap version(DeskScreens& who, const char* value) {
        const auto versions = dispute(who).value(QStringLiteral("versions")).toList();
        for (const QVariant& row : versions) {
            if (row.toMap().value(QStringLiteral("value")).toString() == QString::fromLatin1(value)) {
                return row.toMap();
            }
        }
        ADD_FAILURE() << "nobody has " << value;
        return {};
    }
    static QStringList right(DeskScreens& who, const char* value) {
        return all(version(who, value).value(QStringLiteral("right")).toList(), "text");
    }
    static void says(DeskScreens& who, const char* value) {
        const auto of = version(who, value);
        who.app.frontSheet()->sayRight(registration::kAddress.tag.number, of.value(QStringLiteral("record")).toString(),
                                       of.value(QStringLiteral("said")).toString());
        who.settle();
    }
    QString name(const char* worker) {
        return shown(loadDirectory(nurse->desk().store).value().worker(WorkerId{worker}).name);
    }

    Partnership world{kFridayMorning, 2026};
    PersonId edith = world.ids().timeOrdered<PersonId>(kFridayMorning);
    PersonId edithAtHousing = world.ids().timeOrdered<PersonId>(kFridayMorning);
    std::optional<DeskScreens> nurse, officer;
    static constexpr const char* kMill = "3 Mill Hill, Kitley";
    static constexpr const char* kFore = "12 Fore Street, Saltmarsh";
};

TEST_F(FrontSheetScreens, whatANurseSaysIsRightTheHousingOfficerReadsWithHerNameAgencyAndDay) {
    says(*nurse, kMill);
    EXPECT_EQ(right(*nurse, kMill), QStringList{"You said this is right, today"});
    EXPECT_TRUE(version(*nurse, kMill).value("right").toList().constFirst().toMap().value("waiting").toBool());
    EXPECT_TRUE(right(*nurse, kFore).isEmpty());
    meet();
    ASSERT_EQ(right(*officer, kMill).size(), 1);
    const QString line = right(*officer, kMill).constFirst();
    EXPECT_TRUE(line.startsWith(name("W012") + QStringLiteral(", "))) << line.toStdString();
    EXPECT_TRUE(line.endsWith(QStringLiteral(", says this is right, today"))) << line.toStdString();
    EXPECT_TRUE(version(*officer, kMill).value("mine").toString().isEmpty()) << "not hers to take back";
    EXPECT_EQ(officer->app.frontSheet()->name(), nurse->app.frontSheet()->name());
}

TEST_F(FrontSheetScreens, eachAgencysLastWordStandsAndWhatItSaidBeforeIsKept) {
    says(*nurse, kMill);
    says(*officer, kFore);
    world.pass(24h);
    says(*nurse, kFore);
    meet();
    EXPECT_EQ(right(*officer, kFore).size(), 2);
    EXPECT_TRUE(right(*officer, kMill).isEmpty());
    const auto before = dispute(*officer).value(QStringLiteral("before")).toStringList();
    ASSERT_EQ(before.size(), 1);
    EXPECT_TRUE(before.constFirst().contains(QString::fromLatin1(kMill))) << before.constFirst().toStdString();
}

TEST_F(FrontSheetScreens, itIsTakenBackByWhoSaidIt) {
    says(*nurse, kMill);
    meet();
    nurse->app.frontSheet()->takeBackRight(version(*nurse, kMill).value(QStringLiteral("mine")).toString());
    meet();
    EXPECT_TRUE(right(*nurse, kMill).isEmpty());
    EXPECT_TRUE(right(*officer, kMill).isEmpty());
    EXPECT_EQ(nurse->app.frontSheet()->errorTitle(), QString{});
}

TEST_F(FrontSheetScreens, whatNoAgencyHasAnyLongerIsSaidApart) {
    says(*nurse, kMill);
    meet();
    SamplePerson again;
    again.address = "7 Lock Cottages";
    again.town = "Kitley";
    auto registration = sampleRegistration(world.ids(), "housing", edithAtHousing, again);
    const auto held = officer->desk().store.ofType(RecordType::Registration, 10).value();
    for (const auto& record : held) {
        if (record.record.home == AgencyId{"housing"}) {
            registration.id = record.record.id;
        }
    }
    world.hold({registration});
    meet();
    EXPECT_EQ(dispute(*nurse).value(QStringLiteral("aside")).toStringList().size(), 1);
    EXPECT_TRUE(dispute(*nurse).value(QStringLiteral("aside")).toStringList().join("").contains(kMill));
    // What stood on the screen when it was pressed is what is said, or nothing.
    nurse->app.frontSheet()->sayRight(registration::kAddress.tag.number, id(registration.id),
                                      QStringLiteral("3 Mill Hill, Kitley"));
    nurse->settle();
    EXPECT_EQ(nurse->app.frontSheet()->errorTitle(), QStringLiteral("It has moved on in the meantime."));
}

TEST_F(FrontSheetScreens, whatHappenedIsChosenByKindAndAgencyAndStaysChosenWhileMoreComesIn) {
    world.hold({sampleNote(world.ids(), "community_trust", edith, "W012", "Dressing changed", kFridayMorning + -1h),
                sampleNote(world.ids(), "community_trust", edith, "W012", "Slept badly", kFridayMorning + -2h),
                sampleNote(world.ids(), "housing", edithAtHousing, "W028", "Boiler mended", kFridayMorning + -3h)});
    meet();
    TimelineModel& timeline = *nurse->app.frontSheet()->timeline();
    EXPECT_EQ(timeline.total(), 3);
    ASSERT_EQ(timeline.agencies().size(), 3) << "every agency, and the two";
    int housing = 0;
    for (int i = 1; i < timeline.agencies().size(); ++i) {
        housing = timeline.agencies().at(i).toMap().value("key").toString() == QStringLiteral("housing") ? i : housing;
    }
    timeline.chooseKind(1);
    timeline.chooseAgency(housing);
    ASSERT_EQ(timeline.rows().size(), 1);
    EXPECT_TRUE(timeline.rows().constFirst().toMap().value("text").toString().endsWith("Boiler mended"));
    EXPECT_EQ(timeline.kinds().at(1).toMap().value("text").toString(), QStringLiteral("Notes (1)"));
    world.hold({sampleNote(world.ids(), "housing", edithAtHousing, "W028", "Rent book found", kFridayMorning)});
    meet();
    EXPECT_EQ(timeline.chosen(), 2) << "the choice stays, and what is new of it came in";
    EXPECT_EQ(timeline.agency(), housing);
    EXPECT_EQ(timeline.total(), 4);
    timeline.showEverything();
    EXPECT_EQ(timeline.rows().size(), 4);
    timeline.chooseAgency(housing);
    nurse->app.frontSheet()->open(id(world.ids().random<PersonId>()));
    nurse->settle();
    EXPECT_TRUE(timeline.everything()) << "a choice goes with the person";
}

TEST_F(FrontSheetScreens, ofTwoThousandTheNewestAreShownAndMoreOnRequest) {
    std::vector<Record> notes;
    for (int n = 0; n < 2000; ++n) {
        notes.push_back(sampleNote(world.ids(), n % 2 == 0 ? "community_trust" : "housing",
                                   n % 2 == 0 ? edith : edithAtHousing, n % 2 == 0 ? "W012" : "W028",
                                   "Note " + std::to_string(n), kFridayMorning + -1h * (n + 1)));
    }
    world.hold(notes);
    meet();
    TimelineModel& timeline = *nurse->app.frontSheet()->timeline();
    ASSERT_EQ(timeline.total(), 2000);
    EXPECT_EQ(timeline.rows().size(), 12);
    EXPECT_EQ(timeline.more(), 50);
    timeline.showMore();
    EXPECT_EQ(timeline.rows().size(), 62);
    timeline.chooseAgency(1);
    EXPECT_EQ(timeline.chosen(), 1000);
    EXPECT_EQ(timeline.rows().size(), 12) << "another choice begins at its newest";
}

} // namespace
} // namespace frontsheet::testing
