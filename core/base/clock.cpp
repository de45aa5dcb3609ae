#include "core/base/clock.h"

#if defined(FRONTSHEET_FAULTS)
#include <cstdlib>
#include <fstream>
#include <string>
#endif

namespace frontsheet {

namespace {

#if defined(FRONTSHEET_FAULTS)
// How far the clock is turned, in milliseconds as decimal text. Read at every look, so that whoever owns the file turns the
// clocks of all its processes at once.
std::chrono::milliseconds turnedBy() {
    static const std::string file = [] {
        const char* name = std::getenv("FRONTSHEET_CLOCK_FILE"); // NOLINT(concurrency-mt-unsafe): read once
        return std::string{name == nullptr ? "" : name};
    }();
    std::int64_t by = 0;
    if (!file.empty()) {
        std::ifstream(file) >> by;
    }
    return std::chrono::milliseconds{by};
}
#else
std::chrono::milliseconds turnedBy() { return {}; }
#endif

} // namespace

WallTime SystemClock::now() const {
    using namespace std::chrono;
    return WallTime{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()} + turnedBy();
}

std::chrono::milliseconds SystemClock::monotonic() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

} // namespace frontsheet
