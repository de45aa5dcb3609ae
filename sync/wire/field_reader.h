// Reads protobuf's wire format (protobuf.dev, "Encoding") one field at a time, so that decoders can count before
// anything is allocated. The generated parsers make an object for every element first: 16 MiB of empty sub-messages
// become a gigabyte before the first limit could be looked at.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <cstdint>

namespace frontsheet::wire {

// Views into the bytes given; they must outlive the reader. Groups, which proto3 does not have, are Malformed.
class FieldReader {
public:
    explicit FieldReader(BytesView bytes) : m_rest(bytes) {}

    // Goes on to the next field. False at the end and after anything malformed: look at finish().
    bool next();
    [[nodiscard]] std::uint32_t number() const { return m_number; }

    // The field's value. A field that came in another wire type reads as empty and makes finish() Malformed.
    [[nodiscard]] std::uint64_t varint();
    [[nodiscard]] std::int64_t zigzag();
    [[nodiscard]] std::uint64_t fixed64();
    [[nodiscard]] BytesView bytes();

    // For the decoder's own findings: stops the reading and becomes what finish() returns.
    void fail(ErrorCode code, const char* what);
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] Result<void> finish() const;

private:
    enum class Kind : std::uint8_t { Varint = 0, Fixed64 = 1, Length = 2, Fixed32 = 5 };

    bool readVarint(std::uint64_t& out);
    bool take(std::size_t count, BytesView& out);

    BytesView m_rest;
    BytesView m_bytes;
    std::uint64_t m_varint = 0;
    std::uint32_t m_number = 0;
    Kind m_kind = Kind::Varint;
    bool m_failed = false;
    ErrorCode m_code = ErrorCode::Malformed;
    const char* m_what = "";
};

} // namespace frontsheet::wire
