#include "core/domain/report/spread.h"

#include <algorithm>

namespace frontsheet::report {

std::optional<std::int32_t> Spread::within(unsigned percent) {
    const std::size_t rank = (all() * percent + 99) / 100;
    if (rank == 0 || rank > m_took.size()) {
        return std::nullopt;
    }
    const auto at = m_took.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(m_took.begin(), at, m_took.end());
    return *at;
}

} // namespace frontsheet::report
