// The catalogue of pages: for each page and variant of the tour a small picture of block-wise mean colours, kept in the repository,
// which today's picture is compared with. core/decisions/176 says why means and not pixels.
#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace frontsheet::testing {

inline constexpr int kBlock = 32; // pixels a side: a button covers several, a letter a part of one
// Of 255, in any of three colours. Text drawn by another version of the rasteriser moves a mean by less than 4; a mark of
// 16 pixels that goes moves it by 18.
inline constexpr int kTolerance = 10;

// The means of a picture, a pixel a block; what is left of a block at the edges counts by itself.
[[nodiscard]] QImage blockMeans(const QImage& picture);

// Where two pictures of means differ by more than the tolerance, in pixels of the page; one rectangle a block. All of the page
// when their sizes differ.
[[nodiscard]] std::vector<QRect> differingBlocks(const QImage& before, const QImage& after);

class Catalogue {
public:
    // `variants` in the order in which they stand in a reference.
    Catalogue(QString folder, QStringList variants) : m_folder(std::move(folder)), m_variants(std::move(variants)) {}

    struct Findings {
        QStringList differing; // "people, laptop-dark: 6 blocks differ, at 320,96 to 447,159; see FILE"
        QStringList missing;   // without a reference: "people, laptop-dark"
        QStringList gone;      // references of pages that are shown no more
    };
    // A page as it is today, kept as its means for take().
    void keep(const QString& page, const QString& variant, const QImage& picture);
    // The same, and compared at once: only means stay in memory. Of what differs a picture is written into `differences`: before,
    // roughly, beside after, the places framed.
    [[nodiscard]] Result<void> compare(const QString& page, const QString& variant, const QImage& picture,
                                       const QString& differences);
    [[nodiscard]] Findings findings() const;
    // Writes the references of every page kept, and takes away those of pages that were not.
    [[nodiscard]] Result<void> take() const;

private:
    using Pictures = std::map<QString, QImage>; // by variant
    [[nodiscard]] Pictures reference(const QString& page) const;
    [[nodiscard]] QStringList referencedPages() const;
    [[nodiscard]] QString file(const QString& page) const;

    QString m_folder;
    QStringList m_variants;
    std::map<QString, Pictures> m_pages; // means, as they are today
    Findings m_findings;
};

// What the typeface measures here: pictures taken with another are not compared.
[[nodiscard]] QString typefaceHere();

} // namespace frontsheet::testing
