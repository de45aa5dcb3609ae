#include "qml/theme/line_icon.h"

#include <QFile>
#include <QHash>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

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
    if (m_name.isEmpty()) {
        return;
    }
    QByteArray text = drawing(m_name);
    if (text.isEmpty()) {
        return;
    }
    text.replace("#000000", m_color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(text);
    painter->setRenderHint(QPainter::Antialiasing);
    renderer.render(painter, boundingRect());
}

} // namespace frontsheet
