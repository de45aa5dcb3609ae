// The connection itself, against servers that are right and servers that are wrong in one way each.
#include "core/base/id_source.h"
#include "sync/client/curl_transport.h"
#include "sync/wire/http_mapping.h"
#include "tests/sync/client/tls_server.h"

#include <gtest/gtest.h>

#include <future>

namespace frontsheet {
namespace {

using namespace std::chrono_literals;

const AgencyId kTrust{"community_trust"};
const AgencyId kPractice{"gp_Y99001"};
constexpr std::size_t kMost = 1024 * 1024;
const std::string kOurs{wire::kContentType};

struct ServerIdentity {
    std::string certificate;
    std::string key;
};

// An agency with its authority, able to make its server and a nurse's tablet.
class Agency {
public:
    explicit Agency(const AgencyId& code, IdSource& ids)
        : m_code(code), m_ids(ids), m_authority(CertificateAuthority::make(code, SystemClock{}.now(), ids).value()) {}

    [[nodiscard]] std::string ca() const { return m_authority.certificate().pem(); }
    [[nodiscard]] ServerIdentity server(const std::string& host = "127.0.0.1",
                                        std::chrono::hours madeAgo = std::chrono::hours{0}) const {
        const auto key = PrivateKey::generate().value();
        const auto certificate =
            m_authority.issueToServer(key, m_code, {host}, SystemClock{}.now() + -madeAgo, m_ids).value();
        return {certificate.pem(), key.toPem("").value()};
    }
    [[nodiscard]] ClientCertificate nurse() const {
        const auto key = PrivateKey::generate().value();
        const Principal principal{m_code, WorkerId{"W012"}, "community nurse", m_ids.random<DeviceId>()};
        const auto request = key.certificateRequest().value();
        const auto certificate = m_authority.issueToDevice(request, principal, SystemClock{}.now(), m_ids).value();
        return {certificate.pem(), key.toPem("").value()};
    }

private:
    AgencyId m_code;
    IdSource& m_ids;
    CertificateAuthority m_authority;
};

class ATransport : public testing::Test {
protected:
    TlsServer::Options with(const ServerIdentity& identity) const {
        return {identity.certificate, identity.key, {}, false, false};
    }
    std::unique_ptr<CurlTransport> to(const TlsServer& server, const std::string& ca, const std::string& proxy = {}) {
        CurlTransport::Options options;
        options.servers = {{kTrust, server.url(), ca}, {kPractice, server.url(), ca}};
        options.identity = trust.nurse();
        options.proxy = proxy;
        return CurlTransport::open(std::move(options)).value();
    }
    static Script answering(std::string answer) {
        return [answer = std::move(answer)](const SeenRequest&) { return std::optional{answer}; };
    }
    static ErrorCode errorOf(const Result<HttpAnswer>& answer) { return answer ? ErrorCode{} : answer.error().code; }
    ErrorCode errorFrom(TlsServer::Options options, Script script = answering(httpAnswer(200, kOurs, "ok"))) {
        const TlsServer server{std::move(options), std::move(script)};
        return errorOf(to(server, trust.ca())->post(kTrust, "sync", "body", kMost));
    }

    SystemIdSource ids;
    Agency trust{kTrust, ids};
    Agency council{AgencyId{"council"}, ids};
};

TEST_F(ATransport, SendsTheBodyUnderItsOwnCertificateAndBringsTheAnswer) {
    auto options = with(trust.server());
    options.clientCaPem = trust.ca();
    const TlsServer server{options, answering(httpAnswer(200, kOurs, std::string(300'000, 'r')))};
    const std::string body(200'000, 'b');
    const auto transport = to(server, trust.ca());
    const auto answer = transport->post(kTrust, "sync", body, kMost);
    ASSERT_TRUE(answer) << describe(answer.error());
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->contentType, kOurs);
    EXPECT_EQ(answer->body, std::string(300'000, 'r'));
    ASSERT_EQ(server.seen().size(), 1u);
    EXPECT_EQ(server.seen()[0].clientWorker, "W012");
    EXPECT_EQ(server.seen()[0].body, body);
    EXPECT_TRUE(server.seen()[0].head.starts_with("POST /v1/community_trust/sync HTTP/1.1\r\n"));
    EXPECT_NE(server.seen()[0].head.find("Content-Type: " + kOurs), std::string::npos);
    EXPECT_EQ(server.seen()[0].head.find("100-continue"), std::string::npos);
}

TEST_F(ATransport, KeepsOneConnectionForAllAgenciesOfOneServer) {
    const TlsServer server{with(trust.server()), answering(httpAnswer(200, kOurs, "ok"))};
    const auto transport = to(server, trust.ca());
    for (int n = 0; n < 3; ++n) {
        EXPECT_TRUE(transport->post(kTrust, "sync", "one", kMost));
        EXPECT_TRUE(transport->post(kPractice, "sync", "two", kMost));
    }
    EXPECT_EQ(server.seen().size(), 6u);
    EXPECT_EQ(server.connections(), 1);
}

TEST_F(ATransport, ResumesItsTlsSessionWhenTheConnectionWasClosed) {
    auto options = with(trust.server());
    options.closeAfterEach = true;
    const TlsServer server{options, answering(httpAnswer(200, kOurs, "ok", "Connection: close\r\n"))};
    const auto transport = to(server, trust.ca());
    for (int n = 0; n < 3; ++n) {
        const auto answer = transport->post(kTrust, "sync", "body", kMost);
        ASSERT_TRUE(answer) << describe(answer.error());
    }
    EXPECT_EQ(server.connections(), 3);
    EXPECT_EQ(server.resumed(), 2);
}

TEST_F(ATransport, BelievesNoServerOfAnotherAuthority) {
    EXPECT_EQ(errorFrom(with(council.server())), ErrorCode::NotOurServer);
}

TEST_F(ATransport, BelievesNoServerUnderAnotherName) {
    EXPECT_EQ(errorFrom(with(trust.server("other.example"))), ErrorCode::NotOurServer);
}

TEST_F(ATransport, SaysThatTheClockIsWrongWhenTheServersCertificateIsOutOfItsDates) {
    EXPECT_EQ(errorFrom(with(trust.server("127.0.0.1", std::chrono::hours{24 * 365 * 3}))), ErrorCode::ClockWrong);
    EXPECT_EQ(errorFrom(with(trust.server("127.0.0.1", std::chrono::hours{-24 * 365 * 3}))), ErrorCode::ClockWrong);
}

TEST_F(ATransport, SaysWhenTheServerWillNotHaveItsCertificate) {
    auto options = with(trust.server());
    options.clientCaPem = council.ca();
    EXPECT_EQ(errorFrom(options), ErrorCode::CertificateRejected);
}

TEST_F(ATransport, SpeaksNoOldTls) {
    auto options = with(trust.server());
    options.oldTls = true;
    EXPECT_EQ(errorFrom(options), ErrorCode::NotOurServer);
}

TEST_F(ATransport, SpeaksToNothingWithoutTls) {
    EXPECT_EQ(errorFrom({}, answering(httpAnswer(200, "text/html", "<html>Wi-Fi</html>"))), ErrorCode::NotOurServer);
}

TEST_F(ATransport, SaysWhenNobodyAnswers) {
    auto server = std::make_unique<TlsServer>(with(trust.server()), answering(""));
    const auto transport = to(*server, trust.ca());
    server.reset();
    EXPECT_EQ(errorOf(transport->post(kTrust, "sync", "body", kMost)), ErrorCode::Unreachable);
    EXPECT_EQ(errorOf(transport->post(AgencyId{"unknown"}, "sync", "body", kMost)), ErrorCode::NotFound);
}

TEST_F(ATransport, TakesHalfAnAnswerForHalf) {
    auto options = with(trust.server());
    options.closeAfterEach = true;
    const auto whole = httpAnswer(200, kOurs, std::string(1000, 'x'));
    EXPECT_EQ(errorFrom(options, answering(whole.substr(0, whole.size() - 300))), ErrorCode::Truncated);
}

TEST_F(ATransport, StopsReadingAtTheBound) {
    const TlsServer server{with(trust.server()), answering(httpAnswer(200, kOurs, std::string(50'000, 'x')))};
    EXPECT_EQ(errorOf(to(server, trust.ca())->post(kTrust, "sync", "body", 49'999)), ErrorCode::TooLarge);
    EXPECT_TRUE(to(server, trust.ca())->post(kTrust, "sync", "body", 50'000));
}

TEST_F(ATransport, BringsWhenTheServerWantsToBeAskedAgain) {
    const TlsServer server{with(trust.server()), answering(httpAnswer(503, kOurs, "", "Retry-After: 7\r\n"))};
    const auto answer = to(server, trust.ca())->post(kTrust, "sync", "body", kMost);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 503);
    EXPECT_EQ(answer->retryAfter, 7s);
}

TEST_F(ATransport, FollowsNobodyElsewhere) {
    const TlsServer elsewhere{with(trust.server()), answering(httpAnswer(200, kOurs, "ok"))};
    const TlsServer server{with(trust.server()),
                           answering(httpAnswer(302, kOurs, "", "Location: " + elsewhere.url() + "/\r\n"))};
    const auto answer = to(server, trust.ca())->post(kTrust, "sync", "the words of a note", kMost);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 302);
    EXPECT_TRUE(elsewhere.seen().empty());
}

TEST_F(ATransport, SaysThatTheProxyRefused) {
    const TlsServer server{with(trust.server()), answering("")};
    const TlsServer proxy{{},
                          answering("HTTP/1.1 407 Log in\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n")};
    const auto transport = to(server, trust.ca(), "http://127.0.0.1:" + std::to_string(proxy.port()));
    EXPECT_EQ(errorOf(transport->post(kTrust, "sync", "body", kMost)), ErrorCode::ProxyRefused);
    EXPECT_EQ(server.connections(), 0);
}

TEST_F(ATransport, GivesUpAtOnceWhenItIsStopped) {
    std::promise<void> reached;
    const TlsServer server{with(trust.server()), [&](const SeenRequest&) -> std::optional<std::string> {
                               reached.set_value();
                               return std::nullopt;
                           }};
    const auto transport = to(server, trust.ca());
    auto answer = std::async(std::launch::async, [&] { return transport->post(kTrust, "sync", "body", kMost); });
    reached.get_future().wait();
    transport->stop();
    EXPECT_EQ(errorOf(answer.get()), ErrorCode::Cancelled);
    EXPECT_EQ(errorOf(transport->post(kTrust, "sync", "body", kMost)), ErrorCode::Cancelled);
}

} // namespace
} // namespace frontsheet
