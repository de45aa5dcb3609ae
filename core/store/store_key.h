// The 256 random bits that open the store's database, in memory that is locked, guarded and wiped (libsodium).
#pragma once

#include <cstdint>
#include <memory>
#include <span>

namespace frontsheet {

class StoreKey {
public:
    static constexpr std::size_t kBytes = 32;

    [[nodiscard]] static StoreKey random(); // from the operating system
    [[nodiscard]] static StoreKey zero();   // to be filled

    [[nodiscard]] std::span<const std::uint8_t, kBytes> view() const {
        return std::span<const std::uint8_t, kBytes>{m_bytes.get(), kBytes};
    }
    [[nodiscard]] std::span<std::uint8_t, kBytes> fill() {
        return std::span<std::uint8_t, kBytes>{m_bytes.get(), kBytes};
    }

private:
    struct Free {
        void operator()(std::uint8_t* bytes) const;
    };
    explicit StoreKey(std::uint8_t* bytes) : m_bytes(bytes) {}

    std::unique_ptr<std::uint8_t, Free> m_bytes;
};

} // namespace frontsheet
