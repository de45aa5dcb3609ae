// What a change means beside the other records about the same person: a goal for somebody who has died, a second plan, a review before
// the discharge that it follows. A device asks before it saves a new record of the care work (core/usecases/care_records.h), and says
// so in words. What two devices did without contact comes together all the same; it is shown then, never refused. Pure.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/record.h"

#include <span>
#include <vector>

namespace frontsheet::care {

struct Finding {
    enum class What : std::uint8_t {
        PersonHasDied,         // stops what is to be done for the living
        SecondPlan,            // this agency leads a plan for them already
        ReviewBeforeDischarge, // of a placement
        ServiceHasClosed,      // it takes no referrals any more
        SameNeedIsOpen,        // a referral for the same need waits elsewhere
        AlreadyTheirCarer,
        SecondDeath, // recorded by this agency already
    } what{};
    enum class Weight : std::uint8_t { Warns, Stops } weight = Weight::Stops;
    RecordId because; // the record that says so; null: the directory does
    friend bool operator==(const Finding&, const Finding&) = default;
};

// `record`: as it would be saved; `about`: every record held about the human it is about, itself left out or not. `today`: ISO date.
// Strongest first.
[[nodiscard]] std::vector<Finding> besideOthers(const Record& record, std::span<const Record> about,
                                                const Directory& directory, std::string_view today);

} // namespace frontsheet::care
