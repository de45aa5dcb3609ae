#include "app/demo/traces.h"

#include "core/sqlite/tuning.h"
#include "core/store/key_file.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>

namespace frontsheet::demo {

namespace {

namespace fs = std::filesystem;

// SQLCipher's page: [salt in place of the first 16 bytes of page 1] ciphertext | IV 16 | HMAC-SHA-256 32.
constexpr std::size_t kPage = sqlite::kPageBytes;
constexpr std::size_t kReserve = 16 + 32;
constexpr std::size_t kSalt = 16;
// A WAL's header, and that of each of its frames (sqlite.org/walformat.html).
constexpr std::size_t kWalHeader = 32;
constexpr std::size_t kFrameHeader = 24;

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string decrypted(const std::string& page, std::size_t from, const StoreKey& key) {
    const auto* raw = reinterpret_cast<const unsigned char*>(page.data());
    const std::size_t length = kPage - kReserve - from;
    std::string plain(length + 32, '\0');
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context{EVP_CIPHER_CTX_new(),
                                                                                  EVP_CIPHER_CTX_free};
    int written = 0;
    EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, key.view().data(), raw + kPage - kReserve);
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    EVP_DecryptUpdate(context.get(), reinterpret_cast<unsigned char*>(plain.data()), &written, raw + from,
                      static_cast<int>(length));
    plain.resize(static_cast<std::size_t>(std::max(written, 0)));
    return plain;
}

void addDatabase(std::vector<std::string>& pages, const std::string& file, const StoreKey& key) {
    for (std::size_t at = 0; at + kPage <= file.size(); at += kPage) {
        pages.push_back(decrypted(file.substr(at, kPage), at == 0 ? kSalt : 0, key));
    }
}

void addWal(std::vector<std::string>& pages, const std::string& wal, const StoreKey& key) {
    for (std::size_t at = kWalHeader; at + kFrameHeader + kPage <= wal.size(); at += kFrameHeader + kPage) {
        const bool first = wal.compare(at, 4, std::string{"\0\0\0\1", 4}) == 0;
        pages.push_back(decrypted(wal.substr(at + kFrameHeader, kPage), first ? kSalt : 0, key));
    }
}

long long countWith(const std::vector<std::string>& texts, const std::string& words) {
    return std::count_if(texts.begin(), texts.end(),
                         [&](const std::string& text) { return text.find(words) != std::string::npos; });
}

} // namespace

Result<StoreKey> storeKeyOf(const Device& device) {
    std::string passphrase = contentOf(device.passphraseFile());
    passphrase.resize(std::min(passphrase.find('\n'), passphrase.size()));
    return key_file::unlock((device.profile() / "store" / "store.key").string(), passphrase);
}

Result<Pages> Pages::of(const Device& device, const StoreKey& key) {
    Pages pages;
    for (const auto& entry : fs::recursive_directory_iterator(device.profile())) {
        if (!entry.is_regular_file()) {
            continue;
        }
        const auto name = entry.path().filename();
        auto content = contentOf(entry.path());
        if (name == "store.db") {
            addDatabase(pages.m_pages, content, key);
        } else if (name == "store.db-wal") {
            addWal(pages.m_pages, content, key);
        } else {
            pages.m_pages.push_back(std::move(content));
        }
    }
    // The first page says whether this is the right key: what follows the salt is fixed by SQLite's file format.
    const bool opened = std::any_of(pages.m_pages.begin(), pages.m_pages.end(), [](const std::string& page) {
        return page.find("CREATE TABLE") != std::string::npos;
    });
    return opened ? Result<Pages>{std::move(pages)} : Result<Pages>{ErrorCode::StoreDamaged, "pages of the device"};
}

long long Pages::with(const std::string& words) const { return countWith(m_pages, words); }

LeftFiles LeftFiles::of(const Device& device) {
    LeftFiles left;
    left.m_hasStore = fs::exists(device.profile() / "store");
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(device.profile(), error)) {
        if (entry.is_regular_file()) {
            left.m_files.push_back(contentOf(entry.path()));
        }
    }
    return left;
}

long long LeftFiles::with(const std::string& words) const { return countWith(m_files, words); }

Wire Wire::of(const Device& device) {
    Wire wire;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(device.wire(), error)) {
        wire.m_replies.push_back(contentOf(entry.path()));
        wire.m_unreadable += entry.path().extension() == ".reply" ? 0 : 1;
    }
    return wire;
}

long long Wire::with(const std::string& words) const { return countWith(m_replies, words); }

std::string rawId(const std::string& hex) {
    std::string raw;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        raw.push_back(static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    }
    return raw;
}

} // namespace frontsheet::demo
