// The rules of what a person said about sharing, of notices of it and of reviews of concerns sent despite it, as records. Called
// by type_rules.cpp only.
#pragma once

#include "core/domain/type_rules.h"

namespace frontsheet {

// A clock that is ahead must not put off an objection, nor a withdrawal: no statement was made, and nothing withdrawn or
// acknowledged, later than the home heard of it. What was said first of a withdrawal or an acknowledgement stands.
void settlePermission(const Record* before, Record& after, WallTime now);

[[nodiscard]] Result<void> checkPermissionStatement(const Change& change);
[[nodiscard]] Result<void> checkPermissionNotice(const Change& change);
[[nodiscard]] Result<void> checkObjectionReview(const Change& change);

// The review that comes with a referral sent despite an objection; nullopt for others.
[[nodiscard]] std::optional<Record> reviewOfConcern(const Change& change);

} // namespace frontsheet
