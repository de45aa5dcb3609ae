// The embedded encrypted ledger: one SQLCipher file an agency, one writer thread, readers from a pool. Callers that write at
// the same time share one transaction and one fsync.
//
// Several processes may open one ledger (the server and an administrator's verb): SQLite's own locks order them.
#pragma once

#include "core/base/id_source.h"
#include "core/sqlite/connection.h"
#include "sync/server/ledger.h"
#include "sync/server/restoring/journal.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace frontsheet {

class EmbeddedLedger final : public Ledger {
public:
    // A new ledger with its own epoch. Duplicate when the file is there. `vfs`: a registered SQLite VFS; empty: the system's.
    static Result<void> create(const std::string& path, sqlite::RawKey key, const AgencyId& agency, IdSource& ids,
                               const std::string& vfs = {});
    // ByTheCaller: no thread; who waits for a write does what was begun until then, in one transaction, in its order. For the
    // simulator: one caller at a time.
    enum class Writing : std::uint8_t { OnItsThread, ByTheCaller };
    // StoreMissing; StoreDamaged (a key that is not the file's, too); StoreNewer; WrongTenant when it is another agency's.
    static Result<std::unique_ptr<EmbeddedLedger>> open(const std::string& path, sqlite::RawKey key,
                                                        const AgencyId& agency, const std::string& vfs = {},
                                                        Writing writing = Writing::OnItsThread);
    // Whether every page of the file authenticates and its trees hang together: open()'s errors, StoreDamaged. Reads all of
    // it; may run beside a server.
    static Result<void> check(const std::string& path, sqlite::RawKey key, const AgencyId& agency);
    ~EmbeddedLedger() override;
    // From now on what is taken away goes there as well, before it is committed. Before the first write.
    void keepJournal(std::unique_ptr<restoring::Journal> journal) { m_journal = std::move(journal); }

    Result<std::unique_ptr<LedgerReads>> read() override;
    Result<void> write(WriteKind kind, const Work& work) override;
    std::unique_ptr<Begun> begin(WriteKind kind, Work work) override;
    const AgencyId& agency() const override { return m_agency; }

private:
    struct Job {
        WriteKind kind = WriteKind::Other;
        const Work* work = nullptr;
        Result<void> outcome;
        bool done = false;
    };
    class PooledReads;
    class BegunWrite;

    EmbeddedLedger(std::string path, sqlite::RawKey key, AgencyId agency, std::string vfs, Writing writing);
    void enqueue(Job& job);
    void waitFor(Job& job);
    void runWriter();
    void writeWhatWaits();
    void commit(std::span<Job* const> jobs);
    void giveBack(std::unique_ptr<sqlite::Connection> reader);

    const std::string m_path;
    std::array<std::uint8_t, 32> m_key{};
    const AgencyId m_agency;
    const std::string m_vfs;
    const Writing m_writing;

    std::unique_ptr<sqlite::Connection> m_writer;  // the writer thread's
    std::unique_ptr<restoring::Journal> m_journal; // so is this; null: none is kept
    std::mutex m_jobsMutex;
    std::condition_variable m_jobsArrived;
    std::condition_variable m_jobsDone;
    std::deque<Job*> m_jobs;
    bool m_closing = false;
    std::thread m_thread;

    std::mutex m_readersMutex;
    std::condition_variable m_readerFree;
    std::vector<std::unique_ptr<sqlite::Connection>> m_readers;
    std::size_t m_readersOpen = 0;
};

} // namespace frontsheet
