#include "qml/theme/dashed_frame.h"

#include <QPainter>
#include <QPen>

#include <algorithm>

namespace frontsheet {

DashedFrame::DashedFrame(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(this, &DashedFrame::changed, this, [this] { update(); });
}

void DashedFrame::paint(QPainter* painter) {
    QPen pen(m_edge, 1);
    pen.setDashPattern({3, 3});
    pen.setCapStyle(Qt::FlatCap);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(m_fill);
    const QRectF frame = QRectF(0, 0, width(), height()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = std::min(m_radius, std::min(frame.width(), frame.height()) / 2);
    painter->drawRoundedRect(frame, radius, radius);
}

} // namespace frontsheet
