#include "app/demo/humans.h"

#include <algorithm>

namespace frontsheet::demo {

namespace {

// Ids that links join, as a forest: each leads to another of the same human, the last to itself.
class SameHuman {
public:
    std::string of(const std::string& person) {
        auto at = m_next.try_emplace(person, person).first;
        while (at->second != at->first) {
            at = m_next.try_emplace(at->second, at->second).first;
        }
        return at->first;
    }
    void join(const std::string& one, const std::string& other) { m_next[of(one)] = of(other); }

private:
    std::map<std::string, std::string> m_next;
};

void add(Human& human, const DumpedRecord& record) {
    if (record.type == "registration") {
        human.givenName = human.givenName.empty() ? record.field("given_name") : human.givenName;
        human.familyName = human.familyName.empty() ? record.field("family_name") : human.familyName;
        human.isFemale = human.isFemale || record.field("gender") == "female";
        human.persons.emplace(record.home, record.person);
        human.addresses.insert(record.field("address"));
        human.towns.insert(record.field("town"));
        if (record.field("born").size() == std::string_view{"1940-05-31"}.size()) {
            human.born.emplace(record.home, record.field("born"));
        }
        if (!record.field("local_id").empty()) {
            human.references.emplace(record.home, record.field("local_id"));
        }
        if (!record.field("nhs_number").empty()) {
            human.nhsNumbers.emplace(record.home, record.field("nhs_number"));
        }
    } else if (record.type == "care-team-membership") {
        human.teams.emplace(record.home, record.field("worker"));
    } else if (record.type == "placement") {
        human.placed = record.field("outcome").empty() ? "still-there" : record.field("outcome");
        if (record.field("outcome_on").empty()) {
            human.reviewedBy = record.field("reviewing_officer");
            human.reviewDue = record.field("first_review_due");
        }
    }
}

} // namespace

Humans Humans::in(const std::vector<Dump>& dumps) {
    SameHuman same;
    for (const auto& dump : dumps) {
        for (const auto& record : dump.records()) {
            if (record.type == "person-link" && record.field("state") == "stated") {
                same.join(record.person, record.field("other"));
            }
        }
    }
    std::map<std::string, Human> byId;
    for (const auto& dump : dumps) {
        for (const auto& record : dump.records()) {
            if (!record.person.empty()) {
                add(byId[same.of(record.person)], record);
            }
        }
    }
    Humans humans;
    for (auto& [id, human] : byId) {
        // Shown in every picture: a name that an old code page broke stays out of the days, not out of the people.
        if (!human.persons.empty() && human.givenName.find('?') == std::string::npos) {
            humans.m_all.push_back(std::move(human));
        }
    }
    std::stable_sort(humans.m_all.begin(), humans.m_all.end(), [](const Human& a, const Human& b) {
        return std::pair{a.persons.size(), a.addresses.size()} > std::pair{b.persons.size(), b.addresses.size()};
    });
    return humans;
}

const Human* Humans::take(const std::function<bool(const Human&)>& fits) {
    for (const auto& human : m_all) {
        if (!m_taken.contains(&human) && fits(human)) {
            m_taken.insert(&human);
            return &human;
        }
    }
    return nullptr;
}

} // namespace frontsheet::demo
