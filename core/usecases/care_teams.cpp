#include "core/usecases/care_teams.h"

#include "core/domain/decision.h"
#include "core/domain/schema/care_team.h"
#include "core/usecases/own_person.h"

#include <algorithm>

namespace frontsheet {

Result<RecordId> CareTeams::involve(const PersonId& person, const WorkerId& worker) {
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto known = directory.workers().find(worker);
    if (known == directory.workers().end()) {
        return {ErrorCode::NotFound, "worker"};
    }
    const auto& entry = known->second;
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    const auto own = ownIdOf(m_work.reader, m_work.me.agency, person);
    const auto isOurs = [&](const Record& r) { return r.home == m_work.me.agency && r.person == own; };
    const bool registered = std::any_of(about.records.begin(), about.records.end(), [&](const Record& r) {
        return r.type == RecordType::Registration && isOurs(r);
    });
    if (!registered) {
        return {ErrorCode::NotFound, "this agency's registration of the person"};
    }
    const Principal whom{entry.agency, entry.code, entry.role, {}};
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

Result<void> CareTeams::end(const RecordId& id) {
    FS_ASSIGN(const auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::CareTeamMembership || found->record.home != m_work.me.agency) {
        return {ErrorCode::NotFound, "membership"};
    }
    const WallTime until = found->record.fields.get(care_team::kUntil);
    const WallTime now = m_work.clock.now();
    if (until.isKnown() && until <= now) {
        return {ErrorCode::WrongState, "it has ended"};
    }
    if (found->record.version.n == 0) {
        return {ErrorCode::WrongState, "it has not begun: the server does not know of it yet"};
    }
    Record after = found->record;
    after.fields.put(care_team::kUntil, now);
    FS_ASSIGN(auto intent, intentFor(m_work, found->record, after));
    return m_work.writer.save({intent});
}

} // namespace frontsheet
