// Who saw what, asked and answered: anything may be refused, nothing may be taken that a second reading refuses.
#include "sync/wire/evidence_codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    using namespace frontsheet::wire;
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    const AgencyId council{"council"};
    if (const auto question = decodeEvidenceAsk(bytes, council)) {
        const auto again = decodeEvidenceAsk(encode(*question), council);
        if (!again || *again != *question) {
            std::abort();
        }
    }
    if (const auto page = decodeEvidencePage(bytes, council)) {
        const auto again = decodeEvidencePage(encode(council, *page), council);
        if (!again || again->rows.size() != page->rows.size() || again->devices != page->devices ||
            again->log != page->log) {
            std::abort();
        }
    }
    return 0;
}
