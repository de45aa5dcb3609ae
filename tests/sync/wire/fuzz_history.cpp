// What a record said earlier, asked and answered: what is taken reads the same again.
#include "sync/wire/history_codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    using namespace frontsheet::wire;
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    const AgencyId council{"council"};
    if (const auto question = decodeHistoryAsk(bytes, council)) {
        const auto again = decodeHistoryAsk(encode(*question), council);
        if (!again || *again != *question) {
            std::abort();
        }
    }
    if (const auto page = decodeHistoryPage(bytes, council)) {
        const auto again = decodeHistoryPage(encode(council, *page), council);
        if (!again || *again != *page) {
            std::abort();
        }
        (void)historyOf(page->versions);
    }
    return 0;
}
