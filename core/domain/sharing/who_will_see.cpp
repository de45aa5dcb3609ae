#include "core/domain/sharing/who_will_see.h"

#include "core/domain/asking.h"
#include "core/domain/audience.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/record_view.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace frontsheet::sharing {

namespace {

using AgencyRole = std::pair<AgencyId, std::string>;

// A draft is its author's alone; what people ask is who reads it once it is signed.
Record asSigned(Record draft) {
    if (draft.type == RecordType::ContactNote && !draft.fields.text(contact_note::kState).starts_with("entered")) {
        draft.fields.put(contact_note::kState, std::string{"signed"});
    }
    return draft;
}

// The few records that join a worker to the person at the home, with what the draft joins: whom it is referred to, or asks.
std::vector<Record> relating(const Record& draft, std::span<const Record> about) {
    std::vector<Record> out;
    std::copy_if(about.begin(), about.end(), std::back_inserter(out), [&](const Record& r) {
        return r.home == draft.home && r.id != draft.id &&
               (r.type == RecordType::CareTeamMembership || r.type == RecordType::Referral);
    });
    if (draft.type == RecordType::Referral) {
        out.push_back(draft);
    }
    if (const auto whom = asksAnew(nullptr, draft)) {
        out.push_back(membershipByAsking(draft, *whom, {draft.authorAgency, draft.author, {}, {}}, {}, {}));
    }
    return out;
}

AgencyId practiceOf(const AgencyId& home, std::span<const Record> about, const Directory& directory) {
    for (const auto& record : about) {
        if (record.type == RecordType::Registration && record.home == home) {
            const auto* practice = directory.practice(record.fields.text(registration::kPractice));
            return practice != nullptr ? practice->code : AgencyId{};
        }
    }
    return {};
}

std::vector<WorkerEntry> everybody(const Record& draft, std::span<const Record> relations, const Directory& directory) {
    std::map<WorkerId, WorkerEntry> all;
    for (const auto& [code, worker] : directory.workers()) {
        all.emplace(code, worker);
    }
    const auto add = [&](const AgencyId& agency, const WorkerId& worker, const std::string& role) {
        if (!agency.empty() && !worker.empty() && !all.contains(worker)) {
            auto entry = directory.worker(worker);
            entry.agency = agency;
            entry.role = role;
            all.emplace(worker, std::move(entry));
        }
    };
    add(draft.home, draft.author, {});
    for (const auto& record : relations) {
        if (record.type == RecordType::CareTeamMembership) {
            add(record.fields.get(care_team::kAgency), record.fields.get(care_team::kWorker),
                record.fields.get(care_team::kRole));
        } else {
            add(record.fields.get(referral::kToAgency), record.fields.get(referral::kToWorker), {});
        }
    }
    std::vector<WorkerEntry> out;
    out.reserve(all.size());
    for (auto& [code, worker] : all) {
        out.push_back(std::move(worker));
    }
    return out;
}

Extent extentOf(const Decision& decision, RecordType type) {
    const TypeFields* fields = typeFieldsOf(type);
    if (!decision.releases() || fields == nullptr) {
        return decision.releases() ? Extent::Whole : Extent::Nothing;
    }
    return decision.fields.count() < fields->all.count() ? Extent::Part : Extent::Whole;
}

// As the directory has it; a party that is not in the directory yet, by its name in the agreement.
AgencyEntry agencyOf(const AgencyId& code, const Directory& directory, const AgreementsInForce& agreements) {
    AgencyEntry entry = directory.agency(code);
    const Party* party = directory.agencies().contains(code) ? nullptr : agreements.whomToAsk(code);
    if (party != nullptr) {
        entry.name = party->name;
        entry.shortName = party->name;
    }
    return entry;
}

int rankOf(const SeeingRole& role, const AgencyId& home) {
    if (role.agency.code == home) {
        return role.extent != Extent::Nothing ? 0 : 3;
    }
    return role.extent != Extent::Nothing ? 1 : !role.by.empty() ? 2 : 4;
}

} // namespace

std::vector<SeeingRole> whoWillSee(const Record& draft, std::span<const Record> about, const Directory& directory,
                                   const AgreementsInForce& agreements,
                                   std::span<const PermissionStatement> permissions, WallTime now) {
    const Record record = asSigned(draft);
    const auto relations = relating(record, about);
    const AgencyId practice = practiceOf(record.home, about, directory);
    std::map<AgencyRole, SeeingRole> roles;
    {
        const Principal nobody;
        const RecordView view(record, nobody, {});
        for (auto& readership : readershipOf(view.facts(), agreements, permissions, now)) {
            SeeingRole role;
            role.agency = agencyOf(readership.agency, directory, agreements);
            role.role = readership.role;
            role.by = readership.by;
            role.reason = readership.extent == Extent::Nothing ? readership.reason : Reason::NoRelationship;
            roles.emplace(AgencyRole{readership.agency, readership.role}, std::move(role));
        }
    }
    std::set<AgencyRole> unknown; // a role of the directory that no agreement names
    for (const auto& worker : everybody(record, relations, directory)) {
        const Principal viewer{worker.agency, worker.code, worker.role, {}};
        const auto joined = relationshipsOf(viewer, record.home, relations, now);
        auto relationships = relationshipSet(joined);
        if (!practice.empty() && worker.agency == practice) {
            relationships = relationships | Relationship::PracticeList;
        }
        const RecordView view(record, viewer, joined);
        const auto decision = decide({viewer, agreements.purposesOf(viewer, record.home), relationships}, view.facts(),
                                     agreements, permissions, now);
        const AgencyRole key{worker.agency, worker.role};
        auto found = roles.find(key);
        if (found == roles.end()) {
            SeeingRole role;
            role.agency = directory.agency(worker.agency);
            role.role = worker.role;
            role.reason = decision.reason;
            found = roles.emplace(key, std::move(role)).first;
        }
        auto& role = found->second;
        if (!decision.releases()) {
            continue;
        }
        if (role.count() == 0 || extentOf(decision, record.type) > role.extent) {
            role.extent = extentOf(decision, record.type);
            role.reason = decision.reason;
        }
        const bool byName =
            !relationships.empty() || worker.code == record.author || decision.reason == Reason::OwnConcern;
        if (byName) {
            role.workers.push_back(worker);
        } else {
            ++role.others;
        }
    }
    std::vector<SeeingRole> out;
    out.reserve(roles.size());
    for (auto& [key, role] : roles) {
        out.push_back(std::move(role));
    }
    std::stable_sort(out.begin(), out.end(), [&](const SeeingRole& a, const SeeingRole& b) {
        return rankOf(a, record.home) < rankOf(b, record.home);
    });
    return out;
}

std::vector<SeeingChange> changeOf(std::span<const SeeingRole> before, std::span<const SeeingRole> after) {
    std::map<AgencyRole, std::pair<const SeeingRole*, const SeeingRole*>> all;
    for (const auto& role : before) {
        all[{role.agency.code, role.role}].first = &role;
    }
    for (const auto& role : after) {
        all[{role.agency.code, role.role}].second = &role;
    }
    std::vector<SeeingChange> out;
    const SeeingRole nobody;
    const auto missing = [&](const SeeingRole& from, const SeeingRole& in, bool gains) {
        SeeingChange change{from.agency, from.role, {}, from.others > in.others ? from.others - in.others : 0, gains};
        for (const auto& worker : from.workers) {
            const bool there = std::any_of(in.workers.begin(), in.workers.end(),
                                           [&](const WorkerEntry& other) { return other.code == worker.code; });
            if (!there || from.extent > in.extent) {
                change.workers.push_back(worker);
            }
        }
        if (change.others == 0 && from.others > 0 && from.extent > in.extent) {
            change.others = from.others;
        }
        if (!change.workers.empty() || change.others > 0) {
            out.push_back(std::move(change));
        }
    };
    for (const auto& [key, pair] : all) {
        const auto& was = pair.first != nullptr ? *pair.first : nobody;
        const auto& is = pair.second != nullptr ? *pair.second : nobody;
        missing(is, was, true);
        missing(was, is, false);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const SeeingChange& a, const SeeingChange& b) { return a.gains && !b.gains; });
    return out;
}

} // namespace frontsheet::sharing
