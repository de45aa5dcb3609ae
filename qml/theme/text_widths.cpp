#include "qml/theme/text_widths.h"

#include <QFontMetricsF>

namespace frontsheet {

qreal TextWidths::of(const QString& text, const QFont& font) {
    if (m_count >= kMost) {
        m_widths.clear();
        m_count = 0;
    }
    auto& known = m_widths[font];
    const auto at = known.constFind(text);
    if (at != known.constEnd()) {
        return *at;
    }
    ++m_count;
    return *known.insert(text, QFontMetricsF(font).horizontalAdvance(text));
}

} // namespace frontsheet
