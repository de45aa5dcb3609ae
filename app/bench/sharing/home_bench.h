// What sharing costs a home's server in one process: the grant of a worker with many people through a real encrypted ledger, and
// what the disclosure log adds to a first sync, server and device together; how long a device takes to be rid of what it lost.
#pragma once

#include "app/bench/measurements.h"
#include "core/domain/sharing/compiled_agreement.h"

#include <cstdint>
#include <filesystem>

namespace frontsheet::bench {

enum class HomeMeasured : std::uint8_t { Grant, GrantAndFirstSync, Shrinking };

// `people`: on the worker's care team, ten records each, eighty where it is the shrinking that is measured. Files are made in `folder`, which is empty, and left to the caller.
[[nodiscard]] Measurements measureHome(const sharing::AgreementsInForce& agreements, std::size_t people,
                                       HomeMeasured what, std::uint64_t seed, const std::filesystem::path& folder);

} // namespace frontsheet::bench
