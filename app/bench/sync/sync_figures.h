// The figures of the sync benchmark: what each is called, its unit, and what is to be reached.
#pragma once

#include "app/bench/measurements.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace frontsheet::bench {

// The figures that one task's process reported, by the names people read.
[[nodiscard]] Measurements figuresOf(const std::string& task, const nlohmann::ordered_json& reported);

} // namespace frontsheet::bench
