// Importing in tests: ids that can be told apart, records kept, the report kept.
#pragma once

#include "core/domain/matching/name_key.h"
#include "core/extract/import_run.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace frontsheet::extract {

template <class IdType>
IdType idFor(const std::string& text) {
    IdType id;
    const std::uint64_t high = matching::fingerprint(text);
    const std::uint64_t low = matching::fingerprint("again " + text);
    for (std::size_t i = 0; i < 8; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(high >> (8 * i));
        id.bytes[8 + i] = static_cast<std::uint8_t>(low >> (8 * i));
    }
    return id;
}

inline PersonId personOf(const AgencyId& agency, std::string_view localId) {
    return idFor<PersonId>(agency.str() + " person " + std::string{localId});
}

inline DeriveIds testIds() {
    return {[](const AgencyId& agency, RecordType type, std::string_view key) {
                return idFor<RecordId>(agency.str() + " " + std::to_string(static_cast<int>(type)) + " " +
                                       std::string{key});
            },
            [](const AgencyId& agency, std::string_view localId) { return personOf(agency, localId); }};
}

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

inline ImportOptions optionsFor(const std::string& agency) {
    ImportOptions options;
    options.agency = AgencyId{agency};
    options.today = std::chrono::year{2026} / 11 / 21;
    options.derive = testIds();
    return options;
}

inline Imported importText(const std::string& mapping, const std::string& text, const std::string& agency = "council") {
    Imported result;
    auto parsed = Mapping::parse(mapping);
    if (!parsed) {
        result.summary = parsed.error();
        return result;
    }
    std::istringstream stream{text};
    result.summary = runImport(*parsed, stream, optionsFor(agency), result.sink, result.report);
    return result;
}

inline std::string extractPath(const std::string& file) {
    return std::string{FRONTSHEET_SOURCE_DIR} + "/tests/data/extracts/" + file;
}

inline Imported importFile(const std::string& mapping, const std::string& file, const std::string& agency) {
    std::ifstream stream{extractPath(file), std::ios::binary};
    std::stringstream text;
    text << stream.rdbuf();
    return importText(std::string{*shippedMapping(mapping)}, text.str(), agency);
}

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
