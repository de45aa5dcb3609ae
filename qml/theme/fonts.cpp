#include "qml/theme/fonts.h"

#include <QFont>
#include <QGuiApplication>

namespace frontsheet {

void useFrontsheetFonts() {
    QFont font;
    // The last ones carry the scripts Inter has not: Chinese names, Arabic and Hebrew.
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Inter Variable"), QStringLiteral("Noto Sans"),
                      QStringLiteral("Segoe UI"), QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC"),
                      QStringLiteral("WenQuanYi Zen Hei"), QStringLiteral("Noto Sans Arabic")});
    font.setPixelSize(15);
    font.setHintingPreference(QFont::PreferNoHinting);
    QGuiApplication::setFont(font);
}

} // namespace frontsheet
