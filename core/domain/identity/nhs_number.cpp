#include "core/domain/identity/nhs_number.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace frontsheet {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

bool isSeparator(char32_t c) {
    return c == ' ' || c == '\t' || c == '-' || c == '.' || c == 0xA0 || c == 0x202F || (c >= 0x2010 && c <= 0x2015);
}

} // namespace

std::optional<char> nhsCheckDigit(std::string_view nineDigits) {
    int sum = 0;
    for (int i = 0; i < 9; ++i) {
        sum += (nineDigits[static_cast<std::size_t>(i)] - '0') * (10 - i);
    }
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? std::nullopt : std::optional{static_cast<char>('0' + check)};
}

NhsNumberReading NhsNumberReading::of(std::string_view text) {
    std::string bare;
    bool onlyDigits = true;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (isSeparator(c)) {
            continue;
        }
        onlyDigits = onlyDigits && c < 0x80 && isDigit(static_cast<char>(c));
        appendUtf8(bare, c);
    }
    NhsNumberReading reading;
    if (bare.empty()) {
        reading.fault = NhsNumberFault::Empty;
    } else if (!onlyDigits) {
        reading.fault =
            looksLikeNationalInsurance(bare) ? NhsNumberFault::NationalInsurance : NhsNumberFault::NotDigits;
    } else if (bare.size() != 10) {
        reading.fault = NhsNumberFault::WrongLength;
    } else if (bare.find_first_not_of(bare.front()) == std::string::npos) {
        reading.fault = NhsNumberFault::Placeholder;
    } else if (nhsCheckDigit(bare) != bare.back()) {
        reading.fault = NhsNumberFault::WrongCheckDigit;
        reading.digits = bare;
    } else {
        reading.fault = NhsNumberFault::None;
        reading.digits = bare;
        reading.number = NhsNumber{bare};
    }
    return reading;
}

bool looksLikeNationalInsurance(std::string_view text) {
    std::string bare;
    std::copy_if(text.begin(), text.end(), std::back_inserter(bare), [](char c) { return c != ' '; });
    return (bare.size() == 8 || (bare.size() == 9 && isLetter(bare[8]))) && isLetter(bare[0]) && isLetter(bare[1]) &&
           std::all_of(bare.begin() + 2, bare.begin() + 8, isDigit);
}

bool differByOneSlip(std::string_view a, std::string_view b) {
    if (a.size() != b.size() || a == b) {
        return false;
    }
    const auto first = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    if (a.substr(first + 1) == b.substr(first + 1)) {
        return true;
    }
    return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
           a.substr(first + 2) == b.substr(first + 2);
}

} // namespace frontsheet
