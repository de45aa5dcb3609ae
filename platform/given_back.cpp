#include "platform/given_back.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace frontsheet {

void giveBackMemory() {
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, 128 * 1024); // the threshold it starts with; once set it stays
    mallopt(M_MMAP_THRESHOLD, 64 * 1024);
#endif
}

} // namespace frontsheet
