// A photo, a document and a signature on a note, as a nurse puts them there and looks at them.
#include "core/domain/attachment_limits.h"
#include "core/domain/schema/contact_note.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"

#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>

#include <fstream>

namespace frontsheet::testing {
namespace {

class FilesScreen : public AppTest {
protected:
    FilesScreen() {
        m_screens.unlock();
        note().open(id(m_screens.kitley.edith));
        m_screens.settle();
        note().setText(QStringLiteral("Dressing changed"));
        note().flush();
        m_screens.settle();
        files().open(note().draftId());
        m_screens.settle();
    }
    FilesModel& files() { return *m_screens.app.files(); }
    NoteModel& note() { return *m_screens.app.note(); }
    QUrl fileWith(const QString& name, const QByteArray& bytes) {
        const QString path = m_folder.filePath(name);
        std::ofstream(path.toStdString(), std::ios::binary).write(bytes.constData(), bytes.size());
        return QUrl::fromLocalFile(path);
    }
    static QByteArray picture(const char* format) {
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::darkRed);
        image.setText("Comment", "51.5007 N 0.1246 W");
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, format);
        return bytes;
    }
    void add(const QUrl& file, const QString& description = {}) {
        files().add(file, description);
        m_screens.settle();
    }
    [[nodiscard]] QVariantMap first() { return files().files().value(0).toMap(); }

    QTemporaryDir m_folder;
    Screens m_screens;
};

TEST_F(FilesScreen, aPhotoIsPutOnADraftDescribedAndLookedAt) {
    EXPECT_FALSE(note().draftId().isEmpty());
    EXPECT_TRUE(files().editable());
    const auto taken = picture("JPEG");
    ASSERT_TRUE(taken.contains("51.5007")) << "the picture says where it was taken";
    add(fileWith("wound.jpg", taken), QStringLiteral("Left heel"));
    ASSERT_EQ(files().files().size(), 1) << files().problemTitle().toStdString();
    EXPECT_EQ(first().value("description"), QStringLiteral("Left heel"));
    EXPECT_EQ(first().value("state"), QStringLiteral("Saved here, waiting for signal"));
    files().show(first().value("address").toString());
    m_screens.settle();
    const QString start = QStringLiteral("data:image/jpeg;base64,");
    ASSERT_TRUE(files().shownSource().startsWith(start));
    const auto shown = QByteArray::fromBase64(files().shownSource().mid(start.size()).toLatin1());
    EXPECT_FALSE(shown.contains("51.5007")) << "and it no longer does";
    EXPECT_EQ(QImage::fromData(shown).size(), QSize(40, 30)) << "it is the same picture";
    files().hide();
    EXPECT_TRUE(files().shownSource().isEmpty());
}

TEST_F(FilesScreen, theNewestOfTheDevicesOwnFoldersAreOffered) {
    (void)fileWith("old.jpg", picture("JPEG"));
    (void)fileWith("words.txt", "no picture");
    files().look({m_folder.path()});
    m_screens.settle();
    ASSERT_EQ(files().candidates().size(), 1);
    add(files().candidates().constFirst().toMap().value("url").toUrl());
    EXPECT_EQ(first().value("name"), QStringLiteral("old.jpg"));
}

TEST_F(FilesScreen, aSignedNoteKeepsItsFilesAndTakesNoMore) {
    files().addSignature(QStringLiteral("data:image/png;base64,") + QString::fromLatin1(picture("PNG").toBase64()),
                         QStringLiteral("Signature, drawn"));
    m_screens.settle();
    ASSERT_EQ(files().files().size(), 1) << files().problemTitle().toStdString();
    const QString draft = note().draftId();
    note().finish();
    m_screens.settle();
    files().open(draft);
    m_screens.settle();
    EXPECT_EQ(files().files().size(), 1) << "words saved after the file was added do not lose it";
    EXPECT_FALSE(files().editable());
    files().remove(first().value("address").toString());
    m_screens.settle();
    EXPECT_FALSE(files().problemTitle().isEmpty());
    files().refresh();
    m_screens.settle();
    EXPECT_EQ(files().files().size(), 1);
}

TEST_F(FilesScreen, whatIsTakenOffADraftIsGone) {
    add(fileWith("a.png", picture("PNG")));
    files().remove(first().value("address").toString());
    m_screens.settle();
    EXPECT_TRUE(files().files().isEmpty());
}

TEST_F(FilesScreen, whatIsNoPhotoOrDocumentIsRefusedInWords) {
    for (const auto& [name, bytes] :
         {std::pair{"virus.jpg", QByteArray("MZ not a picture")},
          std::pair{"bomb.png", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\xFF\xFF\0\0\xFF\xFF\x08\x02\0\0\0", 29)},
          std::pair{"empty.pdf", QByteArray()}}) {
        add(fileWith(QString::fromLatin1(name), bytes));
        EXPECT_TRUE(files().files().isEmpty()) << name;
        EXPECT_FALSE(files().problemTitle().isEmpty()) << name;
    }
    add(QUrl::fromLocalFile(m_folder.filePath("nowhere.jpg")));
    EXPECT_FALSE(files().problemTitle().isEmpty());
    EXPECT_FALSE(files().busy());
}

TEST_F(FilesScreen, aLockedDeviceShowsNothing) {
    add(fileWith("a.png", picture("PNG")));
    files().show(first().value("address").toString());
    m_screens.settle();
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_TRUE(files().files().isEmpty());
    EXPECT_TRUE(files().shownSource().isEmpty());
}

} // namespace
} // namespace frontsheet::testing
