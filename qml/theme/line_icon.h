// A line icon of our own drawing, by name, in any colour and size. Painted with antialiasing into a picture on every backend,
// because shapes on a device without multisampling come out jagged; icons that look the same share one. UI thread.
#pragma once

#include <QColor>
#include <QQuickItem>
#include <QString>
#include <QtQmlIntegration>

namespace frontsheet {

class LineIcon : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    // A file of qml/theme/icons without ".svg"; an unknown name paints nothing and is reported once.
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)
    // Logical pixels; the icon is square.
    Q_PROPERTY(qreal size READ size WRITE setSize NOTIFY changed)

public:
    explicit LineIcon(QQuickItem* parent = nullptr);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QColor color() const { return m_color; }
    [[nodiscard]] qreal size() const { return m_size; }
    void setName(const QString& name);
    void setColor(const QColor& color);
    void setSize(qreal size);

signals:
    void changed();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    void look();

    QString m_name;
    QColor m_color = Qt::black;
    qreal m_size = 20;
    bool m_other = true; // than what was painted last
};

} // namespace frontsheet
