#include "tests/sync/client/tls_server.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <csignal>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace frontsheet {

struct TlsServer::Secure {
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context{nullptr, &SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> connection{nullptr, &SSL_free};
};

namespace {

void need(bool good, const char* what) {
    if (!good) {
        throw std::runtime_error(what);
    }
}

std::unique_ptr<BIO, decltype(&BIO_free)> bioOf(const std::string& text) {
    return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free};
}

X509* certificateOf(const std::string& pem) { return PEM_read_bio_X509(bioOf(pem).get(), nullptr, nullptr, nullptr); }

std::size_t contentLength(const std::string& head) {
    const auto at = head.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
}

} // namespace

std::string httpAnswer(int status, const std::string& type, const std::string& body, const std::string& moreHeaders) {
    return "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Type: " + type +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + moreHeaders + "\r\n" + body;
}

TlsServer::TlsServer(Options options, Script script) : m_options(std::move(options)), m_script(std::move(script)) {
    std::signal(SIGPIPE, SIG_IGN);
    if (!m_options.certificatePem.empty()) {
        m_context = std::make_unique<Secure>();
        m_context->context.reset(SSL_CTX_new(TLS_server_method()));
        SSL_CTX* context = m_context->context.get();
        X509* certificate = certificateOf(m_options.certificatePem);
        EVP_PKEY* key = PEM_read_bio_PrivateKey(bioOf(m_options.keyPem).get(), nullptr, nullptr, nullptr);
        need(SSL_CTX_use_certificate(context, certificate) == 1 && SSL_CTX_use_PrivateKey(context, key) == 1,
             "identity");
        X509_free(certificate);
        EVP_PKEY_free(key);
        SSL_CTX_set_session_id_context(context, reinterpret_cast<const unsigned char*>("t"), 1);
        if (m_options.oldTls) {
            SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);
        }
        if (!m_options.clientCaPem.empty()) {
            X509* authority = certificateOf(m_options.clientCaPem);
            need(X509_STORE_add_cert(SSL_CTX_get_cert_store(context), authority) == 1, "authority");
            X509_free(authority);
            SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
        }
    }
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    need(::bind(m_listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0, "bind");
    need(::listen(m_listener, 16) == 0 && ::pipe(m_wake) == 0, "listen");
    need(::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) == 0, "port");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread{[this] { acceptAll(); }};
}

TlsServer::~TlsServer() {
    [[maybe_unused]] const auto written = ::write(m_wake[1], "x", 1); // stays readable for everyone who waits
    m_thread.join();
    for (auto& conversation : m_conversations) {
        conversation.join();
    }
    ::close(m_listener);
    ::close(m_wake[0]);
    ::close(m_wake[1]);
}

std::string TlsServer::url() const { return "https://127.0.0.1:" + std::to_string(m_port); }

std::vector<SeenRequest> TlsServer::seen() const {
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

void TlsServer::acceptAll() {
    while (true) {
        pollfd waits[] = {{m_listener, POLLIN, 0}, {m_wake[0], POLLIN, 0}};
        ::poll(waits, 2, -1);
        if (waits[1].revents != 0) {
            return;
        }
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0) {
            ++m_connections;
            m_conversations.emplace_back([this, socket] { serve(socket); });
        }
    }
}

void TlsServer::serve(int socket) {
    if (m_context == nullptr) {
        converse(socket, nullptr);
    } else {
        Secure secure;
        secure.connection.reset(SSL_new(m_context->context.get()));
        SSL_set_fd(secure.connection.get(), socket);
        if (SSL_accept(secure.connection.get()) == 1) {
            m_resumed += SSL_session_reused(secure.connection.get()) == 1 ? 1 : 0;
            converse(socket, &secure);
            SSL_shutdown(secure.connection.get());
        } else {
            // Closing at once would reset the connection before the client has read the alert.
            char ignored[4096];
            ::shutdown(socket, SHUT_WR);
            while (::read(socket, ignored, sizeof ignored) > 0) {
            }
        }
        ERR_clear_error();
    }
    ::close(socket);
}

void TlsServer::converse(int socket, Secure* secure) {
    std::string text;
    const auto readMore = [&]() -> bool {
        char buffer[16384];
        if (secure == nullptr || SSL_pending(secure->connection.get()) == 0) {
            pollfd waits[] = {{socket, POLLIN, 0}, {m_wake[0], POLLIN, 0}};
            ::poll(waits, 2, -1);
            if (waits[1].revents != 0) {
                return false;
            }
        }
        const auto got = secure != nullptr ? SSL_read(secure->connection.get(), buffer, sizeof buffer)
                                           : static_cast<int>(::read(socket, buffer, sizeof buffer));
        if (got > 0) {
            text.append(buffer, static_cast<std::size_t>(got));
        }
        return got > 0;
    };
    while (true) {
        while (text.find("\r\n\r\n") == std::string::npos) {
            if (!readMore()) {
                return;
            }
            if (secure == nullptr && text.front() == '\x16') {
                text += "\r\n\r\n"; // a TLS greeting: answered in HTTP all the same, as web servers do
            }
        }
        SeenRequest request;
        request.head = text.substr(0, text.find("\r\n\r\n") + 4);
        const std::size_t whole = request.head.size() + contentLength(request.head);
        while (text.size() < whole) {
            if (!readMore()) {
                return;
            }
        }
        request.body = text.substr(request.head.size(), whole - request.head.size());
        text.erase(0, whole);
        if (X509* client = secure != nullptr ? SSL_get0_peer_certificate(secure->connection.get()) : nullptr) {
            char name[128] = "";
            X509_NAME_get_text_by_NID(X509_get_subject_name(client), NID_commonName, name, sizeof name);
            request.clientWorker = name;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_seen.push_back(request);
        }
        const auto answer = m_script(request);
        if (!answer) {
            while (readMore()) {
            }
            return;
        }
        if (secure != nullptr) {
            (void)SSL_write(secure->connection.get(), answer->data(), static_cast<int>(answer->size()));
        } else {
            [[maybe_unused]] const auto written = ::write(socket, answer->data(), answer->size());
        }
        if (m_options.closeAfterEach) {
            return;
        }
    }
}

} // namespace frontsheet
