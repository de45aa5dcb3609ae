// One agency server in the story: a data folder, the agencies hosted on it, and the real server program.
#pragma once

#include "app/demo/child_process.h"
#include "app/demo/dump.h"

#include <filesystem>
#include <string>
#include <vector>

namespace frontsheet::demo {

class Server {
public:
    Server(std::string host, std::filesystem::path program, std::filesystem::path folder, std::filesystem::path logs);

    using Environment = std::map<std::string, std::string>;

    [[nodiscard]] Finished act(std::vector<std::string> words,
                               const Environment& environment = {}) const; // an admin verb
    // The same, waited for by the caller, so that several servers act at once.
    [[nodiscard]] Result<ChildProcess> begin(std::vector<std::string> words, const Environment& environment = {}) const;
    // Starts serving and waits until it listens.
    [[nodiscard]] Result<void> serve(const Environment& environment = {});
    [[nodiscard]] bool running() { return m_process.running(); }
    // SIGTERM; it must end by itself with exit code 0.
    [[nodiscard]] Finished stop();
    [[nodiscard]] Finished waitUntilDead(std::chrono::milliseconds limit) { return m_process.wait(limit); }
    void kill();

    [[nodiscard]] Result<Dump> dump(const std::string& agency) const;
    [[nodiscard]] const std::string& host() const { return m_host; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    [[nodiscard]] Command command(std::vector<std::string> words, const Environment& environment) const;

    std::string m_host;
    std::filesystem::path m_program;
    std::filesystem::path m_folder;
    std::filesystem::path m_logs;
    ChildProcess m_process;
};

} // namespace frontsheet::demo
