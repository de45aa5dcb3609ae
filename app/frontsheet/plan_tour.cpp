#include "app/frontsheet/plan_tour.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr int kPlanTab = 1;
constexpr int kMostScreens = 6; // of one plan, from top to bottom
const char* const kScreens[kMostScreens] = {"plan", "plan-2", "plan-3", "plan-4", "plan-5", "plan-6"};

QObject* find(const TourHands& hands, const char* name) {
    return hands.frame.findChild<QObject*>(QString::fromLatin1(name));
}

void openPlan(const TourHands& hands, const QString& person) {
    if (!person.isEmpty()) {
        QMetaObject::invokeMethod(&hands.frame, "openPerson", Q_ARG(QString, person));
    }
    find(hands, "personPage")->setProperty("tab", kPlanTab);
    hands.settle();
}

Result<void> fromTopToBottom(const TourHands& hands) {
    auto* flick = find(hands, "planTab")->property("flick").value<QObject*>();
    const double height = flick->property("height").toDouble();
    const double most = std::max(0.0, flick->property("contentHeight").toDouble() - height);
    for (int screen = 0; screen < kMostScreens; ++screen) {
        const double at = std::min(most, screen * height * 0.9);
        flick->setProperty("contentY", at);
        FS_TRY(hands.grab(kScreens[screen]));
        if (at >= most) {
            break;
        }
    }
    flick->setProperty("contentY", 0);
    return ok();
}

QString idOf(const QVariantList& rows, const char* key) {
    for (const auto& row : rows) {
        if (row.toMap().value(QString::fromLatin1(key)).toBool()) {
            return row.toMap().value(QStringLiteral("id")).toString();
        }
    }
    return {};
}

Result<void> sheets(const TourHands& hands) {
    const PlanModel& plan = *hands.app.plan();
    const QString asked = idOf(plan.parts().value(QStringLiteral("actions")).toList(), "mayDecline");
    QObject* answers = find(hands, "planAnswers");
    if (answers != nullptr && !asked.isEmpty()) {
        QMetaObject::invokeMethod(answers, "ask", Q_ARG(QString, QStringLiteral("decline")), Q_ARG(QString, asked),
                                  Q_ARG(QString, QString{}));
        FS_TRY(hands.grab("plan-decline"));
        QMetaObject::invokeMethod(answers, "close");
        hands.settle();
    }
    const auto leads = plan.parts().value(QStringLiteral("leads")).toList();
    QObject* colleague = find(hands, "planColleague");
    if (colleague != nullptr && !leads.isEmpty()) {
        const QVariantMap lead = leads.constFirst().toMap();
        QMetaObject::invokeMethod(colleague, "ask", Q_ARG(QString, lead.value(QStringLiteral("id")).toString()),
                                  Q_ARG(QString, QString{}), Q_ARG(bool, true),
                                  Q_ARG(QString, lead.value(QStringLiteral("agency")).toString()));
        hands.app.plan()->findWorkers(QStringLiteral("a"), lead.value(QStringLiteral("agency")).toString());
        FS_TRY(hands.grab("plan-pass-on"));
        QMetaObject::invokeMethod(colleague, "close");
        hands.settle();
    }
    QObject* ends = find(hands, "planEnds");
    for (const auto& row : plan.parts().value(QStringLiteral("risks")).toList()) {
        const QVariantMap risk = row.toMap();
        const QVariantList endings = risk.value(QStringLiteral("endings")).toList();
        if (ends != nullptr && !endings.isEmpty()) {
            QMetaObject::invokeMethod(ends, "ask", Q_ARG(QString, risk.value(QStringLiteral("id")).toString()),
                                      Q_ARG(QString, risk.value(QStringLiteral("title")).toString()),
                                      Q_ARG(QVariant, endings.constFirst()));
            FS_TRY(hands.grab("plan-no-longer"));
            QMetaObject::invokeMethod(ends, "close");
            hands.settle();
            break;
        }
    }
    QObject* crisis = find(hands, "planCrisis");
    if (crisis != nullptr && !plan.parts().value(QStringLiteral("crisis")).toList().isEmpty()) {
        QMetaObject::invokeMethod(crisis, "open");
        FS_TRY(hands.grab("plan-crisis"));
        QMetaObject::invokeMethod(crisis, "close");
        hands.settle();
    }
    return ok();
}

} // namespace

Result<void> tourPlans(const TourHands& hands, const QStringList& others) {
    if (find(hands, "personPage") == nullptr) {
        return {ErrorCode::Internal, "no person page"};
    }
    const PlanModel& plan = *hands.app.plan();
    const QString who = hands.app.frontSheet()->personId();
    openPlan(hands, {});
    if (find(hands, "planTab") == nullptr) { // made when it is looked at
        return {ErrorCode::Internal, "no plan tab"};
    }
    FS_TRY(fromTopToBottom(hands));
    FS_TRY(sheets(hands));
    QString fullest;
    QString without;
    qsizetype most = 0;
    for (const QString& person : others) {
        hands.app.plan()->open(person);
        hands.settle();
        const auto actions = plan.parts().value(QStringLiteral("actions")).toList().size();
        if (person != who && actions > most) {
            most = actions;
            fullest = person;
        }
        without = plan.empty() ? person : without;
    }
    for (const auto& [person, name] : {std::pair{fullest, "plan-full"}, std::pair{without, "plan-empty"}}) {
        if (!person.isEmpty()) {
            openPlan(hands, person);
            FS_TRY(hands.grab(name));
        }
    }
    openPlan(hands, who);
    find(hands, "personPage")->setProperty("tab", 0);
    hands.settle();
    return ok();
}

} // namespace frontsheet
