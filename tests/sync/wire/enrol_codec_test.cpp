#include "sync/wire/enrol_codec.h"
#include "tests/sync/wire/messages_story.h"

#include <gtest/gtest.h>

namespace frontsheet::wire {
namespace {

EnrolReply welcome() {
    EnrolReply reply;
    reply.certificate = "-----BEGIN CERTIFICATE-----\n...\n";
    reply.agencyCa = "-----BEGIN CERTIFICATE-----\n+++\n";
    reply.partnership = {
        {AgencyId{"community_trust"}, "https://trust.example:8443", AgencyId{"community_trust"}, "PEM"},
        {AgencyId{"carers_centre"}, "https://[::1]:9443", AgencyId{"council"}, "PEM"}};
    reply.agency = AgencyId{"community_trust"};
    reply.worker = WorkerId{"W012"};
    reply.role = "community nurse";
    reply.rescueKey = std::string(32, '\x07');
    return reply;
}

TEST(EnrolCodec, BothWaysComeBackWhole) {
    const EnrolRequest request{"7F3K-99QM-2XWA", "DER", story::id<DeviceId>(3)};
    EXPECT_EQ(*decodeEnrolRequest(encode(request)), request);
    EXPECT_EQ(*decodeEnrolReply(encode(welcome())), welcome());
}

TEST(EnrolCodec, AnAddressThatIsNotAServersIsRefused) {
    EXPECT_TRUE(isServerUrl("https://council.example:8443"));
    EXPECT_TRUE(isServerUrl("https://127.0.0.1:1"));
    for (const auto* url :
         {"http://council.example:80", "https://council.example", "https://:443", "https://a:", "https://a:99999999",
          "https://a:80/path", "https://user@a:80", "https://a b:80", "file:///etc/passwd", "https://a:8x", ""}) {
        EXPECT_FALSE(isServerUrl(url)) << url;
        auto reply = welcome();
        reply.partnership[0].url = url;
        EXPECT_FALSE(decodeEnrolReply(encode(reply))) << url;
    }
}

TEST(EnrolCodec, ByAnybodyWhoReachesThePortIsBounded) {
    EXPECT_EQ(
        decodeEnrolRequest(encode(EnrolRequest{std::string(kMaxEnrolCode + 1, 'c'), "DER", story::id<DeviceId>(3)}))
            .error()
            .code,
        ErrorCode::TooLarge);
    EXPECT_EQ(
        decodeEnrolRequest(encode(EnrolRequest{"code", std::string(kMaxPemBytes + 1, 'd'), story::id<DeviceId>(3)}))
            .error()
            .code,
        ErrorCode::TooLarge);
    EXPECT_TRUE(decodeEnrolRequest(encode(EnrolRequest{"", "DER", story::id<DeviceId>(3)}))); // a renewal
    EXPECT_FALSE(decodeEnrolRequest(encode(EnrolRequest{"code", "", story::id<DeviceId>(3)})));
    EXPECT_FALSE(decodeEnrolRequest(encode(EnrolRequest{"code", "DER", DeviceId{}})));
    EXPECT_FALSE(decodeEnrolRequest(""));
    auto reply = welcome();
    reply.worker = WorkerId{"not a code"};
    EXPECT_FALSE(decodeEnrolReply(encode(reply)));
}

} // namespace
} // namespace frontsheet::wire
