// The demo for people: the app on the partnership, as whomever one chooses, and pictures of every page.
#pragma once

#include "app/demo/opening.h"

namespace frontsheet::demo {

// Opens a window (a list in the terminal where there is no screen) while the partnership is made, asks whom to be, and opens
// the app as each who is chosen, several at once if one likes, until the window and they are closed. False when the
// partnership could not be made.
[[nodiscard]] bool letThemChoose(World& world, Report& report);
// A folder a worker, a picture a page. False when the app could not draw them.
[[nodiscard]] bool drawScreens(World& world, Report& report, const std::filesystem::path& folder);

} // namespace frontsheet::demo
