// The administrator's and the governance lead's view of the disclosure log, from the real program.
#include "app/agency_server/files.h"
#include "app/agency_server/server_folder.h"
#include "core/sqlite/connection.h"
#include "sync/client/answer.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/wire/held_hash.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/app/agency_server/agency_process.h"

#include <gmock/gmock.h>

#include <csignal>
#include <thread>

namespace frontsheet::test {

using ::testing::HasSubstr;
using ::testing::Not;

namespace {
const AgencyId kCouncil{"council"};
}

class Audit : public AgencyProcessTest {
public:
    // An assessor who pulls everything and says that it arrived.
    void pullAll(Transport& line) {
        wire::SyncRequest request;
        request.agency = kCouncil;
        wire::SyncReply reply;
        std::vector<ScopeProgress> partial;
        for (int round = 0; round < 10; ++round) {
            const auto answer = line.post(kCouncil, "sync", wire::pack(wire::encode(request)), wire::kMaxPackedReply);
            auto read = ReadAnswer::of(answer, wire::kMaxUnpackedReply);
            ASSERT_TRUE(read.isMessage());
            reply = *wire::decodeSyncReply(read.message(), kCouncil);
            for (const auto& granted : reply.grants.granted) {
                partial.push_back(granted);
            }
            for (const auto& page : reply.pages) {
                if (page.scopeComplete) {
                    partial.clear();
                }
                request.have.feedSeq = std::max(request.have.feedSeq, page.feedSeq);
            }
            request.have.epoch = reply.epoch;
            request.have.partial = partial;
            request.have.heldHash = held.value();
            if (reply.receipt != 0) {
                request.receipt = reply.receipt;
            }
            if (!reply.grants.granted.empty()) {
                for (const auto& granted : reply.grants.granted) {
                    held.add(granted.scope);
                }
                request.have.heldHash = held.value();
            }
            if (!reply.logHead.empty()) {
                head = reply.logHead;
            }
        }
    }
    Finished audit(std::vector<std::string> words) {
        words.insert(words.begin(), "audit");
        return runAgency(words);
    }
    // While no server runs.
    void tamper(const char* sql) {
        const auto key = readKey();
        auto db = sqlite::Connection::open((folder / "agencies/council/ledger.db").string(), key);
        ASSERT_TRUE(db);
        ASSERT_TRUE((*db)->execute(sql));
    }
    std::array<std::uint8_t, 32> readKey() {
        std::array<std::uint8_t, 32> key{};
        auto text = readFile(folder / "keys/council.key").value_or("");
        EXPECT_TRUE(detail::fromHex(text.substr(0, 64), key));
        return key;
    }

    wire::HeldHash held;
    Bytes head;
};

TEST_F(Audit, ShowsWhoGotWhatAboutAPersonAndByAWorker) {
    std::optional<Enrolled> assessor;
    Intent written;
    {
        ServingProcess server{folder};
        auto enrolled = enrol(server, "council", "W001");
        ASSERT_TRUE(enrolled) << describe(enrolled.error());
        assessor = *enrolled;
        const auto line = transport(server, assessor->identity);
        written = note(*assessor, "kept to herself until Tuesday");
        ASSERT_TRUE(push(*line, kCouncil, {joins(*assessor, written), written}));
        pullAll(*line);

        const auto beside = audit({"person", folder.string(), "--agency", "council", "--person", written.person.hex()});
        EXPECT_EQ(beside.code, 0) << beside.err; // beside the running server
        EXPECT_THAT(beside.out, HasSubstr("W001 of council, social work assessor"));
        EXPECT_THAT(beside.out, HasSubstr("1 contact-note"));
        EXPECT_THAT(beside.out, HasSubstr("because: own-agency, own-agency/1/OW2, direct-care; delivered 20"));
        EXPECT_THAT(beside.out, Not(HasSubstr("Tuesday")));
    }
    const auto json =
        audit({"person", folder.string(), "--agency", "council", "--person", written.person.hex(), "--json"});
    EXPECT_THAT(json.out, HasSubstr("\"record\":\"" + written.record.hex() + "\",\"version\":1"));
    EXPECT_THAT(json.out, HasSubstr("\"device\":\"" + assessor->principal.device.hex() + "\""));
    const auto worker = audit({"worker", folder.string(), "--agency", "council", "--worker", "W001"});
    EXPECT_THAT(worker.out, HasSubstr("sent to W001 of council"));
    const auto nobody = audit({"worker", folder.string(), "--agency", "council", "--worker", "W002"});
    EXPECT_EQ(nobody.out, "0 releases, 0 readings\n");
    const auto stranger =
        audit({"person", folder.string(), "--agency", "council", "--person", "00000000000000000000000000000001"});
    EXPECT_EQ(stranger.out, "0 releases, 0 readings\n");
}

TEST_F(Audit, VerifyNamesTheBrokenEntryAndServeGoesOn) {
    std::optional<Enrolled> assessor;
    {
        ServingProcess server{folder};
        auto enrolled = enrol(server, "council", "W001");
        ASSERT_TRUE(enrolled);
        assessor = *enrolled;
        const auto line = transport(server, assessor->identity);
        ASSERT_TRUE(push(*line, kCouncil, {note(*assessor, "one")}));
        pullAll(*line);
    }
    const auto whole = audit({"verify", folder.string(), "--offline"});
    EXPECT_EQ(whole.code, 0) << whole.err;
    EXPECT_THAT(whole.out, HasSubstr("whole: every entry is as it was written"));

    tamper("UPDATE disclosure SET entry = substr(entry, 1, 15) || x'58' || substr(entry, 17) WHERE number = 1");
    const auto broken = audit({"verify", folder.string(), "--offline", "--agency", "council"});
    EXPECT_EQ(broken.code, 1);
    EXPECT_THAT(broken.out, HasSubstr("BROKEN: entry 1 was altered"));
    EXPECT_THAT(broken.err, HasSubstr("disclosure log of council: entry 1 was altered"));
    EXPECT_THAT(runAgency({"status", folder.string()}).out, HasSubstr("BROKEN: entry 1 was altered"));

    ServingProcess server{folder};
    const auto line = transport(server, assessor->identity);
    ASSERT_TRUE(push(*line, kCouncil, {note(*assessor, "two")})); // care goes on
    server.signal(SIGTERM);
    const auto end = server.wait();
    EXPECT_THAT(end.err, HasSubstr("disclosure-log-broken agency=council entry=1"));
    const auto named = audit({"verify", folder.string(), "--offline", "--agency", "council", "--json"});
    EXPECT_EQ(named.code, 1); // it stays broken
    EXPECT_THAT(named.out,
                HasSubstr("\"entry\":1,\"fault\":\"altered\",\"words\":\"entry 1 was altered\",\"named\":true"));
}

// Two agencies of one server are partners over the peer link like any others.
TEST_F(Audit, ATruncatedLogDisagreesWithTheHeadThatAPartnerHolds) {
    std::string url;
    std::optional<Enrolled> assessor;
    const auto partnershipAt = [&](const ServingProcess& server) {
        auto text = readFile(folder / "partnership.conf").value_or("");
        for (auto at = text.find("https://127.0.0.1:"); at != std::string::npos;
             at = text.find("https://127.0.0.1:", at + 1)) {
            text.replace(at, text.find('\n', at) - at, server.url());
        }
        const auto file = folder / "here.conf"; // the certificates' paths are from its folder
        EXPECT_TRUE(writeFile(file, text, Readable::ByOwner));
        return file.string();
    };
    {
        ServingProcess server{folder};
        auto enrolled = enrol(server, "council", "W001");
        ASSERT_TRUE(enrolled);
        assessor = *enrolled;
        const auto line = transport(server, assessor->identity);
        ASSERT_TRUE(push(*line, kCouncil, {note(*assessor, "one")}));
        pullAll(*line);
        const auto here = partnershipAt(server);
        const auto pulled = runAgency({"pull", folder.string(), "--agency", "carers_centre", "--partnership", here});
        ASSERT_EQ(pulled.code, 0) << pulled.err;
        const auto agrees = audit({"verify", folder.string(), "--agency", "council", "--partnership", here});
        EXPECT_EQ(agrees.code, 0) << agrees.out << agrees.err;
        EXPECT_THAT(agrees.out, HasSubstr("carers_centre holds the head of entry "));
        EXPECT_THAT(agrees.out, HasSubstr("agrees with the heads held elsewhere"));
    }
    tamper("DELETE FROM disclosure WHERE number > 1");
    const auto alone = audit({"verify", folder.string(), "--agency", "council", "--offline"});
    EXPECT_EQ(alone.code, 0); // the file by itself cannot tell
    {
        ServingProcess server{folder};
        const auto here = partnershipAt(server);
        const auto cut = audit({"verify", folder.string(), "--agency", "council", "--partnership", here});
        EXPECT_EQ(cut.code, 1);
        EXPECT_THAT(cut.out, HasSubstr("BROKEN: the log ends before entry "));
        // The administrator finds that a backup had been put back, and enters it.
        const auto entered = audit({"restored", folder.string(), "--agency", "council", "--reason", "backup of Tuesday",
                                    "--partnership", here});
        EXPECT_EQ(entered.code, 0) << entered.err;
        const auto after = audit({"verify", folder.string(), "--agency", "council", "--partnership", here});
        EXPECT_THAT(after.out, HasSubstr("restored (backup of Tuesday)"));
        EXPECT_THAT(after.out, HasSubstr("(named in the log since)"));
    }
    const auto unreachable = audit({"verify", folder.string(), "--agency", "council"});
    EXPECT_THAT(unreachable.out, HasSubstr("carers_centre not reachable"));
}

TEST_F(Audit, EmergencyAccessesThatAwaitReviewComeFirst) {
    const auto opened = ServerFolder::open(folder);
    ASSERT_TRUE(opened);
    {
        const auto ledger = opened->ledgerOf(kCouncil);
        ASSERT_TRUE(ledger);
        const Principal doctor{kCouncil, WorkerId{"W050"}, "duty officer", ids.random<DeviceId>()};
        const Principal lead{kCouncil, WorkerId{"W900"}, "governance lead", ids.random<DeviceId>()};
        const auto write = [&](disclosure::Emergency emergency) {
            ASSERT_TRUE((*ledger)->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
                FS_ASSIGN(const auto number, disclosure::append(writes, std::move(emergency), clock.now()));
                (void)number;
                return ok();
            }));
        };
        const auto reviewed = ids.random<disclosure::EmergencyId>();
        const auto person = ids.random<PersonId>();
        write({disclosure::EmergencyStep::Opened, reviewed, person, clock.now(), doctor, "fell on the stairs"});
        write({disclosure::EmergencyStep::Reviewed, reviewed, person, {}, lead, "justified"});
        write({disclosure::EmergencyStep::Opened, ids.random<disclosure::EmergencyId>(), person, clock.now(), doctor,
               "no answer at the door"});
    }
    const auto shown = audit({"emergency", folder.string(), "--agency", "council"});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_LT(shown.out.find("no answer at the door"), shown.out.find("fell on the stairs"));
    EXPECT_THAT(shown.out, HasSubstr("AWAITS REVIEW"));
    EXPECT_THAT(shown.out, HasSubstr("by W900: justified"));
    EXPECT_THAT(shown.out, HasSubstr("2 emergency accesses, 1 await review"));
}

TEST_F(Audit, WhatItDoesNotUnderstandIsAUsageError) {
    EXPECT_EQ(audit({"everything", folder.string()}).code, 2);
    EXPECT_EQ(audit({"person", folder.string()}).code, 2);
    EXPECT_EQ(audit({"person", folder.string(), "--agency", "council", "--person", "Edith"}).code, 2);
    EXPECT_EQ(audit({"verify", (temporary.path() / "nowhere").string()}).code, 1);
    EXPECT_EQ(audit({"person", folder.string(), "--agency", "council", "--nhs-number", "999 000 0018"}).code, 1);
}

} // namespace frontsheet::test
