// Words typed to go with an answer and not said: there again when somebody comes back to them.
#include "core/usecases/kept_words.h"
#include "core/usecases/ports/device_facts.h"
#include "tests/core/usecases/story.h"

#include <gmock/gmock.h>

namespace frontsheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::Pair;
using ::testing::SizeIs;

class KeptWordsStory : public Story {
protected:
    KeptWords words() { return KeptWords{m_place}; }
    void daysPass(int days) { assessor().clock.advance(std::chrono::hours{24 * days}); }

private:
    Workplace m_place = assessor().workplace();
};

TEST_F(KeptWordsStory, EachPlaceHasItsOwnUntilTheyAreSaid) {
    must(words().keep(
        {{"answer.complete/a", "Carers from tomorrow.\nReview in six weeks."}, {"answer.decline/a", "Nein, ü"}}));
    must(words().keep({{"answer.complete/b", "Rang twice"}}));
    EXPECT_THAT(must(words().all()),
                ElementsAre(Pair("answer.complete/a", "Carers from tomorrow.\nReview in six weeks."),
                            Pair("answer.complete/b", "Rang twice"), Pair("answer.decline/a", "Nein, ü")));
    must(words().keep({{"answer.complete/a", ""}, {"answer.complete/b", "Rang twice, no answer"}}));
    EXPECT_THAT(must(words().all()),
                ElementsAre(Pair("answer.complete/b", "Rang twice, no answer"), Pair("answer.decline/a", "Nein, ü")));
}

TEST_F(KeptWordsStory, WhatWasLeftIsFoundByWhatItIsTheLastFirst) {
    must(words().keep({{"refer.need/a", "Hand rail"}}));
    must(words().keep({{"refer.need/b", "Meals"}, {"visit.off/c", "Away"}}));
    const auto left = must(words().left("refer."));
    ASSERT_THAT(left, SizeIs(2));
    EXPECT_EQ(left[0].words, "Meals");
    EXPECT_EQ(left[0].at, assessor().clock.now());
    EXPECT_EQ(left[1].where, "refer.need/a");
}

TEST_F(KeptWordsStory, NobodyComesBackAfterTwoMonths) {
    must(words().keep({{"a", "first"}}));
    daysPass(30);
    must(words().keep({{"b", "second"}}));
    daysPass(29);
    EXPECT_THAT(must(words().all()), SizeIs(2));
    daysPass(1);
    EXPECT_THAT(must(words().all()), ElementsAre(Key("b")));
    daysPass(30);
    EXPECT_THAT(must(words().all()), IsEmpty());
}

TEST_F(KeptWordsStory, OfTooManyThoseLeftLongestAgoGo) {
    for (std::size_t i = 0; i <= KeptWords::kMostPlaces; ++i) {
        must(words().keep({{"place" + std::to_string(1000 + i), "words"}}));
    }
    const auto all = must(words().all());
    EXPECT_THAT(all, SizeIs(KeptWords::kMostPlaces));
    EXPECT_FALSE(all.contains("place1000"));
    must(words().keep({{"long", std::string(3 * KeptWords::kMostCharacters, 'x')}}));
    EXPECT_EQ(must(words().all())["long"].size(), KeptWords::kMostCharacters);
}

TEST_F(KeptWordsStory, DamageCostsNoMoreThanWhatItStruck) {
    must(words().keep({{"a", "first"}}));
    must(words().keep({{"b", "second"}}));
    const auto whole = must(assessor().store.fact(kTypedWordsFact)).value_or("");
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        must(assessor().store.keepFacts({{std::string{kTypedWordsFact}, whole.substr(0, cut)}}));
        for (const auto& [where, said] : must(words().all())) {
            EXPECT_EQ(said, where == "a" ? "first" : "second") << "cut at " << cut;
        }
    }
    must(assessor().store.keepFacts({{std::string{kTypedWordsFact}, "a 1 99999999999999999999\nfirst\n"}}));
    EXPECT_THAT(must(words().all()), IsEmpty());
    must(words().keep({{"a", "again"}}));
    EXPECT_THAT(must(words().all()), ElementsAre(Pair("a", "again")));
}

} // namespace
} // namespace frontsheet
