// Who saw what about Edith, as a nurse and as a governance lead see it; and the draft answer to Edith when she asks for her records.
#include "app/frontsheet/pdf_writer.h"
#include "app/viewmodels/subject_access_wording.h"
#include "core/domain/attachment.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/evidence_town.h"
#include "tests/app/support/noted_readings.h"
#include "tests/app/support/screens.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <gmock/gmock.h>

namespace frontsheet::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class DisclosureScreen : public AppTest {
protected:
    explicit DisclosureScreen(Principal who = Kitley::nurse()) : m_screens(std::move(who)), town(m_screens.kitley) {
        m_screens.kitley.agree();
        m_screens.kitley.whoSaw = &town;
        m_screens.kitley.journal = &journal;
        m_screens.kitley.documents = &writer;
        m_screens.unlock();
        model().open(id(m_screens.kitley.edith));
        m_screens.settle();
    }
    DisclosureModel& model() { return *m_screens.app.disclosure(); }
    void fetch() {
        model().fetch();
        m_screens.settle();
    }
    static QString term(const QVariant& row, const char* label) {
        return find(row.toMap().value("detail").toList(), "label", QString::fromUtf8(label), "value");
    }

    QTemporaryDir folder;
    PdfWriter writer{folder.path().toStdString()};
    NotedReadings journal;
    Screens m_screens;
    EvidenceTown town;
};

TEST_F(DisclosureScreen, nothingIsAskedUntilSomebodyAsks) {
    EXPECT_TRUE(town.asked.empty()) << "looking is written down, so it is nobody's default";
    EXPECT_FALSE(model().fetched());
    EXPECT_TRUE(model().rows().isEmpty());
}

TEST_F(DisclosureScreen, eachSendingAndReadingIsASentenceThatOpensToAllOfIt) {
    fetch();
    EXPECT_TRUE(model().errorTitle().isEmpty()) << model().errorTitle().toStdString();
    ASSERT_EQ(model().rows().size(), 5) << "all pages, put together";
    EXPECT_EQ(town.asked.size(), 2U);
    EXPECT_EQ(town.asked[1].asOf, 913U);
    const QVariant read = model().rows()[0];
    EXPECT_EQ(read.toMap().value("who").toString(), QStringLiteral("Ruth Okafor"));
    EXPECT_EQ(read.toMap().value("what").toString(), QStringLiteral("Printed: notes of contacts"));
    EXPECT_EQ(term(read, "By their device's clock"), QStringLiteral("yesterday, 14:12"));
    const QVariant sent = model().rows()[1];
    EXPECT_EQ(sent.toMap().value("what").toString(),
              QStringLiteral("61 records sent to their device: notes of contacts, referrals"));
    EXPECT_EQ(term(sent, "Why"), QStringLiteral("Is on the care team"));
    EXPECT_EQ(term(sent, "Clause"), QStringLiteral("kitley/1/CT1"));
    EXPECT_EQ(term(sent, "How much"), QStringLiteral("The whole of each record"));
    EXPECT_FALSE(term(sent, "Arrived").isEmpty());
    EXPECT_EQ(term(sent, "And more"), QStringLiteral("59 records not named here"));
    const QVariant housing = model().rows()[2];
    EXPECT_EQ(term(housing, "How much"), QStringLiteral("Only: family name given name address"));
    EXPECT_EQ(term(housing, "Arrived"), QStringLiteral("Their device has not said so yet"));
    const QVariant emergency = model().rows()[3];
    EXPECT_TRUE(emergency.toMap().value("attention").toBool());
    EXPECT_EQ(term(emergency, "In their words"), QStringLiteral("Called by her neighbour, no answer at the door"));
    for (const QVariant& row : model().rows()) {
        EXPECT_FALSE(row.toMap().value("spoken").toString().isEmpty());
    }
    EXPECT_THAT(model().logText().toStdString(), HasSubstr("whole to entry 900 of 913"));
    EXPECT_FALSE(model().logBroken());
}

TEST_F(DisclosureScreen, oneAgencyAtATime) {
    fetch();
    EXPECT_EQ(model().agencies().size(), 4) << model().agencies().join(',').toStdString();
    const auto tidewell = model().agencies().indexOf(QRegularExpression(QStringLiteral("Tidewell.*")));
    ASSERT_GT(tidewell, 0);
    model().setAgency(static_cast<int>(tidewell));
    ASSERT_EQ(model().rows().size(), 1);
    EXPECT_EQ(model().rows()[0].toMap().value("agency").toString(), QStringLiteral("tidewell"));
    model().setAgency(0);
    EXPECT_EQ(model().rows().size(), 5);
}

TEST_F(DisclosureScreen, withoutSignalItSaysSoAndKeepsWhatWasFetched) {
    fetch();
    m_screens.kitley.whoSaw = nullptr;
    fetch();
    EXPECT_FALSE(model().errorTitle().isEmpty());
    EXPECT_EQ(model().rows().size(), 5);
    EXPECT_FALSE(model().asOf().isEmpty());
    EXPECT_FALSE(model().busy());
}

TEST_F(DisclosureScreen, whoMayNotAskReadsThatAndNothingElse) {
    town.fails = ErrorCode::NotPermitted;
    fetch();
    EXPECT_FALSE(model().errorTitle().isEmpty());
    EXPECT_FALSE(model().fetched());
    EXPECT_TRUE(model().rows().isEmpty());
}

TEST_F(DisclosureScreen, aBrokenLogIsSaidBesideWhatCanBeRead) {
    town.log.breaks = 1;
    town.log.firstBreak = "entry 17 was altered";
    fetch();
    EXPECT_TRUE(model().logBroken());
    EXPECT_THAT(model().logText().toStdString(), HasSubstr("entry 17 was altered"));
    EXPECT_EQ(model().rows().size(), 5);
}

TEST_F(DisclosureScreen, removedFromThreeOfFourDevicesAndWhoHasNotAnswered) {
    model().fetchDevices();
    m_screens.settle();
    EXPECT_EQ(model().removedText(), QStringLiteral("Removed from 3 of 4 devices. Printed or saved to a file 1 time."));
    ASSERT_EQ(model().devices().size(), 4);
    EXPECT_TRUE(model().devices()[0].toMap().value("waits").toBool()) << "first those that have not";
    EXPECT_THAT(model().devices()[0].toMap().value("text").toString().toStdString(),
                HasSubstr("has not been in contact"));
}

TEST_F(DisclosureScreen, anotherPersonsPageBeginsEmpty) {
    fetch();
    model().open(id(m_screens.kitley.ivy));
    m_screens.settle();
    EXPECT_TRUE(model().rows().isEmpty());
    EXPECT_FALSE(model().fetched());
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_TRUE(model().personId().isEmpty());
}

TEST_F(DisclosureScreen, aNurseDraftsNoAnswerToTheLaw) {
    EXPECT_FALSE(model().mayDraft());
    model().writeDraft();
    m_screens.settle();
    EXPECT_TRUE(town.asked.empty());
}

// The draft. Everything that must be reviewed first is named by kind and nowhere else.
class SubjectAccess : public DisclosureScreen {
protected:
    SubjectAccess() : DisclosureScreen(Kitley::governance()) {
        FieldSet who;
        who.put(registration::kGivenName, std::string{"Edith"});
        who.put(registration::kFamilyName, std::string{"Hargreave"});
        who.put(registration::kBorn, std::string{"1939-02-11"});
        hold(RecordType::Registration, Category::Identity, who);
        note(Category::ContactNote, "Up and about, says the new rail helps.");
        note(Category::CarerPrivate, "canary-carer-private");
        note(Category::Carer, "canary-third-party");
        note(Category::Safeguarding, "canary-safeguarding");
        note(Category::MentalHealth, "canary-serious-harm");
        note(Category::ContactNote, "canary-draft", "draft");
        FieldSet concern;
        concern.put(referral::kNeed, std::string{"canary-concern"});
        concern.put(referral::kDespiteObjection, std::string{"canary-despite"});
        hold(RecordType::Referral, Category::Referral, concern);
        EvidenceHolding unread;
        unread.record = holdings().back().record;
        unread.record.id = m_screens.kitley.ids.random<RecordId>();
        unread.record.category = Category::CarerPrivate;
        unread.record.fields = {};
        holdings().push_back(unread);
        town.rows.clear();
        for (const auto& holding : holdings()) {
            EvidenceRow row;
            row.entry = 10;
            row.kind = EvidenceKind::Read;
            row.at = kKitleyNow;
            row.agency = AgencyId{"harbour"};
            row.worker = WorkerId{"W110"};
            row.recordCount = 1;
            row.records = {{holding.record.id, holding.record.type, holding.record.category, HomeVersion{1}}};
            town.rows.push_back(row);
        }
        // Nobody's business but the agency's: somebody who asked and was told nothing, and what became of the log.
        for (const auto kind : {EvidenceKind::AskedInVain, EvidenceKind::Gap}) {
            EvidenceRow row;
            row.entry = 11;
            row.kind = kind;
            row.at = kKitleyNow;
            row.agency = AgencyId{"harbour"};
            row.worker = WorkerId{"canary-in-vain"};
            row.reason = "canary-gap";
            town.rows.push_back(row);
        }
    }
    std::vector<EvidenceHolding>& holdings() { return town.holdings; }
    void hold(RecordType type, Category category, FieldSet fields) {
        EvidenceHolding holding;
        holding.record.id = m_screens.kitley.ids.random<RecordId>();
        holding.record.type = type;
        holding.record.home = m_screens.kitley.me.agency;
        holding.record.person = m_screens.kitley.edith;
        holding.record.category = category;
        holding.record.version = HomeVersion{1};
        holding.record.authorAgency = m_screens.kitley.me.agency;
        holding.record.author = WorkerId{"W001"};
        holding.record.occurredAt = holding.record.recordedAt = kKitleyNow + -std::chrono::hours{48};
        holding.record.fields = std::move(fields);
        holding.mayRead = true;
        holdings().push_back(std::move(holding));
    }
    void note(Category category, const char* text, const char* state = "signed") {
        FieldSet fields;
        fields.put(contact_note::kText, std::string{text});
        fields.put(contact_note::kState, std::string{state});
        hold(RecordType::ContactNote, category, std::move(fields));
    }
    void draft() {
        model().writeDraft();
        m_screens.settle();
    }
    QString file() const {
        const auto files = QDir{folder.path()}.entryInfoList({QStringLiteral("*")}, QDir::Files | QDir::Hidden);
        return files.size() == 1 ? files.first().filePath() : QString{};
    }
    std::string textOf(const QString& path) {
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
        EXPECT_TRUE(process.waitForFinished()) << "pdftotext is in platform/setup/packages-debian.txt";
        EXPECT_EQ(process.exitCode(), 0);
        return process.readAllStandardOutput().toStdString();
    }
};

TEST_F(SubjectAccess, theDraftHasWhatMayStandInItAndNamesTheRestByKindAlone) {
    ASSERT_TRUE(model().mayDraft());
    draft();
    EXPECT_TRUE(model().errorTitle().isEmpty()) << model().errorTitle().toStdString();
    const QString path = file();
    ASSERT_FALSE(path.isEmpty());
    EXPECT_FALSE(QFileInfo(path).fileName().contains(QStringLiteral("Edith")));
    EXPECT_FALSE(QFileInfo(path).permissions() & (QFile::ReadOther | QFile::ReadGroup));
    const auto text = textOf(path);
    EXPECT_THAT(text, HasSubstr("To be reviewed before release"));
    EXPECT_THAT(text, HasSubstr("Edith Hargreave"));
    EXPECT_THAT(text, HasSubstr("Records held: 9. In this draft: 2. Set aside: 7."));
    EXPECT_THAT(text, HasSubstr("Set aside for review: 7 record"));
    EXPECT_THAT(text, HasSubstr("says the new rail helps"));
    EXPECT_THAT(text, Not(HasSubstr("canary")));
    EXPECT_THAT(text, HasSubstr("Who it was shown to"));
    EXPECT_THAT(text, Not(HasSubstr("today"))) << "it is read on another day";
    EXPECT_THAT(text, Not(HasSubstr("yesterday")));
    EXPECT_THAT(text, HasSubstr("15 September 2026, 10:12"));
    EXPECT_THAT(text, Not(HasSubstr("Written by ,")));
    EXPECT_THAT(model().draftText().toStdString(), HasSubstr("7 are set aside for review"));
    // Every page says what it is.
    std::size_t pages = 0;
    std::size_t running = 0;
    for (std::size_t at = 0; (at = text.find('\f', at)) != std::string::npos; ++at) {
        ++pages;
    }
    for (std::size_t at = 0; (at = text.find(" to be reviewed before release", at)) != std::string::npos; ++at) {
        ++running;
    }
    EXPECT_GE(pages, 3U);
    EXPECT_EQ(running, pages);
    // Readings of what is set aside are not told either: two of nine.
    std::size_t readings = 0;
    for (std::size_t at = 0; (at = text.find("Read: ", at)) != std::string::npos; ++at) {
        ++readings;
    }
    EXPECT_EQ(readings, 2U);
}

// All of a record is in the draft or said not to be: what two wrote at once, and what is no text.
TEST_F(SubjectAccess, bothVersionsStandInItAndFilesAreNamed) {
    FieldSet fields;
    fields.put(contact_note::kState, std::string{"signed"});
    fields.put(contact_note::kText, std::string{"Two tablets at night."});
    OtherVersion other;
    other.op = m_screens.kitley.ids.random<OpId>();
    other.agency = m_screens.kitley.me.agency;
    other.author = m_screens.kitley.me.worker;
    other.writtenAt = kKitleyNow + -std::chrono::hours{72};
    other.says = {{contact_note::kText.tag, textValue("One tablet at night."), {}},
                  {contact_note::kKind.tag, std::nullopt, {}}};
    fields.setOthers({other});
    hold(RecordType::ContactNote, Category::ContactNote, fields);
    Attachment photo;
    photo.address.bytes.fill(0xab);
    photo.key.bytes.fill(0xcd);
    photo.size = 100;
    photo.byAgency = m_screens.kitley.me.agency;
    photo.by = m_screens.kitley.me.worker;
    photo.addedAt = kKitleyNow;
    photo.name = "heel.jpg";
    putAttachments(holdings().back().record, {photo});
    // A record of which a version is set aside keeps it aside.
    FieldSet registration;
    registration.put(registration::kGivenName, std::string{"Edith"});
    other.says = {{registration::kAlert.tag, textValue("canary-alert"), {}}};
    registration.setOthers({other});
    hold(RecordType::Registration, Category::Identity, registration);
    draft();
    const auto text = textOf(file());
    EXPECT_THAT(text, HasSubstr("Two tablets at night."));
    EXPECT_THAT(text, HasSubstr("One tablet at night."));
    EXPECT_THAT(text, HasSubstr("wrote it on 12"));
    EXPECT_THAT(text, HasSubstr("(nothing should stand here)"));
    EXPECT_THAT(text, HasSubstr("heel.jpg"));
    EXPECT_THAT(text, HasSubstr("photos and files are named here and are not in this draft"));
    EXPECT_THAT(text, Not(HasSubstr("abababab")));
    EXPECT_THAT(text, Not(HasSubstr("cdcdcdcd"))) << "the key to it";
    EXPECT_THAT(text, Not(HasSubstr("canary")));
    EXPECT_THAT(text, HasSubstr("1 entry of this record is set aside for review"));
}

// As it is worded, straight from what a home answered.
TEST_F(SubjectAccess, whatIsMissingIsSaidAndWhatMustBeReviewedIsInNoWordOfIt) {
    SubjectAccessParts parts;
    parts.me = m_screens.kitley.me;
    parts.holdings.holdings = holdings();
    // A record that may not be read here is in no part of it, though the home sent what is in it.
    EvidenceHolding unread = holdings()[1];
    unread.mayRead = false;
    unread.record.fields.put(contact_note::kText, std::string{"canary-not-mine-to-read"});
    parts.holdings.holdings.push_back(unread);
    // One field of what else may stand.
    parts.holdings.holdings[0].record.fields.put(registration::kAlert, std::string{"canary-field-alert"});
    parts.holdings.rowsInAll = 4000;
    parts.holdings.next = 12;
    EvidenceRow emergency;
    emergency.entry = 12;
    emergency.kind = EvidenceKind::EmergencyOpened;
    emergency.at = kKitleyNow;
    emergency.agency = AgencyId{"harbour"};
    emergency.worker = WorkerId{"W110"};
    emergency.words = "canary-reason-typed";
    parts.disclosures.rows = {emergency};
    const auto draft = subjectAccessDraft(parts, Wording{QLocale{QLocale::English, QLocale::UnitedKingdom},
                                                         QTimeZone("Europe/London"), m_screens.kitley.clock});
    std::string words;
    for (const auto& part : draft.document.parts) {
        words += part.text + "\n";
        for (const auto& row : part.rows) {
            for (const auto& cell : row) {
                words += cell + "\n";
            }
        }
    }
    EXPECT_THAT(words, Not(HasSubstr("canary")));
    EXPECT_THAT(words, HasSubstr("Records held: 4000. In this draft: 2. Set aside: 8."));
    EXPECT_THAT(words, HasSubstr("this draft is not complete"));
    EXPECT_THAT(words, HasSubstr("1 entry of this record is set aside for review"));
    EXPECT_THAT(words, HasSubstr("15 September 2026")) << "that it was opened is said";
    parts.holdings.next = 0;
    for (const auto& part :
         subjectAccessDraft(parts, Wording{QLocale{}, QTimeZone("Europe/London"), m_screens.kitley.clock})
             .document.parts) {
        EXPECT_THAT(part.text, Not(HasSubstr("not complete")));
    }
}

// What cannot be found, copied or read aloud is not an answer. Fonts put other forms of signs beside figures and capitals.
TEST_F(SubjectAccess, everySignOfADocumentIsTextInTheFile) {
    Document document;
    document.fileName = "signs.pdf";
    document.title = "Signs";
    document.running = "Draft (2): TO BE (REVIEWED): 14:12";
    const std::string signs[] = {"14:12 (3) 1:2 (X):Y A(B)C x:y (a): 07700-900123 A-B 3/4 [7] {8} @2 <9> 10:00-11:30",
                                 "office fifty afflict tj fj -> <- >= != == ... 3x4 1/2 No. 5; \"A\" 'B' !? * + = # %",
                                 "Siân Tŷ Gwyn, Zoë Núñez-Ōta, Łukasz: £12.50 – “so” ‘it’ is… 10–12 °C"};
    for (const auto& line : signs) {
        DocumentPart text;
        text.kind = DocumentPart::Kind::Paragraph;
        text.text = line;
        document.parts.push_back(text);
    }
    DocumentPart table;
    table.kind = DocumentPart::Kind::Table;
    table.columns = {"WHEN (UTC):", "WHAT"};
    table.rows = {{"14:12 (B)", "A:1"}};
    document.parts.push_back(table);
    const auto path = writer.write(document);
    ASSERT_TRUE(path);
    const auto text = textOf(QString::fromStdString(*path));
    for (const auto& line : signs) {
        EXPECT_THAT(text, HasSubstr(line));
    }
    EXPECT_THAT(text, HasSubstr(document.running));
    EXPECT_THAT(text, HasSubstr("WHEN (UTC):"));
    EXPECT_THAT(text, HasSubstr("14:12 (B)"));
}

TEST_F(SubjectAccess, savingItIsAnExportOfWhatIsInIt) {
    draft();
    ASSERT_EQ(journal.noted.size(), 2U);
    for (const auto& one : journal.noted) {
        EXPECT_EQ(one.reading.how, ReadingHow::Exported);
        EXPECT_EQ(one.home, m_screens.kitley.me.agency);
    }
}

TEST_F(SubjectAccess, whatCannotBeNotedDoesNotLeave) {
    journal.full = true;
    draft();
    EXPECT_FALSE(model().errorTitle().isEmpty());
    EXPECT_TRUE(file().isEmpty());
    journal.full = false;
    town.fails = ErrorCode::NotPermitted;
    draft();
    EXPECT_TRUE(file().isEmpty());
    EXPECT_TRUE(model().draftText().isEmpty());
}

TEST_F(SubjectAccess, aRecordOfANewerProgramIsSetAside) {
    hold(static_cast<RecordType>(60'000), Category::ContactNote, {});
    hold(RecordType::ContactNote, static_cast<Category>(200), {});
    draft();
    EXPECT_THAT(textOf(file()), HasSubstr("Set aside for review: 9 record"));
}

} // namespace
} // namespace frontsheet::testing
