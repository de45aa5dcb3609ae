#include "core/domain/sharing/canonical_agreement.h"
#include "core/domain/sharing/standing.h"
#include "core/domain/sharing/terms_comparison.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <functional>

namespace frontsheet::sharing {
namespace {

const AgencyId kCouncil{"council"};
const AgencyId kTrust{"community_trust"};
const AgencyId kHousing{"housing"};

Agreement twoParty() {
    return readAgreement(shippedAgreement("two-party"), {kFridayMorning, {}, {}}).agreement.value();
}

// Whatever is signed and is no clause is told when it changes, each by itself.
TEST(TermsComparison, EverySignedTermThatChangesIsTold) {
    const Agreement before = twoParty();
    const std::vector<std::function<void(Agreement&)>> edits{
        [](Agreement& a) { a.title += "x"; },
        [](Agreement& a) { a.dpia += "x"; },
        [](Agreement& a) { a.rights += "x"; },
        [](Agreement& a) { a.breach += "x"; },
        [](Agreement& a) { a.ending += "x"; },
        [](Agreement& a) { a.retention += "x"; },
        [](Agreement& a) { a.effective = a.effective + std::chrono::hours{24}; },
        [](Agreement& a) { a.review = a.review + std::chrono::hours{24}; },
        [](Agreement& a) { a.parties[0].name += "x"; },
        [](Agreement& a) { a.parties[0].role = ControllerRole::Joint; },
        [](Agreement& a) { a.parties[0].processorFor.push_back(kHousing); },
        [](Agreement& a) { a.parties[0].arrangement += "x"; },
        [](Agreement& a) { a.parties[0].contact += "x"; },
        [](Agreement& a) { a.parties[0].contactPhone += "x"; },
        [](Agreement& a) { a.parties[0].contactEmail += "x"; },
        [](Agreement& a) { a.roles[0].duty = ConfidentialityDuty::Contract; },
        [](Agreement& a) { a.roles[0].audit = AuditRole::Yes; },
        [](Agreement& a) { a.purposes[0].words += "x"; },
        [](Agreement& a) { a.purposes[0].article6.push_back(Article6::Consent); },
        [](Agreement& a) { a.purposes[0].article9.push_back(Article9::ExplicitConsent); },
        [](Agreement& a) { a.purposes[0].schedule1.push_back(Schedule1::Counselling); },
        [](Agreement& a) { a.purposes[0].confidentiality.push_back(ConfidentialityBasis::PublicInterest); },
        [](Agreement& a) { a.purposes[0].powers += "x"; },
        [](Agreement& a) { a.purposes[0].policyDocument += "x"; },
    };
    EXPECT_TRUE(compareTerms(before, before).empty());
    for (std::size_t n = 0; n < edits.size(); ++n) {
        Agreement after = before;
        edits[n](after);
        ASSERT_NE(canonicalForm(before), canonicalForm(after)) << n;
        const auto changes = compareTerms(before, after);
        EXPECT_EQ(changes.size(), 1U) << n;
    }
}

TEST(TermsComparison, SaysWhatWasAndWhatIs) {
    const Agreement before = twoParty();
    Agreement after = before;
    after.parties[0].contact = "Records team";
    after.roles[0].audit = AuditRole::Yes;
    const auto changes = compareTerms(before, after);
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(describe(changes[0]), "changes: " + before.parties[0].agency.str() + ": whom to ask: \"" +
                                        before.parties[0].contact + "\" is now \"Records team\"");
    EXPECT_NE(describe(changes[1]).find("audit role: \"no\" is now \"yes\""), std::string::npos);
}

TEST(TermsComparison, APartyThatComesOrGoesIsToldWithEverythingOfIt) {
    const Agreement before = twoParty();
    Agreement after = before;
    after.parties.pop_back();
    const auto gone = compareTerms(before, after);
    ASSERT_FALSE(gone.empty());
    EXPECT_TRUE(gone[0].after.empty());
    EXPECT_EQ(describe(gone[0]).substr(describe(gone[0]).size() - 10), " no longer");
    EXPECT_EQ(compareTerms(after, before).size(), gone.size());
}

SignedStatement said(const AgencyId& by, SignedAct act, std::int64_t at, std::vector<std::string> clauses = {},
                     std::uint32_t version = 1) {
    SignedStatement out;
    out.by = by;
    out.act = act;
    out.at = WallTime{at};
    out.clauses = std::move(clauses);
    out.version = version;
    return out;
}

TEST(Standing, TheLatestOfEachPartyCountsInWhateverOrderTheyCome) {
    std::vector<SignedStatement> all{said(kTrust, SignedAct::Suspend, 10, {"T1"}), said(kTrust, SignedAct::Resume, 20),
                                     said(kTrust, SignedAct::Suspend, 30, {"T2"}),
                                     said(kCouncil, SignedAct::Suspend, 5)};
    for (int turn = 0; turn < 4; ++turn) {
        std::rotate(all.begin(), all.begin() + 1, all.end());
        const auto suspended = suspensionsIn(all, 1);
        ASSERT_EQ(suspended.size(), 2U);
        EXPECT_EQ(suspended[0].by, kTrust);
        EXPECT_EQ(suspended[0].clauses, std::vector<std::string>{"T2"});
        EXPECT_EQ(suspended[1].by, kCouncil);
        EXPECT_TRUE(suspended[1].clauses.empty());
    }
}

TEST(Standing, AtOneMomentWhatStopsStandsAboveWhatTakesItBack) {
    const auto stop = said(kTrust, SignedAct::Suspend, 10);
    const auto back = said(kTrust, SignedAct::Resume, 10);
    EXPECT_TRUE(takesThePlaceOf(stop, back));
    EXPECT_FALSE(takesThePlaceOf(back, stop));
    EXPECT_EQ(suspensionsIn(std::vector{stop, back}, 1).size(), 1U);
    EXPECT_EQ(suspensionsIn(std::vector{back, stop}, 1).size(), 1U);
}

TEST(Standing, AnEndStopsThisVersionAndThoseBeforeIt) {
    const std::vector<SignedStatement> ended{said(kTrust, SignedAct::Retire, 10, {}, 2)};
    EXPECT_EQ(suspensionsIn(ended, 1).size(), 1U);
    EXPECT_EQ(suspensionsIn(ended, 2).size(), 1U);
    EXPECT_TRUE(suspensionsIn(ended, 3).empty());
}

TEST(Standing, StoppedIsWhatTheHomeOrAllOthersHaveStopped) {
    const std::vector<AgencyId> bound{kCouncil, kTrust, kHousing};
    const auto stopped = [&](std::vector<Suspension> suspensions) { return isStopped(kCouncil, bound, suspensions); };
    EXPECT_FALSE(stopped({}));
    EXPECT_FALSE(stopped({{kTrust, {}}}));
    EXPECT_FALSE(stopped({{kCouncil, {"C1"}}}));
    EXPECT_TRUE(stopped({{kCouncil, {}}}));
    EXPECT_TRUE(stopped({{kHousing, {}}, {kTrust, {}}}));
    EXPECT_FALSE(stopped({{kHousing, {}}, {kTrust, {"T1"}}}));
    EXPECT_FALSE(isStopped(kCouncil, {}, {})) << "a policy has no others";
}

TEST(Standing, TheMarkIsAnotherOnceAnythingThatDecidesIsAnother) {
    const Bytes hash(32, 'h');
    const auto markOfOne = [&](std::vector<AgencyId> bound, std::vector<Suspension> suspensions, Bytes of) {
        std::vector<CompiledAgreement> all;
        all.push_back(
            CompiledAgreement::of(twoParty(), {std::move(bound), std::move(suspensions), std::move(of)}).value());
        return markOf(AgreementsInForce::of(std::move(all)).value());
    };
    const auto good = markOfOne({kCouncil, kTrust}, {}, hash);
    EXPECT_NE(good, 0U);
    EXPECT_EQ(good, markOfOne({kTrust, kCouncil}, {}, hash));
    EXPECT_NE(good, markOfOne({kCouncil}, {}, hash));
    EXPECT_NE(good, markOfOne({kCouncil, kTrust}, {{kTrust, {"T1"}}}, hash));
    EXPECT_NE(good, markOfOne({kCouncil, kTrust}, {}, Bytes(32, 'g')));
    EXPECT_EQ(markOf(AgreementsInForce{}), 0U);
}

} // namespace
} // namespace frontsheet::sharing
