// What agency servers say to each other: anything may be refused, nothing may be taken that a second reading refuses.
#include "sync/wire/peer_codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    using namespace frontsheet::wire;
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    const AgencyId trust{"trust"};
    if (const auto pull = decodePeerPull(bytes, trust)) {
        const auto again = decodePeerPull(encode(*pull), trust);
        if (!again || *again != *pull) {
            std::abort();
        }
    }
    if (const auto facts = decodePeerFacts(bytes, trust)) {
        const auto again = decodePeerFacts(encode(*facts), trust);
        if (!again || again->notices != facts->notices || again->noticeSeq != facts->noticeSeq) {
            std::abort();
        }
    }
    return 0;
}
