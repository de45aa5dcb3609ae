// The home's late inbox: what a device wrote while it held a grant and sent after the grant had gone. It changes nothing
// until a person at the home releases it into the record or closes it with words; the author is told that it is held.
//
// Whether the author could once is the ledger's to say (what it granted to this device), never the device's.
#pragma once

#include "core/base/id_source.h"
#include "sync/server/ledger.h"
#include "sync/server/removal/removal_rows.h"

#include <span>

namespace frontsheet::removal {

class LateInbox {
public:
    LateInbox(LedgerWrites& ledger, const Principal& author, WallTime now)
        : m_ledger(ledger), m_author(author), m_now(now) {}

    struct Past {
        bool waits = false; // something of the same record waits here already
        bool could = false; // this device was once granted what the intent is about
    };
    // `current`: the record, where there is one. The same is looked up whether there is one or not, and whatever comes of it: by
    // how long a refusal takes nobody learns which of their guesses exist.
    [[nodiscard]] Result<Past> past(const Intent& intent, const std::optional<Record>& current);
    // Keeps them, once each. Held with `reason`; Refused with TooLarge when the device has filled its share.
    [[nodiscard]] Result<std::vector<IntentResult>> hold(std::span<const Intent* const> intents, ErrorCode reason);

private:
    LedgerWrites& m_ledger;
    const Principal& m_author;
    WallTime m_now;
    std::optional<InboxShare> m_waiting; // of this device, once asked
};

struct Settling {
    std::uint64_t number = 0;
    std::string by;    // who, at the home
    std::string words; // why
};

// Releases it, with what its author sent in the same transaction, into the record: as its author's, judged like any edit
// but for the grant. Its refusal comes back as the error and it waits on: WrongState, Immutable, Conflict and the like.
// NotFound: nothing waits under that number. WrongTenant: it is for another agency's records (a rescue file had it); this
// agency keeps its author's words and forwards nothing.
[[nodiscard]] Result<IntentOutcome> accept(LedgerWrites& ledger, const Settling& settling, IdSource& ids, WallTime now);
// The same of all that its author sent in one transaction, with words, which are obligatory (Missing).
[[nodiscard]] Result<void> close(LedgerWrites& ledger, const Settling& settling, WallTime now);

// The intent with what its author saw where the device no longer holds that: fields without `before` get the value of the
// version the edit was made on. `current`: the record as it stands.
[[nodiscard]] Result<Intent> withWhatWasSeen(LedgerReads& ledger, const std::optional<Record>& current, Intent intent);

} // namespace frontsheet::removal
