// The proxy's process, as its driver sees it (proxy/README.md).
#pragma once

#include "app/demo/child_process.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace frontsheet::blackbox {

class HostileProxy {
public:
    struct Route {
        std::string listen;
        std::string target;
        std::string agency;
        std::filesystem::path authority; // the server's folder
    };
    // Throws when it does not start.
    HostileProxy(const std::filesystem::path& program, const std::vector<Route>& routes, const std::string& forward,
                 std::uint64_t seed, const std::filesystem::path& log);

    // From now on, for connections and requests to come (proxy/weather.h). Throws when it is not understood.
    void weather(const std::string& line);
    void calm() { weather(""); }
    // What was done so far: "reset" -> 3.
    [[nodiscard]] std::map<std::string, long long> tally();

private:
    demo::ChildProcess m_process;
};

} // namespace frontsheet::blackbox
