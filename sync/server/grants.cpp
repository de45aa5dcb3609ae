#include "sync/server/grants.h"

#include "core/base/planted_bug.h"
#include "sync/server/grant_terms.h"
#include "sync/wire/held_hash.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr auto kFirstCategory = static_cast<int>(Category::Identity);
constexpr auto kLastCategory = static_cast<int>(Category::Conference);

// Its author's alone, whatever agreements say.
constexpr std::uint64_t kDraftTerms = 1;

bool isOfReferral(RecordType type) { return type == RecordType::Referral || type == RecordType::ReferralMessage; }

} // namespace

Result<GrantSet> GrantSet::of(LedgerReads& reads, const Principal& viewer,
                              std::shared_ptr<const SharingInForce> sharing,
                              std::shared_ptr<const Statements> statements, WallTime now) {
    GrantSet set;
    set.m_ownAgency = viewer.agency == reads.home();
    set.m_sharing = std::move(sharing);
    set.m_statements = std::move(statements);
    const auto& agreements = set.m_sharing->agreements;
    TermsFor terms{viewer, reads.home(), agreements, now};
    set.m_purposes = terms.purposes();
    FS_ASSIGN(const auto posts, Posts::of(reads, viewer, *set.m_sharing));
    FS_ASSIGN(set.m_joined, everybodyJoinedTo(reads, viewer, posts, now));
    set.m_directory = sharing::releasesDirectory(viewer.agency, reads.home(), agreements, now);
    if (set.m_directory) {
        set.m_scopes.push_back({Scope::directory().name(), {Scope::directory(), 0, ScopeKey::Turn::Lasting}, {}});
    }

    FS_TRY(set.grantEverybody(reads, terms));
    FS_ASSIGN(const auto cells, reads.cellsFor(viewer.agency, viewer.worker));
    std::unordered_map<PersonId, std::vector<Cell>> besides;
    for (const auto& cell : cells) {
        besides[cell.person].push_back(cell);
    }
    for (const auto& [person, joined] : set.m_joined.people) {
        const auto own = besides.extract(person);
        FS_TRY(set.grantOne(reads, terms, person, own ? own.mapped() : std::vector<Cell>{}));
    }
    for (const auto& [person, own] : besides) {
        FS_TRY(set.grantOne(reads, terms, person, own));
    }
    FS_TRY(set.m_ownAgency ? set.grantConcerns(reads, viewer, terms) : ok());
    set.close(now);
    return set;
}

// What the role alone opens. Where what somebody said makes a difference to that, it is granted person by person.
Result<void> GrantSet::grantEverybody(LedgerReads& reads, TermsFor& terms) {
    for (int n = kFirstCategory; n <= kLastCategory; ++n) {
        const auto category = static_cast<Category>(n);
        const auto plain = terms.of(category, {}, {});
        const bool differs = std::any_of(m_statements->begin(), m_statements->end(), [&](const auto& said) {
            return terms.of(category, {}, said.second).hash != plain.hash;
        });
        if (!differs && plain.releases()) {
            grant(Scope::everyone(category), plain);
            m_everyone.emplace(category, plain);
        }
        if (!differs) {
            continue;
        }
        FS_ASSIGN(const auto people, reads.personsIn(category));
        for (const auto& person : people) {
            m_joined.people.try_emplace(person); // by the role alone
        }
    }
    return ok();
}

Result<void> GrantSet::grantOne(LedgerReads& reads, TermsFor& terms, const PersonId& person,
                                const std::vector<Cell>& besides) {
    const auto joined = joinedTo(person);
    const auto said = saidBy(person);
    FS_ASSIGN(const auto cells, reads.cellsOf(person));
    for (const auto& cell : cells) {
        const bool namedOn = std::find(besides.begin(), besides.end(), cell) != besides.end();
        const bool theirs =
            cell.standing == CellStanding::Draft ? namedOn : m_ownAgency || cell.standing == CellStanding::Open;
        if (!theirs) {
            continue;
        }
        auto what = terms.of(cell.category, joined.all, said);
        if (cell.standing == CellStanding::Draft && !what.releases()) {
            what.hash = kDraftTerms;
        }
        const bool reads_ = what.releases() && (cell.audience.isOpen() || namedOn);
        if (!reads_) {
            sayWithheld(cell, what);
            continue;
        }
        grantPerson(cell, what);
    }
    if (const auto addressed = m_joined.referrals.find(person); addressed != m_joined.referrals.end()) {
        for (const auto& referral : addressed->second) {
            if (const auto what = terms.ofReferral(referral.category, joined.all, said); what.releases()) {
                m_referrals[person].push_back(Scope::ofReferral(referral.id, person));
                grant(m_referrals[person].back(), what);
            }
        }
    }
    return ok();
}

// What they sent they may follow, where what is filed under safeguarding about the person is not theirs to see anyhow.
Result<void> GrantSet::grantConcerns(LedgerReads& reads, const Principal& viewer, TermsFor& terms) {
    FS_ASSIGN(const auto sent, reads.concernsSentBy(viewer.worker));
    for (const auto& concern : sent) {
        ScopedRecord scoped;
        scoped.id = concern.record;
        scoped.type = RecordType::Referral;
        scoped.person = concern.person;
        scoped.category = Category::Safeguarding;
        if (!coversScoped(scoped)) {
            m_referrals[concern.person].push_back(Scope::ofReferral(concern.record, concern.person));
            grant(m_referrals[concern.person].back(),
                  terms.ofConcern(joinedTo(concern.person).all, saidBy(concern.person)));
        }
    }
    return ok();
}

const GrantTerms* GrantSet::everyone(Category category) const {
    const auto found = m_everyone.find(category);
    return found == m_everyone.end() ? nullptr : &found->second;
}

void GrantSet::grantPerson(const Cell& cell, const GrantTerms& terms) {
    const GrantTerms* all = everyone(cell.category);
    if (all != nullptr && all->hash == terms.hash && cell.audience.isOpen()) {
        return; // nothing more than everybody's
    }
    auto& persons = m_persons[cell.person];
    const bool already = std::any_of(persons.begin(), persons.end(), [&](const OfPerson& one) {
        return one.category == cell.category && one.audience == cell.audience;
    });
    if (already) {
        return; // plain and a draft, say
    }
    persons.push_back({cell.category, cell.audience, terms.othersReferrals});
    grant(Scope::ofPerson(cell.person, cell.category, cell.audience), terms);
}

void GrantSet::sayWithheld(const Cell& cell, const GrantTerms& terms) {
    if (cell.standing != CellStanding::Open || terms.withheld.clause == sharing::kNoClause) {
        return;
    }
    const auto& agreement = m_sharing->agreements.all()[terms.withheld.agreement].agreement();
    auto scope =
        Scope::withheld(cell.person, cell.category, agreement.id + "." + agreement.clauses[terms.withheld.clause].id);
    auto name = scope.name();
    if (name.size() <= wire::kMaxScopeName) {
        m_scopes.push_back({std::move(name), {std::move(scope), 0, ScopeKey::Turn::Lasting}, {}});
    }
}

void GrantSet::grant(Scope scope, const GrantTerms& terms) {
    ScopeKey key{std::move(scope), terms.hash, ScopeKey::Turn::Lasting};
    auto name = key.name();
    m_scopes.push_back({std::move(name), std::move(key), terms.lease});
}

void GrantSet::close(WallTime now) {
    std::sort(m_scopes.begin(), m_scopes.end(), [](const Granted& a, const Granted& b) { return a.name < b.name; });
    m_scopes.erase(std::unique(m_scopes.begin(), m_scopes.end(),
                               [](const Granted& a, const Granted& b) { return a.name == b.name; }),
                   m_scopes.end());
    wire::HeldHash hash;
    for (const auto& granted : m_scopes) {
        hash.add(granted.name);
    }
    m_heldHash = hash.value();

    m_validUntil = m_joined.until;
    const auto changesAt = [this, now](WallTime at) {
        if (at.isKnown() && now < at && (!m_validUntil.isKnown() || at < m_validUntil)) {
            m_validUntil = at;
        }
    };
    for (const auto& compiled : m_sharing->agreements.all()) {
        changesAt(compiled.agreement().effective);
        changesAt(compiled.agreement().expires);
    }
    for (const auto& [person, said] : *m_statements) {
        for (const auto& statement : said) {
            changesAt(sharing::nextChange(statement, now));
        }
    }
}

bool GrantSet::holds(std::string_view key) const {
    const auto at =
        std::lower_bound(m_scopes.begin(), m_scopes.end(), key,
                         [](const Granted& granted, std::string_view wanted) { return granted.name < wanted; });
    return at != m_scopes.end() && at->name == key;
}

Joined GrantSet::joinedTo(const PersonId& person) const {
    const auto found = m_joined.people.find(person);
    return found == m_joined.people.end() ? Joined{} : found->second;
}

bool GrantSet::concerns(const PersonId& person) const {
    if (person.isNull()) {
        return m_directory;
    }
    return !m_everyone.empty() || m_persons.contains(person) || m_referrals.contains(person);
}

removal::Categories GrantSet::categoriesAbout(const PersonId& person) const {
    removal::Categories held = 0;
    for (const auto& [category, terms] : m_everyone) {
        held |= removal::bitOf(category);
    }
    if (const auto persons = m_persons.find(person); persons != m_persons.end()) {
        for (const auto& one : persons->second) {
            held |= removal::bitOf(one.category);
        }
    }
    return m_referrals.contains(person) ? held | removal::bitOf(Category::Referral) : held;
}

bool GrantSet::comesApart(const ScopedRecord& record) const {
    const auto persons = m_persons.find(record.person);
    return persons != m_persons.end() &&
           std::any_of(persons->second.begin(), persons->second.end(), [&record](const OfPerson& one) {
               return one.category == record.category && one.audience == record.audience;
           });
}

bool GrantSet::covers(const Record& record) const {
    if (record.person.isNull()) {
        return m_directory;
    }
    return coversScoped(scopedRecord(record));
}

bool GrantSet::coversScoped(const ScopedRecord& record) const {
    const bool referral = isOfReferral(record.type);
    if (const GrantTerms* all = everyone(record.category);
        all != nullptr && record.audience.isOpen() && (!referral || all->othersReferrals)) {
        return true;
    }
    if (const auto persons = m_persons.find(record.person); persons != m_persons.end()) {
        const bool covered = std::any_of(persons->second.begin(), persons->second.end(), [&](const OfPerson& one) {
            return one.category == record.category && one.audience == record.audience &&
                   (!referral || one.othersReferrals);
        });
        if (covered) {
            return true;
        }
    }
    const auto referrals = m_referrals.find(record.person);
    return referrals != m_referrals.end() &&
           std::any_of(referrals->second.begin(), referrals->second.end(),
                       [&](const Scope& scope) { return frontsheet::covers(scope, record); });
}

Result<std::shared_ptr<const Statements>> StatementCache::of(LedgerReads& reads) {
    FS_ASSIGN(const auto counter, reads.grantCounter(LedgerReads::kEverybodysCounter));
    {
        const std::lock_guard lock(m_mutex);
        if (m_kept != nullptr && m_counter == counter) {
            return m_kept;
        }
    }
    auto by = std::make_shared<Statements>();
    FS_ASSIGN(const auto people, reads.statements().spokenFor());
    for (const auto& person : people) {
        FS_ASSIGN(auto said, reads.statements().statementsOf(person));
        by->emplace(person, std::move(said));
    }
    const std::lock_guard lock(m_mutex);
    m_counter = counter;
    m_kept = by;
    return std::shared_ptr<const Statements>{by};
}

Result<std::shared_ptr<const GrantSet>> GrantCache::of(LedgerReads& reads, const Principal& viewer,
                                                       std::shared_ptr<const SharingInForce> sharing, WallTime now) {
    // The counters are read in the caller's snapshot, so the set fits what the caller sees, whatever is being written now. They
    // only ever grow, so their sum stands still only while each does.
    FS_ASSIGN(auto counter, reads.grantCounter(viewer.agency.str()));
    if (const auto practice = sharing->practices.find(viewer.agency); practice != sharing->practices.end()) {
        FS_ASSIGN(const auto listed, reads.grantCounter(std::string{LedgerReads::kPracticeCounter} + practice->second));
        counter += listed;
    }
    const Who key{viewer.agency, viewer.worker, viewer.role};
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_kept.find(key);
        if (found != m_kept.end() && found->second.counter == counter &&
            (&found->second.set->sharing() == sharing.get() || planted(PlantedBug::OldTerms))) {
            const auto until = found->second.set->validUntil();
            if (!until.isKnown() || now < until) {
                return found->second.set;
            }
        }
    }
    FS_ASSIGN(auto statements, m_statements.of(reads));
    FS_ASSIGN(auto made, GrantSet::of(reads, viewer, std::move(sharing), std::move(statements), now));
    auto set = std::make_shared<const GrantSet>(std::move(made));
    const std::lock_guard lock(m_mutex);
    m_kept[key] = {counter, set};
    return set;
}

} // namespace frontsheet
