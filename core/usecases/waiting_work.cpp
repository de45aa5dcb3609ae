#include "core/usecases/waiting_work.h"

#include "core/base/utf8.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"

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
    state.noSignal = !state.servers.empty();
    for (const auto& server : state.servers) {
        // A clock that has been put back makes "ago" negative; that is not recent either.
        const auto ago = now - server.lastAnswered;
        const bool recent = ago >= std::chrono::milliseconds{0} && ago < std::chrono::minutes{5};
        state.anyAnsweredRecently = state.anyAnsweredRecently || (server.lastAnswered.isKnown() && recent);
        state.noSignal = state.noSignal && server.failing;
        state.noSignalSince = std::max(state.noSignalSince, server.lastAnswered);
    }
    if (!state.noSignal) {
        state.noSignalSince = {};
    }
    return state;
}

Result<std::vector<WaitingItem>> WaitingWork::items() {
    FS_ASSIGN(auto outbox, m_work.outbox.outbox());
    std::vector<PersonId> persons;
    for (const auto& item : outbox) {
        persons.push_back(item.intent.person);
    }
    FS_ASSIGN(const auto names, spokenNames(m_work.reader, std::move(persons)));
    std::vector<WaitingItem> out;
    out.reserve(outbox.size());
    for (auto& item : outbox) {
        WaitingItem waiting;
        FS_ASSIGN(const auto record, m_work.reader.record(item.intent.record));
        // What was refused is not in the view; its words are still in the intent.
        const bool refused = item.state == OutboxState::NeedsAttention;
        auto current = record ? std::optional{record->record} : std::nullopt;
        waiting.title = titleOf(refused || !current ? withIntent(std::move(current), item.intent) : *current);
        if (const auto at = names.find(item.intent.person); at != names.end()) {
            waiting.personName = at->second;
        }
        waiting.item = std::move(item);
        out.push_back(std::move(waiting));
    }
    return out;
}

Result<void> WaitingWork::settle(const OpId& op) { return m_work.outbox.settle(op); }

} // namespace frontsheet
