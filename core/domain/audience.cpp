#include "core/domain/audience.h"

#include "core/domain/intent.h"
#include "core/domain/referral_machine.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"

#include <algorithm>
#include <map>

namespace frontsheet {

namespace {

// The few records that make relationships, so that every worker is judged by those alone.
std::vector<Record> relating(const AgencyId& home, std::span<const Record> about) {
    std::vector<Record> out;
    std::copy_if(about.begin(), about.end(), std::back_inserter(out), [&](const Record& r) {
        return r.home == home && (r.type == RecordType::CareTeamMembership || r.type == RecordType::Referral);
    });
    return out;
}

// Everybody who might read it, by agency: the directory's workers, and whoever those records name besides.
std::map<AgencyId, std::map<WorkerId, WorkerEntry>> everybody(const Record& draft, std::span<const Record> relations,
                                                              const Directory& directory) {
    std::map<AgencyId, std::map<WorkerId, WorkerEntry>> all;
    for (const auto& [code, agency] : directory.agencies()) {
        all[code];
    }
    for (const auto& [code, worker] : directory.workers()) {
        all[worker.agency][code] = worker;
    }
    const auto add = [&](const AgencyId& agency, const WorkerId& worker) {
        if (agency.empty()) {
            return;
        }
        auto& of = all[agency];
        if (!worker.empty() && !of.contains(worker)) {
            auto entry = directory.worker(worker); // known elsewhere, or a code alone
            entry.agency = agency;
            of.emplace(worker, std::move(entry));
        }
    };
    add(draft.home, draft.author);
    for (const auto& record : relations) {
        if (record.type == RecordType::CareTeamMembership) {
            add(record.fields.get(care_team::kAgency), record.fields.get(care_team::kWorker));
        } else {
            add(record.fields.get(referral::kToAgency), record.fields.get(referral::kToWorker));
        }
    }
    return all;
}

int rankOf(const AudienceGroup& group, const AgencyId& home) {
    if (group.agency.code == home) {
        return 0;
    }
    return group.fields != Fields::None ? 1 : 2;
}

} // namespace

Relationships relationshipsOf(const Principal& viewer, const AgencyId& home, std::span<const Record> about,
                              WallTime now) {
    Relationships out;
    for (const auto& record : about) {
        if (record.home != home) {
            continue;
        }
        if (record.type == RecordType::CareTeamMembership) {
            out.careTeam = out.careTeam || isCurrentMember(viewer, record, now);
        } else if (record.type == RecordType::Referral) {
            const auto state = referralState(record.fields.text(referral::kState));
            out.addressedReferral = out.addressedReferral || (state && isOpen(*state) && isAddressedTo(viewer, record));
        }
    }
    return out;
}

std::vector<AudienceGroup> audienceOf(const Record& draft, std::span<const Record> about, const Directory& directory,
                                      WallTime now) {
    // A draft is its author's alone; what people ask is who reads it once it is signed.
    Record asSigned = draft;
    if (asSigned.type == RecordType::ContactNote && !draft.fields.text(contact_note::kState).starts_with("entered")) {
        asSigned.fields.put(contact_note::kState, std::string{"signed"});
    }
    const auto relations = relating(draft.home, about);
    std::vector<AudienceGroup> groups;
    for (const auto& [code, workers] : everybody(draft, relations, directory)) {
        AudienceGroup group;
        group.agency = directory.agency(code);
        for (const auto& [workerCode, worker] : workers) {
            const Principal viewer{code, workerCode, worker.role, {}};
            const auto relationships = relationshipsOf(viewer, draft.home, relations, now);
            const auto decision = decide(viewer, asSigned, relationships);
            if (group.fields == Fields::None || decision.fields > group.fields) {
                group.fields = decision.fields;
                group.reason = decision.reason;
            }
            if (!decision.releases()) {
                continue;
            }
            const bool involved = relationships.careTeam || relationships.addressedReferral ||
                                  workerCode == draft.author || code != draft.home;
            if (involved) {
                group.workers.push_back(worker);
            } else {
                ++group.others;
            }
        }
        // What a newer program added to it is not what people mean by "all of it".
        group.fields = group.fields == Fields::Known ? Fields::All : group.fields;
        groups.push_back(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(), [&](const AudienceGroup& a, const AudienceGroup& b) {
        return rankOf(a, draft.home) < rankOf(b, draft.home);
    });
    return groups;
}

} // namespace frontsheet
