// What the peers are run with: Node, the packages that ./dev setup --peers fetched, and our drivers in app/bench/peers.
#pragma once

#include "app/demo/child_process.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace frontsheet::bench {

class PeerPrograms {
public:
    // NotFound, with the words for a person, when Node or the packages are not on this machine.
    [[nodiscard]] static Result<PeerPrograms> find();

    // A driver by its file's name, with its words.
    [[nodiscard]] demo::Command command(const std::string& driver, std::vector<std::string> words,
                                        const std::filesystem::path& log) const;
    // The core of PowerSync for this processor.
    [[nodiscard]] std::string powerSyncCore() const;

private:
    PeerPrograms(std::filesystem::path node, std::filesystem::path packages)
        : m_node(std::move(node)), m_packages(std::move(packages)) {}

    std::filesystem::path m_node;
    std::filesystem::path m_packages;
};

} // namespace frontsheet::bench
