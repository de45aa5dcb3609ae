#include "sync/wire/pack.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    using namespace frontsheet::wire;
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    const auto unpacked = unpack(bytes, 1 << 20);
    if (unpacked && unpacked->size() > (1 << 20)) {
        std::abort();
    }
    return 0;
}
