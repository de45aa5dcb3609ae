// The app in front of a worker of the district: started, unlocked, and used.
#pragma once

#include "app/bench/measurements.h"
#include "app/bench/ui/ui_settings.h"

namespace frontsheet::bench {

// Both make the process's QGuiApplication: once a process. They end it with an error where the app does not do what it is asked.

// From the asking for the process to lists that can be read.
[[nodiscard]] Measurements measureStarting(const UiSettings& settings, int& argc, char** argv);
// Everything else: lists, typing, scrolling, front sheets, memory.
[[nodiscard]] Measurements measureWorking(const UiSettings& settings, int& argc, char** argv);

} // namespace frontsheet::bench
