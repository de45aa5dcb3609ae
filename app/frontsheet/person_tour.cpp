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

} // namespace frontsheet
