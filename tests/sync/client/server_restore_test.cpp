// A home that comes back from an older backup: what was acknowledged since comes again from the tablets, once; what was taken
// away since stays away, by the journal; partners wait until somebody has looked.
#include "core/domain/schema/permission.h"
#include "core/domain/sharing/permission_codec.h"
#include "core/domain/version_line.h"
#include "sync/server/embedded/ledger_backup.h"
#include "sync/server/restoring/restore.h"
#include "tests/sync/client/revocation_town.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace frontsheet::test {

namespace fs = std::filesystem;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RestoredHome : public Town {
public:
    static constexpr std::array<std::uint8_t, 32> kKey{1, 2, 3, 4}; // the world's

    void SetUp() override {
        Town::SetUp();
        joins(edith, assessor());
        ownTablet = &tablet("nurse", "trust", "W012");
        ownTablet->who.role = "community nurse";
        ownTablet->settle();
        assessor().settle();
    }
    [[nodiscard]] std::string ledger() const { return folder.file("trust.db"); }
    void backUp() {
        beginBackup();
        endBackup();
    }
    // The copy is made; what is told now is not in it.
    void beginBackup() {
        ASSERT_TRUE(server->ledgerOf(kTrustHome)->write(WriteKind::Other, [](LedgerWrites& writes) {
            return writes.noteSafe(0);
        }));
        fs::remove(folder.file("backup.db"));
        const auto copied = copyLedger(ledger(), folder.file("backup.db"), kKey);
        ASSERT_TRUE(copied) << describe(copied.error());
    }
    void endBackup() {
        const auto copy = verifyLedger(folder.file("backup.db"), kKey, kTrustHome);
        ASSERT_TRUE(copy) << describe(copy.error());
        ASSERT_TRUE(server->ledgerOf(kTrustHome)->write(WriteKind::Other, [&](LedgerWrites& writes) {
            return writes.noteSafe(copy->head.feedSeq);
        }));
    }
    void restore() {
        server.reset();
        for (const char* part : {"", "-wal", "-shm"}) {
            fs::remove(ledger() + part);
        }
        fs::copy_file(folder.file("backup.db"), ledger());
        {
            const auto opened = EmbeddedLedger::open(ledger(), kKey, kTrustHome);
            ASSERT_TRUE(opened) << describe(opened.error());
            ASSERT_TRUE((*opened)->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
                FS_ASSIGN(replayed, restoring::beginAgain(writes, *journals[kTrustHome], ids, 0, clock.now()));
                FS_ASSIGN(const auto head, writes.head());
                line = head.line;
                return ok();
            }));
            journals[kTrustHome]->push_back({clock.now(), restoring::Restored{0, line}});
        }
        const auto whole = EmbeddedLedger::check(ledger(), kKey, kTrustHome);
        ASSERT_TRUE(whole) << describe(whole.error());
        restart();
    }
    Result<void> open() {
        return server->ledgerOf(kTrustHome)->write(WriteKind::Other, [&](LedgerWrites& writes) {
            return restoring::openToPartners(writes, {"Priya Nair", "looked through"}, clock.now());
        });
    }
    RecordId writes(TownTablet& who, const PersonId& person, const std::string& words) {
        clock.advance(std::chrono::milliseconds{1});
        const auto note = Device{*this, who.who, kTrustHome}.writesNote(person, words, "draft");
        who.saves(note);
        return note.record;
    }
    void rewrites(TownTablet& who, const RecordId& note, const std::string& words) {
        clock.advance(std::chrono::milliseconds{1});
        who.edits(note, [&](FieldSet& fields) { fields.put(contact_note::kText, words); });
    }
    // Edith, to her records being shown to the council.
    Intent objects() {
        sharing::PermissionStatement statement;
        statement.kind = sharing::StatementKind::Objection;
        statement.home = kTrustHome;
        statement.receiver = kCouncilHome;
        statement.askedAt = clock.now();
        statement.askedBy = ownTablet->who.worker;
        statement.askedByAgency = ownTablet->who.agency;
        FieldSet fields;
        sharing::putStatement(fields, statement);
        clock.advance(std::chrono::milliseconds{1});
        auto intent = Device{*this, ownTablet->who, kTrustHome}.creates(RecordType::PermissionStatement, edith, fields);
        intent.category = Category::Involvement;
        return intent;
    }
    [[nodiscard]] Record at(const RecordId& id) { return ledgerOf(kTrustHome).at(id); }
    // What waits at a tablet to be sent again, however it is called there.
    [[nodiscard]] std::size_t versionsOf(const RecordId& id) {
        std::size_t count = 1;
        const auto reads = server->ledgerOf(kTrustHome)->read();
        EXPECT_TRUE((*reads)->history(id, [&](const KeptRecord&) -> Result<Walk> {
            ++count;
            return Walk::On;
        }));
        return count;
    }

    TownTablet* ownTablet = nullptr;
    restoring::Replayed replayed;
    std::uint64_t line = 0;
};

TEST_F(RestoredHome, WorkAcknowledgedSinceTheBackupComesAgainOnce) {
    backUp();
    const auto note = writes(*ownTablet, edith, "vexbright, after the backup");
    ownTablet->settle();
    rewrites(*ownTablet, note, "vexbright, changed once");
    ownTablet->settle();
    rewrites(*ownTablet, note, "vexbright, changed twice");
    ownTablet->settle();
    ASSERT_EQ(versionsOf(note), 3U);
    const auto before = at(note);

    restore();
    ASSERT_FALSE(ledgerOf(kTrustHome).contains(note)) << "the backup is from before it";
    ownTablet->settle();
    ASSERT_TRUE(ledgerOf(kTrustHome).contains(note));
    EXPECT_EQ(at(note).fields, before.fields);
    EXPECT_EQ(versionsOf(note), 3U) << "each edit once";
    EXPECT_GT(lineOf(at(note).version.n), 0U) << "no number means two versions";
    EXPECT_THAT(ownTablet->outbox(), IsEmpty());
    ASSERT_TRUE(open());
    assessor().settle();
    checkEverything();
}

TEST_F(RestoredHome, WhatTheBackupHasIsNotSentAgain) {
    const auto note = writes(*ownTablet, edith, "vexbright, before the backup");
    ownTablet->settle();
    backUp();
    ownTablet->settle(); // hears that it is safe
    restore();
    const auto reads = server->ledgerOf(kTrustHome)->read();
    const auto head = (*reads)->head();
    const auto answered = ownTablet->exchange(kTrustHome);
    ASSERT_FALSE(answered.failure);
    EXPECT_EQ(answered.answered, 0U) << "nothing had to go again";
    ownTablet->settle();
    EXPECT_EQ(versionsOf(note), 1U);
    EXPECT_TRUE(head->backedUp);
}

TEST_F(RestoredHome, WhatIsToldWhileTheFirstBackupIsCopiedComesAgain) {
    const auto before = writes(*ownTablet, edith, "vexbright, before anybody thought of backups");
    ownTablet->settle();
    beginBackup();
    const auto meanwhile = writes(*ownTablet, edith, "vexbright, while it was copied");
    ownTablet->settle();
    endBackup();
    restore();
    EXPECT_TRUE(ledgerOf(kTrustHome).contains(before));
    ASSERT_FALSE(ledgerOf(kTrustHome).contains(meanwhile));
    ownTablet->settle();
    EXPECT_TRUE(ledgerOf(kTrustHome).contains(meanwhile));
    EXPECT_EQ(versionsOf(meanwhile), 1U);
}

// One whose transaction the disk refused is in the journal all the same.
TEST_F(RestoredHome, OfTwoAnswersTheLastOneWasTold) {
    backUp();
    OpId op;
    op.bytes[0] = 7;
    const auto answered = [&](std::uint64_t version) {
        journals[kTrustHome]->push_back(
            {clock.now(),
             restoring::Answered{ownTablet->who.device,
                                 {Bytes(32, 'h'), {op, IntentOutcome::Applied, {}, HomeVersion{version}}}}});
    };
    answered(4);
    answered(5);
    restore();
    const auto reads = server->ledgerOf(kTrustHome)->read();
    const auto operation = (*reads)->operation(ownTablet->who.device, op);
    ASSERT_TRUE(operation && *operation);
    EXPECT_EQ((*operation)->result.version.n, 5U);
    EXPECT_EQ(replayed.answers, 1U);
}

// A device that sends the two again hears that both are done.
TEST_F(RestoredHome, WhatWasWrittenTogetherWithAnObjectionComesBackWithIt) {
    backUp();
    auto objection = objects();
    clock.advance(std::chrono::milliseconds{1});
    auto note = Device{*this, ownTablet->who, kTrustHome}.writesNote(edith, "vexbright, why she objects", "draft");
    objection.transaction = note.transaction = ids.random<TransactionId>();
    ASSERT_TRUE(ownTablet->store().save({objection, note}));
    ownTablet->work.insert(ownTablet->work.end(), {objection, note});
    ownTablet->settle();
    ASSERT_TRUE(ledgerOf(kTrustHome).contains(note.record));
    restore();
    EXPECT_TRUE(ledgerOf(kTrustHome).contains(objection.record));
    EXPECT_TRUE(ledgerOf(kTrustHome).contains(note.record));
    EXPECT_EQ(replayed.statements, 1U);
    ownTablet->settle();
    EXPECT_EQ(versionsOf(note.record), 1U);
    EXPECT_THAT(ownTablet->outbox(), IsEmpty());
}

TEST_F(RestoredHome, WhatWasAnsweredAndLostAndAnsweredAgainIsThereOnce) {
    backUp();
    const auto note = writes(*ownTablet, edith, "vexbright");
    ownTablet->settle();
    restore();
    ownTablet->loseReplies = 3; // the home has it, and the tablet does not know
    ownTablet->sync();
    ownTablet->settle();
    EXPECT_EQ(versionsOf(note), 1U);
    restore(); // and once more, from the same backup
    ownTablet->loseRequests = 1;
    ownTablet->settle();
    EXPECT_EQ(versionsOf(note), 1U);
    ASSERT_TRUE(open());
    assessor().settle();
    checkEverything();
}

TEST_F(RestoredHome, TwoWhoBuiltOnEachOtherBothKeepTheirWords) {
    auto& other = tablet("second", "trust", "W012");
    other.who.role = "community nurse";
    const auto note = writes(*ownTablet, edith, "as it was in the backup");
    ownTablet->settle();
    backUp();
    other.settle();
    ownTablet->settle();
    rewrites(*ownTablet, note, "vexbright, on the first tablet");
    ownTablet->settle();
    other.settle();
    rewrites(other, note, "vexbright, on the second, after the first");
    other.settle();
    restore();
    other.settle(); // the later one comes first: what it was made on is not there
    ownTablet->settle();
    other.settle();
    const auto now = at(note);
    std::set<std::string> said{now.fields.get(contact_note::kText)};
    for (const auto& version : now.fields.others()) {
        for (const auto& words : version.says) {
            if (words.value && std::holds_alternative<std::string>(*words.value)) {
                said.insert(std::get<std::string>(*words.value));
            }
        }
    }
    EXPECT_TRUE(said.contains("vexbright, on the second, after the first"));
    EXPECT_TRUE(said.contains("vexbright, on the first tablet"));
}

TEST_F(RestoredHome, PartnersGetNothingUntilSomebodyHasLooked) {
    backUp();
    restore();
    const auto referral = refers(edith);
    const auto first = assessor().exchange(kTrustHome);
    ASSERT_FALSE(first.failure) << describe(*first.failure);
    EXPECT_EQ(first.received, 0U);
    EXPECT_FALSE(assessor().holds(referral));
    EXPECT_TRUE(assessor().holds(edithsNote)) << "what is there stays readable: never a blind wipe";
    ownTablet->settle();
    EXPECT_TRUE(ownTablet->holds(referral)) << "own workers are served";

    // Their work is taken all the same.
    const auto message = assessor().writesMessage(referral, edith, "vexbright, while it is looked through");
    assessor().settle();
    EXPECT_TRUE(ledgerOf(kTrustHome).contains(message));

    const auto reads = server->ledgerOf(kTrustHome)->read();
    const auto standing = restoring::standing(**reads);
    ASSERT_TRUE(standing && *standing);
    EXPECT_GT((*standing)->since, 0U);
    EXPECT_TRUE((*standing)->devices.contains(ownTablet->who.device));
    ASSERT_TRUE(open());
    EXPECT_EQ(open().error().code, ErrorCode::WrongState) << "once";
    assessor().settle();
    EXPECT_TRUE(assessor().holds(referral));
    ownTablet->settle();
    checkEverything();
}

TEST_F(RestoredHome, WhoWasRevokedStaysRevoked) {
    auto& lost = tablet("lost", "trust", "W012");
    lost.settle();
    backUp();
    revokes(lost, kTrustHome);
    restore();
    EXPECT_EQ(replayed.revocations, 1U);
    const auto asked = lost.exchange(kTrustHome);
    ASSERT_TRUE(asked.failure);
    EXPECT_EQ(asked.failure->code, ErrorCode::Revoked);
}

// A shut out device has let go of it all by then, and asks nobody again.
TEST_F(RestoredHome, WhatAShutOutDeviceHandedInStillWaitsToBeLookedAt) {
    auto& lost = tablet("lost", "trust", "W012");
    lost.who.role = "community nurse";
    lost.settle();
    backUp();
    writes(lost, edith, "vexbright, written where there was no signal");
    const auto op = lost.outbox().front().intent.op;
    revokes(lost, kTrustHome);
    lost.settle();
    ASSERT_TRUE(isHeldAt(kTrustHome, op));
    restore();
    EXPECT_EQ(replayed.held, 1U);
    EXPECT_TRUE(isHeldAt(kTrustHome, op)) << "with its words";
    lost.settle();
    const auto reads = server->ledgerOf(kTrustHome)->read();
    EXPECT_THAT((*reads)->removals().inbox(std::nullopt).value(), ::testing::SizeIs(1)) << "once";
}

TEST_F(RestoredHome, WhatSomebodyObjectedToStaysTakenAway) {
    agrees([](sharing::Agreement& agreement) {
        for (auto& clause : agreement.clauses) {
            if (clause.relationships == sharing::RelationshipSet{sharing::Relationship::CareTeam}) {
                clause.permission = sharing::PermissionMode::ObjectionHonoured;
            }
        }
    });
    assessor().settle();
    ASSERT_TRUE(assessor().holds(edithsNote));
    backUp();
    const auto intent = objects(); // on a tablet, so that it is also sent again
    ownTablet->saves(intent);
    ownTablet->settle();
    assessor().settle();
    ASSERT_FALSE(assessor().holds(edithsNote)) << "as the person wishes";

    restore();
    EXPECT_EQ(replayed.statements, 1U);
    EXPECT_EQ(replayed.answers, 1U);
    ASSERT_TRUE(open()); // before the tablet that recorded it has come back
    assessor().settle();
    EXPECT_FALSE(assessor().holds(edithsNote));
    EXPECT_FALSE(assessor().holdsWords(wordsOf(edithsNote)));
    ownTablet->settle();
    EXPECT_THAT(ownTablet->outbox(), IsEmpty()) << "its repeat hears the answer that it had before";
    EXPECT_EQ(versionsOf(intent.record), 1U);
    checkEverything();
}

TEST_F(RestoredHome, ALineIsNeverUsedTwice) {
    const WallTime now{1'795'000'000'000};
    EXPECT_EQ(restoring::nextLine(0, 0, WallTime{0}), 1U);
    EXPECT_GT(restoring::nextLine(0, 0, now), 50'000U) << "the hours since 2020 stand in for a journal that was lost";
    EXPECT_EQ(restoring::nextLine(70'000, 3, now), 70'001U);
    EXPECT_EQ(restoring::nextLine(3, 80'000, now), 80'001U);
    EXPECT_EQ(restoring::nextLine(kLastLine, kLastLine, now), kLastLine);
    EXPECT_EQ(versionAfter({}, 5).n, 1U);
    EXPECT_EQ(versionAfter({3}, 0).n, 4U);
    EXPECT_EQ(versionAfter({3}, 5).n, floorOf(5) + 1);
    EXPECT_EQ(versionAfter({floorOf(5) + 1}, 5).n, floorOf(5) + 2);
    EXPECT_LT(floorOf(kLastLine) + 0xFFFFFFFFu, std::uint64_t{1} << 53);
}

TEST_F(RestoredHome, BothLinesOfTwoRestoresStandApart) {
    backUp();
    restore();
    const auto reads = server->ledgerOf(kTrustHome)->read();
    const auto first = (*reads)->head();
    restore();
    const auto again = server->ledgerOf(kTrustHome)->read();
    const auto second = (*again)->head();
    EXPECT_GT(second->line, first->line);
    EXPECT_NE(second->epoch, first->epoch);
    EXPECT_TRUE(second->reconciling);
}

} // namespace frontsheet::test
