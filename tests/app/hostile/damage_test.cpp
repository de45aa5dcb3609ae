// Files that are not as they were left: what is said, and that nothing is made anew over what may still be saved.

#include "tests/app/hostile/town.h"

#include <algorithm>
#include <functional>

namespace frontsheet::test {

namespace fs = std::filesystem;

class Damaged : public TownTest {
protected:
    using Files = std::map<std::string, std::string>; // by name; without what SQLite keeps beside an open database

    static Files filesIn(const fs::path& folder) {
        Files files;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            const auto name = entry.path().lexically_relative(folder).string();
            if (entry.is_regular_file() && !name.ends_with("-wal") && !name.ends_with("-shm") &&
                !name.ends_with(".lock")) {
                files[name] = bytesOf(entry.path());
            }
        }
        return files;
    }

    // Each way a file goes bad, at several places of it.
    struct Damage {
        std::string name;
        std::function<void(const fs::path&)> to;
    };
    static std::vector<Damage> damages(const fs::path& file) {
        const auto size = fs::file_size(file);
        std::vector<Damage> all;
        for (const auto at : {std::uintmax_t{0}, std::uintmax_t{40}, size / 3, size / 2, size - 20}) {
            all.push_back({"byte " + std::to_string(at) + " flipped", [at](const fs::path& f) {
                               auto bytes = bytesOf(f);
                               bytes[at] = static_cast<char>(~bytes[at]);
                               putBytes(f, bytes);
                           }});
        }
        all.push_back({"cut in the middle", [](const fs::path& f) { fs::resize_file(f, fs::file_size(f) / 2); }});
        all.push_back({"cut to its first 100 bytes", [](const fs::path& f) { fs::resize_file(f, 100); }});
        all.push_back({"empty", [](const fs::path& f) { fs::resize_file(f, 0); }});
        all.push_back({"zeros", [](const fs::path& f) { putBytes(f, std::string(fs::file_size(f), '\0')); }});
        all.push_back({"another program's file", [](const fs::path& f) { putBytes(f, std::string(9000, 'x')); }});
        all.push_back({"missing", [](const fs::path& f) { fs::remove(f); }});
        return all;
    }

    static bool hasNextStep(const Told& told) {
        return told.says("copy") || told.says("ask your agency") || told.says("backup") || told.says("Try again");
    }
    static bool hasPersonalData(const std::string& text) {
        return std::any_of(patients().begin(), patients().end(),
                           [&](const Patient& p) {
                               return text.find(p.family) != std::string::npos && p.family != "Null" &&
                                      p.family != "True";
                           }) ||
               text.find("unsent") != std::string::npos;
    }
};

TEST_F(Damaged, ADevicesFilesAreSaidToBeDamagedAndKeptAsTheyAre) {
    const auto person = town().somePerson();
    for (int i = 0; i < 2; ++i) {
        ASSERT_TRUE(
            town().device(town().nurse(), town().nurse().noteWords(person, "unsent " + std::to_string(i))).done());
    }
    const auto whole = town().nurse().act({"dump", "--canonical"}).output;
    for (const std::string file : {"store/store.db", "store/store.key"}) {
        for (const auto& damage : damages(town().nurse().profile() / file)) {
            const auto what = file + " " + damage.name;
            SCOPED_TRACE(what);
            const auto device = town().copyOfNurse("damaged");
            const auto good = filesIn(device.profile());
            damage.to(device.profile() / file);
            const auto bad = filesIn(device.profile());
            const auto told = town().device(device, {"check"});
            printRow(what, told);
            EXPECT_EQ(told.exit, 1);
            EXPECT_TRUE(told.says("damaged") || told.says("missing")) << told.err;
            EXPECT_TRUE(hasNextStep(told)) << told.err;
            EXPECT_FALSE(hasPersonalData(told.err)) << told.err;
            EXPECT_TRUE(filesIn(device.profile()) == bad) << "the check changed a file";
            // Trying to go on regardless makes nothing anew either. (Where the damage is in pages that only the check
            // reads, work goes on, and may.)
            if (!town().device(device, {"status"}).done()) {
                EXPECT_FALSE(town().device(device, {"sync"}).done());
                EXPECT_FALSE(
                    town()
                        .device(device, {"enrol", "--invitation", (town().folder() / "nurse.invitation").string()})
                        .done());
                EXPECT_TRUE(filesIn(device.profile()) == bad) << "something was made anew";
            }
            // A good copy of the file brings everything back.
            putBytes(device.profile() / file, good.at(file));
            for (const char* beside : {"store/store.db-wal", "store/store.db-shm"}) {
                fs::remove(device.profile() / beside);
            }
            EXPECT_TRUE(device.act({"dump", "--canonical"}).output == whole) << "not everything came back";
        }
    }
}

TEST_F(Damaged, AWrongPassphraseIsSaidAndChangesNothing) {
    const auto device = town().copyOfNurse("wrong-passphrase");
    const auto before = filesIn(device.profile());
    for (const std::string passphrase :
         {"correct horse battery stable", "x", "Correct horse battery staple", "\u738b\u5c0f\u660e"}) {
        putBytes(device.passphraseFile(), passphrase + "\n");
        const auto told = town().device(device, {"check"});
        printRow("passphrase \"" + passphrase + "\"", told);
        EXPECT_EQ(told.exit, 1);
        EXPECT_TRUE(told.says("That passphrase does not open this profile")) << told.err;
        EXPECT_TRUE(hasNextStep(told));
        EXPECT_FALSE(told.says(passphrase));
        EXPECT_TRUE(filesIn(device.profile()) == before);
    }
    putBytes(device.passphraseFile(), "correct horse battery staple\n");
    EXPECT_TRUE(town().device(device, {"check"}).done());
}

TEST_F(Damaged, AServersFilesAreSaidToBeDamagedAndKeptAsTheyAre) {
    auto& trust = town().trust();
    ASSERT_EQ(trust.stop().exitCode, 0);
    const auto whole = trust.dump("community_trust");
    ASSERT_TRUE(whole);
    for (const std::string file :
         {"agencies/community_trust/ledger.db", "keys/community_trust.key", "agencies/community_trust/ca-key.pem"}) {
        for (const auto& damage : damages(trust.folder() / file)) {
            const auto what = file + " " + damage.name;
            SCOPED_TRACE(what);
            const auto good = bytesOf(trust.folder() / file);
            damage.to(trust.folder() / file);
            const auto bad = filesIn(trust.folder());
            // The CA's key is first needed to serve; the ledger's last pages to read all of it.
            auto told =
                town().server(trust, file.ends_with("ca-key.pem") ? std::vector<std::string>{"serve", "--port", "0"}
                                                                  : std::vector<std::string>{"check"});
            printRow(what, told);
            EXPECT_EQ(told.exit, 1);
            EXPECT_TRUE(told.says("damaged") || told.says("missing")) << told.err;
            EXPECT_TRUE(hasNextStep(told)) << told.err;
            EXPECT_FALSE(hasPersonalData(told.err)) << told.err;
            EXPECT_TRUE(filesIn(trust.folder()) == bad) << "a file was changed";
            putBytes(trust.folder() / file, good);
            for (const char* beside : {"ledger.db-wal", "ledger.db-shm"}) {
                fs::remove(trust.folder() / "agencies/community_trust" / beside);
            }
        }
    }
    const auto after = trust.dump("community_trust");
    ASSERT_TRUE(after);
    EXPECT_EQ(after->records().size(), whole->records().size());
    ASSERT_TRUE(trust.serve());
    EXPECT_TRUE(town().device(town().nurse(), {"sync"}).done());
    EXPECT_EQ(town().notesAtTrust("unsent"), 2);
}

} // namespace frontsheet::test
