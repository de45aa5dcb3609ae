// To whom a referral to a service goes: the worker who answers for the person's practice, their deputy while they are away, else the desk
// with nobody named, which everybody of the agency may answer. Pure.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/who_to_ring.h"

#include <optional>

namespace frontsheet {

struct ReferralRoute {
    enum class Reaches : std::uint8_t {
        NamedWorker, // who answers for the practice
        Deputy,      // of `away`
        DutyDesk,    // nobody is named: whoever is on duty has it
    } reaches = Reaches::DutyDesk;
    WorkerId worker;                  // empty: the desk
    std::optional<AbsenceEntry> away; // why it is not who answers for the practice otherwise
};

[[nodiscard]] ReferralRoute routeTo(const ServiceEntry& service, const RingFor& person, const Directory& directory,
                                    std::string_view date);
// The same of one that names a worker: where it would better go now. nullopt: the worker is there.
[[nodiscard]] std::optional<ReferralRoute> detourFor(const WorkerId& worker, const Directory& directory,
                                                     std::string_view date);

// Which kind of need it is, by the words for it (ring_words.cpp): "nursing". Empty where they say none.
[[nodiscard]] std::string needCodeOf(std::string_view words);

} // namespace frontsheet
