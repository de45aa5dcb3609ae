#include "app/device/arguments.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace frontsheet::device {

namespace {

constexpr std::size_t kMaxFileBytes = 1 << 20;

// Reads a descriptor to its end; TooLarge beyond the limit.
Result<std::string> readAll(int descriptor, std::string_view option) {
    std::string text;
    char buffer[16384];
    for (;;) {
        const auto got = ::read(descriptor, buffer, sizeof buffer);
        if (got < 0) {
            return {ErrorCode::DiskFailed, std::string{option} + " cannot be read"};
        }
        if (got == 0) {
            return text;
        }
        text.append(buffer, static_cast<std::size_t>(got));
        if (text.size() > kMaxFileBytes) {
            return {ErrorCode::TooLarge, std::string{option} + " is larger than 1 MiB"};
        }
    }
}

Result<std::string> readFile(const std::string& path, std::string_view option) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return {ErrorCode::NotFound, std::string{option} + ": no such file"};
    }
    auto text = readAll(descriptor, option);
    ::close(descriptor);
    return text;
}

} // namespace

Result<Arguments> Arguments::parse(std::span<const std::string> words, std::span<const Option> options) {
    Arguments out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (!word.starts_with("--")) {
            out.m_plain.push_back(word);
            continue;
        }
        const auto known =
            std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == word; });
        if (known == options.end()) {
            return {ErrorCode::InvalidArgument, "unknown option " + word};
        }
        std::string value;
        if (known->kind == Option::Kind::Value) {
            if (i + 1 >= words.size()) {
                return {ErrorCode::InvalidArgument, word + " needs a value"};
            }
            value = words[++i];
        }
        if (!out.m_values.emplace(word, value).second) {
            return {ErrorCode::InvalidArgument, word + " stands twice"};
        }
    }
    for (const auto& option : options) {
        if (option.need == Option::Need::Required && !out.has(option.name)) {
            return {ErrorCode::InvalidArgument, std::string{option.name} + " is missing"};
        }
    }
    return out;
}

bool Arguments::has(std::string_view option) const { return m_values.find(option) != m_values.end(); }

std::string Arguments::value(std::string_view option, std::string_view otherwise) const {
    const auto at = m_values.find(option);
    return at == m_values.end() ? std::string{otherwise} : at->second;
}

Result<std::string> Arguments::textFile(std::string_view option) const {
    FS_ASSIGN(auto text, readFile(value(option), option));
    if (!isText(text)) {
        return {ErrorCode::NotText, std::string{option} + " is not UTF-8 text"};
    }
    return text;
}

Result<std::string> Arguments::secret(std::string_view option) const {
    const std::string where = value(option);
    Result<std::string> text = std::string{};
    if (where.starts_with("fd:")) {
        int descriptor = 0;
        for (const char c : where.substr(3)) {
            if (c < '0' || c > '9' || descriptor > 1000) {
                return {ErrorCode::InvalidArgument, std::string{option} + " takes fd: and a number"};
            }
            descriptor = descriptor * 10 + (c - '0');
        }
        text = readAll(descriptor, option);
    } else {
        text = readFile(where, option);
    }
    if (!text) {
        return text;
    }
    text->resize(std::min(text->find_first_of("\r\n"), text->size()));
    if (text->empty()) {
        return {ErrorCode::InvalidArgument, std::string{option} + " is empty"};
    }
    return text;
}

} // namespace frontsheet::device
