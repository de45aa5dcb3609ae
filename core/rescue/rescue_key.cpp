#include "core/rescue/rescue_key.h"

#include <sodium.h>

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kMarkBytes = 8;
static_assert(crypto_box_PUBLICKEYBYTES == sizeof(RescueBytes) && crypto_box_SECRETKEYBYTES == sizeof(RescueBytes));

} // namespace

Result<RescuePublicKey> RescuePublicKey::of(BytesView raw) {
    RescuePublicKey key;
    const bool any = std::any_of(raw.begin(), raw.end(), [](char c) { return c != 0; });
    if (raw.size() != key.bytes.size() || !any) {
        return {ErrorCode::Malformed, "rescue key"};
    }
    std::transform(raw.begin(), raw.end(), key.bytes.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return key;
}

Bytes RescuePublicKey::raw() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

Bytes RescuePublicKey::mark() const {
    std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
    return {reinterpret_cast<const char*>(hash.data()), kMarkBytes};
}

std::uint64_t RescuePublicKey::markNumber() const {
    const Bytes first = mark();
    std::uint64_t number = 0;
    for (std::size_t i = first.size(); i-- > 0;) {
        number = number << 8U | static_cast<std::uint8_t>(first[i]);
    }
    return std::max<std::uint64_t>(number, 1);
}

RescueSecret::RescueSecret(RescueSecret&& other) noexcept : m_bytes(other.m_bytes) {
    sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
}

RescueSecret::~RescueSecret() { sodium_memzero(m_bytes.data(), m_bytes.size()); }

RescueSecret RescueSecret::random() {
    RescueSecret secret;
    randombytes_buf(secret.m_bytes.data(), secret.m_bytes.size());
    return secret;
}

RescuePublicKey RescueSecret::publicKey() const {
    RescuePublicKey key;
    crypto_scalarmult_base(key.bytes.data(), m_bytes.data());
    return key;
}

Bytes RescueSecret::sealedTo(const RescuePublicKey& key) const {
    Bytes box(m_bytes.size() + crypto_box_SEALBYTES, '\0');
    crypto_box_seal(reinterpret_cast<unsigned char*>(box.data()), m_bytes.data(), m_bytes.size(), key.bytes.data());
    return box;
}

Result<RescueSecret> RescueSecret::unsealed(BytesView box, const RescueSecret& with) {
    RescueSecret secret;
    const auto key = with.publicKey();
    const bool opens = box.size() == secret.m_bytes.size() + crypto_box_SEALBYTES &&
                       crypto_box_seal_open(secret.m_bytes.data(), reinterpret_cast<const unsigned char*>(box.data()),
                                            box.size(), key.bytes.data(), with.m_bytes.data()) == 0;
    if (!opens) {
        return {ErrorCode::Malformed, "a sealed rescue key"};
    }
    return secret;
}

RescueSecret::Shares RescueSecret::split() const {
    Shares shares{random(), {}};
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        shares.two.m_bytes[i] = static_cast<std::uint8_t>(m_bytes[i] ^ shares.one.m_bytes[i]);
    }
    return shares;
}

RescueSecret RescueSecret::joined(const RescueSecret& one, const RescueSecret& two) {
    RescueSecret secret;
    for (std::size_t i = 0; i < secret.m_bytes.size(); ++i) {
        secret.m_bytes[i] = static_cast<std::uint8_t>(one.m_bytes[i] ^ two.m_bytes[i]);
    }
    return secret;
}

} // namespace frontsheet
