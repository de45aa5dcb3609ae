#include "core/domain/canonical.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/registration.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

using namespace std::string_literals;

Record edith() {
    Record record;
    record.id = RecordId::fromHex("0190a0b0c0d0701180aabbccddeeff00").value();
    record.type = RecordType::Registration;
    record.home = AgencyId{"council"};
    record.person = PersonId::fromHex("0190a0b0c0d0701180aabbccddeeff01").value();
    record.category = Category::Identity;
    record.version.n = 3;
    record.authorAgency = AgencyId{"council"};
    record.author = WorkerId{"W001"};
    record.occurredAt = WallTime{1795165200000};
    record.recordedAt = WallTime{1795165201000};
    record.fields.put(registration::kFamilyName, "O'Neill"s);
    record.fields.put(registration::kAlert, "Dog \"Rex\"\nback\\gate\t\x01"s);
    record.fields.put(registration::kArrearsPence, std::int64_t{-1250});
    record.fields.set(FieldTag{900}, Value{std::vector<std::string>{"a", "b"}});
    record.fields.set(FieldTag{901}, Value{AnyId{{0xAB}}});
    return record;
}

// Golden: outside tools count by these lines.
TEST(Canonical, ALineIsTheSameForEver) {
    EXPECT_EQ(canonicalLine(edith()),
              R"({"record":"0190a0b0c0d0701180aabbccddeeff00","type":"registration","home":"council",)"
              R"("person":"0190a0b0c0d0701180aabbccddeeff01","version":3,"category":"identity","author":"W001",)"
              R"("author_agency":"council","occurred_at":1795165200000,"recorded_at":1795165201000,)"
              R"("fields":{"family_name":"O'Neill","alert":"Dog \"Rex\"\nback\\gate\t\u0001","arrears_pence":-1250,)"
              R"("#900":["a","b"],"#901":"ab000000000000000000000000000000"}})");
}

TEST(Canonical, WhatIsOfNobodyAndOfTomorrowIsWrittenToo) {
    Record record;
    record.type = static_cast<RecordType>(99);
    record.category = static_cast<Category>(99);
    EXPECT_EQ(canonicalLine(record),
              R"({"record":"00000000000000000000000000000000","type":"#99","home":"","person":null,"version":0,)"
              R"("category":"unknown","author":"","author_agency":"","occurred_at":0,"recorded_at":0,"fields":{}})");
}

TEST(Canonical, AllScriptsGoAsTheyAre) {
    EXPECT_EQ(jsonQuoted("Łódź 李 محمد 😀"), "\"Łódź 李 محمد 😀\"");
    EXPECT_EQ(jsonQuoted("a\r\nb"), "\"a\\r\\nb\"");
    EXPECT_EQ(jsonQuoted(""), "\"\"");
}

// A reader of JSON strings as RFC 8259 has them, written apart from the writer.
std::string unquoted(const std::string& json) {
    RC_ASSERT(json.size() >= 2 && json.front() == '"' && json.back() == '"');
    std::string out;
    for (std::size_t i = 1; i + 1 < json.size(); ++i) {
        RC_ASSERT(static_cast<unsigned char>(json[i]) >= 0x20);
        RC_ASSERT(json[i] != '"');
        if (json[i] != '\\') {
            out.push_back(json[i]);
            continue;
        }
        switch (json[++i]) {
        case 'n':
            out.push_back('\n');
            break;
        case 'r':
            out.push_back('\r');
            break;
        case 't':
            out.push_back('\t');
            break;
        case 'u':
            out.push_back(static_cast<char>(std::stoi(json.substr(i + 1, 4), nullptr, 16)));
            i += 4;
            break;
        default:
            out.push_back(json[i]);
        }
    }
    return out;
}

RC_GTEST_PROP(CanonicalProperties, WhatIsQuotedIsReadBack, (const std::string& text)) {
    RC_ASSERT(unquoted(jsonQuoted(text)) == text);
}

RC_GTEST_PROP(CanonicalProperties, ARecordIsOneLine, (const std::string& text)) {
    auto record = edith();
    record.fields.set(FieldTag{5}, Value{text});
    record.author = WorkerId{text};
    RC_ASSERT(canonicalLine(record).find('\n') == std::string::npos);
}

} // namespace
} // namespace frontsheet
