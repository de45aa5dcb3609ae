// What it costs a home to say who saw what, from the log of some years: one page over the server's own door, by person and by
// worker, the index that makes it cheap, and the same without it.
#pragma once

#include "app/bench/measurements.h"
#include "core/domain/sharing/compiled_agreement.h"

#include <cstdint>
#include <filesystem>

namespace frontsheet::bench {

// `folder` is empty; its files are left to the caller.
[[nodiscard]] Measurements measureLog(const sharing::AgreementsInForce& agreements, std::size_t entries,
                                      std::uint64_t seed, const std::filesystem::path& folder);

} // namespace frontsheet::bench
