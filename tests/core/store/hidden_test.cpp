// Somebody's address is kept hidden: from the moment it is written down here, lists do not say where they live and nobody is
// found by it, whoever's registration says so.
#include "core/domain/schema/permission.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/view.h"
#include "core/domain/sharing/permission_codec.h"
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>

namespace frontsheet {
namespace {

using test::kCouncil;
using test::kTrust;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Hidden : public ::testing::Test {
protected:
    test::Tablet m_tablet;
    PersonId m_mira = m_tablet.newId<PersonId>();
    PersonId m_miraAtCouncil = m_tablet.newId<PersonId>();
    PersonId m_edith = m_tablet.newId<PersonId>();

    void SetUp() override {
        m_tablet.store().belongsTo({kTrust, test::kNurse, "community nurse", m_tablet.ids().random<DeviceId>()});
        lives(m_mira, "Sandhu", "Mira", "12 Ferry Lane", "Saltmarsh");
        lives(m_edith, "Hargreave", "Edith", "14 Ferry Lane", "Saltmarsh");
        m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_tablet.link(m_mira, m_miraAtCouncil))}));
        lives(m_miraAtCouncil, "Sandhu", "Mira", "Flat 3, Quay House", "Tidewell", kCouncil);
    }
    void lives(const PersonId& person, const char* family, const char* given, const char* address, const char* town,
               const AgencyId& home = kTrust) {
        Record registration = m_tablet.registration(person, family, given, home);
        registration.fields.put(registration::kAddress, std::string{address});
        registration.fields.put(registration::kTown, std::string{town});
        registration.fields.put(registration::kPostcode, std::string{"SM4 4AB"});
        registration.fields.put(registration::kPhone, std::string{home == kTrust ? "01632 960111" : "01632 960222"});
        registration.fields.put(registration::kNhsNumber, std::string{person == m_edith ? "9434765919" : "9434765870"});
        m_tablet.mustApply(m_tablet.page({m_tablet.sent(registration)}), home);
        m_tablet.mustIndex();
    }
    // By the nurse, here; her server has not heard of it.
    Record hides() {
        sharing::PermissionStatement said;
        said.kind = sharing::StatementKind::RestrictedLocation;
        said.home = kTrust;
        said.askedAt = m_tablet.clock().now();
        said.askedBy = test::kNurse;
        said.askedByAgency = kTrust;
        said.readers = {{kTrust, test::kNurse}};
        Record record = m_tablet.record(RecordType::PermissionStatement, kTrust, m_mira);
        record.category = Category::Involvement;
        sharing::putStatement(record.fields, said);
        m_tablet.mustSave({m_tablet.creation(record)});
        return record;
    }
    [[nodiscard]] std::vector<std::string> found(const std::string& typed) {
        const auto rows = m_tablet.store().search(typed, 20).value();
        std::vector<std::string> out;
        for (const auto& row : rows) {
            out.push_back(row.givenName + (row.town.empty() ? "" : " of " + row.town));
        }
        return out;
    }
    [[nodiscard]] std::vector<std::string> listed() {
        const auto page =
            m_tablet.store().caseload(RecordReader::CaseloadOf::Everyone, kTrust, test::kNurse, 0, 20).value();
        std::vector<std::string> out;
        for (const auto& row : page.rows) {
            out.push_back(row.givenName + (row.town.empty() ? "" : " of " + row.town));
        }
        return out;
    }
};

TEST_F(Hidden, ListsDoNotSayWhereTheyLiveFromThatMoment) {
    EXPECT_THAT(listed(), ElementsAre("Edith of Saltmarsh", "Mira of Saltmarsh"));
    hides();
    EXPECT_THAT(listed(), ElementsAre("Edith of Saltmarsh", "Mira"));
    const std::vector<PersonId> both{m_mira, m_miraAtCouncil};
    const auto rows = m_tablet.store().personRows(both).value();
    ASSERT_EQ(rows.size(), 2U);
    for (const auto& row : rows) {
        EXPECT_EQ(row.town, "");
        EXPECT_EQ(row.familyName, "Sandhu");
    }
    EXPECT_THAT(found("sandhu"), ElementsAre("Mira")) << "and she herself is found";
}

TEST_F(Hidden, NobodyIsFoundByWhereTheyLive) {
    const std::vector<const char*> where{"ferry",      "ferry lane", "saltmarsh", "SM4 4AB",     "01632 960111",
                                         "mira ferry", "quay house", "tidewell",  "01632960222", "sandhu tidewell"};
    for (const auto* typed : where) {
        EXPECT_THAT(found(typed), ::testing::Contains(::testing::StartsWith("Mira"))) << typed;
    }
    hides();
    for (const auto* typed : where) {
        EXPECT_THAT(found(typed), ::testing::Not(::testing::Contains(::testing::StartsWith("Mira")))) << typed;
    }
    EXPECT_THAT(found("ferry lane"), ElementsAre("Edith of Saltmarsh")) << "her neighbour is";
    EXPECT_THAT(found("mira"), ElementsAre("Mira"));
    EXPECT_THAT(found("943 476 5870"), ElementsAre("Mira"));
}

TEST_F(Hidden, WhatALaterPageSaysOfItIsNotShownEither) {
    hides();
    lives(m_miraAtCouncil, "Sandhu", "Mira", "7 Lock Cottages", "Upper Jorvik", kCouncil);
    EXPECT_THAT(found("jorvik"), IsEmpty());
    EXPECT_THAT(listed(), ElementsAre("Edith of Saltmarsh", "Mira"));
}

// A worker said which of two addresses is right: the view has the words of the address in it.
TEST_F(Hidden, ThatAnAddressIsRightIsNoWayToFindThem) {
    Record said = m_tablet.record(RecordType::View, kTrust, m_mira);
    said.category = Category::ContactDetails;
    said.fields.put(view::kWhose, std::string{"worker"});
    said.fields.put(view::kName, std::string{"Nia Osei"});
    said.fields.put(view::kSaid, std::string{"Flat 3, Quay House, Tidewell"});
    said.fields.put(view::kAbout, std::string{"disagreement"});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(said)}));
    m_tablet.mustIndex();
    EXPECT_THAT(found("quay"), ElementsAre("Mira of Saltmarsh")) << "once, as the registration has it";
    hides();
    EXPECT_THAT(found("quay"), IsEmpty());
}

TEST_F(Hidden, OnceLiftedTheyAreFoundAgain) {
    const auto statement = hides();
    EXPECT_THAT(found("quay"), IsEmpty());
    const Record before = m_tablet.held(statement.id)->record;
    Record after = before;
    after.fields.put(permission_statement::kWithdrawnAt, m_tablet.clock().now());
    after.fields.put(permission_statement::kWithdrawnBy, test::kNurse);
    m_tablet.mustSave({m_tablet.edit(before, after)});
    EXPECT_THAT(found("quay"), ElementsAre("Mira of Saltmarsh"));
    EXPECT_THAT(listed(), ElementsAre("Edith of Saltmarsh", "Mira of Saltmarsh"));
}

} // namespace
} // namespace frontsheet
