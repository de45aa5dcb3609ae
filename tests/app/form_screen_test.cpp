// Writing a record of the care work on a form: typed as people type, judged in words, kept until it is saved.
#include "app/viewmodels/field_wording.h"
#include "app/viewmodels/forms/form_spec.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"
#include "core/usecases/care_records.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"

#include <set>

namespace frontsheet::testing {
namespace {

class FormScreen : public AppTest {
protected:
    FormScreen() { m_screens.unlock(); }

    FormModel& form() { return *m_screens.app.form(); }
    void begin(const char* type, const QVariantMap& preset = {}) {
        form().begin(QString::fromLatin1(type), id(m_screens.kitley.edith), preset);
        m_screens.settle();
        ASSERT_TRUE(form().isOpen()) << form().errorTitle().toStdString();
    }
    void type(FieldTag field, const char* text) { form().type(field.number, QString::fromUtf8(text)); }
    // Saves, and says which record; null where it was not saved.
    RecordId save() {
        RecordId out;
        const auto heard = QObject::connect(&form(), &FormModel::saved, [&](const QString& recordId) {
            out = RecordId::fromHex(recordId.toStdString()).value_or(RecordId{});
        });
        form().save();
        m_screens.settle();
        QObject::disconnect(heard);
        return out;
    }
    Record stored(const RecordId& record) {
        const auto found = m_screens.kitley.store.record(record);
        return found && *found ? (*found)->record : Record{};
    }
    QString fault(FieldTag field) { return form().faults().value(QString::number(field.number)).toString(); }
    bool asksFor(FieldTag field) { return form().asksFor().value(QString::number(field.number)).toBool(); }

    Screens m_screens;
};

TEST_F(FormScreen, whoAgreedIsTypedAsPeopleWriteNames) {
    begin("care-plan");
    form().type(care_plan::kAgreedWith.tag.number, QStringLiteral("her son Martin,  Edith , ,Edith"));
    form().type(care_plan::kReviewedOn.tag.number, QStringLiteral("today"));
    const auto plan = save();
    EXPECT_EQ(stored(plan).fields.get(care_plan::kAgreedWith), (std::vector<std::string>{"Edith", "her son Martin"}));
    EXPECT_EQ(stored(plan).fields.text(care_plan::kReviewedOn), "2026-09-15");
    form().edit(id(plan));
    m_screens.settle();
    EXPECT_EQ(find(form().fields(), "label", QStringLiteral("Agreed with"), "text"),
              QStringLiteral("Edith, her son Martin"));
}

TEST_F(FormScreen, aNeedIsWrittenAsOneTypesIt) {
    begin("need");
    EXPECT_EQ(form().title(), QStringLiteral("A need of Edith Hargreave"));
    type(need::kText.tag, "Help to wash in the morning");
    type(need::kNextLook.tag, "in 2 weeks");
    EXPECT_TRUE(form().dirty());
    const auto saved = save();
    ASSERT_FALSE(saved.isNull()) << form().errorTitle().toStdString();
    const auto record = stored(saved);
    EXPECT_EQ(record.fields.get(need::kText), "Help to wash in the morning");
    EXPECT_EQ(record.fields.text(need::kState), "open");
    EXPECT_EQ(record.fields.text(need::kNextLook).size(), 10U) << "kept as a date";
    EXPECT_FALSE(form().isOpen());
}

TEST_F(FormScreen, whatIsMissingIsSaidUnderItsFieldAndNothingIsLost) {
    begin("need");
    type(need::kPersonSays.tag, "I cannot reach my back");
    EXPECT_TRUE(save().isNull());
    EXPECT_EQ(fault(need::kText.tag), QStringLiteral("This must be said."));
    EXPECT_TRUE(form().errorTitle().isEmpty());
    type(need::kText.tag, "Help to wash");
    EXPECT_TRUE(fault(need::kText.tag).isEmpty()) << "it goes when it is put right";
    const auto saved = save();
    ASSERT_FALSE(saved.isNull());
    EXPECT_EQ(stored(saved).fields.get(need::kPersonSays), "I cannot reach my back");
}

TEST_F(FormScreen, whatThePayersPayIsToMakeUpWhatItCosts) {
    begin("package-line");
    type(package_line::kTask.tag, "Help to wash and dress");
    type(package_line::kWeeklyCostPence.tag, "154");
    type(package_line::kCouncilPence.tag, "100");
    type(package_line::kPersonPence.tag, "50");
    EXPECT_TRUE(save().isNull());
    EXPECT_EQ(fault(package_line::kWeeklyCostPence.tag),
              QStringLiteral("What is paid below does not make this up. Put one of them right."));
    EXPECT_TRUE(form().errorTitle().isEmpty()) << form().errorTitle().toStdString();
    type(package_line::kPersonPence.tag, "54");
    type(package_line::kVisitsAWeek.tag, "100000");
    EXPECT_TRUE(save().isNull());
    EXPECT_EQ(fault(package_line::kVisitsAWeek.tag), QStringLiteral("This is more than can be. Check the number."));
    type(package_line::kVisitsAWeek.tag, "7");
    const auto saved = save();
    ASSERT_FALSE(saved.isNull()) << form().errorTitle().toStdString();
    EXPECT_EQ(stored(saved).fields.get(package_line::kPersonPence), 54'00);
}

TEST(Forms, aHintSaysMoreThanTheNameOfItsField) {
    for (const auto& schema : allSchemas()) {
        const auto* form = formOf(schema.type);
        for (const auto& one : form != nullptr ? form->fields : std::span<const FormField>{}) {
            const QString name = fieldWords(schema.type, one.name.number != 0 ? one.name : one.field);
            EXPECT_NE(name.toLower(), QString::fromUtf8(one.hint).toLower()) << name.toStdString();
        }
    }
}

TEST_F(FormScreen, aDayThatIsNoneIsNotGuessedAt) {
    begin("need");
    type(need::kText.tag, "Company");
    type(need::kNextLook.tag, "31 February");
    EXPECT_TRUE(form().understood().value(QString::number(need::kNextLook.tag.number)).toString().isEmpty());
    EXPECT_TRUE(save().isNull());
    EXPECT_FALSE(fault(need::kNextLook.tag).isEmpty());
    type(need::kNextLook.tag, "tomorrow");
    EXPECT_EQ(form().understood().value(QString::number(need::kNextLook.tag.number)).toString(),
              QStringLiteral("Wednesday 16 September 2026"));
    EXPECT_FALSE(save().isNull());
}

TEST_F(FormScreen, onlyWhatMattersIsAskedFor) {
    begin("need");
    EXPECT_FALSE(asksFor(need::kUnmetBecause.tag));
    form().choose(need::kState.tag.number, 1);
    EXPECT_TRUE(asksFor(need::kUnmetBecause.tag)) << "unmet: why";
    form().choose(need::kState.tag.number, 3);
    EXPECT_FALSE(asksFor(need::kUnmetBecause.tag));
    begin("allergy");
    EXPECT_TRUE(asksFor(allergy::kSubstance.tag));
    form().choose(allergy::kNoneKnown.tag.number, 0);
    EXPECT_FALSE(asksFor(allergy::kSubstance.tag)) << "none known, so none is named";
}

TEST_F(FormScreen, aDeputyIsNotAskedWhetherTheyAreRegistered) {
    begin("advance-plan");
    EXPECT_FALSE(asksFor(advance_plan::kRegistered.tag)) << "of a paper whose kind nobody has said";
    form().choose(advance_plan::kKind.tag.number, 4);
    EXPECT_TRUE(asksFor(advance_plan::kRegistered.tag)) << "an attorney's power has no force before";
    form().choose(advance_plan::kKind.tag.number, 6);
    EXPECT_FALSE(asksFor(advance_plan::kRegistered.tag)) << "theirs is the order of the court";
}

TEST_F(FormScreen, anActionGoesToAColleagueFoundByName) {
    begin("action");
    EXPECT_EQ(form().names().value(QString::number(action::kOwner.tag.number)).toMap().value("name").toString(),
              m_screens.app.workerName())
        << "one's own until somebody else is chosen";
    form().findWorkers(QStringLiteral("sam whit"));
    ASSERT_EQ(form().workers().size(), 1);
    const auto sam = form().workers().constFirst().toMap();
    form().chooseWorker(action::kOwner.tag.number, sam.value("agency").toString(), sam.value("worker").toString());
    type(action::kWhat.tag, "Fit a second rail");
    type(action::kDue.tag, "next Friday");
    const auto saved = save();
    ASSERT_FALSE(saved.isNull()) << form().errorTitle().toStdString();
    const auto record = stored(saved);
    EXPECT_EQ(record.fields.get(action::kOwner).str(), sam.value("worker").toString().toStdString());
    EXPECT_EQ(record.fields.get(action::kOwnerAgency).str(), sam.value("agency").toString().toStdString());
    EXPECT_EQ(record.fields.text(action::kState), "offered");
}

TEST_F(FormScreen, whoWasChosenIsStillChosenWhenItIsTakenUpAgain) {
    begin("action");
    form().findWorkers(QStringLiteral("sam whit"));
    ASSERT_EQ(form().workers().size(), 1);
    const auto sam = form().workers().constFirst().toMap();
    form().chooseWorker(action::kOwner.tag.number, sam.value("agency").toString(), sam.value("worker").toString());
    type(action::kWhat.tag, "Fit a second rail");
    type(action::kDue.tag, "next Friday");
    m_screens.app.lockNow();
    m_screens.settle();
    m_screens.unlock();
    form().refresh();
    m_screens.settle();
    ASSERT_EQ(form().unfinished().size(), 1);
    form().resume(form().unfinished().constFirst().toMap().value("recordId").toString());
    m_screens.settle();
    const auto saved = save();
    ASSERT_FALSE(saved.isNull()) << form().errorTitle().toStdString();
    EXPECT_EQ(stored(saved).fields.get(action::kOwner).str(), sam.value("worker").toString().toStdString());
    EXPECT_EQ(stored(saved).fields.get(action::kOwnerAgency).str(), sam.value("agency").toString().toStdString())
        << "and their agency with them";
}

TEST_F(FormScreen, whatIsStoppedWhileItIsWrittenIsNotSavedAndSaysWhatStopsIt) {
    begin("goal");
    type(goal::kWords.tag, "Walk to the shop");
    EXPECT_FALSE(form().stopped());
    CareRecords care{m_screens.kitley.workplace()}; // the news comes while she types
    auto died = care.begin(RecordType::Death, m_screens.kitley.edith);
    ASSERT_TRUE(died);
    died->fields.put(death::kDiedOn, std::string{"2026-09-14"});
    ASSERT_TRUE(care.save(std::nullopt, *died));
    EXPECT_TRUE(save().isNull());
    EXPECT_EQ(form().errorTitle(), QStringLiteral("What is there already stops this."));
    EXPECT_TRUE(form().stopped());
    EXPECT_TRUE(form().isOpen());
    EXPECT_TRUE(form().dirty()) << "her words are still there";
}

TEST_F(FormScreen, whatANewRecordHangsOnIsKnownToWhoeverOpenedTheForm) {
    begin("need");
    type(need::kText.tag, "Help to wash");
    const auto need = save();
    begin("package-line", {{"need", id(need)}, {"task", "Morning visit"}});
    EXPECT_EQ(find(form().fields(), "text", QStringLiteral("Morning visit"), "widget"), QStringLiteral("line"));
    const auto line = save();
    ASSERT_FALSE(line.isNull()) << form().errorTitle().toStdString();
    EXPECT_EQ(stored(line).fields.get(package_line::kNeed), need);
}

TEST_F(FormScreen, moneyIsTypedInPoundsAndKeptInPence) {
    begin("package-line");
    type(package_line::kTask.tag, "Help to wash and dress");
    type(package_line::kWeeklyCostPence.tag, "\u00a31,154.50");
    type(package_line::kCouncilPence.tag, "1000");
    type(package_line::kPersonPence.tag, "154.5");
    const auto saved = save();
    ASSERT_FALSE(saved.isNull()) << form().errorTitle().toStdString();
    EXPECT_EQ(stored(saved).fields.get(package_line::kWeeklyCostPence), 1154'50);
    EXPECT_EQ(stored(saved).fields.get(package_line::kPersonPence), 154'50);
}

TEST_F(FormScreen, whatIsThereIsChangedAndTheRestStaysAsItStands) {
    begin("need");
    type(need::kText.tag, "Help to wash");
    type(need::kNextLook.tag, "tomorrow");
    const auto saved = save();
    const auto before = stored(saved);
    form().edit(id(saved));
    m_screens.settle();
    ASSERT_TRUE(form().isOpen());
    EXPECT_FALSE(form().dirty());
    type(need::kText.tag, "Help to wash and dress");
    ASSERT_EQ(save(), saved);
    EXPECT_EQ(stored(saved).fields.get(need::kText), "Help to wash and dress");
    EXPECT_EQ(stored(saved).fields.text(need::kNextLook), before.fields.text(need::kNextLook));
}

TEST_F(FormScreen, aDeathStopsWhatIsForTheLiving) {
    begin("death");
    type(death::kDiedOn.tag, "yesterday");
    ASSERT_FALSE(save().isNull());
    begin("goal");
    m_screens.settle();
    EXPECT_TRUE(form().stopped());
    EXPECT_TRUE(form().findings().constFirst().toMap().value("text").toString().startsWith(
        QStringLiteral("This person has died.")));
}

TEST_F(FormScreen, aLockedDeviceShowsNothingOfItAndKeepsAllOfIt) {
    begin("view");
    type(view::kSaid.tag, "I want my own bed");
    type(view::kSaidOn.tag, "31 February"); // is no day, and is put right later
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_FALSE(form().isOpen());
    EXPECT_TRUE(form().title().isEmpty());
    EXPECT_TRUE(form().fields().isEmpty());
    EXPECT_TRUE(form().unfinished().isEmpty());

    m_screens.unlock();
    form().refresh();
    m_screens.settle();
    ASSERT_EQ(form().unfinished().size(), 1);
    const auto left = form().unfinished().constFirst().toMap();
    EXPECT_EQ(left.value("title").toString(), QStringLiteral("What is said about Edith Hargreave"));
    form().resume(left.value("recordId").toString());
    m_screens.settle();
    EXPECT_EQ(find(form().fields(), "label", QStringLiteral("In their words"), "text"),
              QStringLiteral("I want my own bed"));
    EXPECT_EQ(find(form().fields(), "label", QStringLiteral("Said on"), "text"), QStringLiteral("31 February"));
}

TEST_F(FormScreen, whatWasLeftIsFinishedOrGivenUp) {
    begin("need");
    type(need::kText.tag, "Help to wash");
    begin("goal"); // something else came first
    type(goal::kWords.tag, "Walk to the shop");
    form().giveUp();
    m_screens.settle();
    form().refresh();
    m_screens.settle();
    ASSERT_EQ(form().unfinished().size(), 1) << "what was given up is gone";
    form().resume(form().unfinished().constFirst().toMap().value("recordId").toString());
    m_screens.settle();
    const auto saved = save();
    ASSERT_FALSE(saved.isNull()) << form().errorTitle().toStdString();
    EXPECT_EQ(stored(saved).fields.get(need::kText), "Help to wash");
    form().refresh();
    m_screens.settle();
    EXPECT_TRUE(form().unfinished().isEmpty());
}

TEST_F(FormScreen, whatIsTypedAndTakenBackIsKeptNoLonger) {
    begin("need");
    type(need::kText.tag, "x");
    m_screens.app.note()->flush();
    ASSERT_TRUE(m_screens.until([&] { return form().keptLine().startsWith(QStringLiteral("Kept on this tablet")); }))
        << form().keptLine().toStdString();
    type(need::kText.tag, "");
    form().leave();
    m_screens.settle();
    EXPECT_FALSE(form().isOpen());
    EXPECT_TRUE(form().unfinished().isEmpty());
}

TEST_F(FormScreen, whatWasGivenUpComesBackUntilSomethingElseIsWritten) {
    begin("need");
    type(need::kText.tag, "Help to wash");
    form().giveUp();
    m_screens.settle();
    EXPECT_EQ(form().givenUp(), QStringLiteral("A need of Edith Hargreave"));
    form().bringBack();
    m_screens.settle();
    ASSERT_TRUE(form().isOpen());
    EXPECT_EQ(find(form().fields(), "label", QStringLiteral("Need"), "text"), QStringLiteral("Help to wash"));
    EXPECT_TRUE(form().givenUp().isEmpty());
    form().giveUp();
    m_screens.settle();
    begin("goal");
    EXPECT_TRUE(form().givenUp().isEmpty());
}

TEST_F(FormScreen, anotherPageFillsInWhatItKnows) {
    begin("need");
    type(need::kText.tag, "Help to wash");
    const auto needed = save();
    ASSERT_FALSE(needed.isNull());
    begin("action", {{QStringLiteral("what"), QStringLiteral("Bring a commode")},
                     {QStringLiteral("due"), QStringLiteral("tomorrow")},
                     {QStringLiteral("owner"), QStringLiteral("W001")},
                     {QStringLiteral("owner_agency"), QStringLiteral("council")},
                     {QStringLiteral("need"), id(needed)}}); // which the form does not ask for
    EXPECT_FALSE(form().dirty()) << "nobody typed anything";
    const auto asked = stored(save());
    EXPECT_EQ(asked.fields.get(action::kWhat), "Bring a commode");
    EXPECT_EQ(asked.fields.get(action::kNeed), needed);
    EXPECT_EQ(asked.fields.get(action::kOwnerAgency), AgencyId{"council"});
    EXPECT_EQ(asked.fields.text(action::kState), "offered") << "another's";
}

TEST_F(FormScreen, whoIsNamedAsACarerHasARecordOfTheirOwn) {
    begin("carer");
    form().typePerson(carer::kCarer.tag.number, QStringLiteral("Mr Harold Pike"));
    type(carer::kWilling.tag, "within-limits");
    EXPECT_TRUE(save().isNull());
    EXPECT_EQ(fault(carer::kAskedOn.tag), QStringLiteral("This must be said.")) << "nobody is assumed to be willing";
    type(carer::kAskedOn.tag, "yesterday");
    const auto saved = stored(save());
    const auto harold = saved.fields.get(carer::kCarer);
    ASSERT_FALSE(harold.isNull());
    EXPECT_EQ(saved.fields.get(carer::kAskedBy), m_screens.kitley.me.worker);
    m_screens.app.frontSheet()->open(id(harold));
    m_screens.settle();
    EXPECT_EQ(m_screens.app.frontSheet()->name(), QStringLiteral("PIKE, Harold (Mr)"));

    form().begin(QStringLiteral("carer-assessment"), id(harold), {{QStringLiteral("cares_for"), id(saved.person)}});
    m_screens.settle();
    EXPECT_EQ(form().title(), QStringLiteral("Harold Pike as a carer: an assessment"));
    const auto caredFor = form()
                              .persons()
                              .value(QString::number(carer_assessment::kCaresFor.tag.number))
                              .toMap()
                              .value("name")
                              .toString();
    EXPECT_TRUE(caredFor.startsWith(QStringLiteral("HARGREAVE, Edith"))) << caredFor.toStdString();
    type(carer_assessment::kNeeds.tag, "A night's sleep");
    const auto assessment = stored(save());
    EXPECT_EQ(assessment.person, harold);
    EXPECT_EQ(assessment.fields.get(carer_assessment::kCaresFor), saved.person);
}

// As a carers' centre does, which holds no record of the cared-for person.
TEST_F(FormScreen, forWhomACarerCaresIsSaidByNameWhereThereIsNoRecord) {
    begin("carer-assessment");
    type(carer_assessment::kNeeds.tag, "A night's sleep");
    EXPECT_TRUE(save().isNull());
    EXPECT_EQ(fault(carer_assessment::kCaresFor.tag), QStringLiteral("This must be said."));
    form().typePerson(carer_assessment::kCaresFor.tag.number, QStringLiteral("Pauline Hill"));
    const auto saved = stored(save());
    EXPECT_EQ(saved.fields.get(carer_assessment::kCaresForName), "Pauline Hill");
    EXPECT_TRUE(saved.fields.get(carer_assessment::kCaresFor).isNull());
}

TEST_F(FormScreen, aCarerWithoutANameIsToldSoUnderTheName) {
    begin("carer");
    EXPECT_TRUE(save().isNull());
    EXPECT_EQ(fault(carer::kCarer.tag), QStringLiteral("This must be said."));
}

TEST_F(FormScreen, whatCanBeWrittenIsFoundByTheWordsThatPeopleUse) {
    const auto found = [&](const char* typed) {
        QStringList types;
        for (const auto& group : form().kinds(QString::fromLatin1(typed))) {
            types << all(group.toMap().value("rows").toList(), "type");
        }
        return types;
    };
    EXPECT_EQ(found("next of kin"), QStringList{QStringLiteral("related-person")});
    EXPECT_EQ(found("DNACPR"), QStringList{QStringLiteral("advance-plan")});
    EXPECT_TRUE(found("zzz").isEmpty());
    const auto everything = found("");
    for (const auto& type : everything) {
        const auto* schema = schemaNamed(type.toStdString());
        ASSERT_NE(schema, nullptr) << type.toStdString();
        // A conference asks several people, and has a page of its own.
        EXPECT_TRUE(formOf(schema->type) != nullptr || schema->type == RecordType::Conference)
            << "what is offered can be written: " << type.toStdString();
    }
    EXPECT_GE(everything.size(), 19);
}

TEST_F(FormScreen, aVisitIsPlannedByDayAndHourAsOneTypesThem) {
    begin("appointment");
    EXPECT_EQ(form().title(), QStringLiteral("Plan a visit to Edith Hargreave"));
    type(appointment::kStartsAt.tag, "tomorrow at half past ten");
    EXPECT_TRUE(save().isNull());
    EXPECT_FALSE(fault(appointment::kStartsAt.tag).isEmpty());
    type(appointment::kStartsAt.tag, "tomorrow, 10.30");
    EXPECT_EQ(form().understood().value(QString::number(appointment::kStartsAt.tag.number)).toString(),
              QStringLiteral("Wednesday 16 September 2026, 10:30"));
    type(appointment::kWhy.tag, "Leg wound dressing");
    const auto saved = save();
    ASSERT_FALSE(saved.isNull()) << form().errorTitle().toStdString();
    EXPECT_EQ(stored(saved).fields.get(appointment::kStartsAt).ms, kKitleyNow.ms + (24 * 60 + 18) * 60'000)
        << "by the clock on the wall there, in summer";
    EXPECT_EQ(stored(saved).fields.text(appointment::kState), "planned");
    form().edit(id(saved));
    m_screens.settle();
    type(appointment::kStartsAt.tag, "14:00");
    ASSERT_FALSE(save().isNull());
    EXPECT_EQ(stored(saved).fields.get(appointment::kStartsAt).ms, kKitleyNow.ms + (3 * 60 + 48) * 60'000)
        << "an hour alone is today's";
}

// The forms themselves, as tables.
TEST_F(FormScreen, everyFormAsksForWhatItsTypeHasAndForWhatItMustSay) {
    std::size_t seen = 0;
    for (const auto& schema : allSchemas()) {
        const auto* spec = formOf(schema.type);
        if (spec == nullptr) {
            continue;
        }
        ++seen;
        std::set<std::uint16_t> asked;
        for (const auto& field : spec->fields) {
            const auto* known = schema.field(field.field);
            ASSERT_NE(known, nullptr) << schema.name << ' ' << field.field.number;
            EXPECT_TRUE(asked.insert(field.field.number).second) << schema.name << ' ' << known->name;
            EXPECT_EQ(field.widget == FormWidget::Choice, !field.choices.empty()) << known->name;
            EXPECT_EQ(field.widget == FormWidget::Date, known->kind == FieldKind::Date) << known->name;
            EXPECT_EQ(field.widget == FormWidget::Moment, known->kind == FieldKind::Time) << known->name;
            EXPECT_EQ(field.widget == FormWidget::YesNo, known->kind == FieldKind::YesNo) << known->name;
            EXPECT_EQ(field.widget == FormWidget::Pounds, known->name.ends_with("_pence")) << known->name;
            EXPECT_EQ(field.widget == FormWidget::Worker, known->kind == FieldKind::Worker) << known->name;
            EXPECT_EQ(field.widget == FormWidget::Person, known->kind == FieldKind::Person) << known->name;
            EXPECT_TRUE(field.shownWith.number == 0 || asked.contains(field.shownWith.number))
                << known->name << " depends on what is asked for after it";
            // A choice of states offers states that there are.
            const auto* machine = care::machineOf(schema.type);
            if (machine != nullptr && machine->field.tag == field.field) {
                for (const auto& choice : field.choices) {
                    EXPECT_NE(machine->state(choice.code), nullptr) << known->name << ' ' << choice.code;
                }
            }
        }
    }
    EXPECT_GE(seen, 14U);
}

} // namespace
} // namespace frontsheet::testing
