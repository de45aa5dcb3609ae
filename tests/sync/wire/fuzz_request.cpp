#include "sync/wire/sync_codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    using namespace frontsheet::wire;
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    const auto decoded = decodeSyncRequest(bytes, AgencyId{"community_trust"});
    if (decoded) {
        // What was taken once is taken again, and says the same.
        const auto again = encode(*decoded);
        const auto twice = decodeSyncRequest(again, AgencyId{"community_trust"});
        if (!twice || encode(*twice) != again) {
            std::abort();
        }
    }
    return 0;
}
