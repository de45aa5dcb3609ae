#include "app/frontsheet/round_tour.h"

#include <algorithm>

namespace frontsheet {

namespace {

template <class... Words>
void call(const TourHands& hands, const char* method, const Words&... words) {
    QMetaObject::invokeMethod(&hands.frame, method, Q_ARG(QString, words)...);
    hands.settle();
}

// The rest of a page that is longer than its window.
Result<void> below(const TourHands& hands, const char* body, const char* page) {
    QObject* scroll = hands.frame.findChild<QObject*>(QString::fromLatin1(body));
    auto* flick = scroll != nullptr ? scroll->property("flick").value<QObject*>() : nullptr;
    if (flick == nullptr) {
        return {ErrorCode::Internal, "no page that scrolls"};
    }
    const double rest = flick->property("contentHeight").toDouble() - flick->property("height").toDouble();
    if (rest > 40) {
        flick->setProperty("contentY", rest);
        FS_TRY(hands.grab(page));
        flick->setProperty("contentY", 0);
    }
    return ok();
}

Result<void> sheet(const TourHands& hands, const char* name, const char* page) {
    QObject* sheet = hands.frame.findChild<QObject*>(QString::fromLatin1(name));
    if (sheet == nullptr) {
        return {ErrorCode::Internal, "no sheet"};
    }
    QMetaObject::invokeMethod(sheet, "open");
    FS_TRY(hands.grab(page));
    QMetaObject::invokeMethod(sheet, "close");
    hands.settle();
    return ok();
}

Result<void> doors(const TourHands& hands) {
    const RoundModel& round = *hands.app.round();
    if (round.next() < 0) {
        return ok();
    }
    call(hands, "go", QStringLiteral("today"));
    QObject* section = hands.frame.findChild<QObject*>(QStringLiteral("roundSection"));
    if (section != nullptr) {
        section->setProperty("ordering", true);
        FS_TRY(hands.grab("today-ordering"));
        section->setProperty("ordering", false);
    }
    const QVariantMap next = round.visits().at(round.next()).toMap();
    call(hands, "openVisit", next.value(QStringLiteral("id")).toString(),
         next.value(QStringLiteral("personId")).toString());
    FS_TRY(hands.grab("visit"));
    FS_TRY(below(hands, "visitBody", "visit-below"));
    FS_TRY(sheet(hands, "noReplySheet", "visit-no-reply"));
    call(hands, "openOwnWork");
    FS_TRY(hands.grab("own-work"));
    QObject* away = hands.frame.findChild<QObject*>(QStringLiteral("awaySheet"));
    if (away != nullptr) {
        QMetaObject::invokeMethod(away, "ask");
        FS_TRY(hands.grab("own-work-away"));
        QMetaObject::invokeMethod(away, "close");
        hands.settle();
    }
    return ok();
}

Result<void> measures(const TourHands& hands, const QString& person) {
    MeasureModel& measure = *hands.app.measure();
    call(hands, "openMeasure", person, QString{}, QString{});
    FS_TRY(hands.grab("measures"));
    measure.choose(QStringLiteral("phq-9"));
    hands.settle();
    FS_TRY(hands.grab("measure-first"));
    for (int item = 0; item < measure.items().size(); ++item) {
        measure.answer(item, item % 3);
    }
    if (QObject* questions = hands.frame.findChild<QObject*>(QStringLiteral("measureQuestions"))) {
        questions->setProperty("at", static_cast<int>(measure.items().size()));
    }
    FS_TRY(hands.grab("measure"));
    FS_TRY(below(hands, "measureBody", "measure-below"));
    measure.giveUp();
    hands.settle();
    measure.choose(QStringLiteral("barthel"));
    FS_TRY(hands.grab("measure-score-only"));
    const QVariantList unsafe = hands.app.round()->unsafe();
    if (!unsafe.isEmpty()) {
        const QVariantMap one = unsafe.constFirst().toMap();
        call(hands, "openMeasure", one.value(QStringLiteral("personId")).toString(),
             one.value(QStringLiteral("instrument")).toString(), one.value(QStringLiteral("measure")).toString());
        measure.decide(1);
        FS_TRY(hands.grab("measure-safety"));
        FS_TRY(below(hands, "measureBody", "measure-safety-below"));
    }
    call(hands, "go", QStringLiteral("today"));
    return ok();
}

} // namespace

Result<void> tourRound(const TourHands& hands, const QString& person) {
    FS_TRY(doors(hands));
    FS_TRY(measures(hands, person));
    call(hands, "openMessages", person);
    return hands.grab("messages");
}

} // namespace frontsheet
