// The draft answer on paper, of somebody about whom there is much: every word is on a page, and within its margins.
#include "app/frontsheet/pdf_writer.h"
#include "app/viewmodels/subject_access_wording.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/registration.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/kitley.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimeZone>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace frontsheet::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

struct Word {
    int page = 0;
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    QString text;
};

class LongAnswer : public AppTest {
protected:
    Kitley kitley;
    QTemporaryDir folder;
    SubjectAccessParts parts;

    LongAnswer() {
        parts.me = kitley.me;
        parts.holdings.serverTime = kKitleyNow;
        parts.directory = loadDirectory(kitley.workplace().reader).value();
    }
    void hold(RecordType type, Category category, FieldSet fields, std::chrono::hours before) {
        EvidenceHolding holding;
        holding.record.id = kitley.ids.random<RecordId>();
        holding.record.type = type;
        holding.record.home = kitley.me.agency;
        holding.record.person = kitley.edith;
        holding.record.category = category;
        holding.record.version = HomeVersion{1};
        holding.record.authorAgency = kitley.me.agency;
        holding.record.author = WorkerId{"W001"};
        holding.record.occurredAt = holding.record.recordedAt = kKitleyNow + -before;
        holding.record.fields = std::move(fields);
        holding.mayRead = true;
        EvidenceRow row;
        row.kind = EvidenceKind::Read;
        row.at = kKitleyNow + -before;
        row.agency = AgencyId{"harbour"};
        row.worker = WorkerId{"W110"};
        row.recordCount = 1;
        row.records = {{holding.record.id, holding.record.type, category, HomeVersion{1}}};
        parts.disclosures.rows.push_back(row);
        parts.holdings.holdings.push_back(std::move(holding));
    }
    void note(int number, const std::string& text) {
        FieldSet fields;
        fields.put(contact_note::kState, std::string{"signed"});
        fields.put(contact_note::kText, text);
        hold(RecordType::ContactNote, Category::ContactNote, fields, std::chrono::hours{number});
    }
    std::string written() {
        parts.holdings.rowsInAll = parts.holdings.holdings.size();
        const auto draft = subjectAccessDraft(parts, Wording{QLocale{QLocale::English, QLocale::UnitedKingdom},
                                                             QTimeZone("Europe/London"), kitley.clock});
        const QString to = qEnvironmentVariable("FRONTSHEET_DRAFTS", folder.path()); // to look at them
        const auto path = PdfWriter{to.toStdString()}.write(draft.document);
        EXPECT_TRUE(path);
        return path.value_or(std::string{});
    }
    static QString read(const std::string& path, const char* how) {
        QProcess process;
        process.start(QStringLiteral("pdftotext"),
                      {QString::fromLatin1(how), QString::fromStdString(path), QStringLiteral("-")});
        EXPECT_TRUE(process.waitForFinished());
        EXPECT_EQ(process.exitCode(), 0);
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    static std::vector<Word> wordsOf(const std::string& path) {
        static const QRegularExpression word(QStringLiteral(
            "<page |<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]*)"));
        std::vector<Word> words;
        int page = 0;
        auto found = word.globalMatch(read(path, "-bbox"));
        while (found.hasNext()) {
            const auto one = found.next();
            if (one.captured(0) == QStringLiteral("<page ")) {
                ++page;
                continue;
            }
            words.push_back({page, one.captured(1).toDouble(), one.captured(2).toDouble(), one.captured(3).toDouble(),
                             one.captured(4).toDouble(), one.captured(5)});
        }
        return words;
    }
};

// In points of A4, with the margins of the paper.
constexpr double kMargin = 18 / 25.4 * 72;
constexpr double kWidth = 595.3;
constexpr double kHeight = 841.9;
constexpr double kSlack = 1.5;

TEST_F(LongAnswer, everyWordIsOnAPageAndWithinItsMargins) {
    const std::string given(60, 'W');
    const std::string family = "Featherstonehaugh-Cholmondeley-Marjoribanks-" + std::string(70, 'm');
    FieldSet who;
    who.put(registration::kGivenName, given);
    who.put(registration::kFamilyName, family);
    who.put(registration::kBorn, std::string{"1939-02-11"});
    who.put(registration::kAddress, std::string{"Flat 3, "} + std::string(120, 'x') + ", Kitley");
    hold(RecordType::Registration, Category::Identity, who, std::chrono::hours{2000});
    for (int n = 1; n <= 150; ++n) {
        std::string text = "begins" + std::to_string(n) + " ";
        for (int sentence = 0; sentence < (n * 7) % 23; ++sentence) {
            text += "She was up and about when I came, and the new rail by the back step helps her. ";
        }
        text += n % 10 == 0 ? "https://example.org/" + std::string(150, 'a') + " " : "";
        note(n, text + "ends" + std::to_string(n) + ".");
    }
    // One note that is longer than a page.
    std::string text = "begins151 ";
    for (int line = 0; line < 400; ++line) {
        text += "Line " + std::to_string(line) + " of a long assessment that somebody pasted into a note.\n";
    }
    note(151, text + "ends151.");
    const auto path = written();
    const auto words = wordsOf(path);
    ASSERT_FALSE(words.empty());
    std::map<int, int> headed;
    for (const auto& word : words) {
        const auto where = word.text.left(40).toStdString() + " on page " + std::to_string(word.page);
        EXPECT_GE(word.left, kMargin - kSlack) << where;
        EXPECT_LE(word.right, kWidth - kMargin + kSlack) << where;
        EXPECT_GE(word.top, kMargin - kSlack) << where;
        EXPECT_LE(word.bottom, kHeight - kMargin + kSlack) << where;
        headed[word.page] += word.text == QStringLiteral("DRAFT:") ? 1 : 0;
    }
    // The last words of a page are nobody's heading.
    std::map<int, double> lowest;
    for (const auto& word : words) {
        lowest[word.page] = std::max(lowest[word.page], word.bottom);
    }
    for (const auto& word : words) {
        const bool isLast = word.bottom > lowest[word.page] - kSlack;
        EXPECT_FALSE(isLast && word.text == QStringLiteral("Note,")) << "a heading alone on page " << word.page;
        EXPECT_FALSE(isLast && word.text == QStringLiteral("Written")) << "what leads to a table, page " << word.page;
        EXPECT_FALSE(isLast && word.text == QStringLiteral("What")) << "a table's head, page " << word.page;
    }
    // A page goes on under the table's head, and with more than one line of what the page before broke off.
    for (int page = 2; page <= words.back().page; ++page) {
        std::map<int, std::vector<const Word*>> lines; // by where they stand
        for (const auto& word : words) {
            if (word.page == page) {
                lines[static_cast<int>(word.bottom + 0.5)].push_back(&word);
            }
        }
        ASSERT_GE(lines.size(), 3U) << "page " << page;
        auto line = std::next(lines.begin()); // below what each page says
        const QString first = line->second.front()->text;
        EXPECT_THAT((std::vector<std::string>{"What", "When", "Note,", "Who"}), Contains(first.toStdString()))
            << "page " << page;
        const auto goesOn = [&](const std::vector<const Word*>& of) {
            return std::none_of(of.begin(), of.end(), [](const Word* word) { return word->left < kMargin + kSlack; });
        };
        ++line;
        if (goesOn(line->second)) {
            ++line;
            EXPECT_TRUE(line != lines.end() && goesOn(line->second)) << "a line alone on page " << page;
        }
    }
    for (const auto& [page, times] : headed) {
        EXPECT_EQ(times, 1) << "page " << page << " says what it is";
    }
    EXPECT_EQ(static_cast<int>(headed.size()), words.back().page) << "no page is empty";
    QString all;
    for (const auto& word : words) {
        all += word.text + QLatin1Char(' ');
    }
    for (int line = 0; line < 400; ++line) {
        EXPECT_THAT(all.toStdString(), HasSubstr("Line " + std::to_string(line) + " of"));
    }
    for (int n = 1; n <= 151; ++n) {
        EXPECT_EQ(all.count(QStringLiteral("begins%1 ").arg(n)), 1) << "a line that was cut away is still in the file";
        EXPECT_EQ(all.count(QStringLiteral("ends%1. ").arg(n)), 1);
    }
    all.remove(QLatin1Char(' '));
    EXPECT_THAT(all.toStdString(), HasSubstr(family)) << "broken over lines, and whole";
    EXPECT_THAT(all.toStdString(), HasSubstr(std::string(150, 'a')));
}

} // namespace
} // namespace frontsheet::testing
