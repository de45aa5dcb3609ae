#include "app/bench/sync/bench_server.h"

#include "app/bench/machine_facts.h"
#include "app/bench/sync/written_notes.h"
#include "app/demo/free_port.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace frontsheet::bench {

namespace {

constexpr std::chrono::minutes kLimit{20};
constexpr const char* kAgency = "community_trust";

} // namespace

Result<void> BenchServer::start(std::size_t records) {
    m_port = demo::freePort();
    const auto port = std::to_string(m_port);
    FS_TRY(verb({"init", m_folder.string(), "--agency", kAgency, "--name", "Surgery", "--kind", "gp-practice",
                 "--ods-code", "Y99001", "--url", "https://127.0.0.1:" + port, "--port", port, "--health-port", "0"}));
    FS_TRY(verb({"seed", m_folder.string(), "--agency", kAgency, "--records", std::to_string(records)}));
    const auto ready = m_folder / "serving";
    FS_ASSIGN(
        m_process,
        demo::ChildProcess::start(
            {m_program, {"serve", m_folder.string(), "--port-file", ready.string()}, {}, m_folder / "serve.log"}));
    for (int tries = 0; tries < 2000 && m_process.running(); ++tries) {
        std::error_code ignored;
        if (std::filesystem::exists(ready) && std::filesystem::file_size(ready, ignored) > 0) {
            return ok();
        }
        ::usleep(5000);
    }
    return {ErrorCode::Unreachable, "the server did not start"};
}

Result<std::string> BenchServer::invite(const std::string& worker, std::optional<std::uint16_t> through) {
    const auto file = (m_folder / ("invitation-" + worker)).string();
    FS_TRY(verb({"enrol", m_folder.string(), "--agency", kAgency, "--worker", worker, "--role", "GP", "--out", file}));
    if (!through) {
        return file;
    }
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    auto words = text.str();
    const auto port = ":" + std::to_string(m_port);
    const auto at = words.find(port, words.find("url"));
    if (at == std::string::npos) {
        return {ErrorCode::Malformed, "the invitation names no port"};
    }
    std::ofstream(file) << words.replace(at, port.size(), ":" + std::to_string(*through));
    return file;
}

void BenchServer::stop() {
    m_process.send(SIGTERM);
    (void)m_process.wait(std::chrono::seconds{20});
}

Result<void> BenchServer::checkHasNotes(std::size_t count) const {
    FS_ASSIGN(const auto text, dump());
    std::vector<bool> seen(count, false);
    std::size_t found = 0;
    const std::string begins = "\"text\":\"" + std::string{kNoteBegins};
    for (auto at = text.find(begins); at != std::string::npos; at = text.find(begins, at)) {
        at += begins.size();
        std::size_t number = count;
        std::from_chars(text.data() + at, text.data() + text.size(), number);
        if (number >= count || seen[number]) {
            return {ErrorCode::Internal, "a note is at the server twice, or was never written"};
        }
        seen[number] = true;
        ++found;
    }
    return found == count ? ok() : Result<void>{ErrorCode::Internal, "a note that was sent is not at the server"};
}

Result<std::size_t> BenchServer::exportRecords(const std::filesystem::path& to, std::size_t most,
                                               const std::string& with) const {
    FS_ASSIGN(const auto text, dump());
    std::ofstream file(to, std::ios::binary);
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size() && written < most;) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = std::string_view{text}.substr(at, end - at);
        if (line.starts_with("{\"record\":") && line.find(with) != std::string_view::npos) {
            file << line << '\n';
            ++written;
        }
        at = end + 1;
    }
    file.close();
    return file ? Result<std::size_t>{written} : Result<std::size_t>{ErrorCode::DiskFailed, "the peers' records"};
}

Result<std::string> BenchServer::dump() const {
    FS_ASSIGN(auto done, demo::run({m_program,
                                    {"dump", m_folder.string(), "--canonical", "--agency", kAgency},
                                    {},
                                    m_folder.string() + ".log"},
                                   kLimit));
    return done.succeeded() ? Result<std::string>{std::move(done.output)}
                            : Result<std::string>{ErrorCode::Internal, "the server's dump"};
}

double BenchServer::peakMiB() const { return bench::peakMiB(m_process.id()); }
double BenchServer::processorSeconds() const { return bench::processorSeconds(m_process.id()); }

Result<void> BenchServer::verb(std::vector<std::string> words) {
    FS_ASSIGN(const auto done, demo::run({m_program, std::move(words), {}, m_folder.string() + ".log"}, kLimit));
    return done.succeeded() ? ok() : Result<void>{ErrorCode::Internal, "frontsheet-agency failed; see its log"};
}

} // namespace frontsheet::bench
