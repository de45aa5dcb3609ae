#include "core/domain/sharing/readership.h"

#include <algorithm>
#include <set>
#include <utility>

namespace frontsheet::sharing {

namespace {

constexpr RelationshipSet kEach[] = {
    {}, Relationship::CareTeam, Relationship::AddressedReferral, Relationship::PracticeList, Relationship::Duty};

using AgencyRole = std::pair<AgencyId, std::string>;

// The home's kind, so that its own policy's roles of other kinds are left out.
std::optional<AgencyKind> kindOf(const AgencyId& agency, const AgreementsInForce& agreements) {
    for (const auto& compiled : agreements.all()) {
        const auto party = compiled.isPolicy() ? CompiledAgreement::kNone : compiled.partyOf(agency);
        if (party != CompiledAgreement::kNone) {
            return compiled.agreement().parties[party].kind;
        }
    }
    return std::nullopt;
}

std::set<AgencyRole> rolesFor(const AgencyId& home, const AgreementsInForce& agreements) {
    std::set<AgencyRole> out;
    const auto homeKind = kindOf(home, agreements);
    for (const auto& compiled : agreements.all()) {
        const auto& agreement = compiled.agreement();
        if (compiled.isPolicy()) {
            for (const auto& role : agreement.roles) {
                if (!homeKind || *homeKind == role.kind) {
                    out.insert({home, role.name});
                }
            }
            continue;
        }
        if (compiled.partyOf(home) == CompiledAgreement::kNone) {
            continue;
        }
        for (const auto& party : agreement.parties) {
            for (const auto& role : agreement.roles) {
                if (role.kind == party.kind && party.agency != home) {
                    out.insert({party.agency, role.name});
                }
            }
        }
    }
    return out;
}

// Somebody of the agency, a named reader of the record where it has any.
WorkerId somebodyOf(const AgencyId& agency, const RecordFacts& record) {
    for (const auto& reader : record.readers) {
        if (reader.agency == agency) {
            return reader.worker;
        }
    }
    return WorkerId{"-"}; // nobody's code
}

RecordFacts addressedBy(RecordFacts record, RelationshipSet relationships) {
    if (record.type == RecordType::Referral || record.type == RecordType::ReferralMessage) {
        record.addressing =
            relationships.has(Relationship::AddressedReferral) ? Addressing::ToViewer : Addressing::ToOthers;
    }
    return record;
}

} // namespace

std::vector<Readership> readershipOf(const RecordFacts& record, const AgreementsInForce& agreements,
                                     std::span<const PermissionStatement> permissions, WallTime now) {
    std::vector<Readership> out;
    const TypeFields* type = typeFieldsOf(record.type);
    const int all = type == nullptr ? 0 : type->all.count();
    for (const auto& [agency, role] : rolesFor(record.home, agreements)) {
        const Principal who{agency, somebodyOf(agency, record), role, {}};
        Readership readership{agency, role, {}, {}, {}, {}};
        int most = 0;
        RelationshipSet every;
        for (const auto relationships : kEach) {
            every = every | relationships;
            const auto decision = decide({who, PurposeSet::all(), relationships}, addressedBy(record, relationships),
                                         agreements, permissions, now);
            if (!decision.releases()) {
                continue;
            }
            readership.by = readership.by | (relationships.empty() ? Relationship::NoneNeeded : relationships);
            if (decision.fields.count() > most) {
                most = decision.fields.count();
                readership.reason = decision.reason;
            }
            if (decision.mayContribute()) {
                readership.access = Access::Contribute;
            }
        }
        readership.extent = most == 0 ? Extent::Nothing : most < all ? Extent::Part : Extent::Whole;
        if (readership.extent == Extent::Nothing) {
            readership.reason =
                decide({who, PurposeSet::all(), every}, addressedBy(record, every), agreements, permissions, now)
                    .reason;
        }
        out.push_back(std::move(readership));
    }
    return out;
}

} // namespace frontsheet::sharing
