#include "sync/wire/span_codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "frontsheet/v1/sync.pb.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    std::size_t items = 0;
    const auto span = wire::decodeSpan({reinterpret_cast<const char*>(data), size}, items);
    if (span) {
        v1::HeldSpan message;
        wire::fill(message, *span);
        items = 0;
        const auto again = wire::decodeSpan(message.SerializeAsString(), items);
        if (!again || *again != *span) {
            std::abort();
        }
    }
    return 0;
}
