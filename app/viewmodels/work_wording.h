// Open work in words: what it is, who has it, when it falls due, and why it cannot be passed on. Presentation only; the rules are
// core/domain's.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/domain/principal.h"
#include "core/usecases/offers.h"
#include "core/usecases/own_work.h"
#include "core/usecases/team_work.h"

#include <QVariantList>

namespace frontsheet {

struct WorkReader {
    const Wording& wording;
    const Directory& directory;
    const Principal& me;

    // What WorkRow shows: {id, hands, icon, name, what, holder, due, late, why, offerable, takeBack, asksWords, personId, goes}. `goes`:
    // referral, placement or person: the page where it is seen to.
    [[nodiscard]] QVariantMap row(const WorkShown& work) const;
    [[nodiscard]] QVariantList rows(const std::vector<WorkShown>& works) const;
    // What OfferedRow shows: {id, personId, name, what, by, words, due, late, badge}.
    [[nodiscard]] QVariantMap offered(const OfferedWork& work, const std::string& today, WallTime now) const;
    // What OwnWorkRow shows: {id, personId, name, what, by, due, late, visit}. `visit`: it is one, and its page is where it is seen to.
    [[nodiscard]] QVariantMap owned(const OwnedWork& work) const;
    [[nodiscard]] QString what(const OpenWork& work) const;
    [[nodiscard]] QString due(const OpenWork& work) const;
    [[nodiscard]] QString holder(const WorkShown& work) const;
    // Empty where it can be offered.
    [[nodiscard]] QString why(const WorkShown& work) const;
    [[nodiscard]] QString workerName(const WorkerId& worker) const;
    // "Away until 27 November 2026. Tom Adeyemi stands in."
    [[nodiscard]] QString away(const Away& away, const std::string& today) const;

    Q_DECLARE_TR_FUNCTIONS(frontsheet::WorkReader)
};

} // namespace frontsheet
