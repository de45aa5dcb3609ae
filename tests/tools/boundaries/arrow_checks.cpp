#include "tests/tools/boundaries/arrow_checks.h"

#include "tests/tools/boundaries/cmake_commands.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace frontsheet::boundaries {

namespace {

struct Include {
    std::string header;
    bool quoted = false;
};

std::optional<Include> includeOn(std::string_view line) {
    std::string_view text = trimmed(line);
    if (text.empty() || text.front() != '#') {
        return std::nullopt;
    }
    text = trimmed(text.substr(1));
    constexpr std::string_view kWord = "include";
    if (text.substr(0, kWord.size()) != kWord) {
        return std::nullopt;
    }
    text = trimmed(text.substr(kWord.size()));
    const char close = text.empty() ? '\0' : text.front() == '<' ? '>' : text.front() == '"' ? '"' : '\0';
    if (close == '\0') {
        return Include{std::string{text}, false}; // through a macro: no kind matches, so it is refused
    }
    const std::size_t end = text.find(close, 1);
    return Include{std::string{text.substr(1, end - 1)}, close == '"'};
}

// An arrow is told as "core/domain may not use sqlite (<sqlite3.h>)".
std::string arrow(const Table& table, std::string_view path, std::string_view thing, std::string_view as) {
    const Permission* folder = table.folderRuleFor(path);
    return (folder == nullptr ? std::string{path} : folder->where) + " may not use " + std::string{thing} + " (" +
           std::string{as} + ")";
}

void checkInclude(const Table& table, const SourceFile& file, int line, const Include& include,
                  std::vector<Violation>& found) {
    const auto report = [&](std::string message) { found.push_back({file.path, line, "include", std::move(message)}); };
    if (include.quoted) {
        if (include.header.ends_with(".moc")) {
            return; // Qt's own way to put a generated part at the end of a source
        }
        // Generated from proto/, included by the path of the schema.
        const std::string target = include.header.ends_with(".pb.h") ? "proto" : include.header;
        if (table.folderRuleFor(target) == nullptr) {
            report("include \"" + include.header + "\" by its path from the root, or with <> if it is not ours");
        } else if (!table.mayUse(file.path, target)) {
            report(arrow(table, file.path, target, '"' + include.header + '"'));
        }
        return;
    }
    const Kind* kind = table.kindOfInclude(include.header);
    if (kind == nullptr) {
        report("<" + include.header + "> belongs to no kind yet: add it to the table");
    } else if (kind->name != "std" && !table.mayUse(file.path, kind->name)) {
        report(arrow(table, file.path, kind->name, "<" + include.header + ">"));
    }
}

constexpr std::array kLinkKeywords = {"PUBLIC", "PRIVATE", "INTERFACE", "LIBS", "LINK_LIBRARIES"};
bool isLinkKeyword(std::string_view word) {
    return std::any_of(kLinkKeywords.begin(), kLinkKeywords.end(),
                       [&](const char* keyword) { return word == keyword; });
}

// SOURCES, URI, TIMEOUT: the arguments of another kind begin.
bool isKeyword(std::string_view word) {
    return word.size() > 1 &&
           std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

// Commands whose first word becomes a target of ours: our own verbs, CMake's and Qt's.
bool makesTarget(const CmakeCommand& command) {
    return command.name.starts_with("frontsheet_") || command.name == "add_library" ||
           command.name == "add_executable" || command.name == "qt_add_library" ||
           command.name == "qt_add_executable" || command.name == "qt_add_qml_module";
}

bool isCmake(const SourceFile& file) {
    return languageOf(file.path) == Language::Cmake && nameOf(file.path) == "CMakeLists.txt";
}

std::map<std::string, std::string> foldersOfTargets(const std::vector<SourceFile>& files) {
    std::map<std::string, std::string> folders;
    for (const SourceFile& file : files) {
        if (!isCmake(file)) {
            continue;
        }
        for (const CmakeCommand& command : commandsOf(file.text)) {
            if (makesTarget(command) && !command.words.empty()) {
                folders.emplace(command.words.front().text, folderOf(file.path));
            }
        }
    }
    return folders;
}

std::vector<CmakeWord> linksOf(const CmakeCommand& command) {
    std::vector<CmakeWord> links;
    // add_library(... INTERFACE) and its like take sources, not links.
    if (!command.name.starts_with("frontsheet_") && command.name != "target_link_libraries") {
        return links;
    }
    bool linking = command.name == "target_link_libraries";
    for (std::size_t i = 1; i < command.words.size(); ++i) {
        const CmakeWord& word = command.words[i];
        if (isLinkKeyword(word.text)) {
            linking = true;
        } else if (isKeyword(word.text)) {
            linking = false;
        } else if (linking && word.text.find("${") == std::string::npos) {
            links.push_back(word);
        }
    }
    return links;
}

// URI of a QML module -> its folder.
std::map<std::string, std::string> foldersOfModules(const std::vector<SourceFile>& files) {
    std::map<std::string, std::string> folders;
    for (const SourceFile& file : files) {
        if (!isCmake(file)) {
            continue;
        }
        for (const CmakeCommand& command : commandsOf(file.text)) {
            if (!command.name.ends_with("_qml_module")) {
                continue;
            }
            for (std::size_t i = 0; i + 1 < command.words.size(); ++i) {
                if (command.words[i].text == "URI") {
                    folders.emplace(command.words[i + 1].text, folderOf(file.path));
                }
            }
        }
    }
    return folders;
}

// "../pages" as seen from qml/controls is qml/pages.
std::string resolved(std::string_view folder, std::string_view relative) {
    std::string base{folder};
    while (!relative.empty()) {
        const std::size_t slash = relative.find('/');
        const std::string_view part = relative.substr(0, slash);
        relative = slash == std::string_view::npos ? std::string_view{} : relative.substr(slash + 1);
        if (part == "..") {
            base = std::string{folderOf(base)};
        } else if (!part.empty() && part != ".") {
            base += (base.empty() ? "" : "/") + std::string{part};
        }
    }
    return base;
}

} // namespace

std::vector<Violation> checkIncludes(const Table& table, const std::vector<SourceFile>& files) {
    std::vector<Violation> found;
    for (const SourceFile& file : files) {
        if (languageOf(file.path) != Language::Cpp) {
            continue;
        }
        if (table.folderRuleFor(file.path) == nullptr) {
            found.push_back({file.path, 0, "include", "no line of the table speaks of this folder"});
            continue;
        }
        const std::string text = withoutComments(file.text, Language::Cpp, Strings::Keep);
        int line = 0;
        for (const std::string_view code : linesOf(text)) {
            ++line;
            if (const auto include = includeOn(code)) {
                checkInclude(table, file, line, *include, found);
            }
        }
    }
    return found;
}

std::vector<Violation> checkLinks(const Table& table, const std::vector<SourceFile>& files) {
    std::vector<Violation> found;
    const auto targets = foldersOfTargets(files);
    for (const SourceFile& file : files) {
        const std::string_view folder = folderOf(file.path);
        if (!isCmake(file) || table.folderRuleFor(folder) == nullptr) {
            continue;
        }
        for (const CmakeCommand& command : commandsOf(file.text)) {
            for (const CmakeWord& link : linksOf(command)) {
                // qt_add_qml_module makes a plugin beside the library it is for.
                std::string name = link.text;
                if (name.ends_with("plugin") && targets.contains(name.substr(0, name.size() - 6))) {
                    name.resize(name.size() - 6);
                }
                const auto target = targets.find(name);
                const Kind* kind = table.kindOfLink(name);
                if (target == targets.end() && kind == nullptr) {
                    found.push_back({file.path, link.line, "link",
                                     "'" + name + "' is neither a target of ours nor of a kind in the table"});
                } else if (target != targets.end() && !table.mayAnyUse(folder, target->second)) {
                    found.push_back({file.path, link.line, "link", arrow(table, folder, target->second, name)});
                } else if (target == targets.end() && kind->name != "std" && !table.mayAnyUse(folder, kind->name)) {
                    found.push_back({file.path, link.line, "link", arrow(table, folder, kind->name, name)});
                }
            }
        }
    }
    return found;
}

std::vector<Violation> checkImports(const Table& table, const std::vector<SourceFile>& files) {
    std::vector<Violation> found;
    const auto modules = foldersOfModules(files);
    for (const SourceFile& file : files) {
        if (languageOf(file.path) != Language::Qml) {
            continue;
        }
        const auto report = [&](int line, std::string message) {
            found.push_back({file.path, line, "import", std::move(message)});
        };
        if (table.folderRuleFor(file.path) == nullptr) {
            report(0, "no line of the table speaks of this folder");
            continue;
        }
        const std::string text = withoutComments(file.text, Language::Qml, Strings::Keep);
        int line = 0;
        for (const std::string_view code : linesOf(text)) {
            ++line;
            const auto words = wordsOf(code);
            if (words.size() < 2 || words[0] != "import") {
                continue;
            }
            const std::string name{words[1].substr(0, words[1].find(';'))};
            if (name.front() == '"') {
                const std::string path =
                    resolved(folderOf(file.path), std::string_view{name}.substr(1, name.size() - 2));
                if (!table.mayUse(file.path, path)) {
                    report(line, arrow(table, file.path, path, name));
                }
                continue;
            }
            const auto module = modules.find(name);
            const Kind* kind = table.kindOfModule(name);
            if (module != modules.end()) {
                if (!table.mayUse(file.path, module->second)) {
                    report(line, arrow(table, file.path, module->second, name));
                }
            } else if (kind == nullptr) {
                report(line, "'" + name + "' is neither a module of ours nor of a kind in the table");
            } else if (!table.mayUse(file.path, kind->name)) {
                report(line, arrow(table, file.path, kind->name, name));
            }
        }
    }
    return found;
}

} // namespace frontsheet::boundaries
