// What the benchmark does on the device's side. Each task is a process of its own, as the app is, so that its memory and
// its first moments can be told.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace frontsheet::bench {

struct DeviceTask {
    std::string
        what; // enrol, pull, start, search, nothing-new, one-edit, write, push, files-up, files-down, edits-beside-files
    std::string profile;
    std::string passphraseFile;
    std::string invitation; // of enrol
    std::size_t count = 0;  // notes, exchanges, searches
};

// One JSON object of figures: seconds, counts, bytes, processor seconds and the peak of memory. An error when what should
// have arrived did not: a benchmark of work not done would look fast.
[[nodiscard]] Result<nlohmann::ordered_json> runDeviceTask(const DeviceTask& task);

} // namespace frontsheet::bench
