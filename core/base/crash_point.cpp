#include "core/base/crash_point.h"

#if defined(FRONTSHEET_FAULTS)

#include <csignal>
#include <cstdlib>
#include <mutex>
#include <string>
#include <string_view>

namespace frontsheet {

namespace {

struct Target {
    std::string name;
    long remaining = 0;
};

Target readTarget() {
    const char* raw = std::getenv("FRONTSHEET_CRASH_AT"); // NOLINT(concurrency-mt-unsafe): read once, at first use
    if (raw == nullptr) {
        return {};
    }
    const std::string_view text{raw};
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return {std::string{text}, 1};
    }
    return {std::string{text.substr(0, colon)}, std::strtol(raw + colon + 1, nullptr, 10)};
}

} // namespace

void crashPoint(const char* name) {
    static std::mutex mutex;
    static Target target = readTarget();
    if (target.name.empty()) {
        return;
    }
    const std::lock_guard lock(mutex);
    if (target.name == name && --target.remaining <= 0) {
        // No handlers, no flushing: as near to a pulled plug as one process can come.
        (void)std::raise(SIGKILL);
    }
}

} // namespace frontsheet

#endif
