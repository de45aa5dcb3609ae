// What parties' signed statements make of the version a home decides by: who has stopped what. Pure; whether a signature is
// good is looked at before.
#pragma once

#include "core/domain/sharing/canonical_agreement.h"
#include "core/domain/sharing/compiled_agreement.h"

#include <span>
#include <vector>

namespace frontsheet::sharing {

// True when `newer` takes the place of `older`, both by one agency on one agreement and both a suspension or its end: the
// later stands, and of two at the same moment the one that stops something. So that neither an old end of a suspension
// nor an old suspension can be shown again.
[[nodiscard]] bool takesThePlaceOf(const SignedStatement& newer, const SignedStatement& older);

// Suspensions in force among the statements, whichever version they were made about: what an agency has stopped stays
// stopped through later versions until it takes that back itself. Who has ended this version or a later one has stopped
// all of it. Ascending by agency, each once.
[[nodiscard]] std::vector<Suspension> suspensionsIn(std::span<const SignedStatement> statements, std::uint32_t version);

// Nothing of it is released to anybody any longer: the home has stopped all of it, or all others have.
[[nodiscard]] bool isStopped(const AgencyId& home, std::span<const AgencyId> bound,
                             std::span<const Suspension> suspensions);

// A number for exactly these agreements in this standing, the same on server and device. To notice a difference, not to
// prove one (FNV-1a, 64 bits). 0: none.
[[nodiscard]] std::uint64_t markOf(const AgreementsInForce& agreements);

} // namespace frontsheet::sharing
