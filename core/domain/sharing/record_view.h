// A stored record as the decision sees it: what takes the place of decide(principal, record, relationships) calls this.
#pragma once

#include "core/domain/decision.h"
#include "core/domain/sharing/sharing_decision.h"

#include <vector>

namespace frontsheet::sharing {

// Care team and addressed referral are what Relationships knows; practice list and duty are the caller's to add.
[[nodiscard]] RelationshipSet relationshipSet(const Relationships& relationships);

// A state that this program does not know counts as not signed, and as not stated.
[[nodiscard]] Standing standingOf(const Record& record);

// Looks at a record from one viewer. Borrows the record; keeps what the decision needs in another shape.
class RecordView {
public:
    // To whom the record is restricted by name stands on the record itself.
    RecordView(const Record& record, const Principal& viewer, const Relationships& relationships);

    [[nodiscard]] RecordFacts facts() const {
        return {m_record.home,  m_record.type, m_record.category, m_standing,  m_addressing,
                m_authorAgency, m_author,      m_readers,         m_following, m_asking};
    }

private:
    const Record& m_record;
    Standing m_standing = Standing::Plain;
    Addressing m_addressing = Addressing::NotOfAReferral;
    AgencyId m_authorAgency;
    WorkerId m_author;
    std::vector<NamedReader> m_readers;
    Following m_following = Following::No;
    Asking m_asking = Asking::NotOfViewer;
};

} // namespace frontsheet::sharing
