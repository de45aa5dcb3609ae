#include "sync/client/curl_transport.h"

#include "sync/client/sync_tuning.h"
#include "sync/wire/http_mapping.h"

#include <curl/curl.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>

namespace frontsheet {

namespace {

// CURL and CURLM are both void, so the deleters cannot be overloads.
struct FreeEasy {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

bool startCurl() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT); // once, guarded by the language
    return started == CURLE_OK;
}

// One body on its way in. Reading stops at the bound.
struct Incoming {
    Bytes body;
    std::size_t most = 0;
    bool tooLarge = false;
};

std::size_t onBody(char* data, std::size_t size, std::size_t count, void* user) {
    auto& incoming = *static_cast<Incoming*>(user);
    const std::size_t bytes = size * count;
    if (incoming.body.size() + bytes > incoming.most) {
        incoming.tooLarge = true;
        return 0; // libcurl gives the transfer up
    }
    incoming.body.append(data, bytes);
    return bytes;
}

curl_blob blobOf(const std::string& text) {
    // NOCOPY: the key stays in one place, which is wiped. libcurl does not write through the pointer.
    return {const_cast<char*>(text.data()), text.size(), CURL_BLOB_NOCOPY};
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// A server that will not have our certificate says so by a TLS alert, in TLS 1.3 only after the handshake; OpenSSL's text
// is the one place where libcurl shows which alert it was.
bool isAlertAboutUs(std::string_view text) {
    return contains(text, "alert") && (contains(text, "certificate") || contains(text, "unknown ca") ||
                                       contains(text, "access denied") || contains(text, "decrypt error"));
}

Error errorOf(CURLcode code, long verified, std::string_view text) {
    const std::string context = std::string{"curl "} + std::to_string(static_cast<int>(code));
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
        // Signed by the right authority and yet out of its dates: most often it is this device's clock.
        if (verified == X509_V_ERR_CERT_NOT_YET_VALID || verified == X509_V_ERR_CERT_HAS_EXPIRED) {
            return {ErrorCode::ClockWrong, "server certificate's dates"};
        }
        return {ErrorCode::NotOurServer, context};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        if (isAlertAboutUs(text)) {
            return {ErrorCode::CertificateRejected, "TLS alert"};
        }
        // Something that speaks no TLS, or not the version we insist on.
        return {contains(text, "wrong version number") || contains(text, "alert protocol version")
                    ? ErrorCode::NotOurServer
                    : ErrorCode::Unreachable,
                context};
    case CURLE_SSL_CERTPROBLEM:
        return {ErrorCode::CertificateRejected, context};
    case CURLE_PARTIAL_FILE:
        return {ErrorCode::Truncated, context};
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_BAD_CONTENT_ENCODING:
        return {ErrorCode::NotOurServer, context};
    case CURLE_FILESIZE_EXCEEDED:
        return {ErrorCode::TooLarge, context};
    case CURLE_OUT_OF_MEMORY:
    case CURLE_BAD_FUNCTION_ARGUMENT:
    case CURLE_FAILED_INIT:
        return {ErrorCode::Internal, context};
    default:
        return {ErrorCode::Unreachable, context};
    }
}

bool isThisMachine(std::string_view url) {
    return url.starts_with("https://127.") || url.starts_with("https://localhost:") ||
           url.starts_with("https://[::1]:");
}

// A server's connection. Agencies hosted together share one.
struct Connection {
    std::mutex busy;
    std::unique_ptr<CURLM, FreeMulti> multi;
    std::unique_ptr<CURL, FreeEasy> easy;
    std::array<char, CURL_ERROR_SIZE> said{};
};

template <class... Codes>
bool allOk(Codes... codes) {
    return ((codes == CURLE_OK) && ...);
}

} // namespace

struct CurlTransport::Parts {
    Options options;
    std::unique_ptr<curl_slist, FreeList> headers;
    std::map<std::pair<std::string, std::string>, std::unique_ptr<Connection>> connections; // by URL and CA
    std::map<AgencyId, std::pair<const ServerAddress*, Connection*>> byAgency;
    std::atomic<bool> stopping = false;

    [[nodiscard]] bool prepare(Connection& connection, const ServerAddress& address) const;
    [[nodiscard]] Error perform(Connection& connection, const Incoming& incoming) const;
};

bool CurlTransport::Parts::prepare(Connection& connection, const ServerAddress& address) const {
    connection.multi.reset(curl_multi_init());
    connection.easy.reset(curl_easy_init());
    CURL* easy = connection.easy.get();
    if (connection.multi == nullptr || easy == nullptr) {
        return false;
    }
    auto ca = blobOf(address.caPem);
    auto certificate = blobOf(options.identity.certificatePem);
    auto key = blobOf(options.identity.privateKeyPem);
    bool good = allOk(
        curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "https"), curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L),
        curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1),
        curl_easy_setopt(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_3),
        curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L), curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L),
        curl_easy_setopt(easy, CURLOPT_CAINFO, nullptr), curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr),
        curl_easy_setopt(easy, CURLOPT_CAINFO_BLOB, &ca), curl_easy_setopt(easy, CURLOPT_POST, 1L),
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get()), curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L),
        curl_easy_setopt(easy, CURLOPT_TCP_NODELAY, 1L), curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L),
        curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 256L * 1024),
        curl_easy_setopt(easy, CURLOPT_UPLOAD_BUFFERSIZE, 256L * 1024),
        curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, connection.said.data()),
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &onBody),
        curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(sync_tuning::kConnectTimeout.count())),
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(sync_tuning::kRequestTimeout.count())),
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, sync_tuning::kStalledBytesPerSecond),
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, sync_tuning::kStalledSeconds));
    if (!options.identity.certificatePem.empty()) {
        good = good && allOk(curl_easy_setopt(easy, CURLOPT_SSLCERTTYPE, "PEM"),
                             curl_easy_setopt(easy, CURLOPT_SSLKEYTYPE, "PEM"),
                             curl_easy_setopt(easy, CURLOPT_SSLCERT_BLOB, &certificate),
                             curl_easy_setopt(easy, CURLOPT_SSLKEY_BLOB, &key));
    }
    if (!options.proxy.empty()) {
        good = good && allOk(curl_easy_setopt(easy, CURLOPT_PROXY, options.proxy.c_str()),
                             curl_easy_setopt(easy, CURLOPT_NOPROXY, ""));
    } else if (isThisMachine(address.url)) {
        good = good && allOk(curl_easy_setopt(easy, CURLOPT_NOPROXY, "*"));
    }
    return good;
}

// Drives the one transfer until it ends or stop() is called. The error's code is 0 when the transfer came through.
Error CurlTransport::Parts::perform(Connection& connection, const Incoming& incoming) const {
    CURL* easy = connection.easy.get();
    CURLM* multi = connection.multi.get();
    if (curl_multi_add_handle(multi, easy) != CURLM_OK) {
        return {ErrorCode::Internal, "curl_multi_add_handle"};
    }
    CURLMcode driven = CURLM_OK;
    int running = 1;
    while (driven == CURLM_OK && !stopping.load()) {
        driven = curl_multi_perform(multi, &running);
        if (driven != CURLM_OK || running == 0) {
            break;
        }
        driven = curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
    }
    std::optional<CURLcode> ended;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
        if (message->msg == CURLMSG_DONE) {
            ended = message->data.result;
        }
    }
    curl_multi_remove_handle(multi, easy);
    if (incoming.tooLarge) {
        return {ErrorCode::TooLarge, "answer"};
    }
    if (!ended) {
        return stopping.load() ? Error{ErrorCode::Cancelled, "stopping"} : Error{ErrorCode::Internal, "curl_multi"};
    }
    long proxyStatus = 0;
    (void)curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &proxyStatus);
    if (*ended != CURLE_OK && proxyStatus == 407) {
        return {ErrorCode::ProxyRefused, "proxy wants a log-in"};
    }
    if (*ended == CURLE_OK) {
        return {ErrorCode{}, {}};
    }
    long verified = 0;
    (void)curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &verified);
    return errorOf(*ended, verified, connection.said.data());
}

CurlTransport::CurlTransport(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

CurlTransport::~CurlTransport() = default;

Result<std::unique_ptr<CurlTransport>> CurlTransport::open(Options options) {
    if (!startCurl()) {
        return {ErrorCode::Internal, "curl_global_init"};
    }
    auto parts = std::make_unique<Parts>();
    parts->options = std::move(options);
    const std::string type = "Content-Type: " + std::string{wire::kContentType};
    // "Expect:" empty: waiting for "100 Continue" before a large body costs a round trip and most servers a second.
    for (const char* header : {type.c_str(), "Expect:", "Accept-Encoding:"}) {
        curl_slist* longer = curl_slist_append(parts->headers.get(), header);
        if (longer == nullptr) {
            return {ErrorCode::Internal, "curl_slist_append"};
        }
        (void)parts->headers.release();
        parts->headers.reset(longer);
    }
    for (const auto& address : parts->options.servers) {
        auto& connection = parts->connections[{address.url, address.caPem}];
        if (connection == nullptr) {
            connection = std::make_unique<Connection>();
            if (!parts->prepare(*connection, address)) {
                return {ErrorCode::Internal, "curl_easy_setopt"};
            }
        }
        parts->byAgency[address.agency] = {&address, connection.get()};
    }
    return std::unique_ptr<CurlTransport>{new CurlTransport{std::move(parts)}};
}

Result<HttpAnswer> CurlTransport::post(const AgencyId& server, std::string_view verb, BytesView body,
                                       std::size_t maxAnswer) {
    const auto known = m_parts->byAgency.find(server);
    if (known == m_parts->byAgency.end()) {
        return {ErrorCode::NotFound, "agency's address"};
    }
    auto& [address, connection] = known->second;
    const std::lock_guard lock(connection->busy);
    if (m_parts->stopping.load()) {
        return {ErrorCode::Cancelled, "stopping"};
    }
    CURL* easy = connection->easy.get();
    Incoming incoming;
    incoming.most = maxAnswer;
    connection->said.fill('\0');
    const std::string url = address->url + wire::pathOf(server, verb);
    (void)curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    (void)curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    (void)curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.data());
    (void)curl_easy_setopt(easy, CURLOPT_WRITEDATA, &incoming);
    const Error error = m_parts->perform(*connection, incoming);
    if (error.code != ErrorCode{}) {
        return error;
    }
    HttpAnswer answer;
    long status = 0;
    (void)curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    const char* type = nullptr;
    (void)curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type);
    answer.contentType = type != nullptr ? type : "";
    curl_off_t seconds = 0;
    (void)curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &seconds);
    answer.retryAfter = std::chrono::seconds{std::clamp<curl_off_t>(seconds, 0, 3600)};
    answer.body = std::move(incoming.body);
    return answer;
}

void CurlTransport::stop() {
    m_parts->stopping = true;
    for (const auto& [key, connection] : m_parts->connections) {
        curl_multi_wakeup(connection->multi.get());
    }
}

} // namespace frontsheet
