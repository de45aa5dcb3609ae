#include "core/domain/same_person.h"

#include "core/domain/matching/match_index.h"
#include "core/domain/schema/person_link.h"

#include <algorithm>
#include <vector>

namespace frontsheet {

namespace {

std::vector<const Record*> registrationsIn(std::span<const Record> records) {
    std::vector<const Record*> out;
    for (const auto& record : records) {
        if (record.type == RecordType::Registration) {
            out.push_back(&record);
        }
    }
    std::sort(out.begin(), out.end(), [](const Record* a, const Record* b) { return a->id < b->id; });
    return out;
}

const Record* ownOf(const std::vector<const Record*>& registrations, const AgencyId& agency) {
    const auto found =
        std::find_if(registrations.begin(), registrations.end(), [&](const Record* r) { return r->home == agency; });
    return found == registrations.end() ? nullptr : *found;
}

PersonId otherOf(const Record& link) { return link.fields.get(person_link::kOther); }

bool isOneHuman(std::span<const Record> here, std::span<const Record> there) {
    return std::any_of(here.begin(), here.end(), [&](const Record& a) {
        return std::any_of(there.begin(), there.end(), [&](const Record& b) { return a.person == b.person; });
    });
}

} // namespace

LinkWord linkWordOf(const Record& link) {
    if (link.type != RecordType::PersonLink) {
        return LinkWord::Nothing;
    }
    const auto state = link.fields.text(person_link::kState);
    return state == "stated"                            ? LinkWord::Joins
           : state == "refused" || state == "withdrawn" ? LinkWord::Parts
                                                        : LinkWord::Nothing;
}

std::set<PersonId> oneHuman(const PersonId& person, std::span<const Record> links) {
    std::vector<const Record*> joins;
    std::set<std::pair<PersonId, PersonId>> denied;
    for (const auto& record : links) {
        const auto word = linkWordOf(record);
        if (word == LinkWord::Joins) {
            joins.push_back(&record);
        } else if (word == LinkWord::Parts) {
            denied.insert(std::minmax(record.person, otherOf(record)));
        }
    }
    std::set<PersonId> same{person};
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto* link : joins) {
            const auto other = otherOf(*link);
            if (same.contains(link->person) != same.contains(other) &&
                !denied.contains(std::minmax(link->person, other))) {
                same.insert({link->person, other});
                grew = true;
            }
        }
    }
    return same;
}

JoinLook lookAtJoining(std::span<const Record> here, std::span<const Record> there, const AgencyId& agency) {
    auto left = registrationsIn(here);
    auto right = registrationsIn(there);
    JoinLook look;
    if (left.empty() || right.empty()) {
        look.refusal = JoinRefusal::NotOurs;
        return look;
    }
    if (ownOf(left, agency) == nullptr && ownOf(right, agency) != nullptr) {
        std::swap(left, right);
    }
    const Record* own = ownOf(left, agency);
    look.left = own != nullptr ? own : left.front();
    look.right = right.front();
    look.evidence = evidenceOf(identityOf(*look.left), identityOf(*look.right));
    if (isOneHuman(here, there)) {
        look.refusal = JoinRefusal::JoinedAlready;
        return look;
    }
    for (const Record* a : left) {
        for (const Record* b : right) {
            if (evidenceOf(identityOf(*a), identityOf(*b)).number == NumberAgreement::Differs) {
                look.refusal = JoinRefusal::NhsNumbersDiffer;
                look.left = a;
                look.right = b;
                look.evidence = evidenceOf(identityOf(*a), identityOf(*b));
                return look;
            }
        }
    }
    look.refusal = own == nullptr ? JoinRefusal::NotOurs : JoinRefusal::None;
    return look;
}

std::vector<const Record*> statementsOn(std::span<const Record> records, const AgencyId& agency, const PersonId& a,
                                        const PersonId& b) {
    std::vector<const Record*> out;
    for (const auto& record : records) {
        if (record.type != RecordType::PersonLink || record.home != agency) {
            continue;
        }
        const auto other = otherOf(record);
        if ((record.person == a && other == b) || (record.person == b && other == a)) {
            out.push_back(&record);
        }
    }
    return out;
}

Parting partingOf(std::span<const Record> records, const AgencyId& agency, const PersonId& person,
                  const PersonId& other) {
    const auto isOwn = [&](const PersonId& id) {
        return std::any_of(records.begin(), records.end(), [&](const Record& record) {
            return record.type == RecordType::Registration && record.home == agency && record.person == id;
        });
    };
    Parting out;
    std::vector<Record> after(records.begin(), records.end());
    for (const auto& record : records) {
        const bool joinsOther =
            linkWordOf(record) == LinkWord::Joins && (record.person == other || otherOf(record) == other);
        if (!joinsOther) {
            continue;
        }
        if (record.home == agency) {
            out.takeBack.push_back(&record);
            const auto decided = record.fields.get(person_link::kDecidedAt);
            const auto since = decided.isKnown() ? decided : record.occurredAt;
            out.joinedSince = out.joinedSince.isKnown() ? std::min(out.joinedSince, since) : since;
            continue;
        }
        const auto& beside = record.person == other ? otherOf(record) : record.person;
        const auto own = isOwn(beside) ? beside : isOwn(other) ? other : PersonId{};
        const auto pair = std::pair{own, own == other ? beside : other};
        const auto ours = statementsOn(records, agency, pair.first, pair.second);
        const bool saidNo =
            std::any_of(ours.begin(), ours.end(), [](const Record* r) { return linkWordOf(*r) != LinkWord::Nothing; });
        if (!own.isNull() && !saidNo && std::find(out.deny.begin(), out.deny.end(), pair) == out.deny.end()) {
            out.deny.push_back(pair);
        }
    }
    // As it will stand then.
    for (auto& record : after) {
        const bool takenBack = std::any_of(out.takeBack.begin(), out.takeBack.end(),
                                           [&](const Record* back) { return back->id == record.id; });
        if (takenBack) {
            record.fields.put(person_link::kState, std::string{"withdrawn"});
        }
    }
    for (const auto& [own, beside] : out.deny) {
        Record no;
        no.type = RecordType::PersonLink;
        no.person = own;
        no.fields.put(person_link::kOther, beside);
        no.fields.put(person_link::kState, std::string{"refused"});
        after.push_back(std::move(no));
    }
    const auto together = oneHuman(other, after);
    if (together.contains(person)) {
        for (const auto& record : after) {
            const bool keeps = linkWordOf(record) == LinkWord::Joins && together.contains(record.person) &&
                               together.contains(otherOf(record)) && record.home != agency;
            if (keeps &&
                std::find(out.stillSaidBy.begin(), out.stillSaidBy.end(), record.home) == out.stillSaidBy.end()) {
                out.stillSaidBy.push_back(record.home);
            }
        }
    }
    return out;
}

Record decidedLink(Record link, LinkDecision decision, const WorkerId& worker, WallTime now) {
    auto& f = link.fields;
    const bool held = f.text(person_link::kState) == "stated";
    f.put(person_link::kState, std::string{decision == LinkDecision::Same ? "stated" : held ? "withdrawn" : "refused"});
    f.put(person_link::kBasis, std::string{"confirmed-by-worker"});
    f.put(person_link::kDecidedBy, worker);
    f.put(person_link::kDecidedAt, now);
    return link;
}

} // namespace frontsheet
