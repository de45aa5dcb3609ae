// Agencies' signed statements about one agreement as text: beside its text in files, and in the record that travels.
//
//     [council]
//     act = sign
//     agreement = saltmarsh-locality
//     version = 1
//     hash = 64 hexadecimal digits
//     at = 1795219200000
//     signature = hexadecimal
//
// `clauses` is there where single ones are suspended. A second statement of an agency stands under `[council 2]` and so on.
// Whether a signature is good is not looked at here: app/agency_server/agreement/statement_file.h.
#pragma once

#include "core/domain/sharing/canonical_agreement.h"

#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

// Everybody's signature, and what each has suspended and ended, with room.
inline constexpr std::size_t kMaxStatements = 256;

// Malformed with the section; TooLarge.
[[nodiscard]] Result<std::vector<sharing::SignedStatement>> parseStatements(std::string_view text);
// In the order given.
[[nodiscard]] std::string writeStatements(const std::vector<sharing::SignedStatement>& statements);

} // namespace frontsheet
