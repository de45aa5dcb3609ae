// Agencies' servers in this process with real encrypted ledgers, and devices that keep no more than a list of what they hold:
// enough to see what a server releases and what it takes back.
#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/domain/scope.h"
#include "sync/server/agency_server.h"
#include "sync/server/embedded/embedded_ledger.h"
#include "sync/server/restoring/journal.h"
#include "sync/wire/messages.h"
#include "tests/core/temporary_folder.h"
#include "tests/sync/server/open_agreement.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace frontsheet::test {

class AgencyWorld;

// A worker with a device, as one server sees it.
class Device {
public:
    Device(AgencyWorld& world, Principal principal, AgencyId server);

    Principal who;
    AgencyId server;

    // State with the one server.
    Epoch epoch;
    std::uint64_t feedSeq = 0;
    std::map<std::string, std::optional<ScopeProgress>> held; // nullopt: whole
    std::map<RecordId, IncomingRecord> mirror;
    std::uint32_t maxBytes = 512 * 1024;
    std::uint64_t receipt = 0; // of the last reply that was applied
    Bytes logHead;
    std::vector<Reading> readings;      // not taken yet
    std::vector<std::uint64_t> removed; // removals done and not told yet
    std::uint64_t tidings = 0;          // the last that are kept
    std::map<RecordId, ReferralReach> reached;
    std::size_t timesTold = 0; // of any referral
    std::vector<SettledWork> settled;
    std::uint64_t agreementHash = 0;
    std::vector<std::string> lastGone;
    std::vector<std::string> lastGranted;

    // One exchange. What comes is checked as a device would: pages fit the scopes held, the cursor never skips.
    Result<wire::SyncReply> exchange(std::vector<Intent> push = {});
    // Until the server has nothing more. The results of the push.
    std::vector<IntentResult> sync(std::vector<Intent> push = {});
    [[nodiscard]] wire::SyncRequest request(std::vector<Intent> push) const;
    // The packed reply, or the code of the refusal.
    Response send(const wire::SyncRequest& request, const AgencyId* path = nullptr);
    void apply(const wire::SyncReply& reply);
    // At the endpoint for certificates that are revoked or ran out. The reply, or the code of the refusal.
    Result<wire::SyncReply> closing(std::vector<Intent> push = {});

    [[nodiscard]] bool holds(const RecordId& id) const { return mirror.contains(id); }
    [[nodiscard]] FieldSet fieldsOf(const RecordId& id) const;
    [[nodiscard]] std::size_t countOf(RecordType type) const;

    // Edits
    [[nodiscard]] Intent creates(RecordType type, const PersonId& person, FieldSet fields) const;
    [[nodiscard]] Intent edits(const RecordId& record, std::vector<FieldEdit> edits) const;
    [[nodiscard]] Intent writesNote(const PersonId& person, const std::string& text,
                                    const char* state = "signed") const;
    [[nodiscard]] Intent refers(const PersonId& person, const AgencyId& to, const WorkerId& worker = {}) const;
    [[nodiscard]] Intent accepts(const RecordId& referral) const;
    [[nodiscard]] Intent registers(const PersonId& person, const std::string& family) const;
    [[nodiscard]] Intent joins(const PersonId& person, const Principal& worker) const;

private:
    AgencyWorld& m_world;
};

class AgencyWorld : public ::testing::Test {
public:
    void SetUp() override;
    void host(const AgencyId& agency);
    void hostOpened(std::unique_ptr<Ledger> ledger);
    // Closes all ledgers and opens them again, as a restart does.
    void restart();

    Device device(const char* agency, const char* worker, const char* server, const char* role = "worker");
    [[nodiscard]] PersonId newPerson() { return ids.timeOrdered<PersonId>(clock.now()); }
    [[nodiscard]] Caller callerOf(const Principal& principal) const;
    // Everything in an agency's ledger.
    [[nodiscard]] std::map<RecordId, Record> ledgerOf(const AgencyId& agency);
    [[nodiscard]] std::vector<FeedEntry> feedOf(const AgencyId& agency);

    TemporaryFolder folder;
    ManualClock clock{WallTime{1'795'000'000'000}};
    SeededIdSource ids{7};
    std::unique_ptr<AgencyServer> server;
    std::shared_ptr<const SharingInForce> sharing = openSharing(); // of what is hosted from now on
    // What each agency keeps apart from its ledger.
    std::map<AgencyId, std::shared_ptr<std::vector<restoring::JournalEntry>>> journals;

private:
    std::vector<AgencyId> m_agencies;
};

} // namespace frontsheet::test
