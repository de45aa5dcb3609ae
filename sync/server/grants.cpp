#include "sync/server/grants.h"

#include "core/domain/schema/care_team.h"
#include "core/domain/schema/referral.h"
#include "sync/wire/held_hash.h"

#include <algorithm>

namespace frontsheet {

namespace {

// The rows beside the ledger name the same things as the records; core/domain judges them in the records' own shape.
Record recordOf(const Membership& row) {
    Record record;
    record.id = row.record;
    record.type = RecordType::CareTeamMembership;
    record.person = row.person;
    record.fields.put(care_team::kAgency, row.agency);
    record.fields.put(care_team::kWorker, row.worker);
    record.fields.put(care_team::kUntil, row.until);
    return record;
}

Record recordOf(const AddressedReferral& row) {
    Record record;
    record.id = row.record;
    record.type = RecordType::Referral;
    record.person = row.person;
    record.fields.put(referral::kToAgency, row.toAgency);
    record.fields.put(referral::kToWorker, row.toWorker);
    return record;
}

ScopedRecord scopedRecord(const Record& record) {
    const bool message = record.type == RecordType::ReferralMessage;
    return {record.id, record.type, record.person,
            message ? record.fields.get(referral_message::kReferral) : RecordId{}};
}

} // namespace

GrantSet GrantSet::of(const Principal& viewer, const AgencyId& home, const std::vector<Membership>& memberships,
                      const std::vector<AddressedReferral>& referrals, WallTime now) {
    GrantSet set;
    set.m_ownAgency = viewer.agency == home;
    set.m_scopes.push_back(Scope{set.m_ownAgency ? Scope::Kind::Agency : Scope::Kind::Directory, {}, {}}.name());
    for (const auto& row : memberships) {
        if (!isCurrentMember(viewer, recordOf(row), now)) {
            continue;
        }
        if (set.m_careTeam.insert(row.person).second && !set.m_ownAgency) {
            set.m_scopes.push_back(Scope{Scope::Kind::Person, row.person, {}}.name());
        }
        if (row.until.isKnown() && (!set.m_validUntil.isKnown() || row.until < set.m_validUntil)) {
            set.m_validUntil = row.until;
        }
    }
    for (const auto& row : referrals) {
        if (!isAddressedTo(viewer, recordOf(row))) {
            continue;
        }
        const Scope scope{Scope::Kind::Referral, row.person, row.record};
        set.m_addressed[row.person].push_back(scope);
        if (!set.m_ownAgency) {
            set.m_scopes.push_back(scope.name());
        }
    }
    std::sort(set.m_scopes.begin(), set.m_scopes.end());
    set.m_heldHash = wire::heldHashOf(set.m_scopes);
    return set;
}

bool GrantSet::holds(std::string_view scope) const {
    return std::binary_search(m_scopes.begin(), m_scopes.end(), scope);
}

Relationships GrantSet::relationshipsTo(const PersonId& person) const {
    return {m_careTeam.contains(person), m_addressed.contains(person)};
}

bool GrantSet::concerns(const PersonId& person) const {
    return m_ownAgency || person.isNull() || m_careTeam.contains(person) || m_addressed.contains(person);
}

bool GrantSet::covers(const Record& record) const {
    if (m_ownAgency || record.person.isNull() || m_careTeam.contains(record.person)) {
        return true;
    }
    const auto referrals = m_addressed.find(record.person);
    return referrals != m_addressed.end() &&
           std::any_of(referrals->second.begin(), referrals->second.end(),
                       [&](const Scope& scope) { return frontsheet::covers(scope, scopedRecord(record)); });
}

Result<Relationships> relationshipsNow(LedgerReads& reads, const Principal& viewer, const PersonId& person,
                                       WallTime now) {
    Relationships relationships;
    if (person.isNull()) {
        return relationships;
    }
    FS_ASSIGN(const auto memberships, reads.membershipsAbout(person));
    relationships.careTeam = std::any_of(memberships.begin(), memberships.end(), [&](const Membership& row) {
        return isCurrentMember(viewer, recordOf(row), now);
    });
    FS_ASSIGN(const auto referrals, reads.referralsAbout(person));
    relationships.addressedReferral =
        std::any_of(referrals.begin(), referrals.end(),
                    [&](const AddressedReferral& row) { return isAddressedTo(viewer, recordOf(row)); });
    return relationships;
}

Result<std::shared_ptr<const GrantSet>> GrantCache::of(LedgerReads& reads, const Principal& viewer,
                                                       const AgencyId& home, WallTime now) {
    // The counter is read in the caller's snapshot, so the set fits what the caller sees, whatever is being written now.
    FS_ASSIGN(const auto counter, reads.grantCounter(viewer.agency));
    const std::pair key{viewer.agency, viewer.worker};
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_kept.find(key);
        if (found != m_kept.end() && found->second.counter == counter) {
            const auto until = found->second.set->validUntil();
            if (!until.isKnown() || now < until) {
                return found->second.set;
            }
        }
    }
    FS_ASSIGN(const auto memberships, reads.membershipsOf(viewer.agency, viewer.worker));
    FS_ASSIGN(const auto referrals, reads.referralsTo(viewer.agency));
    auto set = std::make_shared<const GrantSet>(GrantSet::of(viewer, home, memberships, referrals, now));
    const std::lock_guard lock(m_mutex);
    m_kept[key] = {counter, set};
    return set;
}

} // namespace frontsheet
