#include "app/agency_server/care_team/care_team_run.h"

#include "app/agency_server/import/derived_ids.h"
#include "app/agency_server/import/ledger_upsert.h"
#include "core/base/utf8.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/registration.h"
#include "sync/wire/body_codec.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace frontsheet {

namespace {

// Marks a membership as a rule's in the record itself: care_team::kSource.
constexpr std::string_view kBySource = "extract";
constexpr std::string_view kRuleKey = "rule ";

struct KnownWorker {
    WorkerId code;
    AgencyId agency;
    std::string role;
    std::string foldedName;
    std::vector<std::string> covers;
};

struct KnownPerson {
    FieldSet registration;
    std::set<AgencyId> linkedTo; // by stated links
};

struct Known {
    std::vector<KnownWorker> workers;
    std::unordered_map<PersonId, KnownPerson> people;
    std::unordered_map<RecordId, Record> memberships;
};

KnownWorker workerOf(const AgencyId& home, const FieldSet& fields) {
    // Whose worker it is follows from whose directory says so.
    return {fields.get(worker::kCode), home, fields.get(worker::kRole), foldForSearch(fields.get(worker::kName)),
            fields.get(worker::kCovers)};
}

Result<Known> readAll(Ledger& ledger) {
    Known known;
    FS_ASSIGN(const auto reads, ledger.read());
    FS_TRY(reads->records({}, [&](const KeptRecord& kept) -> Result<Walk> {
        FS_ASSIGN(auto fields, wire::decodeBody(kept.body));
        switch (kept.header.type) {
        case RecordType::Worker:
            known.workers.push_back(workerOf(kept.header.home, fields));
            break;
        case RecordType::Registration:
            known.people[kept.header.person].registration = std::move(fields);
            break;
        case RecordType::PersonLink:
            if (fields.text(person_link::kState) == "stated") {
                known.people[kept.header.person].linkedTo.insert(fields.get(person_link::kOtherAgency));
            }
            break;
        case RecordType::CareTeamMembership: {
            Record record = kept.header;
            record.fields = std::move(fields);
            known.memberships.emplace(record.id, std::move(record));
            break;
        }
        default:
            break;
        }
        return Walk::On;
    }));
    FS_TRY(reads->partnerRecords([&](const KeptRecord& kept) -> Result<Walk> {
        if (kept.header.type == RecordType::Worker) {
            FS_ASSIGN(const auto fields, wire::decodeBody(kept.body));
            known.workers.push_back(workerOf(kept.header.home, fields));
        }
        return Walk::On;
    }));
    std::sort(known.workers.begin(), known.workers.end(), [](const KnownWorker& a, const KnownWorker& b) {
        return std::tie(a.code, a.agency) < std::tie(b.code, b.agency);
    });
    return known;
}

std::vector<std::string_view> wordsOf(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const auto end = folded.find(' ');
        if (end != 0) {
            words.push_back(folded.substr(0, end));
        }
        folded.remove_prefix(end == std::string_view::npos ? folded.size() : end + 1);
    }
    return words;
}

// "P. Donnelly" spells "Pat Donnelly"; "unallocated" spells nobody.
bool spells(std::string_view foldedGiven, std::string_view foldedName) {
    const auto given = wordsOf(foldedGiven);
    const auto name = wordsOf(foldedName);
    if (given.size() < 2 || given.size() != name.size() || given.back() != name.back()) {
        return false;
    }
    for (std::size_t i = 0; i + 1 < given.size(); ++i) {
        const bool initial = given[i].size() == 1 && name[i].starts_with(given[i]);
        if (given[i] != name[i] && !initial) {
            return false;
        }
    }
    return true;
}

bool covers(const KnownWorker& who, std::string_view place) {
    return !place.empty() && std::any_of(who.covers.begin(), who.covers.end(), [place](const std::string& covered) {
        return covered == place || covered == "all";
    });
}

class RuleRun {
public:
    RuleRun(const Partnership& partnership, const AgencyId& home, const Known& known)
        : m_partnership(partnership), m_home(home), m_known(known) {}

    [[nodiscard]] bool holdsHere(const CareTeamRule& rule) const {
        const auto* home = m_partnership.find(m_home);
        return home != nullptr &&
               std::find(rule.homeKinds.begin(), rule.homeKinds.end(), home->kind) != rule.homeKinds.end();
    }

    [[nodiscard]] std::vector<const KnownWorker*> chosen(const CareTeamRule& rule, const PersonId& id,
                                                         const KnownPerson& person) const {
        if (!appliesTo(rule, person)) {
            return {};
        }
        std::vector<const KnownWorker*> matching;
        for (const auto& who : m_known.workers) {
            if (who.role == rule.workerRole && matches(rule, person, who)) {
                matching.push_back(&who);
            }
        }
        if (rule.pick == PickOf::One && matching.size() > 1) {
            // Spread evenly and always the same for one person, so that a second run changes nothing.
            const auto* one = matching[std::hash<PersonId>{}(id) % matching.size()];
            matching.assign(1, one);
        }
        return matching;
    }

private:
    [[nodiscard]] bool appliesTo(const CareTeamRule& rule, const KnownPerson& person) const {
        if (rule.whenField) {
            const auto* value = person.registration.find(*rule.whenField);
            const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
            if (text == nullptr ||
                std::find(rule.whenValues.begin(), rule.whenValues.end(), *text) == rule.whenValues.end()) {
                return false;
            }
        }
        return rule.linkedToKind.empty() ||
               std::any_of(person.linkedTo.begin(), person.linkedTo.end(), [&](const AgencyId& agency) {
                   const auto* linked = m_partnership.find(agency);
                   return linked != nullptr && agency != m_home && linked->kind == rule.linkedToKind;
               });
    }

    [[nodiscard]] bool matches(const CareTeamRule& rule, const KnownPerson& person, const KnownWorker& who) const {
        if (rule.match == WorkerMatch::LinkedPracticeInCovers) {
            return std::any_of(person.linkedTo.begin(), person.linkedTo.end(), [&](const AgencyId& agency) {
                const auto* practice = m_partnership.find(agency);
                return practice != nullptr && covers(who, practice->odsCode);
            });
        }
        const auto* value = person.registration.find(rule.matchField);
        const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
        if (text == nullptr) {
            return false;
        }
        return rule.match == WorkerMatch::FieldIsName ? spells(foldForSearch(*text), who.foldedName)
                                                      : covers(who, *text);
    }

    const Partnership& m_partnership;
    const AgencyId& m_home;
    const Known& m_known;
};

Record membershipOf(const AgencyId& home, const PersonId& person, const KnownWorker& who, WallTime since) {
    Record record;
    record.id = derivedRecordId(home, RecordType::CareTeamMembership,
                                std::string{kRuleKey} + person.hex() + " " + who.agency.str() + " " + who.code.str());
    record.type = RecordType::CareTeamMembership;
    record.home = home;
    record.person = person;
    record.category = Category::Involvement;
    record.fields.put(care_team::kAgency, who.agency);
    record.fields.put(care_team::kWorker, who.code);
    record.fields.put(care_team::kRole, who.role);
    record.fields.put(care_team::kSince, since);
    record.fields.put(care_team::kSource, std::string{kBySource});
    return record;
}

bool stands(const Record& membership) { return !membership.fields.get(care_team::kUntil).isKnown(); }

// By a worker, who knows something of the person that no rule does: the next run does not put them back. What a run ends has no author.
bool wasTakenOff(const Record& membership) { return !stands(membership) && !membership.author.empty(); }

} // namespace

Result<CareTeamCounts> applyCareTeamRules(const std::vector<CareTeamRule>& rules, const Partnership& partnership,
                                          Ledger& ledger, const Clock& clock) {
    FS_ASSIGN(const auto known, readAll(ledger));
    const RuleRun run{partnership, ledger.agency(), known};
    CareTeamCounts counts;
    counts.people = known.people.size();
    LedgerUpsert upsert{ledger, clock};
    std::unordered_set<RecordId> standing;
    std::vector<PersonId> people;
    for (const auto& [person, facts] : known.people) {
        people.push_back(person);
    }
    std::sort(people.begin(), people.end());
    for (const auto& rule : rules) {
        if (!run.holdsHere(rule)) {
            continue;
        }
        auto& byRule = counts.byRule[rule.name];
        for (const auto& person : people) {
            for (const auto* who : run.chosen(rule, person, known.people.at(person))) {
                ++byRule;
                Record membership = membershipOf(ledger.agency(), person, *who, clock.now());
                if (!standing.insert(membership.id).second) {
                    continue; // by another rule already
                }
                const auto held = known.memberships.find(membership.id);
                if (held != known.memberships.end() && (stands(held->second) || wasTakenOff(held->second))) {
                    ++counts.kept;
                    continue;
                }
                ++counts.created; // or joined again
                FS_TRY(upsert.add(std::move(membership)));
            }
        }
    }
    // What earlier runs made carries an id that only a rule's key gives; everything else is left alone.
    for (const auto& [id, membership] : known.memberships) {
        const auto& f = membership.fields;
        const KnownWorker who{f.get(care_team::kWorker), f.get(care_team::kAgency), {}, {}, {}};
        const bool ofARule = id == membershipOf(ledger.agency(), membership.person, who, {}).id;
        if (ofARule && !standing.contains(id) && stands(membership)) {
            Record ended = membership;
            ended.fields.put(care_team::kUntil, clock.now());
            FS_TRY(upsert.add(std::move(ended)));
            ++counts.ended;
        }
    }
    FS_TRY(upsert.flush());
    return counts;
}

} // namespace frontsheet
