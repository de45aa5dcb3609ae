// Backups of a server that is at work, and the way back from an older one: real processes, real stores, real TLS.
#include "app/agency_server/server_folder.h"
#include "tests/app/agency_server/backups.h"

#include <gmock/gmock.h>

#include <atomic>
#include <csignal>
#include <thread>

namespace frontsheet::test {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

namespace {

const AgencyId kCouncil{"council"};

// Their names have seconds, and tests are quicker.
fs::path asOfYearsAgo(const fs::path& backup) {
    auto renamed = backup.parent_path() / "council-20200101T000000Z";
    fs::rename(backup, renamed);
    return renamed;
}

} // namespace

using Backups = BackupsTest;

TEST_F(Backups, DevicesSendAgainWhatTheBackupDoesNotHave) {
    std::vector<std::unique_ptr<Tablet>> tablets;
    std::multimap<std::string, std::string> before;
    std::optional<Tablet> lost;
    const auto backups = (temporary.path() / "backups").string();
    {
        ServingProcess server{folder};
        ASSERT_TRUE(server.listens());
        for (const char* worker : {"W001", "W002", "W003"}) {
            tablets.push_back(std::make_unique<Tablet>(*this, server, worker));
        }
        lost.emplace(*this, server, "W009");
        for (auto& tablet : tablets) {
            tablet->writes("written before the backup");
            EXPECT_FALSE(tablet->sync().failure);
        }
        EXPECT_FALSE(lost->sync().failure);
        // The backup is made while they work.
        std::atomic<bool> done{false};
        std::atomic<int> written{0};
        std::thread busy{[&] {
            while (!done) {
                tablets[0]->writes("written meanwhile " + std::to_string(written.load()));
                (void)tablets[0]->sync();
                ++written;
            }
        }};
        const auto made = runAgency({"backup", folder.string(), "--agency", "council", "--to", backups});
        done = true;
        busy.join();
        ASSERT_EQ(made.code, 0) << made.err;
        EXPECT_GT(written.load(), 0);
        EXPECT_THAT(made.out, HasSubstr("read back and whole"));

        std::vector<RecordId> notes;
        for (auto& tablet : tablets) {
            EXPECT_FALSE(tablet->sync().failure); // hears what is safe
            notes.push_back(tablet->writes("written after the backup"));
            EXPECT_FALSE(tablet->sync().failure);
        }
        for (std::size_t i = 0; i < tablets.size(); ++i) {
            tablets[i]->rewrites(notes[i], "written after the backup, and changed");
            EXPECT_FALSE(tablets[i]->sync().failure);
            EXPECT_EQ(tablets[i]->waiting(), 0U);
        }
        const auto revoked = runAgency({"revoke", folder.string(), "--agency", "council", "--worker", "W009"});
        ASSERT_EQ(revoked.code, 0) << revoked.err;
        before = dump();
        server.signal(SIGKILL);
        (void)server.wait();
    }

    const auto backup = onlyBackup().string();
    const auto refused = runAgency({"restore", folder.string(), "--from", backup});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("--replace-newer"));
    EXPECT_EQ(dump(), before) << "nothing was done";
    const auto restored = runAgency({"restore", folder.string(), "--from", backup, "--replace-newer"});
    ASSERT_EQ(restored.code, 0) << restored.err;
    EXPECT_THAT(restored.out, HasSubstr("1  devices revoked"));
    EXPECT_THAT(restored.out, HasSubstr("What was in its place is kept"));
    const auto short_ = dump();
    EXPECT_LT(short_.size(), before.size());

    ServingProcess server{folder};
    ASSERT_TRUE(server.listens());
    for (auto& tablet : tablets) {
        tablet->meets(server);
        const auto report = tablet->sync();
        EXPECT_FALSE(report.failure) << describe(*report.failure);
    }
    EXPECT_EQ(dump(), before) << "all of it is back, and each once";
    for (auto& tablet : tablets) {
        EXPECT_EQ(tablet->waiting(), 0U);
    }
    lost->meets(server);
    const auto shut = lost->sync();
    ASSERT_TRUE(shut.failure);
    EXPECT_EQ(shut.failure->code, ErrorCode::Revoked) << "revoked after the backup, and still";

    const auto shown = runAgency({"reconcile", folder.string(), "--agency", "council"});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_THAT(shown.out, HasSubstr("1  devices revoked"));
    EXPECT_THAT(shown.out, HasSubstr("own devices with a current certificate have been in contact"));
    EXPECT_THAT(shown.out, HasSubstr("Partners get nothing yet"));
    const auto confirmed =
        runAgency({"reconcile", folder.string(), "--agency", "council", "--confirm", "--by", "Priya Nair"});
    EXPECT_EQ(confirmed.code, 0) << confirmed.err;
    EXPECT_EQ(runAgency({"reconcile", folder.string(), "--agency", "council", "--confirm", "--by", "P"}).code, 1);
    EXPECT_EQ(runAgency({"check", folder.string()}).code, 0);
}

TEST_F(Backups, ADamagedBackupIsNotPutBack) {
    const auto made =
        runAgency({"backup", folder.string(), "--agency", "council", "--to", (temporary.path() / "backups").string()});
    ASSERT_EQ(made.code, 0) << made.err;
    const auto backup = onlyBackup();
    const auto before = dump();
    auto bytes = readFile(backup / "ledger.db", 64_MiB).value();
    bytes[bytes.size() / 2] ^= 1;
    std::ofstream(backup / "ledger.db", std::ios::binary | std::ios::trunc) << bytes;
    const auto restored = runAgency({"restore", folder.string(), "--from", backup.string(), "--replace-newer"});
    EXPECT_EQ(restored.code, 1);
    EXPECT_EQ(dump(), before);
    EXPECT_FALSE(fs::exists(folder / "agencies/council/ledger.db.restoring"));
}

TEST_F(Backups, WithoutTheJournalItHasToBeToldSo) {
    const auto made =
        runAgency({"backup", folder.string(), "--agency", "council", "--to", (temporary.path() / "backups").string()});
    ASSERT_EQ(made.code, 0) << made.err;
    fs::remove(folder / "journals/council.journal");
    const auto backup = onlyBackup().string();
    EXPECT_EQ(runAgency({"restore", folder.string(), "--from", backup}).code, 1);
    const auto restored = runAgency({"restore", folder.string(), "--from", backup, "--without-journal"});
    EXPECT_EQ(restored.code, 0) << restored.err;
    EXPECT_THAT(restored.out, HasSubstr("NO JOURNAL"));
}

TEST_F(Backups, AMachineThatIsLostComesBackOnANewOne) {
    write(folder / "agencies/council/rescue.pub", "a rescue key");
    write(folder / "agencies/council/agreements/one.agreement", "an agreement");
    write(folder / "agencies/council/files/r.a", "sealed");
    const auto made =
        runAgency({"backup", folder.string(), "--agency", "council", "--to", (temporary.path() / "backups").string()});
    ASSERT_EQ(made.code, 0) << made.err;
    const auto before = dump();
    const auto elsewhere = temporary.path() / "new machine";
    for (const char* kept : {"keys/council.key", "journals/council.journal"}) {
        fs::create_directories((elsewhere / kept).parent_path());
        fs::copy_file(folder / kept, elsewhere / kept);
    }
    const auto key = elsewhere / "keys/council.key";
    fs::rename(key, elsewhere / "council.key");
    const auto keyless = runAgency({"restore", elsewhere.string(), "--from", onlyBackup().string()});
    EXPECT_EQ(keyless.code, 1);
    EXPECT_THAT(keyless.err, HasSubstr(key.string())) << "where it has to be";
    EXPECT_FALSE(fs::exists(elsewhere / "server.conf")) << "nothing is believed before it is verified";
    fs::rename(elsewhere / "council.key", key);
    const auto restored = runAgency({"restore", elsewhere.string(), "--from", onlyBackup().string()});
    ASSERT_EQ(restored.code, 0) << restored.err;
    for (const char* beside : {"agencies/council/ca.pem", "agencies/council/ca-key.pem", "agencies/council/rescue.pub",
                               "agencies/council/agreements/one.agreement", "agencies/council/files/r.a",
                               "carers_centre-ca.pem", "council-ca.pem"}) {
        EXPECT_EQ(readFile(elsewhere / beside).value_or("not there"), readFile(folder / beside).value()) << beside;
    }
    fs::remove_all(folder);
    folder = elsewhere;
    EXPECT_EQ(dump(), before);
    ServingProcess server{folder};
    EXPECT_TRUE(server.listens());
}

// Whom the server trusts, and what agreements say, comes from a backup too.
TEST_F(Backups, WhatWasPutIntoABackupIsNotBelieved) {
    const auto agreement = folder / "agencies/council/agreements/locality.agreement";
    write(agreement, "an agreement");
    (void)backUp();
    const auto backup = onlyBackup();
    const auto before = dump();
    const auto refused = [&](const char* why) {
        const auto restored = runAgency({"restore", folder.string(), "--from", backup.string()});
        EXPECT_EQ(restored.code, 1) << why;
        EXPECT_THAT(restored.err, HasSubstr("Nothing was put back")) << why;
        EXPECT_EQ(dump(), before) << why;
    };
    const auto changed = [&](const char* name, const char* why) {
        const auto path = backup / name;
        const auto whole = readFile(path, 64_MiB).value();
        write(path, whole + "# and more\n");
        refused(why);
        fs::remove(path);
        refused(why);
        write(path, whole);
    };
    changed("host/carers_centre-ca.pem", "a partner's CA");
    changed("host/partnership.conf", "who works together");
    changed("agency/agreements/locality.agreement", "an agreement");
    changed("agency/ca-key.pem", "the CA's key");
    changed("contents", "the list");
    const auto conf = readFile(backup / "backup.conf").value();
    write(backup / "backup.conf", std::regex_replace(conf, std::regex{"made_at = [0-9]+"}, "made_at = 1"));
    refused("another time");
    write(backup / "backup.conf", std::regex_replace(conf, std::regex{"seal = .*\n"}, ""));
    refused("no seal");
    write(backup / "backup.conf", conf);
    // What is not in the list is left where it is.
    write(backup / "agency/agreements/planted.agreement", "all to everybody");
    write(backup / "agency/rescue.pub", "a key of somebody's own");
    fs::remove_all(folder / "agencies/council/agreements");
    const auto restored = runAgency({"restore", folder.string(), "--from", backup.string()});
    ASSERT_EQ(restored.code, 0) << restored.err;
    EXPECT_EQ(readFile(agreement).value(), "an agreement");
    EXPECT_FALSE(fs::exists(folder / "agencies/council/agreements/planted.agreement"));
    EXPECT_FALSE(fs::exists(folder / "agencies/council/rescue.pub"));
}

TEST_F(Backups, AnotherAgencysIsNotPutBackHere) {
    const auto made = runAgency(
        {"backup", folder.string(), "--agency", "carers_centre", "--to", (temporary.path() / "backups").string()});
    ASSERT_EQ(made.code, 0) << made.err;
    const auto backup = onlyBackup();
    // A folder of the council's alone.
    fs::remove_all(folder / "agencies/carers_centre");
    const auto partnership = readFile(folder / "partnership.conf").value();
    write(folder / "partnership.conf", std::regex_replace(partnership, std::regex{"hosted_by = council"}, ""));
    const auto before = dump();
    const auto restored = runAgency({"restore", folder.string(), "--from", backup.string()});
    EXPECT_EQ(restored.code, 1);
    EXPECT_THAT(restored.err, HasSubstr("not of an agency of that server"));
    EXPECT_EQ(dump(), before);
    EXPECT_FALSE(fs::exists(folder / "agencies/carers_centre"));
    // Nor under the council's name, with the council's key.
    auto conf = readFile(backup / "backup.conf").value();
    write(backup / "backup.conf", std::regex_replace(conf, std::regex{"carers_centre"}, "council"));
    EXPECT_EQ(runAgency({"restore", folder.string(), "--from", backup.string()}).code, 1);
    EXPECT_EQ(dump(), before);
}

TEST_F(Backups, AnEarlierOneIsPutBackOnlyWhenItIsSaidSo) {
    (void)backUp();
    const auto first = asOfYearsAgo(onlyBackup());
    goOn("W100");
    (void)backUp();
    const auto restored = runAgency({"restore", folder.string(), "--from", first.string(), "--replace-newer"});
    EXPECT_EQ(restored.code, 1);
    EXPECT_THAT(restored.err, HasSubstr("--older-backup"));
    EXPECT_THAT(restored.err, HasSubstr("Nothing was changed"));
    const auto said =
        runAgency({"restore", folder.string(), "--from", first.string(), "--replace-newer", "--older-backup"});
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("LOST"));
}

TEST_F(Backups, AttachedFilesComeAlongAndTakeRoomOnce) {
    const auto files = folder / "agencies/council/files";
    write(files / "r1.a1", std::string(300'000, 'a'));
    write(files / "r2.a2", "b");
    write(files / "r3.a3.part", "not whole");
    (void)backUp();
    const auto first = asOfYearsAgo(onlyBackup());
    EXPECT_FALSE(fs::exists(first / "agency/files/r3.a3.part")) << "its device goes on with it";
    write(first / "agency/files/r2.a2", "c"); // the disk of the backups has rotted
    write(files / "r4.a4", "d");
    fs::create_directories(temporary.path() / "backups/council-20200102T000000Z.making"); // one that was killed
    (void)backUp();
    ASSERT_EQ(backups().size(), 2U) << "what was cut off is gone";
    const auto second = backups().back();
    EXPECT_EQ(fs::hard_link_count(second / "agency/files/r1.a1"), 2U);
    EXPECT_EQ(readFile(second / "agency/files/r2.a2").value(), "b") << "copied anew";
    EXPECT_EQ(fs::hard_link_count(second / "agency/files/r2.a2"), 1U);
    EXPECT_EQ(fs::hard_link_count(files / "r4.a4"), 1U) << "never linked to what is served";
    fs::remove(files / "r1.a1");
    fs::remove(files / "r2.a2");
    write(files / "r4.a4", "D");
    const auto restored = runAgency({"restore", folder.string(), "--from", second.string()});
    ASSERT_EQ(restored.code, 0) << restored.err;
    EXPECT_EQ(readFile(files / "r1.a1").value(), std::string(300'000, 'a'));
    EXPECT_EQ(fs::hard_link_count(files / "r1.a1"), 1U) << "a copy of its own";
    EXPECT_EQ(readFile(files / "r4.a4").value(), "D") << "never in place of anything";
}

// The verbs may be at work while the server stands still.
TEST_F(Backups, ALedgerThatSomebodyHasOpenIsNotReplaced) {
    (void)backUp();
    const auto backup = onlyBackup();
    const auto opened = ServerFolder::open(folder);
    ASSERT_TRUE(opened);
    {
        const auto ledger = opened->ledgerOf(kCouncil);
        ASSERT_TRUE(ledger) << describe(ledger.error());
        const auto restored = runAgency({"restore", folder.string(), "--from", backup.string()});
        EXPECT_EQ(restored.code, 1);
        EXPECT_THAT(restored.err, HasSubstr("another program has the ledger open"));
        EXPECT_FALSE(fs::exists(folder / "agencies/council/ledger.db.restoring"));
    }
    EXPECT_EQ(runAgency({"restore", folder.string(), "--from", backup.string()}).code, 0);
}

TEST_F(Backups, ADamagedJournalIsKeptAndAnotherBegun) {
    (void)backUp();
    const auto file = folder / "journals/council.journal";
    write(file, readFile(file).value() + std::string(60, 'x'));
    const auto backup = onlyBackup().string();
    EXPECT_EQ(runAgency({"restore", folder.string(), "--from", backup}).code, 1);
    const auto restored = runAgency({"restore", folder.string(), "--from", backup, "--without-journal"});
    ASSERT_EQ(restored.code, 0) << restored.err;
    EXPECT_THAT(restored.out, HasSubstr("JOURNAL IS DAMAGED"));
    EXPECT_TRUE(fs::exists(folder / "journals/council.journal.set-aside-1"));
    // The ledger goes on in the new one: nothing more is set aside.
    (void)invitationCode("council", "W001");
    EXPECT_FALSE(fs::exists(folder / "journals/council.journal.set-aside-2"));
}

TEST_F(Backups, OneThatCannotBeMadeLeavesNothing) {
    write(folder / "partnership.conf", "not a partnership");
    const auto made =
        runAgency({"backup", folder.string(), "--agency", "council", "--to", (temporary.path() / "backups").string()});
    EXPECT_EQ(made.code, 1);
    EXPECT_TRUE(backups().empty());
}

} // namespace frontsheet::test
