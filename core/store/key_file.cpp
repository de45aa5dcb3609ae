#include "core/store/key_file.h"

#include "core/store/durable_file.h"

#include <argon2.h>
#include <sodium.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <vector>

namespace frontsheet {

namespace {

constexpr std::string_view kMagic{"FSKEY\r\n\x1a", 8};
constexpr std::uint16_t kFormat = 1;
constexpr std::size_t kHeaderBytes = 12;
constexpr std::size_t kBoundBytes = 10; // of the header, in the associated data; the count of wraps may change
constexpr std::size_t kChecksumBytes = crypto_hash_sha256_BYTES;
constexpr std::uint16_t kPassphraseWrap = 1;
constexpr std::size_t kWrapOpenBytes = 3 * 4 + 16 + 24; // cost, salt, nonce
constexpr std::size_t kBoxBytes = StoreKey::kBytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;

static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == StoreKey::kBytes);
static_assert(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == sizeof(WrapChance::nonce));

struct Wrap {
    std::uint16_t kind = 0;
    std::string bytes;
};

template <class Number>
void putNumber(std::string& out, Number value) {
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(value >> (8 * i))));
    }
}

template <class Number>
Number number(std::string_view bytes, std::size_t at) {
    Number value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
        value = static_cast<Number>(
            value | static_cast<Number>(static_cast<Number>(static_cast<std::uint8_t>(bytes[at + i])) << (8 * i)));
    }
    return value;
}

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

std::string checksum(std::string_view bytes) {
    std::string sum(kChecksumBytes, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(sum.data()), raw(bytes), bytes.size());
    return sum;
}

Error damaged(const char* what) { return {ErrorCode::KeyFileDamaged, what}; }

bool isAcceptable(const KdfCost& cost) {
    return cost.passes >= 1 && cost.passes <= store::kMaxKdfPasses && cost.lanes >= 1 &&
           cost.lanes <= store::kMaxKdfLanes && cost.kib >= 8 * cost.lanes && cost.kib <= store::kMaxKdfKiB;
}

Result<StoreKey> derived(std::string_view passphrase, const KdfCost& cost, std::string_view salt) {
    StoreKey key = StoreKey::zero();
    const int code = argon2id_hash_raw(cost.passes, cost.kib, cost.lanes, passphrase.data(), passphrase.size(),
                                       salt.data(), salt.size(), key.fill().data(), key.fill().size());
    if (code != ARGON2_OK) {
        // Out of memory is the only way left once the cost is within its limits.
        return {ErrorCode::Internal, "key derivation, code " + std::to_string(code)};
    }
    return key;
}

std::string associated(std::string_view fileStart, std::uint16_t kind, std::string_view wrapOpen) {
    std::string data{fileStart.substr(0, kBoundBytes)};
    putNumber(data, kind);
    data += wrapOpen;
    return data;
}

std::string fileStart() {
    std::string start{kMagic};
    putNumber(start, kFormat);
    return start;
}

Result<Wrap> passphraseWrap(const StoreKey& key, std::string_view passphrase, const KdfCost& cost,
                            const WrapChance& chance) {
    if (passphrase.empty() || passphrase.size() > store::kMaxPassphraseBytes) {
        return {ErrorCode::InvalidArgument, "passphrase length"};
    }
    if (!isAcceptable(cost)) {
        return {ErrorCode::InvalidArgument, "key derivation cost"};
    }
    Wrap wrap{kPassphraseWrap, {}};
    putNumber(wrap.bytes, cost.kib);
    putNumber(wrap.bytes, cost.passes);
    putNumber(wrap.bytes, cost.lanes);
    wrap.bytes.append(reinterpret_cast<const char*>(chance.salt.data()), chance.salt.size());
    wrap.bytes.append(reinterpret_cast<const char*>(chance.nonce.data()), chance.nonce.size());
    FS_ASSIGN(const auto wrapping, derived(passphrase, cost, std::string_view{wrap.bytes}.substr(12, 16)));
    const std::string bound = associated(fileStart(), kPassphraseWrap, wrap.bytes);
    std::array<unsigned char, kBoxBytes> box{};
    crypto_aead_xchacha20poly1305_ietf_encrypt(box.data(), nullptr, key.view().data(), key.view().size(), raw(bound),
                                               bound.size(), nullptr, chance.nonce.data(), wrapping.view().data());
    wrap.bytes.append(reinterpret_cast<const char*>(box.data()), box.size());
    return wrap;
}

std::string assembled(const std::vector<Wrap>& wraps) {
    std::string file = fileStart();
    putNumber(file, static_cast<std::uint16_t>(wraps.size()));
    for (const auto& wrap : wraps) {
        putNumber(file, wrap.kind);
        putNumber(file, static_cast<std::uint16_t>(wrap.bytes.size()));
        file += wrap.bytes;
    }
    return file + checksum(file);
}

Result<std::vector<Wrap>> takenApart(std::string_view file) {
    if (file.size() < kHeaderBytes + kChecksumBytes || !file.starts_with(kMagic)) {
        return damaged("no key file");
    }
    const auto body = file.substr(0, file.size() - kChecksumBytes);
    if (checksum(body) != file.substr(body.size())) {
        return damaged("checksum");
    }
    if (number<std::uint16_t>(body, kMagic.size()) != kFormat) {
        return {ErrorCode::StoreNewer, "key file format"};
    }
    const auto count = number<std::uint16_t>(body, kBoundBytes);
    std::vector<Wrap> wraps;
    std::size_t at = kHeaderBytes;
    for (std::uint16_t i = 0; i < count; ++i) {
        if (body.size() - at < 4) {
            return damaged("wrap header");
        }
        const auto kind = number<std::uint16_t>(body, at);
        const auto length = number<std::uint16_t>(body, at + 2);
        at += 4;
        if (body.size() - at < length) {
            return damaged("wrap length");
        }
        wraps.push_back({kind, std::string{body.substr(at, length)}});
        at += length;
    }
    return at == body.size() ? Result<std::vector<Wrap>>{std::move(wraps)} : damaged("bytes left over");
}

Result<StoreKey> opened(const Wrap& wrap, std::string_view start, std::string_view passphrase) {
    const std::string_view bytes = wrap.bytes;
    if (bytes.size() != kWrapOpenBytes + kBoxBytes) {
        return damaged("wrap length");
    }
    const KdfCost cost{number<std::uint32_t>(bytes, 0), number<std::uint32_t>(bytes, 4),
                       number<std::uint32_t>(bytes, 8)};
    if (!isAcceptable(cost)) {
        return damaged("key derivation cost");
    }
    if (passphrase.size() > store::kMaxPassphraseBytes) {
        return {ErrorCode::WrongPassphrase};
    }
    FS_ASSIGN(const auto wrapping, derived(passphrase, cost, bytes.substr(12, 16)));
    const std::string bound = associated(start, wrap.kind, bytes.substr(0, kWrapOpenBytes));
    StoreKey key = StoreKey::zero();
    const int code = crypto_aead_xchacha20poly1305_ietf_decrypt(
        key.fill().data(), nullptr, nullptr, raw(bytes.substr(kWrapOpenBytes)), kBoxBytes, raw(bound), bound.size(),
        raw(bytes.substr(28, 24)), wrapping.view().data());
    if (code != 0) {
        return {ErrorCode::WrongPassphrase};
    }
    return key;
}

const Wrap* passphraseWrapOf(const std::vector<Wrap>& wraps) {
    const auto at = std::find_if(wraps.begin(), wraps.end(), [](const Wrap& w) { return w.kind == kPassphraseWrap; });
    return at == wraps.end() ? nullptr : &*at;
}

Result<std::string> readFile(const std::string& path) {
    auto file = durable_file::read(path, store::kMaxKeyFileBytes);
    if (!file && file.error().code == ErrorCode::TooLarge) {
        return damaged("key file size");
    }
    return file;
}

} // namespace

WrapChance WrapChance::random() {
    WrapChance chance;
    if (sodium_init() < 0) {
        std::abort(); // without the system's generator there is no key to make
    }
    randombytes_buf(chance.salt.data(), chance.salt.size());
    randombytes_buf(chance.nonce.data(), chance.nonce.size());
    return chance;
}

namespace key_file {

Result<std::string> sealed(const StoreKey& key, std::string_view passphrase, const KdfCost& cost,
                           const WrapChance& chance) {
    FS_ASSIGN(auto wrap, passphraseWrap(key, passphrase, cost, chance));
    return assembled({std::move(wrap)});
}

Result<StoreKey> unsealed(std::string_view file, std::string_view passphrase) {
    FS_ASSIGN(const auto wraps, takenApart(file));
    const Wrap* wrap = passphraseWrapOf(wraps);
    if (wrap == nullptr) {
        return {ErrorCode::Unsupported, "no passphrase wrap"};
    }
    return opened(*wrap, file, passphrase);
}

Result<void> write(const std::string& path, const StoreKey& key, std::string_view passphrase, const KdfCost& cost) {
    FS_ASSIGN(const auto bytes, sealed(key, passphrase, cost, WrapChance::random()));
    return durable_file::replace(path, bytes);
}

Result<StoreKey> unlock(const std::string& path, std::string_view passphrase) {
    FS_ASSIGN(const auto file, readFile(path));
    return unsealed(file, passphrase);
}

Result<void> changePassphrase(const std::string& path, std::string_view from, std::string_view to,
                              const KdfCost& cost) {
    FS_ASSIGN(const auto file, readFile(path));
    FS_ASSIGN(const auto key, unsealed(file, from));
    FS_ASSIGN(auto wraps, takenApart(file));
    FS_ASSIGN(auto fresh, passphraseWrap(key, to, cost, WrapChance::random()));
    for (auto& wrap : wraps) {
        if (wrap.kind == kPassphraseWrap) {
            wrap = std::move(fresh);
            break;
        }
    }
    return durable_file::replace(path, assembled(wraps));
}

} // namespace key_file

} // namespace frontsheet
