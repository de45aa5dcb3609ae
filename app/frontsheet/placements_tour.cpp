#include "app/frontsheet/placements_tour.h"

#include <algorithm>
#include <array>

namespace frontsheet {

namespace {

// Of the open placements, or of those at one stage, the one with most on its list of what must be ready; empty: there is none.
QString fullestPlacement(const PlacementBoardModel& board, std::string_view at = {}) {
    QString found;
    int most = -1;
    for (int stage = 0; stage < board.stages(); ++stage) {
        const PlacementColumn& column = *board.column(stage);
        const bool looked = at.empty() ? column.stage() != "ended" : column.stage() == at;
        for (int row = 0; looked && row < column.count(); ++row) {
            const auto index = column.index(row);
            const int much = column.data(index, PlacementColumn::ReadyRole).toInt() +
                             10 * column.data(index, PlacementColumn::OverdueRole).toInt();
            if (much > most) {
                most = much;
                found = column.placementAt(row);
            }
        }
    }
    return found;
}

void scrollDown(QObject* page) {
    QObject* scroll = page->findChild<QObject*>(QStringLiteral("placementScroll"));
    auto* flick = scroll != nullptr ? scroll->property("flick").value<QObject*>() : nullptr;
    if (flick != nullptr) {
        flick->setProperty("contentY", std::max(0.0, flick->property("contentHeight").toDouble() -
                                                         flick->property("height").toDouble()));
    }
}

// A review held while somebody tries living at home asks other things.
Result<void> tourTrial(const TourHands& hands, const QString& placement) {
    QMetaObject::invokeMethod(&hands.frame, "openPlacement", Q_ARG(QString, placement));
    FS_TRY(hands.grab("placement-on-trial"));
    QObject* page = hands.frame.findChild<QObject*>(QStringLiteral("placementPage"));
    QObject* review = page != nullptr ? page->findChild<QObject*>(QStringLiteral("holdReview")) : nullptr;
    if (review == nullptr) {
        return {ErrorCode::Internal, "no review of a placement on trial"};
    }
    QMetaObject::invokeMethod(review, "ask");
    FS_TRY(hands.grab("placement-review-of-trial"));
    QMetaObject::invokeMethod(review, "close");
    hands.settle();
    return ok();
}

} // namespace

Result<void> tourPlacements(const TourHands& hands) {
    AppModel& app = hands.app;
    if (!app.placements()) {
        return ok();
    }
    QMetaObject::invokeMethod(&hands.frame, "go", Q_ARG(QString, QStringLiteral("placements")));
    FS_TRY(hands.grab("placements"));
    PlacementBoardModel& board = *app.placementBoard();
    for (int stage = 1; stage < board.stages(); stage += 2) { // on a tablet one stage is in sight
        if (QObject* page = hands.frame.findChild<QObject*>(QStringLiteral("placementBoard"))) {
            page->setProperty("stage", stage);
            FS_TRY(hands.grab(stage == 1 ? "placements-review" : stage == 3 ? "placements-trial" : "placements-ended"));
            page->setProperty("stage", -1);
        }
    }
    board.setOverdueOnly(true);
    FS_TRY(hands.grab("placements-overdue"));
    board.setSearch(QStringLiteral("zzz"));
    FS_TRY(hands.grab("placements-none"));
    board.showAll();
    const QString placement = fullestPlacement(board);
    if (placement.isEmpty()) {
        return ok();
    }
    QMetaObject::invokeMethod(&hands.frame, "openPlacement", Q_ARG(QString, placement));
    FS_TRY(hands.grab("placement"));
    QObject* page = hands.frame.findChild<QObject*>(QStringLiteral("placementPage"));
    if (page == nullptr) {
        return {ErrorCode::Internal, "no page of a placement"};
    }
    scrollDown(page);
    FS_TRY(hands.grab("placement-below"));
    for (const auto& [sheet, name] :
         std::array{std::pair{"holdReview", "placement-hold-review"}, std::pair{"moveDate", "placement-move-date"},
                    std::pair{"beginTrial", "placement-trial"}, std::pair{"sayOutcome", "placement-outcome"},
                    std::pair{"passPlacement", "placement-pass-on"}}) {
        if (QObject* found = page->findChild<QObject*>(QString::fromLatin1(sheet))) {
            QMetaObject::invokeMethod(found, "ask");
            FS_TRY(hands.grab(name));
            QMetaObject::invokeMethod(found, "close");
            hands.settle();
        }
    }
    const QVariantList items = app.placement()->checklist();
    QObject* asking = page->findChild<QObject*>(QStringLiteral("askFor"));
    for (const QVariant& row : items) {
        const QVariantMap item = row.toMap();
        if (asking != nullptr && item.value(QStringLiteral("mayAsk")).toBool()) {
            QMetaObject::invokeMethod(asking, "ask", Q_ARG(QString, item.value(QStringLiteral("id")).toString()),
                                      Q_ARG(QString, item.value(QStringLiteral("title")).toString()));
            FS_TRY(hands.grab("placement-ask"));
            QMetaObject::invokeMethod(asking, "close");
            hands.settle();
            break;
        }
    }
    const QString trial = fullestPlacement(board, "trial-at-home");
    return trial.isEmpty() ? ok() : tourTrial(hands, trial);
}

} // namespace frontsheet
