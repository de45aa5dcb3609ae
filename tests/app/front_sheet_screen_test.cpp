// A front sheet on the screens of two agencies: what they disagree on, who says which is right, and what happened, chosen by kind and agency.
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"
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
    // Of the trust, about Edith.
    template <class Fill>
    Record ofTrust(RecordType type, Category category, Fill fill) {
        Record record;
        record.id = world.ids().timeOrdered<RecordId>(kFridayMorning);
        record.type = type;
        record.category = category;
        record.home = AgencyId{"community_trust"};
        record.person = edith;
        record.author = WorkerId{"W012"};
        record.authorAgency = record.home;
        record.occurredAt = kFridayMorning + -24h;
        fill(record.fields);
        return record;
    }
    Record allergyTo(const char* substance) {
        return ofTrust(RecordType::Allergy, Category::HealthSummary, [&](FieldSet& f) {
            f.put(allergy::kSubstance, std::string{substance});
            f.put(allergy::kSeverity, "severe"s);
            f.put(allergy::kState, "current"s);
        });
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

// Whoever opens the sheet knows first what could harm: it is not behind a tab.
TEST_F(FrontSheetScreens, aDeathThatAnyAgencyRecordedStandsInTheBannerWithWhose) {
    auto death = ofTrust(RecordType::Death, Category::Identity, [](FieldSet& f) {
        f.put(death::kDiedOn, "2026-11-18"s);
        f.put(death::kState, "recorded"s);
    });
    nurse->desk().store.hold(death);
    const auto banner = [this] {
        nurse->app.frontSheet()->open(id(edith));
        nurse->settle();
        return nurse->app.frontSheet()->died();
    };
    const auto who = shown(loadDirectory(nurse->desk().store).value().agency(AgencyId{"community_trust"}).shortName);
    EXPECT_EQ(banner(), QStringLiteral("Died 18 November 2026, recorded by %1").arg(who)) << "no registration says so";
    death.fields.put(death::kState, "entered-in-error"s);
    nurse->desk().store.hold(death);
    EXPECT_EQ(banner(), QString{});
}

TEST_F(FrontSheetScreens, whatMustBeKnownFirstStandsOnTheSheetItself) {
    world.hold({allergyTo("penicillin"),
                ofTrust(RecordType::AdvancePlan, Category::HealthSummary,
                        [](FieldSet& f) {
                            f.put(advance_plan::kKind, "dnacpr"s);
                            f.put(advance_plan::kKeptWhere, "yellow folder by the fridge"s);
                            f.put(advance_plan::kState, "current"s);
                        }),
                ofTrust(RecordType::AdvancePlan, Category::HealthSummary,
                        [](FieldSet& f) {
                            f.put(advance_plan::kKind, "attorney-health"s);
                            f.put(advance_plan::kHolderName, "Tom Marlowe"s);
                            f.put(advance_plan::kHolderPhone, "01632 960555"s);
                            f.put(advance_plan::kRegistered, 0);
                            f.put(advance_plan::kState, "current"s);
                        }),
                ofTrust(RecordType::RelatedPerson, Category::ContactDetails, [](FieldSet& f) {
                    f.put(related_person::kName, "Jean Pike"s);
                    f.put(related_person::kRelation, "neighbour"s);
                    f.put(related_person::kPhone, "01632 960444"s);
                    f.put(related_person::kKeyHolder, 1);
                })});
    meet();
    const FrontSheetModel& sheet = *nurse->app.frontSheet();
    EXPECT_EQ(sheet.allergies(), QStringLiteral("Allergy: penicillin")) << "on the banner of every page about her";
    EXPECT_EQ(all(sheet.alerts(), "title"), (QStringList{"DNACPR.", "Allergy: penicillin."}));
    EXPECT_EQ(all(sheet.toRing(), "name"), (QStringList{"Jean Pike", "Tom Marlowe"}));
    EXPECT_EQ(sheet.toRing().constFirst().toMap().value("detail").toString(), QStringLiteral("Neighbour, has a key"));
    EXPECT_TRUE(sheet.toRing().constLast().toMap().value("detail").toString().endsWith("it has no force yet."));

    world.hold({allergyTo("latex"), allergyTo("eggs"), allergyTo("plasters"), allergyTo("Latex")});
    meet();
    EXPECT_TRUE(sheet.allergies().endsWith(QStringLiteral("and 1 more"))) << "four, told five times";
}

TEST_F(FrontSheetScreens, herWishHerMedicinesAndThePlanStandOnTheSheet) {
    EXPECT_TRUE(nurse->app.frontSheet()->ownWords().isEmpty());
    world.hold({ofTrust(RecordType::View, Category::Wishes,
                        [](FieldSet& f) {
                            f.put(view::kWhose, "person"s);
                            f.put(view::kSaid, "I want my own bed."s);
                            f.put(view::kSaidOn, "2026-11-19"s);
                            f.put(view::kState, "said"s);
                        }),
                ofTrust(RecordType::AboutMe, Category::Wishes,
                        [](FieldSet& f) { f.put(about_me::kImportant, "My cat Tibbles"s); }),
                ofTrust(RecordType::Medicine, Category::HealthSummary,
                        [](FieldSet& f) {
                            f.put(medicine::kName, "furosemide 40 mg tablets"s);
                            f.put(medicine::kDose, "1 in the morning"s);
                            f.put(medicine::kAsOf, "2026-11-18"s);
                        }),
                ofTrust(RecordType::Medicine, Category::HealthSummary,
                        [](FieldSet& f) {
                            f.put(medicine::kName, "warfarin"s);
                            f.put(medicine::kStoppedOn, "2026-11-01"s);
                        }),
                ofTrust(RecordType::CarePlan, Category::CarePlan,
                        [](FieldSet& f) {
                            f.put(care_plan::kState, "open"s);
                            f.put(care_plan::kCaseOwner, WorkerId{"W012"});
                            f.put(care_plan::kReviewDue, "2026-11-01"s);
                        }),
                ofTrust(RecordType::Need, Category::CarePlan, [](FieldSet& f) {
                    f.put(need::kText, "Company"s);
                    f.put(need::kState, "unmet"s);
                })});
    meet();
    const FrontSheetModel& sheet = *nurse->app.frontSheet();
    EXPECT_EQ(all(sheet.ownWords(), "words"), (QStringList{"“I want my own bed.”", "“My cat Tibbles”"}));
    EXPECT_EQ(sheet.ownWords().constFirst().toMap().value("title").toString(), QStringLiteral("What Edith wants"));
    ASSERT_EQ(sheet.medicines().size(), 1);
    EXPECT_EQ(sheet.medicines().constFirst().toMap().value("lines").toStringList(),
              QStringList{"Furosemide 40 mg tablets: 1 in the morning"})
        << "what was stopped is not taken";
    const auto lead = sheet.plan().value("leads").toList().constFirst().toMap();
    EXPECT_EQ(lead.value("text").toString(), name("W012") + QStringLiteral(" is case owner"));
    EXPECT_TRUE(lead.value("late").toBool());
    EXPECT_EQ(sheet.plan().value("work").toString(), QStringLiteral("1 need(s) unmet"));
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
