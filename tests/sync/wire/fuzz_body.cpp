#include "sync/wire/body_codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    using namespace frontsheet::wire;
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    const auto decoded = decodeBody(bytes);
    if (decoded) {
        const auto again = encodeBody(*decoded);
        const auto twice = decodeBody(again);
        if (!twice || *twice != *decoded) {
            std::abort();
        }
    }
    (void)checkBody(RecordType::ContactNote, bytes).has_value();
    (void)WireBodyCodec{}.decodeIntent(bytes).has_value();
    return 0;
}
