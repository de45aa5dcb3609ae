#include "tests/core/domain/sharing/random_sharing.h"

#include "core/domain/schema/record_schema.h"
#include "tests/support/sample_records.h"

#include <algorithm>

namespace frontsheet::sharing {

namespace {

struct Agency {
    const char* code;
    AgencyKind kind;
};
constexpr Agency kAgencies[] = {{"council", AgencyKind::Council},
                                {"trust", AgencyKind::CommunityTrust},
                                {"trust_two", AgencyKind::CommunityTrust},
                                {"housing", AgencyKind::Housing}};

struct Role {
    const char* name;
    AgencyKind kind;
    AuditRole audit;
};
constexpr Role kRoles[] = {{"assessor", AgencyKind::Council, AuditRole::No},
                           {"governance lead", AgencyKind::Council, AuditRole::Yes},
                           {"nurse", AgencyKind::CommunityTrust, AuditRole::No},
                           {"worker", AgencyKind::CommunityTrust, AuditRole::No},
                           {"worker", AgencyKind::Housing, AuditRole::No}};
constexpr const char* kRoleNames[] = {"assessor", "governance lead", "nurse", "worker", "gardener"};

// Those of the record types' own fields and a few more, so that most cells mean something.
constexpr Category kCategories[] = {Category::Identity,     Category::ContactDetails, Category::HomeAccess,
                                    Category::Involvement,  Category::Alerts,         Category::ContactNote,
                                    Category::MentalHealth, Category::CarerPrivate,   Category::Referral,
                                    Category::Placement,    Category::Finance};
constexpr RecordType kTypes[] = {
    RecordType::Registration,     RecordType::Registration,    RecordType::ContactNote,
    RecordType::ContactNote,      RecordType::Placement,       RecordType::Referral,
    RecordType::PersonLink,       RecordType::ReceivedCopy,    RecordType::PermissionStatement,
    RecordType::PermissionNotice, RecordType::ObjectionReview, RecordType::EmergencyAccess,
    RecordType::Worker,           static_cast<RecordType>(99)};

bool overlap(const Clause& a, const Clause& b) {
    const auto meet = [](const auto& left, const auto& right) {
        return std::any_of(left.begin(), left.end(),
                           [&](const auto& one) { return std::find(right.begin(), right.end(), one) != right.end(); });
    };
    const bool homes = a.anyHome == Homes::Any || b.anyHome == Homes::Any || meet(a.homes, b.homes) ||
                       a.receivers == Receivers::OwnAgency;
    return homes && a.receiverKind == b.receiverKind && a.purpose == b.purpose && meet(a.roles, b.roles) &&
           meet(a.categories, b.categories);
}

} // namespace

AgreementsInForce RandomCase::compiled() const {
    std::vector<CompiledAgreement> out;
    for (const auto& active : agreements) {
        AgreementStanding agreed{active.bound, {}, {}};
        for (const auto& stop : active.stops) {
            agreed.suspensions.push_back({stop.by, stop.clauses});
        }
        auto compiled = CompiledAgreement::of(active.agreement, agreed);
        if (!compiled) {
            throw std::logic_error(frontsheet::describe(compiled.error()));
        }
        out.push_back(std::move(compiled).value());
    }
    return AgreementsInForce::of(std::move(out)).value();
}

naive::Answer RandomCase::decidedNaively() const {
    return naive::decide(viewer(), record(), agreements, statements, now);
}

Category RandomSharing::category() { return kCategories[below(std::size(kCategories))]; }

Clause RandomSharing::clause(AgreementForm form, const std::string& id) {
    Clause clause;
    clause.id = id;
    if (form == AgreementForm::OwnAgencyPolicy) {
        clause.receivers = Receivers::OwnAgency;
    } else {
        clause.receiverKind = kAgencies[below(std::size(kAgencies))].kind;
        clause.anyHome = oneIn(2) ? Homes::Any : Homes::Named;
        for (const auto& agency : kAgencies) {
            if (clause.anyHome == Homes::Named && oneIn(2)) {
                clause.homes.emplace_back(agency.code);
            }
        }
    }
    for (const auto* role : kRoleNames) {
        if (!oneIn(4)) {
            clause.roles.emplace_back(role);
        }
    }
    const bool wide = oneIn(4);
    for (const auto category : kCategories) {
        if (wide ? !oneIn(8) : oneIn(4)) {
            clause.categories.push_back(category);
        }
    }
    clause.purpose = static_cast<Purpose>(1 + below(3));
    clause.choice = oneIn(6) ? FieldChoice::Nothing : oneIn(3) ? FieldChoice::Only : FieldChoice::AllOfCategory;
    const std::size_t sparse = oneIn(2) ? 2 : 10;
    for (const auto& schema : allSchemas()) {
        for (const auto& field : schema.fields) {
            if (clause.choice == FieldChoice::Only && oneIn(sparse)) {
                clause.only.push_back({schema.type, field.tag});
            }
        }
    }
    clause.relationships = RelationshipSet::ofBits(static_cast<std::uint8_t>(oneIn(3) ? below(32) : 31));
    if (oneIn(3)) {
        clause.relationships = clause.relationships | Relationship::NoneNeeded;
    }
    clause.permission = static_cast<PermissionMode>(1 + below(3));
    clause.access = static_cast<Access>(1 + below(2));
    clause.lease = {static_cast<std::uint16_t>(below(4) * 12), static_cast<std::uint16_t>(below(4) * 24)};
    clause.whenWithheld = static_cast<WhenWithheld>(1 + below(2));
    clause.furtherRelease = static_cast<FurtherRelease>(1 + below(2));
    return clause;
}

naive::ActiveAgreement RandomSharing::agreement(AgreementForm form, const std::string& id, WallTime now) {
    naive::ActiveAgreement active;
    active.agreement.id = id;
    active.agreement.form = form;
    for (const auto& role : kRoles) {
        if (!oneIn(8)) {
            active.agreement.roles.push_back({role.name, role.kind, ConfidentialityDuty::Professional, role.audit});
        }
    }
    for (const auto& agency : kAgencies) {
        if (form == AgreementForm::Partnership && !oneIn(8)) {
            Party party;
            party.agency = AgencyId{agency.code};
            party.kind = agency.kind;
            party.role = oneIn(20) ? ControllerRole::Processor : ControllerRole::Independent;
            active.agreement.parties.push_back(party);
            if (!oneIn(12)) {
                active.bound.push_back(party.agency);
            }
        }
    }
    for (std::size_t n = 0, wanted = 2 + below(10); n < wanted; ++n) {
        Clause made = clause(form, "C" + std::to_string(n));
        std::erase_if(made.homes, [&](const AgencyId& home) {
            return std::none_of(active.agreement.parties.begin(), active.agreement.parties.end(),
                                [&](const Party& party) { return party.agency == home; });
        });
        // What an earlier clause covers already is left to it.
        std::erase_if(made.categories, [&](Category category) {
            Clause alone = made;
            alone.categories = {category};
            return std::any_of(active.agreement.clauses.begin(), active.agreement.clauses.end(),
                               [&](const Clause& earlier) { return overlap(earlier, alone); });
        });
        if (!made.categories.empty()) {
            active.agreement.clauses.push_back(std::move(made));
        }
    }
    std::shuffle(active.agreement.clauses.begin(), active.agreement.clauses.end(), m_chance);
    active.agreement.effective = oneIn(10) ? now + std::chrono::hours{1} : now;
    active.agreement.expires = oneIn(10) ? now : oneIn(2) ? WallTime{} : now + std::chrono::hours{1};
    if (oneIn(6)) {
        active.stops.push_back({AgencyId{kAgencies[below(std::size(kAgencies))].code},
                                oneIn(2) ? std::vector<std::string>{} : std::vector<std::string>{"C0", "C2"}});
    }
    return active;
}

PermissionStatement RandomSharing::statement(StatementKind kind, WallTime now) {
    PermissionStatement said;
    said.kind = kind;
    said.person.bytes[0] = oneIn(12) ? 0 : 1;
    said.askedAt = now + std::chrono::hours{-static_cast<int>(below(4))};
    said.askedBy = WorkerId{oneIn(12) ? "" : "W001"};
    said.askedByAgency = AgencyId{"council"};
    said.givenBy = static_cast<GivenBy>(1 + below(3));
    said.authority = oneIn(3) ? "" : "7000 1234";
    said.capacity = oneIn(4) ? Capacity::BestInterests : Capacity::Presumed;
    said.decidedBy = WorkerId{oneIn(2) ? "" : "W002"};
    said.decidedWhy = "she was calmer with it";
    if (oneIn(2)) {
        said.home = AgencyId{kAgencies[below(std::size(kAgencies))].code};
    }
    if (oneIn(2)) {
        said.receiver = AgencyId{kAgencies[below(std::size(kAgencies))].code};
    }
    if (oneIn(3)) {
        said.category = category();
    }
    if (oneIn(3)) {
        said.purpose = static_cast<Purpose>(1 + below(3));
    }
    if (oneIn(4)) {
        said.from = now + std::chrono::hours{static_cast<int>(below(3)) - 1};
    }
    if (oneIn(4)) {
        said.until = now + std::chrono::hours{static_cast<int>(below(3)) - 1};
    }
    if (oneIn(4)) {
        said.withdrawnAt = now + std::chrono::hours{static_cast<int>(below(3)) - 1};
    }
    if (kind == StatementKind::RestrictedLocation) {
        said.category.reset();
        if (!oneIn(4)) {
            said.readers.push_back({AgencyId{kAgencies[below(std::size(kAgencies))].code}, WorkerId{"W001"}});
        }
        if (!oneIn(4)) {
            said.visits.push_back(
                {WorkerId{oneIn(4) ? "W002" : "W001"}, now + std::chrono::hours{static_cast<int>(below(18)) - 5}});
        }
    }
    return said;
}

std::optional<RandomSharing::ClauseAt> RandomSharing::someClause(const RandomCase& of) {
    if (of.agreements.empty()) {
        return std::nullopt;
    }
    ClauseAt at{below(of.agreements.size()), 0};
    const auto& clauses = of.agreements[at.agreement].agreement.clauses;
    if (clauses.empty()) {
        return std::nullopt;
    }
    at.clause = below(clauses.size());
    return at;
}

RandomCase RandomSharing::next() {
    RandomCase out;
    out.now = kFridayMorning;
    if (!oneIn(10)) {
        out.agreements.push_back(agreement(AgreementForm::Partnership, "locality", out.now));
    }
    if (oneIn(3)) {
        out.agreements.push_back(agreement(AgreementForm::Partnership, "another", out.now));
    }
    if (!oneIn(10)) {
        out.agreements.push_back(agreement(AgreementForm::OwnAgencyPolicy, "own", out.now));
    }
    out.home = AgencyId{kAgencies[below(std::size(kAgencies))].code};
    out.principal.agency = oneIn(3) ? out.home : AgencyId{kAgencies[below(std::size(kAgencies))].code};
    out.principal.agency = oneIn(40) ? AgencyId{} : out.principal.agency;
    out.principal.worker = oneIn(40) ? WorkerId{} : WorkerId{"W001"};
    out.principal.role = kRoleNames[below(std::size(kRoleNames))];
    for (const auto& role : kRoles) {
        const bool theirs = std::any_of(std::begin(kAgencies), std::end(kAgencies), [&](const Agency& agency) {
            return out.principal.agency.str() == agency.code && agency.kind == role.kind;
        });
        if (theirs && oneIn(2)) {
            out.principal.role = role.name;
        }
    }
    for (int number = 1; number <= 3; ++number) {
        if (!oneIn(3)) {
            out.purposes.add(static_cast<Purpose>(number));
        }
    }
    out.relationships = RelationshipSet::ofBits(static_cast<std::uint8_t>(below(32)));
    out.type = kTypes[below(std::size(kTypes))];
    const RecordSchema* schema = schemaOf(out.type);
    out.category = schema != nullptr && !oneIn(3) ? schema->category : category();
    out.category = oneIn(40) ? static_cast<Category>(200) : out.category; // of a newer program, or of a hostile one
    out.standing = oneIn(4) ? static_cast<Standing>(below(4)) : Standing::Plain;
    out.addressing =
        out.type == RecordType::Referral ? static_cast<Addressing>(1 + below(2)) : Addressing::NotOfAReferral;
    if (out.type == RecordType::Referral && oneIn(6)) {
        out.category = Category::Safeguarding;
        out.following = Following::OwnConcern;
    }
    out.asking = oneIn(5) ? Asking::OfViewer : Asking::NotOfViewer;
    out.authorAgency = oneIn(2) ? out.principal.agency : out.home;
    out.author = WorkerId{oneIn(3) ? "W001" : "W002"};
    if (oneIn(5)) {
        out.readers.push_back({AgencyId{kAgencies[below(std::size(kAgencies))].code}, WorkerId{"W001"}});
    }
    for (std::size_t n = below(4); n > 0; --n) {
        out.statements.push_back(statement(oneIn(4) ? StatementKind::Objection : StatementKind::Permission, out.now));
    }
    if (oneIn(8)) {
        out.statements.push_back(statement(StatementKind::RestrictedLocation, out.now));
    }
    return out;
}

} // namespace frontsheet::sharing
