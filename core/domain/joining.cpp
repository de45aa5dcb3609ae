#include "core/domain/joining.h"

#include "core/domain/schema/care_team.h"

namespace frontsheet {

Record membershipBecauseOf(const Record& because, const Joining& joining, const Principal& author, WallTime occurredAt,
                           WallTime now) {
    Record membership;
    membership.type = RecordType::CareTeamMembership;
    membership.home = because.home;
    membership.person = because.person;
    membership.category = Category::Involvement;
    membership.authorAgency = author.agency;
    membership.author = author.worker;
    membership.occurredAt = occurredAt;
    auto& f = membership.fields;
    f.put(care_team::kAgency, joining.agency);
    f.put(care_team::kWorker, joining.worker);
    if (!joining.role.empty()) {
        f.put(care_team::kRole, joining.role);
    }
    f.put(care_team::kSince, now);
    f.put(care_team::kBecauseOf, because.id);
    f.put(care_team::kSource, std::string{joining.source});
    return membership;
}

} // namespace frontsheet
