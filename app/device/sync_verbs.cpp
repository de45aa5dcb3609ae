#include "app/device/output.h"
#include "app/device/verbs.h"
#include "sync/client/sync_engine.h"

#include <array>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

constexpr int kMostRounds = 10000;

constexpr std::array kSyncOptions{
    Option{"--server", Value, Optional, "only this agency's"},
    Option{"--until-idle", Switch, Optional, "goes on until nothing more comes or goes (the default)"},
};

Line lineOf(const AgencyId& agency, const Exchanged& done) {
    Line line{{"server", agency.str()},    {"requests", done.requests},
              {"sent", done.answered},     {"needs_attention", done.needsAttention},
              {"received", done.received}, {"removed", done.removed},
              {"bytes_up", done.bytesUp},  {"bytes_down", done.bytesDown}};
    if (done.failure) {
        line["failed"] = name(done.failure->code);
    }
    return line;
}

// One server's answer may free what waits for another's: rounds over all servers until one brings nothing.
Result<void> sync(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto transport, session.transport());
    SyncEngine engine(session.store(), *transport, session.clock());
    std::vector<AgencyId> servers = session.identity().servers();
    if (arguments.has("--server")) {
        servers = {AgencyId{arguments.value("--server")}};
    }
    std::optional<Error> failure;
    for (int round = 0; round < kMostRounds; ++round) {
        bool moved = false;
        std::erase_if(servers, [&](const AgencyId& server) {
            const auto done = engine.exchange(server);
            print(lineOf(server, done));
            moved = moved || done.more || done.answered > 0 || done.received > 0 || done.removed > 0;
            if (done.failure) {
                failure = failure ? failure : done.failure;
                return true; // not again in this run; the others go on
            }
            return false;
        });
        if (!moved || servers.empty()) {
            break;
        }
    }
    constexpr std::size_t kBatch = 2000;
    for (std::size_t left = 1; left > 0;) {
        FS_ASSIGN(left, session.store().indexSome(kBatch));
    }
    return failure ? Result<void>{*failure} : ok();
}

constexpr std::array kVerbs{
    Verb{"sync", "sends what waits here and fetches what is new, from every agency's server", kSyncOptions, sync},
};

} // namespace

std::span<const Verb> syncVerbs() { return kVerbs; }

} // namespace frontsheet::device
