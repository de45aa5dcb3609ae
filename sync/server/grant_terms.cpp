#include "sync/server/grant_terms.h"

#include "core/domain/schema/record_schema.h"

#include <algorithm>

namespace frontsheet {

using sharing::Addressing;

namespace {

bool isOfReferral(RecordType type) { return type == RecordType::Referral || type == RecordType::ReferralMessage; }

void put(std::string& bytes, std::uint64_t number) {
    bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

std::uint16_t shorter(std::uint16_t a, std::uint16_t b) { return a == 0 ? b : b == 0 ? a : std::min(a, b); }

constexpr std::string_view kNobody = "-"; // no worker's code

} // namespace

GrantTerms TermsFor::remembered(Category category, Portion portion, sharing::RelationshipSet joined,
                                std::span<const sharing::PermissionStatement> said) {
    if (!said.empty()) {
        return work(category, portion, joined, said);
    }
    const auto key =
        static_cast<std::uint32_t>(category) << 16U | static_cast<std::uint32_t>(portion) << 8U | joined.bits();
    const auto known = m_known.find(key);
    return known != m_known.end() ? known->second
                                  : m_known.emplace(key, work(category, portion, joined, said)).first->second;
}

GrantTerms TermsFor::of(Category category, sharing::RelationshipSet joined,
                        std::span<const sharing::PermissionStatement> said) {
    return remembered(category, Portion::Everything, joined, said);
}

GrantTerms TermsFor::ofReferral(Category category, sharing::RelationshipSet joined,
                                std::span<const sharing::PermissionStatement> said) {
    return remembered(category, Portion::ReferralToViewer, joined, said);
}

GrantTerms TermsFor::ofConcern(sharing::RelationshipSet joined, std::span<const sharing::PermissionStatement> said) {
    return remembered(Category::Safeguarding, Portion::ViewersConcern, joined, said);
}

// Over every type that may be filed under the category; of a portion that is a referral's, over referrals and messages.
GrantTerms TermsFor::work(Category category, Portion portion, sharing::RelationshipSet joined,
                          std::span<const sharing::PermissionStatement> said) const {
    GrantTerms out;
    std::string released;
    const auto addressing = portion == Portion::ReferralToViewer ? Addressing::ToViewer : Addressing::ToOthers;
    const auto following = portion == Portion::ViewersConcern ? sharing::Following::OwnConcern : sharing::Following::No;
    const AgencyId noAgency;
    const WorkerId noWorker;
    const sharing::Viewer viewer{m_viewer, m_purposes, joined};
    const sharing::NamedReader somebodyElse[] = {{AgencyId{std::string{kNobody}}, WorkerId{std::string{kNobody}}}};
    for (const auto& schema : allSchemas()) {
        const bool referral = isOfReferral(schema.type);
        if (schema.subject != Subject::Person || (portion != Portion::Everything && !referral)) {
            continue;
        }
        sharing::RecordFacts facts{m_home,
                                   schema.type,
                                   category,
                                   sharing::Standing::Plain,
                                   referral ? addressing : Addressing::NotOfAReferral,
                                   noAgency,
                                   noWorker,
                                   {},
                                   following};
        const auto decision = decide(viewer, facts, m_agreements, said, m_now);
        if (!decision.releases()) {
            if (decision.toViewer == sharing::ViewerReason::NotShared && released.empty() &&
                out.withheld.clause == sharing::kNoClause) {
                out.withheld = decision.clause;
            }
            continue;
        }
        if (released.empty()) {
            facts.readers = somebodyElse;
            const auto restricted = decide(viewer, facts, m_agreements, said, m_now);
            out.withheld =
                restricted.toViewer == sharing::ViewerReason::NotShared ? restricted.clause : sharing::ClauseRef{};
            out.lease = decision.lease;
        }
        out.othersReferrals = out.othersReferrals || (referral && portion == Portion::Everything);
        out.lease = {shorter(out.lease.softHours, decision.lease.softHours),
                     shorter(out.lease.hardHours, decision.lease.hardHours)};
        for (const auto number : {std::uint64_t{static_cast<std::uint16_t>(schema.type)}, decision.fields.low,
                                  decision.fields.high, std::uint64_t{static_cast<std::uint8_t>(decision.newer)},
                                  std::uint64_t{static_cast<std::uint8_t>(decision.access)},
                                  std::uint64_t{decision.lease.softHours}, std::uint64_t{decision.lease.hardHours}}) {
            put(released, number);
        }
    }
    out.hash = released.empty() ? 0 : shortHash(released);
    return out;
}

} // namespace frontsheet
