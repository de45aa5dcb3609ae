// What a person said about sharing, in the sentences that are read aloud to them; recording it; and answering other agencies.
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/permission.h"
#include "core/domain/sharing/permission_codec.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"

namespace frontsheet::testing {
namespace {

class PermissionsScreen : public AppTest {
protected:
    PermissionsScreen() {
        m_screens.unlock();
        page().open(id(m_screens.kitley.edith));
        m_screens.settle();
    }
    PermissionsModel& page() { return *m_screens.app.permissions(); }
    static QVariantMap row(const QVariantList& rows, const QString& id) {
        for (const QVariant& entry : rows) {
            if (entry.toMap().value("id").toString() == id) {
                return entry.toMap();
            }
        }
        ADD_FAILURE() << "no row " << id.toStdString();
        return {};
    }
    Screens m_screens;
};

TEST_F(PermissionsScreen, eachThingSaidIsASentenceWithWhatBecameOfItAgencyByAgency) {
    ASSERT_EQ(page().said().size(), 2);
    const QVariantMap no = row(page().said(), id(m_screens.kitley.objection));
    EXPECT_EQ(no.value("title").toString(),
              QStringLiteral("No: Tidewell Homes is not to see health. Only what Kitley Council holds."));
    EXPECT_EQ(no.value("said").toString(),
              QStringLiteral("Asked 3 September 2026 face to face by you, Harbour Health."));
    EXPECT_EQ(no.value("words").toString(), QStringLiteral("My landlord need not know about my hip."));
    EXPECT_TRUE(no.value("inForce").toBool());
    const QVariantList told = no.value("told").toList();
    ASSERT_EQ(told.size(), 2);
    EXPECT_EQ(all(told, "text"), (QStringList{"Done 5 September 2026, Ruth Okafor. “Taken off what Tidewell sees”",
                                              "Told 4 September 2026. They have still to say that it is done."}));
    EXPECT_EQ(all(told, "asked"), (QStringList{"Asked to stop", "Asked to stop"}));
}

TEST_F(PermissionsScreen, whatWasTakenBackSaysWhenAndByWhom) {
    for (const QVariant& entry : page().said()) {
        const QVariantMap said = entry.toMap();
        if (!said.value("objection").toBool()) {
            EXPECT_EQ(said.value("title").toString(), QStringLiteral("Yes: Neighbourhood Care may see anything."));
            EXPECT_EQ(said.value("standing").toString(),
                      QStringLiteral("Taken back 9 September 2026, written down by you."));
            EXPECT_FALSE(said.value("inForce").toBool());
            return;
        }
    }
    FAIL() << "no permission";
}

TEST_F(PermissionsScreen, aNoIsRecordedAsItWasReadOutAndIsInForceAtOnce) {
    EXPECT_EQ(page().sentence(true, "tidewell", "mental-health"),
              QStringLiteral("No: Tidewell Homes is not to see mental health."));
    EXPECT_EQ(page().sentence(true, {}, {}), QStringLiteral("No: nobody else is to see anything."));
    page().record(true, "tidewell", "mental-health", 1, 0, {}, {}, QStringLiteral("They gossip"));
    m_screens.settle();
    EXPECT_TRUE(page().errorTitle().isEmpty()) << page().errorTitle().toStdString();
    ASSERT_EQ(page().said().size(), 3);
    const QVariantMap said = page().said().constFirst().toMap();
    EXPECT_EQ(said.value("title").toString(), page().sentence(true, "tidewell", "mental-health"));
    EXPECT_EQ(said.value("said").toString(), QStringLiteral("Asked today with an interpreter by you, Harbour Health."));
    EXPECT_TRUE(said.value("waiting").toBool());
    EXPECT_TRUE(said.value("inForce").toBool());
}

TEST_F(PermissionsScreen, anAttorneyWithoutAPowerIsRefusedInWords) {
    page().record(true, "tidewell", {}, 0, 1, {}, {}, {});
    m_screens.settle();
    EXPECT_FALSE(page().errorTitle().isEmpty());
    EXPECT_EQ(page().said().size(), 2) << "nothing was recorded";
    EXPECT_FALSE(page().busy());
}

TEST_F(PermissionsScreen, takenBackItNoLongerStandsAndThoseWhoWereAskedAreToldOfThat) {
    page().withdraw(id(m_screens.kitley.objection));
    m_screens.settle();
    const QVariantMap no = row(page().said(), id(m_screens.kitley.objection));
    EXPECT_FALSE(no.value("inForce").toBool());
    EXPECT_EQ(all(no.value("told").toList(), "asked"),
              (QStringList{"Told that it was taken back", "Told that it was taken back"}));
}

TEST_F(PermissionsScreen, writtenDownWronglyItIsPutRightWithoutLosingWhatStood) {
    page().record(true, "neighbourhood", {}, 0, 0, {}, {}, {}, id(m_screens.kitley.objection));
    m_screens.settle();
    ASSERT_EQ(page().said().size(), 3);
    EXPECT_EQ(row(page().said(), id(m_screens.kitley.objection)).value("standing").toString(),
              QStringLiteral("Recorded wrongly; taken back today by you."));
}

TEST_F(PermissionsScreen, whatAnotherAgencyAskedIsOnTodayUntilSomebodySaysThatItIsDone) {
    const QVariantList asked = m_screens.app.today()->asked();
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.constFirst().toMap().value("name").toString(), QStringLiteral("Ivy Marsh"));
    page().open(id(m_screens.kitley.ivy));
    m_screens.settle();
    ASSERT_EQ(page().toldUs().size(), 1);
    const QVariantMap told = page().toldUs().constFirst().toMap();
    EXPECT_EQ(told.value("title").toString(),
              QStringLiteral(
                  "No: Neighbourhood Care is not to see notes of visits and calls. Only what Harbour Health holds."));
    EXPECT_TRUE(told.value("toAcknowledge").toBool());
    page().acknowledge(told.value("id").toString(), QStringLiteral("Nothing goes to them any more"));
    m_screens.settle();
    EXPECT_FALSE(page().toldUs().constFirst().toMap().value("toAcknowledge").toBool());
    m_screens.app.refresh();
    m_screens.settle();
    EXPECT_TRUE(m_screens.app.today()->asked().isEmpty());
    m_screens.kitley.deliverAll();
    const auto kept = m_screens.kitley.store.record(m_screens.kitley.askedToStop).value();
    EXPECT_EQ(kept->record.fields.get(permission_notice::kAcknowledgedBy), Kitley::nurse().worker);
}

TEST_F(PermissionsScreen, lockedNothingOfItIsLeft) {
    m_screens.app.lockNow();
    EXPECT_TRUE(page().said().isEmpty());
    EXPECT_TRUE(page().mayRead().isEmpty());
    EXPECT_TRUE(page().personId().isEmpty());
}

TEST_F(PermissionsScreen, aNoteForNamedReadersSaysWhoIsLeftAndKeepsThemWhenSigned) {
    NoteModel& note = *m_screens.app.note();
    note.open(id(m_screens.kitley.edith));
    note.setText(QStringLiteral("She told me in confidence"));
    m_screens.settle();
    ASSERT_FALSE(note.readerChoices().isEmpty());
    const QVariantMap first = note.readerChoices().constFirst().toMap();
    const QString before = note.audienceLine();
    note.nameReader(first.value("key").toString(), true);
    m_screens.settle();
    EXPECT_EQ(note.namedReaders(), 1);
    EXPECT_NE(note.audienceLine(), before);
    EXPECT_EQ(note.audienceLine(), QStringLiteral("2 workers will read all of it")) << "its author, and who was named";
    EXPECT_TRUE(note.readerChoices().constFirst().toMap().value("chosen").toBool());
    note.finish();
    m_screens.settle();
    bool found = false;
    for (const Record& record : m_screens.kitley.notesAbout(m_screens.kitley.edith)) {
        if (record.fields.get(contact_note::kText) == "She told me in confidence") {
            found = true;
            const auto readers = sharing::readersOf(record);
            ASSERT_EQ(readers.size(), 1u);
            EXPECT_EQ(readers[0].agency.str() + "/" + readers[0].worker.str(),
                      first.value("key").toString().toStdString());
        }
    }
    EXPECT_TRUE(found);
}

TEST_F(PermissionsScreen, aSignedNoteIsKeptToNamedReadersOnceItIsSaidWhoLosesIt) {
    RestrictionModel& restriction = *m_screens.app.restriction();
    restriction.open(id(m_screens.kitley.drawnUpNote));
    m_screens.settle();
    ASSERT_FALSE(restriction.readerChoices().isEmpty());
    EXPECT_EQ(restriction.namedReaders(), 0);
    EXPECT_TRUE(restriction.consequence().isEmpty()) << "as it stands";
    const QString key = restriction.readerChoices().constFirst().toMap().value("key").toString();
    restriction.nameReader(key, true);
    m_screens.settle();
    ASSERT_FALSE(restriction.consequence().isEmpty());
    for (const QVariant& change : restriction.consequence()) {
        EXPECT_FALSE(change.toMap().value("gains").toBool());
    }
    const auto readers = [&] {
        return sharing::readersOf(m_screens.kitley.store.record(m_screens.kitley.drawnUpNote).value()->record);
    };
    EXPECT_TRUE(readers().empty()) << "not before it is saved";
    restriction.save();
    m_screens.settle();
    EXPECT_TRUE(restriction.errorTitle().isEmpty()) << restriction.errorTitle().toStdString();
    ASSERT_EQ(readers().size(), 1u);
    EXPECT_EQ(readers()[0].agency.str() + "/" + readers()[0].worker.str(), key.toStdString());
    m_screens.app.frontSheet()->open(id(m_screens.kitley.edith));
    m_screens.settle();
    EXPECT_EQ(find(m_screens.app.frontSheet()->notes(), "id", id(m_screens.kitley.drawnUpNote), "restricted"), "true");
    restriction.open(id(m_screens.kitley.drawnUpNote));
    m_screens.settle();
    EXPECT_EQ(restriction.namedReaders(), 1) << "begins with how it stands";
    restriction.openToAll();
    m_screens.settle();
    restriction.save();
    m_screens.settle();
    EXPECT_TRUE(readers().empty());
}

TEST_F(PermissionsScreen, anothersNoteIsNotOnesOwnToRestrict) {
    RecordId theirs;
    for (const Record& record : m_screens.kitley.notesAbout(m_screens.kitley.edith)) {
        if (record.fields.get(contact_note::kAuthor) != Kitley::nurse().worker &&
            record.fields.text(contact_note::kState) == "signed") {
            theirs = record.id;
        }
    }
    ASSERT_FALSE(theirs.isNull());
    RestrictionModel& restriction = *m_screens.app.restriction();
    restriction.open(id(theirs));
    m_screens.settle();
    if (!restriction.readerChoices().isEmpty()) {
        restriction.nameReader(restriction.readerChoices().constFirst().toMap().value("key").toString(), true);
        m_screens.settle();
    }
    restriction.save();
    m_screens.settle();
    EXPECT_TRUE(sharing::readersOf(m_screens.kitley.store.record(theirs).value()->record).empty());
}

TEST_F(PermissionsScreen, aNoteInErrorNamesWhomItWasReallyAbout) {
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    sheet.open(id(m_screens.kitley.edith));
    m_screens.settle();
    sheet.findRightPerson(QStringLiteral("marsh"));
    m_screens.settle();
    ASSERT_FALSE(sheet.candidates().isEmpty());
    const QString right = sheet.candidates().constFirst().toMap().value("personId").toString();
    sheet.enterInError(id(m_screens.kitley.drawnUpNote), QStringLiteral("About Ivy"), right);
    m_screens.settle();
    const auto note = m_screens.kitley.store.record(m_screens.kitley.drawnUpNote).value();
    EXPECT_EQ(id(note->record.fields.get(contact_note::kRightPerson)), right);
}

} // namespace
} // namespace frontsheet::testing
