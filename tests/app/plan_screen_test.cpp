// The plan on the person's page, as its view model words it, and as it is answered.
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/plan_town.h"
#include "tests/app/support/screens.h"
#include "tests/app/support/silent_homes.h"

#include <atomic>
#include <latch>

namespace frontsheet::testing {
namespace {

class PlanScreen : public AppTest {
protected:
    explicit PlanScreen(Principal who = Kitley::nurse()) : m_screens(std::move(who)) {
        m_screens.kitley.agree();
        m_edith = planEdith(m_screens.kitley);
        m_screens.unlock();
    }
    PlanModel& plan() { return *m_screens.app.plan(); }
    void open(const PersonId& person) {
        plan().open(id(person));
        m_screens.settle();
    }
    void open() { open(m_screens.kitley.edith); }
    QVariantList part(const char* name) { return plan().parts().value(QString::fromLatin1(name)).toList(); }
    QVariantMap row(const char* part, const RecordId& record) {
        for (const auto& one : this->part(part)) {
            if (one.toMap().value(QStringLiteral("id")).toString() == id(record)) {
                return one.toMap();
            }
        }
        return {};
    }
    static std::string say(const QVariantMap& row, const char* key) {
        return row.value(QString::fromLatin1(key)).toString().toStdString();
    }
    static std::string chip(const QVariantMap& row) {
        return row.value(QStringLiteral("chip")).toMap().value(QStringLiteral("text")).toString().toStdString();
    }
    static bool is(const QVariantMap& row, const char* key) { return row.value(QString::fromLatin1(key)).toBool(); }
    FieldSet stored(const RecordId& record) {
        const auto found = m_screens.kitley.store.record(record);
        return found && *found ? (*found)->record.fields : FieldSet{};
    }

    Screens m_screens;
    PlannedInKitley m_edith;
};

class PlanScreenOfItsLead : public PlanScreen {
protected:
    PlanScreenOfItsLead() : PlanScreen(Kitley::assessor()) {}
};

TEST_F(PlanScreen, itSaysWhoLeadsAndWhatThePersonWantsFirst) {
    open();
    ASSERT_TRUE(plan().loaded()) << plan().errorTitle().toStdString();
    const auto lead = part("leads").constFirst().toMap();
    EXPECT_EQ(say(lead, "owner"), "Ruth Okafor");
    EXPECT_EQ(say(lead, "agreed"), "Agreed 3 September 2026 with Edith and her son Martin.");
    EXPECT_EQ(say(lead, "review"), "Review 1 October 2026.");
    EXPECT_FALSE(is(lead, "mayOffer")) << "another agency's to pass on";
    ASSERT_EQ(part("wishes").size(), 1);
    EXPECT_EQ(say(part("wishes").constFirst().toMap(), "words"),
              "“I want to stop in my own house. I'd sooner fall here than be safe somewhere I don't know a soul.”")
        << "word for word";
    EXPECT_EQ(all(part("views"), "who"), (QStringList{"Martin Hargreave, her son", "Dr Anil Perera, GP"}));
    EXPECT_TRUE(plan().twoLeads().isEmpty());
    EXPECT_TRUE(plan().wishMissing().isEmpty());
}

TEST_F(PlanScreen, anUnmetNeedSaysWhyWhatIsDoneMeanwhileAndWhoLooksAgain) {
    open();
    const auto unmet = part("needs").constFirst().toMap();
    EXPECT_EQ(say(unmet, "id"), m_edith.unmet.hex());
    EXPECT_EQ(chip(unmet), "Unmet");
    EXPECT_EQ(say(unmet, "why"), "Why: No money. The panel did not fund a night sitter on 7 September.");
    EXPECT_EQ(say(unmet, "meanwhile"), "Meanwhile: pendant alarm, and Martin rings at nine.");
    EXPECT_EQ(say(unmet, "next"), "Ruth Okafor looks at it again 29 September 2026.");
    for (const auto& one : part("needs")) {
        if (one.toMap().value("text").toString() == QStringLiteral("Wash and dress each morning")) {
            EXPECT_EQ(one.toMap().value("provisions").toStringList(),
                      QStringList{"Help to wash and dress, Larkfield Home Care, mornings, before nine"});
        }
    }
}

TEST_F(PlanScreen, anActionSaysWhoseItIsByWhenAndWhomWeWaitFor) {
    open();
    EXPECT_EQ(plan().actionCount(), QStringLiteral("6 open, 1 overdue"));
    const auto late = part("actions").constFirst().toMap();
    EXPECT_EQ(say(late, "owner"), "Dr Anil Perera");
    EXPECT_EQ(say(late, "late"), "4 days overdue");
    EXPECT_EQ(say(late, "waits"), "Waits for Dr Anil Perera to report back.");
    EXPECT_FALSE(is(late, "attention")) << "late, and not this worker's";
    const auto asked = row("actions", m_edith.toNurse);
    EXPECT_EQ(chip(asked), "Waits for your answer");
    EXPECT_TRUE(is(asked, "attention"));
    EXPECT_TRUE(is(asked, "mayAccept") && is(asked, "mayDecline"));
    EXPECT_FALSE(is(asked, "mayReport") || is(asked, "mayPass") || is(asked, "mayCancel"));
    const auto declined = row("actions", m_edith.toAssessor);
    EXPECT_EQ(say(declined, "answer"), "Declined: “Our walker has left. Ask again in October.”");
    EXPECT_EQ(say(declined, "waits"), "Waits for Ruth Okafor to ask somebody else.");
    ASSERT_EQ(part("endedActions").size(), 1);
    EXPECT_EQ(say(part("endedActions").constFirst().toMap(), "report"),
              "Reported 13 September 2026: “Delivered and tried with her on Thursday.”");
}

TEST_F(PlanScreen, thePackageStandsWithWhatWasGivenAndWhoPays) {
    open();
    const auto wash = row("lines", m_edith.package);
    EXPECT_EQ(say(wash, "allocated"), "5 h 15 min");
    EXPECT_EQ(say(wash, "delivered"), "4 h 35 min");
    EXPECT_TRUE(is(wash, "less"));
    EXPECT_EQ(say(wash, "cost"), "£192.50");
    EXPECT_EQ(say(plan().totals(), "cost"), "£264.50");
    EXPECT_EQ(all(plan().totals().value("payers").toList(), "amount"), (QStringList{"£222.50", "£42.00"}));
    EXPECT_EQ(say(plan().totals(), "ofReported"), "7 h 15 min")
        << "the dressing is not reported, and not called missing";
}

TEST_F(PlanScreen, whatEverybodyAtTheDoorMustKnowHasItsSourceAndDate) {
    open();
    EXPECT_EQ(all(part("risks"), "title"),
              (QStringList{"Not alone.", "Animals.", "Falls: three since June 2026. Uses a frame."}))
        << "who visits first, then what an agency's own record warns of";
    const auto allergy = part("allergies").constFirst().toMap();
    EXPECT_EQ(say(allergy, "title"), "Penicillin.");
    EXPECT_EQ(say(allergy, "detail"), "Rash, swollen lips. Severe.");
    EXPECT_EQ(say(allergy.value("badge").toMap(), "trailing"), "GP record, 31 August 2026");
    EXPECT_EQ(all(part("medicines"), "detail"),
              (QStringList{"1 in the morning.", "2, up to four times a day, when needed."}));
    EXPECT_EQ(all(part("decided"), "title"), (QStringList{"ReSPECT form.", "Attorney for health and welfare."}));
    EXPECT_TRUE(
        say(part("decided").constFirst().toMap(), "detail").find("Bronwen Price saw the paper 11 September 2026.") !=
        std::string::npos);
    EXPECT_EQ(say(part("decided").at(1).toMap(), "number"), "01632 960 119");
    EXPECT_EQ(all(part("contacts"), "title"), (QStringList{"Jean Tully.", "Martin Hargreave."}));
    EXPECT_EQ(say(part("carers").constFirst().toMap(), "willing"), "Willing within limits");
    EXPECT_EQ(all(part("reviews"), "title"), (QStringList{"Risk: to lone workers", "The plan", "The crisis plan"}));
    EXPECT_EQ(say(part("reviews").constFirst().toMap(), "late"), "4 days overdue");
}

TEST_F(PlanScreen, theCrisisPlanSaysWhomToCallFirstAndTheNumbersCanBeRung) {
    open();
    const auto crisis = row("crisis", m_edith.crisis);
    EXPECT_EQ(say(crisis.value("parts").toList().constFirst().toMap(), "heading"), "Whom to call");
    EXPECT_EQ(all(crisis.value("numbers").toList(), "who"), (QStringList{"Crisis line", "Martin, her son"}));
    EXPECT_EQ(all(crisis.value("numbers").toList(), "number"), (QStringList{"01632 960 906", "01632 960 119"}));
    EXPECT_EQ(say(crisis, "agreed"), "Edith Hargreave agreed to this 6 August 2026.");
}

TEST_F(PlanScreen, anActionIsAcceptedReportedOnAndDone) {
    open();
    plan().answer(id(m_edith.toNurse), PlanModel::Accept);
    m_screens.settle();
    EXPECT_TRUE(plan().errorTitle().isEmpty()) << plan().errorTitle().toStdString();
    auto now = row("actions", m_edith.toNurse);
    EXPECT_EQ(chip(now), "Yours");
    EXPECT_TRUE(is(now, "unsent"));
    EXPECT_TRUE(is(now, "mayReport"));
    plan().answer(id(m_edith.toNurse), PlanModel::Report, QStringLiteral("  She pressed it twice. "));
    m_screens.settle();
    EXPECT_EQ(stored(m_edith.toNurse).get(action::kReport), "She pressed it twice.");
    plan().answer(id(m_edith.toNurse), PlanModel::Finish, QStringLiteral("She can do it"));
    m_screens.settle();
    EXPECT_EQ(part("endedActions").size(), 2);
    EXPECT_EQ(stored(m_edith.toNurse).text(action::kState), "done");
}

TEST_F(PlanScreen, aRefusalSaysWhyAndNothingIsSaved) {
    open();
    plan().answer(id(m_edith.toNurse), PlanModel::Decline);
    m_screens.settle();
    EXPECT_EQ(plan().errorTitle(), QStringLiteral("Something that is needed is still empty."));
    EXPECT_EQ(stored(m_edith.toNurse).text(action::kState), "offered");
    plan().answer(id(m_edith.toNurse), PlanModel::Decline, QStringLiteral("I am away until October"));
    m_screens.settle();
    EXPECT_TRUE(plan().errorTitle().isEmpty()) << "it goes when it is put right";
    EXPECT_EQ(say(row("actions", m_edith.toNurse), "waits"), "Waits for Ruth Okafor to ask somebody else.");
}

TEST_F(PlanScreen, aFullDiskLosesNothingOnThePage) {
    open();
    m_screens.kitley.store.failNextSave(ErrorCode::DiskFull);
    plan().answer(id(m_edith.toNurse), PlanModel::Accept);
    m_screens.settle();
    EXPECT_FALSE(plan().errorTitle().isEmpty());
    EXPECT_FALSE(plan().busy());
    EXPECT_EQ(part("actions").size(), 6);
}

TEST_F(PlanScreen, whoWillSeeItIsSaidInPlace) {
    open();
    plan().lookWhoSees(id(m_edith.toNurse));
    m_screens.settle();
    EXPECT_FALSE(plan().audienceLine().isEmpty());
    EXPECT_FALSE(plan().audience().isEmpty());
}

TEST_F(PlanScreen, aWorkerIsFoundByNameRoleOrAgency) {
    open();
    plan().findWorkers(QStringLiteral("occupational"));
    EXPECT_EQ(all(plan().found(), "name"), QStringList{"Sam Whitlock"});
    plan().findWorkers(QStringLiteral("o"), QStringLiteral("harbour"));
    EXPECT_EQ(all(plan().found(), "name"), (QStringList{"Bronwen Price", "Kofi Asante", "Nadia Rahman"}))
        << "of that agency alone";
    plan().findWorkers(QStringLiteral("zzz"));
    EXPECT_FALSE(plan().foundText().isEmpty());
    plan().findWorkers({});
    EXPECT_TRUE(plan().found().isEmpty());
}

TEST_F(PlanScreen, withoutAPlanItSaysSoAndOffersToOpenOne) {
    open(m_screens.kitley.beryl);
    ASSERT_TRUE(plan().loaded());
    EXPECT_TRUE(plan().empty());
    EXPECT_TRUE(plan().mayOpen());
    EXPECT_FALSE(plan().mayAdd());
    EXPECT_FALSE(plan().wishMissing().isEmpty());
}

TEST_F(PlanScreen, aLockedDeviceForgetsThePlan) {
    open();
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_TRUE(plan().personId().isEmpty());
    EXPECT_TRUE(plan().parts().isEmpty());
    EXPECT_TRUE(plan().audienceLine().isEmpty());
}

TEST_F(PlanScreen, anAnswerAboutSomebodyElseIsNotShown) {
    plan().open(id(m_screens.kitley.edith));
    plan().open(id(m_screens.kitley.beryl)); // before the first was answered
    m_screens.settle();
    EXPECT_EQ(plan().personId(), id(m_screens.kitley.beryl));
    EXPECT_TRUE(part("leads").isEmpty());
}

TEST_F(PlanScreen, aPageThatIsLongAtWorkSaysSo) {
    open();
    std::latch answer{1};
    m_screens.executor.post(Lane::Read, [&] { answer.wait(); });
    plan().refresh();
    EXPECT_TRUE(m_screens.until([&] { return plan().slow(); }));
    answer.count_down();
    EXPECT_TRUE(m_screens.until([&] { return !plan().slow(); }));
}

TEST_F(PlanScreen, oneAgencyThatKnowsOfNoneHidesNoAllergy) {
    m_screens.kitley.store.hold([&] {
        Record none;
        none.id = m_screens.kitley.ids.timeOrdered<RecordId>(kKitleyNow);
        none.type = RecordType::Allergy;
        none.home = AgencyId{"harbour"};
        none.person = m_screens.kitley.edith;
        none.version.n = 1;
        none.fields.put(allergy::kNoneKnown, 1);
        none.fields.put(allergy::kSource, std::string{"Edith"});
        none.fields.put(allergy::kAsOf, std::string{"2026-09-11"});
        none.fields.put(allergy::kState, std::string{"current"});
        return none;
    }());
    open();
    EXPECT_EQ(all(part("allergies"), "title"), (QStringList{"Penicillin.", "No allergies known."}));
    EXPECT_FALSE(plan().allergyDispute().isEmpty());
}

TEST_F(PlanScreenOfItsLead, aDeclinedActionIsPutToSomebodyElse) {
    open();
    const auto declined = row("actions", m_edith.toAssessor);
    EXPECT_TRUE(is(declined, "attention"));
    EXPECT_EQ(say(declined, "waits"), "Moira Sands cannot. Ask somebody else, or cancel it.");
    EXPECT_TRUE(is(declined, "mayPass") && is(declined, "mayCancel"));
    plan().offerAction(id(m_edith.toAssessor), QStringLiteral("harbour"), QStringLiteral("W111"));
    m_screens.settle();
    const auto now = row("actions", m_edith.toAssessor);
    EXPECT_EQ(say(now, "waits"), "Waits for Kofi Asante to say yes or no.");
    EXPECT_EQ(say(now, "answer"), "");
}

TEST_F(PlanScreenOfItsLead, theCaseOwnerAsksAColleagueAndMayTakeItBack) {
    open();
    EXPECT_TRUE(is(part("leads").constFirst().toMap(), "ownerMine"));
    plan().offerPlan(id(m_edith.plan), QStringLiteral("W002"), QStringLiteral("Ring before nine"));
    m_screens.settle();
    const auto lead = part("leads").constFirst().toMap();
    EXPECT_EQ(say(lead, "offer"),
              "Tom Adeyemi is asked to take this over, today, 10:12. Until they say yes it stays with you.");
    EXPECT_TRUE(is(lead, "mayTakeBack"));
    plan().takeBackPlan(id(m_edith.plan));
    m_screens.settle();
    EXPECT_EQ(say(part("leads").constFirst().toMap(), "offer"), "");
}

TEST_F(PlanScreenOfItsLead, twoLeadsSayWhatToDoAndOneIsClosed) {
    planIvyInFull(m_screens.kitley);
    open(m_screens.kitley.ivy);
    EXPECT_EQ(plan().twoLeads(), QStringLiteral("Ring Farida Noor on 01632 960 455 and settle who leads. Then one of "
                                                "you closes their plan; nothing in it is lost."));
    const QString ours = find(part("leads"), "owner", QStringLiteral("Ruth Okafor"), "id");
    plan().closePlan(ours, QStringLiteral("Estuary leads from today"));
    m_screens.settle();
    EXPECT_TRUE(plan().twoLeads().isEmpty()) << plan().errorTitle().toStdString();
    const auto former = part("formerLeads").constFirst().toMap();
    EXPECT_EQ(say(former, "closed"), "Closed today: Estuary leads from today");
    EXPECT_EQ(say(former, "continues"), "It goes on in the plan of Estuary Mental Health.");
}

} // namespace
} // namespace frontsheet::testing
