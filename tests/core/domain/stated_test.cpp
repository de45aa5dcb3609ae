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
