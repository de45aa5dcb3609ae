// What the benchmark does on the device's side, in a process of its own so that its memory can be told.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace frontsheet::bench {

struct DeviceTask {
    std::string what; // enrol, pull, push, nothing-new, one-edit, start
    std::string profile;
    std::string passphraseFile;
    std::string invitation; // of enrol
    std::size_t count = 0;  // records to push, exchanges to make
};

// One JSON object of figures: seconds, counts, bytes, processor seconds and the peak of memory.
[[nodiscard]] Result<nlohmann::ordered_json> runDeviceTask(const DeviceTask& task);

} // namespace frontsheet::bench
