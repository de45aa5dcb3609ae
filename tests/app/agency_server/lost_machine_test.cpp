// The machine of two agencies is lost in the middle of a working day: folder, ledgers and all. What there is: last night's
// backups, and on another disk the key files and the journals. Real processes, real stores, real TLS.
#include "tests/app/agency_server/backups.h"

#include <gmock/gmock.h>

#include <csignal>

namespace frontsheet::test {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class LostMachine : public BackupsTest {
public:
    void SetUp() override {
        BackupsTest::SetUp();
        // As the README of the server's program has it: on another disk.
        const auto conf = readFile(folder / "server.conf").value();
        for (const char* kept : {"keys", "journals"}) {
            fs::create_directories(otherDisk());
            fs::rename(folder / kept, otherDisk() / kept);
        }
        const auto keys =
            std::regex_replace(conf, std::regex{"keys = .*"}, "keys = " + (otherDisk() / "keys").string());
        write(folder / "server.conf", std::regex_replace(keys, std::regex{"journals = .*"},
                                                         "journals = " + (otherDisk() / "journals").string()));
    }
    [[nodiscard]] fs::path otherDisk() const { return temporary.path() / "another disk"; }
    // Both agencies'.
    void backUpAll() {
        const auto made = runAgency({"backup", folder.string(), "--to", (temporary.path() / "backups").string()});
        ASSERT_EQ(made.code, 0) << made.err;
        ASSERT_EQ(backups().size(), 2U);
    }
    // The host's first: its settings make the folder.
    void bringBackOn(const fs::path& machine) {
        const auto made = backups();
        for (const auto& backup : {made.back(), made.front()}) {
            const auto restored = runAgency({"restore", machine.string(), "--from", backup.string()});
            ASSERT_EQ(restored.code, 0) << restored.err;
            ASSERT_THAT(restored.out, ::testing::Not(HasSubstr("NO JOURNAL")));
        }
        folder = machine;
    }
    [[nodiscard]] std::string heldList() const {
        const auto listed = runAgency({"held", "list", folder.string(), "--agency", "council"});
        EXPECT_EQ(listed.code, 0) << listed.err;
        return listed.out;
    }
    [[nodiscard]] std::string reconciles(const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{"reconcile", folder.string(), "--agency", "council"};
        words.insert(words.end(), more.begin(), more.end());
        const auto done = runAgency(words);
        EXPECT_EQ(done.code, 0) << done.err;
        return done.out;
    }
};

TEST_F(LostMachine, LosesNothingThatWasAcknowledged) {
    std::vector<std::unique_ptr<Tablet>> tablets;
    std::unique_ptr<Tablet> lost;
    std::unique_ptr<Tablet> partner;
    std::multimap<std::string, std::string> acknowledged;
    {
        ServingProcess server{folder};
        ASSERT_TRUE(server.listens());
        for (const char* worker : {"W001", "W002"}) {
            tablets.push_back(std::make_unique<Tablet>(*this, server, worker));
            (void)tablets.back()->writes("written on the day before");
            ASSERT_FALSE(tablets.back()->sync().failure);
        }
        lost = std::make_unique<Tablet>(*this, server, "W009");
        ASSERT_FALSE(lost->sync().failure);
        partner = std::make_unique<Tablet>(*this, server, "W040", "carers_centre");
        ASSERT_FALSE(partner->sync().failure);
        backUpAll();

        // The morning: each writes while the other does, three notes each, and changes one; somebody's tablet is stolen.
        for (int round = 0; round < 3; ++round) {
            for (auto& tablet : tablets) {
                const auto note = tablet->writes("the morning's note " + std::to_string(round));
                ASSERT_FALSE(tablet->sync().failure);
                if (round == 1) {
                    tablet->rewrites(note, "the morning's note, changed");
                    ASSERT_FALSE(tablet->sync().failure);
                }
                ASSERT_EQ(tablet->waiting(), 0U) << "all of it is acknowledged";
            }
        }
        const auto revoked = runAgency({"revoke", folder.string(), "--agency", "council", "--worker", "W009"});
        ASSERT_EQ(revoked.code, 0) << revoked.err;
        (void)lost->writes("what the thief's tablet still had");
        ASSERT_EQ(lost->sync().failure->code, ErrorCode::Revoked);
        ASSERT_THAT(heldList(), HasSubstr("W009")) << "handed in, and let go of there";
        acknowledged = dump();
        server.signal(SIGKILL);
        (void)server.wait();
    }
    fs::remove_all(folder);
    bringBackOn(temporary.path() / "new machine");
    EXPECT_EQ(dump().size() + 6, acknowledged.size()) << "the morning's notes are not in the backup";

    ServingProcess server{folder};
    ASSERT_TRUE(server.listens());
    lost->meets(server);
    const auto shut = lost->sync();
    ASSERT_TRUE(shut.failure);
    EXPECT_EQ(shut.failure->code, ErrorCode::Revoked) << "before anybody has looked: from the journal";
    for (auto& tablet : tablets) {
        tablet->meets(server);
        const auto report = tablet->sync();
        EXPECT_FALSE(report.failure) << describe(*report.failure);
        EXPECT_EQ(tablet->waiting(), 0U);
    }
    EXPECT_EQ(dump(), acknowledged) << "all of it, and each once";
    EXPECT_THAT(heldList(), HasSubstr("W009")) << "from the journal: nobody else has it";

    partner->meets(server);
    ASSERT_FALSE(partner->sync().failure);
    EXPECT_TRUE(partner->isToldToWait()) << "and says so on its sync line";
    const auto shown = reconciles();
    EXPECT_THAT(shown, HasSubstr("1  devices revoked"));
    EXPECT_THAT(shown, HasSubstr("2 of 3 own devices with a current certificate have been in contact"));
    EXPECT_TRUE(partner->isToldToWait());
    EXPECT_THAT(reconciles({"--confirm", "--by", "Priya Nair", "--reason", "the two tablets were in contact"}),
                HasSubstr("is open to partners again"));
    ASSERT_FALSE(partner->sync().failure);
    EXPECT_FALSE(partner->isToldToWait());

    // And it goes on: what is written now is taken, backed up and checked like anything before.
    (void)tablets[0]->writes("written in the afternoon");
    ASSERT_FALSE(tablets[0]->sync().failure);
    EXPECT_EQ(dumped("written in the afternoon"), 1U);
    EXPECT_EQ(runAgency({"check", folder.string()}).code, 0);
    EXPECT_EQ(runAgency({"backup", folder.string(), "--to", (temporary.path() / "next").string()}).code, 0);
}

} // namespace frontsheet::test
