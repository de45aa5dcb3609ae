#include "core/domain/going_on.h"

#include <algorithm>

namespace frontsheet {

namespace {

// Of the six bytes of milliseconds: all but the lowest three, some five hours; then all six.
constexpr std::size_t kKept[] = {3, 6};

} // namespace

RecordId whereToGoOn(const RecordId& looked, const RecordId& after, const RecordId& told) {
    for (const std::size_t kept : kKept) {
        RecordId place;
        std::copy_n(looked.bytes.begin(), kept, place.bytes.begin());
        if (std::max(after, told) < place) {
            return place;
        }
        if (after < told) {
            return told;
        }
    }
    return looked;
}

} // namespace frontsheet
