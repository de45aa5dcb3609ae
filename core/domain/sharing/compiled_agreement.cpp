#include "core/domain/sharing/compiled_agreement.h"

#include "core/domain/schema/record_schema.h"

#include <algorithm>

namespace frontsheet::sharing {

namespace {

constexpr std::size_t kPurposeSlots = kPurposes + 1; // 0 is no purpose

std::size_t typePosition(RecordType type) {
    const auto schemas = allSchemas();
    const auto at = std::find_if(schemas.begin(), schemas.end(), [&](const auto& s) { return s.type == type; });
    return static_cast<std::size_t>(at - schemas.begin());
}

bool isKnown(Category category) { return category >= Category::Identity && category <= Category::Directory; }
bool isKnown(Purpose purpose) {
    return purpose >= Purpose::DirectCare && static_cast<std::size_t>(purpose) <= kPurposes;
}

} // namespace

Result<CompiledAgreement> CompiledAgreement::of(Agreement agreement, AgreementStanding standing) {
    if (agreement.parties.size() > kMaxParties || agreement.roles.size() > kMaxRoles ||
        agreement.clauses.size() > kMaxClauses) {
        return {ErrorCode::TooLarge, "parties, roles or clauses of an agreement"};
    }
    CompiledAgreement out;
    // One order whatever the text's, so that a decision cannot depend on it.
    std::sort(agreement.parties.begin(), agreement.parties.end(),
              [](const Party& a, const Party& b) { return a.agency < b.agency; });
    std::sort(agreement.roles.begin(), agreement.roles.end(), [](const RoleTerms& a, const RoleTerms& b) {
        return std::tie(a.name, a.kind) < std::tie(b.name, b.kind);
    });
    std::sort(agreement.clauses.begin(), agreement.clauses.end(),
              [](const Clause& a, const Clause& b) { return a.id < b.id; });
    out.m_agreement = std::move(agreement);
    out.m_hash = std::move(standing.hash);
    const auto& parties = out.m_agreement.parties;
    for (std::size_t at = 0; at < parties.size(); ++at) {
        const std::uint64_t bit = std::uint64_t{1} << at;
        if (std::find(standing.bound.begin(), standing.bound.end(), parties[at].agency) != standing.bound.end()) {
            out.m_bound |= bit;
        }
        if (parties[at].role == ControllerRole::Processor) {
            out.m_processors |= bit;
        }
    }
    const std::size_t homes = out.isPolicy() ? 1 : parties.size();
    out.m_cells.assign(homes * out.m_agreement.roles.size() * kCategories * kPurposeSlots, kNone);
    for (std::size_t at = 0; at < out.m_agreement.clauses.size(); ++at) {
        FS_TRY(out.addClause(static_cast<std::uint16_t>(at), standing));
    }
    return out;
}

Result<void> CompiledAgreement::addClause(std::uint16_t source, const AgreementStanding& standing) {
    const Clause& from = m_agreement.clauses[source];
    CompiledClause clause;
    clause.source = source;
    clause.relationships = from.relationships;
    clause.choice = from.choice;
    clause.permission = from.permission;
    clause.access = from.access;
    clause.whenWithheld = from.whenWithheld;
    clause.furtherRelease = from.furtherRelease;
    clause.lease = from.lease;
    for (const auto& suspension : standing.suspensions) {
        const auto& ids = suspension.clauses;
        const auto party = partyOf(suspension.by);
        if (party != kNone && (ids.empty() || std::find(ids.begin(), ids.end(), from.id) != ids.end())) {
            clause.suspendedBy |= std::uint64_t{1} << party;
        }
    }
    if (from.choice == FieldChoice::Only) {
        clause.only = static_cast<std::uint32_t>(m_onlyMasks.size());
        m_onlyMasks.resize(m_onlyMasks.size() + allSchemas().size());
        for (const auto& field : from.only) {
            const auto bit = bitOf(field.type, field.tag);
            if (!bit) {
                return {ErrorCode::Missing, "clause " + from.id + " names a field that there is not"};
            }
            auto& mask = m_onlyMasks[clause.only + typePosition(field.type)];
            mask = mask | FieldMask::bit(*bit);
        }
    }
    m_clauses.push_back(clause);
    return claimCells(from, static_cast<std::uint16_t>(m_clauses.size() - 1));
}

Result<void> CompiledAgreement::claimCells(const Clause& clause, std::uint16_t at) {
    if ((clause.receivers == Receivers::OwnAgency) != isPolicy()) {
        return {ErrorCode::InvalidArgument,
                "clause " + clause.id + ": own-agency clauses are a policy's, and only they"};
    }
    std::vector<std::uint16_t> homes;
    if (isPolicy()) {
        homes.push_back(0);
    } else if (clause.anyHome == Homes::Any) {
        for (std::size_t n = 0; n < m_agreement.parties.size(); ++n) {
            homes.push_back(static_cast<std::uint16_t>(n));
        }
    }
    for (const auto& home : isPolicy() || clause.anyHome == Homes::Any ? std::vector<AgencyId>{} : clause.homes) {
        homes.push_back(partyOf(home));
        if (homes.back() == kNone) {
            return {ErrorCode::Missing, "clause " + clause.id + " names a home that is no party"};
        }
    }
    std::sort(homes.begin(), homes.end());
    homes.erase(std::unique(homes.begin(), homes.end()), homes.end());
    if (!isKnown(clause.purpose)) {
        return {ErrorCode::InvalidArgument, "clause " + clause.id + " has no purpose"};
    }
    auto categories = clause.categories;
    std::sort(categories.begin(), categories.end());
    categories.erase(std::unique(categories.begin(), categories.end()), categories.end());
    for (std::uint16_t role = 0; role < m_agreement.roles.size(); ++role) {
        const auto& terms = m_agreement.roles[role];
        const bool named = std::find(clause.roles.begin(), clause.roles.end(), terms.name) != clause.roles.end();
        if (!named || (!isPolicy() && terms.kind != clause.receiverKind)) {
            continue;
        }
        for (const auto home : homes) {
            for (const auto category : categories) {
                if (!isKnown(category)) {
                    return {ErrorCode::InvalidArgument, "clause " + clause.id + " has an unknown category"};
                }
                auto& cell = m_cells[cellIndex(home, role, category, clause.purpose)];
                if (cell != kNone) {
                    return {ErrorCode::Conflict, "clauses " + m_agreement.clauses[m_clauses[cell].source].id + " and " +
                                                     clause.id + " cover the same cell"};
                }
                cell = at;
            }
        }
    }
    return ok();
}

std::size_t CompiledAgreement::cellIndex(std::uint16_t home, std::uint16_t role, Category category,
                                         Purpose purpose) const {
    return ((home * m_agreement.roles.size() + role) * kCategories + static_cast<std::size_t>(category)) *
               kPurposeSlots +
           static_cast<std::size_t>(purpose);
}

std::uint16_t CompiledAgreement::partyOf(const AgencyId& agency) const {
    if (isPolicy()) {
        return agency.empty() ? kNone : std::uint16_t{0};
    }
    const auto& parties = m_agreement.parties;
    const auto at = std::lower_bound(parties.begin(), parties.end(), agency,
                                     [](const Party& party, const AgencyId& wanted) { return party.agency < wanted; });
    return at != parties.end() && at->agency == agency ? static_cast<std::uint16_t>(at - parties.begin()) : kNone;
}

std::uint16_t CompiledAgreement::roleOf(std::uint16_t party, std::string_view role) const {
    const auto& roles = m_agreement.roles;
    auto at = std::lower_bound(roles.begin(), roles.end(), role,
                               [](const RoleTerms& terms, std::string_view wanted) { return terms.name < wanted; });
    for (; at != roles.end() && at->name == role; ++at) {
        if (isPolicy() || at->kind == m_agreement.parties[party].kind) {
            return static_cast<std::uint16_t>(at - roles.begin());
        }
    }
    return kNone;
}

FieldMask CompiledAgreement::fieldsOf(const CompiledClause& clause, const TypeFields& type, FieldMask group) const {
    switch (clause.choice) {
    case FieldChoice::AllOfCategory:
        return group;
    case FieldChoice::Only:
        return group & m_onlyMasks[clause.only + typePosition(type.type)];
    case FieldChoice::Nothing:
        break;
    }
    return {};
}

Result<AgreementsInForce> AgreementsInForce::of(std::vector<CompiledAgreement> agreements) {
    std::sort(agreements.begin(), agreements.end(),
              [](const auto& a, const auto& b) { return a.agreement().id < b.agreement().id; });
    const auto twice = std::adjacent_find(agreements.begin(), agreements.end(), [](const auto& a, const auto& b) {
        return a.agreement().id == b.agreement().id;
    });
    if (twice != agreements.end()) {
        return {ErrorCode::Duplicate, "two versions of agreement " + twice->agreement().id};
    }
    AgreementsInForce out;
    out.m_all = std::move(agreements);
    return out;
}

PurposeSet AgreementsInForce::purposesOf(const Principal& viewer, const AgencyId& home) const {
    PurposeSet out;
    for (const auto& compiled : m_all) {
        const auto homeParty = compiled.partyOf(home);
        const auto party = compiled.partyOf(viewer.agency);
        const bool applies = compiled.isPolicy() == (home == viewer.agency) && homeParty != CompiledAgreement::kNone &&
                             party != CompiledAgreement::kNone;
        const auto role = applies ? compiled.roleOf(party, viewer.role) : CompiledAgreement::kNone;
        if (role == CompiledAgreement::kNone) {
            continue;
        }
        for (std::size_t purpose = 1; purpose <= kPurposes; ++purpose) {
            for (auto category = Category::Identity; category <= Category::Directory;
                 category = static_cast<Category>(static_cast<int>(category) + 1)) {
                if (compiled.cell(homeParty, role, category, static_cast<Purpose>(purpose)) != nullptr) {
                    out.add(static_cast<Purpose>(purpose));
                    break;
                }
            }
        }
    }
    return out;
}

bool AgreementsInForce::isAuditor(const Principal& viewer) const {
    return std::any_of(m_all.begin(), m_all.end(), [&](const CompiledAgreement& compiled) {
        if (!compiled.isPolicy()) {
            return false;
        }
        const auto role = compiled.roleOf(compiled.partyOf(viewer.agency), viewer.role);
        return role != CompiledAgreement::kNone && compiled.isAuditRole(role);
    });
}

const Party* AgreementsInForce::whomToAsk(const AgencyId& agency) const {
    for (const auto& compiled : m_all) {
        const auto party = compiled.isPolicy() ? CompiledAgreement::kNone : compiled.partyOf(agency);
        if (party != CompiledAgreement::kNone) {
            return &compiled.agreement().parties[party];
        }
    }
    return nullptr;
}

} // namespace frontsheet::sharing
