// After quiet: what the journal says was acknowledged, against the canonical dumps of every server and device.
#pragma once

#include "tests/blackbox/county.h"

#include <map>
#include <string>
#include <vector>

namespace frontsheet::blackbox {

struct Reckoned {
    std::vector<std::string> faults; // each a sentence; empty: nothing acknowledged was lost, nothing is doubled
    std::map<std::string, long long> figures;
};

// All weather calm, all servers up: every device syncs until nothing waits. Throws where it does not come to that.
void waitForQuiet(County& county);

// A device more is enrolled for every worker, so that what each server releases is seen without anything having gone wrong.
[[nodiscard]] Reckoned reckon(County& county, const std::filesystem::path& journal);

} // namespace frontsheet::blackbox
