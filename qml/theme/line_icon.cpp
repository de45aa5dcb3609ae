#include "qml/theme/line_icon.h"

#include <QFile>
#include <QHash>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

#include <memory>
#include <utility>

namespace frontsheet {

namespace {

Q_LOGGING_CATEGORY(lcIcons, "frontsheet.icons")

// The drawing as text; read once per name and process.
const QByteArray& drawing(const QString& name) {
    static QHash<QString, QByteArray> known;
    const auto found = known.constFind(name);
    if (found != known.constEnd()) {
        return *found;
    }
    QFile file(QStringLiteral(":/qt/qml/Frontsheet/Theme/icons/%1.svg").arg(name));
    QByteArray text;
    if (file.open(QIODevice::ReadOnly)) {
        text = file.readAll();
    } else {
        qCWarning(lcIcons) << "no icon called" << name;
    }
    return *known.insert(name, text);
}

// In that colour, read from its text once: a page has a hundred of them, of a few dozen sorts.
QSvgRenderer& drawn(const QString& name, const QColor& color) {
    static QHash<std::pair<QString, QRgb>, std::shared_ptr<QSvgRenderer>> known;
    auto& renderer = known[{name, color.rgb()}];
    if (!renderer) {
        QByteArray text = drawing(name);
        renderer = std::make_shared<QSvgRenderer>(text.replace("#000000", color.name(QColor::HexRgb).toLatin1()));
    }
    return *renderer;
}

} // namespace

LineIcon::LineIcon(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    setImplicitSize(m_size, m_size);
}

void LineIcon::setName(const QString& name) {
    if (name != m_name) {
        m_name = name;
        emit changed();
        update();
    }
}

void LineIcon::setColor(const QColor& color) {
    if (color != m_color) {
        m_color = color;
        emit changed();
        update();
    }
}

void LineIcon::setSize(qreal size) {
    if (!qFuzzyCompare(size, m_size)) {
        m_size = size;
        setImplicitSize(size, size);
        emit changed();
        update();
    }
}

void LineIcon::paint(QPainter* painter) {
    if (m_name.isEmpty() || drawing(m_name).isEmpty()) {
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    drawn(m_name, m_color).render(painter, boundingRect());
}

} // namespace frontsheet
