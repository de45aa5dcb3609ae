// A shipped agreement's text, in force whenever a demo or a test plays.
#pragma once

#include <string>

namespace frontsheet::demo {

// With effective, review and expiry dates about today: three months ago, nine months on, nearly two years on.
[[nodiscard]] std::string datedAboutToday(std::string agreement);

} // namespace frontsheet::demo
