#include "sync/server/restoring/journal.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet;
    const AgencyId home{"community_trust"};
    const auto entry = restoring::decodeJournalEntry({reinterpret_cast<const char*>(data), size}, home);
    if (entry) {
        const auto again = restoring::encode(*entry);
        const auto twice = restoring::decodeJournalEntry(again, home);
        if (!twice || restoring::encode(*twice) != again) {
            std::abort();
        }
    }
    (void)restoring::decodeJournalHead({reinterpret_cast<const char*>(data), size}).has_value();
    return 0;
}
