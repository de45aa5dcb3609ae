// The note that stays of a profile whose agency has shut its device out, and the last steps to it. Read without a passphrase.
#pragma once

#include "core/base/result.h"
#include "core/usecases/ports/profile_keeper.h"

#include <optional>
#include <string>

namespace frontsheet::closed_profile {

// nullopt: the profile is not closed. DiskFailed, StoreDamaged.
[[nodiscard]] Result<std::optional<ClosedProfile>> read(const std::string& folder);

// As it is kept: lines of a word and what it says.
[[nodiscard]] Bytes encoded(const ClosedProfile& closed);
[[nodiscard]] Result<ClosedProfile> decoded(std::string_view text);

// The note first; then the key file, overwritten and gone; then the rest of the store. Cut off anywhere, finish() goes on.
[[nodiscard]] Result<void> write(const std::string& folder, const ClosedProfile& closed);
[[nodiscard]] Result<void> finish(const std::string& folder);

} // namespace frontsheet::closed_profile
