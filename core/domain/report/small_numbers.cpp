#include "core/domain/report/small_numbers.h"

namespace frontsheet::report {

namespace {

bool isFew(std::size_t count) { return count > 0 && count < kFewest; }

} // namespace

Shown guarded(std::size_t count) { return isFew(count) ? Shown{} : Shown{count}; }

Shown guardedShare(std::size_t count, std::size_t total) {
    return isFew(count) || isFew(total) || (count < total && isFew(total - count)) ? Shown{} : Shown{count};
}

std::vector<Shown> guardedParts(std::span<const std::size_t> parts) {
    std::vector<Shown> shown;
    std::size_t hidden = 0;
    std::size_t hiddenSum = 0;
    for (const auto part : parts) {
        shown.push_back(guarded(part));
        hidden += isFew(part) ? 1 : 0;
        hiddenSum += isFew(part) ? part : 0;
    }
    // One that is hidden is the total less the rest; several that add up to as many as they are, are ones.
    while (hidden > 0 && (hidden == 1 || hiddenSum < kFewest || hiddenSum == hidden)) {
        auto* next = static_cast<Shown*>(nullptr);
        for (auto& each : shown) {
            if (each && *each > 0 && (next == nullptr || *each < **next)) {
                next = &each;
            }
        }
        if (next == nullptr) {
            break; // the total is few itself
        }
        ++hidden;
        hiddenSum += **next;
        next->reset();
    }
    return shown;
}

} // namespace frontsheet::report
