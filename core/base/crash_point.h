// Named places where a test may stop the process dead (SIGKILL), to prove that nothing is lost or doubled whatever
// the moment. FRONTSHEET_CRASH_AT=name[:n] kills at the n-th passing (first by default). Compiled out of release
// builds (FRONTSHEET_FAULTS=OFF).
#pragma once

namespace frontsheet {

#if defined(FRONTSHEET_FAULTS)
void crashPoint(const char* name);
#else
inline void crashPoint(const char*) {}
#endif

} // namespace frontsheet
