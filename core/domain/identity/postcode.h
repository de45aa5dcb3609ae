// United Kingdom postcodes (BS 7666; Royal Mail Programmers' Guide): only the shape is known here, not which exist.
#pragma once

#include <string>
#include <string_view>

namespace frontsheet {

// "zz12dp" to "ZZ1 2DP"; empty where the text does not have the shape of a postcode.
[[nodiscard]] std::string normalPostcode(std::string_view text);

// NHS pseudo postcodes (ODS: "ZZ99 3VZ", no fixed abode): they say why there is no address, so they place nobody.
[[nodiscard]] bool isPseudoPostcode(std::string_view normal);

} // namespace frontsheet
