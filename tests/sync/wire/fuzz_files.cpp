// An attached file's chunks, asked for and answered: what is taken reads the same again.
#include "sync/wire/files_codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {
void hold(bool same) {
    if (!same) {
        std::abort();
    }
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    using namespace frontsheet::wire;
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    const AgencyId council{"council"};
    if (const auto part = decodeFilePart(bytes, council)) {
        hold(decodeFilePart(encode(*part), council).value() == *part);
    }
    if (const auto reply = decodeFilePartReply(bytes, council)) {
        hold(decodeFilePartReply(encode(council, *reply), council).value() == *reply);
    }
    if (const auto ask = decodeFileAsk(bytes, council)) {
        hold(decodeFileAsk(encode(*ask), council).value() == *ask);
    }
    if (const auto chunks = decodeFileChunks(bytes, council)) {
        hold(decodeFileChunks(encodeFileChunks(council, *chunks), council).value() == *chunks);
    }
    return 0;
}
