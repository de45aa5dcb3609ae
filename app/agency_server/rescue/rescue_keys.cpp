#include "app/agency_server/rescue/rescue_keys.h"

#include "app/agency_server/files.h"
#include "core/base/crash_point.h"
#include "core/base/id.h"

#include <sodium.h>

#include <algorithm>

namespace frontsheet {

namespace {

constexpr const char* kPublic = "rescue.pub";
constexpr std::string_view kUnder = ".under-";
constexpr std::string_view kPrefix = "rescue-";
constexpr std::size_t kMarkDigits = 16;

std::string digitsOf(BytesView mark) {
    std::array<std::uint8_t, kMarkDigits / 2> bytes{};
    std::copy_n(mark.begin(), std::min(mark.size(), bytes.size()), bytes.begin());
    return detail::toHex(bytes);
}
std::string digitsOf(const RescuePublicKey& key) { return digitsOf(key.mark()); }

std::string firstOf(const std::string& mark) { return std::string{kPrefix} + mark + "-first.key"; }
std::string secondOf(const std::string& mark) { return std::string{kPrefix} + mark + "-second.key"; }
std::string sealedName(const std::string& mark, const std::string& now) {
    return std::string{kPrefix} + mark + std::string{kUnder} + now;
}

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

// The shares of a new key, read back before anybody relies on them.
Result<void> RescueKeys::write(const RescueSecret& secret, const RescuePassphrases& to, const KdfCost& cost) const {
    if (to.first == to.second) {
        return {ErrorCode::InvalidArgument, "two people have two passphrases"};
    }
    const auto shares = secret.split();
    const auto mark = digitsOf(secret.publicKey());
    FS_TRY(key_file::write((m_folder / firstOf(mark)).string(), asStoreKey(shares.one), to.first, cost));
    FS_TRY(key_file::write((m_folder / secondOf(mark)).string(), asStoreKey(shares.two), to.second, cost));
    FS_ASSIGN(const auto back, joined(mark, to));
    (void)back;
    return ok();
}

// From now on devices are told of it.
Result<void> RescueKeys::use(const RescuePublicKey& key) const {
    return writeFile(m_folder / kPublic, detail::toHex(key.bytes) + "\n", Readable::ByAll);
}

Result<void> RescueKeys::make(const RescuePassphrases& to, const KdfCost& cost) const {
    std::error_code failed;
    if (std::filesystem::exists(m_folder / kPublic, failed)) {
        return {ErrorCode::Duplicate, "there is a rescue key: --replace keeps what was sealed to it readable"};
    }
    const auto secret = RescueSecret::random();
    FS_TRY(write(secret, to, cost));
    return use(secret.publicKey());
}

Result<void> RescueKeys::replace(const RescuePassphrases& present, const RescuePassphrases& to,
                                 const KdfCost& cost) const {
    FS_ASSIGN(const auto old, secret(present));
    FS_ASSIGN(auto marks, earlier());
    const auto was = digitsOf(old.publicKey());
    const auto next = RescueSecret::random();
    const auto now = digitsOf(next.publicKey());
    FS_TRY(write(next, to, cost));
    const auto seal = [&](const RescueSecret& secret, const std::string& mark) -> Result<void> {
        const auto path = m_folder / sealedName(mark, now);
        FS_TRY(writeFile(path, secret.sealedTo(next.publicKey()), Readable::ByOwner));
        FS_ASSIGN(const auto back, under(mark, next)); // before what it was kept in goes
        (void)back;
        return ok();
    };
    FS_TRY(seal(old, was));
    for (const auto& mark : marks) {
        FS_ASSIGN(const auto before, under(mark, old));
        FS_TRY(seal(before, mark));
    }
    crashPoint("rescue.replace.before-use");
    FS_TRY(use(next.publicKey()));
    crashPoint("rescue.replace.after-use");
    // One who has left must not open with a passphrase of theirs what is sealed from now on; copies elsewhere are theirs to mind.
    bool failed = false;
    marks.push_back(was);
    for (const auto& mark : marks) {
        for (const auto& name : {firstOf(mark), secondOf(mark), sealedName(mark, was)}) {
            std::error_code error;
            std::filesystem::remove(m_folder / name, error);
            failed = failed || static_cast<bool>(error);
        }
    }
    return failed ? Result<void>{ErrorCode::DiskFailed, "the old key's files are still there: remove them"} : ok();
}

Result<void> RescueKeys::replaceLost(const RescuePassphrases& to, const KdfCost& cost) const {
    FS_TRY(publicKey());
    const auto secret = RescueSecret::random();
    FS_TRY(write(secret, to, cost));
    return use(secret.publicKey());
}

Result<RescueSecret> RescueKeys::joined(const std::string& mark, const RescuePassphrases& people) const {
    FS_ASSIGN(const auto one, key_file::unlock((m_folder / firstOf(mark)).string(), people.first));
    FS_ASSIGN(const auto two, key_file::unlock((m_folder / secondOf(mark)).string(), people.second));
    auto secret = RescueSecret::joined(asShare(one), asShare(two));
    if (digitsOf(secret.publicKey()) != mark) {
        return {ErrorCode::KeyFileDamaged, "the shares are not of the key that devices have"};
    }
    return secret;
}

Result<RescueSecret> RescueKeys::under(const std::string& mark, const RescueSecret& now) const {
    FS_ASSIGN(const auto box, readFile(m_folder / sealedName(mark, digitsOf(now.publicKey())), 1024));
    auto secret = RescueSecret::unsealed(box, now);
    if (!secret || digitsOf(secret->publicKey()) != mark) {
        return {ErrorCode::KeyFileDamaged, "an earlier rescue key"};
    }
    return secret;
}

Result<RescueSecret> RescueKeys::secret(const RescuePassphrases& people) const {
    FS_ASSIGN(const auto key, publicKey());
    return joined(digitsOf(key), people);
}

Result<RescueSecret> RescueKeys::secretOf(BytesView mark, const RescuePassphrases& people) const {
    FS_ASSIGN(const auto key, publicKey());
    const auto wanted = digitsOf(mark);
    const auto inUse = digitsOf(key);
    if (wanted == inUse) {
        return joined(inUse, people);
    }
    const auto hasShares = [this](const std::string& of) {
        std::error_code failed;
        return std::filesystem::exists(m_folder / firstOf(of), failed);
    };
    // Under the one in use; or under one, or itself one, that was given up as lost and whose two passphrases were found again.
    FS_ASSIGN(auto all, sealedOnes());
    std::stable_partition(all.begin(), all.end(), [&](const auto& one) { return one.second == inUse; });
    const auto kept = std::find_if(all.begin(), all.end(),
                                   [&](const auto& one) { return one.first == wanted && hasShares(one.second); });
    if (kept != all.end()) {
        FS_ASSIGN(const auto keeper, joined(kept->second, people));
        return under(wanted, keeper);
    }
    return hasShares(wanted) ? joined(wanted, people)
                             : Result<RescueSecret>{ErrorCode::WrongTenant, "sealed to another agency's key"};
}

Result<std::vector<std::string>> RescueKeys::earlier() const {
    FS_ASSIGN(const auto key, publicKey());
    FS_ASSIGN(const auto all, sealedOnes());
    std::vector<std::string> marks;
    for (const auto& [sealed, now] : all) {
        if (now == digitsOf(key)) {
            marks.push_back(sealed);
        }
    }
    return marks;
}

Result<std::vector<std::pair<std::string, std::string>>> RescueKeys::sealedOnes() const {
    std::vector<std::pair<std::string, std::string>> all;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, failed)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(kPrefix) && name.size() == kPrefix.size() + 2 * kMarkDigits + kUnder.size() &&
            name.compare(kPrefix.size() + kMarkDigits, kUnder.size(), kUnder) == 0) {
            all.emplace_back(name.substr(kPrefix.size(), kMarkDigits), name.substr(name.size() - kMarkDigits));
        }
    }
    if (failed) {
        return {ErrorCode::DiskFailed, "the folder of the rescue keys"};
    }
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace frontsheet
