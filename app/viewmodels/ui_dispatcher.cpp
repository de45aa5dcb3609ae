#include "app/viewmodels/ui_dispatcher.h"

#include <QMetaObject>

namespace frontsheet {

void UiDispatcher::post(std::function<void()> then) {
    QMetaObject::invokeMethod(this, std::move(then), Qt::QueuedConnection);
}

} // namespace frontsheet
