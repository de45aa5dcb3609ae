// Asking a home what a record said earlier. Online: each call waits for the home's answer, which the home logs as a release. One
// thread at a time; not the UI's.
#pragma once

#include "core/domain/record_history.h"

namespace frontsheet {

class HistoryLine {
public:
    virtual ~HistoryLine() = default;
    // One page, of versions before `before` (0: from the newest). NotFound for a record that is not there or that the home does not
    // let this worker read, and the network's errors.
    [[nodiscard]] virtual Result<HistoryPage> ask(const AgencyId& home, const RecordId& record,
                                                  const HomeVersion& before) = 0;
};

} // namespace frontsheet
