// The clock of a promise: a dial filled, clockwise from the top, by the part of the time that is used. UI thread.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace frontsheet {

class DialFace : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    // 0 nothing used, 1 all used; clamped.
    Q_PROPERTY(qreal used READ used WRITE setUsed NOTIFY changed)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)

public:
    explicit DialFace(QQuickItem* parent = nullptr);

    [[nodiscard]] qreal used() const { return m_used; }
    [[nodiscard]] QColor color() const { return m_color; }
    void setUsed(qreal used);
    void setColor(const QColor& color);

    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    qreal m_used = 0;
    QColor m_color = Qt::black;
};

} // namespace frontsheet
