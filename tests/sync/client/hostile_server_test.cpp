// Servers that lie, break or are none: a clear error, nothing lost, nothing of it applied.
#include "core/base/id_source.h"
#include "core/domain/schema/contact_note.h"
#include "sync/client/answer.h"
#include "sync/client/sync_engine.h"
#include "sync/wire/http_mapping.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "tests/sync/client/memory_sync_store.h"
#include "tests/sync/client/naive_home.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

const AgencyId kTrust{"community_trust"};

class AHostileServer : public testing::Test {
protected:
    AHostileServer() {
        transport.add(kTrust, home);
        home.grants(edith);
        for (int n = 0; n < 30; ++n) {
            home.keeps(ids.timeOrdered<RecordId>(clock.now()), edith, "note");
        }
        EXPECT_FALSE(engine.exchange(kTrust).failure);
        home.keeps(ids.timeOrdered<RecordId>(clock.now()), edith, "newer");
        Intent intent;
        intent.op = ids.random<OpId>();
        intent.record = ids.timeOrdered<RecordId>(clock.now());
        intent.type = RecordType::ContactNote;
        intent.home = kTrust;
        intent.person = edith;
        FieldSet fields;
        fields.put(contact_note::kText, std::string{"unsent words"});
        intent.edits = difference({}, fields);
        store.save(intent);
    }

    void answers(std::function<Result<HttpAnswer>()> with) {
        transport.instead = [with](std::size_t, const auto&) { return std::optional{with()}; };
    }
    void lies(std::function<void(wire::SyncReply&)> how) { transport.twist = std::move(how); }

    // The failure is this; cursor, mirror and outbox are as they were; and with an honest answer all goes on.
    void expectHarmless(ErrorCode code) {
        const auto before = store.at(kTrust);
        const auto failed = engine.exchange(kTrust);
        ASSERT_TRUE(failed.failure.has_value());
        EXPECT_EQ(failed.failure->code, code) << describe(*failed.failure);
        EXPECT_EQ(store.at(kTrust).lastFailure, asTold(code)) << "what a person is told";
        EXPECT_EQ(store.at(kTrust).position.feedSeq, before.position.feedSeq);
        EXPECT_EQ(store.at(kTrust).position.held, before.position.held);
        EXPECT_EQ(store.at(kTrust).position.epoch, before.position.epoch);
        EXPECT_EQ(store.at(kTrust).mirror.size(), before.mirror.size());
        EXPECT_EQ(store.outbox().size(), 1u);
        EXPECT_TRUE(store.needingAttention().empty());
        transport.instead = nullptr;
        transport.twist = nullptr;
        const auto honest = engine.exchange(kTrust);
        ASSERT_FALSE(honest.failure) << describe(*honest.failure);
        EXPECT_EQ(store.at(kTrust).mirror.size(), 32u);
        EXPECT_TRUE(store.outbox().empty());
        EXPECT_EQ(home.effects().size(), 1u);
        EXPECT_EQ(home.effects().begin()->second, 1u);
    }

    SeededIdSource ids{5};
    ManualClock clock{WallTime{1'795'248'000'000}};
    PersonId edith = ids.timeOrdered<PersonId>(clock.now());
    NaiveHome home{kTrust};
    MemorySyncStore store;
    HomeTransport transport{5};
    SyncEngine engine{store, transport, clock};
};

HttpAnswer html(int status) {
    return {status, "text/html; charset=utf-8", "<html><h1>Guest Wi-Fi</h1><form>Accept terms</form></html>", {}};
}

TEST_F(AHostileServer, CaptivePortalWithA200) {
    answers([] { return html(200); });
    expectHarmless(ErrorCode::NotOurServer);
}
TEST_F(AHostileServer, CaptivePortalWithARedirect) {
    answers([] { return html(302); });
    expectHarmless(ErrorCode::NotOurServer);
}
TEST_F(AHostileServer, AFilterThatSaysForbidden) {
    answers([] { return html(403); });
    expectHarmless(ErrorCode::NotOurServer);
}
TEST_F(AHostileServer, AProxyThatWantsALogIn) {
    answers([] { return html(407); });
    expectHarmless(ErrorCode::ProxyRefused);
}
TEST_F(AHostileServer, AGatewayWithoutItsServer) {
    answers([] { return html(502); });
    expectHarmless(ErrorCode::ServerFailed);
}
TEST_F(AHostileServer, OurContentTypeAroundSomethingElse) {
    answers([] { return HttpAnswer{200, std::string{wire::kContentType}, "{}", {}}; });
    expectHarmless(ErrorCode::Malformed);
}
TEST_F(AHostileServer, AnEmptyBody) {
    answers([] { return HttpAnswer{200, std::string{wire::kContentType}, "", {}}; });
    expectHarmless(ErrorCode::Truncated);
}
TEST_F(AHostileServer, ABomb) {
    answers([] {
        return HttpAnswer{
            200, std::string{wire::kContentType}, wire::pack(Bytes(wire::kMaxUnpackedReply + 1, 'x')), {}};
    });
    expectHarmless(ErrorCode::TooLarge);
}
TEST_F(AHostileServer, AReplyCutShort) {
    transport.weather.cutShort = 100;
    const auto failed = engine.exchange(kTrust);
    EXPECT_EQ(failed.failure->code, ErrorCode::Truncated);
    transport.weather = {};
    lies([](auto& reply) { reply.protocol = 9; });
    expectHarmless(ErrorCode::Unsupported);
}
TEST_F(AHostileServer, AnotherAgencysReply) {
    lies([](auto& reply) { reply.agency = AgencyId{"council"}; });
    expectHarmless(ErrorCode::WrongTenant);
}
TEST_F(AHostileServer, RevokedIsSaidAsSuch) {
    answers([] { return HomeTransport::refusal(ErrorCode::Revoked); });
    expectHarmless(ErrorCode::Revoked);
}
TEST_F(AHostileServer, AFeedThatGoesBackwards) {
    lies([](auto& reply) {
        IncomingPage page;
        page.feedSeq = 3;
        reply.pages = {page};
    });
    expectHarmless(ErrorCode::Malformed);
}
TEST_F(AHostileServer, AFeedPastItsOwnHead) {
    lies([](auto& reply) { reply.pages.back().feedSeq = reply.feedHead + 1; });
    expectHarmless(ErrorCode::Malformed);
}
TEST_F(AHostileServer, APageOfAScopeThatIsNotBeingFetched) {
    lies([](auto& reply) { reply.pages.back().scope = "person:of-somebody-else"; });
    expectHarmless(ErrorCode::Malformed);
}
TEST_F(AHostileServer, AResultOfSomethingNeverSent) {
    lies([this](auto& reply) {
        reply.results.push_back({ids.template random<OpId>(), IntentOutcome::Applied, {}, {}});
    });
    expectHarmless(ErrorCode::Malformed);
}
TEST_F(AHostileServer, TheSameResultTwice) {
    lies([](auto& reply) { reply.results.push_back(reply.results.at(0)); });
    expectHarmless(ErrorCode::Malformed);
}
TEST_F(AHostileServer, ARecordThatIsNotText) {
    lies([](auto& reply) { reply.pages.back().upserts.back().body = std::string{"\x0A\x05\x08\x01\x12\x01\xFF", 7}; });
    expectHarmless(ErrorCode::NotText);
}
TEST_F(AHostileServer, AScopeNameThatIsNone) {
    lies([](auto& reply) { reply.grants.gone.push_back("everything; drop table"); });
    expectHarmless(ErrorCode::Malformed);
}

// These cannot be told from an honest server at once; they must end, and lose nothing.
TEST_F(AHostileServer, ThatSaysMoreForEverIsLeft) {
    lies([](auto& reply) {
        reply.more = true;
        reply.pages.clear();
        reply.results.clear();
    });
    expectHarmless(ErrorCode::Malformed);
}
TEST_F(AHostileServer, ThatNeverAnswersAnIntentIsLeft) {
    lies([](auto& reply) { reply.results.clear(); });
    const auto failed = engine.exchange(kTrust);
    EXPECT_EQ(failed.failure->code, ErrorCode::Malformed);
    EXPECT_EQ(store.outbox().size(), 1u) << "it waits";
}
TEST_F(AHostileServer, ThatAsksForTheListOfScopesForEverIsLeft) {
    lies([](auto& reply) {
        reply.sendHeld = true;
        reply.pages.clear();
        reply.results.clear();
    });
    expectHarmless(ErrorCode::Malformed);
}

TEST(ReadAnswer, TakesOurTypeHoweverItIsWritten) {
    wire::SyncReply reply;
    reply.agency = kTrust;
    reply.epoch.bytes[0] = 1;
    auto answer = HomeTransport::message(reply);
    for (const auto* type : {"application/vnd.frontsheet.v1+zstd", "Application/VND.frontsheet.v1+zstd; x=y"}) {
        answer.contentType = type;
        EXPECT_TRUE(ReadAnswer::of(answer, 1000).isMessage()) << type;
    }
    for (const auto* type : {"", "application/vnd.frontsheet.v2+zstd", "application/octet-stream"}) {
        answer.contentType = type;
        EXPECT_EQ(ReadAnswer::of(answer, 1000).refused().error.code, ErrorCode::NotOurServer) << type;
    }
}

} // namespace
} // namespace frontsheet
