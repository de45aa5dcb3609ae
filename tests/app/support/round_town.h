// A nurse's Tuesday in Kitley: nine visits, two of them made, with what must be known at each door.
#pragma once

#include "tests/app/support/kitley.h"

#include <vector>

namespace frontsheet::testing {

struct RoundTown {
    explicit RoundTown(Kitley& kitley);

    std::vector<RecordId> visits; // by their hour
    RecordId edith;               // the visit to her, next
    RecordId ivy;
    RecordId unsafe; // a PHQ-9 of Beryl's with an answer that nobody has said anything about
};

} // namespace frontsheet::testing
