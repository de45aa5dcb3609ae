#include "app/frontsheet/pdf_writer.h"

#include "app/frontsheet/paper_layout.h"

#include <QDir>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>

namespace frontsheet {

namespace {

constexpr int kResolution = 600; // dots an inch; text is vectors whatever it says
constexpr double kMarginMm = 18;
constexpr double kHeadMm = 8;
constexpr double kHeadPoints = 9;
const QColor kInk = QColorConstants::Black;

// What is said at the head of each page, so that a page that goes astray still says what it is.
void paint(QPdfWriter& pdf, const Document& document) {
    const double head = kHeadMm * kResolution / 25.4;
    PaperLayout paper(pdf, {static_cast<double>(pdf.width()), pdf.height() - head});
    paper.add(document);
    const QString running = QString::fromStdString(document.running);
    QPainter painter(&pdf);
    painter.setPen(kInk);
    for (int page = 0; page < paper.pages(); ++page) {
        if (page != 0) {
            pdf.newPage();
        }
        painter.setFont(PaperLayout::font(kHeadPoints));
        const QRectF line(0, 0, pdf.width(), head * 0.7);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, running);
        painter.drawText(line, Qt::AlignRight | Qt::AlignTop,
                         QStringLiteral("%1 / %2").arg(page + 1).arg(paper.pages()));
        painter.save();
        painter.translate(0, head);
        paper.paint(painter, page);
        painter.restore();
    }
}

} // namespace

Result<std::string> PdfWriter::write(const Document& document) {
    const QString folder = m_folder.empty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                            : QString::fromStdString(m_folder);
    if (folder.isEmpty() || !QDir{}.mkpath(folder)) {
        return {ErrorCode::DiskFailed, "documents folder"};
    }
    const QString path = QDir{folder}.filePath(QString::fromStdString(document.fileName));
    QSaveFile file(path); // whole or not at all
    if (!file.open(QIODevice::WriteOnly)) {
        return {ErrorCode::DiskFailed, "document"};
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    {
        QPdfWriter pdf(&file);
        pdf.setPageSize(QPageSize{QPageSize::A4});
        pdf.setPageMargins(QMarginsF{kMarginMm, kMarginMm, kMarginMm, kMarginMm}, QPageLayout::Millimeter);
        pdf.setResolution(kResolution);
        pdf.setTitle(QString::fromStdString(document.title));
        pdf.setCreator(QStringLiteral("Frontsheet"));
        paint(pdf, document);
    }
    if (!file.commit()) {
        return {ErrorCode::DiskFull, "document"};
    }
    return path.toStdString();
}

} // namespace frontsheet
