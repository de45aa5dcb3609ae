// What is called an extract and is none: refused in words, row by row where rows can be told apart, and the ledger as it was.

#include "tests/app/hostile/town.h"

namespace frontsheet::test {

class Garbage : public TownTest {
protected:
    static constexpr const char* kHeader = "patient_id,nhs_number,name,date_of_birth,sex,address,phone,gp_practice_ods,"
                                           "clinical_frailty_score,access_note\r\n";

    static std::string row(const std::string& id, const std::string& name) {
        return id + ",,\"" + name + "\",1931-02-11,F,\"1 Quarry Close, Kitley, ZZ2 3DS\",01632 960175,Y99001,5,\r\n";
    }

    static long long registrations() {
        const auto dump = town().trust().dump("community_trust");
        return dump ? dump->count("registration") : -1;
    }
};

TEST_F(Garbage, IsRefusedInWordsAndNothingIsDropped) {
    const std::string good = row("CHT1", "Canary, Goldie");
    struct Row {
        const char* what;
        std::string bytes;
        bool refusedWhole;    // else rows are taken and the report says which were not
        const char* reported; // in the report, where rows were read
    };
    const std::vector<Row> rows{
        {"empty file", "", true, ""},
        {"a header and no rows", kHeader, false, ""},
        {"another agency's columns", "tenant,rent\r\n1,2\r\n", true, ""},
        {"no header", good + good, true, ""},
        {"a picture", "\x89PNG\r\n\x1A\n" + std::string(5000, '\xFE'), true, ""},
        {"NUL bytes in a row", kHeader + row("CHT2", std::string("Can\0ary, Goldie", 15)), true, ""},
        {"bytes that are no text",
         kHeader + row("CHT3", "Can\xFF\xFE"
                               "ary, Goldie"),
         false, "2,"},
        {"UTF-16", std::string("\xFF\xFEp\0a\0t\0i\0", 10), true, ""},
        {"a quote that never ends", kHeader + good + "CHT4,,\"Canary, Goldie,1931-02-11", false, "3,"},
        {"too few columns", kHeader + good + "CHT5,only,three\r\n", false, "3,"},
        {"too many columns", kHeader + good + "CHT6" + std::string(40, ',') + "\r\n", false, "3,"},
        {"a megabyte in one field", kHeader + row("CHT7", std::string(1'000'000, 'x') + ", Goldie") + good, false,
         "2,"},
        {"a birth date that cannot be", kHeader + good + "CHT8,,\"Canary, Goldie\",1931-02-30,F,,,Y99001,5,\r\n", false,
         "3,"},
        {"an NHS number that fails its check",
         kHeader + good + "CHT9,9434765910,\"Canary, Goldie\",1931-02-11,F,,,,,\r\n", false, "3,"},
        {"no name at all", kHeader + good + "CHT10,,,1931-02-11,F,,,,,\r\n", false, "3,"},
        {"the same row twice", kHeader + good + good, false, "3,"},
        {"a formula", kHeader + row("CHT11", "=HYPERLINK(1), Goldie"), false, ""},
    };
    for (const auto& [what, bytes, refusedWhole, reported] : rows) {
        SCOPED_TRACE(what);
        const auto before = registrations();
        const auto file = town().folder() / "garbage.csv";
        const auto report = town().folder() / "garbage-report.csv";
        std::filesystem::remove(report);
        putBytes(file, bytes);
        // Beside the running server, as an administrator would.
        const auto told = town().server(town().trust(), {"import", "--agency", "community_trust", "--mapping",
                                                         "community-trust-patients", "--file", file.string(),
                                                         "--report", report.string()});
        printRow(what, told);
        EXPECT_EQ(told.done(), !refusedWhole) << told.err;
        if (refusedWhole) {
            EXPECT_FALSE(told.sentence().empty());
            EXPECT_EQ(registrations(), before);
        } else {
            const auto lines = bytesOf(report);
            EXPECT_TRUE(*reported == '\0' || lines.find("\n" + std::string{reported}) != std::string::npos)
                << "the report names the line: " << lines.substr(0, 400);
            EXPECT_GE(registrations(), before) << "who was there before stays";
        }
        EXPECT_EQ(told.err.find("Canary"), std::string::npos) << "no name on the terminal";
        EXPECT_TRUE(Town::isUp(town().trust()));
        EXPECT_EQ(town().log(town().trust()).find("Canary"), std::string::npos);
    }
    EXPECT_TRUE(town().device(town().nurse(), {"sync"}).done());
}

} // namespace frontsheet::test
