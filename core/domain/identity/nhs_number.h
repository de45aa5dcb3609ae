// NHS number: ten digits of which the last is a check digit (NHS Data Dictionary, "NHS NUMBER"; information standard
// DCB/ISB 0149). Shown in groups of 3, 3 and 4
// (spacedNhsNumber in core/domain/display_name.h). Kept as text throughout: an identifier is not a number.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace frontsheet {

// Why a text is not an NHS number.
enum class NhsNumberFault : std::uint8_t {
    None,
    Empty,
    NationalInsurance, // two letters, six digits, a letter: another scheme's number in this box
    NotDigits,         // letters or other signs between the digits
    WrongLength,
    WrongCheckDigit,
    Placeholder, // ten times one digit: passes the check, is nobody's
};

class NhsNumber {
public:
    // Ten digits, no separators.
    [[nodiscard]] const std::string& digits() const { return m_digits; }

    friend auto operator<=>(const NhsNumber&, const NhsNumber&) = default;

private:
    friend struct NhsNumberReading;
    explicit NhsNumber(std::string digits) : m_digits(std::move(digits)) {}

    std::string m_digits;
};

// What a text in an NHS number box turned out to be. Spaces (no-break too), hyphens, dashes and full stops between the
// digits are separators.
struct NhsNumberReading {
    NhsNumberFault fault = NhsNumberFault::Empty;
    std::optional<NhsNumber> number; // only where fault is None
    std::string digits;              // ten digits also where only the check digit is wrong; otherwise empty

    [[nodiscard]] static NhsNumberReading of(std::string_view text);
};

// The check digit of the first nine digits by modulus 11 with weights 10 to 2; nullopt where the remainder gives 10,
// which no NHS number has. Precondition: nine digits.
[[nodiscard]] std::optional<char> nhsCheckDigit(std::string_view nineDigits);

// "AB123456C", spaces allowed (HMRC NIM39110): only the shape.
[[nodiscard]] bool looksLikeNationalInsurance(std::string_view text);

// True where two ten-digit texts differ as slips of the keyboard do: one digit, or two neighbours exchanged.
[[nodiscard]] bool differByOneSlip(std::string_view a, std::string_view b);

} // namespace frontsheet
