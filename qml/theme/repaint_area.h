// Software drawing paints its area in one piece in the frame after repaint(). Qt's renderer joins what has changed rectangle by rectangle, the
// texts of a list that moves one by one, and what it then paints through hundreds of them costs more than all of it (decision 183).
// Shows nothing, takes no part in input; without software drawing it does nothing at all. Over what moves. UI thread.
#pragma once

#include <QQuickItem>
#include <QtQmlIntegration>

namespace frontsheet {

class RepaintArea : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit RepaintArea(QQuickItem* parent = nullptr);

    Q_INVOKABLE void repaint();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
};

} // namespace frontsheet
