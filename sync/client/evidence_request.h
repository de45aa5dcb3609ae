// Who saw what, asked over a transport: one request, one answer.
#pragma once

#include "core/usecases/ports/evidence_line.h"
#include "sync/client/transport.h"

namespace frontsheet {

class EvidenceRequest final : public EvidenceLine {
public:
    explicit EvidenceRequest(Transport& transport) : m_transport(transport) {}
    [[nodiscard]] Result<EvidencePage> ask(const AgencyId& home, const EvidenceAsk& ask) override;

private:
    Transport& m_transport;
};

} // namespace frontsheet
