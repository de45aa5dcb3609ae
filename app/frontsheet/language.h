// The language of the screens: the reader's where it has been translated, else English.
#pragma once

#include <QCoreApplication>
#include <QLocale>

namespace frontsheet {

// Installs the words for `locale`; call before the first window. English needs it too: it is where "1 item" and "2 items" part.
void useLanguage(QCoreApplication& application, const QLocale& locale);

} // namespace frontsheet
