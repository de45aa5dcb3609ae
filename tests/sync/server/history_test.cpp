// What a record said earlier: asked of its home, told to whoever may read it now, and no more of it than they may read now.
#include "core/domain/record_history.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/registration.h"
#include "sync/server/disclosure/disclosure_entry.h"
#include "sync/wire/history_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/sync/server/agency_world.h"

#include <gmock/gmock.h>

namespace frontsheet::test {
namespace {

using ::testing::SizeIs;

const AgencyId kTrust{"trust"};

class Histories : public AgencyWorld {
public:
    void SetUp() override {
        // Alerts stay with the trust, and so do words entered in error.
        sharing = openSharingBut([](sharing::Agreement& agreement) {
            for (auto& clause : agreement.clauses) {
                std::erase(clause.categories, Category::Alerts);
            }
        });
        AgencyWorld::SetUp();
        edith = newPerson();
        auto registration = nurse().registers(edith, "Wood");
        id = registration.record;
        nurse().sync({registration, nurse().joins(edith, assessor().who)});
        changes(registration::kPhone.tag, std::nullopt, "01632 960 001");
        changes(registration::kAlert.tag, std::nullopt, "canary-alert");
        changes(registration::kPhone.tag, "01632 960 001", "01632 960 002");
        assessor().sync();
    }

protected:
    Device& nurse() { return at("trust", "W012", "community nurse"); }
    Device& colleague() { return at("trust", "W013", "community nurse"); }
    Device& assessor() { return at("council", "W001", "social work assessor"); }
    Device& stranger() { return at("housing", "W028", "housing officer"); }

    Result<HistoryPage> asks(Device& by, const RecordId& record, std::uint64_t before = 0) {
        const Bytes body = wire::pack(wire::encode(wire::HistoryQuestion{kTrust, record, HomeVersion{before}}));
        const auto response = server->handle({kTrust, Verb::History, callerOf(by.who), body});
        FS_ASSIGN(const auto bytes, wire::unpack(response.body, wire::kMaxHistoryReply));
        m_bytes = bytes;
        if (response.status != 200) {
            FS_ASSIGN(const auto refusal, wire::decodeRefusal(bytes));
            return {refusal.code, "refused"};
        }
        return wire::decodeHistoryPage(bytes, kTrust);
    }
    [[nodiscard]] bool saw(const std::string& words) const { return m_bytes.find(words) != Bytes::npos; }
    void changes(FieldTag tag, const std::optional<std::string>& before, const std::string& after) {
        clock.advance(std::chrono::hours{24});
        const auto value = before ? std::optional<Value>{textValue(*before)} : std::nullopt;
        nurse().sync();
        nurse().sync({nurse().edits(id, {{tag, value, textValue(after)}})});
    }
    [[nodiscard]] std::size_t logged(const Principal& who, const RecordId& record) {
        std::size_t count = 0;
        const auto reads = server->ledgerOf(kTrust)->read();
        EXPECT_TRUE((*reads)->disclosures().entries(1, [&](const auto& stored) -> Result<Walk> {
            FS_ASSIGN(const auto entry, disclosure::decode(stored.bytes));
            const auto* release = std::get_if<disclosure::Release>(&entry.what);
            for (const auto& part : release != nullptr && release->who.worker == who.worker
                                        ? release->parts
                                        : std::vector<disclosure::SentPart>{}) {
                for (const auto& sent : part.records) {
                    count += sent.record == record ? 1 : 0;
                }
            }
            return Walk::On;
        }));
        return count;
    }

    PersonId edith;
    RecordId id;

private:
    Device& at(const char* agency, const char* worker, const char* role) {
        const auto found = m_devices.find(worker);
        return found != m_devices.end()
                   ? found->second
                   : m_devices.emplace(worker, device(agency, worker, "trust", role)).first->second;
    }

    std::map<std::string, Device> m_devices;
    Bytes m_bytes;
};

TEST_F(Histories, OfARestoredHomeAreItsOwnWorkersUntilItIsOpened) {
    ASSERT_TRUE(asks(assessor(), id));
    ASSERT_TRUE(server->ledgerOf(kTrust)->write(
        WriteKind::Other, [&](LedgerWrites& writes) { return writes.beginLine(ids.random<Epoch>(), 1); }));
    EXPECT_EQ(asks(assessor(), id).error().code, ErrorCode::ServerBusy);
    EXPECT_FALSE(saw("01632"));
    EXPECT_TRUE(asks(colleague(), id));
    ASSERT_TRUE(
        server->ledgerOf(kTrust)->write(WriteKind::Other, [](LedgerWrites& writes) { return writes.setOpen(); }));
    EXPECT_TRUE(asks(assessor(), id));
}

TEST_F(Histories, SayWhatStoodOnADayAndWhoChangedIt) {
    const auto page = asks(colleague(), id);
    ASSERT_TRUE(page) << describe(page.error());
    ASSERT_THAT(page->versions, SizeIs(4));
    EXPECT_EQ(page->next.n, 0U);
    const auto steps = historyOf(page->versions);
    EXPECT_EQ(steps[0].changes[0].before, textValue("01632 960 001"));
    EXPECT_EQ(steps[0].author, WorkerId{"W012"});
    const auto second = page->versions[1].recordedAt;
    EXPECT_EQ(asItStood(page->versions, second)->fields.get(registration::kPhone), "01632 960 001");
    EXPECT_EQ(asItStood(page->versions, second)->fields.get(registration::kAlert), "canary-alert");
}

TEST_F(Histories, APartnerSeesOfEarlierVersionsWhatTheySeeOfTheNewest) {
    const auto page = asks(assessor(), id);
    ASSERT_TRUE(page) << describe(page.error());
    EXPECT_THAT(page->versions, SizeIs(4));
    EXPECT_FALSE(saw("canary-alert"));
    EXPECT_TRUE(saw("01632 960 001"));
}

TEST_F(Histories, WhatIsNotThereAndWhatOneMayNotReadSoundTheSame) {
    const auto hidden = asks(stranger(), id);
    const Bytes first = wire::pack(wire::encode(wire::HistoryQuestion{kTrust, id, {}}));
    const auto one = server->handle({kTrust, Verb::History, callerOf(stranger().who), first});
    const Bytes second = wire::pack(wire::encode(wire::HistoryQuestion{kTrust, ids.random<RecordId>(), {}}));
    const auto other = server->handle({kTrust, Verb::History, callerOf(stranger().who), second});
    ASSERT_FALSE(hidden);
    EXPECT_EQ(hidden.error().code, ErrorCode::NotFound);
    EXPECT_EQ(one.status, other.status);
    EXPECT_EQ(one.body, other.body);
    EXPECT_EQ(logged(stranger().who, id), 0U);
}

TEST_F(Histories, EveryVersionIsInTheLogBeforeItLeaves) {
    const auto before = logged(colleague().who, id);
    ASSERT_TRUE(asks(colleague(), id));
    EXPECT_EQ(logged(colleague().who, id), before + 4);
}

TEST_F(Histories, ADraftsWordsStayItsAuthors) {
    auto note = nurse().writesNote(edith, "canary-first-thought", "draft");
    nurse().sync({note});
    nurse().sync({nurse().edits(
        note.record, {{contact_note::kText.tag, textValue("canary-first-thought"), textValue("She fell on the stairs")},
                      {contact_note::kState.tag, textValue("draft"), textValue("signed")}})});
    const auto page = asks(colleague(), note.record);
    ASSERT_TRUE(page) << describe(page.error());
    EXPECT_THAT(page->versions, SizeIs(1));
    EXPECT_FALSE(saw("canary-first-thought"));
    EXPECT_THAT(asks(nurse(), note.record)->versions, SizeIs(2)) << "the author sees their own";
}

TEST_F(Histories, WordsEnteredInErrorDoNotComeBackByTheirHistory) {
    auto note = nurse().writesNote(edith, "canary-wrong-person");
    nurse().sync({note, nurse().joins(edith, assessor().who)});
    ASSERT_TRUE(asks(assessor(), note.record));
    EXPECT_TRUE(saw("canary-wrong-person"));
    nurse().sync();
    const auto results = nurse().sync(
        {nurse().edits(note.record, {{contact_note::kState.tag, textValue("signed"), textValue("entered-in-error")},
                                     {contact_note::kErrorReason.tag, std::nullopt, textValue("about somebody else")},
                                     {contact_note::kErrorBy.tag, std::nullopt, textValue("W012")}})});
    ASSERT_EQ(results[0].outcome, IntentOutcome::Applied);
    const auto page = asks(assessor(), note.record);
    if (page) {
        EXPECT_FALSE(saw("canary-wrong-person"));
    }
}

TEST_F(Histories, ComeInPages) {
    for (int i = 3; i < 130; ++i) {
        changes(registration::kPhone.tag, "01632 960 " + std::to_string(100 + i - 1).substr(0, 3),
                "01632 960 " + std::to_string(100 + i).substr(0, 3));
        if (i == 3) { // the first had another number before it
            changes(registration::kPhone.tag, "01632 960 002", "01632 960 103");
        }
    }
    const auto first = asks(colleague(), id);
    ASSERT_TRUE(first);
    EXPECT_THAT(first->versions, SizeIs(100));
    ASSERT_NE(first->next.n, 0U);
    EXPECT_EQ(first->next, first->versions.back().version);
    const auto rest = asks(colleague(), id, first->next.n);
    ASSERT_TRUE(rest);
    EXPECT_EQ(rest->versions.front().version.n, first->next.n - 1);
    EXPECT_EQ(rest->versions.back().version.n, 1U);
    EXPECT_EQ(rest->next.n, 0U);
}

TEST_F(Histories, OfARevokedDeviceNothingIsAnswered) {
    ASSERT_TRUE(server->ledgerOf(kTrust)->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.revoke(kTrust, colleague().who.device, clock.now());
    }));
    const auto page = asks(colleague(), id);
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, ErrorCode::Revoked);
}

} // namespace
} // namespace frontsheet::test
