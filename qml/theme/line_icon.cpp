#include "qml/theme/line_icon.h"

#include <QCache>
#include <QFile>
#include <QHash>
#include <QLoggingCategory>
#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSvgRenderer>

#include <utility>

namespace frontsheet {

namespace {

Q_LOGGING_CATEGORY(lcIcons, "frontsheet.icons")

constexpr qsizetype kPicturesKiB = 1024;

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

struct Look {
    QString name;
    QRgb color;
    QSize pixels;

    friend bool operator==(const Look&, const Look&) = default;
    friend size_t qHash(const Look& look, size_t seed) {
        return qHashMulti(seed, look.name, look.color, look.pixels.width(), look.pixels.height());
    }
};

// A page has a hundred icons of a few dozen looks. Each is drawn once, and its picture, a kilobyte or two, shared.
QImage picture(const Look& look) {
    static QCache<Look, QImage> known(kPicturesKiB);
    if (const QImage* found = known.object(look)) {
        return *found;
    }
    QImage image(look.pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QByteArray text = drawing(look.name);
    if (!text.isEmpty()) {
        QSvgRenderer svg(text.replace("#000000", QColor(look.color).name(QColor::HexRgb).toLatin1()));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        svg.render(&painter, QRectF(QPointF{}, QSizeF(look.pixels)));
    }
    // A copy: what has been painted on keeps the painter's buffers, ten times its own size.
    const QImage copy = image.copy();
    known.insert(look, new QImage(copy), 1 + copy.sizeInBytes() / 1024);
    return copy;
}

} // namespace

LineIcon::LineIcon(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    setImplicitSize(m_size, m_size);
}

void LineIcon::look() {
    m_other = true;
    update();
}

void LineIcon::setName(const QString& name) {
    if (name != m_name) {
        m_name = name;
        emit changed();
        look();
    }
}

void LineIcon::setColor(const QColor& color) {
    if (color != m_color) {
        m_color = color;
        emit changed();
        look();
    }
}

void LineIcon::setSize(qreal size) {
    if (!qFuzzyCompare(size, m_size)) {
        m_size = size;
        setImplicitSize(size, size);
        emit changed();
        look();
    }
}

void LineIcon::itemChange(ItemChange change, const ItemChangeData& data) {
    if (change == ItemDevicePixelRatioHasChanged) {
        look();
    }
    QQuickItem::itemChange(change, data);
}

void LineIcon::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size()) {
        look();
    }
}

QSGNode* LineIcon::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/) {
    auto* node = static_cast<QSGImageNode*>(old);
    const QSize pixels = (QSizeF(width(), height()) * window()->effectiveDevicePixelRatio()).toSize();
    if (m_name.isEmpty() || pixels.isEmpty()) {
        delete node;
        return nullptr;
    }
    if (node == nullptr) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_other = true; // the scene was let go
    }
    if (std::exchange(m_other, false)) {
        node->setTexture(window()->createTextureFromImage(picture({m_name, m_color.rgb(), pixels}),
                                                          QQuickWindow::TextureCanUseAtlas));
    }
    node->setRect(boundingRect());
    return node;
}

} // namespace frontsheet
