// Records to begin a story with: the directory of the sample locality and people of invented names.
#pragma once

#include "core/base/id_source.h"
#include "core/domain/record.h"

#include <string>
#include <vector>

namespace frontsheet {

// 2026-11-20T09:00:00Z, a Friday.
inline constexpr WallTime kFridayMorning{1795165200000};

// Agencies, workers and services of the sample extracts, each homed at its own agency, as the import makes them.
[[nodiscard]] std::vector<Record> sampleDirectory(IdSource& ids);

struct SamplePerson {
    std::string family = "Marlowe";
    std::string given = "Edith";
    std::string title = "Mrs";
    std::string born = "1939-02-11";
    std::string nhsNumber = "9990000018";
    std::string address = "12 Fore Street";
    std::string town = "Saltmarsh";
    std::string practice = "Y99001";
};

[[nodiscard]] Record sampleRegistration(IdSource& ids, const std::string& home, const PersonId& person,
                                        const SamplePerson& about = {});
[[nodiscard]] Record sampleMembership(IdSource& ids, const std::string& home, const PersonId& person,
                                      const std::string& agency, const std::string& worker);
// `state` is "stated", "proposed" and so on.
[[nodiscard]] Record sampleLink(IdSource& ids, const std::string& home, const PersonId& person,
                                const std::string& otherAgency, const PersonId& other,
                                const std::string& state = "stated");
[[nodiscard]] Record sampleNote(IdSource& ids, const std::string& home, const PersonId& person,
                                const std::string& author, const std::string& text, WallTime at,
                                const std::string& state = "signed");

} // namespace frontsheet
