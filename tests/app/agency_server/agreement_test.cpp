// Agreements on a server's disk: what is signed, what counts, and what is refused while the last good one stays.
#include "app/agency_server/agreement/agreement_folder.h"
#include "app/agency_server/files.h"
#include "app/agency_server/identity/signature.h"
#include "core/domain/sharing/sharing_decision.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"
#include "tests/app/agency_server/agency_process.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>

#include <fstream>

namespace frontsheet::test {

using namespace sharing;

namespace {

const AgencyId kCouncil{"council"};
const AgencyId kTrust{"community_trust"};
const AgencyId kHousing{"housing"};
constexpr WallTime kNow{1795219200000}; // 2026-11-21

Bytes hex(std::string_view digits) {
    Bytes out(digits.size() / 2, '\0');
    EXPECT_TRUE(detail::fromHex(digits, {reinterpret_cast<std::uint8_t*>(out.data()), out.size()}));
    return out;
}

class AgreementFolderTest : public ::testing::Test {
public:
    AgreementFolderTest() : folder(temporary.path() / "agreements"), text(shippedAgreement("two-party")) {
        for (const auto& agency : {kCouncil, kTrust, kHousing}) {
            keys.emplace(agency, CertificateAuthority::make(agency, kNow, ids).value());
            authorities.emplace(agency, keys.at(agency).certificate());
        }
    }

    void replace(std::string_view from, std::string_view to) {
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
    }
    [[nodiscard]] Agreement read() const { return readAgreement(text, {WallTime{1}, {}, {}}).agreement.value(); }
    [[nodiscard]] SignedStatement by(const AgencyId& agency, SignedAct act = SignedAct::Sign,
                                     std::vector<std::string> clauses = {}) const {
        return stateAbout(read(), act, agency, keys.at(agency), std::move(clauses), kNow).value();
    }
    [[nodiscard]] Result<Activation> activate(const std::vector<SignedStatement>& signatures,
                                              IfUnsigned ifUnsigned = IfUnsigned::Refuse) const {
        return folder.activate(kCouncil, text, signatures, authorities, ifUnsigned, kNow);
    }
    void versionTwo() { replace("version: 1", "version: 2"); }
    // Whether the council's server would show the trust's nurse a note.
    [[nodiscard]] Reason shown(Category category) const {
        const auto forces = folder.inForce();
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
    AgreementFolder folder;
    std::string text;
};

} // namespace

TEST(Signature, KnownAnswers) {
    // FIPS 180-4's "abc".
    EXPECT_EQ(sha256("abc"), hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    // RFC 6979, A.2.5: P-256, SHA-256, "sample".
    const auto point = hex("04"
                           "60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                           "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    OSSL_PARAM_BLD* builder = OSSL_PARAM_BLD_new();
    OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
    OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    OSSL_PARAM* parameters = OSSL_PARAM_BLD_to_param(builder);
    EVP_PKEY_CTX* context = EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr);
    EVP_PKEY* key = nullptr;
    ASSERT_EQ(EVP_PKEY_fromdata_init(context), 1);
    ASSERT_EQ(EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters), 1);
    X509* x509 = X509_new();
    X509_set_pubkey(x509, key);
    const auto certificate = Certificate::sharing(x509);
    const auto signature = hex("3046"
                               "022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                               "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    EXPECT_TRUE(isSignedBy(certificate, "sample", signature));
    EXPECT_FALSE(isSignedBy(certificate, "sample ", signature));
    EXPECT_FALSE(isSignedBy(certificate, "sample", signature.substr(1)));
    EXPECT_FALSE(isSignedBy(certificate, "sample", ""));
    X509_free(x509);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(context);
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
}

TEST_F(AgreementFolderTest, WhatBothHaveSignedCountsBetweenThem) {
    EXPECT_EQ(shown(Category::Alerts), Reason::NotAParty);
    const auto activation = activate({by(kCouncil), by(kTrust)});
    ASSERT_TRUE(activation) << describe(activation.error());
    EXPECT_EQ(activation->bound, (std::vector<AgencyId>{kTrust, kCouncil}));
    EXPECT_EQ(shown(Category::Alerts), Reason::CareTeam);
    EXPECT_EQ(shown(Category::ContactNote), Reason::NoPermission);
    EXPECT_EQ(folder.ids().value(), std::vector<std::string>{"council-and-trust"});
}

TEST_F(AgreementFolderTest, WhatIsNotSignedAsItStandsIsRefusedAndTheLastGoodOneStays) {
    const std::string good = text;
    ASSERT_TRUE(activate({by(kCouncil), by(kTrust)}));
    versionTwo();
    replace("category: [\"identity\", \"contact-details\", \"involvement\", \"alerts\"]\n  purpose: \"direct-care\"\n  "
            "fields: \"all\"\n  relationship: [\"care-team\", \"addressed-referral\"]",
            "category: [\"identity\", \"contact-details\", \"involvement\", \"alerts\"]\n  purpose: \"direct-care\"\n  "
            "fields: \"all\"\n  relationship: [\"care-team\", \"addressed-referral\", \"duty\"]");
    replace("id: \"T2\"", "id: \"T2\" # the trust would have more\n  further_release: \"allowed\"");
    const auto trusts = by(kTrust);
    const auto councils = by(kCouncil);
    EXPECT_EQ(activate({}).error().code, ErrorCode::NotPermitted);
    EXPECT_EQ(activate({trusts}).error().code, ErrorCode::NotPermitted);
    // Half-signed: more would be released to the trust than it has agreed to.
    EXPECT_EQ(activate({councils}).error().code, ErrorCode::NotPermitted);
    // In the trust's name by somebody else.
    auto forged = stateAbout(read(), SignedAct::Sign, kTrust, keys.at(kHousing), {}, kNow).value();
    EXPECT_EQ(activate({councils, forged}).error().code, ErrorCode::NotPermitted);
    // Another statement of the trust's, or a signature of the version before, or one that was altered.
    EXPECT_FALSE(activate({councils, by(kTrust, SignedAct::Suspend)}));
    auto altered = trusts;
    altered.at.ms += 1;
    EXPECT_FALSE(activate({councils, altered}));
    const std::string next = text;
    text = good;
    const auto before = by(kTrust);
    text = next;
    EXPECT_FALSE(activate({councils, before}));
    EXPECT_EQ(folder.active("council-and-trust").value()->agreement.version, 1U);
    EXPECT_EQ(shown(Category::Alerts), Reason::CareTeam);
    ASSERT_TRUE(activate({councils, trusts}));
    EXPECT_EQ(folder.active("council-and-trust").value()->agreement.version, 2U);
}

TEST_F(AgreementFolderTest, ATextThatIsWrongIsRefusedWithTheReason) {
    const std::vector<SignedStatement> signatures{by(kCouncil), by(kTrust)};
    const std::string good = text;
    const auto refused = [&](std::string_view from, std::string_view to, std::string_view reason) {
        text = good;
        replace(from, to);
        const auto activation = activate(signatures);
        ASSERT_FALSE(activation) << reason;
        EXPECT_NE(activation.error().context.find(reason), std::string::npos) << activation.error().context;
    };
    refused("\"wishes\"", "\"whishes\"", "did you mean \"wishes\"?");
    refused("expires: \"2028-11-01\"", "expires: \"2026-11-20\"", "the review is not between");
    refused("review: \"2027-11-01\"\nexpires: \"2028-11-01\"", "review: \"2026-11-05\"\nexpires: \"2026-11-20\"",
            "it has expired");
    refused("agency: \"community_trust\"", "agency: \"mental_health_trust\"", "is not of this partnership");
    refused("\"wishes\"", "\"carer-private\"", "private to a carer");
    refused("version: 1", "version: 0", "there is no version");
    refused("title: \"Sharing", "title: \"Altered sharing", "has not signed this version");
    EXPECT_TRUE(folder.ids().value().empty());
    // For others.
    text = good;
    EXPECT_EQ(folder.activate(kHousing, text, {by(kHousing)}, authorities, {}, kNow).error().code,
              ErrorCode::WrongTenant);
}

TEST_F(AgreementFolderTest, LayoutIsNotSigned) {
    const std::vector<SignedStatement> signatures{by(kCouncil), by(kTrust)};
    text = "# a remark\n\n" + text;
    replace("role: \"independent\"", "role:     \"independent\"   # as ever");
    EXPECT_TRUE(activate(signatures));
}

TEST_F(AgreementFolderTest, NarrowingIsOneSidedAndVersionsOnlyGoUp) {
    ASSERT_TRUE(activate({by(kCouncil), by(kTrust)}));
    EXPECT_EQ(activate({by(kCouncil), by(kTrust)}).error().code, ErrorCode::Conflict);
    versionTwo();
    const auto t2 = text.find("id: \"T2\"");
    const auto permission = text.find("objection-honoured", t2);
    text.replace(permission, 18, "permission-required");
    const auto activation = activate({by(kCouncil)});
    ASSERT_TRUE(activation) << describe(activation.error());
    EXPECT_EQ(activation->bound, (std::vector<AgencyId>{kTrust, kCouncil}));
    EXPECT_EQ(shown(Category::Wishes), Reason::NoPermission);
}

TEST_F(AgreementFolderTest, SuspendingIsAtOnceAndCanBeTakenBack) {
    ASSERT_TRUE(activate({by(kCouncil), by(kTrust)}));
    EXPECT_EQ(folder.suspend(by(kCouncil, SignedAct::Suspend, {"T9"})).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(folder.suspend(by(kCouncil, SignedAct::Suspend, {"T1"})));
    EXPECT_EQ(shown(Category::Alerts), Reason::Suspended);
    EXPECT_EQ(shown(Category::Wishes), Reason::CareTeam);
    ASSERT_TRUE(folder.suspend(by(kCouncil, SignedAct::Suspend)));
    EXPECT_EQ(shown(Category::Wishes), Reason::Suspended);
    ASSERT_TRUE(folder.resume(by(kCouncil, SignedAct::Resume)));
    EXPECT_EQ(shown(Category::Alerts), Reason::CareTeam);
    EXPECT_EQ(folder.resume(by(kCouncil, SignedAct::Resume)).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(folder.retire(by(kCouncil, SignedAct::Retire)));
    EXPECT_EQ(shown(Category::Alerts), Reason::NotAParty);
    EXPECT_EQ(folder.suspend(by(kCouncil, SignedAct::Suspend)).error().code, ErrorCode::NotFound);
}

TEST_F(AgreementFolderTest, ATextAlteredOnTheDiskIsNotDecidedBy) {
    ASSERT_TRUE(activate({by(kCouncil), by(kTrust)}));
    replace("permission-required", "objection-honoured");
    std::ofstream(temporary.path() / "agreements/council-and-trust/1.agreement") << text;
    EXPECT_EQ(folder.active("council-and-trust").error().code, ErrorCode::StoreDamaged);
    EXPECT_EQ(folder.inForce().error().code, ErrorCode::StoreDamaged);
    EXPECT_EQ(folder.active("../../etc").error().code, ErrorCode::InvalidArgument);
}

TEST_F(AgreementFolderTest, APolicyForOwnWorkersNeedsTheAgencyAlone) {
    text = shippedAgreement("own-agency");
    EXPECT_EQ(activate({}).error().code, ErrorCode::NotPermitted);
    ASSERT_TRUE(activate({by(kCouncil)}));
    const auto forces = folder.inForce().value();
    ASSERT_EQ(forces.all().size(), 1U);
    EXPECT_TRUE(forces.all()[0].isPolicy());
}

TEST_F(AgreementFolderTest, StatementsAreReadAsTheyWereWritten) {
    const std::vector<SignedStatement> statements{by(kCouncil), by(kTrust, SignedAct::Suspend, {"C1", "C2"})};
    const auto read = parseStatements(writeStatements(statements)).value();
    ASSERT_EQ(read.size(), 2U);
    for (std::size_t n = 0; n < 2; ++n) {
        EXPECT_EQ(statementBytes(read[n]), statementBytes(statements[n]));
        EXPECT_EQ(read[n].signature, statements[n].signature);
    }
    for (const std::string_view wrong :
         {"act = sign\n", "[council]\nact = sign\n", "[council]\nact = sing\n", "[c d]\n",
          "[council]\nact = sign\nversion = 1\nat = 1\nhash = 00\nsignature = 00\n"}) {
        EXPECT_EQ(parseStatements(wrong).error().code, ErrorCode::Malformed) << wrong;
    }
}

// The whole way as two administrators go it, with the program.
TEST(AgreementVerbs, FromATemplateToWhatCountsAndBack) {
    const TemporaryFolder temporary;
    const auto at = [&](const char* name) { return (temporary.path() / name).string(); };
    const std::string file = at("two.agreement");
    const auto good = runAgency({"agreement", "template", "two-party"});
    ASSERT_EQ(good.code, 0);
    std::ofstream(file) << good.out;
    EXPECT_EQ(runAgency({"agreement", "lint", file}).code, 0);
    for (const auto& [agency, kind] : {std::pair{"council", "council"}, {"community_trust", "community-trust"}}) {
        ASSERT_EQ(runAgency({"init", at(agency), "--agency", agency, "--name", agency, "--kind", kind, "--initials",
                             "XX", "--url", "https://127.0.0.1:8443"})
                      .code,
                  0);
    }
    ASSERT_EQ(runAgency({"partner", at("council"), "--from", at("community_trust") + "/partnership.conf"}).code, 0);
    ASSERT_EQ(runAgency({"partner", at("community_trust"), "--from", at("council") + "/partnership.conf"}).code, 0);
    ASSERT_EQ(runAgency({"agreement", "sign", at("council"), file, "--agency", "council"}).code, 0);
    const auto alone = runAgency({"agreement", "activate", at("council"), file, "--agency", "council"});
    EXPECT_EQ(alone.code, 1);
    EXPECT_NE(alone.err.find("nobody but council has signed it"), std::string::npos) << alone.err;
    const auto both = runAgency({"agreement", "sign", at("community_trust"), file, "--agency", "community_trust"});
    EXPECT_NE(both.out.find("signed by community_trust, council"), std::string::npos) << both.out << both.err;
    for (const auto* agency : {"council", "community_trust"}) {
        const auto active = runAgency({"agreement", "activate", at(agency), file, "--agency", agency});
        EXPECT_EQ(active.code, 0) << active.err;
    }
    EXPECT_EQ(runAgency({"agreement", "suspend", at("council"), "--agency", "council", "--id", "council-and-trust",
                         "--clauses", "T2,T4"})
                  .code,
              0);
    const auto status = runAgency({"agreement", "status", at("council")});
    EXPECT_NE(status.out.find("between community_trust, council\n    suspended by council: T2 T4\n"), std::string::npos)
        << status.out;
    EXPECT_EQ(
        runAgency({"agreement", "retire", at("council"), "--agency", "council", "--id", "council-and-trust"}).code, 0);
    EXPECT_NE(runAgency({"agreement", "status", at("council")}).out.find("no agreement is active"), std::string::npos);

    // Mistakes by line and column, and words that make no sense.
    std::string wrong = good.out;
    wrong.replace(wrong.find("\"wishes\""), 8, "\"whishes\"");
    std::ofstream(at("wrong.agreement")) << wrong;
    const auto linted = runAgency({"agreement", "lint", at("wrong.agreement")});
    EXPECT_EQ(linted.code, 1);
    EXPECT_NE(
        linted.err.find("wrong.agreement:67:29: error: there is no category \"whishes\"; did you mean \"wishes\"?"),
        std::string::npos)
        << linted.err;
    std::string next = good.out;
    next.replace(next.find("version: 1"), 10, "version: 2");
    next.replace(next.find("hard_hours: 168"), 15, "hard_hours: 200");
    std::ofstream(at("next.agreement")) << next;
    const auto diff =
        runAgency({"agreement", "diff", file, at("next.agreement"), "--folder", at("council"), "--agency", "council"});
    EXPECT_EQ(diff.out, "widens: for social work assessor of council, for direct care and support, identity, "
                        "contact-details, involvement and alerts of community_trust is kept without contact for 72 to "
                        "200 hours, no longer 72 to 168\n")
        << diff.err;
    EXPECT_NE(runAgency({"agreement", "show", file}).out.find("  referral              A-   A-\n"), std::string::npos);
    EXPECT_EQ(runAgency({"agreement"}).code, 2);
    EXPECT_EQ(runAgency({"agreement", "linz", file}).code, 2);
    EXPECT_EQ(runAgency({"agreement", "lint"}).code, 2);
}

} // namespace frontsheet::test
