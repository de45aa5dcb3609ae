#include "app/frontsheet/pdf_writer.h"

#include <QAbstractTextDocumentLayout>
#include <QDir>
#include <QFont>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace frontsheet {

namespace {

using Kind = DocumentPart::Kind;

constexpr int kResolution = 150; // dots an inch; text is vectors whatever it says
constexpr double kMarginMm = 18;
constexpr double kHeadMm = 8;
// On paper: the screen's theme and text size have no say there.
constexpr double kBodyPoints = 10.5;
constexpr double kSmallPoints = 9;
const QColor kInk = QColorConstants::Black;

QString textOf(const std::string& text) { return QString::fromStdString(text); }

QTextCharFormat formatOf(double points, int weight) {
    QTextCharFormat format;
    format.setFontPointSize(points);
    format.setFontWeight(weight);
    format.setForeground(kInk);
    return format;
}

void addTable(QTextCursor& cursor, const DocumentPart& part) {
    QTextTableFormat format;
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorder(0.5);
    format.setBorderCollapse(true);
    format.setCellPadding(4);
    format.setHeaderRowCount(1);
    format.setWidth(QTextLength{QTextLength::PercentageLength, 100});
    format.setBottomMargin(8);
    const int columns = static_cast<int>(part.columns.size());
    QTextTable* table = cursor.insertTable(static_cast<int>(part.rows.size()) + 1, columns, format);
    for (int column = 0; column < columns; ++column) {
        table->cellAt(0, column).firstCursorPosition().insertText(
            textOf(part.columns[static_cast<std::size_t>(column)]), formatOf(9.5, QFont::DemiBold));
    }
    for (std::size_t row = 0; row < part.rows.size(); ++row) {
        for (int column = 0; column < columns; ++column) {
            table->cellAt(static_cast<int>(row) + 1, column)
                .firstCursorPosition()
                .insertText(textOf(part.rows[row][static_cast<std::size_t>(column)]), formatOf(9.5, QFont::Normal));
        }
    }
    cursor.movePosition(QTextCursor::End);
}

void addText(QTextCursor& cursor, const DocumentPart& part, bool first, bool& breakBefore) {
    QTextBlockFormat block;
    block.setBottomMargin(6);
    QTextCharFormat text = formatOf(kBodyPoints, QFont::Normal);
    switch (part.kind) {
    case Kind::Title:
        text = formatOf(24, QFont::Bold);
        break;
    case Kind::Heading:
        text = formatOf(13, QFont::DemiBold);
        block.setTopMargin(12);
        block.setHeadingLevel(2);
        break;
    case Kind::Notice:
        text = formatOf(12, QFont::DemiBold);
        block.setLeftMargin(10);
        break;
    default:
        break;
    }
    if (breakBefore) {
        block.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        breakBefore = false;
    }
    if (first) {
        cursor.setBlockFormat(block);
    } else {
        cursor.insertBlock(block);
    }
    cursor.insertText(textOf(part.text), text);
}

void compose(QTextDocument& out, const Document& document) {
    QTextCursor cursor(&out);
    bool first = true;
    bool breakBefore = false;
    for (const auto& part : document.parts) {
        if (part.kind == Kind::PageBreak) {
            breakBefore = true;
        } else if (part.kind == Kind::Table) {
            addTable(cursor, part);
        } else {
            addText(cursor, part, first, breakBefore);
        }
        first = false;
    }
}

// What is said at the head of each page, so that a page that goes astray still says what it is.
void paint(QPdfWriter& pdf, QTextDocument& text, const QString& running) {
    QPainter painter(&pdf);
    const double perMm = kResolution / 25.4;
    const double head = kHeadMm * perMm;
    const QSizeF page(pdf.width(), pdf.height() - head);
    text.setPageSize(page);
    QFont font = text.defaultFont();
    font.setPointSizeF(kSmallPoints);
    const int pages = text.pageCount();
    for (int number = 0; number < pages; ++number) {
        if (number != 0) {
            pdf.newPage();
        }
        painter.setFont(font);
        painter.setPen(kInk);
        const QRectF line(0, 0, pdf.width(), head * 0.7);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, running);
        painter.drawText(line, Qt::AlignRight | Qt::AlignTop, QStringLiteral("%1 / %2").arg(number + 1).arg(pages));
        painter.save();
        painter.translate(0, head - number * page.height());
        const QRectF part(0, number * page.height(), page.width(), page.height());
        painter.setClipRect(part);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = part;
        context.palette.setColor(QPalette::Text, kInk);
        text.documentLayout()->draw(&painter, context);
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
        QTextDocument text;
        text.documentLayout()->setPaintDevice(&pdf);
        QFont font(QStringLiteral("Inter"));
        font.setPointSizeF(kBodyPoints);
        // Inter puts other forms of ":" and "(" beside figures and capitals. Those have no character behind them, so that in a file
        // nobody could search for them, copy them or have them read out. Scripts that need shaping still get it.
        font.setStyleStrategy(QFont::PreferNoShaping);
        text.setDefaultFont(font);
        compose(text, document);
        paint(pdf, text, QString::fromStdString(document.running));
    }
    if (!file.commit()) {
        return {ErrorCode::DiskFull, "document"};
    }
    return path.toStdString();
}

} // namespace frontsheet
