#include "app/frontsheet/person_tour.h"

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>

namespace frontsheet {

Result<void> tourTimeline(const TourHands& hands) {
    QObject* panel = hands.frame.findChild<QObject*>(QStringLiteral("timeline"));
    QObject* sheet = hands.frame.findChild<QObject*>(QStringLiteral("frontSheet"));
    auto* flick = sheet != nullptr ? sheet->property("flick").value<QObject*>() : nullptr;
    if (panel == nullptr || flick == nullptr) {
        return {ErrorCode::Internal, "no timeline"};
    }
    panel->setProperty("choosing", true);
    hands.app.frontSheet()->timeline()->chooseKind(1);
    hands.settle();
    flick->setProperty(
        "contentY", std::max(0.0, flick->property("contentHeight").toDouble() - flick->property("height").toDouble()));
    FS_TRY(hands.grab("front-sheet-choosing"));
    flick->setProperty("contentY", 0);
    hands.app.frontSheet()->timeline()->showEverything();
    panel->setProperty("choosing", false);
    hands.settle();
    return ok();
}

Result<void> tourRecords(const TourHands& hands, const QString& personId) {
    QMetaObject::invokeMethod(&hands.frame, "openSamePerson", Q_ARG(QString, personId));
    FS_TRY(hands.grab("records"));
    SamePersonModel& records = *hands.app.samePerson();
    records.setTyped(QStringLiteral("pell"));
    FS_TRY(hands.grab("records-found"));
    if (!records.found().isEmpty()) {
        records.choose(records.found().constFirst().toMap().value(QStringLiteral("personId")).toString());
        FS_TRY(hands.grab("records-pair"));
    }
    for (const QVariant& row : records.joined()) {
        if (row.toMap().value(QStringLiteral("mayPart")).toBool()) {
            records.askToPart(row.toMap().value(QStringLiteral("id")).toString());
            FS_TRY(hands.grab("records-apart"));
            break;
        }
    }
    if (QObject* sheet = hands.frame.findChild<QObject*>(QStringLiteral("partSheet"))) {
        QMetaObject::invokeMethod(sheet, "close");
    }
    QMetaObject::invokeMethod(&hands.frame, "back");
    hands.settle();
    return ok();
}

Result<void> tourCareTeam(const TourHands& hands, const QString& personId) {
    QMetaObject::invokeMethod(&hands.frame, "openCareTeam", Q_ARG(QString, personId));
    FS_TRY(hands.grab("care-team"));
    QObject* page = hands.frame.findChild<QObject*>(QStringLiteral("careTeamPage"));
    QObject* scroll = hands.frame.findChild<QObject*>(QStringLiteral("careTeamScroll"));
    auto* flick = scroll != nullptr ? scroll->property("flick").value<QObject*>() : nullptr;
    if (page == nullptr || flick == nullptr) {
        return {ErrorCode::Internal, "no care team page"};
    }
    page->setProperty("past", true);
    hands.settle();
    if (auto* frame = qobject_cast<QQuickItem*>(&hands.frame)) {
        (void)frame->window()->grabWindow(); // what is unfolded has its height once it was drawn
    }
    hands.settle();
    flick->setProperty(
        "contentY", std::max(0.0, flick->property("contentHeight").toDouble() - flick->property("height").toDouble()));
    FS_TRY(hands.grab("care-team-below"));
    page->setProperty("past", false);
    flick->setProperty("contentY", 0);
    CareTeamModel& team = *hands.app.careTeam();
    if (team.mayChange()) {
        QMetaObject::invokeMethod(page, "involve");
        if (QObject* search = hands.frame.findChild<QObject*>(QStringLiteral("involveSearch"))) {
            search->setProperty("text", QStringLiteral("a"));
        }
        hands.settle();
        FS_TRY(hands.grab("care-team-finding"));
        for (const QVariant& row : team.found()) {
            const auto one = row.toMap();
            if (!one.value(QStringLiteral("onTeam")).toBool()) {
                team.choose(one.value(QStringLiteral("agency")).toString(),
                            one.value(QStringLiteral("worker")).toString());
                FS_TRY(hands.grab("care-team-joining"));
                break;
            }
        }
        QMetaObject::invokeMethod(page, "closeSheets");
        hands.settle();
    }
    bool own = false;
    bool other = false;
    for (const QVariant& group : team.groups()) {
        for (const QVariant& row : group.toMap().value(QStringLiteral("rows")).toList()) {
            const auto one = row.toMap();
            bool& seen = one.value(QStringLiteral("me")).toBool() ? own : other;
            const bool may =
                one.value(QStringLiteral("mayLeave")).toBool() || one.value(QStringLiteral("mayTakeOff")).toBool();
            if (!may || seen) {
                continue;
            }
            seen = true;
            team.askToTakeOff(one.value(QStringLiteral("agency")).toString(),
                              one.value(QStringLiteral("worker")).toString());
            FS_TRY(hands.grab(one.value(QStringLiteral("me")).toBool() ? "care-team-leaving" : "care-team-taking-off"));
            QMetaObject::invokeMethod(page, "closeSheets");
            hands.settle();
        }
    }
    QMetaObject::invokeMethod(&hands.frame, "back");
    hands.settle();
    return ok();
}

} // namespace frontsheet
