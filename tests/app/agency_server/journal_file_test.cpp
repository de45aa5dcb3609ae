// The journal as a file: what it keeps, and what it says when somebody has been at it.
#include "app/agency_server/backup/journal_file.h"
#include "app/agency_server/files.h"
#include "core/domain/schema/contact_note.h"
#include "tests/core/temporary_folder.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace frontsheet::test {

namespace fs = std::filesystem;

namespace {

const AgencyId kCouncil{"council"};

} // namespace

class JournalOnDisk : public ::testing::Test {
public:
    [[nodiscard]] fs::path file() const { return temporary.path() / "council.journal"; }
    [[nodiscard]] std::unique_ptr<restoring::JournalFile> open() const {
        auto opened = restoring::JournalFile::open(file(), key, kCouncil);
        EXPECT_TRUE(opened) << describe(opened.error());
        return std::move(*opened);
    }
    [[nodiscard]] restoring::JournalEntry revoked(std::uint8_t number) const {
        DeviceId device;
        device.bytes[15] = number;
        return {WallTime{number}, restoring::Revoked{kCouncil, device, WallTime{number}}};
    }
    void append(std::uint8_t number, std::uint64_t known = 0) const {
        const auto entry = revoked(number);
        const auto written = open()->append({&entry, 1}, known);
        ASSERT_TRUE(written) << describe(written.error());
    }
    [[nodiscard]] Result<std::vector<std::uint8_t>> numbers(std::uint64_t known = 0) const {
        std::vector<std::uint8_t> out;
        FS_ASSIGN(const auto journal, restoring::JournalFile::open(file(), key, kCouncil));
        FS_TRY(journal->read(
            [&](const restoring::JournalEntry& entry, const restoring::JournalHead&) -> Result<void> {
                out.push_back(std::get<restoring::Revoked>(entry.what).device.bytes[15]);
                return ok();
            },
            known));
        return out;
    }
    void change(const std::function<void(std::string&)>& how) const {
        auto bytes = readFile(file()).value();
        how(bytes);
        std::ofstream(file(), std::ios::binary | std::ios::trunc) << bytes;
    }

    TemporaryFolder temporary;
    std::array<std::uint8_t, 32> key{1, 2, 3};
};

TEST_F(JournalOnDisk, KeepsWhatWasAppendedInItsOrder) {
    append(1);
    append(2, 1);
    const auto two = open();
    const std::vector<restoring::JournalEntry> more{revoked(3), revoked(4)};
    ASSERT_TRUE(two->append(more, 2));
    append(5, 4); // another process
    ASSERT_TRUE(two->append({more.data(), 1}, 5)) << "which takes in what the other wrote";
    EXPECT_EQ(numbers(6).value(), (std::vector<std::uint8_t>{1, 2, 3, 4, 5, 3}));
    const auto bytes = readFile(file()).value();
    EXPECT_EQ(bytes.find("council"), std::string::npos) << "sealed";
}

TEST_F(JournalOnDisk, KeepsAnEditThatCameTooLateAsItWaits) {
    restoring::HeldBack late;
    late.held.author = {kCouncil, WorkerId{"W009"}, "social work assessor", {}};
    late.held.author.device.bytes[15] = 9;
    late.held.receivedAt = WallTime{17};
    late.held.reason = ErrorCode::Revoked;
    auto& intent = late.held.intent;
    intent.op.bytes[15] = 3;
    intent.home = kCouncil;
    intent.record.bytes[15] = 4;
    intent.type = RecordType::ContactNote;
    intent.category = Category{2};
    intent.person.bytes[15] = 5;
    intent.edits.push_back({contact_note::kText.tag, std::nullopt, Value{std::string{"she fell again"}}});
    const restoring::JournalEntry entry{WallTime{17}, late};
    ASSERT_TRUE(open()->append({&entry, 1}, 0));

    std::vector<removal::HeldIntent> read;
    ASSERT_TRUE(open()->read(
        [&](const restoring::JournalEntry& kept, const restoring::JournalHead&) -> Result<void> {
            EXPECT_EQ(kept.at, WallTime{17});
            read.push_back(std::get<restoring::HeldBack>(kept.what).held);
            return ok();
        },
        1));
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].author, late.held.author);
    EXPECT_EQ(read[0].receivedAt, late.held.receivedAt);
    EXPECT_EQ(read[0].reason, ErrorCode::Revoked);
    EXPECT_EQ(read[0].state, removal::HeldState::Waiting);
    EXPECT_EQ(read[0].intent, intent) << "word for word";
}

TEST_F(JournalOnDisk, SaysWhatWasDoneToIt) {
    for (std::uint8_t number = 1; number <= 5; ++number) {
        append(number);
    }
    const auto whole = readFile(file()).value();
    const std::size_t frame = (whole.size() - 25) / 5;
    const auto damaged = [&](const std::function<void(std::string&)>& how) {
        change([&](std::string& bytes) { bytes = whole; });
        change(how);
        const auto read = numbers(5);
        return read ? ErrorCode{} : read.error().code;
    };
    EXPECT_EQ(damaged([](std::string&) {}), ErrorCode{});
    EXPECT_EQ(damaged([&](std::string& bytes) { bytes[25 + frame + 40] ^= 1; }), ErrorCode::StoreDamaged) << "altered";
    EXPECT_EQ(damaged([&](std::string& bytes) { bytes.erase(25 + frame, frame); }), ErrorCode::StoreDamaged)
        << "taken out";
    EXPECT_EQ(damaged([&](std::string& bytes) { bytes.resize(25 + 3 * frame); }), ErrorCode::StoreDamaged) << "cut off";
    EXPECT_EQ(damaged([&](std::string& bytes) {
                  std::swap_ranges(bytes.begin() + 25, bytes.begin() + 25 + static_cast<std::ptrdiff_t>(frame),
                                   bytes.begin() + 25 + static_cast<std::ptrdiff_t>(frame));
              }),
              ErrorCode::StoreDamaged)
        << "in another order";
    EXPECT_EQ(damaged([](std::string& bytes) { bytes[10] ^= 1; }), ErrorCode::StoreDamaged) << "another file's";
    key[0] ^= 1;
    EXPECT_EQ(damaged([](std::string&) {}), ErrorCode::StoreDamaged) << "another key's";
}

TEST_F(JournalOnDisk, DropsWhatAPowerCutLeftHalfWritten) {
    append(1);
    append(2, 1);
    change([](std::string& bytes) { bytes.resize(bytes.size() - 5); });
    EXPECT_EQ(numbers(1).value(), (std::vector<std::uint8_t>{1}));
    EXPECT_EQ(numbers(2).error().code, ErrorCode::StoreDamaged) << "the ledger knew of two";
    append(3, 1);
    EXPECT_EQ(numbers(2).value(), (std::vector<std::uint8_t>{1, 3}));
    change([](std::string& bytes) { bytes += std::string(60, '\0'); });
    EXPECT_EQ(numbers(2).value().size(), 2U);
    append(4, 2);
    EXPECT_EQ(numbers(3).value(), (std::vector<std::uint8_t>{1, 3, 4}));
}

TEST_F(JournalOnDisk, ThatIsDamagedIsSetAsideAndTheNextThingIsWrittenAllTheSame) {
    append(1);
    append(2, 1);
    change([](std::string& bytes) { bytes[40] ^= 1; });
    append(3, 2);
    EXPECT_EQ(numbers(1).value(), (std::vector<std::uint8_t>{3}));
    EXPECT_TRUE(fs::exists(temporary.path() / "council.journal.set-aside-1"));
    fs::remove(file());
    append(4, 1);
    EXPECT_EQ(numbers(1).value(), (std::vector<std::uint8_t>{4}));
    EXPECT_EQ(numbers(2).error().code, ErrorCode::StoreDamaged) << "and a restore will ask for it";
}

} // namespace frontsheet::test
