// Backups of a server that is at work, and the way back from an older one: real processes, real stores, real TLS.
#include "app/agency_server/backup/agency_backup.h"
#include "app/agency_server/backup/journal_file.h"
#include "app/agency_server/files.h"
#include "core/domain/schema/contact_note.h"
#include "core/store/device_store.h"
#include "sync/client/sync_engine.h"
#include "sync/wire/body_codec.h"
#include "tests/app/agency_server/agency_process.h"

#include <gmock/gmock.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <regex>
#include <thread>

namespace frontsheet::test {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

namespace {

const AgencyId kCouncil{"council"};
constexpr KdfCost kQuick{64, 1, 1}; // a test has no secret to keep

} // namespace

// --- the journal's file ---

class JournalOnDisk : public ::testing::Test {
public:
    [[nodiscard]] fs::path file() const { return temporary.path() / "council.journal"; }
    [[nodiscard]] std::unique_ptr<restoring::JournalFile> open() const {
        auto opened = restoring::JournalFile::open(file(), key, kCouncil);
        EXPECT_TRUE(opened) << describe(opened.error());
        return std::move(*opened);
    }
    [[nodiscard]] restoring::JournalEntry revoked(std::uint8_t number) const {
        DeviceId device;
        device.bytes[15] = number;
        return {WallTime{number}, restoring::Revoked{kCouncil, device, WallTime{number}}};
    }
    void append(std::uint8_t number, std::uint64_t known = 0) const {
        const auto entry = revoked(number);
        const auto written = open()->append({&entry, 1}, known);
        ASSERT_TRUE(written) << describe(written.error());
    }
    [[nodiscard]] Result<std::vector<std::uint8_t>> numbers(std::uint64_t known = 0) const {
        std::vector<std::uint8_t> out;
        FS_ASSIGN(const auto journal, restoring::JournalFile::open(file(), key, kCouncil));
        FS_TRY(journal->read(
            [&](const restoring::JournalEntry& entry, const restoring::JournalHead&) -> Result<void> {
                out.push_back(std::get<restoring::Revoked>(entry.what).device.bytes[15]);
                return ok();
            },
            known));
        return out;
    }
    void change(const std::function<void(std::string&)>& how) const {
        auto bytes = readFile(file()).value();
        how(bytes);
        std::ofstream(file(), std::ios::binary | std::ios::trunc) << bytes;
    }

    TemporaryFolder temporary;
    std::array<std::uint8_t, 32> key{1, 2, 3};
};

TEST_F(JournalOnDisk, KeepsWhatWasAppendedInItsOrder) {
    append(1);
    append(2, 1);
    const auto two = open();
    const std::vector<restoring::JournalEntry> more{revoked(3), revoked(4)};
    ASSERT_TRUE(two->append(more, 2));
    append(5, 4); // another process
    ASSERT_TRUE(two->append({more.data(), 1}, 5)) << "which takes in what the other wrote";
    EXPECT_EQ(numbers(6).value(), (std::vector<std::uint8_t>{1, 2, 3, 4, 5, 3}));
    const auto bytes = readFile(file()).value();
    EXPECT_EQ(bytes.find("council"), std::string::npos) << "sealed";
}

TEST_F(JournalOnDisk, SaysWhatWasDoneToIt) {
    for (std::uint8_t number = 1; number <= 5; ++number) {
        append(number);
    }
    const auto whole = readFile(file()).value();
    const std::size_t frame = (whole.size() - 25) / 5;
    const auto damaged = [&](const std::function<void(std::string&)>& how) {
        change([&](std::string& bytes) { bytes = whole; });
        change(how);
        const auto read = numbers(5);
        return read ? ErrorCode{} : read.error().code;
    };
    EXPECT_EQ(damaged([](std::string&) {}), ErrorCode{});
    EXPECT_EQ(damaged([&](std::string& bytes) { bytes[25 + frame + 40] ^= 1; }), ErrorCode::StoreDamaged) << "altered";
    EXPECT_EQ(damaged([&](std::string& bytes) { bytes.erase(25 + frame, frame); }), ErrorCode::StoreDamaged)
        << "taken out";
    EXPECT_EQ(damaged([&](std::string& bytes) { bytes.resize(25 + 3 * frame); }), ErrorCode::StoreDamaged) << "cut off";
    EXPECT_EQ(damaged([&](std::string& bytes) {
                  std::swap_ranges(bytes.begin() + 25, bytes.begin() + 25 + static_cast<std::ptrdiff_t>(frame),
                                   bytes.begin() + 25 + static_cast<std::ptrdiff_t>(frame));
              }),
              ErrorCode::StoreDamaged)
        << "in another order";
    EXPECT_EQ(damaged([](std::string& bytes) { bytes[10] ^= 1; }), ErrorCode::StoreDamaged) << "another file's";
    key[0] ^= 1;
    EXPECT_EQ(damaged([](std::string&) {}), ErrorCode::StoreDamaged) << "another key's";
}

TEST_F(JournalOnDisk, DropsWhatAPowerCutLeftHalfWritten) {
    append(1);
    append(2, 1);
    change([](std::string& bytes) { bytes.resize(bytes.size() - 5); });
    EXPECT_EQ(numbers(1).value(), (std::vector<std::uint8_t>{1}));
    EXPECT_EQ(numbers(2).error().code, ErrorCode::StoreDamaged) << "the ledger knew of two";
    append(3, 1);
    EXPECT_EQ(numbers(2).value(), (std::vector<std::uint8_t>{1, 3}));
    change([](std::string& bytes) { bytes += std::string(60, '\0'); });
    EXPECT_EQ(numbers(2).value().size(), 2U);
    append(4, 2);
    EXPECT_EQ(numbers(3).value(), (std::vector<std::uint8_t>{1, 3, 4}));
}

TEST_F(JournalOnDisk, ThatIsDamagedIsSetAsideAndTheNextThingIsWrittenAllTheSame) {
    append(1);
    append(2, 1);
    change([](std::string& bytes) { bytes[40] ^= 1; });
    append(3, 2);
    EXPECT_EQ(numbers(1).value(), (std::vector<std::uint8_t>{3}));
    EXPECT_TRUE(fs::exists(temporary.path() / "council.journal.set-aside-1"));
    fs::remove(file());
    append(4, 1);
    EXPECT_EQ(numbers(1).value(), (std::vector<std::uint8_t>{4}));
    EXPECT_EQ(numbers(2).error().code, ErrorCode::StoreDamaged) << "and a restore will ask for it";
}

// --- the verbs ---

class Backups : public AgencyProcessTest {
public:
    // A worker with a real store and engine, at a real server.
    class Tablet {
    public:
        Tablet(Backups& test, const ServingProcess& server, const char* worker) : m_test(test) {
            auto made =
                DeviceStore::create(test.temporary.file(worker), "a passphrase", {m_codec, test.clock, kQuick, {}});
            EXPECT_TRUE(made) << describe(made.error());
            m_store = std::move(*made);
            auto enrolled = test.enrol(server, "council", worker);
            EXPECT_TRUE(enrolled) << describe(enrolled.error());
            who = *enrolled;
            m_store->belongsTo(who.principal);
            meets(server);
        }
        void meets(const ServingProcess& server) {
            m_engine.reset();
            m_line = m_test.transport(server, who.identity);
            m_engine = std::make_unique<SyncEngine>(*m_store, *m_line, m_test.clock, who.principal.agency);
        }
        Exchanged sync() {
            Exchanged last;
            for (int i = 0; i < 4; ++i) {
                last = m_engine->exchange(kCouncil);
            }
            return last;
        }
        RecordId writes(const std::string& words) {
            auto note = m_test.note(who, words);
            if (m_person.isNull()) {
                m_person = note.person;
                const auto joins = m_test.joins(who, note);
                EXPECT_TRUE(m_store->save({joins}));
            }
            note.person = m_person;
            note.edits[1].after = textValue("draft");
            for (auto& edit : note.edits) {
                if (edit.field == contact_note::kState.tag) {
                    edit.after = textValue("draft");
                } else if (edit.field == contact_note::kText.tag) {
                    edit.after = textValue(words);
                } else if (edit.field == contact_note::kAuthor.tag) {
                    edit.after = textValue(who.principal.worker.str());
                }
            }
            const auto saved = m_store->save({note});
            EXPECT_TRUE(saved) << describe(saved.error());
            return note.record;
        }
        void rewrites(const RecordId& id, const std::string& words) {
            const auto held = m_store->record(id);
            ASSERT_TRUE(held && *held);
            const Record& record = (*held)->record;
            Intent intent;
            intent.op = m_test.ids.random<OpId>();
            intent.record = id;
            intent.type = record.type;
            intent.home = record.home;
            intent.person = record.person;
            intent.category = record.category;
            intent.base = record.version;
            intent.occurredAt = m_test.clock.now();
            auto fields = record.fields;
            fields.put(contact_note::kText, words);
            intent.edits = difference(record.fields, fields);
            ASSERT_TRUE(m_store->save({intent}));
        }
        [[nodiscard]] std::size_t waiting() { return m_store->outbox().value().size(); }

        Enrolled who;

    private:
        Backups& m_test;
        wire::WireBodyCodec m_codec;
        PersonId m_person;
        std::unique_ptr<DeviceStore> m_store;
        std::unique_ptr<CurlTransport> m_line;
        std::unique_ptr<SyncEngine> m_engine;
    };

    [[nodiscard]] fs::path onlyBackup() const {
        fs::path found;
        for (const auto& entry : fs::directory_iterator(temporary.path() / "backups")) {
            EXPECT_TRUE(found.empty()) << "one backup";
            found = entry.path();
        }
        return found;
    }
    // By record, without what a home's own count and clock say.
    [[nodiscard]] std::multimap<std::string, std::string> dump() {
        const auto dumped = runAgency({"dump", folder.string(), "--canonical", "--agency", "council"});
        EXPECT_EQ(dumped.code, 0) << dumped.err;
        static const std::regex kOwn{"\"(version|recorded_at)\":[0-9]+,"};
        std::multimap<std::string, std::string> lines;
        std::istringstream in{dumped.out};
        for (std::string line; std::getline(in, line);) {
            lines.emplace(line.substr(11, 32), std::regex_replace(line, kOwn, ""));
        }
        return lines;
    }
};

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
    const auto made =
        runAgency({"backup", folder.string(), "--agency", "council", "--to", (temporary.path() / "backups").string()});
    ASSERT_EQ(made.code, 0) << made.err;
    const auto before = dump();
    const auto elsewhere = temporary.path() / "new machine";
    for (const char* kept : {"keys/council.key", "journals/council.journal"}) {
        fs::create_directories((elsewhere / kept).parent_path());
        fs::copy_file(folder / kept, elsewhere / kept);
    }
    const auto restored = runAgency({"restore", elsewhere.string(), "--from", onlyBackup().string()});
    ASSERT_EQ(restored.code, 0) << restored.err;
    fs::remove_all(folder);
    folder = elsewhere;
    EXPECT_EQ(dump(), before);
    ServingProcess server{folder};
    EXPECT_TRUE(server.listens());
}

} // namespace frontsheet::test
