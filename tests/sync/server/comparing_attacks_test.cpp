// Comparisons as a way in: a device that says what it likes about what it holds learns nothing that a page would not bring, and
// gets no work done beyond a bound.
#include "core/sqlite/work_count.h"
#include "sync/server/disclosure/disclosure_views.h"
#include "sync/server/limits.h"
#include "sync/wire/content_hash.h"
#include "tests/sync/server/attacks_world.h"

namespace frontsheet::test {

using ::testing::IsEmpty;

class ComparingAttacks : public Attacks {
public:
    static HeldSpan everything() { return {}; }
    wire::SyncReply ask(Device& who, const std::vector<HeldSpan>& spans, const std::vector<RecordId>& wanted = {}) {
        auto request = who.request({});
        request.have.spans = spans;
        request.have.wanted = wanted;
        bytes = answer(who, request);
        auto reply = wire::decodeSyncReply(bytes, kTrust);
        EXPECT_TRUE(reply);
        return reply ? *reply : wire::SyncReply{};
    }
    void tellsNothingBeyond(Device& who, const wire::SyncReply& reply) {
        for (const auto& part : reply.differing) {
            for (const auto& item : part.items) {
                const auto held = who.mirror.find(item.record);
                if (held == who.mirror.end()) {
                    ADD_FAILURE() << "names a record that it does not release";
                } else {
                    EXPECT_EQ(item.hash, wire::contentHash(held->second.header, held->second.body))
                        << "of what is released, as it is released";
                }
            }
            for (const auto& scope : {part.after.scope, part.upTo.scope}) {
                const bool known = scope.empty() || who.held.contains(scope) || asked.contains(scope);
                EXPECT_TRUE(known) << "names the scope " << scope;
            }
            EXPECT_TRUE(part.count <= who.mirror.size() * 2 || part.count == 0xFFFFFFFFu);
        }
        const auto canaries = canariesIn(bytes);
        const auto held = heldBy(who);
        for (const auto& canary : canaries) {
            EXPECT_TRUE(held.contains(canary)) << canary;
        }
    }
    // All of it, from every key and every record on, up to every other.
    void comparesEverything(Device& who) {
        who.sync();
        who.sync();
        tellsNothingBeyond(who, ask(who, {everything()}));
        const auto keys = everyKey();
        asked = std::set<std::string>(keys.begin(), keys.end());
        for (const auto& key : keys) {
            for (const auto& from : {RecordId{}, all.front().id, all[all.size() / 2].id}) {
                HeldSpan open;
                open.after = {key, from};
                HeldSpan narrow = open;
                narrow.upTo = {key, all.back().id};
                HeldSpan upTo;
                upTo.upTo = {key, from};
                const bool isSome = upTo.after < upTo.upTo;
                const bool ends = narrow.after < narrow.upTo;
                std::vector<HeldSpan> spans{open};
                if (ends) {
                    spans.push_back(narrow);
                }
                if (isSome) {
                    spans.push_back(upTo);
                }
                tellsNothingBeyond(who, ask(who, spans));
            }
        }
        EXPECT_THAT(namedIn(bytes, who), IsEmpty());
        for (const auto& record : all) {
            const auto reply = ask(who, {}, {record.id, ids.random<RecordId>()});
            ASSERT_EQ(reply.pages.size() >= 1, true);
            const bool isTheirs = who.holds(record.id);
            EXPECT_EQ(reply.pages[0].upserts.size(), isTheirs ? 1U : 0U);
            EXPECT_EQ(reply.pages[0].removed.size(), isTheirs ? 1U : 2U) << "withheld and not there are answered alike";
            tellsNothingBeyond(who, reply);
        }
    }

    std::set<std::string> asked;
    Bytes bytes;
};

TEST_F(ComparingAttacks, APartnerWhoIsJoinedToNobodyLearnsNothing) {
    auto stranger = device("council", "W002", "community_trust", "social work assessor");
    comparesEverything(stranger);
    EXPECT_THAT(heldBy(stranger), IsEmpty());
}

TEST_F(ComparingAttacks, WhoIsOnOnePersonsTeamLearnsNothingOfAnother) {
    auto assessor = device("council", "W001", "community_trust", "social work assessor");
    joins(arthur, assessor.who);
    comparesEverything(assessor);
    EXPECT_FALSE(heldBy(assessor).empty());
    for (const auto& canary : heldBy(assessor)) {
        EXPECT_EQ(canary.find(".edith."), std::string::npos);
    }
}

TEST_F(ComparingAttacks, AColleagueLearnsNothingOfWhatIsRestricted) {
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    joins(edith, colleague.who);
    comparesEverything(colleague);
}

TEST_F(ComparingAttacks, WhatIsSentAgainIsInTheLogAgain) {
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    joins(edith, colleague.who);
    colleague.sync();
    const auto held = std::find_if(colleague.mirror.begin(), colleague.mirror.end(),
                                   [&](const auto& one) { return one.second.header.person == edith; });
    ASSERT_NE(held, colleague.mirror.end());
    const auto releases = [&] {
        const PersonId about[] = {edith};
        std::size_t times = 0;
        const auto reads = server->ledgerOf(kTrust)->read();
        const auto log = disclosure::aboutPerson(**reads, about);
        for (const auto& line : log->releases) {
            times += static_cast<std::size_t>(std::count_if(
                line.sent.begin(), line.sent.end(), [&](const auto& sent) { return sent.record == held->first; }));
        }
        return times;
    };
    const auto before = releases();
    EXPECT_GE(before, 1U);
    ask(colleague, {}, {held->first});
    EXPECT_EQ(releases(), before + 1);
}

// What one request may cost is used up, so that it ends among what is withheld, wherever that can be made to be.
TEST_F(ComparingAttacks, WhereAComparisonEndsNamesNothing) {
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    joins(edith, colleague.who);
    const auto restricted = [this](int i) {
        Record record = note(edith, "restricted" + std::to_string(i));
        sharing::putReaders(record.fields, contact_note::kReaders, {{kTrust, WorkerId{"W016"}}});
        keep(record);
    };
    for (int i = 0; i < 150; ++i) {
        restricted(2 * i);
        keep(note(edith, "open" + std::to_string(i)));
        restricted(2 * i + 1);
    }
    colleague.sync();
    colleague.sync();
    std::size_t cut = 0;
    for (std::size_t spans = 1; spans <= wire::kMaxSpans; ++spans) {
        const auto reply = ask(colleague, std::vector<HeldSpan>(spans, everything()));
        EXPECT_THAT(namedIn(bytes, colleague), IsEmpty()) << spans;
        cut += reply.compared < spans ? 1U : 0U;
        for (const auto& part : reply.differing) {
            EXPECT_TRUE(part.upTo.scope.empty() || part.after < part.upTo) << "as devices will have it";
        }
    }
    EXPECT_GT(cut, 0U) << "it was used up";
}

TEST_F(ComparingAttacks, WhatIsHeldAsItShouldBeIsFoundSo) {
    auto nurse = device("community_trust", "W012", "community_trust", "community nurse");
    joins(edith, nurse.who);
    nurse.sync();
    nurse.sync();
    const auto differs = ask(nurse, {everything()});
    ASSERT_EQ(differs.compared, 1U);
    ASSERT_FALSE(differs.differing.empty());
    HeldSpan whole;
    for (const auto& part : differs.differing) {
        whole.count += part.count;
        whole.hash += part.hash;
    }
    EXPECT_GE(whole.count, nurse.mirror.size());
    const auto same = ask(nurse, {whole});
    EXPECT_EQ(same.compared, 1U);
    EXPECT_THAT(same.differing, IsEmpty());
}

TEST_F(ComparingAttacks, WhoClaimsAnythingElseIsNotComparedAtAll) {
    auto nurse = device("community_trust", "W012", "community_trust", "community nurse");
    joins(edith, nurse.who);
    nurse.sync();
    nurse.sync();
    auto request = nurse.request({});
    request.have.spans = {everything()};
    request.have.heldHash ^= 1;
    EXPECT_EQ(wire::decodeSyncReply(answer(nurse, request), kTrust)->compared, 0U) << "other scopes";
    request = nurse.request({});
    request.have.spans = {everything()};
    request.have.epoch = ids.random<Epoch>();
    EXPECT_EQ(wire::decodeSyncReply(answer(nurse, request), kTrust)->compared, 0U) << "another epoch";
    request = nurse.request({});
    request.have.spans = {everything()};
    request.have.partial = {{everyKey().front(), 0, {}}};
    (void)answer(nurse, request);
    request = nurse.request({});
    request.have.spans = {everything()};
    request.have.feedSeq = 1;
    EXPECT_EQ(wire::decodeSyncReply(answer(nurse, request), kTrust)->compared, 0U) << "something has moved about them";
}

#if defined(FRONTSHEET_FAULTS)
TEST_F(ComparingAttacks, WorkIsBounded) {
    for (int i = 0; i < 700; ++i) {
        keep(note(edith, "many" + std::to_string(i)));
    }
    auto nurse = device("community_trust", "W012", "community_trust", "community nurse");
    joins(edith, nurse.who);
    nurse.sync();
    nurse.sync();
    const auto before = sqlite::workSoFar();
    const auto reply = ask(nurse, std::vector<HeldSpan>(wire::kMaxSpans, everything()));
    const auto after = sqlite::workSoFar();
    // Of everybody's scope the persons' own are passed over, as many again.
    EXPECT_LT(after.rows - before.rows, 2 * server_limits::kComparedPerRequest + 500);
    EXPECT_GT(reply.compared, 0U);
    EXPECT_LE(reply.compared, wire::kMaxSpans);
}
#endif

} // namespace frontsheet::test
