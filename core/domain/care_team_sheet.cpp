#include "core/domain/care_team_sheet.h"

#include "core/domain/record_line.h"
#include "core/domain/schema/care_team.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace frontsheet {

namespace {

JoinedBy joinedBy(std::string_view source) {
    constexpr std::pair<std::string_view, JoinedBy> kWords[] = {{"referral", JoinedBy::Referral},
                                                                {"asked", JoinedBy::Asked},
                                                                {"offer", JoinedBy::Offer},
                                                                {"worker", JoinedBy::Worker},
                                                                {"extract", JoinedBy::Extract}};
    for (const auto& [word, how] : kWords) {
        if (word == source) {
            return how;
        }
    }
    return JoinedBy::NotSaid;
}

bool isOver(const TeamStatement& said, WallTime now) { return said.until.isKnown() && said.until <= now; }

TeamStatement statementOf(const Record& membership, const CareTeamInput& input, const Directory& directory) {
    const auto& f = membership.fields;
    TeamStatement said;
    said.record = membership.id;
    said.home = directory.agency(membership.home);
    said.since = f.get(care_team::kSince);
    said.until = f.get(care_team::kUntil);
    said.how = joinedBy(f.text(care_team::kSource));
    // A record's author is who changed it last: once somebody has, who began it is for its history to say. What is on this device
    // alone was written here, and has no author yet.
    const bool here = membership.version.n == 0;
    if (membership.version.n <= 1) {
        said.by = here ? input.me.worker : membership.author;
        said.byAgency = here ? input.me.agency : membership.authorAgency;
    }
    said.waiting = std::binary_search(input.waiting.begin(), input.waiting.end(), membership.id);
    const auto because = f.get(care_team::kBecauseOf);
    const auto found = std::find_if(input.records.begin(), input.records.end(),
                                    [&](const Record& r) { return !because.isNull() && r.id == because; });
    if (found != input.records.end()) {
        said.because = found->type;
        said.what = lineOf(*found);
    }
    return said;
}

bool hasDirectoryOf(const AgencyId& agency, const Directory& directory) {
    return std::any_of(directory.workers().begin(), directory.workers().end(),
                       [&](const auto& entry) { return entry.second.agency == agency; });
}

TeamMember memberOf(const AgencyId& agency, const WorkerId& code, const std::string& role, const CareTeamInput& input,
                    const Directory& directory) {
    TeamMember member;
    member.worker = directory.worker(code);
    member.agency = directory.agency(agency);
    member.role = role.empty() ? member.worker.role : role;
    member.gone = !directory.workers().contains(code) && hasDirectoryOf(agency, directory);
    if (const auto* away = directory.absenceOf(code, input.today)) {
        member.away = *away;
    }
    return member;
}

WallTime leftAt(const TeamMember& member) {
    WallTime last;
    for (const auto& said : member.said) {
        last = std::max(last, said.until);
    }
    return last;
}

} // namespace

CareTeamSheet careTeamSheet(const CareTeamInput& input, const Directory& directory) {
    std::map<std::pair<AgencyId, WorkerId>, TeamMember> all;
    for (const auto& record : input.records) {
        const auto agency = record.fields.get(care_team::kAgency);
        const auto worker = record.fields.get(care_team::kWorker);
        if (record.type != RecordType::CareTeamMembership || agency.empty() || worker.empty()) {
            continue;
        }
        auto known = all.find({agency, worker});
        if (known == all.end()) {
            known = all.emplace(std::pair{agency, worker},
                                memberOf(agency, worker, record.fields.get(care_team::kRole), input, directory))
                        .first;
        }
        known->second.said.push_back(statementOf(record, input, directory));
    }
    CareTeamSheet sheet;
    for (auto& [key, member] : all) {
        std::stable_sort(member.said.begin(), member.said.end(), [&](const TeamStatement& a, const TeamStatement& b) {
            const bool ownA = a.home.code == input.me.agency;
            const bool ownB = b.home.code == input.me.agency;
            return ownA != ownB ? ownA : std::tie(a.since, a.record) > std::tie(b.since, b.record);
        });
        const bool stands = std::any_of(member.said.begin(), member.said.end(),
                                        [&](const TeamStatement& said) { return !isOver(said, input.now); });
        if (stands) {
            std::erase_if(member.said, [&](const TeamStatement& said) { return isOver(said, input.now); });
        }
        (stands ? sheet.now : sheet.before).push_back(std::move(member));
    }
    std::stable_sort(sheet.now.begin(), sheet.now.end(), [&](const TeamMember& a, const TeamMember& b) {
        const bool ownA = a.agency.code == input.me.agency;
        const bool ownB = b.agency.code == input.me.agency;
        return ownA != ownB ? ownA
                            : std::tie(a.agency.name, a.worker.name, a.worker.code) <
                                  std::tie(b.agency.name, b.worker.name, b.worker.code);
    });
    std::stable_sort(sheet.before.begin(), sheet.before.end(),
                     [](const TeamMember& a, const TeamMember& b) { return leftAt(a) > leftAt(b); });
    return sheet;
}

} // namespace frontsheet
