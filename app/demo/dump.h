// Reads a canonical dump, so that the story counts what is really in each store and nothing it remembers itself.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace frontsheet::demo {

struct DumpedRecord {
    std::string id;   // hex
    std::string type; // "contact-note"
    std::string home;
    std::string person; // hex, empty on directory records
    std::string category;
    long long version = 0;
    std::string author;
    bool waiting = false;
    std::map<std::string, std::string> fields; // sets joined by "|", numbers as text
    [[nodiscard]] std::string field(const std::string& name) const;
};

class Dump {
public:
    // Malformed with the line's number on anything but one JSON object a line.
    [[nodiscard]] static Result<Dump> parse(const std::string& text);

    [[nodiscard]] const std::vector<DumpedRecord>& records() const { return m_records; }
    [[nodiscard]] std::size_t attention() const { return m_attention; } // outbox items that need a person
    [[nodiscard]] const DumpedRecord* find(const std::string& id) const;
    [[nodiscard]] long long count(const std::string& type) const;
    [[nodiscard]] long long countWhere(const std::function<bool(const DumpedRecord&)>& holds) const;
    // Ids that appear on more than one line: must be none.
    [[nodiscard]] std::vector<std::string> repeated() const;

private:
    std::vector<DumpedRecord> m_records;
    std::map<std::string, std::size_t> m_byId;
    std::vector<std::string> m_repeated;
    std::size_t m_attention = 0;
};

} // namespace frontsheet::demo
