#include "app/agency_server/files.h"
#include "app/agency_server/import/extract_import.h"
#include "app/agency_server/import/seeded_records.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/verb.h"
#include "core/domain/schema/record_schema.h"
#include "core/extract/mapping.h"

#include <cstdio>
#include <fstream>
#include <unistd.h>

namespace frontsheet {

namespace {

class NoReport final : public extract::ExtractReport {
public:
    void add(const extract::ReportEntry& /*entry*/) override {}
};

Result<std::string> mappingText(const std::string& nameOrFile) {
    if (const auto shipped = extract::shippedMapping(nameOrFile)) {
        return std::string{*shipped};
    }
    auto text = readFile(nameOrFile);
    if (!text && text.error().code == ErrorCode::NotFound) {
        std::string names;
        for (const auto name : extract::shippedMappingNames()) {
            names += (names.empty() ? "" : ", ") + std::string{name};
        }
        return {ErrorCode::NotFound, "no mapping or file " + nameOrFile + "; there are " + names};
    }
    return text;
}

extract::Onward showProgress(const extract::ImportProgress& progress) {
    if (progress.bytesTotal != 0) {
        std::fprintf(stderr, "\r%3d%%  %llu rows ", static_cast<int>(100 * progress.bytesDone / progress.bytesTotal),
                     static_cast<unsigned long long>(progress.rows));
    }
    return extract::Onward::Continue;
}

void printResult(const ExtractImportResult& result) {
    const auto& s = result.summary;
    const auto print = [](const char* what, std::uint64_t n) {
        std::printf("  %-28s %llu\n", what, static_cast<unsigned long long>(n));
    };
    print("rows", s.rows);
    print("  taken", s.rowsTaken);
    print("  refused", s.rowsRefused);
    print("  of other agencies", s.rowsSkipped);
    print("records new", result.upserts.created);
    print("records changed", result.upserts.changed);
    print("records unchanged", result.upserts.unchanged);
    print("no longer in the extract", result.vanished);
    for (const auto& [type, count] : s.records) {
        const auto* schema = schemaOf(type);
        print(schema != nullptr ? std::string{schema->name}.c_str() : "other", count);
    }
    for (const auto& [reason, count] : s.reasons) {
        print(std::string{extract::codeOf(reason)}.c_str(), count);
    }
}

} // namespace

Result<void> runImportVerb(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto agencyCode, arguments.required("agency"));
    FS_ASSIGN(const auto mapping, arguments.required("mapping"));
    FS_ASSIGN(const auto file, arguments.required("file"));
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(auto text, mappingText(mapping));
    const AgencyId agency{agencyCode};
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));

    const auto reportFile = arguments.value("report");
    std::ofstream reportStream;
    if (reportFile) {
        reportStream.open(*reportFile, std::ios::binary | std::ios::trunc);
        if (!reportStream) {
            return {ErrorCode::DiskFailed, *reportFile};
        }
    }
    extract::CsvReport csv{reportStream};
    NoReport none;
    extract::ExtractReport& report = reportFile ? static_cast<extract::ExtractReport&>(csv) : none;
    const bool show = ::isatty(STDERR_FILENO) == 1 && !arguments.has("quiet");
    ExtractImport what{agency, std::move(text), file, report, {}};
    if (show) {
        what.progress = showProgress;
    }
    auto result = importExtract(what, *ledger, context.clock);
    if (show) {
        std::fprintf(stderr, "\r                              \r");
    }
    if (!result) {
        return result.error();
    }
    if (reportFile) {
        FS_TRY(csv.finish());
    }
    std::printf("%s: %s\n", agency.str().c_str(), std::filesystem::path{file}.filename().c_str());
    printResult(*result);
    return ok();
}

Result<void> runSeed(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto agencyCode, arguments.required("agency"));
    FS_ASSIGN(const auto records, arguments.number("records", 100'000, 10'000'000));
    FS_ASSIGN(const auto seed, arguments.number("seed", 1, ~0ULL));
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto ledger, folder.ledgerOf(AgencyId{agencyCode}));
    FS_TRY(seedRecords(*ledger, records, seed, context.clock.now()));
    std::printf("%llu records\n", static_cast<unsigned long long>(records));
    return ok();
}

} // namespace frontsheet
