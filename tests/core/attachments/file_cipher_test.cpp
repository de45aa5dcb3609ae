// Sealed, a file opens whole, in order, and in its own place alone.
#include "core/attachments/file_cipher.h"
#include "core/domain/attachment_limits.h"

#include <gtest/gtest.h>
#include <sodium.h>

namespace frontsheet {
namespace {

using attachment_limits::kChunkBytes;

FileKey keyOf(std::uint8_t with) {
    FileKey key;
    key.bytes.fill(with);
    return key;
}

Bytes plainFile(std::size_t size) {
    Bytes out(size, '\0');
    for (std::size_t i = 0; i < size; ++i) {
        out[i] = static_cast<char>((i * 31 + i / 977) & 0xFF);
    }
    return out;
}

struct Sealed {
    FileKey key;
    std::uint64_t size = 0;
    std::vector<Bytes> chunks;
    FileAddress address;
};

Sealed sealed(const Bytes& plain, const FileKey& key) {
    Sealed out{key, plain.size(), {}, {}};
    FileSealer sealer{key, plain.size()};
    for (std::uint32_t i = 0; i < chunksOf(plain.size()); ++i) {
        out.chunks.push_back(sealer.seal(BytesView{plain}.substr(std::size_t{i} * kChunkBytes, kChunkBytes)).value());
    }
    out.address = sealer.address();
    return out;
}

FileAddress addressOf(const Sealed& file) {
    FileAddressing addressing{file.key, file.size};
    for (const auto& chunk : file.chunks) {
        addressing.add(chunk);
    }
    return addressing.address();
}

TEST(FileCipher, WhatWasSealedOpensAsItWas) {
    for (const std::size_t size : {std::size_t{1}, std::size_t{kChunkBytes} - 1, std::size_t{kChunkBytes},
                                   std::size_t{kChunkBytes} + 1, 3 * std::size_t{kChunkBytes}}) {
        const auto plain = plainFile(size);
        const auto file = sealed(plain, keyOf(3));
        Bytes opened;
        std::uint64_t bytes = 0;
        for (std::uint32_t i = 0; i < file.chunks.size(); ++i) {
            EXPECT_EQ(file.chunks[i].size(), sealedChunkBytes(size, i));
            bytes += file.chunks[i].size();
            opened += openChunk(file.key, size, i, file.chunks[i]).value();
        }
        EXPECT_EQ(opened, plain) << size;
        EXPECT_EQ(bytes, sealedFileBytes(size));
        EXPECT_EQ(addressOf(file), file.address);
    }
}

// The construction as written down, made a second time from libsodium's parts: whoever changes the layout breaks every file there is.
TEST(FileCipher, TheLayoutIsTheOneWrittenDown) {
    const Bytes plain = plainFile(kChunkBytes + 5);
    const auto file = sealed(plain, keyOf(0x42));
    unsigned char subkey[32];
    crypto_kdf_derive_from_key(subkey, sizeof subkey, 1, "FSattach", keyOf(0x42).bytes.data());
    const unsigned char size[8] = {5, 0, 4, 0, 0, 0, 0, 0};
    const unsigned char nonce[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1};
    unsigned char last[5 + 16];
    crypto_aead_chacha20poly1305_ietf_encrypt(last, nullptr,
                                              reinterpret_cast<const unsigned char*>(plain.data()) + kChunkBytes, 5,
                                              size, sizeof size, nullptr, nonce, subkey);
    EXPECT_EQ(file.chunks[1], (Bytes{reinterpret_cast<const char*>(last), sizeof last}));
    crypto_kdf_derive_from_key(subkey, sizeof subkey, 2, "FSattach", keyOf(0x42).bytes.data());
    const Bytes all = Bytes{reinterpret_cast<const char*>(size), 8} + file.chunks[0] + file.chunks[1];
    FileAddress address;
    crypto_generichash(address.bytes.data(), 32, reinterpret_cast<const unsigned char*>(all.data()), all.size(), subkey,
                       32);
    EXPECT_EQ(file.address, address);
}

TEST(FileCipher, NothingOpensButInItsOwnPlace) {
    const auto plain = plainFile(3 * kChunkBytes);
    const auto file = sealed(plain, keyOf(3));
    const auto opens = [&](const FileKey& key, std::uint64_t size, std::uint32_t at, const Bytes& chunk) {
        return openChunk(key, size, at, chunk).has_value();
    };
    EXPECT_TRUE(opens(file.key, file.size, 1, file.chunks[1]));
    EXPECT_FALSE(opens(file.key, file.size, 0, file.chunks[1])) << "swapped";
    EXPECT_FALSE(opens(file.key, file.size, 2, file.chunks[1])) << "repeated";
    EXPECT_FALSE(opens(keyOf(4), file.size, 1, file.chunks[1])) << "another file's";
    EXPECT_FALSE(opens(file.key, 2 * kChunkBytes, 1, file.chunks[1])) << "cut off, so that it would be the last";
    EXPECT_FALSE(opens(file.key, 4 * kChunkBytes, 2, file.chunks[2])) << "added to";
    EXPECT_FALSE(opens(file.key, file.size, 3, file.chunks[2])) << "beyond the end";
    for (const std::size_t at : {std::size_t{0}, file.chunks[1].size() / 2, file.chunks[1].size() - 1}) {
        auto altered = file.chunks[1];
        altered[at] = static_cast<char>(altered[at] ^ 1);
        EXPECT_FALSE(opens(file.key, file.size, 1, altered)) << at;
    }
    EXPECT_FALSE(opens(file.key, file.size, 1, file.chunks[1].substr(1)));
    EXPECT_FALSE(opens(file.key, file.size, 1, ""));
}

TEST(FileCipher, WhoHasTheKeyMakesNoOtherFileOfTheAddress) {
    const auto file = sealed(plainFile(2 * kChunkBytes), keyOf(3));
    auto other = sealed(plainFile(2 * kChunkBytes - 1) + "x", keyOf(3));
    EXPECT_NE(addressOf(other), file.address);
    std::swap(other.chunks[0], other.chunks[1]);
    EXPECT_NE(addressOf(other), file.address);
}

TEST(FileCipher, ChunksAreSealedInOrderAndWhole) {
    FileSealer sealer{keyOf(1), 2 * kChunkBytes};
    EXPECT_EQ(sealer.seal("short").error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(sealer.seal(Bytes(kChunkBytes, 'a')));
    EXPECT_TRUE(sealer.seal(Bytes(kChunkBytes, 'b')));
    EXPECT_EQ(sealer.seal(Bytes(kChunkBytes, 'c')).error().code, ErrorCode::InvalidArgument);
}

TEST(FileCipher, EachFileHasAKeyOfItsOwn) { EXPECT_NE(randomFileKey(), randomFileKey()); }

} // namespace
} // namespace frontsheet
