#include "sync/wire/field_reader.h"

namespace frontsheet::wire {

bool FieldReader::readVarint(std::uint64_t& out) {
    out = 0;
    for (unsigned shift = 0; shift < 70; shift += 7) {
        if (m_rest.empty()) {
            return false;
        }
        const auto byte = static_cast<std::uint8_t>(m_rest.front());
        m_rest.remove_prefix(1);
        if (shift == 63 && byte > 1) {
            return false; // more than 64 bits
        }
        out |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) {
            return true;
        }
    }
    return false;
}

bool FieldReader::take(std::size_t count, BytesView& out) {
    if (count > m_rest.size()) {
        return false;
    }
    out = m_rest.substr(0, count);
    m_rest.remove_prefix(count);
    return true;
}

bool FieldReader::next() {
    if (m_failed || m_rest.empty()) {
        return false;
    }
    std::uint64_t key = 0;
    if (!readVarint(key) || key > 0xFFFFFFFFu || (key >> 3) == 0) {
        fail(ErrorCode::Malformed, "wire: field key");
        return false;
    }
    m_number = static_cast<std::uint32_t>(key >> 3);
    m_kind = static_cast<Kind>(key & 7);
    m_bytes = {};
    m_varint = 0;
    bool good = false;
    switch (m_kind) {
    case Kind::Varint:
        good = readVarint(m_varint);
        break;
    case Kind::Fixed64:
        good = take(8, m_bytes);
        break;
    case Kind::Length: {
        std::uint64_t length = 0;
        good = readVarint(length) && length <= m_rest.size() && take(static_cast<std::size_t>(length), m_bytes);
        break;
    }
    case Kind::Fixed32:
        good = take(4, m_bytes);
        break;
    }
    if (!good) {
        fail(ErrorCode::Malformed, "wire: field value");
    }
    return good;
}

std::uint64_t FieldReader::varint() {
    if (m_kind != Kind::Varint) {
        fail(ErrorCode::Malformed, "wire: number expected");
    }
    return m_varint;
}

std::int64_t FieldReader::zigzag() {
    const std::uint64_t raw = varint();
    return static_cast<std::int64_t>(raw >> 1) ^ -static_cast<std::int64_t>(raw & 1);
}

std::uint64_t FieldReader::fixed64() {
    if (m_kind != Kind::Fixed64) {
        fail(ErrorCode::Malformed, "wire: fixed64 expected");
        return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        value |= static_cast<std::uint64_t>(static_cast<std::uint8_t>(m_bytes[i])) << (8 * i);
    }
    return value;
}

BytesView FieldReader::bytes() {
    if (m_kind != Kind::Length) {
        fail(ErrorCode::Malformed, "wire: bytes expected");
        return {};
    }
    return m_bytes;
}

void FieldReader::fail(ErrorCode code, const char* what) {
    if (!m_failed) {
        m_failed = true;
        m_code = code;
        m_what = what;
    }
}

Result<void> FieldReader::finish() const { return m_failed ? Result<void>{m_code, m_what} : ok(); }

} // namespace frontsheet::wire
