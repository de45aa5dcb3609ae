// Walking through everything of a type, for reports: a screen never does.
#pragma once

#include "core/usecases/ports/record_reader.h"

#include <functional>

namespace frontsheet {

class RecordWalk {
public:
    virtual ~RecordWalk() = default;
    // The working view of each, one at a time in memory, in order of record id and of one consistent snapshot. What is past its lease is
    // passed over. An error of the visitor's ends the walk and is its result. Any thread but the UI's.
    using RecordVisitor = std::function<Result<void>(const WorkingRecord&)>;
    [[nodiscard]] virtual Result<void> eachOfType(RecordType type, const RecordVisitor& visitor) = 0;
};

} // namespace frontsheet
