// Taking what a device pushes: each transaction of intents applies whole or not at all, exactly once, with what follows
// from it, in one transaction of the ledger.
#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/domain/principal.h"
#include "core/domain/sharing/sharing_decision.h"
#include "sync/server/joined.h"
#include "sync/server/ledger.h"
#include "sync/server/sharing_in_force.h"
#include "sync/wire/messages.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace frontsheet {

class Push {
public:
    // What is in force is borrowed.
    Push(LedgerWrites& ledger, const Principal& author, const SharingInForce& sharing, IdSource& ids, WallTime now)
        : m_ledger(ledger), m_author(author), m_sharing(sharing), m_ids(ids), m_now(now) {}

    // A result for each intent, in the order of the request. An error only where the ledger fails: then nothing was kept.
    [[nodiscard]] Result<std::vector<IntentResult>> take(const wire::SyncRequest& request);
    // One transaction out of the late inbox, which a person at the home has released: judged like any other but for the
    // grant. The refusal of one is the error of all, and nothing is kept then.
    [[nodiscard]] Result<std::vector<IntentResult>> release(const std::vector<const Intent*>& transaction);

private:
    struct Asked {
        const Intent* intent = nullptr;
        Bytes hash;
    };
    struct Taken;
    enum class Grant : std::uint8_t { AsItStands, Waived };

    [[nodiscard]] Result<std::vector<IntentResult>> takeTransaction(const std::vector<Asked>& intents);
    [[nodiscard]] Result<std::optional<std::vector<IntentResult>>> answeredBefore(const std::vector<Asked>& intents);
    struct About {
        Joined joined;
        std::vector<sharing::PermissionStatement> said;
    };
    // What joins the author to the person now, with what this transaction has written; remembered for the request.
    [[nodiscard]] Result<const About*> about(const PersonId& person);
    // What the agreements let the author do with a record as it stands, or as it would be made.
    [[nodiscard]] Result<sharing::Decision> decisionOn(const Record& record);
    // NotPermitted, or NotFound where the author must not learn that it is there.
    [[nodiscard]] Result<void> mayEdit(const Record& record);
    [[nodiscard]] Result<void> maySettle(const Record& before, const Intent& intent);
    [[nodiscard]] Result<void> mayLeaveAs(const std::optional<Record>& before, const Record& after, const Taken& taken);
    // By the rule for concerns alone (core/domain/concern.h): one goes where concerns are taken, a message on one's own.
    [[nodiscard]] Result<void> mayRaise(const Record& after, const Taken& taken);
    void relate(const Record& written);
    [[nodiscard]] Result<bool> cameTooLate(const Intent& intent, ErrorCode reason, const Taken& taken);
    [[nodiscard]] Result<void> keep(Taken& taken);
    [[nodiscard]] Result<void> admitOne(const Intent& intent, Taken& taken);
    // The membership of whoever is asked for something by name, so that they come to know of it (core/domain/asking.h). NotPermitted
    // where a partner asks somebody who is not on the care team: whom that opens is the home's to say.
    [[nodiscard]] Result<std::optional<Record>> whoJoins(const std::optional<Record>& before, const Record& after,
                                                         WallTime occurredAt, const Taken& taken);
    [[nodiscard]] Result<std::optional<Record>> current(const RecordId& id, const Taken& taken);
    [[nodiscard]] Result<void> checkReferences(const Record& record, const Taken& taken);

    LedgerWrites& m_ledger;
    const Principal& m_author;
    const SharingInForce& m_sharing;
    IdSource& m_ids;
    WallTime m_now;
    Grant m_grant = Grant::AsItStands;
    std::optional<std::uint64_t> m_line; // of the ledger's versions
    std::optional<Posts> m_posts;
    std::optional<sharing::PurposeSet> m_purposes;
    std::unordered_map<PersonId, About> m_about;
};

// Whether the failure is the intent's own (refuse it, for good) or the ledger's (nothing may be answered).
[[nodiscard]] bool isRefusal(ErrorCode code);

} // namespace frontsheet
