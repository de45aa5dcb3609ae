// What kinds of file are taken, found by what is in them and never by their names; and names made fit to show.
#pragma once

#include "core/base/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace frontsheet {

enum class MediaType : std::uint8_t { Jpeg, Png, Pdf };

[[nodiscard]] std::string_view name(MediaType media); // "image/jpeg"
[[nodiscard]] std::optional<MediaType> mediaTypeNamed(std::string_view name);
[[nodiscard]] bool isImage(MediaType media);
// By the first bytes (JPEG: ITU-T T.81 B.1.1.3; PNG: ISO/IEC 15948 5.2 and its first chunk; PDF: ISO 32000-1 7.5.2, at the very
// start). nullopt: none that is taken.
[[nodiscard]] std::optional<MediaType> mediaTypeOf(BytesView start);

// A name that is safe to show and to save under: the last part of a path, without control and direction characters, without a
// leading dot, at most kMaxNameBytes, ending as the media type says. What has nothing left in it is "file" with that ending.
[[nodiscard]] std::string cleanedFileName(std::string_view given, MediaType media);
// One line without control and direction characters, cut to `maxBytes` between characters, blanks trimmed.
[[nodiscard]] std::string cleanedLine(std::string_view given, std::size_t maxBytes);

} // namespace frontsheet
