#include "app/frontsheet/loading_pictures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>

namespace frontsheet {

namespace {

constexpr int kPatienceMs = 5'000;
constexpr int kLoading = 2; // Image.Loading

bool isLoading(const QQuickItem* item) {
    if (!item->isVisible()) {
        return false;
    }
    if (item->inherits("QQuickImage") && item->property("status").toInt() == kLoading) {
        return true;
    }
    const QList<QQuickItem*> children = item->childItems();
    return std::any_of(children.begin(), children.end(), isLoading);
}

} // namespace

void waitForPictures(const QQuickWindow& window) {
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < kPatienceMs && isLoading(window.contentItem())) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
}

} // namespace frontsheet
