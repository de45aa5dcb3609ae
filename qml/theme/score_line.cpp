#include "qml/theme/score_line.h"

#include <QPainter>
#include <QPainterPath>
#include <QVariantMap>

#include <algorithm>

namespace frontsheet {

ScoreLine::ScoreLine(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    setImplicitSize(240, 64);
}

void ScoreLine::setPoints(const QVariantList& points) {
    if (points != m_points) {
        m_points = points;
        emit changed();
        update();
    }
}

void ScoreLine::take(QColor& place, const QColor& color) {
    if (color != place) {
        place = color;
        emit changed();
        update();
    }
}

void ScoreLine::setColor(const QColor& color) { take(m_color, color); }
void ScoreLine::setGround(const QColor& color) { take(m_ground, color); }
void ScoreLine::setRule(const QColor& color) { take(m_rule, color); }

void ScoreLine::paint(QPainter* painter) {
    constexpr qreal kDot = 4.5;
    constexpr qreal kPen = 2;
    const QRectF field = QRectF(0, 0, width(), height()).adjusted(kDot + kPen, kDot + kPen, -kDot - kPen, -kDot - kPen);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_rule, 1));
    painter->drawLine(QPointF(0, field.top()), QPointF(width(), field.top()));
    painter->drawLine(QPointF(0, field.bottom()), QPointF(width(), field.bottom()));
    QPolygonF line;
    for (const QVariant& point : std::as_const(m_points)) {
        const QVariantMap map = point.toMap();
        const qreal day = std::clamp(map.value(QStringLiteral("day")).toDouble(), 0.0, 1.0);
        const qreal score = std::clamp(map.value(QStringLiteral("score")).toDouble(), 0.0, 1.0);
        line << QPointF(field.left() + day * field.width(), field.bottom() - score * field.height());
    }
    painter->setPen(QPen(m_color, kPen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(line);
    for (int at = 0; at < line.size(); ++at) {
        painter->setBrush(at + 1 == line.size() ? m_color : m_ground);
        painter->drawEllipse(line.at(at), kDot, kDot);
    }
}

} // namespace frontsheet
