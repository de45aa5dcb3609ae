// The verbs of the device program. Each does one thing through the same use cases as the screens.
#pragma once

#include "app/device/arguments.h"
#include "app/device/device_session.h"

#include <span>
#include <string_view>

namespace frontsheet::device {

struct Verb {
    std::string_view name;
    std::string_view says;           // one line for --help
    std::span<const Option> options; // besides --profile and --passphrase-file, which all take
    Result<void> (*run)(DeviceSession&, const Arguments&);
};

[[nodiscard]] std::span<const Verb> writingVerbs(); // note addendum in-error restrict refer answer message decide
[[nodiscard]] std::span<const Verb> careVerbs();    // care
[[nodiscard]] std::span<const Verb>
readingVerbs(); // caseload search front-sheet referrals who-to-ring outbox status dump check
[[nodiscard]] std::span<const Verb> sharingVerbs(); // involve end-involvement
[[nodiscard]] std::span<const Verb>
permissionVerbs(); // permit object take-back said notices acknowledge concerns-to-review review-concern
[[nodiscard]] std::span<const Verb>
emergencyVerbs(); // open-emergency end-emergency emergencies emergencies-to-review review-emergency
[[nodiscard]] std::span<const Verb> historyVerbs(); // history versions settle-versions
[[nodiscard]] std::span<const Verb> fileVerbs();    // attach attachments fetch detach
[[nodiscard]] std::span<const Verb> teamVerbs();    // team away offer take-over turn-down
[[nodiscard]] std::span<const Verb> syncVerbs();    // sync

} // namespace frontsheet::device
