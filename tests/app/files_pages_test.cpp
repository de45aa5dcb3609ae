// Photos and documents in a window: on somebody's note, on a draft that is full, and being put there.
#include "core/domain/schema/contact_note.h"
#include "tests/app/support/files_town.h"
#include "tests/app/support/whole_pages.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

namespace frontsheet::testing {
namespace {

class FilesPages : public WholePages {
protected:
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        attachFiles(kitley);
    }
    void SetUp() override {
        WholePages::SetUp();
        m_shell->theme()->setProperty("reducedMotion", true);
    }
    FilesModel& files() { return *m_screens->app.files(); }
    // The sheet of that name, over its page.
    QQuickItem* openSheet(const char* name, const QString& note) {
        QObject* sheet = m_frame->findChild<QObject*>(QString::fromLatin1(name));
        EXPECT_NE(sheet, nullptr);
        files().open(note);
        QMetaObject::invokeMethod(sheet, "open");
        settle();
        return qvariant_cast<QQuickItem*>(sheet->property("contentItem"));
    }
    RecordId noteOf(const PersonId& person, const char* author, const char* state) {
        for (const Record& note : m_screens->kitley.notesAbout(person)) {
            if (note.fields.get(contact_note::kAuthor) == WorkerId{author} &&
                note.fields.text(contact_note::kState) == state && !attachmentsOf(note).empty()) {
                return note.id;
            }
        }
        ADD_FAILURE() << "no such note";
        return {};
    }
    void holds(const char* where, QQuickItem* sheet) {
        controlsAreNamedAndFound(where);
        nothingIsCut(where);
        tabComesToEveryControl(where, sheet);
    }
    QQuickItem* onEdithsNote(const char* author) {
        call("openPerson", id(m_screens->kitley.edith));
        return openSheet("sheetFiles", id(noteOf(m_screens->kitley.edith, author, "signed")));
    }
    QQuickItem* onIvysDraft() {
        const QString draft = id(noteOf(m_screens->kitley.ivy, "W110", "draft"));
        call("writeNote", id(m_screens->kitley.ivy), draft, QString{});
        EXPECT_TRUE(reads(QStringLiteral("Photos and documents (12)")));
        return openSheet("noteFiles", draft);
    }
};

TEST_P(FilesPages, eachOfAColleaguesFilesSaysWhereItIs) {
    auto* sheet = onEdithsNote("W001");
    for (const char* state : {"Arriving, 5 of 24 parts are here", "Not sent yet by whoever added it",
                              "There is no room for it on this device. Free some space: it then comes by itself."}) {
        EXPECT_TRUE(reads(QString::fromLatin1(state))) << state;
    }
    EXPECT_EQ(button(QStringLiteral("Take off: The step at the back door")), nullptr) << "it is not this worker's";
    holds("a colleague's files", sheet);
    press(QStringLiteral("Look at it: The pendant where it hangs by the bed"));
    EXPECT_TRUE(files().shownSource().startsWith(QStringLiteral("data:image/jpeg;base64,")));
    QQuickItem* picture = nullptr;
    walk(sheet, [&](QQuickItem* item) {
        picture = item->inherits("QQuickImage") && !item->property("source").toString().isEmpty() ? item : picture;
    });
    ASSERT_NE(picture, nullptr);
    constexpr int kReady = 1; // Image.Ready
    EXPECT_TRUE(m_screens->until([&] { return picture->property("status").toInt() == kReady; }))
        << "it is on the screen";
    EXPECT_NEAR(picture->implicitWidth() / picture->implicitHeight(), 4.0 / 3, 0.01) << "as it was taken";
    holds("a colleague's photo", sheet);
    press(QStringLiteral("Larger"));
    press(QStringLiteral("Larger"));
    holds("a colleague's photo, larger", sheet);
    press(QStringLiteral("Back to the list"));
    EXPECT_TRUE(files().shownSource().isEmpty());
}

TEST_P(FilesPages, whatDoesNotGoIsNeverCalledSent) {
    auto* sheet = onEdithsNote("W110");
    for (const char* state : {"Sent", "On its way, 9 of 24 parts are there",
                              "The server would not take it. It is kept here. Tell whoever looks after this device.",
                              "The server cannot take it now. It is kept here and goes by itself."}) {
        EXPECT_TRUE(reads(QString::fromLatin1(state))) << state;
    }
    holds("the nurse's own files", sheet);
}

TEST_P(FilesPages, aFullNoteSaysSoAndTakingOffIsAskedOnceMore) {
    auto* sheet = onIvysDraft();
    EXPECT_TRUE(reads(QStringLiteral("Twelve files are as many as one note takes.")));
    EXPECT_EQ(button(QStringLiteral("Add a photo or document")), nullptr);
    holds("a full draft", sheet);
    pressRow(QStringLiteral("Take off: Bathroom"));
    EXPECT_EQ(files().files().size(), 12) << "nothing is gone at the first press";
    holds("before taking off", sheet);
    pressRow(QStringLiteral("Keep it: Bathroom"));
    EXPECT_EQ(files().files().size(), 12);
    pressRow(QStringLiteral("Take off: Bathroom"));
    pressRow(QStringLiteral("Take it off: Bathroom"));
    EXPECT_EQ(files().files().size(), 11);
    EXPECT_NE(button(QStringLiteral("Add a photo or document")), nullptr);
}

TEST_P(FilesPages, aDocumentIsCopiedOutOnlyWhenItIsKnownWhatThatMeans) {
    QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toLocal8Bit());
    auto* sheet = onEdithsNote("W001");
    const QString called = files().files().at(1).toMap().value("name").toString();
    ASSERT_TRUE(called.startsWith(QStringLiteral("Discharge letter")));
    press(QStringLiteral("Save a copy to read it: ") + called);
    EXPECT_TRUE(reads(QStringLiteral("Whoever uses this device can open it")));
    holds("before copying", sheet);
    const QDir downloads(home.filePath("Downloads"));
    EXPECT_TRUE(downloads.entryList(QDir::Files).isEmpty());
    press(QStringLiteral("Save the copy: ") + called);
    const auto there = downloads.entryInfoList(QDir::Files);
    ASSERT_EQ(there.size(), 1) << files().problemTitle().toStdString();
    EXPECT_EQ(there.constFirst().fileName(), called);
    EXPECT_EQ(there.constFirst().permissions() & (QFile::ReadOther | QFile::ReadGroup | QFile::WriteOther),
              QFile::Permissions{});
    EXPECT_TRUE(reads(QStringLiteral("Delete it when you have read it.")));
    holds("after copying", sheet);
    qputenv("HOME", before);
}

TEST_P(FilesPages, oneIsChosenByHowItLooksAndASignatureIsTypedByWhoCannotDraw) {
    call("writeNote", id(m_screens->kitley.beryl),
         m_screens->app.today()->drafts().constFirst().toMap()["id"].toString(), QString{});
    const QString draft = m_screens->app.note()->draftId();
    ASSERT_FALSE(draft.isEmpty());
    auto* sheet = openSheet("noteFiles", draft);
    const auto before = files().files().size();
    QTemporaryDir folder;
    QImage picture(400, 300, QImage::Format_RGB32);
    picture.fill(Qt::darkRed);
    picture.save(folder.filePath("IMG_20260915_0930.png"));
    files().look({folder.path()});
    m_frame->findChild<QObject*>(QStringLiteral("noteFiles"))->setProperty("choosing", true);
    settle();
    holds("choosing", sheet);
    press(files().candidates().constFirst().toMap()["name"].toString() + QStringLiteral(", ") +
          files().candidates().constFirst().toMap()["detail"].toString());
    EXPECT_EQ(files().files().size(), before + 1) << files().problemTitle().toStdString();
    press(QStringLiteral("Sign here"));
    holds("signing", sheet);
    EXPECT_FALSE(button(QStringLiteral("Keep the signature"))->isEnabled());
}

INSTANTIATE_TEST_SUITE_P(Rooms, FilesPages,
                         ::testing::Values(Room{"tabletTall", 800, 1280, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1},
                                           Room{"tabletTallDoubled", 800, 1280, Form::Tablet, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
