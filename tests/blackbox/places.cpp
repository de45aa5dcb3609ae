#include "tests/blackbox/places.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <stdexcept>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace frontsheet::blackbox {

namespace {

namespace fs = std::filesystem;

constexpr int kOwn = CLONE_NEWNET | CLONE_NEWNS;
constexpr unsigned kMostCrossings = 8;

void writeText(const char* file, const std::string& text) { std::ofstream(file) << text; }

// As root of a new user namespace where the system does not let us as we are.
bool unshareAll() {
    const auto user = ::geteuid();
    const auto group = ::getegid();
    if (::unshare(kOwn) == 0) {
        return true;
    }
    if (::unshare(CLONE_NEWUSER | kOwn) != 0) {
        return false;
    }
    writeText("/proc/self/setgroups", "deny");
    writeText("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
    writeText("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
    return true;
}

bool ip(const std::string& batch) {
    const fs::path file = fs::temp_directory_path() / ("frontsheet-ip-" + std::to_string(::getpid()));
    std::ofstream(file) << batch;
    const auto done = std::system(("ip -batch " + file.string() + " 2>&1").c_str()); // NOLINT: our own words
    fs::remove(file);
    return done == 0;
}

Apart settle() {
    // A proxy of the machine's own must not come between.
    for (const char* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "HTTP_PROXY", "all_proxy", "ALL_PROXY"}) {
        ::unsetenv(name);
    }
    std::string crossings = "link set lo up\n";
    for (unsigned n = 1; n <= kMostCrossings; ++n) {
        crossings += "addr add 10.88.100." + std::to_string(n) + "/32 dev lo\n";
    }
    const char* path = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe)
    ::setenv("PATH", (std::string{path == nullptr ? "" : path} + ":/usr/sbin:/sbin").c_str(), 1);
    const bool tools = std::system("ip -V >/dev/null 2>&1 && nsenter -V >/dev/null 2>&1") == 0; // NOLINT
    // The veth is tried at once: some kernels give namespaces and nothing to join them with.
    if (tools && unshareAll() && ip(crossings + "link add tried0 type veth peer name tried1\nlink delete tried0\n")) {
        (void)::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
        return Apart::InNamespaces;
    }
    std::fputs("****************************************************************************************************\n"
               "NO NETWORK NAMESPACES HERE: the black box runs on the loopback, with the proxy alone between the\n"
               "programs. What depends on separate networks is NOT tested on this machine.\n"
               "****************************************************************************************************\n",
               stderr);
    return Apart::OnLoopback;
}

} // namespace

Apart liveApart() {
    static const Apart settled = settle();
    return settled;
}

Places::Places(fs::path folder) : m_folder(std::move(folder)) {
    fs::create_directories(m_folder);
    (void)liveApart();
}

Places::~Places() {
    for (const int network : m_networks) {
        ::close(network);
    }
}

std::string Places::crossing(unsigned n) {
    return liveApart() == Apart::InNamespaces ? "10.88.100." + std::to_string(n) : "127.0.0.1";
}

Host Places::add(const std::string& name) {
    static unsigned all = 0; // of all towns of this process: they share the crossing
    if (liveApart() == Apart::OnLoopback) {
        return {name, "127.0.0.1", "127.0.0.1", -1};
    }
    const auto number = std::to_string(++all % 250);
    Host host{name, "10.88." + number + ".2", "10.88." + number + ".1", -1};
    // A child makes the network, and lives until we hold it and have put one end of the line into it.
    int made[2];
    int held[2];
    if (::pipe2(made, O_CLOEXEC) != 0 || ::pipe2(held, O_CLOEXEC) != 0) {
        throw std::runtime_error("pipe");
    }
    const pid_t child = ::fork();
    if (child == 0) {
        const char done = ::unshare(CLONE_NEWNET) == 0 ? 'y' : 'n';
        (void)::write(made[1], &done, 1);
        ::close(held[1]);
        char wait = 0;
        (void)::read(held[0], &wait, 1);
        ::_exit(0);
    }
    char done = 'n';
    (void)::read(made[0], &done, 1);
    host.network = ::open(("/proc/" + std::to_string(child) + "/ns/net").c_str(), O_RDONLY | O_CLOEXEC);
    const auto line = "line" + number;
    const bool joined = done == 'y' && host.network >= 0 &&
                        ip("link add " + line + " type veth peer name eth0 netns " + std::to_string(child) +
                           "\naddr add " + host.gateway + "/30 dev " + line + "\nlink set " + line + " up\n");
    for (const int end : {held[0], held[1], made[0], made[1]}) {
        ::close(end);
    }
    ::waitpid(child, nullptr, 0);
    m_networks.push_back(host.network);
    const auto inside = in(host, "/bin/sh").string() + " -c 'ip link set lo up && ip addr add " + host.address +
                        "/30 dev eth0 && ip link set eth0 up && ip route add default via " + host.gateway + "'";
    if (!joined || std::system(inside.c_str()) != 0) { // NOLINT: our own words
        throw std::runtime_error("the network of " + name);
    }
    return host;
}

fs::path Places::in(const Host& host, const fs::path& program) const {
    if (host.network < 0) {
        return program;
    }
    const fs::path wrapper = m_folder / (host.name + "-" + program.filename().string());
    if (!fs::exists(wrapper)) {
        std::ofstream(wrapper) << "#!/bin/sh\nexec nsenter --net=/proc/" << ::getpid() << "/fd/" << host.network << " "
                               << program.string() << " \"$@\"\n";
        fs::permissions(wrapper, fs::perms::owner_all);
    }
    return wrapper;
}

bool mountSmallDisk(const fs::path& folder, std::size_t bytes) {
    if (liveApart() == Apart::OnLoopback) {
        return false;
    }
    const auto size = "size=" + std::to_string(bytes) + ",mode=700";
    return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, size.c_str()) == 0;
}

void unmountDisk(const fs::path& folder) { (void)::umount2(folder.c_str(), MNT_DETACH); }

} // namespace frontsheet::blackbox
