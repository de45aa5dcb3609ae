#include "core/base/utf8.h"

#include <cstdint>

namespace frontsheet {

namespace {

constexpr char32_t kBad = 0xFFFD;

// Decodes one code point; returns false (and steps one byte) where the bytes are not UTF-8.
bool decode(std::string_view text, std::size_t& at, char32_t& out) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(at);
    std::size_t length = 0;
    char32_t value = 0;
    char32_t smallest = 0;
    if (lead < 0x80) {
        out = lead;
        ++at;
        return true;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
        value = lead & 0x1Fu;
        smallest = 0x80;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        value = lead & 0x0Fu;
        smallest = 0x800;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        value = lead & 0x07u;
        smallest = 0x10000;
    }
    if (length == 0 || at + length > text.size()) {
        out = kBad;
        ++at;
        return false;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) {
            out = kBad;
            ++at;
            return false;
        }
        value = (value << 6) | (byte(at + i) & 0x3Fu);
    }
    if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
        out = kBad;
        ++at;
        return false;
    }
    out = value;
    at += length;
    return true;
}

// Bytes 0x80 to 0x9F of Windows-1252; 0 where the code page defines nothing.
constexpr char16_t kHigh1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

} // namespace

bool isText(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        char32_t ignored = 0;
        if (bytes[at] == '\0' || !decode(bytes, at, ignored)) {
            return false;
        }
    }
    return true;
}

char32_t nextCodePoint(std::string_view text, std::size_t& at) {
    char32_t out = kBad;
    (void)decode(text, at, out);
    return out;
}

void appendUtf8(std::string& out, char32_t c) {
    const auto put = [&out](char32_t v) { out.push_back(static_cast<char>(static_cast<std::uint8_t>(v))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::size_t lengthOf(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        count += (static_cast<std::uint8_t>(c) & 0xC0) != 0x80 ? 1 : 0;
    }
    return count;
}

std::string_view firstCodePoints(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; count > 0 && at < text.size(); --count) {
        (void)nextCodePoint(text, at);
    }
    return text.substr(0, at);
}

std::string fromWindows1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char raw : bytes) {
        const auto c = static_cast<std::uint8_t>(raw);
        if (c >= 0x80 && c <= 0x9F) {
            const char16_t mapped = kHigh1252[c - 0x80];
            appendUtf8(out, mapped != 0 ? mapped : kBad);
        } else {
            appendUtf8(out, c);
        }
    }
    return out;
}

} // namespace frontsheet
