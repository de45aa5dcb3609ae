// How far something has come, in small: passed dots filled, the present one ringed, those to come hollow on a dotted line. Painted:
// as items of their own they were half of what a row of a list cost. UI thread.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace frontsheet {

class ThreadMarks : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int passed READ passed WRITE setPassed NOTIFY changed) // stages behind, then the present one
    Q_PROPERTY(int total READ total WRITE setTotal NOTIFY changed)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY changed) // of what is hollow
    Q_PROPERTY(QColor edge READ edge WRITE setEdge NOTIFY changed)       // of what is to come

public:
    explicit ThreadMarks(QQuickItem* parent = nullptr);

    [[nodiscard]] int passed() const { return m_passed; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] QColor color() const { return m_color; }
    [[nodiscard]] QColor ground() const { return m_ground; }
    [[nodiscard]] QColor edge() const { return m_edge; }
    void setPassed(int passed) { take(m_passed, passed); }
    void setTotal(int total) { take(m_total, total); }
    void setColor(const QColor& color) { take(m_color, color); }
    void setGround(const QColor& color) { take(m_ground, color); }
    void setEdge(const QColor& color) { take(m_edge, color); }

    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    template <class Value>
    void take(Value& place, const Value& value) {
        if (value != place) {
            place = value;
            fit();
            emit changed();
            update();
        }
    }
    void fit();
    [[nodiscard]] qreal sizeOf(int stage) const;

    int m_passed = 0;
    int m_total = 0;
    QColor m_color = Qt::black;
    QColor m_ground = Qt::white;
    QColor m_edge = Qt::gray;
};

} // namespace frontsheet
