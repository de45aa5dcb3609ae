// Stories of pairs: who is linked, who is asked about, who is kept apart.
#include "core/domain/matching/match_index.h"
#include "core/domain/record.h"
#include "core/domain/schema/registration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace frontsheet {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

// 999 test numbers with right check digits.
const std::string kNumber = "9995260182";
const std::string kOtherNumber = "9990009368";

class Registers {
public:
    struct Entry {
        std::string number;
        std::string family;
        std::string given;
        std::string born;
        std::string address;
        std::string postcode;
        std::string phone;
    };

    void holds(const std::string& who, const Entry& entry) {
        MatchIdentity identity;
        identity.agency = AgencyId{who.substr(0, who.find(' '))};
        identity.person.bytes[0] = 1;
        identity.person.bytes[15] = static_cast<std::uint8_t>(m_names.size());
        identity.nhsNumber = entry.number;
        identity.name = {"", entry.given, entry.family};
        identity.born = entry.born;
        identity.address = entry.address;
        identity.postcode = entry.postcode;
        identity.phone = entry.phone;
        m_names[{identity.agency, identity.person}] = who;
        m_index.add(identity);
    }

    // "linked", "asked", or "apart".
    std::string answerFor(const std::string& one, const std::string& other) const {
        const auto result = m_index.match();
        const auto is = [&](MatchPlace at, const std::string& who) { return m_names.at(result.people[at]) == who; };
        const auto are = [&](MatchPlace a, MatchPlace b) {
            return (is(a, one) && is(b, other)) || (is(a, other) && is(b, one));
        };
        for (const auto& link : result.links) {
            if (are(link.a, link.b)) {
                return "linked";
            }
        }
        for (const auto& question : result.questions) {
            bool hasOne = false;
            bool hasOther = false;
            for (const auto& group : question.groups) {
                for (const auto at : group) {
                    hasOne = hasOne || is(at, one);
                    hasOther = hasOther || is(at, other);
                }
            }
            if (hasOne && hasOther) {
                return "asked";
            }
        }
        return "apart";
    }
    [[nodiscard]] MatchResult result() const { return m_index.match(); }

private:
    MatchIndex m_index;
    std::map<MatchKey, std::string> m_names;
};

const Registers::Entry kEdith{kNumber, "Reed", "Edith", "1931-05-13", "3 Mill Hill", "ZZ1 2AB", "01632 960123"};

Registers::Entry edith() { return kEdith; }
Registers::Entry edithWithoutNumber() {
    auto entry = kEdith;
    entry.number.clear();
    return entry;
}

std::string councilAndTrust(const Registers::Entry& council, const Registers::Entry& trust) {
    Registers registers;
    registers.holds("council Edith", council);
    registers.holds("trust Edith", trust);
    return registers.answerFor("council Edith", "trust Edith");
}

TEST(MatchIndex, NumberAndNameOrBirthDateAreCertain) {
    auto trust = edith();
    trust.born = "1931-06-13"; // a slip
    EXPECT_EQ(councilAndTrust(edith(), trust), "linked");
    trust = edith();
    trust.born.clear();
    EXPECT_EQ(councilAndTrust(edith(), trust), "linked");
    trust = edith();
    trust.family = "Wood"; // married
    EXPECT_EQ(councilAndTrust(edith(), trust), "linked");
    trust = edith();
    trust.given = "Edie";
    trust.number = "999 526-0182";
    EXPECT_EQ(councilAndTrust(edith(), trust), "linked");
    trust = edith();
    trust.given = "Reed";
    trust.family = "Edith";
    trust.address = "77 Elm Grove";
    trust.postcode = "ZZ4 1AA";
    trust.phone.clear();
    EXPECT_EQ(councilAndTrust(edith(), trust), "linked") << "moved, and the names exchanged";
}

TEST(MatchIndex, TheNumberAloneIsNotEnough) {
    auto trust = edith();
    trust.given = "Harold";
    trust.born = "1926-01-30";
    Registers registers;
    registers.holds("council Edith", edith());
    registers.holds("trust Edith", trust);
    EXPECT_EQ(registers.answerFor("council Edith", "trust Edith"), "apart");
    const auto result = registers.result();
    ASSERT_EQ(result.apart.size(), 1U);
    EXPECT_EQ(result.apart[0].reason, ApartReason::SharedNumber);
    EXPECT_THAT(wordsOf(result.apart[0].evidence),
                HasSubstr("NHS number the same; family name the same, given names differ"));
}

TEST(MatchIndex, WithoutANumberTheWholeIdentityMustAgree) {
    EXPECT_EQ(councilAndTrust(edith(), edithWithoutNumber()), "linked");
    auto trust = edithWithoutNumber();
    trust.born.clear();
    EXPECT_EQ(councilAndTrust(edith(), trust), "asked");
    trust = edithWithoutNumber();
    trust.born = "1931-05-14";
    EXPECT_EQ(councilAndTrust(edith(), trust), "asked");
    trust = edithWithoutNumber();
    trust.address = "9 Elm Grove";
    trust.postcode = "ZZ4 1AA";
    trust.phone = "07700 900123";
    EXPECT_EQ(councilAndTrust(edith(), trust), "asked") << "moved, or a namesake";
    trust = edithWithoutNumber();
    trust.given = "Hilda";
    EXPECT_EQ(councilAndTrust(edith(), trust), "apart") << "twins";
    trust = edithWithoutNumber();
    trust.given = "E";
    EXPECT_EQ(councilAndTrust(edith(), trust), "asked");
}

TEST(MatchIndex, SpellingIsNoDifference) {
    auto council = edithWithoutNumber();
    council.family = "Łukaszewski-Müller";
    council.given = "Llŷr";
    auto trust = council;
    trust.family = "LUKASZEWSKI MULLER";
    EXPECT_EQ(councilAndTrust(council, trust), "linked");
    trust.family = "?ukaszewski-Müller";
    trust.given = "Ll?r";
    EXPECT_EQ(councilAndTrust(council, trust), "linked") << "letters lost on the way";
    trust.family = "Lukaszewski-Mueller";
    trust.given = "Llyr";
    EXPECT_EQ(councilAndTrust(council, trust), "linked") << "transliterated";
    council.family = trust.family = "O’Malley";
    trust.family = "OMALLEY";
    EXPECT_EQ(councilAndTrust(council, trust), "linked");
}

TEST(MatchIndex, FatherAndSonOfOneNameAtOneAddress) {
    Registers registers;
    auto father = edith();
    father.given = "Frank";
    father.born = "1929-07-01";
    auto son = father;
    son.number = kOtherNumber;
    son.born = "1957-03-09";
    auto tenant = father;
    tenant.number.clear();
    tenant.born.clear();
    registers.holds("council father", father);
    registers.holds("practice son", son);
    registers.holds("housing tenant", tenant);
    EXPECT_EQ(registers.answerFor("council father", "practice son"), "apart");
    EXPECT_EQ(registers.answerFor("council father", "housing tenant"), "asked");
    EXPECT_EQ(registers.answerFor("practice son", "housing tenant"), "asked");
    const auto result = registers.result();
    EXPECT_THAT(result.links, IsEmpty());
    ASSERT_EQ(result.apart.size(), 1U);
    EXPECT_EQ(result.apart[0].reason, ApartReason::OneNameOneAddress);
    // Both may be the tenant, but not both at once: two questions.
    EXPECT_EQ(result.questions.size(), 2U);
}

TEST(MatchIndex, NamesakesWithOneBirthday) {
    auto other = edith();
    other.number = kOtherNumber;
    other.address = "61 Park View";
    other.postcode = "ZZ3 3AA";
    other.phone = "07700 900 555";
    Registers registers;
    registers.holds("council Edith", edith());
    registers.holds("trust namesake", other);
    auto tenant = edithWithoutNumber();
    registers.holds("housing tenant", tenant);
    EXPECT_EQ(registers.answerFor("council Edith", "trust namesake"), "apart");
    EXPECT_EQ(registers.answerFor("council Edith", "housing tenant"), "linked") << "by the place";
    EXPECT_EQ(registers.answerFor("trust namesake", "housing tenant"), "apart");
}

TEST(MatchIndex, AThirdNeverJoinsTwoWhoAreDifferent) {
    // Two numbers, and a registration without one that fits both: nobody can say which is wrong.
    auto other = edith();
    other.number = kOtherNumber;
    Registers registers;
    registers.holds("council one", edith());
    registers.holds("trust two", other);
    registers.holds("housing between", edithWithoutNumber());
    const auto result = registers.result();
    EXPECT_THAT(result.links, IsEmpty());
    EXPECT_EQ(result.counts.inconsistentGroups, 1U);
    ASSERT_EQ(result.questions.size(), 1U) << "one question for all three";
    EXPECT_EQ(result.questions[0].groups.size(), 3U);
}

TEST(MatchIndex, ExchangedNumbersMakeNoWrongLink) {
    auto harold = edith();
    harold.number = kOtherNumber;
    harold.given = "Harold";
    harold.born = "1926-01-30";
    auto edithWithHis = edith();
    edithWithHis.number = kOtherNumber;
    auto haroldWithHers = harold;
    haroldWithHers.number = kNumber;
    Registers registers;
    registers.holds("practice Edith", edith());
    registers.holds("practice Harold", harold);
    registers.holds("council Edith", edithWithHis);
    registers.holds("council Harold", haroldWithHers);
    EXPECT_EQ(registers.answerFor("council Edith", "practice Harold"), "apart");
    EXPECT_EQ(registers.answerFor("council Harold", "practice Edith"), "apart");
    EXPECT_EQ(registers.answerFor("council Edith", "practice Edith"), "asked");
    EXPECT_EQ(registers.answerFor("council Harold", "practice Harold"), "asked");
    EXPECT_THAT(registers.result().links, IsEmpty());
}

TEST(MatchIndex, ANumberOfManyPeopleIsNobodys) {
    Registers registers;
    int i = 0;
    for (const char* given : {"Edith", "Harold", "Mira", "Peter"}) {
        auto entry = edith();
        entry.given = given;
        entry.born = "193" + std::to_string(i) + "-0" + std::to_string(i + 2) + "-1" + std::to_string(i);
        entry.family = std::string{"Name"} + given;
        registers.holds("council " + std::string{given}, entry);
        ++i;
    }
    const auto result = registers.result();
    EXPECT_THAT(result.links, IsEmpty());
    EXPECT_EQ(result.counts.placeholderNumbers, 1U);
    EXPECT_EQ(result.apart.size(), 3U);
    EXPECT_EQ(result.apart[0].reason, ApartReason::PlaceholderNumber);
}

TEST(MatchIndex, PlaceholderBirthdaysAreNoBirthdays) {
    auto council = edithWithoutNumber();
    council.born = "1900-01-01";
    auto trust = council;
    EXPECT_EQ(councilAndTrust(council, trust), "asked") << "the same placeholder says nothing";
    trust.given = "Olive";
    EXPECT_EQ(councilAndTrust(council, trust), "apart");
}

TEST(MatchIndex, DuplicatesWithinOneAgencyAreLinked) {
    Registers registers;
    registers.holds("council Edith", edith());
    registers.holds("council Edith again", edith());
    EXPECT_EQ(registers.answerFor("council Edith", "council Edith again"), "linked");
}

TEST(MatchIndex, AnAgencyIsToldOnlyOfPairsThatItHoldsOneSideOf) {
    Registers registers;
    registers.holds("council Edith", edith());
    registers.holds("trust Edith", edith());
    registers.holds("housing Edith", edithWithoutNumber());
    const auto result = registers.result();
    EXPECT_EQ(result.links.size(), 3U);
    const auto told = statementsFor(result, AgencyId{"housing"});
    ASSERT_EQ(told.size(), 2U);
    for (const auto& statement : told) {
        EXPECT_EQ(statement.own.bytes[15], 2) << "housing's own id comes first";
        EXPECT_NE(statement.otherAgency, AgencyId{"housing"});
        EXPECT_TRUE(statement.isCertain);
    }
    EXPECT_THAT(statementsFor(result, AgencyId{"elsewhere"}), IsEmpty());
}

TEST(MatchIndex, EvidenceHoldsNoPersonalData) {
    auto trust = edith();
    trust.born.clear();
    trust.given = "Edie";
    Registers registers;
    registers.holds("council Edith", edith());
    registers.holds("trust Edith", trust);
    const auto result = registers.result();
    ASSERT_EQ(result.questions.size(), 1U);
    const auto& evidence = result.questions[0].grounds[0].evidence;
    EXPECT_EQ(codesOf(evidence), "number-same name-short-form born-unknown postcode-same address-same phone-same");
    for (const auto& text : {codesOf(evidence), wordsOf(evidence)}) {
        for (const char* secret : {"Edith", "Edie", "Reed", "9995260182", "1931", "ZZ1", "01632", "Mill"}) {
            EXPECT_EQ(text.find(secret), std::string::npos);
        }
    }
}

TEST(MatchIndex, ARegistrationRecordGivesItsIdentity) {
    Record record;
    record.home = AgencyId{"council"};
    record.person.bytes[3] = 9;
    record.fields.put(registration::kNhsNumberAsGiven, "AB123456C");
    record.fields.put(registration::kFamilyName, "Reed");
    record.fields.put(registration::kGivenName, "Edith");
    record.fields.put(registration::kBorn, "1931-05");
    const auto identity = identityOf(record);
    EXPECT_EQ(identity.agency, AgencyId{"council"});
    EXPECT_EQ(identity.person, record.person);
    EXPECT_EQ(identity.nhsNumber, "AB123456C");
    EXPECT_EQ(identity.name.family, "Reed");
    EXPECT_EQ(identity.born, "1931-05");
}

} // namespace
} // namespace frontsheet
