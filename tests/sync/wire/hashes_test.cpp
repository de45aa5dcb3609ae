#include "sync/wire/held_hash.h"
#include "sync/wire/http_mapping.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace frontsheet::wire {
namespace {

TEST(HeldHash, DoesNotDependOnOrder) {
    const std::vector<std::string> one{"a", "b", "c"};
    const std::vector<std::string> other{"c", "a", "b"};
    EXPECT_EQ(heldHashOf(one), heldHashOf(other));
}

TEST(HeldHash, FollowsGrantsAndLossesOneByOne) {
    HeldHash hash;
    EXPECT_EQ(hash.value(), 0u);
    hash.add("p/1/note");
    hash.add("p/2/note");
    hash.add("p/3/note");
    hash.remove("p/2/note");
    EXPECT_EQ(hash.value(), heldHashOf(std::vector<std::string>{"p/1/note", "p/3/note"}));
    EXPECT_NE(hash.value(), heldHashOf(std::vector<std::string>{"p/1/note", "p/2/note"}));
}

// Fixed for ever: a device and a server of different versions must agree. BLAKE2b-128 of "abc" by RFC 7693's algorithm is
// cf4ab791c62b8d2b2109c90275287816.
TEST(HeldHash, IsTheFirstEightBytesOfBlake2b) {
    EXPECT_EQ(heldHashOf(std::vector<std::string>{"abc"}), 0x2B8D2BC691B74ACFu);
}

TEST(HttpMapping, EveryRefusalHasAStatusThatSaysAsMuch) {
    EXPECT_EQ(pathOf(AgencyId{"gp_Y99001"}, "sync"), "/v1/gp_Y99001/sync");
    EXPECT_EQ(errorOfHttpStatus(httpStatusOf(ErrorCode::TooLarge)), ErrorCode::TooLarge);
    EXPECT_EQ(errorOfHttpStatus(httpStatusOf(ErrorCode::ServerBusy)), ErrorCode::ServerBusy);
    EXPECT_EQ(errorOfHttpStatus(httpStatusOf(ErrorCode::DiskFull)), ErrorCode::ServerFailed);
    EXPECT_EQ(errorOfHttpStatus(407), ErrorCode::ProxyRefused);
    EXPECT_EQ(errorOfHttpStatus(302), ErrorCode::NotOurServer);
    EXPECT_EQ(errorOfHttpStatus(404), ErrorCode::NotOurServer);
    EXPECT_EQ(errorOfHttpStatus(511), ErrorCode::ServerFailed);
}

} // namespace
} // namespace frontsheet::wire
