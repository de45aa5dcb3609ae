#include "app/demo/server.h"

#include <csignal>
#include <fstream>
#include <poll.h>

namespace frontsheet::demo {

Server::Server(std::string host, std::filesystem::path program, std::filesystem::path folder,
               std::filesystem::path logs)
    : m_host(std::move(host)), m_program(std::move(program)), m_folder(std::move(folder)), m_logs(std::move(logs)) {}

Command Server::command(std::vector<std::string> words, const Environment& environment) const {
    // The folder comes after the verb: "dump FOLDER --canonical", "agreement sign FOLDER".
    const bool isTwoWords = words.front() == "agreement" || words.front() == "audit" || words.front() == "held" ||
                            words.front() == "rescue";
    const bool isAboutNoFolder = isTwoWords && words[1] == "template";
    if (!isAboutNoFolder) {
        words.insert(words.begin() + (isTwoWords ? 2 : 1), m_folder.string());
    }
    return {m_program, std::move(words), environment, m_logs / ("admin-" + m_host + ".log")};
}

Finished Server::act(std::vector<std::string> words, const Environment& environment) const {
    auto finished = run(command(std::move(words), environment));
    return finished ? std::move(finished).value() : Finished{};
}

Result<ChildProcess> Server::begin(std::vector<std::string> words, const Environment& environment) const {
    return ChildProcess::start(command(std::move(words), environment));
}

Result<void> Server::serve(const Environment& environment) {
    const auto ready = m_folder / "serving";
    std::filesystem::remove(ready);
    FS_ASSIGN(m_process, ChildProcess::start({m_program,
                                              {"serve", m_folder.string(), "--port-file", ready.string()},
                                              environment,
                                              m_logs / ("server-" + m_host + ".log")}));
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (std::chrono::steady_clock::now() < deadline && m_process.running()) {
        if (std::filesystem::exists(ready) && std::filesystem::file_size(ready) > 0) {
            return ok();
        }
        ::poll(nullptr, 0, 5);
    }
    return {ErrorCode::Unreachable, "the server of " + m_host + " did not start"};
}

Finished Server::stop() {
    m_process.send(SIGTERM);
    return m_process.wait(std::chrono::seconds{20});
}

void Server::kill() {
    m_process.send(SIGKILL);
    (void)m_process.wait(std::chrono::seconds{20});
}

Result<Dump> Server::dump(const std::string& agency) const {
    const auto finished = act({"dump", "--canonical", "--agency", agency});
    if (!finished.succeeded()) {
        return {ErrorCode::StoreFailed, "dump of " + agency};
    }
    return Dump::parse(finished.output);
}

} // namespace frontsheet::demo
