// Messages about a record or a person, from one worker to another: written once, read once, answered by another. Not for the UI thread.
#pragma once

#include "core/usecases/workplace.h"

#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

struct NewMessage {
    RecordId record; // null: begins one
    PersonId person;
    RecordId about; // null: the person
    std::string text;
    AgencyId toAgency;
    WorkerId toWorker; // empty: whoever is on duty there
    RecordId replyTo;  // null: begins a conversation
};

struct MessageShown {
    Record message; // about a person, or on a referral
    PersonRow person;
    bool waiting = false;  // still on this device
    bool answered = false; // by a message that is held here
    bool mine = false;     // written by this worker
};

class Messages {
public:
    explicit Messages(Workplace workplace) : m_work(workplace) {}

    // Missing without words or somebody to read them. A reply reads what it answers, in the same save.
    [[nodiscard]] Result<RecordId> write(const NewMessage& message);
    // As it stands, kept on this device until it is written or given up. Its id.
    [[nodiscard]] Result<RecordId> keep(const NewMessage& message);
    // What was left about this person; nullopt: nothing.
    [[nodiscard]] Result<std::optional<NewMessage>> left(const PersonId& person);
    [[nodiscard]] Result<void> giveUp(const RecordId& record);
    // Says that this worker has read it; a success without a write where it was read, or is another's to read.
    [[nodiscard]] Result<void> read(const RecordId& message);
    // Says so of all that was written to this worker on that referral, in one save.
    [[nodiscard]] Result<void> readOnReferral(const RecordId& referral);
    // Unread, about people and on referrals, to this worker first, then to whoever is on duty at this agency; oldest first.
    [[nodiscard]] Result<std::vector<MessageShown>> unread();
    // Everything that was said about this person, oldest first.
    [[nodiscard]] Result<std::vector<MessageShown>> about(const PersonId& person);
    // Whom to write to about this person: who is involved, without this worker. Those of this agency first.
    [[nodiscard]] Result<std::vector<WorkerEntry>> readers(const PersonId& person);

private:
    [[nodiscard]] Result<WorkingRecord> load(const RecordId& message);
    [[nodiscard]] Record recordOf(const NewMessage& message) const;
    [[nodiscard]] bool isMine(const Record& message) const;
    [[nodiscard]] Result<std::optional<Intent>> reading(const Record& message);

    Workplace m_work;
};

} // namespace frontsheet
