#include "core/usecases/waiting_work.h"

#include "core/base/utf8.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"

#include <algorithm>

namespace frontsheet {

namespace {

std::string titleOf(const Record& record) {
    switch (record.type) {
    case RecordType::Referral:
        return record.fields.get(referral::kNeed);
    case RecordType::ReferralMessage:
        return std::string{firstCodePoints(record.fields.text(referral_message::kText), 80)};
    case RecordType::ContactNote:
        return std::string{firstCodePoints(record.fields.text(contact_note::kText), 80)};
    default:
        return {};
    }
}

} // namespace

Result<WaitingState> WaitingWork::state() {
    FS_ASSIGN(const auto outbox, m_work.outbox.outbox());
    WaitingState state;
    FS_ASSIGN(state.servers, m_work.outbox.servers());
    for (const auto& item : outbox) {
        ++(item.state == OutboxState::NeedsAttention ? state.needsAttention : state.toSend);
    }
    const WallTime now = m_work.clock.now();
    bool allFailing = !state.servers.empty();
    for (const auto& server : state.servers) {
        state.anyAnsweredRecently = state.anyAnsweredRecently || (server.lastAnswered.isKnown() &&
                                                                  now - server.lastAnswered < std::chrono::minutes{5});
        allFailing = allFailing && server.failing;
        state.noSignalSince = std::max(state.noSignalSince, server.lastAnswered);
    }
    if (!allFailing) {
        state.noSignalSince = {};
    }
    return state;
}

Result<std::vector<WaitingItem>> WaitingWork::items() {
    FS_ASSIGN(auto outbox, m_work.outbox.outbox());
    std::vector<WaitingItem> out;
    for (auto& item : outbox) {
        WaitingItem waiting;
        FS_ASSIGN(const auto record, m_work.reader.record(item.intent.record));
        // A refused creation is no record; its words are still in the intent.
        waiting.title = titleOf(record ? record->record : withIntent(std::nullopt, item.intent));
        if (!item.intent.person.isNull()) {
            FS_ASSIGN(const auto about, loadAbout(m_work.reader, item.intent.person));
            for (const auto& held : about.records) {
                if (held.type == RecordType::Registration) {
                    waiting.personName = spokenName(held.fields.get(registration::kFamilyName),
                                                    held.fields.get(registration::kGivenName));
                    break;
                }
            }
        }
        waiting.item = std::move(item);
        out.push_back(std::move(waiting));
    }
    return out;
}

Result<void> WaitingWork::settle(const OpId& op) { return m_work.outbox.settle(op); }

} // namespace frontsheet
