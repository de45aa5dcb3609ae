#include "app/bench/sync/bench_server.h"

#include "app/bench/machine_facts.h"
#include "app/bench/sync/written_notes.h"
#include "app/demo/free_port.h"

#include <charconv>
#include <csignal>
#include <unistd.h>

namespace frontsheet::bench {

namespace {

constexpr std::chrono::minutes kLimit{20};
constexpr const char* kAgency = "community_trust";

} // namespace

Result<void> BenchServer::start(std::size_t records) {
    const auto port = std::to_string(demo::freePort());
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

Result<std::string> BenchServer::invite(const std::string& worker) {
    const auto file = (m_folder / ("invitation-" + worker)).string();
    FS_TRY(verb({"enrol", m_folder.string(), "--agency", kAgency, "--worker", worker, "--role", "GP", "--out", file}));
    return file;
}

void BenchServer::stop() {
    m_process.send(SIGTERM);
    (void)m_process.wait(std::chrono::seconds{20});
}

Result<void> BenchServer::checkHasNotes(std::size_t count) const {
    FS_ASSIGN(const auto dump, demo::run({m_program,
                                          {"dump", m_folder.string(), "--canonical", "--agency", kAgency},
                                          {},
                                          m_folder.string() + ".log"},
                                         kLimit));
    if (!dump.succeeded()) {
        return {ErrorCode::Internal, "the server's dump"};
    }
    std::vector<bool> seen(count, false);
    std::size_t found = 0;
    const std::string begins = "\"text\":\"" + std::string{kNoteBegins};
    for (auto at = dump.output.find(begins); at != std::string::npos; at = dump.output.find(begins, at)) {
        at += begins.size();
        std::size_t number = count;
        std::from_chars(dump.output.data() + at, dump.output.data() + dump.output.size(), number);
        if (number >= count || seen[number]) {
            return {ErrorCode::Internal, "a note is at the server twice, or was never written"};
        }
        seen[number] = true;
        ++found;
    }
    return found == count ? ok() : Result<void>{ErrorCode::Internal, "a note that was sent is not at the server"};
}

double BenchServer::peakMiB() const { return bench::peakMiB(m_process.id()); }
double BenchServer::processorSeconds() const { return bench::processorSeconds(m_process.id()); }

Result<void> BenchServer::verb(std::vector<std::string> words) {
    FS_ASSIGN(const auto done, demo::run({m_program, std::move(words), {}, m_folder.string() + ".log"}, kLimit));
    return done.succeeded() ? ok() : Result<void>{ErrorCode::Internal, "frontsheet-agency failed; see its log"};
}

} // namespace frontsheet::bench
