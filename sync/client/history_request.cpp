#include "sync/client/history_request.h"

#include "sync/client/answer.h"
#include "sync/wire/history_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/wire_limits.h"

namespace frontsheet {

Result<HistoryPage> HistoryRequest::ask(const AgencyId& home, const RecordId& record, const HomeVersion& before) {
    const auto packed = wire::pack(wire::encode(wire::HistoryQuestion{home, record, before}));
    auto answer =
        ReadAnswer::of(m_transport.post(home, "history", packed, wire::kMaxHistoryReply), wire::kMaxHistoryReply);
    if (!answer.isMessage()) {
        return answer.refused().error;
    }
    return wire::decodeHistoryPage(answer.message(), home);
}

} // namespace frontsheet
