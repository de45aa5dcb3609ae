// Whether a service is for somebody: open to referrals, of the right age, covering where they live. Asked by who-to-ring, which leaves
// out what does not fit, and before a referral is sent, which says so. Pure.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/who_to_ring.h"

#include <string_view>
#include <vector>

namespace frontsheet {

enum class Misfit : std::uint8_t {
    Closed,      // takes no referrals any more
    TooYoung,    // the person
    TooOld,      // the person
    OtherArea,   // it is for another place by name
    NobodyThere, // none of its workers covers the place; whoever is on duty may
};

// What is not known of the person is no misfit. `date`: ISO. Strongest first.
[[nodiscard]] std::vector<Misfit> misfitsOf(const ServiceEntry& service, const RingFor& person,
                                            const Directory& directory, std::string_view date);
// Whole years, by the service's own fields, else as its criteria say it ("65 and over"); 0: any.
struct AgeRange {
    int from = 0;
    int to = 0;
};
[[nodiscard]] AgeRange agesOf(const ServiceEntry& service);

} // namespace frontsheet
