// A device says where in the feed it is, and may say what it likes. Of records that it may not have, a place of old, or one that it
// never stood at, tells it no more than what that very device was sent.
#include "sync/server/disclosure/disclosure_log.h"
#include "tests/sync/server/attacks_world.h"

namespace frontsheet::test {

using ::testing::IsEmpty;

class ReplayAttacks : public Attacks {
public:
    // A new version of the note, for one reader by name.
    void restricts(Record note) {
        sharing::putReaders(note.fields, contact_note::kReaders, {{kTrust, WorkerId{"W016"}}});
        ++note.version.n;
        keep(note);
    }
    Record openNote(const std::string& tag) {
        Record open = note(edith, tag);
        open.author = WorkerId{"W019"};
        open.fields.put(contact_note::kAuthor, open.author);
        keep(open);
        return open;
    }
    // Everything that the feed names as removed, from this place to its end.
    std::set<RecordId> removedFrom(Device& who, std::uint64_t place) {
        std::set<RecordId> named;
        auto request = who.request({});
        request.have.feedSeq = place;
        for (int exchanges = 0; exchanges < 100; ++exchanges) {
            const auto bytes = answer(who, request);
            for (const auto& record : namedIn(bytes, who)) {
                words.insert(record);
            }
            const auto reply = wire::decodeSyncReply(bytes, kTrust);
            EXPECT_TRUE(reply);
            if (!reply) {
                break;
            }
            for (const auto& page : reply->pages) {
                named.insert(page.removed.begin(), page.removed.end());
                request.have.feedSeq = std::max(request.have.feedSeq, page.feedSeq);
            }
            if (!reply->more) {
                return named;
            }
        }
        ADD_FAILURE() << "the feed has no end";
        return named;
    }
    // From every place there is.
    std::set<RecordId> removedFromAnywhere(Device& who) {
        std::set<RecordId> named;
        for (std::uint64_t place = 0; place <= feedOf(kTrust).size(); ++place) {
            named.merge(removedFrom(who, place));
        }
        return named;
    }

    std::set<std::string> words; // what of withheld records stood in any reply
};

TEST_F(ReplayAttacks, WhoCameAfterItWasRestrictedDoesNotHearOfIt) {
    restricts(openNote("once-open"));
    auto assessor = device("council", "W001", "community_trust", "social work assessor");
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    for (auto* who : {&assessor, &colleague}) {
        joins(edith, who->who);
        who->sync();
        who->sync();
        ASSERT_FALSE(heldBy(*who).empty());
        EXPECT_THAT(removedFromAnywhere(*who), IsEmpty());
        EXPECT_THAT(words, IsEmpty());
    }
}

TEST_F(ReplayAttacks, NorDoesWhoWasAwayWhileItStoodOpen) {
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    joins(edith, colleague.who);
    colleague.sync();
    const Record open = openNote("between-two-contacts");
    restricts(open);
    const auto reply = colleague.exchange();
    ASSERT_TRUE(reply);
    for (const auto& page : reply->pages) {
        EXPECT_THAT(page.removed, IsEmpty()) << "at its honest place";
    }
    EXPECT_THAT(removedFromAnywhere(colleague), IsEmpty());
    EXPECT_THAT(words, IsEmpty());
}

TEST_F(ReplayAttacks, WhoHeldItIsToldAndNoOtherDeviceOfTheSameWorker) {
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    joins(edith, colleague.who);
    const Record open = openNote("held-by-one");
    const Record never = openNote("held-by-none");
    restricts(never);
    colleague.sync();
    ASSERT_TRUE(colleague.holds(open.id));
    restricts(open);
    colleague.sync();
    EXPECT_FALSE(colleague.holds(open.id));
    const std::set<RecordId> theirs{open.id};
    EXPECT_EQ(removedFromAnywhere(colleague), theirs) << "as often as it asks: it may have lost the answer";
    auto second = device("community_trust", "W013", "community_trust", "community nurse");
    second.sync();
    ASSERT_FALSE(heldBy(second).empty());
    EXPECT_THAT(removedFromAnywhere(second), IsEmpty());
}

// What is written on a device is there without having been sent to it.
TEST_F(ReplayAttacks, WhatOneWroteOneselfIsTakenBackThoughItWasNeverSent) {
    auto nurse = device("community_trust", "W013", "community_trust", "community nurse");
    joins(edith, nurse.who);
    nurse.sync();
    const auto written = nurse.writesNote(edith, "in the wrong hands soon");
    auto request = nurse.request({written});
    request.wanted = wire::Wanted::ResultsOnly;
    ASSERT_TRUE(wire::decodeSyncReply(answer(nurse, request), kTrust));
    auto stored = ledgerOf(kTrust);
    ASSERT_TRUE(stored.contains(written.record));
    Record taken = stored.at(written.record);
    taken.author = WorkerId{"W019"};
    taken.fields.put(contact_note::kAuthor, taken.author);
    restricts(taken);
    const std::set<RecordId> own{written.record};
    EXPECT_EQ(removedFrom(nurse, nurse.feedSeq), own);
}

// Where nobody can say any more what was sent, a name too many is told rather than a record left on a device.
TEST_F(ReplayAttacks, ALogThatLostEntriesTakesNothingForNeverSent) {
    const Record open = openNote("who-knows");
    restricts(open);
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    joins(edith, colleague.who);
    colleague.sync();
    ASSERT_THAT(removedFromAnywhere(colleague), IsEmpty());
    ASSERT_TRUE(server->ledgerOf(kTrust)->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_TRY(disclosure::openSegment(writes, disclosure::SegmentCause::CutOff, 1, "cut off", clock.now()));
        return ok();
    }));
    const std::set<RecordId> both{open.id};
    EXPECT_EQ(removedFromAnywhere(colleague), both);
}

} // namespace frontsheet::test
