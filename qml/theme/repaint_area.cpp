#include "qml/theme/repaint_area.h"

#include <QQuickWindow>
#include <QSGRectangleNode>
#include <QSGRendererInterface>

namespace frontsheet {

namespace {

bool isDrawnBySoftware(const QQuickWindow* window) {
    return window != nullptr && window->rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
}

} // namespace

RepaintArea::RepaintArea(QQuickItem* parent) : QQuickItem(parent) { setFlag(ItemHasContents); }

void RepaintArea::repaint() {
    if (isDrawnBySoftware(window())) {
        update();
    }
}

QSGNode* RepaintArea::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/) {
    if (!isDrawnBySoftware(window()) || size().isEmpty()) {
        delete old;
        return nullptr;
    }
    auto* node = static_cast<QSGRectangleNode*>(old);
    if (node == nullptr) {
        node = window()->createRectangleNode();
        node->setColor(Qt::transparent);
    }
    node->setRect(boundingRect());
    // The renderer goes from what lies on top to the ground: with this first, all that has changed below lies in one rectangle.
    node->markDirty(QSGNode::DirtyMaterial);
    return node;
}

} // namespace frontsheet
