#include "core/domain/identity/postcode.h"

namespace frontsheet {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return c >= 'A' && c <= 'Z'; }

// A9, A99, AA9, AA99, A9A, AA9A.
bool isOutward(std::string_view code) {
    std::size_t letters = 0;
    while (letters < code.size() && isLetter(code[letters])) {
        ++letters;
    }
    if (letters < 1 || letters > 2 || letters == code.size() || !isDigit(code[letters])) {
        return false;
    }
    const auto rest = code.substr(letters + 1);
    return rest.empty() || (rest.size() == 1 && (isDigit(rest[0]) || isLetter(rest[0])));
}

} // namespace

std::string normalPostcode(std::string_view text) {
    std::string bare;
    for (char c : text) {
        if (c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 32);
        }
        if (isDigit(c) || isLetter(c)) {
            bare.push_back(c);
        } else if (c != ' ' && c != '\t') {
            return {};
        }
    }
    if (bare.size() < 5 || bare.size() > 7) {
        return {};
    }
    const auto inward = std::string_view{bare}.substr(bare.size() - 3);
    const auto outward = std::string_view{bare}.substr(0, bare.size() - 3);
    if (!isDigit(inward[0]) || !isLetter(inward[1]) || !isLetter(inward[2]) || !isOutward(outward)) {
        return {};
    }
    return std::string{outward} + " " + std::string{inward};
}

bool isPseudoPostcode(std::string_view normal) { return normal.starts_with("ZZ99 "); }

} // namespace frontsheet
