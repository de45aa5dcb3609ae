// Small things a device keeps about itself inside the encrypted store: who it is, its certificate and key, where the servers
// are. Any thread.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace frontsheet {

class DeviceFacts {
public:
    virtual ~DeviceFacts() = default;
    [[nodiscard]] virtual Result<std::optional<Bytes>> fact(std::string_view key) = 0;
    // All of them in one transaction, committed before this returns. Keys: lower case, dots.
    [[nodiscard]] virtual Result<void> keepFacts(const std::map<std::string, Bytes>& facts) = 0;
};

// What KeptWords keeps: gone with everything else when the profile is closed.
inline constexpr std::string_view kTypedWordsFact = "typed.words";

} // namespace frontsheet
