#include "core/domain/audience.h"

#include "core/domain/referral_machine.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"

#include <algorithm>

namespace frontsheet {

Relationships relationshipsOf(const Principal& viewer, const AgencyId& home, std::span<const Record> about) {
    Relationships out;
    for (const auto& record : about) {
        if (record.home != home) {
            continue;
        }
        if (record.type == RecordType::CareTeamMembership) {
            out.careTeam = out.careTeam || (record.fields.get(care_team::kAgency) == viewer.agency &&
                                            record.fields.get(care_team::kWorker) == viewer.worker &&
                                            !record.fields.get(care_team::kUntil).isKnown());
        } else if (record.type == RecordType::Referral) {
            const auto state = referralState(record.fields.text(referral::kState));
            out.addressedReferral = out.addressedReferral || (state && isOpen(*state) && isAddressedTo(viewer, record));
        }
    }
    return out;
}

std::vector<AudienceGroup> audienceOf(const Record& draft, std::span<const Record> about, const Directory& directory) {
    // A draft is its author's alone; what people ask is who reads it once it is signed.
    Record asSigned = draft;
    if (asSigned.type == RecordType::ContactNote) {
        asSigned.fields.put(contact_note::kState, std::string{"signed"});
    }
    std::vector<AudienceGroup> groups;
    for (const auto& [code, agency] : directory.agencies()) {
        AudienceGroup group;
        group.agency = agency;
        std::vector<WorkerEntry> without;
        for (const auto& [workerCode, worker] : directory.workers()) {
            if (worker.agency != code) {
                continue;
            }
            const Principal viewer{code, workerCode, worker.role, {}};
            const auto relationships = relationshipsOf(viewer, draft.home, about);
            const auto decision = decide(viewer, asSigned, relationships);
            if (!decision.releases()) {
                continue;
            }
            const bool involved = relationships.careTeam || relationships.addressedReferral ||
                                  workerCode == draft.author || code != draft.home;
            group.fields = std::max(group.fields, decision.fields);
            group.reason = decision.reason;
            (involved ? group.workers : without).push_back(worker);
        }
        group.others = without.size();
        groups.push_back(std::move(group));
    }
    const auto rank = [&](const AudienceGroup& g) {
        return g.agency.code == draft.home ? 0 : g.fields != Fields::None ? 1 : 2;
    };
    std::stable_sort(groups.begin(), groups.end(),
                     [&](const AudienceGroup& a, const AudienceGroup& b) { return rank(a) < rank(b); });
    return groups;
}

} // namespace frontsheet
