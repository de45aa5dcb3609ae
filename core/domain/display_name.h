// How a person's name, birth and NHS number are shown (NHS England "Patient Banner" user interface guidance, Common User
// Interface programme): SMITH, John (Mr); NHS number spaced 3 3 4; never "?" for what is not known.
#pragma once

#include <string>
#include <string_view>

namespace frontsheet {

// "SMITH, John (Mr)"; parts that are missing are left out; empty when all are.
[[nodiscard]] std::string bannerName(std::string_view family, std::string_view given, std::string_view title);
// "John Smith" as people say it; names written all in capitals are eased to "Smith", "D'Souza", "McDonald"; others are kept
// as they are written.
[[nodiscard]] std::string spokenName(std::string_view family, std::string_view given);
// "999 526 0182" from ten digits; anything else comes back as it is.
[[nodiscard]] std::string spacedNhsNumber(std::string_view digits);
// "15 May 1943" from an ISO date, with the month in English; anything else comes back as it is.
[[nodiscard]] std::string dateInWords(std::string_view iso);
// Upper case for the banner's surname, accents and all ("Łukaszewski" to "ŁUKASZEWSKI"; scripts without case unchanged).
[[nodiscard]] std::string upperCase(std::string_view text);

} // namespace frontsheet
