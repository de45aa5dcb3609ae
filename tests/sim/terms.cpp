#include "tests/sim/terms.h"

#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/registration.h"

#include <algorithm>

namespace frontsheet::sim {

namespace {

using namespace sharing;

RelationshipSet careTeam() { return Relationship::CareTeam; }
RelationshipSet joinedAtAll() {
    return RelationshipSet{Relationship::CareTeam} | RelationshipSet{Relationship::AddressedReferral};
}

Clause clauseOf(std::string id, std::vector<Category> categories, RelationshipSet relationships) {
    Clause clause;
    clause.id = std::move(id);
    clause.words = "as agreed";
    clause.roles = kRoles;
    clause.categories = std::move(categories);
    clause.choice = FieldChoice::AllOfCategory;
    clause.relationships = relationships;
    clause.permission = PermissionMode::NotNeeded;
    clause.access = Access::Contribute;
    clause.lease = {72, 168};
    clause.anyHome = Homes::Any;
    return clause;
}

Agreement policy() {
    Agreement policy;
    policy.id = "policy";
    policy.version = 1;
    policy.form = AgreementForm::OwnAgencyPolicy;
    policy.effective = WallTime{1};
    for (const auto& role : kRoles) {
        policy.roles.push_back({role, AgencyKind::Council, ConfidentialityDuty::Professional, AuditRole::No});
    }
    policy.roles.push_back({kAuditor, AgencyKind::Council, ConfidentialityDuty::Professional, AuditRole::Yes});
    const auto own = [&policy](Clause clause) {
        clause.receivers = Receivers::OwnAgency;
        policy.clauses.push_back(std::move(clause));
    };
    std::vector<Category> open;
    for (auto n = static_cast<int>(Category::Identity); n <= static_cast<int>(Category::Conference); ++n) {
        if (static_cast<Category>(n) != Category::MentalHealth && static_cast<Category>(n) != Category::CarerPrivate) {
            open.push_back(static_cast<Category>(n));
        }
    }
    own(clauseOf("OWN", open, Relationship::NoneNeeded));
    // Of what is filed under mental health only the care team learns, colleagues too, and who is on duty for them.
    auto careful = clauseOf("OWN-mh", {Category::MentalHealth}, careTeam() | RelationshipSet{Relationship::Duty});
    careful.whenWithheld = WhenWithheld::Announced;
    own(std::move(careful));
    auto audit = clauseOf("OWN-audit", open, Relationship::NoneNeeded);
    audit.categories.push_back(Category::MentalHealth);
    audit.roles = {kAuditor};
    audit.access = Access::Read;
    audit.purpose = Purpose::Oversight;
    own(std::move(audit));
    return policy;
}

const CompiledAgreement& compiledPolicy() {
    static const CompiledAgreement compiled = CompiledAgreement::of(policy(), {}).value();
    return compiled;
}

} // namespace

HomeTerms::HomeTerms(AgencyId home) : m_home(std::move(home)) { build(); }

Agreement HomeTerms::partnership() const {
    Agreement agreement;
    agreement.id = "together";
    agreement.version = m_version;
    agreement.effective = m_effective;
    agreement.expires = m_expires;
    for (const auto& [code, kind] : kAgencies) {
        Party party;
        party.agency = AgencyId{code};
        party.kind = kind;
        agreement.parties.push_back(party);
        for (const auto& role : kRoles) {
            agreement.roles.push_back({role, kind, ConfidentialityDuty::Professional, AuditRole::No});
        }
        const auto add = [&, name = std::string{code}, kind = kind](const char* id, Clause clause) {
            clause.id = name + id;
            clause.receiverKind = kind;
            clause.lease = clause.purpose == Purpose::Emergency ? Lease{4, 12} : m_lease;
            if (m_dropped.contains(clause.id)) {
                return;
            }
            if (m_readOnly.contains(clause.id)) {
                clause.access = Access::Read;
            }
            if (m_narrowed.contains(clause.id)) {
                clause.choice = FieldChoice::Only;
                clause.only = {{RecordType::Registration, registration::kFamilyName.tag},
                               {RecordType::Registration, registration::kFrailty.tag},
                               {RecordType::ContactNote, contact_note::kText.tag},
                               {RecordType::ContactNote, contact_note::kState.tag},
                               {RecordType::ContactNote, contact_note::kAuthor.tag}};
            }
            agreement.clauses.push_back(std::move(clause));
        };
        add("-who", clauseOf({}, {Category::Identity, Category::ContactDetails, Category::Referral}, joinedAtAll()));
        auto notes = clauseOf({}, {Category::ContactNote, Category::Involvement, Category::Wishes},
                              careTeam() | RelationshipSet{Relationship::PracticeList});
        notes.permission = PermissionMode::ObjectionHonoured;
        notes.whenWithheld = WhenWithheld::Announced;
        add("-notes", std::move(notes));
        add("-team",
            clauseOf({}, {Category::Alerts, Category::HomeAccess, Category::FunctionalAssessment, Category::Placement},
                     careTeam()));
        auto mind = clauseOf({}, {Category::MentalHealth}, careTeam());
        mind.permission = PermissionMode::PermissionRequired;
        mind.whenWithheld = WhenWithheld::Announced;
        add("-mind", std::move(mind));
        auto urgent =
            clauseOf({}, {Category::Identity, Category::Alerts, Category::ContactNote, Category::MentalHealth},
                     Relationship::Emergency);
        urgent.purpose = Purpose::Emergency;
        urgent.access = Access::Read;
        add("-urgent", std::move(urgent));
    }
    return agreement;
}

void HomeTerms::build() {
    AgreementStanding standing;
    for (const auto& agency : kAgencies) {
        standing.bound.emplace_back(agency.code);
    }
    naive::ActiveAgreement authored{partnership(), standing.bound, {}};
    if (m_allStopped || !m_suspended.empty()) {
        std::vector<std::string> clauses;
        for (const auto& clause : authored.agreement.clauses) {
            if (m_suspended.contains(clause.id)) {
                clauses.push_back(clause.id);
            }
        }
        if (m_allStopped || !clauses.empty()) {
            clauses = m_allStopped ? std::vector<std::string>{} : clauses;
            standing.suspensions.push_back({m_home, clauses});
            authored.stops.push_back({m_home, clauses});
        }
    }
    auto made = std::make_shared<SharingInForce>();
    std::vector<CompiledAgreement> all{compiledPolicy()};
    all.push_back(CompiledAgreement::of(authored.agreement, std::move(standing)).value());
    made->agreements = AgreementsInForce::of(std::move(all)).value();
    made->practices = m_practices;
    m_compiled = std::move(made);
    m_authored = {naive::ActiveAgreement{policy(), {}, {}}, std::move(authored)};
}

std::string HomeTerms::change(Chance& chance, WallTime now) {
    ++m_version;
    static const std::vector<std::string> kSuffixes{"-who", "-notes", "-team", "-mind", "-urgent"};
    const std::string clause = std::string{kAgencies[chance.below(3)].code} + chance.pick(kSuffixes);
    const auto turn = [&clause](std::set<std::string>& in, const char* on, const char* off) {
        const bool was = in.erase(clause) != 0;
        if (!was) {
            in.insert(clause);
        }
        return std::string{was ? off : on} + " " + clause;
    };
    std::string words;
    switch (chance.below(9)) {
    case 8: {
        const AgencyId agency{kAgencies[chance.below(3)].code};
        words = m_practices.contains(agency) ? "calls no practice" : "calls a practice";
        words += " " + agency.str();
        if (m_practices.erase(agency) == 0) {
            m_practices[agency] = chance.pick(kPractices);
        }
        break;
    }
    case 0:
        words = turn(m_suspended, "suspends", "lifts the suspension of");
        break;
    case 1:
        words = turn(m_dropped, "drops", "takes up again");
        break;
    case 2:
    case 3:
        words = turn(m_narrowed, "narrows", "widens");
        break;
    case 4:
        words = turn(m_readOnly, "makes read-only", "lets contribute under");
        break;
    case 5:
        m_expires = m_expires.isKnown() ? WallTime{} : now + std::chrono::hours{chance.between(1, 96)};
        words = m_expires.isKnown() ? "sets an end to the agreement" : "renews the agreement";
        break;
    case 6:
        m_lease = chance.oneIn(2) ? Lease{72, 168} : Lease{4, 12};
        words = "sets leases of " + std::to_string(m_lease.softHours) + " hours";
        break;
    default:
        m_allStopped = !m_allStopped && chance.oneIn(2);
        words = m_allStopped ? "stops the whole agreement" : "lets the agreement stand";
        break;
    }
    build();
    return words;
}

} // namespace frontsheet::sim
