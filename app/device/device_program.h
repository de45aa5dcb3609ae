// The device program as a function: what frontsheet-device runs, and what the app runs for `frontsheet VERB ...`.
#pragma once

#include <string>
#include <vector>

namespace frontsheet::device {

// The words after the program's name. Returns its exit code.
[[nodiscard]] int runDeviceProgram(const std::vector<std::string>& words);
// Whether the word is one of the verbs.
[[nodiscard]] bool isDeviceVerb(const std::string& word);

} // namespace frontsheet::device
