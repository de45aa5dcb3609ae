#include "sync/server/embedded/embedded_ledger.h"

#include "core/base/crash_point.h"
#include "core/base/log.h"
#include "core/sqlite/transaction.h"
#include "core/sqlite/tuning.h"
#include "sync/server/embedded/adopted_conflicts.h"
#include "sync/server/embedded/ledger_schema.h"
#include "sync/server/embedded/sqlite_writing.h"
#include "sync/server/limits.h"

#include <algorithm>
#include <new>

namespace frontsheet {

// Holds a reader and its snapshot; gives the reader back.
class EmbeddedLedger::PooledReads final : public SqliteReading<LedgerReads> {
public:
    PooledReads(EmbeddedLedger& ledger, std::unique_ptr<sqlite::Connection> reader, sqlite::Transaction snapshot)
        : SqliteReading(*reader, ledger.m_agency), m_ledger(ledger), m_reader(std::move(reader)),
          m_snapshot(std::move(snapshot)) {}
    ~PooledReads() override {
        m_snapshot.reset();
        m_ledger.giveBack(std::move(m_reader));
    }
    PooledReads(const PooledReads&) = delete;
    PooledReads& operator=(const PooledReads&) = delete;

private:
    EmbeddedLedger& m_ledger;
    std::unique_ptr<sqlite::Connection> m_reader;
    std::optional<sqlite::Transaction> m_snapshot;
};

Result<void> EmbeddedLedger::create(const std::string& path, sqlite::RawKey key, const AgencyId& agency, IdSource& ids,
                                    const std::string& vfs) {
    FS_ASSIGN(auto db, sqlite::Connection::open(path, key, {sqlite::OpenMode::Create, 0, vfs}));
    FS_TRY(migrateLedger(*db));
    return db->run("INSERT INTO head (one, epoch, feed_seq, agency) VALUES (1, ?, 0, ?)", ids.random<Epoch>(), agency);
}

Result<std::unique_ptr<EmbeddedLedger>> EmbeddedLedger::open(const std::string& path, sqlite::RawKey key,
                                                             const AgencyId& agency, const std::string& vfs,
                                                             Writing writing) {
    std::unique_ptr<EmbeddedLedger> ledger{new EmbeddedLedger(path, key, agency, vfs, writing)};
    FS_ASSIGN(ledger->m_writer,
              sqlite::Connection::open(path, key, {sqlite::OpenMode::Existing, sqlite::kBulkCacheKiB, vfs}));
    FS_TRY(migrateLedger(*ledger->m_writer));
    FS_TRY(adoptConflicts(*ledger->m_writer, agency));
    FS_TRY(ledger->m_writer->setCheckpointPages(sqlite::kBulkCheckpointPages));
    {
        FS_ASSIGN(auto statement, ledger->m_writer->prepare("SELECT agency FROM head"));
        FS_ASSIGN(const bool there, statement.next());
        if (!there) {
            return {ErrorCode::StoreDamaged, "ledger head"};
        }
        if (statement.text(0) != agency.str()) {
            return {ErrorCode::WrongTenant, "ledger"};
        }
    }
    if (writing == Writing::OnItsThread) {
        ledger->m_thread = std::thread{[raw = ledger.get()] { raw->runWriter(); }};
    }
    return ledger;
}

Result<void> EmbeddedLedger::check(const std::string& path, sqlite::RawKey key, const AgencyId& agency) {
    FS_ASSIGN(const auto ledger, open(path, key, agency));
    FS_ASSIGN(const auto db, sqlite::Connection::open(path, key, {sqlite::OpenMode::Existing, 0, {}}));
    return db->checkIntegrity();
}

EmbeddedLedger::EmbeddedLedger(std::string path, sqlite::RawKey key, AgencyId agency, std::string vfs, Writing writing)
    : m_path(std::move(path)), m_agency(std::move(agency)), m_vfs(std::move(vfs)), m_writing(writing) {
    std::copy(key.begin(), key.end(), m_key.begin());
}

EmbeddedLedger::~EmbeddedLedger() {
    {
        const std::lock_guard lock(m_jobsMutex);
        m_closing = true;
    }
    m_jobsArrived.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    m_readers.clear();
    if (m_writer != nullptr) {
        // Leaves one whole file behind; harmless when another process still reads.
        (void)m_writer->checkpoint(sqlite::Checkpoint::Passive);
    }
    volatile std::uint8_t* key = m_key.data();
    for (std::size_t i = 0; i < m_key.size(); ++i) {
        key[i] = 0;
    }
}

Result<std::unique_ptr<LedgerReads>> EmbeddedLedger::read() {
    std::unique_ptr<sqlite::Connection> reader;
    bool open = false;
    {
        std::unique_lock lock(m_readersMutex);
        m_readerFree.wait(lock, [this] { return !m_readers.empty() || m_readersOpen < server_limits::kReaders; });
        if (m_readers.empty()) {
            ++m_readersOpen;
            open = true;
        } else {
            reader = std::move(m_readers.back());
            m_readers.pop_back();
        }
    }
    const auto failed = [this](Error error) -> Result<std::unique_ptr<LedgerReads>> {
        {
            const std::lock_guard lock(m_readersMutex);
            --m_readersOpen;
        }
        m_readerFree.notify_one();
        return error;
    };
    if (open) {
        auto opened = sqlite::Connection::open(m_path, m_key, {sqlite::OpenMode::ReadOnly, 0, m_vfs});
        if (!opened) {
            return failed(std::move(opened).error());
        }
        reader = std::move(*opened);
    }
    auto snapshot = sqlite::Transaction::begin(*reader, sqlite::TransactionKind::Snapshot);
    if (!snapshot) {
        return failed(std::move(snapshot).error());
    }
    return std::unique_ptr<LedgerReads>{std::make_unique<PooledReads>(*this, std::move(reader), std::move(*snapshot))};
}

void EmbeddedLedger::giveBack(std::unique_ptr<sqlite::Connection> reader) {
    {
        const std::lock_guard lock(m_readersMutex);
        m_readers.push_back(std::move(reader));
    }
    m_readerFree.notify_one();
}

void EmbeddedLedger::enqueue(Job& job) {
    {
        const std::lock_guard lock(m_jobsMutex);
        if (m_closing) {
            job.outcome = {ErrorCode::Cancelled, "ledger is closing"};
            job.done = true;
            return;
        }
        m_jobs.push_back(&job);
    }
    m_jobsArrived.notify_one();
}

void EmbeddedLedger::waitFor(Job& job) {
    if (m_writing == Writing::ByTheCaller) {
        writeWhatWaits();
        return;
    }
    std::unique_lock lock(m_jobsMutex);
    m_jobsDone.wait(lock, [&job] { return job.done; });
}

Result<void> EmbeddedLedger::write(WriteKind kind, const Work& work) {
    Job job{kind, &work, ok(), false};
    enqueue(job);
    waitFor(job);
    return job.outcome;
}

class EmbeddedLedger::BegunWrite final : public Begun {
public:
    BegunWrite(EmbeddedLedger& ledger, WriteKind kind, Work work)
        : m_ledger(ledger), m_work(std::move(work)), m_job{kind, &m_work, ok(), false} {
        m_ledger.enqueue(m_job);
    }
    ~BegunWrite() override { m_ledger.waitFor(m_job); } // the writer may be at it
    BegunWrite(const BegunWrite&) = delete;
    BegunWrite& operator=(const BegunWrite&) = delete;

    Result<void> wait() override {
        m_ledger.waitFor(m_job);
        return m_job.outcome;
    }

private:
    EmbeddedLedger& m_ledger;
    const Work m_work;
    Job m_job;
};

std::unique_ptr<Ledger::Begun> EmbeddedLedger::begin(WriteKind kind, Work work) {
    return std::make_unique<BegunWrite>(*this, kind, std::move(work));
}

void EmbeddedLedger::writeWhatWaits() {
    std::vector<Job*> batch;
    while (!m_jobs.empty()) {
        batch.assign(m_jobs.begin(), m_jobs.end());
        m_jobs.clear();
        commit(batch);
        for (Job* job : batch) {
            job->done = true;
        }
    }
}

void EmbeddedLedger::runWriter() {
    std::vector<Job*> batch;
    for (;;) {
        batch.clear();
        {
            std::unique_lock lock(m_jobsMutex);
            m_jobsArrived.wait(lock, [this] { return m_closing || !m_jobs.empty(); });
            if (m_jobs.empty()) {
                return;
            }
            while (!m_jobs.empty() && batch.size() < server_limits::kJobsPerCommit) {
                batch.push_back(m_jobs.front());
                m_jobs.pop_front();
            }
        }
        commit(batch);
        {
            const std::lock_guard lock(m_jobsMutex);
            for (Job* job : batch) {
                job->done = true;
            }
        }
        m_jobsDone.notify_all();
    }
}

namespace {

// A bug in one caller's work costs that caller its answer and not the writer its thread.
Result<void> runGuarded(const Ledger::Work& work, LedgerWrites& writes) noexcept {
    try {
        return work(writes);
    } catch (const std::bad_alloc&) {
        return {ErrorCode::ServerBusy, "no memory"};
    } catch (...) {
        return {ErrorCode::Internal, "a write threw"};
    }
}

} // namespace

void EmbeddedLedger::commit(std::span<Job* const> jobs) {
    const auto failAll = [jobs](const Error& error) {
        for (Job* job : jobs) {
            if (job->outcome) {
                job->outcome = error;
            }
        }
    };
    bool pushes = false;
    auto transaction = sqlite::Transaction::begin(*m_writer, sqlite::TransactionKind::Write);
    if (!transaction) {
        failAll(transaction.error());
        return;
    }
    SqliteWriting writes{*m_writer, m_agency};
    for (Job* job : jobs) {
        if (auto begun = writes.begin(); !begun) {
            failAll(begun.error());
            return;
        }
        job->outcome = runGuarded(*job->work, writes);
        auto ended = job->outcome ? writes.keep() : writes.undo();
        if (!ended) {
            // A full disk, say, has taken the whole transaction back: nothing of anybody's was kept.
            failAll(ended.error());
            return;
        }
        pushes = pushes || job->kind == WriteKind::Push;
    }
    if (auto finished = writes.finish(m_journal.get()); !finished) {
        failAll(finished.error());
        return;
    }
    if (pushes) {
        crashPoint("server.push.before-commit");
    }
    if (auto committed = transaction->commit(); !committed) {
        logEvent("ledger-commit-failed", {{"agency", m_agency}, {"error", committed.error().code}});
        failAll(committed.error());
        return;
    }
    if (pushes) {
        crashPoint("server.push.after-commit");
    }
}

} // namespace frontsheet
