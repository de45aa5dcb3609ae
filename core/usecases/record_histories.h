// "What did this say on 3 March, and who changed it?" Asked of the record's home, page by page. Not for the UI thread: it waits for
// the network.
#pragma once

#include "core/usecases/ports/history_line.h"
#include "core/usecases/workplace.h"

#include <vector>

namespace frontsheet {

class RecordHistories {
public:
    RecordHistories(Workplace workplace, HistoryLine& line) : m_work(workplace), m_line(line) {}

    // Newest first, at most `most` of the newest. NotFound for a record that is not on this device; Malformed where a home's answer
    // goes round in circles or is of another record; HistoryLine's errors.
    [[nodiscard]] Result<std::vector<Record>> versionsOf(const RecordId& record, std::size_t most);

private:
    Workplace m_work;
    HistoryLine& m_line;
};

} // namespace frontsheet
