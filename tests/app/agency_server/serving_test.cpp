#include "app/agency_server/files.h"
#include "app/agency_server/identity/certificate_authority.h"
#include "app/agency_server/server_folder.h"
#include "sync/client/answer.h"
#include "sync/wire/enrol_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/app/agency_server/agency_process.h"

#include <atomic>
#include <csignal>
#include <sys/stat.h>
#include <thread>

namespace frontsheet::test {

using Serving = AgencyProcessTest;

const AgencyId kCouncil{"council"};

TEST_F(Serving, ADeviceEnrolsAndItsNoteIsInTheLedger) {
    ServingProcess server{folder};
    ASSERT_TRUE(server.listens());
    EXPECT_NE(server.health("/healthz").find("200 OK"), std::string::npos);
    const auto assessor = enrol(server, "council", "W001");
    ASSERT_TRUE(assessor) << describe(assessor.error());
    EXPECT_EQ(assessor->principal.role, "social work assessor");
    const auto line = transport(server, assessor->identity);
    const auto written = note(*assessor, "first visit, 3 o'clock");
    const auto reply = push(*line, kCouncil, {joins(*assessor, written), written});
    ASSERT_TRUE(reply) << describe(reply.error());
    EXPECT_EQ(reply->results[1].outcome, IntentOutcome::Applied);
    EXPECT_EQ(dumped("first visit, 3 o'clock"), 1U); // read beside the running server
    server.signal(SIGTERM);
    const auto end = server.wait();
    EXPECT_EQ(end.code, 0);
    EXPECT_EQ(end.err.find("visit"), std::string::npos); // nothing of it in the log
    EXPECT_EQ(end.err.find("W001"), std::string::npos);
}

// Whatever moment the server dies at, the device's repeat leaves exactly one.
class Killed : public AgencyProcessTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(Killed, TheNoteThatIsSentAgainIsThereOnce) {
    std::optional<Enrolled> assessor;
    {
        ServingProcess server{folder};
        auto enrolled = enrol(server, "council", "W001");
        ASSERT_TRUE(enrolled) << describe(enrolled.error());
        assessor = *enrolled;
    }
    const auto written = note(*assessor, "written before the server died");
    const auto joining = joins(*assessor, written);
    {
        ServingProcess server{folder, {{"FRONTSHEET_CRASH_AT", GetParam()}}};
        ASSERT_TRUE(server.listens());
        const auto line = transport(server, assessor->identity);
        EXPECT_FALSE(push(*line, kCouncil, {joining, written}));
        EXPECT_EQ(server.wait().signal, SIGKILL);
    }
    const bool committed = std::string_view{GetParam()} != "server.push.before-commit";
    EXPECT_EQ(dumped("written before the server died"), committed ? 1U : 0U);
    ServingProcess server{folder};
    const auto line = transport(server, assessor->identity);
    for (int again = 0; again < 2; ++again) {
        const auto reply = push(*line, kCouncil, {joining, written});
        ASSERT_TRUE(reply) << describe(reply.error());
        EXPECT_EQ(reply->results[1].outcome, IntentOutcome::Applied);
        EXPECT_EQ(reply->results[1].version.n, 1U);
    }
    EXPECT_EQ(dumped("written before the server died"), 1U);
}

INSTANTIATE_TEST_SUITE_P(AtEachPoint, Killed,
                         ::testing::Values("server.push.before-commit", "server.push.after-commit",
                                           "server.reply.before-send"));

TEST_F(Serving, StoppingAnswersWhatIsInFlightAndLosesNothingAcknowledged) {
    ServingProcess server{folder};
    const auto assessor = enrol(server, "council", "W001");
    ASSERT_TRUE(assessor);
    std::atomic<std::size_t> acknowledged{0};
    std::vector<std::thread> devices;
    for (int d = 0; d < 3; ++d) {
        devices.emplace_back([&] {
            const auto line = transport(server, assessor->identity);
            for (;;) {
                const auto written = note(*assessor, "under load");
                const auto reply = push(*line, kCouncil, {joins(*assessor, written), written});
                if (!reply) {
                    return; // the server is gone
                }
                ++acknowledged;
            }
        });
    }
    while (acknowledged < 30) {
        std::this_thread::yield();
    }
    server.signal(SIGTERM);
    const auto end = server.wait();
    for (auto& device : devices) {
        device.join();
    }
    EXPECT_EQ(end.code, 0) << end.err;
    EXPECT_EQ(end.err.find("stop-cuts-connections"), std::string::npos);
    EXPECT_EQ(dumped("under load"), acknowledged.load());
}

TEST_F(Serving, OnlyTheNamedAgencysOwnCaSpeaksForItsDevices) {
    ServingProcess server{folder};
    const auto opened = ServerFolder::open(folder);
    ASSERT_TRUE(opened);
    const auto key = PrivateKey::generate();
    const auto request = *key->certificateRequest();
    const Principal claimed{kCouncil, WorkerId{"W001"}, "social work assessor", ids.random<DeviceId>()};
    const auto with = [&](const CertificateAuthority& authority) {
        const auto certificate = authority.issueToDevice(request, claimed, clock.now(), ids);
        EXPECT_TRUE(certificate);
        const auto line = transport(server, {certificate->pem(), *key->toPem("")});
        return push(*line, kCouncil, {});
    };
    // A CA that nobody knows: no TLS. A partner's that is known, but speaks for another agency: refused in words.
    const auto stranger = CertificateAuthority::make(kCouncil, clock.now(), ids);
    const auto byStranger = with(*stranger);
    ASSERT_FALSE(byStranger);
    EXPECT_EQ(byStranger.error().code, ErrorCode::CertificateRejected);
    const auto partner = opened->authorityOf(AgencyId{"carers_centre"});
    const auto byPartner = with(*partner);
    ASSERT_FALSE(byPartner);
    EXPECT_EQ(byPartner.error().code, ErrorCode::CertificateRejected);
    EXPECT_TRUE(with(*opened->authorityOf(kCouncil)));
}

TEST_F(Serving, AnExpiredCertificateIsToldSoAndRenews) {
    ServingProcess server{folder};
    const auto authority = ServerFolder::open(folder)->authorityOf(kCouncil);
    const auto key = PrivateKey::generate();
    const auto request = *key->certificateRequest();
    const Principal who{kCouncil, WorkerId{"W001"}, "social work assessor", ids.random<DeviceId>()};
    const auto old = authority->issueToDevice(request, who, clock.now() + -std::chrono::hours{24 * 40}, ids);
    const auto line = transport(server, {old->pem(), *key->toPem("")});
    const auto refused = push(*line, kCouncil, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CertificateRejected);

    const auto answer =
        line->post(kCouncil, "enrol", wire::pack(wire::encode(wire::EnrolRequest{"", request, who.device})),
                   wire::kMaxPackedReply);
    auto read = ReadAnswer::of(answer, wire::kMaxUnpackedReply);
    ASSERT_TRUE(read.isMessage()) << describe(read.refused().error);
    const auto renewed = wire::decodeEnrolReply(read.message());
    ASSERT_TRUE(renewed);
    const auto fresh = transport(server, {renewed->certificate, *key->toPem("")});
    EXPECT_TRUE(push(*fresh, kCouncil, {}));
}

TEST_F(Serving, RevokingByTheVerbEndsADeviceWhileTheServerRuns) {
    ServingProcess server{folder};
    const auto assessor = enrol(server, "council", "W001");
    const auto line = transport(server, assessor->identity);
    ASSERT_TRUE(push(*line, kCouncil, {}));
    const auto revoked = runAgency({"revoke", folder.string(), "--agency", "council", "--worker", "W001"});
    EXPECT_EQ(revoked.code, 0) << revoked.err;
    const auto refused = push(*line, kCouncil, {note(*assessor, "from a stolen tablet")}); // the same connection
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Revoked);
    EXPECT_EQ(dumped("from a stolen tablet"), 0U);
}

TEST_F(Serving, OversizedStrayAndNonsenseRequestsLeaveItStanding) {
    ServingProcess server{folder};
    const auto assessor = enrol(server, "council", "W001");
    ASSERT_TRUE(assessor);
    const auto line = transport(server, assessor->identity);
    const auto codeOf = [](const Result<HttpAnswer>& answer) {
        const auto read = ReadAnswer::of(answer, wire::kMaxUnpackedReply);
        return read.isMessage() ? ErrorCode{} : read.refused().error.code;
    };
    EXPECT_EQ(codeOf(line->post(kCouncil, "sync", Bytes(9 * 1024 * 1024, 'x'), 100'000)), ErrorCode::TooLarge);
    EXPECT_EQ(codeOf(line->post(kCouncil, "sync", "nonsense", 100'000)), ErrorCode::Truncated);
    EXPECT_EQ(codeOf(line->post(kCouncil, "no/such/verb", "x", 100'000)), ErrorCode::NotFound);
    EXPECT_EQ(codeOf(line->post(AgencyId{"nobody"}, "sync", "x", 100'000)), ErrorCode::NotFound);
    const auto anonymous = transport(server);
    EXPECT_EQ(codeOf(anonymous->post(kCouncil, "sync", "x", 100'000)), ErrorCode::CertificateRejected);
    EXPECT_EQ(codeOf(anonymous->post(kCouncil, "enrol", Bytes(64 * 1024, 'x'), 100'000)), ErrorCode::TooLarge);
    // Not the CA that signed the server: the device does not speak to it.
    const auto deceived = transport(server, assessor->identity, "carers_centre");
    EXPECT_EQ(codeOf(deceived->post(kCouncil, "sync", "x", 100'000)), ErrorCode::NotOurServer);
    EXPECT_TRUE(push(*line, kCouncil, {note(*assessor, "still here")}));
}

TEST_F(Serving, ConnectionsAreKeptAndSessionsResumed) {
    ServingProcess server{folder};
    const auto assessor = enrol(server, "council", "W001");
    ASSERT_TRUE(assessor);
    const auto line = transport(server, assessor->identity);
    for (int i = 0; i < 5; ++i) {
        ASSERT_TRUE(push(*line, kCouncil, {}));
    }
    const auto metrics = server.health("/metrics");
    EXPECT_NE(metrics.find("frontsheet_connections_accepted_total 2\n"), std::string::npos)
        << metrics; // enrolment, then one
    EXPECT_NE(metrics.find("frontsheet_requests_total 6\n"), std::string::npos) << metrics;
}

TEST_F(Serving, OneFolderIsServedByOneProcess) {
    ServingProcess server{folder};
    ASSERT_TRUE(server.listens());
    const auto second = runAgency({"serve", folder.string(), "--port", "0", "--health-port", "0"});
    EXPECT_EQ(second.code, 1);
    EXPECT_NE(second.err.find("being served already"), std::string::npos) << second.err;
}

TEST_F(Serving, ADamagedOrMissingKeyFileIsSaidAndNothingIsMadeAnew) {
    const auto key = folder / "keys" / "council.key";
    const auto good = readFile(key);
    ASSERT_TRUE(good);
    ASSERT_TRUE(writeFile(key, "rubbish", Readable::ByOwner));
    auto end = runAgency({"status", folder.string()});
    EXPECT_EQ(end.code, 1);
    EXPECT_NE(end.err.find("KeyFileDamaged"), std::string::npos) << end.err;
    std::filesystem::remove(key);
    end = runAgency({"status", folder.string()});
    EXPECT_EQ(end.code, 1);
    EXPECT_NE(end.err.find("StoreMissing"), std::string::npos) << end.err;
    ASSERT_TRUE(writeFile(key, std::string(64, 'a'), Readable::ByOwner)); // whole, but another's
    end = runAgency({"status", folder.string()});
    EXPECT_EQ(end.code, 1);
    ASSERT_TRUE(writeFile(key, *good, Readable::ByOwner));
    EXPECT_EQ(runAgency({"status", folder.string()}).code, 0);
}

TEST_F(Serving, SecretsAreReadableByTheirOwnerOnly) {
    (void)invitationCode("council", "W001");
    for (const auto& path :
         {folder / "keys" / "council.key", folder / "agencies" / "council" / "ca-key.pem",
          folder / "agencies" / "council" / "ledger.db", std::filesystem::path{temporary.file("invitation")}}) {
        struct stat status {};
        ASSERT_EQ(::stat(path.c_str(), &status), 0) << path;
        EXPECT_EQ(status.st_mode & 0077U, 0U) << path;
    }
    const auto key = readFile(folder / "agencies" / "council" / "ca-key.pem");
    EXPECT_NE(key->find("ENCRYPTED"), std::string::npos);
}

TEST_F(Serving, TheCommandLineSaysWhatIsWrong) {
    EXPECT_EQ(runAgency({}).code, 2);
    EXPECT_EQ(runAgency({"--help"}).code, 0);
    EXPECT_EQ(runAgency({"--version"}).code, 0);
    EXPECT_EQ(runAgency({"nonsense"}).code, 2);
    EXPECT_EQ(runAgency({"serve", folder.string(), "--prot", "1"}).code, 2);
    EXPECT_EQ(runAgency({"serve", temporary.file("nowhere")}).code, 1);
    EXPECT_EQ(runAgency({"serve", "--help"}).code, 0);
    EXPECT_EQ(runAgency({"init", folder.string(), "--agency", "other", "--name", "Other", "--kind", "council", "--url",
                         "https://127.0.0.1:1"})
                  .code,
              1); // there is a server in that folder
    EXPECT_EQ(runAgency({"init", temporary.file("new"), "--agency", "a/b", "--name", "X", "--kind", "council", "--url",
                         "https://127.0.0.1:1"})
                  .code,
              2);
}

} // namespace frontsheet::test
