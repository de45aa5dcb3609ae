// What a figure was measured on. Linux.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <sys/types.h>

namespace frontsheet::bench {

// Processor, cores, memory, kernel, file system of the measured folder, load before the run.
[[nodiscard]] nlohmann::ordered_json machineFacts(const std::string& folder);
// The most memory a process has had resident, in MiB (VmHWM); 0 when it is gone.
[[nodiscard]] double peakMiB(pid_t process);
// Processor time of this process so far, all threads, in seconds.
[[nodiscard]] double processorSeconds();
// The same of another process.
[[nodiscard]] double processorSeconds(pid_t process);

} // namespace frontsheet::bench
