// One piece of work that waits for somebody: whose it is, who is asked to take it over, when it falls due. Read off the record itself, the
// same for a manager's list, an absence and a handover, so that none of them knows of work that another leaves out. Pure.
#pragma once

#include "core/domain/record.h"
#include "core/domain/team.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

enum class WorkKind : std::uint8_t {
    Referral,     // that this agency is to answer or has accepted
    OwnReferral,  // that this agency sent, and that waits for who sent it: a question, or an outcome to read
    SentReferral, // that this agency sent, and that waits for its receiver
    Plan,
    Placement,
    Action,
    Visit,
    NoReply, // a visit that nobody answered, and nobody knows yet that the person is safe
    UnsafeAnswer,
    Conference,
    Message, // unread, to one worker
    Notice,  // what another agency asked of this one about a person's permission
};

struct OpenWork {
    WorkKind kind = WorkKind::Action;
    RecordId record;
    AgencyId home;
    PersonId person;
    std::string what;     // in the record's own words; empty: its kind says all there is
    WorkerId owner;       // who has it; empty: nobody
    AgencyId ownerAgency; // empty with owner
    WorkerId asked;       // to take it over, and has not answered; empty: nobody
    WorkerId askedBy;     // of an action: who asked for it in the first place
    AgencyId askedByAgency;
    WallTime askedAt;       // not known of an action
    WallTime since;         // it waits; not known of what only falls due
    WallTime by;            // an answer is promised, or it takes place; not known: by `due` or not at all
    std::string due;        // ISO date; empty: no day is set
    bool declined = false;  // an action to which its owner said no: who asked is to find another
    bool concern = false;   // filed under safeguarding
    bool elsewhere = false; // it waits for another agency's answer

    friend bool operator==(const OpenWork&, const OpenWork&) = default;
};

// What of this record waits for somebody at `agency`, or was sent by it; nullopt: nothing.
[[nodiscard]] std::optional<OpenWork> openWorkOf(const Record& record, const AgencyId& agency);

// It should have been done, answered or looked at by now. Nobody known to be safe is overdue from the first minute. `today`: where the
// worker is.
[[nodiscard]] bool isOverdue(const OpenWork& work, std::string_view today, WallTime now);
// What must not wait in front: people of whom nobody knows that they are safe, concerns, then by the day it is or was due; what has no day
// last, longest waiting first.
[[nodiscard]] bool comesBefore(const OpenWork& a, const OpenWork& b);

// Whether somebody has it.
enum class Held : std::uint8_t {
    Theirs,
    Offered,  // somebody is asked to take it over: until they say yes it is its owner's, or, without one, the team's
    Nobody,   // it names nobody
    Declined, // its owner said no
    Gone,     // who had it is in the directory no longer
};
[[nodiscard]] Held heldBy(const OpenWork& work, const Directory& directory);
// Nobody would miss it if it were forgotten.
[[nodiscard]] bool isUnowned(Held held);

// What is theirs and falls due or takes place on these days, or waits for them on any, what is overdue already among it; in comesBefore's
// order. An empty `last` has no end. What waits for its receiver does not need them.
[[nodiscard]] std::vector<OpenWork> dueWithin(std::span<const OpenWork> works, const WorkerId& worker,
                                              std::string_view last);

} // namespace frontsheet
