// The key file: the store's random key, wrapped. Losing it loses the store, so it is only ever replaced whole, and damage is
// told apart from a wrong passphrase.
//
//   8 bytes   "FSKEY\r\n\x1a" (a file that went through a text-mode copy no longer begins so)
//   2         format, 1
//   2         number of wraps
//   each      2 kind, 2 length, then so many bytes. Kinds this program does not know are kept.
//   32        SHA-256 of all before: tells damage from a wrong passphrase; it is no protection against an attacker
//
// Wrap kind 1, the passphrase: 4 KiB of memory, 4 passes, 4 lanes (Argon2id version 1.3, RFC 9106), 16 salt, 24 nonce, then
// the key in XChaCha20-Poly1305 (32 + 16 bytes) with the file's first 10 bytes and the wrap up to the nonce as associated
// data. Numbers are little-endian. Kinds 2 (agency's recovery key) and 3 (keychain or TPM) are to come.
//
// Errors: KeyFileDamaged, WrongPassphrase, StoreNewer (a later format), Unsupported (no passphrase wrap), NotFound,
// DiskFailed, DiskFull. Unlocking takes the time the file's cost asks for, on the calling thread.
#pragma once

#include "core/base/result.h"
#include "core/store/store_key.h"
#include "core/store/tuning.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace frontsheet {

struct KdfCost {
    std::uint32_t kib = store::kKdfKiB;
    std::uint32_t passes = store::kKdfPasses;
    std::uint32_t lanes = store::kKdfLanes;
    friend bool operator==(const KdfCost&, const KdfCost&) = default;
};

// The chance in a wrap; random except where a known answer is compared.
struct WrapChance {
    std::array<std::uint8_t, 16> salt{};
    std::array<std::uint8_t, 24> nonce{};

    [[nodiscard]] static WrapChance random();
};

namespace key_file {

// The bytes of a key file with one passphrase wrap. InvalidArgument for a passphrase that is empty or beyond
// kMaxPassphraseBytes, or a cost beyond the limits.
[[nodiscard]] Result<std::string> sealed(const StoreKey& key, std::string_view passphrase, const KdfCost& cost,
                                         const WrapChance& chance);
[[nodiscard]] Result<StoreKey> unsealed(std::string_view file, std::string_view passphrase);

// The same on disk. write() replaces the file atomically: either the old bytes or the new, synced with their folder.
[[nodiscard]] Result<void> write(const std::string& path, const StoreKey& key, std::string_view passphrase,
                                 const KdfCost& cost);
[[nodiscard]] Result<StoreKey> unlock(const std::string& path, std::string_view passphrase);
// The store's key stays as it is; only its passphrase wrap is made anew. Other wraps are kept.
[[nodiscard]] Result<void> changePassphrase(const std::string& path, std::string_view from, std::string_view to,
                                            const KdfCost& cost);

} // namespace key_file

} // namespace frontsheet
