// The files that are checked, as text. No compiler's view: what counts is what a person reads and writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::boundaries {

struct SourceFile {
    std::string path; // from the root of the source tree, with forward slashes
    std::string text;
};

// Something that has to change. `rule` is what an exception in the table names.
struct Violation {
    std::string path;
    int line = 0; // from 1; 0 for the file or folder as a whole
    std::string rule;
    std::string message;

    friend bool operator==(const Violation&, const Violation&) = default;
};

enum class Language { Cpp, Qml, Cmake, Proto, Script, Other };

[[nodiscard]] Language languageOf(std::string_view path);

// The same text with comments, and if asked the insides of string literals, turned to spaces: line numbers and columns
// stay. C++ raw strings and QML template literals count as strings.
enum class Strings { Keep, Blank };
[[nodiscard]] std::string withoutComments(std::string_view text, Language language, Strings strings);

[[nodiscard]] std::vector<std::string_view> linesOf(std::string_view text);
[[nodiscard]] std::string_view folderOf(std::string_view path); // "" for a file at the root
[[nodiscard]] std::string_view nameOf(std::string_view path);
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::vector<std::string_view> wordsOf(std::string_view text); // split at blanks

// `*` stands for any run of characters, slashes too; everything else for itself.
[[nodiscard]] bool globMatches(std::string_view glob, std::string_view text);

// Is `path` the folder itself or anything below it? The folder "" holds everything.
[[nodiscard]] bool isInside(std::string_view path, std::string_view folder);

} // namespace frontsheet::boundaries
