// Hosts with a network of their own: each agency's server and each group of devices in a network namespace, and between them
// one crossing, where this process and the proxy are. Nothing is forwarded there: whoever wants to reach a server has to
// speak to the proxy.
//
//   devices 10.88.3.2 ──veth── 10.88.3.1 │ crossing: the proxy at 10.88.100.1:8443 │ 10.88.1.1 ──veth── 10.88.1.2 server
//
// Needs no root: a user namespace gives what it takes. Where the kernel or a sandbox forbids that, everything runs on the
// loopback with the proxy alone between, and says so loudly.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace frontsheet::blackbox {

// Whether this process got a network and mounts of its own. Asked the first time before any thread runs; the same answer
// ever after.
enum class Apart : std::uint8_t { InNamespaces, OnLoopback };
[[nodiscard]] Apart liveApart();

struct Host {
    std::string name;
    std::string address; // its own, where a server listens
    std::string gateway; // the crossing's, on the line to it
    int network = -1;    // descriptor of its namespace; -1 on the loopback
};

class Places {
public:
    // Wrappers of programs are written to the folder.
    explicit Places(std::filesystem::path folder);
    ~Places();
    Places(const Places&) = delete;
    Places& operator=(const Places&) = delete;

    // Up to two hundred. Throws: without it there is nothing to test.
    [[nodiscard]] Host add(const std::string& name);
    // Where the proxy stands for the n-th server.
    [[nodiscard]] static std::string crossing(unsigned n);
    // The program started in that place: the same process id, so that a SIGKILL meets the program itself.
    [[nodiscard]] std::filesystem::path in(const Host& host, const std::filesystem::path& program) const;

private:
    std::filesystem::path m_folder;
    std::vector<int> m_networks;
    unsigned m_made = 0;
};

// A disk of so many bytes over the folder, until the process ends or it is taken away. False where mounting is forbidden.
[[nodiscard]] bool mountSmallDisk(const std::filesystem::path& folder, std::size_t bytes);
void unmountDisk(const std::filesystem::path& folder);

} // namespace frontsheet::blackbox
