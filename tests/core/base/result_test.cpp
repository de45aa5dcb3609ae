#include "core/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>

namespace frontsheet {
namespace {

Result<int> halved(int number) {
    if (number % 2 != 0) {
        return {ErrorCode::InvalidArgument, "odd"};
    }
    return number / 2;
}

Result<int> quartered(int number) {
    FS_ASSIGN(const int half, halved(number));
    FS_ASSIGN(const int quarter, halved(half));
    return quarter;
}

Result<void> bothHalve(int a, int b) {
    FS_TRY(halved(a));
    FS_TRY(halved(b));
    return ok();
}

TEST(Result, HoldsAValueOrAnError) {
    const auto good = halved(8);
    ASSERT_TRUE(good);
    EXPECT_EQ(*good, 4);
    const auto bad = halved(7);
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(bad.value_or(-1), -1);
    EXPECT_EQ(good.value_or(-1), 4);
}

TEST(Result, TheFirstErrorComesBackAsItWas) {
    EXPECT_EQ(quartered(12).value(), 3);
    EXPECT_EQ(quartered(6).error(), (Error{ErrorCode::InvalidArgument, "odd"}));
    EXPECT_TRUE(bothHalve(2, 4));
    EXPECT_FALSE(bothHalve(2, 3));
    EXPECT_FALSE(bothHalve(3, 2));
}

TEST(Result, MovesWhatCannotBeCopied) {
    Result<std::unique_ptr<int>> made{std::make_unique<int>(5)};
    const auto taken = std::move(made).value();
    EXPECT_EQ(*taken, 5);
}

TEST(Result, AnErrorIsDescribedByNameNumberAndContext) {
    EXPECT_EQ(describe({ErrorCode::Missing, "field need"}), "Missing (403): field need");
    EXPECT_EQ(describe({ErrorCode::DiskFull, ""}), "DiskFull (104)");
}

TEST(ErrorCode, EveryNumberHasANameOfItsOwn) {
    std::set<std::string_view> names;
    for (std::uint16_t number = 0; number < 1000; ++number) {
        const auto text = name(static_cast<ErrorCode>(number));
        if (text != "Unknown") {
            EXPECT_TRUE(names.insert(text).second) << text << " names two numbers";
        }
    }
    EXPECT_GE(names.size(), 30u);
}

} // namespace
} // namespace frontsheet
