// Two records said to be of one person from a person's page, and taken apart again, by pressing what is named.
#include "core/domain/schema/registration.h"
#include "tests/app/support/whole_pages.h"

#include <QTest>

namespace frontsheet::testing {
namespace {

class SamePersonPages : public WholePages {
protected:
    PersonId whoIs(const char* typed) {
        const auto rows = m_screens->kitley.store.search(typed, 5).value();
        EXPECT_FALSE(rows.empty()) << typed;
        return rows.empty() ? PersonId{} : rows.front().person;
    }
    void openRecordsOf(const char* typed) {
        m_person = whoIs(typed);
        call("openPerson", id(m_person));
        press(QStringLiteral("The same person on another record?"));
        ASSERT_EQ(page(), "samePerson");
    }
    void search(const char* words) {
        m_screens->app.samePerson()->setTyped(QString::fromUtf8(words));
        settle();
    }
    std::size_t together() { return m_screens->kitley.store.sameHuman(m_person).value().size(); }

    PersonId m_person;
};

TEST_P(SamePersonPages, twoRecordsAreLookedAtSideBySideJoinedAndTakenApartAgain) {
    openRecordsOf("pellow");
    ASSERT_EQ(together(), 1U);
    search("pelloe");
    pressRow(QStringLiteral("PELLOE, George"));
    EXPECT_TRUE(reads(QStringLiteral("The date of birth is the same.")));
    EXPECT_TRUE(reads(QStringLiteral("Pelloe")));
    EXPECT_EQ(together(), 1U) << "nothing is said by looking";
    press(QStringLiteral("Same person"));
    EXPECT_EQ(together(), 2U);
    EXPECT_TRUE(reads(QStringLiteral("You said it is the same person, today")));
    press(QStringLiteral("Not the same person: PELLOE, George, Kitley Council"));
    EXPECT_EQ(together(), 2U) << "asked first";
    press(QStringLiteral("Take them apart"));
    EXPECT_EQ(together(), 1U);
    EXPECT_FALSE(reads(QStringLiteral("You said it is the same person, today")));
    const QObject* sheet = m_frame->findChild<QObject*>(QStringLiteral("partSheet"));
    ASSERT_NE(sheet, nullptr);
    ASSERT_TRUE(m_screens->until([&] { return !sheet->property("visible").toBool(); })) << "it fades";
    press(m_screens->app.frontSheet()->name());
    EXPECT_EQ(page(), "person");
}

TEST_P(SamePersonPages, otherNhsNumbersAreRefusedInPlainWords) {
    Kitley& kitley = m_screens->kitley;
    Record edna;
    edna.id = kitley.ids.timeOrdered<RecordId>(kitley.clock.now());
    edna.type = RecordType::Registration;
    edna.home = AgencyId{"council"};
    edna.person = kitley.ids.timeOrdered<PersonId>(kitley.clock.now());
    edna.version.n = 1;
    edna.fields.put(registration::kFamilyName, std::string{"Vowden"});
    edna.fields.put(registration::kGivenName, std::string{"Edna"});
    edna.fields.put(registration::kNhsNumber, std::string{"9434765919"});
    kitley.store.hold(edna);
    openRecordsOf("hargreave");
    search("vowden");
    pressRow(QStringLiteral("VOWDEN, Edna"));
    EXPECT_TRUE(reads(QStringLiteral("Their NHS numbers differ, and both are valid.")));
    EXPECT_EQ(button(QStringLiteral("Same person")), nullptr);
    press(QStringLiteral("Different people"));
    EXPECT_TRUE(m_screens->app.samePerson()->pair().isEmpty()) << "back to whom else it may be";
}

TEST_P(SamePersonPages, whoIsFoundByNothingIsSaidSo) {
    openRecordsOf("pellow");
    search("zzz");
    EXPECT_TRUE(reads(QStringLiteral("Nobody else on this device is found by that.")));
    press(QStringLiteral("Search for something else"));
    EXPECT_TRUE(m_screens->app.samePerson()->typed().isEmpty());
}

TEST_P(SamePersonPages, everythingOnItIsReachedNamedAndWhole) {
    openRecordsOf("hargreave");
    search("pell");
    controlsAreNamedAndFound("records of one person");
    nothingIsCut("records of one person");
    tabComesToEveryControl("records of one person");
    search("pelloe");
    pressRow(QStringLiteral("PELLOE, George"));
    controlsAreNamedAndFound("a pair of records");
    nothingIsCut("a pair of records");
    tabComesToEveryControl("a pair of records");
}

INSTANTIATE_TEST_SUITE_P(Rooms, SamePersonPages,
                         ::testing::Values(Room{"tabletTall", 800, 1280, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1},
                                           Room{"doubledText", 800, 1280, Form::Tablet, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
