#include "app/bench/sync/file_tasks.h"

#include "app/bench/machine_facts.h"
#include "app/bench/measurements.h"
#include "app/bench/sync/written_notes.h"
#include "core/domain/schema/contact_note.h"
#include "core/usecases/attachments.h"
#include "sync/client/file_loop.h"
#include "sync/client/sync_engine.h"

#include <atomic>
#include <nlohmann/json.hpp>

namespace frontsheet::bench {

namespace {

using device::DeviceSession;
using Figures = nlohmann::ordered_json;

constexpr std::size_t kPhotoBytes = 6'000'000;
constexpr std::size_t kLargeBytes = 25'000'000;
constexpr std::size_t kLargeOnes = 24; // more than goes out while the edits are made
constexpr double kMega = 1e6;

// Of a kind that goes in as it is, and that nothing packs.
Bytes document(std::size_t bytes, std::uint64_t chance) {
    Bytes out{"%PDF-1.7\n"};
    out.reserve(bytes + 8);
    while (out.size() < bytes) {
        chance = chance * 6364136223846793005u + 1442695040888963407u;
        for (unsigned at = 1; at < 8; ++at) {
            out += static_cast<char>(chance >> (8 * at));
        }
    }
    return out;
}

Result<void> exchanged(SyncEngine& engine, const AgencyId& home) {
    for (bool more = true; more;) {
        const auto done = engine.exchange(home);
        if (done.failure) {
            return *done.failure;
        }
        more = done.more;
    }
    return ok();
}

// Drafts with one file each; seconds that keeping the files took.
Result<double> attachEach(DeviceSession& session, std::size_t count, std::size_t bytes) {
    FS_ASSIGN(auto writer, NoteWriter::on(session));
    FS_ASSIGN(auto notes, writer.next(count));
    Attachments attachments(session.workplace(), session.store());
    double seconds = 0;
    for (std::size_t at = 0; at < count; ++at) {
        Record draft = withIntent(std::nullopt, notes[at]);
        draft.fields.put(contact_note::kState, std::string{"draft"});
        draft.fields.erase(contact_note::kSignedAt.tag);
        FS_ASSIGN(auto intent, intentFor(session.workplace(), std::nullopt, draft));
        FS_TRY(session.store().save({std::move(intent)}));
        const Bytes file = document(bytes, at + 1);
        const Stopwatch watch;
        FS_TRY(attachments.add(draft.id, {file, "scan.pdf", "", false}));
        seconds += watch.seconds();
    }
    return seconds;
}

} // namespace

Result<Figures> filesUp(DeviceSession& session, Transport& transport, std::size_t count) {
    const AgencyId home = session.identity().me.agency;
    SyncEngine engine(session.store(), transport, session.clock());
    FS_TRY(exchanged(engine, home));
    FS_ASSIGN(const double kept, attachEach(session, count, kPhotoBytes));
    FS_TRY(exchanged(engine, home));
    const double megabytes = static_cast<double>(count * kPhotoBytes) / kMega;
    const double processor = processorSeconds();
    const Stopwatch watch;
    const auto carried = FileCarrier(session.store(), transport).carry(home, [] { return true; });
    const double seconds = watch.seconds();
    if (carried.failure || carried.filesSent != count) {
        return carried.failure ? *carried.failure : Error{ErrorCode::Internal, "not every file was taken"};
    }
    return Figures{{"files", count},
                   {"kept_mb_per_s", megabytes / kept},
                   {"mb_per_s", megabytes / seconds},
                   {"device_processor_s", processorSeconds() - processor},
                   {"device_peak_mib", peakMiB()}};
}

Result<Figures> filesDown(DeviceSession& session, Transport& transport, std::size_t count) {
    const AgencyId home = session.identity().me.agency;
    SyncEngine engine(session.store(), transport, session.clock());
    FS_TRY(exchanged(engine, home));
    const double processor = processorSeconds();
    const Stopwatch watch;
    const auto carried = FileCarrier(session.store(), transport).carry(home, [] { return true; });
    const double seconds = watch.seconds();
    if (carried.failure || carried.filesTaken != count) {
        return carried.failure ? *carried.failure : Error{ErrorCode::Internal, "not every file came"};
    }
    return Figures{{"files", count},
                   {"mb_per_s", static_cast<double>(count * kPhotoBytes) / kMega / seconds},
                   {"device_processor_s", processorSeconds() - processor},
                   {"device_peak_mib", peakMiB()}};
}

Result<Figures> editsBesideFiles(DeviceSession& session, Transport& transport, std::size_t count) {
    const AgencyId home = session.identity().me.agency;
    SyncEngine engine(session.store(), transport, session.clock());
    FS_TRY(exchanged(engine, home));
    FS_ASSIGN(auto writer, NoteWriter::on(session));
    FS_ASSIGN(const auto fileTransport, session.transport());
    std::atomic<std::size_t> sent{0};
    FileLoop loop({session.store(), *fileTransport, session.clock(), 1}, {home},
                  [&sent](const AgencyId&, const Carried& carried) { sent += carried.filesSent; });
    const auto edits = [&](Samples& samples) -> Result<void> {
        FS_ASSIGN(const auto notes, writer.next(count));
        for (const auto& note : notes) {
            const Stopwatch watch;
            FS_TRY(session.store().save({note}));
            loop.exchangeBegins();
            const auto done = engine.exchange(home);
            loop.exchangeEnds();
            samples.add(watch.milliseconds());
            if (done.failure || done.answered != 1) {
                return done.failure ? *done.failure : Error{ErrorCode::Internal, "the edit was not answered"};
            }
        }
        return ok();
    };
    Samples alone;
    FS_TRY(edits(alone));
    FS_TRY(attachEach(session, kLargeOnes, kLargeBytes));
    FS_TRY(exchanged(engine, home));
    loop.start();
    Samples beside;
    FS_TRY(edits(beside));
    loop.stop();
    FS_ASSIGN(const auto files, session.store().filesAt(home));
    std::uint64_t bytes = 0;
    std::size_t left = 0;
    for (const auto& file : files) {
        bytes += file.sent ? file.size : std::uint64_t{file.chunksSent} * (file.size / std::max(file.chunks(), 1U));
        left += file.own && !file.sent ? 1 : 0;
    }
    if (left == 0 || bytes == 0) {
        return {ErrorCode::Internal, "no file was on its way beside the edits"};
    }
    return Figures{{"edits", count},
                   {"alone_median_ms", alone.quantile(0.5)},
                   {"median_ms", beside.quantile(0.5)},
                   {"p99_ms", beside.quantile(0.99)},
                   {"added_ms", beside.quantile(0.5) - alone.quantile(0.5)},
                   {"megabytes_beside", static_cast<double>(bytes) / kMega}};
}

} // namespace frontsheet::bench
