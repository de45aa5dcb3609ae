// What the device program prints: one JSON object a line on standard output; a failure in plain words on standard error.
#pragma once

#include "core/base/id.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace frontsheet::device {

using Line = nlohmann::ordered_json;

// Written and flushed before it returns: what follows may be killed.
void print(const Line& line);
void printRaw(std::string_view line);
// Said only after the commit: whoever reads this line may rely on it.
void saySaved(const RecordId& record);

enum class ExitCode : int { Done = 0, Failed = 1, NotUnderstood = 2, NoAnswer = 3, ProfileClosed = 4 };

// Says in plain words what went wrong and what to do, with the numbered code, and gives the exit code that fits.
[[nodiscard]] ExitCode fail(const Error& error);
// The same, and of a closed profile what became of what was in it.
[[nodiscard]] ExitCode fail(const Error& error, const std::string& profile);
[[nodiscard]] std::string plainWords(const Error& error);

} // namespace frontsheet::device
