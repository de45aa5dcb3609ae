// Writing a note: what the screen calls saved is on the disk, and nothing typed is lost or doubled.
#include "core/domain/schema/contact_note.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"

#include <QElapsedTimer>

namespace frontsheet::testing {
namespace {

class NoteWriting : public AppTest {
protected:
    NoteWriting() { m_screens.unlock(); }

    NoteModel& note() { return *m_screens.app.note(); }
    std::vector<Record> notesAbout(const PersonId& person) { return m_screens.kitley.notesAbout(person); }
    std::string textOf(const Record& record) { return record.fields.get(contact_note::kText); }
    std::string stateOf(const Record& record) { return record.fields.get(contact_note::kState); }

    Screens m_screens;
};

TEST_F(NoteWriting, aKeyIsOnTheDiskWithinHalfASecondWhileTypingGoesOn) {
    Kitley& kitley = m_screens.kitley;
    note().open(id(kitley.ivy));
    QString typed;
    QElapsedTimer sinceKey;
    qint64 longest = 0;
    for (int key = 0; key < 40; ++key) { // a key every 30 ms: never a pause long enough to count as one
        typed += QChar(u'a' + key % 26);
        note().setText(typed);
        sinceKey.start();
        const std::size_t before = kitley.store.saves();
        (void)m_screens.until([&] { return sinceKey.elapsed() >= 30; });
        if (kitley.store.saves() > before) {
            longest = 0;
        } else {
            longest += 30;
        }
        ASSERT_LT(longest, 500) << "keys older than half a second are not on the disk";
    }
    ASSERT_TRUE(m_screens.until([&] { return !note().unsaved(); }));
    const auto notes = notesAbout(kitley.ivy);
    ASSERT_EQ(notes.size(), 1U) << "one note, however often it was saved";
    EXPECT_EQ(textOf(notes.front()), typed.toStdString());
    EXPECT_EQ(stateOf(notes.front()), "draft");
}

TEST_F(NoteWriting, savedIsSaidAfterTheCommitAndNotBefore) {
    note().open(id(m_screens.kitley.ivy));
    note().setText(QStringLiteral("Up and dressed."));
    EXPECT_TRUE(note().unsaved());
    EXPECT_FALSE(note().savedLine().contains(QStringLiteral("at 10:12")));
    ASSERT_TRUE(m_screens.until([&] { return !note().unsaved(); }));
    EXPECT_EQ(note().savedLine(), QStringLiteral("Saved on this tablet at 10:12, as you type."));
    EXPECT_EQ(notesAbout(m_screens.kitley.ivy).size(), 1U);
}

TEST_F(NoteWriting, aBlankNoteIsNothing) {
    note().open(id(m_screens.kitley.ivy));
    note().setText(QStringLiteral("   \n "));
    note().flush();
    m_screens.settle();
    EXPECT_TRUE(notesAbout(m_screens.kitley.ivy).empty());
    note().finish();
    EXPECT_FALSE(note().errorTitle().isEmpty());
}

TEST_F(NoteWriting, leavingAtOnceKeepsEveryWordInOneDraft) {
    note().open(id(m_screens.kitley.ivy));
    note().setText(QStringLiteral("First words"));
    note().flush();
    note().setText(QStringLiteral("First words, and a second thought")); // the first save has not answered yet
    note().open(id(m_screens.kitley.edith));                             // and the nurse is already with somebody else
    m_screens.settle();
    const auto notes = notesAbout(m_screens.kitley.ivy);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(textOf(notes.front()), "First words, and a second thought");
}

TEST_F(NoteWriting, lockingCommitsWhatIsBeingTypedAndForgetsThePerson) {
    note().open(id(m_screens.kitley.ivy));
    note().setText(QStringLiteral("Half a sen"));
    m_screens.app.lockNow();
    EXPECT_TRUE(note().text().isEmpty());
    EXPECT_TRUE(m_screens.app.frontSheet()->name().isEmpty());
    EXPECT_EQ(m_screens.app.caseload()->rows()->count(), 0);
    m_screens.settle();
    ASSERT_EQ(notesAbout(m_screens.kitley.ivy).size(), 1U);
    EXPECT_EQ(textOf(notesAbout(m_screens.kitley.ivy).front()), "Half a sen");
}

TEST_F(NoteWriting, aFullDiskIsSaidAndTheWordsStayUntilTheyAreSaved) {
    note().open(id(m_screens.kitley.ivy));
    m_screens.kitley.store.failNextSave(ErrorCode::DiskFull);
    note().setText(QStringLiteral("Fell by the bed"));
    ASSERT_TRUE(m_screens.until([&] { return !note().errorTitle().isEmpty(); }));
    EXPECT_EQ(note().errorTitle(), QStringLiteral("This device is full, so this is not saved yet."));
    EXPECT_EQ(note().text(), QStringLiteral("Fell by the bed"));
    EXPECT_TRUE(note().unsaved());
    EXPECT_TRUE(notesAbout(m_screens.kitley.ivy).empty());
    note().setText(QStringLiteral("Fell by the bed."));
    ASSERT_TRUE(m_screens.until([&] { return !note().unsaved(); }));
    EXPECT_TRUE(note().errorTitle().isEmpty());
    EXPECT_EQ(textOf(notesAbout(m_screens.kitley.ivy).front()), "Fell by the bed.");
}

TEST_F(NoteWriting, aPhraseGoesBehindWhatIsWritten) {
    note().open(id(m_screens.kitley.ivy));
    note().addPhrase(0);
    note().setText(note().text() + QStringLiteral(" Made her own tea.\n"));
    note().addPhrase(8);
    EXPECT_EQ(note().text(), QStringLiteral("Up and dressed. Made her own tea.\nWound dressed."));
    note().addPhrase(-1);
    note().addPhrase(99);
    EXPECT_EQ(note().text(), QStringLiteral("Up and dressed. Made her own tea.\nWound dressed."));
}

TEST_F(NoteWriting, finishingSignsAllThatWasTyped) {
    note().open(id(m_screens.kitley.ivy));
    note().setText(QStringLiteral("Dressing changed."));
    bool finished = false;
    QObject::connect(&note(), &NoteModel::finished, [&] { finished = true; });
    note().finish();
    m_screens.settle();
    EXPECT_TRUE(finished);
    const auto notes = notesAbout(m_screens.kitley.ivy);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(stateOf(notes.front()), "signed");
    EXPECT_EQ(textOf(notes.front()), "Dressing changed.");
    EXPECT_EQ(m_screens.app.waiting()->savedText(), QStringLiteral("Saved on this tablet. 1 item waiting to send."));
}

TEST_F(NoteWriting, aDraftOpensWithItsWordsAndStaysOneNote) {
    const Kitley& kitley = m_screens.kitley;
    const QString draft = find(m_screens.app.today()->drafts(), "personId", id(kitley.beryl), "id");
    ASSERT_FALSE(draft.isEmpty());
    note().open(id(kitley.beryl), draft);
    m_screens.settle();
    EXPECT_TRUE(note().text().startsWith(QStringLiteral("Insulin given")));
    note().setText(note().text() + QStringLiteral(" her son."));
    note().finish();
    m_screens.settle();
    const auto notes = notesAbout(kitley.beryl);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(stateOf(notes.front()), "signed");
    EXPECT_TRUE(m_screens.until([&] { return m_screens.app.today()->drafts().isEmpty(); }));
}

TEST_F(NoteWriting, anAddendumSaysWhatItAddsTo) {
    const Kitley& kitley = m_screens.kitley;
    note().open(id(kitley.edith), {}, id(kitley.drawnUpNote));
    m_screens.settle();
    EXPECT_TRUE(note().addendum());
    EXPECT_TRUE(note().addendumTo().startsWith(QStringLiteral("Edie up and dressed")));
    note().setText(QStringLiteral("The left leg, not the right."));
    note().finish();
    m_screens.settle();
    bool found = false;
    for (const auto& record : notesAbout(kitley.edith)) {
        found = found || (record.fields.get(contact_note::kAddendumTo) == kitley.drawnUpNote &&
                          textOf(record) == "The left leg, not the right." && stateOf(record) == "signed");
    }
    EXPECT_TRUE(found);
}

TEST_F(NoteWriting, whoWillSeeThisNamesTheAgenciesOfTheCareTeam) {
    note().open(id(m_screens.kitley.edith));
    m_screens.settle();
    ASSERT_FALSE(note().audience().isEmpty());
    const QVariantMap readers = note().audience().constFirst().toMap();
    EXPECT_EQ(readers.value("heading").toString(), QStringLiteral("Will read all of it"));
    QStringList agencies;
    for (const QVariant& row : readers.value("rows").toList()) {
        agencies << row.toMap().value("badge").toMap().value("shortName").toString();
    }
    EXPECT_TRUE(agencies.contains(QStringLiteral("Harbour Health")));
    EXPECT_TRUE(agencies.contains(QStringLiteral("Kitley Council")));
    EXPECT_FALSE(agencies.contains(QStringLiteral("Estuary Mental Health"))) << "nobody there is on Edith's care team";
}

QStringList shortNames(const QVariantList& rows) {
    QStringList out;
    for (const QVariant& row : rows) {
        out << row.toMap().value("badge").toMap().value("shortName").toString();
    }
    return out;
}

QVariantList rowsUnder(const QVariantList& parts, const QString& heading) {
    for (const QVariant& part : parts) {
        if (part.toMap().value("heading").toString() == heading) {
            return part.toMap().value("rows").toList();
        }
    }
    return {};
}

TEST_F(NoteWriting, whoWillSeeThisFollowsTheAgreementsByRoleAndAsOfADate) {
    m_screens.kitley.agree();
    note().open(id(m_screens.kitley.edith));
    m_screens.settle();
    EXPECT_EQ(
        note().audienceSource(),
        QStringLiteral("By Sharing agreement of the Kitley locality partnership, version 1, as known today, 09:41."));
    const auto whole = rowsUnder(note().audience(), QStringLiteral("Will read all of it"));
    EXPECT_TRUE(all(whole, "people").contains(QStringLiteral("Social work assessor: Ruth Okafor")))
        << all(whole, "people").join("; ").toStdString();
    const auto none = rowsUnder(note().audience(), QStringLiteral("And will not"));
    EXPECT_TRUE(shortNames(none).contains(QStringLiteral("Tidewell Homes")));
    EXPECT_FALSE(shortNames(none).contains(QStringLiteral("Kitley Council")));
}

TEST_F(NoteWriting, anotherCategoryIsAskedForWhereOthersWouldReadIt) {
    m_screens.kitley.agree();
    note().open(id(m_screens.kitley.edith));
    m_screens.settle();
    note().chooseCategory(2);
    m_screens.settle();
    ASSERT_TRUE(note().asking());
    EXPECT_EQ(note().askedCategory(), QStringLiteral("Functional assessment"));
    ASSERT_EQ(note().categoryChange().size(), 1);
    EXPECT_EQ(note().categoryChange().at(0).toMap().value("people").toString(),
              QStringLiteral("Occupational therapist: Sam Whitlock"));
    EXPECT_TRUE(note().categoryChange().at(0).toMap().value("gains").toBool());
    EXPECT_EQ(note().category(), 0) << "nothing is changed before it is said";
    note().keepCategory();
    EXPECT_FALSE(note().asking());
    EXPECT_EQ(note().category(), 0);
    note().chooseCategory(2);
    m_screens.settle();
    note().confirmCategory();
    m_screens.settle();
    EXPECT_EQ(note().category(), 2);
    EXPECT_FALSE(note().asking());
    note().chooseCategory(0);
    m_screens.settle();
    ASSERT_EQ(note().categoryChange().size(), 1);
    EXPECT_FALSE(note().categoryChange().at(0).toMap().value("gains").toBool()) << "and who loses";
}

TEST_F(NoteWriting, withoutAgreementsACategoryThatChangesNothingIsTakenAtOnce) {
    note().open(id(m_screens.kitley.edith));
    m_screens.settle();
    note().chooseCategory(2);
    m_screens.settle();
    EXPECT_FALSE(note().asking());
    EXPECT_EQ(note().category(), 2);
}

} // namespace
} // namespace frontsheet::testing
