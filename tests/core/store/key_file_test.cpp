#include "core/store/durable_file.h"
#include "core/store/key_file.h"
#include "tests/core/temporary_folder.h"

#include <argon2.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <filesystem>
#include <string>

namespace frontsheet {
namespace {

using ::testing::Each;

// Key 00..1f, passphrase "open sesame", 64 KiB, 1 pass, 1 lane, salt a1.., nonce b2..
constexpr const char* kFileOfFormat1 = "46534b45590d0a1a01000100010064004000000001000000"
                                       "01000000a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1b2b2b2b2"
                                       "b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b24a278b7a"
                                       "3bf3e8dfc0873a6a47bb4dc4a479067a362fa74d07a9fd2b"
                                       "fa88b11808711f0ef74992ca44c6c6482aabfa7b36633ecb"
                                       "f563210bcf1321a4bf8ab7ba4f644d6159627451bb43996d"
                                       "5cf4465f";

constexpr KdfCost kQuick{64, 1, 1};

std::string hex(std::string_view bytes) {
    std::string out(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    out.pop_back();
    return out;
}

std::string bytes(const std::string& text) {
    std::string out(text.size() / 2, '\0');
    sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), nullptr, nullptr,
                   nullptr);
    return out;
}

StoreKey countingKey() {
    StoreKey key = StoreKey::zero();
    for (std::size_t i = 0; i < StoreKey::kBytes; ++i) {
        key.fill()[i] = static_cast<std::uint8_t>(i);
    }
    return key;
}

WrapChance fixedChance() {
    WrapChance chance;
    chance.salt.fill(0xA1);
    chance.nonce.fill(0xB2);
    return chance;
}

std::string sealedFile() { return key_file::sealed(countingKey(), "open sesame", kQuick, fixedChance()).value(); }

ErrorCode failure(std::string_view file, std::string_view passphrase = "open sesame") {
    const auto key = key_file::unsealed(file, passphrase);
    EXPECT_FALSE(key);
    return key ? ErrorCode::Internal : key.error().code;
}

// A file changed on purpose, its checksum made right again: what an attacker would hand us.
std::string withChecksum(std::string file) {
    file.resize(file.size() - crypto_hash_sha256_BYTES);
    std::string sum(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(sum.data()),
                       reinterpret_cast<const unsigned char*>(file.data()), file.size());
    return file + sum;
}

// RFC 9106, 5.3.
TEST(KnownAnswer, Argon2id) {
    std::string password(32, '\x01');
    std::string salt(16, '\x02');
    std::string secret(8, '\x03');
    std::string data(12, '\x04');
    std::string tag(32, '\0');
    const auto raw = [](std::string& s) { return reinterpret_cast<std::uint8_t*>(s.data()); };
    argon2_context context{};
    context.out = raw(tag);
    context.outlen = 32;
    context.pwd = raw(password);
    context.pwdlen = 32;
    context.salt = raw(salt);
    context.saltlen = 16;
    context.secret = raw(secret);
    context.secretlen = 8;
    context.ad = raw(data);
    context.adlen = 12;
    context.t_cost = 3;
    context.m_cost = 32;
    context.lanes = 4;
    context.threads = 4;
    context.version = ARGON2_VERSION_13;
    ASSERT_EQ(argon2id_ctx(&context), ARGON2_OK);
    EXPECT_EQ(hex(tag), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

// draft-irtf-cfrg-xchacha-03, A.3.1.
TEST(KnownAnswer, XChaCha20Poly1305) {
    const std::string plain =
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
        "sunscreen would be it.";
    const std::string key = bytes("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const std::string nonce = bytes("404142434445464748494a4b4c4d4e4f5051525354555657");
    const std::string data = bytes("50515253c0c1c2c3c4c5c6c7");
    std::string box(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
    const auto raw = [](const std::string& s) { return reinterpret_cast<const unsigned char*>(s.data()); };
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(box.data()), nullptr, raw(plain),
                                               plain.size(), raw(data), data.size(), nullptr, raw(nonce), raw(key));
    EXPECT_EQ(hex(box).substr(0, 32), "bd6d179d3e83d43b9576579493c0e939");
    EXPECT_EQ(hex(box).substr(hex(box).size() - 32), "c0875924c1c7987947deafd8780acf49");
}

// The format itself: the bytes of version 1 for ever.
TEST(KeyFile, HasTheBytesItAlwaysHad) {
    const std::string file = sealedFile();
    EXPECT_EQ(hex(file).substr(0, 28), "46534b45590d0a1a010001000100");
    EXPECT_EQ(file.size(), 12u + 4 + 52 + 48 + 32);
    EXPECT_EQ(hex(file), kFileOfFormat1);
    const auto key = key_file::unsealed(bytes(kFileOfFormat1), "open sesame");
    ASSERT_TRUE(key);
    EXPECT_TRUE(std::ranges::equal(key->view(), countingKey().view()));
}

TEST(KeyFile, TellsAWrongPassphraseFromDamage) {
    EXPECT_EQ(failure(sealedFile(), "open barley"), ErrorCode::WrongPassphrase);
    EXPECT_EQ(failure(sealedFile(), ""), ErrorCode::WrongPassphrase);
    EXPECT_EQ(failure(sealedFile(), std::string(100000, 'x')), ErrorCode::WrongPassphrase);
    const std::string file = sealedFile();
    for (std::size_t at = 0; at < file.size(); ++at) {
        std::string flipped = file;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        EXPECT_EQ(failure(flipped), ErrorCode::KeyFileDamaged) << "byte " << at;
    }
    for (std::size_t length = 0; length < file.size(); ++length) {
        EXPECT_EQ(failure(file.substr(0, length)), ErrorCode::KeyFileDamaged) << length << " bytes";
    }
    EXPECT_EQ(failure(file + "x"), ErrorCode::KeyFileDamaged);
}

TEST(KeyFile, BindsEveryByteOfItsHeaderToTheKey) {
    const std::string file = sealedFile();
    for (std::size_t at = 12; at < file.size() - 32; ++at) {
        std::string changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 0x01);
        const auto key = key_file::unsealed(withChecksum(changed), "open sesame");
        EXPECT_FALSE(key) << "byte " << at;
    }
}

TEST(KeyFile, RefusesACostThatWouldTakeTheMachine) {
    const std::string file = sealedFile();
    for (const std::size_t at : {16u, 20u, 24u}) { // memory, passes, lanes
        std::string hostile = file;
        hostile.replace(at, 4, std::string(4, '\xFF'));
        EXPECT_EQ(failure(withChecksum(hostile)), ErrorCode::KeyFileDamaged) << at;
    }
}

TEST(KeyFile, FromALaterProgramSaysSo) {
    std::string file = sealedFile();
    file[8] = 2;
    EXPECT_EQ(failure(withChecksum(file)), ErrorCode::StoreNewer);
    std::string without = sealedFile();
    without[12] = 9; // a wrap of a kind not known here, and none with a passphrase
    EXPECT_EQ(failure(withChecksum(without)), ErrorCode::Unsupported);
}

TEST(KeyFile, RefusesAnEmptyPassphrase) {
    for (const auto& passphrase : {std::string{}, std::string(2000, 'x')}) {
        const auto file = key_file::sealed(countingKey(), passphrase, kQuick, fixedChance());
        ASSERT_FALSE(file);
        EXPECT_EQ(file.error().code, ErrorCode::InvalidArgument);
    }
}

TEST(KeyFile, ChangesThePassphraseAndKeepsWhatItDoesNotKnow) {
    const test::TemporaryFolder folder;
    const std::string path = folder.file("store.key");
    // A recovery wrap of a later program beside ours.
    std::string file = sealedFile();
    file.resize(file.size() - 32);
    file[10] = 2;
    const std::string later = std::string("\x02\x00\x05\x00later", 9);
    ASSERT_TRUE(durable_file::replace(path, withChecksum(file + later + std::string(32, '\0'))));
    ASSERT_TRUE(key_file::changePassphrase(path, "open sesame", "new words", kQuick));
    EXPECT_EQ(key_file::unlock(path, "open sesame").error().code, ErrorCode::WrongPassphrase);
    const auto key = key_file::unlock(path, "new words");
    ASSERT_TRUE(key);
    EXPECT_TRUE(std::ranges::equal(key->view(), countingKey().view()));
    EXPECT_THAT(durable_file::read(path, 10000).value(), ::testing::HasSubstr("later"));
    const auto wrong = key_file::changePassphrase(path, "open sesame", "third", kQuick);
    ASSERT_FALSE(wrong);
    EXPECT_TRUE(key_file::unlock(path, "new words")) << "a failed change changes nothing";
    EXPECT_FALSE(std::filesystem::exists(path + ".new"));
    EXPECT_EQ(std::filesystem::status(path).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(KeyFile, KeysAreRandom) {
    const StoreKey a = StoreKey::random();
    const StoreKey b = StoreKey::random();
    EXPECT_FALSE(std::ranges::equal(a.view(), b.view()));
    EXPECT_NE(key_file::sealed(a, "p", kQuick, WrapChance::random()).value(),
              key_file::sealed(a, "p", kQuick, WrapChance::random()).value());
}

} // namespace
} // namespace frontsheet
