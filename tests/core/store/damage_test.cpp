// What a store says when something is wrong with it, and that it never helps itself by starting afresh.
#include "core/sqlite/tuning.h"
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace frontsheet {
namespace {

namespace fs = std::filesystem;
using test::Tablet;

class Damage : public ::testing::Test {
protected:
    Tablet m_tablet;
    PersonId m_edith = m_tablet.newId<PersonId>();

    void fill() {
        for (int i = 0; i < 40; ++i) {
            m_tablet.mustSave(
                {m_tablet.creation(m_tablet.note(m_edith, "note " + std::to_string(i) + std::string(900, 'x')))});
        }
        m_tablet.close();
    }
    [[nodiscard]] ErrorCode opening(const char* passphrase = test::kPassphrase) {
        const auto opened = m_tablet.open(passphrase);
        return opened ? ErrorCode{} : opened.error().code;
    }
    [[nodiscard]] std::string contents(const std::string& path) const {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void flip(const std::string& path, std::size_t at) const {
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekg(static_cast<std::streamoff>(at));
        const char old = static_cast<char>(file.get());
        file.seekp(static_cast<std::streamoff>(at));
        file.put(static_cast<char>(old ^ 0x40));
    }
};

TEST_F(Damage, AWrongPassphraseIsNotDamage) {
    fill();
    EXPECT_EQ(opening("correct horse battery stable"), ErrorCode::WrongPassphrase);
    EXPECT_EQ(opening(""), ErrorCode::WrongPassphrase);
    EXPECT_EQ(opening(), ErrorCode{});
}

TEST_F(Damage, ADamagedKeyFileIsNamed) {
    fill();
    flip(m_tablet.keyFile(), 40);
    EXPECT_EQ(opening(), ErrorCode::KeyFileDamaged);
    flip(m_tablet.keyFile(), 40);
    fs::resize_file(m_tablet.keyFile(), 0);
    EXPECT_EQ(opening(), ErrorCode::KeyFileDamaged);
}

TEST_F(Damage, HalfAStoreIsMissingNotNew) {
    fill();
    const std::string moved = m_tablet.folder() + "/moved";
    fs::rename(m_tablet.database(), moved);
    EXPECT_EQ(opening(), ErrorCode::StoreMissing);
    EXPECT_FALSE(fs::exists(m_tablet.database())) << "nothing was made in its place";
    EXPECT_EQ(DeviceStore::create(m_tablet.folder(), test::kPassphrase, m_tablet.parts()).error().code,
              ErrorCode::Duplicate);
    fs::rename(moved, m_tablet.database());
    fs::rename(m_tablet.keyFile(), moved);
    EXPECT_EQ(opening(), ErrorCode::StoreMissing);
    EXPECT_FALSE(fs::exists(m_tablet.keyFile()));
    fs::rename(moved, m_tablet.keyFile());
    EXPECT_EQ(opening(), ErrorCode{});
}

TEST_F(Damage, NoStoreIsNotFound) {
    const test::TemporaryFolder empty;
    const auto opened = DeviceStore::open(empty.path().string(), test::kPassphrase, m_tablet.parts());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(DeviceStore::isIn(empty.path().string()));
    EXPECT_TRUE(fs::is_empty(empty.path()));
}

TEST_F(Damage, ADatabaseOfAnotherStoreIsDamage) {
    fill();
    Tablet other;
    other.close();
    fs::copy_file(other.database(), m_tablet.database(), fs::copy_options::overwrite_existing);
    EXPECT_EQ(opening(), ErrorCode::StoreDamaged);
}

TEST_F(Damage, AFlippedByteInAnyPageIsFoundAndNothingIsRecreated) {
    fill();
    const std::size_t pages = fs::file_size(m_tablet.database()) / sqlite::kPageBytes;
    ASSERT_GT(pages, 20u);
    for (std::size_t page = 0; page < pages; ++page) {
        const std::size_t at = page * sqlite::kPageBytes + (page * 977) % sqlite::kPageBytes;
        flip(m_tablet.database(), at);
        const std::string before = contents(m_tablet.database());
        const auto opened = m_tablet.open();
        const auto sound = opened ? m_tablet.store().checkIntegrity() : opened;
        m_tablet.close();
        ASSERT_FALSE(sound) << "page " << page;
        EXPECT_EQ(sound.error().code, ErrorCode::StoreDamaged) << "page " << page;
        EXPECT_EQ(contents(m_tablet.database()), before) << "page " << page;
        flip(m_tablet.database(), at);
    }
    ASSERT_TRUE(m_tablet.open());
    EXPECT_TRUE(m_tablet.store().checkIntegrity());
    EXPECT_THAT(m_tablet.store().outbox().value(), ::testing::SizeIs(40));
}

TEST_F(Damage, AFileCutShortIsDamage) {
    fill();
    const auto size = fs::file_size(m_tablet.database());
    for (const auto left :
         {std::uintmax_t{0}, std::uintmax_t{5}, std::uintmax_t{sqlite::kPageBytes}, size / 2, size - 1}) {
        const std::string path = m_tablet.database();
        fs::copy_file(path, path + ".whole", fs::copy_options::overwrite_existing);
        fs::resize_file(path, left);
        const auto opened = m_tablet.open();
        const auto sound = opened ? m_tablet.store().checkIntegrity() : opened;
        m_tablet.close();
        EXPECT_FALSE(sound) << left;
        EXPECT_EQ(sound ? ErrorCode{} : sound.error().code, ErrorCode::StoreDamaged) << left;
        fs::rename(path + ".whole", path);
    }
}

TEST_F(Damage, ReadingADamagedNoteSaysSoAndNothingElse) {
    fill();
    const std::size_t pages = fs::file_size(m_tablet.database()) / sqlite::kPageBytes;
    std::set<ErrorCode> seen;
    for (std::size_t page = 1; page < pages; ++page) {
        flip(m_tablet.database(), page * sqlite::kPageBytes + 4000);
        if (m_tablet.open()) {
            const auto about = m_tablet.store().aboutPersons(std::span{&m_edith, 1});
            if (!about) {
                seen.insert(about.error().code);
                EXPECT_THAT(describe(about.error()), ::testing::Not(::testing::HasSubstr("note 1")));
            }
        }
        m_tablet.close();
        flip(m_tablet.database(), page * sqlite::kPageBytes + 4000);
    }
    EXPECT_THAT(seen, ::testing::ElementsAre(ErrorCode::StoreDamaged));
}

TEST_F(Damage, OneProcessAtATime) {
    const auto second = DeviceStore::open(m_tablet.folder(), test::kPassphrase, m_tablet.parts());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::StoreBusy);
    m_tablet.close();
    EXPECT_TRUE(DeviceStore::open(m_tablet.folder(), test::kPassphrase, m_tablet.parts()));
}

TEST_F(Damage, AnInterruptedMakingLeavesNoStoreAndNoObstacle) {
    const test::TemporaryFolder folder;
    fs::create_directories(folder.path() / "store.making");
    std::ofstream(folder.path() / "store.making" / "store.db") << "half";
    EXPECT_FALSE(DeviceStore::isIn(folder.path().string()));
    EXPECT_TRUE(DeviceStore::create(folder.path().string(), test::kPassphrase, m_tablet.parts()));
    EXPECT_FALSE(fs::exists(folder.path() / "store.making"));
}

TEST_F(Damage, AChangedPassphraseOpensTheSameStore) {
    const Record note = m_tablet.note(m_edith, "kept");
    m_tablet.mustSave({m_tablet.creation(note)});
    m_tablet.close();
    ASSERT_TRUE(DeviceStore::changePassphrase(m_tablet.folder(), test::kPassphrase, "another", test::kQuickCost));
    EXPECT_EQ(opening(), ErrorCode::WrongPassphrase);
    ASSERT_EQ(opening("another"), ErrorCode{});
    EXPECT_EQ(m_tablet.textOf(note.id), "kept");
}

} // namespace
} // namespace frontsheet
