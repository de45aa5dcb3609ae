#include "tests/tools/boundaries/check.h"

#include "tests/tools/boundaries/arrow_checks.h"
#include "tests/tools/boundaries/house_checks.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

namespace frontsheet::boundaries {

namespace {

void append(std::vector<Violation>& to, std::vector<Violation> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

bool isSkipped(const std::string& path, const std::vector<std::string>& skipped) {
    const std::string_view name = nameOf(path);
    if (name.starts_with('.') && path != ".ci") {
        return true;
    }
    return std::any_of(skipped.begin(), skipped.end(),
                       [&](const std::string& glob) { return globMatches(glob, path); });
}

bool isLookedInto(const std::string& path) {
    return languageOf(path) != Language::Other || path == "README.md" || path == ".ci/run";
}

std::string contents(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

std::vector<Violation> checkTree(const Table& table, const std::vector<SourceFile>& files) {
    std::vector<Violation> all;
    append(all, checkIncludes(table, files));
    append(all, checkLinks(table, files));
    append(all, checkImports(table, files));
    append(all, checkThemed(files));
    append(all, checkReadmes(files));
    append(all, checkSizes(table, files));
    append(all, checkNames(table, files));
    append(all, checkSleeps(files));
    append(all, checkCommands(files));

    std::vector<Violation> left = table.faults;
    std::vector<bool> used(table.exceptions.size(), false);
    for (Violation& violation : all) {
        bool excused = false;
        for (std::size_t i = 0; i < table.exceptions.size(); ++i) {
            if (table.exceptions[i].rule == violation.rule && globMatches(table.exceptions[i].glob, violation.path)) {
                used[i] = true;
                excused = true;
            }
        }
        if (!excused) {
            left.push_back(std::move(violation));
        }
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) {
            left.push_back({kTablePath, table.exceptions[i].line, "table",
                            "the exception for " + table.exceptions[i].glob + " is no longer needed"});
        }
    }
    std::sort(left.begin(), left.end(), [](const Violation& a, const Violation& b) {
        return std::tie(a.path, a.line, a.rule, a.message) < std::tie(b.path, b.line, b.rule, b.message);
    });
    return left;
}

std::vector<SourceFile> readTree(const std::string& root, const std::vector<std::string>& skipped) {
    namespace fs = std::filesystem;
    std::vector<SourceFile> files;
    for (fs::recursive_directory_iterator at{root}, end; at != end; ++at) {
        const std::string path = at->path().lexically_relative(root).generic_string();
        if (isSkipped(path, skipped)) {
            if (at->is_directory()) {
                at.disable_recursion_pending();
            }
        } else if (at->is_regular_file()) {
            files.push_back({path, isLookedInto(path) ? contents(at->path()) : std::string{}});
        }
    }
    std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

std::string toText(const Violation& violation) {
    std::string text = violation.path;
    if (violation.line > 0) {
        text += ":" + std::to_string(violation.line);
    }
    return text + ": " + violation.message + " [" + violation.rule + "]";
}

} // namespace frontsheet::boundaries
