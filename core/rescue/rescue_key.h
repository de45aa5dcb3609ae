// The key that an agency's devices seal unsent work to (X25519, RFC 7748). The secret exists whole only while a file is
// opened: it is kept as two shares (one-time pad), each under the passphrase of another person.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>

namespace frontsheet {

using RescueBytes = std::array<std::uint8_t, 32>;

struct RescuePublicKey {
    RescueBytes bytes{};
    // 32 bytes as they travel; Malformed otherwise, and for keys that no secret has (all zero).
    [[nodiscard]] static Result<RescuePublicKey> of(BytesView raw);
    [[nodiscard]] Bytes raw() const;
    // Tells keys apart in a file; says nothing of the secret.
    [[nodiscard]] Bytes mark() const;
    [[nodiscard]] std::uint64_t markNumber() const; // the same, its first byte the lowest; 0 is nobody's
    friend bool operator==(const RescuePublicKey&, const RescuePublicKey&) = default;
};

// Wiped when it goes.
class RescueSecret {
public:
    RescueSecret() = default;
    explicit RescueSecret(const RescueBytes& bytes) : m_bytes(bytes) {}
    RescueSecret(RescueSecret&& other) noexcept;
    RescueSecret& operator=(RescueSecret&&) = delete;
    ~RescueSecret();

    [[nodiscard]] static RescueSecret random();
    [[nodiscard]] RescuePublicKey publicKey() const;
    [[nodiscard]] const RescueBytes& bytes() const { return m_bytes; }

    // An earlier secret kept under the key in use now: one sealed box (X25519, XSalsa20-Poly1305).
    [[nodiscard]] Bytes sealedTo(const RescuePublicKey& key) const;
    // Malformed: not such a box, or one for another key. Whoever has the public key can make one, so the caller compares what comes
    // out with what was to be in it.
    [[nodiscard]] static Result<RescueSecret> unsealed(BytesView box, const RescueSecret& with);

    // Both are needed: share one is chance, share two the secret under it.
    struct Shares;
    [[nodiscard]] Shares split() const;
    [[nodiscard]] static RescueSecret joined(const RescueSecret& one, const RescueSecret& two);

private:
    RescueBytes m_bytes{};
};

struct RescueSecret::Shares {
    RescueSecret one, two;
};

} // namespace frontsheet
