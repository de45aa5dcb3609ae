#include "sync/wire/content_hash.h"

#include <sodium.h>

#include <array>

namespace frontsheet::wire {

namespace {

class Digest {
public:
    Digest() { (void)crypto_generichash_init(&m_state, nullptr, 0, m_out.size()); }

    void bytes(BytesView bytes) {
        number(bytes.size());
        (void)crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    }
    void number(std::uint64_t n) {
        std::array<unsigned char, 8> le{};
        for (std::size_t i = 0; i < le.size(); ++i) {
            le[i] = static_cast<unsigned char>(n >> (8 * i));
        }
        (void)crypto_generichash_update(&m_state, le.data(), le.size());
    }
    [[nodiscard]] std::uint64_t finish() {
        (void)crypto_generichash_final(&m_state, m_out.data(), m_out.size());
        std::uint64_t term = 0;
        for (std::size_t i = 0; i < 8; ++i) {
            term |= static_cast<std::uint64_t>(m_out[i]) << (8 * i);
        }
        return term;
    }

private:
    crypto_generichash_state m_state{};
    std::array<unsigned char, 16> m_out{};
};

} // namespace

std::uint64_t contentHash(const Record& header, BytesView body) {
    Digest digest;
    digest.bytes(header.id.view());
    digest.number(static_cast<std::uint64_t>(header.type));
    digest.bytes(header.person.view());
    digest.number(header.version.n);
    digest.number(static_cast<std::uint64_t>(header.category));
    digest.bytes(header.authorAgency.str());
    digest.bytes(header.author.str());
    digest.number(static_cast<std::uint64_t>(header.occurredAt.ms));
    digest.number(static_cast<std::uint64_t>(header.recordedAt.ms));
    digest.bytes(body);
    return digest.finish();
}

} // namespace frontsheet::wire
