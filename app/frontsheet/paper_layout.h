// A document laid onto pages of paper, line by line: a page has the text of its own lines and of no other (a line that is only
// clipped away is still in the file). A heading stands with what it is about, and no single line stands alone.
#pragma once

#include "core/domain/document.h"

#include <QLineF>
#include <QPointF>
#include <QSizeF>
#include <QTextLayout>

#include <memory>
#include <vector>

class QFont;
class QPagedPaintDevice;
class QPainter;

namespace frontsheet {

class PaperLayout {
public:
    // `room` of each page, in dots of the device; it outlives this.
    PaperLayout(QPagedPaintDevice& device, QSizeF room);
    ~PaperLayout();

    void add(const Document& document);
    [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
    // With the upper left corner of the room where the painter's is.
    void paint(QPainter& painter, int page) const;
    // As the body is set, in that size.
    [[nodiscard]] static QFont font(double points);

private:
    struct Style;
    struct Text { // laid out, its lines from 0 down
        std::unique_ptr<QTextLayout> layout;
        int next = 0; // the first line that is on no page yet
        [[nodiscard]] int lines() const { return layout->lineCount(); }
        [[nodiscard]] bool isDone() const { return next >= lines(); }
        [[nodiscard]] double height(int from, int count) const;
        [[nodiscard]] int fewest() const; // lines from its beginning that a page may end with
        // How many from `next` on go into that height, with none left alone on either side.
        [[nodiscard]] int fitting(double height) const;
    };
    struct Row {
        std::vector<Text> cells;
        [[nodiscard]] bool isDone() const;
        [[nodiscard]] double height() const; // of what is on no page yet
    };
    struct PlacedLine {
        const QTextLayout* layout = nullptr;
        int line = 0;
        QPointF at;
    };
    struct Page {
        std::vector<PlacedLine> lines;
        std::vector<QLineF> rules;
    };

    [[nodiscard]] static Style styleOf(DocumentPart::Kind kind);
    [[nodiscard]] double dots(double points) const;
    [[nodiscard]] double left() const { return m_room.height() - m_y; }
    [[nodiscard]] Text laidOut(const std::string& text, const Style& style, double width) const;
    [[nodiscard]] Row rowOf(const std::vector<std::string>& texts, const Style& style) const;
    // What must stand on one page with the part at `index` and after it.
    [[nodiscard]] double together(const Document& document, std::size_t index) const;
    void turnPage();
    void put(Text& text, int lines, QPointF at);
    void addText(const DocumentPart& part, double needed);
    void addTable(const DocumentPart& part);
    void addHead(const DocumentPart& part);
    void addRow(Row& row);

    QPagedPaintDevice& m_device;
    QSizeF m_room;
    double m_y = 0;
    bool m_isFresh = true; // nothing is on this page but a table's head
    std::vector<Page> m_pages;
    std::vector<std::unique_ptr<QTextLayout>> m_kept;
};

} // namespace frontsheet
