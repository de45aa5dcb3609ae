#include "sync/server/service.h"

namespace frontsheet {

std::optional<Verb> verbNamed(std::string_view path) {
    if (path == "sync") {
        return Verb::Sync;
    }
    if (path == "closing") {
        return Verb::Closing;
    }
    if (path == "enrol") {
        return Verb::Enrol;
    }
    if (path == "peer/pull") {
        return Verb::PeerPull;
    }
    if (path == "peer/match/feed") {
        return Verb::PeerMatchFeed;
    }
    if (path == "peer/match/ask") {
        return Verb::PeerMatchAsk;
    }
    if (path == "emergency") {
        return Verb::Emergency;
    }
    if (path == "evidence") {
        return Verb::Evidence;
    }
    if (path == "history") {
        return Verb::History;
    }
    if (path == "files/put") {
        return Verb::FilesPut;
    }
    if (path == "files/get") {
        return Verb::FilesGet;
    }
    return std::nullopt;
}

} // namespace frontsheet
