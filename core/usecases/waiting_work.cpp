#include "core/usecases/waiting_work.h"

#include "core/domain/record_line.h"
#include "core/domain/schema/record_schema.h"
#include "core/usecases/contact_notes.h"
#include "core/usecases/ports/home_tidings.h"

#include <algorithm>

namespace frontsheet {

namespace {

// What its author wrote, a paragraph a field.
std::string wordsIn(const Intent& intent) {
    const RecordSchema* schema = schemaOf(intent.type);
    std::string words;
    if (schema == nullptr) {
        return words;
    }
    for (const auto& edit : intent.edits) {
        const auto spec = std::find_if(schema->fields.begin(), schema->fields.end(),
                                       [&](const FieldSpec& field) { return field.tag == edit.field; });
        if (spec != schema->fields.end() && spec->kind == FieldKind::Prose && edit.after) {
            FieldSet one;
            one.set(edit.field, *edit.after);
            const auto text = one.text(*spec);
            words += text.empty() ? "" : (words.empty() ? "" : "\n\n") + std::string{text};
        }
    }
    return words;
}

bool isElsewhere(const OutboxItem& item, const AgencyId& own) {
    return item.state == OutboxState::NeedsAttention && item.intent.home != own &&
           (item.outcome == IntentOutcome::Held || item.outcome == IntentOutcome::Refused);
}

// Of what is past its lease the author's own words are in the intent.
Result<std::optional<WorkingRecord>> recordIfShown(RecordReader& reader, const RecordId& id) {
    auto found = reader.record(id);
    const bool locked =
        !found && (found.error().code == ErrorCode::NeedsReason || found.error().code == ErrorCode::OutOfContact);
    return locked ? std::optional<WorkingRecord>{} : std::move(found);
}

// As the store lets go: what waits for it, what was to apply together with it or with any of those, and so on. Of what its home
// holds or keeps as another version nothing goes with it.
std::size_t goneWith(const OutboxItem& first, const std::vector<WaitingItem>& all) {
    if (first.state != OutboxState::NeedsAttention || first.outcome != IntentOutcome::Refused) {
        return 0;
    }
    std::vector<const OutboxItem*> gone{&first};
    for (std::size_t next = 0; next < gone.size(); ++next) {
        const Intent& one = gone[next]->intent;
        for (const auto& waiting : all) {
            const OutboxItem& item = waiting.item;
            const bool notApplied = item.state != OutboxState::NeedsAttention || item.outcome == IntentOutcome::Refused;
            const bool together = !one.transaction.isNull() && item.intent.transaction == one.transaction &&
                                  item.intent.home == one.home && notApplied;
            const bool waits = item.state != OutboxState::NeedsAttention && item.intent.after == one.op;
            if ((together || waits) && std::find(gone.begin(), gone.end(), &item) == gone.end()) {
                gone.push_back(&item);
            }
        }
    }
    return gone.size() - 1;
}

} // namespace

Result<WaitingState> WaitingWork::state() {
    FS_ASSIGN(const auto outbox, m_work.outbox.outbox());
    WaitingState state;
    state.own = m_work.me.agency;
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
    std::map<OpId, SettledWork> settled;
    if (m_work.tidings != nullptr) {
        FS_ASSIGN(settled, m_work.tidings->settledWork());
    }
    std::vector<WaitingItem> out;
    out.reserve(outbox.size());
    for (auto& item : outbox) {
        WaitingItem waiting;
        FS_ASSIGN(const auto record, recordIfShown(m_work.reader, item.intent.record));
        // What was refused is not in the view; its words are still in the intent.
        const bool refused = item.state == OutboxState::NeedsAttention;
        auto current = record ? std::optional{record->record} : std::nullopt;
        waiting.title = lineOf(refused || !current ? withIntent(std::move(current), item.intent) : *current);
        if (const auto at = names.find(item.intent.person); at != names.end()) {
            waiting.personName = at->second;
        }
        if (const auto done = settled.find(item.intent.op); done != settled.end()) {
            waiting.settled = done->second;
        }
        waiting.words = refused ? wordsIn(item.intent) : std::string{};
        waiting.mayKeep = mayKeepAtOwnAgency(item);
        waiting.item = std::move(item);
        out.push_back(std::move(waiting));
    }
    for (auto& waiting : out) {
        waiting.along = goneWith(waiting.item, out);
        waiting.waitsForAuthor = waiting.item.state == OutboxState::WaitsForAnother &&
                                 std::any_of(out.begin(), out.end(), [&](const auto& other) {
                                     return other.item.state == OutboxState::NeedsAttention &&
                                            other.item.intent.op == waiting.item.intent.after;
                                 });
    }
    return out;
}

bool WaitingWork::mayKeepAtOwnAgency(const OutboxItem& item) const {
    return isElsewhere(item, m_work.me.agency) && !item.intent.person.isNull() && !wordsIn(item.intent).empty();
}

Result<void> WaitingWork::keepAtOwnAgency(const OpId& op) {
    FS_ASSIGN(const auto outbox, m_work.outbox.outbox());
    const auto item =
        std::find_if(outbox.begin(), outbox.end(), [&](const OutboxItem& one) { return one.intent.op == op; });
    if (item == outbox.end() || !isElsewhere(*item, m_work.me.agency)) {
        return {ErrorCode::WrongState, "not held by another agency, nor refused there"};
    }
    if (!mayKeepAtOwnAgency(*item)) {
        return {ErrorCode::Missing, "words"};
    }
    NoteText note;
    note.person = item->intent.person;
    note.occurredAt = item->intent.occurredAt;
    note.text = wordsIn(item->intent);
    // First the copy: what a crash leaves is the words twice, never not at all.
    FS_ASSIGN(const auto kept, ContactNotes{m_work}.sign({}, note));
    (void)kept;
    return m_work.outbox.settle(op);
}

Result<void> WaitingWork::settle(const OpId& op) { return m_work.outbox.settle(op); }

} // namespace frontsheet
