#include "app/demo/dump.h"

#include <nlohmann/json.hpp>
#include <sstream>

namespace frontsheet::demo {

namespace {

using nlohmann::json;

std::string asText(const json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_array()) {
        std::string out;
        for (const auto& member : value) {
            out += (out.empty() ? "" : "|") + asText(member);
        }
        return out;
    }
    return value.is_null() ? std::string{} : value.dump();
}

} // namespace

std::string DumpedRecord::field(const std::string& name) const {
    const auto at = fields.find(name);
    return at == fields.end() ? std::string{} : at->second;
}

Result<Dump> Dump::parse(const std::string& text) {
    Dump dump;
    std::istringstream lines(text);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        const json parsed = json::parse(line, nullptr, false);
        if (!parsed.is_object()) {
            return {ErrorCode::Malformed, "dump line " + std::to_string(number)};
        }
        if (!parsed.contains("type") || !parsed.contains("record") || !parsed.contains("fields")) {
            ++dump.m_attention;
            continue;
        }
        DumpedRecord record;
        record.id = asText(parsed["record"]);
        record.type = asText(parsed["type"]);
        record.home = asText(parsed.value("home", json{}));
        record.person = asText(parsed.value("person", json{}));
        record.category = asText(parsed.value("category", json{}));
        record.version = parsed.value("version", 0LL);
        record.author = asText(parsed.value("author", json{}));
        record.waiting = parsed.contains("waiting");
        for (const auto& [name, value] : parsed["fields"].items()) {
            record.fields[name] = asText(value);
        }
        if (!dump.m_byId.emplace(record.id, dump.m_records.size()).second) {
            dump.m_repeated.push_back(record.id);
        }
        dump.m_records.push_back(std::move(record));
    }
    return dump;
}

const DumpedRecord* Dump::find(const std::string& id) const {
    const auto at = m_byId.find(id);
    return at == m_byId.end() ? nullptr : &m_records[at->second];
}

long long Dump::count(const std::string& type) const {
    return countWhere([&](const DumpedRecord& r) { return r.type == type; });
}

long long Dump::countWhere(const std::function<bool(const DumpedRecord&)>& holds) const {
    long long found = 0;
    for (const auto& record : m_records) {
        found += holds(record) ? 1 : 0;
    }
    return found;
}

std::vector<std::string> Dump::repeated() const { return m_repeated; }

} // namespace frontsheet::demo
