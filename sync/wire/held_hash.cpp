#include "sync/wire/held_hash.h"

#include <sodium.h>

#include <array>

namespace frontsheet::wire {

namespace {

std::uint64_t termOf(std::string_view scope) {
    std::array<unsigned char, 16> digest{};
    (void)crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(scope.data()),
                             scope.size(), nullptr, 0);
    std::uint64_t term = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        term |= static_cast<std::uint64_t>(digest[i]) << (8 * i);
    }
    return term;
}

} // namespace

void HeldHash::add(std::string_view scope) { m_sum += termOf(scope); }
void HeldHash::remove(std::string_view scope) { m_sum -= termOf(scope); }

} // namespace frontsheet::wire
