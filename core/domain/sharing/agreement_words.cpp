#include "core/domain/sharing/agreement_words.h"

namespace frontsheet::sharing {

template <>
std::span<const Word<AgencyKind>> words() {
    static constexpr Word<AgencyKind> kWords[] = {
        {AgencyKind::Council, "council", "council"},
        {AgencyKind::CommunityTrust, "community-trust", "community health trust"},
        {AgencyKind::MentalHealthTrust, "mental-health-trust", "mental health trust"},
        {AgencyKind::GpPractice, "gp-practice", "GP practice"},
        {AgencyKind::Housing, "housing", "housing"},
        {AgencyKind::Voluntary, "voluntary", "voluntary organisation"},
    };
    return kWords;
}

template <>
std::span<const Word<ControllerRole>> words() {
    static constexpr Word<ControllerRole> kWords[] = {
        {ControllerRole::Independent, "independent", "independent controller"},
        {ControllerRole::Joint, "joint", "joint controller"},
        {ControllerRole::Processor, "processor", "processor"},
    };
    return kWords;
}

template <>
std::span<const Word<Purpose>> words() {
    static constexpr Word<Purpose> kWords[] = {
        {Purpose::DirectCare, "direct-care", "direct care and support"},
        {Purpose::Safeguarding, "safeguarding", "safeguarding"},
        {Purpose::AgreedReferral, "agreed-referral", "a referral the person agreed to"},
        {Purpose::TenancySupport, "tenancy-support", "support with a tenancy"},
        {Purpose::CarerSupport, "carer-support", "support of carers"},
        {Purpose::NeighbourhoodSupport, "neighbourhood-support", "help from neighbours and volunteers"},
        {Purpose::Oversight, "oversight", "supervision and audit within the agency"},
        {Purpose::Emergency, "emergency", "an emergency, with a reason and a review afterwards"},
    };
    return kWords;
}

template <>
std::span<const Word<Article6>> words() {
    static constexpr Word<Article6> kWords[] = {
        {Article6::Consent, "consent", "article 6(1)(a), consent"},
        {Article6::Contract, "contract", "article 6(1)(b), contract"},
        {Article6::LegalObligation, "legal-obligation", "article 6(1)(c), legal obligation"},
        {Article6::VitalInterests, "vital-interests", "article 6(1)(d), vital interests"},
        {Article6::PublicTask, "public-task", "article 6(1)(e), public task"},
        {Article6::LegitimateInterests, "legitimate-interests", "article 6(1)(f), legitimate interests"},
        {Article6::RecognisedLegitimateInterests, "recognised-legitimate-interests",
         "article 6(1)(ea), recognised legitimate interests"},
    };
    return kWords;
}

template <>
std::span<const Word<Article9>> words() {
    static constexpr Word<Article9> kWords[] = {
        {Article9::ExplicitConsent, "explicit-consent", "article 9(2)(a), explicit consent"},
        {Article9::SocialProtectionLaw, "social-protection-law", "article 9(2)(b), social protection law"},
        {Article9::VitalInterests, "vital-interests", "article 9(2)(c), vital interests"},
        {Article9::SubstantialPublicInterest, "substantial-public-interest",
         "article 9(2)(g), substantial public interest"},
        {Article9::HealthOrSocialCare, "health-or-social-care", "article 9(2)(h), health or social care"},
        {Article9::PublicHealth, "public-health", "article 9(2)(i), public health"},
    };
    return kWords;
}

template <>
std::span<const Word<Schedule1>> words() {
    static constexpr Word<Schedule1> kWords[] = {
        {Schedule1::SocialProtection, "social-protection", "Schedule 1, paragraph 1"},
        {Schedule1::HealthOrSocialCare, "health-or-social-care", "Schedule 1, paragraph 2"},
        {Schedule1::PublicHealth, "public-health", "Schedule 1, paragraph 3"},
        {Schedule1::StatutoryPurposes, "statutory-purposes", "Schedule 1, paragraph 6"},
        {Schedule1::DisabilitySupport, "disability-support", "Schedule 1, paragraph 16"},
        {Schedule1::Counselling, "counselling", "Schedule 1, paragraph 17"},
        {Schedule1::SafeguardingAtRisk, "safeguarding-at-risk", "Schedule 1, paragraph 18"},
        {Schedule1::SafeguardingEconomicWellBeing, "safeguarding-economic-well-being", "Schedule 1, paragraph 19"},
    };
    return kWords;
}

template <>
std::span<const Word<ConfidentialityBasis>> words() {
    static constexpr Word<ConfidentialityBasis> kWords[] = {
        {ConfidentialityBasis::ImpliedConsent, "implied-consent", "implied consent within direct care"},
        {ConfidentialityBasis::ExplicitConsent, "explicit-consent", "explicit consent"},
        {ConfidentialityBasis::AgreedReferral, "agreed-referral", "the person's agreement to the referral"},
        {ConfidentialityBasis::Statute, "statute", "a statutory duty or power"},
        {ConfidentialityBasis::PublicInterest, "public-interest", "overriding public interest"},
    };
    return kWords;
}

template <>
std::span<const Word<ConfidentialityDuty>> words() {
    static constexpr Word<ConfidentialityDuty> kWords[] = {
        {ConfidentialityDuty::Professional, "professional", "a health or social work professional"},
        {ConfidentialityDuty::UnderProfessional, "under-professional", "works under a professional's responsibility"},
        {ConfidentialityDuty::Contract, "contract", "bound by contract alone"},
    };
    return kWords;
}

template <>
std::span<const Word<Relationship>> words() {
    static constexpr Word<Relationship> kWords[] = {
        {Relationship::CareTeam, "care-team", "care team"},
        {Relationship::AddressedReferral, "addressed-referral", "referral addressed to them"},
        {Relationship::PracticeList, "practice-list", "practice list"},
        {Relationship::Duty, "duty", "on duty"},
        {Relationship::Emergency, "emergency", "emergency access"},
        {Relationship::NoneNeeded, "none-needed", "everybody in the role"},
    };
    return kWords;
}

template <>
std::span<const Word<PermissionMode>> words() {
    static constexpr Word<PermissionMode> kWords[] = {
        {PermissionMode::NotNeeded, "not-needed", "always"},
        {PermissionMode::ObjectionHonoured, "objection-honoured", "unless the person objects"},
        {PermissionMode::PermissionRequired, "permission-required", "if the person permits"},
    };
    return kWords;
}

template <>
std::span<const Word<Access>> words() {
    static constexpr Word<Access> kWords[] = {
        {Access::Read, "read", "reads"},
        {Access::Contribute, "contribute", "reads and adds"},
    };
    return kWords;
}

template <>
std::span<const Word<WhenWithheld>> words() {
    static constexpr Word<WhenWithheld> kWords[] = {
        {WhenWithheld::Silent, "silent", "silent when withheld"},
        {WhenWithheld::Announced, "announced", "said when withheld"},
    };
    return kWords;
}

template <>
std::span<const Word<FurtherRelease>> words() {
    static constexpr Word<FurtherRelease> kWords[] = {
        {FurtherRelease::NotAllowed, "not-allowed", "not to be passed on"},
        {FurtherRelease::Allowed, "allowed", "may be passed on"},
    };
    return kWords;
}

template <>
std::span<const Word<AgreementForm>> words() {
    static constexpr Word<AgreementForm> kWords[] = {
        {AgreementForm::Partnership, "partnership", "agreement between agencies"},
        {AgreementForm::OwnAgencyPolicy, "own-agency-policy", "an agency's rule for its own workers"},
    };
    return kWords;
}

template <>
std::span<const Word<Category>> words() {
    static constexpr Word<Category> kWords[] = {
        {Category::Identity, "identity", "who the person is"},
        {Category::ContactDetails, "contact-details", "how to reach them"},
        {Category::HomeAccess, "home-access", "how to get into the home"},
        {Category::Involvement, "involvement", "who is involved"},
        {Category::Wishes, "wishes", "what matters to them"},
        {Category::Alerts, "alerts", "risks and alerts"},
        {Category::CarePlan, "care-plan", "care plan"},
        {Category::FunctionalAssessment, "functional-assessment", "what they can do"},
        {Category::HealthSummary, "health-summary", "health"},
        {Category::MentalHealth, "mental-health", "mental health"},
        {Category::SubstanceUse, "substance-use", "alcohol and drugs"},
        {Category::Safeguarding, "safeguarding", "safeguarding"},
        {Category::LegalStatus, "legal-status", "legal status"},
        {Category::Housing, "housing", "housing"},
        {Category::Finance, "finance", "money"},
        {Category::Carer, "carer", "the carer"},
        {Category::CarerPrivate, "carer-private", "private to the carer"},
        {Category::Placement, "placement", "placements"},
        {Category::ContactNote, "contact-note", "notes of contacts"},
        {Category::Referral, "referral", "referrals"},
        {Category::Conference, "conference", "conferences"},
        {Category::Directory, "directory", "directory"},
    };
    return kWords;
}

} // namespace frontsheet::sharing
