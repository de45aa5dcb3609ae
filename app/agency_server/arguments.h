// A verb's command line: `frontsheet-agency VERB FOLDER --name value --flag`. What a verb does not know is an error, so that a
// misspelt option is never silently without effect.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

struct ArgumentRules {
    std::vector<std::string_view> values; // options that take a value
    std::vector<std::string_view> flags;
    std::size_t positions = 1;
    std::string_view missing = "the server's folder is missing"; // said when there are fewer
};

class Arguments {
public:
    // InvalidArgument with the word that does not belong.
    static Result<Arguments> parse(const std::vector<std::string>& words, const ArgumentRules& rules);

    [[nodiscard]] const std::string& position(std::size_t at) const { return m_positions[at]; }
    [[nodiscard]] bool has(std::string_view flag) const;
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    [[nodiscard]] std::string valueOr(std::string_view name, std::string fallback) const;
    // InvalidArgument when it is missing.
    [[nodiscard]] Result<std::string> required(std::string_view name) const;
    // InvalidArgument when it is no whole number from 0 to `most`.
    [[nodiscard]] Result<std::uint64_t> number(std::string_view name, std::uint64_t fallback, std::uint64_t most) const;

private:
    std::vector<std::string> m_positions;
    std::map<std::string, std::string, std::less<>> m_values;
    std::vector<std::string> m_flags;
};

} // namespace frontsheet
