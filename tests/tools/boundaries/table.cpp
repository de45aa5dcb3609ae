#include "tests/tools/boundaries/table.h"

#include <algorithm>
#include <charconv>

namespace frontsheet::boundaries {

namespace {

const Kind* firstMatch(const std::vector<Kind>& kinds, std::string_view name,
                       std::vector<std::string> Kind::*patterns) {
    for (const Kind& kind : kinds) {
        for (const std::string& glob : kind.*patterns) {
            if (globMatches(glob, name)) {
                return &kind;
            }
        }
    }
    return nullptr;
}

// A permission's item may be a kind, a folder, a path glob, or `everything`.
bool covers(const std::vector<std::string>& uses, std::string_view thing) {
    return std::any_of(uses.begin(), uses.end(), [&](const std::string& item) {
        return item == "everything" || item == thing || isInside(thing, item) || globMatches(item, thing);
    });
}

class TableReader {
public:
    explicit TableReader(const SourceFile& file) : m_file(file) {}

    Table read() {
        for (const std::string_view line : linesOf(m_file.text)) {
            ++m_line;
            const std::string_view text = trimmed(line.substr(0, line.find('#')));
            if (!text.empty()) {
                readLine(wordsOf(text));
            }
        }
        checkUses(m_table.folders);
        checkUses(m_table.files);
        return std::move(m_table);
    }

private:
    void fault(std::string message) { m_table.faults.push_back({m_file.path, m_line, "table", std::move(message)}); }

    void readLine(const std::vector<std::string_view>& words) {
        const std::string_view verb = words.front();
        const std::vector<std::string> rest(words.begin() + 1, words.end());
        if (verb == "kind" && rest.size() >= 3) {
            readKind(rest);
        } else if (verb == "folder" && !rest.empty()) {
            m_table.folders.push_back({rest[0], {rest.begin() + 1, rest.end()}});
        } else if (verb == "file" && rest.size() >= 2) {
            m_table.files.push_back({rest[0], {rest.begin() + 1, rest.end()}});
        } else if (verb == "ceiling" && rest.size() >= 2) {
            readCeiling(rest);
        } else if (verb == "vague" && !rest.empty()) {
            m_table.vagueNames.insert(m_table.vagueNames.end(), rest.begin(), rest.end());
        } else if (verb == "skip" && !rest.empty()) {
            m_table.skipped.insert(m_table.skipped.end(), rest.begin(), rest.end());
        } else if (verb == "except" && rest.size() >= 4 && rest[2] == "because") {
            m_table.exceptions.push_back({rest[0], rest[1], m_line});
        } else {
            fault("this line is not of any form the head of the file describes");
        }
    }

    void readKind(const std::vector<std::string>& rest) {
        auto kind =
            std::find_if(m_table.kinds.begin(), m_table.kinds.end(), [&](const Kind& k) { return k.name == rest[0]; });
        if (kind == m_table.kinds.end()) {
            kind = m_table.kinds.insert(kind, Kind{rest[0], {}, {}, {}});
        }
        std::vector<std::string>* patterns = rest[1] == "include" ? &kind->includes
                                             : rest[1] == "link"  ? &kind->links
                                             : rest[1] == "qml"   ? &kind->modules
                                                                  : nullptr;
        if (patterns == nullptr) {
            fault("a kind has include, link or qml patterns, not '" + rest[1] + "'");
            return;
        }
        patterns->insert(patterns->end(), rest.begin() + 2, rest.end());
    }

    void readCeiling(const std::vector<std::string>& rest) {
        int lines = 0;
        const auto [end, error] = std::from_chars(rest[0].data(), rest[0].data() + rest[0].size(), lines);
        if (error != std::errc{} || end != rest[0].data() + rest[0].size() || lines <= 0) {
            fault("a ceiling is a number of lines, not '" + rest[0] + "'");
            return;
        }
        m_table.ceilings.push_back({lines, {rest.begin() + 1, rest.end()}});
    }

    // A misspelt kind would silently forbid; say it instead.
    void checkUses(const std::vector<Permission>& permissions) {
        for (const Permission& permission : permissions) {
            for (const std::string& item : permission.uses) {
                const bool isKind = std::any_of(m_table.kinds.begin(), m_table.kinds.end(),
                                                [&](const Kind& kind) { return kind.name == item; });
                const bool isFolder =
                    std::any_of(m_table.folders.begin(), m_table.folders.end(), [&](const Permission& p) {
                        return isInside(item, p.where) || isInside(p.where, item);
                    });
                if (!isKind && !isFolder && item != "everything") {
                    fault("'" + permission.where + "' uses '" + item +
                          "', which is neither a kind nor in a folder here");
                }
            }
        }
    }

    const SourceFile& m_file;
    int m_line = 0;
    Table m_table;
};

} // namespace

const Kind* Table::kindOfInclude(std::string_view header) const { return firstMatch(kinds, header, &Kind::includes); }

const Kind* Table::kindOfLink(std::string_view name) const { return firstMatch(kinds, name, &Kind::links); }

const Kind* Table::kindOfModule(std::string_view uri) const { return firstMatch(kinds, uri, &Kind::modules); }

const Permission* Table::folderRuleFor(std::string_view path) const {
    const Permission* longest = nullptr;
    for (const Permission& folder : folders) {
        if (isInside(path, folder.where) && (longest == nullptr || folder.where.size() > longest->where.size())) {
            longest = &folder;
        }
    }
    return longest;
}

bool Table::mayUse(std::string_view path, std::string_view thing) const {
    const Permission* folder = folderRuleFor(path);
    if (folder == nullptr) {
        return false;
    }
    // Its own: the part of the tree that the same line speaks of.
    const bool isKind = std::any_of(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == thing; });
    if (!isKind && folderRuleFor(thing) == folder) {
        return true;
    }
    if (covers(folder->uses, thing)) {
        return true;
    }
    return std::any_of(files.begin(), files.end(), [&](const Permission& file) {
        return globMatches(file.where, path) && covers(file.uses, thing);
    });
}

bool Table::mayAnyUse(std::string_view folder, std::string_view thing) const {
    if (mayUse(folder, thing)) {
        return true;
    }
    // Leave to include one file of a folder is leave to link it.
    const auto inside = [&](const std::string& item) { return isInside(item, thing); };
    const Permission* own = folderRuleFor(folder);
    if (own != nullptr && std::any_of(own->uses.begin(), own->uses.end(), inside)) {
        return true;
    }
    return std::any_of(files.begin(), files.end(), [&](const Permission& file) {
        return isInside(file.where, folder) && covers(file.uses, thing);
    });
}

Table readTable(const SourceFile& file) { return TableReader{file}.read(); }

} // namespace frontsheet::boundaries
