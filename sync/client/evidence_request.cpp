#include "sync/client/evidence_request.h"

#include "sync/client/answer.h"
#include "sync/wire/evidence_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/wire_limits.h"

namespace frontsheet {

Result<EvidencePage> EvidenceRequest::ask(const AgencyId& home, const EvidenceAsk& ask) {
    const auto packed = wire::pack(wire::encode(wire::EvidenceQuestion{home, ask}));
    auto answer =
        ReadAnswer::of(m_transport.post(home, "evidence", packed, wire::kMaxEvidenceReply), wire::kMaxEvidenceReply);
    if (!answer.isMessage()) {
        return answer.refused().error;
    }
    return wire::decodeEvidencePage(answer.message(), home);
}

} // namespace frontsheet
