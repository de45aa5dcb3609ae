// One plan on the screens of two agencies: what is asked on one is answered on the other, by way of the homes' servers.
#include "core/domain/schema/care_plan.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/desk_screens.h"
#include "tests/app/support/screens.h"
#include "tests/support/sample_records.h"

namespace frontsheet::testing {
namespace {

class PlanJourney : public AppTest {
protected:
    PlanJourney() {
        world.hold(sampleDirectory(world.ids()));
        world.hold({sampleRegistration(world.ids(), "council", edith),
                    sampleMembership(world.ids(), "council", edith, "council", "W001"),
                    sampleMembership(world.ids(), "council", edith, "council", "W002"),
                    sampleMembership(world.ids(), "council", edith, "community_trust", "W012"),
                    sampleMembership(world.ids(), "community_trust", edith, "council", "W001")});
        for (const char* worker : {"W001", "W002", "W012"}) {
            world.sync(world.desk(worker));
        }
        lead.emplace(world.desk("W001"));
        colleague.emplace(world.desk("W002"));
        nurse.emplace(world.desk("W012"));
    }
    // Everybody has been in contact, and looks at the plan again.
    void meet() {
        for (auto* screens : {&*lead, &*colleague, &*nurse}) {
            screens->settle();
        }
        for (int round = 0; round < 2; ++round) {
            for (auto* screens : {&*lead, &*colleague, &*nurse}) {
                world.sync(screens->desk());
            }
        }
        for (auto* screens : {&*lead, &*colleague, &*nurse}) {
            screens->app.plan()->open(id(edith));
            screens->settle();
        }
    }
    // Saved on a form, as the page opens it.
    RecordId writes(
        DeskScreens& who, const char* type, const QVariantMap& words,
        const std::function<void(FormModel&)>& further = [](FormModel&) {}) {
        FormModel& form = *who.app.form();
        RecordId out;
        const auto heard = QObject::connect(&form, &FormModel::saved, [&](const QString& record) {
            out = RecordId::fromHex(record.toStdString()).value_or(RecordId{});
        });
        form.begin(QString::fromLatin1(type), id(edith), words);
        who.settle();
        further(form);
        form.save();
        who.settle();
        QObject::disconnect(heard);
        EXPECT_FALSE(out.isNull()) << type << ": " << form.errorTitle().toStdString() << ' ' << form.faults().size();
        return out;
    }
    static QVariantMap first(DeskScreens& who, const char* part) {
        const auto rows = who.app.plan()->parts().value(QString::fromLatin1(part)).toList();
        return rows.isEmpty() ? QVariantMap{} : rows.constFirst().toMap();
    }
    static std::string say(const QVariantMap& row, const char* key) {
        return row.value(QString::fromLatin1(key)).toString().toStdString();
    }
    static std::string chip(const QVariantMap& row) { return say(row.value(QStringLiteral("chip")).toMap(), "text"); }
    QString name(const char* worker) {
        return shown(loadDirectory(world.desk("W001").store).value().worker(WorkerId{worker}).name);
    }

    Partnership world{kFridayMorning, 2026};
    PersonId edith = world.ids().timeOrdered<PersonId>(kFridayMorning);
    std::optional<DeskScreens> lead, colleague, nurse;
};

TEST_F(PlanJourney, whatTheLeadAsksTheNurseAcceptsReportsOnAndTheLeadReadsIt) {
    (void)writes(*lead, "care-plan", {{"summary", "Home, with help in the mornings"}});
    meet();
    ASSERT_EQ(say(first(*nurse, "leads"), "owner"), name("W001").toStdString()) << "the nurse sees who leads";
    const auto asked =
        writes(*lead, "action", {{"what", "Dress the leg wound"}, {"due", "tomorrow"}}, [](FormModel& form) {
            form.chooseWorker(action::kOwner.tag.number, QStringLiteral("community_trust"), QStringLiteral("W012"));
        });
    EXPECT_EQ(chip([&] {
                  lead->app.plan()->open(id(edith));
                  lead->settle();
                  return first(*lead, "actions");
              }()),
              "Asked, not answered");
    meet();
    EXPECT_EQ(chip(first(*nurse, "actions")), "Waits for your answer");

    nurse->app.plan()->answer(id(asked), PlanModel::Accept);
    meet();
    EXPECT_EQ(chip(first(*lead, "actions")), "Accepted");
    EXPECT_EQ(say(first(*lead, "actions"), "waits"),
              QStringLiteral("Waits for %1 to report back.").arg(name("W012")).toStdString());
    nurse->app.plan()->answer(id(asked), PlanModel::Report, QStringLiteral("Smaller than last week"));
    meet();
    EXPECT_NE(say(first(*lead, "actions"), "report").find("“Smaller than last week”"), std::string::npos);
    nurse->app.plan()->answer(id(asked), PlanModel::Finish, QStringLiteral("Healed"));
    meet();
    EXPECT_TRUE(first(*lead, "actions").isEmpty());
    EXPECT_NE(say(first(*lead, "endedActions"), "report").find("“Healed”"), std::string::npos);
}

TEST_F(PlanJourney, bothAgenciesAddToOnePlanAndNobodysWordsAreOverwritten) {
    (void)writes(*lead, "care-plan", {{"summary", "Home"}});
    meet();
    EXPECT_TRUE(nurse->app.plan()->mayAdd());
    (void)writes(*nurse, "need", {{"text", "Company in the afternoons"}});
    (void)writes(*nurse, "view", {{"whose", "person"}, {"said", "I want my own bed"}, {"how", "face-to-face"}});
    (void)writes(*lead, "view",
                 {{"whose", "family"}, {"name", "Tom Hale"}, {"said", "She falls at night"}, {"how", "phone"}});
    meet();
    for (auto* who : {&*lead, &*nurse}) {
        EXPECT_EQ(say(first(*who, "needs"), "text"), "Company in the afternoons");
        EXPECT_EQ(say(first(*who, "wishes"), "words"), "“I want my own bed”");
        EXPECT_EQ(say(first(*who, "views"), "words"), "“She falls at night”");
    }
}

TEST_F(PlanJourney, thePlanPassesOnOnlyWhenTheNextOneSaysYesAndAllSidesSeeIt) {
    const auto plan = writes(*lead, "care-plan", {{"summary", "Home"}});
    meet();
    lead->app.plan()->offerPlan(id(plan), QStringLiteral("W002"), QStringLiteral("She likes to be rung before nine"));
    meet();
    EXPECT_TRUE(first(*colleague, "leads").value("mayAnswer").toBool());
    EXPECT_EQ(say(first(*colleague, "leads"), "offerWords"), "She likes to be rung before nine");
    EXPECT_EQ(say(first(*nurse, "leads"), "owner"), name("W001").toStdString()) << "it stays where it is";
    EXPECT_NE(say(first(*nurse, "leads"), "offer").find(name("W002").toStdString()), std::string::npos);
    EXPECT_FALSE(first(*nurse, "leads").value("mayAnswer").toBool());

    colleague->app.plan()->declinePlan(id(plan), QStringLiteral("Away from Monday"));
    meet();
    EXPECT_EQ(say(first(*lead, "leads"), "offer"), "");
    lead->app.plan()->offerPlan(id(plan), QStringLiteral("W002"), {});
    meet();
    colleague->app.plan()->acceptPlan(id(plan));
    meet();
    for (auto* who : {&*lead, &*colleague, &*nurse}) {
        EXPECT_EQ(say(first(*who, "leads"), "owner"), name("W002").toStdString());
        EXPECT_EQ(say(first(*who, "leads"), "offer"), "");
    }
    EXPECT_TRUE(first(*colleague, "leads").value("ownerMine").toBool());
}

} // namespace
} // namespace frontsheet::testing
