#include "app/agency_server/rescue/rescue_keys.h"

#include "app/agency_server/files.h"
#include "core/base/id.h"

#include <sodium.h>

#include <algorithm>

namespace frontsheet {

namespace {

constexpr const char* kPublic = "rescue.pub";
constexpr const char* kFirst = "rescue-first.key";
constexpr const char* kSecond = "rescue-second.key";

StoreKey asStoreKey(const RescueSecret& share) {
    StoreKey key = StoreKey::zero();
    std::copy(share.bytes().begin(), share.bytes().end(), key.fill().begin());
    return key;
}

RescueSecret asShare(const StoreKey& key) {
    RescueBytes bytes{};
    std::copy(key.view().begin(), key.view().end(), bytes.begin());
    RescueSecret share{bytes};
    sodium_memzero(bytes.data(), bytes.size());
    return share;
}

} // namespace

Result<RescuePublicKey> RescueKeys::publicKey() const {
    FS_ASSIGN(auto text, readFile(m_folder / kPublic, 1024));
    while (text.ends_with('\n') || text.ends_with('\r')) {
        text.pop_back();
    }
    RescueBytes bytes{};
    if (!detail::fromHex(text, bytes)) {
        return {ErrorCode::Malformed, kPublic};
    }
    return RescuePublicKey::of({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Result<void> RescueKeys::make(const std::string& first, const std::string& second, const KdfCost& cost) const {
    std::error_code failed;
    for (const auto* name : {kPublic, kFirst, kSecond}) {
        if (std::filesystem::exists(m_folder / name, failed)) {
            return {ErrorCode::Duplicate, std::string{name} + ": files sealed to it open with it alone"};
        }
    }
    if (first == second) {
        return {ErrorCode::InvalidArgument, "two people have two passphrases"};
    }
    const auto secret = RescueSecret::random();
    const auto shares = secret.split();
    FS_TRY(key_file::write((m_folder / kFirst).string(), asStoreKey(shares.one), first, cost));
    FS_TRY(key_file::write((m_folder / kSecond).string(), asStoreKey(shares.two), second, cost));
    const auto key = secret.publicKey();
    // Last: from now on devices are told of it.
    return writeFile(m_folder / kPublic, detail::toHex(key.bytes) + "\n", Readable::ByAll);
}

Result<RescueSecret> RescueKeys::secret(const std::string& first, const std::string& second) const {
    FS_ASSIGN(const auto expected, publicKey());
    FS_ASSIGN(const auto one, key_file::unlock((m_folder / kFirst).string(), first));
    FS_ASSIGN(const auto two, key_file::unlock((m_folder / kSecond).string(), second));
    auto secret = RescueSecret::joined(asShare(one), asShare(two));
    if (secret.publicKey() != expected) {
        return {ErrorCode::KeyFileDamaged, "the shares are not of the key that devices have"};
    }
    return secret;
}

} // namespace frontsheet
