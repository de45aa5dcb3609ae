#include "core/usecases/care_teams.h"

#include "core/domain/audience.h"
#include "core/domain/decision.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/sharing/record_view.h"
#include "core/usecases/home_terms.h"
#include "core/usecases/own_person.h"

#include <algorithm>
#include <set>

namespace frontsheet {

namespace {

Result<WorkerEntry> workerOf(const Directory& directory, const WorkerId& worker) {
    const auto known = directory.workers().find(worker);
    if (known == directory.workers().end()) {
        return {ErrorCode::NotFound, "worker"};
    }
    return known->second;
}

Principal principalOf(const WorkerEntry& entry) { return {entry.agency, entry.code, entry.role, {}}; }

std::vector<Record> membershipsOf(const Principal& whom, const AgencyId& home, std::span<const Record> about,
                                  WallTime now) {
    std::vector<Record> out;
    std::copy_if(about.begin(), about.end(), std::back_inserter(out),
                 [&](const Record& r) { return r.home == home && isCurrentMember(whom, r, now); });
    return out;
}

} // namespace

Result<TeamOfPerson> CareTeams::of(const PersonId& person) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    if (about.records.empty()) {
        return {ErrorCode::NotFound, "person"};
    }
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto day = today(m_work);
    TeamOfPerson team;
    team.sheet = careTeamSheet({about.records, about.waiting, m_work.me, day, m_work.clock.now()}, directory);
    std::set<AgencyId> holders;
    std::vector<Record> shown;
    for (const auto& record : about.records) {
        if (record.type == RecordType::Registration) {
            holders.insert(record.home);
        } else if (record.type == RecordType::CareTeamMembership) {
            shown.push_back(record);
        }
    }
    noteShown(m_work, shown);
    team.registeredHere = holders.erase(m_work.me.agency) > 0;
    for (const auto& holder : holders) {
        team.holders.push_back(directory.agency(holder));
    }
    return team;
}

Result<JoiningOpens> CareTeams::opens(const PersonId& person, const WorkerId& worker) {
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    JoiningOpens out;
    FS_ASSIGN(out.worker, workerOf(directory, worker));
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    const auto& home = m_work.me.agency;
    const auto own = ownIdOf(m_work.reader, home, person);
    FS_ASSIGN(const auto terms, homeTerms(m_work, home, own, about.records));
    out.terms.byAgreements = terms.byAgreements();
    out.terms.agreement = terms.agreement;
    out.terms.version = terms.version;
    out.terms.asOf = terms.asOf;
    out.terms.homeHasNewer = terms.homeHasNewer;
    const auto whom = principalOf(out.worker);
    const WallTime now = m_work.clock.now();
    if (!terms.byAgreements()) {
        out.categories = sharing::whatOpensWithoutAgreement(whom, home);
        return out;
    }
    const auto already = sharing::relationshipSet(relationshipsOf(whom, home, about.records, now));
    out.categories = sharing::whatOpens(whom, home, already, terms.held->inForce, terms.said, now);
    return out;
}

Result<std::vector<AgencyEntry>> CareTeams::toAsk(const PersonId& person, const FrontSheet& sheet) {
    const auto matters = [](const sharing::OpenedCategory& one) {
        const bool couldHarm = one.category == Category::Alerts || one.category == Category::HealthSummary ||
                               one.category == Category::HomeAccess;
        return couldHarm && one.then != sharing::Opening::Nothing;
    };
    std::vector<AgencyEntry> out;
    for (const auto& agency : involvedAndNotHere(sheet, m_work.me.agency)) {
        FS_ASSIGN(const auto terms, homeTerms(m_work, agency.code, person, {}));
        if (terms.held == nullptr) {
            out.push_back(agency);
            continue;
        }
        const auto opens =
            sharing::whatOpens(m_work.me, agency.code, {}, terms.held->inForce, terms.said, m_work.clock.now());
        if (std::any_of(opens.begin(), opens.end(), matters)) {
            out.push_back(agency);
        }
    }
    return out;
}

Result<RecordId> CareTeams::involve(const PersonId& person, const WorkerId& worker) {
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    FS_ASSIGN(const auto entry, workerOf(directory, worker));
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    const auto own = ownIdOf(m_work.reader, m_work.me.agency, person);
    const auto isOurs = [&](const Record& r) { return r.home == m_work.me.agency && r.person == own; };
    const bool registered = std::any_of(about.records.begin(), about.records.end(), [&](const Record& r) {
        return r.type == RecordType::Registration && isOurs(r);
    });
    if (!registered) {
        return {ErrorCode::NotFound, "this agency's registration of the person"};
    }
    const Principal whom = principalOf(entry);
    const WallTime now = m_work.clock.now();
    const bool involved = std::any_of(about.records.begin(), about.records.end(),
                                      [&](const Record& r) { return isOurs(r) && isCurrentMember(whom, r, now); });
    if (involved) {
        return {ErrorCode::Duplicate, "on the care team"};
    }
    Record membership = newRecord(m_work, RecordType::CareTeamMembership, person, Category::Involvement);
    membership.fields.put(care_team::kAgency, entry.agency);
    membership.fields.put(care_team::kWorker, entry.code);
    membership.fields.put(care_team::kRole, entry.role);
    membership.fields.put(care_team::kSince, now);
    membership.fields.put(care_team::kSource, std::string{"worker"});
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, membership));
    FS_TRY(m_work.writer.save({intent}));
    return membership.id;
}

Result<care::LeavingTeam> CareTeams::leaving(const PersonId& person, const AgencyId& agency, const WorkerId& worker) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    return care::leavingTeam(about.records, m_work.me.agency, agency, worker);
}

Result<std::vector<RecordId>> CareTeams::takeOff(const PersonId& person, const AgencyId& agency,
                                                 const WorkerId& worker) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    const auto memberships =
        membershipsOf({agency, worker, {}, {}}, m_work.me.agency, about.records, m_work.clock.now());
    if (memberships.empty()) {
        return {ErrorCode::NotFound, "membership"};
    }
    FS_TRY(end(memberships, about.records));
    std::vector<RecordId> ended;
    for (const auto& membership : memberships) {
        ended.push_back(membership.id);
    }
    return ended;
}

Result<void> CareTeams::end(const RecordId& id) {
    FS_ASSIGN(const auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::CareTeamMembership || found->record.home != m_work.me.agency) {
        return {ErrorCode::NotFound, "membership"};
    }
    const WallTime until = found->record.fields.get(care_team::kUntil);
    if (until.isKnown() && until <= m_work.clock.now()) {
        return {ErrorCode::WrongState, "it has ended"};
    }
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, found->record.person));
    return end({found->record}, about.records);
}

Result<void> CareTeams::end(const std::vector<Record>& memberships, std::span<const Record> about) {
    const WallTime now = m_work.clock.now();
    const auto& f = memberships.front().fields;
    const Principal whom{f.get(care_team::kAgency), f.get(care_team::kWorker), {}, {}};
    // Somebody who is on the team twice does not leave it by one of the two.
    const bool leaves = membershipsOf(whom, m_work.me.agency, about, now).size() <= memberships.size();
    if (leaves && !care::leavingTeam(about, m_work.me.agency, whom.agency, whom.worker).may()) {
        return {ErrorCode::WrongState, "they hand over first"};
    }
    std::vector<Intent> intents;
    for (const auto& membership : memberships) {
        Record after = membership;
        after.fields.put(care_team::kUntil, now);
        FS_ASSIGN(intents.emplace_back(), intentFor(m_work, membership, after));
    }
    return m_work.writer.save(intents);
}

Result<void> CareTeams::bringBack(std::span<const RecordId> ids) {
    std::vector<Intent> intents;
    for (const auto& id : ids) {
        FS_ASSIGN(const auto found, m_work.reader.record(id));
        if (!found || found->record.type != RecordType::CareTeamMembership || found->record.home != m_work.me.agency) {
            return {ErrorCode::NotFound, "membership"};
        }
        if (!found->record.fields.get(care_team::kUntil).isKnown()) {
            return {ErrorCode::WrongState, "it has not ended"};
        }
        Record after = found->record;
        after.fields.put(care_team::kUntil, WallTime{});
        FS_ASSIGN(intents.emplace_back(), intentFor(m_work, found->record, after));
    }
    return m_work.writer.save(intents);
}

} // namespace frontsheet
