#include "core/usecases/kept_words.h"

#include "core/base/utf8.h"
#include "core/usecases/ports/device_facts.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace frontsheet {

namespace {

using Kept = KeptWords::Left;

// "where milliseconds bytes", a line feed, the words, a line feed.
Bytes written(const std::vector<Kept>& all) {
    Bytes out;
    for (const auto& one : all) {
        out += one.where + " " + std::to_string(one.at.ms) + " " + std::to_string(one.words.size()) + "\n";
        out += one.words + "\n";
    }
    return out;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number out = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{out} : std::nullopt;
}

std::string_view upTo(std::string_view& rest, char mark) {
    const auto part = rest.substr(0, rest.find(mark));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    return part;
}

// As far as it can be read: what follows damage is of no use to anybody, and what comes before it is.
std::vector<Kept> readKept(BytesView bytes) {
    std::vector<Kept> out;
    while (!bytes.empty()) {
        auto line = upTo(bytes, '\n');
        Kept one;
        one.where = upTo(line, ' ');
        const auto at = number<std::int64_t>(upTo(line, ' '));
        const auto size = number<std::size_t>(line);
        if (one.where.empty() || !at || !size || *size >= bytes.size()) {
            break;
        }
        one.at = {*at};
        one.words = bytes.substr(0, *size);
        bytes.remove_prefix(*size + 1);
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace

Result<KeptWords::All> KeptWords::all() {
    All out;
    if (m_work.facts == nullptr) {
        return out;
    }
    FS_ASSIGN(const auto bytes, m_work.facts->fact(kTypedWordsFact));
    const auto now = m_work.clock.now();
    for (auto& one : readKept(bytes.value_or(Bytes{}))) {
        if (now.ms - one.at.ms < kKeptForMs) {
            out[one.where] = std::move(one.words);
        }
    }
    return out;
}

Result<std::vector<KeptWords::Left>> KeptWords::left(std::string_view beginning) {
    if (m_work.facts == nullptr) {
        return std::vector<Left>{};
    }
    FS_ASSIGN(const auto bytes, m_work.facts->fact(kTypedWordsFact));
    auto kept = readKept(bytes.value_or(Bytes{}));
    const auto now = m_work.clock.now();
    std::erase_if(
        kept, [&](const Left& one) { return !one.where.starts_with(beginning) || now.ms - one.at.ms >= kKeptForMs; });
    std::reverse(kept.begin(), kept.end());
    return kept;
}

Result<void> KeptWords::keep(const All& words) {
    if (m_work.facts == nullptr) {
        return ok();
    }
    FS_ASSIGN(const auto bytes, m_work.facts->fact(kTypedWordsFact));
    const auto now = m_work.clock.now();
    auto kept = readKept(bytes.value_or(Bytes{}));
    std::erase_if(kept, [&](const Kept& one) { return words.contains(one.where) || now.ms - one.at.ms >= kKeptForMs; });
    for (const auto& [where, said] : words) {
        if (where.empty() || where.find_first_of(" \n") != std::string::npos) {
            return {ErrorCode::Malformed, "where words are kept"};
        }
        if (!said.empty()) {
            kept.push_back({where, std::string{firstCodePoints(said, kMostCharacters)}, now});
        }
    }
    // In order of when they were left.
    if (kept.size() > kMostPlaces) {
        kept.erase(kept.begin(), kept.end() - static_cast<std::ptrdiff_t>(kMostPlaces));
    }
    return m_work.facts->keepFacts({{std::string{kTypedWordsFact}, written(kept)}});
}

} // namespace frontsheet
