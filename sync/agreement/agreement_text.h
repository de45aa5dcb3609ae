// The text of a sharing agreement, as people write and sign it: protobuf's text format under
// proto/frontsheet/v1/agreement.proto. Read with every mistake named by line and column. Any thread; no I/O.
#pragma once

#include "core/domain/schema/sharing_agreement.h"
#include "core/domain/sharing/agreement_check.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::sharing {

// What travels to devices and partners as one record.
inline constexpr std::size_t kMaxAgreementBytes = sharing_agreement::kMaxTextBytes;

struct TextProblem {
    Severity severity = Severity::Error;
    Mistake mistake = Mistake::Unreadable;
    int line = 1;   // from 1; where something is missing, of what it is missing from
    int column = 1; // from 1, in bytes; a tab goes to the next multiple of 8, as protobuf counts
    std::string words;
};

struct ReadAgreement {
    std::optional<Agreement> agreement; // only where no problem is an error
    std::vector<TextProblem> problems;  // in order of line and column
};

[[nodiscard]] ReadAgreement readAgreement(std::string_view text, const CheckAgainst& against);

// "12:5: error: there is no word on whom to ask (contact)"
[[nodiscard]] std::string describe(const TextProblem& problem);

} // namespace frontsheet::sharing
