// The one shape of small texts that programs keep and people may read: sections of "name = value" lines.
//
//     # a remark
//     index = council
//
//     [council]
//     name = County Council
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

struct SettingsSection {
    std::string name; // empty: what stands before the first
    std::map<std::string, std::string, std::less<>> values;

    [[nodiscard]] std::string value(std::string_view key) const;
};

// Malformed with the line's number: a line that is neither, a name twice in one section, a section twice, not UTF-8. TooLarge
// beyond 1 MiB. The first section is always the nameless one.
[[nodiscard]] Result<std::vector<SettingsSection>> parseSettings(std::string_view text);
[[nodiscard]] std::string writeSettings(const std::vector<SettingsSection>& sections);

} // namespace frontsheet
