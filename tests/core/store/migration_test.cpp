// Stores written by every released version open, whole; stores of later versions are left alone.
#include "core/sqlite/connection.h"
#include "core/sqlite/transaction.h"
#include "core/store/migrations/migrations.h"
#include "tests/core/store/tablet.h"
#include "tests/support/source_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace frontsheet {
namespace {

namespace fs = std::filesystem;
using test::kCouncil;
using test::kTrust;
using test::personScope;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const fs::path kFixtures = sourceFolder() / "tests/core/store/fixtures";

fs::path fixtureOf(std::int64_t version) { return kFixtures / ("v" + std::to_string(version)); }

// The story every fixture tells: two people, one of them known to two agencies; a note from home, a draft waiting, a refused
// note, a scope half fetched.
struct Story {
    PersonId edith;
    PersonId councilsEdith;
    PersonId arthur;
    Record note;
    Record draft;
    Record refused;
};

Story tell(test::Tablet& tablet) {
    Story s;
    s.edith = tablet.newId<PersonId>();
    s.councilsEdith = tablet.newId<PersonId>();
    s.arthur = tablet.newId<PersonId>();
    s.note = tablet.note(s.edith, "Mobilé with a frame.");
    auto page = tablet.page({tablet.sent(tablet.registration(s.edith, "Marlowe", "Edith")),
                             tablet.sent(tablet.registration(s.arthur, "Penrose", "Arthur")),
                             tablet.sent(tablet.link(s.edith, s.councilsEdith)),
                             tablet.sent(tablet.membership(s.edith, kTrust, test::kNurse)), tablet.sent(s.note, 3)},
                            personScope(s.edith));
    page.grants.granted.push_back({personScope(s.arthur), 7, "half"});
    tablet.mustApply(page);
    tablet.mustApply(tablet.page({tablet.sent(tablet.registration(s.councilsEdith, "Marlow", "E", kCouncil))}),
                     kCouncil);
    s.draft = tablet.note(s.edith, "Not yet signed", "draft");
    s.refused = tablet.note(s.arthur, "Refused words");
    tablet.mustSave({tablet.creation(s.draft)});
    const Intent refused = tablet.creation(s.refused);
    tablet.mustSave({refused});
    tablet.mustApply(tablet.answer(refused.op, IntentOutcome::Refused));
    tablet.mustIndex();
    return s;
}

// Run by hand when a version is released, once:
//   frontsheet_store_test --gtest_also_run_disabled_tests --gtest_filter=Migration.DISABLED_WriteTheFixtureOfThisVersion
TEST(Migration, DISABLED_WriteTheFixtureOfThisVersion) {
    test::Tablet tablet;
    (void)tell(tablet);
    const auto lines = tablet.dump();
    tablet.close();
    const fs::path place = fixtureOf(store::kSchemaVersion);
    ASSERT_FALSE(fs::exists(place)) << "a released version's fixture never changes";
    fs::create_directories(place);
    fs::copy_file(tablet.database(), place / "store.db");
    fs::copy_file(tablet.keyFile(), place / "store.key");
    std::ofstream dump(place / "dump.jsonl");
    for (const auto& line : lines) {
        dump << line << '\n';
    }
}

TEST(Migration, AStoreOfEveryReleasedVersionOpensWithEverythingInIt) {
    for (std::int64_t version = 1; version <= store::kSchemaVersion; ++version) {
        SCOPED_TRACE(version);
        ASSERT_TRUE(fs::exists(fixtureOf(version) / "store.db")) << "no fixture of this version";
        test::Tablet tablet;
        tablet.close();
        fs::copy_file(fixtureOf(version) / "store.db", tablet.database(), fs::copy_options::overwrite_existing);
        fs::copy_file(fixtureOf(version) / "store.key", tablet.keyFile(), fs::copy_options::overwrite_existing);
        const auto opened = tablet.open();
        ASSERT_TRUE(opened) << describe(opened.error());
        EXPECT_TRUE(tablet.store().checkIntegrity());

        std::ifstream file(fixtureOf(version) / "dump.jsonl");
        std::vector<std::string> expected;
        for (std::string line; std::getline(file, line);) {
            expected.push_back(line);
        }
        EXPECT_EQ(tablet.dump(), expected);
        const auto everyone = tablet.store().caseload(RecordReader::CaseloadOf::Everyone, {}, {}, 0, 10).value();
        ASSERT_THAT(everyone.rows, SizeIs(2));
        EXPECT_THAT(everyone.rows[0].agencies, SizeIs(2));
        EXPECT_EQ(tablet.store().caseload(RecordReader::CaseloadOf::Worker, kTrust, test::kNurse, 0, 10)->total, 1u);
        tablet.mustIndex();
        EXPECT_THAT(tablet.store().search("mobile fra", 5).value(), SizeIs(1));
        EXPECT_THAT(tablet.store().search("penr", 5).value(), SizeIs(1));
        EXPECT_THAT(tablet.store().worklist(Worklist::Drafts, test::kNurse.str(), 5).value(), SizeIs(1));
        const auto items = tablet.store().outbox().value();
        ASSERT_THAT(items, SizeIs(2));
        EXPECT_EQ(items[1].state, OutboxState::NeedsAttention);
        const auto position = tablet.store().position(kTrust).value();
        if (version < 3) {
            // Scopes have other names now: all is granted anew, and what is here stays until it has come.
            EXPECT_TRUE(position.held.empty());
            EXPECT_EQ(position.feedSeq, 0u);
            EXPECT_FALSE(position.epoch.isNull());
        } else {
            ASSERT_THAT(position.partial, SizeIs(1));
            EXPECT_EQ(position.partial[0].resumeKey, "half");
        }
        EXPECT_THAT(tablet.outgoing(), SizeIs(1));
    }
}

class Schema : public ::testing::Test {
protected:
    test::Tablet m_tablet;

    // The database as a program that knows its key would change it.
    void change(const char* sql) {
        m_tablet.close();
        const auto key = key_file::unlock(m_tablet.keyFile(), test::kPassphrase);
        ASSERT_TRUE(key);
        auto db = sqlite::Connection::open(m_tablet.database(), key->view());
        ASSERT_TRUE(db);
        ASSERT_TRUE((*db)->execute(sql));
    }
};

TEST_F(Schema, OfALaterProgramIsLeftAlone) {
    change("PRAGMA user_version = 99");
    const auto opened = m_tablet.open();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::StoreNewer);
    change(("PRAGMA user_version = " + std::to_string(store::kSchemaVersion)).c_str());
    EXPECT_TRUE(m_tablet.open());
}

TEST_F(Schema, IsMadeInOneTransactionOrNotAtAll) {
    change("PRAGMA user_version = 0"); // every table is there already, so the first step must fail
    const auto opened = m_tablet.open();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::StoreFailed);
    change(("PRAGMA user_version = " + std::to_string(store::kSchemaVersion)).c_str());
    EXPECT_TRUE(m_tablet.open());
    EXPECT_TRUE(m_tablet.store().checkIntegrity());
}

TEST_F(Schema, OtherWordRulesBuildTheIndexAnew) {
    const Record note = m_tablet.note(m_tablet.newId<PersonId>(), "walking frame");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note)}));
    m_tablet.mustIndex();
    change("UPDATE fact SET value = value - 1 WHERE key = 'word-rules'; UPDATE posting SET word = 'old' || word");
    ASSERT_TRUE(m_tablet.open());
    EXPECT_THAT(m_tablet.store().search("oldwalk", 5).value(), SizeIs(0));
    m_tablet.mustIndex();
    EXPECT_THAT(m_tablet.store().search("walk", 5).value(), SizeIs(1));
}

// Before version 7 a link that was taken back was no no.
TEST_F(Schema, LinksOfAnOlderStoreAreReadForTheirNo) {
    const auto trusts = m_tablet.newId<PersonId>();
    const auto councils = m_tablet.newId<PersonId>();
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_tablet.registration(trusts, "Marlowe", "Edith")),
                                      m_tablet.sent(m_tablet.link(trusts, councils, "withdrawn"))}));
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_tablet.registration(councils, "Marlow", "E", kCouncil)),
                                      m_tablet.sent(m_tablet.link(councils, trusts, "stated", kCouncil))}),
                       kCouncil);
    ASSERT_THAT(m_tablet.store().sameHuman(trusts).value(), SizeIs(1));
    change("DELETE FROM parted; DELETE FROM fact WHERE key = 'partings.read'; "
           "UPDATE human SET human = (SELECT min(human) FROM human)");
    ASSERT_TRUE(m_tablet.open());
    EXPECT_THAT(m_tablet.store().sameHuman(trusts).value(), SizeIs(1));
    EXPECT_EQ(m_tablet.store().caseload(RecordReader::CaseloadOf::Everyone, {}, {}, 0, 10)->total, 2u);
}

} // namespace
} // namespace frontsheet
