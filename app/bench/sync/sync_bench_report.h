// Medians of several runs, as a table and as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace frontsheet::bench {

// The median of each number that every run has; `runs` lists the ones named in `listed`.
[[nodiscard]] nlohmann::ordered_json medians(const std::vector<nlohmann::ordered_json>& runs,
                                             const std::vector<std::string>& listed);
void printTable(const nlohmann::ordered_json& report);

} // namespace frontsheet::bench
