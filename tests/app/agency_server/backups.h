// Backups of a server folder, and workers with real stores and engines who go on while one is made and lost.
#pragma once

#include "app/agency_server/files.h"
#include "core/domain/schema/contact_note.h"
#include "core/store/device_store.h"
#include "sync/client/sync_engine.h"
#include "sync/wire/body_codec.h"
#include "tests/app/agency_server/agency_process.h"

#include <algorithm>
#include <fstream>
#include <regex>

namespace frontsheet::test {

class BackupsTest : public AgencyProcessTest {
public:
    // A worker with a real store and engine, at a real server.
    class Tablet {
    public:
        // A test has no secret to keep: keys are made quickly.
        Tablet(BackupsTest& test, const ServingProcess& server, const char* worker, const char* agency = "council")
            : m_test(test) {
            auto made = DeviceStore::create(test.temporary.file(worker), "a passphrase",
                                            {m_codec, test.clock, KdfCost{64, 1, 1}, {}});
            EXPECT_TRUE(made) << describe(made.error());
            m_store = std::move(*made);
            auto enrolled = test.enrol(server, agency, worker);
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
                last = m_engine->exchange(AgencyId{"council"});
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
        // The council's server was restored, and nobody has looked through it yet.
        [[nodiscard]] bool isToldToWait() {
            const auto servers = m_store->servers().value();
            return std::any_of(servers.begin(), servers.end(), [](const ServerState& server) {
                return server.agency == AgencyId{"council"} && server.reconciling;
            });
        }
        [[nodiscard]] std::size_t waiting() { return m_store->outbox().value().size(); }

        Enrolled who;

    private:
        BackupsTest& m_test;
        wire::WireBodyCodec m_codec;
        PersonId m_person;
        std::unique_ptr<DeviceStore> m_store;
        std::unique_ptr<CurlTransport> m_line;
        std::unique_ptr<SyncEngine> m_engine;
    };

    [[nodiscard]] std::filesystem::path onlyBackup() const {
        std::filesystem::path found;
        for (const auto& path : backups()) {
            EXPECT_TRUE(found.empty()) << "one backup";
            found = path;
        }
        return found;
    }
    // What is there, ascending, but for the lock.
    [[nodiscard]] std::vector<std::filesystem::path> backups() const {
        std::vector<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::directory_iterator(temporary.path() / "backups")) {
            if (entry.path().filename() != ".lock") {
                found.push_back(entry.path());
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }
    Finished backUp() {
        auto made = runAgency(
            {"backup", folder.string(), "--agency", "council", "--to", (temporary.path() / "backups").string()});
        EXPECT_EQ(made.code, 0) << made.err;
        return made;
    }
    void write(const std::filesystem::path& path, const std::string& contents) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary | std::ios::trunc) << contents;
    }
    // A record more, without a device.
    void goOn(const std::string& worker) {
        write(temporary.file("workers.csv"), "worker,agency,name,role,base,covers,phone,email\n" + worker +
                                                 ",council,Priya Nair,reviewing officer,,,,\n");
        const auto done = runAgency({"import", folder.string(), "--agency", "council", "--mapping", "directory-workers",
                                     "--file", temporary.file("workers.csv")});
        EXPECT_EQ(done.code, 0) << done.err;
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

} // namespace frontsheet::test
