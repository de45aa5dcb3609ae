#include "core/store/store_key.h"

#include <sodium.h>

#include <new>

namespace frontsheet {

namespace {

std::uint8_t* lockedBytes(std::size_t count) {
    // Safe to call again and from several threads.
    if (sodium_init() < 0) {
        throw std::bad_alloc{};
    }
    auto* bytes = static_cast<std::uint8_t*>(sodium_malloc(count));
    if (bytes == nullptr) {
        throw std::bad_alloc{};
    }
    return bytes;
}

} // namespace

void StoreKey::Free::operator()(std::uint8_t* bytes) const { sodium_free(bytes); }

StoreKey StoreKey::zero() {
    StoreKey key{lockedBytes(kBytes)};
    sodium_memzero(key.m_bytes.get(), kBytes);
    return key;
}

StoreKey StoreKey::random() {
    StoreKey key{lockedBytes(kBytes)};
    randombytes_buf(key.m_bytes.get(), kBytes);
    return key;
}

} // namespace frontsheet
