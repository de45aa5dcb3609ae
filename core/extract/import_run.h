// One import: an extract file in, records out, with a report of every row refused, repaired or doubted.
//
//     auto mapping = Mapping::parse(*shippedMapping("council-people"));
//     CsvReport report{reportFile};
//     auto summary = runImport(*mapping, file, {.agency = AgencyId{"council"}, ...}, sink, report);
//
// Importing a file again gives the same ids, so that import_diff.h can tell what is new, changed and gone.
#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"
#include "core/extract/extract_report.h"
#include "core/extract/mapping.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <string>
#include <string_view>

namespace frontsheet::extract {

// Ids are derived, never drawn: the same agency, type and local key must give the same id on every machine and day.
// Injected because a collision-resistant hash is not to be had from the standard library.
struct DeriveIds {
    std::function<RecordId(const AgencyId& agency, RecordType type, std::string_view localKey)> record;
    std::function<PersonId(const AgencyId& agency, std::string_view localPersonId)> person;
};

struct ImportedRecord {
    Record record; // id, type, home, person, category, authorAgency and fields; times and version are the caller's
    std::string localKey;   // as in the extract
    std::uint64_t line = 0; // where its row begins
};

// Where records go, in the order of the file. An error stops the import and is its result.
class ImportSink {
public:
    virtual ~ImportSink() = default;
    virtual Result<void> take(ImportedRecord record) = 0;
};

struct ImportProgress {
    std::uint64_t bytesDone = 0;
    std::uint64_t bytesTotal = 0; // 0 where not known
    std::uint64_t rows = 0;
};
enum class Onward : std::uint8_t { Continue, Stop };

struct ImportOptions {
    AgencyId agency;                   // whose extract this is, and the records' home
    std::chrono::year_month_day today; // a later birth date is impossible
    std::uint64_t bytesTotal = 0;
    DeriveIds derive;
    std::function<Onward(const ImportProgress&)> progress; // may be empty; called on the caller's thread
};

// Counts only; nothing personal.
struct ImportSummary {
    std::uint64_t rows = 0;      // with content, the header not counted
    std::uint64_t rowsTaken = 0; // at least one record came of it
    std::uint64_t rowsRefused = 0;
    std::uint64_t rowsSkipped = 0; // of other agencies
    std::map<RecordType, std::uint64_t> records;
    std::uint64_t normalised = 0; // values put in standard form without any doubt (separators, date form): not reported
    std::map<ReasonCode, std::uint64_t> reasons;
    ReportCounts report;
};

// `file` in binary mode, at its start. rows == rowsTaken + rowsRefused + rowsSkipped, always.
// Fails as a whole for a header that does not fit the mapping (Malformed, naming the column), a file that is not text
// (NotText), a failing stream (DiskFailed), a sink's error, or Stop (Cancelled); what the sink took until then stays
// with it, so a sink that must have all or nothing holds back until the end.
// Memory: one row, and some 60 bytes for each local id, NHS number and name with birth date seen (to tell repeats).
[[nodiscard]] Result<ImportSummary> runImport(Mapping mapping, std::istream& file, const ImportOptions& options,
                                              ImportSink& sink, ExtractReport& report);

} // namespace frontsheet::extract
