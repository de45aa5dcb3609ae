// What a device may still do whose certificate is revoked or ran out, and the book of what devices were asked to remove.
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/referral.h"
#include "sync/server/grants.h"
#include "sync/server/limits.h"
#include "sync/server/removal/removal_views.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "tests/sync/server/agency_world.h"

#include <gmock/gmock.h>

namespace frontsheet::test {

using removal::DeviceState;
using removal::HeldState;
using ::testing::SizeIs;

class ClosingDevices : public AgencyWorld {
public:
    void SetUp() override {
        AgencyWorld::SetUp();
        nurse = std::make_unique<Device>(device("trust", "W012", "trust", "community nurse"));
        person = newPerson();
        nurse->sync({nurse->registers(person, "Wood"), nurse->writesNote(person, "unsteady")});
    }
    void revoke(const Device& device) {
        ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& writes) {
            return writes.revoke(device.who.agency, device.who.device, clock.now());
        }));
    }
    std::unique_ptr<LedgerReads> reads() { return std::move(server->ledgerOf(AgencyId{"trust"})->read()).value(); }
    std::vector<removal::DeviceLine> devices() {
        auto r = reads();
        return removal::devicesOf(*r, std::span{&person, 1},
                                  [&](const Principal& viewer, const PersonId& who) -> Result<removal::Categories> {
                                      FS_ASSIGN(const auto now, joinedTo(*r, viewer, {}, who, clock.now()));
                                      const bool theirs = viewer.agency == AgencyId{"trust"} || now.direct.careTeam;
                                      return theirs ? removal::kEveryCategory : removal::Categories{0};
                                  })
            .value();
    }

    std::unique_ptr<Device> nurse;
    PersonId person;
};

TEST_F(ClosingDevices, ARevokedDeviceHandsInEverythingAndIsToldThatAllGoes) {
    const auto applied = nurse->writesNote(person, "before");
    nurse->sync({applied});
    const auto late = nurse->writesNote(person, "after");
    revoke(*nurse);
    EXPECT_EQ(nurse->exchange({late}).error().code, ErrorCode::Revoked);
    const auto reply = nurse->closing({applied, late});
    ASSERT_TRUE(reply) << describe(reply.error());
    EXPECT_EQ(reply->closing, wire::Closing::Closed);
    EXPECT_NE(reply->removal, 0U);
    ASSERT_THAT(reply->results, SizeIs(2));
    EXPECT_EQ(reply->results[0].outcome, IntentOutcome::Applied) << "what was applied before stays so";
    EXPECT_EQ(reply->results[1], (IntentResult{late.op, IntentOutcome::Held, ErrorCode::Revoked, HomeVersion{}}));
    EXPECT_TRUE(reply->pages.empty()) << "nothing is ever released here";
    EXPECT_TRUE(reply->grants.granted.empty());
    const auto again = nurse->closing({late});
    EXPECT_EQ(again->results[0], reply->results[1]);
    EXPECT_EQ(again->removal, reply->removal) << "the same question, until it is answered";
    EXPECT_THAT(reads()->removals().inbox(HeldState::Waiting).value(), SizeIs(1));
}

TEST_F(ClosingDevices, ThatAllIsGoneIsConfirmedByItsNumberAlone) {
    revoke(*nurse);
    const auto reply = nurse->closing();
    nurse->removed = {reply->removal + 2};
    (void)nurse->closing();
    EXPECT_FALSE(reads()->removals().removalsFrom(nurse->who.device)->front().confirmedAt.isKnown());
    nurse->removed = {reply->removal};
    clock.advance(std::chrono::hours{1});
    (void)nurse->closing();
    const auto removal = reads()->removals().removalsFrom(nurse->who.device)->front();
    EXPECT_EQ(removal.scope, removal::kEverything);
    EXPECT_EQ(removal.confirmedAt, clock.now());
    (void)nurse->closing();
    EXPECT_TRUE(reads()->removals().removalsFrom(nurse->who.device)->front().confirmedAt.isKnown());
}

TEST_F(ClosingDevices, ATabletThatStartsOverIsAskedAgainForWhatItNeverConfirmed) {
    auto assessor = device("council", "W001", "trust", "social work assessor");
    const auto joining = nurse->joins(person, assessor.who);
    nurse->sync({joining});
    assessor.sync();
    nurse->sync();
    nurse->sync({nurse->edits(joining.record, {{care_team::kUntil.tag, std::nullopt, Value{clock.now().ms}}})});
    ASSERT_EQ(assessor.send(assessor.request({})).status, 200) << "the server asks to list what is held";
    auto listing = assessor.request({});
    listing.have.held.emplace();
    for (const auto& [scope, progress] : assessor.held) {
        listing.have.held->push_back(scope);
    }
    ASSERT_EQ(assessor.send(listing).status, 200); // and takes it; the answer never arrives
    const auto open = [&] {
        const auto all = reads()->removals().removalsFrom(assessor.who.device).value();
        return std::count_if(all.begin(), all.end(), [](const auto& one) { return !one.confirmedAt.isKnown(); });
    };
    ASSERT_GT(open(), 0);

    assessor.epoch = {}; // as after a restore
    assessor.feedSeq = 0;
    assessor.held.clear();
    assessor.mirror.clear();
    assessor.sync();
    assessor.sync();
    EXPECT_EQ(open(), 0) << "nobody waits for ever to hear that it is gone";
    assessor.sync();
    EXPECT_TRUE(assessor.lastGone.empty()) << "asked once";
}

TEST_F(ClosingDevices, AnExpiredCertificateRenewsFirstAndTooOldOneCloses) {
    const auto late = nurse->writesNote(person, "written on leave");
    const auto ask = [&](std::chrono::hours past) {
        auto caller = callerOf(nurse->who);
        caller.notAfter = clock.now() + -past;
        const Bytes body = wire::pack(wire::encode(nurse->request({late})));
        const auto response = server->handle({AgencyId{"trust"}, Verb::Closing, caller, body});
        EXPECT_EQ(response.status, 200);
        return wire::decodeSyncReply(*wire::unpack(response.body, 1 << 20), AgencyId{"trust"}).value();
    };
    const auto lapsed = ask(std::chrono::hours{24 * 20});
    EXPECT_EQ(lapsed.closing, wire::Closing::RenewFirst);
    EXPECT_TRUE(lapsed.results.empty());
    EXPECT_EQ(lapsed.removal, 0U) << "nothing was taken, and nothing goes";
    const auto finished = ask(std::chrono::hours{24 * 100});
    EXPECT_EQ(finished.closing, wire::Closing::Closed);
    EXPECT_EQ(finished.results[0].outcome, IntentOutcome::Held);
    EXPECT_EQ(finished.results[0].reason, ErrorCode::CertificateRejected);
}

TEST_F(ClosingDevices, IsNoWayRoundTheGrantForAGoodCertificateOrNone) {
    EXPECT_EQ(nurse->closing({nurse->writesNote(person, "?")}).error().code, ErrorCode::NotPermitted);
    const Bytes body = wire::pack(wire::encode(nurse->request({})));
    const auto nobody = server->handle({AgencyId{"trust"}, Verb::Closing, Caller{}, body});
    EXPECT_NE(nobody.status, 200);
    auto partner = callerOf({AgencyId{"council"}, {}, std::string{kAgencyServerRole}, ids.random<DeviceId>()});
    partner.kind = CallerKind::AgencyServer;
    EXPECT_NE(server->handle({AgencyId{"trust"}, Verb::Closing, partner, body}).status, 200);
}

TEST_F(ClosingDevices, AStolenTabletFillsNoMoreThanItsShare) {
    revoke(*nurse);
    std::size_t held = 0;
    for (std::size_t sent = 0; sent < server_limits::kHeldPerDevice + 2000; sent += 2000) {
        std::vector<Intent> batch;
        for (int i = 0; i < 2000; ++i) {
            batch.push_back(nurse->writesNote(person, "x"));
        }
        const auto reply = nurse->closing(std::move(batch));
        ASSERT_TRUE(reply);
        for (const auto& result : reply->results) {
            held += result.outcome == IntentOutcome::Held ? 1 : 0;
        }
    }
    EXPECT_EQ(held, server_limits::kHeldPerDevice);
}

TEST_F(ClosingDevices, AStolenTabletFillsNoMoreBytesThanItsShare) {
    revoke(*nurse);
    const std::string page(60'000, 'x'); // the longest that a note may be, about
    std::size_t held = 0;
    for (int sent = 0; sent < 3; ++sent) {
        std::vector<Intent> batch;
        for (int i = 0; i < 200; ++i) {
            batch.push_back(nurse->writesNote(person, page));
        }
        const auto reply = nurse->closing(std::move(batch));
        ASSERT_TRUE(reply) << describe(reply.error());
        for (const auto& result : reply->results) {
            held += result.outcome == IntentOutcome::Held ? 1 : 0;
        }
    }
    EXPECT_GE(held * page.size(), server_limits::kHeldBytesPerDevice * 99 / 100 - page.size());
    EXPECT_LE(held * page.size(), server_limits::kHeldBytesPerDevice);
}

TEST_F(ClosingDevices, RemovedFromThreeOfFourIsKnownByDevice) {
    std::vector<Device> partners;
    std::vector<Intent> joined;
    for (const char* worker : {"W001", "W002", "W003", "W004"}) {
        partners.push_back(device("council", worker, "trust", "social work assessor"));
        joined.push_back(nurse->joins(person, partners.back().who));
    }
    nurse->sync(joined);
    for (auto& partner : partners) {
        partner.sync();
        ASSERT_TRUE(partner.countOf(RecordType::ContactNote) > 0);
    }
    EXPECT_EQ(removal::counted(devices()).devices, 0U);
    const auto note = partners[1].mirror.begin()->first;
    partners[1].readings = {{note, HomeVersion{1}, ReadingHow::Printed, clock.now()}};
    partners[1].sync();
    std::vector<Intent> left;
    for (const auto& membership : joined) {
        left.push_back(
            nurse->edits(membership.record, {{care_team::kUntil.tag, std::nullopt, timeValue(clock.now())}}));
    }
    nurse->sync(left);
    auto count = removal::counted(devices());
    EXPECT_EQ(count.devices, 4U) << "they count before they have been in contact";
    EXPECT_EQ(count.removed, 0U);
    for (int i = 0; i < 3; ++i) {
        partners[static_cast<std::size_t>(i)].sync(); // hears that it is gone
        ASSERT_THAT(partners[static_cast<std::size_t>(i)].removed, SizeIs(1));
    }
    count = removal::counted(devices());
    EXPECT_EQ(count.removed, 0U) << "asked is not removed";
    clock.advance(std::chrono::minutes{5});
    for (int i = 0; i < 3; ++i) {
        partners[static_cast<std::size_t>(i)].sync(); // and says that it has
    }
    count = removal::counted(devices());
    EXPECT_EQ(count.devices, 4U);
    EXPECT_EQ(count.removed, 3U);
    EXPECT_EQ(count.printed, 1U);
    const auto lines = devices();
    EXPECT_EQ(
        std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.state == DeviceState::NotAsked; }),
        1);
    // One of them joins again and loses it again: what it confirmed then is no answer to what is asked now.
    const auto again = nurse->joins(person, partners[0].who);
    nurse->sync({again});
    partners[0].sync();
    nurse->sync({nurse->edits(again.record, {{care_team::kUntil.tag, std::nullopt, timeValue(clock.now())}})});
    const auto old = partners[0].removed;
    partners[0].sync();
    partners[0].removed = old;
    EXPECT_EQ(removal::counted(devices()).removed, 2U);
}

TEST_F(ClosingDevices, AnAnswerThatWasLostIsAskedForAgainAndCountsFromTheFirstTime) {
    Device partner = device("council", "W001", "trust", "social work assessor");
    const auto joined = nurse->joins(person, partner.who);
    nurse->sync({joined});
    partner.sync();
    nurse->sync({nurse->edits(joined.record, {{care_team::kUntil.tag, std::nullopt, timeValue(clock.now())}})});
    const auto asked = clock.now();
    Device before = partner;
    partner.sync();
    const auto lost = partner.removed;
    clock.advance(std::chrono::hours{1});
    before.sync(); // as if that answer had never come
    ASSERT_THAT(before.removed, SizeIs(1));
    EXPECT_NE(before.removed, lost);
    const auto removal = reads()->removals().removalsAbout(person)->front();
    EXPECT_EQ(removal.askedAt, asked);
    EXPECT_EQ(removal.number, before.removed.front());
    before.sync();
    EXPECT_TRUE(reads()->removals().removalsAbout(person)->front().confirmedAt.isKnown());
}

} // namespace frontsheet::test
