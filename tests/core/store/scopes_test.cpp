// What comes, what goes, and that what goes is gone.
#include "core/store/key_file.h"
#include "tests/core/store/decrypted_file.h"
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace frontsheet {
namespace {

using test::kCouncil;
using test::kTrust;
using test::personScope;
using test::personScopes;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Scopes : public ::testing::Test {
protected:
    test::Tablet m_tablet;
    PersonId m_edith = m_tablet.newId<PersonId>();
    PersonId m_arthur = m_tablet.newId<PersonId>();

    DeviceStore& store() { return m_tablet.store(); }
    void mustLose(std::vector<std::string> scopes) {
        auto exchange = m_tablet.exchange();
        exchange.grants.gone = std::move(scopes);
        m_tablet.mustApply(exchange);
    }
    [[nodiscard]] std::size_t pagesWith(const std::string& words) {
        const auto key = key_file::unlock(m_tablet.keyFile(), test::kPassphrase);
        EXPECT_TRUE(key);
        std::array<std::uint8_t, 32> raw{};
        std::ranges::copy(key->view(), raw.begin());
        const auto pages = test::decryptedPages(m_tablet.database(), raw);
        return static_cast<std::size_t>(std::count_if(pages.begin(), pages.end(), [&](const std::string& page) {
            return page.find(words) != std::string::npos;
        }));
    }
};

TEST_F(Scopes, TheCursorMovesWithThePage) {
    EXPECT_TRUE(store().position(kTrust)->epoch.isNull());
    auto first = m_tablet.exchange();
    first.grants.granted = {{"directory", 40, {}}, {personScope(m_edith), 41, {}}};
    first.pages.push_back(
        {personScope(m_edith), "after the 1st", false, {m_tablet.sent(m_tablet.note(m_edith, "one"))}, {}, 0});
    m_tablet.mustApply(first);
    ASSERT_TRUE(m_tablet.open());
    auto position = store().position(kTrust).value();
    EXPECT_EQ(position.epoch, first.epoch);
    EXPECT_THAT(position.held, ElementsAre("directory", personScope(m_edith)));
    ASSERT_THAT(position.partial, SizeIs(2));
    EXPECT_EQ(position.partial[1].fromSeq, 41u);
    EXPECT_EQ(position.partial[1].resumeKey, "after the 1st");
    EXPECT_FALSE(store().servers()->front().firstSyncDone);

    auto second = m_tablet.exchange();
    second.pages.push_back({personScope(m_edith), {}, true, {m_tablet.sent(m_tablet.note(m_edith, "two"))}, {}, 0});
    second.pages.push_back({"directory", {}, true, {}, {}, 0});
    second.pages.push_back({"", {}, false, {m_tablet.sent(m_tablet.note(m_edith, "three"))}, {}, 44});
    m_tablet.mustApply(second);
    position = store().position(kTrust).value();
    EXPECT_THAT(position.partial, IsEmpty());
    EXPECT_EQ(position.feedSeq, 44u);
    EXPECT_TRUE(store().servers()->front().firstSyncDone);
    EXPECT_THAT(store().aboutPersons(std::span{&m_edith, 1}).value(), SizeIs(3));
}

TEST_F(Scopes, WhatAHomeWithholdsIsKnownOfThatPersonAloneUntilItGoes) {
    const auto withheld = Scope::withheld(m_edith, Category::MentalHealth, "locality.MH3").name();
    auto exchange = m_tablet.exchange();
    exchange.grants.granted = {{withheld, 40, {}}, {personScope(m_edith), 41, {}}};
    m_tablet.mustApply(exchange);
    const auto about = [&](const PersonId& person) { return store().withheldAbout(std::span{&person, 1}).value(); };
    ASSERT_THAT(about(m_edith), SizeIs(1));
    EXPECT_EQ(about(m_edith)[0].home, kTrust);
    EXPECT_EQ(about(m_edith)[0].scope.category, Category::MentalHealth);
    EXPECT_EQ(about(m_edith)[0].scope.clause, "locality.MH3");
    EXPECT_THAT(about(m_arthur), IsEmpty());
    mustLose({withheld});
    EXPECT_THAT(about(m_edith), IsEmpty());
}

TEST_F(Scopes, APageIsTakenWholeOrNotAtAll) {
    const Record good = m_tablet.note(m_edith, "good");
    Record foreign = m_tablet.note(m_edith, "of another home", "signed", kCouncil);
    const auto refused = store().apply(kTrust, m_tablet.page({m_tablet.sent(good), m_tablet.sent(foreign)}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::WrongTenant);
    EXPECT_FALSE(m_tablet.held(good.id));
    EXPECT_TRUE(store().position(kTrust)->epoch.isNull());
    EXPECT_THAT(store().servers().value(), IsEmpty());
}

TEST_F(Scopes, NoHomeOverwritesOrRemovesTheRecordOfAnother) {
    Record mine = m_tablet.note(m_edith, "the trust's words");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(mine)}));
    Record theirs = mine;
    theirs.home = kCouncil;
    theirs.fields.put(contact_note::kText, std::string{"the council's words"});
    EXPECT_EQ(store().apply(kCouncil, m_tablet.page({m_tablet.sent(theirs, 9)})).error().code, ErrorCode::WrongTenant);
    auto removing = m_tablet.page({});
    removing.pages[0].removed = {mine.id};
    EXPECT_EQ(store().apply(kCouncil, removing).error().code, ErrorCode::WrongTenant);
    EXPECT_EQ(m_tablet.textOf(mine.id), "the trust's words");
}

TEST_F(Scopes, UnknownScopesAndPagesNotAskedForAreRefused) {
    EXPECT_EQ(store().apply(kTrust, m_tablet.page({}, "cohort:7")).error().code, ErrorCode::Unsupported);
    auto unasked = m_tablet.page({m_tablet.sent(m_tablet.note(m_edith, "x"))}, personScope(m_edith));
    unasked.grants.granted.clear();
    EXPECT_EQ(store().apply(kTrust, unasked).error().code, ErrorCode::Malformed);
}

TEST_F(Scopes, WhatNoOtherScopeHoldsGoesEverywhereAtOnce) {
    const Record edith = m_tablet.registration(m_edith, "Marlowe", "Edith");
    const Record arthur = m_tablet.registration(m_arthur, "Penrose", "Arthur");
    const Record member = m_tablet.membership(m_edith, kTrust, test::kNurse);
    const Record note = m_tablet.note(m_edith, "zymurgy");
    const Record draft = m_tablet.note(m_edith, "unfinished", "draft");
    const Record worker = m_tablet.record(RecordType::Worker, kTrust, {});
    auto first = m_tablet.page({m_tablet.sent(edith), m_tablet.sent(member), m_tablet.sent(note), m_tablet.sent(draft)},
                               personScope(m_edith));
    first.grants.granted.push_back({personScope(m_arthur), 0, {}});
    first.grants.granted.push_back({"directory", 0, {}});
    first.pages.push_back({personScope(m_arthur), {}, true, {m_tablet.sent(arthur)}, {}, 0});
    first.pages.push_back({"directory", {}, true, {m_tablet.sent(worker)}, {}, 0});
    m_tablet.mustApply(first);
    m_tablet.mustIndex();
    EXPECT_THAT(store().search("zymur", 10).value(), SizeIs(1));
    EXPECT_EQ(store().caseload(RecordReader::CaseloadOf::Everyone, {}, {}, 0, 10)->total, 2u);
    EXPECT_EQ(store().caseload(RecordReader::CaseloadOf::Worker, kTrust, test::kNurse, 0, 10)->total, 1u);
    EXPECT_THAT(store().worklist(Worklist::Drafts, test::kNurse.str(), 10).value(), SizeIs(1));

    mustLose(personScopes(m_edith));
    EXPECT_THAT(store().aboutPersons(std::span{&m_edith, 1}).value(), IsEmpty());
    EXPECT_THAT(store().search("zymur", 10).value(), IsEmpty());
    EXPECT_THAT(store().search("marlowe", 10).value(), IsEmpty());
    EXPECT_THAT(store().worklist(Worklist::Drafts, test::kNurse.str(), 10).value(), IsEmpty());
    const auto everyone = store().caseload(RecordReader::CaseloadOf::Everyone, {}, {}, 0, 10).value();
    ASSERT_THAT(everyone.rows, SizeIs(1));
    EXPECT_EQ(everyone.rows[0].familyName, "Penrose");
    EXPECT_EQ(store().caseload(RecordReader::CaseloadOf::Worker, kTrust, test::kNurse, 0, 10)->total, 0u);
    EXPECT_TRUE(m_tablet.held(worker.id));
    EXPECT_TRUE(store().checkIntegrity());
}

// Gone means gone: what another scope covers as well goes too, since it may have come with fields that only the lost scope
// gave, and is fetched again.
TEST_F(Scopes, WhatALostScopeCoveredGoesAndComesAgainByTheOneThatStays) {
    const Record referral = m_tablet.referral(m_edith, "rails by the bath");
    const Record otherReferral = m_tablet.referral(m_edith, "meals");
    const Record note = m_tablet.note(m_edith, "private to the team");
    Record message = m_tablet.record(RecordType::ReferralMessage, kTrust, m_edith);
    message.fields.put(referral_message::kReferral, referral.id);
    Record otherMessage = m_tablet.record(RecordType::ReferralMessage, kTrust, m_edith);
    otherMessage.fields.put(referral_message::kReferral, otherReferral.id);
    const std::string addressed = Scope::ofReferral(referral.id, m_edith).name();
    const std::string again = ScopeKey{Scope::ofReferral(referral.id, m_edith), 0, ScopeKey::Turn::Again}.name();
    auto first = m_tablet.page({m_tablet.sent(referral), m_tablet.sent(otherReferral), m_tablet.sent(note),
                                m_tablet.sent(message), m_tablet.sent(otherMessage)},
                               personScope(m_edith));
    first.grants.granted.push_back({addressed, 0, {}});
    first.pages.push_back({addressed, {}, true, {}, {}, 0});
    m_tablet.mustApply(first);

    auto gone = m_tablet.exchange();
    gone.grants.gone = personScopes(m_edith);
    gone.grants.granted.push_back({again, 0, {}});
    m_tablet.mustApply(gone);
    EXPECT_THAT(m_tablet.dump(), IsEmpty());
    auto position = store().position(kTrust).value();
    EXPECT_THAT(position.held, ElementsAre(addressed)) << "what is fetched again is not held";
    ASSERT_THAT(position.partial, SizeIs(1));
    EXPECT_EQ(position.partial[0].scope, again);

    ASSERT_TRUE(m_tablet.open()); // and goes on after a pulled battery
    auto half = m_tablet.exchange();
    half.pages.push_back({again, "after the referral", false, {m_tablet.sent(referral)}, {}, 0});
    m_tablet.mustApply(half);
    EXPECT_EQ(store().position(kTrust)->partial[0].resumeKey, "after the referral");
    auto rest = m_tablet.exchange();
    rest.pages.push_back({again, {}, true, {m_tablet.sent(message)}, {}, 0});
    m_tablet.mustApply(rest);
    position = store().position(kTrust).value();
    EXPECT_THAT(position.held, ElementsAre(addressed));
    EXPECT_THAT(position.partial, IsEmpty()) << "and forgotten once it is whole";
    EXPECT_TRUE(m_tablet.held(referral.id));
    EXPECT_TRUE(m_tablet.held(message.id));
    EXPECT_FALSE(m_tablet.held(otherReferral.id));
    mustLose({addressed});
    EXPECT_THAT(m_tablet.dump(), IsEmpty());
}

TEST_F(Scopes, OneCategoryGoesAndTheOthersStay) {
    const Record edith = m_tablet.registration(m_edith, "Marlowe", "Edith");
    const Record note = m_tablet.note(m_edith, "private to the team");
    Record filedApart = m_tablet.note(m_edith, "how low she is");
    filedApart.category = Category::MentalHealth;
    auto first =
        m_tablet.page({m_tablet.sent(edith), m_tablet.sent(note), m_tablet.sent(filedApart)}, personScope(m_edith));
    m_tablet.mustApply(first);
    mustLose({personScope(m_edith, Category::MentalHealth) + "@00000000000000ab"});
    EXPECT_FALSE(m_tablet.held(filedApart.id));
    EXPECT_TRUE(m_tablet.held(note.id));
    mustLose({Scope::everyone(Category::Identity).name()});
    EXPECT_FALSE(m_tablet.held(edith.id));
    EXPECT_TRUE(m_tablet.held(note.id));
}

TEST_F(Scopes, ALeaseIsKeptWithItsScope) {
    auto first = m_tablet.exchange();
    first.grants.granted = {{personScope(m_edith), 4, {}, 72, 168}};
    m_tablet.mustApply(first);
    ASSERT_TRUE(m_tablet.open());
    EXPECT_EQ(store().position(kTrust)->partial, first.grants.granted);
}

TEST_F(Scopes, AScopeOfOneServerSaysNothingOfAnothers) {
    const Record here = m_tablet.note(m_edith, "trust's");
    const Record there = m_tablet.note(m_edith, "council's", "signed", kCouncil);
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(here)}, personScope(m_edith)), kTrust);
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(there)}, personScope(m_edith)), kCouncil);
    mustLose(personScopes(m_edith));
    EXPECT_FALSE(m_tablet.held(here.id));
    EXPECT_TRUE(m_tablet.held(there.id));
}

TEST_F(Scopes, UnsentWorkOutlivesItsScopeAndThenTheRestGoes) {
    const Record held = m_tablet.note(m_edith, "the home's secret", "draft");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(held, 2)}, personScope(m_edith)));
    const Intent edit = m_tablet.rewording(held.id, "my edit");
    const Record own = m_tablet.note(m_edith, "my own note");
    const Intent creation = m_tablet.creation(own);
    m_tablet.mustSave({edit, creation});
    mustLose(personScopes(m_edith));
    EXPECT_FALSE(m_tablet.held(held.id)) << "what the home wrote has gone";
    EXPECT_FALSE(m_tablet.held(own.id)) << "and what was typed here stands apart, in no view";
    EXPECT_THAT(store().outbox().value(), SizeIs(2)) << "but it has not gone";
    EXPECT_EQ(pagesWith("the home's secret"), 0U) << "not even as what the edit was made on";
    EXPECT_GT(pagesWith("my own note"), 0U);
    EXPECT_THAT(m_tablet.outgoing(), SizeIs(2));

    m_tablet.mustApply(m_tablet.answer(edit.op, IntentOutcome::Held));
    m_tablet.mustApply(m_tablet.answer(creation.op, IntentOutcome::Applied));
    EXPECT_FALSE(m_tablet.held(own.id)) << "delivered, and no scope here holds it";
    EXPECT_EQ(store().outbox()->front().outcome, IntentOutcome::Held);
    ASSERT_TRUE(store().settle(edit.op));
    EXPECT_THAT(m_tablet.dump(), IsEmpty());
}

// Found by simulation: what its author wrote last waited behind what was refused, and the note stayed in view for good.
TEST_F(Scopes, WhatNobodyWillBringLeavesTheViewThoughAnEditOfItWaitsBehindARefusedOne) {
    auto granted = m_tablet.exchange();
    granted.grants.granted = {{personScope(m_edith), 40, {}}};
    m_tablet.mustApply(granted);
    const Record own = m_tablet.note(m_arthur, "first", "draft");
    const Intent creation = m_tablet.creation(own);
    m_tablet.mustSave({creation});
    ASSERT_THAT(m_tablet.outgoing(), SizeIs(1));
    auto taken = m_tablet.answer(creation.op, IntentOutcome::Applied);
    taken.grantsAre = SyncStore::Exchange::Grants::Open;
    m_tablet.mustApply(taken);
    std::vector<Intent> edits;
    for (const char* words : {"second", "third"}) {
        edits.push_back(m_tablet.rewording(own.id, words));
        m_tablet.mustSave({edits.back()});
        ASSERT_THAT(m_tablet.outgoing(), SizeIs(1)) << "the one after waits for it";
    }
    m_tablet.mustApply(m_tablet.answer(edits[0].op, IntentOutcome::Refused));
    EXPECT_FALSE(m_tablet.held(own.id));
    EXPECT_THAT(store().outbox().value(), SizeIs(2)) << "both are on its author's list";
}

TEST_F(Scopes, WhatWasTakenWhileGrantsWereOpenIsLookedAtOnceTheyAreSettled) {
    auto granted = m_tablet.exchange();
    granted.grants.granted = {{personScope(m_edith), 40, {}}};
    m_tablet.mustApply(granted);
    const auto mustBeTaken = [&](const Record& note, SyncStore::Exchange::Grants are) {
        m_tablet.mustSave({m_tablet.creation(note)});
        const auto waiting = m_tablet.outgoing();
        ASSERT_THAT(waiting, SizeIs(1));
        auto exchange = m_tablet.answer(waiting.front().intent.op, IntentOutcome::Applied);
        exchange.grantsAre = are;
        m_tablet.mustApply(exchange);
    };
    const auto isHere = [&](const Record& note) { return m_tablet.held(note.id).has_value(); };
    const Record covered = m_tablet.note(m_edith, "covered");
    mustBeTaken(covered, SyncStore::Exchange::Grants::Settled);
    EXPECT_TRUE(isHere(covered)) << "the page that brings it is on its way";
    const Record open = m_tablet.note(m_arthur, "a first call");
    mustBeTaken(open, SyncStore::Exchange::Grants::Open);
    EXPECT_TRUE(isHere(open)) << "its scope may be on its way";
    const Record refused = m_tablet.note(m_arthur, "another");
    mustBeTaken(refused, SyncStore::Exchange::Grants::Settled);
    EXPECT_FALSE(isHere(refused)) << "no scope covers it";
    EXPECT_FALSE(isHere(open)) << "nor this one, of the exchange before";
    EXPECT_TRUE(isHere(covered));

    const Record before = m_tablet.note(m_arthur, "before the tablet was started again");
    mustBeTaken(before, SyncStore::Exchange::Grants::Open);
    ASSERT_TRUE(m_tablet.open());
    EXPECT_TRUE(isHere(before));
    m_tablet.mustApply(m_tablet.exchange());
    EXPECT_FALSE(isHere(before));
    EXPECT_TRUE(isHere(covered));
}

TEST_F(Scopes, WhatAScopeCoversAndItsHomeDoesNotReleaseGoesOnceTheFeedIsReadThatFar) {
    auto granted = m_tablet.exchange();
    granted.grants.granted = {{personScope(m_edith), 40, {}}};
    m_tablet.mustApply(granted);
    const auto taken = [&](std::uint64_t head) {
        const Record note = m_tablet.note(m_edith, "to a referral that is no longer hers");
        m_tablet.mustSave({m_tablet.creation(note)});
        auto answer = m_tablet.answer(m_tablet.outgoing().front().intent.op, IntentOutcome::Applied);
        answer.feedHead = head;
        m_tablet.mustApply(answer);
        return note.id;
    };
    const auto readOf = [&](const std::string& scope, std::uint64_t upTo, std::uint64_t head) {
        auto page = m_tablet.page({});
        page.feedHead = head;
        page.pages[0].scope = scope;
        page.pages[0].scopeComplete = !scope.empty();
        page.pages[0].feedSeq = upTo;
        m_tablet.mustApply(page);
    };
    const RecordId first = taken(3);
    readOf({}, 3, 3);
    EXPECT_TRUE(m_tablet.held(first)) << "its scope is still on its way";
    readOf(personScope(m_edith), 0, 3);
    EXPECT_FALSE(m_tablet.held(first));

    const RecordId second = taken(5);
    readOf({}, 4, 5);
    EXPECT_TRUE(m_tablet.held(second)) << "the feed is not read that far";
    ASSERT_TRUE(m_tablet.open());
    readOf({}, 5, 5);
    EXPECT_FALSE(m_tablet.held(second));
    EXPECT_THAT(m_tablet.outgoing(), IsEmpty()) << "its home has it";
}

TEST_F(Scopes, RemovedRecordsGo) {
    const Record wrong = m_tablet.note(m_edith, "of the wrong person");
    const Record right = m_tablet.note(m_edith, "right");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(wrong), m_tablet.sent(right)}, personScope(m_edith)));
    auto feed = m_tablet.page({});
    feed.pages[0].removed = {wrong.id, m_tablet.newId<RecordId>()};
    m_tablet.mustApply(feed);
    EXPECT_FALSE(m_tablet.held(wrong.id));
    EXPECT_TRUE(m_tablet.held(right.id));
}

// The proof of sharing.md: before, the words are on the disk (so the search for them works); after, on no page, free or
// used, and in no frame of the WAL.
TEST_F(Scopes, APurgeLeavesNoTrace) {
    std::vector<IncomingRecord> records{m_tablet.sent(m_tablet.registration(m_edith, "Quaxbyfamily", "Edith"))};
    for (int i = 0; i < 300; ++i) {
        records.push_back(m_tablet.sent(m_tablet.note(i % 2 == 0 ? m_edith : m_arthur,
                                                      (i % 2 == 0 ? "Zorquel canaryword Vexbright " : "plain words ") +
                                                          std::string(static_cast<std::size_t>(i * 13 % 900), 'n'))));
    }
    auto first = m_tablet.page(std::move(records), personScope(m_edith));
    first.grants.granted.push_back({personScope(m_arthur), 0, {}});
    first.pages.push_back({personScope(m_arthur), {}, true, {}, {}, 0});
    m_tablet.mustApply(first);
    m_tablet.mustIndex();
    // An edit, refused and let go, and an older version of a note leave their own copies.
    const Record draft = m_tablet.note(m_edith, "Jorvikdraft", "draft");
    m_tablet.mustSave({m_tablet.creation(draft)});
    const auto sent = m_tablet.outgoing();
    m_tablet.mustApply(m_tablet.answer(sent.front().intent.op, IntentOutcome::Refused));
    ASSERT_TRUE(store().settle(sent.front().intent.op));
    ASSERT_TRUE(m_tablet.open()); // checkpointed: everything is in the file
    for (const char* words :
         {"Zorquel", "canaryword", "zorquel", "vexbright", "Quaxbyfamily", "quaxbyfamily", "Jorvikdraft"}) {
        EXPECT_GT(pagesWith(words), 0u) << words;
    }
    const auto reading = store().search("zorq", 5);
    ASSERT_TRUE(reading);

    mustLose(personScopes(m_edith));
    for (const char* words :
         {"Zorquel", "canaryword", "zorquel", "vexbright", "Quaxbyfamily", "quaxbyfamily", "Jorvikdraft"}) {
        EXPECT_EQ(pagesWith(words), 0u) << words;
    }
    EXPECT_EQ(pagesWith(m_edith.raw()), 0u) << "nor that this person was ever here";
    EXPECT_GT(pagesWith("plain words"), 0u) << "and the others are";
    EXPECT_THAT(store().search("plain", 10).value(), SizeIs(10));
    EXPECT_TRUE(store().checkIntegrity());
}

TEST_F(Scopes, AServerRestoredFromABackupGetsWhatItLostAndKeepsNothingItDoesNotKnow) {
    const Record kept = m_tablet.note(m_edith, "kept");
    const Record lost = m_tablet.note(m_edith, "lost with the disk");
    const Record mine = m_tablet.note(m_edith, "mine");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(kept, 3), m_tablet.sent(lost, 3)}, personScope(m_edith)));
    m_tablet.mustSave({m_tablet.creation(mine)});
    const auto sent = m_tablet.outgoing();
    auto answered = m_tablet.answer(sent.front().intent.op, IntentOutcome::Applied, 1);
    answered.feedHead = 90; // and no verified copy reaches that far
    answered.pages = m_tablet.page({m_tablet.sent(mine, 1)}).pages;
    m_tablet.mustApply(answered);
    EXPECT_THAT(m_tablet.outgoing(), IsEmpty());

    const Epoch epoch = m_tablet.ids().random<Epoch>();
    auto stranger = m_tablet.exchange();
    stranger.epoch = epoch;
    EXPECT_EQ(store().apply(kTrust, stranger).error().code, ErrorCode::Conflict);
    ASSERT_TRUE(store().startOver(kTrust, epoch));
    EXPECT_THAT(store().position(kTrust)->held, IsEmpty());
    EXPECT_EQ(m_tablet.textOf(lost.id), "lost with the disk") << "readable until the scopes are fetched again";
    ASSERT_THAT(m_tablet.outgoing(), SizeIs(1));
    EXPECT_EQ(m_tablet.outgoing().front().intent, sent.front().intent) << "the same operation, byte for byte";
    EXPECT_THAT(store().outbox().value(), IsEmpty()) << "nothing new for its author";

    auto again = m_tablet.answer(sent.front().intent.op, IntentOutcome::Applied, 1);
    again.epoch = epoch;
    again.grants.granted.push_back({personScope(m_edith), 0, {}});
    auto older = kept;
    older.fields.put(contact_note::kText, std::string{"kept, of the backup"});
    again.pages.push_back({personScope(m_edith), {}, true, {m_tablet.sent(older, 1), m_tablet.sent(mine, 1)}, {}, 0});
    m_tablet.mustApply(again);
    EXPECT_EQ(m_tablet.textOf(kept.id), "kept, of the backup") << "lower versions count in a new epoch";
    EXPECT_FALSE(m_tablet.held(lost.id));
    EXPECT_EQ(m_tablet.textOf(mine.id), "mine");
    EXPECT_THAT(m_tablet.outgoing(), IsEmpty());
}

TEST_F(Scopes, AFailureIsNotedAndAnAnswerClearsIt) {
    ASSERT_TRUE(store().noteFailure(kTrust, ErrorCode::Unreachable, test::kMonday));
    auto state = store().servers()->front();
    EXPECT_TRUE(state.failing);
    EXPECT_EQ(state.lastError, ErrorCode::Unreachable);
    EXPECT_FALSE(state.lastAnswered.isKnown());
    m_tablet.mustApply(m_tablet.exchange());
    state = store().servers()->front();
    EXPECT_FALSE(state.failing);
    EXPECT_TRUE(state.lastAnswered.isKnown());
}

TEST_F(Scopes, TheDumpHasEveryRecordInOrder) {
    std::vector<IncomingRecord> records;
    for (int i = 0; i < 5; ++i) {
        records.push_back(m_tablet.sent(m_tablet.note(m_edith, "n" + std::to_string(i))));
    }
    std::reverse(records.begin(), records.end());
    m_tablet.mustApply(m_tablet.page(std::move(records), personScope(m_edith)));
    m_tablet.mustSave({m_tablet.creation(m_tablet.note(m_edith, "mine"))});
    const auto lines = m_tablet.dump();
    ASSERT_THAT(lines, SizeIs(6));
    EXPECT_TRUE(std::is_sorted(lines.begin(), lines.end()));
    EXPECT_THAT(lines[0], HasSubstr("\"text\":\"n0\""));
    EXPECT_THAT(lines[0], ::testing::Not(HasSubstr("waiting")));
    EXPECT_THAT(lines[5], ::testing::EndsWith("\"author\":\"W012\"},\"waiting\":1}"));
}

} // namespace
} // namespace frontsheet
