// One home as it ought to be: the flat log of accepted versions, read back from its ledger after every request and compared,
// line by line, with what this model says must be there. Everything that a device may hold is worked out from here.
//
// Sharing is decided by the naive evaluator (tests/support/naive_sharing.h), merging by naive_merge.h; state machines and
// obligatory fields are the domain's own admit(). What is known and who sees it: model_home.cpp; what a push must come to:
// model_judging.cpp; what the ledger then has: model_observing.cpp.
#pragma once

#include "core/domain/decision.h"
#include "core/domain/intent.h"
#include "core/domain/principal.h"
#include "sync/server/ledger.h"
#include "sync/wire/messages.h"
#include "tests/sim/terms.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace frontsheet::sim {

// Who is joined to a person at the home.
struct Joining {
    Relationships direct;
    sharing::RelationshipSet all;
};

class ModelHome {
public:
    ModelHome(AgencyId agency, const HomeTerms& terms) : m_agency(std::move(agency)), m_terms(terms) {}

    using Changed = std::map<RecordId, Record>; // what a request has written so far

    [[nodiscard]] const AgencyId& agency() const { return m_agency; }
    [[nodiscard]] const Record* current(const RecordId& id) const;
    [[nodiscard]] const Record* version(const RecordId& id, HomeVersion version) const;
    [[nodiscard]] const std::map<RecordId, std::vector<Record>>& records() const { return m_records; }
    [[nodiscard]] std::uint64_t feedHead() const { return m_feedHead; }

    [[nodiscard]] Joining joining(const Principal& who, const PersonId& person, WallTime now,
                                  const Changed* over = nullptr) const;
    [[nodiscard]] naive::Answer decides(const Principal& who, const Record& record, WallTime now,
                                        const Changed* over = nullptr) const;
    [[nodiscard]] bool isOnDuty(const Principal& who) const;
    // Whether a clause lets the role open anything here at all.
    [[nodiscard]] bool mayOpenInEmergency(const Principal& who, WallTime now) const;
    // The record as this viewer may have it; nullopt: not at all.
    [[nodiscard]] std::optional<Record> shown(const Principal& who, const Record& record, WallTime now) const;
    // Everything the viewer may have, by id.
    [[nodiscard]] std::map<RecordId, Record> allShown(const Principal& who, WallTime now) const;

    // --- what a push must come to ---
    struct Expected {
        Intent intent;
        IntentResult result;
        bool isAnswered = false; // before
        bool mayBeHeld = false;
        bool mustBeHeld = false;
        std::string lost = {}; // whose words would be, in words; empty: nobody's
    };
    struct Transaction {
        std::vector<std::size_t> members; // in the order of the push; of those not answered before
        std::vector<Record> writes;       // id null: the home's to mint
    };
    struct Judged {
        Principal author;
        WallTime now;
        std::vector<Expected> results; // in the order of the push
        std::vector<Transaction> transactions;
        bool closing = false;
    };
    [[nodiscard]] Judged judge(const Principal& author, const std::vector<OutgoingIntent>& push, WallTime now) const;
    // At the endpoint for certificates that are no good: all is held.
    [[nodiscard]] Judged judgeClosing(const Principal& author, const std::vector<OutgoingIntent>& push,
                                      ErrorCode reason, WallTime now) const;

    // Reads what is new in the ledger; empty when it is what was judged (all of it, or nothing), else what is wrong. Anything
    // else that is new is wrong too, unless `others` writes.
    enum class Others : std::uint8_t { WriteNothing, MayWrite };
    [[nodiscard]] std::string observe(LedgerReads& reads, const Judged* judged, Others others);
    // Everything in the ledger against everything known: at quiet.
    [[nodiscard]] std::string compareAll(LedgerReads& reads) const;

    struct Kept {
        Intent intent;
        IntentResult result;
    };
    [[nodiscard]] const Kept* answered(const DeviceId& device, const OpId& op) const;

    // The ledger came back as it was `then`, in another line of versions: what is known of it goes back too. Answers that the
    // journal has are remembered all the same.
    void goBackTo(const ModelHome& then, std::uint64_t line);
    void noteAnswered(const DeviceId& device, const Kept& kept) {
        m_answered.insert_or_assign({device, kept.result.op}, kept);
    }

    // What was handed to a device, for "could once".
    void noteReleased(const DeviceId& device, const Record& record);
    [[nodiscard]] std::string lastKept() const { return m_lastKept; } // outcomes of the last observe(), in words
    [[nodiscard]] const std::vector<Record>& lastOfOthers() const { return m_lastOfOthers; } // that no push wrote

private:
    struct Made;
    [[nodiscard]] std::optional<ErrorCode> admits(const Principal& author, const Intent& intent, WallTime now,
                                                  const Changed& over, Made& made, Expected& expected) const;
    void markHeld(const Principal& author, const Intent& judged, WallTime now, const Changed& over,
                  Expected& expected) const;
    [[nodiscard]] bool reachesAsReferral(const Principal& who, const Record& record, WallTime now) const;
    [[nodiscard]] const Record* newest(const RecordId& id, const Changed* over) const;
    [[nodiscard]] std::vector<const Record*> about(const PersonId& person, const Changed* over) const;
    [[nodiscard]] Intent withWhatWasSeen(Intent intent, const Record* before) const;
    [[nodiscard]] std::string takeFeed(LedgerReads& reads, std::vector<std::pair<Record, bool>>& out);
    void keep(const Record& record);

    AgencyId m_agency;
    const HomeTerms& m_terms;
    std::map<RecordId, std::vector<Record>> m_records; // every version, from 1
    std::unordered_map<PersonId, std::vector<RecordId>> m_about;
    std::set<RecordId> m_dutyPoints;
    std::uint64_t m_feedHead = 0;
    std::uint64_t m_line = 0;
    std::map<std::pair<DeviceId, OpId>, Kept> m_answered;
    std::set<std::pair<DeviceId, std::pair<PersonId, Category>>> m_released;
    std::string m_lastKept;
    std::vector<Record> m_lastOfOthers;
};

[[nodiscard]] std::string inWords(const IntentResult& result);
[[nodiscard]] std::string inWords(RecordType type);

} // namespace frontsheet::sim
