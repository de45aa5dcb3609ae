// The canonical form of an agreement's version: what is hashed and signed. It says what the agreement says and nothing of how
// its text was laid out, so that two texts that mean the same have one form, and a line moved in a file breaks no
// signature.
//
// Lines of UTF-8, each `name value...\n`, with a first line that names the form. Values are `length:bytes`, so that nothing
// in one can look like the next; parties, roles, purposes and clauses in order of their ids, members of lists in order. A
// part never left out: an empty value is `0:`. A new property gets a line of its own and a new first line.
#pragma once

#include "core/domain/sharing/agreement.h"

#include <span>

namespace frontsheet::sharing {

[[nodiscard]] Bytes canonicalForm(const Agreement& agreement);

// One agency's statements about a version, as its key signs them: what, which, by whom, when.
enum class SignedAct : std::uint8_t {
    Sign = 1,    // agrees to the version
    Suspend = 2, // stops clauses, or all; one-sided
    Resume = 3,  // takes back what it stopped itself: what both have signed holds again
    Retire = 4,  // ends it for this agency
};

struct SignedStatement {
    SignedAct act = SignedAct::Sign;
    std::string agreement; // id
    std::uint32_t version = 0;
    Bytes hash; // SHA-256 of the canonical form
    AgencyId by;
    std::vector<std::string> clauses; // of Suspend and Resume; empty: all
    WallTime at;
    Bytes signature; // over statementBytes()
};

// What is signed, the signature left out.
[[nodiscard]] Bytes statementBytes(const SignedStatement& statement);

} // namespace frontsheet::sharing
