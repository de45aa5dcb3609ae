// What stands between a device and its server and answers in its place: sign-in pages, proxies, load balancers, and boxes that
// break what passes. Each time the person is told in words with a next step, and nothing is lost or doubled.

#include "tests/blackbox/scenario.h"

namespace frontsheet::blackbox {

struct Row {
    const char* name;
    const char* weather;
    const char* told; // the whole sentence; null: done, or no answer
};

constexpr const char* kNoAnswer =
    "No answer from the server. Your work is safe here and will be sent when there is signal.";
constexpr const char* kPortal =
    "What answered was not the agency's server, or was damaged on the way: perhaps a sign-in page of "
    "this network. Your work is safe here. Sign in to the network, or use another, then try again.";
constexpr const char* kProxy = "The network's proxy refused. Your work is safe here. Ask whoever runs this network.";
constexpr const char* kBusy = "The server is busy. Your work is safe here and will be sent later.";
constexpr const char* kFault = "The server had a fault. Your work is safe here and will be sent later.";
constexpr const char* kEither = nullptr; // done, or no answer: TLS and the line come first, or last

std::string nameOf(const ::testing::TestParamInfo<Row>& row) { return row.param.name; }

class InBetween : public Scenario, public ::testing::WithParamInterface<Row> {};

TEST_P(InBetween, IsSaidInWordsAndTheWorkGoesOutOnceAfterwards) {
    const auto& row = GetParam();
    const std::string words = row.name;
    (void)note(words);
    county().proxy().weather(row.weather);
    const auto told = sync();
    printRow(row.name, told);
    if (row.told != nullptr || !told.done()) {
        EXPECT_EQ(told.sentence(), row.told == nullptr ? kNoAnswer : row.told) << told.err;
    }
    goesOutOnce(words);
}

INSTANTIATE_TEST_SUITE_P(Answers, InBetween,
                         ::testing::Values(Row{"SignInPage", "open=1000 portal=1000", kPortal},
                                           Row{"SignInPageUnderOurContentType", "open=1000 posing=1000", kPortal},
                                           Row{"RedirectToASignInPage", "open=1000 redirect=1000", kPortal},
                                           Row{"ProxyWantsALogIn", "open=1000 407=1000", kProxy},
                                           Row{"TooLargeForAProxy", "open=1000 413=1000", kPortal},
                                           Row{"TooManyRequests", "open=1000 429=1000", kBusy},
                                           Row{"BusyLoadBalancer", "open=1000 503=1000", kBusy},
                                           Row{"BadGateway", "open=1000 502=1000", kFault},
                                           Row{"GzipBomb", "open=1000 gzip-bomb=1000", kPortal},
                                           Row{"ZstdBomb", "open=1000 zstd-bomb=1000", kPortal},
                                           Row{"TwentyMegabytes", "open=1000 oversized=1000", kPortal}),
                         nameOf);

INSTANTIATE_TEST_SUITE_P(InsideTls, InBetween,
                         ::testing::Values(Row{"BitFlippedInTheAnswer", "open=1000 flip-answer=1000", kPortal},
                                           Row{"AnswerCut", "open=1000 cut-answer=1000", kPortal},
                                           Row{"AnswerTorn", "open=1000 tear-answer=1000", kNoAnswer},
                                           Row{"BitFlippedInTheRequest", "open=1000 flip-ask=1000", kPortal},
                                           Row{"RequestCut", "open=1000 cut-ask=1000", kPortal},
                                           Row{"RequestLost", "open=1000 lose-ask=1000", kNoAnswer},
                                           Row{"AnswerLost", "open=1000 lose=1000", kNoAnswer}),
                         nameOf);

INSTANTIATE_TEST_SUITE_P(OutsideTls, InBetween,
                         ::testing::Values(Row{"Refused", "refuse=1000", kNoAnswer},
                                           Row{"ResetInTheHandshake", "reset=1000 after=700", kEither},
                                           Row{"ResetInTheRequest", "reset=1000 after=2500", kEither},
                                           Row{"CutInTheHandshake", "cut=1000 after=700", kEither},
                                           Row{"CutInTheRequest", "cut=1000 after=2500", kEither},
                                           Row{"HalfClosed", "half-close=1000 after=2500", kEither},
                                           Row{"BitFlippedInTheHandshake", "flip=1000 after=200", kEither},
                                           Row{"BitFlippedOnTheLine", "flip=1000 after=2500", kEither},
                                           Row{"BlackHole", "black-hole=1000 after=700", kEither}),
                         nameOf);

class OnTheWay : public Scenario {
protected:
    // Of the note's record at the trust.
    static long long versionAtTrust(const std::string& record) {
        const auto dump = trust().dump("community_trust");
        const auto* found = dump ? dump->find(record) : nullptr;
        return found == nullptr ? 0 : found->version;
    }
};

TEST_F(OnTheWay, AnAnswerThatIsLostAfterTheCommitDoublesNothing) {
    const auto record = note("committed, and the answer lost");
    county().proxy().weather("open=1000 lose=1000 times=1 only=sync");
    const auto told = sync();
    printRow("the answer is lost after the commit", told);
    EXPECT_EQ(told.sentence(), kNoAnswer);
    EXPECT_EQ(atTrust("committed, and the answer lost"), 1) << "it was carried out";
    goesOutOnce("committed, and the answer lost");
    EXPECT_EQ(versionAtTrust(record), 1);
    // An edit, which could be applied twice where a creation could not.
    auto draft = noteWords("a draft");
    draft.back() = "--draft";
    const auto saved = act(draft);
    ASSERT_TRUE(saved.done());
    const auto id = saved.out.substr(saved.out.find("\"record\":\"") + 10, 32);
    ASSERT_TRUE(sync().done());
    auto edit = noteWords("a draft, edited");
    edit.back() = "--draft";
    edit.insert(edit.end(), {"--draft-id", id});
    ASSERT_TRUE(act(edit).done());
    county().proxy().weather("open=1000 lose=1000 times=3 only=sync");
    for (int times = 0; times < 3; ++times) {
        EXPECT_FALSE(sync().done());
    }
    goesOutOnce("a draft, edited");
    EXPECT_EQ(versionAtTrust(id), 2);
}

TEST_F(OnTheWay, ARequestThatIsRepeatedIsCarriedOutOnce) {
    const auto record = note("asked twice");
    county().proxy().weather("open=1000 repeat-ask=1000");
    const auto told = sync();
    printRow("a proxy repeats each request", told);
    EXPECT_TRUE(told.done()) << told.err;
    EXPECT_EQ(atTrust("asked twice"), 1);
    EXPECT_EQ(versionAtTrust(record), 1);
    EXPECT_TRUE(nothingWaits());
}

// A box that remembers what it answered before.
TEST_F(OnTheWay, AnAnswerOfBeforeDoesNoHarm) {
    (void)note("answered from memory");
    county().proxy().weather("open=1000 stale=500");
    for (int times = 0; times < 4; ++times) {
        const auto told = sync();
        printRow("a proxy answers from memory", told);
        (void)note("answered from memory, " + std::to_string(times));
    }
    goesOutOnce("answered from memory");
    for (int times = 0; times < 4; ++times) {
        EXPECT_EQ(atTrust("answered from memory, " + std::to_string(times)), 1);
    }
}

TEST_F(OnTheWay, AProxyOfTheNetworkThatWantsALogInIsSaidAndNothingGoesOut) {
    if (liveApart() == Apart::OnLoopback) {
        GTEST_SKIP() << "NOT TESTED: no proxy is used for this machine itself";
    }
    (void)note("held up by a log-in");
    closeDesk();
    const auto told =
        county().act(nurse(), {"sync", "--server", "community_trust"}, {{"https_proxy", county().forwardProxy()}});
    printRow("the network's own proxy wants a log-in", told);
    EXPECT_EQ(told.exit, 3);
    EXPECT_EQ(told.sentence(), kProxy);
    EXPECT_EQ(atTrust("held up by a log-in"), 0);
    goesOutOnce("held up by a log-in");
}

} // namespace frontsheet::blackbox
