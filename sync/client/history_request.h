// What a record said earlier, asked over a transport: one request, one answer.
#pragma once

#include "core/usecases/ports/history_line.h"
#include "sync/client/transport.h"

namespace frontsheet {

class HistoryRequest final : public HistoryLine {
public:
    explicit HistoryRequest(Transport& transport) : m_transport(transport) {}
    [[nodiscard]] Result<HistoryPage> ask(const AgencyId& home, const RecordId& record,
                                          const HomeVersion& before) override;

private:
    Transport& m_transport;
};

} // namespace frontsheet
