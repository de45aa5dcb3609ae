// What a folder of sealed files says is there is there, whatever was cut off.
#include "core/attachments/file_cipher.h"
#include "core/attachments/file_folder.h"
#include "core/domain/attachment_limits.h"

#include <gtest/gtest.h>

#include <fstream>

namespace frontsheet {
namespace {

namespace fs = std::filesystem;
using attachment_limits::kChunkBytes;

class Folder : public ::testing::Test {
protected:
    Folder() {
        fs::remove_all(place);
        key = randomFileKey();
        FileSealer sealer{key, size};
        for (std::uint32_t i = 0; i < 3; ++i) {
            chunks.push_back(sealer.seal(Bytes(i < 2 ? std::size_t{kChunkBytes} : std::size_t{100}, 'x')).value());
        }
        name.address = sealer.address();
    }
    ~Folder() override { fs::remove_all(place); }
    void put(std::uint32_t count) {
        for (std::uint32_t i = 0; i < count; ++i) {
            ASSERT_TRUE(folder.append(name, size, i, chunks[i]));
        }
    }
    [[nodiscard]] fs::path part() const { return place / (name.address.hex() + ".part"); }

    const fs::path place = fs::path{::testing::TempDir()} / "files";
    const std::uint64_t size = 2 * kChunkBytes + 100;
    FileKey key;
    std::vector<Bytes> chunks;
    FileName name;
    FileFolder folder{place};
};

TEST_F(Folder, AFileComesChunkByChunkAndIsThenWhole) {
    EXPECT_EQ(folder.have(name, size).value(), 0U);
    put(3);
    EXPECT_FALSE(folder.isWhole(name)) << "not before it is known to be the one of its address";
    EXPECT_TRUE(folder.finish(name, key, size));
    EXPECT_TRUE(folder.isWhole(name));
    EXPECT_EQ(folder.have(name, size).value(), 3U);
    for (std::uint32_t i = 0; i < 3; ++i) {
        EXPECT_EQ(folder.chunk(name, size, i).value(), chunks[i]);
    }
    EXPECT_EQ(folder.bytesUsed().value(), sealedFileBytes(size));
    EXPECT_EQ(folder.append(name, size, 2, chunks[2]).error().code, ErrorCode::WrongState);
}

TEST_F(Folder, TheNextChunkIsTheOnlyOneTaken) {
    EXPECT_EQ(folder.append(name, size, 1, chunks[1]).error().code, ErrorCode::WrongState);
    put(1);
    EXPECT_EQ(folder.append(name, size, 0, chunks[0]).error().code, ErrorCode::WrongState) << "again";
    EXPECT_EQ(folder.append(name, size, 1, chunks[2]).error().code, ErrorCode::InvalidArgument) << "of another length";
    EXPECT_EQ(folder.append(name, size, 3, chunks[2]).error().code, ErrorCode::InvalidArgument) << "beyond the last";
    EXPECT_EQ(folder.have(name, size).value(), 1U);
}

TEST_F(Folder, WhatACrashLeftHalfWrittenIsWrittenAgain) {
    put(2);
    fs::resize_file(part(), fs::file_size(part()) - 7);
    FileFolder again{place};
    EXPECT_EQ(again.have(name, size).value(), 1U);
    EXPECT_TRUE(again.append(name, size, 1, chunks[1]));
    EXPECT_TRUE(again.append(name, size, 2, chunks[2]));
    EXPECT_TRUE(again.finish(name, key, size));
}

TEST_F(Folder, WhatIsNotTheFileOfItsAddressIsBegunAnew) {
    FileSealer other{key, size}; // by somebody who has the key
    for (std::uint32_t i = 0; i < 3; ++i) {
        ASSERT_TRUE(folder.append(name, size, i,
                                  other.seal(Bytes(i < 2 ? std::size_t{kChunkBytes} : std::size_t{100}, 'y')).value()));
    }
    EXPECT_EQ(folder.finish(name, key, size).error().code, ErrorCode::Malformed);
    EXPECT_EQ(folder.have(name, size).value(), 0U);
    put(3);
    EXPECT_TRUE(folder.finish(name, key, size)) << "the right one still comes";
}

TEST_F(Folder, AFileCannotBecomeWholeBeforeItIs) {
    put(2);
    EXPECT_FALSE(folder.finish(name, key, size));
    EXPECT_FALSE(folder.isWhole(name));
}

TEST_F(Folder, WhatNobodyWantsIsSwept) {
    put(3);
    ASSERT_TRUE(folder.finish(name, key, size));
    FileName half{name.address, RecordId::fromHex("00112233445566778899aabbccddeeff").value()};
    ASSERT_TRUE(folder.append(half, size, 0, chunks[0]));
    std::ofstream(place / "stray.jpg") << "plain";
    ASSERT_EQ(folder.entries()->size(), 2U);
    EXPECT_FALSE(fs::exists(place / "stray.jpg")) << "nothing that is not ours stays beside what is sealed";
    EXPECT_EQ(folder.sweep([&](const FileFolder::Entry& entry) { return entry.name == half && !entry.whole; }).value(),
              1U);
    EXPECT_FALSE(folder.isWhole(name));
    EXPECT_EQ(folder.have(half, size).value(), 1U);
    EXPECT_TRUE(folder.remove(half));
    EXPECT_TRUE(folder.remove(half)) << "gone is gone";
    EXPECT_TRUE(folder.entries()->empty());
}

TEST_F(Folder, WhatWasSealedBeforeItsAddressWasKnownTakesItsName) {
    FileName making;
    making.address.bytes.fill(9);
    for (std::uint32_t i = 0; i < 3; ++i) {
        ASSERT_TRUE(folder.append(making, size, i, chunks[i]));
    }
    ASSERT_TRUE(folder.name(making, name));
    EXPECT_TRUE(folder.isWhole(name));
    EXPECT_EQ(folder.have(making, size).value(), 0U);
}

TEST_F(Folder, ALinkSomebodyPutThereIsNotFollowed) {
    put(1);
    const auto elsewhere = place / "elsewhere";
    std::ofstream(elsewhere) << "secret";
    fs::remove(part());
    fs::create_symlink(elsewhere, part());
    EXPECT_FALSE(folder.append(name, size, 0, chunks[0]));
    std::ifstream read(elsewhere);
    std::string said;
    read >> said;
    EXPECT_EQ(said, "secret");
}

} // namespace
} // namespace frontsheet
