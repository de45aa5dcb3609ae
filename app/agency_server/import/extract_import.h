// One extract into one agency's ledger: streamed, compared with what is there, reported row by row.
#pragma once

#include "app/agency_server/import/ledger_upsert.h"
#include "core/extract/import_run.h"

#include <filesystem>
#include <functional>

namespace frontsheet {

struct ExtractImportResult {
    extract::ImportSummary summary;
    UpsertCounts upserts;
    std::uint64_t vanished =
        0; // came with the last import of this mapping and not with this one: for a person to look at
};

struct ExtractImport {
    AgencyId agency;
    std::string mappingText;
    std::filesystem::path file;
    extract::ExtractReport& report;
    std::function<extract::Onward(const extract::ImportProgress&)> progress;
};

// Batches of it are durable one by one; stopped anywhere, the same import again does the rest. NotFound (the file), Malformed
// (mapping or header, with the line), runImport()'s and the ledger's errors.
[[nodiscard]] Result<ExtractImportResult> importExtract(const ExtractImport& what, Ledger& ledger, const Clock& clock);

} // namespace frontsheet
