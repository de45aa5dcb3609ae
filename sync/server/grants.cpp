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

// By what joins the viewer to the person; the agreements' terms take their place.
constexpr std::uint64_t kInFull = 1;
constexpr std::uint64_t kAddressed = 2;

constexpr auto kFirstCategory = static_cast<int>(Category::Identity);
constexpr auto kLastCategory = static_cast<int>(Category::Conference);

} // namespace

GrantSet GrantSet::of(const Principal& viewer, const AgencyId& home, const std::vector<Membership>& memberships,
                      const std::vector<AddressedReferral>& referrals, WallTime now) {
    GrantSet set;
    set.m_ownAgency = viewer.agency == home;
    set.grant(Scope::directory(), 0);
    for (int n = kFirstCategory; set.m_ownAgency && n <= kLastCategory; ++n) {
        set.grant(Scope::everyone(static_cast<Category>(n)), kInFull);
    }
    for (const auto& row : memberships) {
        if (!isCurrentMember(viewer, recordOf(row), now)) {
            continue;
        }
        if (set.m_careTeam.insert(row.person).second && !set.m_ownAgency) {
            for (int n = kFirstCategory; n <= kLastCategory; ++n) {
                set.grant(Scope::ofPerson(row.person, static_cast<Category>(n)), kInFull);
            }
        }
        if (row.until.isKnown() && (!set.m_validUntil.isKnown() || row.until < set.m_validUntil)) {
            set.m_validUntil = row.until;
        }
    }
    for (const auto& row : referrals) {
        if (!isAddressedTo(viewer, recordOf(row))) {
            continue;
        }
        const bool first = !set.m_addressed.contains(row.person);
        const auto scope = Scope::ofReferral(row.record, row.person);
        set.m_addressed[row.person].push_back(scope);
        if (!set.m_ownAgency && !set.m_careTeam.contains(row.person)) {
            set.grant(scope, kAddressed);
            if (first) {
                set.grant(Scope::ofPerson(row.person, Category::Identity), kAddressed);
            }
        }
    }
    set.close();
    return set;
}

void GrantSet::grant(Scope scope, std::uint64_t terms, sharing::Lease lease) {
    ScopeKey key{std::move(scope), terms, ScopeKey::Turn::Lasting};
    auto name = key.name();
    m_scopes.push_back({std::move(name), std::move(key), lease});
}

void GrantSet::close() {
    std::sort(m_scopes.begin(), m_scopes.end(), [](const Granted& a, const Granted& b) { return a.name < b.name; });
    wire::HeldHash hash;
    for (const auto& granted : m_scopes) {
        hash.add(granted.name);
    }
    m_heldHash = hash.value();
}

bool GrantSet::holds(std::string_view key) const {
    const auto at =
        std::lower_bound(m_scopes.begin(), m_scopes.end(), key,
                         [](const Granted& granted, std::string_view wanted) { return granted.name < wanted; });
    return at != m_scopes.end() && at->name == key;
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
           (record.category == Category::Identity ||
            std::any_of(referrals->second.begin(), referrals->second.end(),
                        [&](const Scope& scope) { return frontsheet::covers(scope, scopedRecord(record)); }));
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
