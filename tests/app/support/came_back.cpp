#include "tests/app/support/came_back.h"

#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"

namespace frontsheet::testing {

namespace {
constexpr const char* kLong = "Rang the surgery and then the council about the rail by the back door. The surgery says "
                              "the letter went on Monday, the "
                              "council says it has not come. She will not go out that way until it is there, so her "
                              "daughter does the shopping. I said "
                              "that I would ring again on Thursday before ten, when the duty desk is open.";
}

CameBack::CameBack(Kitley& kitley) : m_kitley(kitley) {
    kitley.tidings = this;
    const AgencyId harbour{"harbour"};
    const auto moved = comesBack(kLong, IntentOutcome::Refused, ErrorCode::WrongState);
    writeBehind(moved, "And the light on the landing");
    comesBack("Left heel healed over", IntentOutcome::Refused, ErrorCode::Immutable, harbour, RecordType::ContactNote);
    comesBack("Her sister has a key too", IntentOutcome::Refused, ErrorCode::NotPermitted);
    comesBack("Pendant tested", IntentOutcome::Refused, ErrorCode::Malformed, harbour, RecordType::ContactNote);
    comesBack("She was in when I called", IntentOutcome::Held, ErrorCode::NotPermitted);
    const auto taken = comesBack("The ramp holds", IntentOutcome::Held, ErrorCode::NotPermitted);
    const auto closed = comesBack("Asked again for the rail", IntentOutcome::Held, ErrorCode::NotPermitted);
    m_settled[taken] = {taken, Settlement::TakenIn, kitley.clock.now() + -std::chrono::hours{20}, "Ruth Okafor", {}};
    m_settled[closed] = {closed, Settlement::Closed, kitley.clock.now() + -std::chrono::hours{2}, "Ruth Okafor",
                         "the rail was fitted on Friday"};
}

Intent CameBack::written(const std::string& words, const AgencyId& home, RecordType type) {
    Record record;
    record.type = type;
    if (type == RecordType::ContactNote) {
        record.fields.put(contact_note::kText, words);
    } else {
        record.fields.put(referral_message::kText, words);
    }
    Intent intent;
    intent.op = m_kitley.ids.random<OpId>();
    intent.record = m_kitley.ids.timeOrdered<RecordId>(m_kitley.clock.now());
    intent.type = type;
    intent.home = home;
    intent.person = m_kitley.edith;
    intent.category = type == RecordType::ContactNote ? Category::ContactNote : Category::Referral;
    intent.edits = difference({}, record.fields);
    intent.occurredAt = m_kitley.clock.now();
    return intent;
}

OpId CameBack::comesBack(const std::string& words, IntentOutcome outcome, ErrorCode reason, const AgencyId& home,
                         RecordType type) {
    const Intent intent = written(words, home, type);
    (void)m_kitley.store.save({intent}).has_value();
    m_kitley.store.settleResult({intent.op, outcome, reason, {}});
    return intent.op;
}

void CameBack::writeBehind(const OpId& op, const std::string& words) {
    Intent intent = written(words, AgencyId{"council"}, RecordType::ReferralMessage);
    intent.after = op;
    (void)m_kitley.store.save({intent}).has_value();
}

} // namespace frontsheet::testing
