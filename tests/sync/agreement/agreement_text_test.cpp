#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace frontsheet::sharing {
namespace {

// 2026-11-21T00:00:00Z: within the shipped agreements' dates.
constexpr WallTime kNow{1795219200000};

class AgreementTextTest : public testing::Test {
protected:
    AgreementTextTest() : text(shippedAgreement("two-party")) {}

    // Every occurrence of `from`, which must be there.
    void replace(std::string_view from, std::string_view to) {
        auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        for (; at != std::string::npos; at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    }
    void replaceFirst(std::string_view from, std::string_view to) {
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
    }

    [[nodiscard]] ReadAgreement read() const { return readAgreement(text, against); }

    // The line and column at which `words` stand in the text, after what comes before.
    [[nodiscard]] std::pair<int, int> where(std::string_view words, std::size_t skip = 0) const {
        auto at = text.find(words);
        for (; skip > 0 && at != std::string::npos; --skip) {
            at = text.find(words, at + 1);
        }
        if (at == std::string::npos) {
            return {-1, -1};
        }
        const auto line =
            static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + 1;
        const auto before = text.rfind('\n', at);
        return {line, static_cast<int>(at - (before == std::string::npos ? 0 : before + 1)) + 1};
    }

    void expect(Mistake mistake, std::string_view words, std::pair<int, int> at,
                Severity severity = Severity::Error) const {
        const auto found = read();
        const auto problem = std::find_if(found.problems.begin(), found.problems.end(),
                                          [&](const TextProblem& p) { return p.mistake == mistake; });
        ASSERT_NE(problem, found.problems.end()) << all(found);
        EXPECT_EQ(problem->words, words);
        EXPECT_EQ(std::pair(problem->line, problem->column), at) << all(found);
        EXPECT_EQ(problem->severity, severity);
        EXPECT_EQ(found.agreement.has_value(), severity == Severity::Warning) << all(found);
    }

    static std::string all(const ReadAgreement& read) {
        std::string out;
        for (const auto& problem : read.problems) {
            out += describe(problem) + "\n";
        }
        return out;
    }

    std::string text;
    CheckAgainst against{kNow, {}, {}};
};

TEST_F(AgreementTextTest, AGoodTextIsReadWhole) {
    const auto found = read();
    ASSERT_TRUE(found.agreement) << all(found);
    EXPECT_TRUE(found.problems.empty()) << all(found);
    const auto& agreement = *found.agreement;
    EXPECT_EQ(agreement.id, "council-and-trust");
    EXPECT_EQ(agreement.effective.ms, 1793491200000); // 2026-11-01
    ASSERT_EQ(agreement.parties.size(), 2U);
    EXPECT_EQ(agreement.parties[1].kind, AgencyKind::CommunityTrust);
    ASSERT_EQ(agreement.clauses.size(), 8U);
    const auto& clause = agreement.clauses[2];
    EXPECT_EQ(clause.id, "C3");
    EXPECT_EQ(clause.anyHome, Homes::Any);
    EXPECT_EQ(clause.access, Access::Contribute);
    EXPECT_EQ(clause.lease, (Lease{72, 168}));
    EXPECT_EQ(clause.relationships,
              RelationshipSet{Relationship::CareTeam} | RelationshipSet{Relationship::AddressedReferral});
    EXPECT_EQ(clause.permission, PermissionMode::ObjectionHonoured);
    EXPECT_EQ(clause.whenWithheld, WhenWithheld::Announced);
    EXPECT_EQ(clause.furtherRelease, FurtherRelease::NotAllowed);
}

TEST_F(AgreementTextTest, AMisspeltCategoryIsNamedWithWhatWasMeant) {
    replaceFirst("\"wishes\"", "\"whishes\"");
    expect(Mistake::UnknownWord, "there is no category \"whishes\"; did you mean \"wishes\"?", where("\"whishes\""));
}

TEST_F(AgreementTextTest, WordsThatThereAreNotAreNamedWhereTheyStand) {
    replaceFirst("receiver: \"council\"", "receiver: \"counsel\"");
    expect(Mistake::UnknownWord, "there is no kind of agency \"counsel\"; did you mean \"council\"?",
           where("receiver: \"counsel\""));
    text = shippedAgreement("two-party");
    replaceFirst("purpose: \"direct-care\"", "purpose: \"profit\"");
    expect(Mistake::UnknownWord, "there is no purpose \"profit\"", where("purpose: \"profit\""));
    text = shippedAgreement("two-party");
    replaceFirst("permission: \"objection-honoured\"", "");
    expect(Mistake::Missing, "there is no word on permission (permission)", where("clause {"));
}

TEST_F(AgreementTextTest, GrammarIsReportedByLineAndColumn) {
    replaceFirst("  words: \"referrals\"", "  wordz: \"referrals\"");
    const auto found = read();
    ASSERT_FALSE(found.problems.empty());
    EXPECT_FALSE(found.agreement);
    EXPECT_EQ(found.problems[0].mistake, Mistake::Unreadable);
    EXPECT_EQ(found.problems[0].line, where("wordz").first);
    EXPECT_NE(found.problems[0].words.find("wordz"), std::string::npos) << all(found);
}

TEST_F(AgreementTextTest, TwoClausesThatDecideAboutTheSameAreAContradiction) {
    replaceFirst("category: [\"home-access\", \"wishes\"", "category: [\"alerts\", \"home-access\", \"wishes\"");
    expect(Mistake::Contradiction,
           "clauses C1 and C2 both decide about alerts of council for social work assessor and 1 more",
           where("id: \"C2\""));
}

TEST_F(AgreementTextTest, ARoleThatIsNotDeclaredForTheKind) {
    replaceFirst("role: \"social work assessor\"\n", "role: \"social worker\"\n");
    expect(Mistake::UnknownRole, "no role \"social worker\" is declared for council", where("role: \"social worker\""));
}

TEST_F(AgreementTextTest, APurposeWithoutItsLawfulBasis) {
    replaceFirst("  article_6: \"public-task\"\n", "");
    expect(Mistake::MissingBasis, "there is no lawful basis (article 6)", where("purpose {"));
    text = shippedAgreement("two-party");
    replaceFirst("  schedule_1: \"health-or-social-care\"\n", "");
    expect(Mistake::MissingBasis,
           "article 9(2)(h), health or social care needs a condition of Schedule 1, Part 1 (schedule_1)",
           where("article_9:"));
    text = shippedAgreement("two-party");
    replaceFirst("  schedule_1: \"health-or-social-care\"\n", "  schedule_1: \"safeguarding-at-risk\"\n");
    EXPECT_EQ(read().problems.size(), 2U); // of the wrong part, and without a policy document
    text = shippedAgreement("two-party");
    replaceFirst("  confidentiality: \"implied-consent\"\n", "");
    expect(Mistake::MissingBasis, "nothing answers to the duty of confidentiality (confidentiality)",
           where("purpose {"));
    text = shippedAgreement("two-party");
    replaceFirst("  purpose: \"direct-care\"\n  fields", "  purpose: \"safeguarding\"\n  fields");
    expect(Mistake::UnknownPurpose, "no lawful basis is given for safeguarding: there is no such purpose",
           where("purpose: \"safeguarding\""));
}

TEST_F(AgreementTextTest, AClauseThatItsBasisDoesNotCarry) {
    replaceFirst("permission: \"objection-honoured\"", "permission: \"not-needed\"");
    expect(Mistake::WrongBasis,
           "nothing overrides an objection for direct-care: only a statute or the public interest does",
           where("permission: \"not-needed\""));
    text = shippedAgreement("two-party");
    replaceFirst("confidentiality: \"implied-consent\"", "confidentiality: \"explicit-consent\"");
    expect(Mistake::WrongBasis, "direct-care rests on consent, so the clause requires permission",
           where("permission: \"objection-honoured\""));
    text = shippedAgreement("two-party");
    replaceFirst("confidentiality: \"implied-consent\"", "confidentiality: \"agreed-referral\"");
    expect(Mistake::WrongBasis, "agreement to a referral carries what that referral needs: addressed-referral alone",
           where("\"care-team\""));
}

TEST_F(AgreementTextTest, CarerPrivateMaterialIsNeverReleased) {
    replaceFirst("category: \"contact-note\"", "category: [\"contact-note\", \"carer-private\"]");
    expect(Mistake::CarerPrivate,
           "what is private to a carer goes to no other agency, and nobody is told that there is any",
           where("\"carer-private\""));
}

TEST_F(AgreementTextTest, DatesThatAreOverOrCannotBe) {
    against.now = WallTime{kNow.ms + 400LL * 24 * 3600 * 1000};
    expect(Mistake::ReviewOverdue, "its review is overdue", where("review:"), Severity::Warning);
    against.now = WallTime{kNow.ms + 800LL * 24 * 3600 * 1000};
    expect(Mistake::Expired, "it has expired", where("expires:"));
    against.now = kNow;
    replaceFirst("expires: \"2028-11-01\"", "expires: \"2026-02-30\"");
    expect(Mistake::WrongDates, "\"2026-02-30\" is not a date like 2026-12-01", where("expires:"));
    replaceFirst("expires: \"2026-02-30\"", "expires: \"2026-10-31\"");
    expect(Mistake::WrongDates, "it expires before it is effective", where("expires:"));
}

TEST_F(AgreementTextTest, ItIsForThesePartiesAndNoOthers) {
    against.agencies = {AgencyId{"council"}, AgencyId{"housing"}};
    expect(Mistake::OtherParty, "community_trust is not of this partnership", where("agency: \"community_trust\""));
    against.agencies.clear();
    replaceFirst("home: \"any\"", "home: [\"council\", \"housing\"]");
    expect(Mistake::UnknownParty, "housing is no party", where("\"housing\"]"));
}

TEST_F(AgreementTextTest, DirectCareForSomebodyWithoutProfessionalConfidentiality) {
    replaceFirst("kind: \"community-trust\" duty: \"professional\"", "kind: \"community-trust\" duty: \"contract\"");
    expect(Mistake::NoProfessionalDuty,
           "community nurse owes no professional confidentiality, and direct-care rests on implied consent",
           where("role: \"community nurse\""), Severity::Warning);
}

TEST_F(AgreementTextTest, FieldsAreOfTheClausesCategories) {
    replaceFirst("fields: \"all\"", "fields: [\"registration.alert\", \"registration.arrears_pence\"]");
    expect(Mistake::WrongField, "registration.arrears_pence is in finance, which the clause does not cover",
           where("\"registration.arrears_pence\""));
    text = shippedAgreement("two-party");
    replaceFirst("fields: \"all\"", "fields: \"registration.alrt\"");
    expect(Mistake::UnknownWord, "there is no field \"registration.alrt\"; did you mean \"registration.alert\"?",
           where("fields: \"registration.alrt\""));
    text = shippedAgreement("two-party");
    replaceFirst("  fields: \"all\"\n", "");
    expect(Mistake::Missing, "the clause does not say which fields: name them, \"all\" or \"nothing\"",
           where("clause {"));
}

TEST_F(AgreementTextTest, AnEmergencyIsOpenedByEmergencyAccessAloneAndIsSoonOver) {
    text = shippedAgreement("locality-partnership");
    replaceFirst("relationship: \"emergency\"", "relationship: [\"emergency\", \"care-team\"]");
    const auto words = "an emergency is opened by emergency access alone, and emergency access opens nothing else: the "
                       "purpose and the relationship go together";
    expect(Mistake::WrongBasis, words, where("\"emergency\", \"care-team\""));
    text = shippedAgreement("locality-partnership");
    replaceFirst("relationship: [\"care-team\", \"duty\"]", "relationship: [\"emergency\", \"duty\"]");
    expect(Mistake::WrongBasis, words, where("\"emergency\", \"duty\""));
    text = shippedAgreement("locality-partnership");
    replaceFirst("soft_hours: 4 hard_hours: 12", "soft_hours: 4 hard_hours: 36");
    expect(Mistake::WrongLease, "an emergency is over within a day", where("hard_hours: 36"));
}

TEST_F(AgreementTextTest, WhatIsMissingIsSaid) {
    struct Case {
        const char* line;
        const char* words;
        Mistake mistake;
    };
    constexpr Case kCases[] = {
        {"dpia: \"DPIA 2026/14, Saltmarsh Council\"\n",
         "there is no reference of the data protection impact assessment (dpia)", Mistake::Missing},
        {"  contact: \"information governance lead\"\n", "there is no word on whom to ask (contact)", Mistake::Missing},
        {"  home: \"any\"\n", "the clause does not say whose records: name the homes, or \"any\"", Mistake::Missing},
        {"  relationship: [\"care-team\", \"addressed-referral\"]\n",
         "the clause asks for no relationship: name those of which one is needed, or none-needed", Mistake::Missing},
        {" soft_hours: 72 hard_hours: 168", "the clause does not say how long a device keeps it without contact",
         Mistake::WrongLease},
    };
    for (const auto& one : kCases) {
        text = shippedAgreement("two-party");
        replaceFirst(one.line, "");
        const auto found = read();
        EXPECT_FALSE(found.agreement);
        ASSERT_FALSE(found.problems.empty()) << one.line;
        EXPECT_EQ(found.problems[0].words, one.words);
        EXPECT_EQ(found.problems[0].mistake, one.mistake);
    }
}

TEST_F(AgreementTextTest, EverythingIsFoundAtOnceInOrder) {
    replaceFirst("dpia: \"DPIA 2026/14, Saltmarsh Council\"\n", "");
    replaceFirst("soft_hours: 72 hard_hours: 168", "soft_hours: 200 hard_hours: 168");
    replaceFirst("id: \"T4\"", "id: \"T3\"");
    const auto found = read();
    ASSERT_EQ(found.problems.size(), 3U) << all(found);
    EXPECT_EQ(found.problems[0].mistake, Mistake::Missing);
    EXPECT_EQ(found.problems[1].mistake, Mistake::WrongLease);
    EXPECT_EQ(found.problems[2].mistake, Mistake::Repeated);
    EXPECT_LT(found.problems[1].line, found.problems[2].line);
}

TEST_F(AgreementTextTest, PolicyAndPartnershipAreNotMixed) {
    replaceFirst("receiver: \"council\"", "receiver: \"own-agency\"");
    expect(Mistake::WrongForm, "own workers are the agency's own policy's to decide about",
           where("receiver: \"own-agency\""));
    text = shippedAgreement("own-agency");
    replaceFirst("receiver: \"own-agency\"", "receiver: \"council\"");
    expect(Mistake::WrongForm, "a policy for own workers has own-agency as its receiver",
           where("receiver: \"council\""));
}

TEST_F(AgreementTextTest, HostileTextsAreRefusedCheaply) {
    for (const std::string_view hostile :
         {std::string_view{""}, std::string_view{"\xff\xfe"}, std::string_view{"clause { clause { clause {"},
          std::string_view{"id: \"a\0b\"", 9}, std::string_view{"version: 99999999999999"},
          std::string_view{"clause { soft_hours: -1 }"}, std::string_view{"<xml>"},
          std::string_view{"clause { soft_hours: 4000000000 }"}}) {
        const auto found = readAgreement(hostile, against);
        EXPECT_FALSE(found.agreement) << hostile;
        ASSERT_FALSE(found.problems.empty()) << hostile;
        EXPECT_GE(found.problems[0].line, 1);
        EXPECT_GE(found.problems[0].column, 1);
    }
    std::string deep;
    for (int n = 0; n < 100000; ++n) {
        deep += "clause {";
    }
    EXPECT_FALSE(readAgreement(deep, against).agreement);
    EXPECT_EQ(readAgreement(std::string(kMaxAgreementBytes + 1, ' '), against).problems[0].mistake, Mistake::TooLarge);
    std::string many = text;
    for (std::size_t n = 0; n <= kMaxClauses; ++n) {
        many +=
            "clause { id: \"X\" home: \"any\" receiver: \"council\" category: \"alerts\" purpose: \"direct-care\" "
            "relationship: \"duty\" permission: \"objection-honoured\" access: \"read\" when_withheld: \"silent\" }\n";
    }
    const auto found = readAgreement(many, against);
    ASSERT_EQ(found.problems.size(), 1U);
    EXPECT_EQ(found.problems[0].mistake, Mistake::TooLarge);
    // Every prefix of a good text is no agreement, or one, and never more than that.
    for (std::size_t size = 0; size < text.size(); size += 97) {
        (void)readAgreement(std::string_view{text}.substr(0, size), against);
    }
}

} // namespace
} // namespace frontsheet::sharing
