// What a camera writes into a picture beside the picture: where, when and with which device it was taken, a small copy of it from
// before it was cut, whole films behind it. None of that was meant to be sent.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/domain/file_media.h"

#include <cstdint>
#include <optional>

namespace frontsheet {

// The same picture, bit for bit, without it: of a JPEG (ITU-T T.81) only the segments that decode it, colour profile and JFIF header
// are kept, and of Exif the way up alone, in a new segment; of a PNG (ISO/IEC 15948) only the chunks that decode and place it.
// What follows the picture's end is cut off. A PDF comes back as it is.
// Malformed where the picture has no whole structure.
[[nodiscard]] Result<Bytes> withoutMetadata(BytesView file, MediaType media);

// Pixels as the header says, before anything is decoded; nullopt where it does not say, or nothing sensible.
struct PixelSize {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    friend bool operator==(const PixelSize&, const PixelSize&) = default;
};
[[nodiscard]] std::optional<PixelSize> pixelSizeOf(BytesView file, MediaType media);

} // namespace frontsheet
