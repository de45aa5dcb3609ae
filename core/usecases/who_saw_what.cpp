#include "core/usecases/who_saw_what.h"

#include <iterator>
#include <utility>

namespace frontsheet {

namespace {

template <class List>
void addTo(List& all, List& more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

std::size_t sizeOf(const EvidencePage& page) { return page.rows.size() + page.devices.size() + page.holdings.size(); }

} // namespace

Result<EvidencePage> WhoSawWhat::everything(EvidenceAsk ask, std::size_t most) {
    FS_ASSIGN(auto all, m_line.ask(m_work.me.agency, ask));
    while (all.next != 0 && sizeOf(all) < most) {
        ask.asOf = all.asOf;
        ask.offset = all.next;
        FS_ASSIGN(auto page, m_line.ask(m_work.me.agency, ask));
        if (page.next != 0 && (page.next <= ask.offset || sizeOf(page) == 0)) {
            return {ErrorCode::Malformed, "the server goes round in circles"};
        }
        addTo(all.rows, page.rows);
        addTo(all.devices, page.devices);
        addTo(all.holdings, page.holdings);
        all.next = page.next;
    }
    return all;
}

Result<void> WhoSawWhat::noteExported(std::span<const EvidenceHolding> records) {
    if (m_work.journal == nullptr) {
        return {ErrorCode::WrongState, "no journal of readings"};
    }
    std::vector<HomeReading> readings;
    for (const auto& holding : records) {
        readings.push_back({holding.record.home,
                            {holding.record.id, holding.record.version, ReadingHow::Exported, m_work.clock.now()}});
    }
    return m_work.journal->noteReadings(readings);
}

} // namespace frontsheet
