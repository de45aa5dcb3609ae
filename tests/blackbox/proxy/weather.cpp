#include "tests/blackbox/proxy/weather.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace frontsheet::blackbox {

namespace {

constexpr std::array<std::string_view, kHarms> kNames{
    "refuse",   "reset",   "half-close", "cut",       "flip",        "black-hole", "slow",
    "flip-ask", "cut-ask", "repeat-ask", "lose-ask",  "flip-answer", "cut-answer", "tear-answer",
    "lose",     "stale",   "portal",     "posing",    "redirect",    "407",        "413",
    "429",      "503",     "502",        "gzip-bomb", "zstd-bomb",   "oversized"};

Result<unsigned> numberIn(std::string_view word, std::string_view text) {
    unsigned number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc{} || end != text.data() + text.size()) {
        return {ErrorCode::InvalidArgument, std::string{word}};
    }
    return number;
}

} // namespace

std::string_view nameOf(Harm harm) { return kNames.at(static_cast<std::size_t>(harm)); }

Result<Weather> Weather::parse(std::string_view line) {
    Weather weather;
    std::istringstream words{std::string{line}};
    for (std::string word; words >> word;) {
        const auto equals = word.find('=');
        const auto name = std::string_view{word}.substr(0, equals);
        const auto value = equals == std::string::npos ? std::string_view{} : std::string_view{word}.substr(equals + 1);
        if (name == "only") {
            weather.only = value;
            continue;
        }
        FS_ASSIGN(const auto number, numberIn(word, value));
        if (name == "open") {
            weather.open = number;
        } else if (name == "delay") {
            weather.delayMs = number;
        } else if (name == "after") {
            weather.after = number;
        } else if (name == "retry-after") {
            weather.retryAfter = number;
        } else if (name == "times") {
            weather.times = number;
        } else {
            const auto known = std::find(kNames.begin(), kNames.end(), name);
            if (known == kNames.end()) {
                return {ErrorCode::InvalidArgument, word};
            }
            weather.chances.at(static_cast<std::size_t>(known - kNames.begin())) = number;
        }
    }
    return weather;
}

void Sky::turn(Weather weather) {
    const std::lock_guard lock(m_mutex);
    m_weather = std::move(weather);
}

Weather Sky::now() const {
    const std::lock_guard lock(m_mutex);
    return m_weather;
}

std::mt19937_64 Sky::chanceOf(std::uint64_t connection) const {
    std::seed_seq mixed{m_seed, connection};
    return std::mt19937_64{mixed};
}

std::optional<Harm> Sky::befalls(bool inside, std::string_view path, std::mt19937_64& chance) {
    const std::lock_guard lock(m_mutex);
    const auto first = static_cast<std::size_t>(kFirstInside);
    auto drawn = std::uniform_int_distribution<unsigned>{0, 999}(chance); // always drawn: the same draws in any weather
    if (m_weather.times == 0U || (inside && path.find(m_weather.only) == std::string_view::npos)) {
        return std::nullopt;
    }
    for (std::size_t i = inside ? first : 0; i < (inside ? kHarms : first); ++i) {
        if (drawn < m_weather.chances.at(i)) {
            if (m_weather.times) {
                --*m_weather.times;
            }
            ++m_done.at(i);
            return static_cast<Harm>(i);
        }
        drawn -= m_weather.chances.at(i);
    }
    return std::nullopt;
}

void Sky::asked(std::string_view path) {
    const std::lock_guard lock(m_mutex);
    ++m_asked[std::string{path.substr(path.rfind('/') + 1)}];
}

std::string Sky::tally() const {
    const std::lock_guard lock(m_mutex);
    std::string line = "connections=" + std::to_string(connections.load()) +
                       " opened=" + std::to_string(opened.load()) + " answers=" + std::to_string(answers.load()) +
                       " untrusted=" + std::to_string(untrusted.load());
    for (std::size_t i = 0; i < kHarms; ++i) {
        if (m_done.at(i) != 0) {
            line += " " + std::string{kNames.at(i)} + "=" + std::to_string(m_done.at(i));
        }
    }
    for (const auto& [verb, times] : m_asked) {
        line += " to-" + verb + "=" + std::to_string(times);
    }
    return line;
}

} // namespace frontsheet::blackbox
