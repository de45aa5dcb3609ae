// Importing in tests: ids that can be told apart, records kept, the report kept.
#pragma once

#include "core/extract/import_run.h"

#include <string>
#include <vector>

namespace frontsheet::extract {

PersonId personOf(const AgencyId& agency, std::string_view localId);
DeriveIds testIds();

struct KeptRecords final : ImportSink {
    std::vector<ImportedRecord> records;
    Result<void> take(ImportedRecord record) override {
        records.push_back(std::move(record));
        return ok();
    }
    [[nodiscard]] const ImportedRecord* find(RecordType type, std::string_view key) const {
        for (const auto& each : records) {
            if (each.record.type == type && each.localKey == key) {
                return &each;
            }
        }
        return nullptr;
    }
};

struct KeptReport final : ExtractReport {
    std::vector<ReportEntry> entries;
    void add(const ReportEntry& entry) override { entries.push_back(entry); }
    [[nodiscard]] const ReportEntry* at(std::uint64_t line, ReasonCode reason) const {
        for (const auto& entry : entries) {
            if (entry.line == line && entry.reason == reason) {
                return &entry;
            }
        }
        return nullptr;
    }
};

struct Imported {
    Result<ImportSummary> summary = ImportSummary{};
    KeptRecords sink;
    KeptReport report;
};

ImportOptions optionsFor(const std::string& agency);
Imported importText(const std::string& mapping, const std::string& text, const std::string& agency = "council");
std::string extractPath(const std::string& file);
// By a shipped mapping, from tests/data/extracts.
Imported importFile(const std::string& mapping, const std::string& file, const std::string& agency);

// The locality's extracts of people, as its agencies hand them over.
struct PeopleExtract {
    const char* mapping;
    const char* file;
    const char* agency;
    std::uint64_t rows;
};
inline constexpr PeopleExtract kPeopleExtracts[] = {
    {"council-people", "council_people.csv", "council", 646},
    {"community-trust-patients", "community_trust_patients.csv", "community_trust", 652},
    {"mental-health-trust-clients", "mental_health_trust_clients.csv", "mental_health_trust", 243},
    {"housing-tenants", "housing_tenants.csv", "housing", 366},
    {"gp-list", "gp_list_Y99001.csv", "gp_Y99001", 352},
    {"gp-list", "gp_list_Y99002.csv", "gp_Y99002", 356},
    {"gp-list", "gp_list_Y99003.csv", "gp_Y99003", 357},
};

} // namespace frontsheet::extract
