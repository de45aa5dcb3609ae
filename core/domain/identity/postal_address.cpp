#include "core/domain/identity/postal_address.h"

#include "core/base/utf8.h"
#include "core/domain/identity/postcode.h"

#include <array>
#include <utility>
#include <vector>

namespace frontsheet {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos) {
        return {};
    }
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::vector<std::string_view> partsOf(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = text.find_first_of(",\n");
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) {
            parts.push_back(part);
        }
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return parts;
}

// Only as the last word of a part is "st" a street: "St Anne's Terrace".
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kStreetWords{{
    {"rd", "road"},
    {"st", "street"},
    {"str", "street"},
    {"ave", "avenue"},
    {"av", "avenue"},
    {"ln", "lane"},
    {"cl", "close"},
    {"dr", "drive"},
    {"tce", "terrace"},
    {"ter", "terrace"},
    {"terr", "terrace"},
    {"cres", "crescent"},
    {"gdns", "gardens"},
    {"gdn", "garden"},
    {"pl", "place"},
    {"ct", "court"},
    {"sq", "square"},
    {"pk", "park"},
}};

} // namespace

PostalAddress splitAddress(std::string_view oneLine) {
    auto parts = partsOf(oneLine);
    PostalAddress address;
    if (!parts.empty()) {
        address.postcode = normalPostcode(parts.back());
        if (!address.postcode.empty()) {
            parts.pop_back();
        } else if (const auto space = parts.back().rfind(' '); space != std::string_view::npos && space > 0) {
            // "Kitley ZZ2 2WD": the postcode's two halves are the last two words.
            const auto second = parts.back().rfind(' ', space - 1);
            if (second != std::string_view::npos) {
                address.postcode = normalPostcode(parts.back().substr(second + 1));
                if (!address.postcode.empty()) {
                    parts.back() = trimmed(parts.back().substr(0, second));
                }
            }
        }
    }
    if (parts.size() > 1) {
        address.town = parts.back();
        parts.pop_back();
    }
    for (const auto part : parts) {
        address.lines += (address.lines.empty() ? "" : ", ") + std::string{part};
    }
    return address;
}

std::string addressKey(std::string_view lines) {
    std::string key;
    for (const auto part : partsOf(lines)) {
        std::string words = foldForSearch(part);
        const auto space = words.rfind(' ');
        if (space != std::string::npos) {
            for (const auto& [brief, full] : kStreetWords) {
                if (std::string_view{words}.substr(space + 1) == brief) {
                    words.replace(space + 1, std::string::npos, full);
                    break;
                }
            }
        }
        key += (key.empty() ? "" : " ") + words;
    }
    // A street or a town alone is no door.
    return key.find_first_of("0123456789") == std::string::npos ? std::string{} : key;
}

} // namespace frontsheet
