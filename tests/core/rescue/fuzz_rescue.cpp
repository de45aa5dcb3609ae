// A rescue file, and what somebody with the agency's public key could have sealed in one: anything may be refused, and what is
// taken is sealed and opened again as it was.
#include "core/rescue/rescue_file.h"
#include "sync/wire/body_codec.h"

#include <sodium.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace frontsheet {
namespace {

RescueSecret secretOf(std::uint8_t first) {
    RescueBytes bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::uint8_t>(first + i);
    }
    return RescueSecret{bytes};
}

} // namespace
} // namespace frontsheet

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    static const bool ready = sodium_init() >= 0;
    static const RescueSecret agencys = secretOf(33);
    static const RescueSecret made = secretOf(1);
    static const wire::WireBodyCodec codec;
    if (!ready) {
        std::abort();
    }
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    (void)rescue_file::opened(bytes, agencys, codec).has_value();
    const auto inside = rescue_file::opened(rescue_file::sealedWith(bytes, agencys.publicKey(), made), agencys, codec);
    if (inside) {
        const auto file = rescue_file::sealed(*inside, agencys.publicKey(), codec);
        const auto again = file ? rescue_file::opened(*file, agencys, codec) : Result<RescueContents>{file.error()};
        if (!again || *again != *inside) {
            std::abort();
        }
    }
    return 0;
}
