#include "sync/server/joined.h"

#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/referral.h"
#include "sync/wire/body_codec.h"

#include <algorithm>

namespace frontsheet {

using sharing::Relationship;

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

bool isOver(const Membership& row, WallTime now) { return row.until.isKnown() && row.until <= now; }

Result<std::set<ServiceId>> servicesAnsweredBy(LedgerReads& reads, const Principal& viewer) {
    std::set<ServiceId> services;
    const auto look = [&](const KeptRecord& kept) -> Result<Walk> {
        if (kept.header.type == RecordType::Service && kept.header.home == viewer.agency) {
            FS_ASSIGN(const auto fields, wire::decodeBody(kept.body));
            const auto roles = fields.get(service::kRoles);
            if (std::find(roles.begin(), roles.end(), viewer.role) != roles.end()) {
                services.insert(fields.get(service::kCode));
            }
        }
        return Walk::On;
    };
    FS_TRY(viewer.agency == reads.home() ? reads.records({RecordRange::Of::Directory, {}, {}}, look)
                                         : reads.partnerRecords(look));
    return services;
}

} // namespace

bool isCurrentMember(const Principal& viewer, const Membership& row, WallTime now) {
    return isCurrentMember(viewer, recordOf(row), now);
}

Result<Posts> Posts::of(LedgerReads& reads, const Principal& viewer, const SharingInForce& sharing) {
    Posts posts;
    if (const auto practice = sharing.practices.find(viewer.agency); practice != sharing.practices.end()) {
        posts.practices.insert(practice->second);
    }
    if (viewer.agency == reads.home()) {
        FS_ASSIGN(const auto covered, reads.practicesCoveredBy(viewer.worker));
        posts.practices.insert(covered.begin(), covered.end());
    }
    FS_ASSIGN(const auto points, reads.dutyPointsOf(viewer.agency));
    for (const auto& point : points) {
        if (point.worker.empty() && !posts.onDuty) {
            FS_ASSIGN(const auto services, servicesAnsweredBy(reads, viewer));
            posts.onDuty = services.contains(point.service);
        }
        posts.onDuty = posts.onDuty || (!point.worker.empty() && point.worker == viewer.worker);
    }
    return posts;
}

Result<EverybodyJoined> everybodyJoinedTo(LedgerReads& reads, const Principal& viewer, const Posts& posts,
                                          WallTime now) {
    EverybodyJoined out;
    const auto endsAt = [&out](WallTime until) {
        if (until.isKnown() && (!out.until.isKnown() || until < out.until)) {
            out.until = until;
        }
    };
    FS_ASSIGN(const auto memberships, posts.onDuty ? reads.membershipsOfAgency(viewer.agency)
                                                   : reads.membershipsOf(viewer.agency, viewer.worker));
    for (const auto& row : memberships) {
        if (isOver(row, now)) {
            continue;
        }
        endsAt(row.until);
        auto& joined = out.people[row.person];
        if (isCurrentMember(viewer, row, now)) {
            joined.direct.careTeam = true;
            joined.all = joined.all | Relationship::CareTeam;
        }
        joined.direct.standsIn = posts.onDuty;
        joined.all = posts.onDuty ? joined.all | Relationship::Duty : joined.all;
    }
    FS_ASSIGN(const auto referrals, reads.referralsTo(viewer.agency));
    for (const auto& row : referrals) {
        const bool addressed = isAddressedTo(viewer, recordOf(row));
        if (!addressed && !posts.onDuty) {
            continue;
        }
        auto& joined = out.people[row.person];
        if (addressed) {
            out.referrals[row.person].push_back({row.record, row.category});
            joined.direct.addressedReferral = true;
            joined.all = joined.all | Relationship::AddressedReferral;
        }
        joined.direct.standsIn = posts.onDuty;
        joined.all = posts.onDuty ? joined.all | Relationship::Duty : joined.all;
    }
    FS_ASSIGN(const auto emergencies, reads.emergenciesOf(viewer.agency, viewer.worker));
    for (const auto& row : emergencies) {
        if (!isOver(row, now)) {
            endsAt(row.until);
            auto& joined = out.people[row.person];
            joined.all = joined.all | Relationship::Emergency;
        }
    }
    for (const auto& practice : posts.practices) {
        FS_ASSIGN(const auto people, reads.registeredWith(practice));
        for (const auto& person : people) {
            auto& joined = out.people[person];
            joined.all = joined.all | Relationship::PracticeList;
        }
    }
    return out;
}

Result<Joined> joinedTo(LedgerReads& reads, const Principal& viewer, const Posts& posts, const PersonId& person,
                        WallTime now) {
    Joined joined;
    if (person.isNull()) {
        return joined;
    }
    bool colleague = false;
    FS_ASSIGN(const auto memberships, reads.membershipsAbout(person));
    for (const auto& row : memberships) {
        joined.direct.careTeam = joined.direct.careTeam || isCurrentMember(viewer, row, now);
        colleague = colleague || (row.agency == viewer.agency && !isOver(row, now));
    }
    FS_ASSIGN(const auto referrals, reads.referralsAbout(person));
    for (const auto& row : referrals) {
        joined.direct.addressedReferral = joined.direct.addressedReferral || isAddressedTo(viewer, recordOf(row));
        colleague = colleague || row.toAgency == viewer.agency;
    }
    if (joined.direct.careTeam) {
        joined.all = joined.all | Relationship::CareTeam;
    }
    if (joined.direct.addressedReferral) {
        joined.all = joined.all | Relationship::AddressedReferral;
    }
    FS_ASSIGN(const auto emergencies, reads.emergenciesOf(viewer.agency, viewer.worker));
    if (std::any_of(emergencies.begin(), emergencies.end(),
                    [&](const Membership& row) { return row.person == person && !isOver(row, now); })) {
        joined.all = joined.all | Relationship::Emergency;
    }
    joined.direct.standsIn = posts.onDuty && colleague;
    if (joined.direct.standsIn) {
        joined.all = joined.all | Relationship::Duty;
    }
    if (!posts.practices.empty()) {
        FS_ASSIGN(const auto practices, reads.practicesOf(person));
        if (std::any_of(practices.begin(), practices.end(),
                        [&](const std::string& practice) { return posts.practices.contains(practice); })) {
            joined.all = joined.all | Relationship::PracticeList;
        }
    }
    return joined;
}

} // namespace frontsheet
