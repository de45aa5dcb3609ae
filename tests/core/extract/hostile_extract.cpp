#include "tests/core/extract/hostile_extract.h"

#include "core/base/utf8.h"
#include "core/domain/schema/record_schema.h"
#include "tests/core/extract/import_fixture.h"

#include <sstream>

namespace frontsheet::extract {

namespace {

constexpr std::string_view kParting = "\n====\n";

std::string faultOf(const Imported& run) {
    if (!run.summary) {
        return isText(run.summary.error().context) ? std::string{} : "an error's words are not text";
    }
    const ImportSummary& summary = *run.summary;
    if (summary.rows != summary.rowsTaken + summary.rowsRefused + summary.rowsSkipped) {
        return "a row is neither taken, refused nor skipped";
    }
    std::uint64_t refused = 0;
    std::uint64_t skipped = 0;
    std::uint64_t line = 0;
    for (const auto& entry : run.report.entries) {
        refused += entry.outcome == Outcome::RowRefused ? 1 : 0;
        skipped += entry.outcome == Outcome::Skipped ? 1 : 0;
        if (entry.line < line) {
            return "the report goes back";
        }
        line = entry.line;
        if (!isText(entry.before) || !isText(entry.after) || !isText(entry.column)) {
            return "the report holds what is not text";
        }
    }
    if (refused != summary.rowsRefused || skipped != summary.rowsSkipped) {
        return "a refused row is not in the report";
    }
    std::uint64_t records = 0;
    for (const auto& [type, count] : summary.records) {
        records += count;
    }
    if (records != run.sink.records.size() || (summary.rowsTaken > 0) != (records > 0)) {
        return "records are miscounted";
    }
    for (const auto& each : run.sink.records) {
        if (!checkFields(each.record.type, each.record.fields)) {
            return "a record does not fit its schema";
        }
        if (each.localKey.empty() || each.record.id.isNull()) {
            return "a record has no key";
        }
    }
    return {};
}

} // namespace

std::string faultOfImport(std::string_view input) {
    if (input.empty()) {
        return {};
    }
    std::string mapping;
    std::string file;
    if (const auto parting = input.find(kParting); parting != std::string_view::npos) {
        mapping = input.substr(0, parting + 1);
        file = input.substr(parting + kParting.size());
    } else {
        const auto names = shippedMappingNames();
        mapping = *shippedMapping(names[static_cast<unsigned char>(input.front()) % names.size()]);
        file = input.substr(1);
    }
    const Imported run = importText(mapping, file);
    std::string fault = faultOf(run);
    if (fault.empty() && run.summary) {
        const Imported again = importText(mapping, file);
        if (again.sink.records.size() != run.sink.records.size()) {
            fault = "the same file gives other records";
        }
        for (std::size_t i = 0; fault.empty() && i < run.sink.records.size(); ++i) {
            if (!(again.sink.records[i].record == run.sink.records[i].record)) {
                fault = "the same file gives other records";
            }
        }
    }
    return fault;
}

} // namespace frontsheet::extract
