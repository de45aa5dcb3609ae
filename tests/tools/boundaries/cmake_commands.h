// The commands of a CMake list, split into words. Generator expressions and variables stay as they are written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::boundaries {

struct CmakeWord {
    std::string text;
    int line = 0;
};

struct CmakeCommand {
    std::string name; // in lower case
    int line = 0;
    std::vector<CmakeWord> words;
};

[[nodiscard]] std::vector<CmakeCommand> commandsOf(std::string_view text);

} // namespace frontsheet::boundaries
