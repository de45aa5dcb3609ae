#include "core/domain/sharing/version_comparison.h"

#include "core/domain/calendar.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace frontsheet::sharing {

namespace {

struct CellKey {
    AgencyId home;
    AgencyId receiver;
    AgencyKind kind = AgencyKind::Council;
    std::string role;
    Purpose purpose = Purpose::DirectCare;
    Category category = Category::Identity;
    friend auto operator<=>(const CellKey&, const CellKey&) = default;
};
using Cells = std::map<CellKey, const Clause*>;

template <class C, class T>
bool has(const C& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

void addCells(Cells& cells, const Clause& clause, CellKey key) {
    for (const auto& role : clause.roles) {
        key.role = role;
        for (const auto category : clause.categories) {
            key.category = category;
            cells.emplace(key, &clause);
        }
    }
}

// Every cell between two agencies of which something could be released.
Cells cellsOf(const Agreement& agreement) {
    Cells cells;
    for (const auto& clause : agreement.clauses) {
        CellKey key;
        key.purpose = clause.purpose;
        if (clause.receivers == Receivers::OwnAgency) {
            key.kind = {};
            addCells(cells, clause, key);
            continue;
        }
        key.kind = clause.receiverKind;
        for (const auto& home : agreement.parties) {
            if (clause.anyHome == Homes::Named && !has(clause.homes, home.agency)) {
                continue;
            }
            key.home = home.agency;
            for (const auto& receiver : agreement.parties) {
                if (receiver.kind == clause.receiverKind && receiver.agency != home.agency &&
                    receiver.role != ControllerRole::Processor) {
                    key.receiver = receiver.agency;
                    addCells(cells, clause, key);
                }
            }
        }
    }
    return cells;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (std::size_t n = 0; n < parts.size(); ++n) {
        out += (n == 0 ? "" : n + 1 == parts.size() ? " and " : ", ") + parts[n];
    }
    return out;
}

std::string relationshipsIn(RelationshipSet set) {
    std::vector<std::string> parts;
    for (const auto& entry : words<Relationship>()) {
        if (set.has(entry.value)) {
            parts.emplace_back(entry.words);
        }
    }
    return joined(parts);
}

std::string fieldsIn(const std::vector<FieldRef>& fields) {
    std::vector<std::string> parts;
    for (const auto& field : fields) {
        const RecordSchema* schema = schemaOf(field.type);
        const FieldSpec* spec = schema == nullptr ? nullptr : schema->field(field.tag);
        if (spec != nullptr) {
            parts.push_back(std::string{schema->name} + "." + std::string{spec->name});
        }
    }
    return joined(parts);
}

struct Change {
    Direction direction = Direction::Widens;
    std::string what;
};

class ClauseChanges {
public:
    ClauseChanges(const Clause& before, const Clause& after) : m_before(before), m_after(after) {}

    std::vector<Change> all() {
        fields();
        relationships();
        // Of the three, each asks more of the person than the one before.
        ordered(m_before.permission, m_after.permission,
                "is released " + std::string{plainWords(m_after.permission)} + ", no longer " +
                    std::string{plainWords(m_before.permission)});
        ordered(m_after.access, m_before.access,
                m_after.access == Access::Contribute ? "may be added to" : "may no longer be added to");
        const auto& was = m_before.lease;
        const auto& is = m_after.lease;
        const std::string lease = "is kept without contact for " + std::to_string(is.softHours) + " to " +
                                  std::to_string(is.hardHours) + " hours, no longer " + std::to_string(was.softHours) +
                                  " to " + std::to_string(was.hardHours);
        if (limit(is.softHours) > limit(was.softHours) || limit(is.hardHours) > limit(was.hardHours)) {
            m_changes.push_back({Direction::Widens, lease});
        } else if (!(is == was)) {
            m_changes.push_back({Direction::Narrows, lease});
        }
        ordered(m_after.whenWithheld, m_before.whenWithheld,
                m_after.whenWithheld == WhenWithheld::Announced ? "is said to be there when it is withheld"
                                                                : "is no longer said to be there when it is withheld");
        ordered(m_after.furtherRelease, m_before.furtherRelease,
                m_after.furtherRelease == FurtherRelease::Allowed ? "may be passed on" : "may no longer be passed on");
        return std::move(m_changes);
    }

private:
    // Widens when `narrow` stands above `wide`.
    template <class T>
    void ordered(T narrow, T wide, std::string what) {
        if (narrow != wide) {
            m_changes.push_back({narrow > wide ? Direction::Widens : Direction::Narrows, std::move(what)});
        }
    }

    static unsigned limit(std::uint16_t hours) { return hours == 0 ? 0xFFFFFFFF : hours; }

    void fields() {
        const auto rank = [](const Clause& c) {
            return c.choice == FieldChoice::AllOfCategory ? 2 : c.choice == FieldChoice::Only ? 1 : 0;
        };
        if (rank(m_before) != rank(m_after)) {
            const bool more = rank(m_after) > rank(m_before);
            m_changes.push_back({more ? Direction::Widens : Direction::Narrows,
                                 rank(m_after) == 2   ? "is released whole"
                                 : rank(m_after) == 1 ? "is released in these fields alone: " + fieldsIn(m_after.only)
                                                      : "is no longer released"});
            return;
        }
        if (m_before.choice == FieldChoice::Only) {
            report(Direction::Widens, m_before.only, m_after.only, "is released in more fields: ");
            report(Direction::Narrows, m_after.only, m_before.only, "is released in fewer fields, without ");
        }
    }

    void report(Direction direction, std::vector<FieldRef> from, std::vector<FieldRef> to, const char* words) {
        std::sort(from.begin(), from.end());
        std::sort(to.begin(), to.end());
        std::vector<FieldRef> gained;
        std::set_difference(to.begin(), to.end(), from.begin(), from.end(), std::back_inserter(gained));
        if (!gained.empty()) {
            m_changes.push_back({direction, words + fieldsIn(gained)});
        }
    }

    void relationships() {
        const auto was = m_before.relationships;
        const auto is = m_after.relationships;
        const auto only = [](RelationshipSet a, RelationshipSet b) {
            return RelationshipSet::ofBits(static_cast<std::uint8_t>(a.bits() & ~b.bits()));
        };
        // Who needs no relationship has lost nothing by losing one.
        if (const auto gained = only(is, was); !gained.empty() && !was.has(Relationship::NoneNeeded)) {
            m_changes.push_back({Direction::Widens, "is released for one more reason: " + relationshipsIn(gained)});
        }
        if (const auto lost = only(was, is); !lost.empty() && !is.has(Relationship::NoneNeeded)) {
            m_changes.push_back({Direction::Narrows, "is no longer released by: " + relationshipsIn(lost)});
        }
    }

    const Clause& m_before;
    const Clause& m_after;
    std::vector<Change> m_changes;
};

std::string releasedAs(const Clause& clause) {
    if (clause.choice == FieldChoice::Nothing) {
        return clause.whenWithheld == WhenWithheld::Announced ? "is said to be there, without being released" : "";
    }
    return "is released" +
           (clause.choice == FieldChoice::Only ? " in these fields: " + fieldsIn(clause.only) : std::string{}) + " (" +
           relationshipsIn(clause.relationships) + "; " + std::string{plainWords(clause.permission)} + ")";
}

std::vector<Change> changesOf(const Clause* before, const Clause* after) {
    if (before != nullptr && after != nullptr) {
        return ClauseChanges(*before, *after).all();
    }
    const std::string what = releasedAs(before == nullptr ? *after : *before);
    if (what.empty()) {
        return {};
    }
    return {before == nullptr ? Change{Direction::Widens, what} : Change{Direction::Narrows, "no longer " + what}};
}

template <class Visit>
void forEachChange(const Cells& before, const Cells& after, Visit visit) {
    const auto visitCell = [&](const CellKey& key, const Clause* was, const Clause* is) {
        for (auto& change : changesOf(was, is)) {
            visit(key, std::move(change), is == nullptr ? *was : *is);
        }
    };
    for (const auto& [key, was] : before) {
        const auto is = after.find(key);
        visitCell(key, was, is == after.end() ? nullptr : is->second);
    }
    for (const auto& [key, is] : after) {
        if (!before.contains(key)) {
            visitCell(key, nullptr, is);
        }
    }
}

bool holdsLonger(const Agreement& before, const Agreement& after) {
    return before.expires.isKnown() && (!after.expires.isKnown() || before.expires < after.expires);
}

// What is alike but for home, receiver and category, and for whom it is.
struct Alike {
    Direction direction = Direction::Widens;
    AgencyKind kind = AgencyKind::Council;
    std::string role;
    Purpose purpose = Purpose::DirectCare;
    std::string what;
    friend auto operator<=>(const Alike&, const Alike&) = default;
};

class Gathering {
public:
    void add(const CellKey& key, Change change, RelationshipSet by) {
        auto& cells = m_alike[{change.direction, key.kind, key.role, key.purpose, std::move(change.what)}];
        auto& cell = cells[{key.home, key.receiver}];
        cell.categories.insert(key.category);
        cell.by = cell.by | by;
    }

    [[nodiscard]] std::vector<Difference> differences(std::size_t partners, const PeopleConcerned& people) const {
        std::vector<Difference> out;
        for (const auto& [alike, cells] : m_alike) {
            // Exactly: each receiver with the homes whose categories are the same; then receivers that are alike in that.
            std::map<std::pair<AgencyId, std::set<Category>>, std::set<AgencyId>> homes;
            for (const auto& [pair, cell] : cells) {
                homes[{pair.receiver, cell.categories}].insert(pair.home);
            }
            std::map<std::pair<std::set<AgencyId>, std::set<Category>>, std::set<AgencyId>> receivers;
            for (const auto& [of, from] : homes) {
                const bool everyPartner = partners > 1 && from.size() == partners;
                receivers[{everyPartner ? std::set<AgencyId>{} : from, of.second}].insert(of.first);
            }
            for (const auto& [of, to] : receivers) {
                Difference difference;
                difference.direction = alike.direction;
                difference.receiverKind = alike.kind;
                difference.role = alike.role;
                difference.purpose = alike.purpose;
                difference.homes.assign(of.first.begin(), of.first.end());
                difference.receivers.assign(to.begin(), to.end());
                difference.categories.assign(of.second.begin(), of.second.end());
                difference.what = alike.what;
                if (people) {
                    difference.people = counted(difference, cells, people);
                }
                out.push_back(std::move(difference));
            }
        }
        return out;
    }

private:
    struct Cell {
        std::set<Category> categories;
        RelationshipSet by;
    };
    using Alikes = std::map<Pair, Cell>;

    static std::optional<std::size_t> counted(const Difference& difference, const Alikes& cells,
                                              const PeopleConcerned& people) {
        std::optional<std::size_t> sum;
        for (const auto& [pair, cell] : cells) {
            const bool meant = has(difference.receivers, pair.receiver) &&
                               (difference.homes.empty() || has(difference.homes, pair.home)) &&
                               std::equal(cell.categories.begin(), cell.categories.end(), difference.categories.begin(),
                                          difference.categories.end());
            if (!meant) {
                continue;
            }
            if (const auto some = people(pair.home, pair.receiver, difference.role, cell.by)) {
                sum = sum.value_or(0) + *some;
            }
        }
        return sum;
    }

    std::map<Alike, Alikes> m_alike;
};

template <class T, class Name>
std::string listed(const std::vector<T>& all, Name name) {
    std::vector<std::string> parts;
    for (const auto& one : all) {
        parts.emplace_back(name(one));
    }
    return joined(parts);
}

} // namespace

std::vector<Difference> compareVersions(const Agreement& before, const Agreement& after,
                                        const PeopleConcerned& people) {
    Gathering gathering;
    forEachChange(cellsOf(before), cellsOf(after), [&](const CellKey& key, Change change, const Clause& clause) {
        gathering.add(key, std::move(change), clause.relationships);
    });
    // A receiver's partners are the others; where parties come or go, none of the two counts is all of them.
    const bool sameParties = before.parties.size() == after.parties.size();
    const std::size_t partners = sameParties && !after.parties.empty() ? after.parties.size() - 1 : 0;
    auto out = gathering.differences(partners, people);
    const bool until = before.expires != after.expires;
    if (until) {
        Difference difference;
        difference.direction = holdsLonger(before, after) ? Direction::Widens : Direction::Narrows;
        difference.what = "all of it holds " +
                          (after.expires.isKnown() ? "until " + isoDate(after.expires) : std::string{"without end"}) +
                          ", no longer " +
                          (before.expires.isKnown() ? "until " + isoDate(before.expires) : std::string{"without end"});
        out.insert(out.begin(), std::move(difference));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Difference& a, const Difference& b) { return a.direction < b.direction; });
    return out;
}

std::string describe(const Difference& difference) {
    std::string out = difference.direction == Direction::Widens ? "widens: " : "narrows: ";
    if (difference.role.empty()) {
        return out + difference.what;
    }
    const auto category = [](Category one) { return wordOf(one); };
    const auto agency = [](const AgencyId& one) { return one.str(); };
    out += "for " + difference.role;
    if (!difference.receivers.empty() && !difference.receivers[0].empty()) {
        out += " of " + listed(difference.receivers, agency);
    }
    out += ", for " + std::string{plainWords(difference.purpose)} + ", " + listed(difference.categories, category);
    if (difference.homes.empty()) {
        out += " of every partner";
    } else if (!difference.homes[0].empty()) {
        out += " of " + listed(difference.homes, agency);
    }
    out += " " + difference.what;
    if (difference.people) {
        out += ". " + std::to_string(*difference.people) + (*difference.people == 1 ? " person" : " people");
    }
    return out;
}

Activation activationFor(const AgencyId& home, const Agreement* before, const std::vector<AgencyId>& signedBefore,
                         const Agreement& after, const std::vector<AgencyId>& signedAfter) {
    Activation out;
    std::set<AgencyId> widened;
    if (before != nullptr) {
        forEachChange(cellsOf(*before), cellsOf(after), [&](const CellKey& key, const Change& change, const Clause&) {
            if (key.home == home && change.direction == Direction::Widens) {
                widened.insert(key.receiver);
            }
        });
    }
    const bool longer = before != nullptr && holdsLonger(*before, after);
    const bool homeSigned = has(signedAfter, home);
    for (const auto& party : after.parties) {
        const auto& agency = party.agency;
        const bool narrows =
            before != nullptr && has(signedBefore, agency) && !longer && !widened.contains(agency) && agency != home;
        const bool agreed = has(signedAfter, agency) || (homeSigned && narrows);
        (agreed && homeSigned ? out.bound : out.missing).push_back(agency);
    }
    if (!homeSigned) {
        // Nobody is waited for before the home itself has signed.
        out.missing.assign(1, home);
        out.bound.clear();
    }
    std::sort(out.bound.begin(), out.bound.end());
    std::sort(out.missing.begin(), out.missing.end());
    return out;
}

} // namespace frontsheet::sharing
