// What a person reads when something went wrong: what happened, what is safe, what to do. Made from the code alone.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace frontsheet {

struct ErrorWords {
    QString title; // what happened
    QString text;  // what is safe, and what to do
};

[[nodiscard]] ErrorWords wordsFor(const Error& error);
[[nodiscard]] ErrorWords wordsFor(ErrorCode code);
// Of what only a server can answer: nothing waits here to go out by itself.
[[nodiscard]] ErrorWords wordsForAsking(ErrorCode code);

} // namespace frontsheet
