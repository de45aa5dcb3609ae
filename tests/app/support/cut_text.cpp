#include "tests/app/support/cut_text.h"

#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

namespace frontsheet::testing {

namespace {

constexpr double kHair = 2;       // a glyph's overhang and rounding
constexpr double kOverlap = 0.25; // of a line's height: leading, not letters

// Nothing is on this list that a reader could not open where it stands.
constexpr std::array kShortened{
    Shortened{"NoteRow", "the row of a front sheet leads to Visits and notes, where the note stands in full"},
    Shortened{"BoardCard", "the card opens the placement, where their own words stand in full"},
};

struct Seen {
    QQuickItem* item;
    QRectF painted; // in the scene
    double line;    // height of one
};

QString typeOf(const QObject* thing) {
    return QString::fromLatin1(thing->metaObject()->className()).section(QLatin1String("_QML"), 0, 0);
}

// The types a text is written in, from the inside out.
QStringList within(const QQuickItem* item) {
    QStringList types;
    for (const QQuickItem* up = item; up != nullptr; up = up->parentItem()) {
        const QString type = typeOf(up);
        if (!type.startsWith(QLatin1String("QQuick"))) {
            types << type;
        }
    }
    return types;
}

bool isText(const QQuickItem* item) { return item->inherits("QQuickText"); }
bool isField(const QQuickItem* item) { return item->inherits("QQuickTextInput") || item->inherits("QQuickTextEdit"); }
bool isScroller(const QQuickItem* item) { return item->inherits("QQuickFlickable"); }

QString wordsOf(const QQuickItem* item) { return item->property("text").toString(); }

double real(const QQuickItem* item, const char* name) { return item->property(name).toDouble(); }

// A list keeps rows for later, where they were and not drawn; which they are, it says by not having them at their place.
bool isSpare(QQuickItem* item) {
    QQuickItem* content = item->parentItem();
    QQuickItem* list = content != nullptr ? content->parentItem() : nullptr;
    const QVariant index = item->property("index");
    if (list == nullptr || !list->inherits("QQuickListView") || !index.isValid() ||
        content != list->property("contentItem").value<QQuickItem*>()) {
        return false;
    }
    QQuickItem* there = nullptr;
    QMetaObject::invokeMethod(list, "itemAtIndex", Q_RETURN_ARG(QQuickItem*, there), Q_ARG(int, index.toInt()));
    return there != item;
}

void walk(QQuickItem* item, double opacity, const std::function<void(QQuickItem*)>& visit) {
    if (!item->isVisible() || opacity * item->opacity() < 0.01 || isSpare(item)) {
        return;
    }
    visit(item);
    for (QQuickItem* child : item->childItems()) {
        walk(child, opacity * item->opacity(), visit);
    }
}

// Where its letters are, in its own coordinates.
QRectF painted(const QQuickItem* item) {
    const double width = real(item, "contentWidth");
    const double height = real(item, "contentHeight");
    const double left = real(item, "leftPadding");
    const double top = real(item, "topPadding");
    const double room = item->width() - left - real(item, "rightPadding");
    const double high = item->height() - top - real(item, "bottomPadding");
    const int across = item->property("effectiveHorizontalAlignment").toInt();
    const int down = item->property("verticalAlignment").toInt();
    const double x = across == Qt::AlignHCenter ? (room - width) / 2 : across == Qt::AlignRight ? room - width : 0;
    const double y = down == Qt::AlignVCenter ? (high - height) / 2 : down == Qt::AlignBottom ? high - height : 0;
    return {left + x, top + y, width, height};
}

bool leaves(const QRectF& inner, const QRectF& outer) {
    return inner.left() < outer.left() - kHair || inner.right() > outer.right() + kHair ||
           inner.top() < outer.top() - kHair || inner.bottom() > outer.bottom() + kHair;
}

QString numbers(const QRectF& rect) {
    return QStringLiteral("%1,%2 %3x%4")
        .arg(std::lround(rect.x()))
        .arg(std::lround(rect.y()))
        .arg(std::lround(rect.width()))
        .arg(std::lround(rect.height()));
}

class Look {
public:
    explicit Look(QQuickItem& all) : m_all(all), m_window(0, 0, all.window()->width(), all.window()->height()) {}

    QStringList faults() {
        walk(&m_all, 1, [this](QQuickItem* item) {
            if (item->width() <= 0 && item->height() <= 0) {
                return;
            }
            if (isText(item)) {
                text(item);
            } else if (isField(item)) {
                field(item);
            }
        });
        overlaps();
        return m_faults;
    }

private:
    void fault(const QQuickItem* item, const QString& what) {
        m_faults << QStringLiteral("%1: \"%2\" (%3)")
                        .arg(what, wordsOf(item).left(70), within(item).mid(0, 4).join(QLatin1String(" in ")));
    }

    void text(QQuickItem* item) {
        if (wordsOf(item).trimmed().isEmpty()) {
            return;
        }
        const QStringList types = within(item);
        const bool allowed = std::any_of(kShortened.begin(), kShortened.end(),
                                         [&](const Shortened& one) { return types.contains(QLatin1String(one.row)); });
        if (item->property("truncated").toBool() && !allowed) {
            fault(item, QStringLiteral("cut by its own lines"));
        }
        const QRectF letters = painted(item);
        if (item->clip() && leaves(letters, {0, 0, item->width(), item->height()})) {
            fault(item, QStringLiteral("cut by its own box"));
        }
        const QRectF shown = inSight(item, letters);
        const double lines = std::max(1.0, item->property("lineCount").toDouble());
        m_seen.push_back({item, shown, letters.height() / lines});
    }

    void field(QQuickItem* item) {
        if (item->hasActiveFocus() || wordsOf(item).isEmpty()) {
            return; // whoever writes is followed by what is seen
        }
        const QRectF letters = painted(item);
        const double sides = real(item, "leftPadding") + real(item, "rightPadding");
        const double ends = real(item, "topPadding") + real(item, "bottomPadding");
        if (letters.width() > item->width() - sides + kHair || letters.height() > item->height() - ends + kHair) {
            fault(item, QStringLiteral("does not fit its field, %1 in %2")
                            .arg(numbers(letters), numbers(item->boundingRect())));
        }
        const QRectF shown = inSight(item, letters);
        m_seen.push_back({item, shown, letters.height() / std::max(1.0, item->property("lineCount").toDouble())});
    }

    // Goes up through all that holds the letters; what scrolls may show them in its own time. What is drawn of them now, in the scene.
    QRectF inSight(const QQuickItem* item, const QRectF& letters) {
        QRectF now = item->mapRectToScene(letters);
        QRectF must = now; // has to lie in what is next above
        for (const QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem()) {
            const QRectF box = up->mapRectToScene(up->boundingRect());
            if (isScroller(up)) {
                const QRectF whole = content(up);
                if (leaves(must, whole)) {
                    fault(item, QStringLiteral("beyond what scrolls, %1 in %2").arg(numbers(must), numbers(whole)));
                    return now.intersected(box);
                }
                must = box;
                now = now.intersected(box);
            } else if ((up->clip() || up->inherits("QQuickAbstractButton")) && leaves(must, box)) {
                fault(item, QStringLiteral("%1, %2 in %3")
                                .arg(up->clip() ? QStringLiteral("clipped") : QStringLiteral("outside its control"),
                                     numbers(must), numbers(box)));
                return now.intersected(box);
            }
        }
        if (leaves(must, m_window)) {
            fault(item, QStringLiteral("outside the window, %1").arg(numbers(must)));
        }
        return now.intersected(m_window);
    }

    // All that one can scroll to.
    static QRectF content(const QQuickItem* scroller) {
        const QRectF at = scroller->mapRectToScene(scroller->boundingRect());
        const double x = real(scroller, "originX") - real(scroller, "contentX");
        const double y = real(scroller, "originY") - real(scroller, "contentY");
        const bool moves = scroller->property("interactive").toBool();
        const double width = moves ? std::max(real(scroller, "contentWidth"), at.width()) : at.width();
        const double height = moves ? std::max(real(scroller, "contentHeight"), at.height()) : at.height();
        return {at.x() + (moves ? x : 0), at.y() + (moves ? y : 0), width, height};
    }

    // Two texts in one place: neither can be read.
    void overlaps() {
        for (std::size_t a = 0; a < m_seen.size(); ++a) {
            for (std::size_t b = a + 1; b < m_seen.size(); ++b) {
                const QRectF both = m_seen[a].painted.intersected(m_seen[b].painted);
                const double line = std::min(m_seen[a].line, m_seen[b].line);
                if (both.width() > kHair * 2 && both.height() > line * kOverlap + kHair) {
                    fault(m_seen[a].item, QStringLiteral("over \"%1\"").arg(wordsOf(m_seen[b].item).left(60)));
                }
            }
        }
    }

    QQuickItem& m_all;
    QRectF m_window;
    std::vector<Seen> m_seen;
    QStringList m_faults;
};

} // namespace

QQuickItem* openSheet(const QQuickWindow& window) {
    for (QQuickItem* child : window.contentItem()->childItems()) {
        if (!child->inherits("QQuickOverlay") || !child->isVisible()) {
            continue;
        }
        for (QQuickItem* popup : child->childItems()) {
            if (popup->inherits("QQuickPopupItem") && popup->isVisible()) {
                return popup;
            }
        }
    }
    return nullptr;
}

QStringList cutTexts(QQuickItem& all) { return Look{all}.faults(); }

} // namespace frontsheet::testing
