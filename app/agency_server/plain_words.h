// What went wrong, for the administrator at the keyboard: a sentence, what was not touched, and what to do next.
#pragma once

#include "core/base/result.h"

#include <string>

namespace frontsheet {

// Never personal data or a secret: made from the code alone; the context is printed beside it.
[[nodiscard]] std::string plainWords(const Error& error);
// Of the verbs `backup` and `restore`: what is damaged there is not the ledger, as a rule.
[[nodiscard]] std::string plainWordsOfBackup(const Error& error);
[[nodiscard]] std::string plainWordsOfRestore(const Error& error);
// Of the verb `report`: what is wrong with the days asked for.
[[nodiscard]] std::string plainWordsOfReport(const Error& error);

} // namespace frontsheet
