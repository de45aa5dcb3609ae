// The real server program on loopback, and devices that speak to it over real TLS.
#pragma once

#include "app/agency_server/identity/private_key.h"
#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/domain/intent.h"
#include "core/domain/principal.h"
#include "sync/client/curl_transport.h"
#include "sync/wire/messages.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace frontsheet::test {

struct Finished {
    int code = -1; // exit code, or -1 when a signal ended it
    int signal = 0;
    std::string out;
    std::string err;
};

// Runs frontsheet-agency to its end.
[[nodiscard]] Finished runAgency(const std::vector<std::string>& words,
                                 const std::map<std::string, std::string>& environment = {});

// `frontsheet-agency serve` on free ports.
class ServingProcess {
public:
    ServingProcess(const std::filesystem::path& folder, const std::map<std::string, std::string>& environment = {});
    ~ServingProcess();
    ServingProcess(const ServingProcess&) = delete;
    ServingProcess& operator=(const ServingProcess&) = delete;

    [[nodiscard]] bool listens() const { return m_port != 0; }
    [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    // GET on the health port; empty when it does not answer.
    [[nodiscard]] std::string health(const std::string& path) const;
    void signal(int number) const;
    // Its end; fails the test when it does not come.
    Finished wait();

private:
    void readLog(int from);

    int m_pid = -1;
    std::uint16_t m_port = 0;
    std::uint16_t m_healthPort = 0;
    std::mutex m_mutex;
    std::condition_variable m_said;
    std::string m_log;
    bool m_logEnded = false;
    std::thread m_reader;
};

struct Enrolled {
    Principal principal;
    ClientCertificate identity;
    Bytes rescueKey;
};

// A server folder with two agencies of its own and a worker invited.
class AgencyProcessTest : public ::testing::Test {
public:
    void SetUp() override;

    [[nodiscard]] std::string invitationCode(const std::string& agency, const std::string& worker);
    [[nodiscard]] std::unique_ptr<CurlTransport> transport(const ServingProcess& server,
                                                           const ClientCertificate& identity = {},
                                                           const std::string& caOf = "council");
    // Over the wire, with a key of its own.
    [[nodiscard]] Result<Enrolled> enrol(const ServingProcess& server, const std::string& agency,
                                         const std::string& worker);
    [[nodiscard]] Result<wire::SyncReply> push(Transport& transport, const AgencyId& agency,
                                               std::vector<Intent> intents);
    [[nodiscard]] Intent note(const Enrolled& who, const std::string& text);
    // Joins the care team of whom the note is about: first, or the note is refused.
    [[nodiscard]] Intent joins(const Enrolled& who, const Intent& note);
    // How often the words stand in the canonical dump.
    [[nodiscard]] std::size_t dumped(const std::string& words);

    TemporaryFolder temporary;
    std::filesystem::path folder;
    SystemIdSource ids;
    SystemClock clock;
};

} // namespace frontsheet::test
