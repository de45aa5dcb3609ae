#include "core/extract/delimited_reader.h"
#include "core/extract/extract_limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace frontsheet::extract {
namespace {

using testing::ElementsAre;

struct ReadFile {
    std::vector<Row> rows;
    std::vector<UnreadableRow> unreadable;
    Result<void> end = ok();

    [[nodiscard]] std::vector<std::uint64_t> lines() const {
        std::vector<std::uint64_t> all;
        for (const auto& row : rows) {
            all.push_back(row.line);
        }
        return all;
    }
};

ReadFile read(const std::string& text, Dialect dialect = {}) {
    std::istringstream stream{text};
    DelimitedReader reader{stream, dialect};
    ReadFile file;
    for (;;) {
        auto next = reader.next();
        if (!next) {
            file.end = next.error();
            return file;
        }
        if (std::holds_alternative<EndOfRows>(*next)) {
            return file;
        }
        if (auto* row = std::get_if<Row>(&*next)) {
            file.rows.push_back(*row);
        } else {
            file.unreadable.push_back(std::get<UnreadableRow>(*next));
        }
    }
}

TEST(DelimitedReader, QuotedValuesHoldDelimitersQuotesAndLineBreaks) {
    const auto file = read("id,note\r\n1,\"\"\"Nan\"\" prefers afternoons,\r\nnot Thursdays\"\r\n2,\"a,b\"\r\n");
    ASSERT_EQ(file.rows.size(), 3U);
    EXPECT_THAT(file.rows[1].fields, ElementsAre("1", "\"Nan\" prefers afternoons,\nnot Thursdays"));
    EXPECT_THAT(file.rows[2].fields, ElementsAre("2", "a,b"));
    EXPECT_THAT(file.lines(), ElementsAre(1U, 2U, 4U)) << "a row is named by the line it begins on";
}

TEST(DelimitedReader, LastRowNeedsNoLineEndAndBlankLinesDoNotCount) {
    const auto file = read("a,b\n\n  \n1,\n\n2,x");
    ASSERT_EQ(file.rows.size(), 3U);
    EXPECT_THAT(file.rows[1].fields, ElementsAre("1", ""));
    EXPECT_THAT(file.rows[2].fields, ElementsAre("2", "x"));
    EXPECT_THAT(file.lines(), ElementsAre(1U, 4U, 6U));
}

TEST(DelimitedReader, OtherDelimitersAndNoQuotes) {
    EXPECT_THAT(read("a;b,c\n", {.delimiter = ';'}).rows[0].fields, ElementsAre("a", "b,c"));
    EXPECT_THAT(read("a|\"b|c\n", {.delimiter = '|', .quote = '\0'}).rows[0].fields, ElementsAre("a", "\"b", "c"));
    EXPECT_THAT(read("5\" pipe,x\n").rows[0].fields, ElementsAre("5\" pipe", "x"));
}

TEST(DelimitedReader, ByteOrderMarkIsNotPartOfTheFirstColumn) {
    EXPECT_THAT(read("\xEF\xBB\xBFid,name\n").rows[0].fields, ElementsAre("id", "name"));
    EXPECT_THAT(read("\xEF\xBB\xBF\"id\",name\n").rows[0].fields, ElementsAre("id", "name"));
}

TEST(DelimitedReader, Windows1252BecomesUtf8) {
    const auto file = read("M\xFCller,O\x92Malley,\x80 5,bad \x81\n", {.encoding = Encoding::Windows1252});
    EXPECT_THAT(file.rows[0].fields, ElementsAre("Müller", "O’Malley", "€ 5", "bad \uFFFD"));
    EXPECT_TRUE(file.rows[0].hasUndefinedBytes);
}

TEST(DelimitedReader, ARowInAnotherEncodingIsRefusedAlone) {
    const auto file = read("id,name\n1,M\xFCller\n2,Jones\n");
    ASSERT_EQ(file.unreadable.size(), 1U);
    EXPECT_EQ(file.unreadable[0].line, 2U);
    EXPECT_EQ(file.unreadable[0].fault, RowFault::NotInEncoding);
    EXPECT_THAT(file.rows.back().fields, ElementsAre("2", "Jones"));
}

TEST(DelimitedReader, AQuoteThatNeverClosesCostsItsLineAndNotTheFile) {
    std::string text = "id,note\n1,\"never closed\n";
    for (int i = 2; i < 5000; ++i) {
        text += std::to_string(i) + ",a plain row of some length to pass the limit of a row\n";
    }
    const auto file = read(text);
    ASSERT_EQ(file.unreadable.size(), 1U);
    EXPECT_EQ(file.unreadable[0].line, 2U);
    EXPECT_EQ(file.unreadable[0].fault, RowFault::QuoteNotClosed);
    ASSERT_EQ(file.rows.size(), 4999U);
    EXPECT_EQ(file.rows.back().line, 5000U);
}

TEST(DelimitedReader, UndoubledQuotesCostTheirLine) {
    const auto file = read("id,note\n1,\"\"Nan\" prefers\"\n2,x\n");
    ASSERT_EQ(file.unreadable.size(), 1U);
    EXPECT_EQ(file.unreadable[0].fault, RowFault::TextAfterQuote);
    EXPECT_THAT(file.rows.back().fields, ElementsAre("2", "x"));
}

TEST(DelimitedReader, NulInARowRefusesTheRowNulAtTheStartTheFile) {
    std::string text = "id,name\n" + std::string(kChunkBytes, 'x') + ",y\n";
    text += std::string{"1,a\0b\n", 6} + "2,c\n";
    const auto file = read(text);
    ASSERT_EQ(file.unreadable.size(), 1U);
    EXPECT_EQ(file.unreadable[0].fault, RowFault::HoldsNul);
    EXPECT_THAT(file.rows.back().fields, ElementsAre("2", "c"));

    EXPECT_EQ(read(std::string{"PK\3\4\0\0", 6}).end.error().code, ErrorCode::NotText);
    EXPECT_EQ(read("\xFF\xFEi\0d\0").end.error().code, ErrorCode::NotText);
}

TEST(DelimitedReader, LimitsOfFieldRowAndColumns) {
    const auto longField = read("id,note\n1," + std::string(kMaxFieldBytes + 1, 'x') + "\n2,y\n");
    ASSERT_EQ(longField.unreadable.size(), 1U);
    EXPECT_EQ(longField.unreadable[0].fault, RowFault::FieldTooLong);
    EXPECT_THAT(longField.rows.back().fields, ElementsAre("2", "y"));

    const auto longRow = read("id\n" + std::string(3 * kMaxRowBytes, 'x') + "\n2\n");
    ASSERT_EQ(longRow.unreadable.size(), 1U);
    EXPECT_EQ(longRow.unreadable[0].fault, RowFault::RowTooLong);
    EXPECT_THAT(longRow.rows.back().fields, ElementsAre("2"));
    EXPECT_EQ(longRow.rows.back().line, 3U);

    const auto wide = read(std::string(kMaxColumns, ',') + "\n1\n");
    ASSERT_EQ(wide.unreadable.size(), 1U);
    EXPECT_EQ(wide.unreadable[0].fault, RowFault::TooManyFields);
}

// Endless is what hostile input likes to be: the reader must not hold the file in memory.
class EndlessRows final : public std::streambuf {
public:
    explicit EndlessRows(std::uint64_t bytes) : m_left(bytes) {}

private:
    int_type underflow() override {
        if (m_left == 0) {
            return traits_type::eof();
        }
        const auto count = std::min<std::uint64_t>(m_left, sizeof m_block);
        for (std::size_t i = 0; i < sizeof m_block; ++i) {
            m_block[i] = i % 32 == 31 ? '\n' : i % 8 == 7 ? ',' : 'x';
        }
        m_left -= count;
        setg(m_block, m_block, m_block + count);
        return traits_type::to_int_type(m_block[0]);
    }
    char m_block[4096];
    std::uint64_t m_left;
};

TEST(DelimitedReader, ReadsAFileLargerThanItsBuffer) {
    constexpr std::uint64_t kBytes = 32ULL * 1024 * 1024;
    EndlessRows buffer{kBytes};
    std::istream stream{&buffer};
    DelimitedReader reader{stream, {}};
    std::uint64_t rows = 0;
    for (;;) {
        auto next = reader.next();
        ASSERT_TRUE(next);
        if (std::holds_alternative<EndOfRows>(*next)) {
            break;
        }
        ++rows;
        ASSERT_EQ(std::get<Row>(*next).line, rows);
        ASSERT_EQ(std::get<Row>(*next).fields.size(), 4U);
    }
    EXPECT_EQ(rows, kBytes / 32);
    EXPECT_EQ(reader.bytesRead(), kBytes);
}

} // namespace
} // namespace frontsheet::extract
