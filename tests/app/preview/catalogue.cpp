#include "tests/app/preview/catalogue.h"

#include <QDir>
#include <QFile>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace frontsheet::testing {

namespace {

constexpr int kFrame = 2;

int blocks(int pixels) { return (pixels + kBlock - 1) / kBlock; }

QRgb meanOf(const QImage& picture, const QRect& block) {
    std::array<std::int64_t, 3> sum{};
    for (int y = block.top(); y <= block.bottom(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = block.left(); x <= block.right(); ++x) {
            sum[0] += qRed(line[x]);
            sum[1] += qGreen(line[x]);
            sum[2] += qBlue(line[x]);
        }
    }
    const std::int64_t all = std::int64_t{block.width()} * block.height();
    const auto mean = [&](std::size_t colour) { return static_cast<int>((sum[colour] + all / 2) / all); };
    return qRgb(mean(0), mean(1), mean(2));
}

bool differ(QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) > kTolerance || std::abs(qGreen(a) - qGreen(b)) > kTolerance ||
           std::abs(qBlue(a) - qBlue(b)) > kTolerance;
}

QString described(const std::vector<QRect>& places) {
    QRect all;
    for (const QRect& place : places) {
        all = all.united(place);
    }
    return QStringLiteral("%1 block(s) differ, at %2,%3 to %4,%5")
        .arg(places.size())
        .arg(all.left())
        .arg(all.top())
        .arg(all.right())
        .arg(all.bottom());
}

QImage beforeBesideAfter(const QImage& before, const QImage& after, const std::vector<QRect>& places) {
    QImage out(after.width() * 2, after.height(), QImage::Format_RGB32);
    out.fill(Qt::white);
    QPainter painter(&out);
    const QRect left(0, 0, before.width() * kBlock, before.height() * kBlock);
    painter.drawImage(left, before);
    painter.drawImage(after.width(), 0, after);
    painter.setPen(QPen(Qt::red, kFrame));
    for (const QRect& place : places) {
        painter.drawRect(place);
        painter.drawRect(place.translated(after.width(), 0));
    }
    return out;
}

} // namespace

QImage blockMeans(const QImage& picture) {
    const QImage plain = picture.convertToFormat(QImage::Format_RGB32);
    QImage means(blocks(plain.width()), blocks(plain.height()), QImage::Format_ARGB32);
    for (int y = 0; y < means.height(); ++y) {
        for (int x = 0; x < means.width(); ++x) {
            means.setPixel(x, y,
                           meanOf(plain, QRect(x * kBlock, y * kBlock, kBlock, kBlock).intersected(plain.rect())));
        }
    }
    return means;
}

std::vector<QRect> differingBlocks(const QImage& before, const QImage& after) {
    if (before.size() != after.size()) {
        return {QRect(0, 0, after.width() * kBlock, after.height() * kBlock)};
    }
    std::vector<QRect> places;
    for (int y = 0; y < after.height(); ++y) {
        for (int x = 0; x < after.width(); ++x) {
            if (differ(before.pixel(x, y), after.pixel(x, y))) {
                places.emplace_back(x * kBlock, y * kBlock, kBlock, kBlock);
            }
        }
    }
    return places;
}

void Catalogue::keep(const QString& page, const QString& variant, const QImage& picture) {
    m_pages[page][variant] = blockMeans(picture);
}

QString Catalogue::file(const QString& page) const { return QDir(m_folder).filePath(page + QStringLiteral(".png")); }

QStringList Catalogue::referencedPages() const {
    QStringList pages = QDir(m_folder).entryList({QStringLiteral("*.png")}, QDir::Files);
    for (QString& page : pages) {
        page.chop(4);
    }
    return pages;
}

// One file a page: its variants under one another, each with its size and place in the file's words.
Result<void> Catalogue::take() const {
    if (!QDir().mkpath(m_folder)) {
        return {ErrorCode::DiskFailed, "folder of the catalogue"};
    }
    for (const QString& page : referencedPages()) {
        if (!m_pages.contains(page)) {
            QFile::remove(file(page));
        }
    }
    for (const auto& [page, pictures] : m_pages) {
        std::vector<std::pair<QString, QImage>> parts;
        int width = 0;
        int height = 0;
        for (const QString& variant : m_variants) {
            if (const auto found = pictures.find(variant); found != pictures.end()) {
                parts.emplace_back(variant, found->second);
                width = std::max(width, parts.back().second.width());
                height += parts.back().second.height();
            }
        }
        QImage sheet(width, height, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        int top = 0;
        for (const auto& [variant, means] : parts) {
            QPainter(&sheet).drawImage(0, top, means);
            sheet.setText(variant, QStringLiteral("%1 %2 %3").arg(top).arg(means.width()).arg(means.height()));
            top += means.height();
        }
        if (!sheet.save(file(page), "PNG", 0)) { // 0: packed as small as can be
            return {ErrorCode::DiskFailed, "a reference"};
        }
    }
    return ok();
}

Catalogue::Pictures Catalogue::reference(const QString& page) const {
    Pictures found;
    const QImage sheet(file(page));
    for (const QString& variant : sheet.isNull() ? QStringList{} : m_variants) {
        const QStringList place = sheet.text(variant).split(QLatin1Char(' '));
        if (place.size() == 3) {
            found[variant] = sheet.copy(0, place[0].toInt(), place[1].toInt(), place[2].toInt());
        }
    }
    return found;
}

Result<void> Catalogue::compare(const QString& page, const QString& variant, const QImage& picture,
                                const QString& differences) {
    keep(page, variant, picture);
    const Pictures before = reference(page);
    const auto kept = before.find(variant);
    if (kept == before.end()) {
        m_findings.missing << QStringLiteral("%1, %2").arg(page, variant);
        return ok();
    }
    const auto places = differingBlocks(kept->second, m_pages[page][variant]);
    if (places.empty()) {
        return ok();
    }
    const QString where = QDir(differences).filePath(QStringLiteral("%1-%2.png").arg(page, variant));
    if (!QDir().mkpath(differences) || !beforeBesideAfter(kept->second, picture, places).save(where)) {
        return {ErrorCode::DiskFailed, "a picture of differences"};
    }
    m_findings.differing << QStringLiteral("%1, %2: %3; see %4").arg(page, variant, described(places), where);
    return ok();
}

Catalogue::Findings Catalogue::findings() const {
    Findings all = m_findings;
    for (const QString& page : referencedPages()) {
        if (!m_pages.contains(page)) {
            all.gone << page;
        }
    }
    return all;
}

QString typefaceHere() {
    QStringList widths;
    for (const int weight : {400, 500, 600, 650}) {
        QFont font;
        font.setPixelSize(100);
        font.setWeight(static_cast<QFont::Weight>(weight));
        const QFontMetricsF metrics(font);
        widths << QString::number(metrics.horizontalAdvance(QStringLiteral("Who will see this? 0123456789")), 'f', 1)
               << QString::number(metrics.height(), 'f', 1);
    }
    return widths.join(QLatin1Char(' '));
}

} // namespace frontsheet::testing
