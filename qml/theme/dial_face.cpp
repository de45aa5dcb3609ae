#include "qml/theme/dial_face.h"

#include <QPainter>

#include <algorithm>

namespace frontsheet {

DialFace::DialFace(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    setImplicitSize(20, 20);
}

void DialFace::setUsed(qreal used) {
    const qreal clamped = std::clamp(used, 0.0, 1.0);
    if (!qFuzzyCompare(1 + clamped, 1 + m_used)) {
        m_used = clamped;
        emit changed();
        update();
    }
}

void DialFace::setColor(const QColor& color) {
    if (color != m_color) {
        m_color = color;
        emit changed();
        update();
    }
}

void DialFace::paint(QPainter* painter) {
    const qreal side = std::min(width(), height());
    const qreal pen = std::max(1.5, side / 12);
    const QRectF ring = QRectF((width() - side) / 2, (height() - side) / 2, side, side)
                            .adjusted(pen / 2 + 0.5, pen / 2 + 0.5, -pen / 2 - 0.5, -pen / 2 - 0.5);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_color, pen));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(ring);
    const qreal gap = pen * 1.4;
    const QRectF pie = ring.adjusted(gap, gap, -gap, -gap);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_color);
    constexpr int kTurn = 360 * 16; // QPainter counts sixteenths of a degree
    if (m_used >= 1) {
        painter->drawEllipse(pie);
    } else if (m_used > 0) {
        painter->drawPie(pie, 90 * 16, -static_cast<int>(m_used * kTurn));
    }
}

} // namespace frontsheet
