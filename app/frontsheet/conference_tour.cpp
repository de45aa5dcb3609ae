#include "app/frontsheet/conference_tour.h"

#include <array>

namespace frontsheet {

namespace {

template <class... Words>
void call(const TourHands& hands, const char* method, const Words&... words) {
    QMetaObject::invokeMethod(&hands.frame, method, Q_ARG(QString, words)...);
    hands.settle();
}

Result<void> below(const TourHands& hands, const char* page) {
    QObject* scroll = hands.frame.findChild<QObject*>(QStringLiteral("conferenceScroll"));
    auto* flick = scroll != nullptr ? scroll->property("flick").value<QObject*>() : nullptr;
    if (flick == nullptr) {
        return {ErrorCode::Internal, "no page that scrolls"};
    }
    const double rest = flick->property("contentHeight").toDouble() - flick->property("height").toDouble();
    if (rest > 40) {
        flick->setProperty("contentY", rest);
        FS_TRY(hands.grab(page));
    }
    flick->setProperty("contentY", 0);
    return ok();
}

Result<void> parts(const TourHands& hands, const QString& conference, const QString& name) {
    call(hands, "openConference", conference);
    QObject* page = hands.frame.findChild<QObject*>(QStringLiteral("conferencePage"));
    if (page == nullptr) {
        return {ErrorCode::Internal, "no page of conferences"};
    }
    const std::array<const char*, 3> all{"-before", "-at", "-minutes"};
    for (std::size_t at = 0; at < all.size(); ++at) {
        page->setProperty("part", static_cast<int>(at));
        hands.settle();
        const auto file = name + QLatin1String(all[at]);
        FS_TRY(hands.grab(file.toLatin1().constData()));
        FS_TRY(below(hands, (file + QStringLiteral("-below")).toLatin1().constData()));
    }
    return ok();
}

// `args` of the sheet's own ask().
template <class... Args>
Result<void> sheet(const TourHands& hands, const char* name, const char* file, const Args&... args) {
    QObject* found = hands.frame.findChild<QObject*>(QString::fromLatin1(name));
    if (found == nullptr) {
        return {ErrorCode::Internal, "no sheet"};
    }
    QMetaObject::invokeMethod(found, "ask", Q_ARG(QString, args)...);
    hands.settle();
    FS_TRY(hands.grab(file));
    QMetaObject::invokeMethod(found, "close");
    hands.settle();
    return ok();
}

} // namespace

Result<void> tourConferences(const TourHands& hands, const QString& person) {
    call(hands, "callConference", person, QString{});
    FS_TRY(hands.grab("conference-call"));
    ConferenceModel& model = *hands.app.conference();
    model.type(QStringLiteral("when"), QStringLiteral("31/2/2026 10:30"));
    model.choose(0, false);
    model.callIt();
    hands.settle();
    FS_TRY(hands.grab("conference-call-refused"));
    model.giveUpCall();
    hands.settle();
    hands.app.conferences()->open(person);
    hands.settle();
    const auto about = hands.app.conferences()->about();
    bool opened = false;
    for (const auto& one : about) {
        const auto row = one.toMap();
        const bool toCome = row.value(QStringLiteral("open")).toBool();
        FS_TRY(parts(hands, row.value(QStringLiteral("id")).toString(),
                     toCome ? QStringLiteral("conference") : QStringLiteral("conference-held")));
        if (toCome && !opened) {
            opened = true;
            FS_TRY(sheet(hands, "conferenceDecision", "conference-decision", QString{}));
            FS_TRY(sheet(hands, "conferenceAction", "conference-action"));
            FS_TRY(sheet(hands, "conferenceHold", "conference-hold", model.called()));
        }
    }
    return ok();
}

} // namespace frontsheet
