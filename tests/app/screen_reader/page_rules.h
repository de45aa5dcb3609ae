// What holds on every page for whoever listens.
#pragma once

#include "tests/app/screen_reader/heard_page.h"

#include <string>
#include <vector>

namespace frontsheet::testing {

// Each in a sentence that says where it is and what a listener is left with; none: the page keeps to all of it.
[[nodiscard]] std::vector<std::string> faultsOf(const HeardPage& page);

} // namespace frontsheet::testing
