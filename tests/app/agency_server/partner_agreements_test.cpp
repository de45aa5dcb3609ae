// What partners tell of agreements: what is taken into the own folder, what takes effect at once, and what is refused while
// the last good one stays.
#include "app/agency_server/agreement/agreement_records.h"
#include "app/agency_server/agreement/partner_agreements.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/sharing_agreement.h"
#include "core/domain/sharing/sharing_decision.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace frontsheet::test {

using namespace sharing;

namespace {

const AgencyId kCouncil{"council"};
const AgencyId kTrust{"community_trust"};
const AgencyId kHousing{"housing"};
constexpr WallTime kNow{1795219200000}; // 2026-11-21
constexpr WallTime kLater{kNow.ms + 60'000};
const std::string kId = "council-and-trust";

// Two agencies, each with its folder; the council is "here", and the trust's records come to it.
class PartnerAgreementsTest : public ::testing::Test {
public:
    PartnerAgreementsTest() : text(shippedAgreement("two-party")) {
        for (const auto& agency : {kCouncil, kTrust, kHousing}) {
            keys.emplace(agency, CertificateAuthority::make(agency, kNow, ids).value());
            authorities.emplace(agency, keys.at(agency).certificate());
        }
    }

    [[nodiscard]] std::filesystem::path pathOf(const AgencyId& agency) const { return temporary.path() / agency.str(); }
    [[nodiscard]] AgreementFolder folderOf(const AgencyId& agency) const { return AgreementFolder{pathOf(agency)}; }
    void replace(std::string_view from, std::string_view to) {
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
    }
    [[nodiscard]] Agreement read() const { return readAgreement(text, {WallTime{1}, {}, {}}).agreement.value(); }
    [[nodiscard]] SignedStatement by(const AgencyId& agency, SignedAct act = SignedAct::Sign,
                                     std::vector<std::string> clauses = {}, WallTime at = kNow) const {
        return stateAbout(read(), act, agency, keys.at(agency), std::move(clauses), at).value();
    }
    void activate(const AgencyId& home, const std::vector<SignedStatement>& signatures) {
        const auto done = folderOf(home).activate(home, text, signatures, authorities, IfUnsigned::Refuse, kNow);
        ASSERT_TRUE(done) << describe(done.error());
    }
    // The record of the version in the trust's ledger, as its server publishes it.
    [[nodiscard]] FieldSet trustsRecord(std::uint32_t version = 1) const {
        const auto records = agreementRecords(folderOf(kTrust), kTrust, authorities).value();
        for (const auto& record : records) {
            if (record.fields.get(sharing_agreement::kAgreement) == kId &&
                record.fields.get(sharing_agreement::kVersion) == version) {
                return record.fields;
            }
        }
        ADD_FAILURE() << "the trust has no version " << version;
        return {};
    }
    [[nodiscard]] PartnerAgreements here() const { return {pathOf(kCouncil), kCouncil, authorities}; }
    PartnerAgreements::Taken take(const FieldSet& record, const AgencyId& from = kTrust) {
        auto taken = here().take(from, record, kNow);
        EXPECT_TRUE(taken) << describe(taken.error());
        return taken ? *taken : PartnerAgreements::Taken{};
    }
    void expectRefused(const FieldSet& record, std::string_view reason) {
        const auto taken = take(record);
        ASSERT_EQ(taken.refused.size(), 1U) << reason;
        EXPECT_NE(taken.refused[0].reason.find(reason), std::string::npos) << taken.refused[0].reason;
        const auto kept = here().refused().value();
        ASSERT_FALSE(kept.empty());
        EXPECT_NE(kept.back().reason.find(reason), std::string::npos) << kept.back().reason;
        EXPECT_EQ(kept.back().partner, kTrust);
    }
    // A record as a server could make it that does not keep to the rules.
    [[nodiscard]] FieldSet made(const std::string& of, const std::vector<SignedStatement>& statements) const {
        const auto parsed = readAgreement(of, {WallTime{1}, {}, {}}).agreement;
        const Bytes hash = parsed ? versionHash(*parsed) : Bytes(32, 'x');
        FieldSet f;
        f.put(sharing_agreement::kAgreement, parsed ? parsed->id : kId);
        f.put(sharing_agreement::kVersion, parsed ? parsed->version : 2);
        f.put(sharing_agreement::kForm, std::string{"partnership"});
        f.put(sharing_agreement::kText, of);
        f.put(sharing_agreement::kHash,
              detail::toHex({reinterpret_cast<const std::uint8_t*>(hash.data()), hash.size()}));
        f.put(sharing_agreement::kState, std::string{"signed"});
        f.put(sharing_agreement::kStatements, writeStatements(statements));
        return f;
    }
    // Whether the council's server would show the trust's nurse, who is on the care team, the person's alerts.
    [[nodiscard]] Reason shown(Category category = Category::Alerts) const {
        const auto forces = folderOf(kCouncil).inForce();
        EXPECT_TRUE(forces) << describe(forces.error());
        const Principal nurse{kTrust, WorkerId{"W012"}, "community nurse", {}};
        const AgencyId home = kCouncil;
        const WorkerId author{"W001"};
        return decide({nurse, PurposeSet::all(), Relationship::CareTeam},
                      {home, RecordType::ContactNote, category, {}, {}, home, author, {}}, *forces, {}, kNow)
            .reason;
    }

    TemporaryFolder temporary;
    SystemIdSource ids;
    std::map<AgencyId, CertificateAuthority> keys;
    std::map<AgencyId, Certificate> authorities;
    std::string text;
};

} // namespace

TEST_F(PartnerAgreementsTest, ACounterSignatureMakesActivationPossible) {
    ASSERT_TRUE(folderOf(kCouncil).keep(text, read(), {by(kCouncil)}).value());
    EXPECT_FALSE(folderOf(kCouncil).activate(kCouncil, text, {}, authorities, IfUnsigned::Refuse, kNow));
    ASSERT_TRUE(folderOf(kTrust).keep(text, read(), {by(kCouncil), by(kTrust)}).value());
    const auto taken = take(trustsRecord());
    EXPECT_TRUE(taken.changed);
    EXPECT_FALSE(taken.counts) << "nothing is decided by it before its own agency activates it";
    EXPECT_EQ(shown(), Reason::NotAParty);
    const auto activation = folderOf(kCouncil).activate(kCouncil, text, {}, authorities, IfUnsigned::Refuse, kNow);
    ASSERT_TRUE(activation) << describe(activation.error());
    EXPECT_EQ(shown(), Reason::CareTeam);
    EXPECT_FALSE(take(trustsRecord()).changed) << "told again it changes nothing";
}

TEST_F(PartnerAgreementsTest, AVersionThatAPartnerProposesWaitsHereToBeSigned) {
    ASSERT_TRUE(folderOf(kTrust).keep(text, read(), {by(kTrust)}).value());
    ASSERT_TRUE(take(trustsRecord()).changed);
    const auto kept = folderOf(kCouncil).version(kId, 1).value();
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->text, text);
    EXPECT_EQ(signersOf(kept->agreement, kept->signatures, authorities), std::vector<AgencyId>{kTrust});
    EXPECT_FALSE(folderOf(kCouncil).active(kId).value()) << "half-signed: nothing is decided by it";
}

TEST_F(PartnerAgreementsTest, APartyThatSignsLaterIsLetInByActivatingTheSameVersionAgain) {
    text = shippedAgreement("locality-partnership");
    const auto parties = read().parties;
    std::vector<SignedStatement> all;
    for (const auto& party : parties) {
        if (!keys.contains(party.agency)) {
            keys.emplace(party.agency, CertificateAuthority::make(party.agency, kNow, ids).value());
            authorities.emplace(party.agency, keys.at(party.agency).certificate());
        }
        all.push_back(by(party.agency));
    }
    std::vector<SignedStatement> two;
    std::copy_if(all.begin(), all.end(), std::back_inserter(two),
                 [](const auto& one) { return one.by == kCouncil || one.by == kTrust; });
    activate(kCouncil, two);
    const auto again = folderOf(kCouncil).activate(kCouncil, text, two, authorities, IfUnsigned::Refuse, kNow);
    EXPECT_EQ(again.error().code, ErrorCode::Conflict) << "nothing new";
    const auto wider = folderOf(kCouncil).activate(kCouncil, text, all, authorities, IfUnsigned::Refuse, kNow);
    ASSERT_TRUE(wider) << describe(wider.error());
    EXPECT_EQ(wider->bound.size(), parties.size());
}

TEST_F(PartnerAgreementsTest, WhatAPartySuspendsIsStoppedHereAtOnceAndStaysSoUntilItTakesThatBack) {
    activate(kCouncil, {by(kCouncil), by(kTrust)});
    activate(kTrust, {by(kCouncil), by(kTrust)});
    ASSERT_TRUE(folderOf(kTrust).suspend(by(kTrust, SignedAct::Suspend, {"T1"})));
    const auto suspended = trustsRecord();
    const auto taken = take(suspended);
    EXPECT_TRUE(taken.counts);
    EXPECT_EQ(shown(), Reason::Suspended);
    EXPECT_EQ(shown(Category::Wishes), Reason::CareTeam) << "the other clauses stand";
    ASSERT_TRUE(folderOf(kTrust).resume(by(kTrust, SignedAct::Resume, {}, kLater)));
    EXPECT_TRUE(take(trustsRecord()).counts);
    EXPECT_EQ(shown(), Reason::CareTeam);
    EXPECT_FALSE(take(suspended).counts) << "an old suspension shown again is no news";
    EXPECT_EQ(shown(), Reason::CareTeam);
    ASSERT_TRUE(folderOf(kTrust).suspend(by(kTrust, SignedAct::Suspend, {}, WallTime{kLater.ms + 1})));
    EXPECT_TRUE(take(trustsRecord()).counts);
    const auto records = agreementRecords(folderOf(kCouncil), kCouncil, authorities).value();
    EXPECT_EQ(records[0].fields.get(sharing_agreement::kState), "suspended") << "nobody else is a party";
}

TEST_F(PartnerAgreementsTest, ASuspensionOutlastsANewVersion) {
    activate(kCouncil, {by(kCouncil), by(kTrust)});
    const auto suspension = by(kTrust, SignedAct::Suspend, {"T1"});
    ASSERT_TRUE(take(made(text, {suspension})).counts);
    replace("version: 1", "version: 2");
    activate(kCouncil, {by(kCouncil), by(kTrust)});
    EXPECT_EQ(shown(), Reason::Suspended);
}

TEST_F(PartnerAgreementsTest, WhoEndsAnAgreementIsReleasedNothingByItAndCanComeBackWithALaterVersion) {
    activate(kCouncil, {by(kCouncil), by(kTrust)});
    activate(kTrust, {by(kCouncil), by(kTrust)});
    ASSERT_TRUE(folderOf(kTrust).retire(by(kTrust, SignedAct::Retire)));
    EXPECT_EQ(trustsRecord().get(sharing_agreement::kState), "retired");
    EXPECT_TRUE(take(trustsRecord()).counts);
    EXPECT_EQ(shown(), Reason::Suspended);
    replace("version: 1", "version: 2");
    activate(kCouncil, {by(kCouncil), by(kTrust)});
    EXPECT_EQ(shown(), Reason::CareTeam);
}

TEST_F(PartnerAgreementsTest, NobodyStopsAnythingInAnothersName) {
    activate(kCouncil, {by(kCouncil), by(kTrust)});
    auto forged = stateAbout(read(), SignedAct::Suspend, kTrust, keys.at(kHousing), {}, kNow).value();
    expectRefused(made(text, {forged}), "a statement in the name of community_trust is not by its key");
    EXPECT_EQ(shown(), Reason::CareTeam);
    auto altered = by(kTrust, SignedAct::Suspend, {"T9"});
    altered.clauses = {"T1"};
    EXPECT_FALSE(take(made(text, {altered})).counts);
    EXPECT_EQ(shown(), Reason::CareTeam);
    // What the council itself is said to have stopped, it knows best.
    EXPECT_FALSE(take(made(text, {by(kCouncil, SignedAct::Suspend)})).counts);
    EXPECT_EQ(shown(), Reason::CareTeam);
    // A third party passes on what the trust has said: it is the trust's key that counts.
    EXPECT_TRUE(take(made(text, {by(kTrust, SignedAct::Suspend)}), kHousing).counts);
    EXPECT_EQ(shown(), Reason::Suspended);
}

TEST_F(PartnerAgreementsTest, AnotherTextUnderTheSameVersionIsRefusedAndNamed) {
    activate(kCouncil, {by(kCouncil), by(kTrust)});
    const std::string good = text;
    replace("title: \"Sharing", "title: \"Other sharing");
    expectRefused(made(text, {by(kTrust)}), "version 1 of council-and-trust says something else here");
    EXPECT_EQ(folderOf(kCouncil).active(kId).value()->text, good);
    EXPECT_EQ(shown(), Reason::CareTeam);
    // Nor can it be activated over the one that is here.
    EXPECT_EQ(folderOf(kCouncil)
                  .activate(kCouncil, text, {by(kCouncil), by(kTrust)}, authorities, IfUnsigned::Refuse, kNow)
                  .error()
                  .code,
              ErrorCode::Conflict);
    // What it stops beside the wrong text is stopped.
    expectRefused(made(text, {by(kTrust), by(kTrust, SignedAct::Suspend)}), "says something else here");
    EXPECT_EQ(shown(), Reason::Suspended);
    text = good;
    EXPECT_TRUE(take(made(text, {by(kTrust)})).refused.empty());
    EXPECT_TRUE(here().refused().value().empty()) << "put right, it is forgotten";
}

TEST_F(PartnerAgreementsTest, ATextThatIsWrongIsRefusedWithTheReasonAndTheLastGoodOneStays) {
    activate(kCouncil, {by(kCouncil), by(kTrust)});
    const std::string good = text;
    const auto refused = [&](std::string_view from, std::string_view to, std::string_view reason) {
        text = good;
        replace("version: 1", "version: 2");
        replace(from, to);
        const auto parsed = readAgreement(text, {WallTime{1}, {}, {}}).agreement;
        expectRefused(made(text, parsed ? std::vector{by(kTrust)} : std::vector<SignedStatement>{}), reason);
        EXPECT_FALSE(folderOf(kCouncil).version(kId, 2).value()) << reason;
        EXPECT_EQ(folderOf(kCouncil).active(kId).value()->agreement.version, 1U);
        EXPECT_EQ(shown(), Reason::CareTeam);
    };
    refused("\"wishes\"", "\"whishes\"", "did you mean \"wishes\"?");
    refused("\"wishes\"", "\"carer-private\"", "private to a carer");
    refused("review: \"2027-11-01\"\nexpires: \"2028-11-01\"", "review: \"2026-11-05\"\nexpires: \"2026-11-20\"",
            "it has expired");
    refused("agency: \"council\"", "agency: \"mental_health_trust\"", "council is no party to it");
    refused("id: \"T2\"", "id: \"T1\"", "T1");
    // Two clauses for one cell.
    text = good;
    const auto t1 = text.find("clause {", text.find("id: \"T1\"") > 200 ? text.find("id: \"T1\"") - 40 : 0);
    const auto end = text.find("\n}", t1) + 3;
    std::string twice = text.substr(t1, end - t1);
    twice.replace(twice.find("\"T1\""), 4, "\"T1b\"");
    refused("id: \"council-and-trust\"", "id: \"council-and-trust\"\n" + twice, "T1");
}

TEST_F(PartnerAgreementsTest, WhatNobodySignedOrSomebodyElseDidIsRefused) {
    expectRefused(made(text, {}), "community_trust has not signed what it proposes");
    expectRefused(made(text, {by(kHousing)}), "community_trust has not signed what it proposes");
    const auto of1 = by(kTrust);
    replace("version: 1", "version: 2");
    expectRefused(made(text, {of1}), "community_trust has not signed what it proposes");
    auto relabelled = made(text, {by(kTrust)});
    relabelled.put(sharing_agreement::kVersion, 3);
    expectRefused(relabelled, "its text is not the version that it is said to be");
    auto rehashed = made(text, {by(kTrust)});
    rehashed.put(sharing_agreement::kHash, std::string(64, '0'));
    expectRefused(rehashed, "its text is not the version that it is said to be");
    FieldSet nameless;
    nameless.put(sharing_agreement::kText, text);
    EXPECT_EQ(take(nameless).refused.size(), 1U);
    auto elsewhere = made(text, {by(kTrust)});
    elsewhere.put(sharing_agreement::kAgreement, std::string{"../../etc"});
    EXPECT_EQ(take(elsewhere).refused.size(), 1U);
    auto garbled = made(text, {by(kTrust)});
    garbled.put(sharing_agreement::kStatements, std::string{"[community_trust]\nact = sing\n"});
    EXPECT_NE(take(garbled).refused.at(0).reason.find("its signatures do not read"), std::string::npos);
    EXPECT_TRUE(folderOf(kCouncil).known().value().empty());
}

TEST_F(PartnerAgreementsTest, APartnerCannotFillTheDisk) {
    for (int version = 1; version <= 9; ++version) {
        const auto from = "version: " + std::to_string(version);
        const auto taken = take(made(text, {by(kTrust)}));
        EXPECT_EQ(taken.changed, version <= 8);
        EXPECT_EQ(taken.refused.size(), version <= 8 ? 0U : 1U);
        replace(from, "version: " + std::to_string(version + 1));
    }
    EXPECT_EQ(folderOf(kCouncil).versions(kId).value().size(), 8U);
}

TEST_F(PartnerAgreementsTest, APartnersPolicyForItsOwnWorkersIsNobodyElsesBusiness) {
    FieldSet policy;
    policy.put(sharing_agreement::kAgreement, std::string{"own-agency"});
    policy.put(sharing_agreement::kVersion, 1);
    policy.put(sharing_agreement::kForm, std::string{"own-agency-policy"});
    policy.put(sharing_agreement::kText, std::string{shippedAgreement("own-agency")});
    const auto taken = take(policy);
    EXPECT_FALSE(taken.changed);
    EXPECT_TRUE(taken.refused.empty());
}

TEST_F(PartnerAgreementsTest, DevicesAndPartnersAreToldWhatBecameOfEachVersion) {
    const auto records = [&] {
        std::map<std::string, std::string> out;
        const auto all = agreementRecords(folderOf(kCouncil), kCouncil, authorities).value();
        for (const auto& record : all) {
            out[record.fields.get(sharing_agreement::kAgreement) + "/" +
                std::to_string(record.fields.get(sharing_agreement::kVersion))] =
                record.fields.get(sharing_agreement::kState);
            EXPECT_TRUE(checkFields(record.type, record.fields));
        }
        return out;
    };
    using States = std::map<std::string, std::string>;
    EXPECT_EQ(records(), (States{{"own-agency/1", "active"}})) << "the policy that ships is what it decides by";
    ASSERT_TRUE(folderOf(kCouncil).keep(text, read(), {by(kTrust)}).value());
    EXPECT_EQ(records(), (States{{"council-and-trust/1", "proposed"}, {"own-agency/1", "active"}}));
    activate(kCouncil, {by(kCouncil)});
    EXPECT_EQ(records(), (States{{"council-and-trust/1", "active"}, {"own-agency/1", "active"}}))
        << "the trust's signature was here already";
    replace("version: 1", "version: 2");
    ASSERT_TRUE(folderOf(kCouncil).keep(text, read(), {by(kCouncil)}).value());
    EXPECT_EQ(
        records(),
        (States{{"council-and-trust/1", "active"}, {"council-and-trust/2", "signed"}, {"own-agency/1", "active"}}));
    activate(kCouncil, {by(kTrust)});
    EXPECT_EQ(
        records(),
        (States{{"council-and-trust/1", "replaced"}, {"council-and-trust/2", "active"}, {"own-agency/1", "active"}}));
    ASSERT_TRUE(folderOf(kCouncil).retire(by(kCouncil, SignedAct::Retire)));
    EXPECT_EQ(
        records(),
        (States{{"council-and-trust/1", "retired"}, {"council-and-trust/2", "retired"}, {"own-agency/1", "active"}}));
}

} // namespace frontsheet::test
