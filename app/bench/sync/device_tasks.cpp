#include "app/bench/sync/device_tasks.h"

#include "app/bench/machine_facts.h"
#include "app/bench/measurements.h"
#include "app/bench/sync/file_tasks.h"
#include "app/bench/sync/typed_searches.h"
#include "app/bench/sync/written_notes.h"
#include "app/device/device_session.h"
#include "app/device/enrolment.h"
#include "app/device/invitation.h"
#include "core/store/key_file.h"
#include "core/usecases/people.h"
#include "core/usecases/workplace.h"
#include "sync/client/sync_engine.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace frontsheet::bench {

namespace {

using device::DeviceSession;
using Figures = nlohmann::ordered_json;

constexpr std::size_t kRowsOnScreen = 50;
constexpr std::size_t kHits = 30;

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

double bytesOnDisk(const std::string& folder) {
    double bytes = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        bytes += file.is_regular_file() ? static_cast<double>(file.file_size()) : 0;
    }
    return bytes;
}

Result<Figures> enrol(const DeviceTask& task) {
    FS_ASSIGN(const auto invitation, device::parseInvitation(contentsOf(task.invitation)));
    FS_TRY(device::enrol(task.profile, passphraseOf(task), invitation));
    return Figures{{"enrolled", true}};
}

Result<Figures> pull(const DeviceTask& task, DeviceSession& session, Transport& transport) {
    SyncEngine engine(session.store(), transport, session.clock());
    const double processor = processorSeconds();
    const Stopwatch watch;
    FS_ASSIGN(const auto totals, untilIdle(engine, session.identity().me.agency));
    const double seconds = watch.seconds();
    const double processorPull = processorSeconds() - processor;
    const double peak = peakMiB();
    const Stopwatch indexing;
    for (std::size_t left = 1; left > 0;) {
        FS_ASSIGN(left, session.store().indexSome(2000));
    }
    const double indexed = indexing.seconds();
    const double whole = watch.seconds();
    std::size_t held = 0;
    double heldBytes = 0;
    FS_TRY(session.store().dumpCanonical([&](std::string_view line) {
        ++held;
        heldBytes += static_cast<double>(line.size());
        return ok();
    }));
    if (held < task.count || totals.received < task.count) {
        return {ErrorCode::Internal, "not everything was pulled"};
    }
    const auto records = static_cast<double>(totals.received);
    return Figures{{"records", totals.received},
                   {"seconds", seconds},
                   {"records_per_s", records / seconds},
                   {"requests", totals.requests},
                   {"bytes_per_record", static_cast<double>(totals.down) / records},
                   {"canonical_bytes_per_record", heldBytes / static_cast<double>(held)},
                   {"store_bytes_per_record", bytesOnDisk(task.profile) / records},
                   {"device_processor_s", processorPull},
                   {"device_peak_mib", peak},
                   {"searchable_after_s", indexed},
                   {"searchable_in_all_s", whole},
                   {"device_peak_with_index_mib", peakMiB()}};
}

// In a process of its own, so that what is pushed is nowhere but on the disk.
Result<Figures> write(DeviceSession& session, Transport& transport, std::size_t count) {
    {
        SyncEngine engine(session.store(), transport, session.clock());
        FS_TRY(untilIdle(engine, session.identity().me.agency));
    }
    FS_ASSIGN(auto writer, NoteWriter::on(session));
    constexpr std::size_t kPerSave = 500; // a day's import, not a person's typing
    double seconds = 0;
    for (std::size_t left = count; left > 0;) {
        const std::size_t some = std::min(left, kPerSave);
        FS_ASSIGN(const auto notes, writer.next(some));
        const Stopwatch watch;
        FS_TRY(session.store().save(notes));
        seconds += watch.seconds();
        left -= some;
    }
    return Figures{{"records_per_s", static_cast<double>(count) / seconds}};
}

Result<Figures> push(DeviceSession& session, Transport& transport, std::size_t count) {
    const double processor = processorSeconds();
    const Stopwatch watch;
    WatchedStore store(session.store(), count);
    SyncEngine engine(store, transport, session.clock());
    FS_ASSIGN(const auto totals, untilIdle(engine, session.identity().me.agency));
    const double settled = watch.seconds();
    const double answeredAfter = store.answeredAfter();
    FS_ASSIGN(const auto left, session.store().outbox());
    if (totals.answered != count || answeredAfter == 0 || !left.empty()) {
        return {ErrorCode::Internal, "not everything was taken"};
    }
    return Figures{{"records", totals.answered},
                   {"seconds", answeredAfter},
                   {"records_per_s", static_cast<double>(totals.answered) / answeredAfter},
                   {"settled_s", settled},
                   {"requests", totals.requests},
                   {"received_back", totals.received},
                   {"bytes_per_record", static_cast<double>(totals.up) / static_cast<double>(count)},
                   {"device_processor_s", processorSeconds() - processor},
                   {"device_peak_mib", peakMiB()}};
}

Result<Figures> nothingNew(DeviceSession& session, Transport& transport, std::size_t count) {
    SyncEngine engine(session.store(), transport, session.clock());
    const AgencyId home = session.identity().me.agency;
    const Stopwatch first;
    FS_TRY(untilIdle(engine, home));
    const double firstTook = first.milliseconds();
    Samples samples;
    Exchanged last;
    for (std::size_t n = 0; n < count; ++n) {
        const Stopwatch watch;
        last = engine.exchange(home);
        samples.add(watch.milliseconds());
        if (last.failure || last.received > 0) {
            return last.failure ? *last.failure : Error{ErrorCode::Internal, "there was something new"};
        }
    }
    return Figures{{"exchanges", count},    {"median_ms", samples.quantile(0.5)}, {"p99_ms", samples.quantile(0.99)},
                   {"first_ms", firstTook}, {"bytes_up", last.bytesUp},           {"bytes_down", last.bytesDown}};
}

Result<Figures> oneEdit(DeviceSession& session, Transport& transport, std::size_t count) {
    SyncEngine engine(session.store(), transport, session.clock());
    const AgencyId home = session.identity().me.agency;
    FS_TRY(untilIdle(engine, home));
    FS_ASSIGN(auto writer, NoteWriter::on(session));
    FS_ASSIGN(const auto notes, writer.next(count));
    Samples edits;
    Samples saves;
    for (const auto& note : notes) {
        const Stopwatch watch;
        FS_TRY(session.store().save({note}));
        saves.add(watch.milliseconds());
        const auto done = engine.exchange(home);
        edits.add(watch.milliseconds());
        if (done.failure || done.answered != 1) {
            return done.failure ? *done.failure : Error{ErrorCode::Internal, "the edit was not answered"};
        }
    }
    return Figures{{"edits", count},
                   {"median_ms", edits.quantile(0.5)},
                   {"p99_ms", edits.quantile(0.99)},
                   {"save_median_ms", saves.quantile(0.5)}};
}

Result<Figures> start(const DeviceTask& task) {
    const Stopwatch watch;
    FS_ASSIGN(const auto session, DeviceSession::open(task.profile, passphraseOf(task)));
    const double opened = watch.milliseconds();
    FS_ASSIGN(const auto rows,
              People(session->workplace()).caseload(RecordReader::CaseloadOf::Everyone, 0, kRowsOnScreen));
    const double listed = watch.milliseconds();
    if (rows.rows.size() != kRowsOnScreen) {
        return {ErrorCode::Internal, "no screenful of people"};
    }
    const double peak = peakMiB();
    const Stopwatch derivation;
    FS_TRY(key_file::unsealed(contentsOf(task.profile + "/store/store.key"), passphraseOf(task)));
    return Figures{{"key_derivation_ms", derivation.milliseconds()},
                   {"open_ms", opened},
                   {"first_rows_ms", listed},
                   {"rows_ms", listed - opened},
                   {"peak_mib", peak}};
}

Result<Figures> search(const DeviceTask& task) {
    FS_ASSIGN(const auto session, DeviceSession::open(task.profile, passphraseOf(task)));
    People people(session->workplace());
    const Stopwatch cold;
    FS_TRY(people.search("e", kHits));
    const double first = cold.milliseconds();
    FS_ASSIGN(auto typing, TypedSearches::on(*session, 1));
    Samples samples;
    std::size_t found = 0;
    for (std::size_t n = 0; n < task.count; ++n) {
        const std::string typed = typing.next();
        const Stopwatch watch;
        FS_ASSIGN(const auto rows, people.search(typed, kHits));
        samples.add(watch.milliseconds());
        found += rows.size();
    }
    if (found < task.count) {
        return {ErrorCode::Internal, "what is on the device was not found"};
    }
    return Figures{{"p50_ms", samples.quantile(0.5)},
                   {"p99_ms", samples.quantile(0.99)},
                   {"slowest_ms", samples.quantile(1)},
                   {"first_ms", first},
                   {"found", static_cast<double>(found) / static_cast<double>(task.count)},
                   {"peak_mib", peakMiB()}};
}

} // namespace

Result<Figures> runDeviceTask(const DeviceTask& task) {
    if (task.what == "enrol") {
        return enrol(task);
    }
    if (task.what == "start") {
        return start(task);
    }
    if (task.what == "search") {
        return search(task);
    }
    FS_ASSIGN(const auto session, DeviceSession::open(task.profile, passphraseOf(task)));
    FS_ASSIGN(const auto transport, session->transport());
    if (task.what == "pull") {
        return pull(task, *session, *transport);
    }
    if (task.what == "write") {
        return write(*session, *transport, task.count);
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
    if (task.what == "files-up") {
        return filesUp(*session, *transport, task.count);
    }
    if (task.what == "files-down") {
        return filesDown(*session, *transport, task.count);
    }
    if (task.what == "edits-beside-files") {
        return editsBesideFiles(*session, *transport, task.count);
    }
    return {ErrorCode::InvalidArgument, "no such task"};
}

} // namespace frontsheet::bench
