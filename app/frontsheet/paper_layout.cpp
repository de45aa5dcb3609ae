#include "app/frontsheet/paper_layout.h"

#include <QFont>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPen>
#include <QTextOption>

#include <algorithm>
#include <numeric>

namespace frontsheet {

namespace {

using Kind = DocumentPart::Kind;

// On paper: the screen's theme and text size have no say there. In points.
constexpr double kBody = 10.5;
constexpr double kTable = 9.5;
constexpr double kCellAbove = 2.5;
constexpr double kCellBelow = 3;
constexpr double kBetweenColumns = 8;
constexpr double kAfterTable = 6;
constexpr double kRule = 0.4;
constexpr int kLinesTogether = 2; // the fewest of a text on either side of a page's end
constexpr int kPartsLookedAt = 4; // that may have to stand with a heading
constexpr QRgb kRuleColour = 0xFF8A8A8A;

// Columns stand at the same places in every table of as many, so that the eye goes down the page. In percent.
std::vector<int> sharesOf(std::size_t columns) {
    switch (columns) {
    case 2:
        return {22, 78};
    case 3:
        return {32, 52, 16};
    case 4:
        return {28, 20, 20, 32};
    default:
        return std::vector<int>(columns, static_cast<int>(100 / std::max<std::size_t>(columns, 1)));
    }
}

} // namespace

struct PaperLayout::Style {
    double points = kBody;
    QFont::Weight weight = QFont::Normal;
    double above = 0;
    double below = 5;
    double indent = 0;
};

PaperLayout::Style PaperLayout::styleOf(Kind kind) {
    switch (kind) {
    case Kind::Title:
        return {24, QFont::Bold, 0, 6, 0};
    case Kind::Heading:
        return {13, QFont::DemiBold, 12, 4, 0};
    case Kind::Notice:
        return {12, QFont::DemiBold, 0, 6, 8};
    case Kind::Table:
        return {kTable, QFont::Normal, 0, 0, 0};
    case Kind::Paragraph:
    case Kind::PageBreak:
        break;
    }
    return {};
}

double PaperLayout::Text::height(int from, int count) const {
    double sum = 0;
    for (int line = from; line < from + count; ++line) {
        sum += layout->lineAt(line).height();
    }
    return sum;
}

int PaperLayout::Text::fewest() const { return lines() < 2 * kLinesTogether ? lines() : kLinesTogether; }

int PaperLayout::Text::fitting(double height) const {
    int fit = 0;
    for (double sum = 0; next + fit < lines(); ++fit) {
        sum += layout->lineAt(next + fit).height();
        if (sum > height) {
            break;
        }
    }
    const int rest = lines() - next - fit;
    if (rest == 0) {
        return fit;
    }
    const int kept = rest < kLinesTogether ? fit - (kLinesTogether - rest) : fit;
    return kept < std::min(kLinesTogether, lines() - next) ? 0 : kept;
}

bool PaperLayout::Row::isDone() const {
    return std::all_of(cells.begin(), cells.end(), [](const Text& cell) { return cell.isDone(); });
}

double PaperLayout::Row::height() const {
    double most = 0;
    for (const auto& cell : cells) {
        most = std::max(most, cell.height(cell.next, cell.lines() - cell.next));
    }
    return most;
}

PaperLayout::PaperLayout(QPagedPaintDevice& device, QSizeF room) : m_device(device), m_room(room), m_pages(1) {}
PaperLayout::~PaperLayout() = default;

QFont PaperLayout::font(double points) {
    QFont font(QStringLiteral("Inter"));
    font.setPointSizeF(points);
    // Inter puts other forms of ":" and "(" beside figures and capitals. Those have no character behind them, so that in a file
    // nobody could search for them, copy them or have them read out. Scripts that need shaping still get it.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

double PaperLayout::dots(double points) const { return points * m_device.logicalDpiY() / 72; }

PaperLayout::Text PaperLayout::laidOut(const std::string& text, const Style& style, double width) const {
    QString lines = QString::fromStdString(text);
    lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    lines.replace(QLatin1Char('\n'), QChar::LineSeparator);
    QFont set = font(style.points);
    set.setWeight(style.weight);
    Text out{std::make_unique<QTextLayout>(lines, set, &m_device), 0};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a word longer than a line is broken, not cut off
    out.layout->setTextOption(option);
    out.layout->setCacheEnabled(true);
    out.layout->beginLayout();
    double y = 0;
    for (QTextLine line = out.layout->createLine(); line.isValid(); line = out.layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    out.layout->endLayout();
    return out;
}

PaperLayout::Row PaperLayout::rowOf(const std::vector<std::string>& texts, const Style& style) const {
    const auto shares = sharesOf(texts.size());
    Row row;
    for (std::size_t column = 0; column < texts.size(); ++column) {
        const bool isLast = column + 1 == texts.size();
        const double width = m_room.width() * shares[column] / 100 - (isLast ? 0 : dots(kBetweenColumns));
        row.cells.push_back(laidOut(texts[column], style, width));
    }
    return row;
}

double PaperLayout::together(const Document& document, std::size_t index) const {
    double needed = 0;
    const std::size_t end = std::min(document.parts.size(), index + kPartsLookedAt);
    for (std::size_t at = index; at < end; ++at) {
        const auto& part = document.parts[at];
        const Style style = styleOf(part.kind);
        if (part.kind == Kind::PageBreak) {
            break;
        }
        if (part.kind == Kind::Table) {
            const Style head{kTable, QFont::DemiBold, 0, 0, 0};
            needed += rowOf(part.columns, head).height() + 2 * dots(kCellAbove + kCellBelow);
            if (!part.rows.empty()) {
                double most = 0;
                for (const auto& cell : rowOf(part.rows.front(), style).cells) {
                    most = std::max(most, cell.height(0, cell.fewest()));
                }
                needed += most;
            }
            break;
        }
        const Text text = laidOut(part.text, style, m_room.width() - dots(style.indent));
        if (part.kind == Kind::Paragraph && text.fewest() < text.lines()) {
            needed += text.height(0, text.fewest());
            break;
        }
        needed += dots(style.above) + text.height(0, text.lines()) + dots(style.below);
        // A paragraph stands with a table that it leads to, and with nothing else.
        const bool leads = at + 1 < end && document.parts[at + 1].kind == Kind::Table;
        if (part.kind == Kind::Paragraph && !leads) {
            break;
        }
    }
    return std::min(needed, m_room.height());
}

void PaperLayout::turnPage() {
    m_pages.emplace_back();
    m_y = 0;
    m_isFresh = true;
}

void PaperLayout::put(Text& text, int lines, QPointF at) {
    for (int line = text.next; line < text.next + lines; ++line) {
        m_pages.back().lines.push_back({text.layout.get(), line, at});
        at.ry() += text.layout->lineAt(line).height();
    }
    text.next += lines;
}

void PaperLayout::addText(const DocumentPart& part, double needed) {
    const Style style = styleOf(part.kind);
    Text text = laidOut(part.text, style, m_room.width() - dots(style.indent));
    if (!m_isFresh) {
        m_y += dots(style.above);
        if (needed - dots(style.above) > left()) {
            turnPage();
        }
    }
    while (!text.isDone()) {
        int lines = text.fitting(left());
        if (lines == 0 && !m_isFresh) {
            turnPage();
            continue;
        }
        lines = std::max(lines, 1);
        const double height = text.height(text.next, lines);
        put(text, lines, {dots(style.indent), m_y});
        m_y += height;
        m_isFresh = false;
        if (!text.isDone()) {
            turnPage();
        }
    }
    m_y += dots(style.below);
    m_kept.push_back(std::move(text.layout));
}

void PaperLayout::addHead(const DocumentPart& part) {
    Row head = rowOf(part.columns, {kTable, QFont::DemiBold, 0, 0, 0});
    const bool wasFresh = m_isFresh;
    addRow(head);
    m_isFresh = wasFresh;
    for (auto& cell : head.cells) {
        m_kept.push_back(std::move(cell.layout));
    }
}

// As much of the row as goes onto this page, with a rule below it.
void PaperLayout::addRow(Row& row) {
    const auto shares = sharesOf(row.cells.size());
    const double above = dots(kCellAbove);
    double most = 0;
    double x = 0;
    const double room = left() - above - dots(kCellBelow);
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        Text& cell = row.cells[column];
        int lines = cell.fitting(room);
        if (lines == 0 && m_isFresh && !cell.isDone()) {
            lines = 1; // a page that has no room for it has none anywhere
        }
        const double height = cell.height(cell.next, lines);
        put(cell, lines, {x, m_y + above});
        most = std::max(most, height);
        x += m_room.width() * shares[column] / 100;
    }
    m_y += above + most + dots(kCellBelow);
    m_pages.back().rules.emplace_back(0, m_y, m_room.width(), m_y);
    m_isFresh = false;
}

void PaperLayout::addTable(const DocumentPart& part) {
    const Style style = styleOf(Kind::Table);
    addHead(part);
    for (const auto& texts : part.rows) {
        Row row = rowOf(texts, style);
        while (!row.isDone()) {
            const double room = left() - dots(kCellAbove + kCellBelow);
            const bool goesOn = std::all_of(row.cells.begin(), row.cells.end(),
                                            [&](const Text& cell) { return cell.isDone() || cell.fitting(room) > 0; });
            if (!goesOn && !m_isFresh) {
                turnPage();
                addHead(part);
                continue;
            }
            addRow(row);
        }
        for (auto& cell : row.cells) {
            m_kept.push_back(std::move(cell.layout));
        }
    }
    m_y += dots(kAfterTable);
}

void PaperLayout::add(const Document& document) {
    for (std::size_t at = 0; at < document.parts.size(); ++at) {
        const auto& part = document.parts[at];
        if (part.kind == Kind::PageBreak) {
            if (!m_isFresh) {
                turnPage();
            }
        } else if (part.kind == Kind::Table) {
            const double needed = together(document, at);
            if (!m_isFresh && needed > left()) {
                turnPage();
            }
            addTable(part);
        } else {
            addText(part, together(document, at));
        }
    }
}

void PaperLayout::paint(QPainter& painter, int page) const {
    const Page& on = m_pages[static_cast<std::size_t>(page)];
    for (const auto& placed : on.lines) {
        const QTextLine line = placed.layout->lineAt(placed.line);
        line.draw(&painter, {placed.at.x(), placed.at.y() - line.y()});
    }
    painter.save();
    QPen pen{QColor::fromRgb(kRuleColour)};
    pen.setWidthF(dots(kRule));
    painter.setPen(pen);
    for (const auto& rule : on.rules) {
        painter.drawLine(rule);
    }
    painter.restore();
}

} // namespace frontsheet
