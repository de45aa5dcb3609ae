// Another version of a record's words: what a second author wrote of the same prose while the first's already stood. Both
// stay, on the record itself, until a person settles the two; so whoever may see the one may see the other, and neither can
// be lost by itself.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/schema/field.h"
#include "core/domain/value.h"

#include <optional>
#include <vector>

namespace frontsheet {

struct OtherVersion {
    struct Said {
        FieldTag field;
        std::optional<Value> value; // nullopt: the author took away what stood there
        std::optional<Value> saw;   // what the author began from; nullopt: nothing, or not known
        friend bool operator==(const Said&, const Said&) = default;
    };

    OpId op; // the edit that brought it; settled by that name
    AgencyId agency;
    WorkerId author;
    WallTime writtenAt;      // as its author states it
    std::vector<Said> says;  // ascending by tag, each once: the prose, and what means something only together with it
    AgencyId standingAgency; // who wrote what stands, and when, at the time of the conflict
    WorkerId standingAuthor;
    WallTime standingSince;

    friend bool operator==(const OtherVersion&, const OtherVersion&) = default;
};

// Beyond this an edit is refused, with its words kept where they were written, until somebody has settled what is there.
inline constexpr std::size_t kMaxOtherVersions = 8;

} // namespace frontsheet
