#include "qml/theme/thread_marks.h"

#include <QPainter>

#include <algorithm>

namespace frontsheet {

namespace {

constexpr qreal kHere = 12;
constexpr qreal kBehind = 6;
constexpr qreal kAhead = 7;
constexpr qreal kHeart = 4; // inside the present one
constexpr qreal kLine = 9;  // between two

} // namespace

ThreadMarks::ThreadMarks(QQuickItem* parent) : QQuickPaintedItem(parent) { setAntialiasing(true); }

qreal ThreadMarks::sizeOf(int stage) const { return stage == m_passed ? kHere : stage < m_passed ? kBehind : kAhead; }

void ThreadMarks::fit() {
    qreal wide = std::max(0, m_total - 1) * kLine;
    for (int stage = 0; stage < m_total; ++stage) {
        wide += sizeOf(stage);
    }
    setImplicitSize(wide, kHere);
}

void ThreadMarks::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal middle = height() / 2;
    qreal x = 0;
    for (int stage = 0; stage < m_total; ++stage) {
        const bool ahead = stage > m_passed;
        if (stage > 0) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(ahead ? m_edge : m_color);
            if (ahead) { // two dots of a line that nobody has walked yet
                painter->drawRect(QRectF(x + 1, middle - 0.75, 2.5, 1.5));
                painter->drawRect(QRectF(x + 5.5, middle - 0.75, 2.5, 1.5));
            } else {
                painter->drawRect(QRectF(x, middle - 1, kLine, 2));
            }
            x += kLine;
        }
        const qreal size = sizeOf(stage);
        const qreal pen = stage == m_passed ? 2 : ahead ? 1 : 0;
        const QRectF dot = QRectF(x, middle - size / 2, size, size).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
        painter->setPen(pen > 0 ? QPen(ahead ? m_edge : m_color, pen) : QPen(Qt::NoPen));
        painter->setBrush(stage < m_passed ? m_color : m_ground);
        painter->drawEllipse(dot);
        if (stage == m_passed) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_color);
            painter->drawEllipse(dot.center(), kHeart / 2, kHeart / 2);
        }
        x += size;
    }
}

} // namespace frontsheet
