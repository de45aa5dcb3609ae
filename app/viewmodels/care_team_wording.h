// Who is involved with a person in words: how each came to be, what joining opens to somebody, what leaving means. Presentation only.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/domain/principal.h"
#include "core/usecases/care_teams.h"

#include <QVariantList>

namespace frontsheet {

struct CareTeamWording {
    const Wording& wording;
    const Directory& directory;
    const Principal& me;
    QString person; // as people say the name
    bool tablet = false;

    // {id, badge, rows: [member]}, an agency each; this worker's own first.
    [[nodiscard]] QVariantList groups(const std::vector<TeamMember>& members) const;
    // {id, agency, worker, name, role, me, phone, away, said: [{badge, how, waiting}], mayTakeOff, mayLeave, leaveAt, leavePhone}
    [[nodiscard]] QVariantMap member(const TeamMember& member) const;
    // {id, name, role, badge, lines}
    [[nodiscard]] QVariantList before(const std::vector<TeamMember>& members) const;
    // {heading, lines: [{text, why}]}: all of, a part of, not; why not in the last.
    [[nodiscard]] QVariantList opens(const JoiningOpens& opens) const;
    // The same in one sentence to begin with.
    [[nodiscard]] QString opensLead(const JoiningOpens& opens) const;
    // By which agreement, as of when; empty where there is nothing to say.
    [[nodiscard]] QString opensSource(const JoiningOpens& opens) const;
    // {agency, worker, name, me, may, title, text: [a sentence or two], handOver: [{what, how}], stays: [text], staysTitle}
    [[nodiscard]] QVariantMap parting(const TeamMember& member, const care::LeavingTeam& leaving) const;
    // Why this agency says nothing of who is involved, and whom to ring.
    [[nodiscard]] QString mayNotChange(const TeamOfPerson& team) const;

    Q_DECLARE_TR_FUNCTIONS(frontsheet::CareTeamWording)

private:
    [[nodiscard]] bool isMe(const TeamMember& member) const;
    [[nodiscard]] bool isOurs(const TeamStatement& said) const { return said.home.code == me.agency; }
    [[nodiscard]] QString how(const TeamMember& member, const TeamStatement& said) const;
    [[nodiscard]] QString away(const TeamMember& member) const;
    [[nodiscard]] QString whyStillNot(const sharing::OpenedCategory& one, const AgencyEntry& agency) const;
};

} // namespace frontsheet
