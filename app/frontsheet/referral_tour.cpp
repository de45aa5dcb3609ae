#include "app/frontsheet/referral_tour.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace frontsheet {

namespace {

void call(const TourHands& hands, const char* method, const QString& word) {
    QMetaObject::invokeMethod(&hands.frame, method, Q_ARG(QString, word));
}

QString firstId(const QVariantList& rows) {
    return rows.isEmpty() ? QString{} : rows.constFirst().toMap().value(QStringLiteral("id")).toString();
}

QVariantList overdue(const QVariantList& rows) {
    QVariantList late;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(late), [](const QVariant& row) {
        return row.toMap().value(QStringLiteral("clock")).toMap().value(QStringLiteral("late")).toBool();
    });
    return late;
}

} // namespace

Result<void> tourReferrals(const TourHands& hands) {
    call(hands, "go", QStringLiteral("referrals"));
    FS_TRY(hands.grab("referrals"));
    const ReferralListModel& lists = *hands.app.referrals();
    const QVariantList news = hands.app.today()->answers();
    for (const auto& [rows, name] : {std::pair{news.size() > 1 ? news.mid(1) : lists.sent(), "referral"},
                                     std::pair{news.isEmpty() ? lists.ended() : news, "referral-news"},
                                     std::pair{lists.waiting(), "referral-answer"}}) {
        if (const QString id = firstId(rows); !id.isEmpty()) {
            call(hands, "openReferral", id);
            FS_TRY(hands.grab(name));
        }
    }
    // What ended and is not read yet; and one that nobody answered.
    for (const auto& [rows, name] : {std::pair{lists.toRead(), "referral-to-read"},
                                     std::pair{overdue(hands.app.today()->unanswered()), "referral-overdue"}}) {
        if (const QString id = firstId(rows); !id.isEmpty()) {
            call(hands, "openReferral", id);
            FS_TRY(hands.grab(name));
        }
    }
    if (const QString id = firstId(lists.waiting()); !id.isEmpty()) {
        call(hands, "openReferral", id);
        hands.settle();
    }
    // Answering, as far as the sheet: nothing is said.
    QObject* sheet = hands.frame.findChild<QObject*>(QStringLiteral("answers"));
    if (sheet != nullptr && hands.app.track()->mayDecline()) {
        for (const auto& [kind, name] :
             {std::pair{"accept", "referral-accept"}, std::pair{"decline", "referral-decline"},
              std::pair{"pass", "referral-pass-on"}}) {
            QMetaObject::invokeMethod(sheet, "ask", Q_ARG(QString, QString::fromLatin1(kind)));
            FS_TRY(hands.grab(name));
            QMetaObject::invokeMethod(sheet, "close");
            hands.settle();
        }
    }
    return ok();
}

} // namespace frontsheet
