// What of a page's words a reader cannot see, however long they look: WCAG 2.2, 1.4.4 asks for text at 200% without loss.
#pragma once

#include <QString>
#include <QStringList>

class QQuickItem;
class QQuickWindow;

namespace frontsheet::testing {

// A text that may be shortened on purpose, because all of it is one tap away.
struct Shortened {
    const char* row;     // the QML type that shortens it
    const char* because; // where the whole of it is
};

// Over everything else while it is open, and nothing beneath can be used; nullptr: no sheet is open.
[[nodiscard]] QQuickItem* openSheet(const QQuickWindow& window);

// Each fault in words, with the text. `all` is what is open: a sheet, or else the window's content. Looks at every text and every field
// that is drawn: cut by its own lines, painted outside what clips it, outside its button or the window, or over another text.
[[nodiscard]] QStringList cutTexts(QQuickItem& all);

} // namespace frontsheet::testing
