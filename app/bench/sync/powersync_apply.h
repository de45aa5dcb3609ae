// The peer PowerSync: its core applying the records of a dump, already in memory, to an encrypted file set up as our own
// stores are. No network, no server, no decompression, no permissions and no word index are in its figure: to its advantage.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace frontsheet::bench {

struct PowerSyncTask {
    std::string extension;          // its shared library
    std::string records;            // a canonical dump
    std::string folder;             // where the database is made
    std::size_t lineOperations = 0; // operations in one message of its protocol; 0: as its service sends
};

// One JSON object of figures. An error unless, opened again without it, the file has every record's bytes: Malformed for
// records that are none, Internal when it did not do what it was asked, with its own words.
[[nodiscard]] Result<nlohmann::ordered_json> applyWithPowerSync(const PowerSyncTask& task);

} // namespace frontsheet::bench
