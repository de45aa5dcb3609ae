// What the agreements would release to one viewer of one category about one person: whether anything, for how long, and as one
// number everything that makes a difference to a device, so that changed terms are another grant.
#pragma once

#include "core/domain/scope.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/sharing_decision.h"

#include <span>
#include <unordered_map>

namespace frontsheet {

struct GrantTerms {
    std::uint64_t hash = 0; // 0: nothing is released
    sharing::Lease lease;   // the shortest of what is released
    // Of what is withheld altogether and may be said to be: by which clause. Of what is released: by which clause it would be
    // withheld from who is not named, where it is restricted.
    sharing::ClauseRef withheld;
    // A referral addressed to somebody else, and its messages, are among what is released.
    bool othersReferrals = false;

    [[nodiscard]] bool releases() const { return hash != 0; }
};

class TermsFor {
public:
    // Borrows all.
    TermsFor(const Principal& viewer, const AgencyId& home, const sharing::AgreementsInForce& agreements, WallTime now)
        : m_viewer(viewer), m_home(home), m_agreements(agreements), m_now(now),
          m_purposes(agreements.purposesOf(viewer, home)) {}

    [[nodiscard]] sharing::PurposeSet purposes() const { return m_purposes; }
    // Of what is filed under the category about a person who said `said`. Remembered where nothing was said.
    [[nodiscard]] GrantTerms of(Category category, sharing::RelationshipSet joined,
                                std::span<const sharing::PermissionStatement> said);
    // Of a referral addressed to the viewer and filed under the category, with its messages.
    [[nodiscard]] GrantTerms ofReferral(Category category, sharing::RelationshipSet joined,
                                        std::span<const sharing::PermissionStatement> said);
    // Of a concern that the viewer sent, with its messages from and to them.
    [[nodiscard]] GrantTerms ofConcern(sharing::RelationshipSet joined,
                                       std::span<const sharing::PermissionStatement> said);

private:
    enum class Portion : std::uint8_t { Everything, ReferralToViewer, ViewersConcern };
    [[nodiscard]] GrantTerms remembered(Category category, Portion portion, sharing::RelationshipSet joined,
                                        std::span<const sharing::PermissionStatement> said);
    [[nodiscard]] GrantTerms work(Category category, Portion portion, sharing::RelationshipSet joined,
                                  std::span<const sharing::PermissionStatement> said) const;

    const Principal& m_viewer;
    const AgencyId& m_home;
    const sharing::AgreementsInForce& m_agreements;
    WallTime m_now;
    sharing::PurposeSet m_purposes;
    std::unordered_map<std::uint32_t, GrantTerms> m_known; // category, portion, relationships
};

} // namespace frontsheet
