// The house rules that a machine can keep.
#pragma once

#include "tests/tools/boundaries/table.h"

#include <vector>

namespace frontsheet::boundaries {

// Colours and font sizes are the theme's: anywhere else they would escape dark mode and large text.
[[nodiscard]] std::vector<Violation> checkThemed(const std::vector<SourceFile>& files);
// Every folder with a file in it has a README.md.
[[nodiscard]] std::vector<Violation> checkReadmes(const std::vector<SourceFile>& files);
// A file that nobody can read in one sitting has more than one job.
[[nodiscard]] std::vector<Violation> checkSizes(const Table& table, const std::vector<SourceFile>& files);
// A name says the job.
[[nodiscard]] std::vector<Violation> checkNames(const Table& table, const std::vector<SourceFile>& files);
// A test that sleeps is slow when it passes and flaky when it fails: turn the clock, or wait for what should happen.
[[nodiscard]] std::vector<Violation> checkSleeps(const std::vector<SourceFile>& files);
// CI runs the test command that the README leads with, and nothing else.
[[nodiscard]] std::vector<Violation> checkCommands(const std::vector<SourceFile>& files);

} // namespace frontsheet::boundaries
