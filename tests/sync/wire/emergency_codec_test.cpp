#include "core/base/id_source.h"
#include "sync/wire/emergency_codec.h"

#include <gtest/gtest.h>

namespace frontsheet::wire {
namespace {

const AgencyId kCouncil{"council"};

EmergencyAsk opening() {
    SeededIdSource ids{3};
    EmergencyAsk ask;
    ask.agency = kCouncil;
    ask.wish.person = {"999 000 0018", "Marlowe", "Edith", "1939-02-11"};
    ask.wish.reason = "Found on the floor, nobody answers the telephone";
    ask.wish.duration = std::chrono::hours{3};
    ask.request = ids.random<EmergencyRequestId>();
    return ask;
}

TEST(EmergencyCodec, AnOpeningComesBackAsItWent) {
    const auto ask = opening();
    const auto back = decodeEmergencyAsk(encode(ask), kCouncil).value();
    EXPECT_EQ(back.step, EmergencyAskStep::Open);
    EXPECT_EQ(back.wish.person.nhsNumber, "999 000 0018");
    EXPECT_EQ(back.wish.person.familyName, "Marlowe");
    EXPECT_EQ(back.wish.person.givenName, "Edith");
    EXPECT_EQ(back.wish.person.born, "1939-02-11");
    EXPECT_EQ(back.wish.reason, ask.wish.reason);
    EXPECT_EQ(back.wish.duration, std::chrono::hours{3});
    EXPECT_EQ(back.request, ask.request);
}

TEST(EmergencyCodec, AReviewComesBackAsItWent) {
    SeededIdSource ids{4};
    EmergencyAsk ask;
    ask.agency = kCouncil;
    ask.step = EmergencyAskStep::Review;
    ask.access = ids.random<RecordId>();
    ask.verdict = EmergencyVerdict::Justified;
    ask.words = "Ambulance crew confirms";
    const auto back = decodeEmergencyAsk(encode(ask), kCouncil).value();
    EXPECT_EQ(back.step, EmergencyAskStep::Review);
    EXPECT_EQ(back.access, ask.access);
    EXPECT_EQ(back.verdict, EmergencyVerdict::Justified);
    EXPECT_EQ(back.words, ask.words);
}

TEST(EmergencyCodec, AReplyComesBackAsItWent) {
    SeededIdSource ids{5};
    EmergencyReply reply{
        kCouncil,
        {{ids.random<RecordId>(), ids.random<PersonId>()}, {ids.random<RecordId>(), ids.random<PersonId>()}},
        WallTime{1795165200000},
        WallTime{1795165100000}};
    const auto back = decodeEmergencyReply(encode(reply), kCouncil).value();
    ASSERT_EQ(back.opened.size(), 2U);
    EXPECT_EQ(back.opened[1].access, reply.opened[1].access);
    EXPECT_EQ(back.opened[1].person, reply.opened[1].person);
    EXPECT_EQ(back.until, reply.until);
    EXPECT_EQ(back.serverTime, reply.serverTime);
}

TEST(EmergencyCodec, AMessageForAnotherAgencyOrTooLongOrWithoutIdentityIsRefused) {
    EXPECT_EQ(decodeEmergencyAsk(encode(opening()), AgencyId{"housing"}).error().code, ErrorCode::WrongTenant);
    auto ask = opening();
    ask.request = {};
    EXPECT_EQ(decodeEmergencyAsk(encode(ask), kCouncil).error().code, ErrorCode::Malformed);
    ask = opening();
    ask.wish.reason.assign(kLongestReason + 1, 'x');
    EXPECT_EQ(decodeEmergencyAsk(encode(ask), kCouncil).error().code, ErrorCode::TooLarge);
    ask = opening();
    ask.wish.person.familyName = "\xff";
    EXPECT_EQ(decodeEmergencyAsk(encode(ask), kCouncil).error().code, ErrorCode::NotText);
    EXPECT_FALSE(decodeEmergencyAsk(Bytes(kMaxEmergencyBytes + 1, '\n'), kCouncil));
    EXPECT_FALSE(decodeEmergencyAsk({}, kCouncil));
    EmergencyReply many{kCouncil, {}, {}, {}};
    many.opened.resize(kMaxEmergencyPersons + 1);
    EXPECT_EQ(decodeEmergencyReply(encode(many), kCouncil).error().code, ErrorCode::TooLarge);
}

} // namespace
} // namespace frontsheet::wire
