// What is known of a person for finding whom to ring or refer to: practice, town, age. From registrations of every agency that is held.
#pragma once

#include "core/domain/who_to_ring.h"

#include <span>
#include <string_view>

namespace frontsheet {

// `today`: ISO date.
[[nodiscard]] RingFor factsOf(std::span<const Record> about, const Directory& directory, std::string_view today);

} // namespace frontsheet
