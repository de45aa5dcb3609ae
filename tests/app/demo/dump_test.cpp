#include "app/demo/dump.h"

#include <gtest/gtest.h>

namespace frontsheet::demo {

TEST(Dump, CountsWhatStandsOnItsLines) {
    const auto dump = Dump::parse(R"({"record":"01","type":"contact-note","home":"trust","person":"aa","version":2,)"
                                  R"("author":"W012","fields":{"text":"a b","with":["x","y"],"at":7}})"
                                  "\n"
                                  R"({"record":"02","type":"referral","home":"trust","person":null,"version":1,)"
                                  R"("author":"","waiting":["new"],"fields":{}})"
                                  "\n"
                                  R"({"attention":"03"})"
                                  "\n");
    ASSERT_TRUE(dump);
    EXPECT_EQ(dump->count("contact-note"), 1);
    EXPECT_EQ(dump->find("01")->field("with"), "x|y");
    EXPECT_EQ(dump->find("01")->field("at"), "7");
    EXPECT_EQ(dump->find("01")->version, 2);
    EXPECT_TRUE(dump->find("02")->waiting);
    EXPECT_FALSE(dump->find("01")->waiting);
    EXPECT_EQ(dump->attention(), 1U);
    EXPECT_EQ(dump->find("03"), nullptr);
    EXPECT_TRUE(dump->repeated().empty());
}

TEST(Dump, ARecordOnTwoLinesIsSaidToBeRepeated) {
    const std::string line = R"({"record":"01","type":"contact-note","home":"trust","fields":{}})";
    const auto dump = Dump::parse(line + "\n" + line + "\n");
    ASSERT_TRUE(dump);
    EXPECT_EQ(dump->repeated(), std::vector<std::string>{"01"});
    EXPECT_EQ(dump->count("contact-note"), 2);
}

TEST(Dump, ACutLineIsNotReadAsNothing) {
    EXPECT_EQ(Dump::parse("{\"record\":\"01\",\"ty").error().code, ErrorCode::Malformed);
}

} // namespace frontsheet::demo
