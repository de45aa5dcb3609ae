// What an agency's own registration says to be careful of. Pure.
#pragma once

#include "core/domain/record.h"
#include "core/domain/stated.h"

#include <string>
#include <vector>

namespace frontsheet {

struct Alert {
    enum class Kind : std::uint8_t { Access, Alert, LegalStatus } kind = Kind::Alert;
    std::string text;
    Source source;
    RecordId record{}; // that says so
};

// Who says what a record says, and as of when.
[[nodiscard]] Source sourceOf(const Record& record);

[[nodiscard]] std::vector<Alert> alertsOf(const Record& registration);

} // namespace frontsheet
