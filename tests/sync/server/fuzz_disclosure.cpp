// What stands in the disclosure log and what others bring of it, as it might have been altered: entries, signed heads, and a chain
// of both. Nothing of it may stop the program; what reads as an entry is written again as the same bytes.
#include "sync/server/disclosure/disclosure_chain.h"
#include "sync/server/disclosure/disclosure_index.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace frontsheet;
using namespace frontsheet::disclosure;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    if (const auto entry = decode(bytes); entry && encode(*entry) != bytes) {
        std::abort();
    }
    if (const auto head = decodeHead(bytes); head && encode(*head) != bytes) {
        std::abort();
    }
    (void)subjectsOf(bytes);
    // As a log: entries with their lengths before them, two bytes each; hashes as they should be, so that more than the first counts.
    const AgencyId trust{"trust"};
    ChainVerifier verifier{trust,
                           {LogHead{3, {1}, WallTime{1}, "signature"}, LogHead{9, {2}, WallTime{2}, "signature"}}};
    Hash previous = chainStart(trust);
    std::uint64_t number = 0;
    for (std::size_t at = 0; at + 2 <= size;) {
        const std::size_t length = std::size_t{data[at]} | std::size_t{data[at + 1]} << 8;
        const BytesView one = bytes.substr(at + 2, length);
        at += 2 + one.size();
        const auto entry = decode(one);
        number = entry && entry->number > number ? entry->number : number + 1;
        const Hash hash = chainHash(previous, one);
        verifier.take({number, one, {reinterpret_cast<const char*>(hash.data()), hash.size()}});
        previous = hash;
    }
    const auto found = std::move(verifier).finish();
    for (const auto& broken : found.breaks) {
        if (inWords(broken).empty()) {
            std::abort();
        }
    }
    return 0;
}
