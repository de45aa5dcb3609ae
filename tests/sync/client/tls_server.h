// A server of one port on loopback that does exactly what a test wants, the wrong things too: wrong certificates, old TLS,
// half an answer, none at all.
#pragma once

#include "app/agency_server/identity/certificate_authority.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace frontsheet {

struct SeenRequest {
    std::string head; // request line and headers
    std::string body;
    std::string clientWorker; // CN of the client's certificate; empty: none
};

// What goes out, byte for byte. nullopt: nothing, for ever (until the server is taken down).
using Script = std::function<std::optional<std::string>(const SeenRequest&)>;

[[nodiscard]] std::string httpAnswer(int status, const std::string& type, const std::string& body,
                                     const std::string& moreHeaders = {});

class TlsServer {
public:
    struct Options {
        std::string certificatePem; // empty: no TLS at all
        std::string keyPem;
        std::string clientCaPem; // asked for when set: a client without a certificate of it is refused
        bool oldTls = false;     // 1.2 at most
        bool closeAfterEach = false;
    };
    TlsServer(Options options, Script script);
    ~TlsServer();
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;

    [[nodiscard]] std::string url() const;
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::vector<SeenRequest> seen() const;
    [[nodiscard]] int connections() const { return m_connections.load(); }
    [[nodiscard]] int resumed() const { return m_resumed.load(); }

private:
    struct Secure;
    void acceptAll();
    void serve(int socket);
    void converse(int socket, Secure* secure);

    Options m_options;
    Script m_script;
    std::unique_ptr<Secure> m_context;
    int m_listener = -1;
    int m_wake[2] = {-1, -1}; // written once to end every wait
    std::uint16_t m_port = 0;
    mutable std::mutex m_mutex;
    std::vector<SeenRequest> m_seen;
    std::vector<std::thread> m_conversations;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_resumed = 0;
    std::thread m_thread;
};

} // namespace frontsheet
