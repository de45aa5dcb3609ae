#include "sync/client/emergency_request.h"

#include "sync/client/answer.h"
#include "sync/wire/emergency_codec.h"
#include "sync/wire/pack.h"

#include <algorithm>

namespace frontsheet {

namespace {

Result<wire::EmergencyReply> exchange(Transport& transport, const wire::EmergencyAsk& ask) {
    const auto packed = wire::pack(wire::encode(ask));
    auto answer = ReadAnswer::of(transport.post(ask.agency, "emergency", packed, wire::kMaxEmergencyBytes),
                                 wire::kMaxEmergencyBytes);
    if (!answer.isMessage()) {
        return answer.refused().error;
    }
    return wire::decodeEmergencyReply(answer.message(), ask.agency);
}

} // namespace

Result<EmergencyOpening> EmergencyRequest::open(const AgencyId& home, const EmergencyWish& wish, const OpId& request) {
    FS_TRY(checkWish(wish));
    wire::EmergencyAsk ask;
    ask.agency = home;
    ask.wish = wish;
    std::copy(request.bytes.begin(), request.bytes.end(), ask.request.bytes.begin());
    FS_ASSIGN(const auto reply, exchange(m_transport, ask));
    if (reply.opened.empty()) {
        return {ErrorCode::Malformed, "emergency access"};
    }
    EmergencyOpening opening;
    opening.until = reply.until;
    for (const auto& one : reply.opened) {
        opening.persons.push_back(one.person);
        opening.accesses.push_back(one.access);
    }
    return opening;
}

Result<void> EmergencyRequest::end(const AgencyId& home, const RecordId& access) {
    wire::EmergencyAsk ask;
    ask.agency = home;
    ask.step = wire::EmergencyAskStep::End;
    ask.access = access;
    FS_ASSIGN(const auto reply, exchange(m_transport, ask));
    (void)reply;
    return ok();
}

Result<void> EmergencyRequest::review(const AgencyId& home, const RecordId& access, EmergencyVerdict verdict,
                                      const std::string& words) {
    wire::EmergencyAsk ask;
    ask.agency = home;
    ask.step = wire::EmergencyAskStep::Review;
    ask.access = access;
    ask.verdict = verdict;
    ask.words = words;
    FS_ASSIGN(const auto reply, exchange(m_transport, ask));
    (void)reply;
    return ok();
}

} // namespace frontsheet
