#include "tests/tools/boundaries/house_checks.h"

#include <algorithm>
#include <regex>
#include <set>

namespace frontsheet::boundaries {

namespace {

struct Forbidden {
    std::regex pattern;
    const char* what;
};

// The first match on a line is enough; a person will see the rest.
void search(const SourceFile& file, const std::string& code, const std::vector<Forbidden>& forbidden,
            std::string_view rule, std::string_view advice, std::vector<Violation>& found) {
    int line = 0;
    for (const std::string_view view : linesOf(code)) {
        ++line;
        for (const Forbidden& entry : forbidden) {
            if (std::regex_search(view.begin(), view.end(), entry.pattern)) {
                found.push_back(
                    {file.path, line, std::string{rule}, std::string{entry.what} + ": " + std::string{advice}});
                break;
            }
        }
    }
}

const std::vector<Forbidden>& rawLooksInQml() {
    static const std::vector<Forbidden> kForbidden = {
        {std::regex{R"(["'`]#[0-9a-fA-F]{3,8}["'`])"}, "a colour in hex"},
        {std::regex{R"(\bQt\.(rgba|hsla|hsva|color)\s*\()"}, "a colour by numbers"},
        {std::regex{R"((^|[.\s])([a-z]\w*C|c)olor\s*:\s*["'](?!transparent["'])[A-Za-z]+["'])"}, "a colour by name"},
        // A step from the theme's own ("Theme.small.size + 1") still grows with the reader's text size.
        {std::regex{R"(\b(pixelSize|pointSize)\s*:\s*(?!.*\bTheme\.)[^;]*\b[0-9])"}, "a font size"},
    };
    return kForbidden;
}

const std::vector<Forbidden>& rawLooksInCpp() {
    static const std::vector<Forbidden> kForbidden = {
        {std::regex{R"("#[0-9a-fA-F]{3,8}")"}, "a colour in hex"},
        {std::regex{R"(\bQColor\s*[({]\s*("|[0-9]|Qt::(?!transparent)))"}, "a colour"},
        {std::regex{R"(\bQt::(white|black|red|green|blue|cyan|magenta|yellow|gray|dark[A-Z]\w+|lightGray)\b)"},
         "a colour by name"},
        {std::regex{R"(\bset(Pixel|Point)Size(F)?\s*\(\s*[0-9])"}, "a font size"},
    };
    return kForbidden;
}

const std::vector<Forbidden>& sleepsInCpp() {
    static const std::vector<Forbidden> kForbidden = {
        {std::regex{R"(\b(sleep_for|sleep_until|usleep|nanosleep|clock_nanosleep|msleep)\s*[(<])"}, "a sleep"},
        {std::regex{R"((^|[^\w.>])sleep\s*\()"}, "a sleep"},
        {std::regex{R"(\b(qWait|qSleep)\s*\()"}, "a blind wait"},
    };
    return kForbidden;
}

const std::vector<Forbidden>& sleepsInQml() {
    static const std::vector<Forbidden> kForbidden = {
        {std::regex{R"((^|[^\w.])wait\s*\()"}, "a blind wait"},
        {std::regex{R"(\bsleep\s*\()"}, "a sleep"},
    };
    return kForbidden;
}

const std::vector<Forbidden>& sleepsInScripts() {
    static const std::vector<Forbidden> kForbidden = {
        {std::regex{R"((^|[^\w-])(u|time\.)?sleep(\s+["$0-9.]|\s*\())"}, "a sleep"},
    };
    return kForbidden;
}

bool isBelow(std::string_view path, std::string_view top) { return path.substr(0, top.size()) == top; }

std::string lowered(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

// store_helper.cpp and StoreHelper.qml are store and helper.
std::vector<std::string> partsOfName(std::string_view name) {
    std::vector<std::string> parts(1);
    for (const char c : name.substr(0, name.find('.'))) {
        if (c == '_' || c == '-') {
            parts.emplace_back();
            continue;
        }
        if (c >= 'A' && c <= 'Z' && !parts.back().empty()) {
            parts.emplace_back();
        }
        parts.back() += c;
    }
    for (std::string& part : parts) {
        part = lowered(part);
    }
    return parts;
}

const SourceFile* find(const std::vector<SourceFile>& files, std::string_view path) {
    const auto file = std::find_if(files.begin(), files.end(), [&](const SourceFile& f) { return f.path == path; });
    return file == files.end() ? nullptr : &*file;
}

} // namespace

std::vector<Violation> checkThemed(const std::vector<SourceFile>& files) {
    constexpr std::string_view kAdvice = "take it from qml/theme";
    std::vector<Violation> found;
    for (const SourceFile& file : files) {
        const Language language = languageOf(file.path);
        if (!(isBelow(file.path, "qml/") || isBelow(file.path, "app/")) || isBelow(file.path, "qml/theme/")) {
            continue;
        }
        if (language == Language::Qml) {
            search(file, withoutComments(file.text, language, Strings::Keep), rawLooksInQml(), "theme", kAdvice, found);
        } else if (language == Language::Cpp) {
            search(file, withoutComments(file.text, language, Strings::Keep), rawLooksInCpp(), "theme", kAdvice, found);
        }
    }
    return found;
}

std::vector<Violation> checkReadmes(const std::vector<SourceFile>& files) {
    std::set<std::string> folders;
    for (const SourceFile& file : files) {
        const std::string_view folder = folderOf(file.path);
        if (!folder.empty() && !nameOf(folder).starts_with('.')) {
            folders.emplace(folder);
        }
    }
    std::vector<Violation> found;
    for (const std::string& folder : folders) {
        if (find(files, folder + "/README.md") == nullptr) {
            found.push_back({folder, 0, "readme", "has no README.md: what lives here, and who may include whom"});
        }
    }
    return found;
}

std::vector<Violation> checkSizes(const Table& table, const std::vector<SourceFile>& files) {
    std::vector<Violation> found;
    for (const SourceFile& file : files) {
        int ceiling = 0;
        for (const Ceiling& entry : table.ceilings) {
            if (std::any_of(entry.globs.begin(), entry.globs.end(),
                            [&](const std::string& glob) { return globMatches(glob, file.path); })) {
                ceiling = entry.lines;
            }
        }
        const auto lines = static_cast<int>(std::count(file.text.begin(), file.text.end(), '\n'));
        if (ceiling > 0 && lines > ceiling) {
            found.push_back({file.path, 0, "size",
                             std::to_string(lines) + " lines, above " + std::to_string(ceiling) + ": split it by job"});
        }
    }
    return found;
}

std::vector<Violation> checkNames(const Table& table, const std::vector<SourceFile>& files) {
    std::vector<Violation> found;
    for (const SourceFile& file : files) {
        for (const std::string& part : partsOfName(nameOf(file.path))) {
            if (std::find(table.vagueNames.begin(), table.vagueNames.end(), part) != table.vagueNames.end()) {
                found.push_back({file.path, 0, "name", "'" + part + "' does not say the job of the file"});
            }
        }
    }
    return found;
}

std::vector<Violation> checkSleeps(const std::vector<SourceFile>& files) {
    constexpr std::string_view kAdvice = "turn the injected clock, or wait for what should happen";
    std::vector<Violation> found;
    for (const SourceFile& file : files) {
        if (!isBelow(file.path, "tests/")) {
            continue;
        }
        const Language language = languageOf(file.path);
        const std::vector<Forbidden>* forbidden = language == Language::Cpp      ? &sleepsInCpp()
                                                  : language == Language::Qml    ? &sleepsInQml()
                                                  : language == Language::Script ? &sleepsInScripts()
                                                                                 : nullptr;
        if (forbidden != nullptr) {
            search(file, withoutComments(file.text, language, Strings::Blank), *forbidden, "sleep", kAdvice, found);
        }
    }
    return found;
}

std::vector<Violation> checkCommands(const std::vector<SourceFile>& files) {
    std::vector<Violation> found;
    const SourceFile* readme = find(files, "README.md");
    const SourceFile* ci = find(files, ".ci/run");
    if (readme == nullptr || ci == nullptr) {
        found.push_back({readme == nullptr ? "README.md" : ".ci/run", 0, "commands", "is missing"});
        return found;
    }
    // What CI runs, but for going to the root of the source and the environment: one command.
    std::vector<std::string> run;
    const std::string script = withoutComments(ci->text, Language::Script, Strings::Keep);
    for (const std::string_view line : linesOf(script)) {
        const std::string_view text = trimmed(line);
        if (!text.empty() && !text.starts_with("set ") && !text.starts_with("cd ") && !text.starts_with("export ")) {
            run.emplace_back(trimmed(text.substr(0, text.find('<'))));
        }
    }
    if (run.size() != 1) {
        found.push_back({ci->path, 0, "commands", "runs " + std::to_string(run.size()) + " commands instead of one"});
        return found;
    }
    bool led = false;
    for (const std::string_view line : linesOf(readme->text)) {
        // A command is an indented line.
        led = led || (line.starts_with("    ") && trimmed(line) == run.front());
    }
    if (!led) {
        found.push_back({readme->path, 0, "commands", "does not show '" + run.front() + "', which CI runs"});
    }
    return found;
}

} // namespace frontsheet::boundaries
