#include "core/base/settings_text.h"

#include "core/base/byte_size.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kMaxSettingsBytes = 1_MiB;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlank = " \t\r";
    const auto from = text.find_first_not_of(kBlank);
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(kBlank) - from + 1);
}

} // namespace

std::string SettingsSection::value(std::string_view key) const {
    const auto found = values.find(key);
    return found == values.end() ? std::string{} : found->second;
}

Result<std::vector<SettingsSection>> parseSettings(std::string_view text) {
    if (text.size() > kMaxSettingsBytes) {
        return {ErrorCode::TooLarge, "settings"};
    }
    if (!isText(text)) {
        return {ErrorCode::NotText, "settings"};
    }
    std::vector<SettingsSection> sections(1);
    std::size_t number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const Error wrong{ErrorCode::Malformed, "line " + std::to_string(number)};
        if (line.front() == '[') {
            const auto name = line.back() == ']' ? trimmed(line.substr(1, line.size() - 2)) : std::string_view{};
            const bool again = std::any_of(sections.begin(), sections.end(),
                                           [name](const SettingsSection& s) { return s.name == name; });
            if (name.empty() || again) {
                return wrong;
            }
            sections.push_back({std::string{name}, {}});
            continue;
        }
        const auto equals = line.find('=');
        const auto key = trimmed(line.substr(0, equals));
        if (equals == std::string_view::npos || key.empty() ||
            !sections.back().values.emplace(std::string{key}, std::string{trimmed(line.substr(equals + 1))}).second) {
            return wrong;
        }
    }
    return sections;
}

std::string writeSettings(const std::vector<SettingsSection>& sections) {
    std::string text;
    for (const auto& section : sections) {
        if (!section.name.empty()) {
            text.append(text.empty() ? "[" : "\n[").append(section.name).append("]\n");
        }
        for (const auto& [key, value] : section.values) {
            text.append(key).append(" = ").append(value).append("\n");
        }
    }
    return text;
}

} // namespace frontsheet
