#include "app/device/output.h"
#include "app/device/verbs.h"
#include "sync/client/answer.h"
#include "sync/client/file_carrier.h"
#include "sync/client/file_loop.h"
#include "sync/client/sync_engine.h"
#include "sync/client/sync_loop.h"
#include "sync/client/sync_tuning.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <nlohmann/json.hpp>
#include <random>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

// Rounds over all servers before a run is called endless; a first sync of a million records needs some hundred.
constexpr int kMostRounds = 10'000;

constexpr std::array kSyncOptions{
    Option{"--server", Value, Optional, "only this agency's"},
    Option{"--once", Switch, Optional, "one exchange with each server"},
    Option{"--until-idle", Switch, Optional, "goes on until nothing more comes or goes (the default)"},
    Option{"--loop", Switch, Optional, "stays and keeps up, until SIGTERM or SIGINT"},
};

Line lineOf(const AgencyId& agency, const Exchanged& done) {
    Line line{{"server", agency.str()},    {"requests", done.requests},
              {"sent", done.answered},     {"needs_attention", done.needsAttention},
              {"received", done.received}, {"removed", done.removed},
              {"bytes_up", done.bytesUp},  {"bytes_down", done.bytesDown}};
    if (done.clockError.count() != 0) {
        line["clock_off_ms"] = done.clockError.count();
    }
    if (done.failure) {
        line["failed"] = name(done.failure->code);
    }
    if (done.closing == Exchanged::Closing::Closed || done.closing == Exchanged::Closing::Wiped) {
        line["closed"] = true; // what waited is handed in, and nothing of that home is here any more
    }
    if (done.closing == Exchanged::Closing::Wiped) {
        line["wiped"] = true; // nothing of any home, and no key
    }
    return line;
}

Result<std::vector<AgencyId>> serversFor(const DeviceSession& session, const Arguments& arguments) {
    auto servers = session.identity().servers();
    if (!arguments.has("--server")) {
        return servers;
    }
    const AgencyId wanted{arguments.value("--server")};
    if (std::find(servers.begin(), servers.end(), wanted) == servers.end()) {
        return {ErrorCode::InvalidArgument, "--server takes the code of an agency of this partnership"};
    }
    return std::vector<AgencyId>{wanted};
}

Result<void> indexAll(SyncStore& store) {
    for (std::size_t left = 1; left > 0;) {
        FS_ASSIGN(left, store.indexSome(sync_tuning::kIndexBatch));
    }
    return ok();
}

Line lineOf(const AgencyId& agency, const Carried& carried) {
    Line line{
        {"files", agency.str()},           {"parts_sent", carried.chunksSent},  {"parts_taken", carried.chunksTaken},
        {"files_sent", carried.filesSent}, {"files_taken", carried.filesTaken}, {"files_waiting", carried.waiting}};
    if (carried.failure) {
        line["failed"] = name(carried.failure->code);
    }
    return line;
}

bool isNews(const Carried& carried) {
    return carried.chunksSent + carried.chunksTaken + carried.filesSent > 0 || carried.failure;
}

// After the records, which never wait for them.
Result<void> carryFiles(DeviceSession& session, const std::vector<AgencyId>& homes) {
    FS_ASSIGN(const auto transport, session.transport());
    FileCarrier carrier(session.store(), *transport);
    std::optional<Error> failure;
    for (const auto& home : homes) {
        const auto carried = carrier.carry(home, [] { return true; });
        if (isNews(carried) || carried.waiting > 0) {
            print(lineOf(home, carried));
        }
        failure = failure ? failure : carried.failure;
    }
    return failure ? Result<void>{*failure} : ok();
}

// One server's answer may free what waits for another's: rounds over all servers until one brings nothing.
Result<void> inRounds(DeviceSession& session, std::vector<AgencyId> servers, int rounds) {
    FS_ASSIGN(const auto transport, session.transport());
    SyncEngine engine(session.store(), *transport, session.clock(), session.identity().me.agency, &session.store());
    std::optional<Error> failure;
    bool wiped = false;
    for (int round = 0; round < rounds && !servers.empty() && !wiped; ++round) {
        bool moved = false;
        std::erase_if(servers, [&](const AgencyId& server) {
            if (wiped) {
                return true;
            }
            const auto done = engine.exchange(server);
            print(lineOf(server, done));
            wiped = done.closing == Exchanged::Closing::Wiped;
            moved = moved || done.more || done.answered > 0 || done.received > 0 || done.removed > 0;
            if (!failure && done.failure) {
                const auto told = asTold(done.failure->code);
                failure = told == done.failure->code ? *done.failure : Error{told, describe(*done.failure)};
            }
            return done.failure.has_value(); // not again in this run; the others go on
        });
        if (!moved) {
            break;
        }
    }
    if (wiped) {
        return {ErrorCode::ProfileClosed, "shut out by its agency"};
    }
    FS_TRY(indexAll(session.store()));
    const auto carried = carryFiles(session, servers); // of those that answered
    return failure ? Result<void>{*failure} : carried;
}

Result<void> untilStopped(DeviceSession& session, std::vector<AgencyId> servers) {
    // Before the threads begin, so that they inherit it and sigwait() alone hears of the end.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    FS_ASSIGN(const auto transport, session.transport());
    SyncEvents events;
    FS_ASSIGN(const auto fileTransport, session.transport());
    FileLoop files({session.store(), *fileTransport, session.clock(), std::random_device{}()}, servers,
                   [](const AgencyId& home, const Carried& carried) {
                       if (isNews(carried)) {
                           print(lineOf(home, carried));
                       }
                   });
    events.started = [&files](const AgencyId&) { files.exchangeBegins(); };
    events.finished = [&files](const AgencyId& server, const Exchanged& done) {
        files.exchangeEnds();
        if (done.received > 0 || done.answered > 0) {
            files.wake();
        }
        print(lineOf(server, done));
    };
    SyncLoop loop({session.store(), *transport, session.clock(), std::random_device{}(), session.identity().me.agency,
                   &session.store()},
                  std::move(servers), std::move(events));
    loop.start();
    files.start();
    int signal = 0;
    sigwait(&ends, &signal);
    loop.stop();
    files.stop();
    return ok();
}

Result<void> sync(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(auto servers, serversFor(session, arguments));
    if (arguments.has("--loop")) {
        return untilStopped(session, std::move(servers));
    }
    return inRounds(session, std::move(servers), arguments.has("--once") ? 1 : kMostRounds);
}

constexpr std::array kVerbs{
    Verb{"sync", "sends what waits here and fetches what is new, from every agency's server", kSyncOptions, sync},
};

} // namespace

std::span<const Verb> syncVerbs() { return kVerbs; }

} // namespace frontsheet::device
