// Who saw what at this worker's own agency, asked of its server page by page; and the reading that a document made of it is. Not for
// the UI thread: it waits for the network.
#pragma once

#include "core/usecases/ports/evidence_line.h"
#include "core/usecases/workplace.h"

#include <span>

namespace frontsheet {

class WhoSawWhat {
public:
    WhoSawWhat(Workplace workplace, EvidenceLine& line) : m_work(workplace), m_line(line) {}

    // Pages put together, up to `most` rows; `next` is 0 where that was all. The log may grow meanwhile: the pages are of it as it
    // stood at the first.
    [[nodiscard]] Result<EvidencePage> everything(EvidenceAsk ask, std::size_t most);

    // These records leave this device's keeping: noted here before they do, and told to their home at the next contact.
    // Without a journal nothing may leave: WrongState.
    [[nodiscard]] Result<void> noteExported(std::span<const EvidenceHolding> records);

private:
    Workplace m_work;
    EvidenceLine& m_line;
};

} // namespace frontsheet
