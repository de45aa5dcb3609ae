// Strangers on the wire: noise where a request should be, servers that are not ours, devices that are not the agency's.

#include "tests/app/hostile/town.h"
#include "tests/support/source_folder.h"

#include <arpa/inet.h>
#include <sstream>
#include <sys/socket.h>
#include <unistd.h>

namespace frontsheet::test {

namespace fs = std::filesystem;

class Stranger : public TownTest {
protected:
    static std::uint16_t portOf(const demo::Server& server) {
        std::istringstream ports(bytesOf(server.folder() / "serving"));
        std::uint16_t port = 0;
        ports >> port;
        return port;
    }

    // Sends the bytes to the port and hangs up, after reading a little of what comes.
    static void throwAt(const demo::Server& server, const std::string& bytes) {
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval patience{0, 300'000};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(portOf(server));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ASSERT_EQ(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        (void)::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        char buffer[256];
        (void)::recv(socket, buffer, sizeof buffer, 0);
        ::close(socket);
    }

    static Told sync(const Environment& environment = {}) {
        return town().device(town().nurse(), {"sync"}, environment);
    }
    static void write(const std::string& words) {
        ASSERT_TRUE(town().device(town().nurse(), town().nurse().noteWords(town().somePerson(), words)).done());
    }
};

TEST_F(Stranger, NoiseOnThePortLeavesTheServerStanding) {
    auto& trust = town().trust();
    std::string hello("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
    for (const auto& [what, bytes] : std::vector<std::pair<std::string, std::string>>{
             {"nothing", ""},
             {"HTTP without TLS", "GET /v1/community_trust/sync HTTP/1.1\r\nHost: x\r\n\r\n"},
             {"zeros", std::string(100'000, '\0')},
             {"a TLS hello that breaks off", hello},
             {"a TLS hello that lies about its length", hello + std::string(70'000, 'x')},
             {"SSH", "SSH-2.0-OpenSSH_9.2\r\n"},
             {"words", "Mrs O'Neill's note"}}) {
        SCOPED_TRACE(what);
        for (int times = 0; times < 5; ++times) {
            throwAt(trust, bytes);
        }
        EXPECT_TRUE(trust.running());
        EXPECT_TRUE(Town::isUp(trust));
        std::printf("  %-58s server up\n", what.c_str());
    }
    EXPECT_EQ(town().log(trust).find("O'Neill"), std::string::npos);
    EXPECT_TRUE(sync().done());
}

// On the same address, with the same agency's code, of another CA: a device says so and gives it nothing, and that server's own
// devices get nothing from ours.
TEST_F(Stranger, AServerOfAnotherCaGetsNothingAndItsDevicesNeither) {
    auto& trust = town().trust();
    write("not for strangers");
    const auto address = "https://127.0.0.1:" + std::to_string(portOf(trust));
    ASSERT_EQ(trust.stop().exitCode, 0);
    const fs::path program = fs::path{FRONTSHEET_PROGRAMS} / "frontsheet-agency";
    demo::Server impostor("impostor", program, town().folder() / "impostor", town().folder());
    ASSERT_TRUE(town()
                    .server(impostor, {"init", "--agency", "community_trust", "--name", "Trust", "--kind",
                                       "community-trust", "--initials", "XX", "--url", address, "--health-port", "0"})
                    .done());
    const auto workers = sourceFolder() / "tests/data/extracts/directory_workers.csv";
    ASSERT_TRUE(town()
                    .server(impostor, {"import", "--agency", "community_trust", "--mapping", "directory-workers",
                                       "--file", workers.string()})
                    .done());
    ASSERT_TRUE(impostor.serve());
    const auto told = sync();
    printRow("our device meets a server of another CA", told);
    EXPECT_EQ(told.exit, 3);
    EXPECT_TRUE(told.says("Your work is safe here") || told.says("sign-in page")) << told.err;
    EXPECT_TRUE(town().log(impostor).find("not for strangers") == std::string::npos);
    const auto gotten = impostor.dump("community_trust");
    EXPECT_TRUE(gotten && gotten->count("contact-note") == 0);

    const demo::Device spy("spy", fs::path{FRONTSHEET_PROGRAMS} / "frontsheet-device", town().folder() / "devices/spy",
                           town().folder());
    putBytes(spy.passphraseFile(), "correct horse battery staple\n");
    const auto invitation = (town().folder() / "spy.invitation").string();
    ASSERT_TRUE(town()
                    .server(impostor, {"enrol", "--agency", "community_trust", "--worker", "W012", "--out", invitation})
                    .done());
    ASSERT_TRUE(town().device(spy, {"enrol", "--invitation", invitation}).done());
    EXPECT_EQ(impostor.stop().exitCode, 0);
    ASSERT_TRUE(trust.serve());
    const auto refused = town().device(spy, {"sync"});
    printRow("its device meets our server", refused);
    EXPECT_EQ(refused.exit, 3);
    const auto held = spy.dump();
    EXPECT_TRUE(held && held->count("registration") == 0);

    EXPECT_TRUE(sync().done());
    EXPECT_EQ(town().notesAtTrust("not for strangers"), 1);
}

TEST_F(Stranger, AnInvitationServesOnceAndATamperedOneNever) {
    const fs::path program = fs::path{FRONTSHEET_PROGRAMS} / "frontsheet-device";
    const auto used = bytesOf(town().folder() / "nurse.invitation");
    std::string tampered = used;
    tampered[tampered.find("code") + 12] ^= 1;
    for (const auto& [what, text] :
         std::vector<std::pair<std::string, std::string>>{{"an invitation used before", used},
                                                          {"a tampered invitation", tampered},
                                                          {"half an invitation", used.substr(0, used.size() / 2)},
                                                          {"no invitation at all", std::string(3000, 'x')},
                                                          {"an empty invitation", ""}}) {
        SCOPED_TRACE(what);
        const demo::Device thief("thief", program, town().folder() / "devices/thief", town().folder());
        fs::remove_all(thief.profile());
        putBytes(thief.passphraseFile(), "correct horse battery staple\n");
        const auto file = town().folder() / "thief.invitation";
        putBytes(file, text);
        const auto told = town().device(thief, {"enrol", "--invitation", file.string()});
        printRow(what, told);
        EXPECT_NE(told.exit, 0);
        EXPECT_TRUE(told.says("Ask for")) << told.err;
        EXPECT_NE(town().device(thief, {"sync"}).exit, 0);
        EXPECT_TRUE(Town::isUp(town().trust()));
    }
}

TEST_F(Stranger, ARevokedDeviceIsToldAndHandsInWhatIsUnsent) {
    const auto& assessor = town().assessor();
    const auto person = town().somePerson();
    ASSERT_TRUE(town().device(assessor, assessor.noteWords(person, "by whom access was taken from")).done());
    ASSERT_TRUE(town().server(town().council(), {"revoke", "--agency", "council", "--worker", "W001"}).done());
    const auto told = town().device(assessor, {"sync"});
    printRow("a revoked device", told);
    EXPECT_EQ(told.exit, 4);
    EXPECT_TRUE(told.says("closed") && told.says("Handed in at") && told.says("Ring ")) << told.err;
    const auto council = town().council().dump("council");
    EXPECT_TRUE(council && council->count("contact-note") == 0);
    const auto inbox = town().server(town().council(), {"held", "list", "--agency", "council", "--json"});
    EXPECT_NE(inbox.out.find("by whom access was taken from"), std::string::npos) << "the unsent note is not lost";
    EXPECT_FALSE(fs::exists(assessor.profile() / "store")) << "nothing of any agency stays on it, and no key";
    EXPECT_EQ(town().device(assessor, {"dump", "--canonical"}).exit, 4);
}

// The last: the nurse's device is empty afterwards.
TEST_F(Stranger, ACertificateThatRanOutKeepsTheWorkAndRenewsByItself) {
    if (*FRONTSHEET_FAKETIME == '\0') {
        FAIL() << "faketime is not installed: ./dev setup installs it";
    }
    auto& trust = town().trust();
    write("written before the certificate ran out");
    // Both ends later by so much: nobody's clock is wrong, and the device was not used for so long.
    const auto syncLater = [&](const std::string& by) {
        const Environment later{{"LD_PRELOAD", FRONTSHEET_FAKETIME}, {"FAKETIME", by}, {"DONT_FAKE_MONOTONIC", "1"}};
        EXPECT_EQ(trust.stop().exitCode, 0);
        EXPECT_TRUE(trust.serve(later));
        const auto told = sync(later);
        printRow("a certificate that ran out, met after " + by, told);
        EXPECT_TRUE(Town::isUp(trust));
        return told;
    };
    // Two months: it renews at its own server, and the work goes out. (The council's server is of today; it may refuse.)
    (void)syncLater("+60d");
    EXPECT_EQ(town().notesAtTrust("written before the certificate ran out"), 1);
    // Longer than a certificate may be renewed after its end: what waits is handed in for somebody at home to look at, and
    // a device that has no access any more is closed as one that was shut out.
    write("written before it ran out for good");
    const auto refused = syncLater("+365d");
    EXPECT_EQ(refused.exit, 4);
    EXPECT_TRUE(refused.says("closed") && refused.says("Handed in at") && refused.says("Ring ")) << refused.err;
    EXPECT_EQ(town().notesAtTrust("written before it ran out for good"), 0);
    const auto inbox = town().server(trust, {"held", "list", "--agency", "community_trust", "--json"});
    EXPECT_NE(inbox.out.find("written before it ran out for good"), std::string::npos) << inbox.err;
    EXPECT_FALSE(fs::exists(town().nurse().profile() / "store")) << "nothing of any agency stays on it, and no key";
}

} // namespace frontsheet::test
