#include "app/bench/sync/sync_bench_device.h"

#include "app/bench/sync/machine_facts.h"
#include "app/device/device_session.h"
#include "app/device/enrolment.h"
#include "app/device/invitation.h"
#include "core/domain/schema/contact_note.h"
#include "core/store/key_file.h"
#include "core/usecases/people.h"
#include "core/usecases/workplace.h"
#include "sync/client/sync_engine.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <unistd.h>

namespace frontsheet::bench {

namespace {

using device::DeviceSession;
using Figures = nlohmann::ordered_json;

class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

std::string contentsOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string passphraseOf(const DeviceTask& task) {
    auto text = contentsOf(task.passphraseFile);
    return text.substr(0, text.find('\n'));
}

// The store, with a watch on when so many intents had been decided upon.
class WatchedStore final : public SyncStore {
public:
    WatchedStore(SyncStore& store, std::size_t intents) : m_store(store), m_left(intents) {}
    [[nodiscard]] double answeredAfter() const { return m_answeredAfter; }

    Result<SyncPosition> position(const AgencyId& server) override { return m_store.position(server); }
    Result<std::vector<OutgoingIntent>> outgoing(const AgencyId& server, std::uint64_t afterNo, std::size_t maxCount,
                                                 std::size_t maxBytes) override {
        return m_store.outgoing(server, afterNo, maxCount, maxBytes);
    }
    Result<void> apply(const AgencyId& server, const Exchange& exchange) override {
        auto done = m_store.apply(server, exchange);
        m_left -= std::min(m_left, exchange.results.size());
        if (m_left == 0 && m_answeredAfter == 0) {
            m_answeredAfter = m_watch.seconds();
        }
        return done;
    }
    Result<void> startOver(const AgencyId& server, const Epoch& epoch) override {
        return m_store.startOver(server, epoch);
    }
    Result<void> noteFailure(const AgencyId& server, ErrorCode error, WallTime at) override {
        return m_store.noteFailure(server, error, at);
    }
    Result<std::size_t> indexSome(std::size_t maxRecords) override { return m_store.indexSome(maxRecords); }

private:
    SyncStore& m_store;
    std::size_t m_left;
    Stopwatch m_watch;
    double m_answeredAfter = 0;
};

struct Totals {
    std::uint32_t requests = 0;
    std::size_t answered = 0;
    std::size_t received = 0;
    std::uint64_t up = 0;
    std::uint64_t down = 0;
};

// Exchanges until the server has no more and the outbox is empty.
Result<Totals> untilIdle(SyncEngine& engine, const AgencyId& server) {
    Totals totals;
    for (bool more = true; more;) {
        const auto done = engine.exchange(server);
        if (done.failure) {
            return *done.failure;
        }
        totals.requests += done.requests;
        totals.answered += done.answered;
        totals.received += done.received;
        totals.up += done.bytesUp;
        totals.down += done.bytesDown;
        more = done.more;
    }
    return totals;
}

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

Result<Figures> enrol(const DeviceTask& task) {
    FS_ASSIGN(const auto invitation, device::parseInvitation(contentsOf(task.invitation)));
    FS_TRY(device::enrol(task.profile, passphraseOf(task), invitation));
    return Figures{{"enrolled", true}};
}

Result<Figures> pull(DeviceSession& session, Transport& transport) {
    SyncEngine engine(session.store(), transport, session.clock());
    const double processor = processorSeconds();
    const Stopwatch watch;
    FS_ASSIGN(const auto totals, untilIdle(engine, session.identity().me.agency));
    const double seconds = watch.seconds();
    const double processorPull = processorSeconds() - processor;
    const double peak = peakMiB(::getpid());
    const Stopwatch indexing;
    for (std::size_t left = 1; left > 0;) {
        FS_ASSIGN(left, session.store().indexSome(2000));
    }
    return Figures{{"records", totals.received},
                   {"seconds", seconds},
                   {"records_per_s", static_cast<double>(totals.received) / seconds},
                   {"requests", totals.requests},
                   {"bytes_down", totals.down},
                   {"device_processor_s", processorPull},
                   {"device_peak_mib", peak},
                   {"searchable_after_s", indexing.seconds()},
                   {"device_peak_with_index_mib", peakMiB(::getpid())}};
}

// Notes of about 700 bytes, by this worker about the people on the device.
Result<std::vector<Intent>> notesToWrite(DeviceSession& session, std::size_t count) {
    const auto work = session.workplace();
    FS_ASSIGN(const auto page,
              work.reader.caseload(RecordReader::CaseloadOf::Everyone, work.me.agency, work.me.worker, 0, 500));
    if (page.rows.empty()) {
        return {ErrorCode::NotFound, "people"};
    }
    std::vector<Intent> notes;
    notes.reserve(count);
    for (std::size_t n = 0; n < count; ++n) {
        Record note;
        note.id = work.ids.timeOrdered<RecordId>(work.clock.now());
        note.type = RecordType::ContactNote;
        note.home = work.me.agency;
        note.person = page.rows[n % page.rows.size()].person;
        note.category = Category::ContactNote;
        note.occurredAt = work.clock.now();
        std::string text = "Visit " + std::to_string(n) + ". ";
        std::uint64_t chance = n * 0x9E3779B97F4A7C15u + 1;
        static constexpr std::string_view kWords[] = {
            "dressing", "changed",   "walking", "steady",   "daughter", "present", "kettle",  "stairs",     "rail",
            "asked",    "medicines", "checked", "pressure", "wound",    "smaller", "spirits", "breathless", "home"};
        while (text.size() < 560) {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            text += std::string{kWords[chance % std::size(kWords)]} + " ";
        }
        note.fields.put(contact_note::kText, text);
        note.fields.put(contact_note::kState, std::string{"signed"});
        note.fields.put(contact_note::kKind, std::string{"visit"});
        note.fields.put(contact_note::kSignedAt, note.occurredAt);
        note.fields.put(contact_note::kAuthor, work.me.worker);
        FS_ASSIGN(auto intent, intentFor(work, std::nullopt, note));
        notes.push_back(std::move(intent));
    }
    return notes;
}

Result<Figures> push(DeviceSession& session, Transport& transport, std::size_t count) {
    const AgencyId home = session.identity().me.agency;
    {
        SyncEngine engine(session.store(), transport, session.clock());
        FS_TRY(untilIdle(engine, home));
    }
    FS_ASSIGN(const auto notes, notesToWrite(session, count));
    const Stopwatch saving;
    constexpr std::size_t kPerSave = 1000; // a day's import, not a person's typing
    for (std::size_t at = 0; at < notes.size(); at += kPerSave) {
        FS_TRY(
            session.store().save({notes.begin() + static_cast<std::ptrdiff_t>(at),
                                  notes.begin() + static_cast<std::ptrdiff_t>(std::min(at + kPerSave, notes.size()))}));
    }
    const double savingSeconds = saving.seconds();
    const double processor = processorSeconds();
    const Stopwatch watch;
    WatchedStore store(session.store(), count);
    SyncEngine engine(store, transport, session.clock());
    FS_ASSIGN(const auto totals, untilIdle(engine, home));
    const double answeredAfter = store.answeredAfter();
    const double settled = watch.seconds();
    return Figures{{"records", totals.answered},
                   {"seconds", answeredAfter},
                   {"records_per_s", static_cast<double>(totals.answered) / answeredAfter},
                   {"settled_s", settled},
                   {"saved_per_s", static_cast<double>(count) / savingSeconds},
                   {"requests", totals.requests},
                   {"received_back", totals.received},
                   {"bytes_up", totals.up},
                   {"device_processor_s", processorSeconds() - processor},
                   {"device_peak_mib", peakMiB(::getpid())}};
}

Result<Figures> nothingNew(DeviceSession& session, Transport& transport, std::size_t count) {
    SyncEngine engine(session.store(), transport, session.clock());
    const AgencyId home = session.identity().me.agency;
    FS_TRY(untilIdle(engine, home));
    std::vector<double> milliseconds;
    Exchanged last;
    for (std::size_t n = 0; n < count; ++n) {
        const Stopwatch watch;
        last = engine.exchange(home);
        milliseconds.push_back(watch.seconds() * 1000);
        if (last.failure) {
            return *last.failure;
        }
    }
    return Figures{{"exchanges", count},
                   {"median_ms", percentile(milliseconds, 0.5)},
                   {"p99_ms", percentile(milliseconds, 0.99)},
                   {"bytes_up", last.bytesUp},
                   {"bytes_down", last.bytesDown}};
}

Result<Figures> oneEdit(DeviceSession& session, Transport& transport, std::size_t count) {
    SyncEngine engine(session.store(), transport, session.clock());
    const AgencyId home = session.identity().me.agency;
    FS_TRY(untilIdle(engine, home));
    FS_ASSIGN(const auto notes, notesToWrite(session, count));
    std::vector<double> milliseconds;
    std::vector<double> savings;
    for (const auto& note : notes) {
        const Stopwatch watch;
        FS_TRY(session.store().save({note}));
        savings.push_back(watch.seconds() * 1000);
        const auto done = engine.exchange(home);
        milliseconds.push_back(watch.seconds() * 1000);
        if (done.failure || done.answered != 1) {
            return done.failure ? *done.failure : Error{ErrorCode::Internal, "the edit was not answered"};
        }
    }
    return Figures{{"edits", count},
                   {"median_ms", percentile(milliseconds, 0.5)},
                   {"p99_ms", percentile(milliseconds, 0.99)},
                   {"save_median_ms", percentile(savings, 0.5)}};
}

Result<Figures> start(const DeviceTask& task) {
    const Stopwatch derivation;
    FS_TRY(key_file::unsealed(contentsOf(task.profile + "/store/store.key"), passphraseOf(task)));
    const double derived = derivation.seconds() * 1000;
    const Stopwatch watch;
    FS_ASSIGN(const auto session, DeviceSession::open(task.profile, passphraseOf(task)));
    const double opened = watch.seconds() * 1000;
    FS_ASSIGN(const auto rows, People(session->workplace()).caseload(RecordReader::CaseloadOf::Everyone, 0, 50));
    return Figures{{"key_derivation_ms", derived},
                   {"open_ms", opened},
                   {"first_rows_ms", watch.seconds() * 1000},
                   {"people", rows.total}};
}

} // namespace

Result<Figures> runDeviceTask(const DeviceTask& task) {
    if (task.what == "enrol") {
        return enrol(task);
    }
    if (task.what == "start") {
        return start(task);
    }
    FS_ASSIGN(const auto session, DeviceSession::open(task.profile, passphraseOf(task)));
    FS_ASSIGN(const auto transport, session->transport());
    if (task.what == "pull") {
        return pull(*session, *transport);
    }
    if (task.what == "push") {
        return push(*session, *transport, task.count);
    }
    if (task.what == "nothing-new") {
        return nothingNew(*session, *transport, task.count);
    }
    if (task.what == "one-edit") {
        return oneEdit(*session, *transport, task.count);
    }
    return {ErrorCode::InvalidArgument, "no such task"};
}

} // namespace frontsheet::bench
