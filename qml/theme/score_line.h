// How a score went: a thin line through its points, each a dot, the newest filled. It has no figures: the words beside it say them. UI thread.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QVariantList>
#include <QtQmlIntegration>

namespace frontsheet {

class ScoreLine : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    // {day, score}, both 0 to 1, in order of day; score 1 is at the top.
    Q_PROPERTY(QVariantList points READ points WRITE setPoints NOTIFY changed)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY changed) // within the dots of the past
    Q_PROPERTY(QColor rule READ rule WRITE setRule NOTIFY changed)       // the lines at both ends of the range

public:
    explicit ScoreLine(QQuickItem* parent = nullptr);

    [[nodiscard]] QVariantList points() const { return m_points; }
    [[nodiscard]] QColor color() const { return m_color; }
    [[nodiscard]] QColor ground() const { return m_ground; }
    [[nodiscard]] QColor rule() const { return m_rule; }
    void setPoints(const QVariantList& points);
    void setColor(const QColor& color);
    void setGround(const QColor& color);
    void setRule(const QColor& color);

    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    void take(QColor& place, const QColor& color);

    QVariantList m_points;
    QColor m_color = Qt::black;
    QColor m_ground = Qt::white;
    QColor m_rule = Qt::gray;
};

} // namespace frontsheet
