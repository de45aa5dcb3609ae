// A home's answer to what a record said earlier. It has three versions of every registration (as first recorded; the telephone and
// how to get in changed by the nurse; as it is now) and of anything else two. Answers as it is told to.
#pragma once

#include "core/usecases/ports/history_line.h"
#include "tests/app/support/kitley.h"

#include <vector>

namespace frontsheet::testing {

class HistoryTown final : public HistoryLine {
public:
    explicit HistoryTown(Kitley& kitley) : m_kitley(kitley) {}
    Result<HistoryPage> ask(const AgencyId& home, const RecordId& record, const HomeVersion& before) override;

    std::vector<RecordId> asked;
    ErrorCode fails{}; // none

private:
    Kitley& m_kitley;
};

} // namespace frontsheet::testing
