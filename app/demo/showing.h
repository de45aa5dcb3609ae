// The demo for people: the app on the partnership, as whomever one chooses, and pictures of every page.
#pragma once

#include "app/demo/world.h"

namespace frontsheet::demo {

// Some days of work between nurse and assessor, so that every page has something on it. False when a step failed.
[[nodiscard]] bool prepareToShow(World& world, Report& report);
// A folder a worker, a picture a page. False when the app could not draw them.
[[nodiscard]] bool drawScreens(World& world, const std::filesystem::path& folder);
// Asks whom to be and opens the app, until the person leaves. False when the app would not start.
[[nodiscard]] bool chooseWhomToBe(World& world);

} // namespace frontsheet::demo
