#include "tests/sync/server/open_agreement.h"

namespace frontsheet::test {

namespace {

using namespace sharing;

const std::vector<std::string> kRoles{"worker",       "community nurse", "social work assessor",
                                      "duty officer", "housing officer", "governance lead"};

std::vector<Category> categories(Category first, Category last) {
    std::vector<Category> out;
    for (auto n = static_cast<int>(first); n <= static_cast<int>(last); ++n) {
        if (static_cast<Category>(n) != Category::CarerPrivate) {
            out.push_back(static_cast<Category>(n));
        }
    }
    return out;
}

Clause clauseOf(std::string id, std::vector<Category> categories, RelationshipSet relationships) {
    Clause clause;
    clause.id = std::move(id);
    clause.words = "everything";
    clause.roles = kRoles;
    clause.categories = std::move(categories);
    clause.choice = FieldChoice::AllOfCategory;
    clause.relationships = relationships;
    clause.permission = PermissionMode::NotNeeded;
    clause.access = Access::Contribute;
    clause.lease = {72, 168};
    return clause;
}

CompiledAgreement policy() {
    Agreement policy;
    policy.id = "open-policy";
    policy.version = 1;
    policy.form = AgreementForm::OwnAgencyPolicy;
    policy.effective = WallTime{1};
    for (const auto& role : kRoles) {
        policy.roles.push_back({role, AgencyKind::Council, ConfidentialityDuty::Professional, AuditRole::No});
    }
    auto all = categories(Category::Identity, Category::Conference);
    all.push_back(Category::CarerPrivate);
    policy.clauses.push_back(clauseOf("OWN", std::move(all), Relationship::NoneNeeded));
    policy.clauses.back().receivers = Receivers::OwnAgency;
    return CompiledAgreement::of(std::move(policy), {}).value();
}

CompiledAgreement partnership(const std::function<void(Agreement&)>& change) {
    const std::pair<const char*, AgencyKind> parties[] = {
        {"council", AgencyKind::Council}, {"trust", AgencyKind::CommunityTrust}, {"housing", AgencyKind::Housing}};
    Agreement agreement;
    agreement.id = "open";
    agreement.version = 1;
    agreement.effective = WallTime{1};
    AgreementStanding standing;
    const auto joined = RelationshipSet{Relationship::CareTeam} | RelationshipSet{Relationship::AddressedReferral};
    for (const auto& [code, kind] : parties) {
        Party party;
        party.agency = AgencyId{code};
        party.kind = kind;
        agreement.parties.push_back(party);
        standing.bound.push_back(party.agency);
        for (const auto& role : kRoles) {
            agreement.roles.push_back({role, kind, ConfidentialityDuty::Professional, AuditRole::No});
        }
        const auto add = [&agreement, kind = kind, name = std::string{code}](const char* id, Clause clause) {
            clause.id = name + id;
            clause.anyHome = Homes::Any;
            clause.receiverKind = kind;
            agreement.clauses.push_back(std::move(clause));
        };
        add("-who", clauseOf({}, {Category::Identity, Category::ContactDetails, Category::Referral}, joined));
        auto rest = categories(Category::HomeAccess, Category::Conference);
        std::erase(rest, Category::Referral);
        add("-team", clauseOf({}, std::move(rest), Relationship::CareTeam));
    }
    change(agreement);
    return CompiledAgreement::of(std::move(agreement), std::move(standing)).value();
}

} // namespace

std::shared_ptr<const SharingInForce> openSharingBut(const std::function<void(Agreement&)>& change) {
    auto sharing = std::make_shared<SharingInForce>();
    std::vector<CompiledAgreement> all;
    all.push_back(policy());
    all.push_back(partnership(change));
    sharing->agreements = AgreementsInForce::of(std::move(all)).value();
    return sharing;
}

std::shared_ptr<const SharingInForce> openSharing() {
    static const auto kOpen = openSharingBut([](Agreement&) {});
    return kOpen;
}

} // namespace frontsheet::test
