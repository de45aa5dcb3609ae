#include "core/usecases/sharing.h"

#include "core/domain/audience.h"
#include "core/domain/sharing/sharing_reason.h"
#include "core/usecases/home_terms.h"

#include <algorithm>
#include <tuple>

namespace frontsheet {

namespace {

using sharing::Extent;
using sharing::Reason;

// Until a home has told of an agreement: its rule without one, role by role as far as that rule looks at roles.
std::vector<sharing::SeeingRole> byTheRuleInUse(const Record& draft, std::span<const Record> about,
                                                const Directory& directory, WallTime now) {
    std::vector<sharing::SeeingRole> out;
    for (auto& group : audienceOf(draft, about, directory, now)) {
        sharing::SeeingRole role;
        role.agency = std::move(group.agency);
        role.extent = group.fields == Fields::None  ? Extent::Nothing
                      : group.fields == Fields::All ? Extent::Whole
                                                    : Extent::Part;
        role.workers = std::move(group.workers);
        role.others = group.others;
        // Their numbers mean the same in both (sharing_reason.h).
        role.reason = static_cast<Reason>(static_cast<std::uint8_t>(group.reason));
        if (role.extent == Extent::Nothing && role.reason == Reason::NoRelationship) {
            role.by = sharing::Relationship::CareTeam;
        }
        out.push_back(std::move(role));
    }
    return out;
}

} // namespace

Result<WhoSees> Sharing::whoWillSee(const Record& draft) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, draft.person));
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const WallTime now = m_work.clock.now();
    FS_ASSIGN(auto terms, homeTerms(m_work, draft.home, draft.person, about.records));
    WhoSees out;
    out.asOf = terms.asOf;
    out.homeHasNewer = terms.homeHasNewer;
    if (!terms.byAgreements()) {
        out.roles = byTheRuleInUse(draft, about.records, directory, now);
        return out;
    }
    out.byAgreements = true;
    out.agreement = std::move(terms.agreement);
    out.version = terms.version;
    out.roles = sharing::whoWillSee(draft, about.records, directory, terms.held->inForce, terms.said, now);
    return out;
}

Result<std::vector<WithheldItem>> Sharing::withheldAbout(const PersonId& person) {
    FS_ASSIGN(const auto persons, m_work.reader.sameHuman(person));
    FS_ASSIGN(const auto held, m_work.reader.withheldAbout(persons));
    if (held.empty()) {
        return std::vector<WithheldItem>{};
    }
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    std::vector<WithheldItem> out;
    for (const auto& one : held) {
        WithheldItem item;
        item.home = directory.agency(one.home);
        item.category = one.scope.category;
        item.reason = std::string{sharing::wordsForViewer(sharing::ViewerReason::NotShared)};
        item.phone = item.home.phone;
        const auto dot = one.scope.clause.find('.');
        const auto agreement = one.scope.clause.substr(0, dot);
        item.clause = dot == std::string::npos ? std::string{} : one.scope.clause.substr(dot + 1);
        std::shared_ptr<const HomeAgreements> agreements;
        if (m_work.agreements != nullptr) {
            FS_ASSIGN(agreements, m_work.agreements->of(one.home));
        }
        if (const auto* version = agreements == nullptr ? nullptr : agreements->deciding(agreement)) {
            item.agreement = version->agreement.title;
            for (const auto& clause : version->agreement.clauses) {
                if (clause.id == item.clause) {
                    item.words = clause.words;
                }
            }
        }
        if (const auto* party = agreements == nullptr ? nullptr : agreements->inForce.whomToAsk(one.home)) {
            item.contact = party->contact;
            item.phone = party->contactPhone.empty() ? item.phone : party->contactPhone;
        }
        out.push_back(std::move(item));
    }
    const auto order = [](const WithheldItem& a, const WithheldItem& b) {
        return std::tie(a.home.code, a.category, a.clause) < std::tie(b.home.code, b.category, b.clause);
    };
    std::sort(out.begin(), out.end(), order);
    // Two ids of one human, or two clauses: one thing is withheld once.
    out.erase(std::unique(out.begin(), out.end(),
                          [](const WithheldItem& a, const WithheldItem& b) {
                              return a.home.code == b.home.code && a.category == b.category;
                          }),
              out.end());
    return out;
}

Result<std::vector<std::shared_ptr<const HomeAgreements>>> Sharing::agreements() {
    if (m_work.agreements == nullptr) {
        return std::vector<std::shared_ptr<const HomeAgreements>>{};
    }
    return m_work.agreements->all();
}

} // namespace frontsheet
