#include "app/bench/machine_facts.h"

#include "app/bench/measurements.h"

#include <cmath>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <sys/resource.h>
#include <sys/statfs.h>
#include <sys/utsname.h>
#include <thread>
#include <unistd.h>

namespace frontsheet::bench {

namespace {

// The value of the first "name : value" line of a /proc file.
std::string valueIn(const std::string& file, const std::string& name) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(name)) {
            const auto at = line.find_first_not_of(" \t", line.find(':') + 1);
            return at == std::string::npos ? std::string{} : line.substr(at);
        }
    }
    return {};
}

std::string fileSystemOf(const std::string& folder) {
    struct statfs info {};
    if (::statfs(folder.c_str(), &info) != 0) {
        return "unknown";
    }
    switch (static_cast<unsigned long>(info.f_type)) {
    case 0xEF53UL:
        return "ext4";
    case 0x58465342UL:
        return "xfs";
    case 0x9123683EUL:
        return "btrfs";
    case 0x01021994UL:
        return "tmpfs";
    case 0x794C7630UL:
        return "overlay";
    default:
        return "0x" + [&] {
            std::ostringstream hex;
            hex << std::hex << info.f_type;
            return hex.str();
        }();
    }
}

// Milliseconds of making one more page durable, as every commit must; 0 where the folder cannot be written.
double fsyncCost(const std::string& folder) {
    const std::string path = folder + "/fsync-cost";
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        return 0;
    }
    Samples samples;
    const std::string page(8192, 'x');
    for (int i = 0; i < 40; ++i) {
        const Stopwatch watch;
        if (::write(file, page.data(), page.size()) < 0 || ::fdatasync(file) != 0) {
            break;
        }
        samples.add(watch.milliseconds());
    }
    ::close(file);
    ::unlink(path.c_str());
    return samples.quantile(0.5);
}

double twoPlaces(double value) { return std::round(value * 100) / 100; }

} // namespace

double loadNow() {
    double load[1] = {0};
    (void)::getloadavg(load, 1);
    return twoPlaces(load[0]);
}

nlohmann::ordered_json machineFacts(const std::string& folder) {
    utsname system{};
    (void)::uname(&system);
    const double memory = std::atof(valueIn("/proc/meminfo", "MemTotal").c_str()) / 1024.0 / 1024.0;
    return {{"processor", valueIn("/proc/cpuinfo", "model name")},
            {"cores", std::thread::hardware_concurrency()},
            {"memory_gib", static_cast<int>(memory + 0.5)},
            {"kernel", std::string{system.release}},
            {"build", FRONTSHEET_BUILD_TYPE},
            {"file_system", fileSystemOf(folder)},
            {"fsync_ms", twoPlaces(fsyncCost(folder))},
            {"load_before", loadNow()}};
}

double peakMiB() { return peakMiB(::getpid()); }

double peakMiB(pid_t process) {
    return std::atof(valueIn("/proc/" + std::to_string(process) + "/status", "VmHWM").c_str()) / 1024.0;
}

void forgetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

double processorSeconds() {
    rusage used{};
    (void)::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double processorSeconds(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string text;
    std::getline(file, text);
    // The program's name may hold anything; the fields after it are counted from its closing bracket.
    std::istringstream fields(text.substr(std::min(text.rfind(')') + 2, text.size())));
    std::string skipped;
    for (int field = 3; field < 14; ++field) {
        fields >> skipped;
    }
    double user = 0;
    double kernel = 0;
    fields >> user >> kernel;
    return (user + kernel) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

} // namespace frontsheet::bench
