#include "app/bench/sync/peer_programs.h"

#include <cstdlib>
#include <sstream>
#include <sys/utsname.h>
#include <unistd.h>

namespace frontsheet::bench {

namespace {

namespace fs = std::filesystem;

fs::path onPath(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const auto file = fs::path{folder} / program;
        if (::access(file.c_str(), X_OK) == 0) {
            return file;
        }
    }
    return {};
}

// As platform/setup/peers.sh has it.
fs::path packagesFolder() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    const fs::path base =
        cache != nullptr && *cache != '\0' ? fs::path{cache} : fs::path{home != nullptr ? home : ""} / ".cache";
    return base / "frontsheet" / "bench-peers";
}

} // namespace

Result<PeerPrograms> PeerPrograms::find() {
    auto node = onPath("node");
    if (node.empty()) {
        return {ErrorCode::NotFound, "Node is not on this machine; ./dev setup --peers gets it"};
    }
    auto packages = packagesFolder();
    // Written last: without it the folder is half made.
    if (!fs::exists(packages / "recipe.txt")) {
        return {ErrorCode::NotFound, "their packages are not on this machine; ./dev setup --peers fetches them"};
    }
    return PeerPrograms{std::move(node), std::move(packages)};
}

demo::Command PeerPrograms::command(const std::string& driver, std::vector<std::string> words,
                                    const fs::path& log) const {
    words.insert(words.begin(), std::string{FRONTSHEET_PEER_DRIVERS} + "/" + driver);
    return {m_node, std::move(words), {{"NODE_PATH", (m_packages / "node_modules").string()}}, log};
}

std::string PeerPrograms::powerSyncCore() const {
    utsname system{};
    (void)::uname(&system);
    const std::string machine = system.machine;
    const std::string name = machine == "x86_64" ? "x64" : machine;
    return (m_packages / "node_modules/@powersync/node/lib" / ("libpowersync_" + name + ".linux.so")).string();
}

} // namespace frontsheet::bench
