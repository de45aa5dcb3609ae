#include "tests/core/store/decrypted_file.h"

#include "core/sqlite/tuning.h"
#include "core/store/key_file.h"

#include <openssl/evp.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace frontsheet::test {

namespace {

// SQLCipher's page: [salt in place of the first 16 bytes of page 1] ciphertext | IV 16 | HMAC-SHA-256 32.
constexpr std::size_t kPage = sqlite::kPageBytes;
constexpr std::size_t kReserve = 16 + 32;
constexpr std::size_t kSalt = 16;
constexpr std::size_t kWalHeader = 32;
constexpr std::size_t kFrameHeader = 24;

std::string contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string decrypted(const std::string& page, std::size_t from, const std::array<std::uint8_t, 32>& key) {
    const auto* raw = reinterpret_cast<const unsigned char*>(page.data());
    const std::size_t length = kPage - kReserve - from;
    std::string plain(length + 32, '\0');
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context{EVP_CIPHER_CTX_new(),
                                                                                  EVP_CIPHER_CTX_free};
    int written = 0;
    EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, key.data(), raw + kPage - kReserve);
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char*>(plain.data()), &written, raw + from,
                      static_cast<int>(length));
    if (static_cast<std::size_t>(written) != length) {
        throw std::runtime_error("page length");
    }
    plain.resize(length);
    return plain;
}

} // namespace

namespace {

std::vector<std::string> pagesOf(const std::string& database, const std::array<std::uint8_t, 32>& key) {
    std::vector<std::string> pages;
    const std::string file = contents(database);
    for (std::size_t at = 0; at + kPage <= file.size(); at += kPage) {
        pages.push_back(decrypted(file.substr(at, kPage), at == 0 ? kSalt : 0, key));
    }
    return pages;
}

std::vector<std::string> framesOf(const std::string& database, const std::array<std::uint8_t, 32>& key) {
    std::vector<std::string> pages;
    const std::string wal = contents(database + "-wal");
    for (std::size_t at = kWalHeader; at + kFrameHeader + kPage <= wal.size(); at += kFrameHeader + kPage) {
        const bool first = wal[at] == 0 && wal[at + 1] == 0 && wal[at + 2] == 0 && wal[at + 3] == 1;
        pages.push_back(decrypted(wal.substr(at + kFrameHeader, kPage), first ? kSalt : 0, key));
    }
    return pages;
}

} // namespace

std::vector<std::string> decryptedPages(const std::string& database, const std::array<std::uint8_t, 32>& key) {
    auto pages = pagesOf(database, key);
    for (auto& frame : framesOf(database, key)) {
        pages.push_back(std::move(frame));
    }
    return pages;
}

std::vector<std::string> placesWith(const std::string& folder, const std::string& passphrase,
                                    const std::string& words) {
    std::vector<std::string> places;
    const auto look = [&](const std::vector<std::string>& pages, const char* what) {
        for (const auto& page : pages) {
            if (page.find(words) != std::string::npos) {
                places.emplace_back(what);
            }
        }
    };
    const auto key = key_file::unlock(folder + "/store/store.key", passphrase);
    if (key) {
        std::array<std::uint8_t, 32> raw{};
        std::ranges::copy(key->view(), raw.begin());
        look(pagesOf(folder + "/store/store.db", raw), "page");
        look(framesOf(folder + "/store/store.db", raw), "wal frame");
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && contents(entry.path().string()).find(words) != std::string::npos) {
            places.push_back(entry.path().filename().string());
        }
    }
    return places;
}

} // namespace frontsheet::test
