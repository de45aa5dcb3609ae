#include "core/domain/file_media.h"

#include "core/base/utf8.h"
#include "core/domain/attachment_limits.h"

#include <array>
#include <utility>

namespace frontsheet {

namespace {

struct Kind {
    MediaType media;
    std::string_view name;
    std::string_view ending;
    std::string_view otherEnding;
};
constexpr std::array<Kind, 3> kKinds{{{MediaType::Jpeg, "image/jpeg", ".jpg", ".jpeg"},
                                      {MediaType::Png, "image/png", ".png", ".png"},
                                      {MediaType::Pdf, "application/pdf", ".pdf", ".pdf"}}};

const Kind& kindOf(MediaType media) { return kKinds[static_cast<std::size_t>(media)]; }

// Marks that turn what follows them round, or hide in it: "gpj.exe" is not to look like a picture.
bool isUnseen(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xFFFD ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

std::string_view trimmed(std::string_view text, std::string_view off) {
    const auto from = text.find_first_not_of(off);
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(off) - from + 1);
}

bool endsLike(std::string_view text, std::string_view ending) {
    if (text.size() < ending.size()) {
        return false;
    }
    const auto tail = text.substr(text.size() - ending.size());
    for (std::size_t i = 0; i < ending.size(); ++i) {
        const char c = tail[i] >= 'A' && tail[i] <= 'Z' ? static_cast<char>(tail[i] + 32) : tail[i];
        if (c != ending[i]) {
            return false;
        }
    }
    return true;
}

} // namespace

std::string_view name(MediaType media) { return kindOf(media).name; }

std::optional<MediaType> mediaTypeNamed(std::string_view name) {
    for (const auto& kind : kKinds) {
        if (kind.name == name) {
            return kind.media;
        }
    }
    return std::nullopt;
}

bool isImage(MediaType media) { return media != MediaType::Pdf; }

std::optional<MediaType> mediaTypeOf(BytesView start) {
    if (start.starts_with("\xFF\xD8\xFF")) {
        return MediaType::Jpeg;
    }
    if (start.starts_with(BytesView{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16})) {
        return MediaType::Png;
    }
    if (start.starts_with("%PDF-1.") || start.starts_with("%PDF-2.")) {
        return MediaType::Pdf;
    }
    return std::nullopt;
}

std::string cleanedLine(std::string_view given, std::size_t maxBytes) {
    std::string out;
    bool blank = false;
    for (std::size_t at = 0; at < given.size();) {
        const char32_t c = nextCodePoint(given, at);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0) {
            blank = !out.empty();
            continue;
        }
        if (isUnseen(c)) {
            continue;
        }
        std::string next = blank ? " " : "";
        appendUtf8(next, c);
        if (out.size() + next.size() > maxBytes) {
            break;
        }
        out += next;
        blank = false;
    }
    return out;
}

std::string cleanedFileName(std::string_view given, MediaType media) {
    const Kind& kind = kindOf(media);
    const auto slash = given.find_last_of("/\\");
    const auto last = slash == std::string_view::npos ? given : given.substr(slash + 1);
    std::string clean = cleanedLine(last, last.size());
    for (char& c : clean) {
        if (std::string_view{"<>:\"|?*"}.find(c) != std::string_view::npos) {
            c = '_'; // not taken by every file system it may be printed or saved to
        }
    }
    std::string_view stem = trimmed(clean, ". ");
    for (const auto ending : {kind.ending, kind.otherEnding}) {
        if (endsLike(stem, ending)) {
            stem.remove_suffix(ending.size());
            break;
        }
    }
    const std::string cut = cleanedLine(trimmed(stem, ". "), attachment_limits::kMaxNameBytes - kind.ending.size());
    const std::string out{trimmed(cut, ". ")};
    return (out.empty() ? std::string{"file"} : out) + std::string{kind.ending};
}

} // namespace frontsheet
