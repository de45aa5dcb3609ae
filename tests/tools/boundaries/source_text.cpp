#include "tests/tools/boundaries/source_text.h"

#include <cctype>

namespace frontsheet::boundaries {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

void blank(std::string& text, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && i < text.size(); ++i) {
        if (text[i] != '\n') {
            text[i] = ' ';
        }
    }
}

std::size_t endOfLine(std::string_view text, std::size_t at) {
    const std::size_t end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end;
}

// R"delimiter(...)delimiter": `quote` is the place of the quotation mark.
std::size_t endOfRawString(std::string_view text, std::size_t quote) {
    const std::size_t open = text.find('(', quote);
    if (open == std::string_view::npos) {
        return text.size();
    }
    std::string close = ")";
    close += text.substr(quote + 1, open - quote - 1);
    close += '"';
    const std::size_t end = text.find(close, open);
    return end == std::string_view::npos ? text.size() : end + close.size();
}

std::size_t endOfString(std::string_view text, std::size_t quote) {
    const char mark = text[quote];
    std::size_t i = quote + 1;
    while (i < text.size() && text[i] != mark) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '\n' && mark != '`') {
            return i; // not closed: a lone apostrophe, or text the compiler will refuse
        }
        ++i;
    }
    return i < text.size() ? i + 1 : text.size();
}

// 1'000'000: a separator, not the start of a character.
bool isDigitSeparator(std::string_view text, std::size_t at) {
    return at > 0 && at + 1 < text.size() && std::isxdigit(static_cast<unsigned char>(text[at - 1])) != 0 &&
           std::isxdigit(static_cast<unsigned char>(text[at + 1])) != 0;
}

} // namespace

Language languageOf(std::string_view path) {
    const std::string_view name = nameOf(path);
    const std::size_t dot = name.rfind('.');
    const std::string_view extension = dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1);
    if (extension == "h" || extension == "cpp") {
        return Language::Cpp;
    }
    if (extension == "qml" || extension == "js" || extension == "mjs") {
        return Language::Qml;
    }
    if (name == "CMakeLists.txt" || extension == "cmake") {
        return Language::Cmake;
    }
    if (extension == "proto") {
        return Language::Proto;
    }
    if (extension == "sh" || extension == "py") {
        return Language::Script;
    }
    return Language::Other;
}

std::string withoutComments(std::string_view text, Language language, Strings strings) {
    std::string result{text};
    const bool hashComments = language == Language::Cmake || language == Language::Script;
    std::size_t i = 0;
    while (i < text.size()) {
        const char c = text[i];
        std::size_t end = i + 1;
        if (hashComments ? c == '#' : text.substr(i, 2) == "//") {
            end = endOfLine(text, i);
            blank(result, i, end);
        } else if (!hashComments && text.substr(i, 2) == "/*") {
            const std::size_t close = text.find("*/", i + 2);
            end = close == std::string_view::npos ? text.size() : close + 2;
            blank(result, i, end);
        } else if (c == '"' || (c == '`' && language == Language::Qml) ||
                   (c == '\'' && language != Language::Cmake && !isDigitSeparator(text, i))) {
            const bool raw = language == Language::Cpp && c == '"' && i > 0 && text[i - 1] == 'R';
            end = raw ? endOfRawString(text, i) : endOfString(text, i);
            if (strings == Strings::Blank && end > i + 2) {
                blank(result, i + 1, end - 1);
            }
        }
        i = end;
    }
    return result;
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = endOfLine(text, at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string_view folderOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view nameOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t i = 0;
    while (i < text.size()) {
        while (i < text.size() && isBlank(text[i])) {
            ++i;
        }
        const std::size_t start = i;
        while (i < text.size() && !isBlank(text[i])) {
            ++i;
        }
        if (i > start) {
            words.push_back(text.substr(start, i - start));
        }
    }
    return words;
}

bool globMatches(std::string_view glob, std::string_view text) {
    // Greedy with one point to come back to: enough for `*` alone.
    std::size_t g = 0;
    std::size_t t = 0;
    std::size_t starInGlob = std::string_view::npos;
    std::size_t starInText = 0;
    while (t < text.size()) {
        if (g < glob.size() && glob[g] == '*') {
            starInGlob = g++;
            starInText = t;
        } else if (g < glob.size() && glob[g] == text[t]) {
            ++g;
            ++t;
        } else if (starInGlob != std::string_view::npos) {
            g = starInGlob + 1;
            t = ++starInText;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == '*') {
        ++g;
    }
    return g == glob.size();
}

bool isInside(std::string_view path, std::string_view folder) {
    if (folder.empty() || path == folder) {
        return true;
    }
    return path.size() > folder.size() && path.substr(0, folder.size()) == folder && path[folder.size()] == '/';
}

} // namespace frontsheet::boundaries
