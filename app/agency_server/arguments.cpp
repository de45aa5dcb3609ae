#include "app/agency_server/arguments.h"

#include <algorithm>
#include <charconv>

namespace frontsheet {

namespace {

bool holds(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Result<Arguments> Arguments::parse(const std::vector<std::string>& words, const ArgumentRules& rules) {
    Arguments out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (!word.starts_with("--")) {
            out.m_positions.push_back(word);
            continue;
        }
        const auto equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        if (holds(rules.flags, name) && equals == std::string::npos) {
            out.m_flags.push_back(name);
        } else if (!holds(rules.values, name)) {
            return {ErrorCode::InvalidArgument, "no such option: --" + name};
        } else if (equals != std::string::npos) {
            out.m_values[name] = word.substr(equals + 1);
        } else if (i + 1 < words.size()) {
            out.m_values[name] = words[++i];
        } else {
            return {ErrorCode::InvalidArgument, "--" + name + " needs a value"};
        }
    }
    if (out.m_positions.size() != rules.positions) {
        return {ErrorCode::InvalidArgument, out.m_positions.size() < rules.positions
                                                ? std::string{rules.missing}
                                                : "what is meant by: " + out.m_positions.back()};
    }
    return out;
}

bool Arguments::has(std::string_view flag) const {
    return std::find(m_flags.begin(), m_flags.end(), flag) != m_flags.end();
}

std::optional<std::string> Arguments::value(std::string_view name) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::nullopt : std::optional{found->second};
}

std::string Arguments::valueOr(std::string_view name, std::string fallback) const {
    return value(name).value_or(std::move(fallback));
}

Result<std::string> Arguments::required(std::string_view name) const {
    auto found = value(name);
    return found && !found->empty()
               ? Result<std::string>{std::move(*found)}
               : Result<std::string>{ErrorCode::InvalidArgument, "--" + std::string{name} + " is missing"};
}

Result<std::uint64_t> Arguments::number(std::string_view name, std::uint64_t fallback, std::uint64_t most) const {
    const auto text = value(name);
    if (!text) {
        return fallback;
    }
    std::uint64_t number = 0;
    const auto [end, failed] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (failed != std::errc{} || end != text->data() + text->size() || number > most) {
        return {ErrorCode::InvalidArgument,
                "--" + std::string{name} + " is not a number up to " + std::to_string(most)};
    }
    return number;
}

} // namespace frontsheet
