// Named places where a test may stop the process dead (SIGKILL), to prove that nothing is lost or doubled whatever
// the moment. FRONTSHEET_CRASH_AT=name[:n] kills at the n-th passing (first by default). Compiled out of release
// builds (FRONTSHEET_FAULTS=OFF).
#pragma once

#if defined(FRONTSHEET_FAULTS)
#include <functional>
#endif

namespace frontsheet {

#if defined(FRONTSHEET_FAULTS)
void crashPoint(const char* name);
// Called at every crash point instead, by who runs several machines in one process and stops one of them by taking its disk
// and its network. Empty: none. Set while no other thread passes one.
void atCrashPoints(std::function<void(const char* name)> instead);
#else
inline void crashPoint(const char*) {}
#endif

} // namespace frontsheet
