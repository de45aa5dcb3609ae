// What a figure was measured on, and what a process used. Linux.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <sys/types.h>

namespace frontsheet::bench {

// Processor, cores, memory, kernel, build, the file system of the measured folder and what an fsync costs there (median of
// 40, of a page appended), and how busy the machine is now (load of the last minute).
[[nodiscard]] nlohmann::ordered_json machineFacts(const std::string& folder);
[[nodiscard]] double loadNow();

// The most memory this process, or that one, has had resident, in MiB (VmHWM); 0 when it is gone.
[[nodiscard]] double peakMiB();
[[nodiscard]] double peakMiB(pid_t process);
void forgetPeak(); // of this process
// Processor time of this process, or that one, so far, all threads, in seconds.
[[nodiscard]] double processorSeconds();
[[nodiscard]] double processorSeconds(pid_t process);

} // namespace frontsheet::bench
