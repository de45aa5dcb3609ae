// A safeguarding concern: a referral filed under safeguarding. Any worker may raise one, whatever their role and whether or not
// anything joins them to the person, and whether or not the person objects (Care Act 2014, sections 42 and 44; it is reviewed
// afterwards, permission_rules.h). So that this opens nothing else it goes only to a contact point that an agency has declared
// for concerns, and gives its sender what they sent and what they are told: the concern, and its messages from and to them.
// Decided by sharing::decide() (step 8), held to by the home's server when one is made or sent elsewhere.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <vector>

namespace frontsheet {

inline constexpr std::string_view kConcernsPoint = "concerns"; // the purpose of such a contact point

[[nodiscard]] bool isConcern(const Record& record);
// Sent by the worker from their own agency; or a message on one, from them or to them by name.
[[nodiscard]] bool isOwnConcern(const Principal& worker, const Record& record);
// The contact point takes concerns, and this one is addressed to it: to its agency, service and worker as it has them. An agency
// speaks for its own contact points alone.
[[nodiscard]] bool isAddressedToPoint(const Record& concern, const Record& contactPoint);
// Where a worker may send one, by name.
[[nodiscard]] std::vector<ContactPointEntry> concernPoints(const Directory& directory);

} // namespace frontsheet
