#include "app/viewmodels/withheld_wording.h"

#include "core/domain/sharing/agreement_words.h"

namespace frontsheet {

QVariantMap withheldRow(const WithheldItem& item) {
    const QVariantMap agency = badge(item.home);
    QString reason = QCoreApplication::translate("Withheld", "Not shared with you.");
    if (!item.agreement.empty()) {
        reason += QLatin1Char(' ') +
                  QCoreApplication::translate("Withheld", "%1, clause %2: %3", "%1 agreement, %2 id, %3 words")
                      .arg(shown(item.agreement), shown(item.clause), shown(item.words));
    }
    const QString contact =
        item.contact.empty() ? agency.value(QStringLiteral("shortName")).toString() : shown(item.contact);
    return {{QStringLiteral("what"), capitalised(shown(sharing::plainWords(item.category)))},
            {QStringLiteral("badge"), agency},
            {QStringLiteral("reason"), reason},
            {QStringLiteral("ask"), QCoreApplication::translate("Withheld", "Ask %1", "%1 whom to ask").arg(contact)},
            {QStringLiteral("number"), shown(item.phone)}};
}

} // namespace frontsheet
