// A device's store in memory: the three ports that screens and use cases stand on. The working view is mirror plus
// outbox by the same pure functions the real store uses; nothing here knows a rule of its own.
#pragma once

#include "core/domain/lease.h"
#include "core/domain/principal.h"
#include "core/usecases/ports/device_facts.h"
#include "core/usecases/ports/intent_writer.h"
#include "core/usecases/ports/outbox_reader.h"
#include "core/usecases/ports/record_reader.h"
#include "core/usecases/ports/record_walk.h"
#include "core/usecases/ports/unfinished_work.h"

#include <functional>
#include <map>
#include <set>

namespace frontsheet {

class MemoryDevice final : public RecordReader,
                           public RecordWalk,
                           public IntentWriter,
                           public OutboxReader,
                           public UnfinishedWork,
                           public DeviceFacts {
public:
    MemoryDevice(Principal me, const Clock& clock) : m_me(std::move(me)), m_clock(clock) {}

    // As if it had come from its home.
    void hold(Record record) { m_mirror[record.id] = std::move(record); }
    void hold(const std::vector<Record>& records);
    // A home says that it withholds something.
    void withhold(const AgencyId& home, Scope scope) { m_withheld.push_back({home, std::move(scope)}); }
    void forget(const RecordId& record) { m_mirror.erase(record); }
    // Everything of this home is replaced by what it releases now.
    void replaceHome(const AgencyId& home, const std::vector<Record>& released);
    // The next save fails with this and keeps nothing, as a full disk would.
    void failNextSave(ErrorCode code) { m_nextSaveFails = code; }
    void failNextFacts(ErrorCode code) { m_nextFactsFail = code; }
    // What was on the way when the device spoke to the server: such intents are no longer folded into.
    [[nodiscard]] std::vector<Intent> takeOutgoing(const AgencyId& home);
    void settleResult(const IntentResult& result);
    void setServers(std::vector<ServerState> servers) { m_servers = std::move(servers); }
    [[nodiscard]] std::size_t saves() const { return m_saves; }
    // What is past its lease: read by nobody, and listed where a reason opens it. None: every home has answered.
    std::function<LeaseState(const Record&)> leaseOf;

    // RecordReader
    [[nodiscard]] Result<std::optional<WorkingRecord>> record(const RecordId& id) override;
    [[nodiscard]] Result<std::vector<PersonId>> sameHuman(const PersonId& person) override;
    [[nodiscard]] Result<std::vector<WorkingRecord>> aboutPersons(std::span<const PersonId> persons) override;
    [[nodiscard]] Result<std::vector<WithheldHere>> withheldAbout(std::span<const PersonId> persons) override;
    [[nodiscard]] Result<std::vector<WorkingRecord>> ofType(RecordType type, std::size_t limit) override;
    [[nodiscard]] Result<std::vector<WorkingRecord>> worklist(Worklist list, const std::string& owner,
                                                              std::size_t limit) override;
    [[nodiscard]] Result<std::vector<PersonRow>> personRows(std::span<const PersonId> persons) override;
    [[nodiscard]] Result<CaseloadPage> caseload(CaseloadOf whose, const AgencyId& agency, const WorkerId& worker,
                                                std::size_t offset, std::size_t limit) override;
    [[nodiscard]] Result<std::vector<PersonRow>> search(const std::string& typed, std::size_t limit) override;
    [[nodiscard]] Result<FirstFound> searchFirst(const std::string& typed, std::size_t limit,
                                                 std::size_t first) override;

    // RecordWalk
    [[nodiscard]] Result<void> eachOfType(RecordType type, const RecordVisitor& visitor) override;

    // IntentWriter
    [[nodiscard]] Result<void> save(const std::vector<Intent>& intents) override;

    // DeviceFacts
    [[nodiscard]] Result<std::optional<Bytes>> fact(std::string_view key) override;
    [[nodiscard]] Result<void> keepFacts(const std::map<std::string, Bytes>& facts) override;

    // UnfinishedWork
    [[nodiscard]] Result<std::vector<Unfinished>> unfinished() override;
    [[nodiscard]] Result<void> keepUnfinished(const Unfinished& work) override;
    [[nodiscard]] Result<void> dropUnfinished(const RecordId& record) override;

    // OutboxReader
    [[nodiscard]] Result<std::vector<OutboxItem>> outbox() override { return m_outbox; }
    [[nodiscard]] Result<std::vector<ServerState>> servers() override { return m_servers; }
    [[nodiscard]] Result<void> settle(const OpId& op) override;

private:
    [[nodiscard]] std::map<RecordId, WorkingRecord> working() const;
    [[nodiscard]] std::vector<WorkingRecord> where(const std::function<bool(const Record&)>& keep) const;
    [[nodiscard]] LeaseState lease(const Record& record) const;
    [[nodiscard]] PersonRow rowOf(const std::set<PersonId>& ids) const;
    [[nodiscard]] std::set<PersonId> human(const PersonId& person) const;

    Principal m_me;
    const Clock& m_clock;
    std::map<RecordId, Record> m_mirror;
    std::vector<OutboxItem> m_outbox;
    std::map<RecordId, Unfinished> m_unfinished;
    std::set<OpId> m_onTheWay;
    std::vector<ServerState> m_servers;
    std::vector<WithheldHere> m_withheld;
    std::optional<ErrorCode> m_nextSaveFails;
    std::optional<ErrorCode> m_nextFactsFail;
    std::size_t m_saves = 0;
    std::map<std::string, Bytes> m_facts;
};

} // namespace frontsheet
