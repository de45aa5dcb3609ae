#include "app/frontsheet/forms_tour.h"

#include <QCoreApplication>

namespace frontsheet {

namespace {

// As somebody would have typed it: believable, and of nobody.
QString typed(const char* words) { return QCoreApplication::translate("Tour", words); }

void openForm(const TourHands& hands, const char* type, const QString& person, const QVariantMap& preset) {
    QMetaObject::invokeMethod(&hands.frame, "openForm", Q_ARG(QString, QString::fromLatin1(type)),
                              Q_ARG(QString, person), Q_ARG(QVariant, preset));
    hands.settle();
}

void back(const TourHands& hands) {
    QMetaObject::invokeMethod(&hands.frame, "back");
    hands.settle();
}

// The key of the first field of that kind; 0: none.
int firstOf(const FormModel& form, const QString& widget) {
    for (const QVariant& field : form.fields()) {
        if (field.toMap().value(QStringLiteral("widget")).toString() == widget) {
            return field.toMap().value(QStringLiteral("key")).toInt();
        }
    }
    return 0;
}

Result<void> adding(const TourHands& hands) {
    QObject* sheet = hands.frame.findChild<QObject*>(QStringLiteral("addSheet"));
    if (sheet == nullptr) {
        return ok();
    }
    QMetaObject::invokeMethod(sheet, "ask");
    FS_TRY(hands.grab("add"));
    QMetaObject::invokeMethod(sheet, "close");
    hands.settle();
    return ok();
}

} // namespace

Result<void> tourForms(const TourHands& hands, const QString& person) {
    FormModel& form = *hands.app.form();
    FS_TRY(adding(hands));
    openForm(hands, "need", person,
             {{"text", typed("Help to wash and dress in the morning")},
              {"domain", QStringLiteral("personal-care")},
              {"person_says", typed("I can do my front. It is my back and my feet I cannot reach, and I will not have "
                                    "my son do it.")},
              {"state", QStringLiteral("unmet")},
              {"unmet_because", QStringLiteral("waiting-list")},
              {"meanwhile", typed("Her neighbour looks in before nine.")},
              {"next_look", QStringLiteral("in 2 weeks")}});
    FS_TRY(hands.grab("form-need"));
    QObject* page = hands.frame.findChild<QObject*>(QStringLiteral("formPage"));
    if (page != nullptr) {
        QMetaObject::invokeMethod(page, "save"); // says too little: why it is unmet
        FS_TRY(hands.grab("form-need-refused"));
    }
    back(hands);
    openForm(
        hands, "action", person,
        {{"what", typed("Ring the landlord about a second rail on the stairs")}, {"due", QStringLiteral("in 1 week")}});
    form.findWorkers(QStringLiteral("a"));
    FS_TRY(hands.grab("form-action"));
    back(hands);
    openForm(hands, "package-line", person,
             {{"task", typed("Help to wash and dress")},
              {"provider", typed("Merrow Home Care")},
              {"when", typed("Mornings, before nine")},
              {"visits_a_week", QStringLiteral("7")},
              {"minutes_a_visit", QStringLiteral("45")},
              {"weekly_cost_pence", QStringLiteral("154.50")}});
    FS_TRY(hands.grab("form-package"));
    back(hands);
    openForm(hands, "carer", person,
             {{"relation", typed("Nephew, who lives with her")},
              {"willing", QStringLiteral("within-limits")},
              {"willing_words", typed("I can do nights. I cannot give up work, and I will not do her feet.")},
              {"asked_on", QStringLiteral("yesterday")}});
    form.typePerson(firstOf(form, QStringLiteral("person")), QStringLiteral("ha"));
    FS_TRY(hands.grab("form-carer"));
    form.giveUp();
    hands.settle();
    FS_TRY(hands.grab("form-given-up"));
    form.dismissGivenUp();
    openForm(hands, "view", person,
             {{"whose", QStringLiteral("person")},
              {"said", typed("I want my own bed, and the cat on it.")},
              {"how", QStringLiteral("face-to-face")}});
    form.type(firstOf(form, QStringLiteral("lines")), typed("I want my own bed, and the cat on it. Nothing else."));
    QMetaObject::invokeMethod(&hands.frame, "go", Q_ARG(QString, QStringLiteral("today")));
    FS_TRY(hands.grab("today-forms"));
    for (const QVariant& left : form.unfinished()) {
        form.giveUpLeft(left.toMap().value(QStringLiteral("recordId")).toString());
        hands.settle();
    }
    form.dismissGivenUp();
    return ok();
}

} // namespace frontsheet
