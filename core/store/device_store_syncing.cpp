// DeviceStore as SyncStore.
#include "core/base/planted_bug.h"
#include "core/store/device_store_impl.h"
#include "core/store/evidence_rows.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace frontsheet {

using store::AwaitedPages;
using store::Coverage;
using store::EvidenceRows;
using store::OpState;
using store::RecordChanges;
using store::ServerRows;

namespace {

// How far an exchange has been applied: in several transactions, so that nobody who saves waits for all of a long page. Each
// ends where the cursor can say so: after a page, or within one of a scope, after the record that its resume key names.
struct Progress {
    bool begun = false; // results and grants
    std::size_t page = 0;
    std::size_t upsert = 0; // of that page
    bool done = false;
    std::vector<RecordId> applied; // by the exchange's results
};

// Of one transaction.
class Share {
public:
    explicit Share(const Clock& clock) : m_clock(clock), m_until(clock.monotonic() + store::kApplyFor) {}
    [[nodiscard]] bool isSpent() {
        ++m_rows;
        return m_rows >= store::kApplyRows ||
               (m_rows % store::kLookAtTheClockEvery == 0 && m_until <= m_clock.monotonic());
    }

private:
    const Clock& m_clock;
    const std::chrono::milliseconds m_until;
    std::size_t m_rows = 0;
};

bool isInOrder(const IncomingPage& page) {
    return std::is_sorted(page.upserts.begin(), page.upserts.end(),
                          [](const IncomingRecord& a, const IncomingRecord& b) { return a.header.id < b.header.id; });
}

class Applying {
public:
    Applying(RecordChanges& changes, ServerRows servers, EvidenceRows evidence, const AgencyId& server,
             const SyncStore::Exchange& exchange, AwaitedPages& awaited, Progress& progress)
        : m_changes(changes), m_servers(servers), m_evidence(evidence), m_server(server), m_exchange(exchange),
          m_awaited(awaited), m_progress(progress), m_applied(progress.applied) {}

    // As much as `share` allows; what is left begins where `progress` says.
    Result<void> run(Share& share) {
        FS_TRY(checkEpoch());
        m_changes.homeIsSafeUpTo(m_exchange.safeSeq);
        if (!m_progress.begun) {
            FS_TRY(takeResults());
            FS_TRY(takeGrants());
            m_progress.begun = true;
        }
        for (; m_progress.page < m_exchange.pages.size(); ++m_progress.page, m_progress.upsert = 0) {
            const auto& page = m_exchange.pages[m_progress.page];
            FS_ASSIGN(const auto taken, takePage(page, share));
            if (taken == Taken::APart) {
                return ok();
            }
            if (taken == Taken::AndEnough && m_progress.page + 1 < m_exchange.pages.size()) {
                ++m_progress.page;
                m_progress.upsert = 0;
                return ok();
            }
        }
        m_progress.done = true;
        return close();
    }

    // Of a home that has closed to this device: no page will follow.
    Result<void> resultsAlone() {
        FS_TRY(takeResults());
        FS_TRY(m_evidence.keep(m_server, m_exchange));
        return m_changes.reworkNow();
    }

private:
    Result<void> checkEpoch() {
        FS_TRY(m_servers.ensure(m_server));
        FS_ASSIGN(const auto epoch, m_servers.epoch(m_server));
        if (epoch.isNull()) {
            return m_servers.setEpoch(m_server, m_exchange.epoch);
        }
        return epoch == m_exchange.epoch ? ok() : Result<void>{ErrorCode::Conflict, "the server's epoch"};
    }

    Result<void> takeResults() {
        bool settled = true;
        for (const auto& result : m_exchange.results) {
            FS_TRY(takeResult(result));
            settled = settled && result.outcome != IntentOutcome::Refused && result.outcome != IntentOutcome::Held;
        }
        if (!settled) {
            FS_ASSIGN(const auto waiting, m_changes.outbox().requeueWhatWaits(m_server));
            for (const auto& record : waiting) {
                m_changes.reworkLater(record);
            }
        }
        return ok();
    }

    Result<void> takeResult(const IntentResult& result) {
        auto& outbox = m_changes.outbox();
        FS_ASSIGN(const auto row, outbox.standing(result.op));
        if (!row || row->home != m_server || (row->state != OpState::Queued && row->state != OpState::Resend)) {
            return ok(); // a repeat
        }
        if (result.outcome == IntentOutcome::Refused || result.outcome == IntentOutcome::Held) {
            FS_TRY(outbox.setAttention(row->no, result));
            if (row->apart || result.outcome == IntentOutcome::Held) {
                FS_TRY(outbox.keepWordsAlone(result.op));
                m_changes.noteErased();
            }
            return m_changes.rework(row->record);
        }
        if (row->apart) {
            m_changes.noteErased();
            return outbox.setSafeApart(result.op, result, m_exchange.feedHead);
        }
        FS_TRY(outbox.setApplied(row->no, result, m_exchange.feedHead));
        m_applied.push_back(row->record);
        FS_ASSIGN(const bool unsent, outbox.anyUnsent(row->record));
        if (unsent) {
            FS_TRY(raiseBases(row->record, result.version));
        }
        m_changes.reworkLater(row->record);
        return ok();
    }

    // Written on top of what has just been applied, so made on that version.
    Result<void> raiseBases(const RecordId& record, HomeVersion version) {
        FS_ASSIGN(auto edits, m_changes.outbox().of(record));
        for (auto& edit : edits) {
            if (edit.state == OpState::Queued && !edit.handedOut && edit.intent.base < version) {
                edit.intent.base = version;
                FS_TRY(m_changes.outbox().rewrite(edit.no, edit.intent));
            }
        }
        return ok();
    }

    Result<void> takeGrants() {
        bool everyone = false;
        std::vector<Scope> gone;
        for (const auto& name : m_exchange.grants.gone) {
            const auto key = ScopeKey::named(name);
            FS_TRY(m_servers.drop(m_server, name));
            if (key) {
                gone.push_back(key->scope);
                everyone = everyone || key->scope.kind == Scope::Kind::Everyone;
            }
        }
        // Gone comes first, and whole: what a scope that stays would bring is fetched again, with the fields that it gives.
        if (!gone.empty()) {
            FS_ASSIGN(const auto held, m_servers.held(m_server));
            FS_TRY(m_changes.removeScopes(m_server, gone, held));
        }
        if (m_exchange.removal != 0) {
            FS_TRY(m_servers.noteRemoval(m_server, m_exchange.removal));
            // A scope that covered no record took its name at least, which says of whom there was what; its home waits to hear.
            m_changes.noteErased();
        }
        std::vector<Scope> given;
        for (const auto& granted : m_exchange.grants.granted) {
            const auto key = ScopeKey::named(granted.scope);
            if (!key) {
                return {ErrorCode::Unsupported, "scope kind"};
            }
            FS_TRY(m_servers.grant(m_server, granted));
            everyone = everyone || key->scope.kind == Scope::Kind::Everyone;
            given.push_back(key->scope);
        }
        FS_TRY(given.empty() ? ok() : m_changes.rejoinScopes(m_server, given));
        return everyone ? m_changes.people().reconsiderEveryone() : ok();
    }

    enum class Taken : std::uint8_t { Whole, AndEnough, APart };
    Result<Taken> takePage(const IncomingPage& page, Share& share) {
        if (!page.scope.empty()) {
            FS_ASSIGN(const bool held, m_servers.holds(m_server, page.scope));
            if (!held) {
                return {ErrorCode::Malformed, "a page of a scope not held"};
            }
        }
        // What the feed brings of one transaction of the home belongs together; a scope's records go in one after the other.
        const bool divisible = !page.scope.empty() && isInOrder(page);
        bool enough = false;
        for (std::size_t& at = m_progress.upsert; at < page.upserts.size();) {
            const auto& record = page.upserts[at];
            if (record.header.home != m_server || record.header.id.isNull() || record.header.version.n == 0) {
                return {ErrorCode::WrongTenant, "a record that is not this server's"};
            }
            FS_TRY(m_changes.upsert(record));
            ++at;
            enough = share.isSpent() || enough;
            if (enough && divisible && at < page.upserts.size()) {
                IncomingPage part;
                part.scope = page.scope;
                part.resumeKey = record.header.id.raw();
                FS_TRY(m_servers.advance(m_server, part));
                return Taken::APart;
            }
        }
        for (const auto& id : page.removed) {
            FS_TRY(m_changes.removeOf(m_server, id));
        }
        FS_TRY(page.scope.empty() ? m_servers.setFeedSeq(m_server, page.feedSeq) : m_servers.advance(m_server, page));
        return enough ? Taken::AndEnough : Taken::Whole;
    }

    Result<void> close() {
        FS_TRY(m_evidence.keep(m_server, m_exchange));
        FS_TRY(m_servers.setPartners(m_server, m_exchange.reconciling ? ServerRows::Partners::Waiting
                                                                      : ServerRows::Partners::Served));
        const bool anyLeft = !m_exchange.grants.gone.empty() ||
                             std::any_of(m_exchange.pages.begin(), m_exchange.pages.end(),
                                         [](const IncomingPage& page) { return !page.removed.empty(); });
        if (anyLeft) {
            FS_ASSIGN(const auto reached, m_evidence.forgetReachOfWhatIsGone(m_server));
            if (reached != 0) {
                m_changes.noteErased();
            }
        }
        FS_TRY(m_servers.removalsTold(m_server, m_exchange.removedTaken));
        FS_ASSIGN(const bool removing, m_servers.anyRemovalUnderWay());
        if (removing) {
            FS_ASSIGN(const bool letGo, m_changes.outbox().letGoOfWhatIsStuck(m_server));
            if (letGo) {
                m_changes.noteErased();
            }
        }
        FS_TRY(m_changes.reworkNow());
        FS_ASSIGN(const bool fetching, m_servers.isFetching(m_server));
        const bool nothingHeld = m_exchange.pages.empty() && m_exchange.grants.granted.empty();
        FS_ASSIGN(const bool refetching, m_servers.isRefetching(m_server));
        if (refetching && !fetching && !nothingHeld) {
            FS_ASSIGN(const auto held, m_servers.held(m_server));
            FS_TRY(m_changes.removeStale(m_server, held));
            FS_TRY(m_servers.endRefetching(m_server));
        }
        FS_TRY(releaseApplied(fetching));
        FS_ASSIGN(const bool letGo, m_changes.outbox().retire(m_server, m_exchange.safeSeq));
        if (letGo) {
            m_changes.noteErased();
        }
        const bool done = !fetching && !nothingHeld;
        return m_servers.noteAnswer(m_server, m_exchange.serverTime, m_exchange.receivedAt,
                                    done ? ServerRows::FirstSync::Done : ServerRows::FirstSync::Going);
    }

    // What was applied at home and is in view without a page that brought it, and that none will bring, goes.
    Result<void> releaseApplied(bool fetching) {
        // In the middle of a long push nothing is looked at: each batch would look at all that was applied before it.
        if (m_exchange.grantsAre == SyncStore::Exchange::Grants::Open) {
            m_awaited.coverage = Coverage::ToCheck;
            return ok();
        }
        auto& records = m_awaited.records;
        if (m_awaited.coverage == Coverage::ToCheck) {
            FS_ASSIGN(records, m_changes.outbox().appliedAt(m_server));
        } else {
            records.insert(records.end(), m_applied.begin(), m_applied.end());
        }
        // Those of exchanges before this one only once: a batch of a long push would be looked at again with each that follows.
        const auto& unseen = m_awaited.coverage == Coverage::ToCheck ? records : m_applied;
        m_awaited.coverage = Coverage::Checked;
        if (!unseen.empty()) {
            FS_ASSIGN(const bool any, m_servers.holdsAny(m_server));
            m_awaited.coverage = any ? Coverage::Checked : Coverage::ToCheck;
            FS_TRY(any ? releaseUncovered(unseen) : ok());
        }
        return fetching || records.empty() ? ok() : releaseWhatNeverCame();
    }

    // All scopes of a caseload are read only for what no page has brought: an edit's own page came with its answer.
    Result<void> releaseUncovered(const std::vector<RecordId>& records) {
        std::optional<HeldScopes> held;
        for (const auto& record : records) {
            FS_ASSIGN(const auto unmirrored, m_changes.unmirrored(record));
            if (unmirrored != RecordChanges::Unmirrored::Settled) {
                continue;
            }
            if (!held) {
                FS_ASSIGN(held, m_servers.held(m_server));
            }
            FS_TRY(m_changes.releaseUncovered(record, *held));
        }
        return ok();
    }

    // Covered by a scope of its person or category, and not released to this worker all the same. Known once the feed has been
    // read as far as it reached with the result.
    Result<void> releaseWhatNeverCame() {
        if (m_exchange.feedHead == 0) {
            return ok(); // not said
        }
        FS_ASSIGN(const auto read, m_servers.feedSeq(m_server));
        if (read < m_exchange.feedHead) {
            return ok();
        }
        for (const auto& record : std::exchange(m_awaited.records, {})) {
            FS_TRY(m_changes.releaseUnmirrored(record));
            FS_ASSIGN(const auto unmirrored, m_changes.unmirrored(record));
            if (unmirrored == RecordChanges::Unmirrored::Waiting) {
                m_awaited.records.push_back(record); // until what was written on top of it is answered as well
            }
        }
        return ok();
    }

    RecordChanges& m_changes;
    ServerRows m_servers;
    EvidenceRows m_evidence;
    const AgencyId& m_server;
    const SyncStore::Exchange& m_exchange;
    AwaitedPages& m_awaited;
    Progress& m_progress;
    std::vector<RecordId>& m_applied; // by this exchange's results
};

} // namespace

Result<std::vector<OutgoingIntent>> DeviceStore::outgoing(const AgencyId& server, std::uint64_t afterNo,
                                                          std::size_t maxCount, std::size_t maxBytes) {
    const std::lock_guard lock(m_impl->mutex);
    std::vector<OutgoingIntent> out;
    FS_TRY(m_impl->commit(nullptr, nullptr, [&](RecordChanges& changes) -> Result<void> {
        FS_ASSIGN(out, changes.outbox().handOut(server, afterNo, maxCount, maxBytes));
        return ok();
    }));
    return out;
}

namespace {

// What a planted mistake commits before the rest.
Result<void> applyWrongly(RecordChanges& changes, ServerRows servers, const AgencyId& server,
                          const SyncStore::Exchange& exchange) {
    FS_TRY(servers.ensure(server));
    for (const auto& page : exchange.pages) {
        for (std::size_t i = 0; planted(PlantedBug::HalfAPage) && i < page.upserts.size() / 2; ++i) {
            FS_TRY(changes.upsert(page.upserts[i]));
        }
        FS_TRY(page.scope.empty() ? servers.setFeedSeq(server, page.feedSeq) : ok());
    }
    return ok();
}

} // namespace

Result<void> DeviceStore::apply(const AgencyId& server, const Exchange& exchange) {
    if (!server.isWellFormed() || exchange.epoch.isNull()) {
        return {ErrorCode::InvalidArgument, "server or epoch"};
    }
    // What a scope that goes may have held is not known yet; a person's has some twenty records.
    std::size_t records = 20 * exchange.grants.gone.size() + exchange.results.size();
    for (const auto& page : exchange.pages) {
        records += page.upserts.size();
    }
    std::unique_lock lock(m_impl->mutex);
    if (planted(PlantedBug::CursorBeforePage) || planted(PlantedBug::HalfAPage)) {
        FS_TRY(m_impl->commit(nullptr, "store.apply.after-commit", [&](RecordChanges& changes) {
            return applyWrongly(changes, ServerRows(*m_impl->writer), server, exchange);
        }));
    }
    FS_TRY(m_impl->setPace(records));
    // Until this is committed, nothing has been looked at.
    auto awaited = std::exchange(m_impl->awaited[server], {});
    for (Progress progress; !progress.done;) {
        if (progress.begun) {
            // Whoever saves meanwhile goes first.
            lock.unlock();
            std::this_thread::yield();
            lock.lock();
        }
        FS_TRY(m_impl->commit("store.apply.before-commit", "store.apply.after-commit",
                              [&](RecordChanges& changes) -> Result<void> {
                                  FS_TRY(server == m_impl->me.agency && !exchange.rescueKey.empty()
                                             ? m_impl->keepRescueKey(exchange.rescueKey)
                                             : ok());
                                  Share share(m_impl->parts.clock);
                                  return Applying(changes, ServerRows(*m_impl->writer), EvidenceRows(*m_impl->writer),
                                                  server, exchange, awaited, progress)
                                      .run(share);
                              }));
    }
    m_impl->awaited[server] = std::move(awaited);
    if (!exchange.grants.granted.empty() || !exchange.grants.gone.empty()) {
        m_impl->leases.scopesChanged();
    }
    m_impl->leases.answered(server, exchange.receivedAt); // what was past its lease opens at once
    return ok();
}

Result<SyncStore::Evidence> DeviceStore::evidence(const AgencyId& server, std::size_t maxReadings) {
    // What held a removal back may have ended without anything leaving: work on its way whose scope came again, say.
    FS_ASSIGN(const bool underWay, m_impl->readers.read([](sqlite::Connection& db) -> Result<bool> {
        return ServerRows(db).anyRemovalUnderWay();
    }));
    bool own = false;
    {
        const std::lock_guard lock(m_impl->mutex);
        own = server == m_impl->me.agency;
        FS_TRY(underWay || m_impl->owesEmptying.load(std::memory_order_acquire) ? m_impl->purge() : ok());
    }
    return m_impl->readers.read([&](sqlite::Connection& db) -> Result<SyncStore::Evidence> {
        FS_ASSIGN(auto evidence, EvidenceRows(db).of(server, maxReadings));
        FS_ASSIGN(evidence.removed, ServerRows(db).removalsDone(server));
        FS_ASSIGN(evidence.rescueMark, own ? Impl::rescueMark(db) : Result<std::uint64_t>{std::uint64_t{0}});
        return evidence;
    });
}

Result<std::vector<OutgoingIntent>> DeviceStore::handIn(const AgencyId& server, std::uint64_t afterNo,
                                                        std::size_t maxCount, std::size_t maxBytes) {
    const std::lock_guard lock(m_impl->mutex);
    std::vector<OutgoingIntent> out;
    FS_TRY(m_impl->commit(nullptr, nullptr, [&](RecordChanges& changes) -> Result<void> {
        FS_ASSIGN(out, changes.outbox().handIn(server, afterNo, maxCount, maxBytes));
        return ok();
    }));
    return out;
}

Result<void> DeviceStore::takeResults(const AgencyId& server, const std::vector<IntentResult>& results,
                                      const std::vector<Reading>& readingsTaken) {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->commit(nullptr, nullptr, [&](RecordChanges& changes) -> Result<void> {
        Exchange exchange;
        exchange.results = results;
        exchange.readingsTaken = readingsTaken;
        auto& awaited = m_impl->awaited[server] = {};
        Progress progress;
        return Applying(changes, ServerRows(*m_impl->writer), EvidenceRows(*m_impl->writer), server, exchange, awaited,
                        progress)
            .resultsAlone();
    });
}

Result<void> DeviceStore::Impl::dropHome(RecordChanges& changes, const AgencyId& home, SyncStore::HomeClosing how) {
    ServerRows servers(*writer);
    FS_TRY(servers.ensure(home));
    FS_TRY(changes.removeHome(home));
    FS_TRY(how == SyncStore::HomeClosing::LeaveNothing ? changes.outbox().dropAll(home)
                                                       : changes.outbox().dropSafe(home));
    FS_TRY(changes.outbox().forgetJournal(home, [](const Intent&) { return true; }));
    FS_TRY(EvidenceRows(*writer).forget(home));
    FS_TRY(servers.dropAll(home));
    FS_TRY(servers.setClosed(home));
    changes.noteErased();
    leases.forget(home);
    return ok();
}

Result<void> DeviceStore::closeHome(const AgencyId& server, std::uint64_t removal, HomeClosing how) {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->commit("store.close.before-commit", "store.close.after-commit",
                          [&](RecordChanges& changes) -> Result<void> {
                              FS_TRY(m_impl->dropHome(changes, server, how));
                              return removal != 0 ? ServerRows(*m_impl->writer).noteRemoval(server, removal) : ok();
                          });
}

Result<void> DeviceStore::startOver(const AgencyId& server, const Epoch& epoch) {
    if (!server.isWellFormed() || epoch.isNull()) {
        return {ErrorCode::InvalidArgument, "server or epoch"};
    }
    const std::lock_guard lock(m_impl->mutex);
    m_impl->awaited[server] = {};
    return m_impl->commit(nullptr, nullptr, [&](RecordChanges& changes) -> Result<void> {
        ServerRows servers(*m_impl->writer);
        FS_TRY(servers.ensure(server));
        FS_ASSIGN(const auto before, servers.epoch(server));
        FS_TRY(servers.setEpoch(server, epoch));
        if (planted(PlantedBug::EpochIgnored) && !before.isNull()) {
            return ok();
        }
        FS_TRY(servers.setFeedSeq(server, 0));
        FS_TRY(servers.setComparedUpTo(server, {}));
        FS_TRY(servers.dropAll(server));
        FS_TRY(servers.beginRefetching(server));
        FS_TRY(EvidenceRows(*m_impl->writer).startTidingsOver(server));
        FS_TRY(changes.markStale(server));
        FS_TRY(changes.attachments().forgetSent(server));
        m_impl->leases.scopesChanged();
        FS_ASSIGN(const auto again, changes.outbox().requeueApplied(server));
        for (const auto& record : again) {
            FS_TRY(changes.rework(record));
        }
        return ok();
    });
}

Result<void> DeviceStore::noteFailure(const AgencyId& server, ErrorCode error, WallTime at) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->leases.failed(server);
    return m_impl->commit(nullptr, nullptr, [&](RecordChanges&) -> Result<void> {
        ServerRows servers(*m_impl->writer);
        FS_TRY(servers.ensure(server));
        return servers.noteFailure(server, error, at);
    });
}

Result<std::size_t> DeviceStore::indexSome(std::size_t maxRecords) {
    std::size_t done = 0;
    if (m_impl->owesEmptying.load(std::memory_order_acquire)) {
        const std::lock_guard lock(m_impl->mutex);
        FS_TRY(m_impl->purge());
    }
    while (done < maxRecords) {
        // A save waits for one batch at the most.
        const std::lock_guard lock(m_impl->mutex);
        const std::size_t batch = std::min(maxRecords - done, store::kIndexBatch);
        sqlite::Connection& db = *m_impl->writer;
        store::SearchIndex index(db, m_impl->parts.codec);
        FS_ASSIGN(const auto before, index.queued());
        if (before == 0) {
            return std::size_t{0};
        }
        FS_TRY(m_impl->setPace(before));
        FS_TRY(db.setDurability(sqlite::Durability::Deferred));
        const auto written = [&]() -> Result<void> {
            FS_ASSIGN(auto transaction, sqlite::Transaction::begin(db, sqlite::TransactionKind::Write));
            FS_TRY(index.indexBatch(batch));
            Impl::reach("store.index.before-commit");
            return transaction.commit();
        }();
        FS_TRY(db.setDurability(sqlite::Durability::Durable));
        FS_TRY(written);
        m_impl->revision.fetch_add(1, std::memory_order_release);
        done += batch;
    }
    const std::lock_guard lock(m_impl->mutex);
    return store::SearchIndex(*m_impl->writer, m_impl->parts.codec).queued();
}

} // namespace frontsheet
