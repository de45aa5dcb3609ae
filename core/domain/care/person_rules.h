// Of what is said about the person, by them, and by those close to them. Called by care_rules.cpp only.
#pragma once

#include "core/domain/type_rules.h"

namespace frontsheet::care {

[[nodiscard]] Result<void> checkView(const Change& change);
[[nodiscard]] Result<void> checkCarer(const Change& change);
[[nodiscard]] Result<void> checkCarerAssessment(const Change& change);
[[nodiscard]] Result<void> checkAllergy(const Change& change);
[[nodiscard]] Result<void> checkDeath(const Change& change);
[[nodiscard]] Result<void> checkMeasure(const Change& change);
[[nodiscard]] Result<void> checkAppointment(const Change& change);
[[nodiscard]] Result<void> checkRota(const Change& change); // and absences

} // namespace frontsheet::care
