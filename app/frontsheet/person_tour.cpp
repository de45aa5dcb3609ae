#include "app/frontsheet/person_tour.h"

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

} // namespace frontsheet
