#include "app/frontsheet/team_tour.h"

#include <array>

namespace frontsheet {

namespace {

// Whoever has work of the most kinds.
QString workerWithMost(const QVariantList& loads) {
    QString found;
    qsizetype most = -1;
    for (const QVariant& one : loads) {
        const QVariantMap row = one.toMap();
        const qsizetype kinds = row.value(QStringLiteral("load")).toString().count(QLatin1Char(','));
        if (kinds > most) {
            most = kinds;
            found = row.value(QStringLiteral("worker")).toString();
        }
    }
    return found;
}

void write(QObject& sheet, const char* field, const QString& words) {
    if (QObject* found = sheet.findChild<QObject*>(QString::fromLatin1(field))) {
        found->setProperty("text", words);
    }
}

Result<void> grabSheet(const TourHands& hands, const char* sheet, const char* name) {
    QObject* found = hands.frame.findChild<QObject*>(QString::fromLatin1(sheet));
    if (found == nullptr) {
        return {ErrorCode::Internal, "no such sheet"};
    }
    QMetaObject::invokeMethod(found, "ask");
    hands.settle();
    if (found->metaObject()->indexOfMethod("look()") >= 0) { // an absence as it is being written
        write(*found, "firstDay", QStringLiteral("in 3 weeks"));
        write(*found, "lastDay", QStringLiteral("in 5 weeks"));
        QMetaObject::invokeMethod(found, "look");
        hands.settle();
    }
    FS_TRY(hands.grab(name));
    QMetaObject::invokeMethod(found, "close");
    hands.settle();
    return ok();
}

} // namespace

Result<void> tourTeam(const TourHands& hands) {
    AppModel& app = hands.app;
    if (!app.team()->mine()) {
        return ok();
    }
    QMetaObject::invokeMethod(&hands.frame, "go", Q_ARG(QString, QStringLiteral("team")));
    hands.settle();
    FS_TRY(hands.grab("team"));
    QObject* page = hands.frame.findChild<QObject*>(QStringLiteral("teamPage"));
    if (page == nullptr) {
        return {ErrorCode::Internal, "no page of the team"};
    }
    const std::array names{"", "team-late", "team-loops", "team-offered", "team-who-has-what"};
    for (int part = 1; part < 5; ++part) {
        page->setProperty("part", part);
        FS_TRY(hands.grab(names[static_cast<std::size_t>(part)]));
    }
    page->setProperty("part", 0);
    app.team()->chooseAll(app.team()->unowned());
    FS_TRY(hands.grab("team-chosen"));
    FS_TRY(grabSheet(hands, "offerSheet", "team-ask"));
    app.team()->chooseNone();
    app.teamWorker()->open(workerWithMost(app.team()->loads()));
    QMetaObject::invokeMethod(&hands.frame, "visit", Q_ARG(QString, QStringLiteral("teamWorker")));
    hands.settle();
    FS_TRY(hands.grab("team-worker"));
    return grabSheet(hands, "awaySheet", "team-away");
}

} // namespace frontsheet
