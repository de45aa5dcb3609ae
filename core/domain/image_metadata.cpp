#include "core/domain/image_metadata.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::string_view kExif{"Exif\0\0", 6};
constexpr std::string_view kPngSignature{"\x89PNG\r\n\x1A\n", 8};
// What every PNG says first: thirteen bytes of header (PNG third edition, 5.6 and 11.2.1). Where another chunk stands there, its
// bytes would be read as the picture's width and height, and other bytes once that chunk is taken out.
constexpr std::string_view kPngHeader{"\0\0\0\x0DIHDR", 8};
// Nothing on a screen or a printed page needs more; a header that says more is a trap (a decoder takes four bytes a pixel).
constexpr std::uint32_t kMaxSide = 65'500; // JPEG's own limit

std::uint8_t at(BytesView bytes, std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); }
std::uint32_t big16(BytesView b, std::size_t i) { return std::uint32_t{at(b, i)} << 8 | at(b, i + 1); }
std::uint32_t big32(BytesView b, std::size_t i) { return big16(b, i) << 16 | big16(b, i + 2); }

bool standsAlone(std::uint8_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7); }

// Frame headers, of which DHT, JPG and DAC are none (T.81 table B.1).
bool isFrame(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool beginsAsPng(BytesView file) {
    return file.starts_with(kPngSignature) && file.substr(kPngSignature.size()).starts_with(kPngHeader);
}

// One marker after the other: its segment with its length, and what follows it until the next marker (the scan).
struct Segment {
    std::uint8_t marker = 0;
    BytesView payload; // without the two bytes of length
    BytesView whole;   // marker, length, payload, and of a scan the coded data
};

class JpegSegments {
public:
    explicit JpegSegments(BytesView file) : m_file(file) {}

    // nullopt at the end of the image; Malformed where there is none.
    Result<std::optional<Segment>> next() {
        if (m_at == 0) {
            if (m_file.size() < 4 || at(m_file, 0) != 0xFF || at(m_file, 1) != 0xD8) {
                return broken();
            }
            m_at = 2;
        }
        const std::size_t from = m_at;
        while (m_at < m_file.size() && at(m_file, m_at) == 0xFF && m_at + 1 < m_file.size() &&
               at(m_file, m_at + 1) == 0xFF) {
            ++m_at; // fill bytes
        }
        if (m_at + 2 > m_file.size() || at(m_file, m_at) != 0xFF) {
            return broken();
        }
        Segment segment;
        segment.marker = at(m_file, m_at + 1);
        if (segment.marker == 0xD9) {
            return std::optional<Segment>{};
        }
        m_at += 2;
        if (!standsAlone(segment.marker)) {
            const std::size_t length = m_at + 2 <= m_file.size() ? big16(m_file, m_at) : 0;
            if (length < 2 || m_at + length > m_file.size() || segment.marker == 0xD8 || segment.marker == 0x00) {
                return broken();
            }
            segment.payload = m_file.substr(m_at + 2, length - 2);
            m_at += length;
        }
        if (segment.marker == 0xDA && !skipScan()) {
            return broken();
        }
        segment.whole = m_file.substr(from, m_at - from);
        return std::optional{segment};
    }

private:
    static Result<std::optional<Segment>> broken() { return {ErrorCode::Malformed, "a JPEG's structure"}; }

    // To the next marker that is none of the scan's own.
    bool skipScan() {
        while (m_at + 1 < m_file.size()) {
            if (at(m_file, m_at) == 0xFF) {
                const auto after = at(m_file, m_at + 1);
                if (after != 0x00 && after != 0xFF && !standsAlone(after)) {
                    return true;
                }
            }
            ++m_at;
        }
        return false;
    }

    BytesView m_file;
    std::size_t m_at = 0;
};

// Exif's tag 0x0112 in the first directory of its TIFF (CIPA DC-008, 4.6.4): 1 to 8; 1 where it is not said.
std::uint32_t wayUpIn(BytesView payload) {
    if (!payload.starts_with(kExif) || payload.size() < kExif.size() + 8) {
        return 1;
    }
    const BytesView tiff = payload.substr(kExif.size());
    const bool little = tiff.starts_with("II");
    if (!little && !tiff.starts_with("MM")) {
        return 1;
    }
    const auto two = [&](std::size_t i) {
        return little ? std::uint32_t{at(tiff, i + 1)} << 8 | at(tiff, i) : big16(tiff, i);
    };
    const auto four = [&](std::size_t i) { return little ? two(i + 2) << 16 | two(i) : big32(tiff, i); };
    const std::size_t directory = four(4);
    if (directory < 8 || directory + 2 > tiff.size()) {
        return 1;
    }
    const std::size_t entries = two(directory);
    for (std::size_t n = 0; n < entries; ++n) {
        const std::size_t entry = directory + 2 + 12 * n;
        if (entry + 12 > tiff.size()) {
            return 1;
        }
        if (two(entry) == 0x0112 && two(entry + 2) == 3 && four(entry + 4) == 1) {
            const auto way = two(entry + 8);
            return way >= 1 && way <= 8 ? way : 1;
        }
    }
    return 1;
}

// An Exif segment with that one entry and nothing else.
Bytes onlyWayUp(std::uint32_t way) {
    Bytes out{"\xFF\xE1", 2};
    Bytes body{kExif};
    body.append("MM\0\x2A\0\0\0\x08", 8);               // TIFF, directory at 8
    body.append("\0\x01", 2);                           // one entry
    body.append("\x01\x12\0\x03\0\0\0\x01", 8);         // 0x0112, SHORT, one
    body += {'\0', static_cast<char>(way), '\0', '\0'}; // its value, on the left
    body.append(4, '\0');                               // no further directory
    const auto length = body.size() + 2;
    out += {static_cast<char>(length >> 8), static_cast<char>(length & 0xFF)};
    return out + body;
}

// Of the application segments JFIF, the colour profile and Adobe's (which says how colours are coded) are needed to decode.
bool isForDecoding(const Segment& segment) {
    if (segment.marker == 0xFE) {
        return false; // a comment
    }
    if (segment.marker < 0xE0 || segment.marker > 0xEF) {
        return true;
    }
    return (segment.marker == 0xE0 && segment.payload.starts_with(BytesView{"JFIF\0", 5})) ||
           (segment.marker == 0xE2 && segment.payload.starts_with(BytesView{"ICC_PROFILE\0", 12})) ||
           (segment.marker == 0xEE && segment.payload.starts_with("Adobe"));
}

Result<Bytes> cleanJpeg(BytesView file) {
    JpegSegments segments{file};
    Bytes kept;
    std::uint32_t way = 1;
    bool scanned = false;
    std::size_t headerEnd = 0; // JFIF stands first (ITU-T T.871, 10)
    for (;;) {
        FS_ASSIGN(const auto segment, segments.next());
        if (!segment) {
            break;
        }
        if (segment->marker == 0xE1 && way == 1) {
            way = wayUpIn(segment->payload);
        }
        scanned = scanned || segment->marker == 0xDA;
        if (isForDecoding(*segment)) {
            // JFIF's thumbnail goes: its header is the first 14 bytes of the payload, with no picture after them.
            if (segment->marker == 0xE0 && segment->payload.size() > 14) {
                kept.append("\xFF\xE0\0\x10", 4);
                kept += segment->payload.substr(0, 12);
                kept.append(2, '\0');
            } else {
                kept += segment->whole;
            }
            headerEnd = segment->marker == 0xE0 && headerEnd == 0 ? kept.size() : headerEnd;
        }
    }
    if (!scanned) {
        return {ErrorCode::Malformed, "a JPEG without a picture"};
    }
    Bytes out{"\xFF\xD8", 2};
    out += kept.substr(0, headerEnd);
    if (way != 1) {
        out += onlyWayUp(way);
    }
    out += kept.substr(headerEnd);
    return out + Bytes{"\xFF\xD9", 2};
}

bool isForDecodingPng(BytesView type) {
    constexpr std::string_view kKept[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM",
                                          "sRGB", "iCCP", "sBIT", "pHYs", "bKGD", "cICP"};
    return std::find(std::begin(kKept), std::end(kKept), type) != std::end(kKept);
}

Result<Bytes> cleanPng(BytesView file) {
    if (!beginsAsPng(file)) {
        return {ErrorCode::Malformed, "a PNG's structure"};
    }
    Bytes out{kPngSignature};
    for (std::size_t from = kPngSignature.size(); from + 12 <= file.size();) {
        const std::size_t length = big32(file, from);
        if (length > file.size() - from - 12) {
            break;
        }
        const BytesView type = file.substr(from + 4, 4);
        if (isForDecodingPng(type)) {
            out += file.substr(from, length + 12);
        }
        if (type == "IEND") {
            return out;
        }
        from += length + 12;
    }
    return {ErrorCode::Malformed, "a PNG without an end"};
}

std::optional<PixelSize> sensible(PixelSize size) {
    const bool good = size.width > 0 && size.height > 0 && size.width <= kMaxSide && size.height <= kMaxSide;
    return good ? std::optional{size} : std::nullopt;
}

} // namespace

Result<Bytes> withoutMetadata(BytesView file, MediaType media) {
    switch (media) {
    case MediaType::Jpeg:
        return cleanJpeg(file);
    case MediaType::Png:
        return cleanPng(file);
    case MediaType::Pdf:
        break;
    }
    return Bytes{file};
}

std::optional<PixelSize> pixelSizeOf(BytesView file, MediaType media) {
    if (media == MediaType::Png && beginsAsPng(file) && file.size() >= 24) {
        return sensible({big32(file, 16), big32(file, 20)});
    }
    if (media != MediaType::Jpeg) {
        return std::nullopt;
    }
    JpegSegments segments{file};
    for (;;) {
        const auto segment = segments.next();
        if (!segment || !*segment || (*segment)->marker == 0xDA) {
            return std::nullopt;
        }
        if (isFrame((*segment)->marker)) {
            const BytesView frame = (*segment)->payload;
            return frame.size() >= 6 ? sensible({big16(frame, 3), big16(frame, 1)}) : std::nullopt;
        }
    }
}

} // namespace frontsheet
