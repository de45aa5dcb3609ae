#include "sync/server/one_time_code.h"

#include <sodium/crypto_generichash.h>

#include <array>

namespace frontsheet {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 20;

char plain(char c) {
    if (c >= 'a' && c <= 'z') {
        c = static_cast<char>(c - 'a' + 'A');
    }
    if (c == 'I' || c == 'L') {
        return '1';
    }
    return c == 'O' ? '0' : c;
}

} // namespace

std::string makeOneTimeCode(IdSource& ids) {
    std::array<std::uint8_t, 32> random{};
    ids.random16(std::span<std::uint8_t, 16>{random.data(), 16});
    ids.random16(std::span<std::uint8_t, 16>{random.data() + 16, 16});
    std::string code;
    for (std::size_t i = 0; i < kLength; ++i) {
        if (i != 0 && i % 5 == 0) {
            code += '-';
        }
        code += kAlphabet[random[i] % kAlphabet.size()];
    }
    return code;
}

Bytes oneTimeCodeHash(std::string_view typed) {
    std::string text;
    for (const char c : typed) {
        if (c != '-' && c != ' ') {
            text += plain(c);
        }
    }
    Bytes hash(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
    return hash;
}

} // namespace frontsheet
