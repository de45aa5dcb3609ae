#include "app/frontsheet/language.h"

#include <QTranslator>

namespace frontsheet {

void useLanguage(QCoreApplication& application, const QLocale& locale) {
    auto* english = new QTranslator(&application);
    if (english->load(QStringLiteral(":/i18n/frontsheet_en.qm"))) {
        QCoreApplication::installTranslator(english);
    }
    auto* own = new QTranslator(&application);
    if (locale.language() != QLocale::English &&
        own->load(locale, QStringLiteral("frontsheet"), QStringLiteral("_"), QStringLiteral(":/i18n"))) {
        QCoreApplication::installTranslator(own);
    }
}

} // namespace frontsheet
