// The table of who may use what, read from boundaries.txt (its syntax is described there).
#pragma once

#include "tests/tools/boundaries/source_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::boundaries {

// A family of things from outside the project: its headers, CMake link names and QML modules.
struct Kind {
    std::string name;
    std::vector<std::string> includes;
    std::vector<std::string> links;
    std::vector<std::string> modules;
};

// What the files below a folder (or, for `file` lines, the files that match a glob) may use: folders and kinds.
struct Permission {
    std::string where;
    std::vector<std::string> uses;
};

struct Ceiling {
    int lines = 0;
    std::vector<std::string> globs;
};

struct Exception {
    std::string rule;
    std::string glob;
    int line = 0; // in boundaries.txt
};

struct Table {
    std::vector<Kind> kinds;         // in order: the first that matches decides
    std::vector<Permission> folders; // the longest folder that holds a file decides
    std::vector<Permission> files;   // added to the folder's
    std::vector<Ceiling> ceilings;   // the last that matches decides
    std::vector<std::string> vagueNames;
    std::vector<std::string> skipped; // not ours: build output and the like
    std::vector<Exception> exceptions;
    std::vector<Violation> faults; // lines that could not be read

    // Null where the table does not speak of it.
    [[nodiscard]] const Kind* kindOfInclude(std::string_view header) const;
    [[nodiscard]] const Kind* kindOfLink(std::string_view name) const;
    [[nodiscard]] const Kind* kindOfModule(std::string_view uri) const;
    [[nodiscard]] const Permission* folderRuleFor(std::string_view path) const;

    // May the file at `path` use `thing`, a kind's name or a path from the root? Its own folder it always may.
    [[nodiscard]] bool mayUse(std::string_view path, std::string_view thing) const;
    // May anything in the folder? What a CMake link line needs.
    [[nodiscard]] bool mayAnyUse(std::string_view folder, std::string_view thing) const;
};

[[nodiscard]] Table readTable(const SourceFile& file);

} // namespace frontsheet::boundaries
