// Somebody has been at the log: each thing that can be done to it is found, and named by number.
#include "core/base/id_source.h"
#include "sync/server/disclosure/disclosure_chain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace frontsheet::disclosure {

namespace {

const AgencyId kTrust{"trust"};

struct Row {
    std::uint64_t number = 0;
    Bytes bytes;
    Bytes hash;
};

Bytes bytesOf(const Hash& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

// A log as it is kept, with a nurse's pages in it.
class Chain : public ::testing::Test {
public:
    void SetUp() override {
        for (int page = 0; page < 9; ++page) {
            add(page % 3 == 2 ? What{Delivered{nurse, 7}} : What{releaseOf(20)});
        }
    }
    Release releaseOf(std::size_t records) {
        Release release{nurse, "person:00000000000000000000000000000001", 7, {}};
        release.parts.push_back({{"care-team", "locality 3 / 12", "direct-care", "all"}, {}});
        const auto person = ids.timeOrdered<PersonId>(now);
        for (std::size_t i = 0; i < records; ++i) {
            release.parts[0].records.push_back({ids.timeOrdered<RecordId>(now), HomeVersion{i + 1}, person});
        }
        return release;
    }
    void add(What what) {
        Entry entry{rows.empty() ? 1 : rows.back().number + 1, segment, now, std::move(what)};
        if (auto* opening = std::get_if<NewSegment>(&entry.what)) {
            opening->after = rows.empty() ? 0 : rows.back().number;
            entry.number = std::max(opening->after, opening->found) + 1;
            entry.segment = ++segment;
        }
        put(entry);
    }
    void put(const Entry& entry) {
        Hash previous = chainStart(kTrust);
        if (!rows.empty()) {
            std::copy(rows.back().hash.begin(), rows.back().hash.end(), previous.begin());
        }
        Bytes bytes = encode(entry);
        rows.push_back({entry.number, bytes, bytesOf(chainHash(previous, bytes))});
    }
    // By somebody who has the ledger's key: every hash is made to fit.
    void rehash() {
        std::vector<Row> old = std::move(rows);
        rows.clear();
        for (const auto& row : old) {
            put(*decode(row.bytes));
        }
    }
    LogHead headOf(std::size_t row) const {
        LogHead head{rows[row].number, {}, now, "signature"};
        std::copy(rows[row].hash.begin(), rows[row].hash.end(), head.hash.begin());
        return head;
    }
    Verification verified(std::vector<LogHead> heads = {}) const {
        ChainVerifier verifier{kTrust, std::move(heads)};
        for (const auto& row : rows) {
            verifier.take({row.number, row.bytes, row.hash});
        }
        return std::move(verifier).finish();
    }
    std::vector<std::string> found(std::vector<LogHead> heads = {}) const {
        std::vector<std::string> words;
        for (const auto& broken : verified(std::move(heads)).breaks) {
            words.push_back(inWords(broken));
        }
        return words;
    }

    SeededIdSource ids{5};
    WallTime now{1'795'000'000'000};
    Principal nurse{kTrust, WorkerId{"W012"}, "community nurse", ids.random<DeviceId>()};
    std::uint64_t segment = 1;
    std::vector<Row> rows;
};

} // namespace

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(Chain, OneThatNobodyTouchedIsWhole) {
    EXPECT_THAT(found(), IsEmpty());
    EXPECT_EQ(verified().entries, 9U);
    EXPECT_THAT(found({headOf(8), headOf(2)}), IsEmpty());
    EXPECT_EQ(verified({headOf(8), headOf(2)}).headsCompared, 2U);
}

TEST_F(Chain, EveryByteOfEveryEntryCounts) {
    const auto whole = rows;
    for (std::size_t row : {0U, 2U, 8U}) {
        for (std::size_t at = 0; at < whole[row].bytes.size(); ++at) {
            rows[row].bytes[at] = static_cast<char>(rows[row].bytes[at] ^ 0x20);
            const auto breaks = verified().breaks;
            ASSERT_EQ(breaks.size(), 1U) << "byte " << at << " of entry " << row + 1;
            EXPECT_EQ(breaks[0].number, row + 1);
            rows = whole;
        }
    }
    rows[4].bytes.pop_back();
    EXPECT_THAT(found(), ElementsAre("entry 5 was altered"));
    rows = whole;
    rows[4].hash[31] = static_cast<char>(rows[4].hash[31] ^ 1);
    EXPECT_THAT(found(), ElementsAre("entry 5 was altered")); // and not entry 6, which is as it was
}

TEST_F(Chain, AnEntryThatWasDeletedIsMissed) {
    rows.erase(rows.begin() + 3);
    EXPECT_THAT(found(), ElementsAre("entry 4 is missing"));
    rows.erase(rows.begin(), rows.begin() + 2);
    EXPECT_THAT(found(), ElementsAre("entries 1 to 2 are missing", "entry 4 is missing"));
}

TEST_F(Chain, DeletingAndClosingTheGapIsSeen) {
    rows.erase(rows.begin() + 3);
    for (std::size_t i = 3; i < rows.size(); ++i) {
        rows[i].number = i + 1;
    }
    EXPECT_EQ(found()[0], "another entry stands in the place of entry 4");
}

TEST_F(Chain, EntriesInAnotherOrderAreSeen) {
    std::swap(rows[3].bytes, rows[4].bytes);
    std::swap(rows[3].hash, rows[4].hash);
    EXPECT_EQ(found()[0], "another entry stands in the place of entry 4");
    EXPECT_EQ(found()[1], "another entry stands in the place of entry 5");
}

TEST_F(Chain, AnotherAgencysLogDoesNotPassForThisOne) {
    ChainVerifier verifier{AgencyId{"housing"}};
    for (const auto& row : rows) {
        verifier.take({row.number, row.bytes, row.hash});
    }
    EXPECT_EQ(std::move(verifier).finish().breaks.at(0).number, 1U);
}

// What only heads that others hold can show.
TEST_F(Chain, ATailThatWasCutOffIsMissedByWhoeverHoldsItsHead) {
    const auto held = headOf(8);
    rows.resize(6);
    EXPECT_THAT(found(), IsEmpty()); // nothing in the file itself says so
    EXPECT_THAT(found({held}), ElementsAre("the log ends before entry 9, whose signed head others hold"));
    for (int i = 0; i < 5; ++i) {
        add(releaseOf(3)); // and went on since
    }
    EXPECT_THAT(found({held}), ElementsAre("entry 9 is not the one whose signed head others hold"));
}

TEST_F(Chain, ALogWrittenAnewWithEveryHashInPlaceIsNotAsHeld) {
    const auto held = headOf(8);
    auto entry = *decode(rows[3].bytes);
    std::get<Release>(entry.what).who.worker = WorkerId{"W099"}; // it was somebody else
    rows[3].bytes = encode(entry);
    rehash();
    EXPECT_THAT(found(), IsEmpty());
    EXPECT_THAT(found({held}), ElementsAre("entry 9 is not the one whose signed head others hold"));
}

TEST_F(Chain, AnOldHeadOfAnHonestLogStillAgrees) {
    const auto old = headOf(1);
    for (int i = 0; i < 20; ++i) {
        add(releaseOf(2));
    }
    EXPECT_THAT(found({old, headOf(5), old}), IsEmpty());
}

TEST_F(Chain, ANewSegmentNamesTheBreakAndNothingIsHushedUp) {
    rows[3].bytes[20] = 'x';
    add(NewSegment{SegmentCause::Broken, 0, 4, "entry 4 was altered"});
    add(releaseOf(2));
    const auto after = verified();
    ASSERT_EQ(after.breaks.size(), 1U); // it stays broken
    EXPECT_TRUE(after.isNamed(after.breaks[0]));
    EXPECT_EQ(after.segments.at(0).segment.found, 4U);
    EXPECT_EQ(after.last, 11U);
    rows[5].bytes[20] = 'x';
    const auto again = verified();
    ASSERT_EQ(again.breaks.size(), 2U);
    EXPECT_FALSE(again.isNamed(again.breaks[1]));
}

TEST_F(Chain, AfterARestoreNumbersThatOthersHoldAreNotGivenAgain) {
    const auto held = headOf(8);
    rows.resize(6);
    add(NewSegment{SegmentCause::Restored, 0, 9, "from the backup of Tuesday"});
    add(releaseOf(2));
    EXPECT_EQ(rows.back().number, 11U);
    EXPECT_THAT(found(), IsEmpty()); // the jump is said, and by whom
    const auto after = verified({held});
    ASSERT_EQ(after.breaks.size(), 1U);
    EXPECT_EQ(inWords(after.breaks[0]), "the log ends before entry 9, whose signed head others hold");
    EXPECT_TRUE(after.isNamed(after.breaks[0]));
}

TEST_F(Chain, AJumpThatNoSegmentOpensIsAHole) {
    Entry entry{15, 1, now, releaseOf(1)};
    put(entry);
    EXPECT_THAT(found(), ElementsAre("entries 10 to 14 are missing"));
}

TEST_F(Chain, ASegmentThatCountsWrongIsSeenThoughEveryHashIsInPlace) {
    const auto whole = rows;
    put(Entry{10, 2, now, releaseOf(1)}); // of a segment that nothing opened
    EXPECT_THAT(found(), ElementsAre("entry 10 was altered"));
    rows = whole;
    put(Entry{10, 7, now, NewSegment{SegmentCause::Broken, 9, 4, "entry 4 was altered"}});
    EXPECT_THAT(found(), ElementsAre("entry 10 was altered")) << "segments are opened one after another";
    rows = whole;
    put(Entry{15, 2, now, NewSegment{SegmentCause::Restored, 8, 14, "from the backup of Tuesday"}});
    EXPECT_EQ(found()[0], "entries 10 to 14 are missing") << "it speaks of another end than the log has";
}

TEST_F(Chain, ManyBreaksAreAllCountedAndTheFirstAreNamed) {
    for (int page = 0; page < 150; ++page) {
        add(Delivered{nurse, 7});
        rows.back().bytes[30] = static_cast<char>(rows.back().bytes[30] ^ 1);
    }
    const auto after = verified();
    EXPECT_GE(after.breaksInAll, 150U);
    EXPECT_EQ(after.breaks.size(), 100U);
    EXPECT_EQ(after.breaks[0].number, 10U);
}

// The canonical bytes.
TEST_F(Chain, EveryKindOfEntryComesBackAsItWasWritten) {
    Release mixed = releaseOf(3);
    mixed.parts.push_back({{"addressed-referral", "", "", "identity-and-contact"},
                           {{ids.random<RecordId>(), HomeVersion{1}, ids.random<PersonId>()},
                            {ids.random<RecordId>(), HomeVersion{300}, {}}}});
    const EmergencyId access = ids.random<EmergencyId>();
    const What kinds[] = {
        mixed,
        Delivered{nurse, 0xFFFFFFFFFFFFFFFF},
        Readings{nurse, {{{ids.random<RecordId>(), HomeVersion{2}, ReadingHow::Printed, now}, {}}}},
        Readings{nurse,
                 {{{ids.random<RecordId>(), HomeVersion{2}, ReadingHow::OpenedWithReason, now, "With her now"},
                   ids.random<PersonId>()}}},
        Emergency{EmergencyStep::Opened, access, ids.random<PersonId>(), now, nurse, "fell, alone"},
        NewSegment{SegmentCause::CutOff, 3, 9, "a head"}};
    for (const auto& what : kinds) {
        const Entry entry{12, 3, now, what};
        const Bytes bytes = encode(entry);
        const auto back = decode(bytes);
        ASSERT_TRUE(back) << describe(back.error());
        EXPECT_EQ(*back, entry);
        EXPECT_EQ(encode(*back), bytes);
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            EXPECT_FALSE(decode(BytesView{bytes}.substr(0, length))) << length;
        }
        EXPECT_FALSE(decode(bytes + "x"));
    }
}

// Written down, so that nobody changes the layout of what is kept for ever without noticing.
TEST(DisclosureEntry, ItsBytesAreTheseForEver) {
    Release release{{kTrust, WorkerId{"W1"}, "nurse", DeviceId{{1}}}, "agency", 2, {}};
    release.parts.push_back(
        {{"own-agency", "", "", "all"},
         {{RecordId{{5, 6}}, HomeVersion{1}, PersonId{{9}}}, {RecordId{{5, 7}}, HomeVersion{300}, PersonId{{9}}}}});
    const Bytes bytes = encode(Entry{3, 1, WallTime{1}, release});
    EXPECT_EQ(detail::toHex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}),
              "010103010100000000000000" // layout, kind, number, segment, at
              "0574727573740257310"
              "56e75727365"                            // agency, worker, role
              "01000000000000000000000000000000"       // device
              "066167656e63790200000000000000"         // scope, receipt
              "0109000000000000000000000000000000"     // one person
              "010a6f776e2d6167656e6379000003616c6c02" // one part, its terms, two records
              "00"
              "05060000000000000000000000000000"
              "01"
              "01" // shared, id, version, person
              "01"
              "070000000000000000000000000000"
              "ac02"
              "01");
    EXPECT_EQ(detail::toHex(chainStart(kTrust)), "669a30b12c49176748a601a51f780c2e83400a43432d33b1141af9cf4a7bc29b");
}

// What reads as an entry is written again as the same bytes, so that no two entries say the same.
TEST(DisclosureEntry, PeopleInAnyFormButTheWrittenOneAreNoEntry) {
    SeededIdSource ids{3};
    const auto first = ids.random<PersonId>();
    const auto second = ids.random<PersonId>();
    Release release{{kTrust, WorkerId{"W012"}, "nurse", {}}, "everyone:identity", 7, {}};
    release.parts.push_back({{"own-agency", "", "direct-care", "all"}, {}});
    for (const auto& person : {first, second, first}) {
        release.parts[0].records.push_back({ids.random<RecordId>(), HomeVersion{1}, person});
    }
    const Bytes written = encode({1, 1, WallTime{5}, release});
    ASSERT_TRUE(decode(written));
    const auto at = written.find(std::string{first.view()});
    ASSERT_EQ(written[at - 1], 2) << "how many there are";
    const auto with = [&](const std::vector<PersonId>& people) {
        Bytes bytes = written.substr(0, at - 1) + static_cast<char>(people.size());
        for (const auto& person : people) {
            bytes += std::string{person.view()};
        }
        return bytes + written.substr(at + 32);
    };
    EXPECT_EQ(with({first, second}), written);
    EXPECT_TRUE(decode(with({second, first}))) << "other people, in the order in which they are named";
    EXPECT_FALSE(decode(with({first, second, ids.random<PersonId>()}))) << "one whom no record names";
    EXPECT_FALSE(decode(with({first, first}))) << "one twice";
    EXPECT_FALSE(decode(with({first, PersonId{}}))) << "nobody";
    EXPECT_FALSE(decode(with({first})));
}

TEST(DisclosureEntry, ALengthThatIsNotThereTakesNoMemory) {
    Bytes claims = encode(Entry{1, 1, WallTime{1}, Readings{{}, {}}});
    claims.back() = '\x7F'; // so many readings
    EXPECT_FALSE(decode(claims));
    EXPECT_FALSE(decode(Bytes(5 * 1024 * 1024, '\1')));
    EXPECT_EQ(decode(Bytes("\2") + claims.substr(1)).error().code, ErrorCode::Unsupported);
}

TEST(LogHeadBytes, ComeBackAndAreBounded) {
    LogHead head{77, {1, 2, 3}, WallTime{5}, "signature"};
    EXPECT_EQ(*decodeHead(encode(head)), head);
    EXPECT_NE(headStatement(kTrust, head), headStatement(AgencyId{"housing"}, head));
    head.signature = Bytes(300, 's');
    EXPECT_EQ(decodeHead(encode(head)).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(decodeHead("short").error().code, ErrorCode::Malformed);
}

} // namespace frontsheet::disclosure
