#include "core/base/id_source.h"
#include "core/domain/stated.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

const Source kCouncil{AgencyId{"council"}, WallTime{1000}};
const Source kTrust{AgencyId{"community_trust"}, WallTime{3000}};
const Source kGp{AgencyId{"gp_Y99001"}, WallTime{2000}};
const AgencyId kNobody{"housing"};

Stated said(std::vector<std::pair<std::string, Source>> values, const AgencyId& viewer = kNobody,
            Sayings::Likeness likeness = Sayings::Likeness::Words) {
    Sayings sayings{likeness};
    for (auto& [value, source] : values) {
        sayings.add(value, source);
    }
    return sayings.together(viewer);
}

std::vector<std::string> values(const Stated& stated) {
    std::vector<std::string> out;
    for (const auto& version : stated.versions) {
        out.push_back(version.value);
    }
    return out;
}

TEST(Stated, NothingSaidIsNotKnown) {
    EXPECT_FALSE(said({}).known());
    EXPECT_FALSE(said({{"", kCouncil}}).known());
    EXPECT_EQ(said({}).first(), "");
}

TEST(Stated, AgenciesThatAgreeAreOneVersionWithAllItsSources) {
    const auto stated = said({{"O'NEILL", kGp}, {"O’Neill", kCouncil}, {"ONeill", kTrust}});
    ASSERT_EQ(stated.versions.size(), 1u);
    EXPECT_FALSE(stated.disputed());
    EXPECT_EQ(stated.versions[0].sources, (std::vector{kTrust, kGp, kCouncil})) << "newest first";
}

TEST(Stated, ADisagreementKeepsEveryVersionTheViewersOwnFirst) {
    EXPECT_EQ(values(said({{"Fore Street", kCouncil}, {"Mill Hill", kTrust}, {"Church Lane", kGp}})),
              (std::vector<std::string>{"Mill Hill", "Church Lane", "Fore Street"}));
    EXPECT_EQ(values(said({{"Fore Street", kCouncil}, {"Mill Hill", kTrust}, {"Church Lane", kGp}}, kCouncil.agency)),
              (std::vector<std::string>{"Fore Street", "Mill Hill", "Church Lane"}));
}

TEST(Stated, OneVersionIsSpelledAsTheViewersAgencyDoesElseNotInCapitals) {
    EXPECT_EQ(said({{"SIOBHAN", kGp}, {"Siobhán", kCouncil}}).first(), "Siobhán");
    EXPECT_EQ(said({{"SIOBHAN", kTrust}, {"Siobhán", kCouncil}}).first(), "Siobhán");
    EXPECT_EQ(said({{"SIOBHAN", kGp}, {"Siobhán", kCouncil}}, kGp.agency).first(), "SIOBHAN");
    EXPECT_EQ(said({{"李小龍", kGp}}).first(), "李小龍");
}

TEST(Stated, PartOfADateAgreesWithTheWholeAndSaysNothingBesideIt) {
    const auto date = [](std::vector<std::pair<std::string, Source>> values) {
        return said(std::move(values), kNobody, Sayings::Likeness::Date);
    };
    auto stated = date({{"1939", kTrust}, {"1939-02-11", kCouncil}, {"1939-02", kGp}});
    EXPECT_EQ(values(stated), (std::vector<std::string>{"1939-02-11"}));
    EXPECT_EQ(stated.versions[0].sources.size(), 3u);
    stated = date({{"1939-02-11", kCouncil}, {"1939-11-02", kTrust}});
    EXPECT_TRUE(stated.disputed()) << "day and month the other way about";
    stated = date({{"1939", kGp}, {"1939-02-11", kCouncil}, {"1939-11-02", kTrust}});
    EXPECT_EQ(stated.versions.size(), 3u) << "it agrees with two and settles nothing";
    EXPECT_TRUE(date({{"1938", kGp}, {"1939-02-11", kCouncil}}).disputed());
    EXPECT_TRUE(date({{"193", kGp}, {"1939-02-11", kCouncil}}).disputed());
}

TEST(Stated, ATelephoneIsOneHoweverItIsWrittenSaveForWhatIsSaidWithIt) {
    const auto phone = [](std::vector<std::pair<std::string, Source>> values) {
        return said(std::move(values), kNobody, Sayings::Likeness::Phone);
    };
    EXPECT_FALSE(phone({{"01632 960900", kGp}, {"+44 1632 960900", kCouncil}, {"(01632)960-900", kTrust}}).disputed());
    EXPECT_TRUE(phone({{"01632 960900", kGp}, {"01632 960901", kCouncil}}).disputed());
    EXPECT_TRUE(phone({{"01632 960900", kGp}, {"01632 960900 daughter", kCouncil}}).disputed());
    EXPECT_EQ(values(phone({{"?", kGp}})), (std::vector<std::string>{"?"}));
}

class SaidRightOf : public testing::Test {
protected:
    void says(const char* agency, const char* value, std::int64_t at, const char* who = "W001") {
        SaidRight one;
        one.record = ids.timeOrdered<RecordId>(WallTime{at});
        one.agency = AgencyId{agency};
        one.worker = WorkerId{who};
        one.value = value;
        one.at = WallTime{at};
        sayings.addRight(std::move(one));
    }
    SeededIdSource ids{7};
    Sayings sayings;
};

TEST_F(SaidRightOf, StandsWithTheVersionHoweverItIsSpelledAndChangesNothingElse) {
    sayings.add("12 Fore Street, Saltmarsh", kCouncil);
    sayings.add("3 Mill Hill", kTrust);
    says("housing", "12 FORE STREET SALTMARSH", 5000);
    const auto stated = sayings.together(kNobody);
    EXPECT_EQ(values(stated), (std::vector<std::string>{"3 Mill Hill", "12 Fore Street, Saltmarsh"}))
        << "the order is that of the versions, not of who believes them";
    ASSERT_EQ(stated.right.size(), 1u);
    EXPECT_EQ(stated.right[0].version, 1u);
    EXPECT_TRUE(stated.right[0].stands);
}

TEST_F(SaidRightOf, TheLastWordOfAnAgencyStandsAndEarlierOnesAreKept) {
    sayings.add("12 Fore Street", kCouncil);
    sayings.add("3 Mill Hill", kTrust);
    says("housing", "12 Fore Street", 5000);
    says("council", "12 Fore Street", 6000);
    says("housing", "3 Mill Hill", 7000, "W028");
    const auto stated = sayings.together(kNobody);
    ASSERT_EQ(stated.right.size(), 3u);
    EXPECT_EQ(stated.right[0].worker, WorkerId{"W028"});
    EXPECT_TRUE(stated.right[0].stands);
    EXPECT_EQ(stated.right[0].version, 0u);
    EXPECT_EQ(stated.right[1].agency, AgencyId{"council"});
    EXPECT_TRUE(stated.right[1].stands) << "another agency's word is not taken back by it";
    EXPECT_FALSE(stated.right[2].stands) << "said otherwise since";
}

TEST_F(SaidRightOf, WhatNoAgencyHasAnyLongerIsStillSaid) {
    sayings.add("3 Mill Hill", kTrust);
    sayings.add("4 Quay House", kCouncil);
    says("housing", "12 Fore Street", 5000);
    const auto stated = sayings.together(kNobody);
    EXPECT_EQ(stated.right.at(0).version, std::nullopt);
    EXPECT_TRUE(stated.right[0].stands);
}

TEST_F(SaidRightOf, IsNoVersionOfItsOwn) {
    says("housing", "12 Fore Street", 5000);
    EXPECT_FALSE(sayings.together(kNobody).known()) << "no record says so";
}

TEST_F(SaidRightOf, ADateIsTheOneThatIsSpelledSoBeforeOneThatMerelyAgrees) {
    Sayings born{Sayings::Likeness::Date};
    born.add("1939-02-11", kCouncil);
    born.add("1940", kTrust);
    SaidRight day;
    day.value = "1940-03-01";
    day.agency = kNobody;
    born.addRight(day);
    SaidRight exact = day;
    exact.agency = AgencyId{"council"};
    exact.value = "1939-02-11";
    born.addRight(exact);
    const auto stated = born.together(kNobody);
    for (const auto& said : stated.right) {
        ASSERT_TRUE(said.version);
        EXPECT_TRUE(stated.versions[*said.version].value.starts_with(said.value.substr(0, 4)));
    }
}

RC_GTEST_PROP(StatedProperties, NoSourceIsLostAndTheOrderOfArrivalDoesNotMatter, ()) {
    std::vector<std::pair<std::string, Source>> values;
    const auto count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i) {
        values.emplace_back(
            *rc::gen::element<std::string>("1939", "1939-02", "1939-02-11", "1939-11-02", "Smith", "SMITH", "-",
                                           "01632"),
            Source{AgencyId{std::string(1, static_cast<char>('a' + i))}, WallTime{*rc::gen::inRange(1, 4)}});
    }
    const auto likeness =
        *rc::gen::element(Sayings::Likeness::Words, Sayings::Likeness::Date, Sayings::Likeness::Phone);
    const auto stated = said(values, AgencyId{"b"}, likeness);
    std::size_t sources = 0;
    for (const auto& version : stated.versions) {
        RC_ASSERT(!version.sources.empty());
        sources += version.sources.size();
    }
    RC_ASSERT(sources == values.size());
    auto shuffled = values;
    std::reverse(shuffled.begin(), shuffled.end());
    const auto again = said(shuffled, AgencyId{"b"}, likeness);
    RC_ASSERT(again.versions.size() == stated.versions.size());
    for (std::size_t i = 0; i < again.versions.size(); ++i) {
        RC_ASSERT(again.versions[i].value == stated.versions[i].value);
        RC_ASSERT(again.versions[i].sources == stated.versions[i].sources);
    }
}

} // namespace
} // namespace frontsheet
