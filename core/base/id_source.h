// Chance is injected: ids come from here, so that a seed gives the same run again.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <cstdint>
#include <mutex>
#include <random>

namespace frontsheet {

class IdSource {
public:
    virtual ~IdSource() = default;
    // Fills 16 bytes with random bits. Any thread.
    virtual void random16(std::span<std::uint8_t, 16> out) = 0;

    // UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random.
    template <class IdType>
    [[nodiscard]] IdType timeOrdered(WallTime now) {
        IdType id;
        random16(id.bytes);
        stamp(id.bytes, now);
        return id;
    }
    template <class IdType>
    [[nodiscard]] IdType random() {
        IdType id;
        random16(id.bytes);
        return id;
    }

private:
    static void stamp(std::span<std::uint8_t, 16> bytes, WallTime now);
};

// The operating system's generator, getrandom(2).
class SystemIdSource final : public IdSource {
public:
    void random16(std::span<std::uint8_t, 16> out) override;
};

// The same seed gives the same ids. Tests and the simulator only: predictable, so never for a real record.
class SeededIdSource final : public IdSource {
public:
    explicit SeededIdSource(std::uint64_t seed) : m_engine(seed) {}
    void random16(std::span<std::uint8_t, 16> out) override;

private:
    std::mutex m_mutex;
    std::mt19937_64 m_engine;
};

} // namespace frontsheet
