// What strangers say of files, and the files themselves before anything decodes them: whatever comes, what is taken reads the
// same again, and a picture that was cleaned once is clean.
#include "core/domain/attachment.h"
#include "core/domain/image_metadata.h"

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
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    if (const auto attachment = attachmentIn(bytes)) {
        hold(memberOf(*attachment) == bytes);
        hold(withoutKey(bytes).find(attachment->key.hex()) == std::string::npos ||
             attachment->key.hex() == attachment->address.hex());
    }
    for (const auto media : {MediaType::Jpeg, MediaType::Png, MediaType::Pdf}) {
        const auto name = cleanedFileName(bytes, media);
        hold(name == cleanedFileName(name, media));
        (void)pixelSizeOf(bytes, media);
        if (const auto clean = withoutMetadata(bytes, media)) {
            const auto again = withoutMetadata(*clean, media);
            hold(again && *again == *clean);
            hold(pixelSizeOf(*clean, media) == pixelSizeOf(bytes, media));
        }
    }
    return 0;
}
