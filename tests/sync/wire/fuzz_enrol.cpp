#include "sync/wire/emergency_codec.h"
#include "sync/wire/enrol_codec.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    using namespace frontsheet::wire;
    const BytesView bytes{reinterpret_cast<const char*>(data), size};
    (void)decodeEnrolRequest(bytes).has_value();
    (void)decodeEnrolReply(bytes).has_value();
    (void)decodePartnership(bytes).has_value();
    (void)decodeEmergencyAsk(bytes, AgencyId{"council"}).has_value();
    (void)decodeEmergencyReply(bytes, AgencyId{"council"}).has_value();
    return 0;
}
