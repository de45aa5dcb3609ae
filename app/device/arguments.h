// The command line of the device program: a verb, maybe a word after it, and --name value pairs. Strict: what is not
// declared for the verb is refused, so that a misspelled option never does half of what was meant.
#pragma once

#include "core/base/id.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::device {

// One option of a verb. A switch takes no value.
struct Option {
    std::string_view name; // "--person"
    enum class Kind : std::uint8_t { Value, Switch } kind = Kind::Value;
    enum class Need : std::uint8_t { Optional, Required } need = Need::Optional;
    std::string_view help;
};

class Arguments {
public:
    // InvalidArgument names the option that is unknown, missing, doubled or without its value.
    [[nodiscard]] static Result<Arguments> parse(std::span<const std::string> words, std::span<const Option> options);

    [[nodiscard]] bool has(std::string_view option) const;
    [[nodiscard]] std::string value(std::string_view option, std::string_view otherwise = {}) const;
    [[nodiscard]] const std::vector<std::string>& plain() const { return m_plain; } // words that are no options
    // InvalidArgument unless 32 hexadecimal digits.
    template <class IdType>
    [[nodiscard]] Result<IdType> id(std::string_view option) const {
        auto parsed = IdType::fromHex(value(option));
        if (!parsed) {
            return {ErrorCode::InvalidArgument, std::string{option} + " takes 32 hexadecimal digits"};
        }
        return parsed;
    }
    // The whole of a text file, at most 1 MiB; NotFound or NotText with the option's name.
    [[nodiscard]] Result<std::string> textFile(std::string_view option) const;
    // The first line of a file, or of a descriptor as "fd:3", without its line end.
    [[nodiscard]] Result<std::string> secret(std::string_view option) const;

private:
    std::map<std::string, std::string, std::less<>> m_values;
    std::vector<std::string> m_plain;
};

} // namespace frontsheet::device
