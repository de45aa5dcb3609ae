// A window whose frames are counted: what was asked for is on the screen when a frame has been drawn after it came.
#pragma once

#include <QObject>

#include <functional>
#include <string>

class QQuickItem;
class QQuickWindow;

namespace frontsheet::bench {

// UI thread only.
class WatchedWindow : public QObject {
    Q_OBJECT

public:
    explicit WatchedWindow(QQuickWindow* window);

    // Turns the event loop until it holds and what it brought is drawn. False when it does not within ten seconds.
    bool drawn(const std::function<bool()>& holds);
    // The next frame.
    bool drawn();
    // Turns the event loop until nothing has happened for so long.
    void quieten(int milliseconds);
    // Of a key that writes: to what has the focus.
    void press(int key, const std::string& text = {}, Qt::KeyboardModifiers with = {});
    // The first that is shown of this class and below this item; nullptr: none.
    [[nodiscard]] QQuickItem* shown(const char* className) const;
    [[nodiscard]] QQuickWindow* window() const { return m_window; }

private:
    QQuickWindow* m_window;
    std::size_t m_frames = 0;
};

} // namespace frontsheet::bench
