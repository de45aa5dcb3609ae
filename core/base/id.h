// Identities. Different things have different types, so that a person's id cannot be passed for a record's.
#pragma once

#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace frontsheet {

using Bytes = std::string; // raw bytes in a std::string: small-buffer friendly and what SQLite and protobuf take
using BytesView = std::string_view;

// 128 bits. Records and people get UUID version 7 (RFC 9562, 5.7): time-ordered, because random clustered keys
// insert four times slower into the encrypted store. Operations get 128 random bits.
template <class Tag>
struct Id128 {
    std::array<std::uint8_t, 16> bytes{};

    friend auto operator<=>(const Id128&, const Id128&) = default;

    [[nodiscard]] bool isNull() const { return bytes == std::array<std::uint8_t, 16>{}; }
    [[nodiscard]] BytesView view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
    [[nodiscard]] Bytes raw() const { return Bytes{view()}; }
    [[nodiscard]] std::string hex() const;

    // Malformed unless exactly 16 bytes.
    static Result<Id128> fromRaw(BytesView raw) {
        if (raw.size() != 16) {
            return {ErrorCode::Malformed, "id length"};
        }
        Id128 id;
        std::memcpy(id.bytes.data(), raw.data(), 16);
        return id;
    }
    // Malformed unless exactly 32 hexadecimal digits.
    static Result<Id128> fromHex(std::string_view hex);
};

namespace detail {
std::string toHex(std::span<const std::uint8_t> bytes);
bool fromHex(std::string_view hex, std::span<std::uint8_t> out);
} // namespace detail

template <class Tag>
std::string Id128<Tag>::hex() const {
    return detail::toHex(bytes);
}

template <class Tag>
Result<Id128<Tag>> Id128<Tag>::fromHex(std::string_view hex) {
    Id128 id;
    if (!detail::fromHex(hex, id.bytes)) {
        return {ErrorCode::Malformed, "id is not 32 hexadecimal digits"};
    }
    return id;
}

using RecordId = Id128<struct RecordTag>;
using PersonId = Id128<struct PersonTag>; // partnership-wide; minted by any agency; null on directory records
using OpId = Id128<struct OpTag>;         // identity of one intent, for exactly-once
using DeviceId = Id128<struct DeviceTag>;
using Epoch = Id128<struct EpochTag>; // changes when a ledger is restored from a backup

// Short names that administrators give and people see in files: letters, digits, '_' and '-', 1 to 64 long.
template <class Tag>
class Code {
public:
    Code() = default;
    explicit Code(std::string text) : m_text(std::move(text)) {}

    [[nodiscard]] const std::string& str() const { return m_text; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    [[nodiscard]] bool isWellFormed() const;

    friend auto operator<=>(const Code&, const Code&) = default;

private:
    std::string m_text;
};

namespace detail {
bool isWellFormedCode(std::string_view text);
}

template <class Tag>
bool Code<Tag>::isWellFormed() const {
    return detail::isWellFormedCode(m_text);
}

using AgencyId = Code<struct AgencyTag>;   // "council", "gp_Y99001"
using WorkerId = Code<struct WorkerTag>;   // "W012", unique in the partnership's directory
using ServiceId = Code<struct ServiceTag>; // "SVC04"

// One version of one record at its home: (epoch, n). n counts from 1 within the ledger's life; 0 is "not yet there".
struct HomeVersion {
    std::uint64_t n = 0;
    friend auto operator<=>(const HomeVersion&, const HomeVersion&) = default;
};

} // namespace frontsheet

template <class Tag>
struct std::hash<frontsheet::Id128<Tag>> {
    std::size_t operator()(const frontsheet::Id128<Tag>& id) const noexcept {
        // Bits 64..127 of a version 7 UUID are random, so they are a good hash as they stand.
        std::size_t h = 0;
        std::memcpy(&h, id.bytes.data() + 8, sizeof h);
        return h;
    }
};

template <class Tag>
struct std::hash<frontsheet::Code<Tag>> {
    std::size_t operator()(const frontsheet::Code<Tag>& code) const noexcept {
        return std::hash<std::string>{}(code.str());
    }
};
