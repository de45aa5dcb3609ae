// The bytes of protocol 1. A device in the field speaks these for years: a change here is a new protocol, not a fix.
#include "core/base/id.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/enrol_codec.h"
#include "sync/wire/sync_codec.h"
#include "tests/support/source_folder.h"
#include "tests/sync/wire/messages_story.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace frontsheet::wire {
namespace {

std::string hexOf(const Bytes& bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto hex = detail::toHex({data, bytes.size()});
    std::string lines;
    for (std::size_t at = 0; at < hex.size(); at += 96) {
        lines += hex.substr(at, 96) + "\n";
    }
    return lines;
}

std::string golden(const std::string& name) {
    std::ifstream file(sourceFolder() / "tests/sync/wire/golden" / (name + ".hex"));
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(GoldenBytes, OfARequest) { EXPECT_EQ(hexOf(encode(story::morningPush())), golden("request")); }
TEST(GoldenBytes, OfAReply) { EXPECT_EQ(hexOf(encode(story::firstPages())), golden("reply")); }
TEST(GoldenBytes, OfABody) { EXPECT_EQ(hexOf(encodeBody(story::visitNote())), golden("body")); }
TEST(GoldenBytes, OfAnOutboxIntent) {
    EXPECT_EQ(hexOf(WireBodyCodec{}.encodeIntent(story::writesNote(1))), golden("intent"));
}
TEST(GoldenBytes, OfARefusal) {
    EXPECT_EQ(hexOf(encode(Refusal{ErrorCode::ServerBusy, std::chrono::milliseconds{2500}})), golden("refusal"));
}
TEST(GoldenBytes, OfAnEnrolment) {
    EXPECT_EQ(hexOf(encode(EnrolRequest{"7F3K-99QM-2XWA", "DER", story::id<DeviceId>(3)})), golden("enrol"));
}

} // namespace
} // namespace frontsheet::wire
