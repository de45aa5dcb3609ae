// Pictures that pages show are decoded away from the UI thread: whoever takes a picture of a page waits for them.
#pragma once

class QQuickWindow;

namespace frontsheet {

// Turns the event loop until none that is shown is being decoded; gives up after five seconds.
void waitForPictures(const QQuickWindow& window);

} // namespace frontsheet
