// A sharing agreement: the signed information-sharing protocol as a value. What an agency releases to whom is in its
// clauses; why it may, and who answers for it, is in the rest. Authored as text (sync/agreement), checked by
// agreement_check.h, made fit for deciding by compiled_agreement.h.
//
// Law: UK GDPR articles 6, 9, 26 and 28; Data Protection Act 2018, sections 10 and 11 and Schedule 1; the common law duty
// of confidentiality.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/record.h"
#include "core/domain/schema/field.h"

#include <cstdint>
#include <string>
#include <vector>

namespace frontsheet::sharing {

// Numbers of all enumerations here are in signed texts and logs for ever; never reused.

enum class AgencyKind : std::uint8_t {
    Council = 1,
    CommunityTrust = 2,
    MentalHealthTrust = 3,
    GpPractice = 4,
    Housing = 5,
    Voluntary = 6,
};

enum class ControllerRole : std::uint8_t {
    Independent = 1, // decides for itself why and how it uses what it gets
    Joint = 2,       // decides together with others (article 26: needs an arrangement)
    Processor = 3,   // only hosts for others and reads nothing for itself (article 28: needs a contract)
};

enum class Purpose : std::uint8_t {
    DirectCare = 1,
    Safeguarding = 2,
    AgreedReferral = 3, // to answer a referral that the person agreed to
    TenancySupport = 4,
    CarerSupport = 5,
    NeighbourhoodSupport = 6,
    Oversight = 7, // supervision, audit, rights requests: within one agency
    Emergency = 8, // opened with a typed reason for a few hours, and reviewed afterwards
};
inline constexpr std::size_t kPurposes = 8;

// UK GDPR article 6(1).
enum class Article6 : std::uint8_t {
    Consent = 1,                       // (a)
    Contract = 2,                      // (b)
    LegalObligation = 3,               // (c)
    VitalInterests = 4,                // (d)
    PublicTask = 5,                    // (e)
    LegitimateInterests = 6,           // (f)
    RecognisedLegitimateInterests = 7, // (ea), since the Data (Use and Access) Act 2025
};

// UK GDPR article 9(2).
enum class Article9 : std::uint8_t {
    ExplicitConsent = 1,           // (a)
    SocialProtectionLaw = 2,       // (b): needs a condition of Schedule 1, Part 1
    VitalInterests = 3,            // (c)
    SubstantialPublicInterest = 7, // (g): needs a condition of Schedule 1, Part 2
    HealthOrSocialCare = 8,        // (h): needs Part 1, and a duty of confidentiality (section 11)
    PublicHealth = 9,              // (i): needs Part 1
};

// Data Protection Act 2018, Schedule 1: the number is the paragraph's.
enum class Schedule1 : std::uint8_t {
    None = 0,
    SocialProtection = 1,              // Part 1
    HealthOrSocialCare = 2,            // Part 1
    PublicHealth = 3,                  // Part 1
    StatutoryPurposes = 6,             // Part 2
    DisabilitySupport = 16,            // Part 2
    Counselling = 17,                  // Part 2
    SafeguardingAtRisk = 18,           // Part 2
    SafeguardingEconomicWellBeing = 19 // Part 2
};

// What answers to the common law duty of confidentiality.
enum class ConfidentialityBasis : std::uint8_t {
    ImpliedConsent = 1,  // reasonable expectation within direct care; only between those with a professional duty
    ExplicitConsent = 2, // asked, said and recorded: its clauses require permission
    AgreedReferral = 3,  // the person agreed to this one referral, which says so: its clauses reach no further
    Statute = 4,         // a duty or power to share overrides it
    PublicInterest = 5,  // serious harm, weighed case by case
};

// What binds a worker of a role to keep what they read to themselves (Data Protection Act 2018, section 11(1)).
enum class ConfidentialityDuty : std::uint8_t {
    Professional = 1,      // a health or social work professional
    UnderProfessional = 2, // works under the responsibility of one
    Contract = 3,          // this agreement and an employment contract, nothing else
};

struct Party {
    AgencyId agency;
    std::string name;
    AgencyKind kind = AgencyKind::Council;
    ControllerRole role = ControllerRole::Independent;
    std::vector<AgencyId> processorFor; // whom it hosts; a controller may host others besides
    std::string arrangement;            // of a joint controller or of who hosts: where its contract is
    std::string contact;                // whom to ask: a post or a team, never only a person's name
    std::string contactPhone;
    std::string contactEmail;
};

enum class AuditRole : std::uint8_t { No, Yes };

// A role as in the directory and in certificates: "community nurse".
struct RoleTerms {
    std::string name;
    AgencyKind kind = AgencyKind::Council;
    ConfidentialityDuty duty = ConfidentialityDuty::Contract;
    AuditRole audit = AuditRole::No; // reads, at its own agency, what was entered in error
};

struct PurposeTerms {
    Purpose purpose = Purpose::DirectCare;
    std::string words; // what is done for this purpose
    std::vector<Article6> article6;
    std::vector<Article9> article9;
    std::vector<Schedule1> schedule1;
    std::vector<ConfidentialityBasis> confidentiality;
    std::string powers;         // Acts and sections that give the duty or power
    std::string policyDocument; // the appropriate policy document (Schedule 1, Part 4)
};

// What joins a worker to a person. A set of them, as bits.
enum class Relationship : std::uint8_t {
    CareTeam = 1,          // current membership at the record's home
    AddressedReferral = 2, // an open referral about the person, addressed to them
    PracticeList = 4,      // the person is on their practice's list
    Duty = 8, // the agency's directory has them on duty, whatever the hour, and a colleague has to do with the person
    Emergency = 16,   // emergency access to this person, opened with a reason and not ended yet
    NoneNeeded = 128, // in a clause: the role is enough. Nobody has it
};

class RelationshipSet {
public:
    constexpr RelationshipSet() = default;
    constexpr RelationshipSet(Relationship one) : m_bits(static_cast<std::uint8_t>(one)) {}
    [[nodiscard]] static constexpr RelationshipSet ofBits(std::uint8_t bits) {
        RelationshipSet set;
        set.m_bits = bits;
        return set;
    }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    [[nodiscard]] constexpr bool has(Relationship one) const { return (m_bits & static_cast<std::uint8_t>(one)) != 0; }
    [[nodiscard]] constexpr std::uint8_t bits() const { return m_bits; }
    friend constexpr RelationshipSet operator|(RelationshipSet a, RelationshipSet b) {
        return ofBits(static_cast<std::uint8_t>(a.m_bits | b.m_bits));
    }
    friend constexpr RelationshipSet operator&(RelationshipSet a, RelationshipSet b) {
        return ofBits(static_cast<std::uint8_t>(a.m_bits & b.m_bits));
    }
    [[nodiscard]] constexpr RelationshipSet without(Relationship one) const {
        return ofBits(static_cast<std::uint8_t>(m_bits & ~static_cast<std::uint8_t>(one)));
    }
    friend constexpr bool operator==(const RelationshipSet&, const RelationshipSet&) = default;

private:
    std::uint8_t m_bits = 0;
};

class PurposeSet {
public:
    constexpr PurposeSet() = default;
    constexpr PurposeSet(Purpose one) : m_bits(bit(one)) {}
    [[nodiscard]] static constexpr PurposeSet all() {
        PurposeSet set;
        set.m_bits = (1U << (kPurposes + 1)) - 2;
        return set;
    }
    [[nodiscard]] constexpr bool has(Purpose one) const { return (m_bits & bit(one)) != 0; }
    constexpr void add(Purpose one) { m_bits = static_cast<std::uint16_t>(m_bits | bit(one)); }
    friend constexpr bool operator==(const PurposeSet&, const PurposeSet&) = default;

private:
    static constexpr std::uint16_t bit(Purpose one) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(one));
    }
    std::uint16_t m_bits = 0;
};

enum class FieldChoice : std::uint8_t {
    Nothing = 1,       // releases no field: says, if announced, that there is something
    AllOfCategory = 2, // whatever the schema places in the category
    Only = 3,          // the listed ones
};

struct FieldRef {
    RecordType type = RecordType::Registration;
    FieldTag tag;
    friend auto operator<=>(const FieldRef&, const FieldRef&) = default;
};

enum class PermissionMode : std::uint8_t {
    NotNeeded = 1,          // neither permission nor objection changes anything
    ObjectionHonoured = 2,  // released unless the person objects
    PermissionRequired = 3, // released once the person has said yes, and has not objected
};

enum class Access : std::uint8_t { Read = 1, Contribute = 2 };
enum class WhenWithheld : std::uint8_t { Silent = 1, Announced = 2 };
enum class FurtherRelease : std::uint8_t { NotAllowed = 1, Allowed = 2 };

// How long a device without contact may show what it was given: past `soft` with a typed reason, past `hard` not at all.
// 0 hours hard: not limited by a clause.
struct Lease {
    std::uint16_t softHours = 0;
    std::uint16_t hardHours = 0;
    friend bool operator==(const Lease&, const Lease&) = default;
};

enum class Homes : std::uint8_t { Named = 1, Any = 2 };
enum class Receivers : std::uint8_t {
    OwnAgency = 1, // the home's own workers; in an own-agency policy alone
    Kind = 2,      // workers of another party of the kind
};

// One rule for a block of cells (home, receiver kind, role, category, purpose). Two clauses with a cell in common
// contradict each other, even when they say the same.
struct Clause {
    std::string id;    // letters, digits, '-': named in logs and to people
    std::string words; // what it is for
    Homes anyHome = Homes::Named;
    std::vector<AgencyId> homes; // of Homes::Named
    Receivers receivers = Receivers::Kind;
    AgencyKind receiverKind = AgencyKind::Council; // of Receivers::Kind
    std::vector<std::string> roles;
    std::vector<Category> categories;
    Purpose purpose = Purpose::DirectCare;
    FieldChoice choice = FieldChoice::Nothing;
    std::vector<FieldRef> only;
    RelationshipSet relationships; // one of them is needed; none given: reaches nobody
    PermissionMode permission = PermissionMode::PermissionRequired;
    Access access = Access::Read;
    Lease lease;
    WhenWithheld whenWithheld = WhenWithheld::Silent;
    FurtherRelease furtherRelease = FurtherRelease::NotAllowed;
};

enum class AgreementForm : std::uint8_t {
    Partnership = 1,
    // One agency's rule for its own workers. It has no parties and no partner's signature, and lapses with no partnership:
    // an agency must not be locked out of its own records because an agreement with others ran out.
    OwnAgencyPolicy = 2,
};

struct Agreement {
    std::string id; // the same in every version: letters, digits, '-'
    std::uint32_t version = 0;
    AgreementForm form = AgreementForm::Partnership;
    std::string title;
    std::vector<Party> parties;
    std::vector<RoleTerms> roles;
    std::vector<PurposeTerms> purposes;
    std::vector<Clause> clauses;
    std::string dpia;      // reference of the data protection impact assessment
    std::string rights;    // who answers access, rectification and objection requests, and how they are passed on
    std::string breach;    // whom to tell and in how many hours
    std::string ending;    // what happens to what was received when it ends
    std::string retention; // whose schedule holds
    WallTime effective;    // dates are midnight UTC
    WallTime review;
    WallTime expires; // the first day on which it no longer holds; a policy may have none
};

// Bounds of what is compiled, so that a hostile text costs little.
inline constexpr std::size_t kMaxParties = 64;
inline constexpr std::size_t kMaxRoles = 64;
inline constexpr std::size_t kMaxClauses = 2000;

} // namespace frontsheet::sharing
